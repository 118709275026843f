"""The interview in words: how much more one thing counts, and whether the answers agree."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

SAME = 1
STEPS = (9, 7, 5, 3)
"""How many times as much, from the most to the least above equal (Saaty's scale)."""


def step_word(times: int) -> str:
    """一样 1, 稍微 3, 明显 5, 要紧得多 7, 压倒 9."""
    return {
        SAME: QCoreApplication.translate("Interview", "一样"),
        3: QCoreApplication.translate("Interview", "稍微"),
        5: QCoreApplication.translate("Interview", "明显"),
        7: QCoreApplication.translate("Interview", "要紧得多"),
        9: QCoreApplication.translate("Interview", "压倒"),
    }[times]


def step_words(one: str, other: str, times: float) -> str:
    """The whole sentence: 费用比匹配明显要紧. ``times`` below 1 turns it round."""
    if times < 1:
        one, other, times = other, one, 1 / times
    text = {
        SAME: QCoreApplication.translate("Interview", "{one}和{other}一样要紧"),
        3: QCoreApplication.translate("Interview", "{one}比{other}稍微要紧"),
        5: QCoreApplication.translate("Interview", "{one}比{other}明显要紧"),
        7: QCoreApplication.translate("Interview", "{one}比{other}要紧得多"),
        9: QCoreApplication.translate("Interview", "{one}压倒{other}"),
    }[round(times)]
    return text.format(one=one, other=other)


def step_tip(one: str, other: str, times: float) -> str:
    """The sentence, and what it comes to: 费用比匹配明显要紧，算 5 倍."""
    said, more = step_words(one, other, times), round(max(times, 1 / times))
    if more == SAME:
        return said
    return QCoreApplication.translate("Interview", "{said}，算 {times} 倍").format(
        said=said, times=more
    )


def ratio_tip(ratio: float) -> str:
    """The figure behind 前后一致, for who wants it."""
    text = QCoreApplication.translate(
        "Interview", "一致性比率 {ratio:.2f}（Saaty，0.10 以下算前后一致）"
    )
    return text.format(ratio=ratio)

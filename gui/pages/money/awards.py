"""The awards of a city as rows: what each may give, and why it does or does not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from geo.model import Condition, ConditionResult, PayDate, PolicyResult, Range
from gui.pages.bureau.policy_says import condition_sentence
from gui.pages.money.words import coded, money_of, policy_title, say, up_to
from gui.session import State
from gui.texts import NumberLook, present_number
from gui.widgets.figure_table import FigureRow

DEAD = ("expired", "draft")
_LISTED = "policy_listed_only"


def is_dead(result: PolicyResult) -> bool:
    """Shown and never counted: run out, or not in force."""
    return result.status in DEAD


def may_pay(result: PolicyResult) -> bool:
    """Whether it can bring money to this crew, as far as anybody knows."""
    listed = any(one.code == _LISTED for one in result.reasons)
    return result.counts and not is_dead(result) and not result.failed and not listed


def in_order(results: Iterable[PolicyResult]) -> tuple[PolicyResult, ...]:
    """What can pay first, what is run out last; else as judged."""
    return tuple(sorted(results, key=lambda one: (is_dead(one), not may_pay(one))))


def award_row(result: PolicyResult, state: State) -> FigureRow:
    """One award with its three sums."""
    lang = state.language
    title = award_title(result, state)
    why = status_line(result, state)
    looks = award_looks(result, lang)
    said = "，".join(
        f"{head} {look.spoken}" for head, look in zip(heads(), looks, strict=True) if look
    )
    return FigureRow(
        result.policy_id,
        title,
        why,
        looks,
        "\n".join(filter(None, (title, said, why))),
        faint=not may_pay(result),
    )


def award_title(result: PolicyResult, state: State) -> str:
    """Its kind, then its title: one text often holds several awards."""
    kind = coded(state, "policy_type", result.type)
    return f"{kind} · {policy_title(result, state.language)}"


def heads() -> tuple[str, str, str]:
    """确定, 有望, 上限."""
    return (
        QCoreApplication.translate("MoneyPage", "确定"),
        QCoreApplication.translate("MoneyPage", "有望"),
        QCoreApplication.translate("MoneyPage", "上限"),
    )


def award_looks(result: PolicyResult, lang: str) -> tuple[NumberLook | None, ...]:
    """Certain, expected, ceiling; what does not count shows its ceiling alone, for knowing."""
    if (result.in_kind or result.in_kind_zh) and result.ceiling is None:
        return (None, None, None)
    looks = [present_number(one, lang, compact=True) for one in award_figures(result)]
    return tuple(looks) if may_pay(result) else (None, None, looks[-1])


def award_figures(result: PolicyResult) -> tuple[Range, Range, Range]:
    """Certain, expected, ceiling; 0 – ? where nobody knows."""
    most = up_to(None) if result.ceiling is None else money_of(result.ceiling)
    hoped = (
        up_to(result.ceiling, low=result.certain)
        if result.expected is None
        else money_of(result.expected)
    )
    sure = (
        up_to(None) if result.ceiling is None and not result.certain else money_of(result.certain)
    )
    return sure, hoped, most


def status_line(result: PolicyResult, state: State) -> str:
    """Why it counts or not, in one line."""
    lang = state.language
    gap = ", " if lang == "en" else "；"
    parts = [say(state, one) for one in result.reasons]
    if not is_dead(result) and result.open:
        parts.append(
            QCoreApplication.translate("MoneyPage", "{n} 项还不知道").format(n=len(result.open))
        )
    if not is_dead(result) and result.failed:
        parts.insert(
            0, QCoreApplication.translate("MoneyPage", "{n} 项不符").format(n=len(result.failed))
        )
    return gap.join(part.rstrip("。.") for part in parts)


def conditions_text(result: PolicyResult, state: State) -> str:
    """Every condition with what is known of it, failed ones first."""
    groups = (
        (False, QCoreApplication.translate("MoneyPage", "不符")),
        (None, QCoreApplication.translate("MoneyPage", "还不知道")),
        (True, QCoreApplication.translate("MoneyPage", "符合")),
    )
    lines = []
    for truth, word in groups:
        lines += [
            f"{word} · {_condition(one, state)}" for one in result.conditions if one.truth is truth
        ]
    return "\n".join(lines)


def _condition(result: ConditionResult, state: State) -> str:
    notes = result.note, result.note_zh
    told = condition_sentence(Condition(result.fact, result.op, result.value, *notes), state)
    if result.group is not None:
        return QCoreApplication.translate("MoneyPage", "{one}（几项里有一项就行）").format(one=told)
    return told


def paid_text(paid: PayDate | None, state: State) -> str:
    """When money may come."""
    if paid is None:
        return ""
    if paid.earliest is None and paid.latest is None:
        told = [say(state, one) for one in paid.reasons]
        nobody = QCoreApplication.translate("MoneyPage", "什么时候到账，没有公布。")
        return "".join(told) or nobody
    first = paid.earliest or paid.latest
    last = paid.latest or paid.earliest
    if first == last:
        return QCoreApplication.translate("MoneyPage", "大约 {day} 到账").format(day=first)
    return QCoreApplication.translate("MoneyPage", "大约 {first} 到 {last} 之间到账").format(
        first=first, last=last
    )

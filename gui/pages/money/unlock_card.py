"""差一点就能多拿: one real change, what it brings and costs, whether it is worth it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from geo.model import FactChange, Range, Unlock
from gui.pages.bureau.policy_says import fact_kind, value_word
from gui.pages.money.question_words import fact_name
from gui.pages.money.words import policy_title, say
from gui.session import State
from gui.texts import known_ends, present_number
from gui.widgets.pane import Pane, label

_TONES = {"worth": "ok", "ask": "warn", "depends": "need", "not_worth": "flag"}


class UnlockCard(Pane):
    """Gain and cost side by side, the verdict as a word, warnings below."""

    def __init__(self, unlock: Unlock, state: State) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.unlock = unlock
        title = unlock_title(unlock, state)
        chip = label(verdict_word(unlock.verdict), chip=_TONES.get(unlock.verdict, "need"))
        head = QHBoxLayout()
        head.addWidget(label(title, role="strong", wrap=True), 1)
        head.addWidget(chip)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        rows = facts_of(unlock, state)
        for at, (name, text) in enumerate(rows):
            grid.addWidget(label(name, role="caption"), at, 0)
            grid.addWidget(label(text, wrap=True), at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(grid)
        why = [say(state, one) for one in unlock.reasons]
        if why:
            column.addWidget(label("".join(why), role="caption", wrap=True))
        for warning in unlock.warnings:
            told = label(say(state, warning), role="caption", wrap=True)
            told.setProperty("tone", "err" if "fraud" in warning.code else "warn")
            column.addWidget(told)
        spoken = "，".join(f"{name} {text}" for name, text in rows)
        self.setAccessibleName(f"{title}，{verdict_word(unlock.verdict)}，{spoken}")


def unlock_title(unlock: Unlock, state: State) -> str:
    """What would have to be otherwise."""
    gap = "; " if state.language == "en" else "；"
    return gap.join(_change(one, state) for one in unlock.changes)


def _change(change: FactChange, state: State) -> str:
    kind = fact_kind(state, change.fact)
    name = fact_name(state, change.fact)
    new = value_word(change.new, change.fact, kind, state)
    if change.old is None:
        return QCoreApplication.translate("MoneyPage", "{fact}：{new}").format(fact=name, new=new)
    old = value_word(change.old, change.fact, kind, state)
    told = QCoreApplication.translate("MoneyPage", "{fact}：从 {old} 到 {new}")
    return told.format(fact=name, old=old, new=new)


def facts_of(unlock: Unlock, state: State) -> list[tuple[str, str]]:
    """What for, how much more, at what cost, how much later."""
    lang = state.language
    results = state.account.subsidy.policies if state.account is not None else ()
    titles = [policy_title(one, lang) for one in results if one.policy_id in unlock.policy_ids]
    book = state.book
    if not titles and book is not None:
        known = [book.get(one) for one in unlock.policy_ids]
        titles = [
            one.title_en or one.title_zh if lang == "en" else one.title_zh
            for one in known
            if one is not None
        ]
    rows = [
        (QCoreApplication.translate("MoneyPage", "多得"), _gain(unlock, lang)),
        (QCoreApplication.translate("MoneyPage", "多花"), _cost(unlock.cost, lang)),
    ]
    if unlock.lead_days is not None:
        days = present_number(unlock.lead_days, lang).full
        rows.append((QCoreApplication.translate("MoneyPage", "多等"), days))
    if titles:
        rows.append(
            (
                QCoreApplication.translate("MoneyPage", "靠它"),
                (", " if lang == "en" else "、").join(titles),
            )
        )
    return rows


def _gain(unlock: Unlock, lang: str) -> str:
    told = present_number(unlock.gain, lang).full
    words = {
        "certain": QCoreApplication.translate("MoneyPage", "{sum}，说得准"),
        "expected": QCoreApplication.translate("MoneyPage", "{sum}，有望"),
        "ceiling": QCoreApplication.translate("MoneyPage", "最多 {sum}，不一定"),
    }
    return words.get(unlock.kind, "{sum}").format(sum=told)


def _cost(cost: Range, lang: str) -> str:
    if not cost.known or known_ends(cost) == (None, None):
        return QCoreApplication.translate("MoneyPage", "说不准，要问")
    return present_number(cost, lang).full


def verdict_word(verdict: str) -> str:
    """值得, 值得问, 看情况, 不划算."""
    return {
        "worth": QCoreApplication.translate("MoneyPage", "划算"),
        "ask": QCoreApplication.translate("MoneyPage", "值得问"),
        "depends": QCoreApplication.translate("MoneyPage", "看情况"),
        "not_worth": QCoreApplication.translate("MoneyPage", "不划算"),
    }.get(verdict, verdict)

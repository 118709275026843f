"""What the right column of 排期 writes: names, sentences, days, figures of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from geo.model import Basis, BookingStatus, PlanMoney, Range, Reason, ShootPlan, unknown
from gui.session import State

CNY = "CNY"


def say(state: State, reason: Reason) -> str:
    """A reason as a sentence in the language of the interface."""
    return reason.code if state.phrases is None else state.phrases.tell(reason, state.language)


def sentences(state: State, reasons: Iterable[Reason]) -> str:
    """Reasons, one below the other, none twice."""
    return "\n".join(dict.fromkeys(say(state, one) for one in reasons))


def method_text(state: State, figure: Range) -> str:
    """How a figure was worked out; empty where nothing is said of it."""
    if not figure.method:
        return ""
    told = say(state, Reason(figure.method))
    if told == figure.method:
        return ""
    return QCoreApplication.translate("PlanPage", "算法：{how}").format(how=told)


def line_name(state: State, code: str) -> str:
    """What a line of the cost is called; an own line brings its words."""
    for own in state.own_lines:
        if own.code == code:
            return own.en if state.language == "en" else own.zh
    told = say(state, Reason(f"line.{code}"))
    return code if told == f"line.{code}" else told


def set_name(state: State, set_id: str) -> str:
    """What the script calls a set."""
    sets = state.script.sets if state.script is not None else ()
    return next((one.name for one in sets if one.id == set_id), set_id)


def site_name(state: State, site_id: str | None) -> str:
    """The name of a place in the reader's language; a place that is gone shows its id."""
    site = state.site(site_id)
    if site is None:
        return site_id or ""
    return site.name_en or site.name_zh if state.language == "en" else site.name_zh


def in_lang(zh: str, en: str, lang: str) -> str:
    """The one of two names that is of the reader's language, else the other."""
    return (en or zh) if lang == "en" else (zh or en)


def join(parts: Iterable[str], lang: str) -> str:
    """Names in a row."""
    return (", " if lang == "en" else "、").join(parts)


def day_word(day: int) -> str:
    """第 3 天, of calendar days counted from 0."""
    return QCoreApplication.translate("PlanPage", "第 {n} 天").format(n=day + 1)


def date_word(when: date, lang: str, *, today: date | None = None) -> str:
    """11月20日, 20 Nov; with the year where it is not that of ``today``."""
    other = today is not None and when.year != today.year
    if lang == "en":
        return f"{when.day} {when:%b}" + (f" {when.year}" if other else "")
    return (f"{when.year}年" if other else "") + f"{when.month}月{when.day}日"


def status_word(status: BookingStatus) -> str:
    """How far a place is agreed."""
    return {
        BookingStatus.OPEN: QCoreApplication.translate("PlanPage", "还没问"),
        BookingStatus.ASKED: QCoreApplication.translate("PlanPage", "问过了"),
        BookingStatus.FIRST_HOLD: QCoreApplication.translate("PlanPage", "留了档期"),
        BookingStatus.SECOND_HOLD: QCoreApplication.translate("PlanPage", "排第二"),
        BookingStatus.CONFIRMED: QCoreApplication.translate("PlanPage", "定了"),
        BookingStatus.REFUSED: QCoreApplication.translate("PlanPage", "不行"),
    }[status]


def size_text(days: int, sites: int, moves: int) -> str:
    """5 天 · 6 处 · 转场 5."""
    text = QCoreApplication.translate("PlanPage", "{days} 天 · {sites} 处 · 转场 {moves}")
    return text.format(days=days, sites=sites, moves=moves)


def plan_size(plan: ShootPlan) -> str:
    """The same of a plan."""
    return size_text(plan.shooting_days, len(plan.sites), plan.moves)


def reckoned(amount: float | None) -> Range:
    """A sum of the search itself, CNY: one figure on priced lines at mid; None is unknown."""
    if amount is None:
        return unknown(CNY)
    return Range(amount, amount, amount, CNY, Basis.ESTIMATED)


def shown_net(money: PlanMoney, *, expected: bool) -> Range:
    """What is left to pay, less certain or less expected money."""
    return money.net_expected if expected else money.net

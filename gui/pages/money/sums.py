"""The sums of an account: total, money back, what is left; their names and figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import Account, Line, Range, Subsidy, unknown
from gui.pages.money.words import figure_text, money_of, up_to

LINE, OTHERS, TOTAL, CERTAIN, EXPECTED, CEILING, NET, NET_CEILING = (
    "line",
    "others",
    "total",
    "certain",
    "expected",
    "ceiling",
    "net",
    "net_ceiling",
)
VENUE = "venue"
_SHOWN_UNPRICED = 2
BACK = (CERTAIN, EXPECTED, CEILING)


def sum_name(kind: str) -> str:
    """What a sum is called."""
    return {
        TOTAL: QCoreApplication.translate("MoneyPage", "总费用"),
        CERTAIN: QCoreApplication.translate("MoneyPage", "补贴 · 确定"),
        EXPECTED: QCoreApplication.translate("MoneyPage", "补贴 · 有望"),
        CEILING: QCoreApplication.translate("MoneyPage", "补贴 · 上限"),
        NET: QCoreApplication.translate("MoneyPage", "净费用 · 只算确定"),
        NET_CEILING: QCoreApplication.translate("MoneyPage", "净费用 · 若拿满上限"),
    }[kind]


def sum_figure(account: Account, kind: str) -> Range:
    """How much it comes to."""
    subsidy = account.subsidy
    return {
        TOTAL: total_figure(account),
        CERTAIN: certain_figure(subsidy),
        EXPECTED: expected_figure(subsidy),
        CEILING: ceiling_figure(subsidy),
        NET: account.net_certain,
        NET_CEILING: account.net_ceiling,
    }[kind]


def total_figure(account: Account) -> Range:
    """What is known of the gross cost of the whole stay."""
    cost = account.cost
    return cost.total if cost.total.high is not None else cost.priced_total


def priced(line: Line) -> bool:
    """Whether the line has a sum for the whole stay."""
    return line.total is not None and line.total.known and line.total.mid is not None


def unpriced_lines(account: Account) -> tuple[Line, ...]:
    """Lines that stand in the sum with nothing."""
    return tuple(line for line in account.cost.lines if not priced(line))


def split_unpriced(account: Account) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The unpriced lines that have a row each, and those that share one."""
    lines = unpriced_lines(account)
    alone = tuple(one for one in lines if one.code == VENUE or len(lines) <= _SHOWN_UNPRICED)
    return alone, tuple(one for one in lines if one not in alone)


def expected_figure(subsidy: Subsidy) -> Range:
    """Money to be hoped for; where no chance was published, from the certain to the ceiling."""
    sources = subsidy.amount.sources
    if subsidy.expected is not None and subsidy.ceiling is not None:
        return money_of(subsidy.expected, sources=sources)
    return up_to(subsidy.ceiling, low=subsidy.certain, sources=sources)


def ceiling_figure(subsidy: Subsidy) -> Range:
    """The most that can come; 0 – ? where nobody knows."""
    if subsidy.ceiling is None:
        return up_to(None, low=subsidy.certain)
    return money_of(subsidy.ceiling, sources=subsidy.amount.sources)


def certain_figure(subsidy: Subsidy) -> Range:
    """What surely comes; where an amount is unknown that is a floor, not a nought."""
    if not subsidy.certain and subsidy.ceiling is None and not subsidy.amount.known:
        return unknown("CNY")
    return money_of(subsidy.certain, sources=subsidy.amount.sources)


def unpublished(subsidy: Subsidy, lang: str) -> str:
    """What is known of a ceiling that as a whole nobody knows; empty for one that is known."""
    if subsidy.ceiling is not None:
        return ""
    known = [one.values.get("amount") for one in subsidy.reasons if one.code == "subsidy_up_to"]
    if not known or not isinstance(known[0], (int, float)):
        return QCoreApplication.translate("MoneyPage", "没有公布金额")
    told = QCoreApplication.translate("MoneyPage", "查得到的最多 {sum}，另有没公布的")
    return told.format(sum=figure_text(money_of(known[0]), lang))


def back_sentence(subsidy: Subsidy, lang: str) -> str:
    """Both readings, where the texts do not say whether awards add up."""
    if subsidy.summed is None or subsidy.highest is None or subsidy.summed == subsidy.highest:
        return ""
    if subsidy.summed.ceiling == subsidy.highest.ceiling:
        return ""
    most = [
        up_to(None) if one.ceiling is None else money_of(one.ceiling)
        for one in (subsidy.summed, subsidy.highest)
    ]
    return QCoreApplication.translate(
        "MoneyPage", "能不能叠加文件没写：都能拿最多 {sum}，只取一笔最多 {one}。"
    ).format(sum=figure_text(most[0], lang), one=figure_text(most[1], lang))

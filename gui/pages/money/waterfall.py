"""The account as the rows of a waterfall: lines, total, money back, what is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from geo.model import Account, Range, unknown
from gui.pages.money.sums import (
    CEILING,
    CERTAIN,
    EXPECTED,
    LINE,
    NET,
    NET_CEILING,
    OTHERS,
    TOTAL,
    split_unpriced,
    sum_figure,
    sum_name,
    total_figure,
    unpublished,
)
from gui.pages.money.words import join, line_name, no_price, spoken
from gui.session import State
from gui.texts import known_ends, present_number
from gui.texts.charts import Axis, ChartRow, Mark, money_axis
from gui.texts.numbers import MINUS

# how far left of nought the axis goes at most, as a share of the total
_BELOW = 0.8


def waterfall(account: Account, state: State) -> tuple[tuple[ChartRow, ...], Axis]:
    """Rows from the first line down to what is left, and the axis they share."""
    lang = state.language
    steps = _steps(account, state)
    at = steps[-1].end or 0.0 if steps else 0.0
    total = total_figure(account)
    middle = total.mid if total.mid is not None else at
    most = replace(_band(NET_CEILING, account, lang), strong=False, faint=True)
    rows = [
        *steps,
        *_unpriced(account, state, at),
        replace(_band(TOTAL, account, lang), colour="cost"),
        *_money_back(account, middle, lang),
        _band(NET, account, lang),
        replace(most, note=_far_note(account)),
    ]
    top = max((one for row in rows for one in (row.end, row.high) if one is not None), default=0.0)
    ends = [one for row in rows for one in _ends(row)]
    axis = money_axis(ends, lang, floor=-_BELOW * top)
    return tuple(_cut(row, axis) for row in rows), axis


def _far_note(account: Account) -> str:
    """More back than it costs: only on paper."""
    low = account.net_ceiling.low
    if low is None or low >= 0 or not account.net_ceiling.known:
        return ""
    return QCoreApplication.translate("MoneyPage", "样样拿满才有，别当预算")


def _ends(row: ChartRow) -> tuple[float, ...]:
    return tuple(one for one in (row.start, row.end, row.low, row.high) if one is not None)


def _cut(row: ChartRow, axis: Axis) -> ChartRow:
    """A bar that runs off the axis is drawn open."""
    off = any(one < axis.low for one in _ends(row))
    return replace(row, open_end=True) if off else row


def _steps(account: Account, state: State) -> list[ChartRow]:
    """One bar for each priced line, each from where the last one ended."""
    rows: list[ChartRow] = []
    at = 0.0
    for line in account.cost.lines:
        total = line.total
        if total is None or total.mid is None or not total.known:
            continue
        name = line_name(state, line.code)
        low, high = known_ends(total)
        if not total.mid and not high:
            # nothing comes of it here; it stands in the list behind the total
            continue
        end = at + total.mid
        own = QCoreApplication.translate("MoneyPage", "我的行价") if line.own else ""
        said = spoken(name, total, state.language)
        rows.append(
            ChartRow(
                f"{LINE}:{line.code}",
                name,
                present_number(total, state.language, compact=True),
                f"{said}（{own}）" if own else said,
                Mark.STEP,
                start=at,
                end=end,
                low=None if low is None else at + low,
                high=None if high is None else at + high,
                own=line.own,
                note=own,
            )
        )
        at = end
    return rows


def _unpriced(account: Account, state: State, at: float) -> list[ChartRow]:
    """A dashed box for the venue without a price; the other lines share one."""
    alone, rest = split_unpriced(account)
    rows = [
        _empty(f"{LINE}:{line.code}", line_name(state, line.code), at, state.language, line.total)
        for line in alone
    ]
    if rest:
        told = join((line_name(state, line.code) for line in rest), state.language)
        name = QCoreApplication.translate("MoneyPage", "{line}等 {n} 项").format(
            line=line_name(state, rest[0].code), n=len(rest)
        )
        row = _empty(OTHERS, name, at, state.language)
        rows.append(replace(row, spoken=f"{row.spoken}（{told}）"))
    return rows


def _empty(key: str, name: str, at: float, lang: str, part: Range | None = None) -> ChartRow:
    """A box for what has no price, or has one for a ``part`` only."""
    partly = part is not None and part.known
    figure = part if part is not None and partly else unknown("CNY", low=None)
    note = QCoreApplication.translate("MoneyPage", "有几处没有价，未计入") if partly else no_price()
    return ChartRow(
        key,
        name,
        present_number(figure, lang, compact=True),
        f"{spoken(name, figure, lang)}（{note}）" if partly else f"{name}：{note}",
        Mark.EMPTY,
        start=at,
        note=note,
    )


def _band(key: str, account: Account, lang: str) -> ChartRow:
    name, figure = sum_name(key), sum_figure(account, key)
    low, high = known_ends(figure)
    shown = figure.known and low is not None
    return ChartRow(
        key,
        name,
        present_number(figure, lang, compact=True),
        spoken(name, figure, lang),
        Mark.BAND if shown else Mark.NOTHING,
        "fit",
        low=low,
        mid=figure.mid,
        high=high,
        strong=True,
        open_end=shown and (high is None or figure.beyond),
        ruled=True,
    )


def _money_back(account: Account, middle: float, lang: str) -> tuple[ChartRow, ...]:
    """Certain, expected, ceiling: each a bar back from the middle of the total."""
    subsidy = account.subsidy
    gated = subsidy.expected is None and bool(subsidy.ceiling)
    hoped = subsidy.ceiling if gated else subsidy.expected
    chance = QCoreApplication.translate("MoneyPage", "要评审，通过率没公布")
    bars = (
        (CERTAIN, Mark.SOLID, subsidy.certain, ""),
        (EXPECTED, Mark.HATCH, hoped, chance if gated else ""),
        (CEILING, Mark.OUTLINE, subsidy.ceiling, unpublished(subsidy, lang)),
    )
    return tuple(
        _back(key, account, lang, middle, mark, amount, note) for key, mark, amount, note in bars
    )


def _back(
    key: str,
    account: Account,
    lang: str,
    middle: float,
    mark: Mark,
    amount: float | None,
    note: str,
) -> ChartRow:
    name, figure = sum_name(key), sum_figure(account, key)
    # a sure nought is a thin line at the total; what nobody knows has no bar
    nought = Mark.SOLID if amount == 0 and figure.known else Mark.NOTHING
    return ChartRow(
        key,
        f"{MINUS} {name}",
        present_number(figure, lang, compact=True),
        spoken(name, figure, lang),
        mark if amount else nought,
        "subsidy",
        start=middle - (amount or 0.0),
        end=middle,
        note=note,
    )

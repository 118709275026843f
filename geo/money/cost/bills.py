"""A line while it is simulated: fen per draw, a day and for the stay, and the line it makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.model import Basis, Line, Range, Reason, Source
from geo.money.cost.draws import DRAWS, Draws, Fen, in_fen, money, per_day, times_days

PER_DAY = "CNY/day"
STAY = "CNY"
# reasons that name a site
_OF_ONE_SITE = ("ask_venue", "overtime_ask")


@dataclass(frozen=True, slots=True, eq=False)
class Bill:
    """A line and its draws; ``day`` and ``stay`` are None while nobody has priced it.

    A line of a city of which only a part is priced keeps the draws of that part. ``share``: it is
    a percentage of other lines.
    """

    line: Line
    day: Fen | None = None
    stay: Fen | None = None
    share: bool = False

    @property
    def code(self) -> str:
        """Code of the line."""
        return self.line.code

    @property
    def open(self) -> bool:
        """Whether the line, or a part of it, has no price."""
        return self.line.amount.mid is None


@dataclass(frozen=True, slots=True)
class Grounds:
    """How an amount is known: basis, sources, method, whether the user told it."""

    basis: Basis
    sources: tuple[Source, ...] = ()
    method: str = ""
    own: bool = False


def unpriced(code: str, reasons: Sequence[Reason], sources: Iterable[Source] = ()) -> Bill:
    """A line that nobody has priced: listed, never a 0."""
    told = tuple(dict.fromkeys(sources))
    day, stay = (Range(0.0, None, None, unit, Basis.UNKNOWN, told) for unit in (PER_DAY, STAY))
    return Bill(Line(code, day, tuple(reasons), stay))


def by_day(
    code: str,
    cny: Draws,
    days: Fen,
    grounds: Grounds,
    reasons: Sequence[Reason] = (),
    beyond: bool = False,
) -> Bill:
    """A line paid each day."""
    day = in_fen(cny)
    return priced(code, day, times_days(day, days), grounds, reasons, beyond)


def by_stay(
    code: str,
    cny: Draws,
    days: Fen,
    grounds: Grounds,
    reasons: Sequence[Reason] = (),
    beyond: bool = False,
) -> Bill:
    """A line paid for the stay, told a day as its share."""
    stay = in_fen(cny)
    return priced(code, per_day(stay, days), stay, grounds, reasons, beyond)


def priced(
    code: str,
    day: Fen,
    stay: Fen,
    grounds: Grounds,
    reasons: Sequence[Reason] = (),
    beyond: bool = False,
) -> Bill:
    """The line of two simulated amounts. ``beyond``: something unpriced comes on top."""
    amount, total = (
        money(fen, unit, grounds.basis, grounds.sources, grounds.method, beyond)
        for fen, unit in ((day, PER_DAY), (stay, STAY))
    )
    return Bill(Line(code, amount, tuple(reasons), total, grounds.own), day, stay)


def merged(parts: Sequence[Bill], days: Fen) -> Bill:
    """One line of several sites, spread over the ``days`` of the city.

    While one of them has no price the sum has no middle and no high end.
    """
    first = parts[0].line
    told = [bill for bill in parts if bill.stay is not None]
    alone = len(parts) == 1
    reasons = first.reasons if alone else _reasons(parts)
    if not told:
        return unpriced(first.code, reasons, sources_of(parts))
    stay = sum_of(bill.stay for bill in told)
    bases = {bill.line.amount.basis for bill in parts}
    grounds = Grounds(
        bases.pop() if len(bases) == 1 else Basis.ESTIMATED,
        sources_of(parts),
        first.amount.method if alone else "method.sites_summed",
        all(bill.line.own for bill in told),
    )
    beyond = any(bill.line.amount.beyond or bill.open for bill in parts)
    whole = priced(first.code, per_day(stay, days), stay, grounds, reasons, beyond)
    return _ceilings_off(whole) if any(bill.open for bill in parts) else whole


def _ceilings_off(bill: Bill) -> Bill:
    line = bill.line
    assert line.total is not None
    amount, total = (replace(each, mid=None, high=None) for each in (line.amount, line.total))
    return Bill(replace(line, amount=amount, total=total), bill.day, bill.stay)


def _reasons(parts: Sequence[Bill]) -> tuple[Reason, ...]:
    """Each reason once; whom to ask is told once for the city, with the count."""
    found = {each.code: each for bill in parts for each in bill.line.reasons}
    waiting = sum(bill.open for bill in parts)
    if waiting:
        found["sites_unpriced"] = Reason("sites_unpriced", {"n": waiting, "sites": len(parts)})
    return tuple(each for code, each in found.items() if code not in _OF_ONE_SITE)


def sources_of(bills: Iterable[Bill]) -> tuple[Source, ...]:
    """Each source once, in the order of the lines."""
    return tuple(dict.fromkeys(source for bill in bills for source in bill.line.amount.sources))


def sum_of(amounts: Iterable[Fen | None]) -> Fen:
    """Fen added draw by draw, what is not priced left out; exact in any order."""
    total = np.zeros(DRAWS, np.int64)
    for amount in amounts:
        if amount is not None:
            total += amount
    return total

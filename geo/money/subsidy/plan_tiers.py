"""The subsidies of a city as steps a plan can climb: so many days, so large a share, so much spent.

Nothing is read off the texts twice: the awards of a city are judged again and again, with the
facts that a plan decides at each of their thresholds, and the steps are what ``judge`` gave.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from geo.model import PolicyBook, ProjectFacts, Region
from geo.money.fen import to_cny, to_fen
from geo.money.subsidy.judge import judge
from geo.money.subsidy.places import reaching
from geo.money.subsidy.plan_facts import SPEND, Parents, Place, StayFacts
from geo.money.subsidy.plan_lines import ROUNDED, Paid, pieces, samples
from geo.money.subsidy.plan_marks import MILLION, marks_of, with_bases

MOST_SPEND = 2_000_000_000
"""Fen that a plan spends in a city at most: beyond, a step pays no more."""


@dataclass(frozen=True, slots=True)
class TierTerms:
    """A step: from ``days`` in the city, ``share`` of all days there and ``threshold`` spent on.

    It pays ``amount`` and ``rate`` of what is spent, that up to ``cap``; fen, rates in 0..1, in
    whole millionths.
    """

    amount: int
    rate: float
    cap: int
    threshold: int
    days: int
    share: float

    def pays(self, days: int, of: int, spend: int) -> int:
        """Fen for ``days`` of ``of`` days there and ``spend`` fen; 0 where it is not reached."""
        reached = days >= self.days and days * MILLION >= millionths(self.share) * of
        return self.of_spend(spend) if reached and spend >= self.threshold else 0

    def of_spend(self, spend: int) -> int:
        """Fen once the step is reached."""
        return self.amount + min(self.cap, millionths(self.rate) * spend // MILLION)


@dataclass(frozen=True, slots=True)
class CityTiers:
    """The steps of a city, of which one at most is taken: by certain and by expected money."""

    certain: tuple[TierTerms, ...] = ()
    expected: tuple[TierTerms, ...] = ()


def millionths(share: float) -> int:
    """A share as it was written: 0.1 is a tenth."""
    return round(share * MILLION)


def paid(tiers: Iterable[TierTerms], days: int, of: int, spend: int) -> int:
    """The most that one of ``tiers`` pays, in fen."""
    return max((tier.pays(days, of, spend) for tier in tiers), default=0)


def plan_tiers(
    book: PolicyBook,
    place: Place,
    facts: ProjectFacts,
    today: date,
    *,
    parents: Parents | None = None,
    most_days: int = 30,
) -> CityTiers:
    """The steps of the awards that reach ``place`` (province, city, None).

    Within ``most_days`` days and but for fen of rounding no step pays more than ``judge`` gives for
    the same days (all in a row) and spending. It pays as much, unless an award asks for days of
    the whole shoot or for less of something: such are only counted where they surely pay.
    """
    here = reaching(book, Region(*place))
    policies = with_bases(here, book)
    marks = marks_of(policies, told_spend=facts.get(SPEND) is not None)
    probe = _Probe(replace(book, policies=policies), place, facts, today, parents or {})
    stays: dict[tuple[object, ...], _Stay] = {}
    seen = [
        (days, of, stays.setdefault(marks.sign(days, of), _Stay(days, of)))
        for days in range(1, most_days + 1)
        for of in range(days, most_days + 1)
    ]
    cuts = (*marks.spends(MOST_SPEND), MOST_SPEND) if marks.by_spend else (0, MOST_SPEND)
    found: tuple[list[TierTerms], list[TierTerms]] = ([], [])
    for days in marks.days(most_days):
        for share in marks.shares():
            least = millionths(share)
            above = {
                stay for have, of, stay in seen if have >= days and have * MILLION >= least * of
            }
            for reading, tiers in enumerate(found if above else ()):
                paid_for = probe.least(above, reading, cuts if marks.by_spend else (0, 1))
                tiers.extend(_steps(paid_for, cuts, days, share))
    return CityTiers(*(_undominated(tiers) for tiers in found))


class _Stay(NamedTuple):
    """A stay that stands for all that no award can tell from it."""

    days: int
    of: int


class _Probe:
    """What ``judge`` gives for stays in a city, each asked once."""

    def __init__(
        self, book: PolicyBook, place: Place, facts: ProjectFacts, today: date, parents: Parents
    ) -> None:
        self._book = book
        self._place = place
        self._today = today
        self._parents = parents
        self._facts = StayFacts(book, place, facts, parents)
        self._known: dict[tuple[_Stay, int], tuple[int, int]] = {}

    def _fen(self, stay: _Stay, spend: int) -> tuple[int, int]:
        """Certain and expected money."""
        if (stay, spend) not in self._known:
            facts = self._facts.at(stay.days, stay.days, stay.of, to_cny(spend))
            found = judge(self._book, self._place, facts, self._today, parents=self._parents)
            self._known[stay, spend] = to_fen(found.certain), to_fen(found.counted)
        return self._known[stay, spend]

    def least(self, stays: Iterable[_Stay], reading: int, cuts: Sequence[int]) -> Paid:
        """What is surely paid for some spending, whichever of ``stays`` it is.

        Only those are asked again that pay least somewhere.
        """
        among = sorted(stays)
        lowest: set[_Stay] = set()
        for spend in samples(cuts):
            fen = {stay: self._fen(stay, spend)[reading] for stay in among}
            least = min(fen.values())
            lowest.add(next(stay for stay in among if fen[stay] == least))
        return lambda spend: min(self._fen(stay, spend)[reading] for stay in lowest)


def _steps(paid: Paid, cuts: Sequence[int], days: int, share: float) -> list[TierTerms]:
    """A step for each piece that pays; none pays more than any piece further on."""
    later = MOST_SPEND * MILLION
    found = []
    for piece in reversed(pieces(paid, cuts)):
        high = min(piece.high, later)
        low = min(piece.low, high)
        rate = round((high - low) / max(1, piece.end - 1 - piece.start) * MILLION)
        amount = low - rate * piece.start // MILLION
        if amount < 0 or rate > MILLION:
            amount, rate = low, 0
        # where the next piece only goes on from here the last fen is not lost to rounding
        top = later if rate and high <= later <= high + ROUNDED else high
        cap = top - amount if rate else 0
        found.append(TierTerms(amount, rate / MILLION, cap, piece.start, days, share))
        later = min(later, low)
    return [tier for tier in found if tier.of_spend(MOST_SPEND) > 0]


def _undominated(tiers: Sequence[TierTerms]) -> tuple[TierTerms, ...]:
    """Without steps that ask for no less and pay no more than another one."""
    edges = sorted({edge for tier in tiers for edge in _edges(tier)})

    def beaten(tier: TierTerms, by: TierTerms) -> bool:
        easier = by.days <= tier.days and by.share <= tier.share and by.threshold <= tier.threshold
        paid_more = (
            tier.of_spend(edge) - by.of_spend(edge) for edge in edges if edge >= tier.threshold
        )
        return easier and max(paid_more, default=0) <= ROUNDED

    order = sorted(
        dict.fromkeys(tiers),
        key=lambda one: (one.days, one.share, one.threshold, -one.of_spend(MOST_SPEND)),
    )
    kept: list[TierTerms] = []
    for tier in order:
        if not any(beaten(tier, other) for other in kept):
            kept = [other for other in kept if not beaten(other, tier)] + [tier]
    return tuple(kept)


def _edges(tier: TierTerms) -> tuple[int, ...]:
    full = tier.cap * MILLION // millionths(tier.rate) if tier.rate else 0
    return (tier.threshold, full, full + 1, MOST_SPEND)

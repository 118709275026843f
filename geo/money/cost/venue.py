"""The venue line: a price told for the site, else its reference class, else not priced."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from geo.model import (
    Basis,
    Hire,
    Line,
    ProjectFacts,
    Range,
    Reason,
    Site,
    Source,
    VenueClass,
    unknown,
)
from geo.money.cost.facts import CostFact, CostFacts
from geo.money.spans import Span

PER_DAY = "CNY/day"
CAP = "place.price_cap_per_day"
TOLD = "method.told_price"
# a whole base serves all scenes of a day; a set by the day comes next; hours are the last resort
_PREFERENCE = ("base_day", "day", "hour")


def venue_line(site: Site, costs: CostFacts) -> Line:
    """What the venue costs per shooting day (CNY/day), or an unpriced line that says whom to ask.

    A price of the site itself wins; only indoor bases and rooms have a reference class.
    """
    if site.hires:
        return _told(site, costs)
    if site.venue_class in (VenueClass.INDOOR_BASE, VenueClass.ROOM):
        return _by_class(site.venue_class.value, costs)
    return Line("venue", unknown(PER_DAY), (Reason("ask_venue", {"site": site.name_zh}),))


def over_cap(lines: Sequence[Line], facts: ProjectFacts) -> tuple[Reason, ...]:
    """Say when the least that a site is known to ask for a day is more than the project's cap.

    Only a price by the day that was told or published counts: a price class or a price by the hour
    is no price of this site for a day, and an unpriced site may well be cheap.
    """
    cap = facts.get(CAP)
    if not isinstance(cap, int | float) or isinstance(cap, bool):
        return ()
    for line in lines:
        low = line.amount.low
        if line.code == "venue" and line.amount.method == TOLD and low is not None and low > cap:
            return (Reason("price_over_cap", {"low": low, "cap": cap}),)
    return ()


def _told(site: Site, costs: CostFacts) -> Line:
    quoted = tuple(hire for hire in site.hires if hire.basis is Basis.QUOTED)
    pool = quoted or site.hires
    per = min((hire.per for hire in pool), key=_PREFERENCE.index)
    chosen = tuple(hire for hire in pool if hire.per == per)
    amounts = [hire.amount for hire in chosen]
    span = Span(min(amounts), statistics.median(amounts), max(amounts))
    method, sources = TOLD, _sources(site, chosen)
    if per == "hour":
        hours = costs.assumed["hours_per_day"]
        span, method = span.times(hours.span), "method.told_hours"
        sources = (*sources, *hours.sources)
    basis = Basis.QUOTED if quoted else chosen[0].basis
    amount = span.as_range(PER_DAY, basis, sources, method)
    return Line("venue", amount, (Reason(f"venue_told.{per}", {"amount": span.mid}),))


def _sources(site: Site, hires: Sequence[Hire]) -> tuple[Source, ...]:
    named = tuple(
        Source(site.name_zh, hire.who, hire.date or None, supports=("hires",))
        for hire in hires
        if hire.who
    )
    return named or tuple(
        source for source in site.sources if {"hires", "day_rate_cny"} & set(source.supports)
    )


def _by_class(name: str, costs: CostFacts) -> Line:
    facts = costs.classes[name]
    days = sorted(_per_day(fact, costs) for fact in facts)
    span = Span(days[0], statistics.median(days), days[-1])
    amount = span.as_range(
        PER_DAY,
        Basis.ESTIMATED,
        (fact.source for fact in facts),
        f"method.reference_class.{name}",
    )
    reason = Reason(f"venue_tied.{name}", {"n": len(facts), "low": span.low, "high": span.high})
    return Line("venue", amount, (reason,))


def _per_day(fact: CostFact, costs: CostFacts) -> float:
    hours = costs.assumed["hours_per_day"].span.mid if fact.unit == "CNY_per_hour" else 1.0
    return fact.span.mid * hours


def venue_class_of(amount: Range) -> str | None:
    """The reference class a venue was priced from, None when it was not."""
    prefix = "method.reference_class."
    return amount.method.removeprefix(prefix) if amount.method.startswith(prefix) else None

"""The venue: a price told for the site, else its reference class, else not priced."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from geo.model import (
    Basis,
    Hire,
    Line,
    ProjectFacts,
    Reason,
    Site,
    Source,
    VenueClass,
    unknown,
)
from geo.money.cost.bills import STAY, Bill, Grounds, by_day, by_stay, unpriced
from geo.money.cost.draws import Draws, drawn
from geo.money.cost.drivers import Drivers, Stay
from geo.money.cost.facts import CostFact, CostFacts
from geo.money.cost.quotes import Told, told
from geo.money.spans import Span

CAP = "place.price_cap_per_day"
TOLD, TOLD_HOURS, TOLD_HALVES = "method.told_price", "method.told_hours", "method.told_half_days"
# a whole base serves all scenes of a day; a set by the day comes next; hours are the last resort
RENTS = ("base_day", "day", "half_day", "hour")
OVERTIME, MINIMUM, DEPOSIT = "overtime", "minimum", "deposit"
HALVES = 2


class Terms(NamedTuple):
    """What an hour beyond the day's hire costs: hours included, CNY an hour, grounds, facts."""

    hours: Span
    rate: Span
    grounds: Grounds
    reason: Reason


def venue_bills(site: Site, shared: Drivers, stay: Stay) -> tuple[Bill, ...]:
    """The venue and its hours beyond the day's hire; unpriced lines say whom to ask.

    A price of the site itself wins; only indoor bases and rooms have a reference class.
    """
    rents = _rents(site, shared.costs.today)
    if rents.hires:
        venue = _told(site, rents, shared, stay)
        hourly = rents.hires[0].per == "hour"
    elif class_of(site):
        venue = _by_class(site.venue_class.value, shared, stay)
        hourly = False
    else:
        return (unpriced("venue", (Reason("ask_venue", {"site": site.name_zh}),)),)
    return (venue,) if hourly else (venue, _overtime(site, shared, stay))


def rent_key(site: Site) -> tuple[str, ...]:
    """What the venue bills of two sites have in common when they are the same."""
    if site.hires:
        return ("told", site.id)
    return (site.venue_class.value,) if class_of(site) else ("ask", site.name_zh)


def class_of(site: Site) -> bool:
    """Whether published facts make a reference class for the site."""
    return site.venue_class in (VenueClass.INDOOR_BASE, VenueClass.ROOM)


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


def day_price(site: Site, costs: CostFacts) -> tuple[float | None, float | None]:
    """Least and most CNY that the site charges for a day; None at an end that nobody knows.

    A price told for the site gives both ends. Of a price class only the upper end is taken: places
    like it are known to charge no more, but that this one charges so much nobody has said.
    """
    rents = _rents(site, costs.today).hires
    if rents:
        span, per = _span(rents), rents[0].per
        hours = costs.assumed["hours_per_day"].span
        least, most = {"hour": (hours.low, hours.high), "half_day": (HALVES, HALVES)}.get(
            per, (1, 1)
        )
        return span.low * least, span.high * most
    if class_of(site):
        return None, class_span(site.venue_class.value, costs).high
    return None, None


def deposit_line(site: Site, costs: CostFacts) -> Line:
    """Money tied up and given back: told, else the one published for a hired room, else unknown."""
    asked, reasons = told(site, (DEPOSIT,), costs.today)
    if asked:
        figure = _span(asked).as_range(STAY, asked[0].basis, _sources(site, asked), TOLD)
        return Line("deposit", figure, reasons, figure, asked[0].basis is Basis.QUOTED)
    if site.venue_class is VenueClass.ROOM:
        sources = (costs.source("deposit"),)
        span = costs.span("deposit")
        figure = span.as_range(STAY, Basis.ESTIMATED, sources, "method.one_fact")
        return Line("deposit", figure, (Reason("deposit_one_fact", {"amount": span.mid}),), figure)
    figure = unknown(STAY)
    return Line("deposit", figure, (Reason("deposit_ask", {"site": site.name_zh}),), figure)


def least_asked(site: Site, costs: CostFacts) -> Span | None:
    """What the site asks for in all, however short the hire (CNY); None where it asks nothing."""
    least = told(site, (MINIMUM,), costs.today).hires
    return _span(least) if least else None


def by_the_day(site: Site) -> Site:
    """The site without what it asks for in all: what is left is paid by the day."""
    return replace(site, hires=tuple(hire for hire in site.hires if hire.per != MINIMUM))


def _rents(site: Site, today: str) -> Told:
    """The prices that make the rent: the largest unit of those that count."""
    found = told(site, RENTS, today)
    per = min((hire.per for hire in found.hires), key=RENTS.index, default="")
    return found._replace(hires=tuple(hire for hire in found.hires if hire.per == per))


def _span(hires: Sequence[Hire]) -> Span:
    amounts = [hire.amount for hire in hires]
    return Span(min(amounts), statistics.median(amounts), max(amounts))


def _told(site: Site, found: Told, shared: Drivers, stay: Stay) -> Bill:
    rents = found.hires
    per, span = rents[0].per, _span(rents)
    cny, method, sources = drawn(span, f"venue.{site.id}"), TOLD, _sources(site, rents)
    if per == "hour":
        hours = shared.costs.assumed["hours_per_day"]
        cny, method, sources = cny * shared.hours, TOLD_HOURS, (*sources, *hours.sources)
    elif per == "half_day":
        cny, method = cny * HALVES, TOLD_HALVES
    quoted = rents[0].basis is Basis.QUOTED
    grounds = Grounds(rents[0].basis, sources, method, quoted)
    reasons = (Reason(f"venue_told.{per}", {"amount": span.mid}), *found.reasons)
    least = least_asked(site, shared.costs)
    if least is None:
        return by_day("venue", cny, stay.days, grounds, reasons)
    floor = drawn(least, f"venue_minimum.{site.id}")
    reasons = (*reasons, Reason("venue_minimum", {"amount": least.mid}))
    total = np.maximum(floor, cny * stay.days)
    return by_stay("venue", total, stay.days, grounds, reasons)


def _sources(site: Site, hires: Sequence[Hire]) -> tuple[Source, ...]:
    named = tuple(
        Source(site.name_zh, hire.who, hire.date or None, supports=("hires",))
        for hire in hires
        if hire.who
    )
    return named or tuple(
        source for source in site.sources if {"hires", "day_rate_cny"} & set(source.supports)
    )


def class_span(name: str, costs: CostFacts) -> Span:
    """Lowest, median and highest day of the class."""
    days = sorted(_per_day(fact, costs) for fact in costs.classes[name])
    return Span(days[0], statistics.median(days), days[-1])


def _per_day(fact: CostFact, costs: CostFacts) -> float:
    hours = costs.assumed["hours_per_day"].span.mid if fact.unit == "CNY_per_hour" else 1.0
    return fact.span.mid * hours


def _by_class(name: str, shared: Drivers, stay: Stay) -> Bill:
    facts = shared.costs.classes[name]
    span = class_span(name, shared.costs)
    grounds = Grounds(
        Basis.ESTIMATED,
        tuple(fact.source for fact in facts),
        f"method.reference_class.{name}",
    )
    reason = Reason(f"venue_tied.{name}", {"n": len(facts), "low": span.low, "high": span.high})
    return by_day("venue", class_draws(name, shared.costs), stay.days, grounds, (reason,))


def class_draws(name: str, costs: CostFacts) -> Draws:
    """The rent of a class: one draw for all its sites, so that they tie."""
    return drawn(class_span(name, costs), f"venue.{name}")


def _overtime(site: Site, shared: Drivers, stay: Stay) -> Bill:
    """Hours of a real day beyond those in the day's hire."""
    terms = _terms(site, shared.costs)
    if terms is None:
        return unpriced("overtime", (Reason("overtime_ask", {"site": site.name_zh}),))
    over = np.maximum(0.0, shared.hours - drawn(terms.hours, "venue_hours"))
    rate = drawn(terms.rate, "venue_overtime")
    return by_day("overtime", over * rate, stay.days, terms.grounds, (terms.reason,))


def _terms(site: Site, costs: CostFacts) -> Terms | None:
    """Terms of the site where it tells a price of an hour, else of its class, else None.

    How many hours the day holds is published for few places; a site takes those of its class, or
    all that are published.
    """
    members = costs.classes[site.venue_class.value] if class_of(site) else ()
    hours = [fact.included_hours for fact in members if fact.included_hours is not None]
    rates = [fact.overtime for fact in members if fact.overtime is not None]
    known = tuple(fact.source for fact in members if fact.included_hours is not None)
    beyond = told(site, (OVERTIME,), costs.today)
    asked = (beyond if beyond.hires else told(site, ("hour",), costs.today)).hires
    if not asked and not rates:
        return None
    if not hours:
        stated = [fact for ids in costs.classes.values() for fact in ids]
        stated = [fact for fact in stated if fact.included_hours is not None]
        hours = [fact.included_hours for fact in stated if fact.included_hours is not None]
        known = tuple(fact.source for fact in stated)
    included = _middle(hours)
    sources = (*known, *costs.assumed["hours_per_day"].sources)
    values = {"low": included.low, "high": included.high, "n": len(hours)}
    if asked:
        span, quoted = _span(asked), asked[0].basis is Basis.QUOTED
        grounds = Grounds(
            asked[0].basis, (*_sources(site, asked), *sources), "method.hours_beyond", quoted
        )
        return Terms(included, span, grounds, Reason("overtime_told", {**values, "rate": span.mid}))
    rate = _middle(rates)
    grounds = Grounds(Basis.ESTIMATED, sources, "method.hours_beyond")
    return Terms(included, rate, grounds, Reason("overtime_class", {**values, "rate": rate.mid}))


def _middle(values: Sequence[float]) -> Span:
    return Span(min(values), statistics.median(values), max(values))

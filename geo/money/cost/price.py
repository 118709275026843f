"""Gross cost of a site or a city: lines per shooting day, each with its range and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geo.model import (
    Basis,
    Cost,
    Line,
    ProjectFacts,
    Range,
    Reason,
    Site,
    Source,
    VenueClass,
    unknown,
)
from geo.money.cost.facts import CostFacts
from geo.money.cost.living import lodging_line, meals_line, transport_line
from geo.money.cost.travel import travel_line
from geo.money.cost.venue import PER_DAY, venue_line
from geo.money.project import crew, days_for, positive, shoot_days
from geo.money.spans import Span


def price_site(
    site: Site,
    facts: ProjectFacts,
    scenes: int,
    stand_ins: int,
    costs: CostFacts,
    home: tuple[float, float] | None = None,
    *,
    arrival: tuple[float, float] | None = None,
    unpriced_venue_charge: float | None = None,
) -> Cost:
    """Price ``scenes`` scenes at ``site``, ``stand_ins`` of them in a set that only stands in.

    ``home`` is (lat, lon) of the crew's home city, ``arrival`` that of the site's city (so that all
    its sites pay the same fare; none: the site itself). Lines and ``ranked`` are CNY per shooting
    day.
    """
    people, said_crew = crew(facts, costs)
    project_days, said_days = shoot_days(facts, costs)
    venue = venue_line(site, costs)
    lines = (
        venue,
        lodging_line(site, people, costs),
        meals_line(people, costs),
        transport_line(people, costs),
        travel_line(home, arrival or (site.lat, site.lon), people, project_days, costs),
        *_unpriced(site, stand_ins),
    )
    charge = costs.unpriced_venue_charge if unpriced_venue_charge is None else unpriced_venue_charge
    asked = venue.amount.mid is None
    reasons = (
        *said_crew,
        *(said_days if home is not None else ()),
        *((Reason("venue_charge_in_ranking", {"amount": charge}),) if asked else ()),
    )
    return _cost(
        lines,
        days_for(scenes, facts, costs),
        sum(line.amount.mid or 0.0 for line in lines) + (charge if asked else 0.0),
        reasons,
    )


def _unpriced(site: Site, stand_ins: int) -> tuple[Line, ...]:
    """Lines that crews really pay and nobody publishes: listed, never a 0."""
    lines = []
    if stand_ins > 0:
        lines.append(
            Line("dressing", unknown(PER_DAY), (Reason("dressing_unpriced", {"n": stand_ins}),))
        )
    if site.venue_class is VenueClass.OPEN:
        kept = any(level.code in ("heritage_national", "world_heritage") for level in site.levels)
        code = "permit_heritage" if kept else "permit_unpriced"
        lines.append(Line("permit", unknown(PER_DAY), (Reason(code),)))
    return tuple(lines)


def _cost(lines: tuple[Line, ...], days: Range, ranked: float, reasons: tuple[Reason, ...]) -> Cost:
    priced = sum_of(lines)
    per_day = replace(priced, mid=None, high=None, beyond=False) if priced.beyond else priced
    return Cost(
        per_day,
        _total(per_day, days),
        days,
        lines,
        ranked,
        priced,
        _total(priced, days),
        reasons,
    )


def sum_of(lines: Iterable[Line]) -> Range:
    """The priced lines added end by end (they share crew and days); CNY/day.

    While the venue has no price it comes on top (``beyond``); other unpriced lines add nothing.
    """
    lines = tuple(lines)
    low, mid, high = (
        sum(getattr(line.amount, end) or 0.0 for line in lines) for end in ("low", "mid", "high")
    )
    beyond = any(line.code == "venue" and line.amount.mid is None for line in lines)
    method = "method.lines_without_venue" if beyond else "method.lines_added"
    sources = _sources(lines)
    return Range(low, mid, high, PER_DAY, Basis.ESTIMATED, sources, method, beyond)


def _total(per_day: Range, days: Range) -> Range:
    def times(one: float | None, other: float | None) -> float | None:
        return None if one is None or other is None else one * other

    return Range(
        times(per_day.low, days.low),
        times(per_day.mid, days.mid),
        times(per_day.high, days.high),
        "CNY",
        Basis.ESTIMATED,
        tuple(dict.fromkeys((*per_day.sources, *days.sources))),
        per_day.method,
        per_day.beyond,
    )


def _sources(lines: Iterable[Line]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for line in lines for source in line.amount.sources))


@dataclass(frozen=True, slots=True)
class CityPart:
    """One covering site of a city: its cost and the number of scenes it takes."""

    cost: Cost
    scenes: int
    site_id: str = ""


def price_city(parts: Sequence[CityPart], facts: ProjectFacts, costs: CostFacts) -> Cost:
    """The whole script in one city: days of the sites added, each line an average over the days.

    Living is paid once a day wherever one shoots. Where the project says its number of days, those
    count. ValueError without parts.
    """
    if not parts:
        raise ValueError("no parts")
    shares = tuple(part.cost.days.mid or 1.0 for part in parts)
    codes = dict.fromkeys(line.code for part in parts for line in part.cost.lines)
    lines = tuple(_average(code, parts, shares) for code in codes)
    days = _city_days(parts, facts, costs)
    ranked = _mean((part.cost.ranked for part in parts), shares)
    asked = sum(1 for part in parts if _venue(part.cost).amount.mid is None)
    reasons = [Reason("city_days", {"sites": len(parts), "days": days.mid or 0.0})]
    if asked:
        reasons.append(Reason("venues_unpriced", {"n": asked, "sites": len(parts)}))
    kept = dict.fromkeys(reason.code for part in parts for reason in part.cost.reasons)
    first = {reason.code: reason for part in parts for reason in part.cost.reasons}
    return _cost(lines, days, ranked, (*reasons, *(first[code] for code in kept)))


def _mean(values: Iterable[float | None], days: Sequence[float]) -> float:
    """Average weighted by days; an unknown low end counts 0."""
    return sum((each or 0.0) * day for each, day in zip(values, days, strict=True)) / sum(days)


def _venue(cost: Cost) -> Line:
    return next(line for line in cost.lines if line.code == "venue")


def _average(code: str, parts: Sequence[CityPart], days: Sequence[float]) -> Line:
    """One line averaged over the days; a part without the line pays nothing on it."""
    lines = [next((line for line in part.cost.lines if line.code == code), None) for part in parts]
    found = [line for line in lines if line is not None]
    if len(parts) == 1:
        return found[0]
    # whom to ask is told once for the city, with the count
    reasons = {
        each.code: each for line in found for each in line.reasons if each.code != "ask_venue"
    }
    sources = _sources(found)
    low = _mean((line.amount.low if line else 0.0 for line in lines), days)
    if any(line.amount.mid is None for line in found):
        priced = any(line.amount.mid is not None for line in found)
        basis = Basis.ESTIMATED if priced else Basis.UNKNOWN
        amount = Range(low, None, None, PER_DAY, basis, sources)
    else:
        mid = _mean((line.amount.mid if line else 0.0 for line in lines), days)
        high = _mean((line.amount.high if line else 0.0 for line in lines), days)
        method = "method.average_over_days"
        amount = Range(low, mid, high, PER_DAY, Basis.ESTIMATED, sources, method)
    return Line(code, amount, tuple(reasons.values()))


def _city_days(parts: Sequence[CityPart], facts: ProjectFacts, costs: CostFacts) -> Range:
    """Days of all sites: at best scenes of several sites share days, at worst each has its own.

    A number of days set in the project is taken as it is.
    """
    own = positive(facts, "shoot.days")
    if own is not None:
        return Span.exact(own).as_range("days", Basis.QUOTED, (), "method.days_set")
    shared = days_for(sum(part.scenes for part in parts), facts, costs)
    mid = sum(part.cost.days.mid or 0.0 for part in parts)
    high = sum(part.cost.days.high or 0.0 for part in parts)
    span = Span(shared.low or 1.0, mid, high)
    return span.as_range("days", Basis.ESTIMATED, shared.sources, "method.days_of_sites")

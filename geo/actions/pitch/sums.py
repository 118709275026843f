"""The money of a pack: what exactly these places and scenes cost, what comes back, what stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from geo.actions.pitch.counter import Counter
from geo.actions.pitch.places import Chosen
from geo.actions.pricing import Pricing, shows_place
from geo.actions.regions import place_of
from geo.model import (
    Basis,
    Cost,
    Match,
    ProjectFacts,
    Range,
    Reason,
    Site,
    unknown,
)
from geo.model.pitch import PitchMoney, PlaceGain
from geo.money import Spot, nets, review
from geo.money.cost.drivers import DAYS

LOCAL_SHARE = "jobs.local_share"
NO_COST = Cost(
    unknown("CNY/day"),
    unknown("CNY"),
    unknown("days"),
    (),
    0.0,
    unknown("CNY/day"),
    unknown("CNY"),
)
"""What a shoot costs of which nobody has said what it shoots."""

Takes = Mapping[str, tuple[Match, ...]]


def by_city(sites: Sequence[Site], first: str) -> dict[str, list[Site]]:
    """The places of each city, those of the city that pitches first."""
    found: dict[str, list[Site]] = {first: []}
    for site in sites:
        found.setdefault(site.city_zh, []).append(site)
    return {city: some for city, some in found.items() if some}


def pricing_in(counter: Counter, chosen: Chosen) -> dict[str, Pricing]:
    """Prices by city: days that the project tells are shared out by scenes, so none counts twice.

    A single city keeps them all, as in the ranking.
    """
    towns = by_city(chosen.sites, chosen.city)
    scenes = {
        city: sum(len(chosen.takes[site.id]) for site in some) for city, some in towns.items()
    }
    told = counter.facts.get(DAYS)
    busy = [city for city in towns if scenes[city]]
    if len(busy) < 2 or isinstance(told, bool) or not isinstance(told, int | float):
        return dict.fromkeys(towns, counter.pricing)
    shares = _shared(max(round(told), len(busy)), [scenes[city] for city in busy])
    found = dict.fromkeys(towns, counter.pricing)
    for city, days in zip(busy, shares, strict=True):
        taken = {one.scene_id for site in towns[city] for one in chosen.takes[site.id]}
        found[city] = Pricing(
            counter.ws,
            ProjectFacts({**counter.facts.values, DAYS: days}),
            counter.today,
            [scene for scene in counter.script.scenes if scene.id in taken],
            counter.pricing.pricer.costs,
        )
    return found


def _shared(days: int, weights: Sequence[int]) -> list[int]:
    """Whole days by weight, at least one each; they add up to ``days``."""
    spare, total = days - len(weights), sum(weights)
    ends = [0, *(round(spare * one / total) for one in accumulate(weights))]
    return [1 + after - before for before, after in pairwise(ends)]


def moneys(
    counter: Counter, chosen: Chosen, prices: Mapping[str, Pricing]
) -> tuple[PitchMoney, ...]:
    """Cost, money back and what is left by city, the city that pitches first."""
    towns = by_city(chosen.sites, chosen.city)
    if counter.script.scenes:
        # where nothing is shot nothing is spent and nothing comes back
        busy = {site.city_zh for site in chosen.sites if chosen.takes[site.id]}
        towns = {city: sites for city, sites in towns.items() if city in busy}
    return tuple(
        _money(counter, chosen.takes, city, sites, prices[city]) for city, sites in towns.items()
    )


def _money(
    counter: Counter, takes: Takes, city: str, sites: Sequence[Site], pricing: Pricing
) -> PitchMoney:
    parts = [
        pricing.taking(counter.public(site), takes[site.id]) for site in sites if takes[site.id]
    ]
    cost = pricing.whole(city, parts) if parts else NO_COST
    district = shared_district(sites)
    subsidy = counter.support(pricing.subsidy(sites[0].adcode, city, district))
    place = place_of(counter.ws, sites[0].adcode, city, district)
    judged = review(counter.ws.money.policies, place, counter.facts, counter.today)
    certain, expected, ceiling = nets(cost, subsidy)
    return PitchMoney(city, sites[0].city_en, cost, subsidy, certain, expected, ceiling, judged)


def shared_district(sites: Sequence[Site]) -> str | None:
    """The district in which all the places lie, whose own policies then count too."""
    found = {site.district_zh for site in sites}
    return next(iter(found)) if len(found) == 1 else None


def gain_of(counter: Counter, chosen: Chosen, prices: Mapping[str, Pricing]) -> PlaceGain | None:
    """What the city that pitches gains; None where nothing is shot there."""
    here = [site for site in chosen.sites if site.city_zh == chosen.city]
    takes, pricing = chosen.takes, prices[chosen.city]
    parts = [
        pricing.taking(counter.public(site), takes[site.id]) for site in here if takes[site.id]
    ]
    if not parts:
        return None
    left = pricing.pricer.left_there(parts)
    cost = pricing.whole(chosen.city, parts)
    shows = any(shows_place(site, takes[site.id]) for site in here if takes[site.id])
    spot = Spot.of_city(chosen.city, here[0].adcode, shows=shows, days=cost.days)
    reasons = []
    nights = replace(left.people_days, unit="nights", method="method.crew_nights")
    if pricing.home is not None and pricing.home.name.removesuffix("市") == chosen.city:
        nights = unknown("nights")
        reasons.append(Reason("pitch_nights_at_home", {"city": chosen.city}))
    # one figure of what the crew spends, not two that differ
    uplift = replace(counter.gain(spot), crew_spending=left.spent)
    work = _work_days(counter.facts, left.people_days)
    if not work.known:
        reasons.append(Reason("pitch_work_days_unknown"))
    return PlaceGain(left.spent, nights, work, uplift, tuple(reasons))


def _work_days(facts: ProjectFacts, people_days: Range) -> Range:
    """Days worked by local people, where the project says what share of its jobs is local."""
    share = facts.get(LOCAL_SHARE)
    if isinstance(share, bool) or not isinstance(share, int | float):
        return unknown("days")
    low, mid, high = (
        None if end is None else round(end * share)
        for end in (people_days.low, people_days.mid, people_days.high)
    )
    return Range(low, mid, high, "days", Basis.ESTIMATED, (), "method.local_work_days")

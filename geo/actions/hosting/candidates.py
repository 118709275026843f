"""Changes worth trying: what the corpus misses most, at the place that would help most."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Sequence

import numpy as np

from geo.actions.hosting.changed import changed_site, shuts_at_night
from geo.actions.hosting.contest import Contest
from geo.actions.hosting.ground import ground
from geo.actions.hosting.matching import LEVEL, Shares, shares_of
from geo.actions.hosting.mix import DemandRules, demand_rules
from geo.match import great_circle_km
from geo.model import Exposure, FloatArray, IntExt, Kind, Site, VenueClass
from geo.model.hosting import Improvement, ImprovementKind

STAGES = ("studio_stage", "greenscreen_stage", "led_virtual_stage")


def candidates(game: Contest) -> tuple[Improvement, ...]:
    """What to try, the likeliest kinds first. Costs are unknown: nobody has stated one."""
    rules, had = demand_rules(game.ws.assets), shares_of(game)
    return (
        *_sets(game, had, rules),
        *_rooms(game, had, int(rules.values["try_rooms"])),
        *_rates(game, had, rules),
        *_rebates(rules),
        *_nights(game, had, int(rules.values["try_nights"])),
        *_road(game, had, rules.values["try_nearer"]),
    )


def _sets(game: Contest, had: Shares, rules: DemandRules) -> Iterator[Improvement]:
    """The sets most missed, each at the base of ours where it would win most scenes."""
    missed: dict[str, float] = {}
    for column, need in enumerate(game.asked.needs()):
        if need in rules.buildable and not had.won[column]:
            missed[need] = missed.get(need, 0.0) + float(had.weights[column])
    types = sorted(missed, key=lambda code: -missed[code])[: int(rules.values["try_sets"])]
    bases = _where_sets_stand([game.ground.sites[row] for row in had.rows])
    tried = [
        Improvement(ImprovementKind.ADD_SET, site.id, code) for code in types for site in bases
    ]
    best: dict[str, tuple[tuple[float, float], Improvement]] = {}
    for change, worth in zip(tried, _worth(game, had, tried), strict=True):
        known = best.get(change.scene_type)
        if worth[1] > 0 and (known is None or worth > known[0]):
            best[change.scene_type] = worth, change
    yield from (change for _, change in sorted(best.values(), key=lambda one: one[0], reverse=True))


def _where_sets_stand(homes: Sequence[Site]) -> list[Site]:
    """Bases that are known to have sets or stages; where there is none, any base."""
    bases = [site for site in homes if site.kind is Kind.BASE]
    built = [
        site
        for site in bases
        if site.sets_count
        or site.venue_class in (VenueClass.INDOOR_BASE, VenueClass.BACKLOT)
        or any(one.scene_type in STAGES for one in site.scene_types)
    ]
    return built or bases


def _rooms(game: Contest, had: Shares, most: int) -> Iterator[Improvement]:
    """Rooms of ours that nobody has looked into, where being let in would win most scenes."""
    asked = {need.scene_type for scene in game.asked.kinds for need in scene.needs}
    kinds = game.ws.vocabulary.scene_types
    tried = [
        Improvement(ImprovementKind.OPEN_INSIDE, site.id, one.scene_type)
        for site in (game.ground.sites[row] for row in had.rows)
        for one in site.scene_types
        if one.exposure is Exposure.UNKNOWN
        and one.scene_type in asked
        and kinds[one.scene_type].int_ext is not IntExt.EXT
    ]
    yield from _first(game, had, tried, most)


def _nights(game: Contest, had: Shares, most: int) -> Iterator[Improvement]:
    """Places of ours that are known to shut before the night scenes they would serve."""
    homes = (game.ground.sites[row] for row in had.rows)
    tried = [
        Improvement(ImprovementKind.OPEN_NIGHT, site.id)
        for site in homes
        if shuts_at_night(game.ws, site)
    ]
    yield from _first(game, had, tried, most)


def _rates(game: Contest, had: Shares, rules: DemandRules) -> Iterator[Improvement]:
    """Places that crews would use most and that publish no rate."""
    ours = {game.ground.sites[row].id: game.ground.sites[row] for row in had.rows}
    used: Tally[str] = Tally()
    for title, towns in zip(game.demand.titles, game.towns, strict=True):
        for site_id in towns[0].sites:
            if site_id in ours and not ours[site_id].hires:
                used[site_id] += int(title.weight * 100)
    rate = rules.values["try_rate"]
    for site_id, _ in used.most_common(int(rules.values["try_rates"])):
        yield Improvement(ImprovementKind.PUBLISH_RATE, site_id, rate=rate)


def _rebates(rules: DemandRules) -> Iterator[Improvement]:
    share, cap = rules.values["try_share"], rules.values["try_cap"]
    for days in ("try_days", "try_few_days"):
        yield Improvement(
            ImprovementKind.REBATE, share=share, cap=cap, days=int(rules.values[days])
        )


def _road(game: Contest, had: Shares, share: float) -> Iterator[Improvement]:
    """The way to the place that is farthest out among those that crews would use."""
    used = {site_id for towns in game.towns for site_id in towns[0].sites}
    homes = [site for row in had.rows if (site := game.ground.sites[row]).id in used]
    if len(homes) > 1:
        far = {site.id: _from_others(site, homes) for site in homes}
        farthest = max(far, key=lambda one: far[one])
        yield Improvement(ImprovementKind.ROAD, farthest, km=round(far[farthest] * share, 1))


def _from_others(site: Site, homes: Sequence[Site]) -> float:
    """Median straight kilometres to the others."""
    here = site.lat, site.lon
    ways = [great_circle_km(here, (one.lat, one.lon)) for one in homes if one is not site]
    return float(np.median(ways))


def _first(
    game: Contest, had: Shares, tried: Sequence[Improvement], most: int
) -> Iterator[Improvement]:
    worths = _worth(game, had, tried)
    order = sorted(range(len(tried)), key=lambda at: worths[at], reverse=True)
    sites: set[str] = set()
    types: set[str] = set()
    for at in order:
        one = tried[at]
        if worths[at][1] <= 0 or len(sites) == most:
            return
        # one answer for each place and for each kind of room says more than three of the same
        if one.site_id not in sites and (not one.scene_type or one.scene_type not in types):
            sites.add(one.site_id)
            types.add(one.scene_type)
            yield one


def _worth(game: Contest, had: Shares, tried: Sequence[Improvement]) -> list[tuple[float, float]]:
    """By change, the scenes it would win more, and how much better the best of ours would fit."""
    homes: dict[str, Site] = {site.id: site for site in game.ground.sites}
    vocabulary = game.ws.vocabulary
    sites = [changed_site(homes[one.site_id], one, vocabulary) for one in tried]
    if not sites:
        return []
    fit: FloatArray = ground(game.ws, sites, game.asked.kinds, game.terms).fit
    better = np.maximum(fit, had.ours)
    won = (better > 0) & (better >= had.best_rival - LEVEL) & ~had.won
    gained = np.maximum(better - had.ours, 0)
    return [
        (float(one), float(more))
        for one, more in zip(won @ had.weights, gained @ had.weights, strict=True)
    ]

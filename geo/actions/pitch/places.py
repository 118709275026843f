"""Which places are pitched, and which scenes each of them takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.actions.pitch.counter import Counter, assigned
from geo.errors import PitchError
from geo.model import CityOffer, Match, Ranking, Reason, Site
from geo.model.pitch import BureauCard
from geo.progress import Job

MOST_SHOWN = 12
"""Places of an area that a profile shows where nobody has chosen any."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The places pitched, in their order, each with the scenes it takes; what was left out."""

    sites: tuple[Site, ...]
    takes: Mapping[str, tuple[Match, ...]]
    city: str
    notes: tuple[Reason, ...] = ()


def ranked_for(counter: Counter, card: BureauCard) -> Job[Counter]:
    """The same counter with a ranking, where its places hang on one that there is not yet."""
    wishes, ranking = counter.wishes, counter.ranking
    city = wishes.city or card.city
    known = ranking is not None and (not city or city in {one.city for one in ranking.cities})
    if wishes.sites or known or not counter.script.scenes:
        return counter
    cities = (city,) if city else ()
    return (yield from counter.ranked(cities))


def chosen(counter: Counter, card: BureauCard) -> Chosen:
    """The places asked for, else those that the ranking takes, else what the area has to show.

    Raises PitchError pitch_no_places, pitch_place_unknown.
    """
    wishes = counter.wishes
    if wishes.sites:
        return _asked(counter)
    if counter.script.scenes and counter.ranking is not None:
        return _as_ranked(counter, counter.ranking, wishes.city or card.city)
    sites = _of_area(counter, card)
    return Chosen(sites, {site.id: () for site in sites}, sites[0].city_zh)


def _asked(counter: Counter) -> Chosen:
    wanted = tuple(dict.fromkeys(counter.wishes.sites))
    sites = tuple(counter.catalogue[one] for one in wanted if one in counter.catalogue)
    gone = len(wanted) - len(sites)
    if not sites:
        raise PitchError("pitch_no_places")
    notes = (Reason("pitch_places_gone", {"n": gone}),) if gone else ()
    takes = assigned(counter.script.scenes, counter.matches(sites))
    return Chosen(sites, takes, _main_city(sites, takes, counter.wishes.city), notes)


def _as_ranked(counter: Counter, ranking: Ranking, city: str) -> Chosen:
    offer = _town(ranking, city)
    by_id = {one.site.id: one for one in ranking.sites}
    takes = {
        site_id: tuple(one for one in by_id[site_id].matches if one.scene_id in set(taken))
        for site_id, taken in zip(offer.sites, offer.takes, strict=True)
    }
    sites = tuple(by_id[site_id].site for site_id in offer.sites)
    if not sites:
        raise PitchError("pitch_nothing_served", city=offer.city)
    return Chosen(sites, takes, offer.city)


def _town(ranking: Ranking, city: str) -> CityOffer:
    for offer in ranking.cities:
        if offer.city == city:
            return offer
    if not ranking.cities:
        raise PitchError("pitch_place_unknown")
    return ranking.cities[int(ranking.city_order.first(1)[0])]


def _of_area(counter: Counter, card: BureauCard) -> tuple[Site, ...]:
    """What an area has to show: places with photos first, then those best documented."""
    city = counter.wishes.city or card.city
    if not city:
        raise PitchError("pitch_place_unknown")
    here = [
        site for site in counter.catalogue.values() if site.city_zh == city and site.parent is None
    ]
    if card.district and city == card.city:
        here = [site for site in here if site.district_zh == card.district]
    if not here:
        raise PitchError("pitch_area_empty", city=card.district or city)

    def worth(site: Site) -> tuple[int, int, int, int]:
        return len(site.photos), len(site.levels), len(site.scene_types), len(site.sources)

    return tuple(sorted(here, key=worth, reverse=True)[:MOST_SHOWN])


def _main_city(sites: Sequence[Site], takes: Mapping[str, Sequence[Match]], city: str) -> str:
    """The city in which most scenes are shot, the one asked for where it is among them."""
    counts: dict[str, tuple[int, int]] = {}
    for site in sites:
        scenes, places = counts.get(site.city_zh, (0, 0))
        counts[site.city_zh] = scenes + len(takes[site.id]), places + 1
    return city if city in counts else max(counts, key=lambda one: counts[one])

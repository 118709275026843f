"""Up to six candidates side by side: places or whole cities, with the same figures for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.actions.pitch.counter import Counter
from geo.actions.pitch.guard import public_uplift, shows_rivals
from geo.actions.pitch.sums import NO_COST
from geo.actions.pricing import shows_place
from geo.model import Basis, Match, Range, Reason, Site, unknown
from geo.model.pitch import MOST_COMPARED, BureauCard, Compared
from geo.money import Spot, nets
from geo.progress import Job, Step


@dataclass(frozen=True, slots=True)
class Beside:
    """Candidates side by side, the names of all rivals among them, shown or not, what is gone."""

    shown: tuple[Compared, ...] = ()
    rivals: tuple[str, ...] = ()
    notes: tuple[Reason, ...] = ()


def compared(counter: Counter, card: BureauCard, city: str) -> Job[Beside]:
    """The candidates wished for.

    Ours are the places of the bureau's own area, or of the ``city`` that pitches.
    """
    keys = tuple(dict.fromkeys(counter.wishes.compare))[:MOST_COMPARED]
    there = {site.city_zh for site in counter.catalogue.values()}
    known = [key for key in keys if key in counter.catalogue or key in there]
    counter = yield from _with_cities(counter, [key for key in known if key in there])
    found: list[Compared] = []
    rivals: list[str] = []
    shown = shows_rivals(counter.wishes)
    for at, key in enumerate(known):
        yield Step("pitch_compare", at, len(known))
        site = counter.catalogue.get(key)
        ours = _is_ours(card, city, site.city_zh if site else key, site)
        if not ours:
            rivals.append(site.name_zh if site else key)
        if not ours and not shown:
            continue
        one = _site(counter, site) if site is not None else _city(counter, key)
        if one is not None:
            found.append(replace(one, ours=ours))
    gone = len(keys) - len(known)
    notes = (Reason("pitch_compare_gone", {"n": gone}),) if gone else ()
    return Beside(tuple(found), tuple(rivals), notes)


def _is_ours(card: BureauCard, pitched: str, city: str, site: Site | None) -> bool:
    if not card.city:
        return city == pitched
    here = city == card.city
    return here and (site is None or not card.district or site.district_zh == card.district)


def _with_cities(counter: Counter, cities: Sequence[str]) -> Job[Counter]:
    """The counter with a ranking in which all ``cities`` stand."""
    known = set() if counter.ranking is None else {one.city for one in counter.ranking.cities}
    if not counter.script.scenes or set(cities) <= known:
        return counter
    return (yield from counter.ranked(cities))


def _site(counter: Counter, site: Site) -> Compared:
    taken = counter.matches((site,))[site.id]
    shown, pricing = counter.public(site), counter.pricing
    cost = pricing.alone(shown, taken)
    subsidy = counter.support(pricing.subsidy(site.adcode, site.city_zh, site.district_zh))
    spot = Spot.of_site(shown, shows=shows_place(site, taken), days=cost.days)
    return Compared(
        site.id,
        site.name_zh,
        site.name_en or site.name_zh,
        len(taken),
        sum(one.direct for one in taken),
        cost,
        subsidy,
        nets(cost, subsidy)[0],
        counter.gain(spot),
        site_id=site.id,
        city=site.city_zh,
        lead_days=lead_days(taken),
    )


def _city(counter: Counter, city: str) -> Compared | None:
    offers = () if counter.ranking is None else counter.ranking.cities
    offer = next((one for one in offers if one.city == city), None)
    if offer is None or counter.ranking is None:
        return None
    by_id = {one.site.id: one for one in counter.ranking.sites}
    pricing = counter.pricing
    takes = {
        site_id: [one for one in by_id[site_id].matches if one.scene_id in set(taken)]
        for site_id, taken in zip(offer.sites, offer.takes, strict=True)
    }
    parts = [
        pricing.taking(counter.public(by_id[site_id].site), taken)
        for site_id, taken in takes.items()
    ]
    cost = pricing.whole(city, parts) if parts else NO_COST
    taken = [one for some in takes.values() for one in some]
    return Compared(
        city,
        city,
        offer.city_en or city,
        len(offer.covered),
        sum(one.direct for one in taken),
        cost,
        counter.support(offer.subsidy),
        nets(cost, offer.subsidy)[0],
        public_uplift(offer.uplift, counter.ws.money.uplift),
        city=city,
        reasons=(Reason("city_sites", {"count": len(parts)}),) if parts else (),
        lead_days=lead_days(taken),
    )


def lead_days(taken: Sequence[Match]) -> Range | None:
    """Days from application to permission, the longest; None where nothing is asked for.

    Open at the top while nobody has published how long one of them takes.
    """
    findings = [one for match in taken for one in match.findings]
    if not findings:
        return None
    known = [one.lead_days for one in findings if one.lead_days is not None]
    if not known:
        return unknown("days")
    most = float(max(known))
    high = most if len(known) == len(findings) else None
    sources = tuple(dict.fromkeys(source for one in findings for source in one.sources))
    return Range(most, most, high, "days", Basis.PUBLISHED, sources)

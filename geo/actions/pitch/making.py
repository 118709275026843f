"""Putting a pack together: everything it says, and nothing private that is not ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from geo.actions.pitch import confirming
from geo.actions.pitch.comparing import compared
from geo.actions.pitch.counter import Counter, script_of
from geo.actions.pitch.desk import broken_packs, bureau_card, reviewed_pack, site_files
from geo.actions.pitch.guard import Kept, disclosed, public_file
from geo.actions.pitch.legs import legs_of, ways_from_first
from geo.actions.pitch.places import Chosen, chosen, ranked_for
from geo.actions.pitch.sums import gain_of, moneys, pricing_in
from geo.actions.planning.lands import start_of
from geo.actions.pricing import Pricing
from geo.actions.workspace import Workspace
from geo.model import (
    IntExt,
    Match,
    Planned,
    ProjectFacts,
    Ranking,
    Reason,
    Scene,
    Script,
    Source,
    SunTimes,
)
from geo.model.pitch import (
    Audience,
    BureauCard,
    Pitch,
    PitchMoney,
    PitchScene,
    PitchSite,
    PitchWishes,
    SiteFile,
    ToConfirm,
)
from geo.plan.calendar import sun_times
from geo.progress import Job, Step

PARTS = 4


def make_pitch(
    ws: Workspace,
    ranking: Ranking | None,
    script: Script | None,
    facts: ProjectFacts,
    wishes: PitchWishes,
    planned: Planned = Planned(),  # noqa: B008 (frozen)
    today: date | None = None,
) -> Job[Pitch]:
    """Everything the pack says: for a script, for the scene types needed, or a profile of places.

    Raises PitchError: ``pitch_no_places`` where none of the places asked for is left,
    ``pitch_place_unknown`` where nobody has said which area is pitched, ``pitch_area_empty``,
    ``pitch_nothing_served``; and FactsError as ``rank`` does.
    """
    yield Step("pitch", 0, PARTS)
    day = today or date.today()
    played = script_of(script, wishes.needs, ws.vocabulary.scene_types)
    card, files = bureau_card(ws), site_files(ws)
    counter = Counter(ws, facts, wishes, played, ranking if script is not None else None, day)
    counter = yield from ranked_for(counter, card)
    yield Step("pitch", 1, PARTS)
    places = chosen(counter, card)
    prices = pricing_in(counter, places)
    money = moneys(counter, places, prices)
    yield Step("pitch", 2, PARTS)
    sites = _sites(counter, places, files, planned.contacts, prices)
    scenes = _scenes(counter, places)
    yield Step("pitch", 3, PARTS)
    beside = yield from compared(counter, card, places.city)
    left_out = _unusable([photo for one in sites for photo in one.photos])
    odd = left_out, broken_packs(ws), _unusable([card.logo] if card.logo else [])
    kept = Kept(places.sites, files, planned.contacts, ws.money.costs, beside.rivals, *odd)
    return Pitch(
        # what the pack is called is no film: letters greet the crew of this one
        played.title,
        places.city,
        next(one.city_en for one in places.sites if one.city_zh == places.city),
        sites,
        scenes,
        money,
        gain_of(counter, places, prices),
        legs_of(ws, places.sites),
        _to_confirm(counter, places, sites, money, card),
        disclosed(kept, wishes),
        card,
        wishes,
        day,
        beside.shown,
        _sources(sites, scenes, money),
        (*places.notes, *_notes(money), *beside.notes, *_of_base(ws, wishes, day)),
        _suns(counter, places),
    )


def _sites(
    counter: Counter,
    places: Chosen,
    files: Mapping[str, SiteFile],
    contacts: Mapping[str, str],
    prices: Mapping[str, Pricing],
) -> tuple[PitchSite, ...]:
    found = []
    ways = ways_from_first(counter.ws, places.sites)
    for site in places.sites:
        taken, shown = places.takes[site.id], counter.public(site)
        kept = files.get(site.id, SiteFile(site.id))
        file = public_file(kept, site, contacts.get(site.id, ""), counter.wishes.disclose)
        cost = None
        if taken or not counter.script.scenes:
            cost = prices[site.city_zh].alone(shown, taken)
        findings = {one.rule_id: one for match in taken for one in match.findings}
        ids = tuple(one.scene_id for one in taken)
        told, way = tuple(findings.values()), ways.get(site.id)
        found.append(PitchSite(shown, file, ids, cost, told, site.photos, way))
    return tuple(found)


def _unusable(photos: Sequence[str]) -> tuple[Reason, ...]:
    if not photos:
        return ()
    # pictures are read by a package that is slow to import
    from geo.present.pitch.photos import unusable

    return unusable(photos)


def _scenes(counter: Counter, places: Chosen) -> tuple[PitchScene, ...]:
    taken = {match.scene_id: match for matches in places.takes.values() for match in matches}
    of_set = {scene: (one.id, one.name) for one in counter.script.sets for scene in one.scenes}
    suns = _suns(counter, places)
    return tuple(
        _scene(scene, of_set.get(scene.id, ("", scene.place)), taken.get(scene.id), suns)
        for scene in counter.script.scenes
    )


def _scene(
    scene: Scene, own: tuple[str, str], match: Match | None, suns: Mapping[str, SunTimes]
) -> PitchScene:
    asked = scene.needs[0].scene_type if scene.needs else ""
    if match is None:
        return PitchScene(
            scene.id, scene.label, own[0], own[1], scene.int_ext, scene.time, asked=asked
        )
    outside = scene.int_ext is not IntExt.INT
    return PitchScene(
        scene.id,
        scene.label,
        own[0],
        own[1],
        scene.int_ext,
        scene.time,
        match.site_id,
        match.asked,
        match.served,
        match.fit,
        match.direct,
        match.reasons,
        match.findings,
        suns.get(match.site_id) if outside else None,
    )


def _suns(counter: Counter, places: Chosen) -> dict[str, SunTimes]:
    """Light at each place on the first shooting day, at the equinox while there is none."""
    when = start_of(counter.facts)
    return {site.id: sun_times(site.lat, site.lon, when) for site in places.sites}


def _to_confirm(
    counter: Counter,
    places: Chosen,
    sites: Sequence[PitchSite],
    money: Sequence[PitchMoney],
    card: BureauCard,
) -> tuple[ToConfirm, ...]:
    asker = confirming.Asker(counter.ws, card, counter.wishes)
    found: list[ToConfirm] = []
    for site, shown in zip(places.sites, sites, strict=True):
        taken = places.takes[site.id]
        found += confirming.of_site(asker, site, shown.file, shown.cost, taken, counter.wishes)
    found += confirming.of_money(money)
    if counter.script.scenes:
        found += confirming.of_crew(asker, counter.facts)
    return confirming.open_things(found)


def _sources(
    sites: Iterable[PitchSite], scenes: Iterable[PitchScene], money: Iterable[PitchMoney]
) -> tuple[Source, ...]:
    """What the pack rests on, each source once, in the order of its pages."""
    found: dict[Source, None] = {}
    for one in money:
        found |= dict.fromkeys(source for line in one.cost.lines for source in line.amount.sources)
        counted = (result for result in one.subsidy.policies if result.counts)
        found |= dict.fromkeys(source for result in counted for source in result.sources)
        if one.review is not None:
            found |= dict.fromkeys(one.review.sources)
    for scene in scenes:
        found |= dict.fromkeys(source for one in scene.findings for source in one.sources)
    for site in sites:
        found |= dict.fromkeys(site.site.sources)
    return tuple(found)


def _notes(money: Sequence[PitchMoney]) -> Iterable[Reason]:
    if len(money) > 1:
        yield Reason("pitch_cities_apart", {"n": len(money)})


def _of_base(ws: Workspace, wishes: PitchWishes, day: date) -> Iterable[Reason]:
    """A review covers the base map, not what is drawn on it."""
    pack = reviewed_pack(ws, wishes, day)
    if pack is not None and wishes.audience is not Audience.INTERNAL:
        yield Reason("pitch_base_added", {"name": pack.name, "review": pack.review})

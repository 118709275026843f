"""Finding places: by what is typed, and by likeness to a known good one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from threading import Lock
from weakref import WeakKeyDictionary

from geo.actions.workspace import Workspace, locate
from geo.catalogue import Store, all_divisions, load_english_names
from geo.catalogue.search import (
    Index,
    Place,
    ToldDrive,
    answer,
    build_index,
    load_search_rules,
)
from geo.errors import FactsError, KnownError
from geo.match import Likeness
from geo.model import Alike, Found, ProjectFacts, Site, Term
from geo.progress import Job, Step
from geo.script import fold

HOME_CITY = "crew.home_city"
ALIKE = 12
NEAREST, LIKE_ENOUGH = 3, 0.5


@dataclass(slots=True)
class _Making:
    """An index under way. Whoever asks carries it on; who gives up leaves it to the next."""

    sites: tuple[Site, ...]
    job: Job[Index]
    lock: Lock = field(default_factory=Lock)
    step: Step = field(default_factory=lambda: Step("search_index"))
    index: Index | None = None
    likeness: Likeness | None = None
    broken: bool = False

    def go_on(self) -> Step:
        """Do one step more, after any that another thread is at."""
        with self.lock:
            if self.index is None:
                try:
                    self.step = next(self.job)
                except StopIteration as end:
                    self.index = end.value
                except KnownError:
                    # whoever asks next begins anew
                    self.broken = True
                    raise
            return self.step


_MADE: WeakKeyDictionary[Store, _Making] = WeakKeyDictionary()
_MADE_LOCK = Lock()


def search(ws: Workspace, query: str, facts: ProjectFacts) -> Job[Found]:
    """Find the places that meet every part of ``query``, best first; all of it is optional.

    Names in Chinese, pinyin, initials or English; city, kind, grade, era, scene type; and within
    so many kilometres (straight line) or minutes of a place, a city or the home city. Minutes are
    those of the user's road file, else an estimate by the rule in ``assets/search.yaml``.
    Raises CatalogueError when the catalogue cannot be read, FactsError when an asset is broken.
    """
    making = yield from _made(ws)
    yield Step("search")

    def drives(place: Place) -> Iterator[ToldDrive]:
        roads = ws.money.costs.roads
        for end, road in roads.drives_from(place.names, place.point):
            yield ToldDrive(end, road.km, road.minutes)

    assert making.index is not None
    return answer(making.index, query, _home(making.index, facts), drives)


def _made(ws: Workspace) -> Job[_Making]:
    """The index of the catalogue as it is now, made anew when something in it changed."""
    while True:
        with _MADE_LOCK:
            # the same tuple as long as no place was changed; a project kept beside them is none
            making, sites = _MADE.get(ws.store), ws.store.sites()
            if making is None or making.broken or making.sites is not sites:
                making = _MADE[ws.store] = _Making(sites, _build(ws, sites))
        if making.index is not None:
            return making
        yield making.go_on()


def _build(ws: Workspace, sites: tuple[Site, ...]) -> Job[Index]:
    rules = load_search_rules(ws.assets / "search.yaml")
    english = load_english_names(ws.assets / "basemap")
    return (yield from build_index(sites, rules, ws.vocabulary, all_divisions(), english, fold))


def _home(index: Index, facts: ProjectFacts) -> Place:
    """Where distances are measured from when no place is named."""
    unset = Place("", "", None)
    city = facts.get(HOME_CITY)
    found = locate(str(city)) if city else None
    if found is None:
        return unset
    told = index.place(found.name, unset)
    name_en = told.name_en if told is not None else found.name
    return Place(str(city), name_en, (found.lat, found.lon), names=(str(city), found.name))


def named_site(ws: Workspace, name: str) -> Job[Site]:
    """The place with that id or name, or the only one that a search for it finds by its name.

    Raises FactsError search_place_unknown_near with the names nearest to it, or
    search_place_unknown where none is near.
    """
    sites = ws.store.sites()
    wanted = name.strip()
    same = [one for one in sites if wanted in (one.id, one.name_zh, one.name_en)]
    if same:
        return same[0]
    by_id = {site.id: site for site in sites}
    found = yield from search(ws, wanted, ProjectFacts())
    named = all(term.term is Term.NAME for term in found.terms)
    near = [by_id[hit.site_id] for hit in found.hits[:NEAREST]] if named else []
    if len(found.hits) == 1 and near:
        return near[0]
    spelt = {key: site for site in sites for key in (site.id, site.name_zh, site.name_en)}
    near = near or [spelt[key] for key in get_close_matches(wanted, spelt, NEAREST, LIKE_ENOUGH)]
    if not near:
        raise FactsError("search_place_unknown", site=wanted)
    told = "、".join(f"{one.name_zh}（{one.id}）" for one in near)
    told_en = ", ".join(f"{one.name_en} ({one.id})" for one in near)
    raise FactsError("search_place_unknown_near", site=wanted, near=told, near_en=told_en)


def alike(ws: Workspace, site_id: str) -> Job[tuple[Alike, ...]]:
    """Places most like ``site_id``, the likest first; why: what they share, what is missing.

    Raises CatalogueError site_unknown.
    """
    site = ws.store.site(site_id)
    making = yield from _made(ws)
    yield Step("alike")
    if making.likeness is None:
        making.likeness = Likeness(ws.store.sites(), ws.vocabulary)
    return making.likeness.like(site, ALIKE)

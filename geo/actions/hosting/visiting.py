"""跟着剧去旅行: the shooting places of a title as days that a visitor can walk.

Rules, all told with the route: days begin at nine, an hour for lunch, so long at a place by its
kind, ways by road at the speed of a car, opening hours kept where the record tells them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from geo.actions.hosting.tours import shortest_tour
from geo.actions.pitch.desk import bureau_card, template_path
from geo.actions.places import known_sites
from geo.actions.planning.lands import road_between
from geo.actions.workspace import Workspace
from geo.catalogue.search.rules import load_search_rules
from geo.errors import ExportError
from geo.model import Basis, Kind, Range, Reason, Site, unknown
from geo.model.hosting import VisitDay, VisitRoute, VisitStop
from geo.money.cost.price import stop_at
from geo.progress import Job, Step

BEGIN = 9 * 60
LUNCH, LUNCH_FROM = 60, 11 * 60 + 30
STAY = {Kind.SCENIC: 120, Kind.BASE: 150, Kind.ICH: 60, Kind.COMMUNITY: 45}
LEAST_STAY = 30
LEAST_WAY = 5
VAGUE_M = 1_000
HOURS = re.compile(
    r"(\d{1,2})[:\uff1a](\d{2})\s*[\u2013\u2014~\uff5e-]\s*(\d{1,2})[:\uff1a](\d{2})"
)
TICKET, RECALLED = "ticket_cny", "ticket_recalled"
PAGE, PIECES, ROUTE = "page.html", "pieces.typ", "route.typ"
DAY = 24 * 60

Window = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Way:
    """By road from one place to the next, both estimates."""

    km: float
    minutes: int


def visit_route(
    ws: Workspace,
    title: str,
    sites: Sequence[str],
    scenes: Sequence[tuple[str, str]] = (),
    day_minutes: int = 480,
) -> Job[VisitRoute]:
    """An itinerary over sites (ids); ``scenes`` are (site id, words about what was shot)."""
    yield Step("visit", 0, 2)
    found = _whole_places(ws, known_sites(ws, sites))
    places, left_out = _open_places({one.id: one for one in found.values()}.values())
    gone = len(dict.fromkeys(sites)) - len(found)
    if gone:
        left_out.append(Reason("visit_gone", {"n": gone}))
    shot: dict[str, dict[str, None]] = {}
    for site_id, words in scenes:
        if site_id in found and words:
            shot.setdefault(found[site_id].id, {})[words] = None
    yield Step("visit", 1, 2)
    way = _Roads(ws)
    days: list[VisitDay] = []
    for group in _by_city(places, way):
        walked = _Walk(group, way, shot, day_minutes)
        for stops in walked.days():
            days.append(_day(len(days) + 1, stops, places, days, way))
        left_out += walked.never
    return VisitRoute(
        title, tuple(days), _tickets(days), _km(days), _rules(day_minutes), tuple(left_out)
    )


def export_visit(
    ws: Workspace, route: VisitRoute, path: Path, lang: str, today: date | None = None
) -> Job[Path]:
    """The itinerary as .html, .kml or .pdf; its map is a sketch without boundaries.

    Raises ExportError: ``visit_export_format`` (format), ``visit_export_empty``,
    ``export_refused``, ``export_disk_full``; of the PDF those of ``set_pdf``, of the page
    ``pitch_page_template``.
    """
    ending = path.suffix.lower()
    if ending not in (".html", ".kml", ".pdf"):
        raise ExportError("visit_export_format", format=path.suffix or path.name)
    if not route.days:
        raise ExportError("visit_export_empty", file=path.name)
    from geo.present.visit_paper import VisitTold, visit_paper, visit_pitch

    yield Step("export_write")
    sites = known_sites(ws, (stop.site_id for day in route.days for stop in day.stops))
    told = VisitTold(route, sites, ws.phrases, lang, bureau_card(ws), today or date.today())
    if ending == ".kml":
        from geo.present.visit_kml import write_kml

        return write_kml(told, path)
    if ending == ".pdf":
        from geo.present.visit_pdf import write_visit_pdf

        pieces = ws.assets / "templates" / PIECES
        return write_visit_pdf(visit_paper(told), template_path(ws, ROUTE), pieces, path)
    from geo.present.pitch.html_page import write_page

    pitch = visit_pitch(told, tuple(sites.values()))
    leaflet, template = ws.assets / "leaflet", template_path(ws, PAGE)
    return write_page(visit_paper(told), pitch, None, ws.phrases, leaflet, path, template=template)


# ---- which places


def _whole_places(ws: Workspace, sites: Mapping[str, Site]) -> dict[str, Site]:
    """Each place by the id asked for; of a set inside a base one visits the base."""
    parents = known_sites(ws, (one.parent for one in sites.values() if one.parent))
    return {key: parents.get(one.parent or "", one) for key, one in sites.items()}


def _open_places(sites: Iterable[Site]) -> tuple[list[Site], list[Reason]]:
    """Those a visitor may be sent to, and why the others are not."""
    places: list[Site] = []
    left_out: list[Reason] = []
    for site in sites:
        if site.kind is Kind.COMMUNITY:
            left_out.append(Reason("visit_private", named(site)))
        elif not (math.isfinite(site.lat) and math.isfinite(site.lon)):
            left_out.append(Reason("visit_no_position", named(site)))
        else:
            places.append(site)
    return places, left_out


def named(site: Site) -> dict[str, str | int | float | bool]:
    """A place by its names, for a sentence."""
    return {"site": site.name_zh, "site_en": site.name_en or site.name_zh}


class _Roads:
    """Ways by road between places, each worked out once."""

    def __init__(self, ws: Workspace) -> None:
        self.drive = load_search_rules(ws.assets / "search.yaml").drive
        self.roads = ws.money.costs.roads
        self.known: dict[tuple[str, str], Way] = {}

    def __call__(self, one: Site, two: Site) -> Way:
        """Kilometres and minutes; never less than a few minutes to get out and in again."""
        key = one.id, two.id
        if key not in self.known:
            # a car, not a truck with gear
            way = road_between(stop_at(one), stop_at(two), self.drive, self.roads, 1.0)
            self.known[key] = Way(way.km, max(LEAST_WAY, round(way.minutes)))
        return self.known[key]


def _by_city(places: Sequence[Site], way: _Roads) -> Iterator[list[Site]]:
    """Cities in the order of the shortest way, the places of each likewise."""
    cities: dict[str, list[Site]] = {}
    for site in places:
        cities.setdefault(site.city_zh, []).append(site)
    groups = list(cities.values())
    for at in shortest_tour(_table([group[0] for group in groups], way)):
        group = groups[at]
        yield [group[stop] for stop in shortest_tour(_table(group, way))]


def _table(sites: Sequence[Site], way: _Roads) -> list[list[float]]:
    return [[0.0 if one is two else float(way(one, two).minutes) for two in sites] for one in sites]


# ---- when


def windows(note: str | None) -> tuple[Window, ...]:
    """When a place lets people in, minutes from midnight, as its note tells; empty: not told.

    Hours that overlap are of different seasons: what is common to them is kept.
    """
    found: list[Window] = []
    for begin_h, begin_m, end_h, end_m in HOURS.findall(note or ""):
        begin, end = int(begin_h) * 60 + int(begin_m), int(end_h) * 60 + int(end_m)
        if not begin < end <= DAY:
            continue
        if found and begin < found[-1][1] and found[-1][0] < end:
            found[-1] = max(begin, found[-1][0]), min(end, found[-1][1])
        else:
            found.append((begin, end))
    return tuple(sorted(found))


def fitting(site: Site, arrive: int, latest: int) -> Window | None:
    """From when to when a visitor who is there at ``arrive`` stays; None: not on this day."""
    stay = STAY[site.kind]
    hours = windows(site.opening_note_zh or site.opening_note_en)
    for opens, shuts in hours or ((0, DAY),):
        begin = max(arrive, opens)
        end = begin + min(stay, shuts - opens)
        if end <= min(shuts, latest) and end - begin >= LEAST_STAY:
            return begin, end
    return None


class _Walk:
    """The places of one city, day after day in the order given."""

    def __init__(
        self,
        sites: Sequence[Site],
        way: _Roads,
        shot: Mapping[str, Mapping[str, None]],
        day_minutes: int,
    ) -> None:
        self.sites = sites
        self.way = way
        self.shot = shot
        self.latest = BEGIN + max(day_minutes, max(STAY.values()))
        self.never: list[Reason] = []

    def days(self) -> Iterator[list[VisitStop]]:
        """The stops of each day."""
        rest = list(self.sites)
        while rest:
            stops, rest = self._one_day(rest)
            if stops:
                yield stops

    def _one_day(self, sites: Sequence[Site]) -> tuple[list[VisitStop], list[Site]]:
        """The stops of a day, and the places left for the next ones."""
        stops: list[VisitStop] = []
        later: list[Site] = []
        before: Site | None = None
        clock, eaten = BEGIN, False
        for site in sites:
            way = None if before is None else self.way(before, site)
            when = fitting(site, clock + (0 if way is None else way.minutes), self.latest)
            if when is None and before is None:
                self.never.append(Reason("visit_hours_never", named(site)))
            elif when is None:
                later.append(site)
            else:
                stops.append(self._stop(site, when, way))
                before, clock = site, when[1]
                if not eaten and clock >= LUNCH_FROM:
                    clock, eaten = clock + LUNCH, True
        return stops, later

    def _stop(self, site: Site, when: Window, way: Way | None) -> VisitStop:
        return VisitStop(
            site.id,
            when[0],
            when[1],
            ticket_of(site),
            tuple(self.shot.get(site.id, ())),
            tuple(_notes(site)),
            None if way is None else way.km,
            None if way is None else float(way.minutes),
        )


def ticket_of(site: Site) -> Range:
    """What the record says a ticket costs one person, CNY; unknown is not free."""
    if site.ticket_cny is None:
        return unknown("CNY")
    price = site.ticket_cny
    sources = tuple(one for one in site.sources if TICKET in one.supports)
    if sources or site.basis_default == "source":
        return Range(price, price, price, "CNY", Basis.PUBLISHED, sources)
    return Range(price, price, price, "CNY", Basis.ESTIMATED, method=RECALLED)


def _notes(site: Site) -> Iterator[Reason]:
    """What a visitor should know before going."""
    note, note_en = site.opening_note_zh, site.opening_note_en
    if note or note_en:
        told = {"note": note or note_en or "", "note_en": note_en or note or ""}
        yield Reason("visit_opening", {**told})
    elif site.closed_weekdays != ():
        yield Reason("visit_hours_unknown")
    for weekday in site.closed_weekdays or ():
        yield Reason(f"visit_closed.{weekday}")
    if site.kind is Kind.BASE and site.ticket_cny is None:
        yield Reason("visit_base_ask")
    if site.coord_uncertainty_m > VAGUE_M:
        yield Reason("visit_vague", {"km": round(site.coord_uncertainty_m / 1000, 1)})


def _day(
    number: int,
    stops: Sequence[VisitStop],
    places: Sequence[Site],
    before: Sequence[VisitDay],
    way: _Roads,
) -> VisitDay:
    by_id = {one.id: one for one in places}
    first = by_id[stops[0].site_id]
    notes = []
    if before and before[-1].city != first.city_zh:
        last = by_id[before[-1].stops[-1].site_id]
        road = way(last, first)
        notes.append(
            Reason(
                "visit_between",
                {
                    "city": last.city_zh,
                    "city_en": last.city_en,
                    "to": first.city_zh,
                    "to_en": first.city_en,
                    "km": round(road.km),
                    "hours": round(road.minutes / 60, 1),
                },
            )
        )
    return VisitDay(number, first.city_zh, first.city_en, tuple(stops), tuple(notes))


# ---- all in all


def _tickets(days: Sequence[VisitDay]) -> Range:
    """What is known added up; ``beyond`` where a ticket is not known."""
    given = [stop.ticket for day in days for stop in day.stops]
    known = [one.mid for one in given if one.mid is not None]
    if not known:
        return unknown("CNY")
    total = sum(known)
    recalled = any(one.basis is Basis.ESTIMATED for one in given)
    basis, method = (Basis.ESTIMATED, RECALLED) if recalled else (Basis.PUBLISHED, "")
    added = Range(total, total, total, "CNY", basis, method=method)
    return replace(added, beyond=len(known) < len(given))


def _km(days: Sequence[VisitDay]) -> float | None:
    """The ways within the days; None where there is none to go."""
    ways = [stop.km for day in days for stop in day.stops if stop.km is not None]
    return sum(ways) if ways else None


def _rules(day_minutes: int) -> tuple[Reason, ...]:
    hours = round(day_minutes / 60, 1)
    stays: dict[str, str | int | float | bool] = {
        "scenic": STAY[Kind.SCENIC],
        "base": STAY[Kind.BASE],
        "craft": STAY[Kind.ICH],
    }
    return (
        Reason("visit_rule_day", {"begin": BEGIN // 60, "hours": hours, "lunch": LUNCH}),
        Reason("visit_rule_stay", stays),
        Reason("visit_rule_way"),
        Reason("visit_rule_ticket"),
    )

"""The route of the plan on the map: stops, drives, the cities they lie in."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model import PlanDay, ShootPlan, Site
from gui import theme
from gui.pages.page import Page
from gui.pages.plan.aside_words import in_lang, site_name
from gui.session import Changes, Session, State
from gui.widgets.map_route import Drive, RouteMap, Stop


class RoutePane(Page):
    """In step with the chosen day; ``day_asked``: a stop was clicked."""

    day_asked = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._palette = theme.current()
        self._based: object = None
        self.map = RouteMap(self._palette)
        self.map.stopClicked.connect(self.day_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map)

    def show_state(self, changes: Changes) -> None:
        """Draw the base map, then the way; without a way there is nothing to see."""
        state = self.state
        if changes.touch("plan", "basemap", "sites", "language"):
            plan = state.plan
            if plan is None or state.basemap is None:
                self.map.set_route((), ())
                return
            # the lines of the ground are the same as on the other map
            if self._based is not state.basemap:
                self._based = state.basemap
                self.map.set_basemap(state.basemap)
            stops, drives = route(plan, state)
            self.map.set_route(stops, drives, cities(plan, state))

    def show_day(self, day: int | None) -> None:
        """Draw a day strongest."""
        self.map.show_day(day)

    def restyle(self) -> None:
        """Dress the map in the theme that is on."""
        if theme.current() is not self._palette:
            self._palette = theme.current()
            self.map.set_palette(self._palette)


def route(plan: ShootPlan, state: State) -> tuple[list[Stop], list[Drive]]:
    """Where the company works, each base once, and how it goes on from place to place.

    A site that the catalogue no longer holds has no place on the map.
    """
    order: dict[str, int] = {}
    days: dict[str, list[int]] = {}
    legs: list[tuple[int, str, str, bool]] = []
    last: str | None = None
    for day in plan.days:
        visited = _visited(day, state)
        for site_id in visited:
            order.setdefault(site_id, len(order))
            days.setdefault(site_id, []).append(day.day)
        if last is not None and visited and visited[0] != last:
            legs.append((day.day, last, visited[0], True))
        legs += [(day.day, one, two, False) for one, two in pairwise(visited)]
        last = visited[-1] if visited else last
    stops = []
    for site_id in order:
        site = state.site(site_id)
        if site is not None:
            name = site_name(state, site_id)
            city = in_lang(site.city_zh, site.city_en, state.language)
            stops.append(Stop(site_id, name, site.lat, site.lon, tuple(days[site_id]), city))
    return stops, [Drive(day, order[one], order[two], night) for day, one, two, night in legs]


def _visited(day: PlanDay, state: State) -> list[str]:
    """The places of a day in order: sets of one base are that base."""
    places: list[str] = []
    for block in day.blocks:
        site = state.site(block.site_id)
        if site is None:
            continue
        place = _place(site, state)
        if not places or places[-1] != place:
            places.append(place)
    return places


def _place(site: Site, state: State) -> str:
    parent = state.site(site.parent) if site.parent else None
    return parent.id if parent is not None else site.id


def cities(plan: ShootPlan, state: State) -> tuple[str, ...]:
    """Adcodes of the cities that the plan works in."""
    sites = (state.site(one) for one in plan.sites)
    return tuple(dict.fromkeys(one.adcode[:4] + "00" for one in sites if one is not None))

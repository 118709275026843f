"""The native map: boundaries and water, the places as marks and groups, a card at the chosen one.

The list beside the map is its twin: everything that can be done here can be done there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from geo.model import BaseMap, Kind
from gui.theme import Palette
from gui.widgets.map_camera import Bounds, Camera, to_degrees
from gui.widgets.map_card import Card, Value
from gui.widgets.map_frame import Frame
from gui.widgets.map_furniture import credit_words
from gui.widgets.map_glass import EDGE
from gui.widgets.map_hands import MapHands
from gui.widgets.map_legend import legend_box, paint_legend
from gui.widgets.map_scene import NONE
from gui.widgets.map_sites import KINDS, SiteSet

FOUR = ("320500", "330600", "450100", "510100")
ROUND_DEG = 0.03  # how much is seen round places that were looked for
ONLY_SLACK: Bounds = (50.0, 60.0, 60.0, 70.0)
CHINA: Bounds = (73.4, 3.2, 135.3, 53.8)


class MapView(MapHands):
    """The map. Ids are those given to ``set_sites``; kinds are places in ``map_sites.KINDS``."""

    scopeChanged = Signal(str)
    kindsChanged = Signal(frozenset)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self._city = FOUR[0]
        self._only: Collection[str] | None = None
        self._before_only: tuple[Camera, Callable[[], None] | None] | None = None
        self.scopes.chosen.connect(self._on_scope)
        self.legend.changed.connect(self._on_kinds)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # what is on the map

    @property
    def camera(self) -> Camera:
        """Where the map looks now."""
        return self._camera

    @property
    def frame(self) -> Frame | None:
        """What the last painting put where."""
        return self._scene.frame

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds that are shown."""
        return self._scene.kinds

    @property
    def selected(self) -> str | None:
        """Id of the selected site."""
        chosen = self._scene.chosen
        return None if chosen == NONE else self._scene.sites.ids[chosen]

    def set_basemap(self, base: BaseMap) -> None:
        """Draw on these boundaries and this water."""
        self._scene.load_base(base)
        self.retranslate()
        if self._fit is not None:
            self._fit()
        self.update()

    def set_sites(
        self,
        ids: Sequence[str],
        lats: ArrayLike,
        lons: ArrayLike,
        kinds: ArrayLike,
        names: Sequence[str],
        sourced: ArrayLike | None = None,
        uncertainty_m: ArrayLike | None = None,
        districts: Sequence[str] = (),
    ) -> None:
        """Show these sites, unranked; the selection stays where its id does.

        ``kinds`` are integers, places in ``map_sites.KINDS``; ``sourced`` is False where only
        general knowledge gives the position. Raises ValueError when lengths differ.
        """
        kept, card = self.selected, self._scene.chosen_card
        sites = SiteSet(ids, lats, lons, kinds, names, sourced, uncertainty_m, districts)
        sites.set_only(self._only)
        self._scene.load_sites(sites)
        if kept is not None and kept in sites.row:
            self._scene.chosen = sites.row[kept]
            self._scene.chosen_card = card
        community = bool((sites.kind == KINDS.index(Kind.COMMUNITY)).any())
        self.legend.offer(community=community, hollow=not bool(sites.sourced.all()))
        self._lay_furniture()
        self._describe()
        self.update()

    def set_ranks(self, ranks: ArrayLike | None) -> None:
        """A rank for each site of ``set_sites``, less is better, infinite for what serves nothing.

        What serves nothing turns pale. None: nothing is ranked. Other sites have to be told anew.
        """
        if self._scene.sites.set_ranks(ranks):
            self._scene.regroup()
        else:
            self._scene.rerank()
        self.update()

    def set_only(self, ids: Collection[str] | None) -> None:
        """Show only ``ids`` and look at them all; None shows everything, from where one looked."""
        if ids == self._only:
            return
        self._only = ids
        self._scene.sites.set_only(ids)
        self._scene.regroup()
        if ids is not None:
            self._before_only = self._before_only or (self._camera, self._fit)
            self._look_at_only()
        elif self._before_only is not None:
            camera, self._fit = self._before_only
            self._before_only = None
            self._move(camera.resized(self.width(), self.height()))
        self._describe()
        self.update()

    def _look_at_only(self) -> None:
        sites = self._scene.sites
        rows = np.flatnonzero(sites.only) if sites.only is not None else ()
        if not len(rows):
            return
        lon, lat = to_degrees(sites.x[rows], sites.y[rows])
        area = (
            float(lon.min()) - ROUND_DEG,
            float(lat.min()) - ROUND_DEG,
            float(lon.max()) + ROUND_DEG,
            float(lat.max()) + ROUND_DEG,
        )

        def fit() -> None:
            self._camera = self._camera.fitted(area, ONLY_SLACK)

        self._fit = fit
        fit()
        self._move(self._camera)

    def set_kinds(self, kinds: frozenset[Kind]) -> None:
        """Show only these kinds, without telling anybody."""
        self.legend.set_kinds(kinds)
        self._scene.kinds = frozenset(kinds)
        self._scene.regroup()
        self.update()

    def select(self, site_id: str | None, center: bool = False) -> None:
        """Mark a site as the chosen one; unknown ids choose nothing. Its card goes."""
        row = self._scene.sites.row.get(site_id, NONE) if site_id is not None else NONE
        if row != self._scene.chosen:
            self._scene.chosen, self._scene.chosen_card = row, None
            self._scene.regroup()
        if center and row != NONE:
            self._reveal(row)
        self._describe()
        self.update()

    def set_card(
        self, title: str, subtitle: str = "", rows: Sequence[tuple[str, Value]] = ()
    ) -> None:
        """What stands on the card beside the selected mark. An empty title takes it away.

        A value is plain words, or a NumberLook, drawn in its number style.
        """
        chosen = self._scene.chosen
        if not title or chosen == NONE:
            self._scene.chosen_card = None
        else:
            sites = self._scene.sites
            self._scene.chosen_card = Card(
                title,
                subtitle,
                tuple(rows),
                KINDS[int(sites.kind[chosen])],
                bool(sites.sourced[chosen]),
            )
        self._describe()
        self.update()

    # where the map looks

    def focus_city(self, adcode: str) -> None:
        """Look at a city and paint it lighter."""
        self._city = adcode
        self._show_scope("city", (adcode,), lambda: self._city_bounds((adcode,)))

    def show_four(self) -> None:
        """Look at the four cities that come with the program."""
        self._show_scope("four", FOUR, lambda: self._city_bounds(FOUR))

    def show_china(self) -> None:
        """Look at the whole country, all of its territory and the nine-dash line."""
        self._show_scope("china", (), lambda: CHINA)

    def show_home(self) -> None:
        """Look at the chosen city, the four, or the country again."""
        scopes = {"four": self.show_four, "china": self.show_china}
        scopes.get(self.scopes.choice or "", lambda: self.focus_city(self._city))()

    def set_camera(self, camera: Camera) -> None:
        """Look through ``camera``, at this widget's size."""
        self._fit = None
        self._move(camera.resized(self.width(), self.height()))

    def render_image(self, size: QSize, dpr: float = 1.0) -> QImage:
        """The map as a picture of ``size`` logical pixels, with legend, scale and credit."""
        image = QImage(size * dpr, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(dpr)
        camera = self._camera.resized(size.width(), size.height())
        if self._camera.width > 1:
            ratio = min(size.width() / self._camera.width, size.height() / self._camera.height)
            camera = camera.zoomed(float(np.log2(ratio)), camera.width / 2, camera.height / 2)
        painter = QPainter(image)
        entries, note = self.legend.shown(), self.legend.note
        bottom = self._credit_box(camera.width, camera.height).top() - 6
        legend = legend_box(EDGE, bottom, entries, note)
        kept, hovered = self._scene.frame, self._scene.hovered
        self._scene.hovered = NONE
        self._scene.paint(painter, camera, [legend, *self._printed(camera, legend)])
        paint_legend(painter, legend, entries, note, self._scene.palette)
        self._paint_print(painter, camera, legend)
        painter.end()
        self._scene.frame, self._scene.hovered = kept, hovered
        return image

    # how it looks

    def set_palette(self, palette: Palette) -> None:
        """Wear another palette."""
        self._scene.dress(palette)
        self.zoom_buttons.dress(palette)
        self.legend.dress(palette)
        self._lay_furniture()
        self.update()

    def retranslate(self) -> None:
        """Words in the language that is on."""
        self._scene.dress(self._scene.palette)
        names = self._scene.names
        city = (names.city_name(self._city) if names is not None else None) or self.tr("城市")
        self.scopes.set_options(
            [("city", city), ("four", self.tr("四城")), ("china", self.tr("全国"))]
        )
        self.zoom_buttons.retranslate()
        self.legend.retranslate()
        self._credit = credit_words()
        self.setAccessibleName(self.tr("地图"))
        if self._scene.hovered != NONE:
            self._scene.hover_card = self._tip(self._scene.hovered)
        self._describe()
        self._lay_furniture()
        self.update()

    def _on_scope(self, key: str) -> None:
        self.scopes.choose(key)
        self.show_home()
        self.scopeChanged.emit(key)

    def _on_kinds(self, kinds: frozenset[Kind]) -> None:
        self._scene.kinds = kinds
        self._scene.regroup()
        self._describe()
        self.update()
        self.kindsChanged.emit(kinds)

    def _show_scope(
        self, scope: str, focus: tuple[str, ...], bounds: Callable[[], Bounds | None]
    ) -> None:
        self._before_only = None
        self._scene.set_focus(focus)
        self.scopes.choose(scope)
        names = self._scene.names
        if scope == "city" and names is not None:
            self.scopes.button("city").setText(names.city_name(self._city) or self.tr("城市"))
            self._lay_furniture()

        def fit() -> None:
            area = bounds()
            if area is not None:
                slack = 26.0 if scope != "china" else 10.0
                self._camera = self._camera.fitted(area, (slack, 50.0, slack, 46.0))

        self._fit = fit
        fit()
        self._move(self._camera)
        self._describe()

    def _city_bounds(self, adcodes: tuple[str, ...]) -> Bounds | None:
        cities = [self._scene.base.city(code) for code in adcodes]
        points = [city.points for city in cities if city is not None]
        if not points:
            return None
        low = np.min([each.min(axis=0) for each in points], axis=0)
        high = np.max([each.max(axis=0) for each in points], axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

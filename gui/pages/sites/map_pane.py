"""Where the places are: the map in step with the list, and a card at the chosen one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model import Ranking, Site, SiteOffer
from gui import theme
from gui.pages.page import Page
from gui.pages.photo_words import photo_marks
from gui.pages.words import kind_word, only_word
from gui.session import OFFERS, Changes, Session
from gui.texts import present_number
from gui.widgets.map_card import Value
from gui.widgets.map_sites import UNRANKED
from gui.widgets.map_view import MapView
from gui.widgets.pane import label
from gui.widgets.part_chip import PartChip
from gui.widgets.photo_drop import PhotoDrop, Target

TOO_FAR_PX = 4.0
# where photos would go to is written beside the mark
SIGN, SIGN_GAP = QSize(280, 34), 14
REST_MS = 120


class MapPane(Page):
    """``site_opened``: a mark was double-clicked or Enter pressed on it.

    ``photo_opened``: the mark of a photo was clicked; its place and its number there.
    """

    site_opened = Signal(str)
    photo_opened = Signal(str, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._palette = theme.current()
        self.map = MapView(self._palette)
        self._looked_for: object = None
        self._photographed: tuple[str, tuple[str, ...]] = ("", ())
        self._from_map = False
        self._city: str | None = None
        self._shown_site: str | None = None
        self._pick: Callable[[float, float], None] | None = None
        self._pressed_at = (0.0, 0.0)
        # where the columns of which ranking stand among which places
        self._placed: tuple[object, object, NDArray[np.intp]] = (None, None, np.empty(0, np.intp))
        self._banner = label(chip="sel")
        self._banner.setParent(self.map)
        self._banner.hide()
        self.only = PartChip(look="float")
        self.only.hide()
        self.only.dropped.connect(lambda: session.show_only(None))
        self.map.seat(self.only)
        self.map.siteClicked.connect(self._clicked)
        self.map.siteActivated.connect(self.site_opened)
        self.map.photoClicked.connect(self._open_photo)
        self.map.scopeChanged.connect(self._scope)
        self.map.installEventFilter(self)
        self.drop = PhotoDrop(self.map, self._drop_target)
        self.drop.dropped.connect(session.add_photos)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map)
        self.setMinimumWidth(300)

    def show_state(self, changes: Changes) -> None:
        """Draw base map, places, ranks and the chosen one."""
        state = self.state
        if changes.touch("basemap") and state.basemap is not None:
            self.map.set_basemap(state.basemap)
        if changes.touch("sites", "language"):
            self._place_sites()
        if changes.touch("rested", "sites", "language"):
            self._rank_sites()
        if changes.touch("only", "language"):
            self._narrow(moved=changes.touch("only"))
        if changes.touch("basemap", "script", OFFERS, "workplace", "sites"):
            self._look()
        if changes.touch("selection", OFFERS, "sites", "language"):
            self._select()
        if changes.touch("selection", "sites"):
            self._find_photos()
        if changes.touch("outdoors", "selection", "language"):
            self._show_photos()

    def _find_photos(self) -> None:
        """Ask once where the photos of the chosen place were taken."""
        site = self.state.site(self.state.selection.site)
        wanted = (site.id, site.photos) if site is not None and site.photos else ("", ())
        if wanted != self._photographed:
            self._photographed = wanted
            if site is not None and site.photos:
                self.session.find_photos(site.id)

    def _show_photos(self) -> None:
        site_id, photos = self.state.outdoors.seen_photos
        shown = photos if site_id and site_id == self.state.selection.site else ()
        self.map.set_photos(photo_marks(shown, self.state))

    def _open_photo(self, photo: str) -> None:
        site_id, photos = self.state.outdoors.seen_photos
        at = next((at for at, one in enumerate(photos) if one.id == photo), None)
        if at is not None:
            self.photo_opened.emit(site_id, at)

    def _place_sites(self) -> None:
        columns, lang = self.state.sites.columns, self.state.language
        self.map.set_sites(
            columns.ids,
            columns.lats,
            columns.lons,
            columns.kinds,
            columns.names[lang],
            columns.sourced,
            columns.doubt_m,
            columns.districts[lang],
        )

    def _rank_sites(self) -> None:
        ranking = self.state.rested
        if ranking is None:
            self.map.set_ranks(None)
            return
        places, columns = self._places(ranking), ranking.columns
        listed = columns.serves & (places >= 0)
        ranks = np.full(len(self.state.sites), UNRANKED)
        # of two places the one with the higher score comes first; minus infinity is left out
        ranks[places[listed]] = -ranking.site_order.scores[listed]
        self.map.set_ranks(ranks)

    def _places(self, ranking: Ranking) -> NDArray[np.intp]:
        """Where each column of the board stands among the places of the map; -1 for nowhere."""
        columns, sites = ranking.columns, self.state.sites
        known, about, places = self._placed
        if known is not columns or about is not sites:
            found = (sites.place.get(offer.site.id, -1) for offer in ranking.sites)
            places = np.fromiter(found, np.intp, len(ranking.sites))
            self._placed = columns, sites, places
        return places

    def _narrow(self, *, moved: bool) -> None:
        """Only what was found, or everything; the chip says which and leads back."""
        only = self.state.only
        if only is not None:
            self.only.tell(only_word(only, self.state.language), self.tr("看全部取景地"))
        self.only.setVisible(only is not None)
        self.map.seat(self.only)
        if moved:
            self.map.set_only(None if only is None else [hit.site_id for hit in only.hits])

    def _look(self) -> None:
        """Look at the city that leads, once for each script; before that, where one works."""
        state = self.state
        if state.basemap is None:
            return
        if state.ranking is not None and state.script is not None:
            wanted: object = ("script", state.script.title, state.script.origin)
            city = self._leading_city()
        elif state.workplace is not None:
            wanted, city = ("work", state.workplace), state.workplace[:4] + "00"
        else:
            wanted, city = "four", None
        if wanted == self._looked_for:
            return
        self._looked_for = wanted
        if city is None:
            self.map.show_four()
        else:
            self._city = city
            self.map.focus_city(city)

    def _leading_city(self) -> str | None:
        ranking = self.state.ranking
        if ranking is None or not ranking.cities:
            return None
        city = ranking.cities[int(ranking.city_order.first(1)[0])].city
        return self._adcode(city)

    def _adcode(self, city: str) -> str | None:
        first = self.state.sites.cities.get(city)
        return None if first is None else first.adcode[:4] + "00"

    def _select(self) -> None:
        chosen = self.state.selection
        site = self.state.site(chosen.site)
        # the view of what was found stays until another place is chosen
        looked_for = self.state.only is None or chosen.site != self._shown_site
        self._shown_site = chosen.site
        self.map.select(chosen.site, center=looked_for and not self._from_map)
        if site is None:
            return
        follow = self.map.scopes.choice == "city" and self.state.only is None
        if follow and not self._from_map:
            self._follow(site.adcode[:4] + "00")
        self._fill_card(site)

    def _follow(self, city: str) -> None:
        """A place in another city than the one looked at: look there."""
        if city != self._city:
            self._city = city
            self.map.focus_city(city)

    def look_at_city(self, city: str) -> None:
        """Look at a city by name."""
        code = self._adcode(city)
        if code is not None:
            self._city = code
            self.map.focus_city(code)

    def _fill_card(self, site: Site) -> None:
        english = self.state.language == "en"
        where = site.city_en if english else f"{site.city_zh}{site.district_zh or ''}"
        about = self.tr("{kind} · {where} · 位置 ±{m} m").format(
            kind=kind_word(site.kind), where=where, m=f"{site.coord_uncertainty_m:,.0f}"
        )
        offer = self._offer(site.id)
        name = site.name_en or site.name_zh if english else site.name_zh
        self.map.set_card(name, about, self._rows(offer) if offer is not None else ())

    def _offer(self, site_id: str) -> SiteOffer | None:
        ranking = self.state.ranking
        return None if ranking is None else ranking.columns.offer(site_id)

    def _rows(self, offer: SiteOffer) -> list[tuple[str, Value]]:
        script, lang = self.state.script, self.state.language
        served = {match.scene_id for match in offer.matches}
        sets = sum(
            any(scene in served for scene in one.scenes) for one in (script.sets if script else ())
        )
        direct = {match.scene_id for match in offer.matches if match.direct}
        scenes = self.tr("{n} 场，{m} 景").format(n=len(direct), m=sets)
        if len(direct) < len(served):
            words = self.tr("{n} 场，代用 {more} 场，{m} 景")
            scenes = words.format(n=len(direct), more=len(served) - len(direct), m=sets)
        venue = next((line.amount for line in offer.cost.lines if line.code == "venue"), None)
        rows: list[tuple[str, Value]] = [
            (self.tr("可拍"), scenes),
            (self.tr("费用 / 天"), present_number(offer.cost.priced, lang, compact=True)),
        ]
        if venue is not None:
            rows.append((self.tr("其中场地"), present_number(venue, lang, compact=True)))
        return rows

    def _clicked(self, site_id: str) -> None:
        self._from_map = True
        self.session.select(site=site_id)
        self._from_map = False

    def _scope(self, scope: str) -> None:
        if scope != "city":
            self.session.unselect("city")

    def _drop_target(self, at: QPoint) -> Target | None:
        """The place whose mark lies under photos that are dragged over the map."""
        site = self.state.site(self.map.site_at(at.x(), at.y()))
        if site is None:
            return None
        name = site.name_en or site.name_zh if self.state.language == "en" else site.name_zh
        left = min(at.x() + SIGN_GAP, self.map.width() - SIGN.width())
        return site.id, name, QRect(QPoint(left, at.y() - SIGN.height() // 2), SIGN)

    def pick_point(self, take: Callable[[float, float], None]) -> None:
        """Ask for a point: the next click on the map tells ``take`` its latitude and longitude."""
        self._pick = take
        self._banner.setText(self.tr("在地图上点一下它的位置，Esc 作罢"))
        self._banner.adjustSize()
        self._banner.move((self.map.width() - self._banner.width()) // 2, 52)
        self._banner.show()
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_pick(self) -> None:
        self._pick = None
        self._banner.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a point is asked for, a click that is no drag answers."""
        take = self._pick
        if take is None:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._end_pick()
            return True
        if isinstance(event, QMouseEvent):
            at = event.position()
            if event.type() is QEvent.Type.MouseButtonPress:
                self._pressed_at = (at.x(), at.y())
            elif event.type() is QEvent.Type.MouseButtonRelease:
                moved = abs(at.x() - self._pressed_at[0]) + abs(at.y() - self._pressed_at[1])
                if moved < TOO_FAR_PX:
                    lon, lat = self.map.camera.degrees(at.x(), at.y())
                    self._end_pick()
                    take(lat, lon)
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        """Dress the map in the theme that is on."""
        if theme.current() is not self._palette:
            self._palette = theme.current()
            self.map.set_palette(self._palette)

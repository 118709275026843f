"""At the left: the places of the day, where we are, and a new place where we stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from geo.model.field import Near, RecceDesk, RecceSheet
from gui import theme
from gui.pages.field.add_place import AddPlacePopover
from gui.pages.field.place_list import PlaceList, PlaceRow
from gui.pages.field.position import PositionPopover
from gui.pages.field.words import (
    accuracy_word,
    bearing_word,
    distance_word,
    site_word,
    source_word,
    told_here,
)
from gui.pages.page import Page
from gui.pages.photo_words import photo_marks
from gui.session import Changes, Session
from gui.settings import Settings
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.map_here import Here, HereMap
from gui.widgets.pane import Pane, label

HERE_M = 15.0
"""Metres within which one is there."""


class LeftPane(Page):
    """In step with the desk of the session."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self._palette = theme.current()
        self._based: object = None
        self._drawn: object = None
        self._title, self._count = ElidedLabel(role="heading"), label(role="second")
        self.list = PlaceList()
        self.list.chosen.connect(session.show_sheet)
        self.where = QPushButton()
        self.where.setProperty("plain", "true")
        self.where.clicked.connect(self.ask_position)
        self.map = HereMap(self._palette)
        self.map.siteClicked.connect(session.show_sheet)
        self.map.photoClicked.connect(session.point_at_photo)
        self.add = QPushButton()
        self.add.setProperty("big", "true")
        self.add.clicked.connect(self.add_here)
        self.position = PositionPopover(session, settings, self)
        self.adding = AddPlacePopover(session, self)
        self.adding.position_asked.connect(self.ask_position)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        head = Pane()
        head.setProperty("hair", "bottom")
        head.setMinimumHeight(46)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 4, 14, 4)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        ground = Pane()
        ground.setProperty("hair", "top")
        below = QVBoxLayout(ground)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.where)
        below.addWidget(self.map, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.list)
        halves.addWidget(ground)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setSizes([420, 290])
        foot = Pane()
        foot.setProperty("hair", "top")
        last = QHBoxLayout(foot)
        last.setContentsMargins(14, 7, 14, 7)
        last.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(halves, 1)
        column.addWidget(foot)

    def show_state(self, changes: Changes) -> None:
        """Show places, position and track."""
        if changes.touch("outdoors", "language", "phrases"):
            self._show_places()
            self._show_here()
            self._show_photos()
        base = self.state.basemap
        if changes.touch("basemap") and base is not None and self._based is not base:
            self._based = base
            self.map.set_basemap(base)

    def _show_places(self) -> None:
        field, lang = self.state.outdoors, self.state.language
        desk = field.desk
        if desk is None:
            return
        near = {one.site_id: one for one in field.near}
        rows = [
            PlaceRow(
                one.site.id,
                site_word(one.site, lang),
                self._under(one, near.get(one.site.id)),
                one.site.kind,
                one.done,
                self.tr("做完了") if one.done else "",
            )
            for one in desk.sheets
        ]
        self.list.tell(rows, field.site)
        self._title.setText(self._heading(desk))
        done = sum(one.done for one in desk.sheets)
        self._count.setText(self.tr("做完 {n}").format(n=done))
        sites = tuple(one.site for one in desk.sheets)
        drawn = (sites, field.site, lang)
        if drawn != self._drawn:
            # not with every letter that is typed
            self._drawn = drawn
            self.map.set_places(sites, [site_word(one, lang) for one in sites], field.site)

    def _show_photos(self) -> None:
        """Where the photos of the place shown were taken; the one pointed at comes into view."""
        field = self.state.outdoors
        sheet = None if field.desk is None else field.desk.sheet(field.site)
        self.map.set_photos([] if sheet is None else photo_marks(sheet.photos, self.state))
        if field.photo != self.map.photos.chosen:
            self.map.point_at(field.photo)

    def _heading(self, desk: RecceDesk) -> str:
        count = self.tr("{n} 处").format(n=len(desk.sheets))
        name = self.tr("景库") if desk.pack is None else desk.pack.name
        return f"{name} · {count}" if name else count

    def _under(self, sheet: RecceSheet, near: Near | None) -> str:
        parts = []
        if near is not None:
            parts.append(self._way(near))
        if sheet.photos:
            parts.append(self.tr("{n} 张照片").format(n=len(sheet.photos)))
        elif answered := told_here(sheet):
            parts.append(self.tr("填了 {n} 项").format(n=answered))
        else:
            parts.append(self.tr("还没去"))
        return "  ".join(parts)

    def _way(self, near: Near) -> str:
        """How far and which way; no direction to where one stands."""
        fix = self.state.outdoors.fix
        good_to = HERE_M if fix is None else max(HERE_M, fix.accuracy_m or 0.0)
        if near.metres <= good_to:
            return self.tr("就在这里")
        return f"{distance_word(near.metres)} {bearing_word(near.bearing)}"

    def _show_here(self) -> None:
        field = self.state.outdoors
        fix = field.fix
        if fix is not None:
            told = f"{accuracy_word(fix)} · {source_word(fix)}"
        elif field.port:
            told = self.tr("在等 {port} 定位…").format(port=field.port)
        else:
            told = self.tr("说说我们在哪…")
        self.where.setText(told)
        here = None if fix is None else Here(fix.lat, fix.lon, fix.accuracy_m)
        if here != self.map.here:
            self.map.set_here(here)
        fixes = () if field.track is None else field.track.fixes
        if len(fixes) != len(self.map.track):
            self.map.set_track([(one.lat, one.lon) for one in fixes])

    def ask_position(self) -> None:
        """Ask where we are."""
        self.position.open_under(self.where)

    def add_here(self) -> None:
        """A new place where we stand."""
        self.adding.open_under(self.add)

    def restyle(self) -> None:
        """Dress the map in the theme that is on; fetch the icons again."""
        self.where.setIcon(icons.icon("crosshair", 16))
        self.add.setIcon(icons.icon("plus", 16))
        if theme.current() is not self._palette:
            self._palette = theme.current()
            self.map.set_palette(self._palette)

    def retranslate(self) -> None:
        """Set every text again."""
        self.add.setText(self.tr("在这里加一处"))
        self.list.setAccessibleName(self.tr("要看的地方"))
        self.where.setToolTip(self.tr("接收机、手机的 GPX，或者手填"))

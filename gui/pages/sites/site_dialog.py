"""A place told by hand in half a minute, or one of the catalogue put right by who knows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import Exposure, IntExt, Kind, Site, VenueClass
from gui.pages.script.dialogs import dialog_foot
from gui.pages.sites.hire_list import HireList
from gui.pages.sites.more_form import MoreForm
from gui.pages.sites.place_form import DATUMS, PlaceForm
from gui.pages.sites.scene_list import SceneList
from gui.pages.words import kind_word, type_name
from gui.session import Session
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label
from gui.widgets.segments import Segments
from gui.widgets.word_picker import Choice, WordPicker

PHOTO_FILES = "*.jpg *.jpeg *.png *.webp"
WIDE, HIGH, LOW = 760, 700, 560
_VENUE = {Kind.BASE: VenueClass.BACKLOT, Kind.COMMUNITY: VenueClass.ROOM}


class SiteDialog(QDialog):
    """A new place, a new set of ``base``, or with ``site`` what is known of it, to be put right.

    ``point_asked``: the reader wants to click on the map; ``take_point`` brings the answer.
    """

    point_asked = Signal()

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        site: Site | None = None,
        base: Site | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.site = site
        self._kept_photos: tuple[str, ...] = site.photos if site is not None else ()
        self._photos: list[Path] = []
        self._warned = False
        self.name = QLineEdit()
        self.kind = Segments([(one.value, kind_word(one)) for one in reversed(Kind)])
        self.place = PlaceForm(session, self)
        self.area, self.point = self.place.area, self.place.point
        self.datum, self.map_button = self.place.datum, self.place.map_button
        self.scenes, self.scene_list = WordPicker(), SceneList()
        self.prices, self.more = HireList(), MoreForm(self)
        self.photo_button = QPushButton(self.tr("加照片…"))
        self._photo_chips = QWidget()
        self._photo_flow = FlowLayout(self._photo_chips, gap=4)
        self._told = label(role="second", wrap=True)
        self.more_button = QPushButton(self.tr("还知道更多"))
        self.retire_button = QPushButton(self.tr("不再列出"))
        self.add_button = QPushButton(self.tr("添上") if site is None else self.tr("记下来"))
        self._offer_scenes()
        self._lay_out()
        self._fill(base)
        self._connect()
        self._check()

    def _offer_scenes(self) -> None:
        state = self._session.state
        self.scenes.setPlaceholderText(self.tr("打几个字挑，例如“别墅”"))
        if state.vocabulary is not None:
            self.scenes.set_choices(
                Choice(
                    one.code,
                    type_name(one, one.code, state.language),
                    " ".join((one.zh, one.en, *one.synonyms)),
                )
                for one in state.vocabulary.scene_types.values()
            )

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._inner.setProperty("ground", "none")
        self._form = QFormLayout(self._inner)
        self._form.setContentsMargins(20, 14, 20, 12)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(14)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grow = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        self._form.setFieldGrowthPolicy(grow)
        self._add_rows()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inner)
        leave = self.tr("先不添") if self.site is None else self.tr("不改了")
        buttons = dialog_foot(self, self.add_button, leave)
        self.retire_button.setProperty("quiet", "true")
        self.retire_button.setAutoDefault(False)
        self.retire_button.setToolTip(self.tr("名单、地图、排名里都不再有它；资料留着，能放回来"))
        buttons.insertWidget(0, self.retire_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self._told)
        foot.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(foot)

    def _add_rows(self) -> None:
        more, place = self.more, self.place
        where = _beside(self.point, self.map_button)
        price, photos = self.tr("场地费（元，问到了再填）"), self.tr("照片")
        kept = _beside(self.photo_button, self._photo_chips, grow=1)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("名字"), self.name, self.name),
            (self.tr("是什么"), self.kind, self.kind),
            (self.tr("属于哪个基地"), place.base, place.base),
            (self.tr("在哪个市县"), self.area, self.area),
            (self.tr("经纬度（有就填）"), self.point, where),
            (self.tr("经纬度是哪一种"), self.datum, self.datum),
            (self.tr("能拍什么"), self.scenes, self.scenes),
            ("", self.scene_list, self.scene_list),
            (price, self.prices, self.prices),
            (photos, self.photo_button, kept),
            ("", self.more_button, _beside(self.more_button, QWidget(), grow=1)),
            (self.tr("英文名"), more.name_en, more.name_en),
            (self.tr("哪个年代"), more.eras, more.eras),
            (self.tr("门票（元）"), more.ticket, more.ticket),
            (self.tr("一年多少游客"), more.visitors, _beside(more.visitors, more.year)),
            (self.tr("开放说明"), more.opening, more.opening),
            (self.tr("哪天关门"), more.closed, more.closed),
            (self.tr("备注"), more.notes, more.notes),
        )
        for text, field, shown in rows:
            if text:
                field.setAccessibleName(text)
            self._form.addRow(text, shown)
        more.year.setAccessibleName(self.tr("游客数是哪一年的"))
        self.more_button.setProperty("quiet", "true")
        self._more_from = [field for _, field, _ in rows].index(self.more_button) + 1

    def _fill(self, base: Site | None) -> None:
        site = self.site
        self.name.setPlaceholderText(self.tr("例如 老洋房 23 号"))
        self.retire_button.setVisible(site is not None)
        self._show_more(shown=site is not None)
        self.resize(WIDE, HIGH if site is not None else LOW)
        if site is None:
            self.setWindowTitle(self.tr("添一处取景地") if base is None else self.tr("加一个分景"))
            self.kind.choose((Kind.COMMUNITY if base is None else base.kind).value)
            self.prices.add()
            if base is not None:
                self.name.setPlaceholderText(self.tr("例如 3 号棚 民国茶馆"))
                self.place.hang_on(base)
            return
        self.setWindowTitle(self.tr("改这处：{name}").format(name=site.name_zh))
        self.name.setText(site.name_zh)
        self.kind.choose(site.kind.value)
        self.place.show_site(site)
        for scene in site.scene_types:
            self.scene_list.add_known(scene, self._type_name(scene.scene_type))
        for hire in site.hires:
            self.prices.add(hire)
        self.more.show_site(site)
        self._show_photos()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._check)
        for part in (self.place, self.scene_list, self.prices, self.more):
            part.changed.connect(self._check)
        self.scenes.picked.connect(self._take_scene)
        self.map_button.clicked.connect(self.point_asked)
        self.photo_button.clicked.connect(self._take_photos)
        self.more_button.clicked.connect(lambda: self._show_more(shown=True))
        self.retire_button.clicked.connect(self._retire)
        self.add_button.clicked.connect(self._keep)
        for button in (self.map_button, self.photo_button, self.more_button):
            button.setAutoDefault(False)

    def _show_more(self, *, shown: bool) -> None:
        """Unfold the fields that can wait."""
        self._form.setRowVisible(self._more_from - 1, not shown)
        for row in range(self._more_from, self._form.rowCount()):
            self._form.setRowVisible(row, shown)
        if shown:
            self.resize(self.width(), HIGH)

    def _type_name(self, code: str) -> str:
        state = self._session.state
        known = state.vocabulary.scene_types.get(code) if state.vocabulary is not None else None
        return type_name(known, code, state.language)

    def take_point(self, lat: float, lon: float) -> None:
        """A click on the map: WGS-84 degrees."""
        self.place.take_point(lat, lon)

    def _take_scene(self, code: str) -> None:
        """Whoever offers a room can shoot in it; of a park's halls nobody has said so."""
        vocabulary = self._session.state.vocabulary
        known = vocabulary.scene_types.get(code) if vocabulary is not None else None
        usable = self.kind.choice in (Kind.COMMUNITY, Kind.BASE)
        exposure = Exposure.INSIDE if usable else Exposure.UNKNOWN
        if known is not None and known.int_ext is IntExt.EXT:
            exposure = Exposure.OUTSIDE
        self.scene_list.add(code, self._type_name(code), exposure)

    def _take_photos(self) -> None:
        kinds = self.tr("照片")
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("加照片"), "", f"{kinds} ({PHOTO_FILES})"
        )
        self._photos += [Path(name) for name in names]
        self._show_photos()

    def _show_photos(self) -> None:
        self._photo_flow.clear()
        for path in (*self._kept_photos, *map(str, self._photos)):
            chip = QToolButton()
            chip.setProperty("small", "true")
            chip.setText(Path(path).name.replace("&", "&&"))
            chip.setIcon(icons.icon("x", 12))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setToolTip(self.tr("不要这张"))
            chip.clicked.connect(lambda _checked=False, path=path: self._drop_photo(path))
            self._photo_flow.addWidget(chip)
        self._photo_chips.updateGeometry()

    def _drop_photo(self, path: str) -> None:
        self._kept_photos = tuple(one for one in self._kept_photos if one != path)
        self._photos = [one for one in self._photos if str(one) != path]
        self._show_photos()

    def _missing(self) -> str:
        """What is still wanted, in words; empty when the place can be kept."""
        if not self.name.text().strip():
            return self.tr("先给它起个名字。")
        if missing := self.place.missing():
            return missing
        if not self.prices.right:
            return self.tr("价钱写数字，日期写成 2026-11-20 这样；不知道就空着。")
        return self.more.missing()

    def _check(self) -> None:
        missing = self._missing()
        self._warned = False
        self.add_button.setEnabled(not missing)
        if missing:
            text = missing
        elif not self.scene_list.rows:
            text = self.tr("不说能拍什么也能记，但排不进名次。")
        elif self.place.moved and self.place.roughly:
            text = self.tr("没有经纬度，先放在市县中心，标明位置不准。")
        elif self.site is not None and self.site.sources:
            text = self.tr("原来的出处都留着。")
        else:
            text = ""
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def make_site(self) -> Site | None:
        """The place as told, its degrees still on the datum; None while something is wanted."""
        spot = self.place.spot() if self.place.moved else None
        if self._missing() or (self.site is None and spot is None):
            return None
        name = self.name.text().strip()
        kind = Kind(self.kind.choice or Kind.COMMUNITY.value)
        before = self.site or _blank(name, kind)
        if spot is not None:
            before = replace(
                before,
                lat=spot.lat,
                lon=spot.lon,
                coord_basis=spot.basis,
                coord_uncertainty_m=spot.doubt_m,
                adcode=spot.adcode or before.adcode,
                city_zh=spot.city_zh or before.city_zh,
            )
        base_id = self.place.parent_id
        venue = before.venue_class
        if self.site is None and base_id is not None:
            # the prices known for whole bases say nothing of one set
            venue = VenueClass.OPEN
        elif kind is not before.kind:
            venue = _VENUE.get(kind, VenueClass.OPEN)
        return replace(
            before,
            name_zh=name,
            kind=kind,
            venue_class=venue,
            scene_types=self.scene_list.scenes(),
            hires=self.prices.hires(),
            photos=self._kept_photos,
            parent=base_id,
            by_hand=True,
            **self.more.values(name, self.site),
        )

    def _keep(self) -> None:
        site = self.make_site()
        if site is None:
            return
        spot = self.place.spot() if self.place.moved else None
        datum = spot.datum if spot is not None else None
        if self.site is None:
            self._session.add_site(site, datum or DATUMS[0], self._photos)
        else:
            self._session.save_site(site, self._photos, datum=datum)
        self.accept()

    def reject(self) -> None:
        """Leave; with changes not kept, only when asked twice."""
        if self.site is not None and not self._warned:
            self._warned = True
            if self.make_site() != replace(self.site, by_hand=True) or self._photos:
                self._told.setText(self.tr("有改动还没记下。真不要了，再按一次“不改了”。"))
                self._told.setVisible(True)
                return
        super().reject()

    def _retire(self) -> None:
        if self.site is not None:
            self._session.retire_site(self.site.id)
            self.accept()


def _blank(name: str, kind: Kind) -> Site:
    """A place of which nothing is known yet."""
    return Site(
        id="",
        name_zh=name,
        name_en=name,
        kind=kind,
        adcode="",
        city_zh="",
        city_en="",
        district_zh=None,
        lat=0.0,
        lon=0.0,
        coord_basis="",
        coord_uncertainty_m=0.0,
        venue_class=_VENUE.get(kind, VenueClass.OPEN),
        by_hand=True,
    )


def _beside(*parts: QWidget, grow: int = 0) -> QWidget:
    """``parts`` in a row; the one at ``grow`` takes the room."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for at, part in enumerate(parts):
        row.addWidget(part, 1 if at == grow else 0)
    return holder

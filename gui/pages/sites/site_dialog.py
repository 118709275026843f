"""A place told by hand in half a minute: name, where, what can be shot there, what it costs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import Basis, Division, Exposure, Hire, Kind, Site, SiteScene, VenueClass
from gui.pages.script.dialogs import dialog_foot
from gui.pages.words import kind_word, type_name
from gui.session import Session
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label
from gui.widgets.segments import Segments
from gui.widgets.word_picker import Choice, WordPicker

DATUMS = ("wgs84", "gcj02", "bd09")
PHOTO_FILES = "*.jpg *.jpeg *.png *.webp"
PIN_DOUBT_M, COUNTY_DOUBT_M, CITY_DOUBT_M = 50.0, 15_000.0, 40_000.0
_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)[,，\s]+(-?\d+(?:\.\d+)?)")
_VENUE = {Kind.BASE: VenueClass.BACKLOT, Kind.COMMUNITY: VenueClass.ROOM}


def read_degrees(text: str) -> tuple[float, float] | None:
    """Latitude and longitude out of ``31.16, 120.72`` in either order; None when there is none.

    Two numbers that fit China one way round only are taken that way.
    """
    found = _PAIR.search(text)
    if found is None:
        return None
    first, second = float(found.group(1)), float(found.group(2))
    if abs(first) > 90 or (70 < first < 140 and second < 60):
        first, second = second, first
    if abs(first) > 90 or abs(second) > 180:
        return None
    return first, second


class SiteDialog(QDialog):
    """``point_asked``: the reader wants to click on the map; ``take_point`` brings the answer."""

    point_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._codes: list[str] = []
        self._area: str | None = session.state.workplace
        self._photos: list[Path] = []
        self.setWindowTitle(self.tr("添一处取景地"))
        self.setMinimumWidth(520)
        self.name, self.point, self.price = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = Segments([(one.value, kind_word(one)) for one in reversed(Kind)])
        self.area, self.scenes = WordPicker(keep=True), WordPicker()
        self.datum = QComboBox()
        self._chips = FlowLayout(gap=4)
        self.exposure, self.per = Segments(), Segments()
        self.map_button = QPushButton(self.tr("在地图上点"))
        self.photo_button = QPushButton(self.tr("加照片…"))
        self._photo_count = label(role="caption")
        self._told = label(role="caption", wrap=True)
        self.add_button = QPushButton(self.tr("添上"))
        self._offer_choices()
        self._lay_out()
        self._offer_words()
        self._connect()
        self._check()

    def _offer_choices(self) -> None:
        self.name.setPlaceholderText(self.tr("例如 老洋房 23 号"))
        self.point.setPlaceholderText("31.16, 120.72")
        self.kind.choose(Kind.COMMUNITY.value)
        datums = (
            self.tr("WGS-84（GPS、本图）"),
            self.tr("GCJ-02（高德、腾讯）"),
            self.tr("BD-09（百度）"),
        )
        for code, text in zip(DATUMS, datums, strict=True):
            self.datum.addItem(text, code)
        self.exposure.set_options(
            [
                (Exposure.INSIDE.value, self.tr("里面能拍")),
                (Exposure.OUTSIDE.value, self.tr("只拍外面")),
                (Exposure.UNKNOWN.value, self.tr("还没问")),
            ]
        )
        self.exposure.choose(Exposure.INSIDE.value)
        self.per.set_options([("day", self.tr("一天")), ("hour", self.tr("一小时"))])
        self.per.choose("day")

    def _lay_out(self) -> None:
        where = _beside(self.point, self.map_button)
        price = _beside(self.price, self.per)
        photos = _beside(self.photo_button, self._photo_count, stretch=False)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("名字"), self.name, self.name),
            (self.tr("是什么"), self.kind, self.kind),
            (self.tr("在哪个市县"), self.area, self.area),
            (self.tr("经纬度（有就填）"), self.point, where),
            (self.tr("能拍什么"), self.scenes, self.scenes),
        )
        for text, field, shown in rows:
            field.setAccessibleName(text)
            form.addRow(text, shown)
        form.insertRow(4, self.tr("经纬度是哪一种"), self.datum)
        form.addRow("", self._chips)
        form.addRow("", self.exposure)
        form.addRow(self.tr("场地费（元，问到了再填）"), price)
        form.addRow(self.tr("照片"), photos)
        self.price.setAccessibleName(self.tr("场地费（元，问到了再填）"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._told)
        column.addLayout(dialog_foot(self, self.add_button, self.tr("先不添")))

    def _offer_words(self) -> None:
        state = self._session.state
        by_code = {one.adcode: one for one in state.divisions}
        self.area.setPlaceholderText(self.tr("打几个字找：市、区、县"))
        self.area.set_choices(
            Choice(one.adcode, _full_name(one, by_code))
            for one in state.divisions
            if one.level != "province"
        )
        with QSignalBlocker(self.area):
            self.area.show_key(self._area)
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

    def _connect(self) -> None:
        self.name.textChanged.connect(self._check)
        self.point.textChanged.connect(self._check)
        self.price.textChanged.connect(self._check)
        self.area.picked.connect(self._take_area)
        self.scenes.picked.connect(self._take_scene)
        self.map_button.clicked.connect(self.point_asked)
        self.photo_button.clicked.connect(self._take_photos)
        self.add_button.clicked.connect(self._add)

    def take_point(self, lat: float, lon: float) -> None:
        """A click on the map: WGS-84 degrees."""
        self.datum.setCurrentIndex(0)
        self.point.setText(f"{lat:.5f}, {lon:.5f}")

    def _take_area(self, adcode: str) -> None:
        self._area = adcode
        self._check()

    def _take_scene(self, code: str) -> None:
        if code not in self._codes:
            self._codes.append(code)
            self._chips.addWidget(label(self.scenes.text_of(code), chip="need"))
        self._check()

    def _take_photos(self) -> None:
        kinds = self.tr("照片")
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("加照片"), "", f"{kinds} ({PHOTO_FILES})"
        )
        self._photos = [Path(name) for name in names]
        self._photo_count.setText(self.tr("{n} 张").format(n=len(names)) if names else "")

    def _price(self) -> float | None:
        try:
            return float(self.price.text().replace(",", "").replace("，", "").strip())
        except ValueError:
            return None

    def _missing(self) -> str:
        """What is still wanted, in words; empty when the place can be kept."""
        if not self.name.text().strip():
            return self.tr("先给它起个名字。")
        if self.point.text().strip():
            if read_degrees(self.point.text()) is None:
                return self.tr("经纬度看不懂，写成 31.16, 120.72 这样，或者空着。")
        elif self._area is None:
            return self.tr("说在哪个市县，或者填经纬度、在地图上点一下。")
        if self.price.text().strip() and self._price() is None:
            return self.tr("场地费写数字就行，或者空着。")
        return ""

    def _check(self) -> None:
        missing = self._missing()
        self.add_button.setEnabled(not missing)
        if not missing and not self._codes:
            missing = self.tr("不说能拍什么也能添，但排不进名次。")
        elif not missing and not self.point.text().strip():
            missing = self.tr("没有经纬度，先放在市县中心，标明位置不准。")
        self._told.setText(missing)

    def _place(self) -> tuple[float, float, float] | None:
        """Latitude, longitude and doubt in metres: the point told, else the middle of the area."""
        degrees = read_degrees(self.point.text())
        if degrees is not None:
            return (*degrees, PIN_DOUBT_M)
        area = self._division()
        if area is None:
            return None
        return area.lat, area.lon, CITY_DOUBT_M if area.level == "city" else COUNTY_DOUBT_M

    def _division(self) -> Division | None:
        divisions = self._session.state.divisions
        return next((one for one in divisions if one.adcode == self._area), None)

    def _hires(self) -> tuple[Hire, ...]:
        price = self._price()
        if price is None:
            return ()
        per = self.per.choice or "day"
        return (Hire(price, per, Basis.QUOTED, "", date.today().isoformat()),)

    def make_site(self) -> Site | None:
        """The place as told, its degrees still on ``datum``; None while something is wanted."""
        place = self._place()
        if self._missing() or place is None:
            return None
        lat, lon, doubt = place
        area = self._division()
        kind = Kind(self.kind.choice or Kind.COMMUNITY.value)
        exposure = Exposure(self.exposure.choice or Exposure.UNKNOWN.value)
        name = self.name.text().strip()
        return Site(
            id="",
            name_zh=name,
            name_en=name,
            kind=kind,
            adcode=self._area or "",
            city_zh=area.name if area is not None else "",
            city_en="",
            district_zh=None,
            lat=lat,
            lon=lon,
            coord_basis="source" if doubt == PIN_DOUBT_M else "district_centroid",
            coord_uncertainty_m=doubt,
            venue_class=_VENUE.get(kind, VenueClass.OPEN),
            scene_types=tuple(SiteScene(code, exposure, sourced=True) for code in self._codes),
            hires=self._hires(),
            by_hand=True,
        )

    def _add(self) -> None:
        site = self.make_site()
        if site is not None:
            datum = self.datum.currentData() if self.point.text().strip() else DATUMS[0]
            self._session.add_site(site, datum, self._photos)
            self.accept()


def _beside(*parts: QWidget, stretch: bool = True) -> QWidget:
    """``parts`` in a row; the first takes the room."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for at, part in enumerate(parts):
        row.addWidget(part, 1 if stretch and at == 0 else 0)
    if not stretch:
        row.addStretch(1)
    return holder


def _full_name(one: Division, by_code: dict[str, Division]) -> str:
    above = by_code.get(one.parent or "")
    return f"{above.name} {one.name}" if above is not None else one.name

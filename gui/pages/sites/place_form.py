"""Where a place is: of which base it is a part, in which county, at which point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from geo.model import Division, Kind, Site
from gui.pages.typed import read_degrees
from gui.session import Session
from gui.widgets.fields import StillBox
from gui.widgets.word_picker import Choice, WordPicker

DATUMS = ("wgs84", "gcj02", "bd09")
PIN_DOUBT_M, COUNTY_DOUBT_M, CITY_DOUBT_M = 50.0, 15_000.0, 40_000.0
CENTROID = "district_centroid"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on earth as told; ``datum`` is what its degrees are measured on."""

    lat: float
    lon: float
    basis: str
    doubt_m: float
    adcode: str
    city_zh: str
    datum: str


class PlaceForm(QObject):
    """Fields that hang together: a base brings its county, another county unsays the point."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._site: Site | None = None
        self._area: str | None = session.state.workplace
        self._shown: tuple[str | None, str, int] | None = None
        self.base, self.datum = StillBox(), StillBox()
        self.area, self.point = WordPicker(keep=True), QLineEdit()
        self.map_button = QPushButton(self.tr("在地图上点"))
        self._offer_words()
        self._offer_bases()
        self.base.activated.connect(self._base_chosen)
        self.area.picked.connect(self._area_chosen)
        self.point.textChanged.connect(self.changed)
        self.datum.currentIndexChanged.connect(self.changed)

    def _offer_words(self) -> None:
        self.point.setPlaceholderText(self.tr("纬度, 经度"))
        datums = (
            self.tr("WGS-84（GPS、本图）"),
            self.tr("GCJ-02（高德、腾讯）"),
            self.tr("BD-09（百度）"),
        )
        for code, text in zip(DATUMS, datums, strict=True):
            self.datum.addItem(text, code)
        divisions = self._session.state.divisions
        by_code = {one.adcode: one for one in divisions}
        self.area.setPlaceholderText(self.tr("打几个字找：市、区、县"))
        self.area.set_choices(
            Choice(one.adcode, _full_name(one, by_code))
            for one in divisions
            if one.level != "province"
        )
        self._show_area(self._area)

    def show_site(self, site: Site) -> None:
        """Fill in what is known of ``site``."""
        self._site = site
        self._show_area(self._area_of(site))
        if site.coord_basis != CENTROID:
            self.point.setText(f"{site.lat:.5f}, {site.lon:.5f}")
        self._offer_bases(site.parent)
        self._shown = (self._area, self.point.text(), self.datum.currentIndex())
        self.changed.emit()

    def hang_on(self, base: Site) -> None:
        """A new set of ``base``: it lies where the base lies."""
        self._show_area(self._area_of(base))
        self._offer_bases(base.id)
        self.changed.emit()

    def take_point(self, lat: float, lon: float) -> None:
        """A click on the map: WGS-84 degrees."""
        self.datum.setCurrentIndex(0)
        self.point.setText(f"{lat:.5f}, {lon:.5f}")

    @property
    def parent_id(self) -> str | None:
        """The base it belongs to."""
        return self.base.currentData() or None

    @property
    def parent_site(self) -> Site | None:
        """The base it belongs to, as the catalogue has it."""
        return self._session.state.site(self.parent_id)

    @property
    def moved(self) -> bool:
        """Whether it lies elsewhere than the catalogue says; a new place always does."""
        now = (self._area, self.point.text(), self.datum.currentIndex())
        if self._shown is None or now[:2] != self._shown[:2]:
            return True
        # without a point there is nothing for the datum to change
        return bool(now[1].strip()) and now != self._shown

    @property
    def roughly(self) -> bool:
        """Whether only the county is told."""
        return not self.point.text().strip() and self._inherits() is None

    def missing(self) -> str:
        """What is still wanted, in words."""
        if not self.moved:
            return ""
        if self.point.text().strip():
            if read_degrees(self.point.text()) is None:
                return self.tr("经纬度看不懂，写成 31.16, 120.72 这样，或者空着。")
        elif self._division() is None:
            return self.tr("说在哪个市县，或者填经纬度、在地图上点一下。")
        return ""

    def spot(self) -> Spot | None:
        """The point told, else that of the base, else the middle of the area."""
        degrees = read_degrees(self.point.text())
        area, base = self._division(), self._inherits()
        code, city = (area.adcode, area.name) if area is not None else ("", "")
        if degrees is not None:
            return Spot(*degrees, "source", PIN_DOUBT_M, code, city, self.datum.currentData())
        if base is not None:
            doubt = base.coord_uncertainty_m
            return Spot(
                base.lat, base.lon, base.coord_basis, doubt, base.adcode, base.city_zh, DATUMS[0]
            )
        if area is None:
            return None
        doubt = CITY_DOUBT_M if area.level == "city" else COUNTY_DOUBT_M
        return Spot(area.lat, area.lon, CENTROID, doubt, code, city, DATUMS[0])

    def _inherits(self) -> Site | None:
        """The base whose point is taken over: none is told, and the county is the same."""
        base = self.parent_site
        if base is None or self.point.text().strip() or self._area_of(base) != self._area:
            return None
        return base

    def _division(self) -> Division | None:
        return self._find(lambda one: one.adcode == self._area)

    def _find(self, wanted: Callable[[Division], bool]) -> Division | None:
        return next(filter(wanted, self._session.state.divisions), None)

    def _area_of(self, site: Site) -> str | None:
        """The county a site lies in, or its city where the county has no outline of its own."""
        city = site.adcode[:4] + "00"
        county = self._find(
            lambda one: one.name == site.district_zh and one.adcode[:4] == site.adcode[:4]
        )
        found = county or self._find(lambda one: one.adcode in (site.adcode, city))
        return found.adcode if found is not None else None

    def _show_area(self, adcode: str | None) -> None:
        self._area = adcode
        with QSignalBlocker(self.area):
            self.area.show_key(adcode)
            self.area.setCursorPosition(0)

    def _area_chosen(self, adcode: str) -> None:
        before, self._area = self._area, adcode
        if self._shown is not None and adcode != before and self.point.text() == self._shown[1]:
            # the old point does not lie in the new county
            self.point.clear()
        self._offer_bases(self.parent_id)
        self.changed.emit()

    def _base_chosen(self) -> None:
        base = self.parent_site
        if base is not None and self._shown is None and not self.point.text().strip():
            self._show_area(self._area_of(base))
            self._offer_bases(base.id)
        self.changed.emit()

    def _offer_bases(self, chosen: str | None = None) -> None:
        """Offer the bases of the same city; of all cities while none is told."""
        sites, mine = self._session.state.sites, self._site
        english = self._session.state.language == "en"
        stem = (self._area or "")[:4]
        self.base.clear()
        self.base.addItem(self.tr("不属于哪个基地"), "")
        has_sets = mine is not None and any(one.parent == mine.id for one in sites)
        for one in sites:
            fits = one.kind is Kind.BASE and one.parent is None and one.adcode.startswith(stem)
            if fits and (mine is None or one.id != mine.id) and not has_sets:
                name = one.name_en or one.name_zh if english else one.name_zh
                self.base.addItem(name if stem else f"{one.city_zh} · {name}", one.id)
        self.base.setEnabled(not has_sets)
        self.base.setToolTip(self.tr("它自己有分景，不能再属于别的基地") if has_sets else "")
        self.base.setCurrentIndex(max(0, self.base.findData(chosen or "")))


def _full_name(one: Division, by_code: dict[str, Division]) -> str:
    above = by_code.get(one.parent or "")
    return f"{above.name} {one.name}" if above is not None else one.name

"""Where a policy holds: province, city, district; a zone that is no district can be typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from geo.model import Division, Region
from gui.pages.bureau.policy_fields import CodeBox
from gui.session import State
from gui.widgets.pane import Pane


class RegionPicker(Pane):
    """Three boxes, each offering what lies in the one before."""

    changed = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self._divisions = state.divisions
        self.province = CodeBox(self.tr("省"), [("", self.tr("全国"))])
        self.city = CodeBox(self.tr("市"), [])
        self.district = CodeBox(self.tr("区县或园区"), [])
        self.district.setEditable(True)
        self.district.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for one in self._divisions:
            if one.level == "province":
                self.province.addItem(one.name, one.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for box in (self.province, self.city, self.district):
            box.setMinimumContentsLength(6)
            row.addWidget(box)
        row.addStretch(1)
        self.setFocusProxy(self.province)
        self.province.currentIndexChanged.connect(self._take_province)
        self.city.currentIndexChanged.connect(self._take_city)
        self.district.editTextChanged.connect(self.changed)
        self._offer_cities()

    def show_region(self, region: Region) -> None:
        """Fill in ``region``; a name that no list holds is added."""
        blocked = self.blockSignals(True)
        self.province.choose(region.province or "")
        self._offer_cities()
        self.city.choose(region.city or "")
        self._offer_districts()
        self.district.setCurrentIndex(self.district.findData(region.district or ""))
        if region.district:
            self.district.setEditText(region.district)
        self.blockSignals(blocked)

    @property
    def region(self) -> Region:
        """The region as told."""
        province = self.province.code or None
        city = self.city.code or None if province else None
        whole = self.tr("全市")
        typed = self.district.currentText().strip()
        district = typed if city and typed not in ("", whole) else None
        return Region(province, city, district)

    def _take_province(self) -> None:
        self._offer_cities()
        self._offer_districts()
        self.changed.emit()

    def _take_city(self) -> None:
        self._offer_districts()
        self.changed.emit()

    def _offer_cities(self) -> None:
        province = self._find(self.province.code, "province")
        _fill(self.city, self.tr("全省"), self._under(province, "city"))
        if province is not None and self.city.count() == 1:
            # a municipality is its own city
            self.city.addItem(province.name, province.name)
        self.city.setEnabled(province is not None)
        self._offer_districts()

    def _offer_districts(self) -> None:
        city = self._find(self.city.code, "city") or self._find(self.city.code, "province")
        _fill(self.district, self.tr("全市"), self._under(city, "county"))
        self.district.setEnabled(bool(self.city.code))

    def _find(self, name: str, level: str) -> Division | None:
        found = (one for one in self._divisions if one.level == level and one.name == name)
        return next(found, None)

    def _under(self, above: Division | None, level: str) -> list[str]:
        if above is None:
            return []
        return [
            one.name for one in self._divisions if one.level == level and one.parent == above.adcode
        ]


def _fill(box: CodeBox, whole: str, names: list[str]) -> None:
    blocked = box.blockSignals(True)
    box.clear()
    box.addItem(whole, "")
    for name in names:
        box.addItem(name, name)
    box.setCurrentIndex(0)
    box.blockSignals(blocked)

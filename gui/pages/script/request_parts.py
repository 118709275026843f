"""One thing read out of a request: a box to confirm it, its value to put right, the words read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from geo.model import Need, RequestPart, Scalar, Vocabulary
from gui.pages.words import type_name
from gui.widgets import icons
from gui.widgets.fields import StillBox
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label
from gui.widgets.word_picker import Choice, WordPicker

DATES = ("start_date", "end_date")
COUNTS = ("crew_size", "days", "scene_count")
UNITS = ("day", "hour", "total")
MOST_PEOPLE, MOST_YUAN, STEP_YUAN = 9_999, 99_999_999, 500
NAME_WIDTH = 108
ABOUT = "~"
# the style sheet's padding does not reach the line inside a spin box
INSIDE = 6
ReadNeeds = Callable[[str], tuple[Need, ...]]


def part_word(key: str) -> str:
    """What a part of a request is called."""
    return {
        "place": QCoreApplication.translate("Request", "要什么景"),
        "start_date": QCoreApplication.translate("Request", "哪天开始"),
        "end_date": QCoreApplication.translate("Request", "到哪天"),
        "crew_size": QCoreApplication.translate("Request", "多少人"),
        "price_cap": QCoreApplication.translate("Request", "最多多少钱"),
        "days": QCoreApplication.translate("Request", "拍几天"),
        "city": QCoreApplication.translate("Request", "在哪里"),
        "scene_count": QCoreApplication.translate("Request", "几场戏"),
    }.get(key, key)


def unit_word(unit: str) -> str:
    """元 / 天, 元 / 小时, 元 in all; 没说 when nobody said."""
    return {
        "day": QCoreApplication.translate("Request", "元 / 天"),
        "hour": QCoreApplication.translate("Request", "元 / 小时"),
        "total": QCoreApplication.translate("Request", "元，一共"),
    }.get(unit, QCoreApplication.translate("Request", "元，没说按什么算"))


class PartRow(Pane):
    """``changed``: confirmed or not, or another value."""

    changed = Signal()

    def __init__(
        self, part: RequestPart, vocabulary: Vocabulary | None, lang: str, read_needs: ReadNeeds
    ) -> None:
        super().__init__()
        self._part = part
        self._read_needs = read_needs
        self._vocabulary, self._lang = vocabulary, lang
        self.setProperty("hair", "bottom")
        name = part_word(part.key)
        self.box = QCheckBox(name)
        self.box.setMinimumWidth(NAME_WIDTH)
        self.box.setChecked(True)
        self.box.toggled.connect(self._toggle)
        self._unit: StillBox | None = None
        self.field = self._field()
        self.field.setAccessibleName(name)
        self.chips: FlowLayout | None = None
        self.picker: WordPicker | None = None
        why = self.tr("读到：{words}").format(words=part.because)
        if part.unit == ABOUT:
            why = self.tr("大概的数 · {why}").format(why=why)
        self._why = label(why, role="caption", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        values = QHBoxLayout()
        values.setSpacing(6)
        values.addWidget(self.field, 1 if self._part.key in ("place", "city") else 0)
        if self._unit is not None:
            values.addWidget(self._unit)
        if self._part.key not in ("place", "city"):
            values.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 7, 0, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(values, 0, 1)
        grid.setColumnStretch(1, 1)
        if self._part.key == "place":
            self.chips, self.picker = FlowLayout(gap=4), self._type_picker()
            grid.addLayout(self.chips, 1, 1)
            grid.addWidget(self.picker, 2, 1)
            self._show_needs()
        grid.addWidget(self._why, 3, 1)

    def _field(self) -> QWidget:
        key, value = self._part.key, self._part.value
        if key in DATES:
            date = QDateEdit(QDate.fromString(str(value), Qt.DateFormat.ISODate))
            date.setDisplayFormat("yyyy-MM-dd")
            date.lineEdit().setTextMargins(INSIDE, 0, 0, 0)
            date.dateChanged.connect(self.changed)
            return date
        if key in COUNTS or key == "price_cap":
            return self._figure(key, value)
        line = QLineEdit(str(value))
        line.textChanged.connect(self.changed)
        if key == "place":
            line.editingFinished.connect(self._read_again)
        return line

    def _figure(self, key: str, value: Scalar) -> QSpinBox:
        figure = QSpinBox()
        money = key == "price_cap"
        figure.setRange(1, MOST_YUAN if money else MOST_PEOPLE)
        figure.setGroupSeparatorShown(True)
        figure.setStepType(QAbstractSpinBox.StepType.DefaultStepType)
        figure.setSingleStep(STEP_YUAN if money else 1)
        figure.setMinimumWidth(110)
        figure.setValue(round(float(value)))
        figure.lineEdit().setTextMargins(INSIDE, 0, 0, 0)
        figure.valueChanged.connect(self.changed)
        if money:
            self._unit = StillBox()
            units = UNITS if self._part.unit in UNITS else ("", *UNITS)
            for unit in units:
                self._unit.addItem(unit_word(unit), unit)
            self._unit.setCurrentIndex(max(0, self._unit.findData(self._part.unit)))
            self._unit.setAccessibleName(self.tr("按什么算"))
            self._unit.currentIndexChanged.connect(self.changed)
        return figure

    def _type_picker(self) -> WordPicker:
        picker = WordPicker()
        picker.setPlaceholderText(self.tr("打几个字挑一种景，例如“茶馆”"))
        picker.setAccessibleName(self.tr("加一种景"))
        if self._vocabulary is not None:
            picker.set_choices(
                Choice(
                    one.code,
                    type_name(one, one.code, self._lang),
                    " ".join((one.zh, one.en, *one.synonyms)),
                )
                for one in self._vocabulary.scene_types.values()
            )
        picker.picked.connect(self._add_need)
        return picker

    def _show_needs(self) -> None:
        if self.chips is None or self.picker is None:
            return
        self.chips.clear()
        types = self._vocabulary.scene_types if self._vocabulary is not None else {}
        for need in self._part.needs:
            name = type_name(types.get(need.scene_type), need.scene_type, self._lang)
            self.chips.addWidget(self._chip(need, name))
        if not self._part.needs:
            self.chips.addWidget(label(self.tr("不知道是什么景"), chip="warn"))
        self.picker.setVisible(not self._part.needs)

    def _chip(self, need: Need, name: str) -> QWidget:
        chip = Pane()
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        text = label(name, chip="need")
        cross = QToolButton()
        cross.setProperty("quiet", "true")
        cross.setProperty("cross", "true")
        cross.setIcon(icons.icon("x", 12))
        tip = self.tr("去掉")
        cross.setToolTip(tip)
        cross.setAccessibleName(f"{tip} {name}")
        cross.clicked.connect(lambda: self._drop_need(need.scene_type))
        row.addWidget(text)
        row.addWidget(cross)
        return chip

    def _set_needs(self, needs: tuple[Need, ...]) -> None:
        self._part = replace(self._part, needs=needs)
        self._show_needs()
        self.changed.emit()

    def _add_need(self, code: str) -> None:
        self._set_needs((*self._part.needs, Need(code, 1.0)))

    def _drop_need(self, code: str) -> None:
        self._set_needs(tuple(need for need in self._part.needs if need.scene_type != code))

    def _read_again(self) -> None:
        """Another place may be of another type."""
        text = self.field.text().strip() if isinstance(self.field, QLineEdit) else ""
        if text and text != str(self._part.value):
            self._part = replace(self._part, value=text)
            self._set_needs(self._read_needs(text))

    def _toggle(self, on: bool) -> None:
        for part in (self.field, self._unit, self.picker):
            if part is not None:
                part.setEnabled(on)
        self.changed.emit()

    @property
    def key(self) -> tuple[str, str]:
        """What it is, and the words it was read from."""
        return self._part.key, self._part.because

    def part(self) -> RequestPart | None:
        """What was confirmed; None when it was not, or nothing is left of it."""
        if not self.box.isChecked():
            return None
        value: Scalar
        if isinstance(self.field, QDateEdit):
            value = self.field.date().toString(Qt.DateFormat.ISODate)
        elif isinstance(self.field, QSpinBox):
            value = self.field.value()
        elif isinstance(self.field, QLineEdit):
            value = self.field.text().strip()
        unit = str(self._unit.currentData()) if self._unit is not None else self._part.unit
        return replace(self._part, value=value, unit=unit) if value else None

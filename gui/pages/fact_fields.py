"""One editor for each type of project fact. Empty means that nobody has said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QLineEdit

from geo.model import Division, FactField, FactValue
from gui.pages.fact_editor import FactEditor
from gui.pages.fact_lists import PlacesFact, TagsFact, WordsFact
from gui.texts import unit_word
from gui.widgets.fields import StillBox
from gui.widgets.pane import label, mark
from gui.widgets.segments import Segments
from gui.widgets.word_picker import Choice, WordPicker

WAN = 10_000
PAUSE_MS = 350
YUAN = "CNY"
MONEY = {"money": YUAN}
YES, NO, NOBODY = "yes", "no", "unknown"


class _LineFact(FactEditor):
    """Numbers, dates and words, typed; what can be read is told while one types."""

    def __init__(self, field: FactField, lang: str) -> None:
        super().__init__(field, lang)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.name)
        self.edit.editingFinished.connect(self._tell)
        self.edit.textEdited.connect(self._wait)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell_typed)
        self._shown: FactValue | None = None
        self.row.addWidget(self.edit, 1)
        unit = self._unit()
        if unit:
            self.row.addWidget(label(unit, role="caption"))
        self.edit.setPlaceholderText(self.tr("不知道"))
        self._look(right=True)

    @property
    def _in_wan(self) -> bool:
        """Chinese budgets are told in 万元."""
        return YUAN in (self.field.unit, MONEY.get(self.field.type)) and self.lang == "zh"

    def _unit(self) -> str:
        if self._in_wan:
            return "万元"
        unit = self.field.unit or MONEY.get(self.field.type, "")
        return "%" if self.field.type == "share" else unit_word(unit, self.lang)

    def _hint(self) -> str:
        return self.tr("写成 2026-11-20 这样") if self.field.type == "date" else ""

    def show_value(self, value: FactValue | None) -> None:
        self._shown = value
        if not self.edit.hasFocus():
            self.edit.setText(self._write(value))
            self._look(right=True)

    def _write(self, value: FactValue | None) -> str:
        if value is None:
            return ""
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, (int, float)):
            factor = 1 / WAN if self._in_wan else 100 if self.field.type == "share" else 1
            return f"{value * factor:,.10g}"
        return str(value)

    def _read(self, text: str) -> FactValue | None:
        """What was typed as a value; ValueError when it is none."""
        text = text.replace(",", "").replace("，", "").strip()
        if not text:
            return None
        if self.field.type == "date":
            return date.fromisoformat(text.replace("/", "-").replace(".", "-"))
        if self.field.type == "text":
            return text
        number = float(text.removesuffix("%"))
        if not 0 <= number < 1e13:
            raise ValueError(text)
        if self.field.type == "share":
            if number > 100:
                raise ValueError(text)
            return number / 100
        number *= WAN if self._in_wan else 1
        return round(number) if self.field.type == "int" else number

    def _wait(self) -> None:
        self._pause.start()

    def _tell_typed(self) -> None:
        """A pause in typing: tell what can be read, and leave the text to whoever types."""
        try:
            value = self._read(self.edit.text())
        except ValueError:
            return
        self._look(right=True)
        if value != self._shown:
            self._shown = value
            self.said.emit(value)

    def _tell(self) -> None:
        self._pause.stop()
        try:
            value = self._read(self.edit.text())
        except ValueError:
            self._look(right=False)
            return
        self._look(right=True)
        self.edit.setText(self._write(value))
        if value != self._shown:
            self._shown = value
            self.said.emit(value)

    def _look(self, *, right: bool) -> None:
        mark(self.edit, wrong="" if right else "true")
        self.edit.setToolTip(self._hint() if right else self.tr("这个看不懂，没有记下"))


class _YesNoFact(FactEditor):
    """是, 否, 不知道."""

    wide = True

    def __init__(self, field: FactField, lang: str) -> None:
        super().__init__(field, lang)
        self.segments = Segments(
            [(YES, self.tr("是")), (NO, self.tr("否")), (NOBODY, self.tr("不知道"))]
        )
        self.segments.setAccessibleName(self.name)
        self.segments.chosen.connect(
            lambda key: self.said.emit({YES: True, NO: False, NOBODY: None}[key])
        )
        self.row.addStretch(1)
        self.row.addWidget(self.segments)

    def show_value(self, value: FactValue | None) -> None:
        self.segments.choose(NOBODY if value is None else YES if value else NO)


class _ChoiceFact(FactEditor):
    """One of a few."""

    def __init__(self, field: FactField, lang: str) -> None:
        super().__init__(field, lang)
        self.box = StillBox()
        self.box.setAccessibleName(self.name)
        self.box.addItem(self.tr("不知道"), None)
        for option in field.options:
            self.box.addItem(option.en if lang == "en" else option.zh, option.value)
        self.box.activated.connect(lambda _at: self.said.emit(self.box.currentData()))
        self.row.addWidget(self.box, 1)

    def show_value(self, value: FactValue | None) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(max(0, self.box.findData(value)))


class _CityFact(FactEditor):
    """A city or county, found by typing a part of its name."""

    def __init__(self, field: FactField, lang: str, cities: tuple[Choice, ...]) -> None:
        super().__init__(field, lang)
        self.picker = WordPicker(keep=True)
        self.picker.set_choices(cities)
        self.picker.setAccessibleName(self.name)
        self.picker.setPlaceholderText(self.tr("不知道"))
        self.picker.picked.connect(self._tell)
        self.picker.editingFinished.connect(self._left)
        self._shown: FactValue | None = None
        self.row.addWidget(self.picker, 1)

    def show_value(self, value: FactValue | None) -> None:
        self._shown = value
        if not self.picker.hasFocus():
            self.picker.setText("" if value is None else str(value))

    def _tell(self, name: str) -> None:
        self.picker.setText(name)
        self._shown = name
        self.said.emit(name)

    def _left(self) -> None:
        """Emptied means unknown; half a name is put back."""
        if not self.picker.text().strip():
            if self._shown is not None:
                self._shown = None
                self.said.emit(None)
        elif self.picker.text() != self._shown:
            self.picker.setText("" if self._shown is None else str(self._shown))


def city_choices(divisions: Iterable[Division]) -> tuple[Choice, ...]:
    """What a city editor offers: every province, city and county, found by its upper one too."""
    by_code = {one.adcode: one for one in divisions}
    found = []
    for one in by_code.values():
        above = by_code.get(one.parent or "")
        words = f"{one.name} {above.name}" if above is not None else one.name
        found.append(Choice(one.name, one.name, words))
    return tuple(found)


def make_editor(field: FactField, lang: str, cities: tuple[Choice, ...]) -> FactEditor:
    """The editor for ``field``."""
    if field.type == "bool":
        return _YesNoFact(field, lang)
    if field.type in ("choice", "level"):
        return _ChoiceFact(field, lang)
    if field.type in ("city", "place"):
        return _CityFact(field, lang, cities)
    if field.type == "places":
        return PlacesFact(field, lang, cities)
    if field.type == "tags":
        return TagsFact(field, lang) if field.options else WordsFact(field, lang)
    return _LineFact(field, lang)

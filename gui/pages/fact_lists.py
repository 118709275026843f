"""Editors of facts that are several things at once: tags, words of one's own, places."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from geo.model import FactField, FactValue
from gui.pages.fact_editor import FactEditor
from gui.pages.script.need_chip import NeedChip
from gui.texts import aloud
from gui.widgets.flow import FlowLayout
from gui.widgets.word_picker import Choice, WordPicker

_BETWEEN = re.compile(r"[、，,;；\s]+")


def as_words(value: FactValue | None) -> tuple[str, ...]:
    """A list of words, of a value that may be one word alone."""
    if value is None:
        return ()
    return tuple(str(one) for one in value) if isinstance(value, tuple) else (str(value),)


class TagsFact(FactEditor):
    """Tick what holds. Nothing ticked is not known; 都没有 says that none of them holds."""

    wide = True

    def __init__(self, field: FactField, lang: str) -> None:
        super().__init__(field, lang)
        flow = QWidget()
        self._flow = FlowLayout(flow, gap=10)
        self.boxes: dict[str, QCheckBox] = {}
        for option in field.options:
            box = QCheckBox(option.en if lang == "en" else option.zh)
            box.clicked.connect(lambda _on: self._tick())
            self.boxes[option.value] = box
            self._flow.addWidget(box)
        self.none = QCheckBox(self.tr("都没有"))
        self.none.clicked.connect(self._deny)
        self._flow.addWidget(self.none)
        self._others: tuple[str, ...] = ()
        for box in (*self.boxes.values(), self.none):
            box.setAccessibleName(aloud((self.name, box.text()), lang))
        self.row.addWidget(flow, 1)

    def show_value(self, value: FactValue | None) -> None:
        """Show what is known without telling anybody."""
        known = as_words(value)
        for key, box in self.boxes.items():
            box.setChecked(key in known)
        # what a file told and this form does not offer is kept
        self._others = tuple(one for one in known if one not in self.boxes)
        self.none.setChecked(value is not None and not known)

    def _tick(self) -> None:
        chosen = tuple(key for key, box in self.boxes.items() if box.isChecked())
        self.none.setChecked(False)
        self.said.emit((*chosen, *self._others) or None)

    def _deny(self, on: bool) -> None:
        for box in self.boxes.values():
            box.setChecked(False)
        self._others = ()
        self.said.emit(() if on else None)


class WordsFact(FactEditor):
    """Several words, typed with 、 between them."""

    wide = True

    def __init__(self, field: FactField, lang: str) -> None:
        super().__init__(field, lang)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.name)
        self.edit.setPlaceholderText(self.tr("不知道；几个就用顿号隔开"))
        self.edit.editingFinished.connect(self._tell)
        self._shown: tuple[str, ...] = ()
        self.row.addWidget(self.edit, 1)

    def show_value(self, value: FactValue | None) -> None:
        """Show what is known without telling anybody."""
        self._shown = as_words(value)
        if not self.edit.hasFocus():
            self.edit.setText("、".join(self._shown))

    def _tell(self) -> None:
        words = tuple(dict.fromkeys(filter(None, _BETWEEN.split(self.edit.text()))))
        if words != self._shown:
            self._shown = words
            self.said.emit(words or None)


class PlacesFact(FactEditor):
    """Several cities or counties: type a part of a name to add one, its cross takes it out."""

    wide = True

    def __init__(self, field: FactField, lang: str, cities: tuple[Choice, ...]) -> None:
        super().__init__(field, lang)
        self.picker = WordPicker()
        self.picker.set_choices(cities)
        self.picker.setAccessibleName(self.name)
        self.picker.setPlaceholderText(self.tr("加一个地方；空着就是不知道"))
        self.picker.picked.connect(self._add)
        self._shown: tuple[str, ...] = ()
        self.chips: dict[str, NeedChip] = {}
        inner = QWidget()
        self._flow = FlowLayout(inner, gap=4)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.picker)
        column.addWidget(inner)
        self.row.addLayout(column, 1)

    def show_value(self, value: FactValue | None) -> None:
        """Show what is known without telling anybody."""
        self._shown = as_words(value)
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for place in self._shown:
            chip = NeedChip(place, place, place, self.tr("去掉"), sure=True)
            chip.dropped.connect(self._drop)
            self.chips[place] = chip
            self._flow.addWidget(chip)

    def _add(self, place: str) -> None:
        if place not in self._shown:
            self.said.emit((*self._shown, place))

    def _drop(self, place: str) -> None:
        self.said.emit(tuple(one for one in self._shown if one != place) or None)

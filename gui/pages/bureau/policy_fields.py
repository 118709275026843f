"""Fields of the policy form: money, shares, counts, days, lists of words; each says what is wrong.

An empty field means that the text does not say.
"""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from geo.model import in_language
from gui import theme
from gui.widgets.fields import StillBox
from gui.widgets.pane import Pane, label, mark

WAN = 10_000
MOST = 1e13
NAME_WIDTH = 118
MONEY, PERCENT, NUMBER, WHOLE = "money", "percent", "number", "whole"
_BREAKS = re.compile(r"[、,，;；\n]+")


class NumberEdit(Pane):
    """One number: money in 万元 (RMB in English), a share in per cent, or a plain count."""

    changed = Signal()

    def __init__(self, name: str, kind: str = NUMBER, unit: str = "", width: int = 96) -> None:
        super().__init__()
        self._kind = kind
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(name)
        self.edit.setFixedWidth(round(width * theme.text_scale()))
        self.edit.textChanged.connect(self._tell)
        self._unit = label(unit or self._own_unit(), role="caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.edit)
        row.addWidget(self._unit)
        row.addStretch(1)
        self.setFocusProxy(self.edit)

    @property
    def _factor(self) -> float:
        if self._kind == MONEY:
            return WAN if theme.language() == "zh" else 1
        return 0.01 if self._kind == PERCENT else 1

    def _own_unit(self) -> str:
        if self._kind == MONEY:
            return "万元" if theme.language() == "zh" else "RMB"
        return "%" if self._kind == PERCENT else ""

    def set_unit(self, unit: str) -> None:
        """What is counted."""
        self._unit.setText(unit)

    @property
    def value(self) -> float | None:
        """CNY, a fraction or the number; None while empty or not readable."""
        try:
            return self._read()
        except ValueError:
            return None

    @property
    def problem(self) -> str:
        """What is wrong, as a sentence."""
        try:
            self._read()
        except ValueError:
            return QCoreApplication.translate("PolicyFields", "这里要一个数，不知道就空着。")
        return ""

    def _read(self) -> float | None:
        text = self.edit.text().replace(",", "").replace("，", "").replace(" ", "")
        text = text.removesuffix("%").removesuffix("元").removesuffix("万")
        if not text:
            return None
        number = float(text)
        if not 0 <= number < MOST or (self._kind == WHOLE and number % 1):
            raise ValueError(text)
        # 1.23 times ten thousand is not exact; fractions of a fen and of a ppm are nobody's figure
        return round(number * self._factor, 2 if self._kind == MONEY else 8)

    def show_value(self, value: float | None) -> None:
        """Write ``value`` as it is typed."""
        text = "" if value is None else f"{round(value / self._factor, 8):,.12g}"
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def _tell(self) -> None:
        mark(self.edit, wrong="true" if self.problem else "")
        self.changed.emit()


class DayEdit(QLineEdit):
    """A day, typed as 2026-11-20; a month or a year stands for its first day."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText("2026-11-20")
        self.setFixedWidth(round(110 * theme.text_scale()))
        self.textChanged.connect(self._tell)

    @property
    def value(self) -> date | None:
        """The day; None while empty or not readable."""
        try:
            return read_day(self.text())
        except ValueError:
            return None

    @property
    def problem(self) -> str:
        """What is wrong, as a sentence."""
        try:
            read_day(self.text())
        except ValueError:
            return QCoreApplication.translate("PolicyFields", "日期写成 2026-11-20 这样。")
        return ""

    def show_value(self, value: date | None) -> None:
        """Write ``value``."""
        self.setText("" if value is None else value.isoformat())

    def _tell(self) -> None:
        mark(self, wrong="true" if self.problem else "")
        self.changed.emit()


def typed(text: str, en: str | None, zh: str | None, lang: str) -> tuple[str | None, str | None]:
    """English and Chinese of a field in which ``text`` stands now.

    Untouched, it keeps both. What was typed anew is of the language of the interface, and what the
    other language said before says it no longer.
    """
    told = text.strip() or None
    if told == (in_language(en, zh, lang).strip() or None):
        return en, zh
    return (told, None) if lang == "en" else (None, told)


class WordsEdit(QLineEdit):
    """Several words, parted by 、 or commas."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(
            QCoreApplication.translate("PolicyFields", "几个词，中间用顿号隔开")
        )

    @property
    def words(self) -> tuple[str, ...]:
        """The words without the breaks."""
        found = (part.strip() for part in _BREAKS.split(self.text()))
        return tuple(dict.fromkeys(part for part in found if part))

    def show_words(self, words: tuple[str, ...]) -> None:
        """Write ``words``."""
        self.setText("、".join(words))
        self.setCursorPosition(0)


class CodeBox(StillBox):
    """A choice among codes, told in words; a code not offered before is added."""

    def __init__(self, name: str, choices: list[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        for code, text in choices:
            self.addItem(text, code)

    @property
    def code(self) -> str:
        """The chosen code."""
        return self.currentData() or ""

    def choose(self, code: str, text: str = "") -> None:
        """Choose ``code`` without telling anybody."""
        blocked = self.blockSignals(True)
        if self.findData(code) < 0:
            self.addItem(text or code, code)
        self.setCurrentIndex(self.findData(code))
        self.blockSignals(blocked)


class Row(Pane):
    """A name at the left, its editor, and below it one kind sentence when something is wrong."""

    def __init__(self, name: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        self._name = label(name, role="second", wrap=True)
        self._name.setFixedWidth(round(NAME_WIDTH * theme.text_scale()))
        self._told = label(hint, role="caption", wrap=True)
        self._told.setVisible(bool(hint))
        if not editor.accessibleName():
            editor.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.addWidget(self._name, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(editor, 0, 1)
        grid.addWidget(self._told, 1, 1)
        grid.setColumnStretch(1, 1)
        self._name.setContentsMargins(0, 4, 0, 0)

    @property
    def told(self) -> str:
        """The sentence under the editor that says what is wrong."""
        return self._told.text() if self._told.property("tone") == "err" else ""

    def complain(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._told.setText(sentence or self._hint)
        mark(self._told, tone="err" if sentence else "")
        self._told.setVisible(bool(sentence or self._hint))
        self.editor.setAccessibleDescription(sentence or self._hint)


def read_day(text: str) -> date | None:
    """A day out of 2026-11-20, 2026-11 or 2026; None for nothing. Raises ValueError."""
    text = text.strip().replace("/", "-").replace(".", "-")
    if not text:
        return None
    parts = text.split("-")
    if len(parts) > 3 or len(parts[0]) != 4:
        raise ValueError(text)
    return date(*(int(each) for each in (*parts, *("1",) * (3 - len(parts)))))


def beside(*parts: QWidget, stretch: bool = True) -> QWidget:
    """``parts`` in a row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    if stretch:
        row.addStretch(1)
    holder.setFocusProxy(parts[0])
    return holder

"""One editor for each type of line of the form; each tells every answer as it is typed."""

from __future__ import annotations

import unicodedata
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from geo.model.field import Json, RecceField
from gui.pages.field.words import line_word
from gui.widgets.answer_keys import AnswerKeys
from gui.widgets.pane import Pane, label, mark

YES, NO = "yes", "no"
LEAST_LINES, MOST_LINES = 1, 6
MARGIN = 10
_UNDO = QKeySequence.StandardKey.Undo

Options: TypeAlias = "list[tuple[str, str]]"


def options_of(line: RecceField, lang: str) -> Options:
    """The answers to choose from, in a language."""
    return [(one.value, one.en if lang == "en" else one.zh) for one in line.options]


class WordField(QLineEdit):
    """A field of the form: Enter goes on, Ctrl+Z takes back an answer, not a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("big", "true")

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window: it takes back what is on disk."""
        if isinstance(event, QKeyEvent) and event.matches(_UNDO):
            event.ignore()
            return False
        return super().event(event)


class WordsBox(QPlainTextEdit):
    """A few words; grows with them. Enter goes on, Shift+Enter begins a line."""

    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("big", "true")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """As high as the words, within reason."""
        wanted = max(round(self.document().size().height()), LEAST_LINES)
        lines = min(wanted, MOST_LINES)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if wanted > lines else policy.ScrollBarAlwaysOff
        )
        # the frame that Qt tells of counts what the style leaves free at the sides
        margins = 2 * MARGIN + 6
        self.setFixedHeight(max(44, round(lines * self.fontMetrics().lineSpacing() + margins)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        if isinstance(event, QKeyEvent) and event.matches(_UNDO):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next line of the form."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)


class Editor(Pane):
    """``answered`` tells key and value (None: taken back); ``next_asked``: on to the next line.

    ``kept``: whether what is typed could be told at all; a half-typed number cannot.
    """

    answered = Signal(str, object)
    next_asked = Signal()
    kept_changed = Signal()

    def __init__(self, line: RecceField) -> None:
        super().__init__()
        self.line = line
        self.kept = True
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)

    def show_answers(self, answers: dict[str, Json]) -> None:
        """Show what is kept: the values of this line by key."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What has the keys when the line is come to."""
        raise NotImplementedError

    def speak(self, lang: str) -> None:
        """Set every word again."""

    def tell(self, value: Json) -> None:
        """Tell the answer of the line."""
        self.set_kept(kept=True)
        self.answered.emit(self.line.key, value)

    def set_kept(self, *, kept: bool) -> None:
        """Whether what is typed could be told."""
        if kept != self.kept:
            self.kept = kept
            self.kept_changed.emit()


class ChoiceEditor(Editor):
    """One of a few answers; of a flag yes or no."""

    def __init__(self, line: RecceField) -> None:
        super().__init__(line)
        self.choices = AnswerKeys()
        self.choices.chosen.connect(self._choose)
        self.choices.next_asked.connect(self.next_asked)
        self.row.addWidget(self.choices, 1)

    def _choose(self, key: str) -> None:
        if self.line.type == "flag":
            self.tell({YES: True, NO: False}.get(key))
        else:
            self.tell(key or None)

    def show_answers(self, answers: dict[str, Json]) -> None:
        """Mark the answer."""
        value = answers.get(self.line.key)
        if isinstance(value, bool):
            value = YES if value else NO
        self.choices.choose(value if isinstance(value, str) else None)

    def first(self) -> QWidget:
        """The answers."""
        return self.choices

    def speak(self, lang: str) -> None:
        """The answers in a language."""
        flag = [(YES, self.tr("有")), (NO, self.tr("没有"))]
        options = flag if self.line.type == "flag" else options_of(self.line, lang)
        self.choices.set_options(options)
        self.choices.setAccessibleName(line_word(self.line, lang))


class TextEditor(Editor):
    """A few words of one's own."""

    def __init__(self, line: RecceField) -> None:
        super().__init__(line)
        self._shown = ""
        self.box = WordsBox()
        self.box.textChanged.connect(self._typed)
        self.box.next_asked.connect(self.next_asked)
        self.row.addWidget(self.box, 1)

    def _typed(self) -> None:
        text = self.box.toPlainText()
        if text != self._shown:
            self._shown = text
            self.tell(text if text.strip() else None)

    def show_answers(self, answers: dict[str, Json]) -> None:
        """Write the words, unless they stand there."""
        value = answers.get(self.line.key)
        text = value if isinstance(value, str) else ""
        # white space alone is nothing said, and may be the beginning of something
        if text != self._shown and (text or self._shown.strip()):
            self._shown = text
            self.box.setPlainText(text)

    def first(self) -> QWidget:
        """The words."""
        return self.box

    def speak(self, lang: str) -> None:
        """What may be said here."""
        self.box.setPlaceholderText(self.tr("说一句，或打几个字…"))
        self.box.setAccessibleName(line_word(self.line, lang))


def read_amount(text: str) -> float | None:
    """A number as typed, full-width digits and 万 too; None for nothing. Raises ValueError."""
    text = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    if not text:
        return None
    bare = text.removesuffix("万")
    value = float(bare) * (1.0 if bare == text else 10_000.0)
    if not abs(value) < 1e12:
        raise ValueError(text)
    return value


class NumberEditor(Editor):
    """A number with its unit; what is no number, or cannot be, is not kept and says so."""

    def __init__(self, line: RecceField) -> None:
        super().__init__(line)
        self._shown: float | None = None
        self.edit = WordField()
        self.edit.setMaximumWidth(150)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.edit.textEdited.connect(lambda _: self._typed())
        self.edit.returnPressed.connect(self.next_asked)
        self.unit, self.told = label(role="second"), label(role="caption", wrap=True)
        mark(self.told, tone="err")
        self.row.addWidget(self.edit, 2)
        self.row.addWidget(self.unit)
        self.row.addWidget(self.told, 3)

    def _typed(self) -> None:
        try:
            value = read_amount(self.edit.text())
        except ValueError:
            self._refuse(self.tr("这里要填数字，还没存"))
            return
        if value is not None and not self._within(value):
            self._refuse(self._range())
            return
        self.told.clear()
        mark(self.edit, wrong="false")
        self._shown = value
        self.tell(value)

    def _within(self, value: float) -> bool:
        low, high = self.line.low, self.line.high
        return (low is None or low <= value) and (high is None or value <= high)

    def _range(self) -> str:
        low, high = self.line.low, self.line.high
        unit = f" {self.line.unit}" if self.line.unit else ""
        if low is not None and high is not None:
            told = self.tr("在 {low:,.10g} 到 {high:,.10g}{unit} 之间才对，还没存")
            return told.format(low=low, high=high, unit=unit)
        if low is not None:
            return self.tr("不会少于 {low:,.10g}{unit}，还没存").format(low=low, unit=unit)
        return self.tr("不会多于 {high:,.10g}{unit}，还没存").format(high=high, unit=unit)

    def _refuse(self, why: str) -> None:
        self.told.setText(why)
        mark(self.edit, wrong="true")
        self.set_kept(kept=False)

    def show_answers(self, answers: dict[str, Json]) -> None:
        """Write the number, unless it stands there."""
        value = answers.get(self.line.key)
        number = float(value) if isinstance(value, int | float) else None
        if number != self._shown:
            self._shown = number
            self.edit.setText("" if number is None else f"{number:,.10g}")
            self.told.clear()
            mark(self.edit, wrong="false")
            self.set_kept(kept=True)

    def first(self) -> QWidget:
        """The number."""
        return self.edit

    def speak(self, lang: str) -> None:
        """Its unit."""
        unit = self.line.unit
        self.unit.setText(self.tr("米") if unit == "m" else unit)
        self.edit.setAccessibleName(f"{line_word(self.line, lang)} {self.unit.text()}".strip())

"""One line of the form: sign, name, editor, by whom it was answered, and its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from geo.model.field import Answer, Json, RecceField
from gui import theme
from gui.pages.field.editors import ChoiceEditor, Editor, NumberEditor, TextEditor
from gui.pages.field.price_editor import PriceEditor
from gui.pages.field.seen_editors import NoiseEditor, PositionEditor, ScenesEditor
from gui.pages.field.words import hint_word, line_word, moment_word
from gui.session import State
from gui.texts.tips import plain_tip
from gui.widgets import icons
from gui.widgets.pane import Pane, label

NAME_WIDTH = 96
SIGN = 18


def editor_for(line: RecceField, state: Callable[[], State]) -> Editor:
    """The editor of a type of line; of a type that only a newer program knows, plain words."""
    if line.type == "noise":
        return NoiseEditor(line)
    if line.type == "scenes":
        return ScenesEditor(line, state)
    if line.type == "position":
        return PositionEditor(line, state)
    if line.type == "price":
        return PriceEditor(line)
    if line.type == "number":
        return NumberEditor(line)
    return ChoiceEditor(line) if line.type in ("choice", "flag") else TextEditor(line)


class FormLine(Pane):
    """``answered`` tells key and value; ``history_asked`` the line whose changes are wanted."""

    answered = Signal(str, object)
    next_asked = Signal()
    kept_changed = Signal()
    history_asked = Signal(object)

    def __init__(self, line: RecceField, state: Callable[[], State]) -> None:
        super().__init__()
        self.setProperty("hair", "bottom")
        self.line = line
        self._told: dict[str, Json] = {}
        self._answer: Answer | None = None
        self._lang = "zh"
        self.editor = editor_for(line, state)
        self.editor.answered.connect(self._tell)
        self.editor.next_asked.connect(self.next_asked)
        self.editor.kept_changed.connect(self.kept_changed)
        self.sign, self.name = QLabel(), label(wrap=True)
        self.contested = label(chip="warn")
        self.contested.hide()
        self.history = QToolButton()
        self.history.setProperty("quiet", "true")
        self.history.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.history.clicked.connect(lambda: self.history_asked.emit(self.line))
        self._lay_out()
        self.restyle()

    def _lay_out(self) -> None:
        head = QWidget()
        inner = QHBoxLayout(head)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(9)
        inner.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        inner.addWidget(self.name, 1)
        inner.addWidget(self.contested)
        self._head = head
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        row.addWidget(head)
        row.addWidget(self.editor, 1)
        row.addWidget(self.history)
        held = self.history.sizePolicy()
        held.setRetainSizeWhenHidden(True)
        self.history.setSizePolicy(held)

    def _tell(self, key: str, value: Json) -> None:
        self._told[key] = value
        self.answered.emit(key, value)

    def show_answers(self, answers: Mapping[str, Answer], *, settled: bool) -> None:
        """Show what is kept; what was typed since stands while it is on its way to the disk."""
        stem = self.line.key
        mine = {
            key: one for key, one in answers.items() if key == stem or key.startswith(f"{stem}@")
        }
        if settled:
            self._told.clear()
        if not self._told:
            self.editor.show_answers({key: one.value for key, one in mine.items()})
        last = max(mine.values(), key=lambda one: one.when, default=None)
        self._answer = last
        self.contested.setVisible(any(one.contested for one in mine.values()))
        self.history.setVisible(last is not None)
        self._say_who()

    def _say_who(self) -> None:
        """Who answered and when, in tool tips: no room to say it thirty times over."""
        hint, last = hint_word(self.line, self._lang), self._answer
        told = ""
        if last is not None and (last.who or last.when):
            told = " · ".join(
                part for part in (last.who, moment_word(last.when, self._lang)) if part
            )
        self.name.setToolTip(plain_tip("\n".join(part for part in (hint, told) if part)))
        self.history.setToolTip(
            "\n".join(part for part in (self.tr("看这一行的历史"), told) if part)
        )

    def forget(self) -> None:
        """Another place: nothing typed here is on its way."""
        self._told.clear()

    def speak(self, lang: str) -> None:
        """Set every word again."""
        self._lang = lang
        self.name.setText(line_word(self.line, lang))
        self.contested.setText(self.tr("两个说法"))
        self.contested.setToolTip(self.tr("两个人填得不一样，右边等你定"))
        self.history.setAccessibleName(
            self.tr("{line}的历史").format(line=line_word(self.line, lang))
        )
        self.editor.speak(lang)
        self._say_who()

    def restyle(self) -> None:
        """Fetch the icons again; the names stand in one column."""
        self._head.setFixedWidth(round((NAME_WIDTH + SIGN + 9) * theme.px(13) / 13))
        self.sign.setFixedWidth(SIGN)
        if icons.known(self.line.icon):
            self.sign.setPixmap(icons.pixmap(self.line.icon, SIGN))
        self.history.setIcon(icons.icon("history", 16, theme.current().ink3))

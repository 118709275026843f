"""Lines about what is heard and seen on the spot: noise by the hour, scenes, where one stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from geo.model.field import Fix, Json, RecceField
from gui.pages.field.editors import Editor, options_of
from gui.pages.field.words import accuracy_word, line_word
from gui.pages.words import type_name
from gui.session import State
from gui.widgets.answer_keys import AnswerKeys
from gui.widgets.fields import StillBox
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label
from gui.widgets.word_picker import Choice, WordPicker

HOURS = 24
TYPED = "typed"
"""Degrees somebody wrote: how good they are is a guess."""
OUTSIDE, INSIDE, UNKNOWN = "outside", "inside", "unknown"
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def this_hour() -> int:
    """The hour it is now, on this machine's clock."""
    return datetime.now().hour


class NoiseEditor(Editor):
    """How loud it is at an hour, the present one to begin with; the other hours stand below."""

    def __init__(self, line: RecceField) -> None:
        super().__init__(line)
        self._answers: dict[str, Json] = {}
        self._lang = "zh"
        self._now = 0
        self.hour = StillBox()
        self.hour.setProperty("big", "true")
        self.hour.activated.connect(lambda _: self._show())
        self.choices = AnswerKeys()
        self.choices.chosen.connect(self._choose)
        self.choices.next_asked.connect(self.next_asked)
        self.others = label(role="caption", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.choices)
        column.addWidget(self.others)
        self.row.addWidget(self.hour, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(column, 1)
        self._fill_hours()

    def _fill_hours(self) -> None:
        # who left it at now means now, also when an hour has gone by
        chosen = self.hour.currentData() if self.hour.currentIndex() > 0 else None
        now = self._now = this_hour()
        self.hour.clear()
        self.hour.addItem(self.tr("此刻 {hour} 点").format(hour=now), now)
        for hour in range(HOURS):
            if hour != now:
                self.hour.addItem(self.tr("{hour} 点").format(hour=hour), hour)
        self.hour.setCurrentIndex(max(0, self.hour.findData(now if chosen is None else chosen)))

    def _key(self) -> str:
        return f"{self.line.key}@{self.hour.currentData():02d}"

    def _choose(self, key: str) -> None:
        if this_hour() != self._now:
            self._fill_hours()
        if key:
            self._answers[self._key()] = key
        else:
            self._answers.pop(self._key(), None)
        self.answered.emit(self._key(), key or None)
        self._tell_others()

    def show_answers(self, answers: dict[str, Json]) -> None:
        """Mark the answer of the hour shown, and write those of the others."""
        self._answers = {key: value for key, value in answers.items() if value is not None}
        if this_hour() != self._now:
            self._fill_hours()
        self._show()

    def _show(self) -> None:
        value = self._answers.get(self._key())
        self.choices.choose(value if isinstance(value, str) else None)
        self._tell_others()

    def _tell_others(self) -> None:
        words = dict(options_of(self.line, self._lang))
        told = []
        for key, value in sorted(self._answers.items()):
            hour = key.partition("@")[2]
            if key != self._key():
                when = self.tr("{hour} 点").format(hour=int(hour)) if hour else self.tr("没说几点")
                told.append(f"{when} {words.get(str(value), value)}")
        self.others.setText(" · ".join(told))
        self.others.setVisible(bool(told))

    def first(self) -> QWidget:
        """The answers."""
        return self.choices

    def speak(self, lang: str) -> None:
        """Hours and answers in a language."""
        self._lang = lang
        self._fill_hours()
        self.choices.set_options(options_of(self.line, lang))
        self.choices.setAccessibleName(line_word(self.line, lang))
        self.hour.setAccessibleName(self.tr("几点听的"))
        self._show()


class ScenesEditor(Editor):
    """Scene types that were seen: those expected as buttons, others found by typing.

    1 to 9 turn a button, arrows walk, Enter goes on to the next line.
    """

    def __init__(self, line: RecceField, state: Callable[[], State]) -> None:
        super().__init__(line)
        self._state = state
        self._seen: dict[str, Json] = {}
        self._offered: tuple[str, ...] = ()
        self._place: str | None = None
        self.buttons: dict[str, QToolButton] = {}
        self._room = QWidget()
        self._flow = FlowLayout(self._room, gap=6)
        self.picker = WordPicker()
        self.picker.setProperty("big", "true")
        self.picker.setFixedWidth(240)
        self.picker.picked.connect(self._add)
        self.picker.returnPressed.connect(self._leave_picker)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._room)
        column.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addLayout(column, 1)

    def show_answers(self, answers: dict[str, Json]) -> None:
        """Tick what was seen."""
        value = answers.get(self.line.key)
        self._seen = dict(value) if isinstance(value, dict) else {}
        self._draw()

    def _expected(self) -> tuple[str, ...]:
        """What the place is said to have, what the script wants, and what was seen."""
        state = self._state()
        site = state.site(state.outdoors.site)
        desk = state.outdoors.desk
        sheet = None if desk is None else desk.sheet(state.outdoors.site)
        site = site if sheet is None else sheet.site
        told = [] if site is None else [one.scene_type for one in site.scene_types]
        # at one place no button moves away under the finger that pressed it
        stood = self._offered if state.outdoors.site == self._place else ()
        return tuple(dict.fromkeys((*stood, *told, *self._seen)))

    def _draw(self) -> None:
        wanted = self._expected()
        self._place = self._state().outdoors.site
        if wanted != self._offered:
            if wanted[: len(self._offered)] != self._offered:
                self._flow.clear()
                self.buttons = {}
            self._offered = wanted
            for code in wanted:
                if code not in self.buttons:
                    self.buttons[code] = self._button(code)
            self._room.setVisible(bool(wanted))
        state = self._state()
        known = state.vocabulary.scene_types if state.vocabulary is not None else {}
        for number, (code, button) in enumerate(self.buttons.items(), 1):
            name = type_name(known.get(code), code, state.language)
            button.setText(name.replace("&", "&&"))
            button.setToolTip(f"{name}  [{number}]" if number <= 9 else name)
            button.setChecked(self._seen.get(code) is not None)

    def _button(self, code: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("big", "true")
        button.setProperty("answer", "true")
        button.clicked.connect(lambda on: self._turn(code, on=on))
        button.installEventFilter(self)
        self._flow.addWidget(button)
        button.show()
        return button

    def _exposure(self, code: str) -> str:
        """Outside or in, as far as the catalogue says so."""
        state = self._state()
        desk = state.outdoors.desk
        sheet = None if desk is None else desk.sheet(state.outdoors.site)
        scenes = () if sheet is None else sheet.site.scene_types
        return next((str(one.exposure) for one in scenes if one.scene_type == code), UNKNOWN)

    def _turn(self, code: str, *, on: bool) -> None:
        value = self._exposure(code) if on else None
        if on:
            self._seen[code] = value
        else:
            self._seen.pop(code, None)
        # each type is a field of its own: only what was touched is told
        self.tell({code: value})

    def _add(self, code: str) -> None:
        self.picker.clear()
        self._turn(code, on=True)
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a button: turn by number, walk, go on."""
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        buttons = list(self.buttons.values())
        if event.modifiers() not in plain or watched not in buttons:
            return super().eventFilter(watched, event)
        key, number = Qt.Key(event.key()), event.key() - Qt.Key.Key_1
        if key in _ON:
            self.next_asked.emit()
        elif 0 <= number < min(9, len(buttons)):
            buttons[number].click()
        elif key in _STEPS:
            at = [one is watched for one in buttons].index(True) + _STEPS[key]
            wanted = buttons[at] if 0 <= at < len(buttons) else self.picker
            if at >= 0:
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return super().eventFilter(watched, event)
        return True

    def _leave_picker(self) -> None:
        if not self.picker.text().strip():
            self.next_asked.emit()

    def first(self) -> QWidget:
        """The first button, or where others are found."""
        return next(iter(self.buttons.values()), self.picker)

    def speak(self, lang: str) -> None:
        """Names in a language."""
        state = self._state()
        known = state.vocabulary.scene_types if state.vocabulary is not None else {}
        self.picker.set_choices(
            Choice(code, type_name(one, code, lang), f"{one.zh} {one.en}")
            for code, one in known.items()
        )
        self.picker.setPlaceholderText(self.tr("还看到什么场景，打几个字"))
        self.picker.setAccessibleName(self.tr("添一种场景"))
        self._draw()


class StandButton(QPushButton):
    """Space presses it, Enter goes on (``next_asked``), as on every line of the form."""

    next_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if Qt.Key(event.key()) in _ON:
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)


class PositionEditor(Editor):
    """Takes where we are as where the place is."""

    def __init__(self, line: RecceField, state: Callable[[], State]) -> None:
        super().__init__(line)
        self._state = state
        self._value: Json = None
        self.button = StandButton()
        self.button.setProperty("big", "true")
        self.button.clicked.connect(self._take)
        self.button.next_asked.connect(self.next_asked)
        self.told = label(role="second", wrap=True)
        self.row.addWidget(self.button)
        self.row.addWidget(self.told, 1)

    def _take(self) -> None:
        fix: Fix | None = self._state().outdoors.fix
        if fix is not None:
            value: dict[str, Json] = {
                "lat": fix.lat,
                "lon": fix.lon,
                "uncertainty_m": fix.accuracy_m,
            }
            if fix.source == TYPED:
                value["basis"] = TYPED
            self.tell(value)

    def show_answers(self, answers: dict[str, Json]) -> None:
        """Say what is kept, and what could be taken."""
        self._value = answers.get(self.line.key)
        self.show_fix()

    def show_fix(self) -> None:
        """Say where we are."""
        fix = self._state().outdoors.fix
        self.button.setEnabled(fix is not None)
        kept = self._value if isinstance(self._value, dict) else None
        if kept is not None:
            at = f"{kept.get('lat'):.5f}, {kept.get('lon'):.5f}"
            doubt = kept.get("uncertainty_m")
            about = "≈ " if kept.get("basis") == TYPED else ""
            good = f"  {about}±{doubt:,.0f} m" if isinstance(doubt, int | float) else ""
            self.told.setText(self.tr("记下了 {at}{good}").format(at=at, good=good))
        elif fix is None:
            self.told.setText(self.tr("还不知道我们在哪；左边地图上面先说"))
        else:
            self.told.setText(f"{fix.lat:.5f}, {fix.lon:.5f}  {accuracy_word(fix)}")

    def first(self) -> QWidget:
        """The button."""
        return self.button

    def speak(self, lang: str) -> None:
        """Its words."""
        self.button.setText(self.tr("站在这里，记下位置"))
        self.button.setAccessibleName(line_word(self.line, lang))
        self.show_fix()

"""Facts of a project in the policy form: which one, compared how, with what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from geo.model import FactType, FactValue
from gui.pages.bureau.policy_fields import (
    MONEY,
    NUMBER,
    PERCENT,
    CodeBox,
    DayEdit,
    NumberEdit,
    WordsEdit,
    beside,
)
from gui.pages.bureau.policy_words import coded, fact_word, level_word, unit_of
from gui.session import State
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments
from gui.widgets.word_picker import Choice, WordPicker

WORDS_WIDTH = 190
NUMERIC = ("number", "money", "share")
_KINDS = {"number": NUMBER, "money": MONEY, "share": PERCENT}


class FactPicker(WordPicker):
    """Finds a fact by a part of its name; Down opens the list, group by group."""

    chosen = Signal(str)

    def __init__(self, state: State, kinds: tuple[str, ...] = ()) -> None:
        super().__init__(keep=True)
        self._state = state
        self.fact = ""
        self.setPlaceholderText(
            QCoreApplication.translate("PolicyFacts", "看什么？打几个字，或按 ↓ 挑")
        )
        self.setAccessibleName(QCoreApplication.translate("PolicyFacts", "看什么"))
        known = {} if state.book is None else state.book.words.facts
        groups = list(dict.fromkeys(kind.group for kind in known.values()))
        wanted = [fact for fact, kind in known.items() if not kinds or kind.kind in kinds]
        wanted.sort(key=lambda fact: groups.index(known[fact].group))
        self.set_choices(Choice(fact, self._name(fact), fact) for fact in wanted)
        self.picked.connect(self._choose)
        self.editingFinished.connect(self._left)

    def _name(self, fact: str) -> str:
        book = self._state.book
        known = None if book is None else book.words.facts.get(fact)
        name = fact_word(self._state, fact)
        group = "" if known is None else known.group
        return f"{coded(self._state, 'fact_group', group)} · {name}" if group else name

    def choose(self, fact: str) -> None:
        """Show ``fact`` without telling anybody."""
        self.fact = fact
        self.setText(self._name(fact) if fact else "")
        self.setCursorPosition(0)
        self.setToolTip(self.text())

    def _choose(self, fact: str) -> None:
        self.choose(fact)
        self.chosen.emit(fact)

    def _left(self) -> None:
        """Emptied means none; half a name is put back."""
        if not self.text().strip():
            if self.fact:
                self._choose("")
        elif self.text() != (self._name(self.fact) if self.fact else ""):
            self.choose(self.fact)


class ValueEdit(Pane):
    """The right-hand side of a condition, as the type of its fact and the operator ask."""

    changed = Signal()

    def __init__(self, state: State, *, of_project: bool = False) -> None:
        """``of_project``: what is true of a project, not what a policy asks for."""
        super().__init__()
        self._state = state
        self._of_project = of_project
        self._inner: QWidget | None = None
        self._read: Callable[[], FactValue | tuple[float, float] | None] = lambda: None
        self._wrong: Callable[[], str] = lambda: ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def ask(
        self, fact: str, kind: FactType, op: str, value: FactValue | tuple[float, float] | None
    ) -> None:
        """Offer the editor for ``fact op`` and show ``value`` where it fits."""
        if self._inner is not None:
            self._row.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._read, self._wrong = lambda: None, lambda: ""
        if kind.kind == "bool":
            self._inner = self._yes_no(value)
        elif op == "between":
            self._inner = self._between(fact, kind, value)
        elif kind.kind in NUMERIC:
            self._inner = self._number(fact, kind, value)
        elif kind.kind == "date":
            self._inner = self._day(value)
        elif op == "in":
            self._inner = self._several(fact, kind, value)
        else:
            self._inner = self._one(fact, kind, value)
        # words take the room there is, all else what it needs
        wordy = isinstance(self._inner, QLineEdit) and not isinstance(self._inner, DayEdit)
        self._inner.setMinimumWidth(WORDS_WIDTH if wordy else 0)
        left = Qt.AlignmentFlag(0) if wordy else Qt.AlignmentFlag.AlignLeft
        self._row.addWidget(self._inner, 1, left)
        self.setFocusProxy(self._inner)

    @property
    def value(self) -> FactValue | tuple[float, float] | None:
        """What is said; None while nothing is, or nothing readable."""
        return self._read()

    @property
    def problem(self) -> str:
        """What cannot be read, as a sentence."""
        return self._wrong()

    def _yes_no(self, value: object) -> QWidget:
        yes = QCoreApplication.translate("PolicyFacts", "是")
        no = QCoreApplication.translate("PolicyFacts", "不能是")
        if self._of_project:
            no = QCoreApplication.translate("PolicyFacts", "否")
        segments = Segments([("yes", yes), ("no", no)])
        segments.choose("no" if value is False else "yes")
        segments.chosen.connect(lambda _key: self.changed.emit())
        self._read = lambda: segments.choice == "yes"
        return segments

    def _edit(self, fact: str, kind: FactType, value: object) -> NumberEdit:
        name = fact_word(self._state, fact)
        unit = unit_of(self._state, kind) if kind.kind == "number" else ""
        edit = NumberEdit(name, _KINDS[kind.kind], unit)
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        edit.show_value(float(value) if number else None)  # type: ignore[arg-type]
        edit.changed.connect(self.changed)
        return edit

    def _number(self, fact: str, kind: FactType, value: object) -> QWidget:
        edit = self._edit(fact, kind, value)
        self._read, self._wrong = lambda: edit.value, lambda: edit.problem
        return edit

    def _between(self, fact: str, kind: FactType, value: object) -> QWidget:
        ends = value if isinstance(value, tuple) and len(value) == 2 else (None, None)
        low, high = (self._edit(fact, kind, end) for end in ends)

        def read() -> tuple[float, float] | None:
            first, last = low.value, high.value
            return None if first is None or last is None else (first, last)

        def wrong() -> str:
            both = read()
            if both is not None and both[0] >= both[1]:
                return QCoreApplication.translate("PolicyFacts", "前一个数要比后一个小。")
            return low.problem or high.problem

        self._read, self._wrong = read, wrong
        to = label(QCoreApplication.translate("PolicyFacts", "到"), role="second")
        return beside(low, to, high)

    def _day(self, value: object) -> QWidget:
        edit = DayEdit(QCoreApplication.translate("PolicyFacts", "日期"))
        edit.setText(str(value) if value is not None and not isinstance(value, bool) else "")
        edit.changed.connect(self.changed)
        self._read, self._wrong = lambda: edit.value, lambda: edit.problem
        return edit

    def _several(self, fact: str, kind: FactType, value: object) -> QWidget:
        chosen = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        if not kind.levels:
            edit = WordsEdit(fact_word(self._state, fact))
            edit.show_words(tuple(str(one) for one in chosen))
            edit.textChanged.connect(lambda _text: self.changed.emit())
            self._read = lambda: edit.words or None
            return edit
        boxes = {}
        for level in kind.levels:
            box = QCheckBox(level_word(self._state.fields, fact, level, self._state.language))
            box.setChecked(level in chosen)
            box.toggled.connect(lambda _on: self.changed.emit())
            boxes[level] = box
        # those that were ticked keep their order: nothing is changed by looking at it
        order = sorted(boxes, key=lambda one: chosen.index(one) if one in chosen else len(chosen))
        self._read = lambda: tuple(one for one in order if boxes[one].isChecked()) or None
        return beside(*boxes.values())

    def _one(self, fact: str, kind: FactType, value: object) -> QWidget:
        said = value if isinstance(value, str) else ""
        if kind.levels:
            words = [
                (one, level_word(self._state.fields, fact, one, self._state.language))
                for one in kind.levels
            ]
            box = CodeBox(fact_word(self._state, fact), words)
            box.choose(said if said in kind.levels else kind.levels[-1])
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())
            self._read = lambda: box.code
            return box
        edit = QLineEdit(said)
        edit.setAccessibleName(fact_word(self._state, fact))
        edit.textChanged.connect(lambda _text: self.changed.emit())
        self._read = lambda: edit.text().strip() or None
        return edit

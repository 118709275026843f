"""The conditions of a policy as rows: all must hold; of a group one is enough."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import AnyOf, Condition, Rule, in_language
from gui import theme
from gui.pages.bureau.policy_facts import FactPicker, ValueEdit
from gui.pages.bureau.policy_fields import CodeBox, typed
from gui.pages.bureau.policy_says import fact_kind
from gui.pages.bureau.policy_words import operator_word
from gui.session import State
from gui.widgets import icons
from gui.widgets.pane import Pane, label

PICKER_WIDTH = 226


class ConditionRow(Pane):
    """One condition. What is wrong stands under it."""

    changed = Signal()
    gone = Signal()

    def __init__(self, state: State, condition: Condition | None = None) -> None:
        super().__init__()
        self._state = state
        self._notes: tuple[str | None, str | None] = (None, None)
        self.picker = FactPicker(state)
        self.picker.setFixedWidth(round(PICKER_WIDTH * theme.text_scale()))
        self.op = CodeBox(self.tr("怎么比"), [])
        self.value = ValueEdit(state)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("原文怎么写（可不填）"))
        self.note.setAccessibleName(self.tr("原文怎么写"))
        self.remove = QToolButton()
        self.remove.setProperty("quiet", "true")
        self.remove.setToolTip(self.tr("去掉这个条件"))
        self.remove.setAccessibleName(self.tr("去掉这个条件"))
        self._told = label(role="caption", wrap=True)
        self._told.setProperty("tone", "err")
        self._told.hide()
        self._lay_out()
        self.restyle()
        if condition is not None:
            self.show_condition(condition)
        self.picker.chosen.connect(self._take_fact)
        self.op.currentIndexChanged.connect(self._take_op)
        self.value.changed.connect(self.changed)
        self.note.textChanged.connect(self.changed)
        self.remove.clicked.connect(self.gone)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        for at, part in enumerate((self.picker, self.op, self.value, self.note, self.remove)):
            grid.addWidget(part, 0, at)
        grid.addWidget(self._told, 1, 0, 1, 5)
        grid.setColumnStretch(3, 1)
        self.note.setMinimumWidth(90)

    def show_condition(self, condition: Condition | None) -> None:
        """Fill in ``condition``; nothing where there is none."""
        if condition is None:
            self.picker.choose("")
            self._offer_ops()
            self.note.clear()
            self._notes = (None, None)
            return
        self.picker.choose(condition.fact)
        self._offer_ops(condition.op)
        kind = fact_kind(self._state, condition.fact)
        self.value.ask(condition.fact, kind, self.op.code, condition.value)
        self._notes = (condition.note, condition.note_zh)
        self.note.setText(in_language(*self._notes, self._state.language))
        self.note.setCursorPosition(0)

    def _offer_ops(self, wanted: str = "") -> None:
        """Only the comparisons that make sense for the type of the fact."""
        kind = fact_kind(self._state, self.picker.fact)
        blocked = self.op.blockSignals(True)
        self.op.clear()
        for op in kind.operators if self.picker.fact else ():
            self.op.addItem(operator_word(op, kind.kind), op)
        at = self.op.findData(wanted)
        self.op.setCurrentIndex(max(at, 0))
        self.op.blockSignals(blocked)
        # a yes or no needs no comparison
        self.op.setVisible(self.op.count() > 1)

    def _take_fact(self, _fact: str) -> None:
        before = self.value.value
        kind = fact_kind(self._state, self.picker.fact)
        usual = ">=" if ">=" in kind.operators and kind.kind != "level" else ""
        self._offer_ops(self.op.code or usual)
        self.value.ask(self.picker.fact, kind, self.op.code, before)
        self.changed.emit()

    def _take_op(self) -> None:
        kind = fact_kind(self._state, self.picker.fact)
        before = self.value.value
        if self.op.code == "between" and isinstance(before, (int, float)):
            before = None
        self.value.ask(self.picker.fact, kind, self.op.code, before)
        self.changed.emit()

    @property
    def problem(self) -> str:
        """What cannot be read, as a sentence; nothing missing is told."""
        return self.value.problem if self.picker.fact else ""

    @property
    def empty(self) -> bool:
        """Whether it says nothing yet."""
        return not self.picker.fact

    def condition(self) -> Condition | None:
        """The condition; None while fact or value are wanted."""
        value = self.value.value
        if not self.picker.fact or value is None:
            return None
        notes = typed(self.note.text(), *self._notes, self._state.language)
        return Condition(self.picker.fact, self.op.code, value, *notes)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or take it back."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    @property
    def told(self) -> str:
        """What is said to be wrong."""
        return self._told.text()

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.remove.setIcon(icons.icon("x", 14))


class ConditionGroup(Pane):
    """Some conditions of which one is enough; with ``alone`` the plain list, where all must hold.

    ``gone``: the last row of a group was taken away.
    """

    changed = Signal()
    gone = Signal()

    def __init__(self, state: State, options: tuple[Condition, ...] = ()) -> None:
        super().__init__()
        self._state = state
        self.rows: list[ConditionRow] = []
        self.setProperty("card", "true")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add_button = QPushButton(self.tr("这一组再加一条"))
        self.add_button.setProperty("quiet", "true")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda: self.add())
        head = QHBoxLayout()
        head.addWidget(label(self.tr("下面任何一条符合就行"), role="second"), 1)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._rows)
        for option in options:
            self.add(option)

    def add(self, condition: Condition | None = None) -> ConditionRow:
        """One more alternative."""
        row = ConditionRow(self._state, condition)
        row.changed.connect(self.changed)
        row.gone.connect(lambda row=row: self._drop(row))
        self.rows.append(row)
        self._rows.addWidget(row)
        return row

    def _drop(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        _take_out(self._rows, row)
        if self.rows:
            self.changed.emit()
        else:
            self.gone.emit()

    def rule(self) -> Rule | None:
        """The alternatives; one alone is a plain condition, none is nothing."""
        options = tuple(one for row in self.rows if (one := row.condition()) is not None)
        if len(options) == 1:
            return options[0]
        return AnyOf(options) if options else None


class ConditionList(Pane):
    """All conditions of a policy or of one part of its sum."""

    changed = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.parts: list[ConditionRow | ConditionGroup] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add_button = QPushButton(self.tr("加一个条件"))
        self.any_button = QPushButton(self.tr("加一组“任选其一”"))
        foot = QHBoxLayout()
        for button in (self.add_button, self.any_button):
            button.setProperty("quiet", "true")
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        self.add_button.clicked.connect(self._begin_row)
        self.any_button.clicked.connect(self._begin_group)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._column)
        column.addLayout(foot)

    def show_rules(self, rules: tuple[Rule, ...]) -> None:
        """Fill in ``rules`` in place of what stands."""
        for part in tuple(self.parts):
            self._remove(part)
        for rule in rules:
            if isinstance(rule, AnyOf):
                self.add_group(rule.options)
            else:
                self.add(rule)

    def add(self, condition: Condition | None = None) -> ConditionRow:
        """One more condition."""
        row = ConditionRow(self._state, condition)
        row.gone.connect(lambda: self._drop(row))
        self._take(row)
        return row

    def add_group(self, options: tuple[Condition, ...] = ()) -> ConditionGroup:
        """One more group of alternatives."""
        group = ConditionGroup(self._state, options)
        group.gone.connect(lambda: self._drop(group))
        self._take(group)
        return group

    def _take(self, part: ConditionRow | ConditionGroup) -> None:
        part.changed.connect(self.changed)
        self.parts.append(part)
        self._column.addWidget(part)

    def _begin_row(self) -> None:
        self.add().picker.setFocus()
        self.changed.emit()

    def _begin_group(self) -> None:
        group = self.add_group()
        first = group.add()
        group.add()
        first.picker.setFocus()
        self.changed.emit()

    def _drop(self, part: ConditionRow | ConditionGroup) -> None:
        self._remove(part)
        self.changed.emit()

    def _remove(self, part: ConditionRow | ConditionGroup) -> None:
        self.parts.remove(part)
        _take_out(self._column, part)

    def all_rows(self) -> Iterator[ConditionRow]:
        """Every row, those of groups too."""
        for part in self.parts:
            if isinstance(part, ConditionRow):
                yield part
            else:
                yield from part.rows

    def rules(self) -> tuple[Rule, ...]:
        """What is said; rows that say nothing are left out."""
        told = (
            part.condition() if isinstance(part, ConditionRow) else part.rule()
            for part in self.parts
        )
        return tuple(rule for rule in told if rule is not None)

    @property
    def problem(self) -> str:
        """The first thing that cannot be read or is half said; told beside its row too."""
        first = ""
        for row in self.all_rows():
            told = row.problem
            if not told and not row.empty and row.condition() is None:
                told = self.tr("这个条件还没说完：要填一个值。")
            row.complain(told)
            first = first or told
        return first


def _take_out(column: QVBoxLayout, widget: QWidget) -> None:
    column.removeWidget(widget)
    widget.hide()
    widget.deleteLater()

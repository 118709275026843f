"""A worked example: what is known of a project, and what the award must come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import (
    Amount,
    AnyOf,
    Condition,
    FactType,
    FactValue,
    Policy,
    ProjectFacts,
    Rule,
    WorkedExample,
)
from gui import theme
from gui.pages.bureau.policy_facts import FactPicker, ValueEdit
from gui.pages.bureau.policy_fields import MONEY, NumberEdit, Row, beside
from gui.pages.bureau.policy_says import fact_kind
from gui.pages.script.dialogs import dialog_foot
from gui.session import State
from gui.widgets import icons
from gui.widgets.pane import Pane, label
from gui.widgets.reading_order import step_on

_MANY = ("tags", "places")


class FactRow(Pane):
    """One fact of the example."""

    changed = Signal()
    gone = Signal()

    def __init__(self, state: State, fact: str = "", value: FactValue | None = None) -> None:
        super().__init__()
        self._state = state
        self.picker = FactPicker(state)
        self.picker.setFixedWidth(round(240 * theme.text_scale()))
        self.value = ValueEdit(state, of_project=True)
        self.remove = QToolButton()
        self.remove.setProperty("quiet", "true")
        self.remove.setToolTip(self.tr("这个不说了"))
        self.remove.setAccessibleName(self.tr("这个不说了"))
        self.remove.setIcon(icons.icon("x", 14))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.picker)
        row.addWidget(self.value, 1)
        row.addWidget(self.remove)
        if fact:
            self.picker.choose(fact)
            self._ask(value)
        self.picker.chosen.connect(lambda _fact: self._take())
        self.value.changed.connect(self.changed)
        self.remove.clicked.connect(self.gone)

    def _take(self) -> None:
        self._ask(None)
        self.changed.emit()

    def _ask(self, value: FactValue | None) -> None:
        kind = fact_kind(self._state, self.picker.fact)
        op = "in" if kind.kind in _MANY else "=="
        # of a project one thing is said, of tags several
        plain = kind if op == "==" else FactType(kind.kind)
        self.value.ask(self.picker.fact, plain, op, value)

    @property
    def problem(self) -> str:
        """What cannot be read."""
        return self.value.problem if self.picker.fact else ""

    def said(self) -> tuple[str, FactValue] | None:
        """Fact and value; None while half said."""
        value = self.value.value
        if not self.picker.fact or value is None:
            return None
        # a project is one thing, never between two
        return self.picker.fact, cast("FactValue", value)


class ExampleDialog(QDialog):
    """Edit ``example``, or begin a new one with the facts that ``policy`` asks about.

    After accept, ``example`` is what was told, None when it is to go.
    """

    def __init__(
        self,
        state: State,
        policy: Policy,
        example: WorkedExample | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._policy = policy
        self._hidden: dict[str, FactValue] = {}
        self.example = example
        self.facts: list[FactRow] = []
        self.setWindowTitle(self.tr("例子"))
        self.resize(680, 560)
        self.name, self.note = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(self.tr("一眼看懂的名字，例如“拍 7 天、花 80 万”"))
        self.certain = NumberEdit(self.tr("确定该给"), MONEY)
        self.ceiling = NumberEdit(self.tr("最多"), MONEY)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.fact_button = QPushButton(self.tr("再说一件"))
        self.mine_button = QPushButton(self.tr("照现在的项目填"))
        self.drop_button = QPushButton(self.tr("不要这个例子"))
        self.keep_button = QPushButton(self.tr("就这样"))
        self._told = label(role="second", wrap=True)
        self._lay_out()
        self._fill(example)
        self._connect()
        self._check()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 8)
        column.setSpacing(8)
        unknown = self.tr("谁也说不准就空着")
        column.addWidget(Row(self.tr("名字"), self.name))
        column.addWidget(label(self.tr("这个项目"), role="strong"))
        column.addLayout(self._rows)
        for button in (self.fact_button, self.mine_button, self.drop_button):
            button.setProperty("quiet", "true")
            button.setAutoDefault(False)
        column.addWidget(beside(self.fact_button, self.mine_button))
        column.addWidget(label(self.tr("手工算下来"), role="strong"))
        column.addWidget(Row(self.tr("确定该给"), self.certain))
        column.addWidget(Row(self.tr("最多"), self.ceiling, unknown))
        column.addWidget(Row(self.tr("怎么算的"), self.note))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 4, 20, 16)
        foot.addWidget(self._told)
        buttons = dialog_foot(self, self.keep_button, self.tr("不改了"))
        buttons.insertWidget(0, self.drop_button)
        foot.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)

    def _fill(self, example: WorkedExample | None) -> None:
        self.drop_button.setVisible(example is not None)
        if example is None:
            for fact in asked_of(self._policy):
                self._add(fact)
            return
        self.name.setText(example.name)
        self.note.setText(example.note)
        self.certain.show_value(example.certain)
        self.ceiling.show_value(example.ceiling)
        self._show_facts(example.facts)

    def _show_facts(self, facts: ProjectFacts) -> None:
        known = self._state.book.words.facts if self._state.book is not None else {}
        for row in tuple(self.facts):
            self._drop(row)
        # a fact that no condition speaks of stays as it is
        self._hidden = {key: value for key, value in facts.values.items() if key not in known}
        for key, value in facts.values.items():
            if key in known:
                self._add(key, value)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._check)
        self.certain.changed.connect(self._check)
        self.ceiling.changed.connect(self._check)
        self.fact_button.clicked.connect(self._begin)
        self.mine_button.clicked.connect(self._take_mine)
        self.keep_button.clicked.connect(self._keep)
        self.drop_button.clicked.connect(self._forget)

    def _add(self, fact: str = "", value: FactValue | None = None) -> FactRow:
        row = FactRow(self._state, fact, value)
        row.changed.connect(self._check)
        row.gone.connect(lambda: self._drop(row))
        self.facts.append(row)
        self._rows.addWidget(row)
        return row

    def _begin(self) -> None:
        self._add().picker.setFocus()

    def _drop(self, row: FactRow) -> None:
        self.facts.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _take_mine(self) -> None:
        """What the present project says of the facts that the policy asks about."""
        asked = set(asked_of(self._policy))
        mine = self._state.facts.values
        self._show_facts(ProjectFacts({key: mine[key] for key in mine if key in asked}))
        self._check()

    def _missing(self) -> str:
        if not self.name.text().strip():
            return self.tr("给例子起个名字。")
        for problem in (*(row.problem for row in self.facts), self.certain.problem):
            if problem:
                return problem
        if self.certain.value is None:
            return self.tr("填确定该给多少，一分不给就填 0。")
        ceiling = self.ceiling.value
        if ceiling is not None and ceiling < self.certain.value:
            return self.tr("最多比确定的还少，两个数对一下。")
        return self.ceiling.problem

    def _check(self) -> None:
        missing = self._missing()
        self._told.setText(missing)
        self.keep_button.setEnabled(not missing)

    def _keep(self) -> None:
        certain = self.certain.value
        if self._missing() or certain is None:
            return
        told = (row.said() for row in self.facts)
        values = self._hidden | dict(one for one in told if one is not None)
        self.example = WorkedExample(
            self.name.text().strip(),
            ProjectFacts(values),
            certain,
            self.ceiling.value,
            self.note.text().strip(),
        )
        self.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on as one reads."""
        return step_on(self, forward=forward)

    def _forget(self) -> None:
        self.example = None
        self.accept()


def asked_of(policy: Policy) -> tuple[str, ...]:
    """The facts that decide about a policy, in the order of its text."""
    found = list(_of_rules(policy.conditions))
    if policy.amount is not None:
        found += _of_amount(policy.amount)
    return tuple(dict.fromkeys(found))


def _of_rules(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        options: tuple[Condition, ...] = rule.options if isinstance(rule, AnyOf) else (rule,)
        yield from (one.fact for one in options)


def _of_amount(amount: Amount) -> Iterator[str]:
    named = (amount.base, amount.unit_fact, amount.tier_key, amount.cap_fact)
    yield from (fact for fact in named if fact)
    if amount.bonus_if is not None:
        yield amount.bonus_if.fact
    for part in amount.parts:
        yield from _of_rules(part.conditions)
        yield from _of_amount(part.amount)

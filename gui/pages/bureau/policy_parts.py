"""The parts of a sum: each with a name, its own amount and its own conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from geo.model import Amount, Part, in_language
from gui.pages.bureau.card_list import Card, CardList
from gui.pages.bureau.policy_conditions import ConditionList
from gui.pages.bureau.policy_fields import typed
from gui.session import State
from gui.widgets import icons
from gui.widgets.pane import label


class SmallAmount(Protocol):
    """The form of the amount of one part."""

    changed: SignalInstance

    def show_amount(self, amount: Amount | None) -> None:
        """Fill in what is known."""

    def amount(self) -> Amount | None:
        """The amount as told."""

    def unread(self) -> dict[str, str]:
        """What cannot be read, by row."""

    def complain(self, found: dict[str, str]) -> None:
        """Say what is wrong beside its field."""

    def widget(self) -> QWidget:
        """The form itself."""


class PartCard(Card):
    """One part."""

    def __init__(self, state: State, amount: SmallAmount, part: Part | None) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._names: tuple[str | None, str | None] = (None, None)
        if part is not None:
            self._names = (part.name, part.name_zh)
        self._lang = state.language
        english, chinese = self._names
        self.name = QLineEdit(in_language(english, chinese, state.language))
        self.name.setPlaceholderText(self.tr("这一项叫什么，例如“上线奖励”"))
        self.name.setAccessibleName(self.tr("这一项叫什么"))
        self.amount = amount
        self.conditions = ConditionList(state)
        self.remove = QToolButton()
        self.remove.setProperty("quiet", "true")
        self.remove.setToolTip(self.tr("去掉这一项"))
        self.remove.setAccessibleName(self.tr("去掉这一项"))
        self.remove.clicked.connect(self.gone)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(amount.widget())
        column.addWidget(label(self.tr("这一项自己的条件"), role="caption"))
        column.addWidget(self.conditions)
        self.restyle()
        if part is not None:
            amount.show_amount(part.amount)
            self.conditions.show_rules(part.conditions)
        self.name.textChanged.connect(self.changed)
        amount.changed.connect(self.changed)
        self.conditions.changed.connect(self.changed)

    @property
    def first(self) -> QWidget:
        """Where typing begins."""
        return self.name

    @property
    def problem(self) -> str:
        """What is wrong, told beside its field too."""
        unread = self.amount.unread()
        self.amount.complain(unread)
        conditions = self.conditions.problem
        if not self.name.text().strip():
            return self.tr("每一项都要有个名字。")
        return next(iter(unread.values()), "") or conditions

    def part(self) -> Part | None:
        """The part; None while it has no name or shape."""
        name, name_zh = typed(self.name.text(), *self._names, self._lang)
        amount = self.amount.amount()
        if amount is None or not (name or name_zh):
            return None
        return Part(name or "", amount, self.conditions.rules(), name_zh)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.remove.setIcon(icons.icon("x", 14))


class PartList(CardList[PartCard]):
    """All parts."""

    def __init__(self, state: State, make_amount: Callable[[], SmallAmount]) -> None:
        super().__init__(QCoreApplication.translate("PartList", "加一项"))
        self._state = state
        self._make = make_amount

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Fill in ``parts``."""
        self.clear()
        for part in parts:
            self.take(PartCard(self._state, self._make(), part))

    def make_card(self) -> PartCard:
        """An empty part."""
        return PartCard(self._state, self._make(), None)

    def parts(self) -> tuple[Part, ...]:
        """The parts as told."""
        return tuple(one for card in self.cards if (one := card.part()) is not None)

    @property
    def problem(self) -> str:
        """The first thing wrong."""
        if not self.cards:
            return self.tr("至少要有一项。")
        return super().problem

"""A list of small cards with a button for one more: parts, tiers, sources, conditions of a form."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.pages.bureau.policy_fields import beside
from gui.widgets.pane import Pane


class Card(Pane):
    """One entry of a list: it tells when it changed, and when it should go."""

    changed = Signal()
    gone = Signal()

    @property
    def first(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        """What is wrong with it, empty when nothing is."""
        raise NotImplementedError


CardT = TypeVar("CardT", bound=Card)


class CardList(Pane, Generic[CardT]):
    """Cards in a column; ``more`` is written on the button below them."""

    changed = Signal()

    def __init__(self, more: str, spacing: int = 6) -> None:
        super().__init__()
        self.cards: list[CardT] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(spacing)
        self.add_button = QPushButton(more)
        self.add_button.setProperty("quiet", "true")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._begin)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(self._cards)
        self.column.addWidget(beside(self.add_button))

    def make_card(self) -> CardT:
        """An empty card."""
        raise NotImplementedError

    def take(self, card: CardT) -> CardT:
        """Put ``card`` at the end."""
        card.changed.connect(self.changed)
        card.gone.connect(lambda: self._drop(card))
        self.cards.append(card)
        self._cards.addWidget(card)
        return card

    def clear(self) -> None:
        """Take every card away, telling nobody."""
        for card in tuple(self.cards):
            self._remove(card)

    @property
    def problem(self) -> str:
        """The first thing that cannot be read."""
        return next((told for card in self.cards if (told := card.problem)), "")

    def _begin(self) -> None:
        self.take(self.make_card()).first.setFocus()
        self.changed.emit()

    def _drop(self, card: CardT) -> None:
        self._remove(card)
        self.changed.emit()

    def _remove(self, card: CardT) -> None:
        self.cards.remove(card)
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()

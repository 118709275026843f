"""The tiers of an amount: what is looked at, from where, how much."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from geo.model import FactType, Tier
from gui.pages.bureau.card_list import Card, CardList
from gui.pages.bureau.policy_facts import NUMERIC, FactPicker, ValueEdit
from gui.pages.bureau.policy_fields import MONEY, CodeBox, NumberEdit
from gui.pages.bureau.policy_says import fact_kind
from gui.pages.bureau.policy_words import operator_word
from gui.session import State
from gui.widgets import icons
from gui.widgets.pane import label

EQUALS, ABOVE, AT_LEAST = "==", ">", ">="
_TYPES = ("number", "money", "share", "level", "choice", "tags", "text")


class TierRow(Card):
    """One tier."""

    def __init__(self, state: State, fact: str, tier: Tier | None = None) -> None:
        super().__init__()
        self._state = state
        self._fact = ""
        self._before = tier
        self.op = CodeBox(self.tr("怎么算到这一档"), [])
        self.edge = ValueEdit(state)
        self.cny = NumberEdit(self.tr("给多少"), MONEY)
        self.bound = QCheckBox(self.tr("最多"))
        self.bound.setToolTip(self.tr("原文写的是“最多”，不是一定给这么多"))
        self._said = tier.is_upper_bound if tier is not None else None
        self.remove = QToolButton()
        self.remove.setProperty("quiet", "true")
        self.remove.setToolTip(self.tr("去掉这一档"))
        self.remove.setAccessibleName(self.tr("去掉这一档"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.op)
        row.addWidget(self.edge)
        row.addWidget(label(self.tr("给"), role="second"))
        row.addWidget(self.cny)
        row.addWidget(self.bound)
        row.addStretch(1)
        row.addWidget(self.remove)
        self.restyle()
        self.ask(fact, tier)
        self.cny.show_value(tier.cny if tier is not None else None)
        self.bound.setChecked(bool(self._said))
        self.op.currentIndexChanged.connect(self.changed)
        self.edge.changed.connect(self.changed)
        self.cny.changed.connect(self.changed)
        self.bound.toggled.connect(self._bind)
        self.remove.clicked.connect(self.gone)

    def ask(self, fact: str, tier: Tier | None = None) -> None:
        """Take another fact to look at."""
        self._fact = fact
        kind = fact_kind(self._state, fact)
        numeric = kind.kind in NUMERIC
        self.op.clear()
        for op in (AT_LEAST, ABOVE) if numeric else (EQUALS,):
            self.op.addItem(operator_word(op, kind.kind), op)
        self.op.setVisible(numeric)
        value: float | str | None = None
        if tier is not None:
            value = tier.equals if not numeric else tier.at_least
            if numeric and tier.above is not None:
                value = tier.above
                self.op.choose(ABOVE)
        # the words of a tag are typed one at a time
        plain = kind if numeric else FactType("text", levels=kind.levels)
        self.edge.ask(fact, plain, self.op.code, value)

    def _bind(self, on: bool) -> None:
        self._said = on
        self.changed.emit()

    @property
    def first(self) -> QWidget:
        """Where typing begins."""
        return self.edge

    @property
    def problem(self) -> str:
        """What is wrong or half said."""
        unread = self.edge.problem or self.cny.problem
        if unread or self.edge.value is None or self.cny.value is None:
            return unread or self.tr("每一档都要说从哪里起、给多少。")
        return ""

    def tier(self) -> Tier | None:
        """The tier; None while half said."""
        value, cny, op = self.edge.value, self.cny.value, self.op.code
        if value is None or cny is None:
            return None
        if isinstance(value, str):
            return self._noted(Tier(cny, self._said, equals=value))
        number = float(value) if isinstance(value, (int, float)) else None
        if op == ABOVE:
            return self._noted(Tier(cny, self._said, above=number))
        return self._noted(Tier(cny, self._said, at_least=number))

    def _noted(self, tier: Tier) -> Tier:
        """``tier`` with the notes that it had."""
        before = self._before
        return tier if before is None else replace(tier, note=before.note, note_zh=before.note_zh)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.remove.setIcon(icons.icon("x", 14))


class TierList(CardList[TierRow]):
    """All tiers, over one fact."""

    def __init__(self, state: State) -> None:
        super().__init__(QCoreApplication.translate("TierList", "加一档"), spacing=4)
        self._state = state
        self.picker = FactPicker(state, _TYPES)
        self.picker.chosen.connect(self._take_fact)
        self.column.insertWidget(0, self.picker)
        self.setFocusProxy(self.picker)

    @property
    def key(self) -> str:
        """The fact looked at."""
        return self.picker.fact

    def show_tiers(self, key: str, tiers: tuple[Tier, ...]) -> None:
        """Fill in ``tiers`` over ``key``."""
        self.clear()
        self.picker.choose(key)
        for tier in tiers:
            self.take(TierRow(self._state, self.key, tier))

    def make_card(self) -> TierRow:
        """An empty tier."""
        return TierRow(self._state, self.key, None)

    def _take_fact(self, fact: str) -> None:
        for row in self.cards:
            row.ask(fact)
        if not self.cards:
            self.take(self.make_card())
        self.changed.emit()

    def tiers(self) -> tuple[Tier, ...]:
        """The tiers as told."""
        return tuple(one for row in self.cards if (one := row.tier()) is not None)

    @property
    def problem(self) -> str:
        """The first thing wrong."""
        if not self.key:
            return self.tr("先说看什么来分档。")
        if not self.cards:
            return self.tr("至少要有一档。")
        return super().problem

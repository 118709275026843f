"""要花多少: what a change costs, told by whoever knows."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from geo.model import Basis, Range, unknown
from geo.model.hosting import Improvement
from gui.pages.host.gain_row import change_words
from gui.pages.script.dialogs import dialog_foot
from gui.pages.typed import WAN, read_span, write_span
from gui.session import State
from gui.widgets.pane import label, mark


def cost_text(cost: Range | None) -> str:
    """A cost as it is typed, in ten thousands; empty where nobody knows."""
    low, high = cost.ends if cost is not None else (None, None)
    if low is None or high is None:
        return ""
    return write_span(low / WAN, high / WAN)


def read_cost(text: str) -> Range:
    """A cost typed in ten thousands: 30, 30-60; unknown when empty. Raises ValueError."""
    span = read_span(text)
    if span is None:
        return unknown("CNY")
    low, high = span
    if low < 0:
        raise ValueError(text)
    middle = (low + high) / 2
    return Range(low * WAN, middle * WAN, high * WAN, "CNY", Basis.QUOTED)


class CostField(QLineEdit):
    """Ten thousands of CNY, one figure or two."""

    def __init__(self, cost: Range | None = None, parent: QWidget | None = None) -> None:
        super().__init__(cost_text(cost), parent)
        self.setPlaceholderText(self.tr("30 或 30–60；不知道就空着"))
        self.setProperty("wrong", "")
        self.textChanged.connect(lambda: mark(self, wrong="" if self.right else "true"))

    @property
    def right(self) -> bool:
        """Whether it can be read."""
        try:
            read_cost(self.text())
        except ValueError:
            return False
        return True

    def cost(self) -> Range:
        """What was typed; unknown where nothing was, or nothing that can be read."""
        return read_cost(self.text()) if self.right else unknown("CNY")


class CostDialog(QDialog):
    """One figure or two, and whether it comes back each year."""

    def __init__(
        self, state: State, improvement: Improvement, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("要花多少"))
        self.setMinimumWidth(420)
        self.field = CostField(improvement.cost)
        self.field.setAccessibleName(self.tr("要花多少（万元）"))
        self.yearly = QCheckBox(self.tr("每年都要花"))
        self.yearly.setChecked(improvement.yearly)
        self.save_button = QPushButton(self.tr("照这个算"))
        self.save_button.clicked.connect(self.accept)
        self.field.textChanged.connect(lambda: self.save_button.setEnabled(self.field.right))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(change_words(state, improvement), role="strong", wrap=True))
        column.addWidget(label(self.tr("要花多少（万元）"), role="second"))
        column.addWidget(self.field)
        column.addWidget(self.yearly)
        told = self.tr("空着就是未知，不当 0。真不花钱就写 0。")
        column.addWidget(label(told, role="caption", wrap=True))
        column.addSpacing(6)
        column.addLayout(dialog_foot(self, self.save_button, self.tr("不填了")))
        self.field.setFocus()

    def cost(self) -> Range:
        """What was typed."""
        return self.field.cost()

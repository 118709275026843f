"""One of several to pick: a name and a line at the left, figures that answer at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from geo.model import Range
from gui.widgets.elided import ElidedLabel
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import Pane, label, mark


class PickRow(Pane):
    """``picked``: the row was chosen, by mouse or by its name and Enter.

    ``asked`` tells which of the two figures is questioned: 0 above, 1 below.
    """

    picked = Signal()
    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pick", "off")
        self.name = QPushButton()
        self.name.setProperty("row", "true")
        self.name.clicked.connect(self.picked)
        self.under = ElidedLabel(role="caption", tail=True)
        self.top = NumberLabel(right=True)
        self.bottom = NumberLabel(size=12, right=True)
        self.before = label(role="caption")
        for at, figure in enumerate((self.top, self.bottom)):
            figure.asked.connect(lambda at=at: self.asked.emit(at))
        below = QHBoxLayout()
        below.setSpacing(2)
        below.addStretch(1)
        below.addWidget(self.before)
        below.addWidget(self.bottom)
        right = Qt.AlignmentFlag.AlignRight
        grid = QGridLayout(self)
        grid.setContentsMargins(9, 4, 11, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.name, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.top, 0, 1, right)
        grid.addWidget(self.under, 1, 0)
        grid.addLayout(below, 1, 1)
        grid.setColumnStretch(0, 1)

    def tell(self, name: str, under: str, tip: str = "") -> None:
        """Set the words."""
        self.name.setText(name.replace("&", "&&"))
        self.name.setAccessibleName(name)
        self.name.setAccessibleDescription(under)
        self.name.setToolTip(tip)
        self.under.setText(under)

    def show_figures(
        self, top: Range | None, top_name: str, bottom: Range | None, before: str
    ) -> None:
        """Set the figures; ``before`` says what the lower one is."""
        self.top.set_figure(top, name=top_name)
        self.top.setVisible(top is not None)
        self.bottom.set_figure(bottom, name=before)
        self.bottom.setVisible(bottom is not None)
        self.before.setText(before if bottom is not None else "")

    def choose(self, *, on: bool) -> None:
        """Wear the colour of what is chosen."""
        mark(self, pick="on" if on else "off")
        mark(self.name, strong="true" if on else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Anywhere in the row picks it."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.picked.emit()

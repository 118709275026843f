"""The key of the chart: the mark of each kind with its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from geo.model import Kind
from gui.pages.words import kind_word
from gui.widgets.flow import FlowLayout
from gui.widgets.painters import paint_kind
from gui.widgets.pane import Pane, label
from gui.widgets.row_paint import factor


class KindMark(QWidget):
    """The mark of a kind."""

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setFixedSize(QSize(round(14 * factor()), round(16 * factor())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_kind(QPainter(self), middle, self.kind, 5 * factor())


class KindKey(Pane):
    """Marks and words of the kinds that are drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[Kind, ...] = ()
        self._flow = FlowLayout(self, gap=4)

    def show_kinds(self, kinds: Sequence[Kind]) -> None:
        """Show these kinds."""
        if tuple(kinds) != self._kinds:
            self._kinds = tuple(kinds)
            self.retranslate()

    def retranslate(self) -> None:
        """Make all marks and words again."""
        self._flow.clear()
        for kind in self._kinds:
            self._flow.addWidget(KindMark(kind))
            self._flow.addWidget(label(kind_word(kind), role="caption"))
        if self._kinds:
            self._flow.addWidget(label(self.tr("大小：能拍几场　淡：不在线上"), role="caption"))
        self.updateGeometry()

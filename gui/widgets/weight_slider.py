"""One slider of the weight board, in the colour of its criterion, with a lock."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from gui import theme
from gui.widgets import icons

_KNOB = 6.0
LEAST = 44


class WeightSlider(QSlider):
    """0 to 100; arrows move 1, Page keys 5; double-click asks to lock."""

    lock_asked = Signal()

    def __init__(self, criterion: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.criterion = criterion
        self._locked = False
        self.setRange(0, 100)
        self.setSingleStep(1)
        self.setPageStep(5)
        self.setMinimumWidth(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def locked(self) -> bool:
        """Whether the others must leave it alone."""
        return self._locked

    def set_locked(self, locked: bool) -> None:
        """Show the lock."""
        self._locked = locked
        self.update()

    def sizeHint(self) -> QSize:
        """A target one can hit."""
        return QSize(120, max(24, theme.current().target if theme.current().grow else 24))

    def minimumSizeHint(self) -> QSize:
        """The same height, less width."""
        return QSize(LEAST, self.sizeHint().height())

    def _span(self) -> tuple[float, float]:
        margin = _KNOB + 3
        return margin, self.width() - margin

    def _knob(self) -> QPointF:
        left, right = self._span()
        share = self.sliderPosition() / self.maximum()
        return QPointF(left + (right - left) * share, self.height() / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, filled part, ring; a padlock when locked; the focus ring outside."""
        palette = theme.current()
        colour = QColor(palette.criterion(self.criterion) if self.isEnabled() else palette.off)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._span()
        knob = self._knob()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.line))
        painter.drawRoundedRect(QRectF(left, knob.y() - 1.5, right - left, 3), 1.5, 1.5)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, knob.y() - 1.5, knob.x() - left, 3), 1.5, 1.5)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(palette.card))
        painter.drawEllipse(knob, _KNOB, _KNOB)
        if self._locked:
            at = knob - QPointF(5, 5)
            painter.drawPixmap(at, icons.pixmap("lock", 10, colour.name()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(knob, _KNOB + 2.5, _KNOB + 2.5)

    def _value_at(self, x: float) -> int:
        left, right = self._span()
        return round(self.maximum() * (x - left) / max(1.0, right - left))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the pointer, as there is nothing to page through."""
        if event.button() is not Qt.MouseButton.LeftButton or self._locked:
            event.ignore()
            return
        self.setSliderDown(True)
        if abs(event.position().x() - self._knob().x()) > _KNOB + 3:
            self.setValue(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the lock, or its opening."""
        self.setSliderDown(False)
        self.lock_asked.emit()

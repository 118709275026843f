"""What the start page shows of samples: a small picture, and a card for each script."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from geo.model import Kind, Sample
from gui import theme
from gui.widgets import icons
from gui.widgets.painters import paint_kind
from gui.widgets.pane import label


class Picture(QWidget):
    """A page of script over hills, with the three marks of kinds."""

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(150, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw hills, page and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme.current()
        painter.setPen(QPen(QColor(palette.line), 1.4))
        for drop in (0, 10):
            hill = QPainterPath(QPointF(8, 86 + drop))
            hill.cubicTo(40, 56 + drop, 60, 104 + drop, 92, 80 + drop)
            hill.cubicTo(110, 66 + drop, 128, 92 + drop, 142, 78 + drop)
            painter.drawPath(hill)
        painter.setPen(QPen(QColor(palette.ink3), 1.4))
        painter.setBrush(QColor(palette.card))
        painter.drawRoundedRect(QRectF(48, 12, 48, 62), 3, 3)
        for row in range(4):
            right = 84 if row != 3 else 72
            painter.drawLine(QPointF(58, 26 + 10 * row), QPointF(right, 26 + 10 * row))
        for kind, x, y in ((Kind.SCENIC, 26, 46), (Kind.BASE, 100, 66), (Kind.ICH, 124, 32)):
            paint_kind(painter, QPointF(x, y), kind, 8.0)


class SampleCard(QPushButton):
    """A sample script: its title and what is in it."""

    def __init__(self, sample: Sample, lang: str) -> None:
        super().__init__()
        self.sample = sample
        about = sample.about.get(lang, "")
        self.setAccessibleName(f"《{sample.title}》 {about}")
        self.setProperty("sample", "true")
        name = label(f"《{sample.title}》", role="strong")
        told = label(about, role="caption", wrap=True)
        for one in (name, told):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(34, 8, 10, 9)
        self._column.setSpacing(2)
        self._column.addWidget(name)
        self._column.addWidget(told)
        self._column.addStretch(1)
        self.setMinimumHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """As large as its words."""
        return self._column.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """High enough for its words at this width."""
        super().resizeEvent(event)
        self.setMinimumHeight(max(64, self._column.totalHeightForWidth(event.size().width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add a sheet of paper."""
        super().paintEvent(event)
        QPainter(self).drawPixmap(11, 11, icons.pixmap("file-text", 18, theme.current().ink3))

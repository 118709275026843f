"""The outline at the left: episodes with counts, scenes with numbers, a ring where in doubt."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui import theme
from gui.models.outline_model import OutlineRole

AnyIndex = QModelIndex | QPersistentModelIndex
RIGHT = 14
LABEL_WIDTH = 40


class OutlineDelegate(QStyledItemDelegate):
    """Draws one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """28 px, more where text or targets are larger."""
        high = max(theme.current().target, QFontMetrics(theme.font(13)).height() + 10)
        return QSize(120, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw number, name, count and ring."""
        palette = theme.current()
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        scene = index.data(OutlineRole.SCENE) is not None
        painter.save()
        if selected:
            painter.fillRect(QRect(0, rect.top(), rect.right() + 1, rect.height()),
                             QColor(palette.sel))  # fmt: skip
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), QColor(palette.link))
        left = rect.left() + (0 if scene else 2)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if scene:
            painter.setFont(theme.font(12))
            painter.setPen(QColor(palette.ink3))
            wide = QRect(left, rect.top(), LABEL_WIDTH, rect.height())
            painter.drawText(wide, middle, index.data(OutlineRole.LABEL))
            left += LABEL_WIDTH
        end = rect.right() - RIGHT
        end = self._end(painter, rect, index, end, scene=scene)
        font = theme.font(13, bold=not scene)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        room = QRect(left, rect.top(), max(0, end - left - 6), rect.height())
        text = QFontMetrics(font).elidedText(
            index.data(), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, middle, text)
        painter.restore()

    @staticmethod
    def _end(painter: QPainter, rect: QRect, index: AnyIndex, end: int, *, scene: bool) -> int:
        """Draw what stands at the right; where the name must stop."""
        palette = theme.current()
        if not scene:
            painter.setFont(theme.font(12))
            painter.setPen(QColor(palette.ink3))
            count = index.data(OutlineRole.COUNT) or ""
            painter.drawText(
                QRect(rect.left(), rect.top(), end - rect.left(), rect.height()),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                count,
            )
            end -= QFontMetrics(theme.font(12)).horizontalAdvance(count) + 8
        if index.data(OutlineRole.DOUBTS):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette.warn), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(end - 11, rect.center().y() - 4.5, 10, 10))
            end -= 18
        return end


class OutlineView(QTreeView):
    """The tree; arrows move and fold, Enter points at the scene."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(OutlineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(True)

"""The outline at the left: episodes with counts, scenes with numbers, a ring where in doubt."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui import theme
from gui.models.outline_model import OutlineRole
from gui.widgets import icons

AnyIndex = QModelIndex | QPersistentModelIndex
RIGHT = 14
LABEL_WIDTH = 40
FEW_EPISODES, FEW_ROWS = 3, 40


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
        if not index.data(OutlineRole.DOUBTS):
            return end
        told = index.data(OutlineRole.LABEL)
        if scene:
            mark = icons.pixmap("help-circle", 14, palette.warn)
            painter.drawPixmap(QPoint(end - 13, rect.center().y() - 6), mark)
            return end - 20
        font = theme.font(12)
        metrics = QFontMetrics(font)
        wide, high = metrics.horizontalAdvance(told) + 12, metrics.height() + 2
        chip = QRectF(end - wide, rect.center().y() - high / 2 + 0.5, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.warn_bg))
        painter.drawRoundedRect(chip, 3, 3)
        painter.setFont(font)
        painter.setPen(QColor(palette.warn))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), told)
        return end - wide - 8


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

    def unfolded(self) -> frozenset[str]:
        """The names of the episodes that are open."""
        return frozenset(str(one.data()) for one in self._episodes() if self.isExpanded(one))

    def unfold(self, names: frozenset[str]) -> None:
        """Open the episodes named, after the contents were read anew."""
        for index in self._episodes():
            if index.data() in names:
                self.expand(index)

    def unfold_if_short(self) -> None:
        """A script new to the reader: many episodes stay folded, so that all can be seen."""
        episodes = self._episodes()
        rows = sum(self.model().rowCount(one) for one in episodes)
        if len(episodes) <= FEW_EPISODES or rows <= FEW_ROWS:
            self.expandAll()

    def _episodes(self) -> list[QModelIndex]:
        model = self.model()
        return [model.index(row, 0) for row in range(model.rowCount())]

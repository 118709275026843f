"""The script on paper: a tag and a strip in the margin, the line in Song, its number at right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import theme
from gui.models.paper_model import LineKind, PaperModel, PaperRole

AnyIndex = QModelIndex | QPersistentModelIndex
STRIP, RIGHT = 4, 56
MARGINS = {"zh": 62, "en": 78}
INDENT = {LineKind.SPEAKER: 28, LineKind.SPEECH: 28}
WIDEST_CHARS = 72
_STRIP_TOKEN = {
    LineKind.SCENE: "ink",
    LineKind.CAST: "ink3",
    LineKind.SPEAKER: "off",
    LineKind.ACTION: "ink2",
    LineKind.SPEECH: "line",
    LineKind.CAPTION: "off",
    LineKind.REST: "hair",
}


def _margin() -> int:
    """Room for the tag words."""
    return round(MARGINS[theme.language()] * theme.text_scale())


def _font(kind: LineKind) -> QFont:
    if kind == LineKind.SPEAKER:
        return theme.song(14, bold=True)
    return theme.song(15, bold=kind == LineKind.SCENE)


class PaperDelegate(QStyledItemDelegate):
    """Draws a line; ``scene`` is the one pointed at."""

    scene: str | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the wrapped line."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 600
        kind = index.data(PaperRole.KIND)
        font = _font(kind)
        room = self._text_room(QRect(0, 0, width, 10_000), kind, QFontMetrics(font))
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        text = QFontMetrics(font).boundingRect(room, int(flags), index.data())
        above = 18 if kind == LineKind.SCENE and index.row() else 0
        return QSize(width, text.height() + 9 + above)

    @staticmethod
    def _text_room(rect: QRect, kind: LineKind, metrics: QFontMetrics) -> QRect:
        left = rect.left() + _margin() + STRIP + 12 + INDENT.get(kind, 0)
        width = min(rect.right() - RIGHT - left, metrics.horizontalAdvance("景") * WIDEST_CHARS)
        return QRect(left, rect.top(), max(40, width), rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw tag, strip, line and number."""
        palette = theme.current()
        kind: LineKind = index.data(PaperRole.KIND)
        heading = kind == LineKind.SCENE
        rect = QRect(option.rect)
        if heading and index.row():
            rect.setTop(rect.top() + 18)
        painter.save()
        if index.data(PaperRole.SCENE) == self.scene:
            if heading:
                painter.fillRect(rect, QColor(palette.sel))
            painter.fillRect(QRect(option.rect.left(), rect.top(), 3, rect.height()),
                             QColor(palette.link))  # fmt: skip
        self._margin(painter, rect, index, kind)
        font = _font(kind)
        painter.setFont(font)
        quiet = kind in (LineKind.CAST, LineKind.CAPTION)
        painter.setPen(QColor(palette.ink2 if quiet else palette.ink))
        room = self._text_room(rect, kind, QFontMetrics(font))
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        painter.drawText(room, int(flags | Qt.AlignmentFlag.AlignVCenter), index.data())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(5, 1, -2, -1), 4, 4)
        painter.restore()

    def _margin(self, painter: QPainter, rect: QRect, index: AnyIndex, kind: LineKind) -> None:
        palette = theme.current()
        strip = QRect(rect.left() + _margin(), rect.top() + 3, STRIP, rect.height() - 6)
        painter.fillRect(strip, QColor(str(getattr(palette, _STRIP_TOKEN[kind]))))
        painter.setFont(theme.font(12))
        painter.setPen(QColor(palette.ink3))
        model = index.model()
        if isinstance(model, PaperModel):
            tag = QRect(rect.left() + 6, rect.top(), _margin() - 14, rect.height())
            painter.drawText(
                tag,
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                model.tag(kind),
            )
        number = index.data(PaperRole.NUMBER)
        if number:
            end = QRect(rect.right() - RIGHT, rect.top(), RIGHT - 14, rect.height())
            painter.drawText(
                end, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number)
            )
        if index.data(PaperRole.SILENT):
            painter.setPen(QPen(QColor(palette.warn), 1.6))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawEllipse(QRectF(rect.right() - RIGHT - 14, rect.center().y() - 5, 10, 10))


class PaperView(QListView):
    """The list of lines; arrows move, Enter or a click point at the scene."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.drawer = PaperDelegate(self)
        self.setItemDelegate(self.drawer)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)

    def point_at(self, scene: str | None) -> None:
        """Mark the lines of a scene."""
        if self.drawer.scene != scene:
            self.drawer.scene = scene
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

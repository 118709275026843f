"""One line of the paper as drawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from geo.model import Tag
from gui import theme
from gui.models.paper_model import PaperModel
from gui.pages.script.paper_layout import RIGHT, STRIP, PaperLayout, line_font, margin, wrapping
from gui.texts import tag_word
from gui.widgets import icons

QUIET = (Tag.CAST, Tag.CARD, Tag.DETAIL, Tag.FRONT)
MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHTWARDS = int(Qt.AlignmentFlag.AlignRight | MIDDLE)


class PaperPainter:
    """Draws lines. ``scene`` is pointed at; the mouse is on the margin of row ``hot``."""

    def __init__(self, plan: PaperLayout) -> None:
        self.scene: str | None = None
        self.hot = -1
        self._plan = plan

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        paper: PaperModel,
        row: int,
        *,
        current: bool,
        focus: bool,
    ) -> None:
        """Draw tag, strip, line and number of ``row`` in ``rect``."""
        palette = theme.current()
        line, tag = paper.line(row), paper.tag(row)
        whole = QRect(rect)
        rect = rect.adjusted(0, self._plan.above(row), 0, 0)
        painter.save()
        if current:
            painter.fillRect(rect, QColor(palette.sel))
        if line.scene and line.scene == self.scene:
            painter.fillRect(QRect(0, whole.top(), 3, whole.height()), QColor(palette.link))
        self._margin(painter, rect, tag_word(tag), palette.tag(tag), hot=row == self.hot)
        self._words(painter, rect, line.text.strip(), tag)
        self._end(painter, rect, line.number, paper.doubt(row))
        if current and focus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette.link), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -2, -1), 4, 4)
        painter.restore()

    @staticmethod
    def _margin(painter: QPainter, rect: QRect, word: str, colour: str, *, hot: bool) -> None:
        palette = theme.current()
        strip = QRect(rect.left() + margin(), rect.top() + 3, STRIP, rect.height() - 6)
        painter.fillRect(strip, QColor(colour))
        painter.setFont(theme.font(12))
        painter.setPen(QColor(palette.link if hot else palette.ink2))
        room = QRect(rect.left() + 6, rect.top(), margin() - 16, rect.height())
        if hot:
            wide = QFontMetrics(painter.font()).horizontalAdvance(word)
            box = QRect(room.right() - wide - 5, rect.center().y() - 10, wide + 11, 21)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(palette.sunk))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(palette.link))
        painter.drawText(room, RIGHTWARDS, word)

    def _words(self, painter: QPainter, rect: QRect, text: str, tag: Tag) -> None:
        palette = theme.current()
        font = line_font(tag)
        painter.setFont(font)
        quiet = palette.ink3 if tag is Tag.SKIP else palette.ink2 if tag in QUIET else palette.ink
        painter.setPen(QColor(quiet))
        room = self._plan.text_rect(rect, tag, QFontMetrics(font))
        painter.drawText(room, int(wrapping(text) | MIDDLE), text)

    @staticmethod
    def _end(painter: QPainter, rect: QRect, number: int, doubt: str) -> None:
        palette = theme.current()
        if number:
            painter.setFont(theme.font(12))
            painter.setPen(QColor(palette.ink3))
            room = QRect(rect.right() - RIGHT, rect.top(), RIGHT - 14, rect.height())
            painter.drawText(room, RIGHTWARDS, str(number))
        if doubt:
            mark = icons.pixmap("help-circle", 15, palette.warn)
            at = QPoint(rect.right() - RIGHT - 8, rect.center().y() - 7)
            painter.drawPixmap(at, mark)

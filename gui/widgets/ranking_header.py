"""The head of the ranked list: what each column shows, and the ends of its scale."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QToolTip, QWidget

from geo.model import Criterion
from gui import theme
from gui.texts import ListFrame, Role, Scale
from gui.widgets.pane import Pane
from gui.widgets.ranking_cells import SHARE, ranking_cells
from gui.widgets.row_paint import factor, paint_text


class RankingHeader(Pane):
    """Stands above ``view`` and keeps its columns."""

    def __init__(self, view: QAbstractItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._texts: dict[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.viewport().installEventFilter(self)
        self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the list when it grows, shrinks or gets a scroll bar."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Paint):
            self.update()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Two lines of caption."""
        return QSize(240, round(38 * factor()))

    def _frame(self) -> ListFrame:
        model = self._view.model()
        first = model.index(0, 0) if model is not None and model.rowCount() else None
        frame = first.data(Role.FRAME) if first is not None else None
        return frame if isinstance(frame, ListFrame) else ListFrame()

    def ends(self, scales: Mapping[Criterion, Scale]) -> Mapping[str, str]:
        """The second line of each column: the ends of its scale, or how to read it."""
        zh = theme.language() == "zh"
        texts: dict[str, str] = {
            Criterion.FIT: self.tr("可拍 + 代用"),
            Criterion.UPLIFT: self.tr("人次·对数"),
            SHARE: self.tr("前三"),
        }
        for one in (Criterion.COST, Criterion.SUBSIDY):
            if one in scales:
                top = scales[one].high
                texts[one] = f"0–{top / 10_000:g} 万元" if zh else f"RMB 0–{top / 1000:g}k"
        return texts

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines over each column."""
        palette = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.win))
        for edge in (0, self.height() - 1):
            painter.fillRect(0, edge, self.width(), 1, QColor(palette.hair))
        frame = self._frame()
        cells = ranking_cells(self._view.viewport().width(), photos=frame.photos)
        ends = self.ends(frame.scales)
        font = theme.font(12)
        line = 16 * factor()
        top = (self.height() - 2 * line) / 2
        metrics = QFontMetricsF(font)
        for column, cell in cells.columns.items():
            room = QRectF(cell.left(), top, cell.width() + 6, line)
            paint_text(painter, room, self._texts[column], font, palette.ink3)
            below = room.translated(0, line)
            text = ends.get(column, "")
            if metrics.horizontalAdvance(text) > below.width():
                # a narrow column goes without the currency before it goes without figures
                text = text.removeprefix("RMB ")
            paint_text(painter, below, text, font, palette.ink3)

    def event(self, event: QEvent) -> bool:
        """Tell a caption in full where there was no room for it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            frame = self._frame()
            cells = ranking_cells(self._view.viewport().width(), photos=frame.photos)
            for column, cell in cells.columns.items():
                if cell.left() <= event.pos().x() <= cell.right():
                    lines = (self._texts[column], self.ends(frame.scales).get(column, ""))
                    QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)

    def retranslate(self) -> None:
        """Set every text again."""
        self._texts = {
            Criterion.FIT: self.tr("匹配"),
            Criterion.COST: self.tr("每天费用"),
            Criterion.SUBSIDY: self.tr("补贴"),
            Criterion.UPLIFT: self.tr("首年拉动"),
            SHARE: self.tr("居首"),
        }
        self.setAccessibleName(self.tr("列：匹配、每天费用、补贴、首年拉动、居首和前三"))
        self.update()

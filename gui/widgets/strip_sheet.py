"""The sheet of a strip board: painted from numbers; heads, beds and clock stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from gui import theme
from gui.texts import aloud
from gui.texts.strips import Board, BoardBlock
from gui.widgets.row_paint import factor
from gui.widgets.strip_drag import Drag
from gui.widgets.strip_edges import paint_beyond, paint_feet, paint_heads, paint_hours
from gui.widgets.strip_frame import StripFrame
from gui.widgets.strip_paint import Lit, paint_body

_DRESSED = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)


class StripSheet(QAbstractScrollArea):
    """Shows a ``Board``: which day, set and block are pointed at, and what is in the hand."""

    # the first dressing comes before anything is laid out
    _still: QPixmap | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.board = Board()
        self.frame = StripFrame(self.board, QSizeF(800, 600))
        self.here: BoardBlock | None = None
        self.drag: Drag | None = None
        self._pointer = QPointF()
        self._day: int | None = None
        self._set: str | None = None
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._renew)

    @property
    def day(self) -> int | None:
        """The day that is lit."""
        return self._day

    def choose_set(self, set_id: str | None) -> None:
        """Frame the blocks of a set; the first of them is the present one."""
        if set_id == self._set:
            return
        self._set = set_id
        if self.here is None or self.here.set_id != set_id:
            self.here = next((one for one in self.board.blocks if one.set_id == set_id), None)
            if self.here is not None:
                self._show(self.here)
        self._renew()

    def choose_day(self, day: int | None) -> None:
        """Light a day."""
        if day != self._day:
            self._day = day
            self._renew()

    def _speak(self) -> None:
        title = self.tr("排期")
        self.setAccessibleName(f"{title}：{self.here.spoken}" if self.here else title)
        days = (day.spoken for day in self.board.days)
        self.setAccessibleDescription(aloud(days, theme.language()))

    # ---- where it lies

    def _fit(self) -> None:
        size = QSizeF(self.viewport().size())
        self.frame = frame = StripFrame(self.board, size, factor())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        body = self._body()
        across.setRange(0, max(0, round(frame.width - body.width())))
        across.setPageStep(round(body.width()))
        across.setSingleStep(round(frame.column / 3))
        down.setRange(0, max(0, round(frame.height - body.height())))
        down.setPageStep(round(body.height()))
        down.setSingleStep(round(20 * frame.factor))
        self._renew()

    def _body(self) -> QRectF:
        """The part of the viewport that scrolls."""
        frame, size = self.frame, self.viewport().size()
        high = size.height() - frame.head - frame.foot
        return QRectF(frame.hours, frame.head, size.width() - frame.hours, max(0.0, high))

    def _origin(self) -> QPointF:
        """Where the content begins, in viewport px."""
        body = self._body().topLeft()
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return body - QPointF(*map(float, bars))

    def _show(self, block: BoardBlock) -> None:
        """Scroll so that a block can be seen."""
        placed = next((one for one in self.frame.blocks if one.block == block), None)
        if placed is None:
            return
        body, rect = self._body(), placed.rect
        ways = (
            (self.horizontalScrollBar(), rect.left(), rect.right(), body.width()),
            (self.verticalScrollBar(), rect.top() - 24, rect.bottom(), body.height()),
        )
        for bar, low, high, page in ways:
            if low < bar.value():
                bar.setValue(round(low) - 4)
            elif high > bar.value() + page:
                bar.setValue(round(min(low, high - page)) + 4)

    def _show_column(self, column: int) -> None:
        """Scroll sideways so that a column can be seen."""
        bar, left = self.horizontalScrollBar(), round(self.frame.x(column))
        right = round(left + self.frame.column - self._body().width())
        bar.setValue(min(max(bar.value(), right), left))

    def _renew(self) -> None:
        self._still = None
        self.viewport().update()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands still comes from a picture; only what is carried is drawn each time."""
        if self._still is None or self._still.deviceIndependentSize() != self.viewport().size():
            self._still = self._picture()
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._still)
        if self.drag is not None:
            painter.save()
            painter.setClipRect(self._body())
            painter.translate(self._origin())
            self.drag.paint(painter, self.frame)
            painter.restore()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.drag.paint_tag(painter, self._pointer, QRectF(self.viewport().rect()))

    def _picture(self) -> QPixmap:
        ratio = self.viewport().devicePixelRatioF()
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.current().panel)
        painter = QPainter(picture)
        frame, body, origin = self.frame, self._body(), self._origin()
        taken = self.drag.block if self.drag is not None else None
        lit = Lit(self._day, self._set, self.here, self.hasFocus(), taken)
        size = self.viewport().size()

        def part(rect: QRectF, shift: QPointF) -> QRectF:
            painter.setClipRect(rect)
            painter.translate(shift)
            return rect.translated(-shift)

        painter.save()
        paint_body(painter, frame, part(body, origin), lit)
        painter.restore()
        for pill in self._pills():
            paint_beyond(painter, *pill)
        painter.save()
        head = QRectF(frame.hours, 0, body.width(), frame.head)
        paint_heads(painter, frame, part(head, QPointF(origin.x(), 0)), lit)
        painter.restore()
        painter.save()
        foot = QRectF(frame.hours, size.height() - frame.foot, body.width(), frame.foot)
        paint_feet(painter, frame, part(foot, QPointF(origin.x(), 0)), lit)
        painter.restore()
        painter.save()
        hours = QRectF(0, frame.head, frame.hours, body.height())
        paint_hours(painter, frame, part(hours, QPointF(0, origin.y())))
        painter.restore()
        painter.end()
        return picture

    def _pills(self) -> list[tuple[QRectF, str]]:
        """Where it is said that a day goes on out of sight, in viewport px, and the words."""
        return [(rect, words) for rect, words, _block in self._hidden()]

    def _hidden(self) -> list[tuple[QRectF, str, BoardBlock]]:
        frame, body, origin = self.frame, self._body(), self._origin()
        seen = body.translated(-origin)
        high, found = 20.0 * frame.factor, []
        for column in range(len(frame.board.days)):
            left = frame.x(column) + origin.x()
            if left + frame.column <= body.left() or left >= body.right():
                continue
            above, below = frame.beyond(column, seen)
            room = QRectF(left + 6, 0, frame.column - 12, high)
            if above:
                words = self.tr("↑ 上面还有 {n} 块")
                rect = room.translated(0, body.top() + 4)
                found.append((rect, self._more(rect, words, "↑", len(above)), above[-1].block))
            if below:
                words = self.tr("↓ 下面还有 {n} 块")
                rect = room.translated(0, body.bottom() - high - 4)
                found.append((rect, self._more(rect, words, "↓", len(below)), below[0].block))
        return found

    def _more(self, rect: QRectF, words: str, arrow: str, many: int) -> str:
        """The words, and only a number where they would cover a block."""
        inside = rect.translated(-self._origin())
        covers = any(one.rect.intersects(inside) for one in self.frame.blocks)
        return f"{arrow} {many}" if covers else words.format(n=many)

    def hidden_at(self, point: QPointF) -> BoardBlock | None:
        """The block out of sight that a point of the viewport leads to."""
        return next((one for rect, _words, one in self._hidden() if rect.contains(point)), None)

    def reveal(self, block: BoardBlock) -> None:
        """Scroll so that ``block`` and what lies beyond it can be seen."""
        bar, placed = self.verticalScrollBar(), self.rect_of(block)
        body = self._body()
        bar.setValue(bar.value() + round(placed.center().y() - body.center().y()))

    def rect_of(self, block: BoardBlock) -> QRectF:
        """Where a block is drawn, in viewport px; empty where it is not on the board."""
        placed = next((one for one in self.frame.blocks if one.block == block), None)
        return QRectF() if placed is None else placed.rect.translated(self._origin())

    # ---- the rest

    def viewportEvent(self, event: QEvent) -> bool:
        """A tool tip says what is under the pointer as sentences."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return bool(super().viewportEvent(event))

    def tip_at(self, point: QPointF) -> str:
        """What is said of a point of the viewport."""
        if self.drag is not None:
            return ""
        inside = point - self._origin()
        if self._body().contains(point):
            placed, line = self.frame.block_at(inside), self.frame.line_at(inside)
            if placed is not None:
                return placed.block.spoken
            if line is not None:
                return (
                    line.move.text
                    if line.move is not None
                    else line.block.place
                    if line.block
                    else ""
                )
            return ""
        column = self.frame.column_at(inside.x())
        if point.x() <= self.frame.hours or not 0 <= column < len(self.board.days):
            return ""
        day = self.board.days[column]
        return day.tip if point.y() < self.frame.head else day.foot_tip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme, language or size of text."""
        super().changeEvent(event)
        if event.type() in _DRESSED and self._still is not None:
            self._fit()

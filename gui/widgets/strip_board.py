"""The strip board: shooting days side by side, the clock downwards; blocks are carried by hand.

Painted from numbers, so that carrying a block lays nothing out. Heads, beds and the clock stay in
sight while the rest scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.texts.strips import Board, BoardBlock, Drop
from gui.widgets.strip_drag import Drag, stride
from gui.widgets.strip_keys import nudged, stepped
from gui.widgets.strip_sheet import StripSheet

ROLL_MS = 30
_ASK = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StripBoard(StripSheet):
    """``chosen``: a block is pointed at; ``tried`` a ``Drop`` held over a place, None over none.

    ``dropped`` a ``Drop`` let go; ``menu_asked`` with a block and where; ``lock_asked`` and
    ``why_asked`` with a block.
    """

    chosen = Signal(object)
    day_selected = Signal(int)
    tried = Signal(object)
    dropped = Signal(object)
    menu_asked = Signal(object, QPoint)
    lock_asked = Signal(object)
    why_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.movable = True
        self._pressed: QPointF | None = None
        self._follow: tuple[str, int] | None = None
        self._roll = QTimer(self)
        self._roll.setInterval(ROLL_MS)
        self._roll.timeout.connect(self._roll_on)

    # ---- what is shown

    def show_board(self, board: Board) -> None:
        """Show ``board``; what was pointed at stays so where it is still there."""
        if board == self.board:
            return
        if self.drag is not None:
            self._let_go()
        fresh = bool(self.board.blocks) != bool(board.blocks)
        self.board = board
        self.here = self._again(board)
        self._fit()
        if fresh:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        if self._follow is not None and self.here is not None:
            self._show(self.here)
            self._select_day(self.here.day)
        self._follow = None
        self._speak()

    def _again(self, board: Board) -> BoardBlock | None:
        """The present block, in a new board: followed to where it was put."""
        if self._follow is not None:
            strip, day = self._follow
        elif self.here is not None:
            strip, day = self.here.strip_id, self.here.day
        else:
            return None
        same = [one for one in board.blocks if one.strip_id == strip]
        return next((one for one in same if one.day == day), same[0] if same else None)

    def show_day(self, day: int) -> None:
        """Light a day and bring its column into sight."""
        self.choose_day(day)
        numbers = [one.day for one in self.board.days]
        if day in numbers:
            self._show_column(numbers.index(day))

    def show_price(self, text: str, broken: tuple[str, ...] = ()) -> None:
        """What the block in the hand would cost here, and which rules it would break."""
        if self.drag is not None:
            self.drag.text, self.drag.broken = text, broken
            self.viewport().update()

    def follow(self, strip_id: str, day: int) -> None:
        """The next board shown points at this strip on this day."""
        self._follow = (strip_id, day)

    # ---- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at a block, which may then be carried; or at a day."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position()
        body = self._body()
        inside = point - self._origin()
        if not body.contains(point):
            day = self.frame.day_of(self.frame.column_at(inside.x()))
            if point.x() > self.frame.hours and day is not None and day != self.board.next_day:
                self._select_day(day)
            return
        hidden = self.hidden_at(point)
        placed = self.frame.block_at(inside)
        if hidden is not None:
            self.reveal(hidden)
        elif placed is not None:
            self._pressed = point
            self._go_to(placed.block)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a block, or show what could be carried."""
        self._pointer = event.position()
        if self.drag is not None:
            self._carry()
            return
        if self._pressed is not None and self.movable:
            far = (self._pointer - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._take_up()
            return
        over = self._block_at(self._pointer)
        shape = (
            Qt.CursorShape.OpenHandCursor if over and self.movable else Qt.CursorShape.ArrowCursor
        )
        self.viewport().setCursor(shape)

    def _block_at(self, point: QPointF) -> BoardBlock | None:
        if not self._body().contains(point):
            return None
        placed = self.frame.block_at(point - self._origin())
        return None if placed is None else placed.block

    def _take_up(self) -> None:
        assert self._pressed is not None
        origin = self._origin()
        placed = self.frame.block_at(self._pressed - origin)
        if placed is None:
            return
        self.drag = Drag(placed, self._pressed - origin)
        self._pressed = None
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._roll.start()
        self._renew()
        self._carry()

    # ---- what comes from outside

    def take_in(self, block: BoardBlock, pointer: QPoint) -> None:
        """Carry a block that lies on no day; ``pointer`` in global px."""
        if self.movable:
            self.drag = Drag.of(block, self.frame)
            self._roll.start()
            self._renew()
            self.carry_to(pointer)

    def carry_to(self, pointer: QPoint) -> None:
        """What came from outside follows the pointer, in global px."""
        self._pointer = QPointF(self.viewport().mapFromGlobal(pointer))
        if self.drag is not None:
            self._carry()

    def put_down(self) -> None:
        """What came from outside is let go where the pointer is."""
        drop = None if self.drag is None else self.drag.drop
        self.give_back()
        if drop is not None:
            # what it was carried from goes with it, and the keys must not get lost
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._drop(drop)

    def give_back(self) -> None:
        """What came from outside goes back there."""
        if self.drag is not None:
            self._let_go()

    def _carry(self) -> None:
        drag = self.drag
        if drag is not None:
            over = QRectF(self.viewport().rect()).contains(self._pointer)
            if drag.move(self.frame, self._pointer - self._origin(), over=over):
                self.tried.emit(drag.drop)
        self.viewport().update()

    def _roll_on(self) -> None:
        """Near an edge the board scrolls on by itself."""
        body = self._body()
        if not body.contains(self._pointer) and self.drag is not None and self.drag.comes_in:
            # on its way from the tray
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        before = (across.value(), down.value())
        across.setValue(across.value() + stride(self._pointer.x(), body.left(), body.right()))
        down.setValue(down.value() + stride(self._pointer.y(), body.top(), body.bottom()))
        if (across.value(), down.value()) != before:
            self._carry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the block stays where it is, or goes where it was carried."""
        self._pressed = None
        drag = self.drag
        if drag is None:
            return
        drop = drag.drop
        self._let_go()
        if drop is not None:
            self._drop(drop)

    def _drop(self, drop: Drop) -> None:
        self.follow(drop.block.strip_id, drop.to_day)
        self.dropped.emit(drop)

    def _let_go(self) -> None:
        self.drag = None
        self._roll.stop()
        self.viewport().unsetCursor()
        self._renew()
        self.tried.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Why is it here."""
        block = self._block_at(event.position())
        if block is not None:
            self.why_asked.emit(block)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a block; by key with the present one."""
        if self.drag is not None:
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        block = self.here if by_key else self._block_at(QPointF(event.pos()))
        if block is None:
            return
        where = event.globalPos()
        if by_key:
            where = self.viewport().mapToGlobal(self.rect_of(block).center().toPoint())
        self._go_to(block)
        self.menu_asked.emit(block, where)

    # ---- the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Alt and arrows carry, L locks, Enter asks why, Esc lets go."""
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Escape and self.drag is not None:
            self._let_go()
        elif self.drag is not None:
            return
        elif alt:
            if not self.carry(key):
                event.ignore()
        elif (block := stepped(self.board, self.here, key)) is not None:
            self._go_to(block)
        elif self.here is not None and key in _ASK:
            self.why_asked.emit(self.here)
        elif self.here is not None and key == Qt.Key.Key_L:
            self.lock_asked.emit(self.here)
        else:
            event.ignore()

    def carry(self, key: Qt.Key) -> bool:
        """Carry the present block one step the way of an arrow key; whether there is a way."""
        drop = nudged(self.board, self.here, key) if self.here and self.movable else None
        if drop is not None:
            self._drop(drop)
        return drop is not None

    def _go_to(self, block: BoardBlock) -> None:
        self.here = block
        self._set = block.set_id
        self._show(block)
        self._speak()
        self._select_day(block.day)
        self.chosen.emit(block)
        self._renew()

    def _select_day(self, day: int) -> None:
        self.choose_day(day)
        self.day_selected.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are; coming by Tab, the first block is pointed at."""
        super().focusInEvent(event)
        if self.here is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            first = next(iter(self.board.blocks), None)
            if first is not None:
                self._go_to(first)
        self._renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away; what was carried stays where it was."""
        super().focusOutEvent(event)
        self._pressed = None
        if self.drag is not None:
            self._let_go()
        self._renew()

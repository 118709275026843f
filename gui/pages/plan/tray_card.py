"""A strip that is left out, as a card: carried onto the board, or laid on a day by its button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, mark

WIDE = 320
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TrayCard(Pane):
    """A click points at it. ``carried``, ``carried_on`` tell where the pointer is, in global px.

    ``let_go`` over whatever is there; ``given_up`` with Esc; ``menu_wanted``: the days it could be
    laid on are to be listed in ``days``.
    """

    chosen = Signal()
    carried = Signal(QPoint)
    carried_on = Signal(QPoint)
    let_go = Signal()
    given_up = Signal()
    menu_wanted = Signal()

    def __init__(self, name: str, why: str, ways: Sequence[str], *, layable: bool) -> None:
        super().__init__()
        self.setProperty("tray", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaximumWidth(WIDE)
        self.layable = layable
        self._pressed: QPoint | None = None
        self._carrying = False
        self.days = QMenu(self)
        self.days.aboutToShow.connect(self.menu_wanted)
        self.lay = QPushButton()
        self.lay.setProperty("small", "true")
        self.lay.setMenu(self.days)
        self.lay.setVisible(layable)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(name, role="strong"))
        words.addWidget(ElidedLabel(why, role="caption", tail=True))
        if ways:
            words.addWidget(ElidedLabel(ways[0], role="second", tail=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 5)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.lay)
        self.setToolTip("\n".join([why, *ways]))
        self.setAccessibleName(name)
        self.setAccessibleDescription("\n".join([why, *ways]))
        self._show_hand()
        self.lay.setText(self.tr("排进去"))

    def _show_hand(self) -> None:
        held = Qt.CursorShape.ClosedHandCursor if self._carrying else Qt.CursorShape.OpenHandCursor
        self.setCursor(held if self.layable else Qt.CursorShape.PointingHandCursor)

    def choose(self, *, on: bool) -> None:
        """Show that its set is the one pointed at."""
        mark(self, on="true" if on else "false")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at it; it may then be carried."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint() if self.layable else None
            self.chosen.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it, once it was pulled far enough."""
        here = event.globalPosition().toPoint()
        if self._carrying:
            self.carried_on.emit(here)
        elif self._pressed is not None:
            far = (here - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._carrying, self._pressed = True, None
                self._show_hand()
                self.carried.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self._pressed = None
        if self._carrying:
            self._carrying = False
            self._show_hand()
            self.let_go.emit()

    def _give_up(self) -> None:
        self._pressed = None
        if self._carrying:
            self._carrying = False
            self._show_hand()
            self.given_up.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was carried goes back."""
        super().focusOutEvent(event)
        self._give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space point at it, Esc gives up carrying."""
        if event.key() == Qt.Key.Key_Escape and self._carrying:
            self._give_up()
        elif event.key() in _PRESS and not self._carrying:
            self.chosen.emit()
        else:
            event.ignore()

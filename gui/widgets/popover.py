"""A small window beside what was clicked: Esc closes it and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.widgets.pane import Pane


class Popover(Pane):
    """Opens with ``open_at``; ``first`` says what has the focus then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popover", "true")
        self._back: QWidget | None = None

    def first(self) -> QWidget:
        """What has the focus when it opens."""
        return self

    def open_at(self, anchor: QRect) -> None:
        """Open under ``anchor`` (global), above it where there is no room, inside the screen."""
        self._back = QApplication.focusWidget()
        self.fit()
        screen = QGuiApplication.screenAt(anchor.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        top = anchor.bottom() + 4
        if top + self.height() > room.bottom():
            top = max(room.top(), anchor.top() - 4 - self.height())
        left = min(max(room.left(), anchor.left()), room.right() - self.width())
        self.move(QPoint(left, top))
        self.show()
        self.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Take the height that the words ask for at this width."""
        self.adjustSize()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def open_under(self, widget: QWidget) -> None:
        """Open under ``widget``."""
        self.open_at(QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back to where the question came from."""
        super().hideEvent(event)
        back, self._back = self._back, None
        if back is not None and isValid(back):
            back.setFocus(Qt.FocusReason.PopupFocusReason)

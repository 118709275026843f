"""A label that cuts long names in the middle and shows them whole in its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.texts.tips import plain_tip


class ElidedLabel(QLabel):
    """One line of text; the middle gives way when room is short. Never used for figures.

    Of a name the middle is the least loss; of a sentence (``tail``) the end.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        tail: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""
        way = Qt.TextElideMode
        self._way = way.ElideRight if tail else way.ElideMiddle
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Set the whole text."""
        self._whole = text
        super().setText(text)

    def minimumSizeHint(self) -> QSize:
        """Three characters or so."""
        height = super().minimumSizeHint().height()
        return QSize(self.fontMetrics().horizontalAdvance("取景…"), height)

    def shown(self) -> str:
        """The text as it fits now."""
        return self.fontMetrics().elidedText(self._whole, self._way, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits; the whole name waits in the tool tip."""
        shown = self.shown()
        tip = plain_tip(self._whole) if shown != self._whole else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            self.contentsRect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown
        )

"""A chip of words with a cross that takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane


class PartChip(Pane):
    """``dropped``: the cross was pressed. Long words give way in the middle."""

    dropped = Signal()

    def __init__(
        self, text: str = "", tip: str = "", parent: QWidget | None = None, *, look: str = "plain"
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", look)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._text = ElidedLabel()
        self.cross = QToolButton()
        self.cross.setProperty("quiet", "true")
        self.cross.setProperty("cross", "true")
        # a click leaves the focus where one types
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cross.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 1, 0)
        row.setSpacing(2)
        row.addWidget(self._text)
        row.addWidget(self.cross)
        self.restyle()
        self.tell(text, tip)

    @property
    def words(self) -> str:
        """The words."""
        return self._text.text()

    def tell(self, text: str, tip: str) -> None:
        """Set the words, and what the cross does."""
        self._text.setText(text)
        self.cross.setToolTip(tip)
        self.cross.setAccessibleName(tip)
        self.updateGeometry()

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.cross.setIcon(icons.icon("x", 12))

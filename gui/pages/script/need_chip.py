"""A chip that can be taken out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from gui.widgets import icons
from gui.widgets.pane import Pane, label


class NeedChip(Pane):
    """A need or flag with its words as a tool tip and a cross to take it out."""

    dropped = Signal(str)

    def __init__(
        self, code: str, name: str, tip: str, drop_tip: str, *, sure: bool, chip: str = "need"
    ) -> None:
        super().__init__()
        self.code = code
        text = label(name if sure else f"{name} ?", chip=chip if sure else "warn")
        text.setToolTip(tip)
        self.cross = QToolButton()
        self.cross.setProperty("quiet", "true")
        self.cross.setProperty("cross", "true")
        self.cross.setIcon(icons.icon("x", 12))
        self.cross.setToolTip(drop_tip)
        self.cross.setAccessibleName(f"{drop_tip} {name}")
        self.cross.clicked.connect(lambda: self.dropped.emit(self.code))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(text)
        row.addWidget(self.cross)

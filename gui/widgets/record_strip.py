"""How far a record is in the register, its history, and taking it along into the field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label, mark


class RecordStrip(Pane):
    """``register_asked``, ``history_asked``, ``field_asked``: a button was pressed."""

    register_asked = Signal()
    history_asked = Signal()
    field_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = label(chip="flag")
        self.told = ElidedLabel(role="caption", tail=True)
        self.register, self.history, self.field = QPushButton(), QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.stage)
        row.addWidget(self.told, 1)
        for button, signal in (
            (self.register, self.register_asked),
            (self.history, self.history_asked),
            (self.field, self.field_asked),
        ):
            button.setProperty("quiet", "true")
            button.setProperty("caption", "true")
            button.clicked.connect(signal)
            row.addWidget(button)
        self.restyle()
        self.retranslate()

    def tell(self, stage: str, chip: str, told: str) -> None:
        """Show a stage in a chip (flag, ok, warn), and who moved it there or what changed since."""
        self.stage.setText(stage)
        mark(self.stage, chip=chip)
        self.told.setText(told)
        self.told.setToolTip(told)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.history.setIcon(icons.icon("history", 14))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.register.setText(self.tr("登记…"))
        self.register.setToolTip(self.tr("提上来、审过、公布，一步一步走"))
        self.history.setText(self.tr("历史…"))
        self.history.setToolTip(self.tr("谁、什么时候、改了什么，能换回去（Ctrl+H）"))
        self.field.setText(self.tr("带去外勘…"))
        self.field.setToolTip(self.tr("把这处放进外勘包，没有信号也能填"))

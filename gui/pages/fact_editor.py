"""What every editor of a project fact is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from geo.model import FactField, FactValue
from gui.widgets.pane import Pane


class FactEditor(Pane):
    """``said`` tells the new value, None for unknown; nonsense is not told and looks wrong.

    A ``wide`` editor needs a row of its own.
    """

    wide = False

    said = Signal(object)

    def __init__(self, field: FactField, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.lang = lang
        self.name = field.en if lang == "en" else field.zh
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    def show_value(self, value: FactValue | None) -> None:
        """Show what is known without telling anybody."""
        raise NotImplementedError

    def focus(self) -> None:
        """Put the keyboard here."""
        for part in self.findChildren(QWidget):
            if part.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return

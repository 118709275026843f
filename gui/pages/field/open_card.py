"""What to find out at a place, and what not to forget."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from geo.model.field import RecceSheet
from gui.pages.field.checks import CheckBoard
from gui.pages.field.words import say
from gui.session import State
from gui.widgets.pane import Pane, label


class OpenCard(Pane):
    """Nothing at all where there is nothing to ask and nothing to tick."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("strip", "info")
        self._title, self.asked = label(role="strong"), label(wrap=True)
        self.checks = CheckBoard()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        for part in (self._title, self.asked, self.checks):
            column.addWidget(part)
        self.hide()

    def tell(self, state: State, sheet: RecceSheet) -> None:
        """Write the questions of the place and its checklist."""
        desk = state.outdoors.desk
        questions = [say(state, one) for one in sheet.questions]
        self._title.setText(self.tr("到了要问的"))
        self.asked.setText("\n".join(f"·  {one}" for one in questions))
        for part in (self._title, self.asked):
            part.setVisible(bool(questions))
        if desk is not None and sheet.checks:
            self.checks.tell(desk, sheet, state.language)
        self.checks.setVisible(bool(sheet.checks))
        self.setVisible(bool(questions or sheet.checks))

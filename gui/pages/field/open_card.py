"""What to find out at a place, and what not to forget."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from geo.model.field import RecceSheet
from gui.pages.field.words import say
from gui.session import State
from gui.widgets.pane import Pane, label


class OpenCard(Pane):
    """Nothing at all where there is nothing to ask."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("strip", "info")
        self._title, self.asked = label(role="strong"), label(wrap=True)
        self.checks = label(role="second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        for part in (self._title, self.asked, self.checks):
            column.addWidget(part)
        self.hide()

    def tell(self, state: State, sheet: RecceSheet) -> None:
        """Write the questions of the place and the checklist of the pack."""
        desk = state.outdoors.desk
        checks = desk.pack.checklist if desk is not None and desk.pack is not None else ()
        questions = [say(state, one) for one in sheet.questions]
        self._title.setText(self.tr("到了要问的") if questions else self.tr("别忘了"))
        self.asked.setText("\n".join(f"·  {one}" for one in questions))
        self.asked.setVisible(bool(questions))
        told = "、".join(checks) if state.language == "zh" else ", ".join(checks)
        self.checks.setText(self.tr("别忘了：{things}").format(things=told) if questions else told)
        self.checks.setVisible(bool(checks))
        self.setVisible(bool(questions or checks))

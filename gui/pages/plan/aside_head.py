"""Doors above the column: what is asked of the plan, what falls due, whom to call."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.pages.page import Page
from gui.pages.plan.openers import open_due, open_site_words, open_wishes
from gui.session import Changes, Session
from gui.widgets import icons


class AsideHead(Page):
    """Three buttons; the second tells how many things are late or due today."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "bottom")
        self.wishes, self.due, self.words = QPushButton(), QPushButton(), QPushButton()
        doors = (
            (self.wishes, open_wishes),
            (self.due, open_due),
            (self.words, open_site_words),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(2)
        for button, door in doors:
            button.setProperty("plain", "true")
            button.setProperty("small", "true")
            button.clicked.connect(lambda _on=False, door=door: door(session, self.window()))
            row.addWidget(button)
        row.addStretch(1)
        self.restyle()
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Count what presses."""
        if changes.touch("planned", "language", "ready"):
            today = date.today()
            pressing = [one for one in self.session.due_list(today) if one.on <= today]
            text = self.tr("今天要办的")
            self.due.setText(f"{text} {len(pressing)}" if pressing else text)
        if changes.touch("plan", "language"):
            plan = self.state.plan
            self.words.setEnabled(plan is not None and bool(plan.days))

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.wishes.setIcon(icons.icon("filter", 14))
        self.due.setIcon(icons.icon("clock", 14))
        self.words.setIcon(icons.icon("phone-call", 14))

    def retranslate(self) -> None:
        """Set every text again."""
        self.wishes.setText(self.tr("排期要求"))
        self.wishes.setToolTip(self.tr("开机日、最多几天、用哪几座城、一定要用的、怎么算一天"))
        self.due.setText(self.tr("今天要办的"))
        self.due.setToolTip(self.tr("档期留到哪天、该付的、该退的"))
        self.words.setText(self.tr("联系和医院"))
        self.words.setToolTip(self.tr("写进通告单：每处找谁，最近的县医院"))

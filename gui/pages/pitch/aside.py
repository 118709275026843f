"""The right of the page: what goes out, who sees it, what is open, who stands beside us."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.pages.page import Page
from gui.pages.pitch.audience_card import AudienceCard
from gui.pages.pitch.compare_card import CompareCard
from gui.pages.pitch.given_card import GivenCard
from gui.pages.pitch.open_card import OpenCard
from gui.pages.plan.plan_answers import PlanAnswers
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import Pane, label

LEAST = 288
TOLD_MS = 4000


class Aside(Page):
    """Under the cards the text to paste into a chat."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self.setMinimumWidth(LEAST)
        self.given = GivenCard(session)
        self.audience = AudienceCard(session)
        self.open = OpenCard(session)
        self.compare = CompareCard(session, PlanAnswers(session, self))
        self.copy = QPushButton()
        self.copy.clicked.connect(self.copy_text)
        self.copied = label(role="caption")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self.copied.setText(""))
        inner = QWidget()
        inner.setProperty("ground", "none")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(0)
        for card in (self.given, self.audience, self.open, self.compare):
            cards.addWidget(card)
        cards.addStretch(1)
        foot = Pane()
        foot.setProperty("hair", "top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addWidget(self.copied, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ColumnArea(inner), 1)
        column.addWidget(foot)
        self.restyle()
        self.retranslate()

    def copy_text(self) -> None:
        """Put the text on the clipboard, and say so for a moment."""
        text = self.session.pitch_text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.setText(self.tr("复制好了，{n} 个字").format(n=len(text)))
            self._later.start(TOLD_MS)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        return (next(iter(self.given.boxes.values())), self.copy)

    def show_state(self, changes: Changes) -> None:
        """There is a text where there is a pack."""
        if changes.touch("pitch"):
            self.copy.setEnabled(self.state.pitch is not None)
            self.copied.setText("")

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.copy.setIcon(icons.icon("copy", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self.copy.setText(self.tr("复制文字"))
        self.copy.setToolTip(self.tr("一段话，粘进微信或者邮件，没有私密的东西"))

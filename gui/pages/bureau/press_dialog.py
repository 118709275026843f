"""核对一条报道: a press claim against market growth and noise, the verdict said first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from geo.model import PressClaim
from gui.pages.bureau.aside import Aside, bring_up, calm
from gui.pages.bureau.press_form import PressForm
from gui.pages.bureau.press_verdict import VerdictPane
from gui.session import Changes, Session
from gui.widgets.empty_card import EmptyCard
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label

FORM_WIDTH = 372


class PressDialog(Aside):
    """The form at the left; at the right what can be said of it, and what cannot."""

    key = "press"
    about = ("press",)
    size_px = (960, 560)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._intro = label(role="second", wrap=True)
        self.form = PressForm()
        self.form.asked.connect(self.check)
        self.check_button = QPushButton()
        self.check_button.setProperty("main", "true")
        self.check_button.clicked.connect(self.check)
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self.accept)
        calm(self.check_button, self.close_button)
        self.empty = EmptyCard("help-circle")
        self._try = label(role="caption")
        self._examples = FlowLayout(gap=6)
        self.examples: list[QPushButton] = []
        self.verdict = VerdictPane()
        self._lay_out()

    def _lay_out(self) -> None:
        left = Pane()
        left.setFixedWidth(FORM_WIDTH)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        side.addWidget(self._intro)
        side.addWidget(self.form)
        side.addWidget(self._try)
        side.addLayout(self._examples)
        side.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        buttons.addWidget(self.check_button)
        side.addLayout(buttons)
        self.verdict.setProperty("ground", "none")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.verdict)
        card = Pane()
        card.setProperty("card", "true")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 10, 16)
        inside.addWidget(self.strip)
        inside.addWidget(self.empty)
        inside.addWidget(self._area, 1)
        inside.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(20)
        row.addWidget(left)
        row.addWidget(card, 1)

    def check(self) -> None:
        """Check what the form says, if it says enough."""
        claim = self.form.claim()
        if claim is not None:
            self.session.check_claim(claim)

    def show_state(self, changes: Changes) -> None:
        """Draw the places on offer and the last verdict."""
        state = self.state
        if changes.touch("sites", "divisions", "language"):
            self.form.set_places(state.sites, state.divisions, state.language)
        if changes.touch("ready", "language"):
            self._offer_examples()
        if changes.touch("checked", "phrases", "language"):
            checked = state.checked
            self._area.setVisible(checked is not None)
            self.empty.setVisible(checked is None)
            if checked is not None:
                self.verdict.show_checked(checked, state)

    def _offer_examples(self) -> None:
        for button in self.examples:
            self._examples.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.examples = []
        for one in self.session.press_examples():
            button = QPushButton(one.claim.place)
            button.setProperty("flag", "true")
            button.setToolTip(f"《{one.work}》")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, claim=one.claim: self.show_claim(claim))
            self._examples.addWidget(button)
            self.examples.append(button)
        self._try.setVisible(bool(self.examples))

    def show_claim(self, claim: PressClaim) -> None:
        """Fill in ``claim`` and check it."""
        self.form.show_claim(claim)
        self.check()

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.setWindowTitle(self.tr("核对一条报道"))
        self._intro.setText(
            self.tr("报道说某地因为一部剧多了多少游客？跟同期的大盘和平常的上下比一比。")
        )
        self.form.retranslate()
        self._try.setText(self.tr("试一条真报道："))
        self.check_button.setText(self.tr("核对"))
        self.close_button.setText(self.tr("关上"))
        self.empty.tell(
            self.tr("填上报道里的数，按“核对”"),
            self.tr(
                "大盘本来就在涨，同一个县今年明年也会上下差一两成。不比，就不知道是不是剧带来的。"
            ),
        )


def open_press_check(session: Session, parent: QWidget | None = None) -> PressDialog:
    """Open the check of a press claim."""
    return bring_up(PressDialog, session, parent)

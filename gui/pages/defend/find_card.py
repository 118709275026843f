"""One thing worth finding out: what to ask, whom, what could come of it, and by how much."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from geo.model import FindOut
from geo.phrases import pct
from gui import theme
from gui.pages.defend.gain_bar import GainBar
from gui.pages.defend.words import told
from gui.session import State
from gui.texts import aloud
from gui.widgets import icons
from gui.widgets.pane import Pane, label

_ICONS = {"call": "phone-call", "visit": "map-pin", "write": "file-text"}


class FindCard(Pane):
    """``answer_asked``: the reader has the answer."""

    answer_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.fact: FindOut | None = None
        self._shown: tuple[FindOut, int, str] | None = None
        self.number = label(role="second")
        self.about = label(role="strong", wrap=True)
        self.bar = GainBar()
        self.gain = label(role="caption", wrap=True)
        self.lifts = label(role="second", wrap=True)
        self._way = QLabel()
        self.whom = label(role="caption", wrap=True)
        self.button = QPushButton()
        self.button.setProperty("small", "true")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.answer_asked)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.about, 1)
        head.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._way)
        foot.addWidget(self.whom, 1)
        foot.addWidget(self.button)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self.gain)
        words.addWidget(self.lifts)
        words.addLayout(foot)
        self.number.setMinimumWidth(16)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 9)
        row.setSpacing(6)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_fact(self, fact: FindOut, number: int, state: State) -> None:
        """Tell ``fact``, the ``number``-th in worth."""
        shown = (fact, number, state.language)
        if shown == self._shown:
            return
        self._shown = shown
        self.fact = fact
        self.number.setText(str(number))
        about = told(state, fact.about)
        self.about.setText(about)
        share = pct(fact.gain)
        gain = self.tr("问到可能换前三 {share}").format(share=share)
        if fact.first > 0:
            first = self.tr("换第一 {share}").format(share=pct(fact.first))
            gain = aloud((gain, first), state.language)
        self.gain.setText(gain)
        self.bar.show_share(fact.gain, gain)
        lifts = told(state, fact.lifts)
        self.lifts.setText(lifts)
        self.lifts.setVisible(bool(lifts))
        self.whom.setText(told(state, fact.whom))
        self.setAccessibleName(aloud((str(number), about), state.language))
        said = self.tr("填入答复：{what}").format(what=about)
        self.button.setAccessibleName(said)
        self.restyle()

    def restyle(self) -> None:
        """Fetch the icon again."""
        name = _ICONS.get(self.fact.way if self.fact is not None else "", "phone-call")
        self._way.setPixmap(icons.pixmap(name, 14, theme.current().ink3))
        ways = {
            "visit": self.tr("去看"),
            "write": self.tr("写信"),
            "call": self.tr("打电话"),
        }
        self._way.setToolTip(ways.get(self.fact.way if self.fact is not None else "", ""))

    def retranslate(self) -> None:
        """Set the texts that are ours; what is told is told again by whoever tells it."""
        self.button.setText(self.tr("填入答复"))

"""侧重什么: the board of weights over the session, and the ways to weigh one thing more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model import Criterion, OwnCriterion
from gui.pages.page import Page
from gui.pages.wishes.add_menu import AddMenu
from gui.pages.wishes.criterion_dialog import CriterionDialog
from gui.pages.wishes.home_city import HOME, ask_home_city
from gui.pages.wishes.modal import ask
from gui.pages.wishes.musts_bar import MustsBar
from gui.session import OFFERS, Changes, Session
from gui.texts import criterion_names
from gui.widgets.weight_board import WeightBoard


class WeighingPane(Page):
    """The board, and under it the must-haves where there are any."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.board = WeightBoard()
        self.board.weightsChanged.connect(session.set_weights)
        self.board.way_asked.connect(self._fill_in)
        self.musts = MustsBar(session, always=False)
        self.musts.setContentsMargins(14, 0, 14, 8)
        self.menu = AddMenu(session, self.musts, self)
        self.board.set_menu(self.menu)
        self._low = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.board)
        whole.addWidget(self.musts)

    def set_low(self, low: bool) -> None:
        """Leave out presets and stacked bar where room is short."""
        self._low = low
        self._dress()

    def _dress(self) -> None:
        self.board.set_presets({} if self._low else self.state.presets)
        self.board.set_compact(self._low)

    def show_state(self, changes: Changes) -> None:
        """Draw criteria, weights, and which of them can move nothing."""
        state = self.state
        if changes.touch("presets", "language"):
            self._dress()
        if changes.touch("wishes", "language"):
            self.board.set_criteria(criterion_names(state.wishes))
        if changes.touch("weights", "wishes", OFFERS) and state.weights:
            self.board.set_weights(state.weights)
        if changes.touch(OFFERS, "wishes", "facts", "language"):
            self._tell_idle()

    def _tell_idle(self) -> None:
        """What can move nothing: as the ranking found, or because nobody has filled it in."""
        state = self.state
        same = self._same()
        ranking = state.ranking
        # where no place is left, that all are alike is true and no help
        idle = ranking.idle if ranking is not None and len(ranking.site_order.first(1)) else ()
        captions = {str(one): same[one] for one in idle if one in same}
        own = {one.code: one for one in state.wishes.own}
        captions |= {code: self._same_own(own[code]) for code in idle if code in own}
        ways: dict[str, str] = {}
        if state.facts.get(HOME) is None:
            captions[Criterion.TRAVEL.value] = self.tr("还没填驻地，算不出远近")
            ways[Criterion.TRAVEL.value] = self.tr("填驻地")
        for code, one in own.items():
            if not one.values:
                captions[code] = self.tr("“{name}”还没给哪处打分").format(name=one.name)
                ways[code] = self.tr("打分")
        self.board.set_idle(captions, ways)

    def _same(self) -> dict[str, str]:
        return {
            Criterion.FIT: self.tr("各处匹配一样，拖它不改先后"),
            Criterion.COST: self.tr("各处费用一样，拖它不改先后"),
            Criterion.SUBSIDY: self.tr("拿得准的补贴各处一样，拖它不改先后"),
            Criterion.UPLIFT: self.tr("各处拉动一样，拖它不改先后"),
            Criterion.TRAVEL: self.tr("各处一样远，拖它不改先后"),
            Criterion.RISK: self.tr("各处手续一样，拖它不改先后"),
        }

    def _same_own(self, one: OwnCriterion) -> str:
        return self.tr("各处“{name}”一样，拖它不改先后").format(name=one.name)

    def _fill_in(self, code: str) -> None:
        if code == Criterion.TRAVEL:
            ask_home_city(self.session, self)
        else:
            ask(CriterionDialog(self.session, code, self))
        # the way that was asked for has gone: the keys go on with what it was about
        if code in self.board.weights:
            self.board.slider(code).setFocus(Qt.FocusReason.OtherFocusReason)

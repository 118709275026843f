"""The left of 排期: what the plan is, the strip board, what is left out, what was just done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from geo.model import ShootPlan
from gui.pages.page import Page
from gui.pages.plan.board_hands import BoardHands
from gui.pages.plan.board_words import make_board
from gui.pages.plan.empty import EmptyView, emptiness
from gui.pages.plan.plan_head import PlanHead
from gui.pages.plan.tray import Tray
from gui.session import Changes, Session
from gui.widgets.elided import ElidedLabel
from gui.widgets.message_strip import MessageStrip
from gui.widgets.pane import Pane
from gui.widgets.strip_board import StripBoard

DRAWN = ("plan", "plan_progress", "planned", "sites", "language", "phrases", "busy", "script")
AGAIN = "again"


class BoardPane(Page):
    """``day_selected``: a day of the board; ``asked``: what a button of an empty board wants."""

    day_selected = Signal(int)
    asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.head = PlanHead()
        self.stale = MessageStrip()
        self.board = StripBoard()
        self.hands = BoardHands(session, self.board)
        self.tray = Tray(session)
        self.empty = EmptyView()
        self.hint = ElidedLabel(role="caption", tail=True)
        self._views = QStackedWidget()
        self._views.addWidget(self.board)
        self._views.addWidget(self.empty)
        foot = self._foot = Pane()
        foot.setProperty("hair", "top")
        line = QVBoxLayout(foot)
        line.setContentsMargins(14, 3, 12, 3)
        line.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.stale):
            column.addWidget(part)
        column.addWidget(self._views, 1)
        column.addWidget(self.tray)
        column.addWidget(foot)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.board.day_selected.connect(self.day_selected)
        self.hands.told.connect(self.hint.setText)
        self.stale.chosen.connect(lambda _key: self.session.make_plan())
        self.empty.chosen.connect(self.asked)
        self.tray.chosen.connect(lambda one: self.session.select(script_set=one))
        self.tray.lay_asked.connect(self.hands.lay)
        self.tray.carried.connect(self.board.take_in)
        self.tray.carried_on.connect(self.board.carry_to)
        self.tray.let_go.connect(self.board.put_down)
        self.tray.given_up.connect(self.board.give_back)

    def first(self) -> QWidget:
        """Where the keys go: the board, or what leads to one."""
        if self._views.currentIndex() == 0:
            return self.board
        return self.empty.keys()

    def shown(self) -> ShootPlan | None:
        """The plan on the board: the best so far while one is sought, else the one there is.

        What was just dropped is shown as it was tried until the session has laid it.
        """
        state = self.state
        if state.is_busy("plan") and state.plan_progress is not None:
            return state.plan_progress.plan or state.plan
        held = self.hands.held
        if held is not None and state.is_busy("plan_lay"):
            return held
        return state.plan

    def show_state(self, changes: Changes) -> None:
        """Draw what changed."""
        state = self.state
        if changes.touch("plan"):
            self.hands.held = None
        if changes.touch(*DRAWN, "ranking", "ready", "facts"):
            self._draw()
        if changes.touch("selection", "plan"):
            self.board.choose_set(state.selection.script_set)
            self.tray.choose(state.selection.script_set)
        if changes.touch("plan_stale", "plan", "busy", "language"):
            self._tell_stale()
        self.hands.show_state(changes)

    def _draw(self) -> None:
        state, plan = self.state, self.shown()
        searching = state.is_busy("plan")
        nothing = emptiness(state)
        focus = QApplication.focusWidget()
        here = focus is not None and self._views.isAncestorOf(focus)
        before = self._views.currentIndex()
        self._views.setCurrentIndex(0 if nothing is None else 1)
        if nothing is not None:
            self.empty.tell(nothing)
        if here and self._views.currentIndex() != before:
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.movable = nothing is None and not searching
        self.board.show_board(make_board(plan, state, movable=self.board.movable))
        self.head.show_plan(plan, state)
        self.tray.show_plan(plan, state, movable=self.board.movable)
        self.tray.choose(state.selection.script_set)
        self._foot.setVisible(nothing is None)

    def _tell_stale(self) -> None:
        state = self.state
        laid = state.plan is not None and bool(state.plan.days)
        if not state.plan_stale or not laid or state.is_busy("plan"):
            focus = QApplication.focusWidget()
            held = focus is not None and self.stale.isAncestorOf(focus)
            self.stale.hide()
            if held:
                self.first().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        what = self.tr("剧本、价钱或者要求改过了，这张排期还是照以前的。")
        self.stale.tell("warn", what, actions=[(AGAIN, self.tr("重排"))])

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.hint.setText(
            self.tr(
                "拖动色块换天换先后，拖到地名上换地方，马上看到多花多少；"
                "方向键选，Alt 加方向键挪。锁住的重排时不动。"
            )
        )

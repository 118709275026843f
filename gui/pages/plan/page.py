"""排期: the strip board at the left, what it costs, how sure that is and why at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.pages.page import Page
from gui.pages.plan import empty
from gui.pages.plan.aside import Aside
from gui.pages.plan.board_pane import BoardPane
from gui.pages.plan.empty import EmptyView, emptiness
from gui.pages.plan.openers import open_booking, open_site_words, open_wishes
from gui.session import Changes, Session

BOARD, RIGHT = 1040, 400
HEARD = ("script", "ranking", "plan", "planned", "plan_progress", "busy", "ready", "facts")


class PlanPage(Page):
    """``page_asked``: another page is wanted; ``export_asked``: a file with this ending."""

    page_asked = Signal(str)
    export_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.left = BoardPane(session)
        self.aside = Aside(session)
        self.empty = EmptyView()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.left.setProperty("pane", "true")
        self.left.setMinimumWidth(420)
        for part in (self.left, self.aside):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([BOARD, RIGHT])
        self._views = QStackedWidget()
        self._views.addWidget(self.splitter)
        self._views.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)
        self.left.day_selected.connect(self.aside.show_day)
        self.left.asked.connect(self.follow)
        self.empty.chosen.connect(self.follow)
        self.left.tray.loosen_asked.connect(self.open_wishes)
        hands = self.left.hands
        hands.why_asked.connect(self.aside.show_why)
        hands.booking_asked.connect(self.open_booking)
        hands.words_asked.connect(self.open_words)
        self.aside.export_asked.connect(self.export_asked)
        self.aside.day_asked.connect(self.left.board.show_day)

    def follow(self, way: str) -> None:
        """Do what a button of an empty board offers."""
        ways = {
            empty.PLAN: self.session.make_plan,
            empty.WISHES: self.open_wishes,
            empty.STOP: self.session.cancel_plan,
            empty.UNDO: self.session.undo,
        }
        if way in ways:
            ways[way]()
        else:
            self.page_asked.emit(way)

    def open_wishes(self) -> None:
        """Ask what the plan is to keep to."""
        open_wishes(self.session, self)

    def open_booking(self, set_id: str, site_id: str) -> None:
        """How far a site is agreed for a set."""
        open_booking(self.session, self, set_id, site_id)

    def open_words(self) -> None:
        """Whom to ring at each site, and the nearest hospital."""
        open_site_words(self.session, self)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        if self._views.currentIndex():
            return (self.empty.keys(),)
        return (self.left.first(), *self.aside.panes())

    def fold_left(self) -> None:
        """Give the board the room of the right column, or take it back."""
        self.aside.setVisible(not self.aside.isVisible())

    def show_state(self, changes: Changes) -> None:
        """Show board and column, or why there is nothing to show."""
        if not changes.touch(*HEARD, "language", "phrases"):
            return
        nothing = emptiness(self.state)
        searched = self.state.is_busy("plan") or self.state.plan is not None
        alone = nothing is not None and not searched
        if nothing is not None and alone:
            self.empty.tell(nothing)
        self._show_view(1 if alone else 0)

    def _show_view(self, view: int) -> None:
        """The keys go along where they would be left on what is gone."""
        if view == self._views.currentIndex():
            return
        focus = QApplication.focusWidget()
        inside = focus is None or self.isAncestorOf(focus)
        self._views.setCurrentIndex(view)
        if inside and self.isVisible():
            self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

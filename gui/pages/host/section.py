"""What every part of the bureau's desk is: a question, how far its answer is, and the answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.pages.host.words import place_name
from gui.pages.page import Page
from gui.pages.plan.empty import Emptiness, EmptyView
from gui.session import Changes, Session
from gui.widgets.column_area import ColumnArea
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label
from gui.widgets.progress_strip import ProgressStrip

WIDE = 1120
HEARD = ("language", "phrases", "busy", "ready")


class Section(Page):
    """A head with its question, then either the answer or why there is none yet.

    ``jobs`` are the kinds of request it waits for. ``heard`` the parts of the state it draws.
    """

    jobs: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("ground", "win")
        self.title = label(role="empty", wrap=True)
        self.told = label(role="second", wrap=True)
        self.tools = FlowLayout(gap=6)
        self.progress = ProgressStrip()
        self.progress.stop_asked.connect(self._stop)
        self._running = ""
        self.body = QWidget()
        self.body.setProperty("ground", "none")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(24, 4, 24, 24)
        self.column.setSpacing(14)
        self.area = ColumnArea(self.body, most=WIDE + 48)
        self.area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.empty = EmptyView()
        self.empty.chosen.connect(self.follow)
        self._views = QStackedWidget()
        self._views.addWidget(self.area)
        self._views.addWidget(self.empty)
        self._frame()

    def _frame(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.told)
        words.addSpacing(4)
        words.addLayout(self.tools)
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 10)
        head.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        strip = QHBoxLayout()
        strip.setContentsMargins(24, 0, 24, 0)
        strip.addWidget(self.progress)
        whole.addLayout(strip)
        whole.addWidget(self._views, 1)

    # ---- what each section says

    def nothing(self) -> Emptiness | None:
        """Why there is no answer; None where there is one."""
        raise NotImplementedError

    def draw(self, changes: Changes) -> None:
        """Draw the answer; only called where there is one."""
        raise NotImplementedError

    def say_head(self) -> None:
        """Write the question and what it goes by."""
        raise NotImplementedError

    def follow(self, way: str) -> None:
        """Do what a button of the empty view offers."""

    def job_title(self, kind: str) -> str:
        """What is said of slow work while it lasts."""
        raise NotImplementedError

    # ---- drawing

    @property
    def place(self) -> str:
        """The area the bureau answers for, in words."""
        return place_name(self.state, self.session.ours)

    def show_state(self, changes: Changes) -> None:
        """Show the answer, or why there is none."""
        if not changes.touch(*HEARD, *self.heard):
            return
        if changes.touch("busy", "language", "phrases"):
            self._show_busy()
        if not changes.touch("language", "phrases", "ready", *self.heard) and self._settled():
            return
        self.say_head()
        nothing = self.nothing()
        if nothing is None:
            self.draw(changes)
        else:
            self.empty.tell(nothing)
        self._views.setCurrentIndex(0 if nothing is None else 1)

    def _settled(self) -> bool:
        """Whether the answer stands, so that progress alone changes nothing below the bar."""
        return self._views.currentIndex() == 0

    def waiting(self) -> bool:
        """Whether one of the requests is under way."""
        return any(self.state.is_busy(kind) for kind in self.jobs)

    def _show_busy(self) -> None:
        now = next((one for one in self.state.busy if one.kind in self.jobs), None)
        if now is None:
            if self._running:
                self._running = ""
                self.progress.finish()
            return
        if now.kind != self._running:
            self._running = now.kind
            self.progress.start(self.job_title(now.kind), self.tr("停下也留着已经算出来的。"))
        phrases = self.state.phrases
        far = {"done": now.step.done, "total": now.step.total}
        text = phrases.say(now.step.code, self.state.language, far) if phrases is not None else ""
        known = "" if text == now.step.code else text
        self.progress.step(known, now.step.done, now.step.total)

    def _stop(self) -> None:
        for kind in self.jobs:
            self.session.stop(kind)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        return (self.empty.keys(),) if self._views.currentIndex() else (self.area,)

"""Is it still first under other weights: the figure, the list, what it can bear, what is left out.

It keeps what it shows while a new answer is on its way, so that nothing flickers.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.pages.defend.excluded_box import ExcludedBox
from gui.pages.defend.holds import HoldsBox, hold_row
from gui.pages.defend.lead_head import LeadHead
from gui.pages.defend.standing import FEW, MOST, shares_shown, standings
from gui.pages.defend.standing_list import StandingList
from gui.pages.wishes.musts_bar import MustsBar
from gui.session import Changes, Session, State
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import Pane, label

PATIENCE_MS = 300
DEFEND = "defend"
THIN = 3
LEAST_TOLD = 0.05
"""By so much of all weightings another place must come first more often to be told."""


class LeadPane(Pane):
    """The left pane of the page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._title = label(role="heading")
        self._count = label(role="caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(THIN)
        self.bar.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self.head = LeadHead()
        self.list = StandingList()
        self.more = QPushButton()
        self.more.setProperty("quiet", "true")
        self.more.setProperty("caption", "true")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self._draw(session.state))
        self.holds = HoldsBox()
        self.musts = MustsBar(session)
        self.out = ExcludedBox()
        self.head.near_chosen.connect(lambda near: session.set_near(near=near))
        self.head.open_chosen.connect(lambda _on: self._draw(session.state))
        self.list.chosen.connect(lambda site: session.select(site=site))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        title = Pane()
        title.setMinimumHeight(38)
        row = QHBoxLayout(title)
        row.setContentsMargins(14, 0, 12, 0)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._count)
        inner = self._ground = QWidget()
        inner.setProperty("ground", "panel")
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._inner.addWidget(self.list)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self._inner.addLayout(foot)
        self._inner.addWidget(self.holds)
        self._inner.addStretch(1)
        self.area = ColumnArea(inner)
        rule = Pane()
        rule.setProperty("rule", "h")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (title, rule, self.bar, self.head):
            column.addWidget(part)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot())
        self.list.view.selectionModel().currentChanged.connect(lambda *_: self._follow())

    def _foot(self) -> QWidget:
        """What one insists on, over what that and the rules leave out."""
        foot = Pane()
        foot.setProperty("hair", "top")
        column = QVBoxLayout(foot)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.musts)
        column.addWidget(self.out)
        return foot

    def _follow(self) -> None:
        """Bring the row that the keyboard is on into sight."""
        view = self.list.view
        row = view.visualRect(view.currentIndex())
        if row.isValid() and view.hasFocus():
            at = view.viewport().mapTo(self._ground, row.center())
            self.area.ensureVisible(at.x(), at.y(), 0, row.height())

    def show_state(self, state: State, changes: Changes) -> None:
        """Draw what changed; while a defence is on its way the last one stays."""
        ranking = state.ranking
        if ranking is None:
            return
        if changes.touch("ranking", "wishes", "language", "phrases", "sites"):
            self.out.show_state(state)
        drawn = bool(self.list.model.rows)
        pending = state.defence is None and drawn and changes.parts.isdisjoint({"language"})
        if changes.touch("ranking", "defence", "language", "phrases", "near") and not pending:
            self._draw(state)
        elif changes.touch("selection"):
            self.list.point_at(state.selection.site)
        if changes.touch("defence", "ranking", "language"):
            self._show_progress(state)

    def _draw(self, state: State) -> None:
        every = standings(state, opened=self.head.opened, most=MOST)
        rows = every if self.more.isChecked() else every[:FEW]
        self.list.show_rows(rows, state.selection.site)
        self._name_more(len(every))
        ranking = state.ranking
        if rows and ranking is not None:
            rivals = len(ranking.site_order.first(2)) > 1
            often = max(every, key=lambda one: one.first or 0.0)
            beaten = (often.first or 0.0) - (rows[0].first or 0.0) >= LEAST_TOLD
            self.head.show_lead(rows[0], state, rivals=rivals, oftener=often if beaten else None)
        holds = state.defence.holds if state.defence is not None else ()
        self.holds.show_holds([hold_row(state, one) for one in holds])

    def _name_more(self, count: int) -> None:
        """Offer the places behind the first few."""
        self.more.setVisible(count > FEW)
        fewer, more = self.tr("收起"), self.tr("再看 {n} 处").format(n=count - FEW)
        self.more.setText(fewer if self.more.isChecked() else more)

    def _show_progress(self, state: State) -> None:
        """A thin line while weightings are still being drawn, when it takes its time."""
        defence = state.defence
        firm = shares_shown(defence, opened=self.head.opened)
        if defence is not None and defence.done:
            self._patience.stop()
            self.bar.hide()
            samples = 0 if firm is None else firm.samples
            self._count.setText(self.tr("{n} 种侧重").format(n=f"{samples:,}"))
            return
        if not self.bar.isVisible() and not self._patience.isActive():
            self._patience.start()
        step = next((one.step for one in state.busy if one.kind == DEFEND), None)
        self.bar.setRange(0, max(1, step.total if step is not None else 1))
        self.bar.setValue(step.done if step is not None else 0)

    def _appear(self) -> None:
        self.bar.show()
        self._count.setText(self.tr("还在试别的侧重，数字会动"))

    def restyle(self) -> None:
        """Rows are as high as their text asks for."""
        self.list.refit()

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("换一种侧重，还是第一吗"))
        self.bar.setAccessibleName(self.tr("还在试别的侧重"))
        self.list.view.setAccessibleName(self.tr("排在前面的地点"))

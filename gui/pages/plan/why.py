"""为什么在这: why the selected set is shot where it is, what other places would add, how agreed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Booking, Candidate, SetChoice, Uncovered
from geo.phrases import pct
from gui.pages.page import Page
from gui.pages.plan.aside_words import (
    date_word,
    reckoned,
    sentences,
    set_name,
    site_name,
    status_word,
)
from gui.pages.plan.openers import open_booking
from gui.pages.plan.plan_answers import PlanAnswers
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.pane import label
from gui.widgets.pick_row import PickRow

WHY = "plan_why"


class WhyPanel(Page):
    """Asks only while somebody looks: the answer takes solving."""

    def __init__(
        self, session: Session, answers: PlanAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._answers = answers
        self.rows: list[PickRow] = []
        self._shown: tuple[Candidate, ...] = ()
        self._asked: tuple[object, object] | None = None
        self.title = label(role="heading", wrap=True)
        self.because = label(role="second", wrap=True)
        self.agreed = label(role="caption", wrap=True)
        self.book, self.lock = QPushButton(), QPushButton()
        for button in (self.book, self.lock):
            button.setProperty("small", "true")
        self.book.clicked.connect(self._book)
        self.lock.clicked.connect(self._turn_lock)
        self.others = label(role="caption", wrap=True)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 4, 0, 4)
        acts.setSpacing(8)
        acts.addWidget(self.lock)
        acts.addWidget(self.book)
        acts.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(14, 8, 14, 4)
        head.setSpacing(3)
        for part in (self.title, self.because, self.agreed, self._acts, self.others):
            head.addWidget(part)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._list)
        column.addStretch(1)

    @property
    def _set(self) -> str | None:
        return self.state.selection.script_set

    @property
    def _site(self) -> str | None:
        """Where the selected set is shot."""
        sites = self.state.plan.arrangement.sites if self.state.plan is not None else {}
        strips = (one for one in sites if one.rpartition(".")[0] == self._set)
        return next((sites[one] for one in strips), None)

    def show_state(self, changes: Changes) -> None:
        """Ask when another set is selected or the plan is another; tell the answer."""
        if changes.touch("selection", "plan"):
            self._ask_why()
        if changes.touch(
            "choice", "selection", "plan", "planned", "busy", "language", "phrases", "sites"
        ):
            self._show()

    def _ask_why(self) -> None:
        plan, wanted = self.state.plan, self._set
        if plan is None or not plan.days or wanted is None:
            return
        if self._asked != (wanted, plan.arrangement):
            self._asked = (wanted, plan.arrangement)
            self.session.explain_set(wanted)

    def _show(self) -> None:
        state, wanted = self.state, self._set
        plan, site = state.plan, self._site
        known = wanted is not None and plan is not None and bool(plan.days)
        for part in (self.because, self.others):
            part.setVisible(known)
        self._acts.setVisible(known and site is not None)
        self.agreed.setVisible(False)
        if wanted is None or plan is None or not plan.days:
            self.title.setText(self.tr("在左边点一个景，看它为什么排在那里。"))
            self._list_candidates(())
            return
        name = set_name(state, wanted)
        left = next((one for one in plan.uncovered if one.set_id == wanted), None)
        if site is None:
            self.title.setText(self.tr("{what}没排进来").format(what=name))
        else:
            text = self.tr("{what}，为什么在{where}")
            self.title.setText(text.format(what=name, where=site_name(state, site)))
            self._tell_agreed(wanted, site)
        choice = state.choice if state.choice and state.choice.set_id == wanted else None
        self._tell_because(choice, left)
        found = choice.candidates if choice is not None else ()
        # what was asked of the plan before a drag may name the place where the set is now
        self._list_candidates(tuple(one for one in found if one.site_id != site))

    def _tell_because(self, choice: SetChoice | None, left: Uncovered | None) -> None:
        state = self.state
        reasons = list(choice.because) if choice is not None else []
        if left is not None:
            reasons = [left.because, *reasons, *left.remedies]
        busy = state.is_busy(WHY)
        told = sentences(state, reasons)
        self.because.setText(told or (self.tr("在看…") if busy else ""))
        some = choice is not None and bool(choice.candidates)
        if busy:
            self.others.setText(self.tr("别处还在一处一处试…"))
        elif some:
            self.others.setText(self.tr("换到别处，整套要多花（点一下就锁在那里，重排）"))
        else:
            self.others.setText(self.tr("没有别处能拍它。") if choice is not None else "")

    def _tell_agreed(self, set_id: str, site_id: str) -> None:
        state = self.state
        locked = state.planned.wishes.locks.get(set_id) == site_id
        self.lock.setText(self.tr("松开") if locked else self.tr("锁在这里"))
        self.lock.setToolTip(
            self.tr("以后重排可以换地方") if locked else self.tr("以后怎么重排都在这里")
        )
        kept = self._booking(set_id, site_id)
        self.agreed.setVisible(kept is not None)
        if kept is not None:
            parts = [status_word(kept.status), kept.reason, kept.who]
            if kept.expires is not None:
                day = date_word(kept.expires, state.language)
                parts.append(self.tr("留到 {day}").format(day=day))
            told = " · ".join(part for part in parts if part)
            self.agreed.setText(self.tr("谈到：{what}").format(what=told))

    def _booking(self, set_id: str, site_id: str) -> Booking | None:
        bookings = self.state.planned.bookings
        same = (set_id, site_id)
        return next((one for one in bookings if (one.set_id, one.site_id) == same), None)

    def _list_candidates(self, shown: tuple[Candidate, ...]) -> None:
        self._shown = shown
        while len(self.rows) < len(shown):
            row, at = PickRow(), len(self.rows)
            row.picked.connect(lambda at=at: self._use(at))
            row.asked.connect(lambda _which, at=at: self._explain(at))
            self._list.addWidget(row)
            self.rows.append(row)
            row.show()
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(shown))
            if at < len(shown):
                self._fill(row, shown[at])

    def _fill(self, row: PickRow, one: Candidate) -> None:
        state = self.state
        site = state.site(one.site_id)
        city = "" if site is None else (site.city_en if state.language == "en" else site.city_zh)
        fit = self.tr("合适 {share}").format(share=pct(one.fit))
        why = sentences(state, one.because).replace("\n", " ")
        under = " · ".join(part for part in (city, fit, why) if part)
        able = one.adds is not None
        tip = self.tr("锁在这里，重排一次") if able else self.tr("这里放不进来")
        row.tell(site_name(state, one.site_id), under, tip)
        row.name.setEnabled(able)
        same = one.adds is not None and abs(one.adds) < 1
        adds = None if same or not able else reckoned(one.adds)
        row.show_figures(adds, self.tr("整套多花"), None, "")
        words = self.tr("不多花") if same else "" if able else self.tr("排不出来")
        row.before.setText(words)

    def _use(self, at: int) -> None:
        wanted, one = self._set, self._shown[at]
        if wanted is not None and one.adds is not None:
            self.session.lock_set(wanted, one.site_id)
            self.session.make_plan()

    def _explain(self, at: int) -> None:
        one, row = self._shown[at], self.rows[at]
        name = site_name(self.state, one.site_id)
        told = self.tr("把这个景锁在这里重算一整套，和现在这套比。")
        self._answers.answer(row.top, self.tr("换到{where}，整套多花").format(where=name), told)

    def _book(self) -> None:
        wanted, site = self._set, self._site
        if wanted is not None and site is not None:
            open_booking(self.session, self.window(), wanted, site)

    def _turn_lock(self) -> None:
        wanted, site = self._set, self._site
        if wanted is None or site is None:
            return
        locked = self.state.planned.wishes.locks.get(wanted) == site
        self.session.lock_set(wanted, None if locked else site)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.lock.setIcon(icons.icon("lock", 14))
        self.book.setIcon(icons.icon("phone-call", 14))

    def retranslate(self) -> None:
        """Set the texts that are ours; the rest is told again by the state."""
        self.book.setText(self.tr("谈到哪一步…"))

"""How far the plan is from the cheapest there can be: in words, as two lines, and how to stop."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Beat, PlanProgress, PlanStatus, ShootPlan
from gui.pages.page import Page
from gui.pages.plan.aside_words import reckoned, sentences
from gui.pages.plan.plan_answers import PlanAnswers, screen_rect
from gui.session import Changes, Session
from gui.texts import present_number
from gui.widgets import icons
from gui.widgets.gap_chart import GapChart
from gui.widgets.pane import Pane, label, mark

PLAN = "plan"
TICK_MS = 100
# closer than that is the same
NOTHING = 0.0005


class ProofCard(Page):
    """While the search goes on it says how far it is; afterwards what was proven."""

    def __init__(
        self, session: Session, answers: PlanAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._answers = answers
        self._since: float | None = None
        self.gap = QPushButton()
        self.gap.setProperty("row", "true")
        self.gap.setProperty("strong", "true")
        self.gap.clicked.connect(self._explain)
        self.seconds = label(role="caption")
        self.chart = GapChart()
        self.about = label(role="caption", wrap=True)
        self.take = QPushButton()
        self.take.clicked.connect(session.stop_here)
        self.leave = QPushButton()
        self.leave.clicked.connect(session.cancel_plan)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._tell_seconds)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        for button in (self.take, self.leave):
            button.setProperty("small", "true")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.gap, 1, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.seconds)
        self._buttons = QWidget()
        foot = QHBoxLayout(self._buttons)
        foot.setContentsMargins(0, 2, 0, 0)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        # the page itself stays: hidden it would hear of nothing any more
        self.card = QWidget()
        card = Pane()
        card.setProperty("card", "true")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(3)
        inner.addLayout(head)
        inner.addWidget(self.chart)
        inner.addWidget(self.about)
        inner.addWidget(self._buttons)
        outer = QVBoxLayout(self.card)
        outer.setContentsMargins(14, 0, 14, 8)
        outer.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def show_state(self, changes: Changes) -> None:
        """Follow the search, then the plan."""
        if changes.touch("plan", "plan_progress", "planned", "busy", "language", "phrases"):
            self._show()

    def _show(self) -> None:
        state = self.state
        busy = next((one for one in state.busy if one.kind == PLAN), None)
        self._since = busy.since if busy is not None else None
        if busy is None:
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()
        self._buttons.setVisible(busy is not None)
        self.chart.shrink(low=busy is None)
        progress = state.plan_progress
        if busy is not None:
            self.card.setVisible(True)
            self._tell_search(progress)
        else:
            self.card.setVisible(state.plan is not None)
            if state.plan is not None:
                self._tell_plan(state.plan, progress)
        self._tell_seconds()

    def _tell_search(self, progress: PlanProgress | None) -> None:
        beats = progress.beats if progress is not None else ()
        phase = progress.phase if progress is not None else "prepare"
        gap = open_gap(beats)
        self.gap.setEnabled(gap is not None)
        self.take.setEnabled(progress is not None and progress.plan is not None)
        words = {
            "prepare": self.tr("在备料：价钱、补贴、路程…"),
            "days": self.tr("在排每一天…"),
            "check": self.tr("在从头核对一遍…"),
        }
        if gap is not None and phase == "search":
            self.gap.setText(self._gap_words(gap))
        else:
            self.gap.setText(words.get(phase, self.tr("在找第一个排法…")))
        self.chart.show_beats(beats)
        self.chart.setVisible(bool(self.chart.lines()[0]) or bool(self.chart.lines()[1]))
        found = progress is not None and progress.plan is not None
        self.about.setText("" if found or gap is None else self.tr("有了第一个排法就能停"))
        self.about.setVisible(bool(self.about.text()))

    def _tell_plan(self, plan: ShootPlan, progress: PlanProgress | None) -> None:
        solved = plan.status in (PlanStatus.OPTIMAL, PlanStatus.FEASIBLE)
        beats = progress.beats if progress is not None and solved else ()
        self.chart.show_beats(beats)
        self.chart.setVisible(bool(beats))
        self.gap.setText(self._verdict(plan))
        self.gap.setEnabled(plan.gap is not None)
        about = self._rest_of(plan)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        mark(self.about, tone="warn" if plan.status is PlanStatus.INFEASIBLE else "")

    def _gap_words(self, gap: float) -> str:
        if gap < NOTHING:
            return self.tr("就是最省的")
        return self.tr("离最省还差不到 {share}").format(share=_share(gap))

    def _verdict(self, plan: ShootPlan) -> str:
        if plan.status is PlanStatus.INFEASIBLE:
            return self.tr("照这些要求排不出来")
        if plan.status is PlanStatus.UNKNOWN:
            return self.tr("还没找到排法")
        by_hand = self.state.planned.by_hand
        if plan.gap is None:
            left = self.tr("自己排的，还没和最省的比过")
            return left if by_hand else self.tr("排好的这套，还没和最省的比过")
        if by_hand and plan.gap >= NOTHING:
            return self.tr("自己排的，离最省不到 {share}").format(share=_share(plan.gap))
        return self._gap_words(plan.gap)

    def _rest_of(self, plan: ShootPlan) -> str:
        """Where the rest of the gap lies, or why there is no plan."""
        if plan.status is PlanStatus.INFEASIBLE:
            return sentences(self.state, plan.conflict)
        if plan.gap is None or plan.gap < NOTHING or plan.status is PlanStatus.BY_HAND:
            return ""
        if plan.open_search is not None and plan.open_search >= NOTHING:
            text = self.tr("停得早：其中 {share} 还没查完，别的差在整天和转场上。")
            return text.format(share=_share(plan.open_search))
        return self.tr("选哪几处已经查到底；差的这点，是整天、转场占的。")

    def _tell_seconds(self) -> None:
        plan = self.state.plan
        if self._since is not None:
            spent = time.monotonic() - self._since
            self.seconds.setText(self.tr("已算 {s} 秒").format(s=f"{spent:.1f}"))
        elif plan is not None and plan.seconds > 0:
            self.seconds.setText(self.tr("算了 {s} 秒").format(s=f"{plan.seconds:.1f}"))
        else:
            self.seconds.setText("")

    def _explain(self) -> None:
        """What the two lines stand at."""
        best, bound, missed = self._stand()
        lang = self.state.language
        lines = [
            self.tr("各项按中间价，没报价的场地照规矩先记一笔，共 {sum}。").format(
                sum=present_number(reckoned(best), lang).full
            ),
            self.tr("证明过：哪种排法都不可能低于 {sum}。").format(
                sum=present_number(reckoned(bound), lang).full
            ),
        ]
        if missed:
            text = self.tr("其中没排进来的场次按规矩记了 {sum}，不是真花的钱。")
            lines.append(text.format(sum=present_number(reckoned(missed), lang).full))
        self._answers.explain(
            reckoned(best), self.tr("比的是这个数"), "\n".join(lines), screen_rect(self.gap)
        )

    def _stand(self) -> tuple[float | None, float | None, float]:
        state = self.state
        progress, plan = state.plan_progress, state.plan
        if self._since is not None and progress is not None and progress.beats:
            last = progress.beats[-1]
            return last.best, last.bound, 0.0
        if plan is None or plan.money is None:
            return None, None, 0.0
        return plan.money.counted + plan.money.missed, plan.bound, plan.money.missed

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.take.setIcon(icons.icon("check", 14))
        self.leave.setIcon(icons.icon("x", 14))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.chart.set_names(self.tr("找到的最好排法"), self.tr("不可能再省的底线"))
        self.chart.setAccessibleName(self.tr("最好的排法和底线，随秒数靠拢"))
        self.gap.setToolTip(self.tr("点一下，看这个差是怎么比的"))
        self.take.setText(self.tr("停在这里"))
        self.take.setToolTip(self.tr("就用到目前最好的这个"))
        self.leave.setText(self.tr("不算了"))
        self.leave.setToolTip(self.tr("原来的排法不动"))


def open_gap(beats: tuple[Beat, ...]) -> float | None:
    """The share of the best plan's cost that is still open; None while either is not known."""
    if not beats or beats[-1].best is None or beats[-1].bound is None:
        return None
    best, bound = beats[-1].best, beats[-1].bound
    return max(0.0, (best - bound) / max(abs(best), 1.0))


def _share(share: float) -> str:
    """A share told as “less than”: rounded up, so that the sentence stays true."""
    if share >= 0.1:
        return f"{math.ceil(share * 100 - 1e-9)}%"
    return f"{math.ceil(share * 1000 - 1e-9) / 10:.1f}%"

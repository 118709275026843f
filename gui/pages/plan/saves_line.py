"""What the plan saves against the best place for each scene, and what a re-plan changed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import PlanChanges, Shifted
from geo.phrases import rmb
from gui.pages.page import Page
from gui.pages.plan.aside_words import day_word, join, say, set_name, site_name
from gui.pages.plan.plan_answers import PlanAnswers
from gui.session import Changes, Session
from gui.widgets.flow import FlowLayout
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import label


class SavesLine(Page):
    """Words round one figure; below, the changes since the last plan."""

    def __init__(
        self, session: Session, answers: PlanAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._answers = answers
        self._before, self._after = label(role="second"), label(role="second")
        self.saves = NumberLabel()
        self.saves.asked.connect(self._explain)
        self.changes = QPushButton()
        self.changes.setProperty("quiet", "true")
        self.changes.setProperty("caption", "true")
        self.changes.clicked.connect(self._show_changes)
        self._holder = QWidget()
        flow = FlowLayout(self._holder, gap=2)
        for part in (self._before, self.saves, self._after):
            flow.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.changes)
        row.addStretch(1)
        # the page itself stays: hidden it would hear of nothing any more
        self.inner = QWidget()
        inner = QVBoxLayout(self.inner)
        inner.setContentsMargins(14, 5, 14, 3)
        inner.setSpacing(2)
        inner.addWidget(self._holder)
        inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.inner)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Tell both."""
        if changes.touch("plan", "plan_changes", "language", "phrases"):
            self._show()

    def _show(self) -> None:
        plan, changes = self.state.plan, self.state.plan_changes
        known = plan is not None and plan.saves is not None
        self._holder.setVisible(known)
        if plan is not None and plan.saves is not None:
            self.saves.set_figure(plan.saves, name=self.tr("比每场各挑最好的省"), full=True)
            for part, high in ((self._before, 24), (self._after, 24)):
                part.setMinimumHeight(max(high, self.saves.sizeHint().height()))
            fewer = plan.saves_moves
            # it may come to stand in a line of its own
            moves = self.tr("少 {n} 次转场").format(n=fewer)
            self._after.setText(moves if fewer > 0 else "")
        moved = changes.moved if changes is not None else ()
        self.changes.setVisible(bool(moved))
        if changes is not None and moved:
            self.changes.setText(self._gist(changes))
        self.inner.setVisible(known or bool(moved))

    def _gist(self, changes: PlanChanges) -> str:
        sets = len({one.set_id for one in changes.moved})
        text = self.tr("和上次比：动了 {n} 个景").format(n=sets)
        agreed = len({one.set_id for one in changes.moved if one.agreed})
        if agreed:
            text += self.tr("，谈好的 {n} 个").format(n=agreed)
        return f"{text}　{self._adds(changes.adds)}".rstrip()

    def _adds(self, adds: float | None) -> str:
        lang = self.state.language
        if adds is None:
            return ""
        if abs(adds) < 1:
            return self.tr("钱不变")
        text = self.tr("多花 {sum}") if adds > 0 else self.tr("省 {sum}")
        return text.format(sum=rmb(abs(adds), lang))

    def _explain(self) -> None:
        plan = self.state.plan
        if plan is None:
            return
        told = [say(self.state, one) for one in plan.compared]
        if not told:
            told = [self.tr("另一种排法：每个景都用最合适的那处，再按同样的规矩排天数。")]
        self._answers.answer(self.saves, self.tr("比每场各挑最好的省"), "\n".join(told))

    def _show_changes(self) -> None:
        changes = self.state.plan_changes
        if changes is not None:
            told = "\n".join(dict.fromkeys(self._shift(one) for one in changes.moved))
            self._answers.tell(self._gist(changes), told, self.changes)

    def _shift(self, one: Shifted) -> str:
        """One set that moved, in words."""
        state = self.state
        name = set_name(state, one.set_id)
        if one.new_site is None:
            return self.tr("{what}：没排进来").format(what=name)
        if one.old_site is None:
            text = self.tr("{what}：这回排进来了，在{where}")
            return text.format(what=name, where=site_name(state, one.new_site))
        if one.old_site != one.new_site:
            text = self.tr("{what}：{old} → {new}")
            old, new = site_name(state, one.old_site), site_name(state, one.new_site)
            told = text.format(what=name, old=old, new=new)
        else:
            old = join(map(day_word, one.old_days), state.language)
            new = join(map(day_word, one.new_days), state.language)
            told = self.tr("{what}：{old} → {new}").format(what=name, old=old, new=new)
        return told + (self.tr("（谈好过）") if one.agreed else "")

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self._before.setText(self.tr("比“每场各挑最好的”省"))
        self.changes.setToolTip(self.tr("点一下，看动了哪些"))

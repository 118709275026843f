"""登记: which places are proposed, reviewed or published, and moving them on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from geo.model import Site
from geo.model.field import SITE, Approval, FieldKey, Stage
from gui.pages.page import Page
from gui.pages.pitch.words import place_name
from gui.pages.stage_words import registered, stage_told, stage_word
from gui.pages.told import DialogNews
from gui.pages.value_words import field_word
from gui.session import Changes, Session
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.pane import label
from gui.widgets.segments import Segments
from gui.widgets.tick_list import TickList, TickRow

SIZE = (680, 640)
KEY = "register"
MOST_SHOWN = 2000
ALL, OUTSIDE = "all", "outside"
"""Views beside the stages: every place, and those that nobody has put into the register."""


class RegisterList(Page):
    """The places with their stages; ``chosen`` are ticked."""

    def __init__(
        self, session: Session, chosen: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self.chosen = list(chosen)
        self._drawn: object = None
        self.edit = QLineEdit()
        self.edit.setClearButtonEnabled(True)
        self.edit.textChanged.connect(lambda _: self._fill())
        self.stages = Segments()
        self.stages.chosen.connect(lambda _: self._fill())
        self.list = TickList()
        self.list.turned.connect(self._turn)
        self.told = label(role="second", wrap=True)
        self.moves: dict[Stage, QPushButton] = {}
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        for stage in (Stage.PROPOSED, Stage.REVIEWED, Stage.PUBLISHED):
            button = self.moves[stage] = QPushButton()
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, stage=stage: self._move(stage))
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.edit)
        column.addWidget(self.stages)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.retranslate()
        self.stages.choose(ALL)

    def show_state(self, changes: Changes) -> None:
        """Show where each place stands now."""
        # a position heard or an answer typed is no reason to list 100,000 places again
        stages = self.state.outdoors.approvals
        if stages is not self._drawn or changes.touch("sites", "language", "phrases"):
            self._drawn = stages
            self._fill()
        if changes.touch("busy"):
            self._enable()

    def _approval(self, site_id: str) -> Approval:
        return self.state.outdoors.approvals.get(site_id, Approval(SITE, site_id))

    def _fill(self) -> None:
        words, stage = self.edit.text().strip().lower().split(), self.stages.choice
        rows = []
        for site in self.state.sites:
            approval = self._approval(site.id)
            named = f"{site.name_zh} {site.name_en} {site.city_zh} {site.district_zh}".lower()
            there = approval.stage.value if registered(approval) else OUTSIDE
            if stage not in (ALL, there) or not all(one in named for one in words):
                continue
            rows.append((site, approval))
        first = set(self.chosen)
        rows.sort(key=lambda one: (one[0].id not in first, not one[1].who))
        self.list.tell([self._row(*one) for one in rows[:MOST_SHOWN]])
        self._tell()

    def _row(self, site: Site, approval: Approval) -> TickRow:
        name = place_name(self.state, site.id)
        note = stage_told(approval, self._changed(approval), self.state.language)
        return TickRow(site.id, name, note, site.kind, on=site.id in self.chosen)

    def _changed(self, approval: Approval) -> list[str]:
        keys = (FieldKey(approval.kind, approval.record, one) for one in approval.changed_since)
        return [field_word(self.state, one) for one in keys]

    def _turn(self, key: str, on: bool) -> None:
        self.chosen = [one for one in self.chosen if one != key] + ([key] if on else [])
        self._tell()

    def _tell(self) -> None:
        if self.chosen:
            text = self.tr("勾了 {n} 处").format(n=len(self.chosen))
        else:
            text = self.tr("勾上几处，再往前走一步。")
        self.told.setText(text)
        self._enable()

    def _enable(self) -> None:
        free = bool(self.chosen) and not self.state.is_busy("approve")
        approvals = [self._approval(one) for one in self.chosen]
        now = {one.stage for one in approvals}
        fresh = [one for one in approvals if not registered(one)]
        # one step at a time: what nobody has reviewed is not published
        allowed = {
            Stage.PROPOSED: bool(fresh) or now != {Stage.PROPOSED},
            Stage.REVIEWED: now != {Stage.REVIEWED},
            Stage.PUBLISHED: now <= {Stage.REVIEWED, Stage.PUBLISHED} and now != {Stage.PUBLISHED},
        }
        for stage, button in self.moves.items():
            button.setEnabled(free and allowed[stage])
        forward = now <= {Stage.PROPOSED}
        self.moves[Stage.PROPOSED].setText(self.tr("提上来") if forward else self.tr("退回去"))

    def _move(self, stage: Stage) -> None:
        self.session.approve(tuple(self.chosen), stage)

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.edit.setPlaceholderText(self.tr("打一部分名字、城市或者区县"))
        self.edit.setAccessibleName(self.tr("找地方"))
        self.list.setAccessibleName(self.tr("地方"))
        every = [(ALL, self.tr("全部"))]
        stages = [(one.value, stage_word(one)) for one in Stage]
        self.stages.set_options([*every, (OUTSIDE, self.tr("没登记")), *stages])
        self.stages.setAccessibleName(self.tr("审到哪一步"))
        self.moves[Stage.REVIEWED].setText(self.tr("审过了"))
        self.moves[Stage.PUBLISHED].setText(self.tr("公布"))
        self.moves[Stage.PUBLISHED].setToolTip(self.tr("审过的才能公布"))


class RegisterDialog(QDialog):
    """``sites`` are ticked to begin with."""

    def __init__(
        self, session: Session, sites: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._memory = DialogMemory.of(parent)
        self.resize(*SIZE)
        if self._memory is not None:
            self._memory.restore(self, KEY)
        self.setWindowTitle(self.tr("登记"))
        self.register = RegisterList(session, sites)
        self.news = DialogNews(session, ("approve", "approvals"))
        close = QPushButton(self.tr("关上"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        told = self.tr(
            "提上来、审过、公布，一步一步走。程序自带的地方还没登记，要管哪处就提上来。"
            "审过以后又改了的，自动退回“待审”，写明改了什么。"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(told, role="second", wrap=True))
        column.addWidget(self.news)
        column.addWidget(self.register, 1)
        column.addLayout(foot)
        session.load_approvals()

    def showEvent(self, event: QShowEvent) -> None:
        """Typing comes first."""
        super().showEvent(event)
        self.register.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, answer: int) -> None:
        """Remember the size."""
        if self._memory is not None:
            self._memory.keep(self, KEY)
        self.news.put_away()
        super().done(answer)

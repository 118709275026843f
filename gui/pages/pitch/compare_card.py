"""Candidates side by side, in short: how many scenes, what it costs in the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geo.model.pitch import MOST_COMPARED, Compared
from gui.pages.page import Page
from gui.pages.pitch.words import place_name, rivals_go_out
from gui.pages.plan.plan_answers import PlanAnswers
from gui.session import Changes, Session
from gui.texts import count
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import label


class CompareCard(Page):
    """``pick_asked``: others are to be compared; ``table_asked``: the whole table is wanted."""

    pick_asked = Signal()
    table_asked = Signal()

    def __init__(
        self, session: Session, answers: PlanAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._answers = answers
        self.title = label(role="strong")
        self.pick, self.table = QPushButton(), QPushButton()
        for button in (self.pick, self.table):
            button.setProperty("quiet", "true")
        self.pick.clicked.connect(self.pick_asked)
        self.table.clicked.connect(self.table_asked)
        self.told = label(role="caption", wrap=True)
        self._holder: QWidget | None = None
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.table)
        head.addWidget(self.pick)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._column.addWidget(self.told)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Write the rows again."""
        if not changes.touch("pitch_beside", "pitch_wishes", "language", "sites", "busy"):
            return
        state = self.state
        wished = state.pitch_wishes.compare
        shown = [one for one in state.pitch_beside if one.key in wished]
        self.table.setVisible(bool(shown))
        self._show_rows(shown)
        missing = [one for one in wished if one not in {row.key for row in shown}]
        self.told.setText(self._told(len(wished), missing))

    def _told(self, wished: int, missing: list[str]) -> str:
        if missing and any(self.state.is_busy(kind) for kind in ("pitch", "pitch_beside")):
            return self.tr("在算…")
        if wished and self.state.script is None and not self.state.pitch_wishes.needs:
            return self.tr("还没说拍什么，没得比。打开剧本，或者在左边“他们要拍什么”里挑几样。")
        if missing:
            comma = ", " if self.state.language == "en" else "、"
            names = comma.join(place_name(self.state, one) for one in missing)
            return self.tr("{names}比不了：那里没有能拍这些戏的地方。").format(names=names)
        if not wished:
            return self.tr("挑几处地方或几座城，和我们的并排看，最多 {n} 个。").format(
                n=MOST_COMPARED
            )
        if rivals_go_out(self.state):
            return self.tr("和外地的比较会写进文件。")
        return self.tr("外地的只在这里看，不进文件。")

    def _show_rows(self, rows: list[Compared]) -> None:
        if self._holder is not None:
            self._column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
            self._holder = None
        if not rows:
            return
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for at, text in enumerate((self.tr("可拍"), self.tr("净费用"))):
            grid.addWidget(label(text, role="caption"), 0, at + 1)
        for at, one in enumerate(rows, 1):
            self._add(grid, at, one)
        self._column.insertWidget(1, self._holder)

    def _add(self, grid: QGridLayout, at: int, one: Compared) -> None:
        name = ElidedLabel(place_name(self.state, one.key), role="strong" if one.ours else "")
        figure = NumberLabel(size=12, compact=True)
        figure.set_figure(one.net_certain, name=self.tr("净费用"))
        figure.asked.connect(lambda: self._answers.answer(figure, self._net(one)))
        drop = QToolButton()
        drop.setProperty("quiet", "true")
        drop.setProperty("cross", "true")
        drop.setIcon(icons.icon("x", 12))
        text = self.tr("不比{name}").format(name=place_name(self.state, one.key))
        drop.setToolTip(text)
        drop.setAccessibleName(text)
        drop.clicked.connect(lambda: self._drop(one.key))
        served = self.tr("{n} 场").format(n=count(one.served, self.state.language))
        for column, part in enumerate((name, label(served), figure, drop)):
            grid.addWidget(part, at, column)

    def _net(self, one: Compared) -> str:
        name = place_name(self.state, one.key)
        return self.tr("{name}，净费用，只算确定的补贴").format(name=name)

    def _drop(self, key: str) -> None:
        kept = tuple(one for one in self.state.pitch_wishes.compare if one != key)
        self.session.wish_pitch(compare=kept)

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.title.setText(self.tr("并排看"))
        self.pick.setText(self.tr("挑…"))
        self.table.setText(self.tr("大表…"))

"""The sets (场景) with where each stands, and how much of the script has a place."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QItemSelection
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from gui.models.coverage import scene_coverage
from gui.models.sets_model import SetsModel
from gui.pages.page import Page
from gui.session import OFFERS, Changes, Session
from gui.texts import Coverage, Role
from gui.widgets.pane import Pane, label
from gui.widgets.sets_delegate import SetsDelegate
from gui.widgets.share_bar import Share, ShareBar


class SetsPane(Page):
    """What we need. Choosing a set narrows the ranked list to places that serve it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = SetsModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(SetsDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        # the current row moves by itself when the list gets the focus, the selection does not
        self.view.selectionModel().selectionChanged.connect(self._moved)
        self.view.pressed.connect(self._pressed)
        self.view.clicked.connect(self._clicked)
        self._had = label()
        self._missing = label()
        self._missing.setProperty("tone", "warn")
        self._bar = ShareBar(thick=8)
        self._words = label(role="caption", wrap=True)
        self._by_this_press = False
        self._let_go = False
        self._summary = Pane()
        self._summary.setProperty("hair", "bottom")
        line = QHBoxLayout()
        line.addWidget(self._had)
        line.addStretch(1)
        line.addWidget(self._missing)
        box = QVBoxLayout(self._summary)
        box.setContentsMargins(16, 10, 16, 10)
        box.setSpacing(6)
        box.addLayout(line)
        box.addWidget(self._bar)
        box.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._summary)
        column.addWidget(self.view, 1)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Draw sets and coverage."""
        if changes.touch("script", OFFERS, "vocabulary", "language"):
            self._fill()
        if changes.touch("script", "selection"):
            index = self.model.index_of(self.state.selection.script_set)
            if index.isValid():
                self.view.setCurrentIndex(index)
            else:
                self.view.selectionModel().clear()

    def _fill(self) -> None:
        state = self.state
        script, ranking = state.script, state.ranking
        coverage = None
        if script is not None and ranking is not None:
            coverage = scene_coverage(script, ranking.columns)
        self.model.set_script(script, state.vocabulary, coverage)
        self._summary.setVisible(coverage is not None)
        if coverage is None:
            return
        counts = Counter(coverage.values())
        direct, stand_in = counts[Coverage.DIRECT], counts[Coverage.STAND_IN]
        missing = counts[Coverage.NONE]
        self._had.setText(self.tr("{n} 场有处可拍").format(n=direct + stand_in))
        self._missing.setText(self.tr("缺 {n} 场").format(n=missing) if missing else "")
        names = (self.tr("直接可拍"), self.tr("可代用"), self.tr("没找到"))
        shares = [
            Share(name, count, token)
            for name, count, token in zip(
                names, (direct, stand_in, missing), ("ink2", "off", "warn"), strict=True
            )
        ]
        self._bar.set_shares(shares)
        self._words.setText(" · ".join(f"{one.name} {one.count}" for one in shares if one.count))

    def _moved(self, chosen: QItemSelection) -> None:
        self._by_this_press = bool(QGuiApplication.mouseButtons())
        wanted = next((index.data(Role.ID) for index in chosen.indexes()), None)
        if wanted and wanted != self.state.selection.script_set:
            self.session.select(script_set=str(wanted))

    def _pressed(self) -> None:
        self._let_go = not self._by_this_press
        self._by_this_press = False

    def _clicked(self) -> None:
        """A second click on the chosen set lets it go."""
        if self._let_go:
            self.session.unselect("script_set")

    def retranslate(self) -> None:
        """Set every text again."""
        self.view.setAccessibleName(self.tr("场景"))

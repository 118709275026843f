"""The answer in one figure: under how many weightings the first place stays first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from geo.model import Method
from geo.phrases import pct
from gui.pages.defend.standing import Standing
from gui.pages.defend.words import method_word
from gui.session import State
from gui.texts import aloud
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments

ALL, NEAR = "all", "near"
KNOWN, OPEN = "known", "open"


class LeadHead(Pane):
    """``near_chosen`` and ``open_chosen`` tell what shall be drawn."""

    near_chosen = Signal(bool)
    open_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hero = label(role="hero")
        self.hero.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name = label(role="strong", wrap=True)
        self.told = label(role="second", wrap=True)
        self.which, self.what = Segments(), Segments()
        self._caption = label(role="caption", wrap=True)
        self._method = label(role="caption", wrap=True)
        self.which.chosen.connect(lambda key: self.near_chosen.emit(key == NEAR))
        self.what.chosen.connect(self._choose_open)
        self._lay_out()
        self.retranslate()
        self.what.choose(OPEN)
        self._tell_open()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.told)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.hero)
        top.addLayout(words, 1)
        segments = QWidget()
        flow = FlowLayout(segments, gap=6)
        flow.addWidget(self.which)
        flow.addWidget(self.what)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(segments)
        column.addWidget(self._caption)
        column.addWidget(self._method)

    @property
    def opened(self) -> bool:
        """Whether what nobody has asked yet is drawn too."""
        return self.what.choice == OPEN

    def show_lead(
        self, row: Standing, state: State, *, rivals: bool, oftener: Standing | None = None
    ) -> None:
        """Tell how the first place stands; without ``rivals`` there is nothing to compare.

        ``oftener``: the place that is first under more weightings, where there is one.
        """
        self.which.choose(NEAR if state.near else ALL)
        alone = not rivals
        self.hero.setVisible(row.first is not None and rivals)
        self.hero.setText("" if row.first is None else pct(row.first))
        method = state.wishes.method
        self.name.setText(self._sentence(row, state, alone=alone))
        # when it would change is known of the weighted sum alone
        change = row.change if method is Method.WEIGHTED_SUM else ""
        told = self._more(row, change, alone=alone)
        if oftener is not None and oftener.first is not None:
            words = self.tr("更常排第一的是 {name}（{share}）。")
            told += words.format(name=oftener.name, share=pct(oftener.first))
        self.told.setText(told)
        self.told.setVisible(bool(self.told.text()))
        self._method.setVisible(method is not Method.WEIGHTED_SUM)
        self._method.setText(
            self.tr("名次照“{method}”排；稳不稳、守不守得住，说的是加权求和。").format(
                method=method_word(state, method)
            )
        )
        said = (self.hero.text(), self.name.text(), self.told.text())
        self.setAccessibleName(aloud(said, state.language))

    def _sentence(self, row: Standing, state: State, *, alone: bool) -> str:
        if alone:
            return self.tr("只有 {name} 能排").format(name=row.name)
        if row.first is None:
            return self.tr("{name} 排第一").format(name=row.name)
        text = (
            self.tr("的相近侧重里，{name} 排第一")
            if state.defence is not None and state.defence.near
            else self.tr("的侧重里，{name} 排第一")
        )
        return text.format(name=row.name)

    def _more(self, row: Standing, change: str, *, alone: bool) -> str:
        if alone:
            return self.tr("没有别处可比。多选几个城市，或放宽必须的条件。")
        if row.first is None:
            return self.tr("正在换着侧重试…")
        parts = [self.tr("{share} 进前三").format(share=pct(row.top3)), change]
        comma, stop = self.tr("，"), self.tr("。")
        return comma.join(one for one in parts if one) + stop

    def _choose_open(self, key: str) -> None:
        self._tell_open()
        self.open_chosen.emit(key == OPEN)

    def _tell_open(self) -> None:
        self._caption.setText(
            self.tr("没问清的价和补贴，按可能的范围一起抽；补贴拿不拿得到也算在内。")
            if self.opened
            else self.tr("每处的价和补贴都照现在的数算，只换侧重。")
        )

    def retranslate(self) -> None:
        """Set every text again."""
        which, what = self.which.choice or ALL, self.what.choice or OPEN
        self.which.set_options([(ALL, self.tr("全部侧重")), (NEAR, self.tr("和我的差不多"))])
        self.what.set_options([(OPEN, self.tr("没问清的也算")), (KNOWN, self.tr("只换侧重"))])
        self.which.choose(which)
        self.what.choose(what)
        self.which.setAccessibleName(self.tr("试哪些侧重"))
        self.what.setAccessibleName(self.tr("没问清的算不算"))
        tip = self.tr("各种侧重都有一样的机会（SMAA）")
        self.which.button(ALL).setToolTip(tip)
        self.which.button(NEAR).setToolTip(self.tr("只试和现在的侧重差不多的"))
        self._tell_open()

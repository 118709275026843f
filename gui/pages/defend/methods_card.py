"""The same places by four ways of ordering: do they agree, and which one is used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from geo.model import Method
from gui.pages.defend.words import column_name, method_word, told
from gui.session import State
from gui.texts import aloud
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label

PLACES = 3
_INDENT = 21


class MethodsCard(Pane):
    """``chosen`` tells the method that shall make the order from now on."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._title = label(role="heading")
        self._agree = label(role="caption", wrap=True)
        self.buttons: dict[Method, QRadioButton] = {}
        self.cells: dict[Method, list[ElidedLabel]] = {}
        self._weak: dict[Method, QLabel] = {}
        self._drawn: object = None
        self._sites: object = None
        self._heads = [label(role="caption") for _ in range(PLACES + 1)]
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._agree)
        column.addLayout(self._grid)
        self.retranslate()

    def _fill(self) -> None:
        for at, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, at)
        for row, method in enumerate(Method, 1):
            button = self.buttons[method] = QRadioButton()
            self._group.addButton(button)
            button.clicked.connect(lambda _on=False, method=method: self.chosen.emit(method))
            self.cells[method] = [ElidedLabel() for _ in range(PLACES)]
            weak = self._weak[method] = label(role="caption", wrap=True)
            weak.setContentsMargins(_INDENT, 0, 0, 4)
            self._grid.addWidget(button, 2 * row - 1, 0)
            for at, cell in enumerate(self.cells[method], 1):
                self._grid.addWidget(cell, 2 * row - 1, at)
            self._grid.addWidget(weak, 2 * row, 0, 1, PLACES + 1)
        for at in range(1, PLACES + 1):
            self._grid.setColumnStretch(at, 1)

    def show_state(self, state: State) -> None:
        """Tell what each method puts first."""
        known = state.defence.methods if state.defence is not None else ()
        drawn = (known, state.wishes.method, state.language)
        if (
            self._drawn == drawn
            and state.ranking is not None
            and self._sites is state.ranking.sites
        ):
            return
        self._drawn, self._sites = drawn, state.ranking.sites if state.ranking is not None else None
        seconds = {one.method: one for one in known}
        self.buttons[state.wishes.method].setChecked(True)
        for method, button in self.buttons.items():
            one = seconds.get(method)
            word = method_word(state, method)
            button.setText(word)
            names = [column_name(state, column) for column in one.first] if one else []
            names += ["—"] * (PLACES - len(names))
            for cell, name in zip(self.cells[method], names, strict=False):
                cell.setText(name)
            weak = told(state, one.weakness) if one is not None else ""
            self._weak[method].setText(self.tr("小心：{what}").format(what=weak) if weak else "")
            use = self.tr("用“{method}”排").format(method=word)
            button.setToolTip(use)
            button.setAccessibleName(use)
            firsts = self.tr("前三：{names}").format(names=aloud(names, state.language))
            button.setAccessibleDescription(aloud((firsts, weak), state.language))
        self._agree.setText(self._agreement(state))

    def _agreement(self, state: State) -> str:
        """Whether all of them put the same place first."""
        seconds = state.defence.methods if state.defence is not None else ()
        firsts = [one.first[0] for one in seconds if one.first]
        if len(firsts) < 2:
            return ""
        same = firsts.count(firsts[0])
        if same == len(firsts):
            name = column_name(state, firsts[0])
            return self.tr("{n} 种算法都把 {name} 排第一。").format(n=len(firsts), name=name)
        return self.tr("几种算法排出的第一不一样：名次靠算法，多看一眼理由。")

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("换一种算法"))
        texts = (
            self.tr("用哪个排"),
            self.tr("第 1"),
            self.tr("第 2"),
            self.tr("第 3"),
        )
        for head, text in zip(self._heads, texts, strict=True):
            head.setText(text)

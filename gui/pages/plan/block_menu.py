"""What can be done with a block: lock, change the place, ask why, note how far it is agreed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from geo.model import Candidate
from gui.pages.plan.aside_words import site_name
from gui.session import Session, State
from gui.texts import money
from gui.texts.strips import BoardBlock

SHOWN = 12


class BlockMenu(QMenu):
    """``site_chosen`` tells a candidate's id, ``carry_asked`` an arrow key."""

    lock_asked = Signal()
    why_asked = Signal()
    booking_asked = Signal()
    words_asked = Signal()
    ban_asked = Signal()
    site_chosen = Signal(str)
    carry_asked = Signal(object)

    def __init__(self, session: Session, block: BoardBlock, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._block = block
        lock = self.tr("不锁了") if block.locked else self.tr("锁在这里")
        self.addAction(f"{lock}\tL").triggered.connect(self.lock_asked)
        self.others = QMenu(self.tr("换一处"), self)
        self.others.aboutToShow.connect(self._seek)
        self.addMenu(self.others)
        self.addAction(self.tr("为什么在这") + "\tEnter").triggered.connect(self.why_asked)
        self.addSeparator()
        for text, key, arrow in (
            (self.tr("挪到前一天"), Qt.Key.Key_Left, "←"),
            (self.tr("挪到后一天"), Qt.Key.Key_Right, "→"),
        ):
            action = self.addAction(f"{text}\tAlt+{arrow}")
            action.triggered.connect(partial(self._carry, key))
        self.addSeparator()
        self.addAction(self.tr("谈到哪一步…")).triggered.connect(self.booking_asked)
        self.addAction(self.tr("联系人和医院…")).triggered.connect(self.words_asked)
        self.addSeparator()
        name = site_name(session.state, block.site_id)
        ban = self.tr("不要{site}").format(site=name)
        self.addAction(ban).triggered.connect(self.ban_asked)

    def _carry(self, key: Qt.Key) -> None:
        self.carry_asked.emit(key)

    def _seek(self) -> None:
        choice = self._session.state.choice
        if choice is None or choice.set_id != self._block.set_id:
            self._session.explain_set(self._block.set_id)
        self.show_state(self._session.state)

    def show_state(self, state: State) -> None:
        """List the candidates that are known, the cheapest first."""
        choice = state.choice
        mine = choice is not None and choice.set_id == self._block.set_id
        found = choice.candidates if choice is not None and mine else ()
        here = self._block.site_id
        offers = [one for one in found if one.adds is not None and one.site_id != here]
        offers.sort(key=lambda one: one.adds or 0.0)
        self.others.clear()
        if offers:
            self.others.addAction(self.tr("换过去重排，整套多花")).setEnabled(False)
        for one in offers[:SHOWN]:
            action = self.others.addAction(self._words(state, one))
            action.triggered.connect(partial(self._use, one.site_id))
        if choice is None or not mine or not choice.done:
            waits = self.tr("在算别处要多花多少…")
        elif not offers:
            waits = self.tr("没有别处能拍")
        else:
            return
        self.others.addAction(waits).setEnabled(False)

    def _use(self, site_id: str) -> None:
        self.site_chosen.emit(site_id)

    @staticmethod
    def _words(state: State, one: Candidate) -> str:
        adds, lang = one.adds or 0.0, state.language
        sign = "+" if adds >= 0 else "\N{MINUS SIGN}"
        return f"{site_name(state, one.site_id)}\t{sign}{money(abs(adds), lang)}"

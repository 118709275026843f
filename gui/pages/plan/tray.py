"""没排进来: strips that nobody shoots in this plan, why, and what would cover them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from geo.model import ShootPlan, Strip, Uncovered
from gui.pages.plan.aside_words import date_word, day_word, say, set_name, site_name
from gui.pages.plan.board_words import kind_word, scenes_text
from gui.pages.plan.tray_card import TrayCard
from gui.session import Session, State
from gui.texts.strips import JOIN, NOWHERE, BoardBlock
from gui.widgets.pane import Pane, label

LAY = "plan_remedy_lay"


class Tray(Pane):
    """``chosen`` tells a set's id; ``loosen_asked``: the wishes are to be changed.

    ``lay_asked`` tells a strip, a day and a site; ``carried`` a block that lies nowhere and where
    the pointer is, ``carried_on`` where it is now, ``let_go`` and ``given_up`` how that ended.
    """

    chosen = Signal(str)
    loosen_asked = Signal()
    lay_asked = Signal(object, int, str)
    carried = Signal(object, QPoint)
    carried_on = Signal(QPoint)
    let_go = Signal()
    given_up = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("hair", "top")
        self.cards: dict[str, TrayCard] = {}
        self._shown: object = None
        self._title = label(role="strong")
        self._count = label(role="caption")
        self.loosen = QPushButton()
        self.loosen.setProperty("small", "true")
        self.loosen.clicked.connect(self.loosen_asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for part in (self._title, self._count):
            words.addWidget(part)
        words.addStretch(1)
        inner = QWidget()
        inner.setProperty("ground", "none")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(12)
        row.addLayout(words)
        row.addWidget(self._area, 1)
        row.addWidget(self.loosen)
        self.hide()
        self.retranslate()

    def show_plan(self, plan: ShootPlan | None, state: State, *, movable: bool) -> None:
        """List what ``plan`` leaves out; with nothing left out the tray goes.

        ``movable``: what is left out may be laid by hand.
        """
        left = plan.uncovered if plan is not None and plan.days else ()
        self.setVisible(bool(left))
        fixed = state.planned.wishes, state.planned.bookings, id(state.ranking)
        shown = (left, movable, state.language, state.script, *fixed)
        if shown == self._shown:
            # cards that stay keep the keys, and what is in the hand
            return
        self._shown = shown
        for card in self.cards.values():
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        scenes = {scene for one in left for scene in one.scenes}
        self._count.setText(scenes_text(len(scenes)))
        for one in left:
            for strip in _strips(plan, one):
                self._add(one, strip, state, movable=movable)
        # the row scrolls sideways; what is below it must not
        high = max((card.sizeHint().height() for card in self.cards.values()), default=0)
        bar = self._area.horizontalScrollBar().sizeHint().height() if len(self.cards) > 2 else 0
        self._area.setFixedHeight(high + bar)

    def _add(self, one: Uncovered, strip: Strip, state: State, *, movable: bool) -> None:
        words = [set_name(state, one.set_id), kind_word(strip.kind)]
        name = JOIN.join([*words, scenes_text(len(strip.scenes))])
        layable = movable and bool(self._session.places_for(one.set_id, 0))
        ways = [say(state, way) for way in one.remedies if not (layable and way.code == LAY)]
        if layable:
            ways.insert(0, self.tr("拖到哪天，就排在哪天"))
        card = TrayCard(name, say(state, one.because), ways, layable=layable)
        card.chosen.connect(lambda: self.chosen.emit(one.set_id))
        card.carried.connect(partial(self._carry, strip))
        card.carried_on.connect(self.carried_on)
        card.let_go.connect(self.let_go)
        card.given_up.connect(self.given_up)
        card.menu_wanted.connect(partial(self._list_days, card, strip))
        self._row.insertWidget(len(self.cards), card)
        self.cards[strip.id] = card
        card.show()

    def _carry(self, strip: Strip, pointer: QPoint) -> None:
        state = self._session.state
        block = BoardBlock(
            day=NOWHERE,
            at=0,
            strip_id=strip.id,
            set_id=strip.set_id,
            site_id="",
            name=set_name(state, strip.set_id),
            kind=strip.kind,
            start=0,
            end=strip.minutes,
            count=scenes_text(len(strip.scenes)),
            under=kind_word(strip.kind),
            place="",
            group="",
            place_kind=None,
            locked=False,
            spoken="",
        )
        self.carried.emit(block, pointer)

    def _list_days(self, card: TrayCard, strip: Strip) -> None:
        """Each day with the place it would be shot at then, and a day of its own."""
        state = self._session.state
        plan = state.plan
        card.days.clear()
        days = plan.days if plan is not None else ()
        for day in days:
            when = "" if day.date is None else f" {date_word(day.date, state.language)}"
            self._offer(card, strip, day.day, f"{day_word(day.day)}{when}")
        if days:
            self._offer(card, strip, days[-1].day + 1, self.tr("加一天"))

    def _offer(self, card: TrayCard, strip: Strip, day: int, words: str) -> None:
        site = next(iter(self._session.places_for(strip.set_id, day)), None)
        if site is not None:
            where = site_name(self._session.state, site)
            action = card.days.addAction(f"{words}\t{where}")
            action.triggered.connect(partial(self._ask, strip, day, site))

    def _ask(self, strip: Strip, day: int, site_id: str) -> None:
        self.lay_asked.emit(strip, day, site_id)

    def choose(self, set_id: str | None) -> None:
        """Frame the cards of a set."""
        for one, card in self.cards.items():
            card.choose(on=one.rpartition(".")[0] == set_id)

    def retranslate(self) -> None:
        """Set every text again; the cards are told again with the plan."""
        self._title.setText(self.tr("没排进来"))
        self.loosen.setText(self.tr("放宽要求…"))


def _strips(plan: ShootPlan | None, left: Uncovered) -> list[Strip]:
    """The strips that a set lacks."""
    strips = plan.strips if plan is not None else ()
    mine = [one for one in strips if one.set_id == left.set_id]
    return [one for one in mine if set(one.scenes) <= set(left.scenes)]

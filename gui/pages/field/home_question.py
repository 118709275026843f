"""One question: two people wrote different things in the same place. Side by side, to decide."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from geo.model.field import Contested, FieldKey
from gui.pages.field.home_side import SideCard
from gui.pages.field.own_value import can_be_own, read_own
from gui.pages.page import Page
from gui.pages.value_words import field_word, say, value_word, who_word
from gui.pages.words import when_word
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label, mark
from gui.widgets.photo_shelf import PhotoShelf

HEARD = ("outdoors", "busy", "language", "phrases", "ranking", "script")


class HomeQuestion(Page):
    """``history_asked``: all that was ever written in this place is to be seen."""

    history_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.shelf = PhotoShelf(self)
        self.picked = 0
        self._key: FieldKey | None = None
        self._drawn: object = None
        self.title, self.place = label(role="heading", wrap=True), label(role="caption")
        self.before, self.stands = label(role="second"), label(chip="flag")
        self.history = QPushButton()
        self.history.setProperty("quiet", "true")
        self.history.clicked.connect(self._ask_history)
        self.cards: list[SideCard] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self.buttons: list[QPushButton] = []
        self._ways = FlowLayout(gap=8)
        self.own_button = QPushButton()
        self.own_button.setProperty("quiet", "true")
        self.own_button.clicked.connect(lambda: self._open_own(opened=True))
        self.own, self._own_box = QLineEdit(), QWidget()
        self.take_own, self.leave_own = QPushButton(), QPushButton()
        self._kept = label(role="second", wrap=True)
        self._after, self._sign = Pane(), QLabel()
        self._head, self.effect = label(role="strong"), label(wrap=True)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        stood = QHBoxLayout()
        stood.setSpacing(6)
        stood.addWidget(self.before)
        stood.addWidget(self.stands)
        stood.addStretch(1)
        stood.addWidget(self.history)
        own = QHBoxLayout(self._own_box)
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self.own, 1)
        own.addWidget(self.take_own)
        own.addWidget(self.leave_own)
        self.take_own.clicked.connect(self._take_own)
        self.leave_own.clicked.connect(lambda: self._open_own(opened=False))
        self.own.returnPressed.connect(self._take_own)
        self.own.textChanged.connect(self._check_own)
        self._own_box.hide()
        self._after.setProperty("part", "true")
        self._sign.setFixedSize(18, 18)
        top = QHBoxLayout()
        top.addWidget(self._sign)
        top.addWidget(self._head, 1)
        told = QVBoxLayout(self._after)
        told.setContentsMargins(12, 10, 12, 10)
        told.setSpacing(4)
        told.addLayout(top)
        told.addWidget(self.effect)
        ways = QWidget()
        ways.setLayout(self._ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(stood)
        column.addLayout(self._grid)
        column.addWidget(ways)
        column.addWidget(self._own_box)
        row = QHBoxLayout()
        row.addWidget(self._kept, 1)
        row.addWidget(self.own_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._after)
        column.addStretch(1)

    @property
    def asked(self) -> Contested | None:
        """The question that is shown."""
        return self.state.outdoors.asked

    def show_state(self, changes: Changes) -> None:
        """Show the question and what its answers would change."""
        asked = self.asked
        if asked is None or not changes.touch(*HEARD):
            return
        if asked.key != self._key:
            self._key, self.picked = asked.key, 0
            self._open_own(opened=False)
        field = self.state.outdoors
        basis = (asked, field.question, len(field.contested), field.fields, self.state.language)
        if basis != self._drawn or changes.touch("phrases"):
            self._drawn = basis
            self._tell(asked)
        self._tell_effect()
        self._enable()

    def _tell(self, asked: Contested) -> None:
        state, field = self.state, self.state.outdoors
        name = asked.name_en if state.language == "en" and asked.name_en else asked.name
        self.title.setText(f"{name} · {field_word(state, asked.key)}")
        count = len(field.contested)
        here = min(field.question, count - 1) + 1
        self.place.setText(f"{here} / {count}")
        self.before.setText(self.tr("原来："))
        self.stands.setText(value_word(state, asked.key, asked.stands))
        self._fill_cards(asked)
        self._fill_ways(asked)
        self.own_button.setVisible(can_be_own(state, asked))
        self.pick(min(self.picked, len(asked.sides) - 1))

    def _fill_cards(self, asked: Contested) -> None:
        while len(self.cards) > len(asked.sides):
            old = self.cards.pop()
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        for at in range(len(self.cards), len(asked.sides)):
            card = SideCard(at, self.shelf)
            card.picked.connect(self.pick)
            card.restyle()
            self._grid.addWidget(card, *divmod(at, 2))
            self.cards.append(card)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        for card, side in zip(self.cards, asked.sides, strict=True):
            card.tell(self.state, asked.key, side)

    def _fill_ways(self, asked: Contested) -> None:
        names = [who_word(side) for side in asked.sides]
        often = Counter(names)
        words = []
        for name, side in zip(names, asked.sides, strict=True):
            # one person may have written in two packs: the time tells them apart
            when = when_word(max((one.when for one in side.edits), default=""))
            words.append(f"{name} {when}" if often[name] > 1 and when else name)
        wanted = len(words) + (1 if asked.both else 0)
        if len(self.buttons) != wanted:
            self._ways.clear()
            self.buttons = [QPushButton() for _ in range(wanted)]
            for button in self.buttons:
                self._ways.addWidget(button)
                button.show()
            for at, button in enumerate(self.buttons):
                number = at if at < len(words) else None
                button.clicked.connect(partial(self._decide, number))
        for button, name in zip(self.buttons, words, strict=False):
            button.setText(self.tr("用{who}的").format(who=name))
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if asked.both:
            two = len(asked.sides) == 2
            self.buttons[-1].setText(self.tr("两个都留") if two else self.tr("都留着"))
            self.buttons[-1].setToolTip(self.tr("每条都记着，各写各是谁说的。"))

    def pick(self, number: int) -> None:
        """Point at one answer: below stands what it would change."""
        self.picked = number
        for at, card in enumerate(self.cards):
            card.choose(on=at == number)
        for at, button in enumerate(self.buttons):
            mark(button, main="true" if at == number else "false")
        self._tell_effect()

    def _tell_effect(self) -> None:
        state = self.state
        known = state.outdoors.settling.get(self.picked)
        if state.script is None or state.ranking is None:
            text = self.tr("没有剧本和名次，先看不出它改变什么。")
        elif known is not None:
            told = [say(state, one) for one in known.reasons]
            text = "\n".join(told) or self.tr("费用和名次都不变。")
        elif state.is_busy("what_if"):
            text = self.tr("在算…")
        else:
            text = self.tr("这一条算不出它改变什么。")
        self.effect.setText(text)

    def _enable(self) -> None:
        free = not self.state.is_busy("home") and not self.state.is_busy("merge")
        for button in (*self.buttons, self.own_button, self.leave_own):
            button.setEnabled(free)
        self._check_own()

    def _decide(self, side: int | None, _checked: bool = False) -> None:
        # the buttons rest while it is written, and the keys would go astray
        self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.session.decide(side)

    # ---- a value of one's own

    def _open_own(self, *, opened: bool) -> None:
        self._own_box.setVisible(opened)
        if opened:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.own.clear()

    def _check_own(self) -> None:
        asked = self.asked
        good = asked is not None and read_own(self.state, asked, self.own.text(), "")[0]
        self.take_own.setEnabled(good and not self.state.is_busy("home"))
        mark(self.own, wrong="true" if self.own.text().strip() and not good else "false")

    def _take_own(self) -> None:
        asked = self.asked
        if asked is None:
            return
        good, value = read_own(self.state, asked, self.own.text(), self.session.who)
        if good:
            self._open_own(opened=False)
            self.session.decide_as(value)

    def _ask_history(self) -> None:
        if self.asked is not None:
            self.history_asked.emit(self.asked.key)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self._sign.setPixmap(icons.pixmap("arrow-forward", 18))
        self.history.setIcon(icons.icon("history", 14))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.history.setText(self.tr("历史"))
        self.own_button.setText(self.tr("都不对，自己填…"))
        self.own.setPlaceholderText(self.tr("填你知道的"))
        self.own.setAccessibleName(self.tr("自己填的值"))
        self.take_own.setText(self.tr("就用这个"))
        self.leave_own.setText(self.tr("算了"))
        self._kept.setText(self.tr("没选的不会删，留在历史里，随时能换回来。"))
        self._head.setText(self.tr("选好以后"))

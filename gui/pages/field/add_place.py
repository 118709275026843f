"""A new place where we stand: a name, a kind, and how well we know where that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from geo.model import Kind
from gui.pages.field.words import accuracy_word, source_word
from gui.pages.words import kind_word
from gui.session import Session
from gui.widgets.answer_keys import AnswerKeys
from gui.widgets.pane import label
from gui.widgets.popover import Popover

WIDTH = 400
KINDS = (Kind.COMMUNITY, Kind.SCENIC, Kind.BASE, Kind.ICH)
"""What a scout finds on the way, most of all houses and yards of people."""


class AddPlacePopover(Popover):
    """``position_asked``: nobody has said where we are. ``added``: a place is on its way."""

    position_asked = Signal()
    added = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setFixedWidth(WIDTH)
        self._title, self._where = label(role="strong"), label(role="second", wrap=True)
        self.name, self.kind = QLineEdit(), AnswerKeys()
        self.name.setProperty("big", "true")
        self.name.textChanged.connect(lambda _: self._tell())
        self.name.returnPressed.connect(self._add)
        self.kind.set_options([(one.value, "") for one in KINDS])
        self.kind.choose(KINDS[0].value)
        self.kind.chosen.connect(lambda key: self.kind.choose(key or KINDS[0].value))
        self.kind.next_asked.connect(self._add)
        self.say, self.add = QPushButton(), QPushButton()
        self.add.setProperty("main", "true")
        for button in (self.say, self.add):
            button.setProperty("big", "true")
        self.say.clicked.connect(self._ask_where)
        self.add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.say)
        foot.addStretch(1)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (self._title, self.name, self.kind, self._where):
            column.addWidget(part)
        column.addLayout(foot)
        self.retranslate()

    def first(self) -> QWidget:
        """The name."""
        return self.name

    def fit(self) -> None:
        """Say where we are as it opens."""
        self._tell()
        super().fit()

    def _tell(self) -> None:
        fix = self._session.state.outdoors.fix
        if fix is None:
            self._where.setText(self.tr("还不知道我们在哪，先说位置再加。"))
        else:
            at = f"{fix.lat:.5f}, {fix.lon:.5f}"
            told = f"{at}  {accuracy_word(fix)} · {source_word(fix)}"
            if fix.accuracy_m is None:
                told += self.tr("；先按 ±50 m 估着记")
            self._where.setText(told)
        self.add.setEnabled(fix is not None and bool(self.name.text().strip()))

    def _ask_where(self) -> None:
        self.hide()
        self.position_asked.emit()

    def _add(self) -> None:
        fix, name = self._session.state.outdoors.fix, self.name.text().strip()
        if fix is None or not name:
            return
        self.name.clear()
        self.hide()
        self.added.emit()
        self._session.add_place(name, self.kind.choice or KINDS[0].value, fix)

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("在这里加一处"))
        self.name.setPlaceholderText(self.tr("叫什么，例如 老粮库后院"))
        self.name.setAccessibleName(self.tr("名字"))
        self.kind.set_options([(one.value, kind_word(one)) for one in KINDS])
        self.kind.setAccessibleName(self.tr("哪一种地方"))
        self.say.setText(self.tr("改位置…"))
        self.add.setText(self.tr("加上"))
        self._tell()

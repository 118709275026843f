"""What was understood of the script: counts, inside and outside, day and night, and doubts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import DayPart, IntExt, Script
from gui.pages.page import Page
from gui.pages.words import scene_number, side_word, time_word
from gui.session import Changes, Session
from gui.widgets.pane import Pane, label
from gui.widgets.share_bar import Share, ShareBar

EIGHTHS = 8
DOUBTS_SHOWN = 40
_SIDES = ((IntExt.INT, "ink2"), (IntExt.EXT, "off"), (IntExt.BOTH, "line"), (None, "hair"))
_TIMES = (
    (DayPart.DAY, "day"),
    (DayPart.NIGHT, "night"),
    (DayPart.DAWN, "strip_dawn"),
    (DayPart.DUSK, "off"),
    (None, "hair"),
)


class Figures(Page):
    """Sets, scenes, episodes, pages; two bars."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._numbers = [label("0", role="key") for _ in range(4)]
        self._units = [label(role="caption") for _ in range(4)]
        self._names = [label(role="second") for _ in range(2)]
        self._bars = [ShareBar(), ShareBar()]
        self._told = [label(role="caption") for _ in range(2)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        for at, (number, unit) in enumerate(zip(self._numbers, self._units, strict=True)):
            grid.addWidget(number, 0, at)
            grid.addWidget(unit, 1, at)
            grid.setColumnStretch(at, 1)
        bars = QGridLayout()
        bars.setHorizontalSpacing(10)
        bars.setVerticalSpacing(6)
        for row in range(2):
            bars.addWidget(self._names[row], row, 0)
            bars.addWidget(self._bars[row], row, 1)
            bars.addWidget(self._told[row], row, 2)
        bars.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addLayout(bars)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Count again."""
        if changes.touch("script", "language"):
            self._count(self.state.script or Script("", ()))

    def _count(self, script: Script) -> None:
        episodes = {scene.episode for scene in script.scenes} - {None}
        pages = sum(scene.length_eighths for scene in script.scenes) / EIGHTHS
        texts = (
            str(len(script.sets)),
            str(len(script.scenes)),
            str(len(episodes)) if episodes else "–",
            f"≈ {pages:.0f}" if script.scenes else "–",
        )
        for number, text in zip(self._numbers, texts, strict=True):
            number.setText(text)
        sides = Counter(scene.int_ext for scene in script.scenes)
        times = Counter(scene.time for scene in script.scenes)
        self._bar(0, [Share(side_word(one), sides[one], token) for one, token in _SIDES])
        self._bar(1, [Share(time_word(one), times[one], token) for one, token in _TIMES])

    def _bar(self, at: int, shares: list[Share]) -> None:
        self._bars[at].set_shares(shares)
        self._told[at].setText("  ".join(f"{one.name} {one.count}" for one in shares if one.count))

    def retranslate(self) -> None:
        """Set every text again."""
        units = (self.tr("景"), self.tr("场"), self.tr("集"), self.tr("页"))
        for unit, text in zip(self._units, units, strict=True):
            unit.setText(text)
        self._numbers[3].setToolTip(self.tr("按每页八等分估的篇幅"))
        self._names[0].setText(self.tr("内 / 外"))
        self._names[1].setText(self.tr("日 / 夜"))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at: ``warning`` is its index in the script, or None for a silent scene."""

    what: str
    why: str
    scene: str | None
    warning: int | None


class DoubtRow(Pane):
    """One doubt: look at it, or say that it is right."""

    def __init__(self, doubt: Doubt, look: str, right: str) -> None:
        super().__init__()
        self.doubt = doubt
        self.setProperty("hair", "bottom")
        self.look_button = QPushButton(look)
        self.look_button.setProperty("small", "true")
        self.look_button.setVisible(doubt.scene is not None)
        self.right_button = QPushButton(right)
        self.right_button.setProperty("quiet", "true")
        self.right_button.setVisible(doubt.warning is not None)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(doubt.what, wrap=True))
        if doubt.why:
            words.addWidget(label(doubt.why, role="caption", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.right_button, 0, Qt.AlignmentFlag.AlignTop)


class Doubts(Page):
    """请你看一眼: nothing here stops anybody from going on."""

    look_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = label(role="strong")
        self._count = label(role="caption")
        self.rows: list[DoubtRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._list)
        column.addStretch(1)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """List the doubts again."""
        if changes.touch("script", "phrases", "language"):
            self._show(self._find())

    def _find(self) -> list[Doubt]:
        script, phrases = self.state.script, self.state.phrases
        if script is None:
            return []
        found = []
        starts = [(scene.line, scene.id) for scene in script.scenes if scene.line]
        for at, warning in enumerate(script.warnings):
            values = {"line": warning.line, **warning.values}
            text = phrases.say(warning.code, self.state.language, values) if phrases else ""
            before = [scene for line, scene in starts if line <= warning.line]
            first, _, rest = text.partition("。")
            found.append(Doubt(first or warning.code, rest, before[-1] if before else None, at))
        for scene in script.scenes:
            if not scene.needs and not scene.culture:
                what = self.tr("{number} “{place}”没读出要什么景").format(
                    number=scene_number(scene), place=scene.place
                )
                found.append(Doubt(what, self.tr("挑一种景，才排得进来"), scene.id, None))
        return found

    def _show(self, doubts: list[Doubt]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        for doubt in doubts[:DOUBTS_SHOWN]:
            row = DoubtRow(doubt, self.tr("看一眼"), self.tr("没错"))
            row.look_button.clicked.connect(lambda _=False, one=doubt: self._look(one))
            row.right_button.clicked.connect(lambda _=False, one=doubt: self._accept(one))
            self._list.addWidget(row)
            self.rows.append(row)
        if not doubts:
            self._count.setText(self.tr("都读清楚了"))
        else:
            text = self.tr("{n} 处，不看也能往下走").format(n=len(doubts))
            self._count.setText(text)

    def _look(self, doubt: Doubt) -> None:
        if doubt.scene is not None:
            self.look_asked.emit(doubt.scene)

    def _accept(self, doubt: Doubt) -> None:
        if doubt.warning is not None:
            self.session.accept_warning(doubt.warning)

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("请你看一眼"))

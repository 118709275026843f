"""What was understood of the script: counts, inside and outside, day and night, and doubts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import DayPart, IntExt, Script
from gui.messages import split_sentence
from gui.pages.page import Page
from gui.pages.words import scene_number, side_word, time_word
from gui.session import Changes, Session
from gui.session.api import SceneFields
from gui.widgets.pane import Pane, label
from gui.widgets.share_bar import Share, ShareBar

EIGHTHS = 8
DOUBTS_SHOWN = 40
ABOUT_NEEDS = {"place_unknown", "place_in_vehicle", "scene_without_place"}
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
    code: str = ""


Fix = tuple[str, SceneFields]


class DoubtRow(Pane):
    """One doubt: put it right with one click, look at it, or say that it is right."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__()
        self.doubt = doubt
        self.setProperty("hair", "bottom")
        self.buttons: dict[str, QPushButton] = {}
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(doubt.what, wrap=True))
        if doubt.why:
            words.addWidget(label(doubt.why, role="caption", wrap=True))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 6, 0, 6)
        self._row.setSpacing(6)
        self._row.addLayout(words, 1)

    def add(self, key: str, text: str, *, quiet: bool = False) -> QPushButton:
        """A button on the right."""
        button = QPushButton(text)
        button.setProperty("quiet" if quiet else "small", "true")
        button.setAccessibleName(f"{text}：{self.doubt.what}")
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons[key] = button
        return button


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
        script = self.state.script
        if script is None:
            return []
        found = [self._doubt(script, at) for at in range(len(script.warnings))]
        told = {doubt.scene for doubt in found if doubt.code in ABOUT_NEEDS}
        for scene in script.scenes:
            if not scene.needs and not scene.culture and scene.id not in told:
                what = self.tr("{number} “{place}”没读出要什么景").format(
                    number=scene_number(scene), place=scene.place
                )
                found.append(Doubt(what, self.tr("挑一种景，才排得进来"), scene.id, None))
        return found

    def _doubt(self, script: Script, at: int) -> Doubt:
        warning, phrases = script.warnings[at], self.state.phrases
        values = {"line": warning.line, **warning.values}
        text = phrases.say(warning.code, self.state.language, values) if phrases else ""
        what, why = split_sentence(text or warning.code)
        named = str(warning.values.get("scene", ""))
        scene = next((one.id for one in script.scenes if one.id == named), None)
        if scene is None:
            before = [one.id for one in script.scenes if 0 < one.line <= warning.line]
            scene = before[-1] if before and warning.line else None
        return Doubt(what, why, scene, at, warning.code)

    def _show(self, doubts: list[Doubt]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = [self._row(doubt) for doubt in doubts[:DOUBTS_SHOWN]]
        for row in self.rows:
            self._list.addWidget(row)
        if not doubts:
            self._count.setText(self.tr("都读清楚了"))
        else:
            self._count.setText(self.tr("{n} 处，不看也能往下走").format(n=len(doubts)))

    def _row(self, doubt: Doubt) -> DoubtRow:
        row = DoubtRow(doubt)
        scene, warning = doubt.scene, doubt.warning
        if scene is not None and warning is not None:
            for text, changes in self._fixes(doubt.code):
                row.add(text, text).clicked.connect(partial(self._fix, warning, scene, changes))
            if doubt.code == "scene_other_style":
                refuse = row.add("refuse", self.tr("不是一场"))
                refuse.clicked.connect(partial(self._refuse, warning, scene))
        if scene is not None and not self._fixes(doubt.code):
            row.add("look", self.tr("看一眼")).clicked.connect(partial(self._look, scene))
        if warning is not None:
            right = row.add("right", self.tr("没错"), quiet=True)
            right.clicked.connect(partial(self._accept, warning))
        return row

    def _fixes(self, code: str) -> list[Fix]:
        if code == "scene_without_time":
            times = (DayPart.DAY, DayPart.NIGHT)
            return [(time_word(one), SceneFields(time=one)) for one in times]
        if code == "scene_without_side":
            sides = (IntExt.INT, IntExt.EXT)
            return [(side_word(one), SceneFields(int_ext=one)) for one in sides]
        return []

    def _fix(self, warning: int, scene: str, changes: SceneFields, _on: bool = False) -> None:
        self.session.answer_warning(warning, scene, **changes)

    def _refuse(self, warning: int, scene: str, _on: bool = False) -> None:
        self.session.refuse_scene(warning, scene)

    def _look(self, scene: str, _on: bool = False) -> None:
        self.look_asked.emit(scene)

    def _accept(self, warning: int, _on: bool = False) -> None:
        self.session.accept_warning(warning)

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("请你看一眼"))

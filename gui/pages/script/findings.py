"""What was understood of the script in figures: sets, scenes, episodes, minutes, and two bars."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from geo.model import DayPart, IntExt, Script
from gui.pages.page import Page
from gui.pages.words import side_word, time_word
from gui.session import SHOWN, Changes, Session
from gui.texts import PlayingTime, pages_text, playing_time
from gui.widgets import icons
from gui.widgets.pane import label
from gui.widgets.popover import Popover
from gui.widgets.share_bar import Share, ShareBar

RULE_WIDTH = 340
NOTHING = Script("", ())
_SIDES = ((IntExt.INT, "ink2"), (IntExt.EXT, "off"), (IntExt.BOTH, "line"), (None, "hair"))
_TIMES = (
    (DayPart.DAY, "day"),
    (DayPart.NIGHT, "night"),
    (DayPart.DAWN, "strip_dawn"),
    (DayPart.DUSK, "off"),
    (None, "hair"),
)


class Figures(Page):
    """Sets, scenes, episodes, minutes; inside and outside, day and night. ``sets_asked``."""

    sets_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.numbers = [label("0", role="key") for _ in range(4)]
        self.sets_button, self.rule_button = _link(), _link()
        self.sets_button.clicked.connect(self.sets_asked)
        self.rule_button.clicked.connect(self._tell_rule)
        self._scenes, self._episodes = label(role="caption"), label(role="caption")
        self._names = [label(role="second") for _ in range(2)]
        self._bars = [ShareBar(), ShareBar()]
        self._told = [label(role="caption") for _ in range(2)]
        self.rule = RulePopover(self)
        self._time = playing_time(())
        self._eighths = 0
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        units = (self.sets_button, self._scenes, self._episodes, self.rule_button)
        left = Qt.AlignmentFlag.AlignLeft
        for at, (number, unit) in enumerate(zip(self.numbers, units, strict=True)):
            grid.addWidget(number, 0, at)
            grid.addWidget(unit, 1, at, left)
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

    def show_state(self, changes: Changes) -> None:
        """Count again."""
        if changes.touch(*SHOWN, "language"):
            self._count(self.state.shown or NOTHING)

    def _count(self, script: Script) -> None:
        played = script.played
        episodes = {scene.episode for scene in played} - {None}
        self._time = playing_time(script.scenes)
        self._eighths = sum(scene.length_eighths for scene in played)
        texts = (
            f"{len(script.sets):,}",
            f"{len(played):,}",
            f"{len(episodes):,}" if episodes else "–",
            self._time.text,
        )
        for number, text in zip(self.numbers, texts, strict=True):
            number.setText(text)
        self.sets_button.setEnabled(bool(script.sets))
        sides = Counter(scene.int_ext for scene in played)
        times = Counter(scene.time for scene in played)
        self._bar(0, [Share(side_word(one), sides[one], token) for one, token in _SIDES])
        self._bar(1, [Share(time_word(one), times[one], token) for one, token in _TIMES])
        tip = self.tr("约 {n} 页，按每页八等分估的篇幅").format(n=pages_text(self._eighths))
        for part in (self.numbers[3], self.rule_button):
            part.setToolTip(tip)
        self.rule_button.setAccessibleDescription(f"{self._time.text} {tip}")

    def _bar(self, at: int, shares: list[Share]) -> None:
        self._bars[at].set_shares(shares)
        self._told[at].setText("  ".join(f"{one.name} {one.count}" for one in shares if one.count))

    def _tell_rule(self) -> None:
        self.rule.tell(self._time, self._eighths)
        self.rule.open_under(self.rule_button)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.rule_button.setIcon(icons.icon("info-circle", 14))

    def retranslate(self) -> None:
        """Set every text again."""
        self.sets_button.setText(self.tr("景"))
        self.sets_button.setToolTip(self.tr("打开场景表：合并、拆开、改名"))
        self.sets_button.setAccessibleName(self.tr("场景表"))
        self._scenes.setText(self.tr("场"))
        self._episodes.setText(self.tr("集"))
        self.rule_button.setText(self.tr("分钟"))
        self.rule_button.setAccessibleName(self.tr("分钟怎么估的"))
        self._names[0].setText(self.tr("内 / 外"))
        self._names[1].setText(self.tr("日 / 夜"))


class RulePopover(Popover):
    """How the minutes were estimated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(RULE_WIDTH)
        self._figure = label(role="key")
        self._parts: list[QLabel] = [label(role="second", wrap=True) for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(self._figure)
        for part in self._parts:
            column.addWidget(part)

    def tell(self, time: PlayingTime, eighths: int) -> None:
        """Say the rule for this script."""
        if time.known:
            self._figure.setText(self.tr("{n} 分钟").format(n=time.text))
        else:
            self._figure.setText(self.tr("不知道几分钟"))
        told = (
            self.tr(
                "逐场估：对白每秒 3.3–5.5 字，动作每秒 4–12 字，每换一个地方加几秒。"
                "剧本自己写了时长的，照它的。"
            ),
            self._unknown(time),
            self.tr("篇幅约 {n} 页。一页 32 行，每行 30 字，分成八份。").format(
                n=pages_text(eighths)
            ),
        )
        for part, text in zip(self._parts, told, strict=True):
            part.setText(text)
            part.setVisible(bool(text))

    def _unknown(self, time: PlayingTime) -> str:
        if not time.unknown:
            return ""
        return self.tr("另有 {n} 场没有正文，估不出来，没有算进去。").format(n=time.unknown)


def _link() -> QPushButton:
    """A caption that can be clicked."""
    button = QPushButton()
    button.setProperty("quiet", "true")
    button.setProperty("caption", "true")
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button

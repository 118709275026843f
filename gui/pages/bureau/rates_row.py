"""One own line of the list of own rates: what it is, what one pays, who said so."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from geo.model import OwnLine, OwnRate
from geo.phrases import Phrases
from gui.pages.typed import read_number, write_number
from gui.widgets import icons
from gui.widgets.pane import Pane, label, mark

# long enough to finish a number, short enough to see the list move while typing
PAUSE_MS = 600
PERCENT = "percent"
HUNDRED = 100.0
EVERY_LINE = "all"


class RateRow(Pane):
    """``told``: code, value (None: nobody knows), who. Typing tells after a short pause."""

    told = Signal(str, object, str)

    def __init__(self, line: OwnLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.line = line
        self._lang = "zh"
        self._phrases: Phrases | None = None
        self._sent: tuple[float | None, str] = (None, "")
        self.name = label(role="strong", wrap=True)
        self.how = label(role="caption", wrap=True)
        self.chip = label(chip="flag")
        self.value = QLineEdit()
        self.value.setFixedWidth(104)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.unit = label(role="caption")
        self.who = QLineEdit()
        self.who.setFixedWidth(132)
        self.when = label(role="caption")
        self.clear_button = QToolButton()
        self.clear_button.setProperty("quiet", "true")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.tell)
        self.value.textEdited.connect(lambda _: self._typed())
        self.value.editingFinished.connect(self.tell)
        self.who.editingFinished.connect(self.tell)
        self.clear_button.clicked.connect(self.clear)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.chip)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(self.how)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 4, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.value)
        self.unit.setFixedWidth(92)
        self.when.setFixedWidth(76)
        for widget in (self.unit, self.who, self.when, self.clear_button):
            row.addWidget(widget)

    def show_rate(self, rate: OwnRate | None, *, unpriced: bool) -> None:
        """Show what is known, without telling anybody; what is being typed stays."""
        if not self._pause.isActive():
            self._sent = (rate.value, rate.who) if rate else (None, "")
        if not self.value.hasFocus():
            self.value.setText(write_number(rate.value if rate else None))
            self._look(right=True)
        if not self.who.hasFocus():
            self.who.setText(rate.who if rate else "")
        self.when.setText(rate.date if rate else "")
        self.chip.setVisible(unpriced and rate is None)
        self.clear_button.setVisible(rate is not None)

    def put_back(self, rate: OwnRate | None) -> None:
        """Show ``rate`` even while the field has the focus: it was not typed here."""
        self.value.setText(write_number(rate.value if rate else None))
        self.who.setText(rate.who if rate else "")
        self._sent = (rate.value, rate.who) if rate else (None, "")
        self._look(right=True)

    def _typed(self) -> None:
        self._pause.start()

    def tell(self) -> None:
        """Tell what stands in the fields, if it is new and can be read."""
        self._pause.stop()
        try:
            value = read_number(self.value.text().replace("%", "").replace("％", ""))
        except ValueError:
            self._look(right=False)
            return
        if self.line.per == PERCENT and value is not None and value > HUNDRED:
            self._look(right=False)
            return
        self._look(right=True)
        who = self.who.text().strip() if value is not None else ""
        if (value, who) != self._sent:
            self._sent = (value, who)
            self.told.emit(self.line.code, value, who)

    def clear(self) -> None:
        """Nobody knows this any more."""
        self.value.clear()
        self.tell()

    def hush(self) -> None:
        """The window goes: what was typed is told now."""
        if self._pause.isActive():
            self.tell()

    def _look(self, *, right: bool) -> None:
        mark(self.value, wrong="" if right else "true")
        mark(self.how, tone="" if right else "err")
        self.how.setText(self._how() if right else self._wrong())

    def _wrong(self) -> str:
        if self.line.per == PERCENT:
            return self.tr("写 0 到 100 之间的数，例如 6。这个没有记下。")
        return self.tr("写数字就行，例如 1500 或 1.2 万。这个没有记下。")

    def speak(self, lang: str, phrases: Phrases | None) -> None:
        """Set every text in ``lang``."""
        self._lang, self._phrases = lang, phrases
        name = self.line.en if lang == "en" else self.line.zh
        self.name.setText(name)
        self.chip.setText(self.tr("这次没价"))
        self.unit.setText(self._unit())
        self.value.setPlaceholderText(self.tr("不知道"))
        self.who.setPlaceholderText(self.tr("谁说的"))
        self.value.setAccessibleName(self.tr("{name}，{unit}").format(name=name, unit=self._unit()))
        self.who.setAccessibleName(self.tr("{name}，谁说的").format(name=name))
        self.clear_button.setToolTip(self.tr("忘掉这个价"))
        self.clear_button.setAccessibleName(self.tr("忘掉{name}的价").format(name=name))
        self.clear_button.setIcon(icons.icon("x", 14))
        self._look(right=not self.value.property("wrong"))

    def _unit(self) -> str:
        return {
            "project": self.tr("元，整个项目"),
            "day": self.tr("元/天"),
            "person_day": self.tr("元/人天"),
            "vehicle_day": self.tr("元/车天"),
            "site": self.tr("元/个地点"),
            "venue_day": self.tr("元/天"),
            PERCENT: "%",
        }.get(self.line.per, self.line.per)

    def _how(self) -> str:
        of = (self.tr("、")).join(self._line_name(code) for code in self.line.of)
        return {
            "project": self.tr("整个项目一笔"),
            "day": self.tr("每个拍摄天"),
            "person_day": self.tr("每人每天"),
            "vehicle_day": self.tr("每辆车每天"),
            "site": self.tr("每个取景地点一笔"),
            "venue_day": self.tr("租着场地、不拍的每一天（搭景、撤景）"),
            PERCENT: self.tr("按点算，算在{lines}上").format(lines=of) if of else self.tr("按点算"),
        }.get(self.line.per, "")

    def _line_name(self, code: str) -> str:
        if code == EVERY_LINE:
            return self.tr("全部费用")
        return self._phrases.say(f"line.{code}", self._lang) if self._phrases else code

"""A price quoted on the spot: how much, for what, by whom, and to when it holds."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from geo.model.field import Json, RecceField
from gui.pages.field.editors import Editor, WordField, read_amount
from gui.pages.field.words import line_word
from gui.pages.typed import read_date
from gui.widgets.fields import StillBox
from gui.widgets.pane import label, mark

DAY = "day"


class PriceEditor(Editor):
    """One quote; without an amount there is none, and what else is typed says that it waits."""

    def __init__(self, line: RecceField) -> None:
        super().__init__(line)
        self._shown: Json = None
        self._date = ""
        self.amount, self.who, self.until = WordField(), WordField(), WordField()
        self.amount.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.per = StillBox()
        self.per.setProperty("big", "true")
        self.told = label(role="caption", wrap=True)
        mark(self.told, tone="err")
        self.per.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        fields = QHBoxLayout()
        fields.setSpacing(8)
        for part, share in ((self.amount, 4), (self.per, 5), (self.who, 5), (self.until, 5)):
            part.setMinimumWidth(80)
            fields.addWidget(part, share)
        for field in (self.amount, self.who, self.until):
            field.textEdited.connect(lambda _: self._typed())
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(fields)
        column.addWidget(self.told)
        self.told.hide()
        self.amount.returnPressed.connect(self.who.setFocus)
        self.who.returnPressed.connect(self.until.setFocus)
        self.until.returnPressed.connect(self.next_asked)
        self.until.editingFinished.connect(self._spell_out)
        self.per.activated.connect(lambda _: self._typed())
        self.row.addLayout(column, 1)
        self._offer("zh")

    def _offer(self, _lang: str) -> None:
        chosen = self.per.currentData() or DAY
        self.per.clear()
        for code, words in (
            (DAY, self.tr("元/天")),
            ("half_day", self.tr("元/半天")),
            ("hour", self.tr("元/小时")),
            ("base_day", self.tr("元/整个基地一天")),
            ("overtime", self.tr("元/超时一小时")),
            ("minimum", self.tr("元起")),
            ("deposit", self.tr("元押金")),
        ):
            self.per.addItem(words, code)
        self.per.setCurrentIndex(max(0, self.per.findData(chosen)))

    def _typed(self) -> None:
        try:
            amount = read_amount(self.amount.text())
        except ValueError:
            self._refuse(self.amount, self.tr("多少钱要填数字，还没存"))
            return
        high = self.line.high
        if amount is not None and (amount < 0 or (high is not None and amount > high)):
            self._refuse(self.amount, self.tr("这个数不像报价，还没存"))
            return
        try:
            until = _read_until(self.until.text())
        except ValueError:
            self._refuse(self.until, self.tr("哪天前有效写成 12-31 这样，还没存"))
            return
        for field in (self.amount, self.until):
            mark(field, wrong="false")
        if amount is None and (self.who.text().strip() or until):
            self._refuse(self.amount, self.tr("填了多少钱才存得下"))
            return
        self.told.hide()
        value: Json = None
        if amount is not None:
            value = {
                "amount": amount,
                "per": self.per.currentData(),
                "who": self.who.text().strip(),
                "date": self._date or date.today().isoformat(),
                "until": until,
            }
        self._shown = value
        self.tell(value)

    def _spell_out(self) -> None:
        """Write the day in full once it is typed: 1.15 may be of the next year."""
        kept = self._shown if isinstance(self._shown, dict) else {}
        if self.kept and kept.get("until"):
            self.until.setText(str(kept["until"]))

    def _refuse(self, field: WordField, why: str) -> None:
        mark(field, wrong="true")
        self.told.setText(why)
        self.told.show()
        self.set_kept(kept=False)

    def show_answers(self, answers: dict[str, Json]) -> None:
        """Write the quote, unless it stands there."""
        value = answers.get(self.line.key)
        if value == self._shown:
            return
        self._shown = value
        kept = value if isinstance(value, dict) else {}
        amount = kept.get("amount")
        told = f"{amount:,.10g}" if isinstance(amount, int | float) else ""
        self.amount.setText(told)
        self.per.setCurrentIndex(max(0, self.per.findData(kept.get("per") or DAY)))
        self.who.setText(str(kept.get("who") or ""))
        self.until.setText(str(kept.get("until") or ""))
        self._date = str(kept.get("date") or "")
        self.told.hide()
        for field in (self.amount, self.until):
            mark(field, wrong="false")
        self.set_kept(kept=True)

    def first(self) -> QWidget:
        """The amount."""
        return self.amount

    def speak(self, lang: str) -> None:
        """What belongs into each field."""
        self._offer(lang)
        name = line_word(self.line, lang)
        words = (
            (self.amount, self.tr("多少钱")),
            (self.who, self.tr("谁报的")),
            (self.until, self.tr("到哪天有效")),
        )
        for field, text in words:
            field.setPlaceholderText(text)
            field.setAccessibleName(f"{name} {text}")
        self.per.setAccessibleName(self.tr("{line}按什么算").format(line=name))


def _read_until(text: str) -> str:
    """A day as ISO text, of this year or the next where only month and day are given.

    Raises ValueError.
    """
    text = text.strip()
    parts = text.replace("/", "-").replace(".", "-").replace("月", "-").replace("日", "").split("-")
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        today = date.today()
        month, day = (int(part) for part in parts)
        told = date(today.year, month, day)
        return (told if told >= today else told.replace(year=today.year + 1)).isoformat()
    found = read_date(text)
    return "" if found is None else found.isoformat()

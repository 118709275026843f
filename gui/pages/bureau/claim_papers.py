"""The papers of one award: what, who gets it, by when; and what of all awards is due first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from geo.model import ClaimFile, ClaimStep
from geo.phrases import Phrases
from gui import theme
from gui.texts import aloud, money
from gui.widgets.pane import Pane, label, mark
from gui.widgets.source_popover import SourceLine

REMINDERS = 4
SOURCES = 3
# px of a reminder
WIDTH = 286


@dataclass(frozen=True, slots=True)
class Reminder:
    """One paper not there yet, its day, and the names of the awards that want it."""

    policy_id: str
    step: ClaimStep
    due: date
    awards: tuple[str, ...]


def reminders(files: Sequence[tuple[ClaimFile, str]]) -> list[Reminder]:
    """What is still to get, by day; a paper that several awards (file, name) want is told once."""
    found: dict[tuple[str, date], Reminder] = {}
    for file, name in files:
        for step in file.steps:
            if step.due is None or step.done:
                continue
            known = found.get((step.key, step.due))
            first = known.policy_id if known else file.policy_id
            awards = (*known.awards, name) if known else (name,)
            found[step.key, step.due] = Reminder(first, step, step.due, awards)
    return sorted(found.values(), key=lambda one: one.due)


class DueWords(Pane):
    """Days said as people say them."""

    def day_text(self, due: date, today: date) -> str:
        """3月8日前，还有 5 天; overdue in words."""
        left = (due - today).days
        day = self.tr("{month}月{day}日").format(month=due.month, day=due.day)
        if due.year != today.year:
            day = self.tr("{year}年{day}").format(year=due.year, day=day)
        if left < 0:
            return self.tr("{day}前，过了 {n} 天").format(day=day, n=-left)
        if left == 0:
            return self.tr("{day}前，就是今天").format(day=day)
        return self.tr("{day}前，还有 {n} 天").format(day=day, n=left)


class ReminderList(DueWords):
    """``chosen``: policy id and key of the paper pressed."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(role="strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.buttons: list[QPushButton] = []
        self._more = label(role="caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addWidget(self._more)

    def show_files(self, files: Sequence[tuple[ClaimFile, str]], lang: str, today: date) -> None:
        """List what is due first."""
        for button in self.buttons:
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        due = reminders(files)
        self.buttons = [self._row(one, lang, today) for one in due[:REMINDERS]]
        for button in self.buttons:
            self._rows.addWidget(button)
        late = sum(one.due < today for one in due)
        self._title.setText(
            self.tr("到期提醒，{n} 项已过").format(n=late) if late else self.tr("到期提醒")
        )
        mark(self._title, tone="warn" if late else "")
        undated = len(
            {
                step.key
                for file, _ in files
                for step in file.steps
                if not step.done and step.due is None
            }
        )
        words = []
        if len(due) > REMINDERS:
            words.append(self.tr("后面还有 {n} 项。").format(n=len(due) - REMINDERS))
        if undated:
            words.append(
                self.tr("{n} 项还没有日子：填上开机、首播日期，或问发文单位。").format(n=undated)
            )
        self._more.setText("".join(words))
        self._more.setVisible(bool(words))

    def _row(self, one: Reminder, lang: str, today: date) -> QPushButton:
        what = one.step.what.get(lang, one.step.key)
        when = self.day_text(one.due, today)
        if len(one.awards) > 1:
            what = self.tr("{what}（{n} 项奖补都要）").format(what=what, n=len(one.awards))
        room = QFontMetrics(theme.font())
        short = room.elidedText(what, Qt.TextElideMode.ElideRight, WIDTH)
        button = QPushButton(f"{when}\n{short}")
        button.setProperty("row", "true")
        button.setAutoDefault(False)
        button.setToolTip("\n".join((what, *one.awards)))
        button.setAccessibleName(aloud((when, what, one.awards[0]), lang))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(one.policy_id, one.step.key))
        return button


class PapersPane(DueWords):
    """``ticked``: policy id, key, whether it is there."""

    ticked = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._shown: ClaimFile | None = None
        self._title = label(role="heading", wrap=True)
        self._text = label(role="caption", wrap=True)
        self._about = label(role="second", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._about)
        column.addLayout(self._rows)
        column.addLayout(self._notes)
        column.addStretch(1)

    def show_file(
        self, file: ClaimFile, name: str, lang: str, phrases: Phrases | None, today: date
    ) -> None:
        """Show what ``file``, called ``name``, asks for; the same award keeps its boxes."""
        same = self._shown is not None and self._shown.policy_id == file.policy_id
        keys = [step.key for step in file.steps]
        if not same or list(self.boxes) != keys:
            self._clear(self._rows)
            self.boxes = {}
        self._shown = file
        self._title.setText(name)
        self._text.setText(file.title)
        done = sum(step.done for step in file.steps)
        about = [self.tr("材料备齐 {k} / {n}").format(k=done, n=len(file.steps))]
        if file.ceiling is not None:
            about.append(self.tr("最多 {money}").format(money=money(file.ceiling, lang)))
        else:
            about.append(self.tr("给多少没公布"))
        if file.issuer:
            about.append(self.tr("找 {who}").format(who=file.issuer))
        self._about.setText(" · ".join(about))
        fresh = not self.boxes
        for step in file.steps:
            if fresh:
                self._add(step)
            self._say(step, lang, phrases, today)
        self._clear(self._notes)
        for reason in file.reasons:
            text = phrases.tell(reason, lang) if phrases else reason.code
            self._notes.addWidget(label(text, role="second", wrap=True))
        for source in file.sources[:SOURCES]:
            self._notes.addWidget(SourceLine(source))

    def _add(self, step: ClaimStep) -> None:
        row = _PaperRow(step.key)
        row.box.toggled.connect(lambda on, key=step.key: self._tick(key, on=on))
        self.boxes[step.key] = row.box
        self._rows.addWidget(row)

    def _tick(self, key: str, *, on: bool) -> None:
        if self._shown is not None:
            self.ticked.emit(self._shown.policy_id, key, on)

    def _say(self, step: ClaimStep, lang: str, phrases: Phrases | None, today: date) -> None:
        row = self.boxes[step.key].parentWidget()
        if not isinstance(row, _PaperRow):
            return
        details = []
        if phrases is not None:
            who = phrases.say(f"role.{step.who}", lang)
            details.append(self.tr("{who}去办").format(who=who))
        late = False
        if step.due is not None:
            late = step.due < today and not step.done
            details.append(self.day_text(step.due, today))
        if phrases is not None:
            details += [phrases.tell(reason, lang) for reason in step.reasons]
        usual = self.tr("常用做法") if step.usual else ""
        row.say(step.what.get(lang, step.key), " · ".join(details), usual, late=late, lang=lang)
        row.show_done(done=step.done)

    @staticmethod
    def _clear(box: QVBoxLayout) -> None:
        while (item := box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


class _PaperRow(Pane):
    """A box, what it is for, and by whom and when."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setProperty("hair", "bottom")
        self.key = key
        self.box = QCheckBox(self)
        self._what = label(wrap=True)
        self._what.setBuddy(self.box)
        self._usual = label(chip="flag")
        self._details = label(role="caption", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._what, 1)
        head.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        words.addWidget(self._details)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, what: str, details: str, usual: str, *, late: bool, lang: str) -> None:
        """Set the words."""
        self._what.setText(what)
        self._usual.setText(usual)
        self._usual.setVisible(bool(usual))
        self._details.setText(details)
        mark(self._details, tone="warn" if late else "")
        self.box.setAccessibleName(aloud((what, details, usual), lang))

    def show_done(self, *, done: bool) -> None:
        """Tick or not, without telling anybody."""
        self.box.blockSignals(True)
        self.box.setChecked(done)
        self.box.blockSignals(False)

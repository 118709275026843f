"""历史: every change of a record, who made it and when, and the way back to any of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model.field import SITE, FieldKey, HistoryLine, Why
from gui.pages.page import Page
from gui.pages.pitch.words import place_name
from gui.pages.told import DialogNews
from gui.pages.value_words import field_word, short, value_word
from gui.pages.words import when_word
from gui.session import Changes, Session
from gui.texts.tips import plain_tip
from gui.widgets.column_area import ColumnArea
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.fields import StillBox
from gui.widgets.pane import Pane, label

SIZE = (640, 620)
KEY = "history"
STEP = 50
"""Lines that are shown at once; a button brings as many more."""
ALL = ""


class HistoryLines(Page):
    """The lines themselves, newest first. ``session.look_at_history`` fills them."""

    def __init__(self, session: Session, of: FieldKey, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._of = of
        self._most = STEP
        self._drawn: object = None
        self.only = StillBox()
        self.only.currentIndexChanged.connect(lambda _: self._choose())
        self.more = QPushButton()
        self.more.setProperty("quiet", "true")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._show_more)
        self.rows: list[QWidget] = []
        self.backs: dict[int, QPushButton] = {}
        self._none = label(role="second", wrap=True)
        inner = QWidget()
        inner.setProperty("ground", "none")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 10, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.only)
        column.addWidget(self._none)
        column.addWidget(ColumnArea(inner), 1)
        self.retranslate()

    def lines(self) -> tuple[HistoryLine, ...]:
        """The lines of the field that is chosen, of all where none is."""
        field = self.state.outdoors
        of = field.history_of
        if of is None or (of.kind, of.record) != (self._of.kind, self._of.record):
            return ()
        chosen = self.only.currentData()
        return tuple(one for one in field.history if chosen in (ALL, None, one.key.field))

    def show_state(self, changes: Changes) -> None:
        """Show the history as it came."""
        if changes.touch("outdoors", "language", "phrases", "busy"):
            basis = (self.state.outdoors.history, self.state.language, self.state.phrases)
            if basis != self._drawn:
                self._drawn = basis
                self._offer()
                self._fill()
            self._enable()

    def _offer(self) -> None:
        """The fields there are changes of."""
        chosen = self.only.currentData()
        fields = {one.key.field: one.key for one in self.state.outdoors.history}
        self.only.blockSignals(True)
        self.only.clear()
        self.only.addItem(self.tr("所有改动"), ALL)
        for field, key in fields.items():
            self.only.addItem(field_word(self.state, key), field)
        self.only.setCurrentIndex(max(0, self.only.findData(chosen or ALL)))
        self.only.blockSignals(False)
        self.only.setVisible(len(fields) > 1)

    def _fill(self) -> None:
        lines = self.lines()
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows, self.backs = [], {}
        for at, line in enumerate(lines[: self._most]):
            row = self._row(at, line)
            self._column.insertWidget(at, row)
            self.rows.append(row)
        older = len(lines) - self._most
        self.more.setVisible(older > 0)
        self.more.setText(self.tr("再往前翻，还有 {n} 条").format(n=older))
        self._enable()

    def _enable(self) -> None:
        reading = self.state.is_busy("history") and not self.rows
        self._none.setVisible(not self.rows)
        told = self.tr("在翻…") if reading else self.tr("这里还没有人改过，都是景库原来的。")
        self._none.setText(told)
        for button in self.backs.values():
            button.setEnabled(not self.state.is_busy("home"))

    def _choose(self) -> None:
        self._most = STEP
        self._fill()

    def _show_more(self) -> None:
        self._most += STEP
        self._fill()

    def _row(self, at: int, line: HistoryLine) -> QWidget:
        row = Pane()
        row.setProperty("hair", "bottom")
        state = self.state
        before, after = (value_word(state, line.key, one) for one in (line.before, line.after))
        what = label(f"{field_word(state, line.key)}", role="strong", wrap=True)
        change = label(f"{short(before)} → {short(after)}", wrap=True)
        change.setToolTip(plain_tip(f"{before} → {after}"))
        told = label(self._who(line), role="caption", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (what, change, told):
            words.addWidget(part)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(2, 8, 2, 8)
        inside.setSpacing(10)
        inside.addLayout(words, 1)
        if line.current:
            inside.addWidget(label(self.tr("现在"), chip="ok"))
        else:
            inside.addWidget(self._back(at, line, after))
        return row

    def _back(self, at: int, line: HistoryLine, after: str) -> QPushButton:
        button = self.backs[at] = QPushButton(self.tr("换回这个"))
        button.setProperty("small", "true")
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("换回 {value}").format(value=after))
        button.clicked.connect(partial(self._restore, line))
        return button

    def _restore(self, line: HistoryLine, _checked: bool = False) -> None:
        self.session.restore_value(line)

    def _who(self, line: HistoryLine) -> str:
        why = {
            Why.IMPORTED: self.tr("从文件导入"),
            Why.OUTSIDE: self.tr("在别的软件里改的"),
            Why.SETTLED: self.tr("定下来的"),
            Why.UNDONE: self.tr("撤销"),
            Why.RESTORED: self.tr("换回来的"),
        }.get(line.why, "")
        pack = self.tr("外勘包“{name}”").format(name=line.pack_name) if line.pack_name else ""
        who = line.who or self.tr("没留名字")
        return " · ".join(part for part in (who, when_word(line.when), pack, why) if part)

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.only.setAccessibleName(self.tr("看哪一格的历史"))


class HistoryDialog(QDialog):
    """All that was ever written in ``of.record``; with ``of.field`` in that field alone."""

    def __init__(self, session: Session, of: FieldKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._memory = DialogMemory.of(parent)
        self.resize(*SIZE)
        if self._memory is not None:
            self._memory.restore(self, KEY)
        self.setWindowTitle(self.tr("历史"))
        name = place_name(session.state, of.record.partition("/")[2] or of.record)
        if of.kind == SITE or session.state.site(of.record) is not None:
            name = place_name(session.state, of.record)
        if of.field:
            name = f"{name} · {field_word(session.state, of)}"
        self.lines = HistoryLines(session, of)
        self.news = DialogNews(session, ("home", "history"))
        close = QPushButton(self.tr("关上"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        kept = self.tr("换回来也是记一笔，什么都不会删。")
        foot.addWidget(label(kept, role="caption", wrap=True), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(name, role="heading", wrap=True))
        column.addWidget(self.news)
        column.addWidget(self.lines, 1)
        column.addLayout(foot)
        session.look_at_history(of.kind, of.record, of.field)

    def done(self, answer: int) -> None:
        """Remember the size; the history is put away."""
        if self._memory is not None:
            self._memory.keep(self, KEY)
        self._session.close_history()
        self.news.put_away()
        super().done(answer)

"""今天要办的: holds that run out, deposits and balances to pay, deposits to get back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import Basis, Due, DueKind, Range
from gui.pages.plan.aside_words import CNY, date_word, set_name, site_name
from gui.pages.plan.openers import open_booking
from gui.session import Changes, Session
from gui.texts import present_number
from gui.widgets.column_area import ColumnArea
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane, label, mark

SIZE = (560, 480)
KEY = "plan_due"
LATE, TODAY, SOON = "late", "today", "soon"


class DueDialog(QDialog):
    """One row for each thing, the late ones first; a row leads to what was agreed."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, today: date | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._today = today or date.today()
        self._memory = DialogMemory.of(parent)
        self.rows: list[DueRow] = []
        self.setWindowTitle(self.tr("今天要办的"))
        self.resize(*SIZE)
        if self._memory is not None:
            self._memory.restore(self, KEY)
        self.empty = EmptyCard("circle-check")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        session.changed.connect(self._hear)
        self._show()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addStretch(1)
        done = QPushButton(self.tr("看完了"))
        done.setProperty("main", "true")
        done.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(ColumnArea(inner), 1)
        whole.addLayout(foot)

    def _hear(self, changes: Changes) -> None:
        if changes.touch("planned"):
            self._show()

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        due = self._session.due_list(self._today)
        self.empty.setVisible(not due)
        self.empty.tell(
            self.tr("眼下没有到期的"),
            self.tr("在排期上点一个景，记下谈到哪一步：档期、定金、尾款的日子会列在这里。"),
        )
        group = ""
        for one in due:
            this = _group(one, self._today)
            if this != group:
                group = this
                self._list.addWidget(self._head(this))
            row = DueRow(self._session, one, self._today)
            row.opened.connect(lambda one=one: self._open(one))
            self._list.addWidget(row)
            self.rows.append(row)

    def _head(self, group: str) -> QWidget:
        words = {LATE: self.tr("过了日子"), TODAY: self.tr("今天"), SOON: self.tr("往后")}
        head = label(words[group], role="heading")
        head.setContentsMargins(0, 10, 0, 4)
        return head

    def _open(self, one: Due) -> None:
        open_booking(self._session, self, one.set_id, one.site_id)

    def done(self, answer: int) -> None:
        """Hear no more, remember the size."""
        self._session.changed.disconnect(self._hear)
        if self._memory is not None:
            self._memory.keep(self, KEY)
        super().done(answer)


def _group(one: Due, today: date) -> str:
    return LATE if one.late else TODAY if one.on <= today else SOON


class DueRow(Pane):
    """``opened``: what was agreed is wanted."""

    opened = Signal()

    def __init__(
        self, session: Session, due: Due, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        state = session.state
        self.due = due
        self.when = label(date_word(due.on, state.language, today=today), role="strong")
        self.when.setMinimumWidth(76)
        if due.late:
            mark(self.when, tone="err")
        self.what = label(self._what(due, state.language), wrap=True)
        where = self.tr("{what} · {where}").format(
            what=set_name(state, due.set_id), where=site_name(state, due.site_id)
        )
        self.open_button = QPushButton(self.tr("改"))
        self.open_button.setProperty("small", "true")
        self.open_button.setAutoDefault(False)
        self.open_button.setAccessibleName(self.tr("改 {where}").format(where=where))
        self.open_button.clicked.connect(self.opened)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(label(where, role="caption", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addWidget(self.when, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _what(self, due: Due, lang: str) -> str:
        words = {
            DueKind.HOLD_EXPIRES: self.tr("档期到这天，要么定要么放"),
            DueKind.DEPOSIT: self.tr("付定金"),
            DueKind.BALANCE: self.tr("付尾款"),
            DueKind.DEPOSIT_BACK: self.tr("押金该退回来了"),
        }
        told = words[due.kind]
        if due.amount is None:
            return told
        amount = Range(due.amount, due.amount, due.amount, CNY, Basis.QUOTED)
        return f"{told}　{present_number(amount, lang).full}"

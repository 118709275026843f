"""谈到哪一步: how far a site is agreed for a set, by whom, what is paid when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import Booking, BookingStatus
from gui.pages.plan.aside_words import set_name, site_name, status_word
from gui.pages.plan.date_field import DateField
from gui.pages.script.dialogs import dialog_foot
from gui.pages.typed import can_read, read_number, write_number
from gui.session import Session
from gui.widgets.pane import label, mark
from gui.widgets.segments import Segments

MONEY = 104
HELD = (BookingStatus.ASKED, BookingStatus.FIRST_HOLD, BookingStatus.SECOND_HOLD)


class BookingDialog(QDialog):
    """Nothing is kept before 记下来; what is kept is a step that can be undone."""

    def __init__(
        self, session: Session, set_id: str, site_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        kept = session.state.planned.bookings
        same = (set_id, site_id)
        known = next((one for one in kept if (one.set_id, one.site_id) == same), None)
        self._start = known or Booking(set_id, site_id)
        self.setWindowTitle(self.tr("谈到哪一步"))
        self.setMinimumWidth(480)
        self._make_fields(self._start)
        self.keep_button = QPushButton(self.tr("记下来"))
        self.keep_button.clicked.connect(self._keep)
        self.drop_button = QPushButton(self.tr("抹掉这条"))
        self.drop_button.setToolTip(self.tr("Ctrl+Z 找得回来"))
        self.drop_button.setVisible(known is not None)
        self.drop_button.clicked.connect(self._drop)
        self._lay_out()
        self._check()

    def _make_fields(self, start: Booking) -> None:
        self.status = Segments([(one.value, status_word(one)) for one in BookingStatus])
        self.status.choose(start.status.value)
        self.status.setAccessibleName(self.tr("谈到哪一步"))
        self.status.chosen.connect(lambda _: self._check())
        hints = {
            BookingStatus.FIRST_HOLD: self.tr("给我们留着档期，排第一"),
            BookingStatus.SECOND_HOLD: self.tr("别家先留了，我们排第二"),
            BookingStatus.CONFIRMED: self.tr("说定了；重排尽量不动它"),
            BookingStatus.REFUSED: self.tr("重排时这个景不再用它"),
        }
        for status, hint in hints.items():
            self.status.button(status.value).setToolTip(hint)
        self.reason = QLineEdit(start.reason)
        self.reason.setPlaceholderText(self.tr("例如 那几天有展览"))
        self.who, self.phone = QLineEdit(start.who), QLineEdit(start.phone)
        self.who.setPlaceholderText(self.tr("例如 基地陆经理"))
        self.note = QLineEdit(start.note)
        self.expires = DateField(self.tr("档期留到哪天"), start.expires)
        self.deposit, self.balance = (
            QLineEdit(write_number(start.deposit)),
            QLineEdit(write_number(start.balance)),
        )
        self.deposit_due = DateField(self.tr("定金哪天付"), start.deposit_due)
        self.balance_due = DateField(self.tr("尾款哪天付"), start.balance_due)
        self.deposit_back = DateField(self.tr("押金哪天退"), start.deposit_back)
        for amount in (self.deposit, self.balance):
            amount.setFixedWidth(MONEY)
            amount.setProperty("wrong", "")
            amount.textChanged.connect(lambda _: self._check())
        for day in self._days:
            day.typed.connect(self._check)

    @property
    def _days(self) -> tuple[DateField, ...]:
        return self.expires, self.deposit_due, self.balance_due, self.deposit_back

    def _lay_out(self) -> None:
        state = self._session.state
        self._form = form = QFormLayout()
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("为什么不行"), self.reason),
            (self.tr("找谁"), self._pair(self.who, self.tr("电话"), self.phone)),
            (self.tr("档期留到"), self.expires),
            (self.tr("定金（元）"), self._pair(self.deposit, self.tr("哪天付"), self.deposit_due)),
            (self.tr("尾款（元）"), self._pair(self.balance, self.tr("哪天付"), self.balance_due)),
            (self.tr("押金退回"), self.deposit_back),
            (self.tr("备注"), self.note),
        )
        for name, field in rows:
            if not field.accessibleName():
                field.setAccessibleName(name)
            form.addRow(name, field)
        for name, amount in ((self.tr("定金"), self.deposit), (self.tr("尾款"), self.balance)):
            amount.setAccessibleName(name)
        self.who.setAccessibleName(self.tr("找谁"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        title = self.tr("{what} · {where}").format(
            what=set_name(state, self._start.set_id), where=site_name(state, self._start.site_id)
        )
        column.addWidget(label(title, role="heading", wrap=True))
        column.addWidget(self.status)
        column.addLayout(form)
        note = self.tr("不知道的空着。到期的日子会出现在“今天要办的”里。")
        column.addWidget(label(note, role="caption", wrap=True))
        foot = dialog_foot(self, self.keep_button, self.tr("先不记"))
        foot.insertWidget(0, self.drop_button)
        column.addLayout(foot)

    def _pair(self, first: QLineEdit, name: str, second: QLineEdit) -> QWidget:
        """Two fields in a row; the second bears its name."""
        if not second.accessibleName():
            second.setAccessibleName(name)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(first)
        row.addWidget(label(name, role="second"))
        row.addWidget(second)
        if isinstance(second, DateField):
            row.addStretch(1)
        return holder

    @property
    def _status(self) -> BookingStatus:
        return BookingStatus(self.status.choice or BookingStatus.OPEN.value)

    def _check(self) -> None:
        """Refusals have a reason, holds a day; what cannot be read is not kept."""
        status = self._status
        self._form.setRowVisible(self.reason, status is BookingStatus.REFUSED)
        self._form.setRowVisible(self.expires, status in HELD or self.expires.text() != "")
        amounts = (self.deposit, self.balance)
        for one in amounts:
            mark(one, wrong="" if can_read(one.text()) else "true")
        right = all(can_read(one.text()) for one in amounts)
        self.keep_button.setEnabled(right and all(one.right for one in self._days))

    def booking(self) -> Booking:
        """What the fields say."""
        refused = self._status is BookingStatus.REFUSED
        return Booking(
            self._start.set_id,
            self._start.site_id,
            self._status,
            self.reason.text().strip() if refused else "",
            self.who.text().strip(),
            self.phone.text().strip(),
            self.expires.day,
            read_number(self.deposit.text()),
            self.deposit_due.day,
            read_number(self.balance.text()),
            self.balance_due.day,
            self.deposit_back.day,
            self.note.text().strip(),
        )

    def _keep(self) -> None:
        self._session.book(self.booking())
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """The status has the keyboard: it is what changes most."""
        super().showEvent(event)
        self.status.button(self._status.value).setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        self._session.drop_booking(self._start.set_id, self._start.site_id)
        self.accept()

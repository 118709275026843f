"""One line of the ledger: who asked, what was answered, how it went, what it left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model.hosting import Enquiry, EnquiryStatus
from gui.pages.host.number_field import NumberField
from gui.pages.host.places_field import PlacesField
from gui.pages.host.words import bare_title, our_sites, status_word
from gui.pages.plan.date_field import DateField
from gui.pages.script.dialogs import dialog_foot
from gui.session import Session
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import label, mark
from gui.widgets.segments import Segments

SIZE = (820, 720)
QUOTED, MEASURED, NOT_SAID = "quoted", "measured", ""


class EnquiryForm(QDialog):
    """Only the title is needed; what stays empty is not known."""

    def __init__(self, session: Session, enquiry: Enquiry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._enquiry = enquiry
        self.setWindowTitle(self.tr("改这条") if enquiry.id else self.tr("新记一条"))
        self.resize(*SIZE)
        one = enquiry
        self.title = QLineEdit(one.title)
        self.status = Segments([(each.value, status_word(each)) for each in EnquiryStatus])
        self.status.choose(one.status.value)
        self.received = DateField(self.tr("哪天来问"), one.received)
        self.answered = DateField(self.tr("哪天答复"), one.answered)
        self.start, self.end = (
            DateField(self.tr("哪天开拍"), one.start),
            DateField(self.tr("哪天拍完"), one.end),
        )
        self.release = DateField(self.tr("哪天播"), one.release)
        self.company, self.contact = QLineEdit(one.company), QLineEdit(one.contact)
        self.phone, self.accompanied = QLineEdit(one.phone), QLineEdit(one.accompanied)
        self.rival, self.platform = QLineEdit(one.rival), QLineEdit(one.platform)
        self.answer, self.why = QPlainTextEdit(one.answer), QPlainTextEdit(one.why)
        self.note = QPlainTextEdit(one.note)
        self.places = PlacesField(session.state, our_sites(session.state, session.ours), one.sites)
        self.people = NumberField(None if one.people is None else float(one.people))
        self.beds, self.days = NumberField(one.bed_nights), NumberField(one.work_days)
        self.spend = NumberField(one.spend)
        self.basis = Segments(
            [
                (QUOTED, self.tr("他们说的")),
                (MEASURED, self.tr("有票据的")),
                (NOT_SAID, self.tr("没说")),
            ]
        )
        known = one.spend_basis if one.spend_basis in (QUOTED, MEASURED) else NOT_SAID
        self.basis.choose(known)
        self.told = label(role="caption", wrap=True)
        self.save_button = QPushButton(self.tr("记下来"))
        self.save_button.clicked.connect(self.accept)
        self._lay_out()
        self._connect()
        self._check()
        self.title.setFocus()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(6)
        for heading, part in (
            (self.tr("谁来问的"), self._who()),
            (self.tr("怎么答的"), self._answered()),
            (self.tr("后来怎样"), self._went()),
            (self.tr("留下了什么"), self._left()),
        ):
            column.addWidget(label(heading, role="heading"))
            column.addWidget(part)
            column.addSpacing(8)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.addWidget(self.told)
        foot.addLayout(dialog_foot(self, self.save_button, self.tr("先不记")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ColumnArea(inner), 1)
        whole.addLayout(foot)

    def _who(self) -> QWidget:
        return _pairs(
            (self.tr("片名"), self.title),
            (self.tr("哪天来问"), self.received),
            (self.tr("公司"), self.company),
            (self.tr("联系人"), self.contact),
            (self.tr("电话"), self.phone),
            (self.tr("看上哪里"), self.places),
        )

    def _answered(self) -> QWidget:
        return _pairs(
            (self.tr("谁陪的"), self.accompanied),
            (self.tr("哪天答复"), self.answered),
            (self.tr("答了什么"), self.answer),
        )

    def _went(self) -> QWidget:
        return _pairs(
            (self.tr("到哪一步"), self.status),
            (self.tr("为什么来、为什么没来"), self.why),
            (self.tr("没来的去了哪里"), self.rival),
            (self.tr("哪天开拍"), self.start),
            (self.tr("哪天拍完"), self.end),
            (self.tr("在哪个平台播"), self.platform),
            (self.tr("哪天播"), self.release),
        )

    def _left(self) -> QWidget:
        return _pairs(
            (self.tr("来了几个人"), self.people),
            (self.tr("住了几人晚"), self.beds),
            (self.tr("本地用工（人天）"), self.days),
            (self.tr("在本地花了（元）"), self.spend),
            (self.tr("这个数怎么来的"), self.basis),
            (self.tr("备注"), self.note),
        )

    def _connect(self) -> None:
        self.title.textChanged.connect(self._check)
        for field in (self.received, self.answered, self.start, self.end, self.release):
            field.typed.connect(self._check)
        for number in (self.people, self.beds, self.days, self.spend):
            number.textChanged.connect(self._check)

    def _check(self) -> None:
        """A title, days that exist, numbers that can be read, an end after its beginning."""
        dates = (self.received, self.answered, self.start, self.end, self.release)
        numbers = (self.people, self.beds, self.days, self.spend)
        readable = all(one.right for one in (*dates, *numbers))
        turned = _before(self.end, self.start)
        early = _before(self.answered, self.received)
        said = ""
        if not readable:
            said = self.tr("红框里的看不懂：日子写 2026-11-20，数写 1200 或 12 万。")
        elif turned:
            said = self.tr("拍完的日子在开拍前面，核一下。")
        elif early:
            said = self.tr("答复的日子在来问前面，核一下。")
        elif not bare_title(self.title.text()):
            said = self.tr("写上片名就能记，别的以后补。")
        mark(self.told, tone="warn" if not readable or turned or early else "")
        self.told.setText(said)
        self.save_button.setEnabled(
            bool(bare_title(self.title.text())) and readable and not turned and not early
        )

    def enquiry(self) -> Enquiry:
        """The line as typed."""
        people = self.people.value()
        return Enquiry(
            id=self._enquiry.id,
            title=bare_title(self.title.text()),
            received=self.received.day,
            company=self.company.text().strip(),
            contact=self.contact.text().strip(),
            phone=self.phone.text().strip(),
            accompanied=self.accompanied.text().strip(),
            answered=self.answered.day,
            answer=self.answer.toPlainText().strip(),
            status=EnquiryStatus(self.status.choice or EnquiryStatus.ASKED),
            why=self.why.toPlainText().strip(),
            rival=self.rival.text().strip(),
            sites=self.places.sites(),
            start=self.start.day,
            end=self.end.day,
            people=None if people is None else round(people),
            bed_nights=self.beds.value(),
            work_days=self.days.value(),
            spend=self.spend.value(),
            spend_basis=self.basis.choice or "",
            release=self.release.day,
            platform=self.platform.text().strip(),
            note=self.note.toPlainText().strip(),
        )


def _before(one: DateField, other: DateField) -> bool:
    return one.day is not None and other.day is not None and one.day < other.day


def _pairs(*rows: tuple[str, QWidget]) -> QWidget:
    """Names above their fields, two beside each other; large ones take the whole width."""
    holder = QWidget()
    holder.setProperty("ground", "none")
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(8)
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
    row = column = 0
    for name, field in rows:
        large = isinstance(field, QPlainTextEdit | Segments | PlacesField)
        if large and column:
            row, column = row + 1, 0
        field.setAccessibleName(name)
        if isinstance(field, QPlainTextEdit):
            field.setFixedHeight(64)
            field.setTabChangesFocus(True)
        elif isinstance(field, QLineEdit):
            field.setMinimumHeight(32)
        cell = QFormLayout()
        cell.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        cell.setVerticalSpacing(2)
        cell.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        cell.addRow(label(name, role="second"), field)
        grid.addLayout(cell, row, column, 1, 2 if large else 1, Qt.AlignmentFlag.AlignTop)
        if large or column:
            row, column = row + 1, 0
        else:
            column = 1
    return holder

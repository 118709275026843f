"""联系和医院: what the call sheet says of each site, as the user knows it."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.pages.plan.aside_words import site_name
from gui.pages.script.dialogs import dialog_foot
from gui.session import Session, State
from gui.widgets.column_area import ColumnArea
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.pane import Pane, label

SIZE = (640, 480)
KEY = "plan_sites"


class SiteWordsRow(Pane):
    """One site: whom to ring, and the nearest county hospital."""

    def __init__(self, state: State, site_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.site_id = site_id
        planned, name = state.planned, site_name(state, site_id)
        self.contact = QLineEdit(planned.contacts.get(site_id, ""))
        self.hospital = QLineEdit(planned.hospitals.get(site_id, ""))
        self.contact.setPlaceholderText(self.tr("找谁，电话"))
        self.hospital.setPlaceholderText(self.tr("最近的县医院，地址，电话"))
        self.contact.setAccessibleName(self.tr("{site}，联系人").format(site=name))
        self.hospital.setAccessibleName(self.tr("{site}，医院").format(site=name))
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.contact, 1)
        fields.addWidget(self.hospital, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addWidget(label(name, role="strong", wrap=True))
        column.addLayout(fields)

    @property
    def typed(self) -> tuple[str, str]:
        """Contact and hospital."""
        return self.contact.text().strip(), self.hospital.text().strip()


class SiteWordsDialog(QDialog):
    """A row for each site of the plan, in the order of the days. Kept at 记下来."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        state = session.state
        self._memory = DialogMemory.of(parent)
        sites = state.plan.sites if state.plan is not None else ()
        self.rows = [SiteWordsRow(state, one) for one in sites]
        self._before = {row.site_id: row.typed for row in self.rows}
        self.setWindowTitle(self.tr("联系和医院"))
        self.resize(*SIZE)
        if self._memory is not None:
            self._memory.restore(self, KEY)
        self.keep_button = QPushButton(self.tr("记下来"))
        self.keep_button.clicked.connect(self._keep)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(0)
        for row in self.rows:
            rows.addWidget(row)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        told = self.tr("写进每天的通告单。医院请照当地的填，这里不猜。")
        column.addWidget(label(told, role="second", wrap=True))
        column.addWidget(ColumnArea(inner), 1)
        column.addLayout(dialog_foot(self, self.keep_button, self.tr("先不记")))

    def _keep(self) -> None:
        for row in self.rows:
            if row.typed != self._before[row.site_id]:
                contact, hospital = row.typed
                self._session.keep_site_words(row.site_id, hospital=hospital, contact=contact)
        self.accept()

    def done(self, answer: int) -> None:
        """Remember the size."""
        if self._memory is not None:
            self._memory.keep(self, KEY)
        super().done(answer)

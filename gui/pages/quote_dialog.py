"""A price told on the phone: how much, for what, by whom, when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from geo.model import Basis, Hire, Site
from gui.pages.script.dialogs import dialog_foot
from gui.session import Session
from gui.widgets.pane import label
from gui.widgets.segments import Segments

PER = ("day", "hour", "base_day")


class QuoteDialog(QDialog):
    """Keeps a price as quoted; what was known before stays in the record."""

    def __init__(self, session: Session, site: Site, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._site = site
        lang = session.state.language
        self.setWindowTitle(self.tr("填入口头报价"))
        self.setMinimumWidth(420)
        self.amount = QLineEdit()
        self.amount.setPlaceholderText("6000")
        self.amount.textChanged.connect(self._check)
        self.per = Segments(
            [
                ("day", self.tr("一天")),
                ("hour", self.tr("一小时")),
                ("base_day", self.tr("整个基地一天")),
            ]
        )
        self.per.choose("day")
        self.who = QLineEdit()
        self.who.setPlaceholderText(self.tr("谁说的，例如 基地陆经理"))
        self.when = QLineEdit(date.today().isoformat())
        self.when.textChanged.connect(self._check)
        self.keep_button = QPushButton(self.tr("记下来"))
        self.keep_button.clicked.connect(self._keep)
        self._lay_out(site.name_en if lang == "en" else site.name_zh)
        self._check()

    def _lay_out(self, name: str) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("多少钱（元）"), self.amount),
            (self.tr("租什么"), self.per),
            (self.tr("谁说的"), self.who),
            (self.tr("哪天说的"), self.when),
        )
        for text, field in rows:
            field.setAccessibleName(text)
            form.addRow(text, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(name, role="heading"))
        column.addLayout(form)
        note = self.tr("只存在这台电脑上。数字旁会标“口头报价”，和公布价分得开。")
        column.addWidget(label(note, role="caption", wrap=True))
        column.addLayout(dialog_foot(self, self.keep_button, self.tr("先不填")))

    def _amount(self) -> float | None:
        text = self.amount.text().replace(",", "").replace("，", "").strip()
        try:
            value = float(text)
        except ValueError:
            return None
        return value if 0 <= value < 1e9 else None

    def _day(self) -> str | None:
        try:
            return date.fromisoformat(self.when.text().strip()).isoformat()
        except ValueError:
            return None

    def _check(self) -> None:
        self.keep_button.setEnabled(self._amount() is not None and self._day() is not None)

    def _keep(self) -> None:
        amount, day = self._amount(), self._day()
        if amount is None or day is None:
            return
        per = self.per.choice or PER[0]
        hire = Hire(amount, per, Basis.QUOTED, self.who.text().strip(), day)
        self._session.quote_price(self._site.id, hire)
        self.accept()

"""What one place is worth by a criterion of one's own: asked, or told by somebody."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from geo.model import OwnCriterion, OwnValue, Site
from gui.pages.script.dialogs import dialog_foot
from gui.pages.typed import read_day, read_span, write_span
from gui.pages.wishes.modal import ask
from gui.pages.wishes.own_words import (
    beyond_words,
    place_name,
    read_said,
    scale_words,
    wrong_day,
    wrong_value,
)
from gui.session import Session
from gui.widgets.pane import label, mark


class OwnValueDialog(QDialog):
    """A number or a range, who said it and when. Emptied it is not known any more."""

    def __init__(
        self, session: Session, one: OwnCriterion, site: Site, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._one, self._site = session, one, site
        known = one.values.get(site.id)
        self.setWindowTitle(self.tr("填入“{name}”").format(name=one.name))
        self.setMinimumWidth(420)
        self.value = QLineEdit(write_span(known.low, known.high) if known else "")
        self.value.setPlaceholderText(self.tr("例如 7 或 6–8"))
        self.who = QLineEdit(known.who if known else "")
        self.who.setPlaceholderText(self.tr("谁说的，例如 制片主任"))
        self.when = QLineEdit(known.date if known else date.today().isoformat())
        self.told = label(role="caption", wrap=True)
        for field in (self.value, self.when):
            field.textChanged.connect(lambda _: self._check())
        self.keep_button = QPushButton(self.tr("记下来"))
        self.keep_button.clicked.connect(self._keep)
        self._lay_out()
        self._check()

    def _lay_out(self) -> None:
        unit = self._one.unit
        named = f"{self._one.name}（{unit}）" if unit else self._one.name
        form = QFormLayout()
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (named, self.value),
            (self.tr("谁说的"), self.who),
            (self.tr("哪天说的"), self.when),
        )
        for text, field in rows:
            field.setAccessibleName(text)
            form.addRow(text, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        name = place_name(self._site, self._session.state.language)
        column.addWidget(label(name, role="heading"))
        column.addLayout(form)
        column.addWidget(self.told)
        column.addLayout(dialog_foot(self, self.keep_button, self.tr("先不填")))

    def _said(self) -> OwnValue | None:
        return read_said(self.value.text(), self.who.text(), self.when.text())

    def _check(self) -> None:
        wrong = self._wrong()
        mark(self.value, wrong="true" if wrong == wrong_value() else "")
        mark(self.when, wrong="true" if wrong == wrong_day() else "")
        mark(self.told, tone="err" if wrong else "")
        self.told.setText(wrong or self._hint())
        known = self._one.values.get(self._site.id)
        self.keep_button.setEnabled(not wrong and (known is not None or self._said() is not None))

    def _wrong(self) -> str:
        try:
            read_span(self.value.text())
        except ValueError:
            return wrong_value()
        try:
            read_day(self.when.text())
        except ValueError:
            return wrong_day()
        return ""

    def _hint(self) -> str:
        one, said = self._one, self._said()
        scale = scale_words(one.worst, one.best, one.unit)
        if said is None:
            return self.tr("{scale}。空着就是不知道，先不加分。").format(scale=scale)
        beyond = beyond_words(one, said.low, said.high)
        return f"{scale}。{beyond}" if beyond else f"{scale}。"

    def _keep(self) -> None:
        self._session.set_own_value(self._one.code, self._site.id, self._said())
        self.accept()


def ask_own_value(session: Session, code: str, site_id: str, parent: QWidget | None = None) -> bool:
    """Ask what a place is worth by the own criterion ``code``; whether something was written down.

    Nothing is asked about a criterion or a place that is not there any more.
    """
    state = session.state
    one = next((own for own in state.wishes.own if own.code == code), None)
    site = state.site(site_id)
    if one is None or site is None:
        return False
    return ask(OwnValueDialog(session, one, site, parent))

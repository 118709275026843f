"""What is good to know of a place and can wait: English name, eras, ticket, visitors, notes."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from geo.model import Site
from gui.pages.sites.weekday_row import WeekdayRow
from gui.pages.typed import can_read, read_number, write_number
from gui.pages.words import ERAS, era_word
from gui.widgets.flow import FlowLayout

FIRST_YEAR = 1980


class MoreValues(TypedDict):
    """Fields of ``Site``."""

    name_en: str
    eras: tuple[str, ...]
    ticket_cny: float | None
    annual_visitors: int | None
    annual_visitors_year: int | None
    opening_note_zh: str | None
    closed_weekdays: tuple[int, ...] | None
    notes_zh: str | None


class MoreForm(QObject):
    """Empty fields mean that nobody knows."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.name_en, self.ticket = QLineEdit(), QLineEdit()
        self.visitors, self.year = QLineEdit(), QLineEdit()
        self.opening, self.notes = QLineEdit(), QPlainTextEdit()
        self.closed = WeekdayRow()
        self.notes.setFixedHeight(72)
        self.notes.setTabChangesFocus(True)
        self.year.setFixedWidth(84)
        self.eras = QWidget()
        flow = FlowLayout(self.eras, gap=12)
        self.boxes = {era: QCheckBox(era_word(era)) for era in ERAS}
        for box in self.boxes.values():
            flow.addWidget(box)
            box.toggled.connect(self.changed)
        nobody = self.tr("不知道")
        for field in (self.ticket, self.visitors):
            field.setPlaceholderText(nobody)
        self.ticket.setToolTip(self.tr("免费就写 0"))
        self.visitors.setToolTip(self.tr("写 1,200,000 或 120 万都行"))
        self.year.setPlaceholderText(self.tr("哪一年"))
        self.opening.setPlaceholderText(self.tr("例如 周一闭馆，清场要提前一周说"))
        self.closed.changed.connect(self.changed)
        for field in (self.name_en, self.ticket, self.visitors, self.year, self.opening):
            field.textChanged.connect(self.changed)

    def show_site(self, site: Site) -> None:
        """Fill in what is known of ``site``."""
        self.name_en.setText("" if site.name_en == site.name_zh else site.name_en)
        self.ticket.setText(write_number(site.ticket_cny))
        self.visitors.setText(write_number(site.annual_visitors))
        year = site.annual_visitors_year
        self.year.setText("" if year is None else str(year))
        self.closed.show_days(site.closed_weekdays)
        self.opening.setText(site.opening_note_zh or "")
        self.notes.setPlainText(site.notes_zh or "")
        for field in (self.name_en, self.opening):
            field.setCursorPosition(0)
        for era, box in self.boxes.items():
            box.setChecked(era in site.eras)

    def missing(self) -> str:
        """What cannot be read, in words."""
        if not can_read(self.ticket.text()):
            return self.tr("门票写数字就行，免费写 0，不知道就空着。")
        if not can_read(self.visitors.text()):
            return self.tr("一年多少游客，写数字就行，不知道就空着。")
        year = self.year.text().strip()
        if year and not (year.isdigit() and FIRST_YEAR <= int(year) <= date.today().year):
            return self.tr("年份写成 2025 这样。")
        return ""

    def values(self, name_zh: str, before: Site | None) -> MoreValues:
        """What the form says; eras that it does not offer are kept."""
        visitors = read_number(self.visitors.text())
        year = self.year.text().strip()
        chosen = tuple(era for era, box in self.boxes.items() if box.isChecked())
        kept = tuple(era for era in before.eras if era not in self.boxes) if before else ()
        same = before is not None and set(before.eras) == {*chosen, *kept}
        return {
            "name_en": self.name_en.text().strip() or name_zh,
            "eras": before.eras if before is not None and same else (*chosen, *kept),
            "ticket_cny": read_number(self.ticket.text()),
            "annual_visitors": None if visitors is None else round(visitors),
            "annual_visitors_year": int(year) if year and visitors is not None else None,
            "closed_weekdays": self.closed.closed_days(),
            "opening_note_zh": self.opening.text().strip() or None,
            "notes_zh": self.notes.toPlainText().strip() or None,
        }

"""One place in the table of a criterion of one's own: value, who said so, when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from geo.model import OwnValue, Site
from gui.pages.typed import read_day, read_span, write_span
from gui.pages.wishes.own_words import place_name, wrong_day, wrong_value
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label, mark

VALUE, WHO, DAY = 92, 120, 104
Typed = tuple[str, str, str]
NOTHING: Typed = ("", "", "")


def as_typed(said: OwnValue) -> Typed:
    """Value, who and day as they stand in the fields."""
    return write_span(said.low, said.high), said.who, said.date


def wrong_in(typed: Typed) -> str:
    """What cannot be read of the fields, empty when all can."""
    try:
        if read_span(typed[0]) is None:
            return ""
    except ValueError:
        return wrong_value()
    try:
        read_day(typed[2])
    except ValueError:
        return wrong_day()
    return ""


class OwnRow(Pane):
    """``typed`` tells the id of the place in whose fields something was typed."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.site_id = ""
        self.name = ElidedLabel(role="strong")
        self.place = ElidedLabel(role="caption")
        self.value, self.who, self.when = QLineEdit(), QLineEdit(), QLineEdit()
        self.told = label(role="caption", wrap=True)
        self.told.setProperty("tone", "")
        self.told.hide()
        for field, width in ((self.value, VALUE), (self.who, WHO), (self.when, DAY)):
            field.setFixedWidth(width)
            field.setProperty("wrong", "")
            field.textEdited.connect(lambda _: self._tell())
            # the value stays where it is while who and when come and go
            policy = field.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            field.setSizePolicy(policy)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        for field in (self.value, self.who, self.when):
            row.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 4, 5)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.told)

    def show_site(self, site: Site, typed: Typed, lang: str) -> None:
        """Stand for ``site``, with what was typed of it so far."""
        self.site_id = site.id
        name = place_name(site, lang)
        where = site.city_en if lang == "en" else f"{site.city_zh} {site.district_zh or ''}"
        self.name.setText(name)
        self.place.setText(where.strip())
        for field, text in zip((self.value, self.who, self.when), typed, strict=True):
            field.setText(text)
        self.value.setPlaceholderText(self.tr("不知道"))
        self.who.setPlaceholderText(self.tr("谁说的"))
        self.value.setAccessibleName(self.tr("{name}，多少").format(name=name))
        self.who.setAccessibleName(self.tr("{name}，谁说的").format(name=name))
        self.when.setAccessibleName(self.tr("{name}，哪天说的").format(name=name))
        self._dress()

    @property
    def fields(self) -> Typed:
        """What stands in the three fields."""
        return self.value.text(), self.who.text(), self.when.text()

    def _tell(self) -> None:
        if self.value.text().strip() and not self.when.text().strip() and self.value.hasFocus():
            self.when.setText(date.today().isoformat())
        self._dress()
        self.typed.emit(self.site_id)

    def _dress(self) -> None:
        """Who and when only where there is a value to say them of; what is wrong below."""
        said = bool(self.value.text().strip())
        self.who.setVisible(said)
        self.when.setVisible(said)
        wrong = wrong_in(self.fields)
        mark(self.value, wrong="true" if wrong == wrong_value() else "")
        mark(self.when, wrong="true" if wrong == wrong_day() else "")
        self.tell(wrong, "err")

    def tell(self, words: str, tone: str = "") -> None:
        """A line under the fields, or none."""
        mark(self.told, tone=tone)
        self.told.setText(words)
        self.told.setVisible(bool(words))

"""What a paper says: place, how large, from when to when, how much it grew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from geo.model import Division, PressClaim, Site
from gui.models.vouchers import read_date
from gui.widgets.pane import Pane, label, mark
from gui.widgets.segments import Segments
from gui.widgets.word_picker import Choice, WordPicker

ATTRACTION, COUNTY, CITY = "A", "B", "C"
SITE_KEY = "site:"
CODE_DIGITS = 6
MOST = 1000.0


class PressForm(Pane):
    """``asked``: the reader wants it checked. ``claim`` is None while something is missing."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scales: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self.place = WordPicker(keep=True)
        self.place.picked.connect(self._pick)
        self.scale = Segments([(ATTRACTION, ""), (COUNTY, ""), (CITY, "")])
        self.start, self.end, self.release = QLineEdit(), QLineEdit(), QLineEdit()
        self.growth, self.market = QLineEdit(), QLineEdit()
        self._labels: dict[QWidget, QLabel] = {}
        self.missing = label(role="caption", wrap=True)
        self._lay_out()
        for field in (self.start, self.end, self.release, self.growth, self.market):
            field.returnPressed.connect(self.asked)
            field.textEdited.connect(lambda _, field=field: mark(field, wrong=""))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(10)
        dates = QWidget()
        row = QHBoxLayout(dates)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._dash = label("–")
        for widget in (self.start, self._dash, self.end):
            row.addWidget(widget)
        for field in (self.growth, self.market, self.release):
            field.setMaximumWidth(150)
        for part in (self.place, self.scale, dates, self.growth, self.release, self.market):
            words = label(role="second")
            self._labels[part] = words
            form.addRow(words, part)
        self._dates = dates
        form.addRow("", self.missing)

    def set_places(self, sites: Iterable[Site], divisions: Iterable[Division], lang: str) -> None:
        """Offer the places of the catalogue, then cities and counties."""
        choices = []
        self._scales, self._names = {}, {}
        for site in sites:
            key = SITE_KEY + site.id
            name = site.name_en if lang == "en" and site.name_en else site.name_zh
            self._scales[key], self._names[key] = ATTRACTION, site.name_zh
            choices.append(Choice(key, name, f"{site.name_zh} {site.city_zh}"))
        for one in divisions:
            county = len(one.adcode) == CODE_DIGITS and not one.adcode.endswith("00")
            self._scales[one.adcode] = COUNTY if county else CITY
            self._names[one.adcode] = one.name
            choices.append(Choice(one.adcode, one.name))
        self.place.set_choices(choices)

    def _pick(self, key: str) -> None:
        self.scale.choose(self._scales[key])

    def show_claim(self, claim: PressClaim) -> None:
        """Fill in ``claim``."""
        self.place.setText(claim.place)
        self.scale.choose(claim.scale)
        self.start.setText(claim.start.isoformat())
        self.end.setText(claim.end.isoformat())
        self.growth.setText(f"{claim.growth * 100:.10g}")
        self.market.setText("" if claim.market is None else f"{claim.market * 100:.10g}")
        self.release.setText(claim.release.isoformat() if claim.release else "")
        for field in (self.start, self.end, self.release, self.growth, self.market):
            mark(field, wrong="")
        self.missing.clear()

    def claim(self) -> PressClaim | None:
        """What the form says; says in words what is missing or cannot be read."""
        self.missing.clear()
        start, end = self._day(self.start), self._day(self.end)
        release, release_read = self._maybe_day(self.release)
        growth, market = self._share(self.growth), self._share(self.market)
        place, scale = self.place.text().strip(), self.scale.choice
        market_read = market is not None or not self.market.text().strip()
        for said, field, words in (
            (place, self.place, self.tr("写上是哪里。")),
            (scale, None, self.tr("选一下：是一个景点，一个区县，还是整个市以上？")),
            (start, self.start, self.tr("从哪天起？写成 2024-06-01 这样。")),
            (end, self.end, self.tr("到哪天止？写成 2024-06-30 这样。")),
            (growth is not None, self.growth, self.tr("涨了百分之几？写数字，例如 13.4。")),
            (release_read, self.release, self.tr("首播日期写成 2024-04-20 这样，不知道就空着。")),
            (market_read, self.market, self.tr("对照涨了百分之几？写数字，不知道就空着。")),
        ):
            if not said:
                if field is not None:
                    mark(field, wrong="true")
                    field.setFocus()
                self.missing.setText(words)
                return None
        if start is None or end is None or growth is None or scale is None:
            return None
        if end < start:
            mark(self.end, wrong="true")
            self.missing.setText(self.tr("止期在起期前面，对调一下？"))
            return None
        return PressClaim(place, scale, start, end, growth, market, release)

    @staticmethod
    def _day(field: QLineEdit) -> date | None:
        try:
            return read_date(field.text())
        except ValueError:
            return None

    def _maybe_day(self, field: QLineEdit) -> tuple[date | None, bool]:
        day = self._day(field)
        return day, day is not None or not field.text().strip()

    @staticmethod
    def _share(field: QLineEdit) -> float | None:
        text = field.text().strip().rstrip("%％").replace("\N{MINUS SIGN}", "-").lstrip("+")
        try:
            number = float(text)
        except ValueError:
            return None
        return number / 100 if -100 < number <= MOST * 100 else None

    def retranslate(self) -> None:
        """Set every text."""
        texts: tuple[tuple[QWidget, str, str], ...] = (
            (self.place, self.tr("哪里"), self.tr("例如 平潭，或从景库里挑")),
            (self.scale, self.tr("多大的地方"), ""),
            (self._dates, self.tr("哪段时间"), ""),
            (self.growth, self.tr("涨了百分之几"), "13.4"),
            (self.release, self.tr("哪天首播"), self.tr("不知道就空着")),
            (self.market, self.tr("对照涨了百分之几"), self.tr("不知道就空着")),
        )
        for part, words, hint in texts:
            self._labels[part].setText(words)
            part.setAccessibleName(words)
            if isinstance(part, QLineEdit):
                part.setPlaceholderText(hint)
        self.market.setToolTip(
            self.tr("同一段时间，附近没拍剧的地方或全省涨了多少。空着就用查得到的大盘。")
        )
        self.scale.set_options(
            [
                (ATTRACTION, self.tr("景点")),
                (COUNTY, self.tr("区县")),
                (CITY, self.tr("地级市以上")),
            ]
        )
        self.start.setPlaceholderText("2024-06-01")
        self.end.setPlaceholderText("2024-06-30")
        self.start.setAccessibleName(self.tr("从哪天起"))
        self.end.setAccessibleName(self.tr("到哪天止"))

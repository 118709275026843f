"""The ledger between two days: its lines, and sums that say how many lines they lack.

Money is CNY; nights and work-days count people times nights and days. Each stands apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geo.model import Basis, Scalar, Site, in_language
from geo.model.hosting import Enquiry, EnquiryStatus
from geo.model.pitch import BureauCard
from geo.phrases import Phrases

CAME = (EnquiryStatus.LANDED, EnquiryStatus.RELEASED)
FULL_YEAR_FROM = 32  # days: a longer time that begins on New Year's Day is a year


@dataclass(frozen=True, slots=True)
class Sum:
    """What the lines that tell it add up to (None: none does), and how many lines do not."""

    total: float | None
    told: int
    lacking: int


@dataclass(frozen=True, slots=True)
class Sums:
    """Crews by how far they came, and what those that came have left.

    ``measured``: spending of which there are papers, part of ``spend``. ``days``: mean days to an
    answer over the lines that tell both days.
    """

    asked: int
    came: int
    lost: int
    beds: Sum
    work: Sum
    spend: Sum
    measured: Sum
    days: float | None

    @property
    def open(self) -> int:
        """Those still talked to."""
        return self.asked - self.came - self.lost


@dataclass(frozen=True, slots=True)
class Period:
    """All lines, the first and the last day asked for, and whom the office is."""

    every: tuple[Enquiry, ...]
    first: date
    last: date
    card: BureauCard
    sites: Mapping[str, Site]
    today: date

    @property
    def lines(self) -> tuple[Enquiry, ...]:
        """Those received in the time, the oldest first."""
        found = [one for one in self.every if self._within(one.received)]
        return tuple(sorted(found, key=lambda one: one.received or self.first))

    @property
    def earlier(self) -> tuple[Enquiry, ...]:
        """Those received before that were shot or released in the time: told, counted before."""
        return tuple(
            one
            for one in self.every
            if one.received is not None
            and one.received < self.first
            and (self._within(one.release) or self._shot(one))
        )

    @property
    def undated(self) -> tuple[Enquiry, ...]:
        """Those of which nobody wrote down the day: they count for no time."""
        return tuple(one for one in self.every if one.received is None)

    def months(self) -> Iterator[tuple[str, tuple[Enquiry, ...]]]:
        """Each month of the time ("2026-03") with its lines."""
        day = self.first.replace(day=1)
        while day <= self.last:
            month = f"{day:%Y-%m}"
            yield month, tuple(one for one in self.lines if f"{one.received:%Y-%m}" == month)
            day = (day + timedelta(days=31)).replace(day=1)

    def places(self, enquiry: Enquiry, lang: str) -> str:
        """The names of the places of a line; one no longer known is left out."""
        found = [self.sites[one] for one in enquiry.sites if one in self.sites]
        names = (in_language(one.name_en, one.name_zh, lang) for one in found)
        return ("、" if lang == "zh" else ", ").join(names)

    def name(self, phrases: Phrases, lang: str) -> str:
        """What the time is called: a month, a year, or from when to when."""
        first, last = self.first, self.last
        long = (last - first).days >= FULL_YEAR_FROM
        values: dict[str, Scalar] = {
            "year": first.year,
            "month": first.month,
            "month_en": f"{first:%B}",
        }
        if (first.month, first.day) == (1, 1) and last.year == first.year and long:
            return phrases.say("ledger_year", lang, values)
        if first.day == 1 and (last.year, last.month) == (first.year, first.month):
            return phrases.say("ledger_month", lang, values)
        return self.span(phrases, lang)

    def span(self, phrases: Phrases, lang: str) -> str:
        """From which day to which."""
        if self.first == self.last:
            return said_day(self.first, lang)
        return said_span(self.first, self.last, lang)

    def _within(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def _shot(self, one: Enquiry) -> bool:
        if one.start is None or one.status not in CAME:
            return False
        return one.start <= self.last and (one.end or one.start) >= self.first


def said_day(day: date, lang: str) -> str:
    """A day as letters write it."""
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {day:%B} {day.year}"


def said_span(first: date, last: date, lang: str) -> str:
    """From one day to another; what both have in common is told once."""
    if lang == "zh":
        told = said_day(last, lang)
        if last.year == first.year:
            told = told.split("年")[1]
            told = told.split("月")[1] if last.month == first.month else told
        return f"{said_day(first, lang)}至{told}"
    begin = said_day(first, lang)
    if last.year == first.year:
        begin = f"{first.day}" if last.month == first.month else f"{first.day} {first:%B}"
    return f"{begin} to {said_day(last, lang)}"


def days_told(enquiry: Enquiry, lang: str) -> str:
    """From when to when a crew shoots, as far as it is told; empty where it is not."""
    start, end = enquiry.start, enquiry.end
    if start is not None and end is not None and start != end:
        return said_span(start, end, lang)
    day = start or end
    return "" if day is None else said_day(day, lang)


def sums_of(lines: Sequence[Enquiry]) -> Sums:
    """Add up; what a crew that came has not told is counted as lacking, never as 0."""
    came = [one for one in lines if one.status in CAME]
    days = [
        (one.answered - one.received).days
        for one in lines
        if one.answered is not None and one.received is not None
    ]
    measured = [
        one.spend for one in came if one.spend is not None and one.spend_basis == Basis.MEASURED
    ]
    return Sums(
        asked=len(lines),
        came=len(came),
        lost=sum(one.status is EnquiryStatus.LOST for one in lines),
        beds=_sum(one.bed_nights for one in came),
        work=_sum(one.work_days for one in came),
        spend=_sum(one.spend for one in came),
        measured=Sum(sum(measured) if measured else None, len(measured), 0),
        days=sum(days) / len(days) if days else None,
    )


def _sum(figures: Iterable[float | None]) -> Sum:
    given = list(figures)
    told = [one for one in given if one is not None]
    return Sum(sum(told) if told else None, len(told), len(given) - len(told))


def bare_title(title: str) -> str:
    """A title without the marks it may have been typed with."""
    return title.strip().removeprefix("《").removesuffix("》").strip()

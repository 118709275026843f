"""The report (专报) of a month or a year: what was asked, who came, who did not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from geo.model import Scalar
from geo.model.hosting import Enquiry, EnquiryStatus
from geo.phrases import Phrases
from geo.present.figures import UNKNOWN
from geo.present.ledger_period import (
    CAME,
    Period,
    Sum,
    bare_title,
    days_told,
    said_day,
    sums_of,
)
from geo.present.office_paper import ISSUE, TITLE, OfficePaper

FIGURES = (0.24, 0.22, 0.54)
CREWS = (0.2, 0.26, 0.2, 0.09, 0.11, 0.14)


def write_report(
    period: Period, phrases: Phrases, path: Path, lang: str, template: Path | None = None
) -> Path:
    """Write the report.

    Raises ExportError: ``pitch_template_broken`` (file), ``export_refused``, ``export_disk_full``.
    """
    told = Told(period, phrases, lang)
    paper = OfficePaper(template, lang, told.title)
    paper.mast(told.say("report_mast"))
    paper.add(told.say("report_issue", year=period.last.year), ISSUE)
    paper.red_row(told.office, said_day(period.today, lang))
    paper.add(told.title, TITLE)
    paper.add(told.opening())
    paper.head(told.say("report_all"))
    paper.table(
        [told.say(code) for code in ("report_what", "ledger_figure", "ledger_says")],
        list(told.figures()),
        FIGURES,
    )
    paper.add(told.say("report_apart"))
    _crews(paper, told, "report_came", period.lines)
    _listed(paper, told, "report_lost", told.lost())
    _listed(paper, told, "report_open", told.open())
    _crews(paper, told, "report_earlier", period.earlier)
    _listed(paper, told, "report_lacking", told.lacking())
    paper.sign(told.office, said_day(period.today, lang))
    return paper.save(path)


class Told:
    """A time of the ledger in words."""

    def __init__(self, period: Period, phrases: Phrases, lang: str) -> None:
        self.period = period
        self.phrases = phrases
        self.lang = lang
        self.sums = sums_of(period.lines)
        card = period.card
        names = (card.name_en, card.name) if lang == "en" else (card.name, card.name_en)
        self.office = names[0] or names[1] or self.say("office_blank")
        self.title = self.say("report_title", time=period.name(phrases, lang))

    def say(self, code: str, **values: Scalar) -> str:
        """A phrase in the language of the paper."""
        return self.phrases.say(code, self.lang, values)

    def opening(self, code: str = "report_opening") -> str:
        """The first sentence: how many asked, came, went elsewhere, are still talked to."""
        sums, when = self.sums, self.period.span(self.phrases, self.lang)
        if not sums.asked:
            return self.say("report_nobody", when=when)
        counts = {"asked": sums.asked, "came": sums.came, "lost": sums.lost, "open": sums.open}
        return self.say(code, when=when, **counts)

    def figures(self) -> Iterator[tuple[str, str, str]]:
        """What, how much, and what to know of it; nobody came: nothing is left, not 0."""
        sums = self.sums
        undated = len(self.period.undated)
        note = self.say("report_undated_note", n=undated) if undated else ""
        yield self.say("report_row.asked"), self.say("report_crews", n=sums.asked), note
        yield self.say("report_row.came"), self.say("report_crews", n=sums.came), ""
        yield self.say("report_row.lost"), self.say("report_crews", n=sums.lost), ""
        yield self.say("report_row.open"), self.say("report_crews", n=sums.open), ""
        if sums.asked:
            yield self.say("report_row.days"), self._days(), ""
        if sums.came:
            yield self._figure("report_row.beds", sums.beds, "report_nights")
            yield self._figure("report_row.work", sums.work, "report_work_days")
            what, figure, told = self._figure("report_row.spend", sums.spend, "report_money")
            yield what, figure, "".join(part for part in (self._papers(), told) if part)

    def _figure(self, code: str, given: Sum, unit: str) -> tuple[str, str, str]:
        figure = UNKNOWN[self.lang]
        if given.total is not None:
            figure = self.say(unit, n=given.total)
        note = ""
        if given.lacking:
            how = "report_lacking_some" if given.told else "report_lacking_all"
            note = self.say(how, n=given.lacking)
        return self.say(code), figure, note

    def _papers(self) -> str:
        """How much of the spending is on paper; the rest is what crews told."""
        sums = self.sums
        if sums.spend.total is None:
            return ""
        if sums.measured.total is None:
            return self.say("report_no_papers")
        return self.say("report_papers", amount=sums.measured.total)

    def row(self, one: Enquiry) -> tuple[str, ...]:
        """A crew that came: title, places, when, people, nights, spending."""
        blank = UNKNOWN[self.lang]

        def count(value: float | None) -> str:
            return blank if value is None else f"{value:,.0f}"

        spend = blank if one.spend is None else self.say("report_money", n=one.spend)
        return (
            self.title_of(one),
            self.period.places(one, self.lang) or blank,
            days_told(one, self.lang) or blank,
            count(one.people),
            count(one.bed_nights),
            spend,
        )

    def _days(self) -> str:
        """How long an answer took on average."""
        days = self.sums.days
        if days is None:
            return UNKNOWN[self.lang]
        told = round(days, 1)
        return self.say("report_days", n=told) if told else self.say("report_same_day")

    def title_of(self, one: Enquiry) -> str:
        """The title as titles are written."""
        if not one.title:
            return self.say("office_untitled")
        title = bare_title(one.title)
        return f"《{title}》" if self.lang == "zh" else title

    def lost(self) -> Iterator[str]:
        """Each crew that did not come: why, and where it went."""
        for one in self.period.lines:
            if one.status is EnquiryStatus.LOST:
                why = one.why.strip(" 。.") or self.say("report_why_unknown")
                code = "report_lost_to" if one.rival else "report_lost_why"
                yield self.say(code, title=self.title_of(one), why=why, rival=one.rival)

    def open(self) -> Iterator[str]:
        """Each crew still talked to."""
        for one in self.period.lines:
            if one.status in CAME or one.status is EnquiryStatus.LOST:
                continue
            state = self.say(f"report_state.{one.status.value}")
            when = "" if one.received is None else said_day(one.received, self.lang)
            yield self.say("report_open_one", title=self.title_of(one), state=state, day=when)

    def lacking(self) -> Iterator[str]:
        """What nobody has told of the crews that came, to be gathered."""
        for one in self.period.lines:
            given = {
                "report_row.people": one.people,
                "report_row.beds": one.bed_nights,
                "report_row.work": one.work_days,
                "report_row.spend": one.spend,
            }
            open_ones = [self.say(code) for code, value in given.items() if value is None]
            if one.status in CAME and open_ones:
                what = ("、" if self.lang == "zh" else ", ").join(open_ones)
                yield self.say("report_lacking_one", title=self.title_of(one), what=what)


def _crews(paper: OfficePaper, told: Told, code: str, lines: Sequence[Enquiry]) -> None:
    rows = [told.row(one) for one in lines if one.status in CAME]
    if not rows:
        return
    paper.head(told.say(code))
    if code == "report_earlier":
        paper.add(told.say("report_earlier_note", n=len(rows)))
    columns = ("title", "places", "days", "people", "beds", "spend")
    paper.table([told.say(f"report_column.{one}") for one in columns], rows, CREWS)


def _listed(paper: OfficePaper, told: Told, code: str, sentences: Iterator[str]) -> None:
    given = list(sentences)
    if given:
        paper.head(told.say(code))
        for number, one in enumerate(given, 1):
            mark = f"{number}．" if told.lang == "zh" else f"{number}) "
            paper.add(mark + one)

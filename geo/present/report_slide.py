"""The ledger of a month or a year on one slide, in the look of the pack's template."""

from __future__ import annotations

from pathlib import Path

from geo.model.pitch import Audience, PitchLang, PitchPart
from geo.phrases import Phrases
from geo.present.ledger_period import CAME, Period, said_day
from geo.present.pitch.blocks import (
    Block,
    Cell,
    Fact,
    Facts,
    Look,
    Page,
    PitchPaper,
    Said,
    Table,
    Words,
)
from geo.present.pitch.plain import shortened
from geo.present.pitch.slides import write_pptx
from geo.present.report_paper import Told

# what goes on one slide beside the figures
MOST_CREWS, MOST_LOST = 5, 3
WIDTHS = (0.2, 0.3, 0.22, 0.12, 0.16)
LETTERS = 40


def write_slide(
    period: Period, phrases: Phrases, path: Path, lang: str, template: Path | None = None
) -> Path:
    """Write one slide.

    Raises ExportError: ``pitch_template_broken`` (file), ``export_refused``, ``export_disk_full``.
    """
    told = Told(period, phrases, lang)
    page = Page(PitchPart.ANSWER, Said(told.title), tuple(_blocks(told)))
    paper = PitchPaper(
        title=Said(told.title),
        subtitle=Said(told.office),
        running=Said(told.office),
        foot=Said(said_day(period.today, lang)),
        lang=PitchLang(lang),
        audience=Audience.INTERNAL,
        today=period.today,
        pages=(page,),
        sources=(),
        text="",
    )
    return write_pptx(paper, path, template)


def _blocks(told: Told) -> list[Block]:
    blocks: list[Block] = [Words(Said(told.opening("report_counts")), "lead")]
    counted = 4  # asked, came, lost and open are in the sentence already
    rows = tuple(
        Fact(
            Said(what),
            Said(figure),
            Said(note),
            Look.UNKNOWN if note and _bare(figure) else Look.STRONG,
        )
        for what, figure, note in list(told.figures())[counted:]
    )
    if rows:
        blocks.append(Facts(rows))
    crews = _crews(told)
    if crews is not None:
        blocks.append(crews)
    lost = [shortened(one, 1.0, LETTERS, 1) for one in told.lost()]
    if lost:
        told_lost = "\n".join(lost[:MOST_LOST])
        more = len(lost) - MOST_LOST
        if more > 0:
            told_lost += "\n" + told.say("report_more", n=more)
        blocks.append(Words(Said(f"{told.say('report_lost')}\n{told_lost}"), "note"))
    blocks.append(Words(Said(told.say("report_apart")), "note"))
    return blocks


def _bare(figure: str) -> bool:
    return not any(char.isdigit() for char in figure)


def _crews(told: Told) -> Table | None:
    came = [one for one in told.period.lines if one.status in CAME]
    if not came:
        return None
    rows = []
    for one in came[:MOST_CREWS]:
        title, places, days, _, beds, spend = told.row(one)
        short = (shortened(text, 1.0, most, 1) for text, most in ((title, 16), (places, 22)))
        rows.append(tuple(Cell(Said(text)) for text in (*short, days, beds, spend)))
    title = told.say("report_came")
    if len(came) > MOST_CREWS:
        title += " · " + told.say("report_more", n=len(came) - MOST_CREWS)
    columns = ("title", "places", "days", "beds", "spend")
    head = tuple(Said(told.say(f"report_column.{one}")) for one in columns)
    return Table("crews", head, tuple(rows), WIDTHS, frozenset({3, 4}), Said(title))

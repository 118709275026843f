"""What an office makes of its ledger: the book, the report to its leader, letters to others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from geo.actions.hosting.ledger import enquiries
from geo.actions.pitch.desk import bureau_card, template_path
from geo.actions.places import known_sites
from geo.actions.workspace import Workspace, locate
from geo.errors import ExportError
from geo.model.hosting import Enquiry, LetterTo
from geo.present.ledger_period import Period
from geo.progress import Job, Step

REPORT, LETTER, SLIDES = "report.docx", "office_letter.docx", "pitch.pptx"


def export_ledger(ws: Workspace, first: date, last: date, path: Path, lang: str) -> Job[Path]:
    """The ledger of a month or a year as XLSX.

    Raises ExportError: ``export_refused``, ``export_disk_full``.
    """
    from geo.present.ledger_book import write_ledger

    yield Step("export_write")
    return write_ledger(_period(ws, first, last), ws.phrases, path, lang)


def export_report(
    ws: Workspace,
    first: date,
    last: date,
    path: Path,
    lang: str,
    today: date | None = None,
) -> Job[Path]:
    """The A4 report (专报) as DOCX, or the one-slide summary as PPTX, as ``path`` ends.

    Raises ExportError: ``report_format`` (format), ``pitch_template_broken`` (file),
    ``export_refused``, ``export_disk_full``.
    """
    period = _period(ws, first, last, today)
    ending = path.suffix.lower()
    if ending == ".docx":
        from geo.present.report_paper import write_report

        yield Step("export_write")
        return write_report(period, ws.phrases, path, lang, template_path(ws, REPORT))
    if ending == ".pptx":
        from geo.present.report_slide import write_slide

        yield Step("export_write")
        return write_slide(period, ws.phrases, path, lang, template_path(ws, SLIDES))
    raise ExportError("report_format", format=path.suffix or path.name)


def export_letter(
    ws: Workspace,
    enquiry: Enquiry,
    to: LetterTo,
    path: Path,
    lang: str,
    today: date | None = None,
) -> Job[Path]:
    """The letter (协拍函) to an office as DOCX; what nobody has told stands as a line to fill in.

    Raises ExportError: ``pitch_template_broken`` (file), ``export_refused``, ``export_disk_full``.
    """
    from geo.present.letter_paper import LetterFacts, write_office_letter

    yield Step("export_write")
    sites = known_sites(ws, enquiry.sites)
    card = bureau_card(ws)
    cities = {one.city_zh for one in sites.values()}
    city = next(iter(cities)) if len(cities) == 1 else card.city
    found = locate(city) if city else None
    # an office of the district only where every place lies in it
    there = all(one.district_zh == card.district for one in sites.values())
    facts = LetterFacts(
        enquiry,
        to,
        card,
        tuple(sites.values()),
        today or date.today(),
        city=found.name if found is not None else city,
        district=card.district if there and city == card.city else "",
    )
    return write_office_letter(facts, ws.phrases, path, lang, template_path(ws, LETTER))


def _period(ws: Workspace, first: date, last: date, today: date | None = None) -> Period:
    lines = enquiries(ws)
    sites = known_sites(ws, (site for one in lines for site in one.sites))
    return Period(lines, first, last, bureau_card(ws), sites, today or date.today())

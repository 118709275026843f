"""The shooting plan as a file: workbook, call sheets, schedule or calendar, by its ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

from geo.actions.places import known_sites
from geo.actions.planning.comparing import due_list
from geo.actions.workspace import OWN, Workspace
from geo.errors import ExportError
from geo.model import Planned, Scalar, Script, ShootPlan
from geo.present.plan_words import PlanPaper
from geo.progress import Job, Step
from geo.script.exchange import write_breakdown_uss
from geo.script.exchange.columns import first_words

TEMPLATES, CALL_SHEET = "templates", "callsheet.typ"
Writer: TypeAlias = Callable[[Workspace, PlanPaper, Path, str], Job[Path]]


def export_plan(
    ws: Workspace,
    plan: ShootPlan,
    planned: Planned,
    script: Script,
    path: Path,
    lang: str,
    today: date | None = None,
) -> Job[Path]:
    """Write ``plan`` as .xlsx, .pdf, .uss or .ics; what stood at ``path`` stays if that fails.

    Raises ExportError: ``plan_export_format``, ``plan_export_empty``, ``export_refused``,
    ``export_disk_full``; of the PDF also ``paper_template``, ``paper_package``,
    ``paper_unreadable``, ``paper_no_font``; of the calendar ``plan_ics_no_dates``.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportError("plan_export_format", format=path.suffix or path.name)
    if not plan.days:
        raise ExportError("plan_export_empty", file=path.name)
    paper = plan_paper(ws, plan, planned, script, today or date.today())
    return (yield from writer(ws, paper, path, lang))


def plan_paper(
    ws: Workspace, plan: ShootPlan, planned: Planned, script: Script, today: date
) -> PlanPaper:
    """Everything the papers of a plan tell, with the places they name."""
    asked = (
        *plan.sites,
        *(one.site_id for one in planned.bookings),
        *plan.arrangement.sites.values(),
    )
    contents = first_words(script)
    dues = due_list(planned.bookings, today)
    return PlanPaper(plan, planned, script, known_sites(ws, asked), today, contents, dues)


def _write_book(ws: Workspace, paper: PlanPaper, path: Path, lang: str) -> Job[Path]:
    # openpyxl takes a quarter of a second to import, so only who exports pays for it
    from geo.present.plan_book import write_plan_book

    yield Step("plan_book_write")
    return write_plan_book(paper, ws.phrases, path, lang)


def _write_pdf(ws: Workspace, paper: PlanPaper, path: Path, lang: str) -> Job[Path]:
    from geo.present.plan_pdf import write_call_sheets

    yield Step("plan_book_typeset")
    own = ws.data / OWN / CALL_SHEET
    template = own if own.is_file() else ws.assets / TEMPLATES / CALL_SHEET
    return write_call_sheets(paper, ws.phrases, template, path, lang)


def _write_calendar(ws: Workspace, paper: PlanPaper, path: Path, lang: str) -> Job[Path]:
    from geo.present.plan_ics import write_calendar

    yield Step("plan_book_write")
    return write_calendar(paper, ws.phrases, path, lang)


def _write_schedule(ws: Workspace, paper: PlanPaper, path: Path, lang: str) -> Job[Path]:
    def say(code: str, values: Mapping[str, Scalar]) -> str:
        return ws.phrases.say(code, lang, values)

    plan = paper.plan
    shot = dict.fromkeys((one.set_id, one.site_id) for day in plan.days for one in day.blocks)
    places = [(own, paper.sites[site]) for own, site in shot if site in paper.sites]
    return (
        yield from write_breakdown_uss(paper.script, ws.vocabulary, path, lang, say, places, plan)
    )


WRITERS: Mapping[str, Writer] = {
    ".xlsx": _write_book,
    ".pdf": _write_pdf,
    ".uss": _write_schedule,
    ".ics": _write_calendar,
}

"""Call sheets as PDF, set by a template that may be the user's own."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from geo.files import exported_file
from geo.phrases import Phrases
from geo.present.call_sheet import day_sheets
from geo.present.plan_words import LISTS, PlanPaper, PlanWords
from geo.present.typst_pages import FONTS, Setting, set_pdf

TEMPLATE = "callsheet.typ"
WORDS = (
    "title", "all_days", "ways", "weather", "temperature", "sleep", "hotel_name", "sites",
    "address", "contact", "hospital", "parking", "schedule", "content", "roles", "role", "actor",
    "first_scene", "makeup", "on_set", "needs", "notes", "breaches", "tomorrow", "players",
    "first_ad", "producer", "medic", "estimate", "equinox_note", "hours",
    "uncovered",
)  # fmt: skip
SHARED = {
    "scene": "column_number",
    "light": "plan_book_side",
    "place": "column_set",
    "pages": "column_pages",
    "day": "plan_book_which_day",
    "date": "head_date",
    "city": "head_city",
    "site": "head_name",
    "set": "head_place",
}


def write_call_sheets(
    paper: PlanPaper, phrases: Phrases, template: Path, path: Path, lang: str
) -> Path:
    """Write a tagged PDF with bookmarks: the days at a glance, then a call sheet for each.

    Raises ExportError: ``paper_template`` (file, line, fault), ``paper_package``,
    ``paper_no_font``, ``export_refused``, ``export_disk_full``.
    """
    words = PlanWords(paper, phrases, lang)
    made = set_pdf(Setting(template, "plan", sheets_document(words), paper.today))
    with exported_file(path) as part:
        part.write_bytes(made)
    return path


def sheets_document(words: PlanWords) -> dict[str, Any]:
    """What the template is handed."""
    plan = words.paper.plan
    told = {one: words.say(f"plan_book_{one}") for one in WORDS}
    told |= {one: words.say(code) for one, code in SHARED.items()}
    told["comma"] = LISTS[words.lang]
    printed = words.say("plan_book_printed", date=words.paper.today.isoformat())
    return {
        "title": words.title,
        "lang": words.lang,
        "printed": printed,
        "fonts": list(FONTS),
        "undated": any(day.date is None for day in plan.days),
        "words": told,
        "facts": words.facts,
        "uncovered": words.uncovered(),
        "notes": words.told(plan.notes),
        "days": [asdict(day) for day in day_sheets(words)],
    }

"""Call sheets as PDF: a typst template lays out what it is handed as JSON, never as source.

The template may be the user's own. It finds files beside itself and nowhere else, and whatever it
asks for from a registry is refused before anything is tried.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import typst

from geo.errors import ExportError
from geo.files import exported_file
from geo.phrases import Phrases
from geo.present.call_sheet import day_sheets
from geo.present.plan_words import LISTS, PlanPaper, PlanWords

TEMPLATE = "callsheet.typ"
# faces that read well small on paper; where none of them is installed any other that can is taken
FONTS = (
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
)
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
# warnings may stand before the fault, each with a place of its own
WHERE = re.compile(r"^error:.*?┌─ (?P<file>[^\n]*?):(?P<line>\d+):\d+", re.M | re.S)
# marks that turn the direction of all that follows them
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
PACKAGE = re.compile(r'"@(?P<name>[\w.:/-]+)"')
# a document of one Chinese character that must not come out as an empty box
PROBE = '#set document(title: "a")\n#set text(lang: "zh")\n{text}'
PANIC = "PanicException"


def write_call_sheets(
    paper: PlanPaper, phrases: Phrases, template: Path, path: Path, lang: str
) -> Path:
    """Write a tagged PDF with bookmarks: the days at a glance, then a call sheet for each.

    Raises ExportError: ``plan_pdf_template`` (file, line, fault), ``plan_pdf_package``,
    ``plan_pdf_no_font``, ``export_refused``, ``export_disk_full``.
    """
    words = PlanWords(paper, phrases, lang)
    document = sheets_document(words)
    _check_packages(template)
    _check_font("勘景通告")
    made = _compiled(template, json.dumps(document, ensure_ascii=False), paper)
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
    document = {
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
    return {key: _plain(value) for key, value in document.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 (JSON nests freely)
    """Text that any font engine takes: no halves of characters, no control codes."""
    if isinstance(value, str):
        whole = TURNS.sub("", value.encode("utf-8", "replace").decode("utf-8"))
        return "".join(char for char in whole if char >= " " or char == "\n")
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def _compiled(template: Path, data: str, paper: PlanPaper) -> bytes:
    try:
        made = typst.compile(
            template,
            root=template.parent,
            format="pdf",
            sys_inputs={"plan": data},
            timestamp=datetime.combine(paper.today, time(), UTC),
        )
    except typst.TypstError as error:
        raise _kind(error, template) from error
    except BaseException as error:
        # the compiler panics where it is at its wits' end, which no class of its own tells
        if type(error).__name__ != PANIC:
            raise
        raise ExportError("plan_pdf_template_whole", file=template.name, fault=PANIC) from error
    assert isinstance(made, bytes)
    return made


def _kind(error: typst.TypstError, template: Path) -> ExportError:
    """Where the template stumbles, in our words; what the compiler says stays a quotation."""
    found = WHERE.search(str(getattr(error, "diagnostic", "")))
    line = int(found["line"]) if found else 0
    file = Path(found["file"]).name if found else template.name
    code = "plan_pdf_template" if line else "plan_pdf_template_whole"
    fault = str(error).splitlines()[0] if str(error) else ""
    return ExportError(code, file=file, line=line, fault=fault)


def _check_packages(template: Path) -> None:
    for file in _sources(template):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ExportError("plan_pdf_unreadable", file=file.name) from error
        found = PACKAGE.search(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            raise ExportError("plan_pdf_package", file=file.name, line=line, name=found["name"])


def _sources(template: Path) -> Iterable[Path]:
    yield template
    yield from (one for one in sorted(template.parent.glob("*.typ")) if one != template)


def _check_font(text: str) -> None:
    try:
        typst.compile(PROBE.format(text=text).encode(), format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        raise ExportError("plan_pdf_no_font") from error

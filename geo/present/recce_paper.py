"""The blank recce form on A4: boxes to tick and lines to write on, a sheet for each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from geo.files import exported_file
from geo.model import Scalar, Site, in_language
from geo.model.field import RecceField
from geo.phrases import Phrases
from geo.present.typst_pages import FONTS, LATIN, Setting, set_pdf

NAME = "recce"
WORDS = (
    "title", "any", "date", "who", "photos", "hour", "money", "teller", "until", "other", "here",
    "lat", "lon", "datum", "notes",
)  # fmt: skip
PERS = ("day", "half_day", "hour")
MOST_SCENES = 8
NOISE_HOURS = 4


@dataclass(frozen=True, slots=True)
class BlankForm:
    """What is to be printed: ``sites`` empty: one sheet for any place; ``lang`` zh or en."""

    lines: tuple[RecceField, ...]
    sites: tuple[Site, ...]
    phrases: Phrases
    lang: str
    today: date

    def say(self, code: str, **values: Scalar) -> str:
        """A phrase in the language of the form."""
        return self.phrases.say(code, self.lang, values)

    def word(self, zh: str, en: str) -> str:
        """The one of two words that the form speaks."""
        return in_language(en, zh, self.lang)

    def scene(self, code: str) -> str:
        """The name of a scene type; its code where the vocabulary has lost it."""
        return self.phrases.names.get(code, {}).get(self.lang, code)


def write_recce_paper(form: BlankForm, template: Path, path: Path) -> Path:
    """Write a tagged PDF with a bookmark for each place.

    Raises ExportError: ``paper_template`` (file, line, fault), ``paper_template_whole``,
    ``paper_package``, ``paper_unreadable``, ``paper_no_font``, ``export_refused``,
    ``export_disk_full``.
    """
    setting = Setting(template, NAME, recce_document(form), form.today)
    made = set_pdf(setting, accessible=True)
    with exported_file(path) as part:
        part.write_bytes(made)
    return path


def recce_document(form: BlankForm) -> dict[str, Any]:
    """What the template is handed; its texts are in the language of the form."""
    words: dict[str, Any] = {one: form.say(f"recce_paper_{one}") for one in WORDS}
    words["pers"] = [form.say(f"recce_paper_per.{one}") for one in PERS]
    return {
        "lang": form.lang,
        "fonts": list((*LATIN, *FONTS) if form.lang == "en" else FONTS),
        "words": words,
        "foot": form.say("recce_paper_foot", day=form.today.isoformat()),
        "hours": NOISE_HOURS,
        "groups": _groups(form),
        "places": [_place(form, one) for one in form.sites] or [_any_place()],
    }


def _groups(form: BlankForm) -> list[dict[str, Any]]:
    return [
        {"name": form.say(f"recce_group.{group}"), "rows": [_row(form, one) for one in rows]}
        for group, rows in groupby(form.lines, key=lambda one: one.group)
    ]


def _row(form: BlankForm, line: RecceField) -> dict[str, Any]:
    options: Sequence[str] = [form.word(one.zh, one.en) for one in line.options]
    if line.type == "flag":
        options = [form.say("recce_yes"), form.say("recce_no")]
    return {
        "name": form.word(line.zh, line.en),
        "type": line.type,
        "options": options,
        "unit": line.unit,
        "hint": form.word(line.hint_zh, line.hint_en),
    }


def _place(form: BlankForm, site: Site) -> dict[str, Any]:
    scenes = [form.scene(one.scene_type) for one in site.scene_types[:MOST_SCENES]]
    # districts have no English name of their own
    district = (site.district_zh or "") if form.lang != "en" else ""
    area = [form.word(site.city_zh, site.city_en), district]
    return {
        "name": form.word(site.name_zh, site.name_en),
        "area": " · ".join(one for one in area if one),
        "position": form.say(
            "recce_paper_position",
            lat=site.lat,
            lon=site.lon,
            metres=site.coord_uncertainty_m,
        ),
        "scenes": scenes,
    }


def _any_place() -> dict[str, Any]:
    return {"name": "", "area": "", "position": "", "scenes": []}

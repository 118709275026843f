"""Field packs on the command line: what was packed, what came home, what wants a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from geo.model import Scalar
from geo.model.field import Contested, MergeReport, PackInfo, RecceField, Side
from geo.phrases import Phrases

MINUTE = len("2026-11-22T10:00")


def pack_document(info: PackInfo) -> dict[str, Any]:
    """A pack as a JSON document; its questions as codes with their values."""
    return {**asdict(info), "questions": [asdict(one) for one in info.questions]}


def pack_lines(info: PackInfo, phrases: Phrases, lang: str) -> list[str]:
    """What was packed, and what to find out there."""
    values: dict[str, Scalar] = {
        "name": info.name,
        "sites": info.sites,
        "photos": info.photos,
        "megabytes": info.megabytes,
        "file": info.path,
    }
    private = "console_pack_private" if info.private else "console_pack_open"
    lines = [phrases.say("console_pack", lang, values), phrases.say(private, lang)]
    told = (*info.notes, *info.questions)
    return [*lines, *(f"- {phrases.tell(one, lang)}" for one in told)]


def merge_document(reports: Sequence[MergeReport], asked: Sequence[Contested]) -> dict[str, Any]:
    """What each pack brought, and every contested field with what each side says."""
    return {
        "packs": [asdict(one) for one in reports],
        "contested": [
            {
                **asdict(one.key),
                "name": one.name,
                "stands": one.stands,
                "sides": [
                    {
                        "value": side.value,
                        "said": [{"who": by.who, "when": by.when} for by in side.edits],
                    }
                    for side in one.sides
                ],
            }
            for one in asked
        ],
    }


def merge_lines(
    reports: Sequence[MergeReport],
    asked: Sequence[Contested],
    form: Sequence[RecceField],
    phrases: Phrases,
    lang: str,
) -> list[str]:
    """What each pack brought, then what wants a decision, place by place, in words of the form."""
    lines = []
    for report in reports:
        counts = ("merged", "known", "contested", "lost", "photos")
        values = {name: getattr(report, name) for name in counts}
        lines.append(phrases.say("console_merge", lang, {"name": report.pack.name, **values}))
        lines += [f"- {phrases.tell(one, lang)}" for one in (*report.pack.notes, *report.notes)]
    if asked:
        lines.append(phrases.say("console_contested", lang, {"count": len(asked)}))
    lines_of_form = {one.key: one.en if lang == "en" else one.zh for one in form}
    for one in asked:
        said = " / ".join(_said_by(side, lang) for side in one.sides)
        name = one.name_en if lang == "en" else one.name
        field = lines_of_form.get(one.key.field) or _field_name(one.key.field, phrases, lang)
        lines.append(f"- {name} · {field}: {said}")
    return lines


def _said_by(side: Side, lang: str) -> str:
    """Who gave an answer and when, each once."""
    said = dict.fromkeys(
        f"{by.who or '?'} {by.when[:MINUTE].replace('T', ' ')}".strip() for by in side.edits
    )
    return (", " if lang == "en" else "、").join(said)


def _field_name(field: str, phrases: Phrases, lang: str) -> str:
    """What a field is called; one without a name goes by its key."""
    name, _, part = field.partition("/")
    code = f"field_name.{name}"
    return phrases.say(code, lang, {"part": part}) if code in phrases.templates else field

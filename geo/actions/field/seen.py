"""What somebody saw on the spot, told beside the offers of a ranking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.actions.field.standing import by_field
from geo.catalogue.site_fields import SOURCES, fields_of
from geo.edits import heads, same
from geo.model import Reason, Scalar, Site, Source
from geo.model.field import RECCE, SITE, Edit, FieldKey, Json, RecceField

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace

VERDICT, UNFIT, AGAIN = "verdict", "unfit", "again"
DAY = len("2026-11-21")
SUPPORTS = {"scenes": ("scene_types",), "position": ("lat", "lon")}
"""Which fields of a record a line of the form gives a source to."""


def seen_reasons(ws: Workspace, sites: Iterable[str]) -> Mapping[str, tuple[Reason, ...]]:
    """Who saw a place last and when, by id, and what they say of it; nothing of places unseen.

    What was seen stands in the record in the place of what was published before; this says so. A
    verdict is told and leaves nothing out of the ranking.
    """
    asked, found = set(sites), dict[str, tuple[Reason, ...]]()
    edits: dict[str, list[Edit]] = {}
    for one in ws.store.edits(RECCE):
        if one.key.record in asked:
            edits.setdefault(one.key.record, []).append(one)
    if not edits:
        return found
    said: dict[str, dict[FieldKey, Json]] = {}
    for key, value in ws.store.values(RECCE, list(edits)).items():
        said.setdefault(key.record, {})[key] = value
    for site_id, values in said.items():
        found[site_id] = _reasons(site_id, edits[site_id], values)
    return found


def seen_source(
    ws: Workspace, site: Site, line: RecceField, who: str, day: str
) -> dict[FieldKey, Json]:
    """The field that says who saw on ``day`` (ISO) what a line of the form tells of the place.

    One for each hand, day and line, so that two packs never disagree on it. A price names its
    teller itself.
    """
    supports = SUPPORTS.get(line.type)
    if line.target != SITE or supports is None or not who:
        return {}
    title = ws.phrases.say(f"recce_source.{line.type}", "zh", {"date": day})
    source = Source(title, who, day, supports=supports)
    said = fields_of(replace(site, sources=(source,)))
    return {
        FieldKey(SITE, site.id, field): value
        for field, value in said.items()
        if field.startswith(SOURCES)
    }


def _reasons(
    site_id: str, edits: Iterable[Edit], said: Mapping[FieldKey, Json]
) -> tuple[Reason, ...]:
    stands = {
        key: [one for one in heads(some) if same(one.value, said.get(key))]
        for key, some in by_field(edits).items()
        if key in said
    }
    last = max((one for some in stands.values() for one in some), key=_when, default=None)
    if last is None:
        return ()
    reasons = [_by("seen_by", last)]
    key = FieldKey(RECCE, site_id, VERDICT)
    verdict = said.get(key)
    if verdict in (UNFIT, AGAIN) and stands.get(key):
        reasons.append(_by(f"seen_{verdict}", max(stands[key], key=_when)))
    return tuple(reasons)


def _by(code: str, edit: Edit) -> Reason:
    values: dict[str, Scalar] = {"date": edit.when[:DAY]}
    if not edit.who:
        return Reason(f"{code}.unnamed", values)
    return Reason(code, {**values, "who": edit.who})


def _when(edit: Edit) -> str:
    return edit.when

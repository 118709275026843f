"""What somebody saw on the spot, told beside the offers of a ranking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.actions.field.press import newer_press
from geo.catalogue.sightings import Sighting
from geo.catalogue.site_fields import SOURCES, fields_of
from geo.model import Reason, Scalar, Site, Source
from geo.model.field import SITE, FieldKey, Json, RecceField

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace

UNFIT, AGAIN = "unfit", "again"
DAY = len("2026-11-21")
SUPPORTS = {"scenes": ("scene_types",), "position": ("lat", "lon")}
"""Which fields of a record a line of the form gives a source to."""


def seen_reasons(ws: Workspace, sites: Iterable[Site]) -> Mapping[str, tuple[Reason, ...]]:
    """Who saw a place last and when, by id, and what they say of it; nothing of places unseen.

    What was seen stands in the record in the place of what was published before; this says so, and
    also where something else was published since. A verdict is told and leaves nothing out of the
    ranking.
    """
    by_id = {site.id: site for site in sites}
    seen = ws.store.sightings(by_id)
    if not seen:
        return {}
    found = {one: _of(by) for one, by in seen.items()}
    news = ws.store.catalogue_date() or ""
    dated = [by_id[one] for one, by in seen.items() if "" < by.facts_since[:DAY] < news]
    for one, told in newer_press(ws, dated).items():
        found[one] += told
    return {one: tuple(reasons) for one, reasons in found.items()}


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


def _of(sighting: Sighting) -> list[Reason]:
    reasons = [_told("seen_by", sighting.who, sighting.when)]
    verdict = sighting.verdict
    if verdict is not None and verdict.value in (UNFIT, AGAIN):
        reasons.append(_told(f"seen_{verdict.value}", verdict.who, verdict.when))
    return reasons


def _told(code: str, who: str, when: str) -> Reason:
    values: dict[str, Scalar] = {"date": when[:DAY]}
    return Reason(code, {**values, "who": who}) if who else Reason(f"{code}.unnamed", values)

"""What was published of a place after somebody had seen something else there.

What was seen goes on to count, for nobody changes it but people; that there is newer news is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geo.actions.field.standing import by_field
from geo.catalogue.sightings import is_from_there
from geo.catalogue.site_fields import HIRES, POSITION, SCENES
from geo.edits import canonical, heads, is_sealed, same
from geo.model import Reason, Site
from geo.model.field import SITE, Edit, FieldKey, Json
from geo.sync.photos import metres_between

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace

SUPPORTS: Mapping[str, tuple[str, ...]] = {
    "position": ("lat", "lon"),
    "scenes": ("scene_types",),
    "hires": ("hires", "day_rate_cny"),
    "visitors": ("annual_visitors", "annual_visitors_year"),
    "levels": ("level",),
    "eras": ("era",),
    "productions": ("known_productions",),
}
"""What sources call the fields of a place; all others go by their own name."""
CODES = {HIRES: "press_newer.hires", SCENES: "press_newer.scenes", POSITION: "press_newer.position"}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
LANGUAGES = ("_zh", "_en")


def newer_press(ws: Workspace, sites: Sequence[Site]) -> Mapping[str, list[Reason]]:
    """By id of the place, each field where something else was published than was seen before.

    A source that names its day as later counts, or a price with a later day; one that tells only
    the month or year must be of a later one.
    """
    dated = [site.id for site in sites if site.hires or any(one.date for one in site.sources)]
    logs = by_field(ws.store.edits(SITE, dated))
    facts = {key: fact for key, log in logs.items() if (fact := _fact(log)) is not None}
    shipped = ws.store.shipped(facts)
    by_id = {site.id: site for site in sites}
    found: dict[str, list[Reason]] = {}
    for key, fact in sorted(facts.items()):
        day = _published(by_id[key.record], key, shipped.get(key), fact)
        if day:
            found.setdefault(key.record, []).append(_reason(key, day))
    return found


def _fact(log: Sequence[Edit]) -> Edit | None:
    """The newest edit made out there that the field says now."""
    said = [one for one in heads(log) if one.value is not None and is_from_there(one)]
    return max(said, key=lambda one: one.when, default=None)


def _published(site: Site, key: FieldKey, shipped: Any, fact: Edit) -> str:  # noqa: ANN401 (JSON)
    """The day of what was published since and says something else; empty: nothing was."""
    if shipped is None or is_sealed(shipped) or is_sealed(fact.value):
        return ""
    if not _differ(key, shipped, fact.value):
        return ""
    name = key.field.partition("/")[0]
    names = SUPPORTS.get(name, (name, *(name.removesuffix(one) for one in LANGUAGES)))
    days = [one.date or "" for one in site.sources if not set(names).isdisjoint(one.supports)]
    if key.field.startswith(HIRES):
        seen: Any = fact.value
        days += [str(one.get("date") or "") for one in _others(shipped, seen)]
    return max((one for one in days if _is_later(one, fact.when)), default="")


def _is_later(day: str, when: str) -> bool:
    return DATE.fullmatch(day) is not None and day > when[: len(day)]


def _differ(key: FieldKey, shipped: Any, seen: Any) -> bool:  # noqa: ANN401 (JSON)
    if key.field == POSITION:
        spots = [(float(one["lat"]), float(one["lon"])) for one in (shipped, seen)]
        near = float(shipped["uncertainty_m"]) + float(seen["uncertainty_m"])
        return metres_between(*spots) > near
    if key.field.startswith(SCENES):
        return shipped["exposure"] not in (seen["exposure"], "unknown")
    if key.field.startswith(HIRES):
        return bool(_others(shipped, seen))
    return not same(shipped, seen)


def _others(shipped: Iterable[Any], seen: Iterable[Json]) -> list[Any]:
    """Published prices that do not stand beside what was told out there."""
    known = {canonical(one) for one in seen}
    return [one for one in shipped if canonical(one) not in known]


def _reason(key: FieldKey, day: str) -> Reason:
    name, mark, part = key.field.partition("/")
    code = CODES.get(name + mark, "press_newer")
    return Reason(code, {"field": part or name, "date": day})

"""Answers of the recce form: checked as they are typed, and where each of them is kept.

A line has one answer under its key, save noise: one for each hour, ``noise@14`` (``noise`` alone:
nobody said when). Most are fields of the recce record of the place; those whose target is the place
itself are its own fields:

=========  =================================  =================================================
type       the answer                         the field
=========  =================================  =================================================
price      {amount, per, who, date, until}    ``hires/<per>``: the other prices, and this quote
scenes     {scene type: outside | inside |    ``scenes/<type>``: {exposure, sourced}, each by
           unknown}; None takes one away      itself
position   {lat, lon, uncertainty_m, basis}   ``position``: the same, basis one of SPOT
=========  =================================  =================================================
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import TypeAlias

from geo.errors import SyncError
from geo.model.field import RECCE, SITE, Answer, Edit, FieldKey, Json, RecceField
from geo.sync.answers import TYPED as TYPED
from geo.sync.answers import checked as checked
from geo.sync.answers import checked_hour
from geo.sync.form_fields import load_form as load_form

DONE = "done"
"""Field of the recce record: the place has been seen to the end."""

PARTED = "@"
QUOTED, GPS, DAY = "quoted", "gps", "day"
HIRES, SCENES, POSITION = "hires/", "scenes/", "position"
UNSAID = "gps_unsaid"
SPOT = (GPS, UNSAID, TYPED)
"""How a position taken in the field is known; only ``gps`` was told how good it is."""
UNSAID_M = 50.0
"""Metres a position is taken to be good to where the receiver does not say: a cautious guess."""

Values: TypeAlias = Mapping[FieldKey, Json]


def line_of(lines: Iterable[RecceField], key: str) -> RecceField:
    """The line that ``key`` (``noise@14``) belongs to. Raises SyncError answer_line."""
    stem = key.partition(PARTED)[0]
    for line in lines:
        if line.key == stem:
            return line
    raise SyncError("answer_line", line=stem)


def keys_of(
    line: RecceField,
    key: str,
    site_id: str,
    value: Json,
    standing: Values | None = None,
    today: str = "",
) -> dict[FieldKey, Json]:
    """What is to be written so that the form answers ``value`` (None: take it back) at ``key``.

    ``value`` is raw or checked; ``standing``: what the fields of the place say now (a price joins
    those beside it); ``today`` (ISO): the date of a quote that has none of its own. Raises
    SyncError answer_*.
    """
    kept = checked(line, value)
    if line.target == SITE:
        write = _WRITERS.get(line.type)
        if write is None:
            return {FieldKey(SITE, site_id, line.key): kept}
        return write(site_id, kept, standing or {}, today)
    part = key.partition(PARTED)[2]
    if part:
        hour = checked_hour(line, part)
        return {FieldKey(RECCE, site_id, f"{line.key}{PARTED}{hour:02d}"): kept}
    return {FieldKey(RECCE, site_id, line.key): kept}


def answers_of(
    values: Values,
    lines: Iterable[RecceField],
    site_id: str,
    last: Mapping[FieldKey, Edit] | None = None,
    contested: Container[FieldKey] = (),
) -> dict[str, Answer]:
    """The answers of one place by key of the form, from what its fields say.

    ``last``: the edit that each field says so by; ``contested``: fields that want a decision. What
    is published of a place is no answer: only quotes, scenes with a source and a position by gps.
    """
    told: dict[str, Answer] = {}
    own = {key: value for key, value in values.items() if key.record == site_id}
    for line in lines:
        for name, value, keys in _said(line, own, site_id):
            edits = [(last or {}).get(key) for key in keys]
            by = max((one for one in edits if one is not None), key=_when, default=None)
            disputed = any(key in contested for key in keys)
            if value is None and not disputed:
                continue
            who, when = ("", "") if by is None else (by.who, by.when)
            told[name] = Answer(value, who, when, disputed)
    return told


def is_done(values: Values, site_id: str) -> bool:
    """Whether the place has been seen to the end."""
    return values.get(FieldKey(RECCE, site_id, DONE)) is True


def done_key(site_id: str) -> FieldKey:
    """The field that says so."""
    return FieldKey(RECCE, site_id, DONE)


def _belongs(line: RecceField, field: str) -> bool:
    prefix = {"price": HIRES, "scenes": SCENES}.get(line.type)
    if prefix is not None:
        return field.startswith(prefix)
    return field == (POSITION if line.type == POSITION else line.key)


def _when(edit: Edit) -> str:
    return edit.when


# ---- reading


Said: TypeAlias = "tuple[str, Json, tuple[FieldKey, ...]]"


def _said(line: RecceField, own: Values, site_id: str) -> list[Said]:
    """Each answer of a line: its key in the form, its value, the fields it stands in."""
    if line.target != SITE:
        prefix = f"{line.key}{PARTED}"
        mine = [
            key
            for key in own
            if key.kind == RECCE and (key.field == line.key or key.field.startswith(prefix))
        ]
        return [(key.field, own[key], (key,)) for key in sorted(mine)]
    keys = tuple(sorted(key for key in own if key.kind == SITE and _belongs(line, key.field))) or (
        FieldKey(SITE, site_id, line.key),
    )
    if line.type == "price":
        return [(line.key, _shown_quote(own, site_id), keys)]
    if line.type == "scenes":
        return [(line.key, _seen_scenes(own, keys), keys)]
    if line.type == POSITION:
        return [(line.key, _gps(own.get(keys[0])), keys)]
    return [(line.key, own.get(keys[0]), keys)]


def _hires(value: Json) -> list[dict[str, Json]]:
    rows = value if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, dict)]


def _shown_quote(own: Values, site_id: str) -> dict[str, Json] | None:
    """The newest quote of a place, which is the one that the form shows and changes."""
    quotes: list[dict[str, Json]] = []
    for key in sorted(own):
        if key.kind == SITE and key.record == site_id and key.field.startswith(HIRES):
            per = key.field.removeprefix(HIRES)
            rows = _hires(own[key])
            quotes.extend({**row, "per": per} for row in rows if row.get("basis") == QUOTED)
    if not quotes:
        return None
    newest = max(quotes, key=lambda row: str(row.get("date") or ""))
    return {
        "amount": newest.get("amount"),
        "per": newest["per"],
        "who": newest.get("who") or "",
        "date": newest.get("date") or "",
        "until": newest.get("until") or "",
    }


def _seen_scenes(own: Values, keys: Iterable[FieldKey]) -> Json:
    seen: dict[str, Json] = {}
    for key in keys:
        value = own.get(key)
        if isinstance(value, dict) and value.get("sourced") is True:
            seen[key.field.removeprefix(SCENES)] = value.get("exposure")
    return seen or None


def _gps(value: Json) -> Json:
    if not isinstance(value, dict) or value.get("basis") not in SPOT:
        return None
    told = {name: value.get(name) for name in ("lat", "lon", "uncertainty_m")}
    if value["basis"] == TYPED:
        return {**told, "basis": TYPED}
    # what nobody said is kept as a guess, and not shown as if the receiver had said it
    return {**told, "uncertainty_m": None} if value["basis"] == UNSAID else told


# ---- writing


def _write_price(site_id: str, kept: Json, standing: Values, today: str) -> dict[FieldKey, Json]:
    shown = _shown_quote(standing, site_id)
    written: dict[FieldKey, Json] = {}
    if shown is not None:
        key = FieldKey(SITE, site_id, f"{HIRES}{shown['per']}")
        rows: list[Json] = [row for row in _hires(standing.get(key)) if not _is_quote(row, shown)]
        written[key] = rows or None
    if isinstance(kept, dict):
        quote: dict[str, Json] = {**kept, "basis": QUOTED, "date": kept["date"] or today}
        key = FieldKey(SITE, site_id, f"{HIRES}{kept['per']}")
        others = written.get(key) if key in written else standing.get(key)
        written[key] = [*_hires(others), quote]
    return written


def _is_quote(row: Mapping[str, Json], shown: Mapping[str, Json]) -> bool:
    names = ("amount", "who", "date", "until")
    return row.get("basis") == QUOTED and all(
        (row.get(name) or "") == (shown[name] or "") for name in names
    )


def _write_scenes(site_id: str, kept: Json, standing: Values, today: str) -> dict[FieldKey, Json]:
    if not isinstance(kept, dict):
        # all of those that the form shows
        kept = {
            key.field.removeprefix(SCENES): None
            for key, value in standing.items()
            if key.kind == SITE and key.record == site_id and key.field.startswith(SCENES)
            if isinstance(value, dict) and value.get("sourced") is True
        }
    return {
        FieldKey(SITE, site_id, f"{SCENES}{code}"): (
            None if exposure is None else {"exposure": exposure, "sourced": True}
        )
        for code, exposure in kept.items()
    }


def spot_basis(good_to: object) -> str:
    """How a received position is known: told to be good to so many metres, or not told."""
    return UNSAID if good_to is None else GPS


def _write_position(site_id: str, kept: Json, standing: Values, today: str) -> dict[FieldKey, Json]:
    if not isinstance(kept, dict):
        raise SyncError("answer_position_stays")
    good_to = kept["uncertainty_m"]
    value: dict[str, Json] = {
        **kept,
        "basis": kept.get("basis") or spot_basis(good_to),
        "uncertainty_m": UNSAID_M if good_to is None else good_to,
    }
    return {FieldKey(SITE, site_id, POSITION): value}


_WRITERS: Mapping[str, Callable[[str, Json, Values, str], dict[FieldKey, Json]]] = {
    "price": _write_price,
    "scenes": _write_scenes,
    "position": _write_position,
}

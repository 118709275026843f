"""Between the cells of the layer of places and the fields of records, both ways, exactly."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from geo.edits import same
from geo.errors import SyncError
from geo.model.field import SITE, Answer, FieldKey, Json, RecceOption
from geo.sync.form import answers_of, keys_of
from geo.sync.pack_geometry import point_blob, point_of
from geo.sync.pack_lines import PERS, SCENES, WHERE, Line

Cell: TypeAlias = "str | int | float | bytes | None"
Values: TypeAlias = Mapping[FieldKey, Json]

DRAWN, DRAWN_M, GPS = "general_knowledge", 100.0, "gps"
"""How a point is known that was put on a map in another program: a cautious guess, unless the
accuracy was filled in with it."""
# what no longer holds of a position once the point has been moved
BOUND = ("adcode", "city_zh", "city_en", "district_zh")


NAME = "name_zh"


class UnreadableCell(ValueError):
    """A cell says what its line cannot mean."""


def cells_of(lines: Sequence[Line], site_id: str, values: Values) -> dict[str, tuple[Cell, ...]]:
    """What the columns of each line show of a place of these values, by key of the line."""
    answers = answers_of(values, dict.fromkeys(line.asked for line in lines), site_id)
    return {line.key: _cells(line, site_id, values, answers) for line in lines}


def _cells(
    line: Line, site_id: str, values: Values, answers: Mapping[str, Answer]
) -> tuple[Cell, ...]:
    if line.asked.type == WHERE.type:
        return _position_cells(values.get(FieldKey(SITE, site_id, WHERE.key)))
    found = answers.get(line.key)
    value = None if found is None else found.value
    if line.asked.type == "price":
        price = value if isinstance(value, dict) else {}
        return (_real(price.get("amount")), *(_word(price.get(one)) for one in PARTS))
    if line.asked.type == SCENES:
        seen = sorted(value) if isinstance(value, dict) else []
        names = {option.value: option.zh for option in line.options}
        return (",".join(names.get(code, code) for code in seen) or None,)
    if line.asked.type == "flag":
        return (int(value) if isinstance(value, bool) else None,)
    if line.asked.type == "number":
        return (_real(value),)
    return (_word(value),)


PARTS = ("per", "who", "until")


def _real(value: Json) -> float | None:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if known else None  # type: ignore[arg-type]


def _word(value: Json) -> str | None:
    return value if isinstance(value, str) and value else None


def said(
    line: Line, site_id: str, cells: Sequence[Cell], values: Values, day: str
) -> dict[FieldKey, Json]:
    """The fields that the cells of a line give another value; empty where they say the same.

    ``values``: what the fields of the place say; ``day``: ISO date of the change, for prices.
    Raises UnreadableCell.
    """
    told = [None if isinstance(one, str) and not one.strip() else one for one in cells]
    shown = cells_of((line,), site_id, values)[line.key]
    if told == list(shown):
        return {}
    if line.asked.type == WHERE.type:
        after = _moved(site_id, told, values)
    else:
        value = _answer(line, told, shown, site_id, values, day)
        try:
            after = keys_of(line.asked, line.key, site_id, value, values, day)
        except SyncError as error:
            raise UnreadableCell(error.code) from error
    return {key: value for key, value in after.items() if not same(value, values.get(key))}


def _answer(
    line: Line,
    cells: Sequence[Cell],
    shown: Sequence[Cell],
    site_id: str,
    values: Values,
    day: str,
) -> Json:
    """The answer that cells give, as the form takes it."""
    if any(isinstance(one, bytes) for one in cells):
        raise UnreadableCell
    told: list[Json] = [one for one in cells if not isinstance(one, bytes)]
    if told[0] is None and line.key == NAME:
        # a place without a name is none
        raise UnreadableCell
    if told[0] is None and line.asked.type != SCENES:
        return None
    if line.asked.type == "price":
        per = _chosen(PERS, told[1] or "day")
        found = answers_of(values, (line.asked,), site_id).get(line.key)
        old = found.value if found is not None and isinstance(found.value, dict) else {}
        # only a word about it was added: it was named on the day it was named
        date = old.get("date") if told[0] == shown[0] and per == shown[1] else day
        return {"amount": told[0], "per": per, "who": told[2], "until": told[3], "date": date}
    if line.asked.type == "flag":
        if told[0] not in (0, 1):
            raise UnreadableCell(told[0])
        return bool(told[0])
    if line.asked.type in ("choice", "noise"):
        return _chosen(line.asked.options, told[0])
    if line.asked.type == SCENES:
        return _scenes(line, told[0], site_id, values)
    return told[0] if line.asked.type == "number" else str(told[0])


def _chosen(options: Sequence[RecceOption], told: Json) -> Json:
    """The code of an option, also where its words were typed."""
    text = str(told).strip()
    for one in options:
        if text in (one.value, one.zh, one.en):
            return one.value
    raise UnreadableCell(text)


def _scenes(line: Line, told: Json, site_id: str, values: Values) -> Json:
    """Each scene type named with how it is had there, None for those no longer named."""
    text = str(told or "").replace("，", ",").replace("、", ",")
    names = {word: one.value for one in line.options for word in (one.zh, one.en, one.value)}
    words = [word.strip() for word in text.split(",") if word.strip()]
    if names and any(word not in names for word in words):
        raise UnreadableCell(text)
    wanted = {names.get(word, word) for word in words}
    found = answers_of(values, (line.asked,), site_id).get(line.key)
    seen = found.value if found is not None and isinstance(found.value, dict) else {}
    told_of: dict[str, Json] = dict.fromkeys(set(seen) - wanted)
    for code in sorted(wanted - set(seen)):
        known = values.get(FieldKey(SITE, site_id, f"scenes/{code}"))
        exposure = known.get("exposure") if isinstance(known, dict) else None
        told_of[code] = exposure or "unknown"
    return told_of


# ---- where a place lies


def _position_cells(value: Json) -> tuple[Cell, ...]:
    if not isinstance(value, dict):
        return (None, None)
    lat, lon = _real(value.get("lat")), _real(value.get("lon"))
    if lat is None or lon is None:
        return (None, None)
    return (point_blob(lat, lon), _real(value.get("uncertainty_m")))


def _moved(site_id: str, cells: Sequence[Cell], values: Values) -> dict[FieldKey, Json]:
    key = FieldKey(SITE, site_id, WHERE.key)
    before = values.get(key)
    old = before if isinstance(before, dict) else {}
    if cells[0] is None:
        # a place is never nowhere: a row that lost its point stays where it was
        return {}
    point = point_of(cells[0])
    good = cells[1]
    if point is None or isinstance(good, str | bytes):
        raise UnreadableCell
    if good is not None and not (math.isfinite(good) and good >= 0):
        raise UnreadableCell(good)
    moved = point != (old.get("lat"), old.get("lon"))
    anew = good is not None and good != old.get("uncertainty_m")
    if not moved and not anew:
        return {}
    kept = {name: one for name, one in old.items() if not (moved and name in BOUND)}
    kept |= {"lat": point[0], "lon": point[1]}
    if moved:
        kept["basis"] = GPS if anew else DRAWN
    if good is not None and anew:
        kept["uncertainty_m"] = float(good)
    elif moved:
        kept["uncertainty_m"] = DRAWN_M
    return {key: kept}

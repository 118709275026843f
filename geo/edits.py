"""How edits come together: what a field says, and when two people do not agree.

The edits of a field form a graph: each names those it takes the place of. What nobody has taken
the place of is a head. One head, or several that say the same, and the field says that; heads that
differ are a question, and until somebody decides the field says what they all had seen before. It
follows from the set of edits alone, not from their order or any clock: merging is the union of
sets, so it may happen in any order, twice, or halfway and again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from uuid import uuid4

from geo.model.field import Edit, Json

SEALED = frozenset({"sealed", "mark"})


def new_id() -> str:
    """An id that no other edit has, on any machine."""
    return uuid4().hex


def canonical(value: Json) -> str:
    """The one text of a value, by which values are compared: 1 and 1.0 are the same."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, allow_nan=False)


def same(one: Json, other: Json) -> bool:
    """Whether two values are equal, as their one texts are: 1 is 1.0, and not true."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def is_sealed(value: Json) -> bool:
    """Whether a value is sealed: nobody can read it without the key."""
    if not isinstance(value, dict) or not SEALED <= value.keys() <= {*SEALED, "open"}:
        return False
    return all(isinstance(value[name], str) for name in SEALED)


def _plain(value: Json) -> Json:
    if isinstance(value, dict) and is_sealed(value):
        # sealed twice it looks different each time; the mark says what it is equal to
        return {"mark": value["mark"]}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value


def heads(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits of one field that no other of them takes the place of, by id."""
    known = {one.id: one for one in edits}
    replaced = {parent for one in known.values() for parent in one.parents}
    return tuple(known[one] for one in sorted(known) if one not in replaced)


def rivals(edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], ...]:
    """The heads of a contested field, those of equal value together; empty where all agree.

    The sides come in the order of their values' text, so in the same order everywhere.
    """
    sides: dict[str, list[Edit]] = {}
    for one in heads(edits):
        sides.setdefault(canonical(one.value), []).append(one)
    if len(sides) < 2:
        return ()
    return tuple(tuple(sides[text]) for text in sorted(sides))


def standing(edits: Iterable[Edit], shipped: Json) -> Json:
    """What the field says: ``shipped`` where there is no edit, or where no answer is agreed on."""
    known = {one.id: one for one in edits}
    last = heads(known.values())
    while last:
        if all(same(one.value, last[0].value) for one in last[1:]):
            return last[0].value
        last = _seen_by_all(last, known)
    return shipped


def _seen_by_all(last: Iterable[Edit], known: Mapping[str, Edit]) -> tuple[Edit, ...]:
    """The latest edits that every one of ``last`` was made in sight of, itself not counted."""
    shared: set[str] | None = None
    for one in last:
        seen = _seen(one, known)
        shared = seen if shared is None else shared & seen
    return heads(known[one] for one in shared or ())


def _seen(edit: Edit, known: Mapping[str, Edit]) -> set[str]:
    """Ids of all edits that ``edit`` was made in sight of, as far as they are here."""
    seen: set[str] = set()
    ahead = list(edit.parents)
    while ahead:
        one = ahead.pop()
        if one in known and one not in seen:
            seen.add(one)
            ahead.extend(known[one].parents)
    return seen

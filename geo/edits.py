"""How edits come together: what a field says, and when two people do not agree.

The edits of a field form a graph: each names those it takes the place of. What nobody has taken
the place of is a head. One head, or several that say the same, and the field says that; heads that
differ are a question, and until somebody decides the field says what they all had seen before. It
follows from the set of edits alone, not from their order or any clock: merging is the union of
sets, so it may happen in any order, twice, or halfway and again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
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
        if is_sealed(one) and is_sealed(other):
            return one["mark"] == other["mark"]
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
    """The edits of one field that no other of them takes the place of, by id.

    Edits that take each other's place in a ring, as no honest hand makes them, are heads too unless
    a head was made in sight of them: none is swallowed.
    """
    known = {one.id: one for one in edits}
    replaced = {parent for one in known.values() for parent in one.parents}
    last = {one for one in known if one not in replaced}
    if len(last) < len(known):
        last |= known.keys() - _seen_from(last, known)
    return tuple(known[one] for one in sorted(last))


def _seen_from(last: Iterable[str], known: Mapping[str, Edit]) -> set[str]:
    """Ids of these edits and of all that they were made in sight of, as far as they are here."""
    seen, ahead = set(last), list(last)
    while ahead:
        for one in known[ahead.pop()].parents:
            if one in known and one not in seen:
                seen.add(one)
                ahead.append(one)
    return seen


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
    if last and _agree(last):
        return last[0].value
    for seen in _seen_by_all(last, known):
        if _agree(seen):
            return seen[0].value
    return shipped


def _agree(edits: Sequence[Edit]) -> bool:
    return all(same(one.value, edits[0].value) for one in edits[1:])


def _seen_by_all(last: Sequence[Edit], known: Mapping[str, Edit]) -> Iterator[list[Edit]]:
    """The latest edits that every one of ``last`` was made in sight of, and so on before those.

    In time near the number of edits: each is passed by once, marked with those of ``last`` that lie
    above it. Nothing counts that lies in a ring or under one.
    """
    above = _children(known)
    rank = _ranks(above, known)
    passed: set[str] = set()
    while last and all(one.id in rank for one in last):
        marks = {one.id: 1 << at for at, one in enumerate(last)}
        every, shared = (1 << len(last)) - 1, set[str]()
        ahead = sorted((rank[one], one) for one in marks)
        while ahead:
            _, one = heappop(ahead)
            mark = marks[one]
            if mark == every or not passed.issuperset(above[one]):
                shared.add(one)
                continue
            passed.add(one)
            for parent in known[one].parents:
                if parent in rank:
                    if parent not in marks:
                        heappush(ahead, (rank[parent], parent))
                    marks[parent] = marks.get(parent, 0) | mark
        last = [known[one] for one in sorted(shared) if passed.issuperset(above[one])]
        if last:
            yield last


def _children(known: Mapping[str, Edit]) -> dict[str, set[str]]:
    """Of each edit, those here that take its place."""
    above: dict[str, set[str]] = {one: set() for one in known}
    for one in known.values():
        for parent in one.parents:
            if parent in above:
                above[parent].add(one.id)
    return above


def _ranks(above: Mapping[str, set[str]], known: Mapping[str, Edit]) -> dict[str, int]:
    """Numbers of the edits, later ones first; none for what lies in a ring or under one."""
    waits = {one: len(later) for one, later in above.items()}
    ready = [one for one, count in waits.items() if not count]
    rank: dict[str, int] = {}
    while ready:
        one = ready.pop()
        rank[one] = len(rank)
        for parent in {*known[one].parents} & waits.keys():
            waits[parent] -= 1
            if not waits[parent]:
                ready.append(parent)
    return rank

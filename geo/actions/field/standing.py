"""What fields say by their edits, and the edits that give them other values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import heapify, heappop, heappush

from geo.edits import heads, new_id, rivals, same, standing
from geo.model.field import Edit, FieldKey, Hand, Json, Why


@dataclass(frozen=True, slots=True)
class Fields:
    """What the fields of some records say: values, the edit each says so by, what is contested."""

    values: Mapping[FieldKey, Json]
    last: Mapping[FieldKey, Edit]
    contested: frozenset[FieldKey]
    by_key: Mapping[FieldKey, tuple[Edit, ...]]

    def edit(self, key: FieldKey, value: Json, by: Hand) -> Edit | None:
        """The edit that makes a field say ``value``; None where it says so already."""
        before = self.values.get(key)
        if key not in self.contested and same(before, value):
            return None
        return edit_on(self.by_key.get(key, ()), key, value, before, by)


def edit_on(edits: Iterable[Edit], key: FieldKey, value: Json, before: Json, by: Hand) -> Edit:
    """An edit made in sight of all that ``edits`` come to."""
    seen = tuple(one.id for one in heads(edits))
    when = by.when or now()
    return Edit(new_id(), key, value, before, seen, by.who, when, by.pack, by.why, by.batch)


def hand(who: str, why: Why = Why.TYPED, pack: str = "") -> Hand:
    """The hand of ``who``, now, for what is done in one go."""
    return Hand(who, now(), why, new_id(), pack)


def now() -> str:
    """The time told beside an edit: ISO with the offset, so fine that keystrokes differ."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


def by_field(edits: Iterable[Edit]) -> dict[FieldKey, tuple[Edit, ...]]:
    """The edits of each field, in the order given."""
    found: dict[FieldKey, list[Edit]] = {}
    for one in edits:
        found.setdefault(one.key, []).append(one)
    return {key: tuple(some) for key, some in found.items()}


def fields_of(
    base: Mapping[FieldKey, Json], edits: Iterable[Edit], shipped: Mapping[FieldKey, Json]
) -> Fields:
    """What ``edits`` make of the values in ``base``; ``shipped``: what was before any edit."""
    edits, values = tuple(edits), dict(base)
    for key, some in by_field(edits).items():
        values[key] = standing(some, shipped.get(key, base.get(key)))
    return told_fields(values, edits)


def told_fields(values: Mapping[FieldKey, Json], edits: Iterable[Edit]) -> Fields:
    """The fields of records whose standing ``values`` are known, with their edits."""
    grouped = by_field(edits)
    last: dict[FieldKey, Edit] = {}
    for key, some in grouped.items():
        says = [one for one in heads(some) if same(one.value, values.get(key))]
        if says:
            last[key] = max(says, key=lambda one: one.when)
    contested = frozenset(key for key, some in grouped.items() if rivals(some))
    return Fields(values, last, contested, grouped)


def in_time(edits: Iterable[Edit]) -> list[Edit]:
    """Earlier ones first: none before what it was made in sight of, else by the time told."""
    known = {one.id: one for one in edits}
    waits = {key: {one for one in edit.parents if one in known} for key, edit in known.items()}
    after: dict[str, list[str]] = {}
    for one, parents in waits.items():
        for parent in parents:
            after.setdefault(parent, []).append(one)
    ready = [(known[one].when, one) for one, parents in waits.items() if not parents]
    heapify(ready)
    found: list[Edit] = []
    while ready:
        _, one = heappop(ready)
        found.append(known[one])
        for child in after.get(one, ()):
            waits[child].discard(one)
            if not waits[child]:
                heappush(ready, (known[child].when, child))
    return found

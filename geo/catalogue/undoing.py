"""Taking back what was done in one go: by further edits, so that it can be brought back.

An undoing names the edits it takes back. What a field says after it is what it would say had those
edits, and all undoings, never been: so things can be taken back in any order, and brought back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from geo.catalogue.log_rows import ByField
from geo.catalogue.saving import edit_by
from geo.catalogue.site_fields import NEEDED, RETIRED, Values
from geo.edits import heads, new_id, rivals, standing
from geo.model.field import SITE, Edit, FieldKey, Hand, Json, Why


def undo_record(
    key: FieldKey, edits: ByField, gone: Set[str], shipped: Values, by: Hand
) -> Iterator[Edit]:
    """Edits after which the record of ``key`` says what it said without those ``gone``.

    A place that came with them is retired, not emptied; one that was worked on since stays.
    """
    if key.kind == SITE and _is_its_beginning(edits, gone, shipped):
        if not any(left_of(log, gone) for log in edits.values()):
            tips = [one.id for one in heads(edits.get(RETIRED, ()))]
            where = replace(key, field=RETIRED)
            yield edit_by(by, where, True, None, tips, sorted(gone & _ids(edits)))
            yield from _unasked(key, edits, gone, by)
            return
        edits = {field: log for field, log in edits.items() if field not in NEEDED}
    for field, log in edits.items():
        if any(one.id in gone for one in log):
            where = replace(key, field=field)
            yield from undo_field(where, log, gone, shipped.get(field), by)


def _unasked(key: FieldKey, edits: ByField, gone: Set[str], by: Hand) -> Iterator[Edit]:
    """Edits after which a place that nobody lists any more asks nothing."""
    for field, log in edits.items():
        sides = rivals(log)
        if sides:
            tips = [one.id for one in heads(log)]
            taken = [one.id for one in log if one.id in gone]
            where = replace(key, field=field)
            yield edit_by(by, where, sides[0][0].value, standing(log, None), tips, taken)


def undo_field(
    key: FieldKey, log: Sequence[Edit], gone: Set[str], shipped: Json, by: Hand
) -> Iterator[Edit]:
    """Edits after which a field says what it said without those ``gone``.

    Where it was changed again since, it stays; a question that they decided is open again.
    """
    left = left_of(log, gone)
    taken = tuple(one.id for one in log if one.id in gone)
    tips = [one.id for one in heads(log)]
    back = edit_by(by, key, standing(left, shipped), standing(log, shipped), tips, taken)
    yield back
    for side in rivals(left):
        # what each had answered, with their names to it
        said = replace(side[0], id=new_id(), parents=(back.id,), before=back.value)
        yield replace(said, why=Why.RESTORED, batch=by.batch, undoes=taken)


def left_of(log: Sequence[Edit], gone: Set[str] = frozenset()) -> tuple[Edit, ...]:
    """The edits of a field that hold once those ``gone`` are taken back.

    Neither undoings nor what they take back; each names what it was made in sight of among those
    that are left.
    """
    known = {one.id: one for one in log}
    undone = set(gone)
    for one in _latest_first(known):
        if one.undoes and one.id not in undone:
            undone.update(one.undoes)
    left = {name for name, one in known.items() if not one.undoes and name not in undone}
    return tuple(
        replace(one, parents=_in_sight(one, known, left))
        for name, one in known.items()
        if name in left
    )


def _latest_first(known: Mapping[str, Edit]) -> Iterator[Edit]:
    """Edits, each ahead of all that it was made in sight of."""
    waiting = dict.fromkeys(known, 0)
    for one in known.values():
        for parent in set(one.parents) & known.keys():
            waiting[parent] += 1
    free = [name for name, count in waiting.items() if not count]
    while free:
        one = known[free.pop()]
        yield one
        for parent in set(one.parents) & known.keys():
            waiting[parent] -= 1
            if not waiting[parent]:
                free.append(parent)


def _in_sight(edit: Edit, known: Mapping[str, Edit], left: Set[str]) -> tuple[str, ...]:
    """The nearest edits of ``left`` that ``edit`` was made in sight of."""
    found: dict[str, None] = {}
    passed: set[str] = set()
    ahead = list(edit.parents)
    while ahead:
        one = ahead.pop()
        if one in left:
            found[one] = None
        elif one in known and one not in passed:
            passed.add(one)
            ahead.extend(known[one].parents)
    return tuple(found)


def _ids(edits: ByField) -> set[str]:
    return {one.id for log in edits.values() for one in log}


def _is_its_beginning(edits: ByField, gone: Set[str], shipped: Values) -> bool:
    """Whether too little is told of a place without those ``gone``."""
    return any(
        standing(left_of(edits.get(field, ()), gone), shipped.get(field)) is None
        for field in NEEDED
    )

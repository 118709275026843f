"""Taking back what was done in one go: by further edits, so that it can be brought back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from geo.catalogue.log_rows import ByField
from geo.catalogue.saving import edit_by
from geo.catalogue.site_fields import NEEDED, RETIRED, Values
from geo.edits import heads, new_id, rivals, same, standing
from geo.model.field import SITE, Edit, FieldKey, Hand, Json, Why


def undo_record(
    key: FieldKey, edits: ByField, gone: Set[str], shipped: Values, by: Hand
) -> Iterator[Edit]:
    """Edits after which the record of ``key`` says what it said without those ``gone``.

    A place that came with them is retired, not emptied; one that was worked on since stays.
    """
    if key.kind == SITE and _is_its_beginning(edits, gone, shipped):
        if all(one.id in gone for log in edits.values() for one in log):
            tips = [one.id for one in heads(edits.get(RETIRED, ()))]
            yield edit_by(by, replace(key, field=RETIRED), True, None, tips)
            return
        edits = {field: log for field, log in edits.items() if field not in NEEDED}
    for field, log in edits.items():
        if any(one.id in gone for one in log):
            where = replace(key, field=field)
            yield from undo_field(where, log, gone, shipped.get(field), by)


def undo_field(
    key: FieldKey, log: Sequence[Edit], gone: Set[str], shipped: Json, by: Hand
) -> Iterator[Edit]:
    """Edits after which a field says what it said without those ``gone``.

    None where it was changed again since. A question that they decided is open again.
    """
    rest = [one for one in log if one.id not in gone]
    if any(not gone.isdisjoint(one.parents) for one in rest):
        return
    last = heads(log)
    tips = [one.id for one in last if one.id in gone]
    asked = {one.id for one in last}
    stands, stood = standing(log, shipped), standing(rest, shipped)
    sides = rivals(rest)
    closed = [side for side in sides if not any(one.id in asked for one in side)]
    if not sides or closed:
        if sides or rivals(log) or not same(stands, stood):
            back = edit_by(by, key, stood, stands, tips)
            yield back
            for side in closed:
                # what each had answered, with their names to it
                said = replace(side[0], id=new_id(), parents=(back.id,), before=stood)
                yield replace(said, why=Why.RESTORED, batch=by.batch)
    else:
        yield edit_by(by, key, sides[0][0].value, stands, tips)


def _is_its_beginning(edits: ByField, gone: Set[str], shipped: Values) -> bool:
    """Whether too little is told of a place without those ``gone``."""
    return any(
        standing([one for one in edits.get(field, ()) if one.id not in gone], shipped.get(field))
        is None
        for field in NEEDED
    )

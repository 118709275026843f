"""What somebody saves, as edits: only what differs from what they saw, in sight of what they saw.

A field that says something else by now than its author saw gets a second head: a question, and
nothing of it is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from geo.catalogue.log_rows import ByField
from geo.catalogue.site_fields import Values
from geo.edits import heads, new_id, rivals, same
from geo.model.field import Edit, FieldKey, Hand, Json


def begun(by: Hand) -> Hand:
    """A hand that says when it writes, and in which go."""
    when = by.when or datetime.now().astimezone().isoformat(timespec="seconds")
    return replace(by, when=when, batch=by.batch or new_id())


def edit_by(
    by: Hand,
    key: FieldKey,
    value: Json,
    before: Json,
    parents: Iterable[str],
    undoes: Iterable[str] = (),
) -> Edit:
    """An edit of a hand that has begun."""
    return Edit(
        new_id(),
        key,
        value,
        before,
        tuple(parents),
        by.who,
        by.when,
        by.pack,
        by.why,
        by.batch,
        tuple(undoes),
    )


def changes(
    key: FieldKey, wanted: Values, seen: Values, stands: Values, edits: ByField, by: Hand
) -> Iterator[Edit]:
    """Edits that make the record of ``key`` say ``wanted`` where that differs from ``seen``.

    ``stands``: what it says now; ``edits``: all there are of it.
    """
    for field in dict.fromkeys((*wanted, *seen)):
        value, before = wanted.get(field), seen.get(field)
        if same(value, before) or same(value, stands.get(field)):
            continue
        log = edits.get(field, ())
        kept_up = same(before, stands.get(field))
        parents = heads(log) if kept_up else _saying(log, before)
        where = replace(key, field=field)
        yield edit_by(by, where, value, before, [one.id for one in parents])


def decision(
    key: FieldKey, value: Json, stands: Json, log: Sequence[Edit], by: Hand
) -> Iterator[Edit]:
    """The edit that makes one field say ``value``, in sight of all there is; none where it does."""
    if not same(value, stands) or rivals(log):
        yield edit_by(by, key, value, stands, [one.id for one in heads(log)])


def _saying(log: Sequence[Edit], value: Json) -> tuple[Edit, ...]:
    """The latest edits that say ``value``; none where that is what shipped."""
    return heads(one for one in log if same(one.value, value))

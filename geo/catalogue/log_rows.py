"""The log of edits as rows: written once, never changed; what shipped; what is in question."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, TypeAlias, TypeVar, cast

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from geo.catalogue.tables import Base, EditRow, RivalRow, ShippedRow
from geo.catalogue.vault import vault_of
from geo.edits import is_sealed, same
from geo.model.field import Edit, FieldKey, Json, Lock, Why

T = TypeVar("T")
ByField: TypeAlias = Mapping[str, Sequence[Edit]]
Said: TypeAlias = dict[str, Json]

PIECE = 500  # ids in one question; SQLite takes no more than 999 everywhere
COLUMNS = (
    "id",
    "kind",
    "record",
    "field",
    "value",
    "before",
    "parents",
    "who",
    "told",
    "pack",
    "why",
    "batch",
    "undoes",
)


def pieces(things: Iterable[T], size: int = PIECE) -> Iterator[list[T]]:
    """Things in pieces that one question can name."""
    left = iter(things)
    while piece := list(islice(left, size)):
        yield piece


def known_ids(session: Session, ids: Iterable[str]) -> set[str]:
    """Which of these edits are here."""
    found: set[str] = set()
    for piece in pieces(ids):
        found.update(session.scalars(select(EditRow.id).where(EditRow.id.in_(piece))))
    return found


def other_than_here(session: Session, edits: Iterable[Edit]) -> list[Edit]:
    """Those of edits, all of them known here by id, that are of something else than ours.

    What is locked cannot be compared.
    """
    found: list[Edit] = []
    for piece in pieces(edits):
        mine = read_edits(session, EditRow.id.in_([one.id for one in piece]))
        held = {one.id: one for one in shown_edits(session, mine)}
        found += (one for one in piece if not _alike(one, held[one.id]))
    return found


def _alike(one: Edit, held: Edit) -> bool:
    if (one.key, set(one.parents)) != (held.key, set(held.parents)):
        return False
    if is_sealed(one.value) != is_sealed(held.value):
        return True
    return same(one.value, held.value) or is_sealed(held.value)


def add_edits(session: Session, edits: Iterable[Edit], came_with: str) -> None:
    """Write edits that are not here yet, contacts and quotes sealed where the file seals them.

    Raises SyncError vault_locked.
    """
    vault = vault_of(session)
    for piece in pieces(edits):
        kept = [
            replace(
                one,
                value=vault.sealed(one.key, one.value),
                before=vault.sealed(one.key, one.before),
            )
            for one in piece
        ]
        rows = [{**_row(one), "came_with": came_with or one.batch} for one in kept]
        session.execute(insert(_table(EditRow)), rows)


def change_edits(session: Session, change: Callable[[FieldKey, Json], Json]) -> None:
    """Keep the values of edits in another form: sealed, or open. They say the same."""
    table = _table(EditRow)
    statement = (
        update(table)
        .where(table.c.id == bindparam("of_id"))
        .values(value=bindparam("of_value"), before=bindparam("of_before"))
    )
    for piece in pieces(read_edits(session)):
        told = [(one, change(one.key, one.value), change(one.key, one.before)) for one in piece]
        rows = [
            {"of_id": one.id, "of_value": text_of(value), "of_before": text_of(before)}
            for one, value, before in told
            if (value, before) != (one.value, one.before)
        ]
        if rows:
            session.connection().execute(statement, rows)


def shown_edits(session: Session, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits as they can be read in this window; what is locked stays sealed."""
    vault = vault_of(session)
    if vault.state is not Lock.OPEN:
        return tuple(edits)
    return tuple(
        replace(one, value=vault.shown(one.key, one.value), before=vault.shown(one.key, one.before))
        if is_sealed(one.value) or is_sealed(one.before)
        else one
        for one in edits
    )


def read_edits(session: Session, wanted: ColumnElement[bool] | None = None) -> tuple[Edit, ...]:
    """Edits in the order in which they came here."""
    table = _table(EditRow)
    query = select(*(table.c[name] for name in COLUMNS)).order_by(table.c.number)
    if wanted is not None:
        query = query.where(wanted)
    return tuple(_edit(*row) for row in session.connection().execute(query))


def edits_of_records(
    session: Session, kind: str | None, records: Iterable[str]
) -> tuple[Edit, ...]:
    """All edits of these records of a kind, or (None) of every kind."""
    found: list[Edit] = []
    for piece in pieces(dict.fromkeys(records)):
        mine = EditRow.record.in_(piece)
        found += read_edits(session, mine if kind is None else and_(EditRow.kind == kind, mine))
    return tuple(found)


def edits_of_field(session: Session, key: FieldKey) -> tuple[Edit, ...]:
    """All edits of a field."""
    return read_edits(session, _is(EditRow, key))


def edits_of_batch(session: Session, batch: str) -> tuple[Edit, ...]:
    """What was done, or came here, in one go."""
    return read_edits(session, (EditRow.batch == batch) | (EditRow.came_with == batch))


def by_record(edits: Iterable[Edit]) -> Mapping[str, Mapping[str, list[Edit]]]:
    """Edits of one kind by record and field."""
    found: defaultdict[str, defaultdict[str, list[Edit]]] = defaultdict(lambda: defaultdict(list))
    for one in edits:
        found[one.key.record][one.key.field].append(one)
    return found


def edited(session: Session, kind: str, records: Iterable[str]) -> set[str]:
    """Which of these records have edits."""
    found: set[str] = set()
    for piece in pieces(records):
        mine = and_(EditRow.kind == kind, EditRow.record.in_(piece))
        found.update(session.scalars(select(EditRow.record).where(mine).distinct()))
    return found


def shipped_said(session: Session, kind: str, records: Iterable[str]) -> dict[str, Said]:
    """What edited records said before their edits, by record; nothing of records that are new."""
    found: dict[str, Said] = {}
    table = _table(ShippedRow)
    for piece in pieces(records):
        query = select(table.c.record, table.c.said)
        mine = query.where(table.c.kind == kind, table.c.record.in_(piece))
        found |= {row.record: row.said for row in session.execute(mine)}
    return found


def keep_shipped(session: Session, kind: str, said: Mapping[str, Mapping[str, Json]]) -> None:
    """Say what shipped of these records, in place of what was said before.

    Raises SyncError vault_locked.
    """
    table, vault = _table(ShippedRow), vault_of(session)
    for piece in pieces(said.items()):
        names = [record for record, _ in piece]
        session.execute(delete(table).where(table.c.kind == kind, table.c.record.in_(names)))
        rows = [
            {
                "kind": kind,
                "record": record,
                "said": {
                    field: vault.sealed(FieldKey(kind, record, field), value)
                    for field, value in one.items()
                },
            }
            for record, one in piece
        ]
        session.execute(insert(table), rows)


def keep_rivals(
    session: Session, kind: str, records: Sequence[str], fields: Iterable[FieldKey]
) -> None:
    """Say which fields of these records are in question now, at most ``PIECE`` records."""
    table = _table(RivalRow)
    session.execute(delete(table).where(table.c.kind == kind, table.c.record.in_(records)))
    rows = [{"kind": one.kind, "record": one.record, "field": one.field} for one in fields]
    if rows:
        session.execute(insert(table), rows)


def rival_keys(session: Session) -> tuple[FieldKey, ...]:
    """Fields in question."""
    table = _table(RivalRow)
    query = select(table.c.kind, table.c.record, table.c.field)
    return tuple(sorted(FieldKey(*row) for row in session.execute(query)))


def _is(row_class: type[EditRow], key: FieldKey) -> ColumnElement[bool]:
    return and_(
        row_class.kind == key.kind, row_class.record == key.record, row_class.field == key.field
    )


def _row(edit: Edit) -> dict[str, str]:
    return {
        "id": edit.id,
        "kind": edit.key.kind,
        "record": edit.key.record,
        "field": edit.key.field,
        "value": text_of(edit.value),
        "before": text_of(edit.before),
        "parents": text_of(list(edit.parents)),
        "who": edit.who,
        "told": edit.when,
        "pack": edit.pack,
        "why": edit.why.value,
        "batch": edit.batch,
        "undoes": text_of(list(edit.undoes)),
    }


def _edit(
    edit_id: str,
    kind: str,
    record: str,
    field: str,
    value: str,
    before: str,
    parents: str,
    who: str,
    told: str,
    pack: str,
    why: str,
    batch: str,
    undoes: str,
) -> Edit:
    return Edit(
        edit_id,
        FieldKey(kind, record, field),
        json.loads(value),
        json.loads(before),
        tuple(json.loads(parents)),
        who,
        told,
        pack,
        Why(why),
        batch,
        tuple(json.loads(undoes)),
    )


def text_of(value: Any) -> str:  # noqa: ANN401 (what JSON can hold)
    """A value as its row keeps it."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _table(row_class: type[Base]) -> Table:
    return cast("Table", row_class.__table__)

"""Sealing all that a catalogue holds of contacts and quotes, or opening it for good, in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, cast

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.orm import Session

from geo.catalogue.log import rows_said
from geo.catalogue.log_rows import PIECE, change_edits, pieces
from geo.catalogue.private import FIELDS, PROJECT
from geo.catalogue.rows import write_hires
from geo.catalogue.sealed_projects import changed, sealed_values
from geo.catalogue.sealed_rows import keep_sealed, public_values
from geo.catalogue.site_fields import prices_of
from geo.catalogue.tables import (
    HireRow,
    MetaRow,
    ProjectRow,
    RecordRow,
    SealedRow,
    ShippedRow,
)
from geo.catalogue.vault import VAULT, Keys, Wrapped, unseal, vault_of
from geo.edits import is_sealed
from geo.model import Basis
from geo.model.field import SITE, FieldKey, Json

Change: TypeAlias = Callable[[FieldKey, Json], Json]
TO_SWEEP = "vault_sweep"
"""Key of the meta row that says: plain text may still lie in free pages and in copies."""


def seal_all(session: Session, wrapped: Wrapped, keys: Keys) -> None:
    """Seal every contact and quote, and keep what opens them."""
    change_wrapping(session, wrapped)
    session.merge(MetaRow(key=TO_SWEEP, value=keys.id))
    vault = vault_of(session)
    vault.open_with(keys)
    _change_all(session, vault.sealed)


def unseal_all(session: Session, keys: Keys) -> None:
    """Open all that is sealed for good.

    Raises SyncError vault_broken where something cannot be opened: then all stays as it is.
    """

    def plain(key: FieldKey, value: Json) -> Json:
        return unseal(keys, key, value) if is_sealed(value) else value

    session.execute(delete(MetaRow).where(MetaRow.key.in_((VAULT, TO_SWEEP))))
    vault_of(session).look(None)
    _change_all(session, plain)
    session.execute(delete(SealedRow))


def change_wrapping(session: Session, wrapped: Wrapped) -> None:
    """Keep the data key as it is wrapped now."""
    session.merge(MetaRow(key=VAULT, value=wrapped.text()))
    session.flush()
    vault_of(session).look(wrapped.text())


def _change_all(session: Session, change: Change) -> None:
    change_edits(session, change)
    _change_documents(session, cast("Table", ShippedRow.__table__), "record", "said", change)
    _change_sites(session, change)
    _change_documents(session, cast("Table", RecordRow.__table__), "id", "document", change)
    _change_projects(session, change)


def _change_documents(
    session: Session, table: Table, name: str, column: str, change: Change
) -> None:
    """Documents by kind and id, field by field; when they were saved stays."""
    found = select(table.c.kind, table.c[name], table.c[column])
    mine = found.where(table.c.kind.in_((SITE, *FIELDS)))
    for piece in pieces(session.execute(mine).all()):
        rows, sealed = [], dict[str, dict[str, dict[str, Json]]]()
        for kind, record, said in piece:
            told = _changed(kind, record, said, change)
            if told != said:
                rows.append({"of_kind": kind, "of_record": record, column: told})
                sealed.setdefault(kind, {})[record] = told
        if not rows:
            continue
        here = (table.c.kind == bindparam("of_kind")) & (table.c[name] == bindparam("of_record"))
        statement = update(table).where(here).values({column: bindparam(column)})
        session.connection().execute(statement, rows)
        if table.name == RecordRow.__tablename__:
            for kind, told_by in sealed.items():
                keep_sealed(session, kind, told_by)


def _changed(kind: str, record: str, said: Mapping[str, Json], change: Change) -> dict[str, Json]:
    return {field: change(FieldKey(kind, record, field), value) for field, value in said.items()}


def _change_sites(session: Session, change: Change) -> None:
    """Quoted prices leave the rows, or come back to them."""
    quoted = set(session.scalars(select(HireRow.site_id).where(HireRow.basis == Basis.QUOTED)))
    sealed = session.scalars(select(SealedRow.record).where(SealedRow.kind == SITE))
    for piece in pieces(sorted(quoted | set(sealed))):
        said = rows_said(session, SITE, piece)
        told = {one: _changed(SITE, one, values, change) for one, values in said.items()}
        keep_sealed(session, SITE, told)
        shown = {one: public_values(SITE, one, values) for one, values in told.items()}
        write_hires(session, {one: prices_of(values) for one, values in shown.items()})


def _change_projects(session: Session, change: Change) -> None:
    for row in session.scalars(select(ProjectRow).execution_options(yield_per=PIECE)).all():
        told = changed(row.document, change)
        if told != row.document:
            row.document = told
        keep_sealed(session, PROJECT, {row.name: dict(sealed_values(told))})
    session.flush()

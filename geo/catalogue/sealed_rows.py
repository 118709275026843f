"""Which fields are sealed, as rows: found at once, and laid over the rows that everybody can read.

Prices that were quoted have no row of their own: a row would tell them. A field of a document
stands sealed in the document too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, cast

from sqlalchemy import Select, Table, delete, func, insert, select
from sqlalchemy.orm import Session

from geo.catalogue.log_rows import Said, pieces
from geo.catalogue.private import public_part
from geo.catalogue.site_fields import HIRES, PHOTOS, RETIRED, SOURCES, WORKS, hire_of, price
from geo.catalogue.tables import SealedRow
from geo.catalogue.vault import vault_of
from geo.edits import is_sealed
from geo.model import Site
from geo.model.field import SITE, FieldKey, Json, Lock

AFTER_PRICES = (WORKS, SOURCES, PHOTOS, "photo_order", "cover", RETIRED)


class Sealed(NamedTuple):
    """A sealed field of a record; ``at``: which of its prices it is."""

    at: int
    field: str
    value: Json


def keep_sealed(session: Session, kind: str, said: Mapping[str, Mapping[str, Json]]) -> None:
    """Say which fields of these records are sealed now."""
    table = _table()
    for piece in pieces(said.items()):
        names = [record for record, _ in piece]
        session.execute(delete(table).where(table.c.kind == kind, table.c.record.in_(names)))
        rows = [
            {"kind": kind, "record": record, "field": field, "at": at, "said": value}
            for record, values in piece
            for at, field, value in sealed_in(values)
        ]
        if rows:
            session.execute(insert(table), rows)


def sealed_in(values: Mapping[str, Json]) -> Iterator[Sealed]:
    """The sealed fields of a record."""
    prices = [field for field in values if field.startswith(HIRES)]
    for field, value in values.items():
        if is_sealed(value):
            yield Sealed(prices.index(field) if field in prices else 0, field, value)


def sealed_of(session: Session, kind: str, chosen: Iterable[str]) -> Mapping[str, list[Sealed]]:
    """The sealed fields of these records."""
    table, found = _table(), defaultdict[str, list[Sealed]](list)
    for piece in pieces(chosen):
        mine = select(table).where(table.c.kind == kind, table.c.record.in_(piece))
        for row in session.execute(mine):
            found[row.record].append(Sealed(row.at, row.field, row.said))
    return found


def count_sealed(session: Session) -> int:
    """How many fields are sealed."""
    return session.scalar(select(func.count()).select_from(_table())) or 0


def put_back(said: Said, sealed: Sequence[Sealed]) -> Said:
    """What rows say of a place with its sealed prices at their place among the others."""
    if not sealed:
        return said
    told = {one.field: one.value for one in sealed}
    prices = [field for field in said if field.startswith(HIRES) and field not in told]
    for one in sorted(sealed):
        prices.insert(one.at, one.field)
    first = [key for key in said if not key.startswith((HIRES, *AFTER_PRICES))]
    last = [key for key in said if key.startswith(AFTER_PRICES)]
    return {key: told.get(key, said.get(key)) for key in (*first, *prices, *last)}


def public_values(kind: str, record: str, values: Mapping[str, Json]) -> Said:
    """What is said without what is sealed."""
    found: Said = {}
    for field, value in values.items():
        if is_sealed(value):
            value = public_part(FieldKey(kind, record, field), value)
            if value is None:
                continue
        found[field] = value
    return found


def with_quotes(session: Session, sites: tuple[Site, ...], chosen: Select[str]) -> tuple[Site, ...]:
    """Sites with their sealed prices, where the vault is open; those that nobody can open without.

    ``chosen`` selects the ids of ``sites``.
    """
    vault = vault_of(session)
    if vault.state is not Lock.OPEN:
        return sites
    table, found = _table(), defaultdict[str, list[Sealed]](list)
    mine = select(table).where(table.c.kind == SITE, table.c.record.in_(chosen))
    for row in session.execute(mine):
        said = vault.shown(FieldKey(SITE, row.record, row.field), row.said)
        if not is_sealed(said):
            found[row.record].append(Sealed(row.at, row.field, said))
    if not found:
        return sites
    return tuple(_quoted(one, found[one.id]) if one.id in found else one for one in sites)


def _quoted(site: Site, sealed: Sequence[Sealed]) -> Site:
    rows: Said = {}
    for hire in site.hires:
        told = cast("list[Json]", rows.setdefault(HIRES + hire.per, []))
        told.append(price(hire))
    lists = cast("Iterable[list[dict[str, Any]]]", put_back(rows, sealed).values())
    return replace(site, hires=tuple(hire_of(one) for prices in lists for one in prices))


def _table() -> Table:
    return cast("Table", SealedRow.__table__)

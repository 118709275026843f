"""Taking edits into the catalogue: the log grows, and rows follow what the edits come to.

What a record says follows from what shipped and from the set of its edits alone (``geo.edits``);
rows are no more than a view of that, written in the same transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session

from geo.catalogue.log_rows import (
    ByField,
    Said,
    add_edits,
    by_record,
    edited,
    edits_of_records,
    keep_rivals,
    keep_shipped,
    known_ids,
    other_than_here,
    pieces,
    read_edits,
    shipped_said,
    text_of,
)
from geo.catalogue.rows import drop_sites, read_sites, write_photos, write_sites
from geo.catalogue.sealed_rows import (
    keep_sealed,
    public_values,
    put_back,
    sealed_in,
    sealed_of,
)
from geo.catalogue.site_fields import (
    NEEDED,
    PARENT,
    PHOTO_ORDER,
    RETIRED,
    fields_of,
    in_order,
    own,
    site_of,
)
from geo.catalogue.sound import is_sound
from geo.catalogue.tables import EditRow, RecordRow, SiteRow, now
from geo.edits import rivals, same, standing
from geo.model import Site
from geo.model.field import SITE, Edit, FieldKey, Json

# nobody is asked in which order photos hang
UNASKED = (PHOTO_ORDER,)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking edits in: how many were new and how many known; the records they touch.

    ``touched``: kind and id of each; ``refused``: edits whose value cannot be, left out.
    """

    new: int
    known: int
    touched: tuple[tuple[str, str], ...]
    refused: tuple[Edit, ...] = ()


def take(session: Session, edits: Iterable[Edit], came_with: str = "") -> Taken:
    """Take edits in: the union of what is here and what comes; the rows follow."""
    given = {one.id: one for one in edits}
    known = known_ids(session, given)
    fresh = [one for key, one in given.items() if key not in known]
    sound = [one for one in fresh if is_sound(one)]
    refused = [one for one in fresh if not is_sound(one)] if len(sound) < len(fresh) else []
    # by the id of an edit that is here somebody else may say something else: it is not taken for it
    other = other_than_here(session, [given[one] for one in known])
    touched: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in sound:
        touched[one.key.kind][one.key.record] = None
    for kind, records in touched.items():
        _keep_what_shipped(session, kind, records)
    add_edits(session, sound, came_with)
    for kind, records in touched.items():
        refresh(session, kind, records)
    named = tuple((kind, one) for kind, records in touched.items() for one in records)
    return Taken(len(sound), len(known) - len(other), named, (*refused, *other))


def said_now(session: Session, kind: str, records: Sequence[str]) -> Mapping[str, Said]:
    """What these records say, field by field in their order; a record nobody knows says nothing."""
    edits = by_record(edits_of_records(session, kind, records))
    shipped = shipped_said(session, kind, edits)
    untouched = rows_said(session, kind, [one for one in records if one not in edits])
    found = {one: _standing(shipped.get(one, {}), by_field) for one, by_field in edits.items()}
    return {**untouched, **found}


def said_before(session: Session, kind: str, records: Sequence[str]) -> Mapping[str, Said]:
    """What these records said before any edit, field by field."""
    touched = edited(session, kind, records)
    untouched = rows_said(session, kind, [one for one in records if one not in touched])
    return {**untouched, **shipped_said(session, kind, touched)}


def refresh(session: Session, kind: str, records: Iterable[str]) -> None:
    """Let the rows of edited records say what their edits come to."""
    late: set[str] = set()
    made: set[str] = set()
    for piece in pieces(records):
        edits = by_record(edits_of_records(session, kind, piece))
        shipped = shipped_said(session, kind, piece)
        contested = [
            FieldKey(kind, record, field)
            for record, by_field in edits.items()
            for field, of_field in by_field.items()
            if len(of_field) > 1 and field not in UNASKED and rivals(of_field)
        ]
        keep_rivals(session, kind, piece, contested)
        said = {one: _standing(shipped.get(one, {}), edits.get(one, {})) for one in piece}
        keep_sealed(session, kind, said)
        if kind == SITE:
            late |= _write_sites(session, said, shipped, made)
        else:
            _write_records(session, kind, said)
    if made:
        late |= _children_of(session, made)
        if late:
            refresh(session, kind, sorted(late))


def _standing(shipped: Said, by_field: ByField) -> Said:
    told = dict(shipped)
    for field, edits in by_field.items():
        told[field] = standing(edits, shipped.get(field))
    return in_order(shipped, told)


def _keep_what_shipped(session: Session, kind: str, records: Iterable[str]) -> None:
    """Before its first edit, keep what a record says; then that is what it shipped with."""
    records = list(records)
    first = set(records) - edited(session, kind, records)
    keep_shipped(session, kind, rows_said(session, kind, sorted(first)))


def rows_said(session: Session, kind: str, records: Sequence[str]) -> dict[str, Said]:
    """What the rows of these records say, and what is sealed of them."""
    found: dict[str, Said] = {}
    for piece in pieces(records):
        if kind == SITE:
            sealed = sealed_of(session, kind, piece)
            said = _sites_said(session, piece)
            found |= {one: put_back(told, sealed.get(one, ())) for one, told in said.items()}
        else:
            mine = select(RecordRow.id, RecordRow.document).where(
                RecordRow.kind == kind, RecordRow.id.in_(piece)
            )
            found |= {row.id: row.document for row in session.execute(mine)}
    return found


def _sites_said(session: Session, piece: Sequence[str]) -> dict[str, Said]:
    chosen = select(SiteRow.id).where(SiteRow.id.in_(piece))
    gone = set(session.scalars(chosen.where(SiteRow.retired.is_(True))))
    found = {one.id: fields_of(one, one.photos) for one in read_sites(session, chosen)}
    for one in gone:
        found[one][RETIRED] = True
    return found


def _write_sites(
    session: Session, said: Mapping[str, Said], shipped: Mapping[str, Said], made: set[str]
) -> set[str]:
    """Write site rows; ids of those whose base is not here yet. ``made`` gets the new ones.

    A place of which too little is told to be listed has no row; one that shipped keeps a retired
    one, as it shipped.
    """
    sites: list[Site] = []
    retired: list[str] = []
    listed: list[str] = []
    for record, values in said.items():
        before = shipped.get(record, {})
        shown = public_values(SITE, record, values)
        known = not any(values.get(field) is None for field in NEEDED)
        if not known:
            shown |= {field: before[field] for field in NEEDED if field in before}
        site = site_of(record, shown, by_hand=own(before, values))
        if site is not None:
            sites.append(site)
            gone = not known or values.get(RETIRED) is True
            (retired if gone else listed).append(record)
    drop_sites(session, said.keys() - {one.id for one in sites})
    here = set(session.scalars(select(SiteRow.id).where(SiteRow.id.in_(said))))
    made |= {one.id for one in sites if one.id not in here}
    tied, orphans = _tied(session, sites)
    write_sites(session, tied)
    write_photos(session, {one.id: one.photos for one in tied})
    for ids, is_retired in ((retired, True), (listed, False)):
        mine = update(SiteRow).where(SiteRow.id.in_(ids), SiteRow.retired.is_(not is_retired))
        session.execute(mine.values(retired=is_retired, updated_at=now()))
    return orphans


def _tied(session: Session, sites: Sequence[Site]) -> tuple[list[Site], set[str]]:
    """The sites, those whose base is not here without one; ids of the latter."""
    wanted = {one.parent for one in sites if one.parent is not None}
    here = {one.id for one in sites} | set(
        session.scalars(select(SiteRow.id).where(SiteRow.id.in_(wanted)))
    )
    orphans = {one.id for one in sites if one.parent is not None and one.parent not in here}
    orphans |= {one.id for one in sites if one.parent == one.id}
    return [replace(one, parent=None) if one.id in orphans else one for one in sites], orphans


def _children_of(session: Session, made: Iterable[str]) -> set[str]:
    """Sites here that may have waited for a base which is new."""
    found: set[str] = set()
    for piece in pieces(made):
        named = [text_of(one) for one in piece]
        mine = (EditRow.kind == SITE) & (EditRow.field == PARENT) & EditRow.value.in_(named)
        found.update(one.key.record for one in read_edits(session, mine))
    return found


def _write_records(session: Session, kind: str, said: Mapping[str, Said]) -> None:
    """Write the documents of records; one that says nothing any more is listed no more."""
    table = cast("Table", RecordRow.__table__)
    mine = select(RecordRow.id, RecordRow.document).where(
        RecordRow.kind == kind, RecordRow.id.in_(said)
    )
    held: dict[str, Any] = {row.id: row.document for row in session.execute(mine)}
    empty = [one for one, values in said.items() if all(each is None for each in values.values())]
    session.execute(delete(table).where(table.c.kind == kind, table.c.id.in_(empty)))
    new = [one for one in said if one not in held and one not in empty]
    if new:
        rows = [{"kind": kind, "id": one, "document": said[one], "saved_at": now()} for one in new]
        session.execute(insert(table), rows)
    for one, document in held.items():
        if one not in empty and document != said[one]:
            change = update(table).where(table.c.kind == kind, table.c.id == one)
            session.execute(change.values(document=said[one], saved_at=now()))


def crooked(session: Session, kind: str, records: Sequence[str]) -> set[str]:
    """Edited records whose rows do not say what their edits come to."""
    found: set[str] = set()
    for piece in pieces(records):
        said = said_now(session, kind, piece)
        held = rows_said(session, kind, piece)
        wanted = _listed_as(session, piece, said) if kind == SITE else _documents(said)
        # a shipped place of which too little is told by now keeps its row, but is not listed
        left = {one for one in held if one not in wanted and held[one].get(RETIRED) is True}
        found |= {one for one in piece if not same(_plain(held, one), _plain(wanted, one))} - left
    return found


def _documents(said: Mapping[str, Said]) -> dict[str, Said]:
    """Documents of the records that say anything."""
    return {
        one: values
        for one, values in said.items()
        if any(each is not None for each in values.values())
    }


def _plain(said: Mapping[str, Said], record: str) -> Json:
    """What a record says, its order too."""
    values = said.get(record)
    return None if values is None else [[key, value] for key, value in values.items()]


def _listed_as(session: Session, piece: Sequence[str], said: Mapping[str, Said]) -> dict[str, Said]:
    """What the rows of places ought to say."""
    shown = {one: public_values(SITE, one, said.get(one, {})) for one in piece}
    sites = [site_of(one, shown[one], by_hand=False) for one in piece]
    tied, _ = _tied(session, [one for one in sites if one is not None])
    found = {one.id: fields_of(one, one.photos) for one in tied}
    for one in tied:
        if said[one.id].get(RETIRED) is True:
            found[one.id][RETIRED] = True
    return {one: put_back(told, tuple(sealed_in(said[one]))) for one, told in found.items()}

"""The log of an open catalogue: what was edited by whom, what it comes to, what is in question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from geo.catalogue.kept_sealed import KeptSealed
from geo.catalogue.log import Taken, crooked, said_before, said_now, take
from geo.catalogue.log_rows import (
    Said,
    by_record,
    edits_of_batch,
    edits_of_field,
    edits_of_records,
    read_edits,
    rival_keys,
    shipped_said,
    shown_edits,
)
from geo.catalogue.saving import begun, decision
from geo.catalogue.sealed_rows import public_values
from geo.catalogue.sessions import Sessions
from geo.catalogue.sightings import Sighting, Sightings
from geo.catalogue.tables import EditRow, ShippedRow
from geo.catalogue.undoing import undo_record
from geo.catalogue.vault import vault_of
from geo.edits import is_sealed, rivals, standing
from geo.errors import CatalogueError, SyncError
from geo.model.field import SITE, Edit, FieldKey, Hand, Json, Lock, Why

Question: TypeAlias = tuple[FieldKey, tuple[tuple[Edit, ...], ...], Json]


@dataclass(frozen=True, slots=True)
class Batch:
    """What was done, or came here, in one go: by whom, when, why, how much, from which pack."""

    id: str
    who: str
    when: str
    why: Why
    edits: int
    records: int
    pack: str = ""


class EditLog(KeptSealed):
    """Edits in and out; rows follow them in the same transaction."""

    def __init__(self, sessions: Sessions) -> None:
        super().__init__(sessions)
        self._sightings = Sightings()

    def edits(
        self, kind: str | None = None, records: Iterable[str] | None = None
    ) -> tuple[Edit, ...]:
        """Edits in the order in which they came here: all, of a kind, or of some of its records.

        What is locked stays sealed in them (``geo.edits.is_sealed``).
        """
        with self._sessions.reading() as session:
            if records is not None:
                found = edits_of_records(session, kind, records)
            else:
                found = read_edits(session, None if kind is None else EditRow.kind == kind)
            return shown_edits(session, found)

    def edits_of(self, key: FieldKey) -> tuple[Edit, ...]:
        """Edits of one field in the order in which they came here."""
        with self._sessions.reading() as session:
            return shown_edits(session, edits_of_field(session, key))

    def sightings(self, records: Iterable[str]) -> Mapping[str, Sighting]:
        """Who told the newest from each of these places, and when; nothing of places unseen."""
        with self._sessions.reading() as session:
            return self._sightings.of(session, records)

    def shipped(self, keys: Iterable[FieldKey]) -> Mapping[FieldKey, Json]:
        """What each field said before any edit."""
        keys = tuple(keys)
        with self._sessions.reading() as session:
            said = {
                kind: said_before(session, kind, records)
                for kind, records in _records_by_kind(keys).items()
            }
            shown = vault_of(session).shown
            return {
                key: shown(key, said[key.kind].get(key.record, {}).get(key.field)) for key in keys
            }

    def values(self, kind: str, records: Iterable[str]) -> Mapping[FieldKey, Json]:
        """What stands in every field of these records that says something that can be read."""
        with self._sessions.reading() as session:
            said, _ = said_shown(session, kind, tuple(dict.fromkeys(records)))
        return {
            FieldKey(kind, record, field): value
            for record, values in said.items()
            for field, value in values.items()
            if value is not None
        }

    def take_edits(self, edits: Iterable[Edit], *, batch: str = "", saved: bool = False) -> Taken:
        """Take edits from elsewhere in, all or none; ``batch``: to undo it by.

        What is here already stays; rows of the records touched are worked out anew, also of those
        that were not here. ``saved``: they come of this very file, so that sealed ones are its own.
        Raises SyncError vault_locked for contacts and quotes while they are locked, and what is
        wrong with the file or the disk.
        """
        edits = tuple(edits)
        with self._writing() as session:
            if not saved:
                edits = _readable(session, edits)
            return take(session, edits, batch)

    def write_edits(self, edits: Iterable[Edit]) -> Taken:
        """Take in edits made here, each with the batch it names.

        As ``take_edits``; also SyncError vault_locked where what is locked would be written over.
        """
        edits = tuple(edits)
        with self._writing() as session:
            if vault_of(session).state is Lock.LOCKED:
                for kind, records in _records_by_kind(one.key for one in edits).items():
                    _, held = said_shown(session, kind, records)
                    if not held.isdisjoint(one.key for one in edits):
                        raise SyncError("vault_locked")
            return take(session, _readable(session, edits))

    def write_values(self, values: Mapping[FieldKey, Json], by: Hand) -> tuple[Edit, ...]:
        """Let fields say this, in sight of all that is said of them; the edits it took.

        Raises CatalogueError value_unsound when a field cannot say that, SyncError vault_locked.
        """
        by = begun(by)
        with self._writing(sites=any(key.kind == SITE for key in values)) as session:
            made: list[Edit] = []
            for kind, records in _records_by_kind(values).items():
                said, held = said_shown(session, kind, records)
                logs = by_record(edits_of_records(session, kind, records))
                for key in values:
                    if key in held:
                        raise SyncError("vault_locked")
                    if key.kind == kind:
                        log = logs.get(key.record, {}).get(key.field, ())
                        stands = said.get(key.record, {}).get(key.field)
                        made += decision(key, values[key], stands, log, by)
            keep(session, made)
        return tuple(made)

    def rivals(self) -> tuple[Question, ...]:
        """Every field in question: its sides, each the edits that say so, and what stands."""
        found: list[Question] = []
        with self._sessions.reading() as session:
            for key in rival_keys(session):
                log = shown_edits(session, edits_of_field(session, key))
                said = shipped_said(session, key.kind, (key.record,)).get(key.record, {})
                before = vault_of(session).shown(key, said.get(key.field))
                found.append((key, rivals(log), standing(log, before)))
        return tuple(found)

    def undo_batch(self, batch: str, by: Hand) -> str:
        """Take back what was done, or came, in one go, or bring it back; the batch of the undoing.

        What was changed again since stays as it is.
        """
        by = begun(Hand(by.who, by.when, Why.UNDONE, pack=by.pack))
        with self._writing() as session:
            gone = edits_of_batch(session, batch)
            ids = {one.id for one in gone}
            made: list[Edit] = []
            for kind, records in _records_by_kind(one.key for one in gone).items():
                logs = by_record(edits_of_records(session, kind, records))
                said = shipped_said(session, kind, records)
                for record in records:
                    key = FieldKey(kind, record, "")
                    made += undo_record(key, logs[record], ids, said.get(record, {}), by)
            take(session, made)
        return by.batch

    def batches(self, limit: int = 100) -> tuple[Batch, ...]:
        """What was done, or came, in one go, newest first."""
        last = func.max(EditRow.number)
        query = (
            select(
                EditRow.came_with,
                func.max(EditRow.who),
                func.max(EditRow.told),
                func.max(EditRow.why),
                func.count(),
                func.count(func.distinct(EditRow.kind + "/" + EditRow.record)),
                func.max(EditRow.pack),
            )
            .where(EditRow.came_with != "")
            .group_by(EditRow.came_with)
            .order_by(last.desc())
            .limit(limit)
        )
        with self._sessions.reading() as session:
            return tuple(
                Batch(one, who, told, Why(why), edits, records, pack)
                for one, who, told, why, edits, records, pack in session.execute(query)
            )

    def disagreeing(self) -> tuple[tuple[str, str], ...]:
        """Kind and id of edited records whose rows do not say what their edits come to."""
        found: list[tuple[str, str]] = []
        with self._sessions.reading() as session:
            edited = session.execute(select(EditRow.kind, EditRow.record).distinct()).all()
            kept = session.execute(select(ShippedRow.kind, ShippedRow.record)).all()
            named = (FieldKey(kind, record, "") for kind, record in (*edited, *kept))
            for kind, records in _records_by_kind(named).items():
                found += [(kind, one) for one in crooked(session, kind, records)]
        return tuple(sorted(found))


def keep(session: Session, made: Sequence[Edit]) -> Taken:
    """Take in what somebody here made. Raises CatalogueError value_unsound."""
    taken = take(session, made)
    if taken.refused:
        raise CatalogueError("value_unsound", field=taken.refused[0].key.field)
    return taken


def said_shown(
    session: Session, kind: str, records: Sequence[str]
) -> tuple[dict[str, Said], frozenset[FieldKey]]:
    """What these records say as far as it can be read here, and the fields that are locked.

    Of those it is what is nobody's secret: prices that were published.
    """
    vault = vault_of(session)
    found: dict[str, Said] = {}
    held: set[FieldKey] = set()
    for record, said in said_now(session, kind, records).items():
        keys = {field: FieldKey(kind, record, field) for field in said}
        told = {field: vault.shown(keys[field], value) for field, value in said.items()}
        held |= {keys[field] for field, value in told.items() if is_sealed(value)}
        found[record] = public_values(kind, record, told)
    return found, frozenset(held)


def _readable(session: Session, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits with nothing sealed in them: what somebody else has sealed is not to be told from junk.

    Raises SyncError vault_locked while ours are locked, pack_sealed where they are not ours.
    """
    vault, found = vault_of(session), []
    for one in edits:
        if is_sealed(one.value) or is_sealed(one.before):
            if vault.state is Lock.LOCKED:
                raise SyncError("vault_locked")
            value, before = vault.shown(one.key, one.value), vault.shown(one.key, one.before)
            one = replace(one, value=value, before=before)
            if is_sealed(value) or is_sealed(before):
                raise SyncError("vault_foreign")
        found.append(one)
    return tuple(found)


def _records_by_kind(keys: Iterable[FieldKey]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, Any]] = {}
    for key in keys:
        found.setdefault(key.kind, {})[key.record] = None
    return {kind: tuple(records) for kind, records in found.items()}

"""The log of an open catalogue: what was edited by whom, what it comes to, what is in question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from geo.catalogue.log import Taken, crooked, said_before, said_now, take
from geo.catalogue.log_rows import (
    by_record,
    edits_of_batch,
    edits_of_field,
    edits_of_records,
    read_edits,
    rival_keys,
    shipped_said,
)
from geo.catalogue.open_file import OpenFile
from geo.catalogue.saving import begun, decision
from geo.catalogue.tables import EditRow, ShippedRow
from geo.catalogue.undoing import undo_record
from geo.edits import rivals, standing
from geo.errors import CatalogueError
from geo.model.field import SITE, Edit, FieldKey, Hand, Json, Why

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


class EditLog(OpenFile):
    """Edits in and out; rows follow them in the same transaction."""

    def edits(
        self, kind: str | None = None, records: Iterable[str] | None = None
    ) -> tuple[Edit, ...]:
        """Edits in the order in which they came here: all, of a kind, or of some of its records."""
        with self._sessions.reading() as session:
            if records is not None:
                return edits_of_records(session, kind, records)
            return read_edits(session, None if kind is None else EditRow.kind == kind)

    def edits_of(self, key: FieldKey) -> tuple[Edit, ...]:
        """Edits of one field in the order in which they came here."""
        with self._sessions.reading() as session:
            return edits_of_field(session, key)

    def shipped(self, keys: Iterable[FieldKey]) -> Mapping[FieldKey, Json]:
        """What each field said before any edit."""
        keys = tuple(keys)
        with self._sessions.reading() as session:
            said = {
                kind: said_before(session, kind, records)
                for kind, records in _records_by_kind(keys).items()
            }
        return {key: said[key.kind].get(key.record, {}).get(key.field) for key in keys}

    def values(self, kind: str, records: Iterable[str]) -> Mapping[FieldKey, Json]:
        """What stands in every field of these records that says something."""
        with self._sessions.reading() as session:
            said = said_now(session, kind, tuple(dict.fromkeys(records)))
        return {
            FieldKey(kind, record, field): value
            for record, values in said.items()
            for field, value in values.items()
            if value is not None
        }

    def take_edits(self, edits: Iterable[Edit], *, batch: str = "") -> Taken:
        """Take edits from elsewhere in, all or none; ``batch``: to undo it by.

        What is here already stays; rows of the records touched are worked out anew, also of those
        that were not here. Raises what is wrong with the file or the disk.
        """
        with self._writing() as session:
            return take(session, edits, batch)

    def write_edits(self, edits: Iterable[Edit]) -> Taken:
        """Take in edits made here, each with the batch it names."""
        return self.take_edits(edits)

    def write_values(self, values: Mapping[FieldKey, Json], by: Hand) -> tuple[Edit, ...]:
        """Let fields say this, in sight of all that is said of them; the edits it took.

        Raises CatalogueError value_unsound when a field cannot say that.
        """
        by = begun(by)
        with self._writing(sites=any(key.kind == SITE for key in values)) as session:
            made: list[Edit] = []
            for kind, records in _records_by_kind(values).items():
                said = said_now(session, kind, records)
                logs = by_record(edits_of_records(session, kind, records))
                for key in values:
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
                log = edits_of_field(session, key)
                said = shipped_said(session, key.kind, (key.record,)).get(key.record, {})
                found.append((key, rivals(log), standing(log, said.get(key.field))))
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


def _records_by_kind(keys: Iterable[FieldKey]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, Any]] = {}
    for key in keys:
        found.setdefault(key.kind, {})[key.record] = None
    return {kind: tuple(records) for kind, records in found.items()}

"""What is kept beside the places, a document for each record; what people say of it as edits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select, update

from geo.catalogue.edit_log import EditLog, keep, said_shown
from geo.catalogue.log_rows import by_record, edits_of_records, shown_edits
from geo.catalogue.saving import begun, changes, edit_by
from geo.catalogue.sealed_rows import public_values
from geo.catalogue.site_fields import Values
from geo.catalogue.tables import RecordRow, now
from geo.catalogue.vault import EMPTY, vault_of
from geo.edits import same
from geo.errors import SyncError
from geo.model.field import Edit, FieldKey, Hand, Json


class KeptRecords(EditLog):
    """Documents by kind and id. Each stands in a row; its history in the log."""

    def save_record(
        self,
        kind: str,
        record_id: str,
        document: Mapping[str, Any],
        *,
        seen: Mapping[str, Any] | None = None,
        by: Hand | None = None,
    ) -> None:
        """Keep a document of a kind under its id: what differs from ``seen`` is written.

        ``seen`` None: what stands now. What is locked stays as it is; who says something else
        there hears SyncError vault_locked. Raises what is wrong with the file or the disk.
        """
        hand = begun(by or Hand())
        wanted = _as_json(document)
        key = FieldKey(kind, record_id, "")
        with self._writing(sites=False) as session:
            said, held = said_shown(session, kind, (record_id,))
            stands = said.get(record_id, {})
            locked = {one.field for one in held}
            known = stands if seen is None else _as_json(seen)
            wanted = unlocked(wanted, known, stands, locked)
            known = unlocked(known, known, stands, locked)
            log = shown_edits(session, edits_of_records(session, kind, (record_id,)))
            logs = by_record(log).get(record_id, {})
            made: list[Edit] = list(changes(key, wanted, known, stands, logs, hand))
            # a field that says nothing yet is there all the same
            made += (
                edit_by(hand, FieldKey(kind, record_id, field), None, None, ())
                for field, value in wanted.items()
                if value is None and field not in stands and field not in locked
            )
            keep(session, made)
            mine = update(RecordRow).where(RecordRow.kind == kind, RecordRow.id == record_id)
            session.execute(mine.values(saved_at=now()))

    def keep_record(self, kind: str, record_id: str, document: Mapping[str, Any]) -> None:
        """Keep a document that nobody edits, such as what was worked out of a file: no history.

        For kinds that ``save_record`` is never used for. Raises what is wrong with the file or the
        disk.
        """
        wanted = _as_json(document)
        if self.records(kind).get(record_id) == wanted:
            return
        with self._writing(sites=False) as session:
            session.merge(RecordRow(kind=kind, id=record_id, document=wanted, saved_at=now()))

    def records(self, kind: str) -> Mapping[str, dict[str, Any]]:
        """All documents of a kind by id, the one saved first first; without what is locked."""
        query = (
            select(RecordRow.id, RecordRow.document)
            .where(RecordRow.kind == kind)
            .order_by(RecordRow.saved_at, RecordRow.id)
        )
        with self._sessions.reading() as session:
            shown = vault_of(session).shown
            return {
                row.id: public_values(
                    kind,
                    row.id,
                    {
                        field: shown(FieldKey(kind, row.id, field), value)
                        for field, value in row.document.items()
                    },
                )
                for row in session.execute(query)
            }


def unlocked(
    wanted: Values, seen: Values, stands: Values, locked: Iterable[str]
) -> dict[str, Json]:
    """What is wanted of a record, its locked fields as they stand as far as they can be read.

    Raises SyncError vault_locked for one that says something else than what was seen.
    """
    found = dict(wanted)
    for field in locked:
        value, known = found.pop(field, None), stands.get(field)
        told = (known, seen.get(field))
        if not any(same(value, one) or (value in EMPTY and one in EMPTY) for one in told):
            raise SyncError("vault_locked")
        if known is not None:
            found[field] = known
    return found


def _as_json(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document as it comes back: tuples are lists, enumerations text."""
    restored: dict[str, Any] = json.loads(json.dumps(dict(document)))
    return restored

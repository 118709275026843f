"""What is kept beside the places, a document for each record; every field of it an edit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from geo.catalogue.edit_log import EditLog, keep
from geo.catalogue.log import said_now
from geo.catalogue.log_rows import by_record, edits_of_records
from geo.catalogue.saving import begun, changes, edit_by
from geo.catalogue.tables import RecordRow, now
from geo.model.field import Edit, FieldKey, Hand


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

        ``seen`` None: what stands now. Raises what is wrong with the file or the disk.
        """
        hand = begun(by or Hand())
        wanted = _as_json(document)
        key = FieldKey(kind, record_id, "")
        with self._writing(sites=False) as session:
            stands = said_now(session, kind, (record_id,)).get(record_id, {})
            logs = by_record(edits_of_records(session, kind, (record_id,))).get(record_id, {})
            known = stands if seen is None else _as_json(seen)
            made: list[Edit] = list(changes(key, wanted, known, stands, logs, hand))
            # a field that says nothing yet is there all the same
            made += (
                edit_by(hand, FieldKey(kind, record_id, field), None, None, ())
                for field, value in wanted.items()
                if value is None and field not in stands
            )
            keep(session, made)
            mine = update(RecordRow).where(RecordRow.kind == kind, RecordRow.id == record_id)
            session.execute(mine.values(saved_at=now()))

    def records(self, kind: str) -> Mapping[str, dict[str, Any]]:
        """All documents of a kind by id, the one saved first coming first."""
        query = (
            select(RecordRow.id, RecordRow.document)
            .where(RecordRow.kind == kind)
            .order_by(RecordRow.saved_at, RecordRow.id)
        )
        with self._sessions.reading() as session:
            return {row.id: row.document for row in session.execute(query)}


def _as_json(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document as it comes back: tuples are lists, enumerations text."""
    restored: dict[str, Any] = json.loads(json.dumps(dict(document)))
    return restored

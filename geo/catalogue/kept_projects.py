"""Projects in an open catalogue: two windows that work on one keep both their versions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import select

from geo.catalogue.open_file import OpenFile
from geo.catalogue.sessions import Sessions
from geo.catalogue.tables import ProjectRow, now

NAME_LENGTH = 200
LEFT_FOR_NUMBER = 8


class KeptProjects(OpenFile):
    """Knows which version of a project this window has seen."""

    def __init__(self, sessions: Sessions) -> None:
        super().__init__(sessions)
        with sessions.reading() as session:
            rows = session.execute(select(ProjectRow.name, ProjectRow.saved_at))
            self._versions: dict[str, datetime] = {row.name: row.saved_at for row in rows}
        self._instead: dict[str, str] = {}

    def save_project(self, name: str, document: Mapping[str, Any]) -> str:
        """Keep a project as a JSON document; the name it is kept under.

        That is another name, now and from then on, where another window has kept the project since
        this one opened or saved it.
        """
        wanted = name[:NAME_LENGTH]
        wanted = self._instead.get(wanted, wanted)
        with self._writing(sites=False) as session:
            rows = session.execute(select(ProjectRow.name, ProjectRow.saved_at))
            stamps: dict[str, datetime] = {row.name: row.saved_at for row in rows}
            kept = wanted
            if stamps.get(wanted) != self._versions.get(wanted):
                short = wanted[: NAME_LENGTH - LEFT_FOR_NUMBER]
                names = (f"{short}（{number}）" for number in count(2))
                kept = next(one for one in names if one not in stamps)
            named = {"name": kept} if kept != name[:NAME_LENGTH] and "name" in document else {}
            row = ProjectRow(name=kept, document={**document, **named}, saved_at=now())
            session.merge(row)
            session.flush()
            session.expire_all()
            saved = session.scalar(select(ProjectRow.saved_at).where(ProjectRow.name == kept))
        if saved is not None:
            self._versions[kept] = saved
        if kept != wanted:
            self._instead[name[:NAME_LENGTH]] = kept
        return kept

    def load_project(self) -> dict[str, Any] | None:
        """The project saved last."""
        query = select(ProjectRow).order_by(ProjectRow.saved_at.desc()).limit(1)
        with self._sessions.reading() as session:
            row = session.scalar(query)
            if row is None:
                return None
            self._versions[row.name] = row.saved_at
            return row.document

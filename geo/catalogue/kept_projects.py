"""Projects in an open catalogue: two windows that work on one keep both their versions."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from geo.catalogue.open_file import OpenFile
from geo.catalogue.private import PROJECT
from geo.catalogue.sealed_projects import (
    changed,
    private_values,
    sealed_by_key,
    sealed_values,
    unknown,
    with_withheld,
    without_sealed,
)
from geo.catalogue.sealed_rows import keep_sealed
from geo.catalogue.sessions import Sessions
from geo.catalogue.tables import ProjectRow, now
from geo.catalogue.vault import EMPTY, vault_of
from geo.edits import is_sealed
from geo.errors import SyncError
from geo.model.field import FieldKey, Json, Lock

NAME_LENGTH = 200
LEFT_FOR_NUMBER = 8


class KeptProjects(OpenFile):
    """Knows which version of a project this window has seen."""

    def __init__(self, sessions: Sessions) -> None:
        super().__init__(sessions)
        self._versions = self._stamps()
        self._instead: dict[str, str] = {}
        self._loaded = ""
        self._unread: Set[FieldKey] = frozenset()

    def take_as_own(self) -> None:
        """What stands in the file now is this window's own doing: it has put a copy in its place.

        Nobody else is to be told of for it, and projects are saved under their names.
        """
        self.changed_elsewhere()
        self._versions = self._stamps()

    def _stamps(self) -> dict[str, datetime]:
        """When each project was saved last."""
        with self._sessions.reading() as session:
            rows = session.execute(select(ProjectRow.name, ProjectRow.saved_at))
            return {row.name: row.saved_at for row in rows}

    def save_project(self, name: str, document: Mapping[str, Any]) -> str:
        """Keep a project as a JSON document; the name it is kept under.

        That is another name, now and from then on, where another window has kept the project since
        this one opened or saved it. What was locked when it was read is kept as it was. Raises
        SyncError vault_locked where contacts or sums were told while they are locked: all else is
        kept.
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
            stands = _row(session, wanted) or _row(session, self._loaded)
            told, refused = _at_rest(session, {**document, **named}, stands, self._unread)
            session.merge(ProjectRow(name=kept, document=told, saved_at=now()))
            keep_sealed(session, PROJECT, {kept: dict(sealed_values(told))})
            session.flush()
            session.expire_all()
            saved = session.scalar(select(ProjectRow.saved_at).where(ProjectRow.name == kept))
        if saved is not None:
            self._versions[kept] = saved
        if kept != wanted:
            self._instead[name[:NAME_LENGTH]] = kept
        if refused:
            raise SyncError("vault_locked")
        return kept

    def load_project(self) -> dict[str, Any] | None:
        """The project saved last, without what is locked."""
        query = select(ProjectRow).order_by(ProjectRow.saved_at.desc()).limit(1)
        with self._sessions.reading() as session:
            row = session.scalar(query)
            if row is None:
                return None
            self._versions[row.name] = row.saved_at
            told = changed(row.document, vault_of(session).shown)
            self._loaded, self._unread = row.name, frozenset(dict(sealed_by_key(told)))
            return without_sealed(told)


def _row(session: Session, name: str) -> dict[str, Any]:
    found = session.scalar(select(ProjectRow.document).where(ProjectRow.name == name))
    return found or {}


def _at_rest(
    session: Session, document: Mapping[str, Any], stands: Mapping[str, Any], unread: Set[FieldKey]
) -> tuple[dict[str, Any], bool]:
    """A document as the file may keep it, and whether something could not be kept in it.

    ``unread``: what could not be read when it was loaded; it stays as it ``stands`` in the file,
    unless something is told there by now. While it is locked, so does all that is sealed.
    """
    vault, refused = vault_of(session), False

    def seal(key: FieldKey, value: Json) -> Json:
        nonlocal refused
        if vault.state is Lock.LOCKED and value not in EMPTY:
            refused = True
            return unknown(key)
        return vault.sealed(key, value)

    locked = vault.state is Lock.LOCKED
    back = {
        key: value
        for key, value in private_values(stands)
        if key in unread or (locked and is_sealed(value))
    }
    return with_withheld(changed(document, seal), back), refused

"""Saves what a damaged catalogue still holds, and unites it with what stands.

Edits are united as packs are, so saving the same file twice, or half and then again, does no harm.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import JSON, DateTime, Float, Integer, Table, select
from sqlalchemy.orm import Session

from geo.catalogue.backups import PATIENCE_S, newest_sound
from geo.catalogue.database import copy_out, create_file, reach, set_aside, told_kindly
from geo.catalogue.log_rows import keep_shipped
from geo.catalogue.pages import Remains, Row, Shape, read_remains
from geo.catalogue.private import PROJECT
from geo.catalogue.sealed_projects import changed, sealed_values
from geo.catalogue.sealed_rows import keep_sealed
from geo.catalogue.sessions import Sessions
from geo.catalogue.sound import is_sound
from geo.catalogue.store import Store
from geo.catalogue.tables import EditRow, MetaRow, ProjectRow, RecordRow, ShippedRow, SiteRow
from geo.catalogue.vault import VAULT, vault_of
from geo.edits import new_id
from geo.errors import CatalogueError
from geo.files import whole_file, write_whole
from geo.model.field import SITE, Edit, FieldKey, Recovered, Why
from geo.progress import Job, Step

TRIES = 3
LOGS = ("-wal", "-journal")
SMALLEST = 512  # no page is shorter; SQLite takes such a file for an empty one
SAVED = ".saved"
WANTED = (EditRow, ShippedRow, ProjectRow, MetaRow)
KINDS = ((JSON, "document"), (Integer, "whole"), (Float, "number"), (DateTime, "text"))


def set_aside_files(path: Path) -> tuple[Path, ...]:
    """Damaged files of the catalogue at ``path`` that nothing has been saved of yet, oldest first.

    One that could not be saved three times is left for the user to try.
    """
    found = sorted(path.parent.glob(f"{path.stem}-damaged-*{path.suffix}"))
    return tuple(one for one in found if _tries(one) < TRIES)


def start_again(path: Path) -> str:
    """Where the file is gone or empty, let the newest sound copy take its place.

    The name of that copy; empty where there is none, or no need. Raises CatalogueError.
    """
    there = path.exists()
    if there and (not path.is_file() or path.stat().st_size >= SMALLEST):
        return ""
    beside = [path.with_name(path.name + ending) for ending in LOGS]
    # a log of a file that is gone would be taken for one of whatever comes in its place
    left = any(one.exists() and one.stat().st_size for one in beside)
    copy = newest_sound(path)
    if left or (there and copy is not None):
        with told_kindly(path):
            path.touch()
        set_aside(path)
    if copy is None:
        return ""
    with told_kindly(path), whole_file(path) as part:
        copy_out(Path(copy.path), part, PATIENCE_S)
    create_file(path, PATIENCE_S)
    return Path(copy.path).name


def recover(
    path: Path, damaged: Path, *, from_backup: str = "", patience_s: float = PATIENCE_S
) -> Job[Recovered]:
    """Unite what ``damaged`` still holds with the catalogue at ``path``, which may be open.

    Whole pages and single rows are saved, and what SQLite kept beside the file; the damaged file
    is only read. ``from_backup``: the copy that stands in its place, told only. Raises
    CatalogueError disk_full, catalogue_read_only, catalogue_locked, damaged_gone.
    """
    yield Step("recover_read", 0, 2)
    if not damaged.is_file():
        raise CatalogueError("damaged_gone", file=damaged.name)
    with told_kindly(path):
        _mark(damaged, _tries(damaged) + 1)
        remains = read_remains(damaged, [_shape(one) for one in WANTED])
    yield Step("recover_unite", 1, 2)
    sessions = Sessions(path, reach(path, patience_s), patience_s)
    store = Store(sessions)
    try:
        _keep_rest(sessions, remains)
        edits = tuple(_edits(remains.rows[EditRow.__tablename__]))
        newer = store.take_edits(edits, batch=new_id(), saved=True).new
    finally:
        store.close()
    found = Recovered(
        kept=damaged.name,
        sites=len({one.key.record for one in edits if one.key.kind == SITE}),
        edits=len(edits),
        from_backup=from_backup,
        lost_tables=tuple(sorted(set(remains.rows) - remains.pointed)),
        newer=newer,
        broken_pages=remains.broken,
        pages=remains.pages,
    )
    with told_kindly(path):
        _mark(damaged, TRIES)
    return found


def _shape(row_class: type[Any]) -> Shape:
    table = cast("Table", row_class.__table__)
    columns = []
    for column in table.columns:
        kind = next((kind for known, kind in KINDS if isinstance(column.type, known)), "text")
        # a number that names its row is not written a second time
        counted = column.primary_key and kind == "whole"
        columns.append((column.name, kind, bool(column.nullable) or counted))
    names = [column.name for column in table.columns]
    key = ["id"] if row_class is EditRow else [column.name for column in table.primary_key]
    return Shape(table.name, tuple(columns), tuple(names.index(name) for name in key))


def _named(row_class: type[Any], rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    names = [column.name for column in row_class.__table__.columns]
    for row in rows:
        yield dict(zip(names, row, strict=True))


def _edits(rows: Iterable[Row]) -> Iterator[Edit]:
    """Rows that are edits; what decoded and makes no sense is left out."""
    for row in _named(EditRow, rows):
        try:
            value, before = json.loads(row["value"]), json.loads(row["before"])
            parents, why = json.loads(row["parents"]), Why(row["why"])
            undoes = json.loads(row["undoes"])
        except ValueError:
            continue
        if not (_are_ids(parents) and _are_ids(undoes)):
            continue
        edit = Edit(
            id=row["id"],
            key=FieldKey(row["kind"], row["record"], row["field"]),
            value=value,
            before=before,
            parents=tuple(parents),
            who=row["who"],
            when=row["told"],
            pack=row["pack"],
            why=why,
            batch=row["batch"],
            undoes=tuple(undoes),
        )
        if is_sound(edit):
            yield edit


def _are_ids(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _keep_rest(sessions: Sessions, remains: Remains) -> None:
    """What is no edit: what records said before, projects, and what seals contacts."""
    with sessions.writing() as session:
        for row in _named(ShippedRow, remains.rows[ShippedRow.__tablename__]):
            home = SiteRow if row["kind"] == SITE else RecordRow
            name = row["record"] if row["kind"] == SITE else (row["kind"], row["record"])
            here = session.get(ShippedRow, (row["kind"], row["record"]))
            if here is None and session.get(home, name) is None:
                keep_shipped(session, row["kind"], {row["record"]: json.loads(row["said"])})
        for row in _named(ProjectRow, remains.rows[ProjectRow.__tablename__]):
            _keep_project(session, row)
        for row in _named(MetaRow, remains.rows[MetaRow.__tablename__]):
            known = select(MetaRow.value).where(MetaRow.key == VAULT)
            if row["key"] == VAULT and session.scalar(known) is None:
                session.add(MetaRow(**row))


def _keep_project(session: Session, row: dict[str, Any]) -> None:
    """A project that is not here, or was saved later than the one that is."""
    try:
        saved = datetime.fromisoformat(row["saved_at"])
    except ValueError:
        return
    known = session.get(ProjectRow, row["name"])
    if known is None or known.saved_at.replace(tzinfo=None) < saved.replace(tzinfo=None):
        document = changed(json.loads(row["document"]), vault_of(session).sealed)
        keep_sealed(session, PROJECT, {row["name"]: dict(sealed_values(document))})
        session.merge(ProjectRow(name=row["name"], document=document, saved_at=saved))


def _tries(damaged: Path) -> int:
    """How often saving something of a damaged file has begun; ``TRIES`` once it is done."""
    try:
        return int(damaged.with_name(damaged.name + SAVED).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def _mark(damaged: Path, tries: int) -> None:
    write_whole(damaged.with_name(damaged.name + SAVED), str(tries).encode("ascii"))

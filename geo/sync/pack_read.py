"""An open field pack: read as a stranger's, every value checked; written to in whole steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock
from typing import Any

from geo.errors import SyncError
from geo.model import Reason
from geo.model.field import RECCE, SITE, Edit, FieldKey, Json, PackInfo, PackPhoto, RecceField
from geo.sync.asides import photos_touched
from geo.sync.form_fields import fields_of
from geo.sync.outside import Outside, compared, noted, notes_changes, take_note, unnoted
from geo.sync.pack_content import FORMAT, MEGABYTE
from geo.sync.pack_lines import PLACES, Line, lines_from
from geo.sync.pack_opening import PackDatabase, json_of, open_database, pack_errors
from geo.sync.pack_photos import kept_photos, take_photo
from geo.sync.pack_rows import (
    DOCUMENT,
    EDIT,
    SHIPPED,
    put_edits,
    put_photo,
    put_places,
    retell_photos,
)
from geo.sync.pack_schema import FILE_TABLE, OURS, make_own_tables
from geo.sync.pack_state import PackState, edit_from


@dataclass(slots=True)
class PackFile:
    """A pack that is open; ``read_pack`` gives it. ``writable``: it is not for reading only.

    ``documents``: record of each place by id, as it stood when the pack was made. ``shipped``: what
    fields said before any edit. Whatever is asked of it raises SyncError (pack_damaged, pack_busy,
    pack_disk_full).
    """

    path: Path
    writable: bool
    documents: Mapping[str, Mapping[str, Json]]
    form: tuple[RecceField, ...]
    shipped: Mapping[FieldKey, Json]
    _about: PackInfo
    _lines: tuple[Line, ...]
    _db: PackDatabase
    _lock: RLock = field(default_factory=RLock)
    _known: tuple[tuple[int, int], PackState, Outside] | None = None

    @property
    def info(self) -> PackInfo:
        """What the pack says of itself now; its notes say what is not as wished."""
        edits = self.edits()
        with self._asked():
            places = self._db.execute(f"SELECT count(*) FROM {PLACES}").fetchone()[0]
            photos, missing = kept_photos(self._db)
            unreadable = len(self._now()[1].doubtful)
            size = self.path.stat().st_size / MEGABYTE
        notes = []
        if not self.writable:
            notes.append(Reason("pack_only_read", {"file": self.path.name}))
        for code, count in (("pack_photos_missing", missing), ("pack_cells", unreadable)):
            if count:
                notes.append(Reason(code, {"count": count}))
        return replace(
            self._about,
            sites=places,
            photos=len(photos),
            edits=len(edits),
            megabytes=round(size, 2),
            notes=tuple(notes),
        )

    @property
    def photos(self) -> tuple[PackPhoto, ...]:
        """The photos and clips whose originals are whole."""
        with self._asked():
            return kept_photos(self._db)[0]

    def edits(self) -> tuple[Edit, ...]:
        """Every edit: those given along, those made here, and those of other programs."""
        with self._asked():
            return self._now()[0].edits()

    def photo_file(self, digest: str, folder: Path) -> Path:
        """Copy an original out to ``folder``, its digest checked.

        Raises SyncError pack_photo_damaged, OSError.
        """
        with self._asked():
            return take_photo(self._db, digest, folder)

    def write(self, edits: Iterable[Edit]) -> None:
        """Add edits to the log, all of them or none; the layers say what they come to.

        Raises SyncError pack_read_only.
        """
        with self._written():
            state, outside = self._take_outside()
            new = state.add(edits)
            put_edits(self._db, new)
            self._show(state, new)
            known = self._moment(), state, Outside((), outside.doubtful)
        self._known = known

    def add_photo(self, photo: PackPhoto, path: Path, small: Path | None = None) -> PackPhoto:
        """Copy a photo or clip in unaltered, with a small JPEG of it; what it is kept as.

        Raises SyncError pack_read_only, pack_photo_changed, OSError.
        """
        with self._written():
            self._db.execute(FILE_TABLE)
            return put_photo(self._db, photo, path, small)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def _asked(self) -> Iterator[None]:
        with self._lock, pack_errors(self.path.name):
            self._db.begin()
            yield

    @contextmanager
    def _written(self) -> Iterator[None]:
        """One transaction: whatever goes wrong inside, the pack is as it was."""
        if not self.writable:
            raise SyncError("pack_read_only", file=self.path.name)
        with self._asked():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _moment(self) -> tuple[int, int]:
        """What changes with every change: by others, by us."""
        version: int = self._db.execute("PRAGMA data_version").fetchone()[0]
        return version, self._db.total_changes

    def _now(self) -> tuple[PackState, Outside]:
        """What is known now, changes by other programs included though they are not in the log."""
        moment = self._moment()
        if self._known is None or self._known[0] != moment:
            state = PackState(self.shipped)
            rows = self._db.execute(
                f"SELECT value FROM {OURS} WHERE key >= ? AND key < ? ORDER BY n",
                (EDIT, EDIT[:-1] + "0"),
            )
            state.add(edit_from(json_of(text)) for (text,) in rows)
            if notes_changes(self._db, self._lines):
                outside = noted(self._db, self._lines, state, self._about.id)
            else:
                outside = compared(self._db, self._lines, state, self._about.id)
            self._known = moment, state, outside
        return self._known[1], self._known[2]

    def _take_outside(self) -> tuple[PackState, Outside]:
        """Put what other programs changed into the log, before anything of ours."""
        state, outside = self._now()
        # it is written to now: whoever asks next reads anew
        self._known = None
        if not notes_changes(self._db, self._lines):
            make_own_tables(self._db, self._lines)
        put_edits(self._db, outside.edits)
        take_note(self._db, outside)
        self._show(state, outside.edits)
        return state, outside

    def _show(self, state: PackState, edits: Iterable[Edit]) -> None:
        touched = {one.key.record for one in edits if one.key.kind in (SITE, RECCE)}
        with unnoted(self._db):
            put_places(self._db, self._lines, state, sorted(touched))
            retell_photos(self._db, state, sorted(photos_touched(edits)))


def read_pack(path: Path, *, read_only: bool = False) -> PackFile:
    """Open a pack; one on a disk that cannot be written to is for reading only.

    Raises SyncError pack_missing, pack_foreign, pack_newer, pack_damaged, pack_unfinished,
    pack_busy, pack_large, recce_form.
    """
    db, writable = open_database(path, read_only=read_only)
    try:
        with pack_errors(path.name):
            rows = db.execute(f"SELECT key, value FROM {OURS} WHERE NOT key GLOB '{EDIT}*'")
            ours = {str(key): value for key, value in rows}
            about = json_of(ours["manifest"])
            if not isinstance(about["format"], int) or about["format"] > FORMAT:
                raise SyncError("pack_newer", file=path.name, version=str(about["format"])[:20])
            return PackFile(
                path,
                writable,
                {
                    key.removeprefix(DOCUMENT): _document(json_of(text))
                    for key, text in ours.items()
                    if key.startswith(DOCUMENT)
                },
                fields_of(json_of(ours["form"])),
                dict(
                    _shipped(json_of(text)) for key, text in ours.items() if key.startswith(SHIPPED)
                ),
                _info(about, path),
                lines_from(json_of(ours["lines"])),
                db,
            )
    except BaseException:
        db.close()
        raise


def _info(about: Mapping[str, Any], path: Path) -> PackInfo:
    questions = tuple(
        Reason(_text(one["code"]), {_text(key): _scalar(v) for key, v in one["values"].items()})
        for one in about["questions"]
    )
    return PackInfo(
        id=_text(about["id"]),
        name=_text(about["name"]),
        path=str(path),
        made_by=_text(about["made_by"]),
        made_on=_text(about["made_on"]),
        catalogue_date=_text(about["catalogue_date"]),
        sites=0,
        photos=0,
        edits=0,
        private=about["private"] is True,
        version=about["format"],
        megabytes=0.0,
        questions=questions,
        checklist=tuple(map(_text, about["checklist"])),
    )


def _shipped(row: Any) -> tuple[FieldKey, Json]:  # noqa: ANN401 (JSON of a stranger)
    kind, record, name, value = row
    return FieldKey(_text(kind), _text(record), _text(name)), value


def _document(value: object) -> Mapping[str, Json]:
    if not isinstance(value, dict):
        raise TypeError(type(value).__name__)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def _scalar(value: object) -> str | int | float | bool:
    if not isinstance(value, str | int | float | bool):
        raise TypeError(type(value).__name__)
    return value

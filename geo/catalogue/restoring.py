"""Puts a copy of the catalogue in place of what stands, and says whether a file is sound."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from geo.catalogue.backups import FOLDER, PATIENCE_S, back_up
from geo.catalogue.database import connect, copy_out, is_sound, put_in, told_kindly
from geo.catalogue.opening import open_store
from geo.catalogue.tables import WRITTEN
from geo.catalogue.vault import VAULT, id_of
from geo.errors import CatalogueError
from geo.model import Reason
from geo.model.field import SITE
from geo.progress import Job, Step, finish

if TYPE_CHECKING:
    from geo.catalogue.store import Store
    from geo.model.field import Backup

AHEAD = 1000  # more than anybody writes while a copy is made ready
FEW = 5
"""So many single faults are told."""


def restore_backup(
    path: Path, backup: Backup, seed: Path, *, patience_s: float = PATIENCE_S
) -> Job[Backup]:
    """Let the catalogue at ``path`` say what a copy says; the copy made of what stood.

    The file stays in its place, so every window that is open on it goes on and sees the new
    content. Nobody can write between the copy made of what stood and the change. An older copy is
    brought up to date beside it first. Raises CatalogueError backup_gone, backup_damaged,
    catalogue_newer, catalogue_foreign, and what ``back_up`` raises; all is as it was then.
    """
    yield Step("backup_check")
    source = Path(backup.path)
    if not source.is_file():
        raise CatalogueError("backup_gone", file=source.name)
    if not is_sound(source):
        raise CatalogueError("backup_damaged", file=source.name)
    place = path.parent / FOLDER
    with told_kindly(path):
        place.mkdir(parents=True, exist_ok=True)
    with told_kindly(path), TemporaryDirectory(dir=place, prefix=f".{path.stem}-") as folder:
        fresh, ready = Path(folder, "catalogue.sqlite"), Path(folder, "ready.sqlite")
        copy_out(source, fresh, patience_s)
        store = yield from open_store(fresh, seed, copies=False)
        store.close()
        copy_out(fresh, ready, patience_s)
        _count_on(ready, path, patience_s)
        _keep_passphrase(ready, path, patience_s)
        yield Step("backup_restore")
        made: list[Backup] = []
        put_in(ready, path, patience_s, lambda: made.append(finish(back_up(path, "restore"))))
    return made[0]


def _count_on(ready: Path, path: Path, patience_s: float) -> None:
    """Let every window that asks whether somebody wrote to the file hear that somebody did."""
    asked = "SELECT value FROM meta WHERE key = ?"
    with closing(connect(path, "mode=ro", patience_s)) as stands:
        found = stands.execute(asked, (WRITTEN,)).fetchone()
    count = int(found[0]) if found else 0
    with closing(connect(ready, "mode=rw", patience_s)) as connection:
        row = (WRITTEN, str(count + AHEAD))
        connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", row)


def _keep_passphrase(ready: Path, path: Path, patience_s: float) -> None:
    """Let the passphrase of now open a copy that was sealed under an earlier one."""
    asked = "SELECT value FROM meta WHERE key = ?"
    with closing(connect(path, "mode=ro", patience_s)) as stands:
        now = stands.execute(asked, (VAULT,)).fetchone()
    with closing(connect(ready, "mode=rw", patience_s)) as connection:
        kept = connection.execute(asked, (VAULT,)).fetchone()
        if now and kept and id_of(now[0]) == id_of(kept[0]):
            connection.execute("UPDATE meta SET value = ? WHERE key = ?", (now[0], VAULT))


def check_catalogue(path: Path, store: Store) -> Job[tuple[Reason, ...]]:
    """What is wrong with the file at ``path``, and with what the open ``store`` makes of its edits.

    Raises CatalogueError catalogue_locked, catalogue_unreachable.
    """
    found = yield from check_file(path)
    if found:
        return found
    yield Step("check_values")
    crooked = store.disagreeing()
    places = [record for kind, record in crooked if kind == SITE]
    told: list[Reason] = []
    if places:
        rows = {site.id: site for site in store.sites(include_retired=True)}
        first = next((rows[one] for one in places if one in rows), None)
        names = {"site": first.name_zh, "site_en": first.name_en} if first else {}
        code = "unsound_rows" if first else "unsound_lost_rows"
        told.append(Reason(code, {"count": len(places), **names}))
    if len(crooked) > len(places):
        told.append(Reason("unsound_records", {"count": len(crooked) - len(places)}))
    return tuple(told)


def check_file(path: Path, *, patience_s: float = PATIENCE_S) -> Job[tuple[Reason, ...]]:
    """What is wrong with the pages and links of the file at ``path``; nothing: it is sound.

    Raises CatalogueError catalogue_locked, catalogue_unreachable.
    """
    yield Step("check_pages", 0, 2)
    try:
        with told_kindly(path), closing(connect(path, "mode=ro", patience_s)) as connection:
            pages = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({FEW})")]
            if pages != ["ok"]:
                return (Reason("unsound_pages", {"count": len(pages), "detail": pages[0]}),)
            yield Step("check_links", 1, 2)
            links = connection.execute("PRAGMA foreign_key_check").fetchall()
    except CatalogueError as error:
        if error.code != "catalogue_page_damaged":
            raise
        return (Reason("unsound_unreadable", {"file": path.name}),)
    return (Reason("unsound_links", {"count": len(links)}),) if links else ()

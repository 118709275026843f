"""Safety of the data: copies of the catalogue, damaged files, what is sealed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geo.actions.workspace import CATALOGUE_FILE
from geo.catalogue import backups as copies
from geo.catalogue import passphrases, recovery, restoring, sweeping
from geo.model import Reason
from geo.model.field import Backup, Lock, Recovered
from geo.progress import Job, Step

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace

SEED = "catalogue"


def changed_elsewhere(ws: Workspace) -> bool:
    """Whether another window has written to the catalogue since this was asked last; quick."""
    return ws.store.changed_elsewhere()


def backups(ws: Workspace) -> tuple[Backup, ...]:
    """Copies of the catalogue, newest first."""
    return copies.list_backups(_file(ws))


def back_up(ws: Workspace, why: str = "hand") -> Job[Backup]:
    """Copy the catalogue; old copies go by the rotation. Raises CatalogueError."""
    return (yield from copies.back_up(_file(ws), why))


def restore_backup(ws: Workspace, backup: Backup) -> Job[None]:
    """Put a copy in place, after a copy of what stands now.

    Raises CatalogueError backup_gone, backup_damaged; all is as it was then.
    """
    yield from restoring.restore_backup(_file(ws), backup, ws.assets / SEED)
    ws.store.take_as_own()


def check_catalogue(ws: Workspace) -> Job[tuple[Reason, ...]]:
    """Whether the file is sound, and says what the edits in it come to; why not."""
    return (yield from restoring.check_catalogue(_file(ws), ws.store))


def recover(ws: Workspace, damaged: Path) -> Job[Recovered]:
    """Save what can be saved of a damaged file that was set aside, and merge it in."""
    found = yield from recovery.recover(_file(ws), damaged)
    ws.store.take_as_own()
    return found


def _file(ws: Workspace) -> Path:
    return ws.data / CATALOGUE_FILE


# ---- what is sealed


def lock_state(ws: Workspace) -> Lock:
    """Whether contacts and quotes are sealed."""
    return ws.store.lock_state


def set_passphrase(ws: Workspace, old: str | None, new: str | None) -> Job[None]:
    """Seal, seal anew, or (``new`` None) unseal.

    Copies of the catalogue are sealed too; one that is damaged goes. Raises SyncError
    passphrase_wrong, passphrase_short, vault_*; CatalogueError disk_full, catalogue_locked.
    """
    yield from passphrases.set_passphrase(_file(ws), ws.store, old, new)


def unlock(ws: Workspace, passphrase: str) -> Job[None]:
    """Open what is sealed in this window. Raises SyncError passphrase_wrong, vault_*."""
    yield Step("vault_key")
    ws.store.open_with(ws.store.keys_by(passphrase))
    yield from sweeping.sweep(_file(ws))


def lock(ws: Workspace) -> int:
    """Close it again; how many quotes and contacts cannot be read now."""
    ws.store.lock()
    return ws.store.sealed_count

"""Setting the passphrase of a catalogue, changing it, or giving it up."""

from __future__ import annotations

from pathlib import Path

from geo.catalogue.backups import back_up_changes
from geo.catalogue.recovery import recover, set_aside_files
from geo.catalogue.store import Store
from geo.catalogue.sweeping import Swept, stage_copies, sweep, wrap_copies
from geo.catalogue.vault import new_keys, wrap
from geo.model.field import Lock
from geo.progress import Job, Step


def set_passphrase(path: Path, store: Store, old: str | None, new: str | None) -> Job[Swept]:
    """Seal, wrap the key with another passphrase, or (``new`` None) open all for good.

    All is sealed or all is plain, whatever happens meanwhile; the catalogue is copied first, and
    what a damaged file still holds is saved, for such files go. Copies made before the sealing are
    sealed too; those made before a change of passphrase open by the new one only. Raises SyncError
    passphrase_wrong, passphrase_short, vault_broken, vault_newer; CatalogueError what is wrong with
    the file or the disk.
    """
    yield Step("vault_key")
    if store.lock_state is Lock.NONE:
        return (yield from _set(path, store, new)) if new is not None else Swept()
    keys = store.keys_by(old or "")
    if new is not None:
        wrapped = wrap(keys, new)
        store.wrap_anew(wrapped)
        store.open_with(keys)
        yield from wrap_copies(path, wrapped)
        return (yield from sweep(path))
    yield from back_up_changes(path, "passphrase")
    yield Step("vault_open")
    store.unseal(keys)
    return Swept()


def _set(path: Path, store: Store, new: str) -> Job[Swept]:
    keys = new_keys()
    wrapped = wrap(keys, new)
    for damaged in set_aside_files(path):
        yield from recover(path, damaged)
    yield from back_up_changes(path, "passphrase")
    yield from stage_copies(path, wrapped, keys)
    yield Step("vault_seal")
    store.seal(wrapped, keys)
    return (yield from sweep(path))

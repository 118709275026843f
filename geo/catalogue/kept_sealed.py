"""The vault of an open catalogue: how it stands, opening it in this window and closing it."""

from __future__ import annotations

from geo.catalogue.open_file import OpenFile
from geo.catalogue.sealed_rows import count_sealed
from geo.catalogue.sealing import change_wrapping, seal_all, unseal_all
from geo.catalogue.vault import Keys, Wrapped
from geo.errors import SyncError
from geo.model.field import Lock


class KeptSealed(OpenFile):
    """Contacts and quotes: the key that opens them is in the memory of this window only."""

    @property
    def lock_state(self) -> Lock:
        """Whether contacts and quotes are sealed, and open in this window."""
        with self._sessions.reading():
            return self._sessions.vault.state

    @property
    def sealed_count(self) -> int:
        """How many fields are sealed and cannot be read here; 0 when they are open."""
        with self._sessions.reading() as session:
            if self._sessions.vault.state is not Lock.LOCKED:
                return 0
            return count_sealed(session)

    def keys_by(self, passphrase: str) -> Keys:
        """The keys, to be kept in memory by ``open_with``.

        Raises SyncError passphrase_wrong, vault_none, vault_broken, vault_newer.
        """
        with self._sessions.reading():
            return self._sessions.vault.keys_by(passphrase)

    def open_with(self, keys: Keys) -> None:
        """Open what is sealed, in this window."""
        self._sessions.vault.open_with(keys)
        self._read = None

    def lock(self) -> None:
        """Forget the key, and what was read with it."""
        self._sessions.vault.close()
        self._read = None

    def seal(self, wrapped: Wrapped, keys: Keys) -> None:
        """Seal every contact and quote: all of them or, on an error, none."""
        with self._writing() as session:
            self._check("")
            seal_all(session, wrapped, keys)

    def unseal(self, keys: Keys) -> None:
        """Open all for good. Raises SyncError vault_broken; all is as it was then."""
        with self._writing() as session:
            self._check(keys.id)
            unseal_all(session, keys)

    def wrap_anew(self, wrapped: Wrapped) -> None:
        """Keep the data key under another passphrase."""
        with self._writing(sites=False) as session:
            self._check(wrapped.id)
            change_wrapping(session, wrapped)

    def _check(self, name: str) -> None:
        """Raise SyncError vault_changed when another window has set or given up a passphrase."""
        vault = self._sessions.vault
        if vault.id != name or (not name and vault.state is not Lock.NONE):
            raise SyncError("vault_changed")

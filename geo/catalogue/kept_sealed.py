"""The vault of an open catalogue: how it stands, opening it in this window and closing it."""

from __future__ import annotations

from geo.catalogue.open_file import OpenFile
from geo.catalogue.sealed_rows import count_sealed
from geo.catalogue.vault import Keys
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

    def unlock(self, passphrase: str) -> None:
        """Open what is sealed, in this window.

        Raises SyncError passphrase_wrong, vault_none, vault_broken, vault_newer.
        """
        with self._sessions.reading():
            keys = self._sessions.vault.keys_by(passphrase)
        self.open_with(keys)

    def open_with(self, keys: Keys) -> None:
        """Keep the keys in memory."""
        self._sessions.vault.open_with(keys)
        self._read = None

    def lock(self) -> None:
        """Forget the key, and what was read with it."""
        self._sessions.vault.close()
        self._read = None

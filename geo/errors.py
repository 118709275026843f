"""What can go wrong in the world, as opposed to in our code.

A ``KnownError`` carries a code and values, never prose: ``geo.phrases`` turns it into one kind
sentence and a way out, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping


class KnownError(Exception):
    """The world's fault: a damaged file, a full disk, a script in an unknown encoding."""

    def __init__(self, code: str, **values: str | int | float) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, str | int | float] = values

    def __str__(self) -> str:
        inner = ", ".join(f"{key}={value!r}" for key, value in self.values.items())
        return f"{self.code}({inner})"


class ScriptError(KnownError):
    """A script that cannot be read."""


class CatalogueError(KnownError):
    """A catalogue file that cannot be opened, read or written."""


class ImportLayerError(KnownError):
    """A table or layer of places that cannot be taken in."""


class FactsError(KnownError):
    """A project file or asset whose content breaks its schema."""


class ExportError(KnownError):
    """A file that cannot be written."""


class PlanError(KnownError):
    """A plan asked for with numbers no plan can be made from."""


class PitchError(KnownError):
    """A pack asked for of places that nobody can tell."""


class SyncError(KnownError):
    """A pack, a track, a port or a passphrase that does not work; a merge that cannot go on."""

"""Zip containers opened with care: counted before they are listed, measured before they unpack."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from geo.errors import ScriptError

MEGABYTE = 1024 * 1024
CENTRAL_ENTRY = b"PK\x01\x02"
MOST_ENTRIES = 10_000
CHUNK = 64 * 1024
ENCRYPTED = 0x1
METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(RuntimeError, NotImplementedError, ValueError, OverflowError, LookupError),
)


class Zipped:
    """The entries of a zip file in memory. ``kind`` names the format in what is said of it."""

    def __init__(self, data: bytes, kind: str = "zip") -> None:
        """Lists the entries. Raises ScriptError: ``script_damaged``, ``script_unpacks_too_large``.

        Nothing is unpacked; a list of millions of entries is not even read.
        """
        self.kind = kind
        if data.count(CENTRAL_ENTRY) > MOST_ENTRIES:
            raise ScriptError("script_unpacks_too_large", format=kind)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {entry.filename: entry for entry in self._archive.infolist()}
        except BROKEN as error:
            raise ScriptError("script_damaged", format=kind) from error

    @property
    def names(self) -> frozenset[str]:
        """Names as written; they are only compared, never used as paths on disk."""
        return frozenset(self._entries)

    def chunks(self, name: str, most: int) -> Iterator[bytes]:
        """The entry ``name`` in parts, at most ``most`` bytes of it.

        Raises ScriptError: ``script_damaged``, ``script_locked``, ``script_unpacks_too_large``.
        """
        entry = self._entries.get(name)
        if entry is None or entry.compress_type not in METHODS:
            raise ScriptError("script_damaged", format=self.kind)
        if entry.flag_bits & ENCRYPTED:
            raise ScriptError("script_locked", format=self.kind)
        # zipfile stops at the declared size, so a size that lies cannot unpack more
        if entry.file_size > most:
            raise ScriptError("script_unpacks_too_large", format=self.kind)
        try:
            with self._archive.open(entry) as file:
                while chunk := file.read(CHUNK):
                    yield chunk
        except BROKEN as error:
            raise ScriptError("script_damaged", format=self.kind) from error

    def read(self, name: str, most: int) -> bytes:
        """The whole entry; raises as ``chunks``."""
        return b"".join(self.chunks(name, most))

"""A pack that somebody sent in a .zip: the one .gpkg in it, and nothing else, is taken out."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from geo.errors import SyncError
from geo.files import exported_file
from geo.sync.pack_rows import CHUNK, file_digest

MOST_BYTES = 8 * 1024**3
MOST_MEMBERS = 10_000
# photos hardly shrink; text and forms may, but not like this
RATIO, SMALL = 200, 64 * 1024 * 1024
ENDING = ".gpkg"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def unzip_pack(path: Path, folder: Path | None = None) -> Path:
    """Take the pack out of a .zip, into ``folder`` or beside it; nothing there is written over.

    Raises SyncError zip_damaged, zip_without_pack, zip_many_packs, zip_locked, zip_unsafe,
    zip_too_large, and ExportError (export_disk_full, export_refused).
    """
    if not path.is_file():  # a pipe would be waited at for ever
        raise SyncError("pack_missing", file=path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            member = _pack(archive, path)
            return _taken(archive, member, path, folder or path.parent)
    except FileNotFoundError as error:
        raise SyncError("pack_missing", file=path.name) from error
    except BROKEN as error:
        raise SyncError("zip_damaged", file=path.name) from error


def _pack(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The one pack among the members; everything about it is judged before a byte is read."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise SyncError("zip_too_large", file=path.name)
    if any(_leads_out(one) for one in members):
        raise SyncError("zip_unsafe", file=path.name)
    packs = [one for one in members if _is_pack(one)]
    if not packs:
        raise SyncError("zip_without_pack", file=path.name)
    if len(packs) > 1:
        raise SyncError("zip_many_packs", file=path.name, count=len(packs))
    member = packs[0]
    if member.flag_bits & 0x1:
        raise SyncError("zip_locked", file=path.name)
    swollen = member.file_size > SMALL and member.file_size > RATIO * member.compress_size
    if member.file_size > MOST_BYTES or swollen:
        raise SyncError("zip_too_large", file=path.name)
    return member


def _leads_out(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a link or anything but a file, or its name points out of the folder."""
    name = member.filename.replace("\\", "/")
    kind = stat.S_IFMT(member.external_attr >> 16)
    strange = kind not in (0, stat.S_IFREG, stat.S_IFDIR)
    parts = PurePosixPath(name).parts
    return strange or name.startswith("/") or ".." in parts or ":" in name or "\0" in name


def _is_pack(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename.replace("\\", "/")).parts
    # macOS puts a shadow of every file beside it
    hidden = any(one.startswith(".") or one == "__MACOSX" for one in parts)
    return not member.is_dir() and not hidden and parts[-1].lower().endswith(ENDING)


def _taken(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, folder: Path) -> Path:
    digest = sha256()
    for content in _pieces(archive, member, path):
        digest.update(content)
    number, target = 1, folder / f"{path.stem}{ENDING}"
    while target.exists():
        if file_digest(target)[0] == digest.hexdigest():
            return target
        number += 1
        target = folder / f"{path.stem}-{number}{ENDING}"
    with exported_file(target) as part, part.open("wb") as file:
        for content in _pieces(archive, member, path):
            file.write(content)
    return target


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> Iterator[bytes]:
    size = 0
    with archive.open(member) as source:
        while content := source.read(CHUNK):
            size += len(content)
            # what the list of contents says of the size may be a lie
            if size > member.file_size:
                raise SyncError("zip_too_large", file=path.name)
            yield content

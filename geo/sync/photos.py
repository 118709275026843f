"""Photos and clips of the field: looked at, kept byte for byte, made small, their place doubted.

Names are labels only: what a file is tells its content, and what it is kept as its digest.
"""

from __future__ import annotations

import errno
import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from geo.endings import HEAD_BYTES, NAME_LETTERS, clip_ending, photo_ending
from geo.errors import SyncError
from geo.files import Kept, keep_by_content, open_plain
from geo.model import Reason, Site
from geo.pictures import BROKEN, TooManyPixelsError, open_picture, shown_copy
from geo.sync.clips import read_clip
from geo.sync.exif import Written, read_exif

THUMBS = Path("cache") / "thumbs"
"""Where the small copies lie below the data folder."""
MOST_BYTES = 900 * 1000 * 1000  # what one field of an SQLite file surely holds
LONGEST_NAME = 80
EARTH_M = 6_371_008.8
# GCJ-02 lies 100 to 700 m off; a place is not that sharp itself
NEAR_M, SHIFT_M, FAR_M = 120.0, 200.0, 3000.0
NOTHING = Written()
EARTHLY = ("", "WGS84", "WGS1984", "CGCS2000")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file is and what its camera wrote. ``name``: for people; ``ending``: by content."""

    name: str
    ending: str
    bytes: int
    clip: bool = False
    written: Written = NOTHING


def look_at(path: Path) -> Seen:
    """Tell what a file is; its pixels are not read.

    Raises SyncError field_photo_link, field_photo_unreadable, field_photo_empty,
    field_photo_large, field_photo_unknown, field_photo_pixels, field_photo_broken.
    """
    with _opened(path) as file:
        size, head = _checked(file, path)
        ending = photo_ending(head)
        if ending is not None:
            return Seen(label(path), ending, size, written=_photo(file, path))
        ending = clip_ending(head)
        try:
            written = None if ending is None else read_clip(file, size)
        except OSError as error:  # the card was pulled out
            raise SyncError("field_photo_unreadable", file=label(path)) from error
    if ending is None or written is None:
        raise SyncError("field_photo_unknown", file=label(path))
    return Seen(label(path), ending, size, clip=True, written=written)


def keep(folder: Path, path: Path) -> Kept:
    """Copy a photo or clip into ``folder`` byte for byte, named by its content.

    Read in pieces, checked after writing; what is there already is not written again. Raises
    SyncError as ``look_at`` (but for the pixels), field_photo_disk_full, field_photo_not_kept.
    """
    with _opened(path) as file:
        _, head = _checked(file, path)
        ending = photo_ending(head) or clip_ending(head)
        if ending is None:
            raise SyncError("field_photo_unknown", file=label(path))
        try:
            return keep_by_content(file, folder, ending, NAME_LETTERS)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            code = "field_photo_disk_full" if full else "field_photo_not_kept"
            raise SyncError(code, file=label(path)) from error


def thumbnail(path: Path, folder: Path) -> Path | None:
    """A JPEG of a photo in ``folder`` (``THUMBS``), upright, made once; slow the first time.

    None: nothing to show (a clip, a damaged photo, a folder that takes no more files).
    """
    try:
        return shown_copy(path, folder)
    except BROKEN:
        return None


def label(path: Path) -> str:
    """The name of a file as it may be shown: no signs that turn or break the line, not long."""
    plain = "".join("_" if unicodedata.category(one)[0] == "C" else one for one in path.name)
    return plain if len(plain) <= LONGEST_NAME else f"{plain[: LONGEST_NAME - 9]}…{plain[-8:]}"


def datum_doubt(
    seen: Seen, site: Site, public: Callable[[float, float], tuple[float, float]]
) -> Reason | None:
    """Why the position of a photo may be wrong, or that of its place; None: no doubt.

    ``public``: where public maps of the mainland (GCJ-02) show a WGS-84 place. Reasons:
    photo_datum_told (the camera names another datum), photo_datum_shifted (it fits once shifted
    back), photo_place_shifted (the place fits once shifted), photo_far.
    """
    lat, lon = seen.written.lat, seen.written.lon
    if lat is None or lon is None:
        return None
    names = {"site": site.name_zh, "site_en": site.name_en or site.name_zh}
    told = "".join(one for one in seen.written.datum.upper() if one.isalnum())
    if told not in EARTHLY:
        return Reason("photo_datum_told", {**names, "datum": seen.written.datum})
    away = metres_between((lat, lon), (site.lat, site.lon))
    slack = NEAR_M + min(max(site.coord_uncertainty_m, 0.0), NEAR_M)
    if away > max(SHIFT_M, slack):
        photo_off = metres_between((lat, lon), public(site.lat, site.lon))
        place_off = metres_between(public(lat, lon), (site.lat, site.lon))
        code = "photo_datum_shifted" if photo_off <= place_off else "photo_place_shifted"
        after = min(photo_off, place_off)
        if after < min(slack, away / 2):
            return Reason(code, {**names, "metres": round(away), "after": round(after)})
    if away > FAR_M + max(site.coord_uncertainty_m, 0.0):
        return Reason("photo_far", {**names, "km": away / 1000})
    return None


def metres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres on a ball between two (lat, lon); within half a percent, enough for a doubt."""
    (lat, lon), (to_lat, to_lon) = one, other
    north, east = math.radians(to_lat - lat) / 2, math.radians(to_lon - lon) / 2
    both = math.cos(math.radians(lat)) * math.cos(math.radians(to_lat))
    share = math.sin(north) ** 2 + both * math.sin(east) ** 2
    return 2 * EARTH_M * math.asin(math.sqrt(min(1.0, share)))


def _opened(path: Path) -> BinaryIO:
    if path.is_symlink():
        raise SyncError("field_photo_link", file=label(path))
    try:
        return open_plain(path)
    except (OSError, ValueError) as error:
        raise SyncError("field_photo_unreadable", file=label(path)) from error


def _checked(file: BinaryIO, path: Path) -> tuple[int, bytes]:
    """Length and first bytes of a file that is neither empty nor too large."""
    try:
        size = file.seek(0, 2)
        file.seek(0)
        head = file.read(HEAD_BYTES)
        file.seek(0)
    except OSError as error:
        raise SyncError("field_photo_unreadable", file=label(path)) from error
    if size == 0:
        raise SyncError("field_photo_empty", file=label(path))
    if size > MOST_BYTES:
        raise SyncError("field_photo_large", file=label(path), megabytes=round(size / 1e6))
    return size, head


def _photo(file: BinaryIO, path: Path) -> Written:
    try:
        with open_picture(file) as image:
            return read_exif(image)
    except TooManyPixelsError as error:
        raise SyncError("field_photo_pixels", file=label(path)) from error
    except BROKEN as error:
        raise SyncError("field_photo_broken", file=label(path)) from error

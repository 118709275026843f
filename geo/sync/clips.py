"""What a phone wrote into a clip (MP4, MOV): where and when. Only the boxes are read, never frames.

Boxes after ISO/IEC 14496-12 and the QuickTime File Format; places after ISO 6709 (annex H).
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import BinaryIO

from geo.sync.exif import Written

EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
CHINA = timezone(timedelta(hours=8))
MOST_BOXES = 4000
MOST_DEPTH = 6
MOST_BYTES = 16 * 1024
MOST_KEYS = 256
EARLIEST_YEAR = 1990  # a camera whose clock was never set
PLACE_KEYS = (b"com.apple.quicktime.location.ISO6709",)
DATE_KEYS = (b"com.apple.quicktime.creationdate",)
ERROR_KEYS = (b"com.apple.quicktime.location.accuracy.horizontal",)
SPOT = re.compile(r"([+-]\d{2,6}(?:\.\d{1,12})?)([+-]\d{3,7}(?:\.\d{1,12})?)(?=[+\-/C]|$)")


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int  # of what is in it
    end: int


@dataclass(slots=True)
class _Reader:
    """Walks boxes within a budget: a file of millions of tiny boxes comes to an end too."""

    file: BinaryIO
    left: int = MOST_BOXES

    def boxes(self, start: int, end: int) -> Iterator[_Box]:
        """Boxes between two places; stops at the first that does not fit."""
        at = start
        while at + 8 <= end and self.left > 0:
            self.left -= 1
            self.file.seek(at)
            head = self.file.read(16)
            if len(head) < 8:
                return
            size, kind, begins = int.from_bytes(head[:4], "big"), head[4:8], at + 8
            if size == 1:
                size, begins = int.from_bytes(head[8:16], "big"), at + 16
            elif size == 0:
                size = end - at
            if size < begins - at or at + size > end:
                return
            yield _Box(kind, begins, at + size)
            at += size

    def read(self, box: _Box, most: int = MOST_BYTES) -> bytes:
        """What is in a box, no more than ``most`` bytes."""
        self.file.seek(box.start)
        return self.file.read(min(most, box.end - box.start))


@dataclass(slots=True)
class _Found:
    place: str = ""
    date: str = ""
    error: str = ""
    made: int = 0
    seen: bool = False


def read_clip(file: BinaryIO, size: int) -> Written | None:
    """What the phone wrote into an open clip of ``size`` bytes; None: there is no film in it."""
    reader = _Reader(file)
    found = _Found()
    for box in reader.boxes(0, size):
        if box.kind == b"moov":
            _look_into(reader, box, found, 1)
    if not found.seen:
        return None
    lat, lon = _spot(found.place)
    return Written(lat, lon, _metres(found.error) if lat is not None else None, taken=_taken(found))


def is_whole(file: BinaryIO, size: int) -> bool:
    """Whether a boxed photo or clip is there to its last byte; one being copied is not."""
    end, told = 0, False
    for box in _Reader(file).boxes(0, size):
        end = box.end
        told = told or box.kind in (b"moov", b"meta")
    return told and end == size


def _look_into(reader: _Reader, parent: _Box, found: _Found, depth: int) -> None:
    if depth > MOST_DEPTH:
        return
    start = parent.start
    if parent.kind == b"meta" and reader.read(parent, 4) == bytes(4):
        start += 4  # MP4 has a version here, QuickTime has not
    keys: list[bytes] = []
    for box in reader.boxes(start, parent.end):
        if box.kind in (b"trak", b"mdia", b"udta", b"meta"):
            _look_into(reader, box, found, depth + 1)
        elif box.kind == b"hdlr":
            found.seen = found.seen or reader.read(box, 12)[8:12] == b"vide"
        elif box.kind == b"mvhd":
            found.made = _made(reader.read(box, 12))
        elif box.kind == b"\xa9xyz":
            found.place = found.place or _words(reader.read(box)[4:])
        elif box.kind == b"\xa9day":
            found.date = found.date or _words(reader.read(box)[4:])
        elif box.kind == b"keys":
            keys = _keys(reader.read(box))
        elif box.kind == b"ilst":
            _look_up(reader, box, keys, found)


def _keys(content: bytes) -> list[bytes]:
    """Names of the values that follow, in their order."""
    keys: list[bytes] = []
    at = 8
    while at + 8 <= len(content) and len(keys) < MOST_KEYS:
        size = int.from_bytes(content[at : at + 4], "big")
        if size < 8:
            break
        keys.append(content[at + 8 : at + size])
        at += size
    return keys


def _look_up(reader: _Reader, items: _Box, keys: list[bytes], found: _Found) -> None:
    for item in reader.boxes(items.start, items.end):
        number = int.from_bytes(item.kind, "big")
        if not 1 <= number <= len(keys):
            continue
        key = keys[number - 1]
        if key not in PLACE_KEYS + DATE_KEYS + ERROR_KEYS:
            continue
        for box in reader.boxes(item.start, item.end):
            if box.kind == b"data":
                word = _words(reader.read(box)[8:])
                if key in PLACE_KEYS:
                    found.place = word
                elif key in DATE_KEYS:
                    found.date = word
                else:
                    found.error = word


def _words(content: bytes) -> str:
    return content[:256].decode("utf-8", "ignore").strip("\0 ")


def _made(head: bytes) -> int:
    """Seconds since 1904 as ``mvhd`` has them; 0: not said."""
    if len(head) < 8:
        return 0
    if head[0] == 1:
        return int(struct.unpack(">Q", head[4:12])[0]) if len(head) >= 12 else 0
    return int(struct.unpack(">I", head[4:8])[0])


def _taken(found: _Found) -> str:
    """ISO: the local time that was written, else the same moment as the clocks of China have it."""
    word = re.sub(r"([+-]\d{2})(\d{2})$", r"\1:\2", found.date)
    try:
        when = datetime.fromisoformat(word)
    except ValueError:
        when = None
    if when is not None and len(word) > len("2026-01-01"):
        return when.replace(microsecond=0).isoformat()
    try:
        moment = EPOCH + timedelta(seconds=found.made)
    except OverflowError:
        return ""
    if found.made == 0 or moment.year < EARLIEST_YEAR:
        return ""
    return moment.astimezone(CHINA).isoformat()


def _spot(word: str) -> tuple[float | None, float | None]:
    """Latitude and longitude of ``+31.1550+120.7200+003.5/`` and its longer forms."""
    match = SPOT.match(word)
    if match is None:
        return None, None
    lat, lon = _degrees(match[1], 2), _degrees(match[2], 3)
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180 or (lat == 0 and lon == 0):
        return None, None
    return lat, lon


def _degrees(word: str, digits: int) -> float | None:
    """Degrees of ±DD.D, ±DDMM.M or ±DDMMSS.S, whose degrees have ``digits`` digits."""
    sign = -1.0 if word[0] == "-" else 1.0
    whole, _, rest = word[1:].partition(".")
    more = len(whole) - digits
    if more not in (0, 2, 4):
        return None
    part = float(f"{whole[digits + max(0, more - 2) :] or 0}.{rest or 0}") if more else 0.0
    if more == 0:
        return sign * float(f"{whole}.{rest or 0}")
    minutes = part if more == 2 else float(whole[digits : digits + 2]) + part / 60
    if minutes >= 60 or part >= 60:
        return None
    return sign * (float(whole[:digits]) + minutes / 60)


def _metres(word: str) -> float | None:
    try:
        metres = float(word)
    except ValueError:
        return None
    return metres if math.isfinite(metres) and 0 < metres < 100_000 else None

"""What a camera wrote into a photo: where, when and which way. Hostile values are left out.

Tags after Exif 3.0 (CIPA DC-008), table 66 (GPS). What is not said stays None; nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from geo.pictures import BROKEN, Picture

EXIF_IFD, GPS_IFD = 0x8769, 0x8825
ORIGINAL, DIGITIZED = 0x9003, 0x9004
OFFSET, OFFSET_ORIGINAL, OFFSET_DIGITIZED = 0x9010, 0x9011, 0x9012
LAT_REF, LAT, LON_REF, LON = 1, 2, 3, 4
BEARING_REF, BEARING = 0x10, 0x11
DATUM, ERROR_M = 0x12, 0x1F
LONGEST_TEXT = 64
MOST_ERROR_M = 100_000.0


@dataclass(frozen=True, slots=True)
class Written:
    """What is written in a photo or clip.

    ``lat``, ``lon``: degrees, as the device has them. ``accuracy_m``: as it says. ``bearing``:
    degrees from north where the lens looked; ``magnetic``: from magnetic north. ``taken``: ISO,
    with offset where known. ``datum``: as the device names it.
    """

    lat: float | None = None
    lon: float | None = None
    accuracy_m: float | None = None
    bearing: float | None = None
    magnetic: bool = False
    taken: str = ""
    datum: str = ""


def read_exif(image: Picture) -> Written:
    """What the camera wrote into an open photo; what cannot be read is left out."""
    try:
        exif = image.getexif()
        camera, gps = _table(exif, EXIF_IFD), _table(exif, GPS_IFD)
    except BROKEN:
        return Written()
    lat, lon = _position(gps)
    bearing = _number(gps.get(BEARING))
    if bearing is not None and not 0 <= bearing <= 360:
        bearing = None
    error = _number(gps.get(ERROR_M))
    return Written(
        lat=lat,
        lon=lon,
        accuracy_m=error if lat is not None and error and 0 < error < MOST_ERROR_M else None,
        bearing=None if bearing is None else bearing % 360,
        magnetic=bearing is not None and _text(gps.get(BEARING_REF)).upper() == "M",
        taken=_taken(camera),
        datum=_text(gps.get(DATUM)) if lat is not None else "",
    )


def _table(exif: Any, tag: int) -> Mapping[int, Any]:  # noqa: ANN401 (Pillow's own)
    """One table of the tags; empty where it is damaged."""
    try:
        return dict(exif.get_ifd(tag))
    except BROKEN:
        return {}


def _position(gps: Mapping[int, Any]) -> tuple[float | None, float | None]:
    lat = _angle(gps.get(LAT), _text(gps.get(LAT_REF)).upper(), "NS", 90)
    lon = _angle(gps.get(LON), _text(gps.get(LON_REF)).upper(), "EW", 180)
    # phones without a fix write noughts
    if lat is None or lon is None or (lat == 0 and lon == 0):
        return None, None
    return lat, lon


def _angle(value: object, half: str, halves: str, most: float) -> float | None:
    """Degrees of (degrees, minutes, seconds) on one half of the earth; None unless both say so."""
    if not isinstance(value, tuple | list) or not 1 <= len(value) <= 3 or half not in tuple(halves):
        return None
    parts = [_number(one) for one in value]
    if any(part is None or part < 0 for part in parts):
        return None
    degrees, minutes, seconds = [*(part or 0.0 for part in parts), 0.0, 0.0][:3]
    angle = degrees + minutes / 60 + seconds / 3600
    if minutes > 60 or seconds > 60 or angle > most:
        return None
    return -angle if half == halves[1] else angle


def _number(value: object) -> float | None:
    """A finite number; None for nothing over nought, words and the rest."""
    try:
        number = float(value)  # type: ignore[arg-type]
    except BROKEN:
        return None
    return number if math.isfinite(number) else None


def _text(value: object) -> str:
    """A short word of the camera; cameras pad with noughts and blanks."""
    if isinstance(value, bytes):
        value = value[:LONGEST_TEXT].decode("ascii", "ignore")
    if not isinstance(value, str):
        return ""
    word = value[:LONGEST_TEXT].strip("\0 ")
    return word if word.isprintable() else ""


def _taken(camera: Mapping[int, Any]) -> str:
    """When the shutter fell, ISO; with the offset from UTC where the camera knows it."""
    for tag, offset in ((ORIGINAL, OFFSET_ORIGINAL), (DIGITIZED, OFFSET_DIGITIZED)):
        try:
            when = datetime.strptime(_text(camera.get(tag)), "%Y:%m:%d %H:%M:%S")
        except ValueError:
            continue
        return _with_offset(when, _text(camera.get(offset)) or _text(camera.get(OFFSET)))
    return ""


def _with_offset(when: datetime, offset: str) -> str:
    plain = when.isoformat()
    try:
        return datetime.fromisoformat(plain + offset).isoformat()
    except ValueError:
        return plain

"""Where we are: positions, tracks, and places as they lie from there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fix:
    """A position (WGS-84). ``accuracy_m``: radius it is good to (about 68%), None: not said.

    ``source``: serial, gpx, typed. ``when``: ISO with offset, empty where not said. ``estimated``:
    the accuracy is reckoned from the spread of the satellites, not told by the receiver.
    """

    lat: float
    lon: float
    accuracy_m: float | None = None
    when: str = ""
    source: str = "serial"
    speed_kmh: float | None = None
    course: float | None = None
    satellites: int | None = None
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """Where somebody went: fixes in order, and how many lines or points could not be used."""

    fixes: tuple[Fix, ...]
    name: str = ""
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """A place seen from where we are: metres on the ellipsoid, bearing in degrees from north."""

    site_id: str
    metres: float
    bearing: float

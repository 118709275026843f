"""Where somebody went: GPX tracks of a phone or a receiver.

Read as a stream by expat, as 100,000 points are nothing odd and may be given up half-way. A file
that declares a document type is refused before anything in it is looked at: GPX has none, and
entities are how small files become huge ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.parsers import expat

from geo.errors import SyncError
from geo.model.field import Fix, Track
from geo.progress import Job, Step

CHUNK = 1 << 16
MOST_MEGABYTES = 200
MEGABYTE = 1_000_000
POINTS = ("trkpt", "rtept", "wpt")
"""A file of no track may hold a route, and one of no route some points."""
HOLDERS = ("trk", "rte", "metadata")
TOLD = ("time", "hdop", "name")
HDOP_M = 5.0
"""Metres (68%) of a position for each unit of HDOP: a usual error of range, an estimate."""
DEEPEST = 64
LONGEST_TAG = 1 << 20
"""Bytes; what is longer is read from its start again with every piece that comes."""
MOST_TEXTS = 64
"""Pieces of a word: no time or name is so long."""


def read_track(path: Path) -> Job[Track]:
    """Read the track of a GPX file; its segments follow each other as they stand in the file.

    Positions that are missing or not on earth are counted, not guessed. Raises SyncError: gpx_gone,
    gpx_large (file, megabytes, most), gpx_doctype, gpx_broken (file, line), gpx_foreign, gpx_empty.
    """
    if not path.is_file():  # a pipe would be waited at for ever
        raise SyncError("gpx_gone", file=path.name)
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES * MEGABYTE:
            raise SyncError(
                "gpx_large", file=path.name, megabytes=size / MEGABYTE, most=MOST_MEGABYTES
            )
        reader = _Reader(path.name)
        with path.open("rb") as file:
            while part := file.read(CHUNK):
                reader.feed(part)
                yield Step("track", file.tell(), size)
        reader.feed(b"", last=True)
    except OSError as error:
        raise SyncError("gpx_gone", file=path.name) from error
    return reader.track()


class _Reader:
    """What of a GPX file has been read so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[str, list[Fix]] = {kind: [] for kind in POINTS}
        self._refused = dict.fromkeys(POINTS, 0)
        self._names: dict[str, str] = {}
        self._path: list[str] = []
        self._point: dict[str, str] = {}
        self._text: list[str] = []
        self._bytes = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._say
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, part: bytes, *, last: bool = False) -> None:
        """Read on. Raises SyncError."""
        self._bytes += len(part)
        try:
            self._parser.Parse(part, last)
        except expat.ExpatError as error:
            raise SyncError("gpx_broken", file=self._file, line=error.lineno) from error
        except (LookupError, ValueError) as error:
            # an encoding that nobody knows
            raise SyncError("gpx_broken", file=self._file, line=1) from error
        if self._bytes - self._parser.CurrentByteIndex > LONGEST_TAG:
            line = self._parser.CurrentLineNumber
            raise SyncError("gpx_broken", file=self._file, line=line)

    def track(self) -> Track:
        """The track, else the route, else the points. Raises SyncError gpx_empty."""
        for kind in POINTS:
            if self._found[kind]:
                name = self._names.get({"trkpt": "trk", "rtept": "rte"}.get(kind, "metadata"), "")
                name = name or self._names.get("metadata", "")
                return Track(tuple(self._found[kind]), name, self._refused[kind])
        raise SyncError("gpx_empty", file=self._file)

    def _say(self, text: str) -> None:
        if len(self._text) < MOST_TEXTS:
            self._text.append(text)

    def _doctype(self, *_: object) -> None:
        raise SyncError("gpx_doctype", file=self._file)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if not self._path and name != "gpx":
            raise SyncError("gpx_foreign", file=self._file)
        if len(self._path) >= DEEPEST:
            raise SyncError("gpx_broken", file=self._file, line=self._parser.CurrentLineNumber)
        self._path.append(name)
        self._text.clear()
        if name in POINTS:
            self._point = dict(attributes)

    def _end(self, tag: str) -> None:
        name = self._path.pop()
        inside = self._path[-1] if self._path else ""
        if name in POINTS:
            self._take(name)
        elif name in TOLD:
            said = "".join(self._text).strip()
            if inside in POINTS:
                self._point[name] = said
            elif inside in HOLDERS and name == "name":
                self._names.setdefault(inside, said)
        self._text.clear()

    def _take(self, kind: str) -> None:
        lat = _number(self._point.get("lat"))
        lon = _number(self._point.get("lon"))
        if lat is None or lon is None or not (abs(lat) <= 90 and abs(lon) <= 180):
            self._refused[kind] += 1
            return
        hdop = _number(self._point.get("hdop"))
        good_to = None if hdop is None or hdop <= 0 else hdop * HDOP_M
        self._found[kind].append(
            Fix(
                lat,
                lon,
                good_to,
                _when(self._point.get("time", "")),
                "gpx",
                estimated=good_to is not None,
            )
        )


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _when(text: str) -> str:
    """The time with its offset; GPX times are of Greenwich where they do not say. Broken: empty."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return ""
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat()

"""Roads that the user knows: a table of distances that stands in for the estimate."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from geo.errors import FactsError
from geo.model import Reason, Refused, Source

FILE = "roads.csv"
MOST_BYTES = 5_000_000
# no name is that long; a limit of our own, since that of csv is shared by the whole process
LONGEST_LINE = 10_000
MOST_KM, MOST_MINUTES = 10_000.0, 20_000.0
# a point of the file means a place within this many degrees, about a kilometre
NEAR = 0.01
_FROM = ("from", "从", "起点", "出发地")
_TO = ("to", "到", "终点", "目的地")
_KM = ("km", "公里", "里程")
_MINUTES = ("minutes", "min", "分钟")

Point: TypeAlias = tuple[float, float]


class Columns(NamedTuple):
    """Where in a row the ends and the lengths stand."""

    start: int | None
    end: int | None
    km: int | None
    minutes: int | None


class Stop(NamedTuple):
    """A stop on earth and the names a road file may call it by."""

    names: tuple[str, ...]
    point: Point


@dataclass(frozen=True, slots=True)
class Road:
    """A drive as told: kilometres, or minutes alone."""

    km: float | None
    minutes: float | None = None

    @property
    def hours(self) -> float:
        """Hours of the drive, 0 when only the length is told."""
        return (self.minutes or 0.0) / 60


@dataclass(frozen=True, slots=True)
class Roads:
    """Drives by the names of their ends, in either direction, and those that name a point."""

    named: Mapping[frozenset[str], Road] = field(default_factory=dict)
    pointed: tuple[tuple[str | Point, str | Point, Road], ...] = ()
    refused: tuple[Refused, ...] = ()
    file: str = ""

    @property
    def source(self) -> Source:
        """The file itself, as the ground of what is worked out from it."""
        return Source(self.file, "", supports=("roads",))

    def __len__(self) -> int:
        return len(self.named) + len(self.pointed)

    def find(self, one: Stop, other: Stop) -> Road | None:
        """The drive between two places, None when the file does not tell it."""
        if self.named:
            for name in one.names:
                for end in other.names:
                    road = self.named.get(frozenset((_plain(name), _plain(end))))
                    if road is not None:
                        return road
        for start, end_of, road in self.pointed:
            if (_is(start, one) and _is(end_of, other)) or (_is(start, other) and _is(end_of, one)):
                return road
        return None

    def with_drives(self, drives: Mapping[tuple[str, str], float]) -> Roads:
        """These drives (kilometres by the names of both ends) over whatever is told of them."""
        more = {
            frozenset((_plain(one), _plain(other))): Road(km) for (one, other), km in drives.items()
        }
        return replace(self, named={**self.named, **more})

    def drives_from(
        self, names: Sequence[str], point: Point | None
    ) -> Iterator[tuple[str | Point, Road]]:
        """Every drive told from a place, with its other end: a name as compared, or a point."""
        plain = {_plain(name) for name in names}
        for ends, road in self.named.items():
            for end in ends - plain if plain & ends else ():
                yield end, road
        here = Stop(tuple(names), point) if point is not None else None
        for start, end_of, road in self.pointed:
            for one, other in ((start, end_of), (end_of, start)):
                if here is not None and _is(one, here):
                    yield other, road


def load_roads(path: Path) -> Roads:
    """Read a road file; a row that cannot be taken is told with its line, the rest holds.

    Raises FactsError when the file cannot be read at all.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FactsError("roads_too_large", file=path.name)
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FactsError("roads_unreadable", file=path.name) from error
    return parse_roads(text, path.name)


def load_own_roads(path: Path) -> Roads:
    """Read the road file that was taken before; none, or a broken one, tells no drive."""
    if not path.exists():
        return Roads()
    try:
        return load_roads(path)
    except FactsError as error:
        return Roads(refused=(Refused(path.name, None, "", Reason(error.code, error.values)),))


def parse_roads(text: str, file: str) -> Roads:
    """Read the table: columns from, to, and km or minutes. Raises FactsError without them."""
    if any(len(line) > LONGEST_LINE for line in text.splitlines()):
        raise FactsError("roads_unreadable", file=file)
    rows = csv.reader(io.StringIO(text))
    try:
        columns = _columns(next(rows, []), file)
        named: dict[frozenset[str], Road] = {}
        pointed: list[tuple[str | Point, str | Point, Road]] = []
        refused: list[Refused] = []
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            read = _row(row, columns)
            if isinstance(read, Reason):
                refused.append(Refused(file, rows.line_num, "", read))
                continue
            start, end, road = read
            if isinstance(start, str) and isinstance(end, str):
                named[frozenset((start, end))] = road
            else:
                pointed.append((start, end, road))
    except csv.Error as error:
        raise FactsError("roads_unreadable", file=file) from error
    return Roads(named, tuple(pointed), tuple(refused), file)


def _columns(header: Sequence[str], file: str) -> Columns:
    heads = [cell.strip().lower() for cell in header]

    def place(names: Sequence[str]) -> int | None:
        return next((at for at, head in enumerate(heads) if head in names), None)

    found = Columns(place(_FROM), place(_TO), place(_KM), place(_MINUTES))
    if None in found[:2] or found[2:] == (None, None):
        raise FactsError("roads_columns", file=file)
    return found


def _row(row: Sequence[str], columns: Columns) -> tuple[str | Point, str | Point, Road] | Reason:
    cells = [row[at].strip() if at is not None and at < len(row) else "" for at in columns]
    start, end = _end(cells[0]), _end(cells[1])
    if not start or not end or start == end:
        return Reason("road_ends", {"start": cells[0], "end": cells[1]})
    km, minutes = _number(cells[2], MOST_KM), _number(cells[3], MOST_MINUTES)
    if isinstance(km, str) or isinstance(minutes, str) or (km is None and minutes is None):
        return Reason("road_length", {"text": next((each for each in cells[2:] if each), "")})
    return start, end, Road(km, minutes)


def _number(cell: str, most: float) -> float | str | None:
    """The number of a cell, None when it is empty, the text when it is no length."""
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        return cell
    return value if math.isfinite(value) and 0 < value <= most else cell


def _end(cell: str) -> str | Point:
    """A place name, or a point written as lat,lon."""
    parts = cell.replace("，", ",").split(",")
    if len(parts) == 2:
        try:
            lat, lon = float(parts[0]), float(parts[1])
        except ValueError:
            return _plain(cell)
        return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else ""
    return _plain(cell)


def _plain(name: str) -> str:
    """A name as compared: 苏州市 is 苏州."""
    return name.strip().lower().removesuffix("市")


def _is(end: str | Point, place: Stop) -> bool:
    if isinstance(end, str):
        return end in {_plain(name) for name in place.names}
    return all(abs(one - other) <= NEAR for one, other in zip(end, place.point, strict=True))

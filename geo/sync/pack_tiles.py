"""Base tiles of a pack: the user's own MBTiles, cut to its area, as tables of a GeoPackage."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from geo.model import Reason, Scalar
from geo.sync.pack_base import Box
from geo.sync.pack_content import MEGABYTE
from geo.sync.pack_schema import MERCATOR

HALF = 20037508.342789244
TILE = 256
DEEPEST = 22
FORMATS = ("png", "jpg", "jpeg", "webp")
SOUTHMOST = 85.0511


def put_tiles(
    db: sqlite3.Connection, source: Path, number: int, box: Box, room: float
) -> tuple[float, tuple[Reason, ...]]:
    """Copy the tiles of the box, coarse ones first, while they fit in ``room`` megabytes.

    Megabytes copied, and what was left out and why.
    """
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as tiles:
            told = dict(tiles.execute("SELECT name, value FROM metadata"))
            kind = str(told.get("format", "png")).lower()
            if kind not in FORMATS:
                return 0.0, (Reason("pack_tiles_format", {"file": source.name, "format": kind}),)
            return _copy(db, tiles, source, number, box, room)
    except sqlite3.DatabaseError:
        return 0.0, (Reason("pack_tiles_unreadable", {"file": source.name}),)


def _copy(
    db: sqlite3.Connection,
    tiles: sqlite3.Connection,
    source: Path,
    number: int,
    box: Box,
    room: float,
) -> tuple[float, tuple[Reason, ...]]:
    levels = [
        zoom
        for (zoom,) in tiles.execute("SELECT DISTINCT zoom_level FROM tiles ORDER BY 1")
        if isinstance(zoom, int) and 0 <= zoom <= DEEPEST
    ]
    table, used, done = f"tiles_{number}", 0, -1
    for zoom in levels:
        west, east, north, south = _span(zoom, box)
        where = (zoom, west, east, 2**zoom - 1 - south, 2**zoom - 1 - north)
        size = tiles.execute("SELECT coalesce(sum(length(tile_data)), 0)" + FROM, where).fetchone()[
            0
        ]
        if used + size > room * MEGABYTE:
            values: dict[str, Scalar] = {"file": source.name, "megabytes": round(room)}
            if done < 0:
                return 0.0, (Reason("pack_tiles_none", values),)
            return used / MEGABYTE, (Reason("pack_tiles_cut", {**values, "zoom": done}),)
        if size == 0:
            continue
        if not used:
            _make(db, table, source.stem)
        side = 2 * HALF / 2**zoom / TILE
        db.execute(
            "INSERT INTO gpkg_tile_matrix VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (table, zoom, 2**zoom, 2**zoom, TILE, TILE, side, side),
        )
        rows = tiles.execute("SELECT tile_column, tile_row, tile_data" + FROM, where)
        db.executemany(
            f"INSERT OR IGNORE INTO {table} (zoom_level, tile_column, tile_row, tile_data)"
            " VALUES (?, ?, ?, ?)",
            # MBTiles count rows from the south, GeoPackage from the north
            ((zoom, column, 2**zoom - 1 - row, data) for column, row, data in rows),
        )
        used, done = used + size, zoom
    return used / MEGABYTE, ()


FROM = (
    " FROM tiles WHERE zoom_level = ? AND tile_column BETWEEN ? AND ? AND tile_row BETWEEN ? AND ?"
)


def _make(db: sqlite3.Connection, table: str, title: str) -> None:
    db.execute(
        f"CREATE TABLE {table} (id INTEGER PRIMARY KEY AUTOINCREMENT, zoom_level INTEGER NOT NULL,"
        " tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL, tile_data BLOB NOT NULL,"
        " UNIQUE (zoom_level, tile_column, tile_row))"
    )
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y,"
        " srs_id) VALUES (?, 'tiles', ?, ?, ?, ?, ?, ?)",
        (table, f"{title} ({table})", -HALF, -HALF, HALF, HALF, MERCATOR),
    )
    db.execute(
        "INSERT INTO gpkg_tile_matrix_set VALUES (?, ?, ?, ?, ?, ?)",
        (table, MERCATOR, -HALF, -HALF, HALF, HALF),
    )


def _span(zoom: int, box: Box) -> tuple[int, int, int, int]:
    """Columns from west to east and rows from north to south that the box touches."""
    west, south, east, north = box
    wide = 1 << zoom
    last = wide - 1

    def column(lon: float) -> int:
        return min(max(math.floor((lon + 180) / 360 * wide), 0), last)

    def row(lat: float) -> int:
        held = math.radians(min(max(lat, -SOUTHMOST), SOUTHMOST))
        down = (1 - math.asinh(math.tan(held)) / math.pi) / 2
        return min(max(math.floor(down * wide), 0), last)

    return column(west), column(east), row(north), row(south)


def tile_files(folder: Path) -> Iterator[Path]:
    """The user's own tiles in a folder."""
    if folder.is_dir():
        yield from sorted(one for one in folder.glob("*.mbtiles") if one.is_file())

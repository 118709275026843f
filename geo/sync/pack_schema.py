"""The tables of a pack: those GeoPackage 1.3 asks for (OGC 12-128r17), and ours beside them.

All that is ours stands in one registered table, ``kanjing``, so that a converter that copies what
is registered takes the log along.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from geo.sync.outside import note_changes, quoted
from geo.sync.pack_content import APPLICATION_ID, USER_VERSION
from geo.sync.pack_geometry import WGS84
from geo.sync.pack_lines import PLACES, Line

OURS, PHOTOS, FILES = "kanjing", "photos", "kj_files"
MERCATOR = 3857
WGS84_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AUTHORITY["EPSG","4326"]]'
)
MERCATOR_WKT = (
    'PROJCS["WGS 84 / Pseudo-Mercator",' + WGS84_WKT + ',PROJECTION["Mercator_1SP"],'
    'PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],'
    'PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],'
    'AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","3857"]]'
)
SYSTEMS = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
    ("WGS 84 geodetic", WGS84, "EPSG", WGS84, WGS84_WKT),
    ("WGS 84 / Pseudo-Mercator", MERCATOR, "EPSG", MERCATOR, MERCATOR_WKT),
)
FILE_TABLE = (
    f"CREATE TABLE IF NOT EXISTS {FILES} (n INTEGER PRIMARY KEY AUTOINCREMENT,"
    " digest TEXT NOT NULL, part INTEGER NOT NULL, content BLOB NOT NULL, UNIQUE (digest, part))"
)
KEY_INDEX = f"CREATE UNIQUE INDEX IF NOT EXISTS kj_key ON {OURS} (key)"
TABLES = f"""
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_tile_matrix_set (
  table_name TEXT NOT NULL PRIMARY KEY, srs_id INTEGER NOT NULL, min_x DOUBLE NOT NULL,
  min_y DOUBLE NOT NULL, max_x DOUBLE NOT NULL, max_y DOUBLE NOT NULL,
  CONSTRAINT fk_gtms_table_name FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gtms_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_tile_matrix (
  table_name TEXT NOT NULL, zoom_level INTEGER NOT NULL, matrix_width INTEGER NOT NULL,
  matrix_height INTEGER NOT NULL, tile_width INTEGER NOT NULL, tile_height INTEGER NOT NULL,
  pixel_x_size DOUBLE NOT NULL, pixel_y_size DOUBLE NOT NULL,
  CONSTRAINT pk_ttm PRIMARY KEY (table_name, zoom_level),
  CONSTRAINT fk_tmm_table_name FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name));
CREATE TABLE {OURS} (n INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, value TEXT);
CREATE TABLE {PHOTOS} (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, site_id TEXT, digest TEXT, name TEXT,
  who TEXT, taken TEXT, bearing REAL, note TEXT, bytes INTEGER, thumbnail BLOB);
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT,
  f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT,
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
"""


def make_tables(db: sqlite3.Connection, lines: Sequence[Line]) -> None:
    """Make an empty pack of a new file."""
    db.execute("PRAGMA page_size = 4096")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {USER_VERSION}")
    db.executescript(TABLES)
    for name, number, owner, code, text in SYSTEMS:
        db.execute(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
            (name, number, owner, code, text),
        )
    columns = [
        f"{quoted(name)} {kind}"
        for line in lines
        for name, kind in zip(line.columns, line.sql, strict=True)
    ]
    db.execute(
        f"CREATE TABLE {PLACES} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT,"
        f" city TEXT, district TEXT, {', '.join(columns)}, who TEXT)"
    )
    register(db, PLACES, "取景地", "features", "POINT")
    register(db, PHOTOS, "照片", "features", "POINT")
    register(db, OURS, "kanjing", "attributes", "")
    register(db, "layer_styles", "layer_styles", "attributes", "")
    make_own_tables(db, lines)


def make_own_tables(db: sqlite3.Connection, lines: Sequence[Line]) -> None:
    """Make what no GeoPackage has, as far as it is not there: a converter leaves it behind."""
    db.execute(FILE_TABLE)
    db.execute(KEY_INDEX)
    note_changes(db, lines)


def register(db: sqlite3.Connection, table: str, title: str, kind: str, shape: str) -> None:
    """List a table among the contents, with its geometry where it has one."""
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, ?, ?, ?)",
        (table, kind, title, WGS84 if kind == "features" else 0),
    )
    if shape:
        db.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            (table, shape, WGS84),
        )


def set_bounds(
    db: sqlite3.Connection, table: str, box: tuple[float, float, float, float] | None
) -> None:
    """Say in which box (west, south, east, north) the content of a table lies."""
    db.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
        (*(box or (None,) * 4), table),
    )

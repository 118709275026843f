"""What other programs see behind the places: borders as they are, tiles, and a form in words."""

import math
import sqlite3
from contextlib import closing
from xml.etree import ElementTree

import numpy as np
import pyogrio
import pytest
import shapely

from geo.model.basemap import BaseMap, Rings
from geo.model.field import PackPhoto
from geo.progress import finish
from geo.sync.pack import read_pack, tile_files, write_pack
from geo.sync.pack_base import box_around
from geo.sync.pack_lines import lines_of
from geo.sync.pack_style import border_style, style_of
from tests.geo.sync.packs import FORM, SCENES, content, document, make


def rings(name, *parts):
    counts = np.cumsum([0, *(len(part) for part in parts)])
    return Rings(name, "320500", np.array([p for part in parts for p in part], float), counts)


def square(west, south, east, north):
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


NONE = Rings("", "", np.empty((0, 2)), np.array([0]))
BASE = BaseMap(
    provinces=(rings("江苏", square(120.7, 30, 125, 35)), rings("远", square(0, 0, 1, 1))),
    cities=(),
    counties=(),
    nine_dash=rings("", [(110.0, 5.0), (111.0, 6.0)]),
    land=(rings("", square(100, 20, 130, 40)),),
    rivers=(rings("河", [(120.0, 31.1), (121.5, 31.1)]),),
    lakes=(
        rings("湖", square(120.69, 31.09, 120.71, 31.11), square(120.695, 31.095, 120.7, 31.1)),
    ),
    credit="天地图",
    undetermined=NONE,
)
BOX = (120.5, 31.0, 121.0, 31.3)


def test_lines_and_areas_are_cut_never_redrawn(tmp_path):
    path = make(tmp_path / "p.gpkg", basemap=BASE, documents={"a": document("a")})
    lines = pyogrio.read_dataframe(path, layer="base_lines").set_index("kind")
    areas = pyogrio.read_dataframe(path, layer="base_areas").set_index("kind")
    assert list(lines.index) == ["province", "river"]
    assert set(lines["credit"]) == {"天地图"}
    west, south, east, north = box_around([(31.123456789012345, 120.72)], 5.0)
    # of the square only its western side lies in the box
    side = lines.geometry["province"]
    assert side.equals(shapely.LineString([(120.7, south), (120.7, north)]))
    assert lines.geometry["river"].length == pytest.approx(east - west)
    assert areas.geometry["land"].area == pytest.approx((east - west) * (north - south))
    # an island in the lake is no water
    assert areas.geometry["lake"].area == pytest.approx(0.02 * 0.02 - 0.005 * 0.005)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_box_is_as_wide_as_asked_for():
    west, south, east, north = box_around([(60.0, 100.0), (61.0, 102.0)], 11.132)
    assert (south, north) == pytest.approx((59.9, 61.1))
    # a degree at 61 degrees north is about half as wide
    assert west == pytest.approx(100 - 0.1 / math.cos(math.radians(61)))
    assert east == pytest.approx(102 + 0.1 / math.cos(math.radians(61)))
    assert box_around([], 5.0) is None
    assert box_around([(90.0, 180.0)], 5.0)[2:] == (180.0, 90.0)


def tile_of(lat, lon, zoom):
    """By the formula of the slippy map, another way round than ours."""
    x = (lon + 180) / 360 * 2**zoom
    angle = math.radians(lat)
    y = (1 - math.log(math.tan(angle) + 1 / math.cos(angle)) / math.pi) / 2 * 2**zoom
    return int(x), int(y)


def mbtiles(path, zooms=range(13), kind="png", size=100):
    """Tiles around Suzhou, three by three on every level, each saying which it is."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        db.execute("CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)")
        db.execute("INSERT INTO metadata VALUES ('format', ?)", (kind,))
        for zoom in zooms:
            x, y = tile_of(31.123, 120.72, zoom)
            for column in range(max(x - 1, 0), min(x + 2, 2**zoom)):
                for row in range(max(y - 1, 0), min(y + 2, 2**zoom)):
                    data = f"{zoom}/{column}/{row}".encode().ljust(size)
                    there = (zoom, column, 2**zoom - 1 - row, data)
                    db.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", there)
    return path


def tiles_of(path, table="tiles_1"):
    with closing(sqlite3.connect(path)) as db:
        return db.execute(
            f"SELECT zoom_level, tile_column, tile_row, tile_data FROM {table} ORDER BY id"
        ).fetchall()


def test_tiles_of_the_area_are_taken_along_each_where_it_lies(tmp_path):
    mbtiles(tmp_path / "own.mbtiles")
    (source,) = tile_files(tmp_path)
    path = make(
        tmp_path / "p.gpkg",
        tiles=(source,),
        documents={"a": document("a")},
        wishes={"margin_km": 0.0},
    )
    found = tiles_of(path)
    assert [row[0] for row in found] == list(range(13))
    for zoom, column, row, data in found:
        assert (column, row) == tile_of(31.123456789012345, 120.72, zoom)
        assert data.rstrip().decode() == f"{zoom}/{column}/{row}"
    with closing(sqlite3.connect(path)) as db:
        ((width, pixel),) = db.execute(
            "SELECT matrix_width, pixel_x_size FROM gpkg_tile_matrix WHERE zoom_level = 12"
        )
    assert (width, pixel) == (4096, pytest.approx(38.21851414))


def test_tiles_that_do_not_fit_are_told(tmp_path):
    big = mbtiles(tmp_path / "big.mbtiles", size=300_000)
    vector = mbtiles(tmp_path / "vector.mbtiles", kind="pbf")
    broken = tmp_path / "broken.mbtiles"
    broken.write_bytes(b"no tiles")
    info = finish(
        write_pack(
            tmp_path / "p.gpkg",
            content(
                tiles=(big, vector, broken, big),
                documents={"a": document("a")},
                tile_megabytes=2.0,
                wishes={"margin_km": 0.0},
            ),
        )
    )
    assert [(one.code, one.values.get("zoom")) for one in info.notes] == [
        ("pack_tiles_cut", 5),
        ("pack_tiles_format", None),
        ("pack_tiles_unreadable", None),
        ("pack_tiles_none", None),
    ]
    assert [row[0] for row in tiles_of(tmp_path / "p.gpkg")] == list(range(6))


def test_qgis_is_offered_words_to_choose(tmp_path):
    lines = lines_of(FORM, SCENES)
    root = ElementTree.fromstring(style_of(lines, {"access": "怎么到"}).partition("\n")[2])
    truck = root.find("fieldConfiguration/field[@name='truck']/editWidget")
    choices = {
        one.get("name"): one.get("value") for one in truck.iter("Option") if one.get("value")
    }
    assert truck.get("type") == "ValueMap"
    assert choices == {"门口": "door", "200 m 内": "near", "要走": "walk"}
    aliases = {one.get("field"): one.get("name") for one in root.iter("alias")}
    assert aliases["truck"] == "车能到"
    assert aliases["noise_14"].endswith("14 点")
    columns = {name for line in lines for name in line.columns} - {"geom"}
    shown = [one.get("name") for one in root.iter("attributeEditorField")]
    # every column stands on the form once
    assert len(shown) == len(set(shown))
    assert set(shown) == columns | {"city", "district", "who"}
    assert set(aliases) == set(shown) | {"id"}


def test_a_border_nobody_has_settled_is_dashed():
    root = ElementTree.fromstring(border_style().partition("\n")[2])
    symbols = {one.get("value"): one.get("symbol") for one in root.iter("category")}
    drawn = {
        one.get("name"): {prop.get("k"): prop.get("v") for prop in one.iter("prop")}["line_style"]
        for one in root.iter("symbol")
    }
    assert {kind for kind, at in symbols.items() if drawn[at] == "dash"} == {"undetermined"}
    assert {"province", "nine_dash"} <= set(symbols)


def test_a_photo_lies_where_it_was_taken(tmp_path):
    original, small = tmp_path / "a.jpg", tmp_path / "s.jpg"
    original.write_bytes(b"original")
    small.write_bytes(b"small")
    photos = (
        (PackPhoto("", "a.jpg", "a", lat=31.1, lon=120.7, bearing=45.0), original, small),
        (PackPhoto("", "a.jpg", "b"), original, None),
    )
    path = make(tmp_path / "p.gpkg", photos=photos)
    frame = pyogrio.read_dataframe(path, layer="photos").set_index("site_id")
    assert (frame.geometry["a"].y, frame.geometry["a"].x) == (31.1, 120.7)
    assert frame.geometry["b"] is None
    assert frame.loc["a", "thumbnail"] == b"small"
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*), max(content) FROM kj_files").fetchone() == (
            1,
            b"original",
        )
    with closing(read_pack(path)) as pack:
        assert [one.site_id for one in pack.photos] == ["a", "b"]
    bare = make(tmp_path / "bare.gpkg", photos=photos, wishes={"photos": False})
    with closing(read_pack(bare)) as pack:
        assert pack.photos == ()

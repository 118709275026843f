"""The water asset against what any atlas says, and a damaged one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
import shapely

from geo.catalogue.water import load_english_names, load_water, load_water_names
from geo.errors import CatalogueError

LAND, LAKES = 0, 2
ASSETS = Path(__file__).parents[3] / "assets" / "basemap"


@cache
def loaded():
    return load_water(ASSETS)


@cache
def outlines(layer):
    areas = [polygon(each) for each in loaded()[layer]]
    shapely.prepare(areas)
    return shapely.STRtree(areas)


@pytest.fixture(scope="module")
def water():
    return loaded()


def polygon(rings):
    return shapely.polygons(rings.points[: rings.offsets[1]])


def covering(layer, lon, lat):
    found = outlines(layer).query(shapely.Point(lon, lat), predicate="intersects")
    return [loaded()[layer][at] for at in found]


def area_km2(area, lat):
    return shapely.area(area) * 111.2**2 * np.cos(np.radians(lat))


def test_it_is_small_and_plain():
    assert (ASSETS / "water.npz").stat().st_size < 1_000_000
    with np.load(ASSETS / "water.npz", allow_pickle=False) as file:
        assert all(file[name].dtype.kind in "iu" for name in file.files)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (ASSETS / "LICENSE-GSHHG.txt").read_text()


@pytest.mark.parametrize(
    ("lon", "lat", "published_km2"),
    # areas as geography books give them; shores move, so a third either way will do
    [(120.13, 31.19, 2338), (120.78, 31.41, 117), (100.2, 36.9, 4500), (117.5, 31.56, 770)],
)
def test_lakes_are_as_large_as_books_say(lon, lat, published_km2):
    lakes = covering(LAKES, lon, lat)
    assert len(lakes) == 1
    assert area_km2(polygon(lakes[0]), lat) == pytest.approx(published_km2, rel=0.34)


def test_lake_tai_has_its_western_hill_as_an_island():
    lake = covering(LAKES, 120.13, 31.19)[0]
    islands = [
        shapely.polygons(lake.points[a:b])
        for a, b in zip(lake.offsets[1:-1], lake.offsets[2:], strict=True)
    ]
    assert any(island.contains(shapely.Point(120.27, 31.11)) for island in islands)


@pytest.mark.parametrize(
    ("lon", "lat", "dry"),
    [
        (104.07, 30.66, True),
        (108.37, 22.82, True),
        (120.58, 30.0, True),
        (120.95, 23.7, True),
        (109.8, 19.2, True),
        (122.9, 35.2, False),
        (121.15, 30.42, False),
        (114.6, 14.6, False),
    ],
)
def test_land_and_sea(lon, lat, dry):
    assert bool(covering(LAND, lon, lat)) is dry


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [
        ("Yong at Nanning", 108.32, 22.81),
        ("Min at Xinjin", 103.81, 30.42),
        ("Yellow at Lanzhou", 103.83, 36.06),
        ("Yangtze at Wuhan", 114.29, 30.57),
    ],
)
def test_rivers_pass_their_cities(water, name, lon, lat):
    spot = shapely.Point(lon, lat)
    gap = min(shapely.distance(shapely.linestrings(each.points), spot) for each in water[1])
    assert gap * 111 < 6, name


def test_every_name_stands_on_its_water(water):
    rivers = water[1]
    lines = shapely.multilinestrings([shapely.linestrings(each.points) for each in rivers])
    for name in load_water_names(ASSETS):
        wet = bool(covering(LAKES, name.lon, name.lat)) or not covering(LAND, name.lon, name.lat)
        km = shapely.distance(lines, shapely.Point(name.lon, name.lat)) * 111
        assert wet or (name.kind == "river" and km < 5), name.zh


def test_points_are_degrees_on_the_globe(water):
    for layer in water:
        for each in layer:
            assert each.offsets[0] == 0
            assert each.offsets[-1] == len(each.points)
            assert np.abs(each.points[:, 0]).max() <= 180.0001
            assert np.abs(each.points[:, 1]).max() <= 90


def test_english_names_are_those_in_use():
    names = load_english_names(ASSETS)
    told = {code: names[code] for code in ("610000", "150100", "341500", "320582", "510114")}
    assert told == {
        "610000": "Shaanxi",
        "150100": "Hohhot",
        "341500": "Lu'an",
        "320582": "Zhangjiagang",
        "510114": "Xindu",
    }


def test_damaged_or_missing_files_are_known_errors(tmp_path):
    for load in (load_water, load_water_names, load_english_names):
        with pytest.raises(CatalogueError):
            load(tmp_path)
    for name in ("water.npz", "water_names.json", "place_names_en.json"):
        whole = (ASSETS / name).read_bytes()
        (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    for load in (load_water, load_water_names, load_english_names):
        with pytest.raises(CatalogueError) as error:
            load(tmp_path)
        assert error.value.code == "basemap.water_unreadable"

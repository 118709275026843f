"""The camera against pyproj's EPSG:3857, and what must hold for any camera."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from gui.widgets.map_camera import (
    EARTH_M,
    MAX_ZOOM,
    MIN_ZOOM,
    Camera,
    to_degrees,
    to_world,
    world_bounds,
)
from gui.widgets.map_furniture import BAR_LEAST, BAR_MOST, scale_length

MERCATOR = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
lons = st.floats(-180, 180)
lats = st.floats(-84, 84)
china_lons, china_lats = st.floats(74, 135), st.floats(4, 53)
cameras = st.builds(
    Camera,
    x=st.floats(0.1, 0.9),
    y=st.floats(0.2, 0.8),
    zoom=st.floats(3, 15),
    width=st.floats(200, 3000),
    height=st.floats(200, 2000),
)


@given(lons, lats)
def test_world_is_web_mercator(lon, lat):
    x, y = to_world(np.array([lon]), np.array([lat]))
    east, north = MERCATOR.transform(lon, lat)
    assert x[0] * EARTH_M - EARTH_M / 2 == pytest.approx(east, abs=1e-3)
    assert EARTH_M / 2 - y[0] * EARTH_M == pytest.approx(north, abs=1e-3)


@given(lons, lats)
def test_degrees_and_back(lon, lat):
    x, y = to_world(np.array([lon]), np.array([lat]))
    back = to_degrees(x, y)
    assert back[0][0] == pytest.approx(lon, abs=1e-9)
    assert back[1][0] == pytest.approx(lat, abs=1e-9)


@given(cameras, st.floats(0, 1), st.floats(0, 1))
def test_pixel_and_back(camera, u, v):
    px, py = u * camera.width, v * camera.height
    assume(0.01 < (py + camera.top) / camera.scale < 0.99)
    lon, lat = camera.degrees(px, py)
    x, y = camera.pixels(np.array([lon]), np.array([lat]))
    assert x[0] == pytest.approx(px, abs=1e-4)
    assert y[0] == pytest.approx(py, abs=1e-4)


@given(cameras, st.floats(-4, 4), st.floats(0.2, 0.8), st.floats(0.2, 0.8))
def test_zoom_holds_the_place_under_the_cursor(camera, levels, u, v):
    px, py = u * camera.width, v * camera.height
    assume(0.01 < (py + camera.top) / camera.scale < 0.99)
    lon, lat = camera.degrees(px, py)
    closer = camera.zoomed(levels, px, py)
    assert MIN_ZOOM <= closer.zoom <= MAX_ZOOM
    if 0.03 < closer.x < 0.97 and 0.07 < closer.y < 0.93:
        x, y = closer.pixels(np.array([lon]), np.array([lat]))
        assert (x[0], y[0]) == pytest.approx((px, py), abs=1e-3)


@given(cameras, st.floats(-300, 300), st.floats(-300, 300))
def test_pan_moves_content_with_the_hand(camera, dx, dy):
    lon, lat = camera.degrees(camera.width / 2, camera.height / 2)
    moved = camera.panned(dx, dy)
    if 0.03 < moved.x < 0.97 and 0.07 < moved.y < 0.93:
        x, y = moved.pixels(np.array([lon]), np.array([lat]))
        assert x[0] - camera.width / 2 == pytest.approx(dx, abs=1e-3)
        assert y[0] - camera.height / 2 == pytest.approx(dy, abs=1e-3)


@given(china_lons, china_lats, st.floats(0.2, 20), st.floats(0.2, 20), st.floats(0, 60))
def test_fit_shows_the_whole_area_inside_the_padding(lon, lat, wide, high, pad):
    bounds = (lon, lat, lon + wide, lat + high)
    camera = Camera(width=700, height=800).fitted(bounds, (pad, pad, pad, pad))
    x, y = camera.pixels(np.array([lon, lon + wide]), np.array([lat + high, lat]))
    assert x[0] >= pad - 0.01
    assert x[1] <= 700 - pad + 0.01
    assert y[0] >= pad - 0.01
    assert y[1] <= 800 - pad + 0.01
    filled = max((x[1] - x[0]) / (700 - 2 * pad), (y[1] - y[0]) / (800 - 2 * pad))
    assert filled == pytest.approx(1, abs=1e-6)


def test_pan_never_leaves_the_world():
    camera = Camera()
    for _ in range(50):
        camera = camera.panned(1e6, -1e6)
    assert 0 < camera.x < 1
    assert 0 < camera.y < 1


@given(china_lons, china_lats, st.floats(8, 14))
def test_scale_bar_tells_the_length_on_the_ground(lon, lat, zoom):
    camera = Camera(width=600, height=600).centred(lon, lat, zoom)
    length, text = scale_length(camera.metres_per_pixel())
    number, unit = text.replace(",", "").split(" ")
    told = float(number) * (1000 if unit == "km" else 1)
    left, right = (camera.degrees(300 + side * length / 2, 300) for side in (-1, 1))
    # a sphere of the equator's radius, as Web Mercator has it, is within 0.7 % of the ellipsoid
    measured = Geod(ellps="WGS84").inv(*left, *right)[2]
    assert told == pytest.approx(measured, rel=0.008)
    assert BAR_LEAST * 0.8 <= length <= BAR_MOST


def test_world_bounds_point_south():
    left, top, right, bottom = world_bounds((100, 20, 120, 40))
    assert left < right
    assert top < bottom

"""Datum shifts against three published packages."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.catalogue import Datum, from_wgs84, to_wgs84
from geo.catalogue.boundaries import in_mainland

REFERENCE = Path(__file__).parents[2] / "data" / "datum_reference.csv"
# eviltransform takes another axis (6378137 m), which makes up to 11 mm
CLOSE_M = {"prcoords": 0.005, "coord-convert": 0.005, "eviltransform": 0.011}
SHIFTED = [Datum.GCJ02, Datum.BD09]


def _metres(one, other):
    lat = (one[0] - other[0]) * 111_320
    lon = (one[1] - other[1]) * 111_320 * np.cos(np.radians(other[0]))
    return np.hypot(lat, lon)


@pytest.fixture(scope="module")
def reference():
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("package", CLOSE_M)
@pytest.mark.parametrize(("datum", "column"), [(Datum.GCJ02, "gcj"), (Datum.BD09, "bd")])
def test_both_ways_agree_with_packages(reference, package, datum, column):
    rows = [row for row in reference if row["package"] == package]
    assert len(rows) == 40

    def of(name):
        return np.array([float(row[name]) for row in rows])

    true, shifted = (of("lat"), of("lon")), (of(f"{column}_lat"), of(f"{column}_lon"))
    assert _metres(true, shifted).min() > 20
    assert _metres(from_wgs84(*true, datum), shifted).max() < CLOSE_M[package]
    assert _metres(to_wgs84(*shifted, datum), true).max() < CLOSE_M[package]


@pytest.mark.parametrize("datum", SHIFTED)
@given(lat=st.floats(22.0, 40.0), lon=st.floats(100.0, 118.0))
def test_there_and_back_is_the_same_place(datum, lat, lon):
    # just outside the border a place may be taken for the image of one within
    assume(in_mainland(np.float64(lat), np.float64(lon)))
    back = to_wgs84(*from_wgs84(lat, lon, datum), datum)
    assert _metres(back, (lat, lon)) < 0.001


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(22.30, 114.17), (22.195, 113.545), (25.04, 121.51), (35.68, 139.69), (48.85, 2.35)],
    ids=["hong kong", "macau", "taipei", "tokyo", "paris"],
)
def test_outside_the_mainland_nothing_moves(lat, lon):
    assert from_wgs84(lat, lon, Datum.GCJ02) == (lat, lon)
    assert to_wgs84(lat, lon, Datum.GCJ02) == (lat, lon)


def test_a_pier_off_the_simplified_coast_is_shifted():
    lat, lon = 36.0570, 120.3230  # the end of a pier in Qingdao
    assert _metres(from_wgs84(lat, lon, Datum.GCJ02), (lat, lon)) > 100


@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 2)])
def test_any_shape_of_numbers_keeps_it(shape):
    lat, lon = np.full(shape, 31.3), np.full(shape, 120.6)
    for datum in Datum:
        assert [np.shape(each) for each in to_wgs84(lat, lon, datum)] == [shape, shape]
        assert [np.shape(each) for each in from_wgs84(lat, lon, datum)] == [shape, shape]

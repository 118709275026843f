"""Radius search against every point measured one by one, and against a k-d tree."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from geo.catalogue.near import EARTH_KM, Spots, great_circle_km

LATS = st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, -89.99, 0.0, 31.3, 89.99, 90.0]))
LONS = st.one_of(
    st.floats(-180, 180), st.sampled_from([-180.0, -179.99, 0.0, 120.6, 179.99, 180.0])
)
POINTS = st.lists(st.tuples(LATS, LONS), min_size=1, max_size=40)
FAR = st.one_of(
    st.floats(0, 21_000), st.floats(0, 1), st.sampled_from([0.0, 20.0, 10_007.6, 20_016.0])
)


def haversine(lat, lon, points):
    """Kilometres one by one, by another form of the sum."""
    found = []
    for other_lat, other_lon in points:
        one, other = math.radians(lat), math.radians(other_lat)
        turn = math.radians(other_lon) - math.radians(lon)
        half = (
            math.sin((other - one) / 2) ** 2
            + math.cos(one) * math.cos(other) * math.sin(turn / 2) ** 2
        )
        found.append(2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half))))
    return np.array(found)


def spots(points):
    return Spots(*np.array(points, float).T)


@given(POINTS, LATS, LONS, FAR)
def test_the_same_places_as_measured_one_by_one(points, lat, lon, km):
    rows, far = spots(points).within(lat, lon, km)
    true = haversine(lat, lon, points)
    # libm and numpy may part in the last digit of a point that lies on the rim
    sure = np.abs(true - km) > 1e-7
    assert set(np.flatnonzero((true <= km) & sure)) == {row for row in rows if sure[row]}
    assert list(rows) == sorted(rows)
    # near the antipode a hair of a chord is metres of arc
    assert far == pytest.approx(true[rows], abs=2e-3)


@given(POINTS, LATS, LONS, FAR)
def test_the_rim_itself_is_decided_as_the_haversine_decides(points, lat, lon, km):
    lats, lons = np.array(points, float).T
    expected = np.flatnonzero(great_circle_km(lat, lon, lats, lons) <= km)
    if km < math.pi * EARTH_KM:
        assert list(spots(points).within(lat, lon, km)[0]) == list(expected)


def test_the_same_as_a_tree_of_unit_vectors():
    dice = np.random.default_rng(7)
    lat, lon = dice.uniform(-90, 90, 20_000), dice.uniform(-180, 180, 20_000)
    phi, theta = np.radians(lat), np.radians(lon)
    units = np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], 1)
    tree, made = cKDTree(units), Spots(lat, lon)
    for at, km in ((0, 50.0), (1, 500.0), (2, 5_000.0), (3, 19_000.0), (4, 0.0)):
        found, _ = made.within(lat[at], lon[at], km)
        assert sorted(tree.query_ball_point(units[at], 2 * math.sin(km / EARTH_KM / 2))) == list(
            found
        )


def test_across_the_date_line_and_over_the_poles():
    made = spots([(0, 179.9), (0, -179.9), (0, 170.0), (89.9, 0), (89.9, 180), (-90, 55)])
    assert list(made.within(0, 180, 30)[0]) == [0, 1]
    assert list(made.within(0, -179.95, 30)[0]) == [0, 1]
    assert list(made.within(90, 123, 12)[0]) == [3, 4]
    assert list(made.within(-89.99, -120, 2)[0]) == [5]


def test_no_distance_finds_what_lies_there_also_twice():
    made = spots([(31.3, 120.6), (31.3, 120.6), (31.3001, 120.6)])
    assert list(made.within(31.3, 120.6, 0)[0]) == [0, 1]
    assert list(made.within(31.3, 120.6, -1)[0]) == []
    assert list(made.within(31.3, 120.6, math.nan)[0]) == []


def test_the_whole_earth_and_no_place_at_all():
    made = spots([(90, 0), (-90, 0), (31, 120)])
    assert list(made.within(31, 120, 1e9)[0]) == [0, 1, 2]
    assert list(Spots([], []).within(31, 120, 100)[0]) == []


def test_a_degree_of_the_equator_is_as_long_as_it_should_be():
    _, far = spots([(0.0, 1.0)]).within(0, 0, 200)
    assert far[0] == pytest.approx(2 * math.pi * EARTH_KM / 360, rel=1e-12)

"""Outlines and names against another package's reading of the same boundaries."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue import (
    all_divisions,
    city_of,
    distance_to_division_m,
    division,
    division_at,
    division_near,
    division_radius_m,
    find_division,
    load_boundaries,
)
from geo.catalogue.shapes import load_shapes
from geo.errors import FactsError

REFERENCE = Path(__file__).parents[2] / "data" / "county_reference.csv"


@pytest.fixture(scope="module")
def boundaries():
    return load_boundaries()


def test_the_whole_country_is_there(boundaries):
    provinces, cities, counties, nine_dash = boundaries
    assert (len(provinces), len(cities), len(counties)) == (34, 375, 2891)
    assert {"710000", "810000", "820000"} <= {rings.adcode for rings in provinces}
    assert len(nine_dash.offsets) - 1 == 9
    assert nine_dash.points[:, 1].min() < 5


def test_every_ring_is_closed_and_in_range(boundaries):
    for rings in (*boundaries[0], *boundaries[1], *boundaries[2]):
        assert rings.offsets[0] == 0
        assert rings.offsets[-1] == len(rings.points)
        assert np.array_equal(rings.points[rings.offsets[:-1]], rings.points[rings.offsets[1:] - 1])
        assert np.all(np.abs(rings.points - (104, 28)) < (35, 27)), rings.name


def test_counties_agree_with_another_package():
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 480
    for row in rows:
        found = division_at(float(row["lat"]), float(row["lon"]))
        assert (found.adcode if found else "") == row["adcode"], row


@pytest.mark.parametrize(
    ("name", "adcode"),
    [
        ("苏州", "320500"),
        ("苏州市", "320500"),
        ("姑苏区", "320508"),
        ("常熟", "320581"),
        ("东莞", "441900"),
        ("广西", "450000"),
        ("恩施土家族苗族自治州", "422800"),
        ("香港", "810000"),
        (" 绍兴 ", "330600"),
    ],
)
def test_names_are_found(name, adcode):
    assert find_division(name).adcode == adcode


def test_a_name_borne_by_many_is_found_only_within_one():
    assert find_division("鼓楼区") is None
    assert find_division("鼓楼区", "320100").adcode == "320106"
    assert find_division("鼓楼区", "320000") is None  # Nanjing and Xuzhou both have one
    assert find_division("哪里也没有") is None


def test_each_division_stands_once_under_its_parent():
    found = all_divisions()
    codes = [each.adcode for each in found]
    assert len(set(codes)) == len(codes)
    assert all(each.parent is None or division(each.parent) for each in found)
    assert city_of(division("320508")).name == "苏州市"
    assert city_of(division("500112")).name == "重庆市"


@given(st.sampled_from([each for each in all_divisions() if each.level == "county"]))
def test_the_label_of_a_county_is_in_it_or_near(each):
    away = distance_to_division_m(each.adcode, each.lat, each.lon)
    assert away <= division_radius_m(each.adcode)
    if away == 0:
        assert division_at(each.lat, each.lon).adcode == each.adcode


def test_distance_is_told_in_metres():
    # one degree of latitude north of a point on the northern edge of no county: the open sea
    assert division_at(20.0, 117.5) is None
    assert division_near(20.0, 117.5) is None
    south = distance_to_division_m("460106", 18.0, 112.0)
    assert distance_to_division_m("320508", 31.31, 120.60) == 0
    step = distance_to_division_m("320508", 32.5, 120.60) - distance_to_division_m(
        "320508", 32.4, 120.60
    )
    assert step == pytest.approx(11_132, rel=0.01)
    assert south > 0


def test_an_unknown_code_is_told():
    with pytest.raises(FactsError) as told:
        distance_to_division_m("999999", 31.0, 120.0)
    assert told.value.code == "division_unknown"


@pytest.mark.parametrize("content", [b"", b"\x01", b"\x02\x00\x00\x00\x08\x00\x00\x00", b"ab" * 50])
def test_a_broken_file_is_told(tmp_path, content):
    path = tmp_path / "cn.bin"
    path.write_bytes(content)
    with pytest.raises(FactsError) as told:
        load_shapes(path)
    assert told.value.code == "boundaries_broken"

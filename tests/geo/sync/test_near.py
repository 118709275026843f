"""Distance and bearing on the ellipsoid, against pairs that geodesists published."""

from dataclasses import replace

import pytest

from geo.model import Kind, VenueClass
from geo.model.field import Fix
from geo.model.sites import Site
from geo.sync.near import near


def place(name, lat, lon):
    return Site(
        name, name, name, Kind.BASE, "320500", "苏州", "Suzhou", None,
        lat, lon, "source", 10.0, VenueClass.OPEN,
    )  # fmt: skip


def seen(here, there):
    return near([place("there", *there)], Fix(*here))[0]


def dms(degrees, minutes, seconds):
    return degrees + minutes / 60 + seconds / 3600


@pytest.mark.parametrize(
    ("here", "there", "metres", "bearing"),
    [
        # GeographicLib, GeodSolve: New York to London, and its nearly antipodal pair
        ((40.6, -73.8), (51.6, -0.5), 5_551_759.400, 51.198882845579824),
        ((-41.32, 174.81), (40.96, -5.50), 19_959_679.267, 161.067669986160),
        # Geoscience Australia: Flinders Peak to Buninyong (GRS80: 0.1 mm from WGS-84)
        (
            (-dms(37, 57, 3.7203), dms(144, 25, 29.5244)),
            (-dms(37, 39, 10.1561), dms(143, 55, 35.3839)),
            54_972.271,
            dms(306, 52, 5.37),
        ),
    ],
)
def test_published_pairs(here, there, metres, bearing):
    found = seen(here, there)
    assert found.metres == pytest.approx(metres, abs=0.002)
    assert found.bearing == pytest.approx(bearing, abs=2e-6)


def test_a_degree_along_the_equator_and_over_the_date_line():
    # 6,378,137 m times the angle
    found = seen((0.0, 179.5), (0.0, -179.5))
    assert found.metres == pytest.approx(111_319.4908, abs=0.001)
    assert found.bearing == pytest.approx(90)
    assert seen((0.0, -179.5), (0.0, 179.5)).bearing == pytest.approx(270)


def test_bearings_go_round_from_north():
    here = (-33.0, 151.0)
    for there, bearing in (((-32.9, 151.0), 0), ((-33.1, 151.0), 180)):
        assert seen(here, there).bearing == pytest.approx(bearing, abs=1e-9)
    assert 269 < seen(here, (-33.0, 150.9)).bearing < 271
    assert seen(here, here).metres == 0
    assert seen(here, here).bearing == 0


def test_the_nearest_come_first_and_no_more_than_asked():
    sites = [place(f"s{at}", 31.0 + at / 10, 120.0) for at in (5, 1, 3, 2, 4)]
    twin = replace(sites[1], id="a twin")
    found = near([*sites, twin], Fix(31.0, 120.0), 3)
    assert [one.site_id for one in found] == ["a twin", "s1", "s2"]
    assert near([], Fix(31.0, 120.0)) == ()
    assert near(sites, Fix(31.0, 120.0), 0) == ()

"""What cameras write, and what they should not have written."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from geo.pictures import open_picture
from geo.sync.exif import Written, read_exif

# 31°09'18" N, 120°43'12" E
GPS = {1: "N", 2: (31.0, 9.0, 18.0), 3: "E", 4: (120.0, 43.0, 12.0)}
TURNED = Path(__file__).parents[2] / "data" / "field" / "turned.heic"


def photo(gps=None, camera=None):
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(gps or {})
    exif.get_ifd(0x8769).update(camera or {})
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def read(gps=None, camera=None):
    with open_picture(io.BytesIO(photo(gps, camera))) as image:
        return read_exif(image)


def test_place_way_and_time():
    written = read(
        {**GPS, 0x10: "T", 0x11: 45.5, 0x12: "WGS-84", 0x1F: 4.75},
        {0x9003: "2026:05:03 10:20:30", 0x9011: "+08:00"},
    )
    assert written.lat == pytest.approx(31.155, abs=1e-9)
    assert written.lon == pytest.approx(120.72, abs=1e-9)
    assert (written.bearing, written.magnetic, written.accuracy_m) == (45.5, False, 4.75)
    assert (written.taken, written.datum) == ("2026-05-03T10:20:30+08:00", "WGS-84")


def test_a_photo_of_an_iphone():
    with open_picture(TURNED) as image:
        written = read_exif(image)
        assert image.size == (64, 128)
    assert (written.lat, written.lon) == (pytest.approx(31.155), pytest.approx(120.72))
    assert (written.bearing, written.accuracy_m) == (45.5, pytest.approx(4.7))
    assert written.taken == "2026-05-03T10:20:30+08:00"


def test_the_other_halves_of_the_earth():
    written = read({**GPS, 1: "S", 3: "W"})
    assert (written.lat, written.lon) == (pytest.approx(-31.155), pytest.approx(-120.72))


def test_minutes_alone_and_seconds_alone():
    assert read({**GPS, 2: (31.0, 9.3, 0.0)}).lat == pytest.approx(31.155)
    assert read({**GPS, 2: (31.155, 0.0, 0.0)}).lat == pytest.approx(31.155)


@pytest.mark.parametrize(
    "wrong",
    [
        {1: ""},
        {3: "X"},
        {2: (IFDRational(31, 0), 9.0, 18.0)},
        {4: (120.0, IFDRational(0, 0), 12.0)},
        {2: (91.0, 0.0, 0.0)},
        {4: (181.0, 0.0, 0.0)},
        {2: (31.0, 61.0, 0.0)},
        {2: (31.0, 9.0, 18.0, 5.0)},
        {2: 31.155},
        {2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)},
    ],
)
def test_half_a_place_is_none(wrong):
    written = read({**GPS, **wrong, 0x1F: 5.0})
    assert (written.lat, written.lon, written.accuracy_m) == (None, None, None)


def test_a_place_without_its_halves_is_none():
    assert read({2: GPS[2], 4: GPS[4]}).lat is None


@pytest.mark.parametrize(
    ("reference", "angle", "bearing", "magnetic"),
    [
        ("M", 12.0, 12.0, True),
        ("T", 360.0, 0.0, False),
        (None, 90.0, 90.0, False),
        ("T", 361.0, None, False),
        ("M", IFDRational(5, 0), None, False),
    ],
)
def test_ways_the_lens_looked(reference, angle, bearing, magnetic):
    gps = {0x11: angle} if reference is None else {0x10: reference, 0x11: angle}
    written = read(gps)
    assert (written.bearing, written.magnetic) == (bearing, magnetic)


@pytest.mark.parametrize(
    ("camera", "taken"),
    [
        ({0x9003: "2026:05:03 10:20:30"}, "2026-05-03T10:20:30"),
        ({0x9003: "2026:05:03 10:20:30", 0x9010: "+08:00"}, "2026-05-03T10:20:30+08:00"),
        ({0x9003: "2026:05:03 10:20:30", 0x9011: "+99:00"}, "2026-05-03T10:20:30"),
        ({0x9003: "0000:00:00 00:00:00"}, ""),
        ({0x9003: "2026:02:30 10:20:30"}, ""),
        ({0x9003: "    :  :     :  :  ", 0x9004: "2026:05:03 10:20:30"}, "2026-05-03T10:20:30"),
        ({0x9003: "yesterday"}, ""),
        ({}, ""),
    ],
)
def test_times(camera, taken):
    assert read(camera=camera).taken == taken


@pytest.mark.filterwarnings("ignore")  # Pillow says that the table is damaged, and so it is
@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 330), st.integers(0, 255)), min_size=1, max_size=25))
def test_no_bytes_raise(spoiled):
    content = bytearray(photo({**GPS, 0x11: 5.0}, {0x9003: "2026:05:03 10:20:30"}))
    # only the tags are spoiled, not the picture
    tags = content.index(b"Exif\0\0")
    room = int.from_bytes(content[tags - 2 : tags], "big") - 8
    for at, value in spoiled:
        content[tags + 6 + at % room] = value
    with open_picture(io.BytesIO(bytes(content))) as image:
        written = read_exif(image)
    if written.lat is not None:
        assert abs(written.lat) <= 90
        assert abs(written.lon) <= 180
    assert written.bearing is None or 0 <= written.bearing < 360


def test_a_photo_that_says_nothing():
    assert read() == Written()

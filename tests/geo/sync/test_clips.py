"""Clips: place and time out of the boxes, whatever the boxes say."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.sync.clips import is_whole, read_clip
from tests.geo.sync.films import EPOCH_1970, apple, box, film, head, made, picture_track, place

# 2026-05-03 02:20:30 UTC is 10:20:30 in China; 1,777,774,830 seconds after 1970 (date -u +%s)
MOMENT = EPOCH_1970 + 1_777_774_830
LOCAL = "2026-05-03T10:20:30+08:00"


def read(content):
    return read_clip(io.BytesIO(content), len(content))


@pytest.mark.parametrize("version", [0, 1])
def test_an_android_clip(version):
    written = read(film(made(MOMENT, version), place(b"+31.1550+120.7200/")))
    assert (written.lat, written.lon) == (31.155, 120.72)
    assert written.taken == LOCAL
    assert written.bearing is None


def test_an_iphone_clip_tells_its_local_time_and_how_sure_it_is():
    words = {
        "location__ISO6709": b"+31.1550+120.7200+003.517/",
        "creationdate": b"2026-05-03T10:20:30+0800",
        "location__accuracy__horizontal": b"14.2",
    }
    written = read(film(made(MOMENT - 999), apple(**words), brand=b"qt  "))
    assert (written.lat, written.lon, written.accuracy_m) == (31.155, 120.72, 14.2)
    assert written.taken == LOCAL


@pytest.mark.parametrize(
    ("word", "lat", "lon"),
    [
        # 31°09'18" N 120°43'12" E three ways (ISO 6709, annex H)
        (b"+3109.3+12043.2/", 31.155, 120.72),
        (b"+310918+1204312/", 31.155, 120.72),
        (b"-310918.0-1204312.0+12.5CRSWGS_84/", -31.155, -120.72),
        (b"+00.0000+000.0000/", None, None),
        (b"+31.1+120", 31.1, 120.0),
        (b"+99.0+120.0/", None, None),
        (b"+31.0+181.0/", None, None),
        (b"+3160.0+12043.2/", None, None),
        (b"+311.0+120.0/", None, None),
        (b"31.1,120.7", None, None),
        (b"+nan+inf/", None, None),
        (b"", None, None),
    ],
)
def test_places_as_iso_6709_writes_them(word, lat, lon):
    written = read(film(place(word)))
    assert (written.lat, written.lon) == (
        pytest.approx(lat) if lat is not None else None,
        pytest.approx(lon) if lon is not None else None,
    )


def test_a_clock_that_was_never_set_says_nothing():
    assert read(film(made(0))).taken == ""
    assert read(film(made(EPOCH_1970))).taken == ""
    assert read(film(made(2**64 - 1, version=1))).taken == ""


def test_sound_alone_is_no_clip():
    assert read(head() + box(b"moov", made(MOMENT))) is None
    assert read(head()) is None


def test_a_long_box_is_stepped_over_not_read():
    class Counted(io.BytesIO):
        taken = 0

        def read(self, size=-1):
            piece = super().read(size)
            self.taken += len(piece)
            return piece

    large = struct.pack(">I4sQ", 1, b"mdat", 16 + 5_000_000) + bytes(5_000_000)
    content = head() + large + box(b"moov", place(b"+31.1+120.7/"), picture_track())
    file = Counted(content)
    assert read_clip(file, len(content)).lat == 31.1
    assert file.taken < 2_000


@pytest.mark.parametrize(
    "nest",
    [
        b"".join([struct.pack(">I4s", 8, b"free")] * 50_000),
        struct.pack(">I4s", 7, b"free") * 9,
        struct.pack(">I4sQ", 1, b"moov", 2**63),
        struct.pack(">I4s", 0, b"moov") * 2_000,
        struct.pack(">I4s", 2**31, b"moov"),
    ],
    ids=["many", "small", "huge", "nested", "beyond"],
)
def test_boxes_made_to_harm_come_to_an_end(nest):
    assert read(head() + nest) is None


@given(st.binary(max_size=400), st.integers(0, 500), st.binary(max_size=6))
def test_no_bytes_raise(more, at, over):
    words = {"location__ISO6709": b"+31.1+120.7/", "creationdate": b"2026-05-03T10:20:30+0800"}
    content = bytearray(film(made(MOMENT), apple(**words)) + more)
    content[at : at + len(over)] = over
    read(bytes(content))


def test_a_clip_half_copied_is_not_whole():
    content = film(made(MOMENT))
    assert is_whole(io.BytesIO(content), len(content))
    for cut in (len(content) - 1, 60, 20):
        assert not is_whole(io.BytesIO(content[:cut]), cut)

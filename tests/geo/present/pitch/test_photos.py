"""Photos of a pack: upright, small, told when they cannot be read, and silent about the camera."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from geo.present.pitch.photos import MOST_KEPT, prepared, shrunk, unusable
from geo.progress import finish

SECRET = "SecretCam 9000"
TURNED = Path(__file__).parents[3] / "data" / "field" / "turned.heic"


def camera_photo(path, size=(400, 200), orientation=6, **more):
    """A photo red on its left half, with device, place, comment and packet inside."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0110] = orientation, "Maker", SECRET
    gps = exif.get_ifd(0x8825)
    gps.update({1: "N", 2: (31.0, 9.0, 18.0), 3: "E", 4: (120.0, 43.0, 12.0)})
    image.save(path, exif=exif, quality=95, comment=SECRET.encode(), **more)
    return path


def opened(path):
    """A photo read whole, its file closed."""
    return Image.open(io.BytesIO(Path(path).read_bytes()))


def names(left_out):
    return {(reason.code, reason.values["file"]) for reason in left_out}


def test_a_photo_is_turned_upright_and_scaled(tmp_path):
    path = camera_photo(tmp_path / "a.jpg")
    made = finish(prepared([path], tmp_path / "cache", longest=100))
    image = opened(made.paths[str(path)])
    assert image.size == (50, 100)
    # turned a quarter to the right, what was on the left is on top
    top, bottom = image.getpixel((25, 10)), image.getpixel((25, 90))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]


def test_a_photo_of_an_iphone_goes_in_without_place_or_device(tmp_path):
    made = finish(prepared([TURNED], tmp_path / "cache", longest=64))
    assert made.left_out == unusable([TURNED]) == ()
    content = Path(made.paths[str(TURNED)]).read_bytes()
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size) == ("JPEG", (32, 64))
    top, bottom = image.getpixel((15, 5)), image.getpixel((15, 58))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]
    assert b"KJ-1" in TURNED.read_bytes()
    assert b"KJ-1" not in content
    assert not image.getexif()
    kept = finish(prepared([TURNED], tmp_path / "cache", keep_place=True)).paths[str(TURNED)]
    assert opened(kept).getexif()[0x0110] == "KJ-1"


@pytest.mark.parametrize("ending", ["jpg", "tif", "webp", "png"])
def test_nothing_of_the_camera_stays_in_the_bytes(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    exif = Image.Exif()
    exif[0x0110] = SECRET
    more = {"xmp": f"<x>{SECRET}</x>".encode()} if ending == "webp" else {}
    Image.new("RGB", (300, 200), "red").save(path, exif=exif, **more)
    made = finish(prepared([path], tmp_path / "cache"))
    target = made.paths[str(path)]
    content = Path(target).read_bytes()
    assert SECRET.encode() in path.read_bytes()
    assert SECRET.encode() not in content
    assert b"Exif" not in content
    assert not opened(target).getexif()


def test_comment_and_place_go_and_stay_only_where_ticked(tmp_path):
    path = camera_photo(tmp_path / "a.jpg")
    bare = finish(prepared([path], tmp_path / "cache")).paths[str(path)]
    kept = finish(prepared([path], tmp_path / "cache", keep_place=True)).paths[str(path)]
    assert bare != kept
    assert SECRET.encode() not in Path(bare).read_bytes()
    exif = opened(kept).getexif()
    assert exif[0x0110] == SECRET
    assert exif.get_ifd(0x8825)[2] == (31.0, 9.0, 18.0)
    assert exif.get(0x0112, 1) == 1  # upright already: a viewer must not turn it again
    assert opened(kept).size == (200, 400)


def png_bomb():
    """A few bytes that claim to be 60,000 pixels a side."""

    def chunk(kind, body):
        crc = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def test_what_cannot_be_read_is_left_out_and_told(tmp_path):
    good = camera_photo(tmp_path / "good.jpg")
    whole = good.read_bytes()
    files = {
        "empty.jpg": b"",
        "text.jpg": b"<script>alert(1)</script>" * 9,
        "heic.jpg": b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40,
        "film.jpg": b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 40,
        "bomb.png": png_bomb(),
        "cut.jpg": whole[: len(whole) // 2],
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    asked = [good, *(tmp_path / name for name in files), tmp_path / "gone.jpg"]
    made = finish(prepared(asked, tmp_path / "cache"))
    assert set(made.paths) == {str(good)}
    assert names(made.left_out) == {
        ("pitch_photo_empty", "empty.jpg"),
        ("pitch_photo_broken", "text.jpg"),
        ("pitch_photo_broken", "heic.jpg"),
        ("pitch_photo_clip", "film.jpg"),
        ("pitch_photo_huge", "bomb.png"),
        ("pitch_photo_broken", "cut.jpg"),
        ("pitch_photo_broken", "gone.jpg"),
    }


def test_a_photo_is_made_once_until_it_changes(tmp_path):
    path, cache = camera_photo(tmp_path / "a.jpg"), tmp_path / "cache"
    first = finish(prepared([path], cache)).paths[str(path)]
    Path(first).write_bytes(b"marked")
    assert finish(prepared([path], cache)).paths[str(path)] == first
    assert Path(first).read_bytes() == b"marked"
    camera_photo(path, size=(402, 200))
    assert finish(prepared([path], cache)).paths[str(path)] != first


def test_the_cache_does_not_grow_without_end(tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(MOST_KEPT + 20):
        (cache / f"{number}.jpg").write_bytes(b"")
    path = camera_photo(tmp_path / "a.jpg")
    made = finish(prepared([path], cache))
    left = list(cache.iterdir())
    assert len(left) == MOST_KEPT
    assert any(str(one) == made.paths[str(path)] for one in left)


def test_a_logo_keeps_its_clear_parts_and_ink_becomes_light(tmp_path):
    logo, ink = tmp_path / "logo.png", tmp_path / "ink.jpg"
    Image.new("RGBA", (200, 100), (200, 0, 0, 0)).save(logo)
    Image.new("CMYK", (200, 100), (0, 0, 0, 255)).save(ink)
    made = finish(prepared([logo, ink], tmp_path / "cache")).paths
    assert opened(made[str(logo)]).getpixel((5, 5))[3] == 0
    assert opened(made[str(ink)]).mode == "RGB"
    assert max(opened(made[str(ink)]).getpixel((5, 5))) < 30


def test_wide_colours_become_those_of_every_screen(tmp_path):
    # of a screen whose red is blue: only who reads the profile turns it back
    path = tmp_path / "wide.jpg"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for one, other in ((b"rXYZ", b"????"), (b"bXYZ", b"rXYZ"), (b"????", b"bXYZ")):
        profile = profile.replace(one, other)
    profile = profile.replace("sRGB".encode("utf-16-be"), "odd!".encode("utf-16-be"))
    Image.new("RGB", (64, 64), (250, 0, 0)).save(path, icc_profile=profile, quality=95)
    made = finish(prepared([path], tmp_path / "cache")).paths[str(path)]
    image = opened(made)
    assert "icc_profile" not in image.info
    red, _, blue = image.getpixel((9, 9))
    assert blue > 200 > 60 > red


def test_stopping_in_the_middle_leaves_no_thread(tmp_path):
    paths = [camera_photo(tmp_path / f"{n}.jpg") for n in range(6)]
    job = prepared(paths, tmp_path / "cache")
    assert next(job).total == 6
    job.close()


def test_a_photo_is_shrunk_as_little_as_its_room_asks(tmp_path):
    path = camera_photo(tmp_path / "a.jpg", size=(1600, 1000), orientation=1)
    sizes = [Image.open(io.BytesIO(shrunk(path, room))).size for room in (10**6, 20_000, 6_000, 10)]
    assert sizes[0] == (1280, 800)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == (240, 150)
    assert all(len(shrunk(path, room)) <= room for room in (10**6, 20_000, 6_000))

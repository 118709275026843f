"""Photos and clips as the field brings them: taken as they are, or refused for a reason."""

import hashlib
import io
import os
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from PIL import Image

from geo.catalogue.datum import Datum, from_wgs84
from geo.errors import SyncError
from geo.model import Kind, Site
from geo.sync.exif import Written
from geo.sync.photos import Seen, datum_doubt, keep, label, look_at, metres_between, thumbnail
from tests.geo.sync.films import film, head, place

TURNED = Path(__file__).parents[2] / "data" / "field" / "turned.heic"


def snap(path, size=(40, 20), kind="JPEG", **more):
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    image.save(path, kind, **more)
    return path


def refused(work, *args):
    with pytest.raises(SyncError) as caught:
        work(*args)
    return caught.value.code


def png_bomb():
    def chunk(kind, body):
        crc = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)

    start = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", start) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


# ---- what a file is


@pytest.mark.parametrize(
    ("kind", "ending"),
    [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("TIFF", ".tif"), ("GIF", ".gif")],
)
def test_a_photo_is_known_by_its_content(tmp_path, kind, ending):
    seen = look_at(snap(tmp_path / "微信图片.mp4", kind=kind))
    assert (seen.ending, seen.clip, seen.name) == (ending, False, "微信图片.mp4")
    assert seen.bytes == (tmp_path / "微信图片.mp4").stat().st_size


def test_heic_and_clips_are_taken(tmp_path):
    assert look_at(TURNED).ending == ".heic"
    path = tmp_path / "VID.jpg"
    path.write_bytes(film(place(b"+31.1550+120.7200/")))
    seen = look_at(path)
    assert (seen.ending, seen.clip, seen.written.lat) == (".mp4", True, 31.155)
    path.write_bytes(film(brand=b"qt  "))
    assert look_at(path).ending == ".mov"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "field_photo_empty"),
        (b"hello", "field_photo_unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "field_photo_unknown"),
        (b"\xff\xd8\xff\xe0 no more", "field_photo_broken"),
        (b"\0\0\0\x18ftypheic" + bytes(80), "field_photo_broken"),
        (png_bomb(), "field_photo_pixels"),
        (head(b"M4A "), "field_photo_unknown"),
        (head(), "field_photo_unknown"),
    ],
)
def test_what_is_refused_and_why(tmp_path, content, code):
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    assert refused(look_at, path) == code


def test_a_heic_may_not_claim_more_pixels_than_a_camera_has(tmp_path):
    content = TURNED.read_bytes()
    at = content.index(b"ispe") + 8
    path = tmp_path / "a.heic"
    path.write_bytes(content[:at] + struct.pack(">II", 30_000, 30_000) + content[at + 8 :])
    assert refused(look_at, path) in {"field_photo_pixels", "field_photo_broken"}


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
@pytest.mark.parametrize("work", [look_at, lambda path: keep(path.parent / "kept", path)])
def test_only_plain_files_are_taken(tmp_path, work):
    link, pipe = tmp_path / "link.jpg", tmp_path / "pipe.jpg"
    link.symlink_to(snap(tmp_path / "a.jpg"))
    os.mkfifo(pipe)
    assert refused(work, link) == "field_photo_link"
    assert refused(work, pipe) == "field_photo_unreadable"
    assert refused(work, tmp_path) == "field_photo_unreadable"
    assert refused(work, tmp_path / "gone.jpg") == "field_photo_unreadable"
    assert refused(work, Path("a\0b.jpg")) == "field_photo_unreadable"


# ---- keeping


def test_the_original_is_kept_byte_for_byte(tmp_path):
    path = snap(tmp_path / "IMG_1.PNG", comment=b"x" * 99)
    content = path.read_bytes()
    kept = keep(tmp_path / "photos", path)
    assert kept.path.read_bytes() == content == path.read_bytes()
    assert kept.digest == hashlib.sha256(content).hexdigest()
    assert kept.path.name == kept.digest[:24] + ".jpg"
    assert kept.new
    again = keep(tmp_path / "photos", snap(tmp_path / "copy.jpg", comment=b"x" * 99))
    assert (again.path, again.new) == (kept.path, False)
    assert [one.name for one in (tmp_path / "photos").iterdir()] == [kept.path.name]


def test_a_kept_photo_that_was_damaged_is_put_right(tmp_path):
    path = snap(tmp_path / "a.jpg")
    kept = keep(tmp_path / "photos", path)
    kept.path.write_bytes(bytes(kept.bytes))
    assert keep(tmp_path / "photos", path).new
    assert kept.path.read_bytes() == path.read_bytes()


def test_a_large_clip_is_never_read_as_a_whole(tmp_path):
    """200 MB of frames, thin on the disk; memory holds a small part of that."""
    path = tmp_path / "long.mp4"
    with path.open("wb") as file:
        file.write(head())
        file.write(struct.pack(">I4s", 200_000_000, b"mdat"))
        file.seek(200_000_000 - 8, os.SEEK_CUR)
        file.write(film()[len(head()) :])
    tracemalloc.start()
    try:
        seen = look_at(path)
        kept = keep(tmp_path / "photos", path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert seen.clip
    assert kept.bytes == seen.bytes == path.stat().st_size > 200_000_000
    assert peak < 10_000_000


def test_a_file_too_large_for_a_pack_is_told(tmp_path):
    path = tmp_path / "film.mp4"
    with path.open("wb") as file:
        file.write(head())
        file.truncate(1_200_000_000)
    with pytest.raises(SyncError) as caught:
        look_at(path)
    assert (caught.value.code, caught.value.values["megabytes"]) == ("field_photo_large", 1200)


def test_a_photo_that_changes_while_it_is_copied_is_not_kept(tmp_path, monkeypatch):
    path = snap(tmp_path / "a.jpg")

    def half(source, target, length):
        target.write(source.read(10))

    monkeypatch.setattr("geo.files.shutil.copyfileobj", half)
    assert refused(keep, tmp_path / "photos", path) == "field_photo_not_kept"
    assert list((tmp_path / "photos").iterdir()) == []


def test_names_are_labels_that_cannot_fool_the_eye():
    assert label(Path("照片\u202egpj.exe")) == "照片_gpj.exe"
    assert label(Path("a\nb.jpg")) == "a_b.jpg"
    long = label(Path("长" * 200 + ".heic"))
    assert len(long) == 80
    assert long.endswith("….heic".removeprefix("…"))


# ---- small copies


@pytest.mark.parametrize("turned", [TURNED, None])
def test_small_copies_stand_upright_without_what_the_camera_wrote(tmp_path, turned):
    path = turned
    if path is None:
        exif = Image.Exif()
        exif[0x0112], exif[0x0110] = 6, "KJ-1"
        path = snap(tmp_path / "a.jpg", (128, 64), exif=exif, quality=95)
    made = thumbnail(path, tmp_path / "thumbs")
    assert b"KJ-1" in path.read_bytes()
    assert b"KJ-1" not in made.read_bytes()
    image = Image.open(io.BytesIO(made.read_bytes()))
    assert (image.format, image.size) == ("JPEG", (64, 128))
    top, bottom = image.getpixel((30, 10)), image.getpixel((30, 118))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]


def test_small_copies_are_small_and_made_once(tmp_path):
    path = snap(tmp_path / "a.jpg", (5000, 2500))
    made = thumbnail(path, tmp_path / "thumbs")
    assert Image.open(io.BytesIO(made.read_bytes())).size == (2048, 1024)
    made.write_bytes(b"marked")
    assert thumbnail(path, tmp_path / "thumbs") == made
    assert made.read_bytes() == b"marked"
    snap(path, (50, 60))
    assert thumbnail(path, tmp_path / "thumbs") != made


def test_where_there_is_nothing_to_show(tmp_path):
    clip, cut, file = tmp_path / "a.mp4", tmp_path / "b.jpg", tmp_path / "thumbs"
    clip.write_bytes(film())
    cut.write_bytes(snap(tmp_path / "c.jpg", (800, 600)).read_bytes()[:2000])
    assert thumbnail(clip, tmp_path / "t") is None
    assert thumbnail(cut, tmp_path / "t") is None
    file.write_bytes(b"")  # a file where the folder should be
    assert thumbnail(tmp_path / "c.jpg", file) is None


# ---- is the position right


def public(lat, lon):
    y, x = from_wgs84(lat, lon, Datum.GCJ02)
    return float(y), float(x)


def site_at(lat, lon, uncertainty=50.0):
    return Site("x", "耦园", "Couple's Garden", Kind.SCENIC, "320508", "苏州市", "Suzhou", None,
                lat, lon, "map", uncertainty)  # fmt: skip


def seen_at(lat, lon, datum=""):
    return Seen("a.jpg", ".jpg", 9, written=Written(lat, lon, datum=datum))


HERE = 31.3157, 120.6386


def test_a_photo_taken_on_the_spot_is_not_doubted():
    assert datum_doubt(seen_at(*HERE), site_at(*HERE), public) is None
    assert datum_doubt(seen_at(HERE[0] + 0.001, HERE[1]), site_at(*HERE), public) is None
    assert datum_doubt(Seen("a.jpg", ".jpg", 9), site_at(*HERE), public) is None


def test_a_photo_on_the_datum_of_public_maps_is():
    doubt = datum_doubt(seen_at(*public(*HERE)), site_at(*HERE), public)
    assert doubt.code == "photo_datum_shifted"
    assert doubt.values["site"] == "耦园"
    # GCJ-02 is some 500 m off in Suzhou
    assert 400 < doubt.values["metres"] < 650
    assert doubt.values["after"] < 5


def test_a_place_on_the_datum_of_public_maps_is_too():
    doubt = datum_doubt(seen_at(*HERE), site_at(*public(*HERE)), public)
    assert (doubt.code, doubt.values["after"]) == ("photo_place_shifted", 0)


def test_a_walk_to_the_other_end_of_a_base_is_no_doubt():
    # 500 m the other way
    moved = [2 * one - other for one, other in zip(HERE, public(*HERE), strict=True)]
    doubt = datum_doubt(seen_at(*moved), site_at(*HERE), public)
    assert doubt is None or doubt.code == "photo_place_shifted"
    assert datum_doubt(seen_at(HERE[0] + 0.006, HERE[1]), site_at(*HERE), public) is None


def test_another_datum_that_is_told_and_a_place_that_is_far():
    told = datum_doubt(seen_at(*HERE, datum="TOKYO"), site_at(*HERE), public)
    assert (told.code, told.values["datum"]) == ("photo_datum_told", "TOKYO")
    assert datum_doubt(seen_at(*HERE, datum="WGS 84"), site_at(*HERE), public) is None
    far = datum_doubt(seen_at(HERE[0] + 1, HERE[1]), site_at(*HERE), public)
    assert (far.code, round(far.values["km"])) == ("photo_far", 111)


def test_metres_between():
    # a degree of latitude is 111.195 km on the mean ball; half of that east at 60 degrees
    assert metres_between((0, 0), (1, 0)) == pytest.approx(111_195, rel=1e-4)
    assert metres_between((60, 0), (60, 1)) == pytest.approx(55_597, rel=1e-3)
    assert metres_between((10, 179.5), (10, -179.5)) == pytest.approx(109_506, rel=1e-3)

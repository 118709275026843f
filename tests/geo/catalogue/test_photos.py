"""Photos kept beside the catalogue: what phones make today, streamed, named by content."""

import hashlib
from pathlib import Path

import pytest

from geo.catalogue.photos import keep_photos
from geo.errors import CatalogueError
from tests.geo.sync.films import film

TURNED = Path(__file__).parents[2] / "data" / "field" / "turned.heic"


def test_heic_and_clips_are_kept_byte_for_byte(tmp_path):
    clip = tmp_path / "VID_1.mp4"
    clip.write_bytes(film())
    kept = keep_photos(tmp_path / "data", [TURNED, clip, TURNED])
    digests = [hashlib.sha256(one.read_bytes()).hexdigest()[:24] for one in (TURNED, clip)]
    assert kept == (
        f"photos/{digests[0]}.heic",
        f"photos/{digests[1]}.mp4",
        f"photos/{digests[0]}.heic",
    )
    assert (tmp_path / "data" / kept[0]).read_bytes() == TURNED.read_bytes()


@pytest.mark.parametrize("brand", [b"heix", b"hevc", b"mif1", b"msf1"])
def test_all_the_brands_of_heic(tmp_path, brand):
    path = tmp_path / "a.jpg"
    path.write_bytes(b"\0\0\0\x14ftyp" + brand + bytes(60))
    assert keep_photos(tmp_path, [path])[0].endswith(".heic")


@pytest.mark.parametrize("content", [b"", b"hello", b"\0\0\0\x14ftypM4A " + bytes(9)])
def test_what_is_no_photo_is_refused(tmp_path, content):
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    with pytest.raises(CatalogueError) as caught:
        keep_photos(tmp_path, [path])
    assert caught.value.code == "photo_unreadable"
    with pytest.raises(CatalogueError):
        keep_photos(tmp_path, [tmp_path])

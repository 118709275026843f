"""A folder a phone copies into: only what is whole, only what is new."""

import os

import pytest

from geo.sync import watched as module
from geo.sync.watched import watched
from tests.geo.sync.films import film

JPEG = b"\xff\xd8\xff\xe0" + bytes(60)


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 1000.0

    monkeypatch.setattr(module.time, "monotonic", lambda: Clock.now)
    monkeypatch.setattr(module, "_MEMORY", module._Memory())
    return Clock


def names(folder, known=()):
    return [path.name for path in watched(folder, known)]


def test_a_photo_is_whole_when_it_stood_still(tmp_path, clock):
    path = tmp_path / "IMG_1.HEIC"
    path.write_bytes(JPEG)
    assert names(tmp_path) == []
    clock.now += 0.5
    assert names(tmp_path) == []
    path.write_bytes(JPEG * 2)  # still coming
    clock.now += 1
    assert names(tmp_path) == []
    clock.now += 1
    assert names(tmp_path) == ["IMG_1.HEIC"]
    assert names(tmp_path, [str(path)]) == []


def test_a_clip_whose_copy_stands_still_half_way_is_waited_for(tmp_path, clock):
    path, whole = tmp_path / "VID.mp4", film()
    path.write_bytes(whole[:-20])
    names(tmp_path)
    clock.now += 5
    assert names(tmp_path) == []
    path.write_bytes(whole)
    names(tmp_path)
    clock.now += 5
    assert names(tmp_path) == ["VID.mp4"]


def test_a_clip_with_something_behind_its_last_box_is_taken_in_the_end(tmp_path, clock):
    (tmp_path / "VID.mp4").write_bytes(film() + b"vendor")
    names(tmp_path)
    clock.now += 5
    assert names(tmp_path) == []
    clock.now += 30
    assert names(tmp_path) == ["VID.mp4"]


def test_what_is_left_out(tmp_path, clock):
    for name in (
        ".hidden.jpg", "~tmp.jpg", "a.jpg.part", "a.crdownload", "notes.txt", "catalogue.sqlite",
        "0123456789abcdef01234567.jpg", "0123456789abcdef0123456789abcdef.jpg", "f" * 64 + ".heic",
    ):  # fmt: skip
        (tmp_path / name).write_bytes(JPEG)
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / ".trash").mkdir()
    (tmp_path / ".trash" / "old.jpg").write_bytes(JPEG)
    deep = tmp_path / "1" / "2" / "3"
    deep.mkdir(parents=True)
    (deep / "deep.jpg").write_bytes(JPEG)
    (tmp_path / "1" / "2" / "good.jpg").write_bytes(JPEG)
    if os.name == "posix":
        (tmp_path / "link.jpg").symlink_to(tmp_path / "notes.txt")
        os.mkfifo(tmp_path / "pipe.jpg")
        (tmp_path / "round").symlink_to(tmp_path)
    names(tmp_path)
    clock.now += 60
    assert names(tmp_path) == ["good.jpg"]


def test_the_oldest_comes_first_and_a_folder_that_is_away_is_empty(tmp_path, clock):
    for age, name in ((3, "c.jpg"), (2, "a.jpg"), (1, "b.jpg")):
        (tmp_path / name).write_bytes(JPEG)
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    names(tmp_path)
    clock.now += 2
    assert names(tmp_path) == ["c.jpg", "a.jpg", "b.jpg"]
    assert watched(tmp_path / "gone", []) == ()


def test_of_a_full_folder_the_rest_comes_once_the_first_are_known(tmp_path, monkeypatch):
    monkeypatch.setattr("geo.sync.watched.MOST_FILES", 3)
    monkeypatch.setattr("geo.sync.watched.STEADY_S", 0.0)
    for at in range(8):
        (tmp_path / f"{at}.jpg").write_bytes(b"\xff\xd8\xff")
    known = []
    for _ in range(3):
        known += watched(tmp_path, known)
    assert sorted(one.name for one in known) == [f"{at}.jpg" for at in range(8)]

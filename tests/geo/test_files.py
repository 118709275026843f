"""Files appear whole or not at all."""

from pathlib import Path

import pytest

from geo.errors import ExportError
from geo.files import exported_file, whole_file, write_whole

FULL = Path("/dev/full")
"""Answers every write as a full disk would."""


def stop_halfway(path):
    with whole_file(path) as part:
        part.write_text("half of the n")
        raise RuntimeError


def test_what_stood_there_stays_when_writing_fails(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        stop_halfway(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_folders_are_made_and_nothing_is_left_beside(tmp_path):
    path = tmp_path / "deep" / "er" / "a.bin"
    write_whole(path, b"\x00new")
    assert path.read_bytes() == b"\x00new"
    assert list(path.parent.iterdir()) == [path]


def test_a_place_that_takes_no_file_is_a_kind_word(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(ExportError) as told, exported_file(blocked / "map.html") as part:
        part.write_text("x")
    assert told.value.code == "export_refused"
    assert told.value.values["file"] == "map.html"


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_as_such(tmp_path):
    path = tmp_path / "map.html"
    with pytest.raises(ExportError) as told, exported_file(path), FULL.open("wb", 0) as disk:
        disk.write(b"x")
    assert told.value.code == "export_disk_full"
    assert list(tmp_path.iterdir()) == []

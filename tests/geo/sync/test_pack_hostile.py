"""Packs that are damaged, foreign, newer, locked away or made to do harm."""

import os
import random
import shutil
import sqlite3
import stat
import zipfile
from contextlib import closing, suppress

import pyogrio
import pytest

from geo.errors import SyncError
from geo.model.field import PackPhoto
from geo.sync import pack_opening
from geo.sync.pack import read_pack
from geo.sync.zips import unzip_pack
from tests.geo.sync.packs import document, edit, make


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    path = make(folder / "p.gpkg")
    original = folder / "a.jpg"
    original.write_bytes(random.Random(1).randbytes(50_000))
    with closing(read_pack(path)) as pack:
        pack.write(
            [edit(str(at), "said", f"第 {at} 次", *([str(at - 1)] * (at > 0))) for at in range(200)]
        )
        pack.add_photo(PackPhoto("", "a.jpg", "a"), original)
    return path


@pytest.fixture
def path(whole, tmp_path):
    return shutil.copy(whole, tmp_path / "p.gpkg")


def refused(path, code, **how):
    with pytest.raises(SyncError, match=code) as told:
        looked_into(path, **how)
    assert told.value.values["file"] == path.name


def looked_into(path, **how):
    with closing(read_pack(path, **how)) as pack:
        return pack.edits(), pack.info


def change(path, sql, *values):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(sql, values)


def test_what_is_no_pack_is_refused(tmp_path):
    refused(tmp_path / "none.gpkg", "pack_missing")
    for name, content, code in (
        ("a.gpkg", b"", "pack_damaged"),
        ("b.gpkg", b"\0" * 4096, "pack_damaged"),
        ("c.gpkg", b"PK\x03\x04 a zip", "pack_foreign"),
    ):
        (tmp_path / name).write_bytes(content)
        refused(tmp_path / name, code)


def test_a_geopackage_of_somebody_else_is_refused(path, tmp_path):
    frame = pyogrio.read_dataframe(path, layer="places", columns=["name_zh"])
    other = tmp_path / "other.gpkg"
    pyogrio.write_dataframe(frame, other, layer="places")
    refused(other, "pack_foreign")


def test_a_newer_pack_is_left_alone(path):
    change(path, "UPDATE kanjing SET value = json_set(value, '$.format', 2) WHERE key='manifest'")
    before = path.read_bytes()
    refused(path, "pack_newer")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("manifest", "{"),
        ("manifest", None),
        ("manifest", b"\xff\xfe"),
        ("manifest", '{"format": 1}'),
        ("lines", "[1]"),
        ("lines", "7"),
        ("edit/7", '{"id": "7"}'),
        ("edit/7", "[" * 100_000),
        ("edit/7", "NaN"),
        ("edit/7", '{"id": 1e999}'),
        ("edit/7", '"\\ud800"'),
        ("shipped/0", "[1, 2, 3, 4]"),
        ("document/a", "[]"),
    ],
)
def test_broken_content_is_told(path, key, value):
    change(path, "UPDATE kanjing SET value = ? WHERE key = ?", value, key)
    refused(path, "pack_damaged")


def test_a_view_that_poses_as_the_log_is_refused(path):
    change(path, "ALTER TABLE kanjing RENAME TO k")
    change(path, "CREATE VIEW kanjing AS SELECT 1 AS n, 'manifest' AS key, '{}' AS value")
    refused(path, "pack_foreign")


ENDLESS = "(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c)"


@pytest.mark.parametrize("table", ["places", "photos", "kj_files", "kj_outside"])
def test_a_view_without_end_is_not_asked(path, table):
    change(path, f"ALTER TABLE {table} RENAME TO other")
    change(path, f"CREATE VIEW {table} AS SELECT other.* FROM other, {ENDLESS}")
    refused(path, "pack_damaged")


def test_a_computed_column_is_not_written_out(path):
    change(path, "DROP TABLE kj_files")
    change(path, "CREATE TABLE kj_files (digest, part, content AS (zeroblob(60000000)))")
    refused(path, "pack_damaged")


def test_a_trigger_without_end_is_stopped_and_nothing_is_written(path, monkeypatch):
    monkeypatch.setattr(pack_opening, "STEPS", 10 * pack_opening.EVERY)
    change(
        path,
        f"CREATE TRIGGER evil BEFORE INSERT ON kanjing BEGIN SELECT count(*) FROM {ENDLESS}; END",
    )
    with closing(read_pack(path)) as pack:
        before = pack.edits()
        with pytest.raises(SyncError, match="pack_damaged"):
            pack.write([edit("e", "truck", "door")])
        assert pack.edits() == before


def test_more_text_than_any_pack_has_is_not_read(path, monkeypatch):
    monkeypatch.setattr(pack_opening, "MOST_TEXT", 1_000_000)
    change(path, "INSERT INTO kanjing (key, value) VALUES ('x', ?)", "x" * 1_000_001)
    refused(path, "pack_large")


def test_a_pipe_is_not_waited_at(tmp_path):
    for name in ("p.gpkg", "p.zip"):
        os.mkfifo(tmp_path / name)
    refused(tmp_path / "p.gpkg", "pack_missing")
    with pytest.raises(SyncError, match="pack_missing"):
        unzip_pack(tmp_path / "p.zip")


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_pack_opens_as_it_was_or_is_told(whole, tmp_path, seed):
    chance = random.Random(seed)
    content = bytearray(whole.read_bytes())
    how = seed % 4
    at = chance.randrange(len(content))
    if how == 0:
        del content[at:]
    elif how == 1:
        content[at : at + 4096] = bytes(len(content[at : at + 4096]))
    elif how == 2:
        for _ in range(20):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    else:
        content[at : at + 512] = chance.randbytes(len(content[at : at + 512]))
    path = tmp_path / "p.gpkg"
    path.write_bytes(content)
    # anything else that is raised fails
    with suppress(SyncError), closing(read_pack(path)) as pack:
        assert pack.info.version == 1
        assert all(one.key.kind == "recce" for one in pack.edits())
        for photo in pack.photos:
            pack.photo_file(photo.digest, tmp_path / "out")
        pack.write([edit("new", "truck", "door")])


@pytest.mark.parametrize("digest", ["../../x", "/etc/passwd", "A" * 64, "", None, 7])
def test_names_of_photos_lead_nowhere(path, tmp_path, digest):
    change(path, "UPDATE photos SET digest = ?, name = '../../evil.sh'", digest)
    with closing(read_pack(path)) as pack:
        assert pack.photos == ()
        assert [one.code for one in pack.info.notes] == ["pack_photos_missing"]
        with pytest.raises(SyncError, match="pack_photo_damaged"):
            pack.photo_file(str(digest), tmp_path / "deep" / "out")
    assert sorted(one.name for one in tmp_path.rglob("*") if one.is_file()) == ["p.gpkg"]


def test_an_ending_that_can_be_run_is_dropped(path, tmp_path):
    change(path, "UPDATE photos SET name = 'a.jpg.bat'")
    with closing(read_pack(path)) as pack:
        (photo,) = pack.photos
        assert pack.photo_file(photo.digest, tmp_path / "out").name == photo.digest


def test_a_stick_that_cannot_be_written_to(path, monkeypatch):
    opened = pack_opening._open
    # what SQLite does on such a stick, for root too
    monkeypatch.setattr(pack_opening, "_open", lambda one, how: opened(one, "mode=ro"))
    with closing(read_pack(path)) as pack:
        assert len(pack.edits()) == 200
        assert [one.code for one in pack.info.notes] == ["pack_only_read"]
        with pytest.raises(SyncError, match="pack_read_only"):
            pack.write([edit("new", "truck", "door")])


def test_a_pack_opened_for_reading_is_not_written_to(path):
    before = path.read_bytes()
    with closing(read_pack(path, read_only=True)) as pack:
        assert [one.code for one in pack.info.notes] == ["pack_only_read"]
        with pytest.raises(SyncError, match="pack_read_only"):
            pack.write([edit("new", "truck", "door")])
        with pytest.raises(SyncError, match="pack_read_only"):
            pack.add_photo(PackPhoto("", "a.jpg", "a"), path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_pack_that_is_being_written_to_is_told(path, monkeypatch):
    monkeypatch.setattr("geo.sync.pack_opening.WAIT_S", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with closing(read_pack(path)) as pack:
            with pytest.raises(SyncError, match="pack_busy"):
                pack.write([edit("new", "truck", "door")])
            other.execute("ROLLBACK")
            pack.write([edit("new", "truck", "door")])
            assert len(pack.edits()) == 201


def test_a_full_disk_is_told_and_what_stood_stands(path):
    with closing(read_pack(path)) as pack:
        pack._db.execute("PRAGMA max_page_count = 1")
        with pytest.raises(SyncError, match="pack_disk_full"):
            pack.write([edit("new", "said", "长" * 1_000_000)])
        assert len(pack.edits()) == 200


# ---- in a .zip


def zipped(path, *members, **how):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content, **how)
    return path


def test_a_pack_comes_out_of_a_zip_as_it_is(path, tmp_path):
    content = path.read_bytes()
    found = zipped(
        tmp_path / "吴江.zip",
        ("吴江/a.gpkg", content),
        ("__MACOSX/吴江/._a.gpkg", b"x"),
        ("吴江/readme.txt", b"x"),
    )
    folder = tmp_path / "out"
    first = unzip_pack(found, folder)
    assert first.name == "吴江.gpkg"
    assert first.read_bytes() == content
    assert unzip_pack(found, folder) == first
    # what has been worked in since is not written over
    with closing(read_pack(first)) as pack:
        pack.write([edit("new", "truck", "door")])
    second = unzip_pack(found, folder)
    assert second.name == "吴江-2.gpkg"
    assert second.read_bytes() == content
    assert sorted(folder.iterdir()) == sorted([first, second])


def link(name):
    member = zipfile.ZipInfo(name)
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return member


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ([("a.txt", b"x")], "zip_without_pack"),
        ([("a.gpkg", b"x"), ("b.GPKG", b"y")], "zip_many_packs"),
        ([("../a.gpkg", b"x")], "zip_unsafe"),
        ([("a/../../a.gpkg", b"x")], "zip_unsafe"),
        ([("/a.gpkg", b"x")], "zip_unsafe"),
        ([("..\\a.gpkg", b"x")], "zip_unsafe"),
        ([("C:\\a.gpkg", b"x")], "zip_unsafe"),
        ([(link("a.gpkg"), b"/etc/passwd")], "zip_unsafe"),
        ([("a.gpkg", b"x"), (link("photos"), b"/etc")], "zip_unsafe"),
        ([("a.gpkg", bytes(80_000_000))], "zip_too_large"),
    ],
)
def test_a_zip_made_to_do_harm_is_refused(tmp_path, members, code):
    found = zipped(tmp_path / "x.zip", *members)
    folder = tmp_path / "deep" / "out"
    with pytest.raises(SyncError, match=code):
        unzip_pack(found, folder)
    assert list(tmp_path.iterdir()) == [found]


def test_a_zip_with_a_password_a_torn_one_and_none(path, tmp_path):
    found = zipped(tmp_path / "x.zip", ("a.gpkg", path.read_bytes()))
    content = bytearray(found.read_bytes())
    torn = tmp_path / "torn.zip"
    torn.write_bytes(content[: len(content) // 2])
    middle = tmp_path / "middle.zip"
    broken = bytearray(content)
    broken[len(content) // 2 : len(content) // 2 + 50] = bytes(50)
    middle.write_bytes(broken)
    for at in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[at] |= 1
    found.write_bytes(content)
    for one, code in (
        (found, "zip_locked"),
        (torn, "zip_damaged"),
        (middle, "zip_damaged"),
        (tmp_path / "none.zip", "pack_missing"),
    ):
        with pytest.raises(SyncError, match=code):
            unzip_pack(one, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_place_without_a_record_of_ours_is_still_a_pack(tmp_path):
    path = make(tmp_path / "empty.gpkg", documents={})
    with closing(read_pack(path)) as pack:
        assert pack.info.sites == 0
        assert pack.documents == {}


def test_names_that_look_like_sql_are_names(tmp_path):
    strange = "a'; DROP TABLE places; --"
    path = make(tmp_path / "p.gpkg", documents={strange: document(strange)})
    with closing(read_pack(path)) as pack:
        pack.write([edit("1", "truck", "door", record=strange)])
        assert pack.info.sites == 1

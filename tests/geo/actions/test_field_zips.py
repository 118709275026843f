"""A pack that comes in a .zip: worked in beside it, merged out of it, refused if hostile."""

from __future__ import annotations

import shutil
import stat
import zipfile

import pytest

from geo import actions
from geo.errors import SyncError
from geo.progress import finish
from tests.geo.actions.field_desks import TONGLI, all_said, answered, merged, packed


@pytest.fixture
def pack(blank_pack, tmp_path):
    path = tmp_path / "made" / "吴江.gpkg"
    path.parent.mkdir()
    return shutil.copy(blank_pack, path)


def zipped(path, *members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_one_works_beside_the_zip_and_goes_on_there(home, pack, tmp_path):
    given = zipped(
        tmp_path / "收到的.zip", ("外勘/吴江.gpkg", pack.read_bytes()), ("读我.txt", b"x")
    )
    was = given.read_bytes()
    desk = finish(actions.open_pack(home, given))
    copy = tmp_path / "收到的.gpkg"
    assert desk.pack.path == str(copy)
    assert copy.read_bytes() == pack.read_bytes()
    actions.answer(home, desk, TONGLI, "truck", "near", "沈砚")
    # opened again, what was written is there
    again = finish(actions.open_pack(home, given))
    assert again.pack.path == str(copy)
    assert again.sheets[0].answers["truck"].value == "near"
    assert given.read_bytes() == was
    assert sorted(one.name for one in tmp_path.glob("收到的*")) == ["收到的.gpkg", "收到的.zip"]
    # home from the copy; the zip itself has nothing new
    (report,) = merged(home, copy)
    assert (report.merged, report.lost) == (1, 0)
    (report,) = merged(home, given)
    assert (report.merged, report.pack.path) == (0, str(given))


def test_another_pack_of_that_name_is_left_alone(home, pack, tmp_path):
    given = zipped(tmp_path / "a.zip", ("x.gpkg", pack.read_bytes()))
    other = tmp_path / "a.gpkg"
    packed(home, other)
    answered(home, other, "顾南", power="none")
    was = other.read_bytes()
    desk = finish(actions.open_pack(home, given))
    assert desk.pack.path == str(tmp_path / "a-2.gpkg")
    assert other.read_bytes() == was


def test_what_came_back_in_a_zip_comes_home(home, pack, tmp_path):
    answered(home, pack, "沈砚", truck="near", power="enough")
    given = zipped(tmp_path / "回来.zip", ("a.gpkg", pack.read_bytes()))
    (report,) = merged(home, given)
    assert (report.merged, report.lost) == (2, 0)
    # nothing was left lying about
    assert not (tmp_path / "回来.gpkg").exists()


def link(name):
    member = zipfile.ZipInfo(name)
    member.create_system, member.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return member


@pytest.mark.parametrize("do", ["open", "merge"])
@pytest.mark.parametrize(
    ("members", "code"),
    [
        ((("../../a.gpkg", b"x"),), "zip_unsafe"),
        (((link("a.gpkg"), b"/etc/passwd"),), "zip_unsafe"),
        ((("a.gpkg", b"x"), ("b.gpkg", b"y")), "zip_many_packs"),
        ((("a.txt", b"x"),), "zip_without_pack"),
        ((("a.gpkg", bytes(80_000_000)),), "zip_too_large"),
        ((("a.gpkg", b"SQLite format 3\x00" + bytes(4000)),), "pack_"),
    ],
)
def test_a_hostile_zip_is_refused_and_nothing_changes(home, tmp_path, do, members, code):
    said = all_said(home)
    folder = tmp_path / "in" / "folder"
    folder.mkdir(parents=True)
    given = zipped(folder / "x.zip", *members)
    with pytest.raises(SyncError, match=code):
        finish(actions.open_pack(home, given)) if do == "open" else merged(home, given)
    assert all_said(home) == said
    assert actions.backups(home) == ()
    assert not [one for one in (tmp_path / "in").rglob("*.gpkg") if one.parent != folder]

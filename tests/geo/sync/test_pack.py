"""Packs: what goes in comes out exactly, in whole steps, and without what is private."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.edits import same
from geo.errors import ExportError, SyncError
from geo.model import Reason
from geo.model.field import RECCE, SITE, FieldKey, Fix, PackPhoto, Track
from geo.progress import finish
from geo.sync.pack import read_pack, write_pack
from geo.sync.pack_cells import cells_of, said
from geo.sync.pack_lines import lines_of
from geo.sync.pack_state import PackState, edit_from, edit_json
from tests.geo.sync.packs import (
    FORM,
    SCENES,
    content,
    document,
    edit,
    make,
    published,
    quoted,
    site_edit,
)


@pytest.fixture
def pack(tmp_path):
    with closing(read_pack(make(tmp_path / "吴 江.gpkg"))) as found:
        yield found


def rows(path, sql, *values):
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql, values).fetchall()


def place(path, site_id, *columns):
    found = rows(path, f"SELECT {', '.join(columns)} FROM places WHERE id = ?", site_id)
    return found[0] if found else None


def test_a_pack_tells_what_it_is(pack):
    info = pack.info
    assert (info.name, info.made_by, info.made_on) == ("吴江", "沈砚", "2026-11-21")
    assert (info.sites, info.photos, info.edits, info.private) == (2, 0, 0, True)
    assert info.questions == (Reason("ask_venue", {"site": "同里", "count": 2}),)
    assert info.checklist == ("带卷尺",)
    assert info.catalogue_date == "2026-11-20"
    assert info.notes == ()
    assert pack.form == FORM
    assert pack.documents["a"] == document("a")


def test_columns_say_what_the_catalogue_says(pack):
    told = place(pack.path, "a", "name_zh", "ticket_cny", "scenes", "price", "city", "accuracy_m")
    # the quote of a press report is no answer of the form; the scene nobody saw neither
    assert told == ("同里“a”", 100.0, "茶馆", None, "苏州市", 50.0)


def test_what_is_written_is_read_again_and_shown(pack, tmp_path):
    pack.write([edit("1", "truck", "door"), edit("2", "ceiling", 3.8)])
    pack.write([edit("3", "done", True), site_edit("4", "hires/day", [quoted()])])
    pack.write([edit("3", "done", True)])
    with closing(read_pack(pack.path)) as again:
        assert [one.id for one in again.edits()] == ["1", "2", "3", "4"]
        assert again.edits() == pack.edits()
    told = place(pack.path, "a", "truck", "ceiling", "done", "price", "price_who")
    assert told == ("door", 3.8, 1, 6000.0, "陆经理")
    assert rows(pack.path, "SELECT count(*) FROM kj_outside") == [(0,)]


def test_two_heads_show_what_both_had_seen(pack):
    pack.write([edit("1", "truck", "door")])
    pack.write([edit("2", "truck", "near", "1"), edit("3", "truck", "walk", "1")])
    assert place(pack.path, "a", "truck") == ("door",)


def test_a_retired_place_has_no_row_until_it_is_brought_back(pack):
    pack.write([site_edit("1", "retired", True, record="b")])
    assert place(pack.path, "b", "id") is None
    pack.write([site_edit("2", "retired", None, "1", record="b")])
    assert place(pack.path, "b", "name_zh") == ("同里“b”",)


def test_a_new_place_has_a_row(pack):
    where = {"lat": 31.0, "lon": 120.5, "basis": "gps", "uncertainty_m": 4.0}
    new = [
        site_edit("1", "name_zh", "桥下", record="n"),
        site_edit("2", "position", where, record="n"),
    ]
    pack.write(new)
    assert place(pack.path, "n", "name_zh", "accuracy_m") == ("桥下", 4.0)
    assert pack.info.sites == 3


def test_nothing_is_kept_when_one_edit_cannot_be(pack):
    with pytest.raises(SyncError, match="pack_damaged"):
        pack.write([edit("1", "truck", "door"), edit("2", "said", "\ud800")])
    assert pack.edits() == ()
    assert place(pack.path, "a", "truck") == (None,)
    pack.write([edit("3", "truck", "walk")])
    assert place(pack.path, "a", "truck") == ("walk",)


def test_two_windows_on_one_pack_see_each_other(pack):
    with closing(read_pack(pack.path)) as other:
        other.write([edit("1", "truck", "door")])
        pack.write([edit("2", "truck", "walk")])
        assert {one.id for one in other.edits()} == {one.id for one in pack.edits()} == {"1", "2"}
    # neither had seen the other: nothing is agreed on
    assert place(pack.path, "a", "truck") == (None,)


def test_what_is_private_stays_at_home(tmp_path):
    key = FieldKey(SITE, "a", "hires/day")
    secret = (
        site_edit("1", "hires/day", [published(), quoted(6123.0, "机密")]),
        edit("2", "owner_phone", "139-机密", kind="site_file"),
        edit("3", "price", None, kind=RECCE),
    )
    hires = {"hires": [published(), quoted(6123.0, "机密")]}
    path = make(
        tmp_path / "p.gpkg",
        wishes={"private": False},
        documents={"a": document("a", **hires)},
        edits=secret,
        shipped={key: [published()]},
    )
    with closing(read_pack(path)) as found:
        assert [one.id for one in found.edits()] == ["3"]
        assert found.shipped[key] == [published()]
        assert found.documents["a"]["hires"] == [published()]
        # the lines are there, for whoever is told a price out there
        assert any(one.private for one in found.form)
    assert rows(path, "SELECT signer, price, price_who FROM places") == [(None, None, None)]
    raw = path.read_bytes()
    assert "机密".encode() not in raw
    assert b"6123" not in raw


def test_what_was_said_before_is_left_out_where_it_is_private(tmp_path):
    settled = edit("1", "hires/day", [published()], kind=SITE, before=[quoted()])
    path = make(tmp_path / "p.gpkg", wishes={"private": False}, edits=(settled,))
    with closing(read_pack(path)) as found:
        (one,) = found.edits()
    assert (one.id, one.value, one.before) == ("1", [published()], None)


def test_a_pack_that_cannot_be_written_leaves_the_old_one(tmp_path):
    path = make(tmp_path / "p.gpkg")
    before = path.read_bytes()
    photo = PackPhoto("", "x.jpg", "a")
    with pytest.raises(ExportError, match="export_refused"):
        finish(write_pack(path, content(photos=((photo, tmp_path / "gone.jpg", None),))))
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("size", [0, 1, 9_000_000])
def test_originals_come_out_as_they_went_in(pack, tmp_path, size):
    original = tmp_path / "IMG_1.HEIC"
    original.write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
    photo = PackPhoto("0" * 64, "../../IMG_1.HEIC", "a", "沈砚", WHEN, 31.1, 120.7, 45.0, "朝东北")
    kept = pack.add_photo(photo, original)
    pack.add_photo(photo, original)
    assert pack.photos == (kept,)
    assert (kept.name, kept.lat, kept.bearing, kept.note) == (photo.name, 31.1, 45.0, "朝东北")
    assert kept.bytes == size
    out = tmp_path / "out"
    taken = pack.photo_file(kept.digest, out)
    assert taken == out / f"{kept.digest}.heic"
    assert taken.read_bytes() == original.read_bytes()
    assert sorted(out.iterdir()) == [taken]


WHEN = "2026-11-21T14:21:05"


def test_a_photo_that_was_altered_is_not_taken_out(pack, tmp_path):
    original = tmp_path / "a.jpg"
    original.write_bytes(b"as it was taken")
    kept = pack.add_photo(PackPhoto("", "a.jpg", "a"), original)
    with closing(sqlite3.connect(pack.path)) as db, db:
        db.execute("UPDATE kj_files SET content = ?", (b"AS IT WAS TAKEN",))
    with pytest.raises(SyncError, match="pack_photo_damaged"):
        pack.photo_file(kept.digest, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_track_is_a_line(tmp_path):
    fixes = (Fix(31.0, 120.0, when="2026-11-21T10:00:00Z"), Fix(31.1, 120.2))
    path = make(tmp_path / "p.gpkg", track=Track(fixes, "走路"))
    assert rows(path, "SELECT name, first FROM track") == [("走路", "2026-11-21T10:00:00Z")]


# ---- between cells and fields

LINES = lines_of(FORM, SCENES)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@st.composite
def answers(draw):
    """A line and cells that somebody typed into it."""
    line = draw(st.sampled_from([one for one in LINES if one.asked.type != "position"]))
    kind = line.asked.type
    if kind == "price":
        amount = draw(st.floats(0, 1e6) | st.integers(0, 10**6))
        who, until = draw(TEXT | st.none()), draw(st.dates().map(str) | st.none())
        return line, (float(amount), draw(st.sampled_from(["day", "hour"])), who, until)
    if kind == "number":
        low, high = line.asked.low or 0.0, line.asked.high or 1e6
        return line, (draw(st.floats(low, high)),)
    if kind == "flag":
        return line, (draw(st.sampled_from([0, 1])),)
    if kind == "scenes":
        chosen = draw(st.sets(st.sampled_from([one.value for one in SCENES]), min_size=1))
        names = {one.value: one.zh for one in SCENES}
        return line, (",".join(names[one] for one in sorted(chosen)),)
    if line.options:
        return line, (draw(st.sampled_from(line.options)).value,)
    return line, (draw(TEXT),)


@settings(max_examples=100, deadline=None)
@given(st.lists(answers(), max_size=6))
def test_cells_and_fields_say_the_same(typed):
    values = {}
    for line, cells in typed:
        values |= said(line, "a", cells, values, "2026-11-22")
        values = {key: value for key, value in values.items() if value is not None}
        assert cells_of((line,), "a", values)[line.key] == cells
        assert said(line, "a", cells, values, "2027-01-01") == {}


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
        lambda one: st.lists(one, max_size=3) | st.dictionaries(TEXT, one, max_size=3),
        max_leaves=6,
    )
)
def test_edits_are_the_same_in_json(value):
    one = edit("1", "said", value, "0", before=value)
    again = edit_from(edit_json(one))
    assert again == one
    assert same(again.value, value)


def test_values_follow_the_edits():
    state = PackState({FieldKey(SITE, "a", "name_zh"): "旧"})
    assert state.values("a") == {FieldKey(SITE, "a", "name_zh"): "旧"}
    state.add([site_edit("1", "name_zh", "新")])
    assert state.values("a") == {FieldKey(SITE, "a", "name_zh"): "新"}
    assert state.parents(FieldKey(SITE, "a", "name_zh")) == ("1",)

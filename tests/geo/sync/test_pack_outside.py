"""Edits by programs that know nothing of us come out as edits; GDAL stands for QGIS and QField."""

import shutil
import sqlite3
import warnings
from contextlib import closing

import pyogrio
import pytest

from geo.edits import rivals, standing
from geo.model.field import RECCE, SITE, FieldKey, Why
from geo.sync.pack import read_pack
from tests.geo.sync import gdal_hand as qgis
from tests.geo.sync.packs import edit, make, published, quoted, site_edit

TRUCK = FieldKey(RECCE, "a", "truck")
DAY = FieldKey(SITE, "a", "hires/day")


@pytest.fixture
def path(tmp_path):
    return make(tmp_path / "包.gpkg")


def edits(path, **how):
    with closing(read_pack(path, **how)) as pack:
        return pack.edits()


def said(path):
    return {one.key: one.value for one in edits(path)}


def test_gdal_reads_every_layer(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        layers = dict(pyogrio.list_layers(path).tolist())
        assert layers == {
            "places": "Point",
            "photos": "Point",
            "kanjing": None,
            "layer_styles": None,
            "to_do": None,
        }
        for name in layers:
            pyogrio.raw.read(path, layer=name)
        frame = pyogrio.read_dataframe(path, layer="places").set_index("id")
    assert frame.crs.to_epsg() == 4326
    assert frame.loc["a", "name_zh"] == "同里“a”"
    assert (frame.geometry["a"].x, frame.geometry["a"].y) == (120.72, 31.123456789012345)


def test_an_edit_made_by_gdal_is_an_edit(path):
    with closing(read_pack(path)) as pack:
        pack.write([edit("1", "truck", "door")])
    qgis.change(path, "a", truck="walk", ceiling=3.1, said="路窄，“大车”过不去", done=1, who="顾南")
    found = {one.key.field: one for one in edits(path) if one.id != "1"}
    assert {name: one.value for name, one in found.items()} == {
        "truck": "walk",
        "ceiling": 3.1,
        "said": "路窄，“大车”过不去",
        "done": True,
    }
    truck = found["truck"]
    assert (truck.before, truck.parents, truck.why) == ("door", ("1",), Why.OUTSIDE)
    assert {one.who for one in found.values()} == {"顾南"}
    assert truck.when[10] == "T"
    assert truck.when[-6] in "+-"


def test_successive_edits_follow_each_other(path):
    for answer in ("door", "walk", "door", None, "near"):
        qgis.change(path, "a", truck=answer)
    found = [one for one in edits(path) if one.key == TRUCK]
    assert [one.value for one in found] == ["door", "walk", "door", None, "near"]
    assert [one.parents for one in found[1:]] == [(one.id,) for one in found[:-1]]
    assert {one.who for one in found} == {"QGIS"}


def test_reading_changes_nothing_and_writing_takes_them_in_as_they_were(path):
    qgis.change(path, "a", truck="door")
    before = path.read_bytes()
    seen = edits(path, read_only=True)
    assert path.read_bytes() == before
    with closing(read_pack(path)) as pack:
        pack.write([edit("mine", "power", "enough")])
    qgis.change(path, "a", truck="walk")
    after = edits(path)
    assert set(seen) < set(after)
    assert [one.parents for one in after if one.value == "walk"] == [(seen[0].id,)]


def test_an_edit_of_ours_that_did_not_see_theirs_is_a_question(path):
    with closing(read_pack(path)) as pack:
        pack.edits()
        qgis.change(path, "a", truck="walk")
        pack.write([edit("mine", "truck", "door")])
        heads = rivals(one for one in pack.edits() if one.key == TRUCK)
    assert [[one.value for one in side] for side in heads] == [["door"], ["walk"]]


def test_two_copies_go_their_own_ways(path, tmp_path):
    qgis.change(path, "a", truck="door")
    copy = tmp_path / "copy.gpkg"
    shutil.copy(path, copy)
    qgis.change(path, "a", truck="walk")
    qgis.change(copy, "a", truck="near")
    one, two = edits(path), edits(copy)
    assert len({*one, *two}) == 3
    together = {edit.id: edit for edit in (*one, *two)}
    assert len(rivals(together.values())) == 2
    assert standing(together.values(), None) == "door"


def test_empty_text_is_taken_away_and_nothing_was_there_before(path):
    qgis.change(path, "a", notes_zh="", opening_note_zh="")
    assert said(path) == {FieldKey(SITE, "a", "notes_zh"): None}


def test_a_price_is_one_field(path):
    qgis.change(path, "a", price=6000.0, price_who="陆经理", price_until="2026-12-31")
    (one,) = edits(path)
    day = one.when[:10]
    told = quoted(6000.0, "陆经理", day) | {"until": "2026-12-31"}
    assert (one.key, one.value) == (DAY, [published(), told])
    assert one.before == [published()]
    qgis.change(path, "a", price_per="half_day")
    assert said(path)[DAY] == [published()]
    assert said(path)[FieldKey(SITE, "a", "hires/half_day")] == [told | {"per": "half_day"}]
    qgis.change(path, "a", price=None)
    assert said(path)[FieldKey(SITE, "a", "hires/half_day")] is None


def test_a_point_that_was_moved_is_a_position(path):
    qgis.change(path, "a", point=(31.2, 120.8))
    assert said(path) == {
        FieldKey(SITE, "a", "position"): {
            "lat": 31.2,
            "lon": 120.8,
            "basis": "general_knowledge",
            "uncertainty_m": 100.0,
        }
    }
    qgis.change(path, "a", point=(31.3, 120.9), accuracy_m=4.0)
    assert said(path)[FieldKey(SITE, "a", "position")] == {
        "lat": 31.3,
        "lon": 120.9,
        "basis": "gps",
        "uncertainty_m": 4.0,
    }


def test_scenes_are_told_in_words_and_each_is_a_field(path):
    qgis.change(path, "a", scenes="码头、茶馆")
    key = FieldKey(SITE, "a", "scenes/dock")
    assert said(path) == {key: {"exposure": "outside", "sourced": True}}


def test_a_new_row_is_a_new_place(path):
    qgis.add(path, (31.5, 120.5), name_zh="桥下", truck="door")
    qgis.add(path, (31.6, 120.6), id="a")
    found = edits(path)
    ids = list(dict.fromkeys(one.key.record for one in found))
    assert len(ids) == 2
    assert all(one.startswith("field-") for one in ids)
    told = [{e.key.field: e.value for e in found if e.key.record == one} for one in ids]
    assert (told[0]["name_zh"], told[0]["truck"]) == ("桥下", "door")
    assert (told[0]["position"]["lat"], told[0]["position"]["lon"]) == (31.5, 120.5)
    assert told[1]["name_zh"] == f"#{ids[1][-4:]}"


def test_a_row_taken_out_retires_the_place(path):
    qgis.remove(path, "b")
    assert said(path) == {FieldKey(SITE, "b", "retired"): True}
    with closing(read_pack(path)) as pack:
        pack.write(
            [site_edit("back", "retired", None, *(one.id for one in pack.edits()), record="b")]
        )
        assert pack.info.sites == 2


def test_what_makes_no_sense_is_counted_not_taken(path):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE places SET ceiling = 'very high', truck = '门口', power = 'lots'")
    assert set(said(path)) == {TRUCK, FieldKey(RECCE, "b", "truck")}
    assert said(path)[TRUCK] == "door"
    with closing(read_pack(path)) as pack:
        assert [(one.code, dict(one.values)) for one in pack.info.notes] == [
            ("pack_cells", {"count": 4})
        ]
        pack.write([edit("1", "said", "一句")])
        assert [one.code for one in pack.info.notes] == ["pack_cells"]
    for one in "ab":
        qgis.change(path, one, ceiling=3.0, power="enough")
    with closing(read_pack(path)) as pack:
        assert pack.info.notes == ()


def test_a_copy_that_lost_the_triggers_is_compared(path, tmp_path):
    with closing(read_pack(path)) as pack:
        pack.write([edit("1", "truck", "door"), edit("2", "ceiling", 0.1 + 2.7)])
    copy = tmp_path / "copy.gpkg"
    qgis.rewrite(path, copy)
    assert edits(copy) == edits(path)
    qgis.change(copy, "a", truck="walk", power="enough")
    qgis.add(copy, (31.5, 120.5), name_zh="桥下")
    seen = edits(copy)
    assert edits(copy) == seen
    told = {one.key.field: one for one in seen if one.id not in ("1", "2")}
    assert (told["truck"].value, told["truck"].parents) == ("walk", ("1",))
    assert told["power"].value == "enough"
    assert told["name_zh"].value == "桥下"
    # once we write to it, it notes changes again; what was found stays what it was
    with closing(read_pack(copy)) as pack:
        pack.write([edit("3", "said", "一句")])
        assert {one.id for one in seen} < {one.id for one in pack.edits()}
        assert pack.info.sites == 3
    qgis.change(copy, "a", truck="near")
    last = [one for one in edits(copy) if one.value == "near"]
    assert [one.parents for one in last] == [(told["truck"].id,)]


def test_our_writing_to_a_pack_indexed_elsewhere_keeps_its_index(path, tmp_path):
    copy = tmp_path / "copy.gpkg"
    qgis.rewrite(path, copy)
    where = {"lat": 32.0, "lon": 121.0, "basis": "gps", "uncertainty_m": 4.0}
    with closing(read_pack(copy)) as pack:
        pack.write([site_edit("1", "position", where)])
    frame = pyogrio.read_dataframe(copy, layer="places", bbox=(120.9, 31.9, 121.1, 32.1))
    assert list(frame["id"]) == ["a"]


def plain(path, *statements):
    """What a program that knows SQLite alone does."""
    with closing(sqlite3.connect(path)) as db:
        for sql in statements:
            db.execute(sql)
        db.commit()


def test_a_row_cut_out_and_put_back_is_not_retired(path):
    whole = "SELECT * FROM places WHERE id = 'a'"
    plain(
        path,
        f"CREATE TABLE aside AS {whole}",
        "DELETE FROM places WHERE id = 'a'",
        "INSERT INTO places SELECT * FROM aside",
        "UPDATE places SET truck = 'walk' WHERE id = 'a'",
    )
    found = edits(path)
    gone = FieldKey(SITE, "a", "retired")
    assert standing([one for one in found if one.key == gone], None) is None
    assert {one.key: one.value for one in found}[TRUCK] == "walk"
    assert {one.key.record for one in found} == {"a"}


@pytest.mark.parametrize("name", ["NULL", "''", "'  '"])
def test_a_name_wiped_out_leaves_the_place_its_name_and_is_told(path, name):
    plain(path, f"UPDATE places SET name_zh = {name} WHERE id = 'a'")
    with closing(read_pack(path)) as pack:
        assert pack.edits() == ()
        assert [one.code for one in pack.info.notes] == ["pack_cells"]


def test_an_id_written_over_stays_so_that_what_is_typed_next_is_not_lost(path):
    plain(
        path,
        "UPDATE places SET id = 'other' WHERE id = 'a'",
        "UPDATE places SET truck = 'walk' WHERE fid = 1",
    )
    assert said(path) == {TRUCK: "walk"}

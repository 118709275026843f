"""Where two copies change different cells, the other three-way merge comes to the same rows."""

import shutil
import sqlite3
from contextlib import closing

import pygeodiff
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.edits import rivals, standing
from geo.model.field import RECCE, SITE, FieldKey
from geo.sync.pack import read_pack
from tests.geo.sync import gdal_hand
from tests.geo.sync.packs import document, make

PLACES = ("a", "b", "c")
WORDS = {
    "truck": ("door", "near", "walk"),
    "verdict": ("shoot", "again", "unfit"),
    "said": ("临河", "要预约", "“引号”"),
}
CELLS = [(place, column) for place in PLACES for column in WORDS]


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    documents = {place: document(place, at) for at, place in enumerate(PLACES)}
    return make(tmp_path_factory.mktemp("base") / "p.gpkg", documents=documents)


def rows_of_geodiff(base, one, other):
    """The cells after ``other`` was put upon ``one``, both made of ``base``."""
    tool = pygeodiff.GeoDiff()
    with closing(sqlite3.connect(base)) as db:
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    tool.set_tables_to_skip(sorted(tables - {"places"}))
    tool.rebase(str(base), str(one), str(other), str(other.with_suffix(".conflict")))
    assert not other.with_suffix(".conflict").exists()
    return cells(other)


def cells(path):
    columns = ", ".join(WORDS)
    with closing(sqlite3.connect(path)) as db:
        found = db.execute(f"SELECT id, {columns} FROM places").fetchall()
    return {(row[0], name): row[at] for row in found for at, name in enumerate(WORDS, 1)}


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_both_ways_agree_where_nobody_is_asked(base, tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("two")
    mine = data.draw(st.sets(st.sampled_from(CELLS), min_size=1))
    theirs = data.draw(st.sets(st.sampled_from(CELLS), min_size=1)) - mine
    copies = []
    for name, changed in (("one", mine), ("other", theirs)):
        copy = shutil.copy(base, folder / f"{name}.gpkg")
        for place, column in sorted(changed):
            word = data.draw(st.sampled_from(WORDS[column]))
            gdal_hand.change(copy, place, **{column: word})
        copies.append(copy)
    edits = {}
    for copy in copies:
        with closing(read_pack(copy)) as pack:
            edits |= {edit.id: edit for edit in pack.edits()}
    ours = {}
    for place, column in CELLS:
        log = [one for one in edits.values() if one.key == FieldKey(RECCE, place, column)]
        assert not rivals(log)
        ours[place, column] = standing(log, None)
    assert {one.key.kind for one in edits.values()} <= {RECCE, SITE}
    assert ours == rows_of_geodiff(base, *copies)

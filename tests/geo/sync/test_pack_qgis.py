"""QGIS itself opens a pack and works in it, where the machine has one."""

import json
import os
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from geo.model.field import RECCE, SITE, Why
from geo.sync.pack import read_pack
from tests.geo.sync.packs import document, make

HAND = Path(__file__).with_name("qgis_hand.py")
PYTHONS = ("/usr/bin/python3", "python3")


def _python_with_qgis():
    for python in filter(None, map(shutil.which, PYTHONS)):
        asked = subprocess.run([python, "-c", "import qgis.core"], capture_output=True, check=False)
        if not asked.returncode:
            return python
    return None


PYTHON = _python_with_qgis()
pytestmark = pytest.mark.skipif(PYTHON is None, reason="QGIS is not installed")


def qgis(pack, **wanted):
    # a Python of its own, without what ours has on its path
    known = ("PATH", "HOME", "LANG")
    env = {name: os.environ[name] for name in known if name in os.environ}
    env |= {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(pack.parent)}
    done = subprocess.run(
        [PYTHON, str(HAND), str(pack), json.dumps(wanted)],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def pack(tmp_path):
    places = {"a": document("a"), "b": document("b", 1)}
    return make(tmp_path / "p.gpkg", wishes={"private": False}, documents=places)


def said(pack):
    with closing(read_pack(pack)) as found:
        return {(one.key.kind, one.key.record, one.key.field): one for one in found.edits()}


def test_qgis_shows_the_layers_and_offers_the_form_in_chinese(pack):
    told = qgis(pack)
    assert told["layers"]["places"] == [2, "EPSG:4326"]
    assert told["widgets"]["truck"] == ["车能到", "ValueMap"]
    assert told["widgets"]["done"] == ["看完了", "CheckBox"]
    assert len(told["tabs"]) > 3
    assert not said(pack)


def test_what_is_typed_in_qgis_comes_home_as_edits(pack):
    qgis(
        pack, change={"a": {"truck": "near", "price": 6500.0, "price_who": "陆经理", "who": "顾南"}}
    )
    edits = said(pack)
    truck, price = edits[RECCE, "a", "truck"], edits[SITE, "a", "hires/day"]
    assert (truck.value, truck.who, truck.why) == ("near", "顾南", Why.OUTSIDE)
    quotes = [one for one in price.value if one["basis"] == "quoted"]
    assert [(one["amount"], one["who"]) for one in quotes] == [(6500.0, "陆经理")]
    assert {key[1] for key in edits} == {"a"}


def test_two_copies_worked_in_by_qgis_diverge_and_a_second_thought_does_not(pack, tmp_path):
    other = shutil.copy(pack, tmp_path / "q.gpkg")
    qgis(pack, change={"a": {"verdict": "shoot"}})
    qgis(pack, change={"a": {"verdict": "again"}})
    qgis(Path(other), change={"a": {"verdict": "unfit"}})
    mine, theirs = said(pack)[RECCE, "a", "verdict"], said(Path(other))[RECCE, "a", "verdict"]
    assert (mine.value, theirs.value) == ("again", "unfit")
    assert len(mine.parents) == 1
    assert theirs.parents == ()
    assert mine.id != theirs.id


def test_a_place_added_and_one_removed_in_qgis(pack):
    qgis(pack, add=[{"lon": 120.7, "lat": 31.2, "name_zh": "新码头"}], remove=["b"])
    edits = said(pack)
    assert edits[SITE, "b", "retired"].value is True
    new = {key[1] for key in edits} - {"a", "b"}
    assert len(new) == 1
    where = edits[SITE, new.pop(), "position"].value
    assert (round(where["lon"], 6), round(where["lat"], 6)) == (120.7, 31.2)

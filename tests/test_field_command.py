"""Packs out and home from the command line."""

from __future__ import annotations

import inspect
import json
import shutil

import pytest

import main
from geo import actions
from geo.model.field import RECCE, Edit, FieldKey
from geo.sync.pack import read_pack
from gui.session.field_api import FieldActions

TONGLI = "suzhou-tongli-film-base"


@pytest.fixture
def kanjing(tmp_path, capsys):
    """Runs the command line: exit status, what it printed, what it complained of."""

    def run(*arguments):
        status = main.main(["--data", str(tmp_path / "data"), *map(str, arguments)])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def say(path, who, **answers):
    """Answers written to a pack, as its form would."""
    file = read_pack(path)
    try:
        file.write(
            Edit(
                f"{who}-{field}", FieldKey(RECCE, TONGLI, field), value, None, (), who, "2026-11-21"
            )
            for field, value in answers.items()
        )
    finally:
        file.close()


def test_a_pack_goes_out_and_two_copies_come_home(kanjing, tmp_path):
    one, other = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    status, out, err = kanjing("pack", "--sites", f"同里影视摄制基地,{TONGLI}", "--out", one)
    assert (status, err) == (0, "")
    assert "1 处" in out.splitlines()[0]
    assert "联系人和报价留在家里" in out
    shutil.copy(one, other)
    say(one, "沈砚", truck="near", power="enough")
    say(other, "顾南", truck="walk", power="enough")
    status, out, err = kanjing("merge", one, other, one, "--who", "沈砚")
    assert (status, err) == (1, "")
    first, second, again, asked, question = out.splitlines()
    assert "合好 2 条" in first
    assert ("合好 1 条" in second, "要你定 1 处" in second) == (True, True)
    assert ("合好 0 条" in again, "早就有的 2 条" in again) == (True, True)
    assert "1 处" in asked
    assert "车能到: 沈砚 20" in question
    assert " / 顾南 20" in question
    told = json.loads(kanjing("merge", other, "--json")[1])
    (only,) = told["contested"]
    assert (only["kind"], only["record"], only["field"]) == (RECCE, TONGLI, "truck")
    assert sorted(side["value"] for side in only["sides"]) == ["near", "walk"]


def test_one_that_cannot_be_read_takes_nothing_from_those_before_it(kanjing, tmp_path):
    good, bad = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    kanjing("pack", "--sites", TONGLI, "--out", good, "--private")
    bad.write_bytes(b"nothing")
    say(good, "沈砚", truck="near")
    status, out, err = kanjing("merge", good, bad)
    assert status == 2
    assert "合好 1 条" in out
    assert "b.gpkg" in err
    assert "早就有的 1 条" in kanjing("merge", good)[1]


def test_what_the_session_asks_of_actions_is_there():
    """Everything the session may ask is an action, and takes what the session gives."""
    for name, asked in inspect.getmembers(FieldActions, inspect.isfunction):
        if name.startswith("_"):
            continue
        given = list(inspect.signature(getattr(actions, name)).parameters.values())
        wanted = [one for one in inspect.signature(asked).parameters.values() if one.name != "self"]
        assert [(one.name, one.kind) for one in given] == [(one.name, one.kind) for one in wanted]
        assert [one.default for one in given] == [one.default for one in wanted]

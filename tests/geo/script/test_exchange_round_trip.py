"""A breakdown that goes out and comes back untouched is the same script, whatever its texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from geo.errors import ExportError
from tests.geo.script.exchange_scripts import (
    CREW,
    FORMATS,
    exported,
    scripts,
    taken_back,
    there_and_back,
)

SLOW = settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ending", FORMATS)
def test_a_crews_script_comes_back_whole(vocabulary, tmp_path, ending, lang):
    assert there_and_back(CREW, tmp_path / f"顺场表.{ending}", vocabulary, lang) == CREW


@pytest.mark.parametrize("ending", FORMATS)
def test_a_script_that_was_read_comes_back_whole(vocabulary, tmp_path, ending, read):
    script = read(
        "第1集\n1-1 日 内 客厅\n人物：林晚\n△林晚倒茶。\n林晚：喝茶。\n1-2 夜 外 码头\n△雨。\n"
    )
    assert len(script.scenes) == 2
    assert there_and_back(script, tmp_path / f"a.{ending}", vocabulary) == script


@pytest.mark.parametrize("ending", FORMATS)
@SLOW
@given(script=scripts())
def test_any_script_comes_back_whole(vocabulary, tmp_path, ending, script):
    assert there_and_back(script, tmp_path / f"any.{ending}", vocabulary) == script


@pytest.mark.parametrize("ending", FORMATS)
def test_what_came_back_can_go_out_again(vocabulary, tmp_path, ending):
    once = taken_back(exported(CREW, tmp_path / f"a.{ending}", vocabulary), vocabulary)
    assert there_and_back(once, tmp_path / f"b.{ending}", vocabulary) == once


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_script_is_a_table_without_rows(vocabulary, tmp_path, ending):
    empty = replace(CREW, scenes=(), sets=(), lines=(), warnings=())
    assert there_and_back(empty, tmp_path / f"a.{ending}", vocabulary) == empty


def test_other_endings_are_told(vocabulary, tmp_path):
    with pytest.raises(ExportError) as told:
        exported(CREW, tmp_path / "a.pdf", vocabulary)
    assert told.value.code == "export_format"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(vocabulary, tmp_path, ending):
    target = tmp_path / f"a.{ending}"
    target.mkdir()
    with pytest.raises(ExportError) as told:
        exported(CREW, target, vocabulary)
    assert told.value.code == "export_refused"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.xlsx", "a.uss"])
def test_files_of_others_are_not_ours(vocabulary, tmp_path, name):
    path = tmp_path / name
    assert taken_back(path, vocabulary) is None
    path.write_text("场次,场景\n1,客厅\n", encoding="utf-8")
    assert taken_back(path, vocabulary) is None

"""What is watched: kept, and its sheet read back as it was filled in, names inert."""

from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from geo import actions
from geo.errors import ImportLayerError
from geo.model.hosting import Month, Watch
from geo.progress import finish
from tests.geo.actions.conftest import ASSETS

WATCH = Watch(
    "", "一曲姑苏", "suzhou-x", "=cmd()", "2026-03",
    (Month("2024-01", 900.0, 800.5), Month("2026-01", 12_000.0, None), Month("2026-02", 0.0, 5.0)),
    "景区月报",
)  # fmt: skip


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    made = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("own")))
    yield made
    made.store.close()


def test_a_watch_is_kept_changed_and_retired(own):
    kept = actions.save_watch(own, WATCH)
    assert kept.id
    assert actions.watches(own) == (kept,)
    changed = actions.save_watch(own, replace(kept, months=kept.months[:1]))
    assert actions.watches(own) == (changed,)
    own.store.save_record("watch", "broken", {"months": 3})
    actions.save_watch(own, replace(changed, retired=True))
    assert actions.watches(own) == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sheet_comes_back_as_it_went(own, tmp_path, lang):
    path = tmp_path / "a.xlsx"
    finish(actions.write_watch_sheet(own, WATCH, path, lang))
    book = openpyxl.load_workbook(path)
    assert book.worksheets[0]["C1"].data_type == "s"
    assert "=cmd()" in book.worksheets[0]["C1"].value
    found = actions.read_watch_sheet(own, WATCH, path)
    told = tuple(one for one in found.months if (one.place, one.control) != (None, None))
    assert told == WATCH.months
    # a year before the release to a year after, and what was kept from before
    assert len(found.months) == 25
    assert (found.months[0].month, found.months[1].month, found.months[-1].month) == (
        "2024-01",
        "2025-03",
        "2027-02",
    )
    assert replace(found, months=()) == replace(WATCH, months=())


def filled(path, *rows):
    book = openpyxl.Workbook()
    book.active.append(["月份", "这里", "对照"])
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_counts_are_read_as_people_type_them(own, tmp_path):
    path = filled(
        tmp_path / "a.xlsx",
        [datetime(2026, 3, 1), "1.2万", "12,000"],
        ["2026年4月", 0, " 35 人次"],
        ["2026/5", None, ""],
        ["合计", 5, 6],
    )
    assert actions.read_watch_sheet(own, WATCH, path).months == (
        Month("2026-03", 12_000.0, 12_000.0),
        Month("2026-04", 0.0, 35.0),
        Month("2026-05", None, None),
    )


@pytest.mark.parametrize("cell", ["约3000", "-5", "三千", "1e9x"])
def test_what_is_no_count_is_named_with_its_row(own, tmp_path, cell):
    path = filled(tmp_path / "a.xlsx", ["2026-03", 1, 2], ["2026-04", cell, 2])
    with pytest.raises(ImportLayerError) as caught:
        actions.read_watch_sheet(own, WATCH, path)
    assert caught.value.code == "watch_sheet_cell"
    assert caught.value.values["row"] == 3


def test_other_files_are_refused(own, tmp_path):
    (tmp_path / "b.xlsx").write_bytes(b"no book")
    filled(tmp_path / "c.xlsx")
    for name, code in (
        ("a.xlsx", "layer_missing"),
        ("b.xlsx", "layer_unreadable"),
        ("c.xlsx", "watch_sheet_empty"),
    ):
        with pytest.raises(ImportLayerError) as caught:
            actions.read_watch_sheet(own, WATCH, tmp_path / name)
        assert caught.value.code == code


def test_the_verdict_is_that_of_the_model(own):
    found = actions.judge_watch(own, WATCH)
    assert found.noise is None
    assert {one.code for one in found.reasons} >= {"watch_too_few", "watch_none_after"}

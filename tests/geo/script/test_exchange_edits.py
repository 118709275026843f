"""A 顺场表 that people worked on: what they changed in a cell wins, the rest stays as it was."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest

from geo.model import DayPart, Flag, IntExt, Need, Seconds
from tests.geo.script.exchange_scripts import CREW, GATE, HALL, STUDY, exported, taken_back

HEADS = {
    "episode": "集", "number": "场次", "time": "日/夜", "int_ext": "内/外", "set": "场景",
    "place": "地点", "era": "年代", "pages": "页数", "seconds": "预计秒数", "cast": "人物",
    "extras": "群演", "needs": "要什么景", "flags": "提示", "props": "道具", "remarks": "备注",
    "content": "内容", "status": "状态",
}  # fmt: skip


class Workbook:
    """The 顺场表 as somebody has it open in a spreadsheet."""

    def __init__(self, path, vocabulary):
        self.path, self.vocabulary = path, vocabulary
        exported(CREW, path, vocabulary)
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.active
        self.heads = {cell.value: cell.column for cell in self.sheet[1]}

    def write(self, row, **cells):
        for key, value in cells.items():
            self.sheet.cell(row, self.heads[HEADS[key]]).value = value

    def read(self):
        self.book.save(self.path)
        return taken_back(self.path, self.vocabulary)


@pytest.fixture
def workbook(vocabulary, tmp_path):
    return Workbook(tmp_path / "表.xlsx", vocabulary)


def _scene(script, key):
    return next(scene for scene in script.scenes if scene.id == key)


def test_saving_it_elsewhere_changes_nothing(workbook):
    assert replace(workbook.read(), origin=CREW.origin) == CREW


def test_another_time_is_a_decision(workbook):
    workbook.write(2, time="日")
    back = workbook.read()
    assert _scene(back, "1-1").time is DayPart.DAY
    assert _scene(back, "1-1").edited == ("time",)
    assert back.scenes[1:] == CREW.scenes[1:]
    assert back.lines == CREW.lines


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        ({"int_ext": "外"}, {"int_ext": IntExt.EXT}),
        ({"int_ext": None}, {"int_ext": None}),
        ({"era": "古代"}, {"era": "ancient"}),
        ({"pages": "1 1/8"}, {"length_eighths": 9}),
        ({"pages": 0.5}, {"length_eighths": 4}),
        ({"seconds": "50-70 秒"}, {"screen": Seconds(50, 60, 70)}),
        ({"seconds": None}, {"screen": None}),
        ({"cast": "沈知秋、丫鬟"}, {"cast": ("沈知秋", "丫鬟")}),
        ({"episode": "第3集", "number": "7B"}, {"episode": 3, "number": 7, "suffix": "B"}),
        ({"number": "4-12"}, {"episode": 4, "number": 12, "suffix": ""}),
        ({"status": "省略"}, {"omitted": True}),
        ({"props": None}, {"details": HALL.details[1:]}),
        ({"content": "沈知秋摊牌"}, {"details": (*HALL.details, ("synopsis", "沈知秋摊牌"))}),
        ({"needs": "茶馆"}, {"needs": (Need("teahouse", 1.0),)}),
        (
            {"extras": 60},
            {"flags": (HALL.flags[0], HALL.flags[2], Flag("crowd", ("宾客", "家丁"), 60))},
        ),
        ({"flags": "雪"}, {"flags": (Flag("snow"), HALL.flags[1])}),
    ],
)
def test_each_cell_wins(workbook, cells, fields):
    workbook.write(2, **cells)
    scene = _scene(workbook.read(), "1-1")
    for name, value in fields.items():
        assert getattr(scene, name) == value
    untouched = replace(scene, **{name: getattr(HALL, name) for name in (*fields, "edited")})
    # flags and needs are read again where what they rest on changed
    assert untouched == replace(HALL, flags=untouched.flags, needs=untouched.needs)


def test_a_new_place_asks_for_another_kind_of_place(workbook):
    workbook.write(3, place="茶馆")
    scene = _scene(workbook.read(), "1-2")
    assert [need.scene_type for need in scene.needs] == ["teahouse"]
    assert scene.edited == ("place",)


def test_a_scene_goes_into_the_set_that_is_named(workbook):
    workbook.write(4, set="沈家正厅")
    workbook.write(5, set="汽车站")
    back = workbook.read()
    members = {one.name: one.scenes for one in back.sets}
    assert members == {
        "沈家正厅": ("1-1", "1-2A"),
        "沈家大门": ("1-2",),
        "汽车站": ("2-1",),
    }
    assert _scene(back, "1-2A") == STUDY


def test_a_row_that_is_gone_is_gone(workbook):
    workbook.sheet.delete_rows(3)
    back = workbook.read()
    assert [scene.id for scene in back.scenes] == ["1-1", "1-2A", "2-1"]
    assert "沈家大门" not in {one.name for one in back.sets}
    assert not any(line.scene == "1-2" for line in back.lines)


def test_rows_may_be_put_in_another_order(workbook):
    moved = [[cell.value for cell in row] for row in workbook.sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(moved), 2):
        for column, value in enumerate(row, 1):
            cell = workbook.sheet.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # a spreadsheet moves texts as texts
    back = workbook.read()
    assert back.scenes == tuple(reversed(CREW.scenes))


def test_a_row_that_was_added_is_a_scene_by_hand(workbook):
    workbook.sheet.insert_rows(3)
    workbook.write(3, episode=1, number="1A", time="夜", int_ext="内", set="偏厅", cast="管家")
    back = workbook.read()
    assert len(back.scenes) == 5
    added = back.scenes[1]
    assert (added.episode, added.number, added.suffix, added.by_hand) == (1, 1, "A", True)
    assert (added.time, added.int_ext, added.cast) == (DayPart.NIGHT, IntExt.INT, ("管家",))
    assert {one.name for one in back.sets if added.id in one.scenes} == {"偏厅"}
    assert [scene for scene in back.scenes if scene is not added] == list(CREW.scenes)


def test_a_copied_row_is_another_scene(workbook):
    row = [cell.value for cell in workbook.sheet[2]]
    workbook.sheet.append(row)
    back = workbook.read()
    assert len({scene.id for scene in back.scenes}) == len(back.scenes) == 5
    assert back.scenes[4].place == HALL.place


def test_what_nobody_understands_stays_and_is_told(workbook):
    workbook.write(2, time="看天", pages="很长")
    back = workbook.read()
    assert _scene(back, "1-1") == HALL
    told = [one for one in back.warnings if one.code == "cell_unread"]
    assert {one.values["text"] for one in told} == {"看天", "很长"}


def test_columns_may_be_moved_hidden_and_added(workbook):
    sheet = workbook.sheet
    sheet.insert_cols(3)
    sheet.cell(1, 3).value = "拍摄日期"
    sheet.cell(2, 3).value = "3月8日"
    assert replace(workbook.read(), origin=CREW.origin) == CREW


def test_a_column_that_was_deleted_changes_nothing(workbook):
    workbook.sheet.delete_cols(workbook.heads["人物"])
    assert replace(workbook.read(), origin=CREW.origin) == CREW


def test_an_english_table_is_understood_too(vocabulary, tmp_path):
    path = exported(CREW, tmp_path / "a.xlsx", vocabulary, "en")
    book = openpyxl.load_workbook(path)
    assert [cell.value for cell in book.active[1]][:4] == ["Ep.", "Scene", "D/N", "I/E"]
    book.active.cell(2, 3).value = "DAWN"
    book.save(path)
    assert taken_back(path, vocabulary).scenes[0].time is DayPart.DAWN


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", "\t"])
def test_a_csv_that_a_spreadsheet_saved_is_understood(vocabulary, tmp_path, encoding, between):
    path = exported(CREW, tmp_path / "a.csv", vocabulary)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    rows[1][rows[0].index("日/夜")] = "日"
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=between).writerows(rows)
    path.write_bytes(saved.getvalue().encode(encoding))
    back = taken_back(path, vocabulary)
    assert back.scenes[0].time is DayPart.DAY
    assert back.scenes[1:] == (GATE, *CREW.scenes[2:])

"""What a template is handed: bars, scales and places of words, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Kind
from geo.model.pitch import PitchPart
from geo.present.pitch.blocks import Bar, Cell, Chart, Drawing, Mark, Page, Said, Table, Way
from geo.present.pitch.placing import placed
from geo.present.pitch.sheets import AIR, WIDTHS, Shape, paper_document
from tests.geo.present.pitch import samples


def handed(block, shape=Shape.PAPER):
    page = Page(PitchPart.MONEY, Said("a"), (block,))
    paper = samples.bare()
    object.__setattr__(paper, "pages", (page,))
    document, _ = paper_document(paper, shape)
    return document["pages"][0]["blocks"][0]


def test_bars_are_shares_of_the_longest_doubt():
    chart = Chart(Said("a"), Said("万元"), (Bar(Said("x"), 4.0, 2.0, 8.0), Bar(Said("y"), None)))
    made = handed(chart)
    assert made["origin"] == 0.0
    assert [made["bars"][0][key] for key in ("low", "mid", "high")] == [0.25, 0.5, 1.0]
    assert made["bars"][1]["mid"] is None


def test_money_that_comes_back_goes_left_of_nothing():
    made = handed(
        Chart(Said("a"), Said(""), (Bar(Said("x"), -2.0, -4.0, 1.0), Bar(Said("y"), 4.0)))
    )
    assert made["origin"] == 0.5
    assert [made["bars"][0][key] for key in ("low", "mid", "high")] == [0.0, 0.25, 0.625]


def test_bars_of_nothing_do_not_divide_by_it():
    made = handed(Chart(Said("a"), Said(""), (Bar(Said("x"), 0.0),)))
    assert (made["origin"], made["bars"][0]["mid"]) == (0.0, 0.0)


def test_a_share_beyond_the_whole_is_the_whole():
    cells = (Cell(share=2.0), Cell(share=-1.0), Cell(number=0.0), Cell())
    row = handed(Table("t", (Said("a"),) * 4, (cells,), (0.25,) * 4))["rows"][0]
    assert [cell["share"] for cell in row] == [1.0, 0.0, None, None]
    assert [cell["figure"] for cell in row] == [False, False, True, False]


def test_a_photo_in_a_row_needs_few_pixels_and_may_be_gone(tmp_path):
    cells = (Cell(photo=samples.photo(tmp_path, 1)), Cell(photo=str(tmp_path / "gone.jpg")), Cell())
    table = Table("t", (Said("a"),) * 3, (cells,), (0.3,) * 3)
    page = Page(PitchPart.SCENES, Said("a"), (table,))
    document, photos = paper_document(replace(samples.bare(), pages=(page,)), Shape.PAPER)
    row = document["pages"][0]["blocks"][0]["rows"][0]
    assert [cell["photo"] and cell["photo"]["file"] for cell in row] == ["001.jpg", None, None]
    # 22 mm hold 260 points of 300 to the inch
    assert 260 <= photos["001.jpg"].longest <= 520


def sketch(*points, ways=(), ratio=1.5, km=None, areas=()):
    marks = tuple(Mark(x, y, Said(name), Kind.BASE) for x, y, name in points)
    told = tuple(Way(one, two, Said("19 km · 35 分")) for one, two in ways)
    return Drawing(marks, told, Said("示意"), ratio, areas=areas, km_per_width=km)


def test_the_scale_is_a_round_length_of_its_true_size():
    made = handed(sketch((0.5, 0.5, "甲"), km=60.0))
    assert made["scale"]["km"] == "10"
    assert made["scale"]["length"] == pytest.approx((WIDTHS[Shape.PAPER] - 2 * AIR) / 6)
    assert handed(sketch((0.5, 0.5, "甲")))["scale"] is None
    assert handed(sketch((0.5, 0.5, "甲"), km=0.2))["scale"] is None


def test_a_map_fills_its_frame_and_a_sketch_keeps_off_it():
    corner = (0.0, 0.0, "甲")
    assert handed(sketch(corner))["marks"][0]["at"] == (AIR, AIR)
    area = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    made = handed(sketch(corner, areas=(area,), ratio=2.0))
    assert made["areas"][0][1] == (WIDTHS[Shape.PAPER], 0.0)
    assert made["height"] == WIDTHS[Shape.PAPER] / 2


def test_a_drawing_is_never_taller_than_a_page():
    made = handed(sketch((0.5, 0.5, "甲"), ratio=0.01), Shape.PHONE)
    assert made["height"] < 500


# ---- where words stand


def boxes(drawing, size=(480.0, 320.0), letters=8.5):
    points = [(mark.x * size[0], mark.y * size[1]) for mark in drawing.marks]
    made = placed(drawing, points, size, letters)
    return points, [one.box for one in made.marks], [one.box for one in made.ways]


def overlap(one, two):
    return min(one[2], two[2]) - max(one[0], two[0]) > 0 < min(one[3], two[3]) - max(one[1], two[1])


def test_words_keep_off_each_other_and_off_the_marks():
    drawing = sketch(
        (0.55, 0.2, "同里"), (0.2, 0.7, "黎里"), (0.95, 0.62, "丝绸园"), ways=((0, 1), (0, 2))
    )
    points, marks, ways = boxes(drawing)
    for one, two in combinations((*marks, *ways), 2):
        assert not overlap(one, two)
    for x, y in points:
        for box in (*marks, *ways):
            assert not overlap(box, (x - 5, y - 5, x + 5, y + 5))


grid = st.lists(
    st.tuples(st.integers(1, 5), st.integers(1, 7)), min_size=1, max_size=9, unique=True
)


@settings(max_examples=60, deadline=None)
@given(grid)
def test_marks_a_word_apart_never_share_room(spots):
    drawing = sketch(*((x / 6, y / 8, "四个汉字") for x, y in spots))
    _, marks, _ = boxes(drawing)
    for one, two in combinations(marks, 2):
        assert not overlap(one, two)
    for left, top, right, bottom in marks:
        assert left >= 0
        assert top >= 0
        assert right <= 480
        assert bottom <= 320


def test_where_names_would_lie_over_one_another_numbers_stand_for_them():
    spots = [(0.5 + n / 100, 0.5 + n % 2 / 100, f"名字很长的地方{n}") for n in range(9)]
    made = handed(sketch(*spots, (0.1, 0.9, "远处"), ways=((0, 1), (0, 9)), ratio=1.0), Shape.PHONE)
    assert [row["number"] for row in made["legend"]] == [str(n) for n in range(1, 11)]
    assert made["legend"][9]["text"] == ["远处", ""]
    told = " ".join(mark["text"][0] for mark in made["marks"]).split()
    assert sorted(told, key=int) == [str(n) for n in range(1, 11)]
    assert made["marks"][9]["text"] == ["10", ""]
    # words of a way between two such are not drawn over them; those of the long way are
    assert [way["clear"] for way in made["ways"]] == [False, True]


def test_where_there_is_room_names_stand_themselves():
    made = handed(sketch((0.2, 0.3, "甲"), (0.8, 0.7, "乙"), ways=((0, 1),)))
    assert made["legend"] == []
    assert [mark["text"][0] for mark in made["marks"]] == ["甲", "乙"]
    assert made["ways"][0]["clear"]


def test_a_figure_both_languages_write_alike_is_told_once():
    cells = (Cell(Said("06:31", "06:31")), Cell(Said("外", "EXT")))
    row = handed(Table("t", (Said("a"),) * 2, (cells,), (0.5, 0.5)))["rows"][0]
    assert [cell["text"] for cell in row] == [["06:31", ""], ["外", "EXT"]]


def test_a_long_name_is_cut_where_it_stands():
    drawing = sketch((0.5, 0.5, "很长的名字" * 80))
    made = placed(drawing, [(240.0, 160.0)], (480.0, 320.0), 8.5)
    assert made.marks[0].text.main.endswith("…")
    left, _, right, _ = made.marks[0].box
    assert right - left < 480 * 0.45

"""The workbook: the engines' figures as numbers, unknown as a word, no formula from any name."""

from dataclasses import replace

import openpyxl
import pytest

from geo.model import Basis, Range
from geo.model.pitch import PitchLang, PitchPart
from geo.present.pitch.blocks import Said
from geo.present.pitch.book import write_book
from tests.geo.present.pitch import samples
from tests.geo.present.pitch.offices import needs_office, printed, words_of
from tests.geo.present.pitch.reading import paper_of
from tests.geo.present.pitch.sample_pitch import MONEY, PHRASES, SCENES, pitch


def book_of(path, given, paper=None):
    write_book(paper or paper_of(given), given, PHRASES, path)
    return openpyxl.load_workbook(path)


def rows_of(sheet):
    rows = list(sheet.iter_rows(values_only=True))
    return {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}


@pytest.fixture
def book(tmp_path):
    return book_of(tmp_path / "a.xlsx", pitch())


def test_a_sheet_for_each_part(book, tmp_path):
    names = ["总览", "逐场", "地点", "费用", "奖补", "许可", "路程", "并排看", "待确认", "来源"]
    assert book.sheetnames == names
    few = pitch(parts=(PitchPart.ANSWER, PitchPart.SCENES))
    assert book_of(tmp_path / "b.xlsx", few).sheetnames == [
        "总览",
        "逐场",
        "地点",
        "待确认",
        "来源",
    ]


def test_sums_are_those_of_the_engine_as_numbers(book):
    rows = rows_of(book["总览"])
    gross = MONEY.cost.priced_total
    found = rows["总费用"]
    assert (found["低"], found["中"], found["高"]) == (gross.low, gross.mid, gross.high)
    assert found["说明"] == "场地价还没问到"
    assert rows["奖补 · 确定"]["中"] == 0
    assert rows["奖补 · 最多"]["中"] == 100_000
    assert rows["净费用 · 只减确定的"]["高"] == 84_000
    assert rows["能拍的场数"]["中"] == sum(one.site_id is not None for one in SCENES)


def test_money_beyond_all_costs_is_not_told_as_a_gain(book):
    rows = rows_of(book["总览"])
    assert rows["净费用 · 若拿到上限"]["说明"].startswith("已知的费用都抵得掉")


def test_what_nobody_knows_is_a_word_and_never_nought(book):
    costs = rows_of_lines(book["费用"])
    assert costs["场地"][2:5] == (None, "未知", None)
    assert costs["看场"][5:8] == (None, "未知", None)
    assert costs["住宿"][2:8] == (4_000, 5_000, 7_000, 12_000, 15_000, 21_000)
    total = costs["合计（有价的几项）"]
    assert total[5:8] == (46_000, 60_000, 84_000)


def rows_of_lines(sheet):
    return {row[1]: row for row in sheet.iter_rows(values_only=True)}


def test_every_scene_has_its_row_also_those_nobody_takes(book):
    rows = rows_of(book["逐场"])
    assert len(rows) == len(SCENES)
    assert rows["1-10"]["地点"] == "这里没有"
    assert rows["1-10"]["合适"] == "没有"
    assert rows["1-9"]["合适"] == "代用"
    assert rows["1-1"]["合适（满分 1）"] == pytest.approx(0.9)
    assert rows["1-6"]["日出"] == "06:39"


def test_sources_have_the_numbers_that_the_pages_give_them(tmp_path):
    given = pitch()
    paper = paper_of(given)
    book = book_of(tmp_path / "a.xlsx", given, paper)
    listed = rows_of(book["来源"])
    for number, said in enumerate(paper.sources, 1):
        assert listed[number]["出处"] == said.main
    award = rows_of_lines(book["奖补"])["吴江取景奖补"]
    number = int(award[-1].strip("[]"))
    assert "影视产业若干措施" in listed[number]["出处"]


def test_heads_stay_in_sight_can_be_filtered_and_print_on_every_page(book):
    for sheet in book:
        assert sheet.freeze_panes == "C2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.page_setup.orientation == "landscape"
    assert book["逐场"].auto_filter.ref == f"A1:O{len(SCENES) + 1}"


def test_both_languages_share_a_cell(tmp_path):
    book = book_of(tmp_path / "a.xlsx", pitch(lang=PitchLang.BOTH))
    assert book.sheetnames[0] == "总览 Overview"
    scenes = book["逐场 Scenes"]
    assert scenes["A1"].value == "场\nScene"
    assert scenes["D2"].value == "同里影视取景点\nTongli filming spots"


def test_names_are_no_formulas_and_no_codes_of_the_foot(tmp_path):
    traps = samples.TRAPS
    given = pitch(lang=PitchLang.BOTH)
    scenes = tuple(
        replace(one, label=trap, set_name=trap)
        for one, trap in zip(given.scenes, traps, strict=False)
    )
    given = replace(given, scenes=scenes, title=traps[1])
    book = book_of(tmp_path / "a.xlsx", given, samples.hostile(tmp_path))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    assert book.worksheets[1]["A3"].value == traps[1]
    assert book.worksheets[1]["A3"].quotePrefix
    hostile = replace(samples.paper(tmp_path), title=Said("甲&D&P"))
    again = book_of(tmp_path / "b.xlsx", pitch(), hostile)
    assert again.worksheets[0].oddFooter.left.text == "甲&&D&&P"


def test_private_columns_stand_there_only_where_something_was_ticked(tmp_path):
    plain = book_of(tmp_path / "a.xlsx", pitch())
    assert "备注" not in [cell.value for cell in plain["地点"][1]]
    given = pitch()
    first = given.sites[0]
    told = replace(first, file=replace(first.file, notes="院子能停两辆车"))
    ticked = book_of(tmp_path / "b.xlsx", replace(given, sites=(told, *given.sites[1:])))
    rows = rows_of(ticked["地点"])
    assert rows["同里影视取景点"]["备注"] == "院子能停两辆车"


def test_small_counts_of_people_are_whole(tmp_path):
    given = pitch()
    visits = Range(0.08, 6.32, 479.13, "visits/12mo", Basis.ESTIMATED)
    gain = replace(given.gain, uplift=replace(given.gain.uplift, visits=visits))
    rows = rows_of(book_of(tmp_path / "a.xlsx", replace(given, gain=gain))["总览"])
    found = rows["播出后一年的游客"]
    assert (found["低"], found["中"], found["高"]) == (0, 6, 479)
    assert found["单位"] == "人次/年"


@needs_office
def test_libreoffice_prints_the_figures(tmp_path):
    path = tmp_path / "a.xlsx"
    book_of(path, pitch(lang=PitchLang.BOTH))
    (document,) = printed(tmp_path, path)
    told = words_of(document)
    for text in ("46,000", "84,000", "100,000", "沈家正厅", "Tonglifilmingspots", "待同里影视基地"):
        assert text in told or text.removeprefix("待") in told, text

"""The workbook: the engines' figures as numbers, unknown as a word, no formula from any name."""

import gc
from contextlib import contextmanager
from dataclasses import replace

import openpyxl
import pytest
from lxml.etree import SerialisationError

from geo.errors import ExportError
from geo.files import exported_file
from geo.model import Basis, Range, Reason, SunTimes
from geo.model.pitch import Audience, PitchLang, PitchLeg, PitchPart
from geo.present.pitch.blocks import Said
from geo.present.pitch.book import write_book
from tests.geo.present.pitch import samples
from tests.geo.present.pitch.offices import needs_office, printed, words_of
from tests.geo.present.pitch.reading import paper_of
from tests.geo.present.pitch.sample_pitch import AWARD, MONEY, PHRASES, SCENES, pitch, span


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


def test_money_beyond_all_costs_is_not_told_as_a_gain(tmp_path):
    given = pitch()
    over = replace(MONEY, net_expected=span(-9_000.0, 20_000.0, 44_000.0))
    beside = replace(given.compared[0], net_certain=MONEY.net_ceiling)
    given = replace(given, money=(over,), compared=(beside, *given.compared[1:]))
    book = book_of(tmp_path / "a.xlsx", given)
    rows = rows_of(book["总览"])
    covered = rows["净费用 · 若拿到上限"]
    assert covered["说明"] == "已知的费用都抵得掉，场地价另加"
    assert (covered["低"], covered["中"], covered["高"]) == (None, None, None)
    some = rows["净费用 · 按有望的算"]
    assert (some["低"], some["中"], some["高"]) == (None, None, 44_000)
    assert some["说明"] == "最多 ≈ 4.4 万元"
    assert rows["净费用 · 只减确定的"]["说明"] == "≈ 4.6–8.4 万元，场地价另加"
    one = next(iter(rows_of(book["并排看"]).values()))
    assert one["说明"] == "已知的费用都抵得掉，场地价另加"
    assert not [value for value in one.values() if isinstance(value, int | float) and value < 0]


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


@pytest.mark.parametrize("audience", Audience)
def test_what_the_place_gains_is_for_the_office_alone(tmp_path, audience):
    book = book_of(tmp_path / "a.xlsx", pitch(audience=audience))
    heads = [cell.value for cell in book["并排看"][1]]
    found = set(rows_of(book["总览"]))
    gains = {"剧组在当地花的", "过夜", "当地用工", "播出后一年的游客"}
    if audience is Audience.PUBLIC:
        assert not gains & found
        assert not [head for head in heads if "游客" in head or "人次" in head]
        assert 1_050 not in [cell.value for row in book["并排看"].iter_rows() for cell in row]
    else:
        assert gains <= found
        assert book["并排看"].cell(2, len(heads)).value == 1_050


def test_a_crew_hears_nothing_that_is_meant_for_the_user_of_the_program(tmp_path):
    ours = (
        Reason("venue_charge_in_ranking", {"amount": 10_000.0}),
        Reason("lines_waiting", {"n": 2}),
        Reason("subsidy_adds_nothing"),
        Reason("own_rate.day", {"rate": 700.0}),
        Reason("policy_amount_told", {"amount": 700.0}),
    )
    heard = (Reason("stacking_highest_only", {"highest": 20_000.0}),)
    stated = (Reason("gated.expert_review"), Reason("tickets_published", {"amount": 80.0}))
    told = replace(MONEY.subsidy.policies[0], reasons=(*ours, *stated))
    line = replace(
        MONEY.cost.lines[0],
        amount=span(1.0, 1.0, 1.0, "CNY/day", Basis.QUOTED, method="method.own_rate"),
        reasons=(*ours, *stated),
    )
    money = replace(
        MONEY,
        cost=replace(MONEY.cost, reasons=ours, lines=(line, *MONEY.cost.lines[1:])),
        subsidy=replace(MONEY.subsidy, policies=(told,), reasons=(*ours, *heard)),
    )
    book = book_of(tmp_path / "a.xlsx", replace(pitch(), money=(money,)))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    said = "\n".join(cells)
    for word in ("排名", "行价", "你"):
        assert word not in said
    for text in ("各级只取最高的一笔", "专家评审", "门票公开价"):
        assert text in said, text


def test_awards_that_reach_no_crew_are_left_out_as_in_the_pages(tmp_path):
    base = replace(AWARD, title="付给基地的", ceiling=5_000_000.0, counts=False)
    failed = replace(AWARD, title="不够条件的", failed=("crew.size",))
    kind = replace(AWARD, title="给房子的", in_kind="office")
    money = replace(MONEY, subsidy=replace(MONEY.subsidy, policies=(base, failed, kind, AWARD)))
    sheet = book_of(tmp_path / "a.xlsx", replace(pitch(), money=(money,)))["奖补"]
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        "吴江取景奖补",
        "合计",
    ]


def test_a_short_way_is_not_no_way(tmp_path):
    legs = tuple(
        PitchLeg("tongli", "lili", 0.4, 90.0, km, minutes)
        for km, minutes in ((0.48, 1.4), (0.04, 0.3), (12.6, 30.4), (None, None))
    )
    sheet = book_of(tmp_path / "a.xlsx", replace(pitch(), legs=legs))["路程"]
    found = [row[3:5] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert found == [(0.5, 1), (0.04, 0.3), (13, 30), ("未知", "未知")]


def test_clocks_of_no_date_are_about(tmp_path):
    dated = book_of(tmp_path / "a.xlsx", pitch())
    assert "光线" not in rows_of(dated["总览"])
    sun = SunTimes(330, 355, 1085, 1110, dated=False)
    scenes = tuple(replace(one, sun=sun if one.sun else None) for one in SCENES)
    book = book_of(tmp_path / "b.xlsx", replace(pitch(), scenes=scenes))
    assert rows_of(book["逐场"])["1-6"]["日出"] == "≈ 05:55"
    assert "春分" in next(
        row[6] for row in book["总览"].iter_rows(values_only=True) if "春分" in str(row[6])
    )


def test_days_that_the_project_told_are_no_quote(tmp_path):
    days = span(3, 3, 3, "days", Basis.QUOTED, (), method="method.days_set")
    money = replace(MONEY, cost=replace(MONEY.cost, days=days))
    rows = rows_of(book_of(tmp_path / "a.xlsx", replace(pitch(), money=(money,)))["总览"])
    row = next(one for one in rows.values() if one["单位"] == "天")
    assert "剧组说的" in row.values()
    assert "口头报价" not in row.values()


def test_the_file_is_by_the_bureau_or_by_the_program(book, tmp_path):
    assert book.properties.creator == "吴江区文体广电和旅游局"
    given = pitch()
    nameless = replace(given, card=replace(given.card, name="", name_en=""))
    assert book_of(tmp_path / "b.xlsx", nameless).properties.creator == "勘景"


def test_a_full_disk_is_told_once_and_leaves_nothing(tmp_path, monkeypatch):
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    @contextmanager
    def full(path):
        # the disk takes 4 KB of a file and then no more
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, hard))
        try:
            with exported_file(path) as part:
                yield part
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    monkeypatch.setattr("geo.present.sheet.exported_file", full)
    given = pitch()
    with pytest.raises(ExportError):
        write_book(paper_of(given), given, PHRASES, tmp_path / "a.xlsx")
    # what is let go with a complaint fails a test
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_room_for_temporary_files_is_told_too(tmp_path, monkeypatch):
    def refuse(*_):
        raise SerialisationError("IO_ENOSPC")

    monkeypatch.setattr("openpyxl.writer.excel.ExcelWriter.write_data", refuse)
    given = pitch()
    with pytest.raises(ExportError, match="export_disk_full"):
        write_book(paper_of(given), given, PHRASES, tmp_path / "a.xlsx")
    gc.collect()
    assert list(tmp_path.iterdir()) == []


@needs_office
def test_libreoffice_prints_the_figures(tmp_path):
    path = tmp_path / "a.xlsx"
    book_of(path, pitch(lang=PitchLang.BOTH))
    (document,) = printed(tmp_path, path)
    told = words_of(document)
    for text in ("46,000", "84,000", "100,000", "沈家正厅", "Tonglifilmingspots", "待同里影视基地"):
        assert text in told or text.removeprefix("待") in told, text

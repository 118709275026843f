"""Scene tables: workbooks, text tables and tables in documents, as crews lay them out."""

import csv
import datetime
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ScriptError
from geo.model import DayPart, IntExt, Tag
from geo.progress import finish
from geo.script.containers.sheet_csv import read_table_text
from geo.script.containers.sheet_xlsx import read_xlsx
from geo.script.containers.table_columns import kind_of
from geo.script.containers.table_scenes import scene_number
from geo.script.containers.table_text import source_of_sheets
from geo.script.containers.zipped import Zipped
from geo.script.opening import open_source
from tests.geo.script.packing import cell, docx, paragraph, row, table

DATA = Path(__file__).parents[2] / "data"
HEAD = ("场次", "日/夜", "内/外", "场景", "人物", "剧情")


def workbook(*sheets):
    """Bytes of a workbook of (title, rows, merged ranges)."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows, merges in sheets:
        page = book.create_sheet(title)
        for one in rows:
            page.append(one)
        for merge in merges:
            page.merge_cells(merge)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def opened(tmp_path):
    """Open bytes or text as a file of the given name: lines as (tag, text)."""

    def opening(content, name="script.xlsx"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        source = finish(open_source(path))
        return [(line.tag, line.text) for line in source.lines]

    return opening


def headings(lines):
    return [text for tag, text in lines if tag is Tag.HEADING]


def test_a_shooting_list_with_two_header_rows_merges_and_totals(opened):
    rows = [
        ["《沈家旧事》顺场表"],
        [
            "集",
            "场次",
            "主场景",
            "分场景",
            "日/夜",
            "内/外",
            "主要演员",
            None,
            "群演",
            "剧情",
            "备注",
        ],
        [None] * 6 + ["沈知秋", "顾三"] + [None] * 3,
        [
            1,
            1,
            "沈家",
            "正厅",
            "夜",
            "内",
            "√",
            None,
            "丫鬟4名",
            "知秋归来\n众人：你回来了",
            "下雨",
        ],
        [None, 2.0, None, "后院", "日", "外", "√", "√", None, "练武", None],
        ["第一天 合计 2 页"],
        ["转场"],
        [2, "3A", "码头", None, "日", "外", None, 1, "苦力若干", "卸货", None],
        ["合计", None, None, None, None, None, None, None, None, None, 3],
    ]
    down = [f"{letter}2:{letter}3" for letter in "ABCDEFIJK"]
    merges = [*down, "A1:K1", "G2:H2", "A4:A5", "C4:C5", "A6:K6"]
    assert opened(workbook(("顺场表", rows, merges))) == [
        (Tag.FRONT, "《沈家旧事》顺场表"),
        (Tag.FRONT, "沈知秋　顾三"),
        (Tag.HEADING, "场次：1-1　日/夜：夜　内/外：内　场景：沈家·正厅"),
        (Tag.CAST, "人物：沈知秋"),
        (Tag.ACTION, "剧情：知秋归来"),
        (None, "众人：你回来了"),
        (Tag.DETAIL, "群演：丫鬟4名"),
        (Tag.DETAIL, "备注：下雨"),
        (Tag.HEADING, "场次：1-2　日/夜：日　内/外：外　场景：沈家·后院"),
        (Tag.CAST, "人物：沈知秋、顾三"),
        (Tag.ACTION, "剧情：练武"),
        (Tag.SKIP, "第一天 合计 2 页"),
        (Tag.SKIP, "转场"),
        (Tag.HEADING, "场次：2-3A　日/夜：日　内/外：外　场景：码头"),
        (Tag.CAST, "人物：顾三"),
        (Tag.ACTION, "剧情：卸货"),
        (Tag.DETAIL, "群演：苦力若干"),
        (Tag.SKIP, "合计　3"),
    ]


def test_a_workbook_that_libreoffice_wrote():
    source = finish(open_source(DATA / "scene_list.xlsx"))
    assert [(line.tag, line.text) for line in source.lines] == [
        (Tag.FRONT, "《沈家旧事》顺场表"),
        (Tag.HEADING, "场次：1-1　日/夜：夜　内/外：内　场景：沈家·正厅"),
        (Tag.CAST, "人物：沈知秋、顾三"),
        (Tag.ACTION, "剧情：知秋归来"),
        (None, "众人：你回来了"),
        (Tag.DETAIL, "备注：下雨"),
        (Tag.HEADING, "场次：1-2　日/夜：日　内/外：外　场景：沈家·后院"),
        (Tag.CAST, "人物：沈知秋"),
        (Tag.ACTION, "剧情：练武"),
        (Tag.SKIP, "第一天 合计 2 页"),
        (Tag.HEADING, "场次：2-1　日/夜：日　内/外：外　场景：码头"),
        (Tag.CAST, "人物：顾三"),
        (Tag.ACTION, "剧情：卸货"),
    ]


def test_rows_merged_with_their_scene_are_more_of_it(opened):
    rows = [
        ["场次", "场景", "道具"],
        [1, "码头", "箱子"],
        [None, None, "绳子"],
        [2, "茶馆", "茶碗"],
    ]
    lines = opened(workbook(("表", rows, ["A2:A3", "B2:B3"])))
    assert [text for _, text in lines] == [
        *("场次：1　场景：码头", "道具：箱子", "道具：绳子", "场次：2　场景：茶馆", "道具：茶碗"),
    ]


def test_a_place_merged_over_scenes_is_the_place_of_all(opened):
    rows = [["场次", "场景", "日夜"], [1, "码头", "日"], [2, None, "夜"], [3, "茶馆", "日"]]
    assert headings(opened(workbook(("表", rows, ["B2:B3"])))) == [
        *("场次：1　日/夜：日　场景：码头", "场次：2　日/夜：夜　场景：码头"),
        "场次：3　日/夜：日　场景：茶馆",
    ]


def test_a_scene_number_that_a_spreadsheet_made_a_date(opened):
    day = datetime.datetime
    rows = [["集场", "场景", "气氛"], [day(2026, 1, 3), "码头", "日外"], ["1-4", "茶馆", "夜内"]]
    lines = headings(opened(workbook(("表", rows, []))))
    assert lines == ["场次：1-3　日/夜：日外　场景：码头", "场次：1-4　日/夜：夜内　场景：茶馆"]


def test_a_scene_number_that_became_a_month_of_a_year(opened):
    book = openpyxl.Workbook()
    for cells in (["场次", "场景", "日夜"], [datetime.datetime(1932, 1, 1), "码头", "夜"]):
        book.active.append(cells)
    book.active["A2"].number_format = "mmm-yy"
    file = io.BytesIO()
    book.save(file)
    assert headings(opened(file.getvalue())) == ["场次：1-32　日/夜：夜　场景：码头"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *(("1.0", "1"), ("3", "3"), ("第3场", "3"), ("3a", "3A"), ("1-3", "1-3")),
        *(("1月3日", "1-3"), ("2026-01-03", "1-3"), ("3-Jan", "1-3"), ("Jan-32", "1-32")),
        *(
            ("第十二场", "12"),
            ("二", "2"),
            ("１２", "12"),
            ("序", "序"),
            ("2026/1/3", "1-3"),
            ("1、2、5", "1、2、5"),
        ),
    ],
)
def test_scene_numbers_as_they_were_typed(typed, read):
    assert scene_number(typed) == read


def test_sheets_that_list_the_same_scenes_again_are_left_out(opened):
    story = [HEAD, ["1-1", "夜", "内", "沈家", "甲", "来"], ["1-2", "日", "外", "码头", "乙", "去"]]
    by_place = [HEAD, story[2], story[1]]
    third = [HEAD, ["1-3", "日", "内", "茶馆", "丙", "坐"]]
    lines = opened(
        workbook(
            ("封面", [["《沈家旧事》"]], []),
            ("顺场表", story, []),
            ("分景表", by_place, []),
            ("补场", third, []),
        )
    )
    assert len(headings(lines)) == 3
    assert not any("沈家旧事" in text for _, text in lines)


def test_lists_of_people_and_of_sets_are_no_scenes(opened):
    people = [["序号", "角色", "演员", "出场集数", "备注"], [1, "阿蘅", "待定", "1-8", None]]
    sets = [["场景", "场次", "页数"], ["码头", "1-1、1-4、2-3", 3], ["茶馆", "1-2、1-3、2-1", 2]]
    story = [HEAD, ["1-1", "夜", "内", "沈家", "甲", "来"]]
    sheets = [("人物表", people, []), ("场景表", sets, []), ("顺场表", story, [])]
    assert headings(opened(workbook(*sheets))) == ["场次：1-1　日/夜：夜　内/外：内　场景：沈家"]


def test_a_sheet_for_each_episode_is_named_after_it(opened):
    head = ["场次", "场景", "日夜"]
    sheets = [(f"第{n}集", [head, [1, "码头", "日"], [2, "茶馆", "夜"]], []) for n in (1, 2)]
    lines = opened(workbook(*sheets))
    assert [text for tag, text in lines if tag is Tag.EPISODE] == ["第1集", "第2集"]
    assert len(headings(lines)) == 4


def test_a_script_kept_in_one_column_is_plain_lines(opened):
    rows = [["1-1 日 内 客厅"], ["林晚：你来了。"], [None], ["△她走了。"]]
    assert opened(workbook(("Sheet1", rows, []))) == [
        *((None, "1-1 日 内 客厅"), (None, "林晚：你来了。"), (None, ""), (None, "△她走了。")),
    ]


ENGLISH = (
    "Scene No.,INT/EXT,Set,D/N,Pages,Cast,Synopsis,Wardrobe\n"
    '1,INT,"Shen, house",D,1 2/8,"A, B","He said, ""go"".\nThen left",coat\n'
    "2,EXT,Dock,N,3/8,A,Fight,\n"
)


def test_an_english_breakdown_between_commas(opened):
    lines = opened(ENGLISH, "breakdown.csv")
    assert lines[:6] == [
        (Tag.HEADING, "场次：1　日/夜：D　内/外：INT　场景：Shen, house"),
        (Tag.CAST, "人物：A, B"),
        (Tag.ACTION, '剧情：He said, "go".'),
        (None, "Then left"),
        (Tag.DETAIL, "服化道：coat"),
        (Tag.DETAIL, "页数：1 2/8"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_tables_in_every_encoding_between_every_sign(opened, encoding, delimiter):
    rows = [("場次", "日夜", "場景", "人物"), ("1-3", "夜", "沈家正廳", "沈知秋，顧三")]
    text = "\r\n".join(delimiter.join(cells) for cells in rows) + "\r\n"
    name = "list.txt" if delimiter == "\t" else "list.csv"
    lines = opened(text.encode(encoding), name)
    assert lines[0] == (Tag.HEADING, "场次：1-3　日/夜：夜　场景：沈家正廳")


def test_a_list_at_the_head_of_a_text_does_not_make_it_a_table(opened):
    script = "场次\t场景\t日夜\n1-1\t客厅\t日\n\n" + "1-1 日 内 客厅\n林晚：你来了。\n" * 5
    lines = opened(script, "script.txt")
    assert (None, "1-1 日 内 客厅") in lines
    assert not headings(lines)


def test_a_table_written_with_bars(opened):
    text = "| 场次 | 场景 | 日夜 |\n|---|---|---|\n| 1 | 码头 | 夜 |\n"
    assert headings(opened(text, "list.md")) == ["场次：1　日/夜：夜　场景：码头"]


def test_a_quote_that_never_closes_does_not_swallow_the_table(opened):
    text = '场次,场景,日夜\n1,码头,夜\n2,"茶馆,日\n' + "3,客栈,夜\n" * 200_000
    with pytest.raises(ScriptError, match="script_too_long"):
        opened(text, "list.csv")
    assert len(headings(opened(text[:2_000], "list.csv"))) >= 1


def test_a_table_in_a_document(opened):
    merged = '<w:vMerge w:val="restart"/>'
    rows = (
        row("场次", "场景", "日夜", "人物"),
        row("1", cell("码头", merged), "日", "甲\n乙"),
        row("2", cell("", "<w:vMerge/>"), "夜", "甲"),
        row(cell("第二集", '<w:gridSpan w:val="4"/>')),
        row("1", "茶馆", "夜", "丙"),
    )
    body = paragraph("《旧事》") + f"<w:tbl>{''.join(rows)}</w:tbl>"
    assert opened(docx(body), "list.docx") == [
        (None, "《旧事》"),
        (Tag.HEADING, "场次：1　日/夜：日　场景：码头"),
        (Tag.CAST, "人物：甲、乙"),
        (Tag.HEADING, "场次：2　日/夜：夜　场景：码头"),
        (Tag.CAST, "人物：甲"),
        (Tag.EPISODE, "第二集"),
        (Tag.HEADING, "场次：1　日/夜：夜　场景：茶馆"),
        (Tag.CAST, "人物：丙"),
    ]


def test_a_list_beside_a_whole_script_does_not_take_its_place(opened):
    scene = [paragraph("1-1 日 内 客厅"), *[paragraph("林晚：你来了，我等了很久。")] * 30]
    body = table(["场次", "场景", "日夜"], ["1-1", "客厅", "日"]) + "".join(scene)
    lines = opened(docx(body), "script.docx")
    assert not headings(lines)
    assert (None, "1-1 日 内 客厅") in lines


def test_a_card_for_each_scene_becomes_labelled_lines(opened):
    card = table(
        ["场景", "沈家正厅", "时间", "夜"], ["人物", "沈知秋、顾三"], ["剧情", "来了。\n走了。"]
    )
    assert [text for _, text in opened(docx(card), "cards.docx")] == [
        *("场景：沈家正厅　时间：夜", "人物：沈知秋、顾三", "来了。", "走了。"),
    ]


def test_a_table_round_a_scene_table_is_opened(opened):
    inner = table(list(HEAD), ["1", "夜", "内", "沈家", "甲", "来"])
    assert headings(opened(docx(table([inner + paragraph("")])), "a.docx")) == [
        "场次：1　日/夜：夜　内/外：内　场景：沈家"
    ]


def test_a_web_page_with_a_scene_table(opened):
    page = (
        "<html><body><table><tr><th>场次</th><th>场景</th><th>日夜</th></tr>"
        "<tr><td>1</td><td rowspan='2'>码头</td><td>日</td></tr><tr><td>2</td><td>夜</td></tr>"
        "<tr><td>3<td>茶馆<td>夜</table></body></html>"
    )
    assert headings(opened(page, "list.xls")) == [
        *("场次：1　日/夜：日　场景：码头", "场次：2　日/夜：夜　场景：码头"),
        "场次：3　日/夜：夜　场景：茶馆",
    ]


def test_a_scene_table_is_understood_to_the_end(read):
    rows = [HEAD, ["1-1", "夜", "内", "沈家正厅", "沈知秋、顾三", "知秋归来，放下箱子。"]]
    rows.append(["1-2", "日", "外", "码头", "顾三", "顾三卸货。"])
    script = read(workbook(("顺场表", rows, [])), "list.xlsx")
    assert [(s.id, s.time, s.int_ext, s.place, s.cast) for s in script.scenes] == [
        ("1-1", DayPart.NIGHT, IntExt.INT, "沈家正厅", ("沈知秋", "顾三")),
        ("1-2", DayPart.DAY, IntExt.EXT, "码头", ("顾三",)),
    ]


def test_heads_of_columns_however_they_are_typed():
    for text, kind in {
        "场 次": "number",
        "场次（集-场）": "number",
        "日／夜": "time",
        "內/外": "side",
        "INT / EXT": "side",
        "主场景": "place",
        "Scene #": "number",
        "服化道": "wardrobe",
        "预计时长": "pages",
        "沈知秋": "",
        "": "",
    }.items():
        assert kind_of(text) == kind, text


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-10_000, 10_000),
    st.floats(-1e6, 1e6, allow_nan=False),
    st.datetimes(datetime.datetime(1950, 1, 1), datetime.datetime(2050, 1, 1)),
    st.text(st.sampled_from("场次景日夜内外1-3 \n/√第集合计"), max_size=8),
)


@given(st.lists(st.lists(VALUES, max_size=6), max_size=8))
def test_any_sheet_is_read_whole(rows):
    content = workbook(("表", [list(HEAD), *rows], []))
    (grid,) = finish(read_xlsx(content, Zipped(content, "xlsx")))
    book = openpyxl.load_workbook(io.BytesIO(content))
    for place in (one for cells in book["表"].iter_rows() for one in cells if one.value):
        if isinstance(place.value, str) and place.value.strip():
            assert grid.rows[place.row - 1][place.column - 1] == place.value.strip()


ROWS = st.lists(st.lists(st.text(max_size=10), min_size=6, max_size=6), min_size=1, max_size=6)


@given(ROWS)
def test_any_text_table_is_read_without_an_accident(rows):

    file = io.StringIO()
    csv.writer(file).writerows([HEAD, *rows])
    grid = read_table_text(file.getvalue())
    assert grid is not None
    source_of_sheets([grid])

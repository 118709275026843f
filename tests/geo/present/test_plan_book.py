"""The workbook of a plan, read back: board, call sheets, money with sources, bookings, dues."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from geo.model import ShootPlan
from geo.present.plan_book import write_plan_book
from tests.geo.present.plans import (
    BOOKINGS,
    PHRASES,
    PLAN,
    PLANNED,
    SCRIPT,
    crowded,
    paper_of,
    undated,
)

# comma, quote, UTF-8
UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76,1"
EVIL = '=HYPERLINK("http://x","y")'


def book_of(path, paper=None, lang="zh"):
    write_plan_book(paper or paper_of(), PHRASES, path, lang)
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return book_of(tmp_path_factory.mktemp("book") / "a.xlsx")


def rows(sheet):
    """Rows as dictionaries by heading."""
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_every_sheet_is_there_and_each_day_has_one(book):
    assert book.sheetnames == [
        "总的看", "顺场大表", "每一天", "第 1 天 11-20", "第 2 天 11-21", "第 3 天 11-22", "费用",
        "各城补贴", "补贴", "取景地", "谈到哪一步", "要到期的", "没排进来", "出处",
    ]  # fmt: skip


def test_the_board_has_a_band_for_each_day_and_strips_by_the_clock(book):
    first = [row[0].value for row in book["顺场大表"].iter_rows(min_row=2)]
    days = [at for at, value in enumerate(first) if value.startswith("第 ")]
    assert [value[:5] for value in first if value.startswith("第 ")] == [
        "第 1 天",
        "第 2 天",
        "第 3 天",
    ]
    assert first[days[0] + 1 : days[1]] == [
        "03:00–05:30", "06:00–06:25", "07:00–10:00", "10:10–11:40", "20:30–22:00",
        "22:30–次日 01:00",
    ]  # fmt: skip
    assert "开工 06:00 · 收工 次日 01:30 · 日出 06:39 · 日落 17:00" in first[days[0]]


def test_strips_have_the_colours_of_their_light_and_its_name(book):
    sheet = book["顺场大表"]
    painted = {
        row[1].value: row[1].fill.fgColor.rgb[-6:]
        for row in sheet.iter_rows(min_row=2)
        if row[2].value and row[1].fill.fill_type == "solid"
    }
    assert painted == {"外日": "F3DC9B", "外夜": "62779F", "内夜": "C9D4E6", "黄昏": "F2C9B4"}
    (dock,) = [row for row in sheet.iter_rows(min_row=2) if row[2].value == "码头"]
    assert dock[2].font.color.rgb[-6:] == "FFFFFF"
    assert [row[9].value for row in sheet.iter_rows(min_row=2) if row[2].value == "沈家正厅"] == [
        "头一个留",
        "头一个留",
    ]


def test_days_are_numbers_and_dates_to_calculate_with(book):
    one, road, two = rows(book["每一天"])
    assert one["日期"] == datetime(2026, 11, 20)
    assert (one["低 元"], one["中 元"], one["高 元"]) == (41_000, 52_000, 68_000)
    assert two["高 元"] == "未知"
    assert (one["转场"], road["转场"], two["转场"]) == (1, 1, 0)
    assert one["哪几场"] == "1-1、1-2、1-3、1-4"
    assert road["取景地"] is None


def test_a_call_sheet_says_where_when_and_whom_to_ring(book):
    told = [str(cell.value) for cell in cells(book["第 1 天 11-20"])]
    for wanted in (
        "第 1 天 · 2026-11-20 周五 · 苏州", "06:00", "次日 01:30", "06:39", "17:00",
        "平江影视基地·民国厅", "王主任 0512-5550 0000", "姑苏区人民医院 急诊 0512-5550 0120",
        "就近县级以上医院", "没有雨备，先想好下雨怎么办", "1-2 场 40 人",
    ):  # fmt: skip
        assert wanted in told
    assert not any("52,000" in text or text == "52000" for text in told)


def test_what_nobody_knows_is_a_line_to_write_on(book):
    sheet = book["第 1 天 11-20"]
    hospitals = [cell for cell in cells(sheet) if cell.value == "就近县级以上医院"]
    lines = [sheet.cell(cell.row, 7).border.bottom.style for cell in hospitals]
    known = [sheet.cell(cell.row, 7).value for cell in hospitals]
    assert known == ["姑苏区人民医院 急诊 0512-5550 0120", None]
    assert lines == [None, "hair"]


def test_money_keeps_its_ends_and_its_sources(book):
    venue, hotel, unpriced = rows(book["费用"])
    assert (venue["低 元"], venue["中 元"], venue["高 元"]) == (12_000, 15_000, 27_000)
    assert (venue["依据"], venue["出处"]) == ("公布", "[1]")
    assert hotel["出处"] is None
    assert (unpriced["低 元"], unpriced["中 元"], unpriced["高 元"]) == (0, "未知", "未知")
    sources = {row["编号"]: row["出处"] for row in rows(book["出处"])}
    assert sources[1] == "某基地 《场租价目》 2026-03-01"
    (award,) = rows(book["补贴"])
    assert (award["确定 元"], award["有望 元"], award["上限 元"]) == (0, "未知", 500_000)
    assert sources[int(award["出处"].strip("[]"))].startswith("某局 《某措施》")


def test_the_overview_tells_sums_proof_and_what_is_left_open(book):
    told = {row["项目"]: row for row in rows(book["总的看"]) if row["项目"]}
    gross = told["总费用 元"]
    assert (gross["低 元"], gross["中 元"], gross["高 元"]) == (80_000, 100_000, "未知")
    assert gross["说明"] == "还没问到价的场地：沈园，另加"
    assert told["再怎么排也省不过 元"]["中 元"] == 116_100
    assert told["补贴有望 元"]["中 元"] == "未知"
    assert (
        told["一曲姑苏"]["说明"]
        == "拍 2 天 · 苏州、绍兴 · 3 处取景地 · 转场 2 次 · 排了 6 场，共 7 场"
    )
    assert "离最省还差不到 1.6%" in [row["说明"] for row in rows(book["总的看"])]


def test_bookings_dues_and_what_is_left_out(book):
    held, refused = rows(book["谈到哪一步"])
    assert (held["状态"], held["留到"], held["定金 元"]) == (
        "头一个留",
        datetime(2026, 11, 10),
        3_000,
    )
    assert (refused["状态"], refused["为什么不借"]) == ("不借", "=那天有花展")
    dues = rows(book["要到期的"])
    assert [row["要办什么"] for row in dues] == [
        "交定金", "留的档期到期", "交定金", "付尾款", "收回定金",
    ]  # fmt: skip
    assert (dues[0]["过了没有"], dues[0]["多少 元"], dues[1]["过了没有"]) == ("过期了", None, None)
    (out,) = rows(book["没排进来"])
    assert (out["场景"], out["场次"]) == ("天台", "1-7")


def test_no_name_of_anybody_becomes_a_formula(tmp_path):
    planned = replace(
        PLANNED,
        bookings=(replace(BOOKINGS[0], who=EVIL, phone="+8651255500000", note="@x", reason="-1"),),
        hospitals={"hall": EVIL},
        contacts={"hall": EVIL},
    )
    script = replace(SCRIPT, title=EVIL)
    path = tmp_path / "a.xlsx"
    paper = paper_of(script=script, planned=planned, contents={"1": EVIL})
    found = book_of(path, paper)
    evil = [cell for sheet in found for cell in cells(sheet) if str(cell.value)[0] in "=+-@"]
    assert len(evil) >= 8
    assert {cell.data_type for cell in evil} == {"s"}
    assert all(cell.quotePrefix for cell in evil)
    with zipfile.ZipFile(path) as inside:
        sheets = [name for name in inside.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in inside.read(name) for name in sheets)


def test_sixty_strips_with_long_names_make_rows_high_enough(tmp_path):
    plan, script = crowded()
    found = book_of(tmp_path / "a.xlsx", paper_of(plan, script), "en")
    assert len(found.sheetnames) == 14
    board = found["Strip board"]
    long = [row[0].row for row in board.iter_rows(min_row=2) if "Maxim" in str(row[5].value)]
    assert long
    assert all(board.row_dimensions[at].height > 40 for at in long)
    sheet = found["Day 1 11-20"]
    assert sheet.page_setup.orientation == "portrait"
    assert sheet.page_setup.fitToHeight == 0


def test_without_dates_the_days_keep_their_numbers(tmp_path):
    found = book_of(tmp_path / "a.xlsx", paper_of(undated()))
    assert "第 1 天" in found.sheetnames
    assert rows(found["每一天"])[0]["日期"] == "日期还没定"
    assert rows(found["每一天"])[0]["日出"] == "约 06:39"


def test_a_plan_without_money_is_a_book_without_sums(tmp_path):
    bare = ShootPlan(PLAN.status, PLAN.arrangement, PLAN.strips, PLAN.days)
    found = book_of(tmp_path / "a.xlsx", paper_of(bare, dues=()))
    assert "费用" not in found.sheetnames
    assert not any("元" in str(row["项目"]) for row in rows(found["总的看"]))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_another_program_opens_it_and_sees_text(tmp_path):
    path = tmp_path / "a.xlsx"
    book_of(path, paper_of(script=replace(SCRIPT, title=EVIL)))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", UTF8, "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert "=HYPERLINK(" in text
    assert '"116,100"' in text

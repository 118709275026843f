"""The 顺场表 in spreadsheets: texts stay texts, it prints on A4, other programs keep it whole."""

from __future__ import annotations

import csv
import shutil
import subprocess
from dataclasses import replace

import openpyxl
import pytest

from geo.model import ScriptLine, Tag
from geo.script.exchange.columns import COLUMNS, LONGEST, clean
from geo.script.exchange.csv_table import FORMULA, guarded, unguarded
from tests.geo.catalogue.made import BASE, GARDEN
from tests.geo.script.exchange_scripts import (
    CREW,
    HALL,
    PHRASES,
    exported,
    taken_back,
    there_and_back,
)

SOFFICE = shutil.which("soffice")
TEXTS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "'=1", "\t=1", "=cmd|' /C calc'!A0", "_x0041_",
    "_x005F_x0041_", "_x000D_", "a\r\nb", "\x00\x01", "\ud83d", "\U0001f600", "\u202eעברית",
    "  x  ", "1-3", "3E5", "0012", "TRUE", "#N/A", "<a>&amp;]]>", '"', "长" * 40_000,
    "\U0001f600" * 20_000,
)  # fmt: skip
SCENES = tuple(
    replace(
        HALL, id=f"s{at}", episode=None, number=at, place=text, cast=(text[:50], "顾三"),
        details=(("remarks", text), ("props", text)),
    )
    for at, text in enumerate(TEXTS, 1)
)  # fmt: skip
LINES = tuple(ScriptLine(at, text, Tag.ACTION, "s1") for at, text in enumerate(TEXTS, 100))
HARD = replace(CREW, scenes=(*CREW.scenes, *SCENES), lines=(*CREW.lines, *LINES))


def _cells(book):
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


def test_no_text_becomes_a_formula(vocabulary, tmp_path):
    book = openpyxl.load_workbook(exported(HARD, tmp_path / "a.xlsx", vocabulary))
    assert {cell.data_type for cell in _cells(book)} <= {"s", "n"}
    values = {cell.value for cell in _cells(book)}
    assert {"=1+1", "@SUM(A1)", '=HYPERLINK("x")'} <= values


def test_no_cell_is_longer_than_a_spreadsheet_takes(vocabulary, tmp_path):
    book = openpyxl.load_workbook(exported(HARD, tmp_path / "a.xlsx", vocabulary))
    longest = max(len(str(cell.value or "").encode("utf-16-le")) // 2 for cell in _cells(book))
    assert LONGEST < longest + 10 <= 32_767
    assert clean("\U0001f600" * 20_000).endswith("\U0001f600…")


def test_the_sheets_are_named_and_set_up_for_paper(vocabulary, tmp_path):
    book = openpyxl.load_workbook(exported(CREW, tmp_path / "a.xlsx", vocabulary))
    assert book.sheetnames == ["顺场表", "场景表", "人物表", "提示", "原文", "kanjing"]
    assert book["kanjing"].sheet_state == "veryHidden"
    sheet = book.active
    assert (sheet.title, sheet.freeze_panes) == ("顺场表", "C2")
    assert sheet.auto_filter.ref == f"A1:U{len(CREW.scenes) + 1}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["U"].hidden
    assert sheet.max_column == len(COLUMNS) + 1
    assert sheet["H2"].value == 1.375
    assert sheet["H2"].number_format == "# ?/8"


def test_the_other_sheets_count_what_is_played(vocabulary, tmp_path):
    places = [("set-1", GARDEN), ("set-1", BASE)]
    path = exported(CREW, tmp_path / "a.xlsx", vocabulary, "zh", places)
    book = openpyxl.load_workbook(path)
    sets = [[cell.value for cell in row] for row in book["场景表"].iter_rows()]
    hall = dict(zip(sets[0], sets[1], strict=True))
    assert (hall["场景"], hall["几场"], hall["夜"], hall["内"]) == ("沈家正厅", 1, 1, 1)
    assert hall["取景地"] == "试园\n试影视基地"
    assert hall["哪天关门"] == "周一\n天天开"
    assert hall["预计秒数"] == "62–118"
    dock = dict(zip(sets[0], sets[4], strict=True))
    assert (dock["场景"], dock["几场"]) == ("码头", 0)  # left out
    study = dict(zip(sets[0], sets[3], strict=True))
    assert study["预计秒数"] is None  # unknown is not nothing
    people = {row[0].value: row[5].value for row in book["人物表"].iter_rows(min_row=2)}
    assert people == {"沈知秋": "1-1、1-2A", "顾三": "1-1、1-2"}
    flags = [[cell.value for cell in row] for row in book["提示"].iter_rows(min_row=2)]
    assert ["群演", "1-1", "沈家正厅", 40, "宾客、家丁"] in flags
    lines = [[cell.value for cell in row] for row in book["原文"].iter_rows(min_row=2)]
    assert lines[1] == [2, PHRASES.say("tag_heading", "zh"), "1-1 夜 内 沈家正厅", "1-1"]
    assert len(lines) == len(CREW.lines)


def test_a_csv_is_what_excel_in_china_wants(vocabulary, tmp_path):
    data = exported(HARD, tmp_path / "a.csv", vocabulary).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + "集,场次,".encode())
    assert data.endswith(b"\r\n")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    assert all(len(cell.encode("utf-16-le")) // 2 <= 32_767 for row in rows for cell in row)


@pytest.mark.parametrize("text", [*TEXTS[:23], "", "'", "''", "''=1", "'1-3", "'a", "顾三", "true"])
def test_guards_come_off_again(text):
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("ending", ["xlsx", "csv", "uss"])
def test_hard_texts_come_back_whole(vocabulary, tmp_path, ending):
    assert there_and_back(HARD, tmp_path / f"a.{ending}", vocabulary) == HARD


def test_a_csv_saved_as_a_workbook_is_still_ours(vocabulary, tmp_path):
    table = exported(HARD, tmp_path / "a.csv", vocabulary)
    book = openpyxl.Workbook()
    with table.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.reader(lines):
            book.active.append(row)
    path = tmp_path / "b.xlsx"
    book.save(path)
    assert replace(taken_back(path, vocabulary), origin=HARD.origin) == HARD


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_libreoffice_keeps_it_whole(vocabulary, tmp_path):
    """Opened and saved by a spreadsheet that we did not write."""
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    book = exported(HARD, tmp_path / "a.xlsx", vocabulary)
    out = tmp_path / "out"
    command = [SOFFICE, home, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = out / "a.xlsx"
    assert replace(taken_back(saved, vocabulary), origin=HARD.origin) == HARD
    opened = openpyxl.load_workbook(saved)
    assert "f" not in {cell.data_type for cell in _cells(opened)}
    assert opened["顺场表"]["H2"].number_format == "# ?/8"

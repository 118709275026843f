"""Sheets: text stays text, unknown is a word, characters no workbook holds are left out."""

from datetime import date

import openpyxl
import pytest

from geo.model import Source
from geo.phrases import Phrases
from geo.present.sheet import LONGEST, Book
from tests.geo.money.answers.made import span

PHRASES = Phrases({"a": {"zh": "甲", "en": "A"}, "sheet_sources": {"zh": "出处", "en": "Sources"}})


@pytest.fixture
def kept(tmp_path):
    def rows(*values):
        book = Book(PHRASES, "zh")
        sheet = book.open("a", ("a",))
        for row in values:
            sheet.add(row)
        sheet.fit()
        path = book.save(tmp_path / "book.xlsx")
        return [list(row) for row in openpyxl.load_workbook(path)["甲"].iter_rows(min_row=2)]

    return rows


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "=HYPERLINK(1)", "TRUE", "3E5", "0012"]
)
def test_no_text_becomes_a_formula_or_a_number(kept, text):
    ((cell,),) = kept([text])
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))


def test_what_no_workbook_can_hold_is_left_out(kept):
    ((one, two),) = kept(["a\x00b\x1f\ud83dc", "长" * (LONGEST + 9)])
    assert one.value == "ab?c"
    assert len(two.value) == LONGEST


def test_numbers_and_days_stay_what_they_are(kept):
    ((whole, part, day),) = kept([1234567.0, 0.5, date(2026, 5, 6)])
    assert (whole.value, whole.number_format) == (1234567, "#,##0")
    assert (part.value, part.number_format) == (0.5, "0.00")
    assert day.value.date() == date(2026, 5, 6)


def test_an_end_nobody_knows_is_a_word_never_a_zero():
    book = Book(PHRASES, "zh")
    assert book.ends(span(1.0, 2.0, 3.0)) == [1.0, 2.0, 3.0]
    assert book.ends(None) == ["", "", ""]
    assert book.end(None) == "未知"
    assert book.end(0.0) == 0.0


def test_sources_are_numbered_as_they_are_first_used(tmp_path):
    book = Book(PHRASES, "zh")
    one, two = Source("一", "甲报"), Source("二", "乙报")
    assert book.noted([two, one, two]) == "[1] [2]"
    assert book.noted([one]) == "[2]"
    book.write_sources()
    sheet = openpyxl.load_workbook(book.save(tmp_path / "b.xlsx"))["出处"]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["乙报 《二》", "甲报 《一》"]

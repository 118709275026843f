"""The crew ledger: what is kept, added up and told to leaders and offices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from geo import actions
from geo.errors import ExportError
from geo.model.hosting import Enquiry, EnquiryStatus, LetterTo
from geo.model.pitch import BureauCard
from geo.present.ledger_period import Period, said_span, sums_of
from geo.progress import finish
from tests.geo.present.pitch.offices import needs_office, printed, words_of
from tests.geo.present.pitch.sample_pitch import PHRASES
from tests.geo.present.pitch.sample_pitch import pitch as sample_pitch

ASSETS = Path(__file__).parents[3] / "assets"
S = EnquiryStatus
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 22)
NAME = "吴中区影视拍摄服务中心"
PLACES = ("suzhou-dongshan-carved-building", "suzhou-luzhi")
TRAP = '=cmd()|"/C calc"!A0 <script>alert(1)</script>'
LINES = (
    Enquiry(
        "", "一曲姑苏", date(2026, 11, 3), "某某影视", "王制片", "138", "周主任", date(2026, 11, 5),
        "三处能拍", S.LANDED, sites=PLACES, start=date(2026, 11, 20), end=date(2026, 12, 8),
        people=65, bed_nights=1170.0, spend=820_000.0, spend_basis="quoted",
        note="底价两万，别外传",
    ),
    Enquiry(
        "", "雨巷来信", date(2026, 11, 6), answered=date(2026, 11, 6), status=S.RELEASED,
        work_days=90.0, spend=156_000.0, spend_basis="measured",
    ),
    Enquiry("", "旧医院", date(2026, 11, 8), status=S.LOST, why="没有民国医院。", rival="绍兴"),
    Enquiry("", TRAP, date(2026, 11, 18)),
    Enquiry(
        "", "秋分", date(2026, 9, 2), status=S.LANDED, start=date(2026, 10, 20),
        end=date(2026, 11, 3), bed_nights=5000.0, spend=9.0,
    ),
    Enquiry("", "没写日子", None, status=S.LANDED, spend=7_000_000.0),
)  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    ws = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("ledger")))
    actions.save_bureau_card(ws, BureauCard(NAME, "", "苏州", "吴中区", "沈一帆", "0512"))
    for one in LINES:
        actions.save_enquiry(ws, one)
    yield ws
    ws.store.close()


def line(ws, title):
    return next(one for one in actions.enquiries(ws) if one.title == title)


def text_of(path):
    paper = Document(path)
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([one.text for one in paper.paragraphs] + cells)


def test_lines_come_back_as_kept_newest_first(office):
    kept = actions.enquiries(office)
    titles = [TRAP, "旧医院", "雨巷来信", "一曲姑苏", "秋分", "没写日子"]
    assert [one.title for one in kept] == titles
    first = line(office, "一曲姑苏")
    assert replace(first, id="") == LINES[0]


def test_a_retired_line_leaves_the_list_and_a_changed_one_keeps_its_id(office):
    new = actions.save_enquiry(office, Enquiry("", "试一条", date(2025, 1, 1)))
    actions.save_enquiry(office, replace(new, status=S.VISITED))
    assert [one.status for one in actions.enquiries(office) if one.id == new.id] == [S.VISITED]
    actions.save_enquiry(office, replace(new, retired=True))
    assert new.id not in {one.id for one in actions.enquiries(office)}


def test_a_line_begun_from_a_pack_says_what_was_answered(office):
    pitch = sample_pitch()
    begun = actions.enquiry_of(office, pitch)
    assert (begun.id, begun.title, begun.received) == ("", pitch.title, pitch.today)
    assert begun.sites == tuple(one.site.id for one in pitch.sites)
    assert f"{len(pitch.scenes)} 场里的 {len(pitch.served)} 场" in begun.answer
    assert begun.bed_nights is None
    assert begun.spend is None


def test_a_line_of_many_places_names_the_first_few(office):
    pitch = sample_pitch()
    many = replace(pitch, sites=pitch.sites * 3)
    answer = actions.enquiry_of(office, many).answer
    assert f"推介 {len(many.sites)} 处" in answer
    assert answer.count("、") == 2
    assert "等" in answer


def test_sums_leave_out_what_nobody_told():
    sums = sums_of(LINES[:4])
    assert (sums.asked, sums.came, sums.lost, sums.open) == (4, 2, 1, 1)
    assert (sums.beds.total, sums.beds.lacking) == (1170.0, 1)
    assert (sums.work.total, sums.work.lacking) == (90.0, 1)
    assert (sums.spend.total, sums.spend.lacking) == (976_000.0, 0)
    assert sums.measured.total == 156_000.0
    assert sums.days == 1.0


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6).map(float))))
def test_a_sum_is_unknown_only_where_all_are(given_spend):
    lines = [Enquiry("x", "t", FIRST, status=S.LANDED, spend=one) for one in given_spend]
    sums = sums_of(lines).spend
    told = [one for one in given_spend if one is not None]
    assert sums.total == (sum(told) if told else None)
    assert sums.told + sums.lacking == len(given_spend)


def test_days_are_told_once():
    assert said_span(date(2026, 11, 1), date(2026, 11, 22), "zh") == "2026年11月1日至22日"
    assert said_span(date(2026, 11, 20), date(2026, 12, 8), "zh") == "2026年11月20日至12月8日"
    assert said_span(date(2026, 12, 30), date(2027, 1, 2), "zh") == "2026年12月30日至2027年1月2日"
    assert said_span(date(2026, 11, 1), date(2026, 11, 22), "en") == "1 to 22 November 2026"


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        (FIRST, LAST, "2026年11月"),
        (date(2026, 1, 1), LAST, "2026年"),
        (date(2026, 1, 1), date(2026, 1, 20), "2026年1月"),
        (date(2026, 3, 2), date(2026, 5, 1), "2026年3月2日至5月1日"),
    ],
)
def test_a_time_is_called_by_its_name(first, last, name):
    period = Period((), first, last, BureauCard(), {}, last)
    assert period.name(PHRASES, "zh") == name


def test_the_book_holds_every_line_and_sums_that_say_what_they_lack(office, tmp_path):
    path = finish(actions.export_ledger(office, FIRST, LAST, tmp_path / "a.xlsx", "zh"))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["协拍台账", "合计", "以前来问这段在拍", "没写来问日期"]
    rows = list(book["协拍台账"].values)
    assert [row[1] for row in rows[1:]] == ["一曲姑苏", "雨巷来信", "旧医院", TRAP]
    beds, spend = rows[0].index("住宿（人晚）"), rows[0].index("在本地花费（元）")
    assert [row[beds] for row in rows[1:]] == [1170, "未知", None, None]
    assert [row[spend] for row in rows[1:]] == [820_000, 156_000, None, None]
    sums = {row[0]: row[1:] for row in book["合计"].values}
    assert sums["住宿（人晚）"] == (1170, "其中 1 部没有数，没算进来。")
    assert sums["在本地花费（元）"][0] == 976_000
    assert sums["其中有票据的（元）"][0] == 156_000
    assert sums["来问的剧组"][0] == 4
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)


def test_a_year_has_its_months(office, tmp_path):
    first = date(2026, 1, 1)
    path = finish(actions.export_ledger(office, first, LAST, tmp_path / "a.xlsx", "en"))
    rows = list(openpyxl.load_workbook(path)["By month"].values)
    assert [row[0] for row in rows[1:]] == [f"2026-{m:02}" for m in range(1, 12)] + ["In all"]
    asked = {row[0]: row[1] for row in rows[1:]}
    assert (asked["2026-09"], asked["2026-11"], asked["In all"]) == (1, 4, 5)
    november = next(row for row in rows if row[0] == "2026-11")
    # a month in which nobody came has no bed nights to know: empty, not 0
    assert (november[5], november[6]) == (1170, 1)
    assert next(row for row in rows if row[0] == "2026-05")[5] is None


def test_the_report_tells_the_same_figures(office, tmp_path):
    path = finish(actions.export_report(office, FIRST, LAST, tmp_path / "a.docx", "zh", LAST))
    text = text_of(path)
    for words in (
        "2026年11月1日至22日，共有 4 个剧组来询，其中落地 2 个，未落地 1 个，正在洽谈 1 个",
        "1,170 人晚", "其中 1 部没有数据，未计入", "97.6 万元", "有票据的 15.6 万元",
        "《旧医院》：没有民国医院，去了绍兴。", "《雨巷来信》：剧组人数、住宿。", TRAP,
        "以下 1 部此前来询", NAME,
    ):  # fmt: skip
        assert words in text, words
    assert "底价" not in text
    assert "5,000 人晚" not in text


def test_an_answer_of_the_same_day_is_no_nought_and_a_title_keeps_one_pair_of_marks(tmp_path):
    ws = finish(actions.open_workspace(ASSETS, tmp_path / "data"))
    told = Enquiry("", "《雨巷》", FIRST, answered=FIRST, status=S.LANDED)
    actions.save_enquiry(ws, told)
    report = text_of(finish(actions.export_report(ws, FIRST, LAST, tmp_path / "a.docx", "zh")))
    letter = actions.export_letter(ws, told, LetterTo.POLICE, tmp_path / "b.docx", "zh")
    papers = report + text_of(finish(letter))
    ws.store.close()
    assert "当天" in papers
    assert "0.0 天" not in papers
    assert papers.count("《雨巷》") >= 2
    assert "《《" not in papers


def test_a_report_of_a_time_in_which_nobody_asked(office, tmp_path):
    first, last = date(2024, 5, 1), date(2024, 5, 31)
    path = finish(actions.export_report(office, first, last, tmp_path / "a.docx", "zh"))
    assert "没有剧组来询" in text_of(path)


def test_the_summary_is_one_slide(office, tmp_path):
    path = finish(actions.export_report(office, FIRST, LAST, tmp_path / "a.pptx", "zh", LAST))
    show = Presentation(path)
    assert len(show.slides) == 1
    said = list(show.slides[0].shapes)
    text = "\n".join(one.text_frame.text for one in said if one.has_text_frame)
    cells = [
        cell.text for one in said if one.has_table for row in one.table.rows for cell in row.cells
    ]
    assert "4 个剧组来询，落地 2 个" in text
    assert "97.6 万元" in cells


def test_a_report_is_not_written_as_anything(office, tmp_path):
    with pytest.raises(ExportError, match="report_format"):
        finish(actions.export_report(office, FIRST, LAST, tmp_path / "a.pdf", "zh"))


@pytest.mark.parametrize(
    ("to", "whom"),
    [
        (LetterTo.POLICE, "吴中区公安分局："),
        (LetterTo.TRAFFIC, "吴中区公安分局交警大队："),
        (LetterTo.HERITAGE, "吴中区文物行政部门："),
    ],
)
def test_a_letter_says_what_is_known_and_nothing_private(office, tmp_path, to, whom):
    asked = line(office, "一曲姑苏")
    path = finish(actions.export_letter(office, asked, to, tmp_path / "a.docx", "zh", LAST))
    paper = Document(path)
    text = text_of(path)
    addressee = next(one for one in paper.paragraphs if one.text == whom)
    assert addressee.paragraph_format.first_line_indent is None
    for words in (
        "关于商请协助《一曲姑苏》剧组拍摄的函",
        "2026年11月20日至12月8日",
        "约 65 人",
        NAME,
    ):
        assert words in text
    # neither what they spend nor what the office noted is another office's business
    for words in ("820", "82 万", "底价", "1170"):
        assert words not in text
    assert ("全国重点文物保护单位" in text) == (to is LetterTo.HERITAGE)


def test_what_nobody_told_is_a_line_to_write_on(office, tmp_path):
    bare = Enquiry("q", "")
    path = finish(actions.export_letter(office, bare, LetterTo.POLICE, tmp_path / "a.docx", "zh"))
    paper = Document(path)
    opening = next(one for one in paper.paragraphs if "取景拍摄" in one.text)
    lines = [run.text for run in opening.runs if run.underline]
    assert len(lines) == 4  # title, days, places, people
    assert all(set(one) == {"\N{NO-BREAK SPACE}"} for one in lines)
    assert "None" not in text_of(path)


@needs_office
def test_another_office_program_reads_report_and_letter(office, tmp_path):
    asked = line(office, "一曲姑苏")
    report = finish(actions.export_report(office, FIRST, LAST, tmp_path / "r.docx", "zh", LAST))
    letter = finish(
        actions.export_letter(office, asked, LetterTo.HERITAGE, tmp_path / "l.docx", "zh", LAST)
    )
    book = finish(actions.export_ledger(office, FIRST, LAST, tmp_path / "b.xlsx", "zh"))
    told, asking, lines = (words_of(one) for one in printed(tmp_path, report, letter, book))
    assert "影视协拍工作专报" in told
    assert "97.6万元" in told
    assert "东山雕花楼（春在楼）与东山影视取景区（全国重点文物保护单位）" in asking
    assert "820,000" in lines

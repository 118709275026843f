"""The letter: addressed, one page, what is enclosed, and blanks where the card says nothing."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from geo.errors import ExportError
from geo.model.pitch import BureauCard, PitchFormat, PitchLang
from geo.present.pitch.letter import write_letter
from tests.geo.present.pitch import samples
from tests.geo.present.pitch.offices import needs_office, printed, words_of
from tests.geo.present.pitch.reading import paper_of
from tests.geo.present.pitch.sample_pitch import PHRASES, pitch

TEMPLATE = Path(__file__).parents[4] / "assets" / "templates" / "letter.docx"
FORMS = frozenset({PitchFormat.PDF, PitchFormat.XLSX, PitchFormat.DOCX, PitchFormat.TEXT})


def letter(path, given, paper=None, template=TEMPLATE):
    return write_letter(paper or paper_of(given), given, PHRASES, path, template)


def lines(path):
    return [one.text for one in Document(path).paragraphs if one.text.strip()]


def test_it_is_addressed_answered_and_signed_in_order(tmp_path):
    told = lines(letter(tmp_path / "a.docx", pitch(formats=FORMS)))
    wanted = [
        "关于《一曲姑苏》取景事宜的函",
        "《一曲姑苏》剧组：",
        "来询收悉。按你们的剧本逐场看过，答复如下。",
        "附件",
        "1. 《一曲姑苏》可以在吴江拍（PDF，可打印）",
        "2. 《一曲姑苏》可以在吴江拍（XLSX，制片用）",
        "吴江区文体广电和旅游局",
        "2026 年 11 月 22 日",
        "联系：影视服务专员 沈静 0512-6000 0000",
        "地址：松陵大道 1 号",
    ]
    at = [told.index(line) for line in wanted]
    assert at == sorted(at)
    # the letter itself and the text for a chat are not enclosed
    assert not [line for line in told if line.startswith("3. ")]


def test_the_figures_are_those_of_the_answer(tmp_path):
    given = pitch()
    (table,) = Document(letter(tmp_path / "a.docx", given)).tables
    rows = {row.cells[0].text: row.cells[1].text for row in table.rows}
    assert rows["净费用"] == "≈ 4.6–8.4 万元，场地价另加"
    assert "最多 10 万元" in rows["奖补"]


def test_what_the_card_does_not_say_is_a_line_to_write_on(tmp_path):
    given = replace(pitch(), card=BureauCard(), title="")
    told = lines(letter(tmp_path / "a.docx", given))
    assert "____________：" in told
    assert "____________" in told
    assert "联系：____________" in told
    assert not [line for line in told if line.startswith("地址")]


def test_an_english_letter_and_one_in_both(tmp_path):
    english = lines(letter(tmp_path / "en.docx", pitch(lang=PitchLang.EN, addressee="Ms Lin")))
    assert english[1] == "Dear Ms Lin,"
    assert "Wujiang Bureau of Culture and Tourism" in english
    both = lines(letter(tmp_path / "both.docx", pitch(lang=PitchLang.BOTH)))
    assert both.index("《一曲姑苏》剧组：") + 1 == both.index("Dear crew of 一曲姑苏,")


def test_a_letterhead_in_the_template_stays_above(tmp_path):
    own = Document(TEMPLATE)
    own.add_paragraph("吴江区文旅局 公用笺")
    own.save(tmp_path / "own.docx")
    told = lines(letter(tmp_path / "a.docx", pitch(), template=tmp_path / "own.docx"))
    assert told[:2] == ["吴江区文旅局 公用笺", "关于《一曲姑苏》取景事宜的函"]


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>"])
def test_a_broken_template_is_told(tmp_path, content):
    (tmp_path / "own.docx").write_bytes(content)
    with pytest.raises(ExportError) as told:
        letter(tmp_path / "a.docx", pitch(), template=tmp_path / "own.docx")
    assert told.value.code == "pitch_template_broken"


def test_names_stay_names_and_nothing_leads_out(tmp_path):
    traps = samples.TRAPS
    given = pitch(addressee=traps[3], lang=PitchLang.BOTH)
    card = BureauCard(traps[0], traps[1], contact=traps[4], phone=traps[7], address=traps[6])
    given = replace(given, title=traps[0], card=card)
    path = letter(tmp_path / "a.docx", given, samples.hostile(tmp_path))
    told = "\n".join(lines(path))
    assert traps[0] in told
    assert "\u202e" not in told
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml")
        links = archive.read("word/_rels/document.xml.rels")
    assert b"<script>" not in body
    assert b"w:fldSimple" not in body
    assert b"w:instrText" not in body
    assert b"External" not in links


def test_without_our_template_it_is_still_a_letter(tmp_path):
    told = lines(letter(tmp_path / "a.docx", pitch(), template=None))
    assert told[0] == "关于《一曲姑苏》取景事宜的函"


@needs_office
def test_it_prints_on_one_sheet(tmp_path):
    given = pitch(formats=frozenset(PitchFormat))
    path = letter(tmp_path / "a.docx", given)
    (document,) = printed(tmp_path, path)
    assert len(document) == 1
    told = words_of(document)
    for text in ("≈4.6–8.4万元", "待同里影视基地", "2026年11月22日", "PPTX，可改字"):
        assert text in told

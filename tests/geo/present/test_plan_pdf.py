"""Call sheets as PDF: read back with pdfium; data is never source; a broken template is told."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst

from geo.errors import ExportError
from geo.present import typst_pages
from geo.present.plan_pdf import TEMPLATE, write_call_sheets
from tests.geo.present.plans import ASSETS, PHRASES, SCRIPT, crowded, paper_of, undated

SHIPPED = ASSETS / "templates" / TEMPLATE
NASTY = '#panic("x") $x^2$ *b* _i_ <a> @ref `c` \\ // /* "quote" = 1\n= Heading'


def made(path, paper=None, lang="zh", template=SHIPPED):
    write_call_sheets(paper or paper_of(), PHRASES, template, path, lang)
    return path


def texts(path):
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def flat(path):
    """All text without the breaks that lines bring."""
    return re.sub(r"\s|\u200b", "", "".join(texts(path)))


def bookmarks(path):
    with pypdfium2.PdfDocument(path) as document:
        return [(one.level, one.get_title()) for one in document.get_toc()]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sheet_for_every_day_with_bookmarks(tmp_path, lang):
    path = made(tmp_path / "a.pdf", lang=lang)
    top = [title for level, title in bookmarks(path) if level == 0]
    assert len(top) == 1 + 3
    assert ("2026-11-20" in top[1], "2026-11-21" in top[2]) == (True, True)
    pages = texts(path)
    assert len(pages) == 4
    assert ("平江影视基地" if lang == "zh" else "Pingjiang Film Base") in pages[1]


def test_all_that_a_day_needs_is_on_its_page(tmp_path):
    page = re.sub(r"\s", "", texts(made(tmp_path / "a.pdf"))[1])
    for wanted in (
        "06:00", "次日01:30", "06:39", "17:00", "王主任0512-55500000", "姑苏区人民医院",
        "就近县级以上医院", "转场：", "雨备：改拍沈家正厅", "没有雨备", "1-4", "江风很大", "长衫",
        "苏州姑苏区一带·24间房",
    ):  # fmt: skip
        assert wanted in page, wanted


def test_fonts_are_inside_and_the_file_is_tagged(tmp_path):
    path = made(tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(path) as document:
        assert document.get_metadata_value("Title") == "一曲姑苏 · 通告单"
        assert pdfium.FPDFCatalog_IsTagged(document)
        fonts = set()
        for page in document:
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(item)
                assert pdfium.FPDFFont_GetIsEmbedded(font) == 1
                fonts.add(pdfium.FPDFFont_GetWeight(font))
    assert fonts


def test_nothing_stands_outside_the_paper_and_no_page_is_lost(tmp_path):
    plan, script = crowded(name="绣楼深处的第二进回廊与临水小戏台" * 2)
    path = made(tmp_path / "a.pdf", paper_of(plan, script), "en")
    with pypdfium2.PdfDocument(path) as document:
        assert 8 <= len(document) <= 20
        for page in document:
            width, height = page.get_size()
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, top = item.get_bounds()
                assert left >= 30
                assert right <= width - 30
                assert bottom >= 15
                assert top <= height - 20
    whole = flat(path)
    for scene in script.scenes:
        assert scene.label in whole
    assert "MaximilianevonHohenzollern-Sigmaringen" in whole.replace("Max-imiliane", "Maximiliane")


def test_a_page_that_goes_on_says_whose_it_is(tmp_path):
    plan, script = crowded()
    second = texts(made(tmp_path / "a.pdf", paper_of(plan, script)))[2]
    assert second.startswith("一曲姑苏 · 通告单")
    assert "第 1 天" in second.splitlines()[0] + second.splitlines()[1]


@pytest.mark.parametrize("text", [NASTY, "\x00\x08\ud83d半", "‮עברית", "x" * 300, "👩‍👩‍👧"])
def test_a_name_is_text_whatever_it_holds(tmp_path, text):
    paper = paper_of(script=replace(SCRIPT, title=text), contents={"1": text})
    whole = flat(made(tmp_path / "a.pdf", paper))
    if text == NASTY:
        assert re.sub(r"\s", "", NASTY) in whole
    assert "通告单" in whole


def test_without_dates_the_light_is_told_to_be_of_the_equinox(tmp_path):
    whole = flat(made(tmp_path / "a.pdf", paper_of(undated())))
    assert "约06:39" in whole
    assert "春分秋分" in whole


def test_the_shipped_template_meets_the_standard_for_screen_readers(tmp_path, monkeypatch):
    compiled = typst.compile

    def strictly(*given, **told):
        return compiled(*given, **{"pdf_standards": "ua-1", **told})

    monkeypatch.setattr(typst_pages.typst, "compile", strictly)
    assert b"pdfuaid" in made(tmp_path / "a.pdf").read_bytes()


# ---- a template of the user's own


@pytest.fixture
def own(tmp_path):
    return shutil.copy(SHIPPED, tmp_path / TEMPLATE), tmp_path / "out.pdf"


def refusal(template, path):
    path.write_bytes(b"as it was")
    with pytest.raises(ExportError) as caught:
        made(path, template=template)
    assert path.read_bytes() == b"as it was"
    assert sorted(one.name for one in path.parent.iterdir() if "part" in one.name) == []
    return caught.value


def test_a_changed_template_is_used(own):
    template, path = own
    text = template.read_text(encoding="utf-8")
    template.write_text(text + "\n#pagebreak()\n自己加的一页 #plan.title", encoding="utf-8")
    assert "自己加的一页一曲姑苏" in flat(made(path, template=template))


@pytest.mark.parametrize(
    ("line", "fault"),
    [("#let x = ", "expected expression"), ("#nobody()", "unknown variable"), ("#(1/0)", "divide")],
)
def test_a_broken_template_is_told_with_its_line(own, line, fault):
    template, path = own
    text = template.read_text(encoding="utf-8")
    template.write_text(f"// one\n// two\n{line}\n{text}", encoding="utf-8")
    error = refusal(template, path)
    assert (error.code, error.values["file"], error.values["line"]) == (
        "paper_template",
        TEMPLATE,
        3,
    )
    assert fault in str(error.values["fault"])


def test_a_field_that_is_not_there_is_told_with_its_line(own):
    template, path = own
    text = template.read_text(encoding="utf-8")
    template.write_text(text + "\n#plan.nothing", encoding="utf-8")
    error = refusal(template, path)
    assert error.values["line"] == text.count("\n") + 2


def test_a_template_that_wants_the_network_is_refused_before_anything_is_tried(own):
    template, path = own
    template.write_text('// one\n#import "@preview/cetz:0.3.0"\n', encoding="utf-8")
    error = refusal(template, path)
    assert (error.code, error.values["line"]) == ("paper_package", 2)


def test_so_is_one_whose_neighbour_wants_it(own):
    template, path = own
    (template.parent / "more.typ").write_text('#import "@preview/cetz:0.3.0"', encoding="utf-8")
    assert refusal(template, path).values["file"] == "more.typ"


def test_a_template_that_is_no_text_is_told(own):
    template, path = own
    template.write_bytes(b"\xff\xfe\x00")
    assert refusal(template, path).code == "paper_unreadable"


def test_a_template_reads_nothing_outside_its_folder(own):
    template, path = own
    secret = template.parent.parent / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    template.write_text('#read("../secret.txt")', encoding="utf-8")
    assert refusal(template, path).code == "paper_template"
    secret.unlink()


def test_a_compiler_that_gives_up_is_told_like_any_fault(own, monkeypatch):
    class PanicException(BaseException):
        pass

    compiled = typst.compile

    def panicking(source, *given, **told):
        if isinstance(source, bytes):
            return compiled(source, *given, **told)
        raise PanicException

    monkeypatch.setattr(typst_pages.typst, "compile", panicking)
    assert refusal(*own).code == "paper_template_whole"


def test_without_a_chinese_font_nothing_is_written(own, monkeypatch):
    compiled = typst.compile

    def bare(*given, **told):
        return compiled(*given, **{"ignore_system_fonts": True, **told})

    monkeypatch.setattr(typst_pages.typst, "compile", bare)
    assert refusal(*own).code == "paper_no_font"

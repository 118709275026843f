"""Word documents: what is printed is what is read, whoever wrote the file."""

import io
import json
import re
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.progress import finish
from geo.script.containers.docx_file import read_docx
from geo.script.containers.numerals import chinese
from geo.script.containers.tables import Table
from geo.script.containers.zipped import Zipped
from geo.script.opening import open_source
from geo.script.text.fold import read_number
from tests.geo.script.numbered import LISTS, STYLES, steps, styled
from tests.geo.script.packing import (
    abstract,
    docx,
    docx_parts,
    level,
    listed,
    num,
    paragraph,
    row,
    table,
    zipped,
)

DATA = Path(__file__).parents[2] / "data"
PRINTED = json.loads((DATA / "word_numbers.json").read_text(encoding="utf-8"))
BLANKS = re.compile(r"\s+")


def items_of(data):
    return finish(read_docx(Zipped(data, "docx")))


def lines_of(body, **parts):
    return items_of(docx(body, **parts))


def run(text, properties=""):
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inside}<w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize("name", LISTS)
def test_numbers_are_those_that_libreoffice_prints(name):
    ours = [BLANKS.sub("", line) for line in items_of(LISTS[name])]
    assert ours == [BLANKS.sub("", line) for line in PRINTED[name]]


def test_a_document_that_libreoffice_wrote():
    ours = [BLANKS.sub("", line) for line in items_of((DATA / "numbered.docx").read_bytes())]
    assert ours == [BLANKS.sub("", line) for line in PRINTED["by_style"]]


def test_scenes_that_count_on_through_the_episodes():
    lists = abstract(
        0, level(0, "第%1集"), level(1, "第%2场", more='<w:lvlRestart w:val="0"/>')
    ) + num(1, 0)
    assert lines_of(steps(0, 1, 1, 0, 1), numbering=lists) == [
        *("第1集 p0", "第1场 p1", "第2场 p2", "第2集 p3", "第3场 p4"),
    ]


def test_a_level_that_restarts_only_with_the_first():
    levels = (level(0, "%1"), level(1, "%1.%2"))
    lists = abstract(0, *levels, level(2, "%3)", more='<w:lvlRestart w:val="1"/>')) + num(1, 0)
    read = lines_of(steps(0, 1, 2, 1, 2, 0, 2), numbering=lists)
    assert [line.split()[0] for line in read if ")" in line] == ["1)", "2)", "1)"]


def test_legal_numbers_are_plain_digits():
    levels = (level(0, "第%1集", "chineseCounting"), level(1, "%1-%2", more="<w:isLgl/>"))
    read = lines_of(steps(0, 1, 1), numbering=abstract(0, *levels) + num(1, 0))
    assert read == ["第一集 p0", "1-1 p1", "1-2 p2"]


@pytest.mark.parametrize(
    ("sign", "font", "read"),
    [("△", "宋体", "△x"), ("▲", "宋体", "▲x"), ("\uf072", "Wingdings 3", "△x"), ("●", "", "x")],
)
def test_a_bullet_is_read_only_when_it_means_action(sign, font, read):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    lists = abstract(0, level(0, sign, "bullet", last=fonts)) + num(1, 0)
    assert lines_of(listed("x", 1), numbering=lists) == [read]


def test_numbers_through_a_numbering_style_and_without_a_definition():
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/></w:abstractNum>'
    style = (
        '<w:style w:type="numbering" w:styleId="N"><w:name w:val="N"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = abstract(0, level(0, "场%1")) + linked + num(1, 0) + num(2, 1)
    assert lines_of(listed("x", 2), numbering=lists, styles=style) == ["场1 x"]
    assert lines_of(listed("x", 9), numbering=lists) == ["x"]
    assert lines_of(listed("x", 1)) == ["x"]


def test_styles_that_are_based_on_each_other_in_a_circle_end():
    ring = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert lines_of(styled("x", "A"), styles=ring) == ["x"]


def test_a_table_of_contents_is_left_out():
    contents = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    body = styled("1-1 日 内 客厅........3", "11") + paragraph("1-1 日 内 客厅")
    assert lines_of(body, styles=STYLES + contents) == ["1-1 日 内 客厅"]


def test_tracked_changes_are_taken_as_accepted():
    body = (
        f"<w:p>{run('1-1 日 ')}<w:ins w:id='1'>{run('内')}</w:ins>"
        "<w:del w:id='2'><w:r><w:delText>外</w:delText></w:r></w:del>"
        f"<w:moveFrom w:id='3'>{run('走')}</w:moveFrom><w:moveTo w:id='4'>{run(' 客厅')}</w:moveTo>"
        "</w:p><w:p><w:pPr><w:rPr><w:del w:id='5'/></w:rPr></w:pPr>"
        f"{run('林晚：')}</w:p>{paragraph('你来了。')}"
    )
    assert lines_of(body) == ["1-1 日 内 客厅", "林晚：你来了。"]


def test_a_deleted_table_row_is_gone():
    gone = row("2", "码头").replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>")
    (found,) = lines_of(f"<w:tbl>{row('1', '客厅')}{gone}</w:tbl>")
    assert [[one.text for one in cells] for cells in found.rows] == [["1", "客厅"]]


SEEN = '<w:vanish w:val="0"/>'


def test_what_is_not_printed_is_not_read():
    body = (
        f"<w:p>{run('看见')}{run('藏着', '<w:vanish/>')}{run('也见', SEEN)}"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('7')}"
        "<w:r><w:footnoteReference w:id='2'/></w:r>"
        f"<w:ruby><w:rt>{run('pín')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby></w:p>"
    )
    assert lines_of(body) == ["看见也见7字"]


def test_tabs_breaks_links_and_controls():
    body = (
        f"<w:p>{run('1-1')}<w:r><w:tab/></w:r>{run('日')}<w:r><w:br/></w:r>"
        f"<w:hyperlink>{run('内')}</w:hyperlink><w:smartTag>{run(' 客')}</w:smartTag>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('厅')}</w:sdtContent></w:sdt>"
        "<w:r><w:noBreakHyphen/></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('块')}</w:sdtContent></w:sdt>"
    )
    assert lines_of(body) == ["1-1 日", "内 客厅-", "块"]


def boxed(content, fallback):
    return (
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{fallback}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def test_a_text_box_is_read_once_behind_its_paragraph():
    inside = paragraph("框里") + boxed(paragraph("框中框"), paragraph("框中框"))
    read = lines_of(boxed(inside, paragraph("框里")) + paragraph("后"))
    assert read == ["前", "框里", "前", "框中框", "后"]
    picture = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    ends = "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    assert lines_of(picture + paragraph("老框") + ends) == ["", "老框"]


def test_nested_tables_stay_in_their_cell():
    (outer,) = lines_of(table([table(["嵌", "套"]) + paragraph("尾"), "d"]))
    assert isinstance(outer.rows[0][0].items[0], Table)
    assert outer.rows[0][0].text == "嵌\n套\n尾"


@pytest.mark.parametrize("form", ["docx", "docm", "dotx"])
def test_macro_documents_and_templates_are_read_as_text(form, tmp_path):
    parts = docx_parts(paragraph("1-1 日 内 客厅"), form=form)
    path = tmp_path / f"script.{form}"
    path.write_bytes(zipped({**parts, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro"}))
    assert [line.text for line in finish(open_source(path)).lines] == ["1-1 日 内 客厅"]


def test_a_strict_document_is_read_like_any_other(tmp_path):
    strict = (
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "wordprocessingml/main"),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "officeDocument/relationships",
        ),
    )
    lists = abstract(0, level(0, "第%1场")) + num(1, 0)
    parts = docx_parts(listed("日 内 客厅", 1), lists)
    for usual, name in strict:
        parts = {
            part: text.replace(usual, f"http://purl.oclc.org/ooxml/{name}")
            for part, text in parts.items()
        }
    assert items_of(zipped(parts)) == ["第1场 日 内 客厅"]


def test_a_document_that_lacks_all_but_its_text(tmp_path):
    parts = docx_parts(paragraph("1-1 日 内 客厅"))
    bare = {name: parts[name] for name in ("word/document.xml", "[Content_Types].xml")}
    assert items_of(zipped(bare)) == ["1-1 日 内 客厅"]


def test_a_document_under_another_name_and_in_another_folder(tmp_path):
    parts = docx_parts(paragraph("1-1 日 内 客厅"))
    moved = {name.replace("word/", "doc/"): text for name, text in parts.items()}
    moved["_rels/.rels"] = moved["_rels/.rels"].replace("word/", "/doc/")
    for name in ("a.docx", "a.doc", "a.wps", "a.txt"):
        path = tmp_path / name
        path.write_bytes(zipped(moved))
        assert finish(open_source(path)).lines[0].text == "1-1 日 内 客厅"


def test_names_that_climb_out_of_the_folder_are_never_followed(tmp_path):
    parts = docx_parts(paragraph("1-1 日 内 客厅"))
    inner = tmp_path / "inner"
    inner.mkdir()
    path = inner / "a.docx"
    path.write_bytes(zipped({**parts, "../evil.txt": "x", "/abs.txt": "x", "..\\evil2.txt": "x"}))
    finish(open_source(path))
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["a.docx", "inner"]


TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
    max_size=20,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXT, max_size=8), st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=3))
def test_what_python_docx_writes_comes_back(paragraphs, rows):
    document = python_docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        written = document.add_table(0, 2)
        for cells in rows:
            for place, text in zip(written.add_row().cells, cells, strict=True):
                place.text = text
    file = io.BytesIO()
    document.save(file)
    read = items_of(file.getvalue())
    assert [item for item in read if isinstance(item, str)] == paragraphs
    found = [item for item in read if isinstance(item, Table)]
    texts = [[one.text for one in cells] for one in found for cells in one.rows]
    assert texts == [[text.strip() for text in cells] for cells in rows]


@given(st.integers(1, 9999))
def test_chinese_numerals_are_read_back_by_the_reader_of_headings(number):
    assert read_number(chinese(number)) == number

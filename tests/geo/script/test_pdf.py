"""PDF: pages as LibreOffice sets them, read back as the text they were set from."""

import re
import threading
from pathlib import Path

import pytest

from geo.errors import ScriptError
from geo.progress import finish
from geo.script.containers.pdf_lines import written_lines
from geo.script.containers.pdf_pages import Printed, Sheet, read_pages
from geo.script.opening import open_source
from tests.geo.script.hostile import pdf

PAGES = Path(__file__).parents[2] / "data" / "pdf"
BLANKS = re.compile(r"\s+")
SETTINGS = {
    "plain": "chinese",
    "indented": "chinese",
    "spaced": "chinese",
    "hanging": "chinese",
    "latin": "latin",
}
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
UNNAMED = (
    b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+SimSun/Encoding/Identity-H"
    b"/DescendantFonts[6 0 R]>>"
)
DESCENDANT = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+SimSun/FontDescriptor 7 0 R"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
)
DESCRIPTOR = (
    b"<</Type/FontDescriptor/FontName/ABCDEF+SimSun/Flags 4/FontBBox[0 0 1000 1000]"
    b"/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"
)
GLYPHS = b"BT /F 12 Tf 72 700 Td <0123045607890abc0def01230456> Tj ET"
PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    b"/Length 1>>\nstream\n\x80\nendstream"
)


def lines_of(data):
    return list(written_lines(finish(read_pages(data))))


def code_of(data):
    with pytest.raises(ScriptError) as caught:
        finish(read_pages(data))
    return caught.value.code


def bare(lines):
    return [BLANKS.sub("", line) for line in lines if line.strip()]


@pytest.mark.parametrize("setting", SETTINGS)
def test_wrapped_paragraphs_are_whole_again_and_running_heads_gone(setting):
    wanted = (PAGES / f"{SETTINGS[setting]}.txt").read_text(encoding="utf-8").splitlines()
    assert bare(lines_of((PAGES / f"{setting}.pdf").read_bytes())) == bare(wanted)


def test_a_locked_pdf_is_said_to_be_locked():
    assert code_of((PAGES / "locked.pdf").read_bytes()) == "script_locked"


def test_a_scan_is_said_to_be_one():
    data = pdf(PICTURE, stream=b"q 595 0 0 842 0 0 cm /I Do Q")
    scan = data.replace(b"/Resources<<", b"/Resources<</XObject<</I 6 0 R>>")
    assert code_of(scan) == "script_scan"


def test_letters_without_names_are_no_text():
    data = pdf(DESCENDANT, DESCRIPTOR, stream=GLYPHS).replace(FONT, UNNAMED)
    assert code_of(data) == "script_pdf_no_text"
    assert code_of(pdf(stream=b"0 0 100 100 re f")) == "script_pdf_no_text"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_pdf_that_is_cut_short_is_refused_or_read_as_far_as_it_goes(share):
    data = (PAGES / "plain.pdf").read_bytes()
    found: list[str] = []
    try:
        found = lines_of(data[: int(len(data) * share)])
    except ScriptError as error:
        found = [error.code]
    wanted = (PAGES / "chinese.txt").read_text(encoding="utf-8")
    assert found[0] in {"script_damaged", "script_pdf_no_text"} or found[0] in wanted


def test_a_pdf_under_another_name_and_behind_rubbish(tmp_path):
    data = b"\r\n\r\n" + (PAGES / "latin.pdf").read_bytes()
    for name in ("script.txt", "script.docx"):
        path = tmp_path / name
        path.write_bytes(data)
        assert finish(open_source(path)).lines[0].text.endswith(("DAY", "NIGHT"))


def test_two_threads_read_at_once():
    wanted = lines_of((PAGES / "hanging.pdf").read_bytes())
    found = []

    def read():
        found.append(lines_of((PAGES / "hanging.pdf").read_bytes()))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == [wanted] * 4


def page(index, *texts, height=800.0):
    """A page whose lines stand 20 points apart, the first and last at its edges."""
    places = [780.0, *(700.0 - 20 * at for at in range(len(texts) - 2)), 20.0]
    lines = [
        Printed(index, 90.0, 90.0 + 12 * len(text), bottom, 12.0, text)
        for text, bottom in zip(texts, places, strict=True)
    ]
    return Sheet(height, tuple(lines))


def test_headings_at_the_top_of_every_page_are_no_running_head():
    sheets = [page(n, f"{n}、客厅 日 内", "她来了。", f"- {n} -") for n in range(1, 6)]
    assert [line for line in written_lines(sheets) if line] == [
        text for n in range(1, 6) for text in (f"{n}、客厅 日 内", "她来了。")
    ]


def test_a_running_head_with_a_date_and_a_page_count_goes():
    head, action = "《旧事》第3稿 2026.11.2", "△她看了很久，没有说话，转身走了。"
    sheets = [page(n, head, action, f"林晚：第{n}句。", f"第 {n} 页 共 5 页") for n in range(1, 6)]
    wanted = [text for n in range(1, 6) for text in (action, f"林晚：第{n}句。")]
    assert [line for line in written_lines(sheets) if line] == wanted


def test_a_number_in_both_margins_is_read_once():
    sheets = [Sheet(800.0, (Printed(0, 60.0, 500.0, 400.0, 12.0, "12 INT. DOCK - DAY 12"),))]
    assert list(written_lines(sheets)) == ["12 INT. DOCK - DAY"]

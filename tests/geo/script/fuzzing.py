"""What every fuzzing of the readers shares: the readers, seeds to start from, words they know."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from geo.errors import ScriptError
from geo.progress import finish
from geo.script.opening import source_of_bytes
from tests.geo.script.hostile import pdf
from tests.geo.script.numbered import LISTS, STYLES
from tests.geo.script.packing import docx, docx_parts, listed, paragraph, row, table, zipped

DATA = Path(__file__).parents[2] / "data"
STORED = 0
BODY = (
    paragraph("第一集")
    + listed("日 内 客厅", 1)
    + table(["场次", "场景", "日夜"], ["1", "码头", "夜"])
    + f"<w:sdt><w:sdtContent><w:p><w:ins><w:r><w:t>△</w:t><w:br/></w:r></w:ins></w:p>"
    f"</w:sdtContent></w:sdt><w:tbl>{row('a', table(['b']))}</w:tbl>"
)
PARTS = docx_parts(BODY, "<w:num/>", STYLES)
with zipfile.ZipFile(DATA / "scene_list.xlsx") as archive:
    BOOK = {name: archive.read(name) for name in archive.namelist()}
LIST_XML = (
    b'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    b'<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1-%2"/></w:lvl></w:abstractNum>'
    b'<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    b'<w:startOverride w:val="3"/></w:lvlOverride></w:num>'
)
FDX = (
    '<?xml version="1.0" encoding="UTF-8"?><FinalDraft><Content><Paragraph Number="1"'
    ' Type="Scene Heading"><Text>INT. 茶馆 - NIGHT</Text></Paragraph><Paragraph><DualDialogue>'
    '<Paragraph Type="Character"><Text>林晚</Text></Paragraph></DualDialogue></Paragraph>'
    "</Content></FinalDraft>"
).encode()
FOUNTAIN = (
    "Title: 旧事\n\n.内景 客厅 - 日 #1#\n\n@林晚\n(笑)\n你来了。\n\n/* 删 */ [[注]]\n".encode()
)
HTML = (
    '<html><head><title>旧</title></head><body><p class="sceneheading">INT. A<br></p>'
    "<table><tr><th colspan=2>场次<th>场景<th>日夜<tr><td rowspan=2>1<td>2<td>码头<td>夜</table>"
    "<pre>甲\n乙</pre></body></html>"
).encode()
CSV = '集,场次,场景,日夜,人物\n1,1,码头,夜,甲\n,2,"茶馆\n后院",日,乙\n合计,2\n'.encode()


def _word(data: bytes) -> tuple[bytes, str]:
    return zipped({**PARTS, "word/document.xml": data}, STORED), "a.docx"


def _lists(data: bytes) -> tuple[bytes, str]:
    head, tail = PARTS["word/numbering.xml"].encode().split(b"<w:num/>")
    return zipped({**PARTS, "word/numbering.xml": head + data + tail}, STORED), "a.docx"


def _styles(data: bytes) -> tuple[bytes, str]:
    return zipped({**PARTS, "word/styles.xml": data}, STORED), "a.docx"


def _links(data: bytes) -> tuple[bytes, str]:
    return zipped({**PARTS, "word/_rels/document.xml.rels": data}, STORED), "a.docx"


def _book(part: str):
    return lambda data: (zipped({**BOOK, part: data}, STORED), "a.xlsx")


def _plain(name: str):
    return lambda data: (data, name)


# reader -> (how its bytes become a file, seeds)
TARGETS: Mapping[str, tuple] = {
    "docx": (_plain("a.docx"), [docx(BODY), LISTS["by_style"], DATA / "numbered.docx"]),
    "docx_document": (_word, [PARTS["word/document.xml"].encode()]),
    "docx_numbering": (_lists, [LIST_XML]),
    "docx_styles": (_styles, [PARTS["word/styles.xml"].encode()]),
    "docx_links": (_links, [PARTS["word/_rels/document.xml.rels"].encode()]),
    "xlsx": (_plain("a.xlsx"), [zipped(BOOK)]),
    "xlsx_workbook": (_book("xl/workbook.xml"), [BOOK["xl/workbook.xml"]]),
    "xlsx_sheet": (_book("xl/worksheets/sheet1.xml"), [BOOK["xl/worksheets/sheet1.xml"]]),
    "xlsx_styles": (_book("xl/styles.xml"), [BOOK["xl/styles.xml"]]),
    "xlsx_strings": (_book("xl/sharedStrings.xml"), [BOOK["xl/sharedStrings.xml"]]),
    "xlsx_types": (_book("[Content_Types].xml"), [BOOK["[Content_Types].xml"]]),
    "pdf": (
        _plain("a.pdf"),
        [pdf(stream=b"BT /F 12 Tf 72 700 Td (1-1 INT. DOCK) Tj ET"), (DATA / "pdf" / "latin.pdf")],
    ),
    "html": (_plain("a.html"), [HTML]),
    "csv": (_plain("a.csv"), [CSV, CSV.decode().encode("gb18030")]),
    "text": (_plain("a.txt"), ["第一集\n1-1 日 内 客厅\n林晚：你来了。\n".encode("gb18030")]),
    "fountain": (_plain("a.fountain"), [FOUNTAIN]),
    "fdx": (_plain("a.fdx"), [FDX]),
}
WORDS = (
    *(b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;", b"&#x10FFFF;", b"\x00", b"\xff\xfe"),
    *(b'w:val="99999999999"', b"-1", b"1e999", b"A1:XFD1048576", b"<w:p>", b"</w:p>", b"<w:tbl>"),
    *(b"<w:tc>", b'<w:lvl w:ilvl="8">', b'<w:numFmt w:val="upperRoman"/>', b't="s"', b't="d"'),
    *(b"<table>", b"<td rowspan=9>", b"<!--", b"]]>", b'"', b",", b"\n", b"endobj", b"[[", b"/*"),
    *("场次".encode(), "，".encode(), "第一集".encode(), "\ufffd".encode(), b"<si><t/></si>"),
)


def seeds(name: str) -> list[bytes]:
    """What the reader is known to read."""
    return [one.read_bytes() if isinstance(one, Path) else one for one in TARGETS[name][1]]


def read(name: str, data: bytes) -> None:
    """Let the reader ``name`` read ``data``; only a ScriptError may come of it."""
    content, file = TARGETS[name][0](data)
    try:
        source = finish(source_of_bytes(content, file))
    except ScriptError:
        return
    numbers = [line.number for line in source.lines]
    assert numbers == sorted(set(numbers))
    assert not any("\n" in line.text for line in source.lines)


__all__ = ["TARGETS", "WORDS", "read", "seeds"]

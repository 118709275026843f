"""Files made to hurt a reader: how to build each, and the codes that may be said of it."""

import io
import struct
import zipfile
import zlib

import openpyxl

from tests.geo.script.packing import NAMESPACES, XML, docx, docx_parts, paragraph, table, zipped

LAUGHS = (
    "<!DOCTYPE x ["
    '<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"哈" * 100_000}">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
ELSEWHERE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'
LINE = "1-1 日 内 客厅"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def with_doctype(xml, doctype, text="&i;"):
    """A part with a declaration before its root, and an entity used in it."""
    return xml.replace(XML, XML + doctype).replace(LINE, text)


def word(doctype, part="word/document.xml", encoding="utf-8"):
    """A Word document one of whose parts declares entities."""
    parts = docx_parts(paragraph(LINE), "<w:x/>", "<w:x/>")
    content = with_doctype(parts[part], doctype)
    if encoding != "utf-8":
        content = content.replace("UTF-8", encoding)
    return zipped({**parts, part: content.encode(encoding)})


def workbook_parts(rows=(("场次", "场景", "日夜"), ("1", "码头", "夜"))):
    """The parts of a small workbook as openpyxl writes it."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def workbook(part, change):
    """A workbook one of whose parts is changed."""
    parts = workbook_parts()
    return zipped({**parts, part: change(parts[part].decode()).encode()})


def sheet(rows, dimension="A1:C9"):
    """A workbook whose sheet holds this XML as its rows."""
    return workbook(
        "xl/worksheets/sheet1.xml",
        lambda xml: (
            xml[: xml.index("<sheetData")].replace("A1:C2", dimension)
            + f"<sheetData>{rows}</sheetData></worksheet>"
        ),
    )


def doctype_in(part, doctype):
    """A workbook one of whose parts declares entities."""

    def change(xml):
        if not xml.startswith("<?xml"):
            return f"{XML}{doctype}{xml}"
        return xml.replace("?>", f"?>{doctype}", 1)

    return workbook(part, change)


def lying(data, name, size):
    """The zip file with the unpacked size of ``name`` declared as ``size``."""
    raw = name.encode()
    changed = bytearray(data)
    for magic, offset, behind in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = data.find(magic)
        while at >= 0:
            if data[at + behind : at + behind + len(raw)] == raw:
                changed[at + offset : at + offset + 4] = struct.pack("<I", size)
            at = data.find(magic, at + 4)
    return bytes(changed)


def zip_bomb(megabytes=96):
    """A Word document that unpacks to ``megabytes`` of spaces."""
    parts = docx_parts(paragraph(LINE))
    head, tail = parts["word/document.xml"].split("<w:p>", 1)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "_rels/.rels"):
            archive.writestr(name, parts[name])
        with archive.open("word/document.xml", "w", force_zip64=False) as part:
            part.write(head.encode())
            for _ in range(megabytes):
                part.write(b" " * 2**20)
            part.write(f"<w:p>{tail}".encode())
    return file.getvalue()


def many_entries(count=60_000):
    """A zip file with a list of entries larger than its contents."""
    local = b"PK\x03\x04" + b"\x00" * 26
    entry = b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", *(20, 20), *[0] * 7, 6, *[0] * 6)
    listed = b"".join(entry + b"%06d" % number for number in range(count))
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0, 0, len(listed), len(local), 0)
    return local + listed + end


def locked_zip():
    """A Word document whose entries say that they are encrypted."""
    data = bytearray(docx(paragraph(LINE)))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(magic)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(magic, at + 4)
    return bytes(data)


def pdf(*objects, stream=b"", dictionary=b""):
    """A PDF of one page with this content stream."""
    content = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (dictionary, len(stream), stream)
    every = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *objects,
    )
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(every, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(every) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(every) + 1, start)
    return bytes(out)


def pdf_bomb(megabytes, layers=1):
    """A PDF whose page unpacks to ``megabytes``."""
    packed = b" " * (megabytes * 2**20)
    for _ in range(layers):
        packed = zlib.compress(packed, 9)
    name = b"/Filter[" + b"/FlateDecode" * layers + b"]"
    return pdf(stream=packed, dictionary=name)


def nested(tag, times, inside=""):
    """An element in itself, over and over."""
    return f"<{tag}>" * times + inside + f"</{tag}>" * times


UNSAFE, LARGE, DAMAGED = "script_unsafe", "script_unpacks_too_large", "script_damaged"
LONG, LOCKED, EMPTY = "script_too_long", "script_locked", "script_empty"
FDX = '<?xml version="1.0"?>{0}<FinalDraft><Content>{1}</Content></FinalDraft>'
HEADING = '<Paragraph Type="Scene Heading"><Text>{}</Text></Paragraph>'
WORD_XML = f"{XML}<w:document {NAMESPACES}><w:body>{{}}</w:body></w:document>"

# name -> (bytes, codes that may be said; None: it is read)
HOSTILE = {
    "laughs.docx": (lambda: word(LAUGHS), (UNSAFE,)),
    "laughs_in_styles.docx": (lambda: word(LAUGHS, "word/styles.xml"), (UNSAFE,)),
    "laughs_in_numbering.docx": (lambda: word(LAUGHS, "word/numbering.xml"), (UNSAFE,)),
    "laughs_in_links.docx": (lambda: word(LAUGHS, "word/_rels/document.xml.rels"), (UNSAFE,)),
    "laughs_utf16.docx": (lambda: word(LAUGHS, encoding="utf-16"), (UNSAFE,)),
    "laughs_utf7.docx": (lambda: word(LAUGHS, encoding="utf-7"), (UNSAFE, DAMAGED)),
    "quadratic.docx": (lambda: word(QUADRATIC), (UNSAFE,)),
    "outside.docx": (lambda: word(OUTSIDE), (UNSAFE,)),
    "elsewhere.docx": (lambda: word(ELSEWHERE), (UNSAFE,)),
    **{
        f"laughs_{at}.xlsx": ((lambda part=part: doctype_in(part, LAUGHS)), (UNSAFE,))
        for at, part in enumerate(
            ("xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml")
        )
    },
    "laughs.fdx": (lambda: FDX.format(LAUGHS, HEADING.format("&i;")).encode(), (UNSAFE,)),
    "outside.fdx": (lambda: FDX.format(OUTSIDE, HEADING.format("&a;")).encode(), (UNSAFE,)),
    "laughs.html": (lambda: f"{LAUGHS}<html><body>&i;</body></html>".encode(), (UNSAFE,)),
    "bomb.docx": (zip_bomb, (LARGE,)),
    "lying.docx": (lambda: lying(zip_bomb(), "word/document.xml", 2_000), (DAMAGED,)),
    "entries.docx": (many_entries, (LARGE,)),
    "locked.docx": (locked_zip, (LOCKED,)),
    "encrypted.docx": (
        lambda: OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(5000),
        (LOCKED,),
    ),
    "paragraphs.docx": (
        lambda: zipped(docx_parts("") | {"word/document.xml": WORD_XML.format("<w:p/>" * 101_000)}),
        (LONG,),
    ),
    "junk.docx": (
        lambda: zipped(docx_parts("") | {"word/document.xml": WORD_XML.format("<w:x/>" * 900_000)}),
        (LARGE,),
    ),
    "one_paragraph.docx": (
        lambda: docx(f"<w:p>{'<w:r><w:t>字</w:t></w:r>' * 600_000}</w:p>"),
        (LARGE,),
    ),
    "deep.docx": (lambda: docx(nested("w:sdt", 20_000, paragraph(LINE))), (DAMAGED,)),
    "deep_tables.docx": (
        lambda: docx("<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000),
        (DAMAGED,),
    ),
    "wide.docx": (lambda: docx(table(["x"] * 5_000) * 3), None),
    "rows.xlsx": (
        lambda: sheet("".join(f'<row r="{n}"/>' for n in range(1, 60_000))),
        (EMPTY,),
    ),
    "far.xlsx": (
        lambda: sheet(
            '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
            "A1:XFD1048576",
        ),
        (EMPTY,),
    ),
    "one_row.xlsx": (lambda: sheet(f'<row r="1">{"<c><v>1</v></c>" * 400_000}</row>'), (LARGE,)),
    "styles.xlsx": (
        lambda: workbook(
            "xl/styles.xml",
            lambda xml: xml.replace("</cellXfs>", '<xf numFmtId="0"/>' * 100_000 + "</cellXfs>"),
        ),
        (LARGE,),
    ),
    "deep.fdx": (lambda: FDX.format("", nested("Paragraph", 30_000)).encode(), (DAMAGED,)),
    "long.fdx": (
        lambda: FDX.format("", "<Paragraph><Text>字</Text></Paragraph>" * 101_000).encode(),
        (LONG,),
    ),
    "tags.html": (lambda: b"<html><body>" + b"<p>x" * 1_600_000, (LARGE,)),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 50_000 + LINE.encode(), None),
    "unclosed.html": (lambda: b"<html><body>" + b"<!--<a " * 700_000, (EMPTY,)),
    "deep_tables.html": (lambda: b"<html>" + b"<table><tr><td>x" * 5_000, None),
    "lines.txt": (lambda: b"\n" * 12_000_000 + b"x", (LONG,)),
    "large.txt": (lambda: "字".encode() * 6_000_000, ("script_too_large",)),
    "quote.csv": (
        lambda: ("场次,场景,日夜\n1,码头,夜\n" + '"' + "x,\n" * 900_000).encode(),
        (LONG,),
    ),
    "commas.csv": (lambda: b"," * 12_000_000 + b"x", (LONG,)),
    "bomb.pdf": (lambda: pdf_bomb(24), (LARGE,)),
    "twice.pdf": (lambda: pdf_bomb(64, layers=2), (LARGE,)),
    "lzw.pdf": (lambda: pdf(stream=b"\x80" * 2**20, dictionary=b"/Filter/LZWDecode"), (LARGE,)),
    "loop.pdf": (
        lambda: pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
        (DAMAGED, "script_pdf_no_text"),
    ),
    "deep.pdf": (
        lambda: pdf(b"[" * 500_000 + b"]" * 500_000, stream=b"BT (x) Tj ET"),
        (DAMAGED, "script_pdf_no_text"),
    ),
    "operators.pdf": (lambda: pdf(stream=b"BT /F 1 Tf (a)Tj ET " * 100_000), None),
}

"""Makes assets/templates/pitch.pptx and letter.docx: python -m bench.make_templates [FOLDER].

Both start from the empty documents of python-pptx and python-docx; what is theirs and not wanted
goes out. The same run gives the same bytes.
"""

# what the libraries have no words for is written as elements
# ruff: noqa: ANN001, ANN201, SLF001
from __future__ import annotations

import sys
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement as docx_element
from docx.oxml.ns import qn as docx_name
from docx.shared import Mm, RGBColor
from docx.shared import Pt as DocxPt
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

TEMPLATES = Path(__file__).parents[1] / "assets" / "templates"
DAY = datetime(2026, 1, 1)
ZIP_DAY = (2026, 1, 1, 0, 0, 0)
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
# ink and paper, then the marks of base, craft, scenic and community, then ochre and quiet ink
COLOURS = {
    "dk1": "24221F", "lt1": "FFFFFF", "dk2": "665F54", "lt2": "EAE5DB", "accent1": "C23B22",
    "accent2": "1F4A80", "accent3": "2E9478", "accent4": "5B2340", "accent5": "B98512",
    "accent6": "86492A", "hlink": "835609", "folHlink": "665F54",
}  # fmt: skip
SONG, SANS = "SimSun", "Microsoft YaHei"
LATIN_SERIF, LATIN_SANS = "Georgia", "Segoe UI"
WIDE, HIGH = Inches(13.333), Inches(7.5)
QUIET = "tx2"


def box(left: float, top: float, width: float, height: float) -> tuple[Emu, Emu, Emu, Emu]:
    """Inches as the library takes them."""
    return Inches(left), Inches(top), Inches(width), Inches(height)


def put_at(shape, at) -> None:
    """Move a shape."""
    shape.left, shape.top, shape.width, shape.height = at


def holder(idx: int, name: str, kind: str, at, size: float, colour: str, *, bold=False, song=False):
    """A placeholder: where it stands, how its text looks; ``kind`` body or pic."""
    left, top, width, height = at
    face = (
        '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/>'
        if song
        else '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
    )
    text = (
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{int(size * 100)}" b="{int(bold)}" lang="zh-CN"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill>{face}</a:defRPr></a:lvl1pPr></a:lstStyle>'
        f'<a:p><a:r><a:rPr lang="zh-CN"/><a:t>{name}</a:t></a:r></a:p></p:txBody>'
    )
    return etree.fromstring(
        f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{100 + idx}" name="{name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" idx="{idx}"/>'
        f'</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm></p:spPr>{text}</p:sp>'
    )


def plate(number: int, name: str, at, colour: str):
    """A plain area or, where it is thin, a line of the layout."""
    left, top, width, height = at
    return etree.fromstring(
        f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" '
        f'y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect">'
        f'<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln>'
        f"<a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr "
        f'lang="zh-CN"/></a:p></p:txBody></p:sp>'
    )


def paint_theme(master) -> None:
    """Our colours and faces in the theme, so that a bureau changes them in one place."""
    part = next(
        rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme")
    )
    theme = etree.fromstring(part.blob)
    theme.set("name", "Kanjing")
    scheme = theme.find(f".//{{{A}}}clrScheme")
    scheme.set("name", "Kanjing")
    for colour in scheme:
        for old in list(colour):
            colour.remove(old)
        name = etree.QName(colour).localname
        etree.SubElement(colour, f"{{{A}}}srgbClr").set("val", COLOURS[name])
    for tag, latin, east in (("majorFont", LATIN_SERIF, SONG), ("minorFont", LATIN_SANS, SANS)):
        fonts = theme.find(f".//{{{A}}}{tag}")
        fonts.find(f"{{{A}}}latin").set("typeface", latin)
        fonts.find(f"{{{A}}}ea").set("typeface", east)
        for one in fonts.findall(f"{{{A}}}font"):
            fonts.remove(one)
        etree.SubElement(fonts, f"{{{A}}}font", script="Hans", typeface=east)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def drop_holders(owner, kinds: set[str]) -> None:
    """Take placeholders out by the type that stands in the file."""
    for shape in list(owner.placeholders):
        kind = shape._element.find(".//" + qn("p:ph")).get("type", "obj")
        if kind in kinds:
            shape._element.getparent().remove(shape._element)


def dress_foot(owner) -> None:
    """The foot and the number of the slide, small and quiet, on the last line."""
    for shape in owner.placeholders:
        kind = shape._element.find(".//" + qn("p:ph")).get("type")
        if kind == "ftr":
            put_at(shape, box(0.6, 7.0, 10.6, 0.3))
        elif kind == "sldNum":
            put_at(shape, box(11.73, 7.0, 1.0, 0.3))
        else:
            continue
        body = shape.text_frame._txBody
        frame = body.find(qn("a:bodyPr"))
        for side in ("lIns", "rIns", "tIns", "bIns"):
            frame.set(side, "0")
        align = "r" if kind == "sldNum" else "l"
        style = body.find(qn("a:lstStyle"))
        for old in list(style):
            style.remove(old)
        style.append(
            etree.fromstring(
                f'<a:lvl1pPr xmlns:a="{A}" algn="{align}"><a:defRPr sz="900" lang="zh-CN">'
                f'<a:solidFill><a:schemeClr val="{QUIET}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
            )
        )


def style_titles(master) -> None:
    """Titles in Song, to the left, bold."""
    style = master._element.find(".//" + qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    style.set("algn", "l")
    run = style.find(qn("a:defRPr"))
    run.set("sz", "2600")
    run.set("b", "1")
    for shape in master.placeholders:
        if shape.placeholder_format.type == 1:
            frame = shape.text_frame._txBody.find(qn("a:bodyPr"))
            for side in ("lIns", "rIns", "tIns", "bIns"):
                frame.set(side, "0")


def make_cover(layout) -> None:
    """Left the words, right a photo from edge to edge."""
    layout.name = "封面 Cover"
    drop_holders(layout, {"dt", "ftr", "sldNum"})
    tree = layout.shapes._spTree
    tree.insert(2, plate(90, "photo ground", (Inches(7.7), 0, WIDE - Inches(7.7), HIGH), "bg2"))
    tree.append(plate(91, "seal", box(0.75, 1.62, 0.16, 0.16), "accent1"))
    for shape in layout.placeholders:
        frame = shape.text_frame
        if shape.placeholder_format.idx == 0:
            put_at(shape, box(0.75, 1.95, 6.45, 2.05))
            shape._element.find(".//" + qn("p:ph")).set("type", "title")
            restyle(frame, 40, "tx1", "t", bold=True, song=True)
        else:
            put_at(shape, box(0.75, 4.1, 6.45, 0.95))
            restyle(frame, 16, QUIET, "t", bold=False, song=True)
    tree.append(holder(22, "写给谁 说明 Note", "body", box(0.75, 5.25, 6.45, 1.45), 13, "tx1"))
    tree.append(holder(21, "标志 Logo", "pic", box(0.75, 0.6, 2.6, 0.75), 10, QUIET))
    photo = (Inches(7.7), Emu(0), WIDE - Inches(7.7), HIGH)
    tree.append(holder(23, "照片 Photo", "pic", photo, 10, QUIET))


def make_plain_cover(layout) -> None:
    """The cover where there is no photo: words over the whole width."""
    layout.name = "封面 无照片 Plain"
    drop_holders(layout, {"dt", "ftr", "sldNum"})
    tree = layout.shapes._spTree
    tree.append(plate(91, "seal", box(0.95, 1.72, 0.18, 0.18), "accent1"))
    tree.append(plate(92, "line", box(0.95, 5.05, 11.43, 0.014), "tx1"))
    for shape in layout.placeholders:
        if shape.placeholder_format.idx == 0:
            put_at(shape, box(0.95, 2.1, 11.43, 1.75))
            shape._element.find(".//" + qn("p:ph")).set("type", "title")
            restyle(shape.text_frame, 40, "tx1", "t", bold=True, song=True)
        else:
            put_at(shape, box(0.95, 3.95, 11.43, 0.85))
            shape._element.find(".//" + qn("p:ph")).set("type", "subTitle")
            restyle(shape.text_frame, 16, QUIET, "t", bold=False, song=True)
    tree.append(holder(22, "写给谁 说明 Note", "body", box(0.95, 5.3, 11.43, 1.6), 13, "tx1"))
    tree.append(holder(21, "标志 Logo", "pic", box(0.95, 0.65, 2.6, 0.75), 10, QUIET))


def restyle(frame, size: float, colour: str, anchor: str, *, bold: bool, song: bool) -> None:
    """Give the first level of a placeholder one look."""
    body = frame._txBody
    props = body.find(qn("a:bodyPr"))
    for child in list(props):
        props.remove(child)
    for side in ("lIns", "rIns", "tIns", "bIns"):
        props.set(side, "0")
    props.set("anchor", anchor)
    etree.SubElement(props, f"{{{A}}}normAutofit")
    style = body.find(qn("a:lstStyle"))
    for old in list(style):
        style.remove(old)
    face = "+mj" if song else "+mn"
    style.append(
        etree.fromstring(
            f'<a:lvl1pPr xmlns:a="{A}" marL="0" indent="0" algn="l"><a:buNone/><a:defRPr '
            f'sz="{int(size * 100)}" b="{int(bold)}" lang="zh-CN"><a:solidFill><a:schemeClr '
            f'val="{colour}"/></a:solidFill><a:latin typeface="{face}-lt"/><a:ea '
            f'typeface="{face}-ea"/></a:defRPr></a:lvl1pPr>'
        )
    )


def make_page(layout) -> None:
    """A title, the same in the second language, a hairline, and room."""
    layout.name = "内页 Page"
    drop_holders(layout, {"dt"})
    tree = layout.shapes._spTree
    for shape in layout.placeholders:
        if shape.placeholder_format.idx == 0:
            put_at(shape, box(0.6, 0.62, 12.13, 0.52))
            restyle(shape.text_frame, 26, "tx1", "b", bold=True, song=True)
        elif shape.placeholder_format.idx == 1:
            put_at(shape, box(0.6, 1.72, 12.13, 5.1))
    tree.append(plate(92, "hairline", box(0.6, 1.56, 12.13, 0.014), "tx1"))
    tree.append(plate(93, "foot line", box(0.6, 6.93, 12.13, 0.008), "bg2"))
    tree.append(holder(24, "页眉 Running head", "body", box(0.6, 0.3, 12.13, 0.24), 9, QUIET))
    tree.append(holder(25, "副题 Second title", "body", box(0.6, 1.17, 12.13, 0.3), 12, QUIET))
    dress_foot(layout)


def make_pptx(path: Path) -> None:
    """The template of the slides."""
    show = Presentation()
    show.slide_width, show.slide_height = WIDE, HIGH
    cover, page, bare = (show.slide_layouts[n] for n in (0, 1, 2))
    for layout in list(show.slide_layouts):
        if layout.name not in (cover.name, page.name, bare.name):
            show.slide_layouts.remove(layout)
    master = show.slide_master
    paint_theme(master)
    style_titles(master)
    drop_holders(master, {"dt"})
    for shape in master.placeholders:
        if shape.placeholder_format.idx == 0:
            put_at(shape, box(0.6, 0.62, 12.13, 0.52))
        elif shape.placeholder_format.type == 2:
            put_at(shape, box(0.6, 1.72, 12.13, 5.1))
    dress_foot(master)
    make_cover(cover)
    make_page(page)
    make_plain_cover(bare)
    sign(show.core_properties)
    show.save(path)
    settle(path)


# ---- the letter


def face(style, size: float, *, east: str, latin: str, bold: bool = False) -> None:
    """One style's faces and size."""
    style.font.name, style.font.size, style.font.bold = latin, DocxPt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0x24, 0x22, 0x1F)
    props = style.element.get_or_add_rPr()
    fonts = props.find(docx_name("w:rFonts"))
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    fonts.set(docx_name("w:eastAsia"), east)
    fonts.set(docx_name("w:cs"), latin)
    lang = props.find(docx_name("w:lang"))
    if lang is None:
        lang = docx_element("w:lang")
        props.append(lang)
    lang.set(docx_name("w:val"), "en-US")
    lang.set(docx_name("w:eastAsia"), "zh-CN")


def space(style, before: float, after: float, line: float) -> None:
    """Air around a paragraph; ``line`` is an exact height, points."""
    form = style.paragraph_format
    form.space_before, form.space_after = DocxPt(before), DocxPt(after)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, DocxPt(line)
    form.widow_control = True


def make_letter(path: Path) -> None:
    """The template of the letter: A4, Song, margins as offices have them."""
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(9)
    styles = paper.styles
    keep = {"Normal", "Title", "Header", "Footer", "Default Paragraph Font", "Normal Table"}
    for style in list(styles):
        if style.name not in keep | {"No List", "Table Grid"}:
            style.element.getparent().remove(style.element)
    face(styles["Normal"], 11, east=SONG, latin="Times New Roman")
    space(styles["Normal"], 0, 4, 18.5)
    face(styles["Title"], 20, east=SONG, latin="Times New Roman", bold=True)
    space(styles["Title"], 0, 4, 30)
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    border = styles["Title"].element.find(".//" + docx_name("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    for name, size, line, before, after in (
        ("Letter Second", 9.5, 13, 0, 4),
        ("Letter Cell", 10.5, 14.5, 0, 0),
        ("Letter Small", 9, 12.5, 0, 1),
        ("Letter Sign", 11, 17, 0, 0),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        face(style, size, east=SONG, latin="Times New Roman")
        space(style, before, after, line)
    styles["Letter Sign"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles["Letter Sign"].paragraph_format.keep_with_next = True
    number_pages(section.footer.paragraphs[0])
    sign(paper.core_properties)
    paper.save(path)
    settle(path)


def number_pages(paragraph) -> None:
    """The page number in the foot, as a field."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = DocxPt(9)
        if kind:
            mark = docx_element("w:fldChar")
            mark.set(docx_name("w:fldCharType"), kind)
        else:
            mark = docx_element("w:instrText")
            mark.text = text
        run._element.append(mark)


# ---- both


def sign(props) -> None:
    """Nobody's name and one day, so that nothing of whoever ran this stands in the file."""
    props.author, props.last_modified_by, props.title, props.comments = "", "", "", ""
    props.created = props.modified = DAY
    props.revision = 1


def settle(path: Path) -> None:
    """Write the archive again with one date on every file: the same run, the same bytes."""
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in old.namelist() if "thumbnail" not in name]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts:
            if name == "_rels/.rels":
                content = without_thumbnail(content)
            new.writestr(zipfile.ZipInfo(name, ZIP_DAY), content, zipfile.ZIP_DEFLATED, 9)


def without_thumbnail(rels: bytes) -> bytes:
    """The relations of the archive but the one to the preview of somebody else's slides."""
    tree = etree.fromstring(rels)
    for one in list(tree):
        if one.get("Type", "").endswith("/thumbnail"):
            tree.remove(one)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def main() -> None:
    """Write both into the folder told, else into the assets."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATES
    make_pptx(folder / "pitch.pptx")
    make_letter(folder / "letter.docx")


if __name__ == "__main__":
    main()

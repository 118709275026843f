"""Makes assets/templates/report.docx and office_letter.docx: python -m bench.make_office_templates.

Sheets as Chinese offices write them: A4, margins 37/35/28/26 mm, body FangSong 16 points on lines
of 28.9, headings SimHei, the title Song. The same run gives the same bytes.
"""

# what the library has no words for is written as elements
# ruff: noqa: ANN001
from __future__ import annotations

import sys
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from bench.make_templates import TEMPLATES, face, settle, sign, space

FANG, HEI, SONG, KAI = "FangSong", "SimHei", "SimSun", "KaiTi"
LATIN = "Times New Roman"
RED = RGBColor(0xC0, 0x00, 0x00)
KEEP = {"Normal", "Title", "Header", "Footer", "Default Paragraph Font", "Normal Table"}
LINE = 28.9
# style: face, points, line, before, after, alignment
STYLES = {
    "Office Mast": (SONG, 36, 48, 0, 6, WD_ALIGN_PARAGRAPH.CENTER),
    "Office Issue": (FANG, 16, LINE, 0, 0, WD_ALIGN_PARAGRAPH.CENTER),
    "Office Number": (FANG, 16, LINE, 6, 0, WD_ALIGN_PARAGRAPH.RIGHT),
    "Office Red Row": (FANG, 16, LINE, 0, 0, WD_ALIGN_PARAGRAPH.LEFT),
    "Office To": (FANG, 16, LINE, 0, 0, WD_ALIGN_PARAGRAPH.LEFT),
    "Office Head": (HEI, 16, LINE, 0, 0, WD_ALIGN_PARAGRAPH.LEFT),
    "Office Second": (KAI, 16, LINE, 0, 0, WD_ALIGN_PARAGRAPH.LEFT),
    "Office Cell": (FANG, 12, 18, 2, 2, WD_ALIGN_PARAGRAPH.LEFT),
    "Office Cell Head": (HEI, 12, 18, 2, 2, WD_ALIGN_PARAGRAPH.CENTER),
    "Office Gap": (FANG, 8, 12, 0, 0, WD_ALIGN_PARAGRAPH.LEFT),
    "Office Sign": (FANG, 16, LINE, 0, 0, WD_ALIGN_PARAGRAPH.CENTER),
}
BOLD = frozenset({"Office Mast"})


def red_line(style) -> None:
    """The red line beneath the head of a paper."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "4"), ("color", "C00000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    # the order in which the format wants its elements
    props = style.element.get_or_add_pPr()
    props.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def number_pages(paragraph) -> None:
    """The page number between dashes."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("text", "— "), ("begin", ""), ("", "PAGE"), ("end", ""), ("text", " —")):
        run = paragraph.add_run(text if kind == "text" else "")
        run.font.size, run.font.name = Pt(14), LATIN
        if kind in ("begin", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)  # noqa: SLF001
        elif not kind:
            mark = OxmlElement("w:instrText")
            mark.text = text
            run._element.append(mark)  # noqa: SLF001


def make(path: Path) -> None:
    """One template; the letter and the report have the same styles, so that they look alike."""
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    styles = paper.styles
    for style in list(styles):
        if style.name not in KEEP | {"No List", "Table Grid"}:
            style.element.getparent().remove(style.element)
    face(styles["Normal"], 16, east=FANG, latin=LATIN)
    space(styles["Normal"], 0, 0, LINE)
    styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    face(styles["Title"], 22, east=SONG, latin=LATIN, bold=True)
    space(styles["Title"], 26, 24, 34)
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    border = styles["Title"].element.find(".//" + qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    for name, (east, size, line, before, after, align) in STYLES.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        face(style, size, east=east, latin=LATIN, bold=name in BOLD)
        space(style, before, after, line)
        style.paragraph_format.alignment = align
    styles["Office Mast"].font.color.rgb = RED
    red_line(styles["Office Red Row"])
    for name in ("Office Head", "Office Second", "Office Sign"):
        styles[name].paragraph_format.keep_with_next = True
    number_pages(section.footer.paragraphs[0])
    sign(paper.core_properties)
    paper.save(path)
    settle(path)


def main() -> None:
    """Write both into the folder told, else into the assets."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATES
    for name in ("report.docx", "office_letter.docx"):
        make(folder / name)


if __name__ == "__main__":
    main()

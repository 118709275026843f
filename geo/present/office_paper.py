"""A paper as an office writes it: head, title, numbered parts, tables, signature; DOCX.

What stands in the body of the template (a letterhead) stays above the paper.
"""

# the library gives what it has no words for only through its elements
# ruff: noqa: SLF001
from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from geo.files import exported_file
from geo.present.pitch.plain import plain, width_of
from geo.present.word_template import opened

NORMAL, TITLE = "Normal", "Title"
MAST, ISSUE, NUMBER, RED_ROW = "Office Mast", "Office Issue", "Office Number", "Office Red Row"
TO, HEAD, SECOND, GAP = "Office To", "Office Head", "Office Second", "Office Gap"
CELL, CELL_HEAD, SIGN = "Office Cell", "Office Cell Head", "Office Sign"
# two characters, as a Chinese paragraph begins, of a body of 16 points
INDENT, BODY_TWIPS = 2, 320
INDENTED = frozenset({NORMAL, HEAD, SECOND})
# the signature stands in the right of the sheet, its date two characters from the edge
SIGN_SHARE, SIGN_EDGE = 0.42, 32.0
MAST_SIZE, LEAST_MAST = 36, 18
BLANK, NBSP = re.compile("(_{4,})"), "\N{NO-BREAK SPACE}"
ORDER = "一二三四五六七八九十"


class OfficePaper:
    """One paper, paragraph by paragraph."""

    def __init__(self, template: Path | None, lang: str, title: str) -> None:
        self.document = opened(template)
        self.lang = lang
        self.styles = {style.name for style in self.document.styles}
        self.parts = 0
        props = self.document.core_properties
        props.title = plain(title)[:250]
        props.author = props.last_modified_by = ""

    def add(self, text: str, style: str = NORMAL) -> Any:  # noqa: ANN401 (the library's own)
        """A paragraph; body and headings of a Chinese paper begin two characters in."""
        paragraph = self.document.add_paragraph(style=self._style(style))
        for part in BLANK.split(plain(text)):
            if BLANK.fullmatch(part):
                # a line to write on that does not break, and stays when it is written on
                paragraph.add_run(NBSP * 2 * len(part)).underline = True
            else:
                paragraph.add_run(part)
        if style in INDENTED and self.lang == "zh":
            _indent(paragraph)
        return paragraph

    def head(self, text: str) -> None:
        """The heading of the next part, numbered as papers are: 一、 or 1."""
        number = self.parts
        self.parts += 1
        mark = f"{ORDER[number]}、" if self.lang == "zh" else f"{number + 1}. "
        self.add(mark + text, HEAD)

    def mast(self, text: str) -> None:
        """The name of the paper or of the office in red, smaller where it is long."""
        paragraph = self.add(text, MAST)
        wide = width_of(text, MAST_SIZE)
        if wide > self.width.pt:
            for run in paragraph.runs:
                run.font.size = Pt(max(LEAST_MAST, int(MAST_SIZE * self.width.pt / wide)))

    def red_row(self, left: str, right: str) -> None:
        """Who writes and when, on the red line."""
        paragraph = self.add(left, RED_ROW)
        paragraph.paragraph_format.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT)
        run = paragraph.add_run()
        run.add_tab()
        run.add_text(plain(right))

    def red_line(self) -> None:
        """The red line alone, close beneath the name of the office."""
        self.add("", RED_ROW).paragraph_format.line_spacing = Pt(4)

    def table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> None:
        """A table with lines all around; the head is told again on every sheet."""
        table = self.document.add_table(len(rows) + 1, len(head))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        _ruled(table)
        for column, share in zip(table.columns, widths, strict=True):
            column.width = Emu(int(self.width * share))
        repeat = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        for number, texts in enumerate((head, *rows)):
            row = table.rows[number]
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for column, (text, share) in enumerate(zip(texts, widths, strict=True)):
                cell = row.cells[column]
                cell.width = Emu(int(self.width * share))
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
                paragraph = cell.paragraphs[0]
                paragraph.style = self._style(CELL if number else CELL_HEAD)
                paragraph.add_run(plain(text))
                paragraph.paragraph_format.keep_with_next = number == 0 or None
        self.add("", GAP)

    def sign(self, name: str, day: str) -> None:
        """Name and date one above the other at the lower right, never alone on a sheet."""
        for before in self.document.paragraphs[-2:]:
            before.paragraph_format.keep_with_next = True
        self.add("", SIGN)
        self.add("", SIGN)
        for text in (name, day):
            form = self.add(text, SIGN).paragraph_format
            form.alignment = WD_ALIGN_PARAGRAPH.CENTER
            form.left_indent = Emu(int(self.width * SIGN_SHARE))
            form.right_indent = Pt(SIGN_EDGE)
            form.keep_with_next = text != day or None

    def save(self, path: Path) -> Path:
        """Write it in one piece. Raises ExportError: ``export_refused``, ``export_disk_full``."""
        out = io.BytesIO()
        self.document.save(out)
        with exported_file(path) as part:
            part.write_bytes(out.getvalue())
        return path

    @property
    def width(self) -> Emu:
        """What is between the margins."""
        section = self.document.sections[0]
        return Emu(section.page_width - section.left_margin - section.right_margin)

    def _style(self, name: str) -> str | None:
        """A style of ours, where the template has kept it."""
        return name if name in self.styles else None


def _indent(paragraph: Any) -> None:  # noqa: ANN401
    """Two characters, whatever their size."""
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(INDENT * 100))
    # for programs that do not count in characters
    indent.set(qn("w:firstLine"), str(INDENT * BODY_TWIPS))


def _ruled(table: Any) -> None:  # noqa: ANN401
    """Thin black lines, as offices rule their tables."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)

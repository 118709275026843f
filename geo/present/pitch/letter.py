"""The letter that goes with a pack: to whom, the answer on one page, what is enclosed, from whom.

What stands in the body of the template (a letterhead) stays above the letter.
"""

# the library gives what it has no words for only through its elements
# ruff: noqa: SLF001
from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from geo.files import exported_file
from geo.model.pitch import Pitch, PitchFormat, PitchLang, PitchPart
from geo.phrases import Phrases
from geo.present.pitch.blocks import NOTHING, Fact, Facts, Look, PitchPaper, Said, Words
from geo.present.pitch.names import one_line
from geo.present.pitch.plain import joined, plain
from geo.present.pitch.words import Tell
from geo.present.word_template import opened

SECOND, CELL, SMALL, SIGN = "Letter Second", "Letter Cell", "Letter Small", "Letter Sign"
LEADS = ("lead", "body")
WIDTHS = (0.13, 0.52, 0.35)
UNDER = {Look.ESTIMATE: WD_UNDERLINE.DOTTED, Look.UNKNOWN: WD_UNDERLINE.DASH}
# two characters, as a Chinese paragraph begins
INDENT, BODY_TWIPS = 2, 220
NOT_ENCLOSED = frozenset({PitchFormat.DOCX, PitchFormat.TEXT})
SECOND_SIZE = 9
# enclosures that get a line each where both languages need room
MOST_LINES = 3


def write_letter(
    paper: PitchPaper, pitch: Pitch, phrases: Phrases, path: Path, template: Path | None = None
) -> Path:
    """Write the letter as DOCX in the styles of ``template`` (None: the library's own).

    Raises ExportError: ``pitch_template_broken`` (file), ``export_refused``, ``export_disk_full``.
    """
    letter = _Letter(paper, pitch, phrases, opened(template))
    letter.write()
    out = io.BytesIO()
    letter.document.save(out)
    with exported_file(path) as part:
        part.write_bytes(out.getvalue())
    return path


class _Letter:
    """One letter, paragraph by paragraph."""

    def __init__(
        self,
        paper: PitchPaper,
        pitch: Pitch,
        phrases: Phrases,
        document: Any,  # noqa: ANN401
    ) -> None:
        self.paper = paper
        self.pitch = pitch
        self.document = document
        both = paper.lang is PitchLang.BOTH
        langs = ("zh", "en") if both else (paper.lang.value,)
        self.tells = tuple(Tell(pitch, phrases, lang) for lang in langs)
        self.styles = {style.name for style in document.styles}

    def write(self) -> None:
        """The whole letter."""
        props = self.document.core_properties
        props.title = joined(self._title())[:250]
        props.author = props.last_modified_by = ""
        self._add(self._title(), "Title")
        self._add(self._addressee(), indent=False)
        about = "pitch_letter_open" if self.pitch.scenes else "pitch_letter_open_place"
        self._add(self._say(about))
        if sentences := tuple(self._sentences()):
            self._add(self._run_on(*sentences))
        self._facts()
        doubts = [self._say("pitch_letter_estimate")]
        if self.pitch.to_confirm:
            doubts.append(self._say("pitch_letter_open_count", n=len(self.pitch.to_confirm)))
        self._add(self._run_on(*doubts))
        self._add(self._say("pitch_letter_close"))
        # a Chinese letter names what is enclosed before it is signed, an English one after
        if self.tells[0].lang == "zh":
            self._enclosed()
            self._sign()
        else:
            self._sign()
            self._enclosed()
        self._contact()

    # ---- what it says

    def _say(self, code: str, **values: str | int) -> Said:
        told = [tell.say(code, **values) for tell in self.tells]
        return Said(told[0], told[1] if len(told) > 1 and told[1] != told[0] else "")

    def _title(self) -> Said:
        told = [
            tell.say("pitch_letter_title", title=tell.title)
            if tell.title
            else tell.say("pitch_letter_title_place", area=tell.area)
            for tell in self.tells
        ]
        return Said(told[0], told[1] if len(told) > 1 else "")

    def _addressee(self) -> Said:
        named = one_line(self.pitch.wishes.addressee)
        if named:
            return self._say("pitch_letter_to", whom=named)
        title = self.tells[0].title
        if title:
            return self._say("pitch_letter_to_crew", title=title)
        return self._say("pitch_letter_to_nobody")

    def _answer(self) -> Iterator[Words | Facts]:
        """What the answer on one page says."""
        for page in self.paper.pages:
            if page.part is PitchPart.ANSWER:
                for block in page.blocks:
                    if isinstance(block, Words | Facts):
                        yield block

    def _sentences(self) -> Iterator[Said]:
        for block in self._answer():
            if isinstance(block, Words) and block.style in LEADS:
                yield block.text

    def _run_on(self, *said: Said) -> Said:
        """Sentences one after another, in each language."""
        gap = "" if self.tells[0].lang == "zh" else " "
        return Said(gap.join(one.main for one in said), " ".join(one.second for one in said))

    def _facts(self) -> None:
        # whom to call stands at the end of the letter
        contact = self._say("pitch_contact")
        rows = [
            row
            for one in self._answer()
            if isinstance(one, Facts)
            for row in one.rows
            if row.label != contact
        ]
        if not rows:
            return
        table = self.document.add_table(len(rows), len(WIDTHS))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        section = self.document.sections[0]
        width = section.page_width - section.left_margin - section.right_margin
        for column, share in enumerate(WIDTHS):
            table.columns[column].width = int(width * share)
        for number, fact in enumerate(rows):
            cells = table.rows[number].cells
            for column, share in enumerate(WIDTHS):
                cells[column].width = int(width * share)
                _rule(cells[column], first=number == 0)
            _keep_whole(table.rows[number])
            self._fact(cells, fact)
        after = self.document.add_paragraph(style=self._style(SMALL))
        after.paragraph_format.space_after = Pt(0)

    def _fact(self, cells: Sequence[Any], fact: Fact) -> None:
        self._cell(cells[0], fact.label, Look.QUIET)
        self._cell(cells[1], fact.value, fact.look)
        self._cell(cells[2], fact.note, Look.QUIET)

    def _cell(self, cell: Any, said: Said, look: Look) -> None:  # noqa: ANN401
        paragraph = cell.paragraphs[0]
        paragraph.style = self._style(CELL)
        run = paragraph.add_run(plain(said.main))
        run.bold = look in (Look.STRONG, Look.WARN, Look.ZERO)
        run.underline = UNDER.get(look)
        if plain(said.second):
            run = cell.add_paragraph(style=self._style(CELL)).add_run(plain(said.second))
            run.font.size = Pt(SECOND_SIZE)

    # ---- by whom, and with what

    def _sign(self) -> None:
        card = self.pitch.card
        blank = self.tells[0].say("pitch_letter_blank")
        name = self._either(card.name, card.name_en)
        self._add(NOTHING, SMALL)
        self._add(name if name.main else Said(blank), SIGN, indent=False)
        days = [tell.day(self.pitch.today) for tell in self.tells]
        # one line: the whole is to stay on one sheet
        self._add(Said(joined(Said(*days))), SIGN, indent=False)

    def _either(self, zh: str, en: str) -> Said:
        told = [tell.either(zh, en) for tell in self.tells]
        return Said(told[0], told[1] if len(told) > 1 and told[1] != told[0] else "")

    def _enclosed(self) -> None:
        """The other files of the pack."""
        forms = [one for one in PitchFormat if one in self.pitch.wishes.formats - NOT_ENCLOSED]
        self._add(NOTHING, SMALL)
        if forms:
            heading = Said(joined(self._say("pitch_letter_enclosed")))
            self._add(heading, indent=False, keep=True)
        kinds = [joined(self._say(f"pitch_letter_form.{one.value}"), " / ") for one in forms]
        if len(self.tells) > 1 and len(kinds) > MOST_LINES:
            # the whole is to stay on one sheet
            kinds = ["; ".join(kinds)]
        for number, kind in enumerate(kinds, 1):
            told = self.tells[0].say(
                "pitch_letter_enclosure", n=number, name=self.paper.title.main, form=kind
            )
            self._add(Said(told), SMALL, indent=False, keep=number < len(kinds))

    def _contact(self) -> None:
        """Whom to call, and where."""
        card = self.pitch.card
        who = " ".join(part for part in (one_line(card.contact), one_line(card.phone)) if part)
        if len(self.tells) == 1:
            self._add(NOTHING, SMALL)
        blank = self.tells[0].say("pitch_letter_blank")
        whom = self._say("pitch_letter_contact", who=who or blank)
        self._add(Said(whom.main), SMALL, indent=False)
        where = self._either(card.address, card.address_en)
        if where.main:
            told = [
                tell.say("pitch_letter_address", where=_side(where, tell.lang))
                for tell in self.tells
            ]
            self._add(Said(joined(Said(*told))), SMALL, indent=False)

    # ---- paragraphs

    def _style(self, name: str) -> str | None:
        """A style of ours, where the template has kept it."""
        return name if name in self.styles else None

    def _add(
        self, said: Said, style: str = "Normal", *, indent: bool = True, keep: bool = False
    ) -> None:
        """A paragraph, the second language beneath it; ``keep``: on the sheet of what follows."""
        paragraph = self.document.add_paragraph(style=self._style(style))
        _write(paragraph, said.main)
        paragraph.paragraph_format.keep_with_next = keep or None
        chinese = self.tells[0].lang == "zh"
        if indent and style == "Normal" and chinese:
            _indent(paragraph)
        if plain(said.second):
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.keep_with_next = True
            under = self.document.add_paragraph(style=self._style(SECOND))
            _write(under, said.second)
            under.paragraph_format.keep_with_next = keep
            if style in ("Title", SIGN):
                under.alignment = (
                    WD_ALIGN_PARAGRAPH.CENTER if style == "Title" else WD_ALIGN_PARAGRAPH.RIGHT
                )


def _side(said: Said, lang: str) -> str:
    """One language of a text."""
    return said.second if lang == "en" and said.second else said.main


def _write(paragraph: Any, text: str) -> None:  # noqa: ANN401
    for number, line in enumerate(plain(text).split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)


def _indent(paragraph: Any) -> None:  # noqa: ANN401
    """Two characters, whatever their size."""
    props = paragraph._p.get_or_add_pPr()
    indent = props.get_or_add_ind()
    indent.set(qn("w:firstLineChars"), str(INDENT * 100))
    # for programs that do not count in characters
    indent.set(qn("w:firstLine"), str(INDENT * BODY_TWIPS))


def _keep_whole(row: Any) -> None:  # noqa: ANN401
    """A row does not break over two sheets."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _rule(cell: Any, *, first: bool) -> None:  # noqa: ANN401
    """A hairline beneath, an inked line above the first."""
    borders = OxmlElement("w:tcBorders")
    for side, size, colour in (("top", "8", "24221F"), ("bottom", "4", "CBC3B4")):
        if side == "top" and not first:
            continue
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)

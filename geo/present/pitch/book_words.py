"""A workbook in one language or two: heads and texts of both stand in the same cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from openpyxl.utils import get_column_letter

from geo.model import Basis, Range, Reason, Source
from geo.model.pitch import Audience, Pitch, PitchLang
from geo.phrases import Phrases
from geo.present.figures import UNKNOWN
from geo.present.pitch.blocks import PitchPaper, Said
from geo.present.pitch.parts.money import HEARD
from geo.present.pitch.plain import joined, plain
from geo.present.pitch.words import Tell, clock
from geo.present.sheet import MADE_BY, Book, Sheet, Value

A4 = 9
NO_SHEET, MOST_NAME = re.compile(r"[\[\]:*?/\\]"), 31
UNITS = ("CNY", "CNY/day", "days", "nights", "visits", "visits/12mo")
COUNTED = ("nights", "visits", "visits/12mo")
WHOLE_FROM = 100


class PitchSheets(Book):
    """Sheets of a pitch; sources carry the numbers that they have in every file of the pack."""

    def __init__(self, paper: PitchPaper, pitch: Pitch, phrases: Phrases) -> None:
        both = paper.lang is PitchLang.BOTH
        super().__init__(phrases, "zh" if both else paper.lang.value)
        self.paper = paper
        self.pitch = pitch
        langs = ("zh", "en") if both else (self.lang,)
        self.tells = tuple(Tell(pitch, phrases, lang) for lang in langs)
        self.numbers = {said.main: n for n, said in enumerate(paper.sources, 1)}
        self.added: list[str] = []
        # whoever opens the file, not whoever wrote it, sees the author in its properties
        self.book.properties.creator = self.both(lambda tell: tell.bureau) or MADE_BY

    def both(self, tell: Callable[[Tell], str]) -> str:
        """A text in each language, a line each; what is the same in both once."""
        return "\n".join(dict.fromkeys(told for one in self.tells if (told := tell(one))))

    def either(self, zh: str, en: str) -> str:
        """A name in each language."""
        return self.both(lambda tell: tell.either(zh, en))

    def place(self, site_id: str) -> str:
        """A place by name."""
        return self.both(lambda tell: tell.site(site_id))

    def named(self, code: str) -> str:
        """The name of a sheet, as short as programs want it."""
        told = " ".join(dict.fromkeys(one.say(code) for one in self.tells))
        return NO_SHEET.sub(" ", told)[:MOST_NAME]

    def open(self, title: str, head: Iterable[str]) -> Sheet:
        """A new sheet; ``title`` and ``head`` are codes."""
        return Sheet(self.book.create_sheet(self.named(title)), [self.say(one) for one in head])

    def say(self, code: str) -> str:
        """A code in each language."""
        return self.both(lambda tell: tell.say(code))

    def told(self, reasons: Iterable[Reason]) -> str:
        """Reasons, a line each."""
        kept = tuple(reasons)
        return self.both(lambda tell: "\n".join(tell.reason(one) for one in kept))

    def heard(
        self,
        reasons: Iterable[Reason],
        more: frozenset[str] = frozenset(),
        starts: tuple[str, ...] = (),
    ) -> str:
        """Those reasons that a crew should hear, a line each; the rest is about rankings.

        ``more`` and ``starts``: codes, and beginnings of codes, to be heard beside the usual.
        """
        known = HEARD | more
        return self.told(one for one in reasons if one.code in known or one.code.startswith(starts))

    @property
    def public(self) -> bool:
        """Whether anybody may see the file: what the place gains is then its own affair."""
        return self.pitch.wishes.audience is Audience.PUBLIC

    def end(self, value: float | None) -> Value:
        """A number, or the word for unknown."""
        if value is not None:
            # an estimate is not known to the cent
            return round(value) if abs(value) >= WHOLE_FROM else round(value, 2)
        return self.both(lambda tell: UNKNOWN[tell.lang])

    def ends(self, given: Range | None) -> list[Value]:
        """Low, mid and high; a figure nobody knows is a word and never its floor of nought."""
        if given is None:
            return ["", "", ""]
        if not given.known and not given.low:
            return ["", self.end(None), ""]
        digits = 0 if given.unit in COUNTED else 2
        ends = (given.low, given.mid, given.high)
        return [self.end(end if end is None else round(end, digits)) for end in ends]

    def net_ends(self, net: Range) -> list[Value]:
        """What is left to pay; money beyond all costs is no gain, so no cell is below nought."""
        if not net.known or net.low is None or net.low >= 0:
            return self.ends(net)
        most = net.high if net.high is not None and net.high > 0 else None
        return ["", "", "" if most is None else self.end(most)]

    def net_told(self, net: Range) -> str:
        """The same in words; nothing where nobody knows."""
        return self.both(lambda tell: tell.net(net)) if net.known else ""

    def clock(self, minutes: int, *, dated: bool) -> str:
        """A time of day; about, where no date is told."""
        return clock(minutes) if dated else f"≈ {clock(minutes)}"

    def unit(self, given: Range) -> str:
        """What is counted."""
        return self.say(f"pitch_book_unit.{given.unit}") if given.unit in UNITS else given.unit

    def basis(self, given: Range) -> str:
        """How a figure is known; what the project says of itself is no quote."""
        if given.basis is Basis.QUOTED and not given.unit.startswith("CNY"):
            return self.say("pitch_book_told")
        return self.both(lambda tell: tell.basis(given))

    def noted(self, sources: Iterable[Source]) -> str:
        """The numbers under which sources stand on the last sheet."""
        found = [self._number(source) for source in dict.fromkeys(sources)]
        return " ".join(f"[{number}]" for number in dict.fromkeys(found))

    def _number(self, source: Source) -> int:
        told = self.tells[0].source(source)
        if told not in self.numbers:
            self.numbers[told] = len(self.paper.sources) + len(self.added) + 1
            self.added.append(self.both(lambda tell: tell.source(source)))
        return self.numbers[told]

    def write_sources(self) -> None:
        """The last sheet: every source in full under its number."""
        sheet = self.open("pitch_book_sources", ("head_number", "head_source"))
        listed = [joined(said, "\n") for said in self.paper.sources] + self.added
        for number, text in enumerate(listed, 1):
            sheet.add([number, text])
        self.settle(sheet, (8, 110))

    def text(self, said: Said) -> str:
        """A text of the paper for a cell."""
        return joined(said, "\n")

    def settle(self, sheet: Sheet, widths: Sequence[float]) -> None:
        """Widths, filters on the head, and how it prints."""
        sheet.fit(widths)
        page = sheet.sheet
        last = get_column_letter(max(1, page.max_column))
        if sheet.row > 2:
            page.auto_filter.ref = f"A1:{last}{sheet.row - 1}"
        page.print_title_rows = "1:1"
        page.page_setup.paperSize = A4
        # an ampersand begins a code there
        name = plain(self.paper.title.main).replace("&", "&&")[:80]
        for place, text in (("left", name), ("right", self.tells[0].say("pitch_book_page"))):
            getattr(page.oddFooter, place).text = text
        heads = [cell.value for cell in page[1]]
        lines = max((str(head or "").count("\n") for head in heads), default=0) + 1
        page.row_dimensions[1].height = 17.0 * max(lines, 2 if len(widths) > 8 else 1)

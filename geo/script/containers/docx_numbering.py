"""Word's automatic numbers, counted as Word counts them and written as they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from geo.script.containers.docx_styles import VAL, ListPlace, Styles, W, is_on, value, whole
from geo.script.containers.numerals import numeral

LEVELS = 9
TOKEN = re.compile(r"%([1-9])")
# signs that mean something in a script; any other bullet is dropped
SIGNS = frozenset("△▲")
WINGDINGS_3 = {0x70: "▲", 0x72: "△"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts and what stands around the number."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = " "
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """The counters that all lists of one definition share."""

    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


def sign_of(char: str, font: str) -> str:
    """△ or ▲ when ``char`` in ``font`` shows one, else nothing."""
    if char in SIGNS:
        return char
    if len(char) == 1 and font.casefold().startswith("wingdings 3"):
        return WINGDINGS_3.get(ord(char) & 0xFF, "")
    return ""


def _form(element: etree._Element) -> str:
    """The number format; writers wrap new ones in alternatives, the last is the one all know."""
    found = list(element.iter(f"{W}numFmt"))
    for one in found:
        sample = (one.get(f"{W}format") or "").split(",")[0].strip()
        if one.get(VAL) == "custom" and sample.isdigit():
            return f"0{len(sample)}d"
    return (found[-1].get(VAL) if found else None) or "decimal"


def _level(element: etree._Element) -> Level:
    form = _form(element)
    text = value(element, "lvlText") or ""
    if form == "bullet":
        fonts = element.find(f"{W}rPr/{W}rFonts")
        font = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
        text = sign_of(text.strip(), font)
    start = whole(value(element, "start"))
    return Level(
        start=1 if start is None else start,
        form=form,
        text=text,
        gap="" if value(element, "suff") == "nothing" else " ",
        restart=whole(value(element, "lvlRestart")),
        legal=is_on(element, f"{W}isLgl"),
        style=value(element, "pStyle") or "",
    )


def _levels(element: etree._Element) -> dict[int, Level]:
    found = {}
    for one in element.findall(f"{W}lvl"):
        index = whole(one.get(f"{W}ilvl"))
        if index is not None and index < LEVELS:
            found[index] = _level(one)
    return found


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        nodes = [] if root is None else root.findall(f"{W}abstractNum")
        self._abstracts = {one.get(f"{W}abstractNumId", ""): one for one in nodes}
        nodes = [] if root is None else root.findall(f"{W}num")
        self._numbers = {whole(one.get(f"{W}numId")): one for one in nodes}
        self._levels: dict[int, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._lists: dict[str, _List] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, style: str, number: int | None, level: int | None) -> str:
        """What Word prints before a paragraph of ``style`` that itself names this list and level.

        Counts: call it once for each paragraph, in order. Empty when there is no number.
        """
        place = self._place(style, number, level)
        if not place.number or place.number not in self._numbers:
            return ""
        abstract, levels, starts = self._definition(place.number)
        depth = self._depth(place, levels)
        own = levels.get(depth)
        if own is None:
            return ""
        counters = self._count(place.number, abstract, depth, levels, starts)
        if own.form == "bullet":
            return own.text
        text = TOKEN.sub(lambda found: self._written(found, own, levels, counters), own.text)
        return text + own.gap if text else ""

    def _place(self, style: str, number: int | None, level: int | None) -> ListPlace:
        if number is not None:
            return ListPlace(number, level or 0)
        inherited = self._styles.list_of(style)
        return inherited if level is None else ListPlace(inherited.number, level)

    def _depth(self, place: ListPlace, levels: dict[int, Level]) -> int:
        if place.style:
            for index, level in levels.items():
                if level.style == place.style:
                    return index
        return min(place.level or 0, LEVELS - 1)

    def _definition(self, number: int) -> tuple[str, dict[int, Level], dict[int, int]]:
        """The definition of list ``number``: its key, its levels, and where it starts anew."""
        if number not in self._levels:
            element = self._numbers[number]
            abstract = self._resolve(value(element, "abstractNumId") or "")
            node = self._abstracts.get(abstract)
            levels = {} if node is None else _levels(node)
            starts: dict[int, int] = {}
            for one in element.findall(f"{W}lvlOverride"):
                index = whole(one.get(f"{W}ilvl"))
                if index is None or index >= LEVELS:
                    continue
                levels |= {at: level for at, level in _levels(one).items() if at == index}
                start = whole(value(one, "startOverride"))
                if start is not None:
                    starts[index] = start
            self._levels[number] = (abstract, levels, starts)
        return self._levels[number]

    def _resolve(self, abstract: str) -> str:
        """The definition itself, where ``abstract`` only points to a numbering style."""
        for _ in range(LEVELS):
            link = value(self._abstracts.get(abstract), "numStyleLink")
            number = None if link is None else self._styles.numbering_of(link)
            if number is None or number not in self._numbers:
                break
            abstract = value(self._numbers[number], "abstractNumId") or ""
        return abstract

    def _count(
        self,
        number: int,
        abstract: str,
        depth: int,
        levels: dict[int, Level],
        starts: dict[int, int],
    ) -> list[int | None]:
        counters = self._lists.setdefault(abstract, _List()).counters
        for upper in range(depth):
            if counters[upper] is None and upper in levels:
                counters[upper] = starts.get(upper, levels[upper].start)
        current = counters[depth]
        fresh = depth in starts and (number, depth) not in self._started
        if fresh or current is None:
            counters[depth] = starts.get(depth, levels[depth].start)
        else:
            counters[depth] = current + 1
        self._started.add((number, depth))
        for deeper in range(depth + 1, LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                counters[deeper] = None
        return counters

    def _written(
        self,
        found: re.Match[str],
        own: Level,
        levels: dict[int, Level],
        counters: list[int | None],
    ) -> str:
        index = int(found[1]) - 1
        level = levels.get(index)
        count = counters[index]
        if level is None or count is None:
            return ""
        if level.form.startswith("0") and level.form.endswith("d"):
            return format(count, level.form)
        return numeral(count, "decimal" if own.legal else level.form)

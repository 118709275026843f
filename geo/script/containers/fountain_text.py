"""Fountain scripts, through fountain-py, with headings and cues in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fountain.elements import ElementType, FountainElement
from fountain.parser import FountainParser

from geo.model import Tag
from geo.progress import Job, Step
from geo.script.text.source import Source, SourceLine

CHUNK_LINES = 1_500
FOUNTAIN_TAGS = {
    ElementType.SCENE_HEADING: Tag.HEADING,
    ElementType.CHARACTER: Tag.SPEAKER,
    ElementType.DIALOGUE: Tag.DIALOGUE,
    ElementType.PARENTHETICAL: Tag.DIALOGUE,
    ElementType.LYRICS: Tag.DIALOGUE,
    ElementType.ACTION: Tag.ACTION,
    ElementType.CENTERED: Tag.ACTION,
    ElementType.TRANSITION: Tag.CARD,
}
# the library takes a forced heading or cue for one only before a Latin letter or digit
FORCED = re.compile(r"^\.(?=[^\s.\x00-\x7f])", re.MULTILINE)
STAND_IN = "x"
OPENS_CHUNK = re.compile(r"^(?:\.[^.]|(?:int|ext|est|i/e)[. /])", re.IGNORECASE)
# keeps the library from taking the first line of a later part for a title page
LEAD = ("!part", "")


def without_notes(text: str) -> str:
    """``text`` with ``/* */`` and ``[[ ]]`` blanked out, line for line; unclosed ones stay text."""
    for opening, closing in (("/*", "*/"), ("[[", "]]")):
        kept, position = [], 0
        while (start := text.find(opening, position)) >= 0:
            end = text.find(closing, start + 2)
            if end < 0:
                break
            kept += [text[position:start], "\n" * text.count("\n", start, end)]
            position = end + 2
        kept.append(text[position:])
        text = "".join(kept)
        # an opening without its end is no note, and slow for the library
        first, second = map(re.escape, opening)
        text = re.sub(f"{first}(?={second})", opening[0] + " ", text)
    return text


def _chunks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Parts that begin at a heading after a blank line, each with the index of its first line."""
    start = 0
    for index in range(1, len(lines)):
        far = index - start >= CHUNK_LINES
        if far and not lines[index - 1].strip() and OPENS_CHUNK.match(lines[index]):
            yield start, lines[start:index]
            start = index
    yield start, lines[start:]


def read_fountain(text: str) -> Job[Source]:
    """A Fountain script; headings may be forced with a dot before Chinese words."""
    lines = without_notes(text).splitlines()
    found: list[SourceLine] = []
    title = ""
    for start, chunk in _chunks(lines):
        yield Step("script_opening", start, len(lines))
        lead = LEAD if start else ()
        part = FORCED.sub("." + STAND_IN, "\n".join((*lead, *chunk)))
        document = FountainParser().parse(part)
        if not start:
            title = str(document.metadata.get("title", "")).strip("*_ ")
        for element in document.elements:
            for one in _spoken_apart(element):
                number = one.line_number + start - len(lead)
                if number <= start and lead:
                    continue
                found += _fountain_lines(one.type, one.text, number, one.metadata, lines)
    found = _in_order(found)
    marked = any(line.tag is Tag.HEADING for line in found)
    if not marked:
        found = [SourceLine(number, line) for number, line in enumerate(lines, start=1)]
    return Source(tuple(_whole(found, text.splitlines())), title, marked=marked)


def _whole(found: list[SourceLine], written: list[str]) -> Iterator[SourceLine]:
    """``found`` with the lines between that are no part of the play: notes, sections, synopses."""
    number = 1
    for line in found:
        yield from _between(written, number, line.number, started=number > 1)
        yield line
        number = line.number + 1
    yield from _between(written, number, len(written) + 1, started=bool(found))


def _between(written: list[str], start: int, end: int, *, started: bool) -> Iterator[SourceLine]:
    for number in range(start, end):
        text = written[number - 1] if number <= len(written) else ""
        yield SourceLine(number, text, Tag.SKIP if started and text.strip() else None)


def _spoken_apart(element: FountainElement) -> list[FountainElement]:
    """Two speeches that the library joins, one after the other again; any other element alone."""
    if element.type is not ElementType.DUAL_DIALOGUE:
        return [element]
    found: list[FountainElement] = []
    for key in ("left_character", "left_dialogue", "right_character", "right_dialogue"):
        told = element.metadata.get(key)
        if isinstance(told, list):
            found += told
        elif isinstance(told, FountainElement):
            found.append(told)
    return found


def _in_order(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines with each number once, where the library puts two elements on one line."""
    ordered: list[SourceLine] = []
    for line in lines:
        least = ordered[-1].number + 1 if ordered else 1
        ordered.append(line if line.number >= least else replace(line, number=least))
    return ordered


def _fountain_lines(
    kind: ElementType, text: str, number: int, metadata: object, lines: list[str]
) -> list[SourceLine]:
    tag = FOUNTAIN_TAGS.get(kind)
    if tag is None:
        return []
    written = lines[number - 1] if 0 < number <= len(lines) else ""
    if tag is Tag.HEADING and FORCED.match(written.lstrip()):
        text = text.removeprefix(STAND_IN)
    scene_number = metadata.get("scene_number", "") if isinstance(metadata, dict) else ""
    parts = text.split("\n")
    return [
        SourceLine(number + offset, part, tag, str(scene_number or ""))
        for offset, part in enumerate(parts)
    ]

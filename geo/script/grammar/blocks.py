"""Blocks: a line that may be a heading, with the lines below that complete it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.model import Tag
from geo.script.grammar.episodes import read_marker
from geo.script.grammar.fields import Fields, labelled_fields, read_fields
from geo.script.grammar.headings import (
    ACTION_MARKS,
    QUOTED,
    SENTENCE,
    Heading,
    could_be_heading,
    read_heading,
)
from geo.script.grammar.labels import read_labels
from geo.script.text.fold import bare, fold, read_number
from geo.script.text.numbers import Family, read_numbered
from geo.script.text.source import SourceLine

NUMBERED = (Family.DASH, Family.ORDINAL, Family.LIST)
MOST_DETAILS = 8
LONGEST_DETAIL = 60
LONGEST_PLACE_LINE = 16
BLOCK_KEYS = frozenset({"number", "episode", "time", "side", "view", "place"})
# details of a scene that stand between its heading and what is played
BELOW = (Tag.CAST, Tag.DETAIL, Tag.BLANK)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with the lines below that complete it: the index after its last line."""

    heading: Heading
    end: int


def _detail(text: str, heading: Heading, without: frozenset[Family]) -> Heading | None:
    """``heading`` completed by the line ``text``; None when the line is no part of it."""
    line = bare(text)
    if len(line) > LONGEST_DETAIL * 4 or line[:1] in ACTION_MARKS:
        return None
    labels = read_labels(line)
    if labels and not labels[""]:
        again = heading.fields.place and (labels.get("place") or labels.get("view"))
        other = heading.number is not None and "number" in labels
        return None if again or other or "story" in labels else _labelled(heading, labels)
    if heading.omitted or heading.full or (heading.rest and heading.complete):
        return None
    if len(line) > LONGEST_DETAIL or ":" in fold(line) or SENTENCE.search(QUOTED.sub("", line)):
        return None
    below = read_heading(line, without)
    if below and below.number is not None:
        return None
    fields = read_fields(line)
    return heading.with_fields(fields) if fields.marks else None


def _labelled(heading: Heading, labels: Mapping[str, str]) -> Heading:
    found = heading.with_fields(labelled_fields(labels))
    if heading.number is None and labels.get("number"):
        numbered = read_numbered(fold("场" + labels["number"].removeprefix("第")))
        if numbered and numbered.number is not None:
            found = replace(
                found,
                family=Family.LABELS,
                episode=numbered.episode,
                number=numbered.number,
                suffix=numbered.suffix,
                through=numbered.through,
            )
    if found.episode is None and labels.get("episode"):
        found = replace(found, episode=read_number(fold(labels["episode"]).strip("第集 ")))
    return found


def _place_line(lines: Sequence[SourceLine], index: int, heading: Heading) -> Heading | None:
    """``heading`` with the place that stands on a line of its own above a line of fields."""
    text = bare(lines[index].text.strip())
    if heading.rest or heading.fields.place or heading.fields.marks or index + 1 >= len(lines):
        return None
    if len(text) > LONGEST_PLACE_LINE or SENTENCE.search(text) or ":" in fold(text):
        return None
    if read_marker(text) or read_heading(text):
        return None
    below = read_fields(bare(lines[index + 1].text.strip()))
    return heading.with_fields(Fields(place=text)) if below.marks and not below.place else None


def gather(
    lines: Sequence[SourceLine],
    start: int,
    heading: Heading,
    without: frozenset[Family] = frozenset(),
) -> Block:
    """The block of the heading at ``start``: lines below it that say more of its fields."""
    if heading.glued and not heading.complete:
        return Block(heading, start + 1)
    end, index, skipped = start + 1, start + 1, False
    told = set(BLOCK_KEYS & read_labels(bare(lines[start].text)).keys())
    while index < min(len(lines), start + MOST_DETAILS + 1):
        line = lines[index]
        text = line.text.strip()
        if line.by_hand and line.tag not in BELOW:
            break
        if not text:
            if skipped or heading.complete or heading.rest:
                break
            skipped, index = True, index + 1
            continue
        labels = BLOCK_KEYS & read_labels(bare(text)).keys()
        # what is told a second time is told of the next scene
        if labels & told:
            break
        told |= labels
        completed = _detail(text, heading, without) or _place_line(lines, index, heading)
        if completed is None and line.by_hand:
            completed = heading
        if completed is None:
            break
        heading, index = completed, index + 1
        end = index
    return Block(heading, end)


def _opens_block(text: str) -> Heading | None:
    """A heading without a number whose fields stand in labelled lines."""
    labels = read_labels(bare(text))
    if not labels or labels[""] or not BLOCK_KEYS & labels.keys():
        return None
    empty = Heading(Family.LABELS, None, None, "", Fields())
    return _labelled(empty, labels)


def candidate(
    lines: Sequence[SourceLine], index: int, without: frozenset[Family] = frozenset()
) -> Block | None:
    """The heading that may begin at line ``index``, whatever the house style."""
    text = lines[index].text
    if not could_be_heading(text):
        return None
    heading = read_heading(text, without)
    if heading is None or (heading.number is None and not heading.complete):
        heading = None if Family.LABELS in without else _opens_block(text)
        if heading is None:
            return None
    block = gather(lines, index, heading, without)
    found = block.heading
    if found.family is Family.LABELS and not found.complete:
        return None
    return block if found.fields.place or found.omitted or found.family in NUMBERED else None


def said_heading(lines: Sequence[SourceLine], index: int) -> Block:
    """The block of a line that the user says is a heading, whatever it looks like."""
    text = lines[index].text
    heading = read_heading(text) or _opens_block(text)
    if heading is None:
        fields = read_fields(bare(text))
        place = fields.place or ("" if fields.marks else bare(text).strip())
        heading = Heading(Family.PLAIN, None, None, "", replace(fields, place=place), text)
    return gather(lines, index, heading)

"""The house style of a document: how its scenes are numbered, found before anything is read.

A document keeps one style, so a line is a heading only when it looks like the others: a score in a
line of dialogue (3-2) or a numbered list in a synopsis never becomes a scene.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.script.fields import LABELS, labelled_fields, read_fields, read_labels
from geo.script.fold import bare, fold, read_number
from geo.script.headings import (
    ACTION_MARKS,
    SENTENCE,
    Family,
    Heading,
    could_be_heading,
    read_heading,
)
from geo.script.source import SourceLine

NUMBERED = (Family.DASH, Family.ORDINAL)
USUAL = 0.7
MOST_DETAILS = 8
LONGEST_BARE_REST = 16
LONGEST_DETAIL = 60
BLOCK_KEYS = frozenset({"number", "episode", "time", "side", "place"})


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with the lines below that complete it: the index after its last line."""

    heading: Heading
    end: int


@dataclass(frozen=True, slots=True)
class Style:
    """The family most headings belong to, and whether they usually give time and INT/EXT."""

    family: Family | None
    with_fields: bool
    blocks: Mapping[int, Block]


def _detail(text: str, heading: Heading) -> Heading | None:
    """``heading`` completed by the line ``text``; None when the line is no part of it."""
    line = bare(text)
    if len(line) > LONGEST_DETAIL * 2 or line[:1] in ACTION_MARKS:
        return None
    labels = read_labels(line)
    if labels and not labels[""]:
        again = heading.fields.place and labels.get("place")
        other = heading.number is not None and "number" in labels
        return None if again or other else _labelled(heading, labels)
    if heading.full or (heading.rest and heading.complete) or SENTENCE.search(fold(line)):
        return None
    fields = read_fields(line)
    if len(line) > LONGEST_DETAIL or ":" in fold(line) or not fields.marks:
        return None
    below = read_heading(line)
    return None if below and below.number is not None else heading.with_fields(fields)


def _labelled(heading: Heading, labels: Mapping[str, str]) -> Heading:
    found = heading.with_fields(labelled_fields(labels))
    if heading.number is None and labels.get("number"):
        numbered = read_heading("场" + labels["number"])
        if numbered and numbered.number is not None:
            found = Heading(
                Family.LABELS, numbered.episode, numbered.number, numbered.suffix, found.fields
            )
    if found.episode is None and labels.get("episode"):
        episode = read_number(fold(labels["episode"]).strip("第集 "))
        found = Heading(found.family, episode, found.number, found.suffix, found.fields, found.rest)
    return found


def _gather(lines: Sequence[SourceLine], start: int, heading: Heading) -> Block:
    end, index, skipped = start + 1, start + 1, False
    while index < min(len(lines), start + MOST_DETAILS + 1):
        text = lines[index].text.strip()
        if not text:
            if skipped or heading.complete or heading.rest:
                break
            skipped, index = True, index + 1
            continue
        completed = _detail(text, heading)
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
    empty = Heading(Family.LABELS, None, None, "", read_fields(""))
    return _labelled(empty, labels)


def candidate(lines: Sequence[SourceLine], index: int) -> Block | None:
    """The heading that may begin at line ``index``, whatever the house style."""
    text = lines[index].text
    if not could_be_heading(text):
        return None
    heading = read_heading(text)
    if heading is None or (heading.number is None and not heading.complete):
        heading = _opens_block(text)
        if heading is None:
            return None
    block = _gather(lines, index, heading)
    if block.heading.family is Family.LABELS and not block.heading.complete:
        return None
    if block.heading.fields.place or block.heading.family in NUMBERED:
        return block
    return None


def find_style(blocks: Mapping[int, Block]) -> Style:
    """The style of a document from all headings that its lines may be."""
    headings = [block.heading for block in blocks.values()]
    complete = Counter(heading.family for heading in headings if heading.complete)
    order = list(Family)
    if complete:
        family = min(complete, key=lambda one: (-complete[one], order.index(one)))
        own = [heading for heading in headings if heading.family is family]
        lacking = [heading for heading in own if not heading.complete]
        runs = sum(follows(one, other) for one, other in pairwise(lacking))
        fields = complete[family] > runs
        # a numbered list with fields here and there is still a list: ask for the fields
        return Style(family, fields or family not in NUMBERED, blocks)
    for family in NUMBERED:
        own = [heading for heading in headings if heading.family is family]
        runs = sum(follows(one, other) for one, other in pairwise(own))
        if len(own) >= 2 and runs >= USUAL * (len(own) - 1):
            return Style(family, False, blocks)
    return Style(None, False, blocks)


def follows(before: Heading | None, heading: Heading) -> bool:
    """Whether ``heading`` carries the next number after ``before``, or opens an episode."""
    if heading.number is None:
        return False
    if before is None or before.number is None:
        return heading.number == 1
    if heading.episode == before.episode:
        inserted = heading.number == before.number and heading.suffix > before.suffix
        restarted = heading.episode is None and heading.number == 1 < before.number
        return heading.number == before.number + 1 or inserted or restarted
    return heading.number == 1 and (heading.episode or 0) > (before.episode or 0)


def belongs(style: Style, heading: Heading, before: Heading | None, after: Heading | None) -> bool:
    """Whether ``heading`` is a scene of a document in this style.

    ``before`` is the scene before it, ``after`` the next complete heading of this style.
    """
    if heading.family is not style.family:
        return heading.full
    if heading.complete:
        return True
    if not follows(before, heading):
        return False
    taken = after is not None and (after.episode, after.number) == (heading.episode, heading.number)
    if taken or not style.with_fields:
        return bool(heading.fields.place) and not taken
    return style.family in NUMBERED and len(heading.rest) <= LONGEST_BARE_REST


LABEL_WORDS = frozenset(LABELS)

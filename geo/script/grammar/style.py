"""The house style of a document: how its scenes are numbered, found before anything is read.

A document keeps one style, so a line is a heading only when it looks like the others: a score in a
line of dialogue (3-2) or a numbered list in a synopsis never becomes a scene.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.script.grammar.blocks import NUMBERED, Block
from geo.script.grammar.headings import Heading, with_lead
from geo.script.text.numbers import Family
from geo.script.text.source import SourceLine

USUAL = 0.7
LONGEST_BARE_REST = 16
WEAK_AT_LEAST = 3
RUNS_AT_LEAST = 2
UNNUMBERED = frozenset({Family.PLAIN, Family.SLUG})


@dataclass(frozen=True, slots=True)
class Style:
    """The family most headings belong to, and whether they usually give time and INT/EXT.

    ``weak``: headings without a number that give a place and one of the two only.
    """

    family: Family | None
    with_fields: bool
    blocks: Mapping[int, Block]
    weak: bool = False

    def owns(self, heading: Heading) -> bool:
        """Whether ``heading`` is numbered as this style is."""
        if heading.weak and not self.weak:
            return False
        if self.family in UNNUMBERED and heading.family in UNNUMBERED:
            return True
        return heading.family is self.family


def _runs(headings: Iterable[Heading]) -> int:
    """How many headings carry the next number after the one before."""
    return sum(follows(one, other) for one, other in pairwise(headings))


def find_style(
    blocks: Mapping[int, Block], lines: Sequence[SourceLine], known: Family | None = None
) -> Style:
    """The style of a document from all headings that its lines may be.

    ``known`` is what an earlier reading found: a correction by hand does not turn the style.
    """
    votes, lacking = _votes(blocks, lines)
    if known is not None:
        votes = {family: votes[family] if family is known else 0 for family in votes}
    if any(votes.values()):
        order = list(Family)
        family = min(votes, key=lambda one: (-votes[one], order.index(one)))
        # a numbered list with fields here and there is still a list: ask for the fields
        fields = votes[family] - lacking[family] > lacking[family] or family not in NUMBERED
        if votes[family] > 1 or not _weak(blocks, lines):
            return _led(Style(family, fields, blocks))
    for family in NUMBERED if known is None else {known} & set(NUMBERED):
        if _numbers_alone(blocks, family, lines):
            return Style(family, False, blocks)
    if known in (None, Family.PLAIN) and _weak(blocks, lines):
        return _led(Style(Family.PLAIN, True, blocks, weak=True))
    return Style(known, True, blocks)


def _votes(
    blocks: Mapping[int, Block], lines: Sequence[SourceLine]
) -> tuple[dict[Family, int], dict[Family, int]]:
    """Headings of each family that count for it, and runs of those that tell a number only."""
    strong = {i: block for i, block in blocks.items() if not block.heading.weak}
    played = _played(strong, lines)
    votes: dict[Family, int] = {}
    lacking: dict[Family, int] = {}
    for family in Family:
        own = {i: b.heading for i, b in strong.items() if b.heading.family is family}
        complete = [i for i, heading in own.items() if heading.complete]
        runs = _runs(heading for heading in own.values() if not heading.complete)
        counted = sum(i in played for i in complete) if played else len(complete)
        # anything is numbered 1, 2, 3: such a list counts only beside headings that say all
        lacking[family] = runs if family in NUMBERED else 0
        alone = family in NUMBERED and family is not Family.LIST and runs >= RUNS_AT_LEAST
        votes[family] = counted + lacking[family] if counted or alone else 0
    return votes, lacking


def _played(blocks: Mapping[int, Block], lines: Sequence[SourceLine]) -> frozenset[int]:
    """Complete headings with something below them that is no other heading of their family."""
    found: dict[int, Family] = {}
    last: dict[Family, int] = {}
    for index, block in blocks.items():
        if not block.heading.complete:
            continue
        family = block.heading.family
        before = last.get(family)
        if before is not None and _has_text(lines, blocks[before].end, index):
            found[before] = family
        last[family] = index
    ends = {index for index in last.values() if _has_text(lines, blocks[index].end, len(lines))}
    return frozenset(found) | ends


def _has_text(lines: Sequence[SourceLine], start: int, end: int) -> bool:
    return any(lines[index].text.strip() for index in range(start, end))


def _numbers_alone(
    blocks: Mapping[int, Block], family: Family, lines: Sequence[SourceLine]
) -> bool:
    """Whether headings of this family tell a number and a place at most, one after the other."""
    own = [(index, block) for index, block in blocks.items() if block.heading.family is family]
    runs = _runs(block.heading for _, block in own)
    if len(own) < 2 or runs < USUAL * (len(own) - 1):
        return False
    if family is not Family.LIST:
        return True
    # a list of anything is numbered: only one with something played between is of scenes
    between = [
        any(line.text.strip() for line in lines[block.end : after])
        for (_, block), (after, _) in pairwise(own)
    ]
    short = [len(block.heading.rest) <= LONGEST_BARE_REST for _, block in own]
    return len(own) > WEAK_AT_LEAST and all(short) and sum(between) >= USUAL * len(between)


def _weak(blocks: Mapping[int, Block], lines: Sequence[SourceLine]) -> bool:
    """Whether headings without a number that say little stand apart often enough."""
    apart = [
        index
        for index, block in blocks.items()
        if block.heading.weak and stands_apart(lines, index)
    ]
    return len(apart) >= WEAK_AT_LEAST


def stands_apart(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a line opens the text or follows a blank one."""
    return index == 0 or not lines[index - 1].text.strip()


def _led(style: Style) -> Style:
    """``style`` with the numbers that its headings wear in a dress no family knows."""
    if style.family is not Family.PLAIN:
        return style
    own = {i: block for i, block in style.blocks.items() if style.owns(block.heading)}
    led = {
        index: replace(block, heading=heading)
        for index, block in own.items()
        if (heading := with_lead(block.heading)) is not None
    }
    if len(led) < 2 or len(led) < USUAL * len(own):
        return style
    if _runs(block.heading for block in led.values()) < USUAL * (len(led) - 1) / 2:
        return style
    return replace(style, blocks={**style.blocks, **led})


def follows(before: Heading | None, heading: Heading) -> bool:
    """Whether ``heading`` carries the next number after ``before``, or opens an episode."""
    if heading.number is None:
        return False
    if before is None or before.number is None:
        return heading.number == 1
    last = before.through or before.number
    if heading.episode == before.episode:
        inserted = heading.number == before.number and heading.suffix > before.suffix
        restarted = heading.episode is None and heading.number == 1 < before.number
        return heading.number == last + 1 or inserted or restarted
    opens = heading.number in (1, last + 1)
    return opens and (heading.episode or 0) > (before.episode or 0)


def belongs(style: Style, heading: Heading, before: Heading | None, after: Heading | None) -> bool:
    """Whether ``heading``, numbered as ``style`` is, is a scene.

    ``before`` is the scene before it, ``after`` the next complete heading of this style.
    """
    if heading.omitted:
        return before is None or heading.episode != before.episode or _near(before, heading)
    if heading.complete:
        return True
    if heading.glued or not follows(before, heading):
        return False
    taken = after is not None and (after.episode, after.number) == (heading.episode, heading.number)
    if taken:
        return False
    if not style.with_fields:
        return bool(heading.fields.place)
    if style.family is Family.LIST and not _between(before, heading, after):
        return False
    return style.family in NUMBERED and len(heading.rest) <= LONGEST_BARE_REST


def _between(before: Heading | None, heading: Heading, after: Heading | None) -> bool:
    """Whether the numbers before and after leave just this one out; any list counts from 1."""
    numbers = [one.number if one else None for one in (before, heading, after)]
    return None not in numbers and numbers == list(range(numbers[0] or 0, (numbers[0] or 0) + 3))


def _near(before: Heading, heading: Heading) -> bool:
    return heading.number is not None and 0 <= heading.number - (before.number or 0) <= 3

"""Which of the lines that may be headings are scenes: those in the style of the document.

A document may change its style once or twice (two writers); a scene list before the script names
scenes that follow, and is none; a heading of another style is taken only when it says everything.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from geo.model import Tag
from geo.script.grammar.asides import opens_section
from geo.script.grammar.blocks import NUMBERED, Block, said_heading
from geo.script.grammar.episodes import read_marker
from geo.script.grammar.headings import Heading
from geo.script.grammar.style import Style, belongs, find_style, follows, stands_apart
from geo.script.text.fold import fold
from geo.script.text.numbers import Family
from geo.script.text.source import SourceLine

SECOND_STYLE_AT_LEAST = 3
CONTENTS_AT_LEAST = 3
MOST = 0.6
PLACE_START = 3


@dataclass(frozen=True, slots=True)
class Accepted:
    """A scene heading: its block, and whether it is in another style than those around it."""

    block: Block
    odd: bool = False


def accept(
    lines: Sequence[SourceLine], blocks: Mapping[int, Block], known: Family | None = None
) -> tuple[dict[int, Accepted], Style]:
    """The scene headings by the index of their first line, and the style of the document.

    ``known`` is the family that an earlier reading of the same lines found.
    """
    whole = find_style(blocks, lines, known)
    titles = [index for index, line in enumerate(lines) if opens_section(line.text)]
    accepted: dict[int, Accepted] = {}
    for start, end in _spans(lines, blocks, whole):
        own = {index: block for index, block in blocks.items() if start <= index < end}
        style = whole if (start, end) == (0, len(lines)) else find_style(own, lines)
        accepted.update(_Pass(lines, style, (start, end), titles).run())
    return _without_contents(lines, _without_tables(lines, accepted, titles)), whole


def _spans(
    lines: Sequence[SourceLine], blocks: Mapping[int, Block], style: Style
) -> Iterator[tuple[int, int]]:
    """Stretches of one style each: mostly the whole document."""
    size = len(lines)
    main = [i for i, b in blocks.items() if style.owns(b.heading) and b.heading.complete]
    others: dict[Family, list[int]] = defaultdict(list)
    for index, block in blocks.items():
        if block.heading.full and not style.owns(block.heading):
            others[block.heading.family].append(index)
    second = max(others.values(), key=len, default=[])
    if not main or not _is_second(lines, blocks, second, main):
        yield 0, size
        return
    first, last = second[0], second[-1]
    after = next((index for index in main if index > last), size)
    yield from (span for span in ((0, first), (first, after), (after, size)) if span[0] < span[1])


def _is_second(
    lines: Sequence[SourceLine], blocks: Mapping[int, Block], second: list[int], main: list[int]
) -> bool:
    """Whether headings of another family are a run of their own with scenes below them."""
    if len(second) < SECOND_STYLE_AT_LEAST:
        return False
    if any(second[0] < index < second[-1] for index in main):
        return False
    pairs = list(pairwise(second))
    played = sum(_is_played(lines, blocks[one].end, other) for one, other in pairs)
    headings = [blocks[index].heading for index in second]
    numbered = headings[0].family in NUMBERED
    runs = sum(follows(one, other) for one, other in pairwise(headings))
    return played >= MOST * len(pairs) and (not numbered or runs >= MOST * len(pairs))


def _is_played(lines: Sequence[SourceLine], start: int, end: int) -> bool:
    """Whether anything stands between two headings."""
    return any(line.text.strip() and not read_marker(line.text) for line in lines[start:end])


class _Pass:
    """One pass over the candidates of a stretch, in order."""

    def __init__(
        self,
        lines: Sequence[SourceLine],
        style: Style,
        span: tuple[int, int],
        titles: Sequence[int],
    ) -> None:
        self.lines, self.style = lines, style
        self.start, self.end = span
        said = {
            index: said_heading(lines, index)
            for index in range(*span)
            if lines[index].by_hand and lines[index].tag is Tag.HEADING
        }
        self.said = frozenset(said)
        self.blocks = sorted({**style.blocks, **said}.items())
        self.before: Heading | None = None
        self.outside = _outside(titles, self.blocks, style)

    def run(self) -> Iterable[tuple[int, Accepted]]:
        """The scenes by the index of their first line."""
        complete = [
            (index, block.heading)
            for index, block in self.blocks
            if block.heading.complete and self.style.owns(block.heading)
        ]
        ahead = until = 0
        found: list[tuple[int, Accepted]] = []
        for index, block in self.blocks:
            if index < until or not self.start <= index < self.end:
                continue
            while ahead < len(complete) and complete[ahead][0] <= index:
                ahead += 1
            after = complete[ahead][1] if ahead < len(complete) else None
            taken = self._take(index, block, after)
            if taken is not None:
                found.append((index, taken))
                self.before, until = taken.block.heading, taken.block.end
        return found

    def _take(self, index: int, block: Block, after: Heading | None) -> Accepted | None:
        own, style = block.heading, self.style
        if index in self.said:
            return Accepted(block)
        if style.owns(own):
            # a heading that says less than the others must at least stand apart, as they do
            alone = own.complete or own.omitted or not style.with_fields
            alone = alone or stands_apart(self.lines, index)
            if style.weak and own.weak:
                alone = stands_apart(self.lines, index)
            return Accepted(block) if alone and belongs(style, own, self.before, after) else None
        if index in self.outside:
            return None
        combined = self._combined(own)
        if combined is not None:
            return Accepted(replace(block, heading=combined))
        if self.before is None or style.family is None or not own.full:
            return None
        if own.number is None and style.family in NUMBERED:
            missing = self._missing(after)
            return self._unnumbered(block, missing) if missing else None
        return Accepted(block, odd=True)

    def _combined(self, own: Heading) -> Heading | None:
        """``5-6`` where scenes are simply counted: two scenes played as one, not scene 6 of 5."""
        if self.style.family not in (Family.ORDINAL, Family.LIST):
            return None
        if own.through and own.family in (Family.ORDINAL, Family.LIST):
            counted = replace(own, family=self.style.family)
            return counted if own.complete and follows(self.before, counted) else None
        first, last = (own.episode, own.number) if own.loose else (None, None)
        if self.before is None or first is None or last is None or not first < last <= first + 9:
            return None
        alone = replace(own, family=self.style.family, episode=None, number=first, through=last)
        fits = follows(self.before, alone) or own.complete
        return alone if fits and (own.complete or own.omitted) else None

    def _missing(self, after: Heading | None) -> int | None:
        """The one number that the scenes around leave out: the writer forgot it."""
        before = self.before
        if before is None or after is None or before.number is None or after.number is None:
            return None
        last = before.through or before.number
        alone = before.episode == after.episode and after.number == last + 2
        return last + 1 if alone else None

    def _unnumbered(self, block: Block, missing: int) -> Accepted:
        """A heading without the mark behind its number (5客厅 日 内), or without any number."""
        own = block.heading
        if not own.fields.place.startswith(str(missing)) or self.before is None:
            return Accepted(block, odd=True)
        fields = replace(own.fields, place=own.fields.place[len(str(missing)) :].lstrip())
        counted = replace(own, number=missing, episode=self.before.episode, fields=fields)
        return Accepted(replace(block, heading=counted))


def _outside(
    titles: Sequence[int], blocks: Sequence[tuple[int, Block]], style: Style
) -> frozenset[int]:
    """Indexes of headings of another style below the title of other matter: 人物小传, 主要场景."""
    own = [index for index, block in blocks if style.owns(block.heading) and block.heading.complete]
    found: set[int] = set()
    for index, block in blocks if titles else ():
        above = bisect(titles, index)
        if above and not style.owns(block.heading):
            scenes = bisect(own, index)
            found.update({index} if not scenes or own[scenes - 1] < titles[above - 1] else ())
    return frozenset(found)


def _without_tables(
    lines: Sequence[SourceLine], accepted: dict[int, Accepted], titles: Sequence[int]
) -> dict[int, Accepted]:
    """``accepted`` without places listed one below the other under a title (主要场景)."""
    order = sorted(accepted)
    dropped: set[int] = set()
    for title in titles:
        at = bisect(order, title)
        run = order[at : at + 1]
        for index in order[at + 1 :]:
            if _is_played(lines, accepted[run[-1]].block.end, index):
                break
            run.append(index)
        # the first scene may stand right below the list: it counts anew
        numbers = [accepted[index].block.heading.number for index in run[-2:]]
        if len(run) > 1:
            counts_on = None not in numbers and numbers[1] == (numbers[0] or 0) + 1
            dropped.update(run if counts_on else run[:-1])
    if len(dropped) == len(order):
        return accepted
    return {i: one for i, one in accepted.items() if i not in dropped or lines[i].by_hand}


def _without_contents(
    lines: Sequence[SourceLine], accepted: dict[int, Accepted]
) -> dict[int, Accepted]:
    """``accepted`` without lists of scenes that stand before the scenes themselves."""
    order = sorted(accepted)
    if len(order) <= CONTENTS_AT_LEAST:
        return accepted
    told = list(
        accumulate(
            (bool(line.text.strip()) and read_marker(line.text) is None for line in lines),
            initial=0,
        )
    )
    played = [
        told[after] > told[accepted[index].block.end]
        for index, after in pairwise([*order, len(lines)])
    ]
    if not any(played):
        return accepted
    last = {_key(accepted[index].block.heading): index for index in order}
    dropped: set[int] = set()
    run: list[int] = []
    for index, has_body in zip(order, played, strict=True):
        run.append(index)
        if has_body:
            dropped.update(_contents(run, [last[_key(accepted[i].block.heading)] for i in run]))
            run = []
    return {
        index: one
        for index, one in accepted.items()
        if index not in dropped or lines[index].by_hand
    }


def _contents(run: list[int], last: list[int]) -> list[int]:
    """Of headings one below the other, those that only name scenes to come.

    ``last`` is where each was read last. The first scene itself may end the run.
    """
    listed = run if last[-1] > run[-1] else run[:-1]
    again = sum(later >= run[-1] and later > own for own, later in zip(listed, last, strict=False))
    enough = len(listed) >= CONTENTS_AT_LEAST and again >= MOST * len(listed)
    return listed if enough and (listed is run or last[0] >= run[-1]) else []


def _key(heading: Heading) -> tuple[int | None, int | None, str]:
    return heading.episode, heading.number, fold(heading.fields.place)[:PLACE_START]

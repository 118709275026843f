"""Every line of a script and what it is taken for: the first half of understanding it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.model import ScriptWarning, Tag
from geo.progress import Job, Step
from geo.script.grammar.accepting import Accepted, accept
from geo.script.grammar.asides import is_clutter, is_divider, opens_section
from geo.script.grammar.blocks import Block, candidate, gather, said_heading
from geo.script.grammar.completing import completed
from geo.script.grammar.cues import Manner, find_manner
from geo.script.grammar.episodes import find_episodes, read_episode, said_episode
from geo.script.grammar.headings import Heading
from geo.script.grammar.labels import first_label, read_labels
from geo.script.grammar.playing import Player
from geo.script.grammar.style import stands_apart
from geo.script.grammar.unfolding import unfolded
from geo.script.text.fold import bare, fold
from geo.script.text.names import read_cast, speakers
from geo.script.text.numbers import Family, read_numbered
from geo.script.text.source import Source, SourceLine

STEP_LINES = 2_000
MARKED = "marked"
FORMAT_SAYS = (Tag.CAST, Tag.DETAIL, Tag.SPEAKER, Tag.DIALOGUE, Tag.CARD, Tag.SKIP)
DOUBTED = (Tag.ACTION, Tag.CARD, Tag.DETAIL)
LONGEST_DOUBT = 30


@dataclass(frozen=True, slots=True)
class Tagged:
    """A line and what it is taken for; a heading carries what was read, a speaker the name.

    ``odd``: a heading in another style than the others; ``doubt``: it reads like a heading and
    was taken for something else.
    """

    line: SourceLine
    tag: Tag
    heading: Heading | None = None
    name: str = ""
    episode: int | None = None
    odd: bool = False
    doubt: bool = False


def _refused(line: SourceLine) -> bool:
    """Whether the user said that a line is no heading."""
    return line.by_hand and line.tag is not Tag.HEADING


def _plain(
    lines: Sequence[SourceLine], blocks: Mapping[int, Block], accepted: Mapping[int, Accepted]
) -> Iterator[Tagged]:
    """Every line in turn, from the headings that were accepted."""
    people = Player(find_manner(lines, frozenset(accepted)))
    markers = find_episodes(lines, {i: one.block.heading for i, one in accepted.items()})
    before: Heading | None = None
    outside, until = True, 0
    for index, line in enumerate(lines):
        taken = accepted.get(index)
        if taken is not None:
            heading = completed(taken.block.heading, before, people.manner.people)
            before, outside, until = heading, False, taken.block.end
            people.open_scene()
            yield Tagged(line, Tag.HEADING, heading=heading, odd=taken.odd)
        elif index in markers:
            outside = True
            yield Tagged(line, Tag.EPISODE, episode=markers[index])
        elif line.by_hand and line.tag is not None:
            outside = outside or line.tag is Tag.FRONT
            yield Tagged(line, line.tag, name=people.said(line.text, line.tag))
        elif index < until:
            yield Tagged(line, _detail_tag(line.text))
        elif outside or opens_section(line.text):
            outside = True
            yield Tagged(line, _outside_tag(line.text))
        elif _before_paste(lines, index, accepted):
            yield Tagged(line, Tag.SKIP)
        else:
            tag, name = people.read(line.text)
            block = blocks.get(index)
            doubt = block is not None and tag in DOUBTED and _doubtful(lines, index, block)
            yield Tagged(line, tag, name=name, doubt=doubt)


def _detail_tag(text: str) -> Tag:
    if not text.strip():
        return Tag.BLANK
    return Tag.CAST if first_label(bare(text.strip())) == "cast" else Tag.DETAIL


def _outside_tag(text: str) -> Tag:
    if not text.strip() or is_divider(text.strip()):
        return Tag.BLANK
    return Tag.SKIP if is_clutter(text) else Tag.FRONT


def _before_paste(
    lines: Sequence[SourceLine], index: int, accepted: Mapping[int, Accepted]
) -> bool:
    """Whether a line names who sent the scenes below it: 张三： above a heading."""
    text = lines[index].text.strip()
    return text[-1:] in (":", "：") and index + 1 in accepted


def _doubtful(lines: Sequence[SourceLine], index: int, block: Block) -> bool:
    """Whether a line that was not taken for a heading should be asked about."""
    heading = block.heading
    if not heading.complete or heading.glued or len(lines[index].text.strip()) > LONGEST_DOUBT:
        return False
    return not heading.weak or stands_apart(lines, index)


def _marked_heading(lines: Sequence[SourceLine], index: int) -> Block:
    line = lines[index]
    heading = said_heading(lines, index).heading
    if line.scene_number and heading.number is None:
        numbered = read_numbered(fold("场" + line.scene_number.strip()))
        if numbered is not None and numbered.number is not None:
            heading = replace(
                heading,
                episode=numbered.episode if heading.episode is None else heading.episode,
                number=numbered.number,
                suffix=numbered.suffix,
            )
    return gather(lines, index, heading) if not heading.full else Block(heading, index + 1)


def _marked(lines: Sequence[SourceLine]) -> Iterator[Tagged]:
    """Lines whose format already names headings, cues and dialogue."""
    people = Player(Manner(marked=True))
    before: Heading | None = None
    outside, until = True, 0
    last: int | None = None
    for index, line in enumerate(lines):
        text, tag = line.text, line.tag
        if tag is Tag.HEADING:
            block = _marked_heading(lines, index)
            before = completed(block.heading, before, frozenset())
            outside, until = False, block.end
            people.open_scene()
            yield Tagged(line, Tag.HEADING, heading=before)
        elif (number := _marked_episode(line, last)) is not None:
            last, outside = number, True
            yield Tagged(line, Tag.EPISODE, episode=number)
        elif line.by_hand and tag is not None:
            outside = outside or tag is Tag.FRONT
            yield Tagged(line, tag, name=people.said(text, tag))
        elif index < until and tag in (None, Tag.ACTION, Tag.DETAIL, Tag.CAST):
            yield Tagged(line, _detail_tag(text))
        elif tag in FORMAT_SAYS:
            yield Tagged(line, tag, name=people.said(text, tag))
        elif outside:
            yield Tagged(line, _outside_tag(text))
        else:
            read, _ = people.read(text)
            yield Tagged(line, Tag.ACTION if read in (Tag.DIALOGUE, Tag.SPEAKER) else read)


def _marked_episode(line: SourceLine, last: int | None) -> int | None:
    if line.by_hand:
        return said_episode(line.text, last) if line.tag is Tag.EPISODE else None
    # what is no part of the play may still head an episode: # 第一集
    named = line.tag in (None, Tag.ACTION, Tag.SKIP)
    return read_episode(line.text) if named else None


def tag_lines(
    source: Source, without: frozenset[Family] = frozenset(), known: str = ""
) -> Job[tuple[list[Tagged], str]]:
    """All lines tagged, and the code of the house style (empty when there is none).

    Headings are read as if the families in ``without`` had no rules. ``known`` is the style that
    an earlier reading of these lines found.
    """
    if source.marked:
        yield Step("script_reading", 0, len(source.lines))
        return list(_marked(source.lines)), MARKED
    lines = unfolded(source.lines)
    blocks: dict[int, Block] = {}
    until = 0
    for index, line in enumerate(lines):
        if index % STEP_LINES == 0:
            yield Step("script_reading", index, len(lines))
        block = None if _refused(line) else candidate(lines, index, without)
        # labelled lines within a block are its own
        if block is None or (index < until and block.heading.family is Family.LABELS):
            continue
        blocks[index] = block
        until = max(until, block.end if block.heading.complete else 0)
    families = {family.value: family for family in Family}
    accepted, style = accept(lines, blocks, families.get(known))
    tagged = []
    for count, one in enumerate(_plain(lines, style.blocks, accepted)):
        if count % STEP_LINES == 0:
            yield Step("script_reading", count, len(lines))
        tagged.append(one)
    return tagged, style.family.value if style.family else ""


def cast_of(tagged: Sequence[Tagged], heading: Heading) -> tuple[str, ...]:
    """Who plays in a scene: its 人物 list or heading, else those who speak, in order."""
    listed = list(heading.fields.cast)
    for one in tagged:
        if one.tag is Tag.CAST:
            text = bare(one.line.text.strip())
            labels = read_labels(text)
            listed += read_cast(labels.get("cast", "") if labels else text.strip("（()）[]【】"))
    if listed:
        return tuple(dict.fromkeys(listed))
    return tuple(dict.fromkeys(name for one in tagged for name in speakers(one.name)))


def heading_like(tagged: Sequence[Tagged], settled: Collection[str] = ()) -> list[ScriptWarning]:
    """A question for each line that reads like a heading and was taken for something else.

    Each text is asked about once, and not when its key is in ``settled``.
    """
    asked = set(settled)
    found: list[ScriptWarning] = []
    for one in tagged:
        key = f"heading_like|{one.line.text.strip()}"
        if one.doubt and key not in asked:
            asked.add(key)
            number = one.line.number
            found.append(ScriptWarning(number, "heading_like", {"line": number}))
    return found

"""Every line of a script and what it is taken for: the first half of understanding it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.progress import Job, Step
from geo.script.fields import read_fields, read_labels
from geo.script.fold import bare, fold
from geo.script.headings import ACTION_MARKS, Family, Heading, read_episode, read_heading
from geo.script.names import read_cast, speaker_name
from geo.script.source import Source, SourceLine, Tag
from geo.script.style import LABEL_WORDS, Block, Style, belongs, candidate, find_style
from geo.script.words import NOT_PEOPLE

STEP_LINES = 2_000
CUE = re.compile(
    r"^(?P<name>[^\s:,。.!?…、()（）“”\"\[\]【】<>《》]{1,12}(?:\s?(?:os|vo))?)\s*(?P<aside>[(\[【][^)\]】]{0,40}[)\]】])?\s*:\s*(?P<said>.*)$"
)
LATIN_CUE = re.compile(
    r"^(?P<name>[a-z][a-z .'-]{0,24})\s*(?P<aside>\([^)]{0,40}\))?\s*:\s*(?P<said>.*)$"
)
CARD = re.compile(
    r"^(?:[【\[(][^】\])]*[】\])]|字幕.*"
    r"|(?:切至|黑场|淡入|淡出|转场|闪回|闪白|片头|片尾|cut to|fade).{0,12})$"
)
DIVIDER = re.compile(r"^[-=_*·.~\s]{3,}$")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A line and what it is taken for; a heading carries what was read, a speaker the name."""

    line: SourceLine
    tag: Tag
    heading: Heading | None = None
    name: str = ""
    episode: int | None = None
    odd: bool = False


def _speech(text: str) -> tuple[str, str] | None:
    """Speaker and words of a line of dialogue like ``林晚（冷笑）：你来了``."""
    line = bare(text)
    if line[:1] in ACTION_MARKS:
        return None
    folded = fold(line)
    found = CUE.match(folded) or LATIN_CUE.match(folded)
    if not found:
        return None
    cue = line[: found.end("name")]
    if folded[: found.end("name")] in LABEL_WORDS:
        return None
    return speaker_name(cue), line[found.start("said") :]


def _body(line: SourceLine, talking: bool, marks: bool) -> Tagged:
    """One line between two headings. ``marks``: this document marks its action with △ or alike."""
    text = line.text.strip()
    if not text or DIVIDER.match(text):
        return Tagged(line, Tag.BLANK)
    if text[0] in ACTION_MARKS:
        return Tagged(line, Tag.ACTION)
    labels = read_labels(bare(text))
    if labels and not labels[""]:
        return Tagged(line, Tag.CAST if "cast" in labels else Tag.DETAIL)
    speech = _speech(text)
    if speech is not None:
        card = not speech[0] and fold(bare(text)).startswith(tuple(NOT_PEOPLE))
        return Tagged(line, Tag.CARD if card else Tag.DIALOGUE, name=speech[0])
    if CARD.match(fold(bare(text))):
        return Tagged(line, Tag.CARD)
    return Tagged(line, Tag.DIALOGUE if talking and marks else Tag.ACTION)


def _accepted(lines: Sequence[SourceLine], style: Style) -> dict[int, Block]:
    """The blocks that are scenes, by the index of their first line."""
    accepted: dict[int, Block] = {}
    before: Heading | None = None
    end = 0
    complete = [
        (index, block.heading)
        for index, block in style.blocks.items()
        if block.heading.complete and block.heading.family is style.family
    ]
    ahead = 0
    for index, block in style.blocks.items():
        if index < end:
            continue
        while ahead < len(complete) and complete[ahead][0] <= index:
            ahead += 1
        after = complete[ahead][1] if ahead < len(complete) else None
        own = block.heading
        # a heading that says less than the others must at least stand apart, as they do
        alone = not lines[index - 1].text.strip() if index else True
        alone = alone or own.complete or not style.with_fields
        if alone and belongs(style, own, before, after):
            accepted[index] = block
            before, end = own, block.end
    return accepted


def _plain(
    lines: Sequence[SourceLine], accepted: dict[int, Block], style: Style
) -> Iterator[Tagged]:
    marks = any(line.text.strip()[:1] in ACTION_MARKS for line in lines if line.text.strip())
    started, talking, until = False, False, 0
    for index, line in enumerate(lines):
        block = accepted.get(index)
        if block is not None:
            started, talking, until = True, False, block.end
            odd = block.heading.family is not style.family
            yield Tagged(line, Tag.HEADING, heading=block.heading, odd=odd)
            continue
        if index < until:
            yield Tagged(line, Tag.DETAIL if line.text.strip() else Tag.BLANK)
            continue
        episode = read_episode(line.text)
        if episode is not None:
            talking = False
            yield Tagged(line, Tag.EPISODE, episode=episode)
            continue
        if not started:
            yield Tagged(line, Tag.FRONT if line.text.strip() else Tag.BLANK)
            continue
        tagged = _body(line, talking, marks)
        talking = tagged.tag is Tag.DIALOGUE
        yield tagged


def _marked_heading(line: SourceLine) -> Heading:
    heading = read_heading(line.text) or Heading(
        Family.SLUG, None, None, "", read_fields(line.text), line.text
    )
    if line.scene_number and heading.number is None:
        numbered = read_heading("场" + line.scene_number)
        if numbered is not None and numbered.number is not None:
            return Heading(
                heading.family, numbered.episode, numbered.number, numbered.suffix, heading.fields
            )
    return heading


def _marked(lines: Sequence[SourceLine]) -> Iterator[Tagged]:
    """Lines whose format already names headings, cues and dialogue."""
    started = False
    for line in lines:
        episode = read_episode(line.text)
        if line.tag is Tag.HEADING:
            started = True
            yield Tagged(line, Tag.HEADING, heading=_marked_heading(line))
        elif episode is not None:
            yield Tagged(line, Tag.EPISODE, episode=episode)
        elif not started:
            yield Tagged(line, Tag.FRONT)
        elif line.tag is Tag.SPEAKER:
            yield Tagged(line, Tag.SPEAKER, name=speaker_name(line.text))
        elif line.tag is Tag.DIALOGUE:
            yield Tagged(line, Tag.DIALOGUE)
        else:
            tagged = _body(line, talking=False, marks=True)
            named = tagged.tag is Tag.DIALOGUE
            yield Tagged(line, Tag.ACTION) if named else tagged


def tag_lines(source: Source) -> Job[tuple[list[Tagged], str]]:
    """All lines tagged, and the code of the house style (empty when there is none)."""
    lines = source.lines
    if source.marked:
        yield Step("script_reading", 0, len(lines))
        return list(_marked(lines)), "marked"
    blocks: dict[int, Block] = {}
    for index in range(len(lines)):
        if index % STEP_LINES == 0:
            yield Step("script_reading", index, len(lines))
        block = candidate(lines, index)
        if block is not None:
            blocks[index] = block
    style = find_style(blocks)
    if style.family is None:
        return [], ""
    accepted = _accepted(lines, style)
    tagged = []
    for count, one in enumerate(_plain(lines, accepted, style)):
        if count % STEP_LINES == 0:
            yield Step("script_reading", count, len(lines))
        tagged.append(one)
    return tagged, style.family.value


def cast_of(tagged: Sequence[Tagged], heading: Heading) -> tuple[str, ...]:
    """Who plays in a scene: its 人物 list or heading, else those who speak, in order."""
    listed = list(heading.fields.cast)
    for one in tagged:
        if one.tag is Tag.CAST:
            listed += read_cast(read_labels(bare(one.line.text)).get("cast", ""))
    if listed:
        return tuple(dict.fromkeys(listed))
    return tuple(dict.fromkeys(one.name for one in tagged if one.name))

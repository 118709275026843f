"""The lines of a script read again: with some said by hand, or with words learned since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.model import Script, ScriptLine, Tag, Vocabulary
from geo.progress import Job, Step
from geo.script.breakdown.building import build_scenes, script_lines
from geo.script.breakdown.doubts import no_headings
from geo.script.breakdown.needs import reader_of
from geo.script.breakdown.rereading import reread
from geo.script.breakdown.sets import group_sets
from geo.script.drafts.comparing import carry_over
from geo.script.grammar.tagging import heading_like, tag_lines
from geo.script.text.source import Source, SourceLine

# what a format says of its lines and no text could tell; the rest is found again
FORMAT_TAGS = frozenset(Tag) - {Tag.BLANK, Tag.FRONT, Tag.EPISODE}
STEP_SCENES = 50


def retag(script: Script, vocabulary: Vocabulary, tags: Mapping[int, Tag]) -> Job[Script]:
    """``script`` read again from its lines, those in ``tags`` (by number) said by hand.

    Lines said by hand before stay so. Everything decided on scenes carries over. A script without
    lines (scenes made by hand, a request) has only its needs read again.
    """
    if not script.lines:
        return (yield from _needs_again(script, vocabulary))
    lines = tuple(_source_line(line, script.marked, tags.get(line.number)) for line in script.lines)
    source = Source(lines, script.title, marked=script.marked)
    tagged, style = yield from tag_lines(source, known=script.style)
    _, scenes, warnings = yield from build_scenes(tagged, reader_of(vocabulary), script.settled)
    new = replace(
        script,
        scenes=tuple(scenes),
        sets=group_sets(scenes),
        warnings=(*no_headings(scenes), *heading_like(tagged, script.settled), *warnings),
        style=style or script.style,
        lines=script_lines(tagged, scenes),
    )
    return _places_by_hand(carry_over(script, new), vocabulary)


def _places_by_hand(script: Script, vocabulary: Vocabulary) -> Script:
    """``script`` with what follows from places that no line tells read from what the user said."""
    return replace(
        script,
        scenes=tuple(
            reread(script, replace(scene, place=""), scene, vocabulary)
            if "place" in scene.edited or (scene.by_hand and not scene.needs)
            else scene
            for scene in script.scenes
        ),
    )


def _source_line(line: ScriptLine, marked: bool, said: Tag | None) -> SourceLine:
    by_hand = said is not None or line.by_hand
    tag = said or (line.tag if by_hand or (marked and line.tag in FORMAT_TAGS) else None)
    return SourceLine(line.number, line.text, tag, line.scene_number, by_hand)


def _needs_again(script: Script, vocabulary: Vocabulary) -> Job[Script]:
    scenes = []
    for count, scene in enumerate(script.scenes):
        if count % STEP_SCENES == 0:
            yield Step("script_needs", count, len(script.scenes))
        scenes.append(reread(script, replace(scene, place=""), scene, vocabulary))
    return replace(script, scenes=tuple(scenes))

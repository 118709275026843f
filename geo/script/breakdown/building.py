"""From tagged lines to scenes: numbers, ids, cast, length, era, needs; and what was unsure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from geo.model import Scene, ScriptLine, ScriptWarning, Tag
from geo.progress import Job, Step
from geo.script.breakdown.children import known_children
from geo.script.breakdown.doubts import heading_doubts, place_doubts
from geo.script.breakdown.era import scene_eras
from geo.script.breakdown.era_clues import era_clues
from geo.script.breakdown.homes import at_home
from geo.script.breakdown.length import eighths, screen_seconds, stated_eighths
from geo.script.breakdown.mentions import place_mentions
from geo.script.breakdown.needs import Reader
from geo.script.breakdown.offers import sets_alike
from geo.script.breakdown.scene_text import SceneText, text_of
from geo.script.breakdown.sets import group_sets
from geo.script.breakdown.story import in_story
from geo.script.grammar.headings import Heading
from geo.script.grammar.tagging import Tagged, cast_of

STEP_SCENES = 20
UNPLAYED = (Tag.BLANK, Tag.CARD, Tag.SKIP)
# a scene ends before these
OUTSIDE = (Tag.EPISODE, Tag.FRONT)


@dataclass(frozen=True, slots=True)
class Draft:
    """A heading with the lines that belong to it, and the same lines by kind."""

    opening: Tagged
    heading: Heading
    episode: int | None
    lines: tuple[Tagged, ...]
    text: SceneText


def _draft(opening: Tagged, heading: Heading, episode: int | None, body: list[Tagged]) -> Draft:
    own = heading.episode
    written = [(one.tag, one.line.text) for one in (opening, *body)]
    return Draft(
        opening,
        heading,
        own if own is not None else episode,
        tuple(body),
        text_of(opening.line.text.strip(), written),
    )


def split_scenes(tagged: Sequence[Tagged]) -> tuple[str, list[Draft]]:
    """What stands before the first scene, and a draft for each scene."""
    front: list[str] = []
    drafts: list[Draft] = []
    episode: int | None = None
    opening: Tagged | None = None
    body: list[Tagged] = []

    def close() -> None:
        if opening is not None and opening.heading is not None:
            drafts.append(_draft(opening, opening.heading, episode, body))

    for one in tagged:
        if one.tag is Tag.HEADING:
            close()
            opening, body = one, []
        elif one.tag in OUTSIDE:
            close()
            opening, body = None, []
            if one.tag is Tag.EPISODE:
                episode = one.episode
            else:
                front.append(one.line.text.strip())
        elif opening is not None:
            body.append(one)
    close()
    return "\n".join(front), drafts


def script_lines(tagged: Sequence[Tagged], scenes: Sequence[Scene]) -> tuple[ScriptLine, ...]:
    """Every line with its tag and the scene it belongs to."""
    lines: list[ScriptLine] = []
    upcoming = iter(scenes)
    scene = ""
    for one in tagged:
        if one.tag is Tag.HEADING:
            scene = next(upcoming).id
        elif one.tag in OUTSIDE:
            scene = ""
        line = one.line
        lines.append(
            ScriptLine(line.number, line.text, one.tag, scene, line.scene_number, line.by_hand)
        )
    return tuple(lines)


def scene_ids(drafts: Sequence[Draft]) -> list[str]:
    """``1-3``, or ``s3`` without episodes; a number that stands twice gets the next free ``s``."""
    taken: set[str] = set()
    ids = []
    for index, draft in enumerate(drafts, start=1):
        heading = draft.heading
        if heading.number is None:
            wanted = f"s{index}"
        elif draft.episode is None:
            wanted = f"s{heading.number}{heading.suffix}"
        else:
            wanted = f"{draft.episode}-{heading.number}{heading.suffix}"
        free = index
        while wanted in taken:
            wanted = f"s{free}"
            free += 1
        taken.add(wanted)
        ids.append(wanted)
    return ids


def _scene(draft: Draft, scene_id: str) -> Scene:
    fields = draft.heading.fields
    played = [one.line.text for one in draft.lines if one.tag not in UNPLAYED]
    return Scene(
        id=scene_id,
        episode=draft.episode,
        number=draft.heading.number,
        int_ext=fields.int_ext,
        time=fields.time,
        place=fields.place,
        cast=cast_of(draft.lines, draft.heading),
        length_eighths=stated_eighths(draft.text.details)
        or eighths([draft.opening.line.text, *played]),
        line=draft.opening.line.number,
        heading=draft.opening.line.text.strip(),
        suffix=draft.heading.suffix,
        omitted=draft.heading.omitted,
        screen=screen_seconds(draft.text),
        details=draft.text.details,
    )


def _eras(
    front: str, drafts: Sequence[Draft], scenes: Sequence[Scene], reader: Reader
) -> Job[list[str | None]]:
    """Each scene's era: stated, told by its place or its things, else the whole script's.

    Headings that state an era are the exception that the writer marks, a look back in a story of
    today: they say nothing of the other scenes.
    """
    clues = []
    for index, (draft, scene) in enumerate(zip(drafts, scenes, strict=True)):
        if index % STEP_SCENES == 0:
            yield Step("script_needs", 0, len(drafts))
        clues.append(era_clues(scene, draft.text, reader))
    return scene_eras(front, clues)


def build_scenes(
    tagged: Sequence[Tagged], reader: Reader, settled: Collection[str] = ()
) -> Job[tuple[str, list[Scene], list[ScriptWarning]]]:
    """The front matter, the scenes with all that was read of them, and what is asked.

    Questions whose key is in ``settled`` are not asked again. Warnings stand in order of lines.
    """
    front, drafts = split_scenes(tagged)
    scenes: list[Scene] = []
    for draft, scene_id in zip(drafts, scene_ids(drafts), strict=True):
        if len(scenes) % STEP_SCENES == 0:
            yield Step("script_needs", 0, len(drafts))
        scenes.append(_scene(draft, scene_id))
    if not scenes:
        return front, [], []
    eras = yield from _eras(front, drafts, scenes, reader)
    people = {name for scene in scenes for name in scene.cast}
    children = known_children(front)
    read: list[Scene] = []
    for index, (draft, scene, era) in enumerate(zip(drafts, scenes, eras, strict=True)):
        if index % STEP_SCENES == 0:
            yield Step("script_needs", index, len(scenes))
        text = draft.text
        needs = reader.needs(scene.place, text.action, era)
        culture = reader.culture(f"{scene.heading}\n{text.action}", text.dialogue)
        read.append(replace(scene, era=era, needs=needs, culture=culture))
    finished: list[Scene] = []
    for index, (draft, scene) in enumerate(zip(drafts, at_home(in_story(read)), strict=True)):
        if index % STEP_SCENES == 0:
            yield Step("script_needs", len(scenes), len(scenes))
        flags = reader.flags.flags(scene, draft.text, people, children)
        finished.append(replace(scene, flags=flags))
    warnings = _doubts(finished, drafts, reader, settled)
    return front, finished, sorted(warnings, key=lambda warning: warning.line)


def _doubts(
    scenes: Sequence[Scene], drafts: Sequence[Draft], reader: Reader, settled: Collection[str]
) -> list[ScriptWarning]:
    odd = {draft.opening.line.number for draft in drafts if draft.opening.odd}
    through = {draft.opening.line.number: draft.heading.through or 0 for draft in drafts}
    lines = {
        scene.id: [
            ScriptLine(one.line.number, one.line.text, one.tag, scene.id) for one in draft.lines
        ]
        for scene, draft in zip(scenes, drafts, strict=True)
    }
    return [
        *heading_doubts(scenes, odd, through),
        *place_doubts(scenes, settled),
        *place_mentions(scenes, lines, reader.places, settled),
        *sets_alike(scenes, group_sets(scenes), reader.places, settled),
    ]

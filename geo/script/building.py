"""From tagged lines to scenes: numbers, ids, cast, length, era, needs; and what was unsure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.model import Scene, ScriptWarning
from geo.progress import Job, Step
from geo.script.era import (
    ENOUGH,
    SCENE_ENOUGH,
    cue_votes,
    era_of_types,
    stated_era,
    winner,
)
from geo.script.fold import fold
from geo.script.headings import Heading
from geo.script.length import eighths
from geo.script.names import BRACKETED
from geo.script.needs import VEHICLE, Reader
from geo.script.source import Tag
from geo.script.tagging import Tagged, cast_of

STEP_SCENES = 20
SURE_NEED = 0.5
SPOKEN = (Tag.DIALOGUE, Tag.SPEAKER)
UNPLAYED = (Tag.BLANK, Tag.EPISODE, Tag.CARD)


@dataclass(frozen=True, slots=True)
class Draft:
    """A heading with the lines that belong to it."""

    opening: Tagged
    heading: Heading
    episode: int | None
    lines: tuple[Tagged, ...]

    @property
    def action(self) -> str:
        """What is seen, line by line."""
        return "\n".join(one.line.text.strip() for one in self.lines if one.tag is Tag.ACTION)

    @property
    def dialogue(self) -> str:
        """What is said."""
        return "\n".join(one.line.text.strip() for one in self.lines if one.tag in SPOKEN)

    @property
    def body(self) -> str:
        """All lines as written, without blank ends."""
        return "\n".join(one.line.text.rstrip() for one in self.lines).strip("\n")


def split_scenes(tagged: Sequence[Tagged]) -> tuple[str, list[Draft]]:
    """What stands before the first scene, and a draft for each scene."""
    front: list[str] = []
    drafts: list[Draft] = []
    episode: int | None = None
    opening: Tagged | None = None
    body: list[Tagged] = []

    def close() -> None:
        if opening is not None and opening.heading is not None:
            own = opening.heading.episode
            drafts.append(
                Draft(opening, opening.heading, own if own is not None else episode, tuple(body))
            )

    for one in tagged:
        if one.tag is Tag.HEADING:
            close()
            opening, body = one, []
        elif one.tag is Tag.EPISODE:
            close()
            opening, body = None, []
            episode = one.episode
        elif opening is not None:
            body.append(one)
        elif one.tag is Tag.FRONT:
            front.append(one.line.text.strip())
    close()
    return "\n".join(front), drafts


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
        length_eighths=eighths([draft.opening.line.text, *played]),
        line=draft.opening.line.number,
        heading=draft.opening.line.text.strip(),
        body=draft.body,
    )


def _eras(front: str, drafts: Sequence[Draft], reader: Reader) -> Job[list[str | None]]:
    """Each scene's era: stated, told by its place or its things, else the whole script's.

    Headings that state an era are the exception that the writer marks, a look back in a story of
    today: they say nothing of the other scenes.
    """
    stated = [
        stated_era(f"{draft.opening.line.text} {draft.heading.fields.place}") for draft in drafts
    ]
    told: list[str | None] = []
    votes: Counter[str] = Counter()
    for index, (draft, given) in enumerate(zip(drafts, stated, strict=True)):
        if index % STEP_SCENES == 0:
            yield Step("script_needs", 0, len(drafts))
        place = draft.heading.fields.place
        cues = cue_votes(f"{place}\n{draft.action}\n{draft.dialogue}")
        era = era_of_types(reader.eras_of_place(place)) or winner(cues, SCENE_ENOUGH)
        told.append(era)
        if given is None:
            votes.update([era] if era else list(cues)[:1])
    whole = winner(votes, ENOUGH)
    marked = set(stated) - {None}
    if whole is None and stated_era(front) not in marked:
        whole = stated_era(front)
    return [given or own or whole for given, own in zip(stated, told, strict=True)]


def _heading_warnings(drafts: Sequence[Draft], scenes: Sequence[Scene]) -> list[ScriptWarning]:
    found: list[ScriptWarning] = []
    timed = sum(scene.time is not None for scene in scenes) * 2 >= len(scenes)
    sided = sum(scene.int_ext is not None for scene in scenes) * 2 >= len(scenes)
    seen: Counter[tuple[int | None, int | None, str]] = Counter()
    for draft, scene in zip(drafts, scenes, strict=True):
        values = {"scene": scene.id, "place": scene.place}
        key = (scene.episode, scene.number, draft.heading.suffix)
        seen[key] += 1
        checks = (
            ("scene_without_place", not scene.place),
            ("scene_without_time", timed and scene.time is None),
            ("scene_without_side", sided and scene.int_ext is None),
            ("scene_other_style", draft.opening.odd),
            ("scene_number_twice", scene.number is not None and seen[key] == 2),
        )
        found += [ScriptWarning(scene.line, code, values) for code, true in checks if true]
    if not timed:
        found.append(ScriptWarning(scenes[0].line, "style_without_time"))
    if not sided:
        found.append(ScriptWarning(scenes[0].line, "style_without_side"))
    return found


def _gaps(scenes: Sequence[Scene]) -> list[ScriptWarning]:
    found = []
    for one, other in pairwise(scenes):
        if one.number is None or other.number is None or one.episode != other.episode:
            continue
        if other.number > one.number + 1:
            values = {"after": one.id, "before": other.id}
            found.append(ScriptWarning(other.line, "scene_numbers_jump", values))
    return found


def _need_warning(scene: Scene) -> ScriptWarning | None:
    if not scene.place:
        return None
    values = {"scene": scene.id, "place": scene.place}
    if not scene.needs:
        code = "place_in_vehicle" if VEHICLE.search(fold(scene.place)) else "place_unknown"
        return ScriptWarning(scene.line, code, values)
    if all(need.confidence < SURE_NEED for need in scene.needs):
        return ScriptWarning(scene.line, "place_guessed", values)
    return None


def build_scenes(
    tagged: Sequence[Tagged], reader: Reader
) -> Job[tuple[str, list[Scene], list[ScriptWarning]]]:
    """The front matter, the scenes with their needs, and the warnings in order of lines."""
    front, drafts = split_scenes(tagged)
    scenes: list[Scene] = []
    for draft, scene_id in zip(drafts, scene_ids(drafts), strict=True):
        if len(scenes) % STEP_SCENES == 0:
            yield Step("script_needs", 0, len(drafts))
        scenes.append(_scene(draft, scene_id))
    if not scenes:
        return front, [], []
    eras = yield from _eras(front, drafts, reader)
    finished: list[Scene] = []
    for index, (draft, scene, era) in enumerate(zip(drafts, scenes, eras, strict=True)):
        if index % STEP_SCENES == 0:
            yield Step("script_needs", index, len(scenes))
        where = BRACKETED.sub(" ", scene.place) if "(" in fold(scene.place)[:1] else scene.place
        finished.append(
            replace(
                scene,
                era=era,
                needs=reader.needs(where, draft.action, era),
                culture=reader.culture(f"{scene.heading}\n{draft.action}", draft.dialogue),
            )
        )
    warnings = _heading_warnings(drafts, finished) + _gaps(finished)
    warnings += [warning for scene in finished if (warning := _need_warning(scene))]
    return front, finished, sorted(warnings, key=lambda warning: warning.line)

"""One scene read again after an edit: what follows from its place, its time and its people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from geo.model import Scene, Script, Vocabulary
from geo.script.breakdown.era import own_era
from geo.script.breakdown.era_clues import era_clues
from geo.script.breakdown.homes import at_home
from geo.script.breakdown.needs import Reader, reader_of
from geo.script.breakdown.scene_text import SceneText, text_of
from geo.script.breakdown.story import in_story

OF_NEEDS = ("place", "era")
OF_FLAGS = ("place", "era", "time", "cast", "details", "needs")


def reread(script: Script, before: Scene, scene: Scene, vocabulary: Vocabulary) -> Scene:
    """``scene`` with era, needs and flags read anew where what they rest on differs from before.

    What was decided by hand stays.
    """

    def differs(*names: str) -> bool:
        return any(getattr(before, name) != getattr(scene, name) for name in names)

    if not differs(*OF_NEEDS, *OF_FLAGS):
        return scene
    reader = reader_of(vocabulary)
    written = [(line.tag, line.text) for line in script.lines if line.scene == scene.id]
    text = text_of(scene.heading, written)
    if differs("place") and "era" not in scene.edited:
        scene = replace(scene, era=_era(script, scene, text, reader))
    if differs(*OF_NEEDS) and "needs" not in scene.edited:
        scene = replace(scene, needs=reader.needs(scene.place, text.action, scene.era))
        scenes = [scene if one.id == scene.id else one for one in script.scenes]
        scene = next(one for one in at_home(in_story(scenes)) if one.id == scene.id)
    if "flags" not in scene.edited:
        people = {name for one in script.scenes for name in one.cast}
        scene = replace(scene, flags=reader.flags.flags(scene, text, people))
    return scene


def _era(script: Script, scene: Scene, text: SceneText, reader: Reader) -> str | None:
    """As a reading of the whole script finds it; most scenes' era stands for the script's."""
    others = Counter(one.era for one in script.scenes if one.id != scene.id and one.era)
    most = others.most_common(1)
    whole = most[0][0] if most else None
    clues = era_clues(replace(scene, heading=""), text, reader)
    return own_era(clues, whole) or whole or scene.era

"""What one scene says of its era, gathered from its heading, place, cast and lines."""

from __future__ import annotations

from geo.model import Scene
from geo.script.breakdown.era import EraClues, card_era, cue_votes, place_votes, stated_era
from geo.script.breakdown.needs import Reader
from geo.script.breakdown.scene_text import SceneText
from geo.script.breakdown.sets import place_key


def era_clues(scene: Scene, text: SceneText, reader: Reader) -> EraClues:
    """The clues of ``scene``, whose lines are ``text``."""
    stated = stated_era(f"{scene.heading} {scene.place}") or card_era(text.cards)
    written = (scene.place, "、".join(scene.cast), text.action, text.dialogue)
    votes = cue_votes("\n".join(written)) + place_votes(reader.eras_of_place(scene.place))
    return EraClues(place_key(scene.place), stated, votes, scene.cast)

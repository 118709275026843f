"""How well a scene is served, in words: it fits, nearly, by a stand-in, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geo.model.pitch import PitchScene
from geo.present.pitch.words import Tell

DIRECT, NEARLY, STAND_IN, NONE = "direct", "nearly", "stand_in", "none"
FITS = (DIRECT, NEARLY, STAND_IN, NONE)
# below this something falls short (the era, the inside, how plainly the script says it)
FULL = 0.8


def fit_of(scene: PitchScene) -> str:
    """One of ``FITS``."""
    if scene.site_id is None:
        return NONE
    if not scene.direct:
        return STAND_IN
    return DIRECT if scene.fit >= FULL else NEARLY


def fits(tell: Tell, scenes: Sequence[PitchScene]) -> str:
    """How many scenes fit, nearly fit, need a stand-in, or have no place."""
    counted = Counter(fit_of(one) for one in scenes)
    end = tell.what_is_asked
    told = [tell.say(f"pitch_count_{fit}{end}", n=counted[fit]) for fit in FITS if counted[fit]]
    return tell.say("pitch_comma").join(told)

"""How well a scene is served, in words: it fits, nearly, by a stand-in, or not at all."""

from __future__ import annotations

from geo.model.pitch import PitchScene

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

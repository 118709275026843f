"""The parts of a fit that the place itself makes: its type, the reading, inside or outside."""

from __future__ import annotations

from geo.match.rules import Rules
from geo.model import Exposure, FitPart, IntExt, Need, Reason, Scene, SiteScene, Vocabulary


def place_parts(
    scene: Scene,
    need: Need,
    had: SiteScene,
    weight: float,
    vocabulary: Vocabulary,
    rules: Rules,
) -> tuple[FitPart, ...]:
    """Type with stand-in quality, how sure the reading is (``weight``), and INT/EXT."""
    words = "、".join(need.because)
    direct = had.scene_type == need.scene_type
    code = "fit_direct" if direct else "fit_stand_in"
    values = {"asked": need.scene_type, "served": had.scene_type, "words": words}
    parts = [FitPart("type", _quality(vocabulary, need, had), Reason(code, values))]
    if weight < 1:
        parts.append(FitPart("reading", weight, Reason("fit_reading", {"words": words})))
    asked = scene.int_ext or IntExt.BOTH
    kind = vocabulary.scene_types[had.scene_type].int_ext
    factor = rules.exposure[kind][asked][had.exposure]
    return (*parts, FitPart("place", factor, _exposed(factor, had)))


def _quality(vocabulary: Vocabulary, need: Need, had: SiteScene) -> float:
    if had.scene_type == need.scene_type:
        return 1.0
    stand_ins = vocabulary.scene_types[need.scene_type].stand_ins
    return next(one.quality for one in stand_ins if one.scene_type == had.scene_type)


def _exposed(factor: float, had: SiteScene) -> Reason:
    values = {"served": had.scene_type}
    if factor >= 1:
        return Reason("fit_place_right", values)
    if had.exposure is Exposure.UNKNOWN:
        return Reason("ask_inside", values)
    return Reason(
        "fit_place_outside" if had.exposure is Exposure.OUTSIDE else "fit_place_inside", values
    )

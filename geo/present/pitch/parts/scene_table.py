"""Scene by scene: which place takes it, how well, why, in what light. Or what the places offer."""

from __future__ import annotations

from collections.abc import Iterator

from geo.model import Effect, Exposure, Reason
from geo.model.pitch import Pitch, PitchLang, PitchScene, PitchSite
from geo.model.script import IntExt
from geo.present.pitch.blocks import Block, Cell, Look, Picture, Pictures, Table, Words
from geo.present.pitch.parts.fits import DIRECT, NONE, fit_of, fits
from geo.present.pitch.words import PitchWords, Tell

# with the light in a column of its own, and without
WIDTHS = (0.06, 0.15, 0.07, 0.2, 0.1, 0.32, 0.1)
WIDTHS_DARK = (0.07, 0.16, 0.08, 0.22, 0.11, 0.36)
# EXT · NIGHT takes more than 外夜
WIDTHS_EN = (0.05, 0.13, 0.12, 0.18, 0.1, 0.32, 0.1)
WIDTHS_DARK_EN = (0.06, 0.14, 0.13, 0.2, 0.11, 0.36)
KIND_WIDTHS = (0.18, 0.28, 0.14, 0.4)
PLACE_WIDTHS = (0.22, 0.36, 0.18, 0.24)
MOST_PICTURES = 6
# reasons that say nothing to a crew that reads the table
SKIPPED = ("ask_", "fit_distance")
GOOD = frozenset({"fit_direct", "fit_place_right", "fit_era_right"})
MOST_REASONS = 2


def scene_table(words: PitchWords) -> tuple[Block, ...]:
    """The table of scenes with photos of the places; without scenes the table of places."""
    pitch = words.pitch
    if not pitch.sites:
        return ()
    if not pitch.scenes:
        return _places(words)
    blocks: list[Block] = [Words(words.said(_counts))]
    if shown := tuple(_more_photos(words)):
        blocks.append(Pictures(shown[:MOST_PICTURES]))
    blocks.append(_table(words))
    if any(not one.direct for one in pitch.served):
        blocks.append(Words(words.say("pitch_stand_in_note"), "note"))
    if not words.first.kinds:
        blocks.extend(_about_light(words))
    return tuple(blocks)


def _counts(tell: Tell) -> str:
    scenes = tell.pitch.scenes
    return tell.say(
        f"pitch_counts{tell.what_is_asked}", total=len(scenes), parts=fits(tell, scenes)
    )


def _more_photos(words: PitchWords) -> Iterator[Picture]:
    """A second photo of each place with the scenes it takes; the first stands in its row."""
    for place in words.pitch.sites:
        if len(place.photos) > 1 and taken_by(words.pitch, place):

            def caption(tell: Tell, one: PitchSite = place) -> str:
                scenes = tell.labels(taken_by(tell.pitch, one), most=5)
                return tell.say("pitch_photo", site=tell.short(one.site), scenes=scenes)

            yield Picture(place.photos[1], words.said(caption), place.site.id)


def _photos(words: PitchWords) -> Iterator[Picture]:
    """One photo of each place."""
    for place in words.pitch.sites:
        if place.photos:
            yield Picture(place.photos[0], words.short(place.site), place.site.id)


def taken_by(pitch: Pitch, place: PitchSite) -> tuple[str, ...]:
    """The scenes that a place takes, in the order of the script."""
    return tuple(one.scene_id for one in pitch.scenes if one.site_id == place.site.id)


# ---- the table of scenes


def _table(words: PitchWords) -> Table:
    if words.first.kinds:
        return _kinds(words)
    lit = any(one.sun is not None for one in words.pitch.scenes)
    heads = ["scene", "set", "side", "place", "fit", "why", *(["light"] if lit else [])]
    return Table(
        "scenes",
        tuple(words.say(f"pitch_head_{one}") for one in heads),
        tuple(_row(words, one, photo, lit=lit) for one, photo in _pictured(words)),
        _widths(words, lit=lit),
        wide=True,
    )


def _widths(words: PitchWords, *, lit: bool) -> tuple[float, ...]:
    if words.pitch.wishes.lang is PitchLang.ZH:
        return WIDTHS if lit else WIDTHS_DARK
    return WIDTHS_EN if lit else WIDTHS_DARK_EN


def _kinds(words: PitchWords) -> Table:
    """Without a script: the kinds of scene asked for, and what answers them."""
    return Table(
        "scenes",
        tuple(words.say(f"pitch_head_{one}") for one in ("kind", "place", "fit", "why")),
        tuple(
            (
                Cell(words.say("names", codes=one.asked)),
                _place(words, one, photo),
                _fit(words, one),
                _reason_cell(words, one),
            )
            for one, photo in _pictured(words)
        ),
        KIND_WIDTHS,
    )


def _pictured(words: PitchWords) -> Iterator[tuple[PitchScene, str]]:
    """The scenes, the first that a place takes with the place's first photo."""
    left = {one.site.id: one.photos[0] for one in words.pitch.sites if one.photos}
    for scene in words.pitch.scenes:
        yield scene, left.pop(scene.site_id or "", "")


def _reason_cell(words: PitchWords, scene: PitchScene) -> Cell:
    return Cell(words.said(lambda tell: _why(tell, scene)), look=_grave(scene))


def _row(words: PitchWords, scene: PitchScene, photo: str, *, lit: bool) -> tuple[Cell, ...]:
    cells = (
        Cell(words.name(scene.label)),
        Cell(words.name(scene.set_name)),
        Cell(words.said(lambda tell: tell.kind(scene))),
        _place(words, scene, photo),
        _fit(words, scene),
        _reason_cell(words, scene),
    )
    return (*cells, Cell(words.said(lambda tell: _light(tell, scene)))) if lit else cells


def _place(words: PitchWords, scene: PitchScene, photo: str) -> Cell:
    found = words.first.sites.get(scene.site_id or "")
    if found is None:
        return Cell(words.say("pitch_no_place"), look=Look.QUIET)
    return Cell(words.site(found.site), mark=found.site.kind, photo=photo)


def _fit(words: PitchWords, scene: PitchScene) -> Cell:
    fit = fit_of(scene)
    told = words.say(f"pitch_fit_{fit}")
    if fit == NONE:
        return Cell(told, look=Look.QUIET)
    share = min(max(scene.fit, 0.0), 1.0)
    return Cell(told, share, share, look=Look.STRONG if fit == DIRECT else Look.PLAIN)


def _why(tell: Tell, scene: PitchScene) -> str:
    if scene.site_id is None:
        if scene.reasons:
            return tell.reason(scene.reasons[0])
        return tell.say("pitch_why_none" if scene.asked else "pitch_why_open", asked=scene.asked)
    told = [tell.reason(one) for one in _worth_saying(scene)]
    effects = dict.fromkeys(one.effect for one in scene.findings)
    told += [tell.say(f"pitch_short_{one.value}") for one in effects]
    return tell.joined(told)


def _worth_saying(scene: PitchScene) -> list[Reason]:
    """What it has, and what falls short; what merely agrees is left to the bar."""
    told = [one for one in scene.reasons if not one.code.startswith(SKIPPED)]
    short = [one for one in told[1:] if one.code not in GOOD]
    return [*told[:1], *short][:MOST_REASONS]


def _grave(scene: PitchScene) -> Look:
    hard = any(one.effect is not Effect.ASK for one in scene.findings)
    return Look.WARN if hard and scene.site_id is not None else Look.PLAIN


def outside(scene: PitchScene) -> bool:
    """Whether a scene plays outside, at least in part."""
    return scene.int_ext in (IntExt.EXT, IntExt.BOTH)


def _light(tell: Tell, scene: PitchScene) -> str:
    if scene.sun is None:
        return ""
    return tell.sun(scene.sun, scene.time)


def _about_light(words: PitchWords) -> Iterator[Words]:
    """How to read the column of light, and on which day it rests."""
    suns = [one.sun for one in words.pitch.scenes if one.sun is not None]
    if suns:
        code = "pitch_light_column" if all(one.dated for one in suns) else "pitch_light_equinox"
        yield Words(words.say(code), "note")


# ---- the table of places


def _places(words: PitchWords) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if shown := tuple(_photos(words)):
        blocks.append(Pictures(shown[:MOST_PICTURES]))
    blocks.append(
        Table(
            "places",
            tuple(words.say(f"pitch_head_{one}") for one in ("place", "offers", "eras", "known")),
            tuple(_offer(words, one) for one in words.pitch.sites),
            PLACE_WIDTHS,
        )
    )
    if any(_asks(one) for one in words.pitch.sites):
        blocks.append(Words(words.say("pitch_inside_note"), "note"))
    return tuple(blocks)


def _asks(place: PitchSite) -> bool:
    return any(one.exposure is Exposure.UNKNOWN for one in place.site.scene_types)


def _offer(words: PitchWords, place: PitchSite) -> tuple[Cell, ...]:
    site = place.site

    def offers(tell: Tell) -> str:
        told = []
        for exposure in (Exposure.INSIDE, Exposure.OUTSIDE, Exposure.UNKNOWN):
            types = [one.scene_type for one in site.scene_types if one.exposure is exposure]
            if types:
                told.append(tell.say(f"pitch_offers_{exposure.value}", types=",".join(types)))
        return tell.say("pitch_semicolon").join(told) or tell.say("pitch_offers_open")

    def eras(tell: Tell) -> str:
        return tell.listed(tell.say(f"era_{one}") for one in site.eras)

    return (
        Cell(words.site(site), mark=site.kind),
        Cell(words.said(offers), look=Look.PLAIN if site.scene_types else Look.UNKNOWN),
        Cell(words.said(eras)),
        Cell(words.said(lambda tell: tell.listed(site.known_productions[:3]))),
    )

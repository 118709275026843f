"""When the light is there: first light, sunrise, sunset and full dark at each place."""

from __future__ import annotations

from geo.model.pitch import PitchSite
from geo.model.script import DayPart
from geo.model.shoot_plans import SunTimes
from geo.present.pitch.blocks import Block, Cell, Look, Said, Table, Words
from geo.present.pitch.parts.scene_table import outside
from geo.present.pitch.words import PitchWords, clock

WIDTHS = (0.26, 0.1, 0.1, 0.1, 0.1, 0.17, 0.17)


def light(words: PitchWords) -> tuple[Block, ...]:
    """One row for each place and day of the sun; nothing where no sun is known."""
    rows = []
    dated = True
    for place in words.pitch.sites:
        for sun, day, night in _suns(words, place):
            dated = dated and sun.dated
            rows.append(_row(words, place, sun, day, night))
    if not rows:
        return ()
    heads = ("place", "first_light", "rise", "sets", "dark", "day_scenes", "night_scenes")
    table = Table(
        "light",
        tuple(words.say(f"pitch_head_{one}") for one in heads),
        tuple(rows),
        WIDTHS,
        frozenset({1, 2, 3, 4}),
    )
    code = "pitch_light_dated" if dated else "pitch_light_equinox"
    return table, Words(words.say(code), "note")


def _suns(words: PitchWords, place: PitchSite) -> list[tuple[SunTimes, list[str], list[str]]]:
    """Each run of the sun at a place with its scenes by day and by night."""
    found: dict[SunTimes, tuple[list[str], list[str]]] = {}
    known = words.pitch.sun.get(place.site.id)
    if known is not None and not words.pitch.scenes:
        found[known] = ([], [])
    for scene in words.pitch.served:
        if scene.site_id == place.site.id and scene.sun is not None and outside(scene):
            lists = found.setdefault(scene.sun, ([], []))
            lists[scene.time is DayPart.NIGHT].append(scene.scene_id)
    return [(sun, day, night) for sun, (day, night) in found.items()]


def _row(
    words: PitchWords, place: PitchSite, sun: SunTimes, day: list[str], night: list[str]
) -> tuple[Cell, ...]:
    clocks = (sun.light, sun.rise, sun.sets, sun.dark)
    look = Look.PLAIN if sun.dated else Look.ESTIMATE
    return (
        Cell(words.site(place.site), mark=place.site.kind),
        *(Cell(Said(clock(at)), look=look) for at in clocks),
        Cell(words.said(lambda tell: tell.labels(day, most=6))),
        Cell(words.said(lambda tell: tell.labels(night, most=6))),
    )

"""Place by place on the answer: what it is for, which scenes it takes, how, what is to be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from geo.model.pitch import PitchScene, PitchSite
from geo.present.pitch.blocks import NOTHING, Cell, Look, Table
from geo.present.pitch.parts.fits import FITS, fit_of
from geo.present.pitch.words import PitchWords, Tell

LEAST = 2
# how many stand on one sheet with the figures; English takes more lines, both languages most
MOST, MOST_PHOTOS = {"zh": 8, "en": 8, "both": 4}, {"zh": 8, "en": 8, "both": 0}

COLUMNS = {
    "takes": 0.22,
    "set_for": 0.21,
    "which": 0.13,
    "how": 0.14,
    "off": 0.165,
    "ask": 0.135,
}
OFFERED = {"takes": 0.27, "gives": 0.39, "off": 0.17, "ask": 0.17}
MOST_SETS, MOST_SCENES, MOST_ASKED = 3, 3, 1
# open everywhere, and told above the table: named only where nothing else is open
COMMON = ("confirm_venue_price", "confirm_quote", "confirm_contact")


def takers(words: PitchWords) -> Table | None:
    """Which place takes what; None where one sentence says it all, or there are no places."""
    places = words.pitch.sites
    if len(places) < LEAST or not most(words):
        return None
    columns = dict(COLUMNS if words.pitch.scenes else OFFERED)
    if words.first.kinds:
        # a kind of scene has no number on a slate
        del columns["which"]
    if all(place.way is None for place in places):
        del columns["off"]
    return Table(
        "takers",
        tuple(words.say(f"pitch_head_{one}") for one in columns),
        tuple(
            tuple(_cell(words, one, place) for one in columns) for place in places[: most(words)]
        ),
        tuple(share / sum(columns.values()) for share in columns.values()),
        title=words.say(takers_title(words)),
    )


def most(words: PitchWords) -> int:
    """How many places the table tells."""
    pictured = any(place.photos for place in words.pitch.sites)
    return (MOST_PHOTOS if pictured else MOST)[words.pitch.wishes.lang]


def takers_title(words: PitchWords) -> str:
    """The code of the sentence over the places."""
    if not words.pitch.scenes:
        return "pitch_takers_place"
    return f"pitch_takers{words.first.what_is_asked}"


def _cell(words: PitchWords, column: str, place: PitchSite) -> Cell:
    if column == "takes":
        return Cell(words.short(place.site), mark=place.site.kind)
    if column == "off":
        return _way(words, place)
    return Cell(words.said(lambda tell: told_of(tell, column, place)))


def told_of(tell: Tell, column: str, place: PitchSite) -> str:
    """What a column says of a place: set_for, which, how, gives, ask."""
    return TOLD[column](tell, place)


def _taken(tell: Tell, place: PitchSite) -> list[PitchScene]:
    return [one for one in tell.pitch.scenes if one.site_id == place.site.id]


def _sets(tell: Tell, place: PitchSite) -> str:
    """The sets of the script, or the kinds of scene asked for, that it takes."""
    scenes = _taken(tell, place)
    if not scenes:
        return tell.say(f"pitch_takes_none{tell.what_is_asked}")
    if tell.kinds:
        return tell.types(one.asked for one in scenes)
    names = list(dict.fromkeys(one.set_name for one in scenes if one.set_name))
    told = tell.listed(names[:MOST_SETS])
    return told if len(names) <= MOST_SETS else tell.say("pitch_and_sets", names=told, n=len(names))


def _scenes(tell: Tell, place: PitchSite) -> str:
    return tell.labels((one.scene_id for one in _taken(tell, place)), most=MOST_SCENES)


def _how(tell: Tell, place: PitchSite) -> str:
    counted = Counter(fit_of(one) for one in _taken(tell, place))
    told = (tell.say(f"pitch_brief_{fit}", n=counted[fit]) for fit in FITS if counted[fit])
    return tell.say("pitch_comma").join(told)


def _offers(tell: Tell, place: PitchSite) -> str:
    types = dict.fromkeys(one.scene_type for one in place.site.scene_types)
    told = tell.types(list(types)[: MOST_SETS + 2])
    if len(types) <= MOST_SETS + 2:
        return told or tell.say("pitch_offers_open")
    return tell.say("pitch_and_kinds", names=told, n=len(types))


def _ask(tell: Tell, place: PitchSite) -> str:
    """What is open there, its own before what is open everywhere; of much the first."""
    codes = [one.what.code for one in tell.pitch.to_confirm if one.site_id == place.site.id]
    ordered = sorted(dict.fromkeys(codes), key=COMMON.__contains__)
    if not ordered:
        return ""
    told = tell.listed(_short(tell, one) for one in ordered[:MOST_ASKED])
    left = len(ordered) - MOST_ASKED
    return told if left <= 0 else tell.say("pitch_and_asked", names=told, more=left)


def _short(tell: Tell, code: str) -> str:
    own = f"pitch_asked.{code}"
    return tell.say(own if own in tell.phrases.templates else "pitch_asked.other")


def _way(words: PitchWords, place: PitchSite) -> Cell:
    leg = place.way
    if leg is None:
        first = place is words.pitch.sites[0]
        return Cell(words.say("pitch_off_first") if first else NOTHING, look=Look.QUIET)
    told = words.said(lambda tell: tell.way(leg.km, leg.minutes, leg.straight_km))
    return Cell(told, leg.km, look=Look.ESTIMATE)


TOLD: dict[str, Callable[[Tell, PitchSite], str]] = {
    "set_for": _sets,
    "which": _scenes,
    "how": _how,
    "gives": _offers,
    "ask": _ask,
}

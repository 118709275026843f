"""Offers to merge sets: names so near that one place may have been meant.

Two names are near when they differ only in words of one meaning (沈家客厅, 沈家大厅; 总裁办公室,
顾总办公室), when one is the other cut short and no third set could be meant (病房, 医院病房), or by
one character in a long name, one of them written once. Other owners, buildings, rooms, numbers,
directions or eras, or one inside and one outside, are other places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from geo.model import IntExt, Scalar, Scene, ScriptSet, ScriptWarning
from geo.script.breakdown.lexicon import Lexicon
from geo.script.breakdown.place_names import BOSS_ROOM, PlaceName, surname, take_apart
from geo.script.text.fold import fold
from geo.script.text.words import KINDS_OF_HOME, TELLING, VAGUE_ROOMS

MOST_OFFERS = 12
MOST_SETS = 600
ONE_MEANING, SAME_HOME, BOSS_ALIAS, CUT_SHORT, SLIP = 0.8, 0.65, 0.7, 0.6, 0.7
SHARED_CAST = 0.2
LONG_NAME = 5


@dataclass(frozen=True, slots=True)
class _Place:
    """A set with what may tell whether another is the same."""

    own: ScriptSet
    name: PlaceName
    side: IntExt | None
    eras: frozenset[str]
    cast: frozenset[str]
    line: int


def sets_alike(
    scenes: Sequence[Scene],
    sets: Sequence[ScriptSet],
    words: Lexicon,
    settled: Collection[str] = (),
) -> list[ScriptWarning]:
    """At most twelve offers to merge two sets, in the order of the script; settled ones left out.

    ``words`` are the place words of the vocabulary. Of very many sets the first are compared.
    """
    places = _places(scenes, sets[:MOST_SETS])
    scored = sorted(_scored(places, words), key=lambda one: -one[0])
    found: list[ScriptWarning] = []
    merged: set[str] = set()
    for _, one, other in scored:
        keep, merge = sorted((one, other), key=lambda place: (-len(place.own.scenes), place.line))
        names = (keep.own.name, merge.own.name)
        asked = {f"sets_alike|{first}|{second}" for first, second in (names, names[::-1])}
        if asked & set(settled) or merge.own.id in merged:
            continue
        merged.add(merge.own.id)
        values: dict[str, Scalar] = {
            "keep": keep.own.id,
            "merge": merge.own.id,
            "name": keep.own.name,
            "other": merge.own.name,
            "count": len(merge.own.scenes),
        }
        found.append(ScriptWarning(merge.line, "sets_alike", values))
        if len(found) == MOST_OFFERS:
            break
    return found


def _places(scenes: Sequence[Scene], sets: Sequence[ScriptSet]) -> list[_Place]:
    by_id = {scene.id: scene for scene in scenes}
    people = {fold(name) for scene in scenes for name in scene.cast if len(name) > 1}
    places = []
    for one in sets:
        own = [by_id[scene_id] for scene_id in one.scenes if scene_id in by_id]
        sides = {scene.int_ext for scene in own} - {None}
        places.append(
            _Place(
                one,
                take_apart(one.name, people),
                next(iter(sides)) if len(sides) == 1 else None,
                frozenset(scene.era for scene in own if scene.era),
                frozenset(name for scene in own for name in scene.cast),
                min((scene.line for scene in own), default=0),
            )
        )
    return places


def _scored(places: Sequence[_Place], words: Lexicon) -> Iterator[tuple[float, _Place, _Place]]:
    short: dict[str, list[tuple[_Place, _Place]]] = defaultdict(list)
    bosses = {surname(place.name.owner) for place in places if BOSS_ROOM in place.name.rooms} - {""}
    for one, other in _pairs(places):
        if _set_apart(one, other):
            continue
        base = _near(one.name, other.name, bosses) or _slip(one, other, words)
        if base:
            yield base + SHARED_CAST * _shared(one, other), one, other
            continue
        for brief, full in ((one, other), (other, one)):
            if _cut_short(brief.name, full.name):
                short[brief.own.id].append((brief, full))
    for pairs in short.values():
        if len(pairs) == 1:
            brief, full = pairs[0]
            shared = _shared(brief, full)
            if shared or not (brief.name.rooms & VAGUE_ROOMS and not brief.name.building):
                yield CUT_SHORT + SHARED_CAST * shared, brief, full


def _pairs(places: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """The pairs worth a look: with a room in common, the same ending, or one character apart."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        name = place.name
        keys = {f"room {room}" for room in name.rooms} or {
            f"end {name.building[-1:]}", f"owner {name.owner}" if name.owner else "",
        }  # fmt: skip
        if len(name.key) >= LONG_NAME:
            keys |= {name.key[:at] + name.key[at + 1 :] for at in range(len(name.key))} | {name.key}
        for key in keys - {""}:
            buckets[key].append(index)
    seen = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    return ((places[one], places[other]) for one, other in sorted(seen))


def _set_apart(one: _Place, other: _Place) -> bool:
    """Whether number, side or era tell the two apart."""
    eras = one.eras and other.eras and not one.eras & other.eras
    sides = {one.side, other.side} == {IntExt.INT, IntExt.EXT}
    return one.name.numbers != other.name.numbers or sides or bool(eras)


def _shared(one: _Place, other: _Place) -> float:
    everyone = one.cast | other.cast
    return len(one.cast & other.cast) / len(everyone) if everyone else 0.0


def _near(a: PlaceName, b: PlaceName, bosses: Collection[str]) -> float:
    """How sure two names mean one place by what their words mean; 0 when they do not."""
    if not (a.rooms & b.rooms or not (a.rooms or b.rooms)):
        return 0
    if BOSS_ROOM in a.rooms and BOSS_ROOM in b.rooms:
        known = not a.owner or not b.owner or surname(a.owner) == surname(b.owner)
        return BOSS_ALIAS if known and len(bosses) < 2 else 0
    if a.owner != b.owner:
        return 0
    if a.building == b.building:
        return ONE_MEANING if a.owner or a.building or a.rooms else 0
    homes = {a.building, b.building}
    return SAME_HOME if a.owner and "" in homes and homes & KINDS_OF_HOME else 0


def _cut_short(brief: PlaceName, full: PlaceName) -> bool:
    """Whether ``brief`` is ``full`` without its owner or building."""
    if brief.owner or len(brief.key) >= len(full.key):
        return False
    if brief.rooms:
        alike = bool(brief.rooms & full.rooms) and full.building.endswith(brief.building)
    else:
        alike = not full.rooms and bool(brief.building) and full.building.endswith(brief.building)
    if not alike:
        return False
    left_out = full.building.removesuffix(brief.building) if brief.building else full.building
    return bool(full.owner or left_out) and not (left_out and left_out[-1] in TELLING - _DIGITS)


_DIGITS = frozenset("零一二三四五六七八九十百千0123456789")


def _slip(one: _Place, other: _Place, words: Lexicon) -> float:
    """Whether the names differ by one mistyped or missing character, one of them written once."""
    a, b = sorted((one.name.key, other.name.key), key=len)
    fewer, more = sorted((len(one.own.scenes), len(other.own.scenes)))
    if len(a) < LONG_NAME or len(b) - len(a) > 1 or fewer > 1 or more < 2:
        return 0
    at = next((at for at, char in enumerate(a) if char != b[at]), len(a))
    same = a[at + 1 :] == b[at + 1 :] if len(a) == len(b) else a[at:] == b[at + 1 :]
    differing = {a[at : at + 1] if len(a) == len(b) else "", b[at : at + 1]}
    owned = at < max(len(one.name.owner), len(other.name.owner))
    if not same or owned or differing & TELLING:
        return 0
    return 0 if _known(a, at, words) and _known(b, at, words) else SLIP


def _known(key: str, at: int, words: Lexicon) -> bool:
    """Whether the character at ``at`` belongs to a word of the vocabulary."""
    return any(hit.start <= at < hit.end for hit in words.find(key))

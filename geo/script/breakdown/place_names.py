"""A place name taken apart: whose it is, which building, which room, and what numbers it bears."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from geo.script.breakdown.sets import place_key
from geo.script.text.names import SURNAMES
from geo.script.text.words import SAME_BUILDING, SAME_ROOM

NUMBER = re.compile(
    r"[0-9零一二三四五六七八九十百两]+(?:号|楼|层|班|栋|幢|单元|室|年级|期|区|队|院|组|度)|\d+|[甲乙丙丁]$"
)
BOSS = re.compile(r"^(?P<owner>[^氏]{1,3}?)?(?:总裁|总|董事长|董|ceo)(?:的?办公室|办|室)$")
BOSS_ROOM = "总裁办公室"
TITLE = re.compile(
    r"家|府|宅|氏|记|总|董|父|母|爸|妈|老爷|夫人|太太|少爷|小姐|公馆|队长|医生|教授|老师|叔|婶|姨|伯|爷爷|奶奶"
)
KIN = re.compile(
    r"(?:女主|男主|女二|男二|奶奶|外婆|姥姥|爷爷|姥爷|婆婆|娘|外公|舅舅|姑姑|闺蜜|前夫|前妻|房东|村长|班主任"
    r"|校长|院长|县长|厂长)(?=家|的|宅|办|卧|房|客)"
)
HOME = re.compile(r"^(?:家|府|宅|住处|住所|寓所)(?=.|$)")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """``owner`` 沈 of 沈家客厅, ``building`` what stands between, ``rooms`` what its room may be.

    Words of one meaning are given by the first of them; a word of two meanings gives two rooms.
    """

    key: str
    owner: str
    building: str
    rooms: frozenset[str]
    numbers: tuple[str, ...]


def _meanings(groups: Sequence[Sequence[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in groups:
        for word in group:
            found.setdefault(word, set()).add(group[0])
    return {word: frozenset(firsts) for word, firsts in found.items()}


_ROOMS = _meanings(SAME_ROOM)
_BUILDINGS = _meanings(SAME_BUILDING)
LONGEST_WORD = max(map(len, (*_ROOMS, *_BUILDINGS)))


def _ending(key: str, meanings: Mapping[str, frozenset[str]]) -> tuple[str, frozenset[str]]:
    """What stands before the longest known word that ``key`` ends in, and what that means."""
    for length in range(min(len(key), LONGEST_WORD), 0, -1):
        if key[-length:] in meanings:
            return key[:-length], meanings[key[-length:]]
    return key, frozenset()


def take_apart(place: str, people: Collection[str]) -> PlaceName:
    """``place`` by owner, building and room; ``people`` are the folded names of the script."""
    key = place_key(place)
    numbers = tuple(NUMBER.findall(key))
    boss = BOSS.match(key)
    if boss:
        return PlaceName(key, boss["owner"] or "", "", frozenset({BOSS_ROOM}), numbers)
    owner, rest = _owner(key, people)
    before, rooms = _ending(rest, _ROOMS)
    front, buildings = _ending(before, _BUILDINGS)
    building = front + min(buildings, default="")
    if owner:
        building = HOME.sub("", building)
    return PlaceName(key, owner, building, rooms, numbers)


def _owner(key: str, people: Collection[str]) -> tuple[str, str]:
    """The owner that ``key`` begins with (a surname, a name, a relation), and what follows."""
    named = max((name for name in people if key.startswith(name)), key=len, default="")
    if named:
        return named, key[len(named) :]
    kin = KIN.match(key)
    if kin:
        return kin.group(), key[kin.end() :]
    for name in (key[:2], key[:1]):
        if name in SURNAMES and TITLE.match(key, len(name)):
            return name, key[len(name) :]
    return "", key


def surname(owner: str) -> str:
    """The surname that ``owner`` begins with, or nothing."""
    return next((name for name in (owner[:2], owner[:1]) if name in SURNAMES), "")

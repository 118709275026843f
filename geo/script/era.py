"""The era of a scene, from what is written; None where the script does not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from geo.script.fold import fold
from geo.script.words import ERA_CUES

ANCIENT, REPUBLICAN, DECADES, MODERN, FUTURE = (
    "ancient",
    "republican",
    "1950s-80s",
    "contemporary",
    "futuristic",
)
# said outright, in a heading or before the first scene
STATED: Mapping[str, re.Pattern[str]] = {
    ANCIENT: re.compile(
        r"古装|古代|古风|架空王朝|[唐宋明清元汉秦隋]朝|大[唐宋明清]|仙侠|武侠|宫斗|宅斗"
    ),
    REPUBLICAN: re.compile(r"民国|清末民初|军阀|谍战|192\d年|193\d年|194[0-8]年"),
    DECADES: re.compile(r"[五六七八]十年代|[5-8]0年代|19[5-8]\d年?|知青|年代剧|年代文"),
    FUTURE: re.compile(r"未来(?:世界|城市|都市)|科幻|末世|赛博|星际|2[1-9]\d\d年"),
    MODERN: re.compile(r"现代|都市|当代|现实题材|20[0-3]\d年"),
}
_ERA_OF = {word: era for era, words in ERA_CUES.items() for word in words}
_CUE = re.compile("|".join(sorted(_ERA_OF, key=len, reverse=True)))
SURE = 0.7
ENOUGH = 3
SCENE_ENOUGH = 2


def stated_era(text: str) -> str | None:
    """The era that ``text`` names outright."""
    folded = fold(text)
    return next((era for era, pattern in STATED.items() if pattern.search(folded)), None)


def cue_votes(text: str) -> Counter[str]:
    """How many different things of each era appear in ``text``."""
    return Counter(_ERA_OF[word] for word in set(_CUE.findall(fold(text))))


def winner(votes: Counter[str], enough: int) -> str | None:
    """The era with a clear majority of at least ``enough`` votes."""
    total = sum(votes.values())
    if total < enough:
        return None
    era, count = votes.most_common(1)[0]
    return era if count >= enough and count >= SURE * total else None


def era_of_types(eras: Iterable[Sequence[str]]) -> str | None:
    """The one era that all of these scene types allow.

    A type of today that may also be of the decades before or after tells of today.
    """
    common: set[str] | None = None
    for one in eras:
        own = set(one) - {FUTURE, DECADES} if MODERN in one else set(one)
        common = own if common is None else common & own
    return next(iter(common)) if common and len(common) == 1 else None


def told_era(places: Iterable[Sequence[str]], votes: Counter[str]) -> str | None:
    """The era that a scene tells by the eras of its ``places``, else by its things."""
    return era_of_types(places) or winner(votes, SCENE_ENOUGH)

"""Words that mean one thing in a village story and another in a city's: read by the whole script.

The old house of a village is a farmhouse, that of a rich family a villa; the shop at the village
entrance is the village, the one of a school is a shop; a pavilion in a story of the court is the
palace. A place decided by hand, or learned, is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from geo.model import Need, Scene
from geo.script.breakdown.era import ANCIENT, MODERN
from geo.script.breakdown.needs import LEARNED
from geo.script.text.fold import fold

VILLAGE = frozenset({"farmland_village", "farmhouse_courtyard", "minority_village", "flower_field"})
TOWN = frozenset({"ancient_town", "water_town"})
COURT = frozenset({"palace"})
# a story plays where this share of its scenes does
SHARE = 0.15
COURT_SHARE = 0.3
RICH = re.compile(r"别墅|豪宅|庄园|豪门|总裁|集团")
SURE, BEHIND = 0.85, 0.1
SURE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Rule:
    """In a story of ``where``, a place like ``words`` read as one of ``codes`` is ``meant``."""

    where: str
    words: re.Pattern[str]
    codes: frozenset[str]
    meant: str
    eras: frozenset[str | None] = frozenset()


def _rule(where: str, words: str, codes: str, meant: str, *eras: str) -> Rule:
    return Rule(where, re.compile(words), frozenset(codes.split()), meant, frozenset(eras))


RULES = (
    _rule(
        "village",
        r"(?:老宅|祖宅|老屋|祖屋|旧居|老房子?)(?!.*(?:祠堂|佛堂))",
        "mansion_villa mansion_ancient apartment",
        "farmhouse_courtyard",
    ),
    _rule(
        "village",
        r"村委会?(?:大院|院子|院内|门口|门外|门前)?$|(?:村部|大队部|村公所)(?:大院|院子|门口|门外)?$",
        "office",
        "farmland_village",
    ),
    _rule(
        "village",
        r"(?:小卖[部铺店]|代销[点店]|杂货[铺店]|小超市)(?:门口|门外|门前|外|内)?$",
        "shopping_mall market",
        "farmland_village",
    ),
    _rule(
        "village",
        r"家(?:客厅|卧室|房间|厨房|门口|里屋|饭桌前)?$",
        "apartment",
        "farmhouse_courtyard",
    ),
    _rule(
        "city",
        r"(?:大爷|大娘|大妈|叔|婶|姨|伯|嫂|奶奶|爷爷|外婆|姥姥|姥爷|外公|舅舅?|姑姑?|师傅|队长|会计)家"
        r"(?!.*(?:院|灶|炕|堂屋|土|茅|猪|牛|鸡|屋前))",
        "farmhouse_courtyard",
        "apartment",
    ),
    _rule("city", r"老街|老城|旧城|老巷", "ancient_street", "city_street", MODERN),
    _rule(
        "court",
        r"(?:轩|阁|斋|苑|馆|堂|居)(?:内|外|门口|正殿|偏殿|寝殿|内室|院中|院内)?$",
        "classical_garden mansion_ancient tavern_ancient apartment",
        "palace",
        ANCIENT,
    ),
)


def told_stories(scenes: Sequence[Scene]) -> frozenset[str]:
    """Where the story of ``scenes`` plays: village, town, court, or city when none of these."""
    counts: Counter[str] = Counter()
    rich = 0
    for scene in scenes:
        if scene.needs and scene.needs[0].confidence >= SURE_ENOUGH:
            counts[scene.needs[0].scene_type] += 1
        rich += RICH.search(fold(scene.place)) is not None

    def scenes_in(codes: Collection[str]) -> int:
        return sum(counts[code] for code in codes)

    least = max(2.0, SHARE * len(scenes))
    told = set()
    if scenes_in(VILLAGE) >= least and scenes_in(VILLAGE) > rich:
        told.add("village")
    if scenes_in(TOWN) >= least:
        told.add("town")
    if scenes_in(COURT) >= max(2.0, COURT_SHARE * len(scenes)):
        told.add("court")
    return frozenset(told or {"city"})


def in_story(scenes: Sequence[Scene]) -> list[Scene]:
    """``scenes`` with the needs that their story decides leading."""
    told = told_stories(scenes)
    rules = [rule for rule in RULES if rule.where in told]
    return [_decided(scene, rules) for scene in scenes]


def _decided(scene: Scene, rules: Sequence[Rule]) -> Scene:
    if "needs" in scene.edited or not scene.needs or scene.needs[0].confidence >= LEARNED:
        return scene
    first, place = scene.needs[0], fold(scene.place)
    for rule in rules:
        if rule.eras and scene.era not in rule.eras:
            continue
        found = rule.words.search(place)
        if found is not None and first.scene_type in rule.codes:
            sure = min(SURE, max(first.confidence, SURE_ENOUGH))
            return replace(scene, needs=_led(scene.needs, Need(rule.meant, sure, (found.group(),))))
    return scene


def _led(needs: Sequence[Need], first: Need) -> tuple[Need, ...]:
    """``needs`` behind ``first``, each less sure than it."""
    most = round(first.confidence - BEHIND, 2)
    rest = (
        replace(need, confidence=min(need.confidence, most))
        for need in needs
        if need.scene_type != first.scene_type
    )
    return (first, *rest)

"""The era of a scene, from what is written; None where the script does not say.

Each scene gathers votes: words that only one era knows, words that lean towards one, and the
scene types of its place. What most scenes and the front matter say is the era of the script; a
scene keeps its own where its heading or its card states one, or its own things tell it clearly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from geo.script.breakdown.era_runs import eras_in_runs
from geo.script.breakdown.era_words import LEANING_CUES, SURE_CUES
from geo.script.breakdown.lexicon import Lexicon
from geo.script.text.fold import fold
from geo.script.text.words import DECOYS

ANCIENT, REPUBLICAN, DECADES, MODERN, FUTURE = (
    "ancient",
    "republican",
    "1950s-80s",
    "contemporary",
    "futuristic",
)
DIGIT = "[〇零一二三四五六七八九]"
# said outright, in a heading or before the first scene
STATED: Mapping[str, re.Pattern[str]] = {
    ANCIENT: re.compile(
        r"古装|古代|古风|架空王朝|[唐宋明清元汉秦隋]朝|大[唐宋明清梁周齐燕楚](?:王朝|年间)?(?![人亮])"
        r"|仙侠|武侠|玄幻|修仙|修真|宫斗|宅斗|宫廷|江湖恩怨|(?:贞观|开元|洪武|万历|嘉靖|康熙|雍正|乾隆|光绪)[年初末元]"
    ),
    REPUBLICAN: re.compile(
        rf"民国|清末民初|军阀|谍战|抗战|192\d年|193\d年|194[0-8]年|一九[二三]{DIGIT}年|一九四[〇零一-八]年"
    ),
    DECADES: re.compile(
        r"[五六七八]十年代|[5-8]0年代|19[5-8]\d年?|一九[五六七八]"
        rf"{DIGIT}年|知青|年代(?:短?剧|文|戏|题材|[重穿])"
    ),
    FUTURE: re.compile(r"未来(?:世界|城市|都市)|科幻|末世|赛博|星际|2[1-9]\d\d年"),
    MODERN: re.compile(r"现代|都市|当代|现实题材|20[0-3]\d年|二[〇零][〇零一二三]" + DIGIT + "年"),
}
# the year that a card gives is the year of what is seen
YEAR = re.compile(
    rf"(?:1[6-9]|20|2[1-9])\d\d年|(?:一九|二[〇零]){DIGIT}{{2}}年|民国|[5-8]0年代|十年代"
)
# a lean is one vote
SURE_VOTE, LEANING_VOTE, MOST_LEANING = 2, 1, 2
PLACE_VOTE, SHARED_PLACE_VOTE = 2, 1
FRONT_VOTE, MOST_FRONT = 6, 3
SURE, AHEAD = 0.6, 1.5
ENOUGH = 5
SCENE_SURE, SCENE_ENOUGH, SCENE_AGAINST = 0.7, 4, 6
# a script moves between eras when as many scenes tell the second as this share of the first
MIXED, MIXED_SCENES = 0.3, 3
Votes = Counter[str]


@dataclass(frozen=True, slots=True)
class EraClues:
    """What one scene says of its era: ``stated`` outright, ``votes`` by its place and things.

    ``place`` is the key of its place: scenes of one place are of one era, if nothing else is said.
    """

    place: str
    stated: str | None = None
    votes: Votes = field(default_factory=Counter)
    cast: tuple[str, ...] = ()


def stated_era(text: str) -> str | None:
    """The era that ``text`` names outright; the one named most often, where it names several."""
    found = _stated(text)
    return max(found, key=lambda era: found[era]) if found else None


def _stated(text: str) -> Votes:
    folded = fold(text)
    counts = ((era, len(pattern.findall(folded))) for era, pattern in STATED.items())
    return Counter({era: count for era, count in counts if count})


def card_era(cards: str) -> str | None:
    """The era of the year that a card of a scene gives; cards that give no year say nothing."""
    eras = {stated_era(found.group()) for found in YEAR.finditer(fold(cards))} - {None}
    return eras.pop() if len(eras) == 1 else None


@cache
def _cues() -> tuple[Lexicon, Lexicon]:
    sure, leaning = (
        Lexicon(((word, era) for era, listed in cues.items() for word in listed), DECOYS)
        for cues in (SURE_CUES, LEANING_CUES)
    )
    return sure, leaning


def cue_votes(text: str) -> Votes:
    """Votes of the different things, people and places of each era that ``text`` names."""
    sure, leaning = _cues()
    votes: Votes = Counter()
    for era in {hit.word: hit.codes[0] for hit in sure.find(text)}.values():
        votes[era] += SURE_VOTE
    lean: Votes = Counter()
    for era in {hit.word: hit.codes[0] for hit in leaning.find(text)}.values():
        lean[era] += LEANING_VOTE
    for era, count in lean.items():
        votes[era] += min(count, MOST_LEANING)
    return votes


def place_votes(eras: Iterable[Sequence[str]]) -> Votes:
    """Votes of the one era, or the two of old, that all these scene types allow.

    A type of today that may also be of the decades before or after tells less of today.
    """
    common: set[str] | None = None
    shared = False
    for one in eras:
        own = set(one) - {FUTURE, DECADES} if MODERN in one else set(one)
        shared = shared or DECADES in one
        common = own if common is None else common & own
    if common is not None and len(common) == 1:
        return Counter({next(iter(common)): SHARED_PLACE_VOTE if shared else PLACE_VOTE})
    return Counter({ANCIENT: LEANING_VOTE}) if common == {ANCIENT, REPUBLICAN} else Counter()


def winner(votes: Votes, enough: int, sure: float = SURE) -> str | None:
    """The era with a clear majority of at least ``enough`` votes."""
    if not votes:
        return None
    era, count = votes.most_common(1)[0]
    return era if count >= enough and count >= sure * sum(votes.values()) else None


def script_era(front: str, scenes: Sequence[EraClues]) -> str | None:
    """The era of the whole script: the front matter and all scenes that state none themselves."""
    votes: Votes = Counter()
    for era, count in _stated(front).items():
        votes[era] += FRONT_VOTE * min(count, MOST_FRONT)
    marked = {scene.stated for scene in scenes}
    if len(votes) == 1 and next(iter(votes)) in marked:
        votes.clear()
    for scene in scenes:
        if scene.stated is None:
            votes += Counter({era: min(count, SCENE_AGAINST) for era, count in scene.votes.items()})
    first, second = (*(count for _, count in votes.most_common(2)), 0, 0)[:2]
    return winner(votes, ENOUGH, SURE if first < AHEAD * second else 0.0)


def mixed_eras(scenes: Sequence[EraClues]) -> tuple[str, ...]:
    """The eras between which a script moves; none where one of them clearly leads."""
    clear = Counter(
        era
        for scene in scenes
        if scene.stated is None and (era := winner(scene.votes, PLACE_VOTE, SCENE_SURE))
    )
    leading = clear.most_common(1)[0][1] if clear else 0
    least = max(MIXED_SCENES, MIXED * leading)
    found = tuple(era for era, count in clear.most_common() if count >= least)
    return found if len(found) > 1 else ()


def own_era(scene: EraClues, whole: str | None) -> str | None:
    """The era that a scene tells itself; against the whole script's it takes more to tell."""
    if scene.stated is not None:
        return scene.stated
    if whole is None:
        return winner(scene.votes, PLACE_VOTE, SCENE_SURE)
    found = winner(scene.votes, SCENE_ENOUGH, SCENE_SURE)
    if found is None or found == whole:
        return found
    return winner(scene.votes, SCENE_AGAINST, SCENE_SURE)


def scene_eras(front: str, scenes: Sequence[EraClues]) -> list[str | None]:
    """The era of each scene: its own, that of its place elsewhere, else the whole script's.

    A scene that says nothing between two that are of another era than the script is of theirs.
    """
    mixed = mixed_eras(scenes)
    if mixed:
        own = [own_era(scene, None) for scene in scenes]
        capped = [{era: min(scene.votes[era], SCENE_AGAINST) for era in mixed} for scene in scenes]
        stated = [scene.stated for scene in scenes]
        runs = eras_in_runs(
            mixed, capped, own, stated, [one.cast for one in scenes], [one.place for one in scenes]
        )
        return [era or run for era, run in zip(stated, runs, strict=True)]
    whole = script_era(front, scenes)
    own = [own_era(scene, whole) for scene in scenes]
    by_place: dict[str, Votes] = {}
    for scene, era in zip(scenes, own, strict=True):
        if era is not None and scene.stated is None:
            by_place.setdefault(scene.place, Counter())[era] += 1
    found: list[str | None] = []
    for index, (scene, era) in enumerate(zip(scenes, own, strict=True)):
        if era is None and scene.place in by_place:
            era = by_place[scene.place].most_common(1)[0][0]
        found.append(era or _between(index, scenes, own) or whole)
    return found


def _between(index: int, scenes: Sequence[EraClues], own: Sequence[str | None]) -> str | None:
    """The era of the told scenes right before and after, where they are of the same."""
    before = own[index - 1] if index and scenes[index - 1].stated is None else None
    after = own[index + 1] if index + 1 < len(own) and scenes[index + 1].stated is None else None
    return before if before == after else None

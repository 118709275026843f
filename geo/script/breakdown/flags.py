"""Flags: what in a scene costs money or needs permission, each with the words that raised it.

Read from the heading, the action, cards in brackets and the remarks of a scene, never from what
is said. A word counts unless it is denied (没有下雪), likened to (像受惊的小猫), on a screen, in a
picture, or part of a name. Besides words: night is every scene whose heading says night, inside or
out; heritage also comes from the place; vehicle from a place in a vehicle; child from ages up to 14
and from names of children; crowd from groups (``extras``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from geo.model import DayPart, Flag, Scene, Vocabulary
from geo.script.breakdown.children import CHILD_NAME, child_of_age
from geo.script.breakdown.extras import gather
from geo.script.breakdown.lexicon import Hit, flag_words
from geo.script.breakdown.scene_text import SceneText
from geo.script.breakdown.vehicles import in_vehicle
from geo.script.grammar.field_words import TIMES
from geo.script.text.fold import fold
from geo.script.text.names import BETWEEN
from geo.script.text.words import SHOWN_BEFORE

NIGHT, CROWD, CHILD, VEHICLE, HERITAGE, ANIMAL = (
    "night", "crowd", "child", "vehicle", "heritage", "animal",
)  # fmt: skip
# these stop, and are not there any more
PASSING = frozenset({"rain", "snow", "fire", "smoke"})
OF_PEOPLE = frozenset({CROWD, CHILD, ANIMAL})
SURE_PLACE = 0.6
MOST_WORDS = 6
CLAUSE = re.compile(r"[,。;!?…\n]")
DENIED_BEFORE = re.compile(
    r"(?:没有?|未曾?|不再|不是|并非|无|不见|停止|免得|以免|防止|禁止)[^,。]{0,3}$"
)
DENIED_AFTER = re.compile(
    r"^[^,。]{0,2}?(?:停了|停歇|已停|渐停|停下|渐歇|初歇|止住|过后|之后|熄灭|已灭|被扑灭|散去|散尽|的声音)"
)
LIKENED = re.compile(
    r"(?:(?<![录偶图头雕石铜塑佛神画])像|如同|仿佛|宛如|宛若|犹如|好似|好像|似的?|堪比)[^,。]{0,5}$|[如似]$"
)
LIKENED_AFTER = re.compile(r"^(?:般|似的|一样|一般|状)")
SHOWN = re.compile("|".join(SHOWN_BEFORE))
REACH = 12
NIGHT_WORDS = tuple(
    sorted((word for word, part in TIMES.items() if part is DayPart.NIGHT), key=len, reverse=True)
)
# △ 雨。
WEATHER_ALONE = re.compile(r"(?:^|[。，！△\s])(?P<word>[雨雪雾])(?=[。，！、]|$)", re.MULTILINE)
ALONE: Mapping[str, Mapping[str, str]] = {
    "weather": {"雨": "rain", "雪": "snow", "雾": "smoke"},
    "props": {"枪": "gun"},
}
ENTRY = re.compile(r"[、,，;；/\s]+")


class FlagReader:
    """Flags of scenes by one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._kinds = vocabulary.flags
        self._words = flag_words(vocabulary)
        self._by_name = {kind.zh: code for code, kind in vocabulary.flags.items()}

    def flags(
        self,
        scene: Scene,
        text: SceneText,
        people: Collection[str] = (),
        children: Mapping[str, str] | None = None,
    ) -> tuple[Flag, ...]:
        """The flags of ``scene`` in the order of the vocabulary.

        ``people`` are the names of the whole script; ``children`` those of them known to be
        children, each with the words that say so.
        """
        found: dict[str, list[str]] = {code: [] for code in self._kinds}
        sources = [scene.place, _notes(scene, text), text.action, _cards(text)]
        sources += [words for kind, words in scene.details if kind not in ALONE]
        for code, word in self._worded(sources, {*people, *scene.cast}):
            found[code].append(word)
        for code, word in self._listed(scene):
            found[code].append(word)
        for alone in WEATHER_ALONE.finditer(text.action):
            found[ALONE["weather"][alone["word"]]].append(alone["word"])
        found[NIGHT] += _night(scene)
        found[CHILD] += _children(scene, text, people, children or {})
        found[HERITAGE] += self._old(scene)
        if scene.era == "ancient":
            found[VEHICLE] = []
        elif in_vehicle(scene.place):
            found[VEHICLE].insert(0, scene.place)
        listed = filter(None, ENTRY.split(text.extras))
        extras = gather(_entries(scene, text), [text.action, _cards(text)], people, listed)
        found[CROWD] = [*extras.because, *found[CROWD]]
        night = scene.time is DayPart.NIGHT
        return tuple(
            Flag(
                code,
                tuple(_apart(words))[:MOST_WORDS],
                extras.count if code == CROWD else None,
            )
            for code, words in found.items()
            if words or (code == NIGHT and night)
        )

    def _worded(self, sources: list[str], people: Collection[str]) -> Iterator[tuple[str, str]]:
        for source in sources:
            for hit in self._words.find(source):
                named = any(hit.word in name for name in people)
                if (named and not OF_PEOPLE & set(hit.codes)) or not _counts(source, hit):
                    continue
                for code in hit.codes:
                    yield code, hit.word

    def _listed(self, scene: Scene) -> Iterator[tuple[str, str]]:
        """Words that stand alone in the details: ``天气：雨``, ``道具：枪``, ``备注：打戏``."""
        for kind, words in scene.details:
            for word in BETWEEN.split(words):
                code = ALONE.get(kind, {}).get(word)
                if kind == "remarks":
                    code = self._by_name.get(word)
                if code:
                    yield code, word
            if kind in ALONE:
                yield from (
                    (code, hit.word) for hit in self._words.find(words) for code in hit.codes
                )

    def _old(self, scene: Scene) -> list[str]:
        kinds = self._kinds.get(HERITAGE)
        return [
            word
            for need in scene.needs[:1]
            if kinds and need.scene_type in kinds.scene_types and need.confidence >= SURE_PLACE
            for word in need.because
        ]


def _counts(text: str, hit: Hit) -> bool:
    """Whether the word is there to be seen: not denied, likened to, shown in a picture or told."""
    before = fold(text[max(0, hit.start - REACH) : hit.start])
    before = CLAUSE.split(before)[-1]
    after = fold(text[hit.end : hit.end + 8])
    return not (
        DENIED_BEFORE.search(before)
        or (PASSING & set(hit.codes) and DENIED_AFTER.match(after))
        or LIKENED.search(before)
        or LIKENED_AFTER.match(after)
        or SHOWN.search(before)
    )


def _notes(scene: Scene, text: SceneText) -> str:
    """The heading without its place, which is read by itself."""
    return text.heading.replace(scene.place, " ") if scene.place else text.heading


def _cards(text: SceneText) -> str:
    """Lines in brackets that describe; a caption only says."""
    lines = text.cards.splitlines()
    return "\n".join(line for line in lines if "字幕" not in line and "字卡" not in line)


def _night(scene: Scene) -> list[str]:
    if scene.time is not DayPart.NIGHT:
        return []
    heading = fold(scene.heading.replace(scene.place, " "))
    return [word for word in NIGHT_WORDS if word in heading][:1]


def _entries(scene: Scene, text: SceneText) -> list[str]:
    """The entries of the cast as written, brackets and numbers included."""
    written = ENTRY.split(f"{text.cast}、{text.extras}")
    return list(dict.fromkeys([*filter(None, written), *scene.cast]))


def _apart(words: list[str]) -> list[str]:
    """``words`` without those that are part of an earlier one: 宾客 beside 宾客若干."""
    kept: list[str] = []
    for word in words:
        if not any(word in other for other in kept):
            kept.append(word)
    return kept


def _children(
    scene: Scene, text: SceneText, people: Collection[str], children: Mapping[str, str]
) -> list[str]:
    words = [f"{name}（{children[name]}）" for name in scene.cast if name in children]
    for entry in _entries(scene, text):
        name = fold(entry)
        small = name[:1] == "小" and entry[1:] in people
        if child_of_age(entry) or CHILD_NAME.search(name) or small:
            words.append(entry)
    told = child_of_age(text.action)
    return [*words, told] if told else words

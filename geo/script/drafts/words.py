"""What a scene says, shaped for comparing it with a scene of another draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from geo.model import DayPart, IntExt, Scene, Script, Tag
from geo.script.breakdown.sets import place_key
from geo.script.text.fold import fold

PLAYED = frozenset({Tag.ACTION, Tag.DIALOGUE, Tag.SPEAKER, Tag.CARD})
HEADED = frozenset({Tag.HEADING, Tag.DETAIL, Tag.CAST})
SHINGLE = 3
# fewer characters of text are nobody's own: the heading must be the same too
TELLING = 24
SPACE = re.compile(r"\s+")
NUMERAL = r"[\d零〇一二两三四五六七八九十百]"
# the number of a heading, which says nothing of the scene itself
NUMBER = re.compile(
    rf"第\s*{NUMERAL}+\s*[a-z]?\s*[集场幕回][次景]?"
    rf"|^\W*(?:场次?|场号|集数?|集次|scene|sc|ep)?\W*\d+(?:\s*[-.]\s*\d+)*[a-z]?(?=[^\w]|$)"
    rf"|场[次号]?\W{{0,2}}{NUMERAL}+(?:-\d+)?[a-z]?"
)

Key = tuple[int | None, int | None, str]
Heading = tuple[str, DayPart | None, IntExt | None]


@dataclass(frozen=True)
class Words:
    """One scene of a draft: its number, heading and text, as written, folded."""

    scene: Scene
    head: str
    body: tuple[str, ...]

    @property
    def number(self) -> Key:
        """Episode, number and suffix."""
        return self.scene.episode, self.scene.number, self.scene.suffix

    @property
    def gone(self) -> bool:
        """Whether a draft says that the scene is omitted; what the user left out is not gone."""
        return self.scene.omitted and "omitted" not in self.scene.edited

    @property
    def named(self) -> bool:
        """Whether it is played and says where."""
        return bool(self.heading[0]) and not self.gone

    @cached_property
    def text(self) -> str:
        """All that is written."""
        return "\n".join((self.head, *self.body))

    @cached_property
    def heading(self) -> Heading:
        """What the heading says besides the number."""
        return place_key(self.scene.place), self.scene.time, self.scene.int_ext

    @cached_property
    def content(self) -> tuple[object, ...]:
        """What makes the scene the one it is, whatever its number: its text, if there is enough."""
        if self.gone:
            return ("omitted", self.number)
        if self.size >= TELLING:
            return self.body
        return (self.heading, self.scene.cast, self.body)

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Every run of three characters of the text."""
        text = "".join(self.body)
        return frozenset(text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1))

    @cached_property
    def lines(self) -> frozenset[str]:
        """The lines of the text."""
        return frozenset(self.body)

    @cached_property
    def size(self) -> int:
        """Characters of text."""
        return sum(map(len, self.body))


def words_of(script: Script, *, text: bool = True) -> list[Words]:
    """The words of each scene that a draft itself has; without ``text`` the headings alone."""
    heads: dict[str, list[str]] = {}
    bodies: dict[str, list[str]] = {}
    for line in script.lines:
        if not line.scene or not line.text.strip():
            continue
        if line.tag in PLAYED and text:
            bodies.setdefault(line.scene, []).append(plain(line.text))
        elif line.tag in HEADED:
            heads.setdefault(line.scene, []).append(unnumbered(line.text))
    return [
        Words(scene, _head(scene, heads), tuple(bodies.get(scene.id, ())))
        for scene in script.scenes
        if not scene.by_hand
    ]


def plain(text: str) -> str:
    """``text`` folded, without any space."""
    return SPACE.sub("", fold(text))


def unnumbered(text: str) -> str:
    """``text`` folded, without spaces and the number of a heading."""
    return SPACE.sub("", NUMBER.sub("", fold(text).strip()))


def _head(scene: Scene, heads: Mapping[str, list[str]]) -> str:
    lines = heads.get(scene.id) or [unnumbered(scene.heading)]
    return "".join(lines).strip(":、.-")


def likeness(one: Words, other: Words) -> float:
    """How much of two texts is the same, 0 to 1."""
    both = len(one.shingles) + len(other.shingles)
    return 2 * len(one.shingles & other.shingles) / both if both else 0.0


def shared_lines(one: Words, other: Words) -> float:
    """How much of two texts stands in lines that are the same, 0 to 1."""
    both = one.size + other.size
    return 2 * sum(map(len, one.lines & other.lines)) / both if both else 0.0

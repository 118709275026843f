"""How long a scene is: eighths of a page on paper, and seconds on screen.

Eighths: a page is 32 rows of 30 Chinese characters; each line of a scene, its heading included,
takes as many rows as it wraps to, two Latin letters for one character. Four rows are an eighth,
rounded to the nearest, and no scene is shorter than one eighth. Where a table states pages, those
are taken.

Seconds: what is said at 3.3 to 5.5 characters a second (200 to 330 a minute; 4.5 in the middle)
with a breath between speeches, what is seen at 4 to 12 characters a second (7 in the middle) and
no line under a second, and a moment for the place itself. Where the script states a length, that
is taken. Sources stand in docs/script-formats.md.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from geo.model import Scene, Seconds
from geo.script.breakdown.scene_text import SceneText
from geo.script.text.fold import fold, read_number

ROW = 30
ROWS_PER_EIGHTH = 4
# (low, middle, high) of the estimate
SPOKEN_PER_SECOND = (5.5, 4.5, 3.3)
BREATH = (0.2, 0.5, 1.0)
SEEN_PER_SECOND = (12.0, 7.0, 4.0)
LEAST_PER_LINE = (1.0, 1.5, 2.5)
PLACE_ITSELF = (2.0, 3.0, 5.0)
SPEECH_START = re.compile(r"^[^:\n]{1,24}:", re.MULTILINE)
ASIDE = re.compile(r"\([^)\n]{0,40}\)|【[^】\n]{0,40}】")
SILENT = re.compile(r"[^\S\n]|[,。!?;:…·、\"'“”‘’()\[\]【】《》△▲.-]")
_COUNT = r"(?:\d{1,3}(?:\.\d)?|[一二两三四五六七八九十百半]{1,4})"
STATED = re.compile(
    rf"(?:预计时长|时长|预估时长|片长)\s*:?\s*约?(?:(?P<m>{_COUNT})\s*(?:分钟?|min|')\s*(?P<half>半)?)?\s*(?:(?P<s>{_COUNT})\s*(?:秒钟?|sec|s|\"))?"
)
# a page is about a minute; as wide as what is seen, three to one
PAGE_SECONDS = (40, 60, 120)
SUMMARY = re.compile(r"(?:主要|场景)?(?:剧情|内容|情节)(?:梗概|简介)?\s*:")
PAGES = re.compile(
    r"(?P<whole>\d{1,3}(?![/\d]))?(?P<part>\.\d{1,6})?\s*(?:(?P<eighths>\d{1,3})/8)?\s*页?"
)
CLOCK = re.compile(r"(?:预计时长|时长|预估时长|片长)\s*:?\s*(?P<m>\d{1,2}):(?P<s>\d{2})(?!\d)")


def _rows(line: str) -> int:
    narrow = len(line.encode("ascii", "ignore"))
    width = len(line) - narrow / 2
    return max(1, math.ceil(width / ROW))


def eighths(lines: Iterable[str]) -> int:
    """Eighths of a page that ``lines`` take; at least 1."""
    rows = sum(_rows(text) for line in lines if (text := line.strip()))
    return max(1, round(rows / ROWS_PER_EIGHTH))


def stated_eighths(details: Iterable[tuple[str, str]]) -> int | None:
    """Eighths of a page that a table states (3/8, 1 3/8, 0.4); None of a whole number.

    A whole number in such a column is as often the page on which the scene begins.
    """
    for kind, said in details:
        found = PAGES.fullmatch(fold(said).strip()) if kind == "pages" else None
        if found and (found["eighths"] or found["part"]):
            pages = int(found["whole"] or 0) + float(found["part"] or 0)
            return max(1, round(pages * 8) + int(found["eighths"] or 0))
    return None


def screen_seconds(text: SceneText) -> Seconds | None:
    """How long the scene plays: as its heading or remarks state, else as estimated.

    The row of a table tells what happens in a line or two, so that its words say nothing of its
    length: the pages it states do, and without them nobody knows.
    """
    stated = stated_seconds(text.notes)
    if stated:
        return Seconds(stated, stated, stated)
    if SUMMARY.match(fold(text.action)) and not text.speeches:
        pages = stated_eighths(text.details)
        return Seconds(*(round(pages * one / 8) for one in PAGE_SECONDS)) if pages else None
    said = sum(_characters(SPEECH_START.sub("", fold(text.dialogue))))
    seen = _characters(fold(text.action))
    low, mid, high = (
        PLACE_ITSELF[at]
        + said / SPOKEN_PER_SECOND[at]
        + text.speeches * BREATH[at]
        + sum(max(LEAST_PER_LINE[at], length / SEEN_PER_SECOND[at]) for length in seen)
        for at in range(3)
    )
    return Seconds(math.floor(low), round(mid), math.ceil(high))


def total_seconds(scenes: Iterable[Scene]) -> Seconds:
    """The sum over ``scenes`` that are played; those without an estimate add nothing."""
    played = [scene.screen for scene in scenes if scene.screen and not scene.omitted]
    return Seconds(
        sum(one.low for one in played),
        sum(one.mid for one in played),
        sum(one.high for one in played),
    )


def stated_seconds(text: str) -> int | None:
    """Seconds of ``预计时长：2分30秒`` or ``时长 1:20``; None where no length is stated."""
    folded = fold(text)
    clock = CLOCK.search(folded)
    if clock:
        return int(clock["m"]) * 60 + int(clock["s"]) or None
    for found in STATED.finditer(folded):
        seconds = 60 * _number(found["m"]) + _number(found["s"]) + 30 * bool(found["half"])
        if seconds > 0:
            return round(seconds)
    return None


def _number(said: str | None) -> float:
    if not said:
        return 0
    if said == "半":
        return 0.5
    return float(said) if said[0].isdigit() else read_number(said.strip("半")) or 0


def _characters(folded: str) -> list[int]:
    """How many characters are spoken or seen in each line, marks and asides apart."""
    return [len(line) for line in SILENT.sub("", ASIDE.sub("", folded)).split("\n") if line]

"""Episode markers: ``第一集：归来``, ``【第3集】``, ``EP3``, ``第 3 / 60 集``; and how one ends."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.model import Tag
from geo.script.grammar.headings import Heading
from geo.script.text.fold import bare, fold, read_number
from geo.script.text.numbers import DASH, NUM
from geo.script.text.source import SourceLine

LONGEST_MARKER = 60
NEAR = 4
LONGEST_TITLE = 18
MARKER = re.compile(
    rf"^[【\[(《<〈「『]?\s*(?:第\s*(?P<n>{NUM})\s*(?:/\s*\d{{1,4}}\s*)?[集回话](?![团市中体合训资结装齐数])"
    r"|(?:e(?:p|pisode)?|episode)[\s.:_-]{0,2}(?P<n2>\d{1,3})(?![\d-]|\s*(?:s|sc)\d)"
    rf"|(?P<n3>{NUM})集(?=\s*$|[\s:、《]))(?P<rest>.*)"
)
ENDS = re.compile(r"^[\s(（]*(?:完|终|结束|剧终|未完|字幕|预告|片尾|end)")
OPENS_REST = re.compile(r"^(?:$|[\s:、,.·《》】\])/|(（“\"「『〉>—-])")
BARE_NUMBER = re.compile(r"^[【\[(]?(?P<n>\d{1,3})[】\])]?[.、]?$")
SAYS = re.compile(r"[。！？!?…，,；;]")
ANY_NUMBER = re.compile(r"\d{1,4}|[零〇一二两三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class Marker:
    """An episode marker; ``told``: it goes on as an outline does, so it may open no episode.

    ``glued``: words follow at once (第3集归来), as in a sentence.
    """

    number: int
    told: bool = False
    glued: bool = False


def read_marker(text: str) -> Marker | None:
    """The episode that the line opens; None for any other line."""
    line = bare(text.replace("\\", "")).replace("**", " ").strip()
    if not line or len(line) > LONGEST_MARKER * 4:
        return None
    folded = fold(line)
    found = MARKER.match(folded)
    if not found or ENDS.match(found["rest"].lstrip(" :、.-】])》")) or DASH.match(folded):
        return None
    number = read_number(found["n"] or found["n2"] or found["n3"])
    if number is None:
        return None
    rest = found["rest"].strip(" :、.·《》】])(「」『』")
    told = len(rest) > LONGEST_TITLE or len(SAYS.findall(rest)) > 1
    return Marker(number, told, not OPENS_REST.match(found["rest"]))


def read_episode(text: str) -> int | None:
    """The number of a line that opens an episode by itself, like ``第一集：归来``; else None."""
    marker = read_marker(text)
    return None if marker is None or marker.told or marker.glued else marker.number


def bare_number(text: str) -> int | None:
    """3 of a line that is nothing but ``3.``; None for any other line."""
    found = BARE_NUMBER.match(fold(bare(text)))
    return int(found["n"]) if found else None


def said_episode(text: str, last: int | None) -> int:
    """The number of a line that the user says opens an episode; without one they count on."""
    marker = read_marker(text)
    if marker is not None:
        return marker.number
    found = ANY_NUMBER.search(fold(text))
    number = read_number(found.group()) if found else None
    return number if number else (last or 0) + 1


def find_episodes(lines: Sequence[SourceLine], headings: Mapping[int, Heading]) -> dict[int, int]:
    """The number of every line that opens an episode, by its index.

    ``headings`` are the scenes by the index of their first line. Outlines and tables of contents
    also count episodes: a marker is one only where scenes follow.
    """
    order = sorted(headings)
    found: dict[int, int] = {}
    last: int | None = None
    upcoming = 0
    for index in range(len(lines)):
        while upcoming < len(order) and order[upcoming] < index:
            upcoming += 1
        if index in headings:
            continue
        below = order[upcoming] if upcoming < len(order) else None
        number = _opened(lines, index, headings, below, last)
        if number is not None:
            found[index] = last = number
    return _with_scenes(lines, found, headings)


def _opened(
    lines: Sequence[SourceLine],
    index: int,
    headings: Mapping[int, Heading],
    below: int | None,
    last: int | None,
) -> int | None:
    line = lines[index]
    if line.by_hand:
        return said_episode(line.text, last) if line.tag is Tag.EPISODE else None
    if len(line.text) > LONGEST_MARKER * 4 or not line.text.strip():
        return None
    upcoming = (last or 0) + 1
    marker = read_marker(line.text)
    if marker is None:
        alone = bare_number(line.text)
        if alone is None or below is None or not _next_to(lines, index, below):
            return None
        heading = headings[below]
        restarts = heading.episode is None and heading.number == 1 and alone == upcoming
        return alone if restarts or heading.episode == alone else None
    if not marker.told and not marker.glued:
        return marker.number
    # what reads like a sentence opens an episode only right above its first scene
    near = below is not None and _next_to(lines, index, below)
    fits = marker.number == upcoming or (last is None and not marker.told)
    short = marker.told or len(line.text.strip()) <= LONGEST_TITLE
    return marker.number if near and fits and short else None


def _next_to(lines: Sequence[SourceLine], index: int, below: int) -> bool:
    """Whether nothing stands between a line and the heading below it."""
    return below - index <= NEAR and not any(one.text.strip() for one in lines[index + 1 : below])


def _with_scenes(
    lines: Sequence[SourceLine], found: dict[int, int], headings: Mapping[int, Heading]
) -> dict[int, int]:
    """``found`` without the markers of outlines and tables of contents."""
    order, scenes = sorted(found), sorted(headings)
    latest = {number: index for index, number in found.items()}
    first: list[Heading | None] = []
    for index, after in pairwise([*order, len(lines)]):
        at = bisect(scenes, index)
        opens = at < len(scenes) and scenes[at] < after
        first.append(headings[scenes[at]] if opens else None)
    kept: dict[int, int] = {}
    listed = 0
    for position, (index, heading) in enumerate(zip(order, first, strict=True)):
        number = found[index]
        if heading is None:
            after = position + 1 < len(order)
            beside = listed or (after and first[position + 1] is None)
            restarts = after and found[order[position + 1]] <= number
            dropped = bool(beside) or restarts or latest[number] > index
        else:
            dropped = listed > 1 and heading.episode not in (None, number)
        if dropped and not lines[index].by_hand:
            listed += 1
        else:
            kept[index], listed = number, 0
    return kept

"""The fields of a scene heading: time of day, inside or outside, place, cast, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.model import DayPart, IntExt
from geo.script.grammar.field_words import (
    ALL_DAY,
    CLOCK,
    GLUED,
    JOINED,
    LATIN_BOTH,
    NOTES,
    SAME,
    SIDES,
    TIMED,
    TIMES,
    TURNING,
)
from geo.script.text.fold import fold
from geo.script.text.names import looks_like_name, read_cast

REMEMBERED_WORDS, REMEMBERED_LINES = 4_096, 256
PIECE = re.compile(r"(?:(?<=\d):(?=\d)|[^\s/,;:|\-.。·•_&()\[\]【】〔〕「」])+")
LONGEST_PLACE = 30
PAIRS = {"(": ")", "[": "]", "【": "】", "〔": "〕", "「": "」", "《": "》"}
EDGES = " ·•:：,，、/／-－—–_|"


@dataclass(frozen=True, slots=True)
class Fields:
    """What a heading says besides its number; None or empty where it says nothing.

    ``same``: it refers to the scene before (同上, 接上场).
    """

    int_ext: IntExt | None = None
    time: DayPart | None = None
    place: str = ""
    cast: tuple[str, ...] = ()
    same: bool = False

    @property
    def marks(self) -> int:
        """How many of time and INT/EXT are given."""
        return (self.time is not None) + (self.int_ext is not None)


@dataclass(frozen=True, slots=True)
class Field:
    """What one word of a heading says; nothing of a word of the place."""

    time: DayPart | None = None
    side: IntExt | None = None
    drop: bool = False
    same: bool = False

    @property
    def said(self) -> bool:
        """Whether the word is no part of the place."""
        return self.drop or self.time is not None or self.side is not None


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    field: Field


NO_FIELD = Field()


def _group(found: re.Match[str], *names: str) -> str:
    return next((found[name] for name in names if found[name]), "")


@lru_cache(maxsize=REMEMBERED_WORDS)
def read_field(word: str) -> Field:
    """What a folded ``word`` of a heading says, taken alone."""
    if word in SIDES:
        return Field(side=SIDES[word])
    if word in TIMES:
        return Field(time=TIMES[word])
    joined = JOINED.match(word)
    if joined:
        time, side = _group(joined, "t", "t2"), _group(joined, "s", "s2")
        return Field(TIMES[time], SIDES[side])
    turning = TURNING.match(word) or TIMED.match(word)
    if turning:
        return Field(time=TIMES[turning["t"]])
    if SAME.match(word):
        return Field(drop=True, same=True)
    return Field(drop=bool(NOTES.match(word) or CLOCK.match(word) or ALL_DAY.match(word)))


def _unglue(piece: _Piece, folded: str, *, alone: bool) -> list[_Piece]:
    """``日内客厅``, ``客厅日内`` or ``内景客厅`` apart; the last also beside a time (not alone)."""
    found = None if piece.field.said else GLUED.match(folded[piece.start : piece.end])
    if not found or not (alone or found["s5"]):
        return [piece]
    time = _group(found, "t", "t2", "t3", "t4")
    side = _group(found, "s", "s2", "s3", "s4", "s5")
    name = next(key for key in ("place", "place2", "place3") if found[key])
    place = _Piece(piece.start + found.start(name), piece.start + found.end(name), NO_FIELD)
    fields = _Piece(piece.start, piece.start, Field(TIMES.get(time), SIDES[side]))
    return [fields, place] if name != "place2" else [place, fields]


def _pieces(folded: str) -> Iterator[_Piece]:
    for found in PIECE.finditer(folded):
        word, start = found.group(), found.start()
        if "、" not in word:
            yield _Piece(start, found.end(), read_field(word))
            continue
        parts: list[_Piece] = []
        for part in word.split("、"):
            if part:
                parts.append(_Piece(start, start + len(part), read_field(part)))
            start += len(part) + 1
        if parts and not any(piece.field.said for piece in parts):
            parts = [_Piece(parts[0].start, parts[-1].end, NO_FIELD)]
        yield from parts


def _both(sides: list[IntExt]) -> IntExt | None:
    if not sides:
        return None
    return sides[0] if len(set(sides)) == 1 else IntExt.BOTH


def _runs(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Pieces that are no field, in runs between the fields."""
    runs: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.field.said:
            runs.append([])
        else:
            runs[-1].append(piece)
    return [run for run in runs if run]


def _cut(text: str, run: Sequence[_Piece]) -> str:
    """The words of ``run`` as written, with the bracket that closes behind them."""
    start, end = run[0].start, run[-1].end
    inside = fold(text[start:end])
    for opening, closing in PAIRS.items():
        if inside.count(opening) > inside.count(closing) and fold(text[end : end + 1]) == closing:
            end += 1
    return text[start:end].strip(EDGES)


def _names(text: str, pieces: Sequence[_Piece], *, listed: bool) -> bool:
    """Whether pieces are people; ``listed``: only a list of them counts."""
    words = [part for piece in pieces for part in text[piece.start : piece.end].split("、")]
    if listed and len(words) < 2:
        return False
    return all(looks_like_name(word) for word in words)


def _people(text: str, runs: list[list[_Piece]]) -> tuple[str, ...]:
    """Who is named behind the place; those pieces are taken out of ``runs``."""
    if not runs:
        return ()
    last = runs[-1]
    if len(runs) > 1:
        many = any("、" in text[piece.start : piece.end] for piece in last)
        if many or _names(text, last, listed=False):
            return read_cast(_cut(text, runs.pop()))
    for count in range(len(last) - 1, 0, -1):
        if _names(text, last[-count:], listed=True):
            people = _cut(text, last[-count:])
            del last[-count:]
            return read_cast(people)
    return ()


@lru_cache(maxsize=REMEMBERED_LINES)
def read_fields(text: str) -> Fields:
    """Time, INT/EXT, place and cast of ``text``, whose order is the writer's own."""
    folded = fold(text)
    both = LATIN_BOTH.search(folded) if "/" in folded else None
    if both:
        blank = " " * (both.end() - both.start())
        folded = folded[: both.start()] + blank + folded[both.end() :]
    pieces = list(_pieces(folded))
    if all(piece.field.side is None for piece in pieces):
        alone = not any(piece.field.said for piece in pieces)
        pieces = [part for piece in pieces for part in _unglue(piece, folded, alone=alone)]
    sides = [piece.field.side for piece in pieces if piece.field.side is not None]
    times = [piece.field.time for piece in pieces if piece.field.time is not None]
    runs = _runs(pieces)
    cast = _people(text, runs) if times or sides else ()
    place = " ".join(_cut(text, run) for run in runs)
    if not place and times and (sides or both):
        # a note alone is where it plays: 航拍, 梦境
        noted = [[piece] for piece in pieces if piece.field.drop and not piece.field.same]
        place = _cut(text, noted[-1]) if noted else ""
    return Fields(
        int_ext=IntExt.BOTH if both else _both(sides),
        time=times[0] if times else None,
        place=place,
        cast=cast,
        same=any(piece.field.same for piece in pieces),
    )


def labelled_fields(values: Mapping[str, str]) -> Fields:
    """The fields of labelled values; each label's value is read for what it names."""
    before = read_fields(values.get("", ""))
    loose = read_fields(" ".join(values.get(key, "") for key in ("", "time", "side")))
    written = values.get("place") or values.get("site", "")
    part = values.get("part", "")
    view = read_fields(values.get("view", ""))
    named = read_fields(written)
    place = named.place if named.marks or named.same else written.strip()
    return Fields(
        int_ext=loose.int_ext or view.int_ext or named.int_ext,
        time=loose.time or view.time or named.time,
        place="·".join(filter(None, (place or view.place or before.place or loose.place, part))),
        cast=read_cast(values.get("cast", "")) or named.cast or before.cast,
        same=loose.same or named.same or before.same,
    )

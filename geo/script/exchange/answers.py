"""What a cell of a 顺场表 says, read back: the fields of a scene that a person changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from geo.model import (
    CultureNeed,
    DayPart,
    Flag,
    IntExt,
    Need,
    Scene,
    Seconds,
    Vocabulary,
)
from geo.script.exchange.columns import CROWD, DETAILS, as_text
from geo.script.grammar.fields import read_fields
from geo.script.text.fold import fold

Changes = dict[str, Any]
Names = Mapping[str, str]

BETWEEN = re.compile(r"[、,，;；/／|\n]+")
NUMBER = re.compile(r"(?:(?P<episode>\d{1,4})-)?(?P<number>\d{1,6})(?P<suffix>[A-Za-z]{0,3})")
EPISODE = re.compile(r"第?(\d{1,4})集?")
PAGES = re.compile(r"(?P<whole>\d{1,4}(?:\.\d{1,6})?)?\s*(?:(?P<eighths>\d{1,4})/8)?\s*页?")
SECONDS = re.compile(r"(?P<low>\d{1,5})(?:-(?P<high>\d{1,5}))?\s*(?:秒|s)?")
COUNT = re.compile(r"\D{0,12}(\d{1,5})\s*(?:人|名|个|位|people)?")
MOST_EIGHTHS = 8 * 999
OMITTED = frozenset({"省略", "删", "删除", "取消", "omitted", "omit", "cut"})
ADDED = frozenset({"新增", "added", "new"})


class UnreadError(ValueError):
    """A cell whose words nobody knows."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Reads changed cells; ``words`` are the codes by column and word of the export itself."""

    vocabulary: Vocabulary
    words: Mapping[str, Names]

    def read(self, column: str, cell: object, scene: Scene) -> Changes:
        """The fields of ``scene`` as this cell has them. Raises UnreadError."""
        text = as_text(cell)
        if column in DETAILS:
            return {"details": _with_detail(scene, column, text)}
        return READERS[column](self, text, scene)


def _number(known: Answers, text: str, scene: Scene) -> Changes:
    if not text:
        return {"number": None, "suffix": ""}
    found = NUMBER.fullmatch(fold(text).upper().replace(" ", ""))
    if not found:
        raise UnreadError(text)
    changes: Changes = {"number": int(found["number"]), "suffix": found["suffix"]}
    if found["episode"]:
        changes["episode"] = int(found["episode"])
    return changes


def _episode(known: Answers, text: str, scene: Scene) -> Changes:
    found = EPISODE.fullmatch(text)
    if text and not found:
        raise UnreadError(text)
    return {"episode": int(found[1]) if found else None}


def _time(known: Answers, text: str, scene: Scene) -> Changes:
    code = known.words.get("time", {}).get(text)
    time = DayPart(code) if code in tuple(DayPart) else read_fields(text).time
    if text and time is None:
        raise UnreadError(text)
    return {"time": time}


def _side(known: Answers, text: str, scene: Scene) -> Changes:
    code = known.words.get("int_ext", {}).get(text)
    side = IntExt(code) if code in tuple(IntExt) else read_fields(text).int_ext
    if text and side is None:
        raise UnreadError(text)
    return {"int_ext": side}


def _place(known: Answers, text: str, scene: Scene) -> Changes:
    return {"place": " ".join(text.split())}


def _era(known: Answers, text: str, scene: Scene) -> Changes:
    return {"era": _code(known, "era", text, {}) if text else None}


def _pages(known: Answers, text: str, scene: Scene) -> Changes:
    found = PAGES.fullmatch(text)
    if not text or not found:
        raise UnreadError(text)
    eighths = round(float(found["whole"] or 0) * 8) + int(found["eighths"] or 0)
    if eighths > MOST_EIGHTHS:
        raise UnreadError(text)
    return {"length_eighths": eighths}


def _seconds(known: Answers, text: str, scene: Scene) -> Changes:
    if not text:
        return {"screen": None}
    found = SECONDS.fullmatch(fold(text).replace(" ", ""))
    low = int(found["low"]) if found else 0
    high = int(found["high"] or low) if found else -1
    if high < low:
        raise UnreadError(text)
    return {"screen": Seconds(low, (low + high) // 2, high)}


def _cast(known: Answers, text: str, scene: Scene) -> Changes:
    return {"cast": split_names(text)}


def _extras(known: Answers, text: str, scene: Scene) -> Changes:
    before = next((one for one in scene.flags if one.code == CROWD), Flag(CROWD))
    others = [one for one in scene.flags if one.code != CROWD]
    if not text:
        return {"flags": tuple(others)}
    found = COUNT.fullmatch(text)
    words = before.because if text.isdecimal() else (text,)
    crowd = Flag(CROWD, words, int(found[1]) if found else None)
    return {"flags": (*others, crowd)}


def _needs(known: Answers, text: str, scene: Scene) -> Changes:
    before = {need.scene_type: need for need in scene.needs}
    names = _names(known.vocabulary.scene_types.values())
    codes = [_code(known, "needs", part, names) for part in split_names(text)]
    return {"needs": tuple(before.get(code, Need(code, 1.0)) for code in codes)}


def _culture(known: Answers, text: str, scene: Scene) -> Changes:
    before = {one.term: one for one in scene.culture}
    names = _names(known.vocabulary.culture.values())
    codes = [_code(known, "culture", part, names) for part in split_names(text)]
    return {"culture": tuple(before.get(code, CultureNeed(code)) for code in codes)}


def _flags(known: Answers, text: str, scene: Scene) -> Changes:
    before = {one.code: one for one in scene.flags}
    names = _names(known.vocabulary.flags.values())
    codes = [_code(known, "flags", part, names) for part in split_names(text)]
    kept = [before[CROWD]] if CROWD in before and CROWD not in codes else []
    return {"flags": (*(before.get(code, Flag(code)) for code in codes), *kept)}


def _content(known: Answers, text: str, scene: Scene) -> Changes:
    return {"details": _with_detail(scene, "synopsis", text)}


def _status(known: Answers, text: str, scene: Scene) -> Changes:
    code = known.words.get("status", {}).get(text)
    omitted = code == "omitted" or text.casefold() in OMITTED
    if text and not omitted and code is None and text.casefold() not in ADDED:
        raise UnreadError(text)
    return {"omitted": omitted}


def _code(known: Answers, column: str, text: str, names: Names) -> str:
    told = known.words.get(column, {})
    code = told.get(text) or names.get(fold(text))
    if code is None:
        raise UnreadError(text)
    return code


def split_names(text: str) -> tuple[str, ...]:
    """The entries of a list, in order, once each."""
    return tuple(dict.fromkeys(part.strip() for part in BETWEEN.split(text) if part.strip()))


def _names(known: Iterable[Any]) -> Names:
    """Codes by their names in both languages, folded."""
    return {fold(name): one.code for one in known for name in (one.code, one.en, one.zh) if name}


def _with_detail(scene: Scene, kind: str, text: str) -> tuple[tuple[str, str], ...]:
    """The details with all of ``kind`` replaced by ``text``, where the first of them stood."""
    others = [one for one in scene.details if one[0] != kind]
    at = next((at for at, one in enumerate(scene.details) if one[0] == kind), len(others))
    return (*others[:at], *([(kind, text)] if text else []), *others[at:])


READERS: Mapping[str, Callable[[Answers, str, Scene], Changes]] = {
    "episode": _episode,
    "number": _number,
    "time": _time,
    "int_ext": _side,
    "place": _place,
    "era": _era,
    "pages": _pages,
    "seconds": _seconds,
    "cast": _cast,
    "extras": _extras,
    "needs": _needs,
    "culture": _culture,
    "flags": _flags,
    "content": _content,
    "status": _status,
}

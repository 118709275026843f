"""The words of a search that no list of places holds, and the rule of thumb for a drive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml
from geo.model import Kind


@dataclass(frozen=True, slots=True)
class Drive:
    """How long a drive takes, estimated from the straight line: an estimate, never a timetable.

    ``winding`` is road over straight line; ``steps`` are (road km up to which, km/h), rising.
    """

    winding: float
    steps: tuple[tuple[float, float], ...]

    def road_minutes(self, km: float) -> float:
        """Minutes for so many kilometres of road."""
        minutes, begin = 0.0, 0.0
        for end, speed in self.steps:
            minutes += (min(km, end) - begin) / speed * 60
            if km <= end:
                return minutes
            begin = end
        return minutes + (km - begin) / self.steps[-1][1] * 60

    def minutes(self, km: float) -> float:
        """Minutes for so many kilometres of straight line."""
        return self.road_minutes(km * self.winding)

    def reach_km(self, minutes: float) -> float:
        """Kilometres of straight line that take so many minutes: the inverse of ``minutes``."""
        begin = 0.0
        for end, speed in self.steps:
            whole = (end - begin) / speed * 60
            if minutes <= whole:
                return (begin + minutes * speed / 60) / self.winding
            minutes -= whole
            begin = end
        return (begin + minutes * self.steps[-1][1] / 60) / self.winding


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the country that is no division: names, words for it, beginnings of adcodes."""

    zh: str
    en: str
    words: Sequence[str]
    codes: Sequence[str]


@dataclass(frozen=True, slots=True)
class SearchRules:
    """Words by code of kind, grade and era; for home; names; areas; empty words; distances.

    ``before`` and ``after`` say nothing at the beginning and the end of a name, ``empty`` nothing
    at all.
    """

    kinds: Mapping[str, Sequence[str]]
    levels: Mapping[str, Sequence[str]]
    eras: Mapping[str, Sequence[str]]
    home: Sequence[str]
    proper: frozenset[str]
    areas: Sequence[Area]
    before: Sequence[str]
    after: Sequence[str]
    empty: frozenset[str]
    near_km: float
    stand_in_least: float
    drive: Drive


def load_search_rules(path: Path) -> SearchRules:
    """Read ``assets/search.yaml``. Raises FactsError where it lacks a part."""
    try:
        content = read_yaml(path)
        kinds = {Kind(code).value: _words(some) for code, some in content["kinds"].items()}
        return SearchRules(
            kinds=kinds,
            levels={str(code): _words(some) for code, some in content["levels"].items()},
            eras={str(code): _words(some) for code, some in content["eras"].items()},
            home=_words(content["home"]),
            proper=frozenset(_words(content["proper"])),
            areas=tuple(_area(row) for row in content["areas"]),
            before=_words(content["before"]),
            after=_words(content["after"]),
            empty=frozenset(_words(content["empty"])),
            near_km=float(content["near_km"]),
            stand_in_least=float(content["stand_in_least"]),
            drive=_drive(content["drive"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, UnreadableError) as error:
        raise FactsError("rules_broken", file=path.name, detail=str(error)) from error


def _words(some: Sequence[Any]) -> tuple[str, ...]:
    return tuple(str(word) for word in some)


def _area(row: Mapping[str, Any]) -> Area:
    return Area(str(row["zh"]), str(row["en"]), _words(row["words"]), _words(row["codes"]))


def _drive(content: Mapping[str, Any]) -> Drive:
    steps = tuple((float(step["km"]), float(step["kmh"])) for step in content["steps"])
    winding = float(content["winding"])
    rising = all(one[0] < other[0] for one, other in pairwise(steps))
    if winding < 1 or not steps or not rising or any(min(step) <= 0 for step in steps):
        raise ValueError("drive")
    return Drive(winding, steps)

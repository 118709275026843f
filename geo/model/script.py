"""A script as understood: scenes, what each needs, sets, and the vocabulary they are read with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from geo.model.figures import Scalar


class IntExt(StrEnum):
    """Inside, outside or both."""

    INT = "INT"
    EXT = "EXT"
    BOTH = "BOTH"


class DayPart(StrEnum):
    """Time of day of a scene."""

    DAY = "DAY"
    NIGHT = "NIGHT"
    DAWN = "DAWN"
    DUSK = "DUSK"


@dataclass(frozen=True, slots=True)
class Need:
    """A scene type that a scene asks for, how sure the reader is (0 to 1), and the words read."""

    scene_type: str
    confidence: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CultureNeed:
    """A culture term (越剧, 壮锦 ...) on which a scene leans, and the words read."""

    term: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene as written. ``line`` is the first line in the source, from 1."""

    id: str
    episode: int | None
    number: int | None
    int_ext: IntExt | None
    time: DayPart | None
    place: str
    era: str | None = None
    cast: tuple[str, ...] = ()
    length_eighths: int = 1
    needs: tuple[Need, ...] = ()
    culture: tuple[CultureNeed, ...] = ()
    line: int = 0
    heading: str = ""
    body: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class ScriptSet:
    """A set (场景): all scenes that play in one story place."""

    id: str
    name: str
    scenes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScriptWarning:
    """A line the reader is not sure of; ``values`` feed the sentence for ``code``."""

    line: int
    code: str
    values: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Script:
    """A script as understood. ``origin`` is the file name, never its folder."""

    title: str
    scenes: tuple[Scene, ...]
    sets: tuple[ScriptSet, ...] = ()
    warnings: tuple[ScriptWarning, ...] = ()
    origin: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class StandIn:
    """``scene_type`` may stand in at ``quality`` (0 to 1) for the type that lists it."""

    scene_type: str
    quality: float


@dataclass(frozen=True, slots=True)
class SceneType:
    """One of the scene types: names, words writers use, eras, and what may stand in for it."""

    code: str
    zh: str
    en: str
    group: str
    int_ext: IntExt
    eras: tuple[str, ...]
    synonyms: tuple[str, ...]
    stand_ins: tuple[StandIn, ...] = ()


@dataclass(frozen=True, slots=True)
class CultureTerm:
    """A living craft or art: ``in_script`` words raise the need, ``in_catalogue`` words meet it."""

    code: str
    zh: str
    en: str
    in_script: tuple[str, ...]
    in_catalogue: tuple[str, ...]
    scene_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Scene types and culture terms by code, in the order of the asset."""

    scene_types: Mapping[str, SceneType]
    culture: Mapping[str, CultureTerm]

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


class Tag(StrEnum):
    """What a line of a script is taken for. SKIP is the user's own: leave this line out."""

    BLANK = "blank"
    FRONT = "front"
    EPISODE = "episode"
    HEADING = "heading"
    DETAIL = "detail"
    CAST = "cast"
    ACTION = "action"
    SPEAKER = "speaker"
    DIALOGUE = "dialogue"
    CARD = "card"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """A line of the source, numbered from 1, and what it was taken for.

    ``scene`` is the id of the scene it belongs to, or empty; ``scene_number`` what the format
    itself says of a heading; ``by_hand``: the user said what it is, no reader changes that.
    """

    number: int
    text: str
    tag: Tag
    scene: str = ""
    scene_number: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Seconds:
    """Seconds on screen, an estimate: ``low`` and ``high`` around ``mid``."""

    low: int
    mid: int
    high: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that costs money or needs permission (water, gun, crowd ...), and the words read.

    ``count`` is how many where the script says so (extras), else None.
    """

    code: str
    because: tuple[str, ...] = ()
    count: int | None = None


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
    """One scene as written. ``line`` is the first line in the source, from 1.

    ``suffix`` is the letter of an inserted scene (3A); ``omitted`` keeps the number of a scene
    that is no longer played (省略); ``details`` are other columns or labelled lines as (kind, text)
    with the kinds props, wardrobe, weather, remarks, synopsis, pages; ``edited`` names the fields
    that the user decided, which no reading changes.
    """

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
    by_hand: bool = False
    suffix: str = ""
    screen: Seconds | None = None
    flags: tuple[Flag, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    omitted: bool = False
    edited: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """3-4, 3-4A, 4 or ? as it stands on the slate; ids stay when numbers change."""
        number = "?" if self.number is None else f"{self.number}{self.suffix}"
        return number if self.episode is None else f"{self.episode}-{number}"


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
    """A script as understood. ``origin`` is the file name, never its folder.

    ``lines`` is the whole source; ``marked`` when its format names its own headings; ``draft``
    counts from 1; ``locked``: scene numbers stay as they are from draft to draft; ``settled`` are
    questions already answered, as ``code|words`` keys, so that no later reading asks them again.
    """

    title: str
    scenes: tuple[Scene, ...]
    sets: tuple[ScriptSet, ...] = ()
    warnings: tuple[ScriptWarning, ...] = ()
    origin: str = ""
    style: str = ""
    lines: tuple[ScriptLine, ...] = ()
    marked: bool = False
    draft: int = 1
    locked: bool = False
    settled: tuple[str, ...] = ()

    @property
    def played(self) -> tuple[Scene, ...]:
        """The scenes that are shot, all but the omitted: whatever counts scenes counts these."""
        return tuple(scene for scene in self.scenes if not scene.omitted)


class Fate(StrEnum):
    """What became of a scene from one draft to the next."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class SceneChange:
    """One scene across two drafts, by its id in each (None where it is not there).

    ``what`` names the fields that differ (number, place, time, int_ext, cast, text); ``kept`` the
    decided fields that carry over; ``asked`` the decided fields whose ground has changed: they
    carry over too, and the user is asked to look.
    """

    fate: Fate
    old: str | None
    new: str | None
    what: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftChanges:
    """All scenes of two drafts, in the order of the new one, omitted scenes where they stood."""

    changes: tuple[SceneChange, ...]

    def count(self, fate: Fate) -> int:
        """How many scenes had this fate."""
        return sum(change.fate is fate for change in self.changes)


@dataclass(frozen=True, slots=True)
class RequestPart:
    """One thing read out of a pasted request: ``key`` names it, ``because`` is what was read.

    Keys: ``place`` (value the place word), ``start_date``, ``end_date``, ``crew_size``,
    ``price_cap`` (CNY per ``unit``: day, hour or total), ``days``, ``city``, ``scene_count``.
    """

    key: str
    value: Scalar
    because: str
    unit: str = ""
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A request as pasted (out of WeChat): parts to confirm, and the words nobody understood."""

    text: str
    parts: tuple[RequestPart, ...]
    unread: tuple[str, ...] = ()


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
class FlagKind:
    """A kind of flag: names, and the words in action or heading that raise it.

    ``decoys`` are longer words that mean something else; a scene of one of ``scene_types`` raises
    the flag by its place.
    """

    code: str
    zh: str
    en: str
    words: tuple[str, ...]
    decoys: tuple[str, ...] = ()
    scene_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Scene types, culture terms and flags by code, in the order of the assets.

    ``learned`` are the user's own place words and the scene type each means: they win over the
    same words of any other type.
    """

    scene_types: Mapping[str, SceneType]
    culture: Mapping[str, CultureTerm]
    flags: Mapping[str, FlagKind] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)

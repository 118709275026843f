"""What a search of the catalogue understood, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

from geo.model.figures import Reason


class Term(StrEnum):
    """What a word of a search was understood as."""

    NAME = "name"
    CITY = "city"
    KIND = "kind"
    LEVEL = "level"
    ERA = "era"
    SCENE_TYPE = "scene_type"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Understood:
    """One part of a query: ``written`` as typed, ``told`` what it was taken for.

    ``code`` is the kind, level, era, scene type or adcode (several with commas between); empty for
    a name. Of NEAR, ``site_id`` is the place measured from (None: a city or the home city), ``km``
    the distance on a straight line and ``minutes`` where a drive of so many was asked for.
    """

    term: Term
    written: str
    told: Reason
    code: str = ""
    site_id: str | None = None
    km: float | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found: score (more is nearer to what was asked), why, and how far where asked."""

    site_id: str
    score: float
    why: tuple[Reason, ...] = ()
    km: float | None = None
    minutes: float | None = None


class Hits(Sequence[Hit]):
    """The many hits of a large catalogue: ``ids`` best first, each hit made when it is read."""

    def __init__(self, ids: Sequence[str], make: Callable[[int], Hit]) -> None:
        self.ids = ids
        self._make = make

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Hit]: ...
    def __getitem__(self, at: int | slice) -> Hit | Sequence[Hit]:
        """The hit at a place, or several as a tuple."""
        places = range(len(self.ids))[at]
        if isinstance(places, int):
            return self._make(places)
        return tuple(map(self._make, places))


@dataclass(frozen=True, slots=True)
class Found:
    """Answer to ``query``: how it was understood, and all places that meet it, best first."""

    query: str
    terms: tuple[Understood, ...] = ()
    hits: Sequence[Hit] = ()

    @property
    def site_ids(self) -> frozenset[str]:
        """The ids of all places found."""
        if isinstance(self.hits, Hits):
            return frozenset(self.hits.ids)
        return frozenset(hit.site_id for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Alike:
    """How like a known good place another is (0 to 1), and what they share or differ in."""

    site_id: str
    likeness: float
    why: tuple[Reason, ...] = ()

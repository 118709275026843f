"""What a search of the catalogue understood, and what it found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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

    ``code`` is the kind, level, era, scene type or adcode; empty for a name. Of NEAR, ``site_id``
    is the place measured from (None: a city or the home city) and ``km`` the distance.
    """

    term: Term
    written: str
    told: Reason
    code: str = ""
    site_id: str | None = None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found: score (more is nearer to what was asked), why, and how far where asked."""

    site_id: str
    score: float
    why: tuple[Reason, ...] = ()
    km: float | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Answer to ``query``: how it was understood, and all places that meet it, best first."""

    query: str
    terms: tuple[Understood, ...] = ()
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """How like a known good place another is (0 to 1), and what they share or differ in."""

    site_id: str
    likeness: float
    why: tuple[Reason, ...] = ()

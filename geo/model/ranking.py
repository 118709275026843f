"""The project, and what matching, pricing and ranking say of sites and cities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.model.figures import Line, Range, Reason, Source
from geo.model.script import Script
from geo.model.sites import Site

FactValue: TypeAlias = str | int | float | bool | date | tuple[str, ...]
FloatArray: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What is known of the production; a missing key is unknown, never False or 0."""

    values: Mapping[str, FactValue] = field(default_factory=dict)

    def get(self, key: str) -> FactValue | None:
        """The value of ``key`` or None when nobody has said."""
        return self.values.get(key)


class Criterion(StrEnum):
    """What a ranking weighs."""

    FIT = "fit"
    COST = "cost"
    SUBSIDY = "subsidy"
    UPLIFT = "uplift"


CRITERIA: tuple[Criterion, ...] = tuple(Criterion)
Weights: TypeAlias = Mapping[Criterion, float]


@dataclass(frozen=True, slots=True)
class Match:
    """How one site serves one scene. ``fit`` 0 to 1; ``asked`` and ``served`` are scene types."""

    site_id: str
    scene_id: str
    fit: float
    asked: str
    served: str
    direct: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """Gross cost of one shooting day, and of the days that ``scenes`` scenes take.

    ``ranked`` is the figure the score uses: the priced lines at mid plus the stated charge for
    each unpriced venue (a rule of the ranking, not a price). ``per_day`` and ``total`` have no mid
    and high while the venue is unpriced; ``priced`` and ``priced_total`` are then what is known
    without it, for showing.
    """

    per_day: Range
    total: Range
    days: Range
    lines: tuple[Line, ...]
    ranked: float
    priced: Range
    priced_total: Range
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyResult:
    """One policy judged against the project: money it may give, conditions met, failed, open."""

    policy_id: str
    title: str
    type: str
    region: str
    status: str
    certain: float
    expected: float | None
    ceiling: float | None
    met: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Subsidy:
    """Money back for the whole project; ``counted`` (certain + gated x probability) is scored."""

    amount: Range
    counted: float
    ceiling: float | None
    policies: tuple[PolicyResult, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Uplift:
    """What the place gains, three numbers never summed. ``visits`` is 10/50/90% in 12 months."""

    visits: Range
    city_revenue: Range
    crew_spending: Range
    mean_visits: float | None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteOffer:
    """One site for the whole script: what it serves, what it costs, what comes back."""

    site: Site
    fit: float
    matches: tuple[Match, ...]
    cost: Cost
    subsidy: Subsidy
    uplift: Uplift
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class CityOffer:
    """One city for the whole script, with the cheapest sites that cover it."""

    city: str
    adcode: str
    fit: float
    covered: tuple[str, ...]
    uncovered: tuple[str, ...]
    sites: tuple[str, ...]
    cost: Cost
    subsidy: Subsidy
    uplift: Uplift
    reasons: tuple[Reason, ...] = ()
    city_en: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """Fixed ends of a criterion: ``worst`` scores 0, ``best`` 1; ``log`` measures 1 + x."""

    worst: float
    best: float
    log: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """Criterion values on fixed bounds: ``values`` has one row per criterion, one column per id."""

    ids: tuple[str, ...]
    values: FloatArray
    bounds: Mapping[Criterion, Bound]


@dataclass(frozen=True, slots=True)
class Order:
    """Best first: ``index`` are columns of the board, ``scores`` belong to all columns."""

    index: NDArray[np.intp]
    scores: FloatArray


@dataclass(frozen=True, slots=True)
class Ranking:
    """Sites and cities priced and scored for one script; re-weighting needs the boards alone."""

    sites: tuple[SiteOffer, ...]
    cities: tuple[CityOffer, ...]
    site_board: Board
    city_board: Board
    weights: Weights
    site_order: Order
    city_order: Order
    idle: tuple[Criterion, ...] = ()
    hints: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """What is kept between two sittings: the script as corrected, the facts, the weights."""

    name: str
    script: Script | None = None
    facts: ProjectFacts = field(default_factory=ProjectFacts)
    weights: Weights = field(default_factory=dict)
    cities: tuple[str, ...] = ()
    workplace: str | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample script that ships with the program."""

    id: str
    title: str
    about: Mapping[str, str]
    path: Path


@dataclass(frozen=True, slots=True)
class FactOption:
    """One answer to a choice field."""

    value: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class FactField:
    """A project fact that can be asked for: its key, type, group, label, unit and choices.

    ``type`` is int, float, bool, text, date, choice, share (0 to 1) or city.
    """

    key: str
    type: str
    group: str
    zh: str
    en: str
    unit: str = ""
    options: tuple[FactOption, ...] = ()

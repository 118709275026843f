"""The project, and what matching, pricing and ranking say of sites and cities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.model.facts import ProjectFacts
from geo.model.figures import Reason
from geo.model.money import Cost, Evidence, Subsidy, Uplift
from geo.model.permits import Finding
from geo.model.script import Script
from geo.model.sites import Site

FloatArray: TypeAlias = NDArray[np.float32]


class Criterion(StrEnum):
    """What a ranking weighs."""

    FIT = "fit"
    COST = "cost"
    SUBSIDY = "subsidy"
    UPLIFT = "uplift"


CRITERIA: tuple[Criterion, ...] = tuple(Criterion)
Weights: TypeAlias = Mapping[Criterion, float]


@dataclass(frozen=True, slots=True)
class FitPart:
    """One part of a fit: its factor (1 costs nothing) and the reason.

    A reason whose code starts with ``ask_`` is a question: nobody knows, so the factor is 1.
    """

    code: str
    factor: float
    reason: Reason


class MustCode(StrEnum):
    """What a user may insist on."""

    STAGE = "stage"
    NO_RISK = "no_risk"
    NEAR = "near"
    PRICE = "price"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Must:
    """Something the user insists on; it never touches a score.

    ``amount`` is kilometres (NEAR) or CNY per day (PRICE); ``names`` are cities (CITY).
    """

    code: MustCode
    amount: float = 0.0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Excluded:
    """A site where rules bar all that the script needs, and why; it stays listed, with fit 0."""

    site_id: str
    because: tuple[Reason, ...]
    name: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """How one site serves one scene. ``fit`` 0 to 1; ``asked`` and ``served`` are scene types.

    ``parts`` make up the fit; ``findings`` are what the permission rules say and never touch it.
    """

    site_id: str
    scene_id: str
    fit: float
    asked: str
    served: str
    direct: bool
    reasons: tuple[Reason, ...] = ()
    parts: tuple[FitPart, ...] = ()
    findings: tuple[Finding, ...] = ()


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
    """One city for the whole script, with the cheapest sites that cover it.

    ``takes``: the ids of the scenes that each of ``sites`` takes.
    """

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
    takes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """Fixed ends of a criterion: ``worst`` scores 0, ``best`` 1; ``log`` measures 1 + x."""

    worst: float
    best: float
    log: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """Values 0 to 1 on fixed bounds: a row for each of ``criteria``, a column per id."""

    ids: tuple[str, ...]
    values: FloatArray
    bounds: Mapping[Criterion, Bound]
    criteria: tuple[str, ...] = CRITERIA


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
    excluded: tuple[Excluded, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """What is kept between two sittings: the script as corrected, the facts, the weights."""

    name: str
    script: Script | None = None
    facts: ProjectFacts = field(default_factory=ProjectFacts)
    weights: Weights = field(default_factory=dict)
    cities: tuple[str, ...] = ()
    workplace: str | None = None
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample script that ships with the program."""

    id: str
    title: str
    about: Mapping[str, str]
    path: Path

"""The project, and what matching, pricing and ranking say of sites and cities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.model.columns import Mask, SiteColumns
from geo.model.facts import ProjectFacts
from geo.model.figures import Reason
from geo.model.money import Cost, Evidence, Subsidy, Uplift
from geo.model.permits import Finding
from geo.model.pitch import PitchWishes
from geo.model.plans import Planned
from geo.model.script import Script
from geo.model.sites import Site

FloatArray: TypeAlias = NDArray[np.float32]


class Criterion(StrEnum):
    """What a ranking can weigh; nothing is counted in two of them.

    The first four always stand on the board. TRAVEL is the way from the crew's home city (its
    price is part of the cost, its length is not), RISK the share of scenes that somebody must
    agree to first; both are weighed only when asked for.
    """

    FIT = "fit"
    COST = "cost"
    SUBSIDY = "subsidy"
    UPLIFT = "uplift"
    TRAVEL = "travel"
    RISK = "risk"


CRITERIA: tuple[Criterion, ...] = (
    Criterion.FIT,
    Criterion.COST,
    Criterion.SUBSIDY,
    Criterion.UPLIFT,
)
EXTRA_CRITERIA: tuple[Criterion, ...] = (Criterion.TRAVEL, Criterion.RISK)
OWN_CRITERION = "own."
"""What the code of a user's own criterion begins with."""

Weights: TypeAlias = Mapping[str, float]
"""Weights 0 or more by the code of a criterion; what is not named weighs nothing."""


class Method(StrEnum):
    """How values and weights make a score; the weighted sum is the one that is explained."""

    WEIGHTED_SUM = "weighted_sum"
    TOPSIS = "topsis"
    PROMETHEE = "promethee"
    VIKOR = "vikor"


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
class OwnValue:
    """What the user says of a site by a criterion of their own: a range, a point when equal."""

    low: float
    high: float
    who: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class OwnCriterion:
    """A criterion of the user's own: ``worst`` scores 0, ``best`` 1, on a straight line.

    ``code`` is ``own.`` and a word; ``best`` below ``worst`` means that less is better. A site
    without a value is not known: it counts nothing and may be anything between the ends.
    """

    code: str
    name: str
    unit: str = ""
    worst: float = 0.0
    best: float = 10.0
    values: Mapping[str, OwnValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the user wants places compared, beside the weights; kept with the project.

    ``agreed`` are ids of sites whose manager has agreed to this shoot. ``extra`` are the codes of
    the criteria weighed beside the four: TRAVEL, RISK, or of one in ``own``.
    """

    musts: tuple[Must, ...] = ()
    agreed: frozenset[str] = frozenset()
    extra: tuple[str, ...] = ()
    own: tuple[OwnCriterion, ...] = ()
    method: Method = Method.WEIGHTED_SUM

    @property
    def criteria(self) -> tuple[str, ...]:
        """All criteria weighed, in the order of the rows of the board."""
        return (*CRITERIA, *self.extra)


@dataclass(frozen=True, slots=True)
class Excluded:
    """A site left out, and why: it fails a must-have, or rules bar all that the script needs.

    ``by_rule`` is True where rules alone keep it out, so that its manager's yes would let it in.
    """

    site_id: str
    because: tuple[Reason, ...]
    name: str = ""
    name_en: str = ""
    by_rule: bool = False


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
class Lost:
    """A scene that a site would serve if no rule kept it away, and what the rules say."""

    scene_id: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SiteOffer:
    """One site for the whole script: what it serves, what it costs, what comes back.

    ``fit`` is the mean over all scenes; ``fit_low`` and ``fit_high`` what it would be were every
    thing that nobody has looked at (inside or outside only, …) the worse or the better, equal to
    ``fit`` where nothing is open. ``travel_km`` on a straight line from the crew's home city, None
    while that is not named. ``risk`` is the share (0 to 1) of the scenes it serves that somebody
    must agree to first. ``asks``: what to ask before the must-haves can be judged.
    """

    site: Site
    fit: float
    matches: tuple[Match, ...]
    cost: Cost
    subsidy: Subsidy
    uplift: Uplift
    reasons: tuple[Reason, ...] = ()
    fit_low: float | None = None
    fit_high: float | None = None
    travel_km: float | None = None
    risk: float = 0.0
    lost: tuple[Lost, ...] = ()
    asks: tuple[Reason, ...] = ()


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
    travel_km: float | None = None
    risk: float = 0.0


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
    bounds: Mapping[str, Bound]
    criteria: tuple[str, ...] = CRITERIA


class Order:
    """Columns of a board, best first; what is left out of the ranking is not in it.

    This one is sorted already; another may sort only as far as somebody looks. Any thread may
    ask; nobody may write to what it gives.
    """

    __slots__ = ("_index", "_scores")

    def __init__(self, index: NDArray[np.intp], scores: FloatArray) -> None:
        self._index, self._scores = index, scores

    @property
    def index(self) -> NDArray[np.intp]:
        """All columns, best first: a full sort for those who need every place."""
        return self._index

    @property
    def scores(self) -> FloatArray:
        """Score of each column (N,); more is better, minus infinity where it is left out."""
        return self._scores

    def count(self, only: Mask | None = None) -> int:
        """How many columns are in the order, among those that ``only`` (N,) lets stand."""
        return len(self.between(0, len(self.scores), only))

    def first(self, k: int, only: Mask | None = None) -> NDArray[np.intp]:
        """The first ``k`` columns, or fewer, without sorting the rest."""
        return self.between(0, k, only)

    def between(self, start: int, stop: int, only: Mask | None = None) -> NDArray[np.intp]:
        """The columns at the places from ``start`` to before ``stop``, the first being 0."""
        index = self.index
        return (index if only is None else index[only[index]])[start:stop]

    def place(self, column: int, only: Mask | None = None) -> int | None:
        """How many come before ``column``; None where it is not in the order."""
        found = np.flatnonzero(self.between(0, len(self.scores), only) == column)
        return int(found[0]) if len(found) else None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Sites and cities priced and scored for one script; re-weighting needs the boards alone.

    Excluded sites stand in ``sites`` and on the board but not in ``site_order``.
    ``unpriced`` counts sites of a very large catalogue that serve the script so poorly that they
    were not priced and are not in ``sites``. ``columns``: the sites as arrays, the same for every
    re-weighting of them. ``home_city``: where the crew sets out from, empty while nobody has said.
    """

    sites: tuple[SiteOffer, ...]
    cities: tuple[CityOffer, ...]
    site_board: Board
    city_board: Board
    weights: Weights
    site_order: Order
    city_order: Order
    idle: tuple[str, ...] = ()
    hints: tuple[Reason, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    unpriced: int = 0
    home_city: str = ""
    columns: SiteColumns = field(default_factory=SiteColumns, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.columns.belong_to(self.sites, self.excluded):
            object.__setattr__(self, "columns", SiteColumns(self.sites, self.excluded))


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
    wishes: Wishes = field(default_factory=Wishes)
    planned: Planned = field(default_factory=Planned)
    pitch: PitchWishes = field(default_factory=PitchWishes)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample script that ships with the program."""

    id: str
    title: str
    about: Mapping[str, str]
    path: Path

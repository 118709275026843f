"""A shooting plan worked out: days, costs, what comes back, why, and what else there is.

Minutes of a day count from midnight of the day on which the shift begins; work after midnight goes
on past 1,440. Money is in CNY.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from geo.model.figures import Line, Range, Reason
from geo.model.money import Subsidy
from geo.model.plans import Arrangement, Strip, StripKind


@dataclass(frozen=True, slots=True)
class SunTimes:
    """First light, sunrise, sunset and full dark, minutes from midnight in local time.

    ``dated`` False: no date is told, so this is the equinox.
    """

    light: int
    rise: int
    sets: int
    dark: int
    dated: bool = True


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """Work on a strip on one day: at the site from ``come``, shooting from ``start`` to ``end``.

    ``fit`` of the site for the set; ``direct``: no stand-in. ``part``: the strip goes on, or
    began, on another day. ``rain``: the strip to shoot in its place when it rains (empty: none is
    found; only for work outside).
    """

    strip_id: str
    set_id: str
    set_name: str
    kind: StripKind
    site_id: str
    scenes: tuple[str, ...]
    come: int
    start: int
    end: int
    fit: float = 0.0
    direct: bool = True
    part: bool = False
    rain: str | None = None
    cast: tuple[str, ...] = ()


class MoveKind(StrEnum):
    """How the company goes from one place to another."""

    ARRIVAL = "arrival"
    COMMUTE = "commute"
    MOVE = "move"
    CITY = "city"
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True)
class PlanMove:
    """A way: a company move within a shift (wrap, load, drive, unload, relight) or a journey.

    ``one`` and ``two`` are sites or, for journeys, cities; empty: home or hotel. ``minutes`` in
    all, ``drive`` of them on the road, ``km`` by road (None: not known).
    """

    kind: MoveKind
    one: str
    two: str
    leave: int
    minutes: int
    drive: int
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Hotel:
    """Where the company sleeps after the day: a place near the work, never a hotel by name."""

    city: str
    district: str
    rooms: int
    near_site: str = ""
    city_en: str = ""


@dataclass(frozen=True, slots=True)
class PlanDay:
    """One calendar day, a shooting day or one on the road (no blocks).

    ``cost`` of the day with its share of what is paid once; ``reached``: what subsidies are
    reached on it; ``notes`` what to heed, and ``breaches`` rules it breaks.
    """

    day: int
    date: date | None
    city: str
    sun: SunTimes
    call: int
    wrap: int
    blocks: tuple[PlanBlock, ...] = ()
    moves: tuple[PlanMove, ...] = ()
    hotel: Hotel | None = None
    cost: Range | None = None
    reached: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    breaches: tuple[Reason, ...] = ()
    city_en: str = ""
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A set nobody shoots in this plan: why, and what would cover it."""

    set_id: str
    scenes: tuple[str, ...]
    because: Reason
    remedies: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class CityMoney:
    """What one city brings back under the plan, and what its subsidies did to the plan."""

    city: str
    subsidy: Subsidy
    days: int
    spend: Range
    effect: tuple[Reason, ...] = ()
    city_en: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """The plan at low or high prices: what it costs there, and whether another plan would win.

    ``code``: low or high. ``saves``: CNY the best plan there would save (0: this plan stands;
    None: not known yet).
    """

    code: str
    net: float
    saves: float | None = None
    arrangement: Arrangement | None = None


@dataclass(frozen=True, slots=True)
class PlanMoney:
    """Gross cost, what comes back, what is left; three kinds of money back are never summed.

    ``counted`` is the sum the plan was chosen by: priced lines at mid, the stated charge for each
    unpriced venue, less the money that counts. ``net`` less certain money, ``net_expected`` less
    expected. ``unpriced``: sites whose venue nobody has priced. ``missed`` is no money: what was
    counted for scenes left out and for agreed places given up.
    """

    gross: Range
    lines: tuple[Line, ...]
    cities: tuple[CityMoney, ...]
    certain: float
    expected: float | None
    ceiling: float | None
    net: Range
    net_expected: Range
    counted: float
    unpriced: tuple[str, ...] = ()
    missed: float = 0.0
    scenarios: tuple[Scenario, ...] = ()


class PlanStatus(StrEnum):
    """How far a plan is proven; ``BY_HAND``: laid by the user, its proof is the bound alone."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class ShootPlan:
    """A plan with everything that follows from its arrangement.

    ``bound``: no plan under these wishes has a lower ``money.counted + money.missed``, proven;
    ``gap`` the share of it still open: ``open_search`` because the search was stopped, the rest
    because days are whole and moves take their time. ``conflict``: where there is no plan, a
    smallest set of rules that contradict one another. ``uplift``: visits in 12 months, the mean of
    the places shown, by scenes. ``binding``: rules that hold the plan back. ``fit`` 0 to 1.
    """

    status: PlanStatus
    arrangement: Arrangement = field(default_factory=Arrangement)
    strips: tuple[Strip, ...] = ()
    days: tuple[PlanDay, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
    money: PlanMoney | None = None
    uplift: Range | None = None
    fit: float = 0.0
    bound: float | None = None
    gap: float | None = None
    open_search: float | None = None
    seconds: float = 0.0
    binding: tuple[Reason, ...] = ()
    conflict: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    compared: tuple[Reason, ...] = ()
    saves: Range | None = None
    saves_moves: int = 0

    @property
    def moves(self) -> int:
        """Company moves: within a shift and from city to city."""
        kinds = (MoveKind.MOVE, MoveKind.CITY)
        return sum(move.kind in kinds for day in self.days for move in day.moves)

    @property
    def sites(self) -> tuple[str, ...]:
        """Sites used, in the order of the days."""
        return tuple(dict.fromkeys(one.site_id for day in self.days for one in day.blocks))

    @property
    def shooting_days(self) -> int:
        """Days with work on them."""
        return sum(bool(day.blocks) for day in self.days)

    @property
    def breaches(self) -> tuple[Reason, ...]:
        """Every rule a day breaks."""
        return tuple(one for day in self.days for one in day.breaches)


@dataclass(frozen=True, slots=True)
class Beat:
    """The search at one moment: seconds, the best plan's counted cost and the bound (CNY)."""

    seconds: float
    best: float | None
    bound: float | None


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """What is known while the search goes on; ``plan`` is the best so far, laid out on days.

    ``phase``: prepare, search, days, check.
    """

    phase: str
    beats: tuple[Beat, ...] = ()
    plan: ShootPlan | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to lay it: what it is good for, and its figures.

    ``code``: cheapest, fewer_moves, more_uplift, only_city (``city``), now. ``adds``: CNY counted
    more than the plan it stands beside (None: not known).
    """

    code: str
    arrangement: Arrangement
    net: Range
    uplift: Range
    moves: int
    days: int
    sites: int
    covered: int
    city: str = ""
    city_en: str = ""
    proven: bool = True
    adds: float | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A site for a set: what the whole plan would cost more with it (None: cannot be)."""

    site_id: str
    fit: float
    adds: float | None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class SetChoice:
    """Why a set is shot where it is, and what other sites would add; ``done``: all are tried."""

    set_id: str
    site_id: str | None
    because: tuple[Reason, ...]
    candidates: tuple[Candidate, ...] = ()
    done: bool = True


@dataclass(frozen=True, slots=True)
class Insisted:
    """What insisting on a site (for a set, or at all) costs: ``adds`` CNY; None: no plan has it."""

    site_id: str
    set_id: str | None
    adds: float | None
    plan: ShootPlan | None = None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Shifted:
    """A set shot elsewhere or on another day than before (None: not at all)."""

    set_id: str
    old_site: str | None
    new_site: str | None
    old_days: tuple[int, ...] = ()
    new_days: tuple[int, ...] = ()
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """Two plans compared: what moved, and what the new one costs more (CNY counted)."""

    moved: tuple[Shifted, ...]
    adds: float | None = None

"""The shooting plan: strips on days, what it costs, what comes back, why, and who has agreed.

Minutes of a day count from midnight of the day on which the shift begins; work after midnight goes
on past 1,440. Money is in CNY.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from geo.model.figures import Line, Range, Reason
from geo.model.money import Subsidy

Span: TypeAlias = tuple[int, int]


class StripKind(StrEnum):
    """Inside or outside, and the light a strip is shot in; a set may have several strips."""

    INT_DAY = "int_day"
    EXT_DAY = "ext_day"
    INT_NIGHT = "int_night"
    EXT_NIGHT = "ext_night"
    DAWN = "dawn"
    DUSK = "dusk"


@dataclass(frozen=True, slots=True)
class Strip:
    """Scenes of one set that want the same light, on one strip of the board.

    ``id`` is ``<set id>.<kind>``; ``minutes`` of work, an estimate from the published pace or from
    the days the project tells. Scenes inside by night can be shot by day with the windows blacked
    out; dawn and dusk are for scenes outside.
    """

    id: str
    set_id: str
    kind: StripKind
    scenes: tuple[str, ...]
    minutes: int
    cast: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A strip, or ``minutes`` of it, shot at a site."""

    strip_id: str
    site_id: str
    minutes: int


@dataclass(frozen=True, slots=True)
class DayOrder:
    """The work of one shooting day in order. ``day`` counts calendar days from the first, 0.

    ``call``: when the shift begins (minutes); None: as early as the work asks for.
    """

    day: int
    entries: tuple[Entry, ...]
    call: int | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is shot where on which day: all that is kept of a plan, the rest is worked out."""

    days: tuple[DayOrder, ...] = ()

    @property
    def sites(self) -> Mapping[str, str]:
        """Site by strip."""
        return {one.strip_id: one.site_id for day in self.days for one in day.entries}


class BookingStatus(StrEnum):
    """How far a place is agreed for a set."""

    OPEN = "open"
    ASKED = "asked"
    FIRST_HOLD = "first_hold"
    SECOND_HOLD = "second_hold"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Booking:
    """What was agreed with a site for a set: status, reason of a refusal, money and its dates."""

    set_id: str
    site_id: str
    status: BookingStatus = BookingStatus.OPEN
    reason: str = ""
    who: str = ""
    phone: str = ""
    expires: date | None = None
    deposit: float | None = None
    deposit_due: date | None = None
    balance: float | None = None
    balance_due: date | None = None
    deposit_back: date | None = None
    note: str = ""


class DueKind(StrEnum):
    """What falls due."""

    HOLD_EXPIRES = "hold_expires"
    DEPOSIT = "deposit"
    BALANCE = "balance"
    DEPOSIT_BACK = "deposit_back"


@dataclass(frozen=True, slots=True)
class Due:
    """Something to do on a day; ``late``: the day has passed."""

    on: date
    kind: DueKind
    set_id: str
    site_id: str
    amount: float | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class PlanWishes:
    """What the user asks of a plan.

    ``locks``: site by set. ``windows``: days (both ends in) on which a site can be used, by site.
    ``weights``: how much more than others a scene of a set is missed (set id; 1 where not named).
    ``least_fit`` 0 to 1 as a share of the best fit there is for a set. ``rules``: values in place
    of those of ``assets/rules/plan.yaml``, by their names. ``short_holds``: order the days so that
    actors wait least. ``expected``: count expected subsidy, not only certain. ``keep``: re-plan
    with the least change to what is agreed.
    """

    locks: Mapping[str, str] = field(default_factory=dict)
    must_use: frozenset[str] = frozenset()
    must_not_use: frozenset[str] = frozenset()
    windows: Mapping[str, tuple[tuple[date, date], ...]] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    cities: tuple[str, ...] = ()
    most_days: int | None = None
    most_sites: int | None = None
    least_fit: float | None = None
    rules: Mapping[str, float] = field(default_factory=dict)
    expected: bool = False
    short_holds: bool = False
    keep: bool = True


@dataclass(frozen=True, slots=True)
class Planned:
    """What the project keeps of its plan; ``hospitals`` and ``contacts`` by site, as typed.

    ``by_hand``: the arrangement was changed by hand since it was worked out.
    """

    wishes: PlanWishes = field(default_factory=PlanWishes)
    arrangement: Arrangement | None = None
    bookings: tuple[Booking, ...] = ()
    hospitals: Mapping[str, str] = field(default_factory=dict)
    contacts: Mapping[str, str] = field(default_factory=dict)
    by_hand: bool = False


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
    counted for scenes left out.
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

    ``code``: cheapest, fewer_moves, more_uplift, only_city (``city``), now.
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

"""What a shooting plan is asked for and kept as: strips, their order on days, wishes, bookings.

Minutes of a day count from midnight of the day on which the shift begins; work after midnight goes
on past 1,440. Money is in CNY.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

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
class PlanRule:
    """A rule that plans are made by, with what the user may set it to; ``why`` by language."""

    name: str
    value: float
    low: float
    high: float
    why: Mapping[str, str]

"""What a plan decides of its money, and what that comes to: days and ways in, sums out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from geo.model import Line, Range, Reason

HOME = ""
"""Where the crew comes from, as an end of a leg."""


class At(StrEnum):
    """At which prices a plan is counted: each at its 10%, 50% or 90% point."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Hired:
    """A site as a plan hires it: whole days, and the scenes shot there.

    ``stand_ins`` of the scenes find only a stand-in there; ``crowds``: per scene with a crowd how
    many extras the script says, None where it does not.
    """

    days: int
    scenes: int = 0
    stand_ins: int = 0
    crowds: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class DayCount:
    """One calendar day: city it is lived in, sites hired, company moves (pairs of sites).

    ``city`` is empty on a day that is spent on the road.
    """

    city: str
    sites: tuple[str, ...] = ()
    moves: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """The days of a plan: sites by id, days lived in each city in the order they are called at.

    ``moves`` are pairs of sites (ids) between which the company goes within a shift, ``road_days``
    whole days on the road, ``extra`` fen spent in a city beyond what the work asks for. ``route``:
    the cities in the order of the days, where one is called at twice (empty: each once).
    """

    hired: Mapping[str, Hired]
    company: Mapping[str, int]
    moves: tuple[tuple[str, str], ...] = ()
    road_days: int = 0
    extra: Mapping[str, int] = field(default_factory=dict)
    route: tuple[str, ...] = ()

    @property
    def called(self) -> tuple[str, ...]:
        """The cities in the order they are called at."""
        return self.route or tuple(self.company)

    @property
    def days(self) -> int:
        """Days that the company lives on the plan."""
        return sum(self.company.values()) + self.road_days

    @staticmethod
    def of(
        days: Sequence[DayCount],
        tasks: Mapping[str, Hired],
        extra: Mapping[str, int] | None = None,
    ) -> PlanCounts:
        """Count ``days``; ``tasks`` tells what is shot at each site, its days are counted here."""
        company: dict[str, int] = {}
        hired: dict[str, int] = {}
        for day in days:
            if day.city:
                company[day.city] = company.get(day.city, 0) + 1
            for site in dict.fromkeys(day.sites):
                hired[site] = hired.get(site, 0) + 1
        road = sum(not day.city for day in days)
        moves = tuple(move for day in days for move in day.moves)
        told = {
            site: Hired(n, one.scenes, one.stand_ins, one.crowds)
            for site, n in hired.items()
            for one in (tasks.get(site, Hired(n)),)
        }
        living = [day.city for day in days if day.city]
        route = tuple(city for at, city in enumerate(living) if not at or city != living[at - 1])
        return PlanCounts(told, company, moves, road, extra or {}, route)


@dataclass(frozen=True, slots=True)
class SiteRate:
    """What a site costs a plan, in fen: ``day`` each day hired, ``once`` as soon as it is used.

    ``day`` holds the venue, its hours beyond the day's hire and the site's own lines; a venue that
    nobody has priced counts the stated charge (``priced`` False). ``venue`` is the venue alone of
    it, for which ``least`` is asked in all, however short the hire (0: nothing). ``stand_in`` is
    paid once where a set only stands in. ``spend`` is the part of ``day`` known to be spent there.
    """

    day: int
    venue: int
    once: int
    least: int
    stand_in: int
    spend: int
    priced: bool

    def rent(self, days: int) -> int:
        """Fen for ``days`` days of hire."""
        return max(self.least, self.venue * days) + (self.day - self.venue) * days

    def opening(self, *, stand_ins: bool) -> int:
        """Fen paid once as soon as the site is used."""
        return self.once + (self.stand_in if stand_ins else 0)


@dataclass(frozen=True, slots=True)
class PlanRates:
    """All prices a plan is chosen by, in whole fen, percentages of own lines included.

    ``lodging`` by city and ``crew_day`` (meals, minibuses, own lines by the day) are for one day of
    the whole company; ``legs`` one way by rail for everybody by pair of cities, "" being home.
    ``once`` is the same for every plan: own lines of the project and the extras of the script.
    ``local_share`` of ``crew_day`` is spent where the company lives.
    """

    at: At
    sites: Mapping[str, SiteRate]
    lodging: Mapping[str, int]
    crew_day: int
    local_share: float
    legs: Mapping[tuple[str, str], int]
    once: int


@dataclass(frozen=True, slots=True)
class PlanBill:
    """What a plan costs: its lines, and their sum as it is simulated (CNY).

    ``gross`` has no middle and no high end while a venue is unpriced; ``priced`` is then what is
    known without it. ``counted`` (fen) is the sum that the plan was chosen by, its parts by kind:
    rent, opening, lodging, crew, tour, moves, extra, once. ``unpriced``: sites whose venue nobody
    has priced. ``held``: deposits, given back and no cost.
    """

    lines: tuple[Line, ...]
    gross: Range
    priced: Range
    parts: Mapping[str, int]
    unpriced: tuple[str, ...]
    reasons: tuple[Reason, ...]
    held: tuple[Line, ...] = ()

    @property
    def counted(self) -> int:
        """The sum that the plan was chosen by, in fen."""
        return sum(self.parts.values())

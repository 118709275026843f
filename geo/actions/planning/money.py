"""What a plan costs and what comes back, from its clocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from geo.actions.planning.backs import Backs
from geo.actions.planning.fits import Fits
from geo.actions.planning.posing import Prices
from geo.actions.pricing import CROWD
from geo.actions.regions import home_city
from geo.actions.workspace import Workspace, locate
from geo.model import (
    Basis,
    CityMoney,
    MoveKind,
    PlanDay,
    PlanMoney,
    ProjectFacts,
    Range,
    Reason,
    Scene,
    Script,
    SiteOffer,
    Subsidy,
    unknown,
)
from geo.money import CostFacts, Stop, Task
from geo.money.cost.plan_counts import At, DayCount, Hired, PlanBill, PlanCounts
from geo.money.cost.plan_pieces import EXTRA
from geo.money.cost.plan_price import PlanPrices
from geo.money.uplift.plan_gain import plan_uplift
from geo.plan.ground import Ground, Town
from geo.plan.problem import City, Tier
from geo.plan.recount import Tariff
from geo.plan.timetable import Timetable

FEN = 100
NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Counted:
    """The days of a plan as money counts them."""

    days: tuple[DayCount, ...]
    counts: PlanCounts


@dataclass(frozen=True, slots=True)
class Billed:
    """The money of a plan, the cost of each day by its number, and what is reached on it."""

    money: PlanMoney | None
    costs: Mapping[int, Range]
    reached: Mapping[int, tuple[Reason, ...]]


class Purse:
    """Prices and subsidies of all plans of one desk."""

    def __init__(
        self,
        costs: CostFacts,
        facts: ProjectFacts,
        script: Script,
        ground: Ground,
        offers: Mapping[str, SiteOffer],
        home: Stop | None,
        backs: Backs,
        directs: Callable[[str, str], bool],
    ) -> None:
        scenes = script.played
        self._crowds = crowds_of(scenes)
        self._ground, self._offers = ground, offers
        self._backs, self._directs = backs, directs
        self._steps: dict[tuple[str, bool], tuple[Tier, ...]] = {}
        self.plan_prices = PlanPrices(
            facts,
            costs,
            [offer.site for offer in offers.values()],
            home=home,
            stations={town.zh: station(town) for town in ground.towns},
            script=Task(len(scenes), 0, tuple(self._crowds.values())),
        )

    def prices(self, at: At = At.MID, *, expected: bool = False) -> Prices:
        """What the solver is told of money; ``expected`` money back, or certain money alone."""
        rates, towns = self.plan_prices.rates(at), self._ground.towns
        ends = ("", *(town.code for town in towns))
        legs = np.array([[rates.legs[one, two] for two in ends] for one in ends], np.int64)
        return Prices(
            lambda site_id: rates.sites[site_id].day,
            rates.crew_day,
            tuple(
                City(town.code, rates.lodging[town.code], self._tiers(town.code, expected))
                for town in towns
            ),
            legs.reshape(len(ends), len(ends)),
            rates.local_share,
        )

    def _tiers(self, code: str, expected: bool) -> tuple[Tier, ...]:
        key = code, expected
        if key not in self._steps:
            self._steps[key] = self._backs.tiers(code, expected=expected)
        return self._steps[key]

    @property
    def beside(self) -> int:
        """Fen that every plan pays and the solver is not told of."""
        return self.plan_prices.rates().once

    def counted(self, clocks: Timetable, extra: Mapping[str, int] = NOTHING) -> Counted:
        """Count the days: places hired by whose hire it is, moves, scenes at each site.

        ``extra``: fen spent in a city (code) beyond what the work asks for.
        """
        hire = self._hire
        days = []
        for day in clocks.days:
            sites = tuple(dict.fromkeys(hire(block.site_id) for block in day.blocks))
            moves = tuple((move.one, move.two) for move in day.moves if move.kind is MoveKind.MOVE)
            days.append(DayCount("" if day.day in clocks.roads else day.city, sites, moves))
        counts = PlanCounts.of(days, self._tasks(clocks), extra)
        # days on the road from home and back have no number of their own
        return Counted(tuple(days), replace(counts, road_days=clocks.road_days))

    def _hire(self, site_id: str) -> str:
        return self._ground.spots[site_id].hire or site_id

    def _tasks(self, clocks: Timetable) -> dict[str, Hired]:
        """What is shot at each place, each strip once."""
        scenes: dict[str, dict[str, bool]] = {}
        for day in clocks.days:
            for block in day.blocks:
                at = scenes.setdefault(self._hire(block.site_id), {})
                direct = self._directs(block.set_id, block.site_id)
                at.update(dict.fromkeys(block.scenes, direct))
        return {
            site: Hired(
                0,
                len(some),
                sum(not direct for direct in some.values()),
                tuple(self._crowds[one] for one in some if one in self._crowds),
            )
            for site, some in scenes.items()
        }

    def bill(
        self, clocks: Timetable, missed: float, extra: Mapping[str, int], *, expected: bool
    ) -> Billed:
        """The money of a plan; none where nothing is shot.

        Counted is certain money back, or ``expected`` money. What would be spent to reach a subsidy
        (``extra``) is spent only where that pays.
        """
        if not any(day.blocks for day in clocks.days):
            return Billed(None, {}, {})
        plain = self._billed(clocks, missed, NOTHING, expected)
        if not any(extra.values()):
            return plain
        bought = self._billed(clocks, missed, extra, expected)
        assert plain.money is not None
        assert bought.money is not None
        return bought if bought.money.counted < plain.money.counted else plain

    def _billed(
        self, clocks: Timetable, missed: float, extra: Mapping[str, int], hoped: bool
    ) -> Billed:
        counted = self.counted(clocks, extra)
        bill = self.plan_prices.bill(counted.counts)
        ranges = self.plan_prices.day_costs(counted.days, self._tasks(clocks))
        back = self._backs.of(self.plan_prices, counted.counts, counted.days)
        numbers = [day.day for day in clocks.days]
        return Billed(
            self._money(bill, back.cities, missed, hoped),
            dict(zip(numbers, ranges, strict=False)),
            {numbers[at]: told for at, told in back.reached.items()},
        )

    def _money(
        self, bill: PlanBill, cities: tuple[CityMoney, ...], missed: float, hoped: bool
    ) -> PlanMoney:
        certain = sum(one.subsidy.certain for one in cities)
        tops = [one.subsidy.ceiling for one in cities]
        some = any(one.subsidy.expected is not None for one in cities)
        likely = sum(counted_back(one.subsidy, expected=True) for one in cities)
        expected = likely if some else None
        ceiling = None if any(one is None for one in tops) else sum(one or 0.0 for one in tops)
        gross = bill.priced
        return PlanMoney(
            gross,
            bill.lines,
            cities,
            certain,
            expected,
            ceiling,
            less(gross, certain),
            less(gross, expected),
            bill.counted / FEN - (likely if hoped else certain),
            bill.unpriced,
            missed,
        )

    def tariff(self, money: PlanMoney, clocks: Timetable) -> Tariff:
        """What the second check pays a plan by."""
        rates = self.plan_prices.rates()
        extra = sum(
            round((line.total.mid or 0.0) * FEN)
            for line in money.lines
            if line.code == EXTRA and line.total is not None
        )
        parts = self.plan_prices.counted(self.counted(clocks).counts)
        beside = parts["once"] + parts["moves"] + extra
        return Tariff(rates.sites, rates.lodging, rates.crew_day, rates.legs, beside)

    def uplift(self, days: Sequence[PlanDay]) -> Range:
        """Visits in 12 months: the mean of the places shown, by scenes."""
        shown = {
            scene: block.site_id for day in days for block in day.blocks for scene in block.scenes
        }
        return plan_uplift([(1, self._offers[site].uplift.visits) for site in shown.values()])


def counted_back(subsidy: Subsidy, *, expected: bool) -> float:
    """Money back that counts (CNY): certain alone, or what is expected where that can be told."""
    hoped = subsidy.expected if expected else None
    return subsidy.certain if hoped is None else hoped


def less(gross: Range, back: float | None) -> Range:
    """``gross`` less money back."""
    if back is None or not gross.known:
        return unknown("CNY", low=None)

    def end(value: float | None) -> float | None:
        return None if value is None else round(value - back, 2)

    return Range(
        end(gross.low), end(gross.mid), end(gross.high), "CNY", Basis.ESTIMATED, gross.sources,
        "method.net", gross.beyond,
    )  # fmt: skip


def station(town: Town) -> Stop | None:
    """Where the crew gets off in a city."""
    found = locate(town.zh)
    return None if found is None else Stop((town.zh, found.name), (found.lat, found.lon))


def crowds_of(scenes: Sequence[Scene]) -> dict[str, int | None]:
    """Extras by scene with a crowd, None where the script does not say how many."""
    return {scene.id: flag.count for scene in scenes for flag in scene.flags if flag.code == CROWD}


def make_purse(
    ws: Workspace,
    facts: ProjectFacts,
    script: Script,
    ground: Ground,
    offers: Mapping[str, SiteOffer],
    fits: Fits,
    today: date,
) -> Purse:
    """Prices and subsidies among the sites of a ranking."""
    start = home_city(facts)
    home = (
        None
        if start is None
        else Stop((str(facts.get("crew.home_city")), start.name), (start.lat, start.lon))
    )
    rows, columns = fits.rows, fits.columns

    def direct(set_id: str, site_id: str) -> bool:
        return bool(fits.direct[rows[set_id], columns[site_id]])

    towns = {town.code: town for town in ground.towns}
    backs, costs = Backs(ws, facts, today, towns), ws.money.costs.on(today)
    return Purse(costs, facts, script, ground, offers, home, backs, direct)

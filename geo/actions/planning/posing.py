"""The problem of a plan as the solver takes it: sets, places, cities, ways, agreed places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from geo.actions.planning.comparing import AGREED
from geo.actions.planning.fits import Fits
from geo.actions.planning.hires import Hires
from geo.actions.planning.moves import least_move
from geo.actions.planning.rules import PlanRules
from geo.actions.planning.strips import Work
from geo.errors import PlanError
from geo.model import Booking, BookingStatus, Planned, Site, StripKind, Uplift
from geo.plan.ground import Ground
from geo.plan.problem import City, Legs, Limits, Place, Problem, Unit

FEN = 100
LONGEST_DAY = 16 * 60
SAMPLE_DAYS = 180
_DAYLIGHT = (StripKind.EXT_DAY, StripKind.DAWN, StripKind.DUSK)
_MOST_COUNT = 10_000


@dataclass(frozen=True, slots=True)
class Prices:
    """What the solver is told of money, in fen: rent a day by site id, living by town.

    ``legs`` is int64 (C + 1, C + 1), row and column 0 home. ``cities`` carry lodging and tiers.
    """

    rent: Callable[[str], int]
    crew_day: int
    cities: tuple[City, ...]
    legs: NDArray[np.int64]
    local_share: float


def pose(
    work: Work,
    fits: Fits,
    hires: Hires,
    ground: Ground,
    rules: PlanRules,
    planned: Planned,
    prices: Prices,
    uplifts: Callable[[str], Uplift | None],
) -> Problem:
    """Put the problem. A set that no place can serve is not in it: it is left out in any plan.

    A set locked to a place that refused it stays in, so that the contradiction is found.
    """
    wishes = planned.wishes
    check_wishes(planned)
    rows = [
        row for row, one in enumerate(fits.sets) if hires.quality[row].any() or one.id in fits.locks
    ]
    units = tuple(
        _unit(
            fits, row, work, rules, planned, left_agreed(fits.sets[row].id, hires, rules, planned)
        )
        for row in rows
    )
    shut = _holidays(ground)
    places = tuple(_place(site, ground, shut, prices, uplifts) for site in hires.owners)
    known = {place.id for place in places}
    locks = {set_id: hires.of_site[site_id] for set_id, site_id in fits.locks.items()}
    cities = max((place.city for place in places), default=-1) + 1
    return Problem(
        units,
        places,
        np.ascontiguousarray(hires.quality[rows]),
        tuple(
            replace(
                city, move_minutes=least_move(ground, [one.id for one in places if one.city == at])
            )
            for at, city in enumerate(prices.cities[:cities])
        ),
        Legs(
            np.ascontiguousarray(prices.legs[: cities + 1, : cities + 1]),
            _leg_minutes(ground, cities),
        ),
        prices.crew_day,
        day_minutes=int(rules["day_minutes"]),
        setup_minutes=int(rules["setup"]),
        set_change_minutes=int(rules["change"]),
        daylight_minutes=_daylight(ground, int(rules["day_minutes"])),
        local_share=prices.local_share,
        start=ground.start,
        limits=Limits(places=wishes.most_sites, days=wishes.most_days),
        locks={one: at for one, at in locks.items() if at in known},
        must_use=frozenset(
            owner
            for one in wishes.must_use
            if (owner := hires.of_site.get(one)) is not None and owner in known
        ),
        pair_cost=_pair_cost(rows, fits, hires, rules, planned),
    )


def check_wishes(planned: Planned) -> None:
    """Refuse numbers no plan can be made from. Raises PlanError plan_wish_bad.*."""
    wishes = planned.wishes
    counts = {"most_days": wishes.most_days, "most_sites": wishes.most_sites}
    for name, count in counts.items():
        if count is not None and not 1 <= count <= _MOST_COUNT:
            raise PlanError(f"plan_wish_bad.{name}", low=1, high=_MOST_COUNT)
    shares = [0.0 if wishes.least_fit is None else wishes.least_fit]
    if not all(isfinite(one) and 0 <= one <= 1 for one in shares):
        raise PlanError("plan_wish_bad.least_fit", low=0, high=1)
    if not all(isfinite(one) and 0 <= one <= _MOST_COUNT for one in wishes.weights.values()):
        raise PlanError("plan_wish_bad.weights", low=0, high=_MOST_COUNT)
    for booking in planned.bookings:
        for amount in (booking.deposit, booking.balance):
            if amount is not None and not (isfinite(amount) and 0 <= amount <= 1e9):
                raise PlanError("plan_wish_bad.deposit", low=0, high=10**9)


def _unit(
    fits: Fits, row: int, work: Work, rules: PlanRules, planned: Planned, agreed: float
) -> Unit:
    one = fits.sets[row]
    strips = work.of_set(one.id)
    weight = planned.wishes.weights.get(one.id, 1.0)
    return Unit(
        one.id,
        sum(strip.minutes for strip in strips),
        float(len(one.scenes)),
        round((len(one.scenes) * weight * rules["left_out"] + agreed) * FEN),
        sum(strip.minutes for strip in strips if strip.kind is StripKind.EXT_NIGHT),
        sum(strip.minutes for strip in strips if strip.kind in _DAYLIGHT),
    )


def _place(
    site: Site,
    ground: Ground,
    holidays: frozenset[date],
    prices: Prices,
    uplifts: Callable[[str], Uplift | None],
) -> Place:
    spot, gain = ground.spots[site.id], uplifts(site.id)
    visits = None if gain is None else gain.visits.mid
    return Place(
        site.id,
        spot.city,
        prices.rent(site.id),
        visits or 0.0,
        spot.closed,
        spot.windows,
        spot.outdoor,
        holidays if spot.crowded else frozenset(),
    )


def _holidays(ground: Ground) -> frozenset[date]:
    return frozenset(ground.holidays)


def _leg_minutes(ground: Ground, cities: int) -> NDArray[np.int64]:
    ends = range(-1, cities)
    return np.array(
        [[ground.legs.get((one, two), 0) for two in ends] for one in ends], np.int64
    ).reshape(cities + 1, cities + 1)


def _daylight(ground: Ground, shift: int) -> int:
    """The most daylight any of the days can have: a bound must not ask for more days than that.

    Dawn work begins at first light and dusk work ends in the dark, so twilight counts too.
    """
    if not ground.towns:
        return shift
    days: Iterable[date | None] = (None,)
    if ground.start is not None:
        days = [ground.start + timedelta(days=n) for n in range(0, SAMPLE_DAYS, 15)]
    suns = [ground.suns[at, day] for day in days for at in range(len(ground.towns))]
    # between two samples light grows by less than five minutes a day
    return min(
        shift, max(sun.dark - sun.light for sun in suns) + (0 if ground.start is None else 40)
    )


def _pair_cost(
    rows: Sequence[int], fits: Fits, hires: Hires, rules: PlanRules, planned: Planned
) -> NDArray[np.int64] | None:
    """What giving up an agreed place counts: at every place but the agreed ones of the set."""
    costs = np.zeros((len(rows), len(hires.owners)), np.int64)
    for at, row in enumerate(rows):
        held: dict[str, float] = {}
        for one in agreed_of(fits.sets[row].id, planned):
            owner = hires.of_site.get(one.site_id, "")
            held[owner] = max(held.get(owner, 0.0), given_up(one, rules))
        values = [held.get(site.id, 0.0) for site in hires.owners]
        # where nothing of what was agreed can be kept, all places are alike
        costs[at] = [round((max(values, default=0.0) - one) * FEN) for one in values]
    return costs if costs.any() else None


def agreed_of(set_id: str, planned: Planned) -> list[Booking]:
    """What is agreed for a set; nothing where the plan need not keep it."""
    if not planned.wishes.keep:
        return []
    return [one for one in planned.bookings if one.set_id == set_id and one.status in AGREED]


def left_agreed(set_id: str, hires: Hires, rules: PlanRules, planned: Planned) -> float:
    """CNY that leaving a set out counts because a place that could be kept is agreed for it."""
    usable = {site.id for site in hires.owners}
    kept = (
        given_up(one, rules)
        for one in agreed_of(set_id, planned)
        if hires.of_site.get(one.site_id) in usable
    )
    return max(kept, default=0.0)


def given_up(booking: Booking, rules: PlanRules) -> float:
    """CNY that giving up an agreed place counts."""
    confirmed = booking.status is BookingStatus.CONFIRMED
    told = rules["change_confirmed"] if confirmed else rules["change_hold"]
    return max(told, booking.deposit or 0.0) if confirmed else told

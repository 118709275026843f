"""An arrangement as a plan: clocks, names, fits, money, and every rule it breaks. Quick."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.actions.planning.posing import FEN, left_agreed
from geo.model import (
    Arrangement,
    DayOrder,
    PlanBlock,
    PlanDay,
    PlanStatus,
    Range,
    Reason,
    ShootPlan,
)
from geo.plan.claims import best_claims
from geo.plan.rain import rain_cover
from geo.plan.timetable import Timetable, timetable

if TYPE_CHECKING:
    from geo.actions.planning.desk import PlanDesk

LEFT_OUT = "plan_left_out"


def lay_by_hand(desk: PlanDesk, arrangement: Arrangement) -> ShootPlan:
    """Clocks, moves, money and broken rules of an arrangement; nothing in it is refused.

    Work on strips or at sites that are not there any more falls out and is told. Its proof is the
    bound of the plan worked out on the same desk, as long as it breaks no rule and keeps the
    wishes, and so is not below that.
    """
    kept, gone = known_part(desk, arrangement)
    plan, bound = laid(desk, kept, timetable(desk.ground, kept), gone), desk.proof.bound
    if plan.money is None or bound is None or plan.breaches:
        return plan
    counted = plan.money.counted + plan.money.missed
    if counted < bound:
        return plan
    return replace(plan, bound=bound, gap=(counted - bound) / max(abs(plan.money.counted), 1.0))


def known_part(desk: PlanDesk, arrangement: Arrangement) -> tuple[Arrangement, tuple[Reason, ...]]:
    """The part of an arrangement whose strips and sites are there, and what fell out."""
    strips, spots = desk.ground.strips, desk.ground.spots
    gone: list[Reason] = []
    days = []
    for day in arrangement.days:
        kept = tuple(one for one in day.entries if one.strip_id in strips and one.site_id in spots)
        lost = {one.site_id for one in day.entries if one.site_id not in spots}
        gone += [Reason("plan_site_gone", {"site_id": one}) for one in sorted(lost)]
        if any(one.strip_id not in strips for one in day.entries):
            gone.append(Reason("plan_scenes_gone"))
        if kept:
            days.append(DayOrder(day.day, kept, day.call))
    return Arrangement(tuple(days)), tuple(gone)


def laid(
    desk: PlanDesk, arrangement: Arrangement, clocks: Timetable, more: Iterable[Reason] = ()
) -> ShootPlan:
    """The plan of an arrangement whose clocks are known."""
    rain = rain_cover(desk.ground, clocks.days)
    uncovered = desk.missing.left_out(arrangement)
    missed = desk.missing.counted(uncovered) + disturbed(desk, arrangement)
    billed = desk.purse.bill(clocks, missed, to_spend(desk, clocks), expected=desk.wishes.expected)
    days = tuple(
        told_day(desk, day, rain, billed.costs.get(day.day), billed.reached.get(day.day, ()))
        for day in clocks.days
    )
    # scenes left out are told by themselves, with what would cover them
    off = (
        *desk.names.all_told(one for one in clocks.breaches if one.code != LEFT_OUT),
        *_too_long(desk, len(days)),
    )
    days = tuple(
        replace(day, breaches=(*off, *day.breaches)) if off and not at else day
        for at, day in enumerate(days)
    )
    return ShootPlan(
        PlanStatus.BY_HAND,
        arrangement,
        desk.work.strips,
        days,
        uncovered,
        billed.money,
        desk.purse.uplift(days),
        mean_fit(days),
        notes=desk.names.all_told((*desk.notes, *more)),
    )


def _too_long(desk: PlanDesk, days: int) -> tuple[Reason, ...]:
    """More days than asked for: days of waiting count, which the model of hours has none of."""
    most = desk.wishes.most_days
    return (Reason("plan_days_over", {"n": most, "days": days}),) if most and days > most else ()


def told_day(
    desk: PlanDesk,
    day: PlanDay,
    rain: Mapping[tuple[int, str], str],
    cost: Range | None,
    reached: tuple[Reason, ...],
) -> PlanDay:
    """A day with names, fits, rain cover and cost."""
    names = desk.names
    town = names.towns.get(day.city, (day.city, day.city))
    hotel = day.hotel
    if hotel is not None:
        there = names.towns.get(hotel.city, (hotel.city, hotel.city))
        hotel = replace(hotel, city=there[0], city_en=there[1])
    return replace(
        day,
        city=town[0],
        city_en=town[1],
        blocks=tuple(
            _block(desk, block, rain.get((day.day, block.strip_id))) for block in day.blocks
        ),
        hotel=hotel,
        cost=cost,
        reached=names.all_told(reached),
        notes=names.all_told((*day.notes, *_asks(desk, day))),
        breaches=names.all_told((*day.breaches, *_unfit(desk, day))),
    )


def _block(desk: PlanDesk, block: PlanBlock, rain: str | None) -> PlanBlock:
    fits = desk.fits
    row, column = fits.rows.get(block.set_id), fits.columns.get(block.site_id)
    strip = desk.ground.strips[block.strip_id]
    known = row is not None and column is not None
    return replace(
        block,
        set_name=desk.names.sets.get(block.set_id, block.set_id),
        fit=float(fits.fit[row, column]) if known else 0.0,
        direct=bool(fits.direct[row, column]) if known else False,
        rain=rain,
        cast=strip.cast,
    )


def _asks(desk: PlanDesk, day: PlanDay) -> list[Reason]:
    """Whether the truck gets in must be asked where streets are old and narrow."""
    asked = []
    for site_id in dict.fromkeys(block.site_id for block in day.blocks):
        offer = desk.offers.get(site_id)
        if offer is not None and desk.rules.is_narrow(offer.site):
            asked.append(Reason("plan_ask_truck", {"site_id": site_id}))
    return asked


def _unfit(desk: PlanDesk, day: PlanDay) -> list[Reason]:
    """Sets laid by hand where the ranking finds no match, or rules bar them; two cities a day."""
    fits, found = desk.fits, []
    cities = dict.fromkeys(desk.ground.spots[block.site_id].city for block in day.blocks)
    if len(cities) > 1:
        # the company lives a whole day in one city: what is proven is proven of such plans
        one, two = (desk.ground.towns[at] for at in tuple(cities)[:2])
        values = {"one": one.zh, "one_en": one.en, "two": two.zh, "two_en": two.en}
        found.append(Reason("plan_two_cities", values))
    for block in day.blocks:
        row, column = fits.rows.get(block.set_id), fits.columns.get(block.site_id)
        if row is None or column is None or fits.locks.get(block.set_id) == block.site_id:
            continue
        if fits.fit[row, column] == 0:
            found.append(Reason("plan_no_fit", {"site_id": block.site_id, "set_id": block.set_id}))
    return found


def mean_fit(days: Iterable[PlanDay]) -> float:
    """Mean fit over the scenes that are shot, each counted once."""
    fits: dict[str, float] = {}
    for day in days:
        for block in day.blocks:
            fits.update(dict.fromkeys(block.scenes, block.fit))
    return sum(fits.values()) / len(fits) if fits else 0.0


def to_spend(desk: PlanDesk, clocks: Timetable) -> dict[str, int]:
    """Fen by city that would have to be spent beyond the work to reach what is worth reaching."""
    problem = desk.problem
    if not any(city.tiers for city in problem.cities):
        return {}
    index = {city.id: at for at, city in enumerate(problem.cities)}
    days = {index[one]: n for one, n in clocks.company_days.items() if one in index}
    rents = dict.fromkeys(days, 0)
    rates = desk.purse.plan_prices.rates().sites
    for site, n in clocks.hired.items():
        city = desk.ground.spots[site].city
        if city in rents:
            rents[city] += n * rates[site].day
    money = best_claims(problem, days, rents, sum(days.values())) if days else None
    return {problem.cities[at].id: one.extra for at, one in (money or {}).items() if one.extra}


def disturbed(desk: PlanDesk, arrangement: Arrangement) -> float:
    """CNY counted for agreed places given up: no money, but what the plan is chosen by."""
    places = {place.id: at for at, place in enumerate(desk.problem.places)}
    at = {
        desk.ground.strips[strip].set_id: places.get(desk.hires.of_site.get(site, ""))
        for strip, site in arrangement.sites.items()
    }
    total = 0.0
    for row, unit in enumerate(desk.problem.units):
        place = at.get(unit.id)
        if place is not None and desk.problem.pair_cost is not None:
            total += int(desk.problem.pair_cost[row, place]) / FEN
        elif place is None:
            total += left_agreed(unit.id, desk.hires, desk.rules, desk.planned)
    return total

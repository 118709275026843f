"""Plans to be laid on days: made grounds with the problem and plan of hours that go with them."""

import random
from datetime import date
from itertools import permutations, product

import numpy as np

from geo.model import Arrangement, DayOrder, Entry, StripKind
from geo.plan.costing import costed
from geo.plan.ground import Way
from geo.plan.hours import company_days, hired_days
from geo.plan.problem import City, Legs, Place, Problem, Unit
from geo.plan.timetable import timetable
from geo.plan.tour import Tours
from tests.geo.plan.grounds import ground, spot, strip

CREW, LODGING = 3_000_000, 700_000
LIGHT = (StripKind.EXT_DAY, StripKind.DAWN, StripKind.DUSK)


def posed(land, at, rents, *, cities=None, **more):
    """The problem of shooting each set of ``land`` where ``at`` says, and its plan of hours."""
    units = []
    for set_id in at:
        strips = [one for one in land.strips.values() if one.set_id == set_id]
        dark = sum(one.minutes for one in strips if one.kind is StripKind.EXT_NIGHT)
        light = sum(one.minutes for one in strips if one.kind in LIGHT)
        units.append(Unit(set_id, sum(one.minutes for one in strips), 1.0, None, dark, light))
    places = tuple(
        Place(one.id, one.city, rents[one.id], closed=one.closed, windows=one.windows)
        for one in land.spots.values()
        if one.id in rents
    )
    ends = range(-1, len(land.towns))
    minutes = np.array([[land.legs.get((a, b), 0) for b in ends] for a in ends], np.int64)
    quality = np.zeros((len(units), len(places)), np.float32)
    index = {place.id: n for n, place in enumerate(places)}
    for n, unit in enumerate(units):
        quality[n, index[at[unit.id]]] = 1
    rules = land.rules
    problem = Problem(
        tuple(units), places, quality,
        cities or tuple(City(town.code, LODGING) for town in land.towns),
        Legs(minutes * 1_000, minutes), CREW, day_minutes=rules.day, setup_minutes=rules.setup,
        set_change_minutes=rules.change, start=land.start, **more,
    )  # fmt: skip
    chosen = [index[at[unit.id]] for unit in units]
    return problem, costed(problem, Tours(problem.legs), chosen)


def least(problem, plan):
    """Fen of rent and living that the hours of ``plan`` ask for."""
    index = {place.id: n for n, place in enumerate(problem.places)}
    chosen = [index[plan.assignment[unit.id]] for unit in problem.units]
    hired = hired_days(problem, chosen)
    days = sum(company_days(problem, chosen, hired).values())
    rent = sum(count * problem.places[n].rent for n, count in hired.items())
    return rent + days * (CREW + LODGING)


def drawn(seed, sets, places, towns=1, *, most=3, closed=0.2):
    """A made ground of sets, each with a place that every strip of it is shot at."""
    dice = random.Random(seed)
    kinds = [*StripKind, StripKind.INT_DAY, StripKind.INT_NIGHT, StripKind.INT_NIGHT]
    strips = []
    for n in range(sets):
        for kind in dict.fromkeys(dice.choices(kinds, k=dice.randrange(1, most + 1))):
            count = 1 if kind in (StripKind.DAWN, StripKind.DUSK) else dice.randrange(1, 5)
            cast = tuple(dice.sample("ABCDEF", 2))
            strips.append(strip(f"s{n}", kind, 30 * count, tuple(map(str, range(count))), cast))
    spots = [
        spot(
            f"p{n}", n % towns, crowded=dice.random() < 0.2,
            closed=frozenset({dice.randrange(7)} if dice.random() < closed else ()),
        )
        for n in range(places)
    ]  # fmt: skip
    ids = [one.id for one in spots]
    ways = {(a, b): Way(9.0, dice.choice([5, 20, 40, 75])) for a in ids for b in ids if a < b}
    ends = range(-1, towns)
    legs = {(a, b): 0 if a == b else dice.choice([60, 240, 900]) for a in ends for b in ends}
    holidays = {date(2026, 10, day): "国庆节" for day in range(1, 4)}
    land = ground(strips, spots, ways, legs, towns=towns, holidays=holidays)
    at = {f"s{n}": ids[n] if n < places else dice.choice(ids) for n in range(sets)}
    rents = {one: dice.choice([50_000, 300_000, 2_000_000]) for one in ids}
    return land, at, rents


def cheapest(land, at, rents):
    """Fen of the cheapest order of whole strips, days broken anywhere, that breaks no rule."""
    found = []
    strips = list(land.strips)
    for order in permutations(strips):
        for breaks in product((False, True), repeat=len(order) - 1):
            days = [[order[0]]]
            for one, broken in zip(order[1:], breaks, strict=True):
                days.append([one]) if broken else days[-1].append(one)
            arrangement = Arrangement(
                tuple(
                    DayOrder(n, tuple(entry(land, at, one) for one in day))
                    for n, day in enumerate(days)
                )
            )
            told = timetable(land, arrangement)
            if not any(day.breaches for day in told.days):
                rent = sum(rents[one] * count for one, count in told.hired.items())
                found.append(rent + len(days) * (CREW + LODGING))
    return min(found, default=None)


def entry(land, at, strip_id):
    one = land.strips[strip_id]
    return Entry(strip_id, at[one.set_id], one.minutes)

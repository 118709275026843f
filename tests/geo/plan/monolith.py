"""The whole hours model as one table for HiGHS, cities and all: what the search must agree with."""

from itertools import combinations

import highspy
import numpy as np

from geo.plan.claims import counted_day
from geo.plan.problem import LONGEST
from geo.plan.tour import Tours

FEN = 1e5


def least_cost(problem, seconds=60.0):  # noqa: C901 (one model, read from top to bottom)
    """Solve as one model with a column per set of cities; thousand yuan, None when infeasible."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 1e-5)
    highs.setOptionValue("time_limit", seconds)
    binary = {"lb": 0, "ub": 1, "type": highspy.HighsVarType.kInteger}
    whole = {"lb": 0, "ub": LONGEST, "type": highspy.HighsVarType.kInteger}
    units, places, cities = problem.units, problem.places, problem.cities
    hour, setup, change = 60.0, problem.setup_minutes, problem.set_change_minutes
    beside = problem.pair_cost
    x = {
        (a, n): highs.addVariable(**binary, obj=0.0 if beside is None else int(beside[a, n]) / FEN)
        for a in range(len(units))
        for n in range(len(places))
        if problem.quality[a, n] > 0
        and places[n].id not in problem.must_not_use
        and problem.locks.get(units[a].id, places[n].id) == places[n].id
    }
    left = [
        highs.addVariable(
            lb=0,
            ub=float(unit.penalty is not None and unit.id not in problem.locks),
            type=highspy.HighsVarType.kInteger,
            obj=(unit.penalty or 0) / FEN,
        )
        for unit in units
    ]
    opened = [
        highs.addVariable(
            **{**binary, "lb": float(p.id in problem.must_use)}, obj=problem.opening / FEN
        )
        for p in places
    ]
    hired = [
        highs.addVariable(
            **{**whole, "ub": p.open_days(problem.start, problem.horizon())}, obj=p.rent / FEN
        )
        for p in places
    ]
    used = [highs.addVariable(**binary) for _ in cities]
    days = [highs.addVariable(**whole, obj=(problem.crew_day + c.lodging) / FEN) for c in cities]
    extra = [highs.addVariable(lb=0, ub=1e4, obj=1.0) for _ in cities]
    tours = Tours(problem.legs)
    sets = [
        frozenset(chosen)
        for size in range(1, len(cities) + 1)
        for chosen in combinations(range(len(cities)), size)
    ]
    routes = [(b, highs.addVariable(**binary, obj=tours.over(b).cost / FEN)) for b in sets]
    highs.addConstr(highs.qsum(v for _, v in routes) == 1)
    highs.addConstr(
        highs.qsum(days)
        + highs.qsum(v * (tours.over(b).minutes // problem.day_minutes) for b, v in routes)
        <= problem.horizon()
    )
    for c in range(len(cities)):
        highs.addConstr(highs.qsum(v for b, v in routes if c in b) - used[c] == 0)
        highs.addConstr(days[c] >= used[c])
        highs.addConstr(days[c] <= LONGEST * used[c])
        inside = [opened[n] for n, p in enumerate(places) if p.city == c]
        highs.addConstr(used[c] <= highs.qsum(inside)) if inside else highs.addConstr(used[c] <= 0)
    for a in range(len(units)):
        highs.addConstr(highs.qsum(v for (u, _), v in x.items() if u == a) + left[a] == 1)
    # minutes counted of a unit, of a day, of every day of hire; whether moves take of them
    spans = [(lambda u: u.minutes, problem.day_minutes, setup, True)]
    spans.append((lambda u: u.minutes + change, problem.day_minutes, setup - change, True))
    if problem.daylight_minutes is not None:
        spans.append((_light, problem.daylight_minutes, 0, False))
    if problem.night_minutes is not None:
        spans.append((lambda u: u.night_minutes, problem.night_minutes, 0, False))
    for counts, most, opening, moves in spans:
        by_city = [[] for _ in cities]
        for n, p in enumerate(places):
            terms = [counts(units[a]) / hour * v for (a, m), v in x.items() if m == n]
            terms.append(opening / hour * hired[n])
            highs.addConstr(highs.qsum(terms) - most / hour * hired[n] <= 0)
            by_city[p.city] += terms
        for c, terms in enumerate(by_city):
            if terms:
                highs.addConstr(highs.qsum(terms) - most / hour * days[c] <= 0)
                move = cities[c].move_minutes if moves else 0
                visits = highs.qsum(h for h, p in zip(hired, places, strict=True) if p.city == c)
                moved = move / hour * visits - (most + move) / hour * days[c]
                highs.addConstr(highs.qsum(terms) + moved <= 0)
    for n, p in enumerate(places):
        mine = [v for (_, m), v in x.items() if m == n]
        for v in mine:
            highs.addConstr(v - opened[n] <= 0)
        highs.addConstr(opened[n] - hired[n] <= 0)
        highs.addConstr(opened[n] - used[p.city] <= 0)
        if mine:
            highs.addConstr(highs.qsum(mine) - opened[n] >= 0)
        else:
            highs.addConstr(opened[n] <= 0)
    for c, city in enumerate(cities):
        _subsidies(highs, problem, c, city, days, extra[c], used[c], hired)
    limits = problem.limits
    if limits.fit is not None:
        terms = [
            units[a].weight * (float(problem.quality[a, n]) - limits.fit) * v
            for (a, n), v in x.items()
        ]
        highs.addConstr(highs.qsum(terms) >= 0)
    if limits.uplift is not None:
        terms = [units[a].weight * places[n].uplift * v for (a, n), v in x.items()]
        highs.addConstr(highs.qsum(terms) >= limits.uplift)
    if limits.places is not None:
        highs.addConstr(highs.qsum(opened) <= limits.places)
    highs.run()
    if highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return highs.getInfo().objective_function_value


def _subsidies(highs, problem, c, city, days, extra, used, hired):
    rents = [
        p.rent / FEN * hired[n] for n, p in enumerate(problem.places) if p.city == c and p.rent
    ]
    spend = highs.qsum([*rents, counted_day(problem, c) / FEN * days[c], extra])
    for group in city.exclusive():
        taken, counted = [], []
        for k in group:
            tier = city.tiers[k]
            t = highs.addVariable(
                lb=0, ub=1, type=highspy.HighsVarType.kInteger, obj=-tier.amount / FEN
            )
            highs.addConstr(tier.days * t - days[c] <= 0)
            q, s = highs.addVariable(lb=0, ub=1e5), highs.addVariable(lb=0, ub=1e5, obj=-1.0)
            highs.addConstr(tier.threshold / FEN * t - q <= 0)
            highs.addConstr(q - 1e4 * t <= 0)
            highs.addConstr(s - tier.rate * q <= 0)
            highs.addConstr(s - tier.cap / FEN * t <= 0)
            if tier.local_days:
                highs.addConstr(
                    days[c] - tier.local_days * highs.qsum(days) + LONGEST * (1 - t) >= 0
                )
            taken.append(t)
            counted.append(q)
        highs.addConstr(highs.qsum(counted) - spend <= 0)
        highs.addConstr(highs.qsum(taken) - used <= 0)


def _light(unit):
    return unit.minutes - unit.night_minutes if unit.light_minutes is None else unit.light_minutes


def to_fen(value):
    """Whole fen of thousand yuan."""
    return round(float(np.float64(value)) * FEN)

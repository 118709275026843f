"""Every assignment, every claim, every number of extra days: the cheapest, from the raw data."""

from itertools import count, pairwise, permutations, product


def least(problem):
    """Net cost in fen of the cheapest plan, None when there is none."""
    ways = []
    for a, unit in enumerate(problem.units):
        able = [n for n in range(len(problem.places)) if problem.quality[a, n] > 0]
        if unit.id in problem.locks:
            able = [n for n in able if problem.places[n].id == problem.locks[unit.id]]
        elif unit.penalty is not None:
            able.append(None)
        ways.append(able)
    best = None
    for chosen in product(*ways):
        cost = _cost(problem, chosen, best)
        if cost is not None and (best is None or cost < best):
            best = cost
    return best


def _fits(problem, members, hired, days, move):
    """Whether ``days`` hold the sets with ``hired`` set-ups and a move for every set-up more."""
    units = [problem.units[a] for a in members]
    work = sum(unit.minutes for unit in units) + hired * problem.setup_minutes
    work += max(0, len(units) - hired) * problem.set_change_minutes
    work += max(0, hired - days) * move
    light = sum(
        unit.minutes - unit.night_minutes if unit.light_minutes is None else unit.light_minutes
        for unit in units
    )
    night = sum(unit.night_minutes for unit in units)
    return (
        work <= days * problem.day_minutes
        and light <= days * (problem.daylight_minutes or 1440)
        and night <= days * (problem.night_minutes or 1440)
    )


def _place_days(problem, members):
    return next(n for n in count(1) if _fits(problem, members, n, n, 0))


def _city_days(problem, members, hired, move):
    return next(n for n in count(1) if _fits(problem, members, hired, n, move))


def _cost(problem, chosen, best=None):
    used = {}
    for a, n in enumerate(chosen):
        if n is not None:
            used.setdefault(n, []).append(a)
    names = {problem.places[n].id for n in used}
    limits = problem.limits
    if not used or names & problem.must_not_use or problem.must_use - names:
        return None
    if limits.places is not None and len(used) > limits.places:
        return None
    pairs = [(problem.units[a].weight, a, n) for a, n in enumerate(chosen) if n is not None]
    fit = sum(w * float(problem.quality[a, n]) for w, a, n in pairs)
    if limits.fit is not None and fit < limits.fit * sum(w for w, _, _ in pairs) - 1e-6:
        return None
    gained = sum(w * problem.places[n].uplift for w, _, n in pairs)
    if limits.uplift is not None and gained < limits.uplift - 1e-6:
        return None
    cost = sum(problem.units[a].penalty for a, n in enumerate(chosen) if n is None)
    if problem.pair_cost is not None:
        cost += sum(int(problem.pair_cost[a, n]) for _, a, n in pairs)
    cities, rents, hired = {}, {}, {}
    for n, members in used.items():
        place, days = problem.places[n], _place_days(problem, members)
        if days > place.open_days(problem.start, problem.horizon()):
            return None
        cost += problem.opening + days * place.rent
        rents[place.city] = rents.get(place.city, 0) + days * place.rent
        cities.setdefault(place.city, []).extend(members)
        hired[place.city] = hired.get(place.city, 0) + days
    order = min(permutations(cities), key=lambda order: _tour(problem.legs, order))
    fen, minutes = _tour(problem.legs, order)
    least_days = {
        c: _city_days(problem, members, hired[c], problem.cities[c].move_minutes)
        for c, members in cities.items()
    }
    # with every cap there is filled it would still be dearer than one already found
    back = sum(t.cap + t.amount for c in least_days for t in problem.cities[c].tiers)
    living = sum(n * (problem.crew_day + problem.cities[c].lodging) for c, n in least_days.items())
    if best is not None and cost + fen + living - back >= best:
        return None
    stay = _stay(problem, least_days, rents, minutes // problem.day_minutes)
    return None if stay is None else cost + fen + stay


def _tour(legs, order):
    stops = [0, *(c + 1 for c in order), 0]
    steps = list(pairwise(stops))
    return sum(int(legs.cost[s]) for s in steps), sum(int(legs.minutes[s]) for s in steps)


def _stay(problem, least_days, rents, road):
    cities = sorted(least_days)
    claims = [list(product(*((None, *g) for g in problem.cities[c].exclusive()))) for c in cities]
    best = None
    # more days than the work needs only ever serve what a tier asks for
    asks = [any(t.local_days or t.days for t in problem.cities[c].tiers) for c in cities]
    for more in product(*(range(5 if asked else 1) for asked in asks)):
        days = {c: least_days[c] + n for c, n in zip(cities, more, strict=True)}
        total = sum(days.values())
        if problem.limits.days is not None and total + road > problem.limits.days:
            continue
        for claim in product(*claims):
            cost = _claim(problem, days, rents, dict(zip(cities, claim, strict=True)), total)
            if cost is not None and (best is None or cost < best):
                best = cost
    return best


def _claim(problem, days, rents, claim, total):
    cost = 0
    for c, taken in claim.items():
        city = problem.cities[c]
        tiers = [city.tiers[k] for k in taken if k is not None]
        if any(
            days[c] < t.days or 100 * days[c] < round(100 * t.local_days) * total for t in tiers
        ):
            return None
        counted = rents[c] + days[c] * (
            city.lodging + round(problem.local_share * problem.crew_day)
        )
        extra = max([0, *(t.threshold - counted for t in tiers)])
        cost += days[c] * (problem.crew_day + city.lodging) + extra
        cost -= sum(
            t.amount + min(t.cap, round(100 * t.rate) * (counted + extra) // 100) for t in tiers
        )
    return cost

"""Made cities of a few places, and every order of their blocks counted minute by minute."""

import random
from datetime import date, timedelta

import numpy as np

from geo.plan.blocks import Stay, Sun, Work, calls_of, site_blocks
from geo.plan.problem import City, Legs, Place, Plan, Problem, Status, Unit

START = date(2026, 9, 28)
DAY = 1440


def made_city(seed, places, units, *, days=40, night=0.25):
    dice = random.Random(seed)

    def windows():
        first = START + timedelta(days=dice.randrange(3))
        return ((first, first + timedelta(days=dice.randrange(8, 40))),)

    sites = tuple(
        Place(
            f"p{n}",
            0,
            dice.choice([800, 2_000, 5_000, 30_000]) * 100 + dice.randrange(100) * 100,
            closed=frozenset({dice.randrange(7)} if dice.random() < 0.3 else ()),
            windows=windows() if dice.random() < 0.2 else (),
            outdoor=dice.random() < 0.5,
        )
        for n in range(places)
    )
    sets = tuple(
        Unit(f"u{n:02}", dice.choice([0, 40, 90, 150, 300, 420, 700]), night=dice.random() < night)
        for n in range(units)
    )
    none = np.zeros((2, 2), np.int64)
    problem = Problem(
        sets,
        sites,
        np.ones((units, places), np.float32),
        (City("c", dice.choice([0, 500_000])),),
        Legs(none, none),
        dice.choice([100_000, 3_000_000]),
        setup_minutes=dice.choice([30, 60, 100]),
        set_change_minutes=dice.choice([0, 20, 30]),
        start=START,
    )
    at = {
        unit.id: sites[n].id if n < places else dice.choice(sites).id for n, unit in enumerate(sets)
    }
    return (
        problem,
        Plan(Status.OPTIMAL, at, hours_rent(problem, at), {"c": 3}),
        stay(dice, problem, days),
    )


def hours_rent(problem, at):
    work = {}
    for unit in problem.units:
        work[at[unit.id]] = work.get(at[unit.id], problem.setup_minutes) + unit.minutes
    return {place: -(-minutes // problem.day_minutes) for place, minutes in work.items()}


def stay(dice, problem, days):
    ids = [place.id for place in problem.places]
    hours = {
        unit.id: dice.choice([(330, 400), (1075, 1140)])
        for unit in problem.units
        if not unit.night and dice.random() < 0.15
    }
    return Stay(
        Sun(335, 360, 1080, 1105),
        START,
        days,
        hours,
        drives={(a, b): dice.choice([5, 25, 75]) for a in ids for b in ids if a < b},
        holidays=frozenset(START + timedelta(days=3 + n) for n in range(4)),
        crowded=frozenset(one for one in ids if dice.random() < 0.2),
        homes=frozenset(one for one in ids if dice.random() < 0.3),
        work=Work(late=dice.choice([900, 1260]), load=dice.choice([0, 30])),
    )


def up(minutes):
    return -(-minutes // 15) * 15


def least_cost(problem, plan, where):
    """The least cost of any order of blocks and any calls; None: no order keeps the rules."""
    blocks = site_blocks(problem, plan.assignment, 0, where)
    calls = calls_of(blocks, where, problem.day_minutes, problem.setup_minutes)
    return Orders(problem, where, blocks, [up(call) for call in calls]).best()


class Orders:
    def __init__(self, problem, where, blocks, calls):
        self.problem, self.where, self.blocks, self.calls = problem, where, blocks, calls
        self.places = {place.id: place for place in problem.places}
        self.living = problem.crew_day + problem.cities[0].lodging

    def best(self):
        return self._from(frozenset(), None, None, 0)

    def _from(self, done, last, at, rent):
        if len(done) == len(self.blocks):
            return rent + self.living * (at[0] + 1)
        found = [
            self._from(done | {n}, n, end, rent + days * self.places[block.place].rent)
            for n, block in enumerate(self.blocks)
            if n not in done
            for end, days in self._ways(last, at, block)
        ]
        return min((one for one in found if one is not None), default=None)

    def _ways(self, last, at, block):
        """(day, call, clock) of the end, and the days hired, of each way to begin."""
        before = self.blocks[last] if last is not None else None
        own = before is not None and before.place == block.place
        work = self.where.work
        opening = up(max(self.problem.setup_minutes, work.unload + work.relight))
        ahead = up(self.problem.set_change_minutes) if own else opening
        if at is not None:
            day, call, clock = at
            away = 0
            if not own:
                drive = self.where.drive(before.place, block.place)
                away = up(work.wrap + work.load + drive + work.unload + work.relight)
                if drive >= work.long_drive and clock >= up(work.late):
                    away = None
            if away is not None and clock + away <= call + self.problem.day_minutes:
                end = self._shoot(block, day, call, clock + away, ahead)
                if end is not None:
                    yield end[0], end[1] - own
        for call in self.calls:
            for day in range(self.where.days):
                if at is not None and (
                    day <= at[0] or day * DAY + call < at[0] * DAY + at[2] + up(work.rest)
                ):
                    continue
                end = self._shoot(block, day, call, call, ahead)
                if end is not None:
                    yield end
                    break

    def _shoot(self, block, day, call, come, ahead):
        left, hired = max(15, up(block.minutes)), 0
        first, last = up(block.hours[0]), block.hours[1] // 15 * 15
        least = up(self.where.work.least)
        clock = come + ahead
        while True:
            clock = max(clock, first)
            room = min(last, call + self.problem.day_minutes) - clock
            if not hired and (not self._open(block, day) or room < min(left, least)):
                return None
            spent = min(room, left)
            clock, left, hired = clock + spent, left - spent, hired + 1
            if not left:
                return (day, call, clock), hired
            ended = day * DAY + clock
            while True:
                day += 1
                if day >= self.where.days:
                    return None
                rested = [
                    c for c in self.calls if day * DAY + c >= ended + up(self.where.work.rest)
                ]
                rooms = {c: min(last, c + self.problem.day_minutes) - max(c, first) for c in rested}
                able = [c for c in rested if rooms[c] > 0 and rooms[c] >= min(left, least)]
                if self._open(block, day) and able:
                    break
            call = max(able, key=lambda c: (rooms[c], -c))
            clock = call

    def _open(self, block, day):
        place, when = self.places[block.place], START + timedelta(days=day)
        closed = when.weekday() in place.closed or (
            place.windows and not any(a <= when <= b for a, b in place.windows)
        )
        return not closed and not (place.id in self.where.crowded and when in self.where.holidays)

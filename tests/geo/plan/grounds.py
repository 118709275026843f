"""Small made grounds and arrangements of any kind, also such as only a hand can make."""

import random
from datetime import date

from hypothesis import strategies as st

from geo.model import Arrangement, DayOrder, Entry, Strip, StripKind, SunTimes
from geo.plan.ground import Ground, Rules, Spot, Town, Way

START = date(2026, 9, 28)
SUN = SunTimes(light=336, rise=360, sets=1_080, dark=1_104)
RULES = Rules(
    day=840, call=360, rest=600, setup=30, change=10, wrap=15, load=15, unload=15, relight=15,
    late=1_260, long_drive=60, quiet=1_320, least=15,
)  # fmt: skip


class AnyDay(dict):
    """The same sun wherever and whenever."""

    def __missing__(self, key):
        return SUN


def strip(set_id, kind, minutes, scenes=("1",), cast=()):
    return Strip(f"{set_id}.{kind}", set_id, StripKind(kind), tuple(scenes), minutes, cast)


def ground(strips, spots, ways=(), legs=(), start=START, towns=1, **more):
    return Ground(
        {one.id: one for one in strips},
        {one.id: one for one in spots},
        tuple(Town(f"c{n}", f"城{n}", f"City {n}", 30.0 + n, 120.0) for n in range(towns)),
        more.pop("rules", RULES),
        dict(ways),
        dict(legs),
        start,
        more.pop("suns", AnyDay()),
        **more,
    )


def spot(site_id, city=0, **more):
    return Spot(site_id, city, 30.0, 120.0, **more)


def order(day, *entries, call=None):
    return DayOrder(day, tuple(Entry(*one) for one in entries), call)


def plan(*orders):
    return Arrangement(tuple(orders))


KINDS = tuple(StripKind)


def random_ground(dice, strips, sites, towns):
    """A ground of sets with one to three strips, some roads and journeys unknown."""
    made = []
    for n in range(strips):
        number = dice.randrange(max(1, strips // 2))
        kind = dice.choice(KINDS)
        if any(one.id == f"s{number}.{kind}" for one in made):
            continue
        scenes = tuple(f"{n}-{k}" for k in range(dice.randrange(1, 4)))
        made.append(strip(f"s{number}", kind, dice.randrange(0, 500, 5), scenes))
    spots = [
        spot(
            f"p{n}",
            dice.randrange(towns),
            district=f"区{n}",
            homes=dice.random() < 0.3,
            crowded=dice.random() < 0.3,
            closed=frozenset({dice.randrange(7)} if dice.random() < 0.3 else ()),
            windows=((date(2026, 9, 30), date(2026, 10, 20)),) if dice.random() < 0.2 else (),
            parent=dice.choice(["", "", "p0"]),
        )
        for n in range(sites)
    ]
    ids = [one.id for one in spots]
    ways = {
        (a, b): Way(dice.choice([2.5, 20.0, 90.0]), dice.choice([5, 25, 75]))
        for a in ids
        for b in ids
        if a < b and dice.random() < 0.95
    }
    ends = range(-1, towns)
    legs = {
        (a, b): dice.choice([0, 90, 240, 900])
        for a in ends
        for b in ends
        if a < b and dice.random() < 0.9
    }
    holidays = {date(2026, 10, day): "国庆节" for day in range(1, 8)}
    start = START if dice.random() < 0.8 else None
    return ground(
        made, spots, ways, legs, start, towns, holidays=holidays, rooms=dice.randrange(20)
    )


def random_plan(dice, land, days, entries):
    """Any hand's work: strips anywhere, twice, in part, at unknown places, on odd days."""
    strips, sites = [*land.strips, "none.int_day"], [*land.spots, "nowhere"]
    orders = []
    for _ in range(dice.randrange(days + 1)):
        laid = tuple(
            Entry(dice.choice(strips), dice.choice(sites), dice.choice([0, 60, 200, 600, -5]))
            for _ in range(dice.randrange(entries + 1))
        )
        call = dice.choice([None, None, None, 0, 400, 1_100])
        orders.append(DayOrder(dice.choice([*range(days + 3), -1, 10**9]), laid, call))
    return Arrangement(tuple(orders))


@st.composite
def grounds_and_plans(draw):
    """A made ground and an arrangement on it."""
    dice = random.Random(draw(st.integers(0, 10**9)))
    strips, sites, towns = (draw(st.integers(1, most)) for most in (8, 6, 3))
    land = random_ground(dice, strips, sites, towns)
    return land, random_plan(dice, land, draw(st.integers(1, 5)), 5)

"""Whatever is changed in valid days, the second opinion finds it."""

import dataclasses
import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geo.model import Reason
from geo.plan.day_checker import check_days
from geo.plan.days import schedule
from geo.progress import finish
from tests.geo.plan.cities import made_city


def change_day(found, n, **changes):
    days = list(found.days)
    days[n] = dataclasses.replace(days[n], **changes)
    return dataclasses.replace(found, days=tuple(days))


def change_stretch(found, dice, change):
    n = dice.randrange(len(found.days))
    stretches = list(found.days[n].stretches)
    k = dice.randrange(len(stretches))
    stretches[k] = change(stretches[k])
    return change_day(found, n, stretches=tuple(stretches))


def replaced(**steps):
    def change(one):
        return dataclasses.replace(
            one, **{key: getattr(one, key) + by for key, by in steps.items()}
        )

    return lambda found, dice: change_stretch(found, dice, change)


def drop_stretch(found, dice):
    n = dice.randrange(len(found.days))
    return change_day(found, n, stretches=found.days[n].stretches[:-1])


def drop_day(found, dice):
    n = dice.randrange(len(found.days))
    return dataclasses.replace(found, days=found.days[:n] + found.days[n + 1 :])


def later_day(found, dice):
    n = dice.randrange(len(found.days))
    return change_day(found, n, day=found.days[n].day + 1)


def earlier_call(found, dice):
    n = dice.randrange(len(found.days))
    return change_day(found, n, call=found.days[n].call - 15)


def other_place(found, dice):
    return change_stretch(found, dice, lambda one: dataclasses.replace(one, place="p0x"))


def no_units(found, dice):
    n = dice.randrange(len(found.blocks))
    blocks = list(found.blocks)
    blocks[n] = dataclasses.replace(blocks[n], units=(*blocks[n].units, "none"))
    return dataclasses.replace(found, blocks=tuple(blocks))


def hire(found, dice):
    place = dice.choice(sorted(found.rent_days))
    days = {**found.rent_days, place: found.rent_days[place] + dice.choice([-1, 1])}
    return dataclasses.replace(found, rent_days=days)


def plus(key, by):
    return lambda found, dice: dataclasses.replace(found, **{key: getattr(found, key) + by})


def false_warning(found, dice):
    more = Reason("plan_night_near_homes", {"place": "p0", "day": 99, "until": 1400})
    return dataclasses.replace(found, warnings=(*found.warnings, more))


def no_warning(found, dice):
    assume(found.warnings)
    return dataclasses.replace(found, warnings=found.warnings[1:])


def no_move(found, dice):
    assume(found.moves)
    return dataclasses.replace(found, moves=found.moves[1:])


CHANGES = {
    "worked longer": replaced(end=15),
    "worked less": replaced(end=-15),
    "began sooner": replaced(start=-15),
    "came sooner": replaced(come=-15),
    "a day before": replaced(come=-1440, start=-1440, end=-1440),
    "stretch left out": drop_stretch,
    "day left out": drop_day,
    "day later": later_day,
    "call sooner": earlier_call,
    "elsewhere": other_place,
    "a set too many": no_units,
    "hire": hire,
    "cost": plus("cost", -1),
    "hours": plus("hours_cost", 1),
    "days": plus("company_days", -1),
    "bound": plus("bound", 10**9),
    "false warning": false_warning,
    "warning left out": no_warning,
    "move left out": no_move,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6), places=st.integers(2, 4))
def test_a_change_in_valid_days_is_always_found(change, seed, places):
    problem, plan, stay = made_city(seed, places, 5, days=25)
    found = finish(schedule(problem, plan, 0, stay))
    assume(found.cost is not None)
    assert check_days(problem, plan, 0, stay, found).breaches == ()
    changed = change(found, random.Random(seed))
    assert check_days(problem, plan, 0, stay, changed).breaches != ()


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_tighter_rules_are_found_broken(seed):
    problem, plan, stay = made_city(seed, 3, 6, days=25)
    found = finish(schedule(problem, plan, 0, stay))
    assume(found.cost is not None)
    first = found.days[0].stretches[0]
    hours = dict.fromkeys(first.units, (first.start + 15, first.end))
    rules = {
        "check_hours": dataclasses.replace(stay, hours=hours),
        "check_holiday": dataclasses.replace(
            stay, crowded=frozenset({first.place}), holidays=frozenset({found.days[0].date})
        ),
        "check_call": dataclasses.replace(
            stay, work=dataclasses.replace(stay.work, calls=(found.days[0].call + 15,))
        ),
    }
    if len(found.days) > 1:
        rules["check_rest"] = dataclasses.replace(
            stay, work=dataclasses.replace(stay.work, rest=30_000)
        )
    for code, other in rules.items():
        codes = {one.code for one in check_days(problem, plan, 0, other, found).breaches}
        assert code in codes

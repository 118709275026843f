"""The best lawful set against brute force, and large sparse ones in bounded work."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from geo.money.subsidy.combine import Choice, Umbrella, best, paid
from tests.geo.money.made import CALM

NAMES = [f"a{at:02}" for at in range(12)]
ROOFS = ["r0", "r1", "r2"]
MONEY = st.integers(0, 6)


@st.composite
def choices(draw, most=12):
    """Awards of two numbers, rivals at random, umbrellas that may stand under each other."""
    ids = NAMES[: draw(st.integers(0, most))]
    pairs = list(combinations(ids, 2))
    rivalry = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=24)) if pairs else []
    rivals = {one: frozenset() for one in ids}
    for one, other in rivalry:
        rivals[one] |= {other}
        rivals[other] |= {one}
    roofs = ROOFS[: draw(st.integers(0, 3))]
    cap = st.tuples(st.none() | st.integers(0, 15), st.none() | st.integers(0, 15))
    umbrellas = {
        # a parent always comes earlier, so there is no circle
        name: Umbrella(draw(cap), draw(st.sampled_from([None, *roofs[:at]])))
        for at, name in enumerate(roofs)
    }
    under = {one: draw(st.sampled_from(roofs)) for one in ids if roofs and draw(st.booleans())}
    return Choice({one: (draw(MONEY), draw(MONEY)) for one in ids}, rivals, under, umbrellas)


def value(choice, taken):
    """What a set comes to, worked out from the outside in: each umbrella by its own recursion."""

    def inside(roof):
        sums = [0, 0]
        for one in taken:
            if choice.under.get(one) == roof:
                sums = [a + b for a, b in zip(sums, choice.awards[one], strict=True)]
        for name, umbrella in choice.umbrellas.items():
            if umbrella.parent == roof:
                sums = [a + b for a, b in zip(sums, inside(name), strict=True)]
        cap = choice.umbrellas[roof].cap if roof else (None, None)
        return [s if c is None else min(s, c) for s, c in zip(sums, cap, strict=True)]

    return tuple(inside(None))


def lawful(choice, taken):
    return not any(choice.rivals[one] & set(taken) for one in taken)


def brute(choice):
    ids = list(choice.awards)
    subsets = (s for size in range(len(ids) + 1) for s in combinations(ids, size))
    return max(value(choice, each) for each in subsets if lawful(choice, each))


@CALM
@given(choices())
def test_the_best_set_is_the_best_of_all_sets(choice):
    worth, taken = best(choice)
    assert lawful(choice, taken)
    if not choice.awards:
        assert (worth, taken) == ((), frozenset())
        return
    assert worth == paid(choice, taken) == value(choice, taken)
    assert worth == brute(choice)


@CALM
@given(choices(8), st.randoms())
def test_the_order_of_the_awards_does_not_matter(choice, rng):
    ids = list(choice.awards)
    rng.shuffle(ids)
    shuffled = Choice(
        {one: choice.awards[one] for one in ids},
        {one: choice.rivals[one] for one in ids},
        choice.under,
        choice.umbrellas,
    )
    assert best(shuffled) == best(choice)


@CALM
@given(choices(8), st.sampled_from(NAMES[:8]), st.integers(1, 5))
def test_a_higher_award_never_pays_less_together(choice, one, more):
    if one in choice.awards:
        first, second = choice.awards[one]
        raised = {**choice.awards, one: (first + more, second)}
        after = best(Choice(raised, choice.rivals, choice.under, choice.umbrellas))
        assert after[0] >= best(choice)[0]


def test_greedy_would_be_wrong():
    """The highest award excludes two that are worth more together."""
    awards = {"big": (10,), "one": (6,), "two": (6,)}
    rivals = {
        "big": frozenset({"one", "two"}),
        "one": frozenset({"big"}),
        "two": frozenset({"big"}),
    }
    assert best(Choice(awards, rivals)) == ((12,), frozenset({"one", "two"}))


def test_a_cap_may_make_the_smaller_set_the_better_one():
    """Under a cap of 8 the two small ones are worth 8, so the big one outside is better."""
    awards = {"big": (10,), "one": (6,), "two": (6,)}
    rivals = {
        "big": frozenset({"one", "two"}),
        "one": frozenset({"big"}),
        "two": frozenset({"big"}),
    }
    roof = {"roof": Umbrella((8,))}
    choice = Choice(awards, rivals, {"one": "roof", "two": "roof"}, roof)
    assert best(choice) == ((10,), frozenset({"big"}))


def path(n, seed, roof=None):
    """``n`` awards in a row, each excluding the next."""
    rng = random.Random(seed)
    awards = {f"p{at:03}": (rng.randint(1, 100),) for at in range(n)}
    ids = list(awards)
    rivals = {
        one: frozenset(ids[max(0, at - 1) : at] + ids[at + 1 : at + 2])
        for at, one in enumerate(ids)
    }
    under = dict.fromkeys(ids, "roof") if roof else {}
    return Choice(awards, rivals, under, {"roof": Umbrella((roof,))} if roof else {})


def best_of_path(choice):
    """The textbook recurrence: take it and skip the last one, or leave it."""
    with_last = without = 0
    for (worth,) in choice.awards.values():
        with_last, without = without + worth, max(with_last, without)
    return max(with_last, without)


def test_hundreds_of_awards_in_a_row():
    choice = path(300, 7)
    assert best(choice)[0] == (best_of_path(choice),)


def test_a_row_under_one_cap():
    choice = path(14, 3, roof=10_000)
    assert best(choice)[0] == (best_of_path(choice),)
    assert best(path(40, 3, roof=50))[0] == (50,)


def test_hundreds_that_all_exclude_each_other():
    ids = [f"s{at:03}" for at in range(300)]
    everybody = frozenset(ids)
    choice = Choice(
        {one: (at % 97, at) for at, one in enumerate(ids)},
        {one: everybody - {one} for one in ids},
    )
    assert best(choice)[0] == (96, 290)


@pytest.mark.parametrize("seed", range(3))
def test_a_hundred_and_fifty_awards_against_a_solver(seed):
    """Every third excludes every other third, and some pairs at random exclude each other."""
    rng = random.Random(seed)
    ids = [f"m{at:03}" for at in range(150)]
    worth = [rng.randint(1, 10_000) for _ in ids]
    pairs = {tuple(sorted(rng.sample(range(150), 2))) for _ in range(120)}
    pairs |= set(combinations(range(0, 150, 3), 2))
    rivals = {one: frozenset() for one in ids}
    table = np.zeros((len(pairs), len(ids)))
    for row, (one, other) in enumerate(sorted(pairs)):
        rivals[ids[one]] |= {ids[other]}
        rivals[ids[other]] |= {ids[one]}
        table[row, [one, other]] = 1
    solved = milp(
        -np.array(worth, float),
        constraints=LinearConstraint(table, ub=1),
        integrality=np.ones(len(ids)),
        bounds=Bounds(0, 1),
    )
    awards = {one: (cny,) for one, cny in zip(ids, worth, strict=True)}
    assert best(Choice(awards, rivals))[0] == (round(-solved.fun),)


def test_many_pairs_under_one_cap():
    """Forty pairs of alternatives: each takes its better half without trying every set."""
    ids = [(f"x{at:02}", f"y{at:02}") for at in range(40)]
    awards, rivals = {}, {}
    for at, (one, other) in enumerate(ids):
        awards |= {one: (10, at), other: (9, 100)}
        rivals |= {one: frozenset({other}), other: frozenset({one})}
    under = dict.fromkeys(awards, "roof")
    choice = Choice(awards, rivals, under, {"roof": Umbrella((1_000, None))})
    assert best(choice)[0] == (400, sum(range(40)))

"""The order of scenes that holds the cast least: published optima, all orders of small films."""

import json
from itertools import islice, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import PlanError
from geo.plan.talent import Actor, hold_cost, order_scenes
from geo.progress import finish

FILMS = json.loads(
    (Path(__file__).parents[2] / "reference" / "talent.json").read_text(encoding="utf-8")
)["instances"]


def actors_of(film):
    return [
        Actor(str(n), cost, frozenset(k for k, on in enumerate(row) if on == "1"))
        for n, (cost, row) in enumerate(zip(film["daily"], film["plays"], strict=True))
    ]


@pytest.mark.parametrize("film", FILMS, ids=lambda film: film["name"])
def test_every_published_film_is_ordered_at_its_optimum(film):
    actors = actors_of(film)
    found = finish(order_scenes(film["durations"], actors))
    assert found.proven
    assert (found.hold, found.total) == (film["hold"], film["total"])
    assert sorted(found.order) == list(range(len(film["durations"])))
    assert hold_cost(found.order, film["durations"], actors) == found.hold


def paid(order, durations, actors):
    """Day by day: whoever has begun and not ended is paid, and waits if he does not play."""
    hold = 0
    for n, scene in enumerate(order):
        for actor in actors:
            begun = actor.scenes & set(order[: n + 1])
            ended = not actor.scenes & set(order[n:])
            if begun and not ended and scene not in actor.scenes:
                hold += actor.cost * durations[scene]
    return hold


films = st.integers(1, 6).flatmap(
    lambda scenes: st.tuples(
        st.lists(st.integers(0, 4), min_size=scenes, max_size=scenes),
        st.lists(st.tuples(st.integers(0, 9), st.sets(st.integers(0, scenes - 1))), max_size=5),
    )
)


@settings(max_examples=150, deadline=None)
@given(films)
def test_no_order_of_a_small_film_is_cheaper(film):
    durations, cast = film
    actors = [Actor(str(n), cost, frozenset(on)) for n, (cost, on) in enumerate(cast)]
    found = finish(order_scenes(durations, actors))
    every = [paid(order, durations, actors) for order in permutations(range(len(durations)))]
    assert found.hold == min(every) == paid(found.order, durations, actors)
    assert found.proven


@settings(max_examples=40, deadline=None)
@given(films)
def test_the_bound_of_a_search_cut_short_is_never_above_the_optimum(film):
    durations, cast = film
    actors = [Actor(str(n), cost, frozenset(on)) for n, (cost, on) in enumerate(cast)]
    short = finish(order_scenes(durations, actors, widths=(1,)))
    best = finish(order_scenes(durations, actors)).hold
    assert short.bound <= best <= short.hold


def test_a_search_stopped_midway_has_shown_an_order_and_a_bound():
    film = next(film for film in FILMS if film["name"] == "MobStory")
    job = order_scenes(film["durations"], actors_of(film))
    steps = list(islice(job, 40))
    job.close()
    shown = [step.so_far for step in steps]
    assert all(one.bound <= film["hold"] <= one.hold for one in shown)
    assert [one.hold for one in shown] == sorted((one.hold for one in shown), reverse=True)


def test_what_cannot_be_summed_is_refused():
    with pytest.raises(PlanError, match="plan_bad_value"):
        finish(order_scenes([1], [Actor("a", 1, frozenset({3}))]))
    with pytest.raises(PlanError, match="plan_bad_value"):
        finish(order_scenes([-1], []))
    pairs = [Actor(str(n), 1, frozenset({n, n + 1})) for n in range(69)]
    with pytest.raises(PlanError, match="plan_too_many_scenes"):
        finish(order_scenes([1] * 70, pairs))

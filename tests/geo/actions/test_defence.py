"""How firm the order is: shares over every weighting, step by step, and what rests on them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from geo import actions
from geo.actions.open_figures import joined, site_cells
from geo.match import robustness
from geo.model import CRITERIA, Criterion, Excluded, Method, ProjectFacts, Ranking
from geo.progress import finish

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def garden(ws):
    script = finish(actions.read_script(ws, ROOT / "assets/samples/yiqu_gusu.fdx"))
    return finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights))


@pytest.fixture(scope="module")
def steps(garden):
    job, seen = actions.defend(garden), []
    while True:
        try:
            seen.append(next(job))
        except StopIteration as end:
            return seen, end.value


@pytest.fixture(scope="module")
def defence(steps):
    return steps[1]


def test_somebody_is_first_under_every_weighting(defence):
    for shares in (defence.robustness, defence.as_known, defence.cities):
        assert float(shares.first.sum()) == pytest.approx(1, abs=1e-3)
        assert float(shares.top3.sum()) == pytest.approx(3, abs=1e-2)
        assert np.all(shares.first <= shares.top3 + 1e-6)
        assert np.all(shares.top3 <= shares.top10 + 1e-6)
        assert shares.samples == 10_000


def test_the_first_answer_comes_of_a_few_hundred_weightings_and_every_step_carries_one(steps):
    seen, last = steps
    first = seen[0].so_far
    assert 256 <= first.robustness.samples < 1_000
    assert first.cities.samples >= 256
    assert first.loss is not None
    assert first.holds
    assert all(step.so_far is not None and not step.so_far.done for step in seen)
    drawn = [step.done for step in seen]
    assert drawn == sorted(drawn)
    assert last.done
    assert last.find_out
    assert last.ranks is not None
    # what is worked out once stays as it was told first
    told = next(step.so_far for step in seen if step.so_far.find_out)
    assert told.find_out == last.find_out


def test_the_last_answer_is_that_of_one_go(garden, defence):
    board, keep = garden.site_board, garden.columns.standing
    opened = joined(list(site_cells(garden))).spread
    for cells, mine in ((None, defence.as_known), (opened, defence.robustness)):
        *_, whole = robustness(board, opened=cells, keep=keep)
        assert np.array_equal(whole.first, mine.first)
        assert np.array_equal(whole.top10, mine.top10)


def test_answers_come_nearer(steps):
    seen, last = steps
    apart = [abs(step.so_far.robustness.first - last.robustness.first).max() for step in seen]
    assert apart[-1] < 0.01
    assert max(apart[len(apart) // 2 :]) < 0.04


def test_whoever_closes_it_leaves_nothing(garden):
    job = actions.defend(garden)
    next(job)
    pools = job.gi_frame.f_locals["pools"]
    job.close()
    assert job.gi_frame is None
    assert list(job) == []
    again = actions.defend(garden)
    assert np.array_equal(next(again).so_far.as_known.first, pools[0].now.first)


def test_near_draws_only_weightings_like_the_users_own(garden, defence):
    near = finish(actions.defend(garden, near=True))
    assert near.near
    assert not defence.near
    lead = int(garden.site_order.index[0])
    assert near.as_known.first[lead] > defence.as_known.first[lead]
    own = np.array([garden.weights[one] for one in CRITERIA])
    place = near.as_known.leaders.tolist().index(lead)
    assert (near.as_known.central[place] >= 0.7 * own / own.sum() - 1e-6).all()
    assert near.loss == defence.loss
    assert near.find_out == defence.find_out


def test_the_change_told_costs_the_lead_and_a_little_less_does_not(garden, defence):
    loss = defence.loss
    assert loss is not None
    total = sum(garden.weights.values())
    now = {one: garden.weights[one] / total for one in CRITERIA}

    def leader(change):
        moved = now[Criterion(loss.criterion)] + change
        rest = (1 - moved) / (1 - now[Criterion(loss.criterion)])
        weights = {one: share * rest for one, share in now.items()}
        weights[Criterion(loss.criterion)] = moved
        return actions.reweight(garden, weights).site_order.index[0]

    first = garden.site_order.index[0]
    assert leader(loss.change * 0.98) == first
    assert leader(loss.change * 1.02) == loss.column


def test_the_leader_holds_its_place_between_the_ends(garden, defence):
    hold = next(one for one in defence.holds if one.criterion == defence.loss.criterion)
    assert hold.low <= hold.now <= hold.high
    nearer = min(hold.now - hold.low, hold.high - hold.now)
    assert nearer <= abs(defence.loss.change) + 1e-9
    assert {one.criterion for one in defence.holds} == set(CRITERIA)


def test_nothing_on_a_front_is_beaten(garden, defence):
    board = garden.site_board
    cost = board.values[board.criteria.index(Criterion.COST)]
    keep = garden.columns.standing
    for criterion, front in defence.fronts.items():
        line = board.values[board.criteria.index(criterion)]
        for column in front:
            beaten = keep & (line >= line[column]) & (cost >= cost[column])
            beaten &= (line > line[column]) | (cost > cost[column])
            assert not beaten.any()
    assert set(defence.fronts) == {"fit", "subsidy", "uplift"}


def test_every_method_tells_its_first_three_and_its_weakness(garden, defence):
    assert [one.method for one in defence.methods] == list(Method)
    for one in defence.methods:
        wishes = replace(garden.wishes, method=one.method)
        ordered = actions.reweight(replace(garden, wishes=wishes), garden.weights)
        assert one.first == tuple(ordered.site_order.index[:3].tolist())
        assert one.weakness.code.startswith("method_weakness_")


def test_places_that_are_left_out_have_no_share_and_no_rank(garden, defence):
    assert garden.excluded
    columns = {offer.site.id: column for column, offer in enumerate(garden.sites)}
    for one in garden.excluded:
        assert defence.robustness.top10[columns[one.site_id]] == 0
        assert defence.ranks[:, columns[one.site_id]].tolist() == [0, 0]
    best, worst = defence.ranks[:, garden.site_order.index]
    assert best.min() == 1
    assert (best <= worst).all()
    assert worst.max() <= len(best)
    # the leader can be first, and ranks fall off down the list
    assert best[0] == 1
    assert np.median(worst[:10]) < np.median(worst[-10:])


def test_what_no_city_published_neither_helps_nor_hurts_it(garden):
    def with_ceiling(ceiling):
        sites = tuple(
            replace(one, subsidy=replace(one.subsidy, ceiling=ceiling))
            if one.site.city_zh == "成都"
            else one
            for one in garden.sites
        )
        return finish(actions.defend(replace(garden, sites=sites))).robustness

    unknown, whole, much, little = map(with_ceiling, (None, 300_000.0, 5e6, 1_000.0))
    assert np.array_equal(unknown.first, whole.first)
    assert np.array_equal(unknown.first, much.first)
    assert unknown.first[garden.columns.in_city("成都")].sum() > (
        little.first[garden.columns.in_city("成都")].sum()
    )


def test_with_nobody_left_there_is_nothing_to_defend(garden):
    out = tuple(Excluded(one.site.id, ()) for one in garden.sites)
    # a ranking made anew: what is worked out of the offers belongs to them
    nobody = Ranking(
        garden.sites,
        (),
        garden.site_board,
        replace(garden.city_board, ids=(), values=garden.city_board.values[:, :0]),
        garden.weights,
        garden.site_order,
        garden.city_order,
        excluded=out,
    )
    found = finish(actions.defend(nobody))
    assert found.robustness.samples == 0
    assert found.robustness.first.max() == 0
    assert found.loss is None
    assert found.find_out == ()
    assert found.holds == ()
    assert all(one.first == () for one in found.methods)


def test_without_weights_there_is_no_lead_to_lose(garden):
    found = finish(actions.defend(actions.reweight(garden, {})))
    assert found.loss is None
    assert found.holds == ()
    assert found.find_out == ()
    assert float(found.as_known.first.sum()) == pytest.approx(1, abs=1e-3)


def test_a_place_that_stands_outside_the_weighed_sum_is_named_by_it(garden, defence):
    # the chosen method changes the list, not what is said of the weighted sum
    wishes = replace(garden.wishes, method=Method.PROMETHEE)
    other = finish(actions.defend(actions.reweight(replace(garden, wishes=wishes), garden.weights)))
    assert other.loss == defence.loss
    assert other.find_out == defence.find_out
    assert np.array_equal(other.robustness.first, defence.robustness.first)

"""TOPSIS, PROMETHEE II and VIKOR: published tables to the printed digit, oracles, invariances."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymcdm import methods as oracle
from pymcdm import normalizations
from skcriteria import mkdm
from skcriteria.agg.simple import WeightedSumModel
from skcriteria.agg.topsis import TOPSIS
from skcriteria.agg.vikor import VIKOR

from geo.match import order_by, weakness
from geo.match.methods import net_flows, topsis, unit_length, vikor
from geo.model import Method
from geo.phrases import load_phrases
from tests.geo.match.boards import made, random_board, small_boards, weighed

ROOT = Path(__file__).parents[3]
EXAMPLES = json.loads((ROOT / "tests/reference/mcda.json").read_text("utf-8"))["examples"]
ALONE = [Method.WEIGHTED_SUM, Method.TOPSIS, Method.VIKOR]


def published(method):
    return [
        pytest.param(one, id=one["source"][:24])
        for one in EXAMPLES
        if one["method"].startswith(method)
    ]


def matrix_of(example):
    """Criteria in rows, more is better."""
    return (np.array(example["matrix"], float) * example["types"]).T


def printed(found, figures):
    """Whether ``found`` is ``figures`` as printed: equal when rounded to as many digits."""
    digits = max(len(str(float(figure)).split(".")[1]) for figure in figures)
    return np.round(found, digits) == pytest.approx(figures, abs=1e-12)


@pytest.mark.parametrize("example", published("TOPSIS"))
def test_topsis_agrees_with_the_published_tables(example):
    matrix, weights = matrix_of(example), np.array(example["weights"])
    if example["normalisation"] == "vector":
        matrix = unit_length(matrix)
    else:
        low = matrix.min(axis=1, keepdims=True)
        matrix = (matrix - low) / (matrix.max(axis=1, keepdims=True) - low)
    found = topsis(matrix, weights)
    assert printed(found, example["score"])
    if "rank" in example:
        assert (np.argsort(np.argsort(-found)) + 1).tolist() == example["rank"]


@pytest.mark.parametrize("example", published("VIKOR"))
def test_vikor_agrees_with_the_published_tables(example):
    found = vikor(matrix_of(example), np.array(example["weights"]))
    for name, figures in (("S", found.s), ("R", found.r), ("Q", found.q)):
        if name in example:
            assert printed(figures, example[name])


@pytest.mark.parametrize("example", published("PROMETHEE"))
def test_promethee_agrees_with_the_published_table(example):
    found = net_flows(matrix_of(example), np.array(example["weights"]))
    assert printed(found, example["net_flow"])


@pytest.mark.parametrize("example", published("SPOTIS"))
def test_the_sum_on_fixed_bounds_agrees_with_spotis(example):
    matrix, bounds = np.array(example["matrix"]), np.array(example["bounds"], float)
    value = (matrix - bounds[:, 0]) / (bounds[:, 1] - bounds[:, 0])
    value = np.where(np.array(example["types"]) > 0, value, 1 - value)
    found = order_by(made(value.T), weighed(example["weights"])).scores
    assert printed(1 - found, example["score_low_is_best"])


PROBLEMS = [(seed, size, count) for seed, (size, count) in enumerate([(2, 3), (4, 20), (8, 60)])]


def problem(seed, size, count):
    """Matrix (N, K) of positive figures, weights, and which criteria are costs."""
    rng = np.random.default_rng(seed)
    matrix = rng.lognormal(2, 1, (count, size))
    return matrix, rng.dirichlet(np.ones(size)), rng.choice([-1, 1], size)


@pytest.mark.parametrize("which", PROBLEMS)
def test_pymcdm_says_the_same(which):
    matrix, weights, types = problem(*which)
    ours = (matrix * types).T
    theirs = oracle.TOPSIS(normalizations.vector_normalization)(matrix, weights, types)
    assert topsis(unit_length(ours), weights) == pytest.approx(theirs)
    assert vikor(ours, weights).q == pytest.approx(oracle.VIKOR()(matrix, weights, types))
    width = float(np.ptp(matrix))
    for name, indifferent, preferred in (
        ("usual", 0.0, 0.0),
        ("ushape", 0.1, 0.0),
        ("vshape", 0.0, 0.3),
        ("vshape_2", 0.05, 0.3),
    ):
        ends = indifferent * width, preferred * width
        p, q = ([end] * matrix.shape[1] if end else None for end in (ends[1], ends[0]))
        theirs = oracle.PROMETHEE_II(name, p=p, q=q)(matrix, weights, types)
        assert net_flows(ours, weights, *ends) == pytest.approx(theirs, abs=1e-9), name


@pytest.mark.parametrize("which", PROBLEMS)
def test_scikit_criteria_says_the_same(which):
    matrix, weights, _ = problem(*which)
    told = mkdm(matrix, [max] * matrix.shape[1], weights=weights)
    # it is handed what is normalised already, and takes the ideal from the candidates, as ours
    scaled = matrix / np.sqrt((matrix**2).sum(axis=0))
    handed = mkdm(scaled, [max] * matrix.shape[1], weights=weights)
    similar = TOPSIS().evaluate(handed).e_.similarity
    assert topsis(unit_length(matrix.T), weights) == pytest.approx(similar)
    theirs = VIKOR().evaluate(told).e_
    found = vikor(matrix.T, weights)
    assert found.q == pytest.approx(theirs.q_k)
    values = matrix / matrix.max()
    summed = WeightedSumModel().evaluate(mkdm(values, [max] * len(weights), weights=weights))
    ours = order_by(made(values.T), weighed(weights)).scores
    assert ours == pytest.approx(summed.e_.score, abs=1e-6)


@pytest.mark.parametrize("method", Method)
def test_each_weakness_and_name_has_words(method):
    told = load_phrases(ROOT / "assets" / "phrases").templates
    assert weakness(method).code in told
    assert f"method_{method.value}" in told


def ranked(board, weights, method, keep=None):
    return order_by(board, weights, method, keep).index.tolist()


@given(small_boards(), st.sampled_from(ALONE), st.data())
def test_on_absolute_scales_no_candidate_swaps_two_others(made_board, method, data):
    board, weights = made_board
    gone = data.draw(st.integers(0, len(board.ids) - 1))
    keep = np.arange(len(board.ids)) != gone
    everyone = ranked(board, weights, method)
    assert [one for one in everyone if one != gone] == ranked(board, weights, method, keep)


def test_promethee_does_swap_two_others_as_its_weakness_says():
    found = 0
    for seed in range(200):
        board = random_board(seed, 3, 5)
        weights = weighed([1, 1, 1])
        everyone = ranked(board, weights, Method.PROMETHEE)
        keep = np.arange(5) != 4
        found += [i for i in everyone if i != 4] != ranked(board, weights, Method.PROMETHEE, keep)
    assert found > 0


@given(small_boards(), st.sampled_from(list(Method)), st.randoms(use_true_random=False))
def test_scores_do_not_hang_on_the_order_of_the_rows(made_board, method, random):
    board, weights = made_board
    places = list(range(len(board.ids)))
    random.shuffle(places)
    shuffled = order_by(made(board.values[:, places]), weights, method).scores
    assert shuffled == pytest.approx(order_by(board, weights, method).scores[places], abs=1e-6)


@given(small_boards(), st.sampled_from(list(Method)), st.data())
def test_a_better_value_never_costs_a_place(made_board, method, data):
    board, weights = made_board
    column = data.draw(st.integers(0, len(board.ids) - 1))
    row = data.draw(st.integers(0, len(board.criteria) - 1))
    values = board.values.copy()
    values[row, column] = min(1.0, values[row, column] + 0.25)
    before = order_by(board, weights, method).scores
    after = order_by(made(values), weights, method).scores
    # those that were not ahead are not ahead afterwards
    behind = before <= before[column] - 1e-6
    assert (after[behind] <= after[column] + 1e-6).all()


@given(st.integers(0, 50), st.floats(0.1, 50), st.floats(-20, 20))
def test_units_of_a_criterion_do_not_matter(seed, factor, shift):
    matrix, weights, _ = problem(seed, 3, 8)
    matrix = matrix.T
    other = matrix.copy()
    other[1] *= factor
    assert topsis(unit_length(other), weights) == pytest.approx(
        topsis(unit_length(matrix), weights)
    )
    other[1] += shift
    assert vikor(other, weights).q == pytest.approx(vikor(matrix, weights).q, abs=1e-6)
    assert net_flows(other, weights) == pytest.approx(net_flows(matrix, weights))


@given(small_boards(), st.sampled_from(list(Method)), st.integers(1, 5))
def test_weights_count_by_their_proportions(made_board, method, factor):
    board, weights = made_board
    more = {one: 2**factor * weight for one, weight in weights.items()}
    assert ranked(board, weights, method) == ranked(board, more, method)


def test_what_is_dropped_is_not_compared():
    board = random_board(1, 3, 30)
    keep = np.arange(30) % 3 == 0
    for method in Method:
        found = order_by(board, weighed([1, 2, 3]), method, keep)
        assert sorted(found.index.tolist()) == np.flatnonzero(keep).tolist()
        assert np.isneginf(found.scores[~keep]).all()
        alone = order_by(made(board.values[:, keep]), weighed([1, 2, 3]), method)
        assert found.scores[keep] == pytest.approx(alone.scores)


def test_candidates_all_alike_and_alone():
    for values in ([[0.5], [0.5]], [[0.5] * 3, [0.2] * 3]):
        for method in Method:
            scores = order_by(made(values), weighed([1, 1]), method).scores
            assert np.ptp(scores) == 0
    assert topsis(np.ones((2, 3)), np.ones(2)).tolist() == [0.5] * 3
    assert vikor(np.ones((2, 3)), np.ones(2)).q.tolist() == [0] * 3
    assert net_flows(np.ones((2, 3)), np.zeros(2)).tolist() == [0] * 3
    assert len(order_by(made(np.ones((2, 2))), {}, Method.TOPSIS, np.zeros(2, bool)).index) == 0

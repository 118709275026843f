"""What holds for every ranking: methods, company, weights, open facts, very long catalogues."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo import actions
from geo.model import (
    CRITERIA,
    Criterion,
    Exposure,
    Method,
    Must,
    MustCode,
    Wishes,
)
from tests.geo.actions.shelf import (
    CITIES,
    EXTRA,
    HOME,
    columns,
    in_order,
    ranked,
    row,
    with_sites,
)

CALM = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("method", list(Method))
def test_the_method_orders_sites_and_cities(some, script, method):
    wishes = Wishes(musts=(Must(MustCode.CITY, names=("绍兴",)),), extra=("travel",), method=method)
    weights = {**some.default_weights, "travel": 0.5}
    ranking = ranked(some, script, wishes, cities=CITIES, weights=weights)
    again = actions.reweight(replace(ranking, wishes=wishes), weights)
    assert in_order(again) == in_order(ranking)
    scores = ranking.site_order.scores[ranking.site_order.index]
    assert np.all(np.diff(scores) <= 0)
    assert {ranking.sites[n].site.city_zh for n in ranking.site_order.index} == {"绍兴"}
    hints = {hint.code for hint in ranking.hints if hint.code.startswith("subsidy")}
    assert bool(hints) <= (method is Method.WEIGHTED_SUM)


def test_only_the_weighted_sum_says_from_what_subsidy_a_place_would_lead(some, script):
    # without the fit both cities are alike but for what they cost and what nobody pays yet
    weights = {Criterion.COST: 0.2, Criterion.SUBSIDY: 0.8}
    plain = ranked(some, script, cities=CITIES, weights=weights)
    assert [hint.code for hint in plain.hints if hint.code.endswith("would_lead")]
    other = actions.reweight(replace(plain, wishes=Wishes(method=Method.TOPSIS)), weights)
    assert not [hint.code for hint in other.hints if hint.code.endswith("would_lead")]


def carries_craft(ws, script, site):
    terms = {need.term for scene in script.scenes for need in scene.culture}
    words = [word for term in terms for word in ws.vocabulary.culture[term].in_catalogue]
    return any(word in f"{site.name_zh}{site.notes_zh}" for word in words)


@CALM
@given(
    st.integers(0, 23),
    st.sampled_from([Method.WEIGHTED_SUM, Method.TOPSIS, Method.VIKOR]),
    st.fixed_dictionaries({code: st.floats(0.01, 1) for code in (*CRITERIA, "travel", "risk")}),
)
def test_a_place_that_comes_or_goes_never_swaps_two_others(
    ws, catalogue, some, script, victim, method, weights
):
    wishes = Wishes(extra=("travel", "risk"), method=method)
    whole = ranked(some, script, wishes, cities=CITIES, weights=weights)
    gone = catalogue[victim % len(catalogue)]
    if carries_craft(ws, script, gone):
        # the city itself is another without the place where its craft lives
        return
    left = with_sites(ws, [site for site in catalogue if site is not gone])
    without = ranked(left, script, wishes, cities=CITIES, weights=weights)
    assert in_order(without) == [one for one in in_order(whole) if one != gone.id]


@CALM
@given(
    st.fixed_dictionaries({code: st.floats(0.01, 1) for code in (*CRITERIA, "travel", "risk")}),
    st.sampled_from([*CRITERIA, "travel", "risk"]),
    st.floats(0.01, 5),
    st.data(),
)
def test_more_weight_where_one_is_better_never_lowers_it_against_the_other(
    some, script, weights, code, more, data
):
    before = ranked(some, script, EXTRA, cities=CITIES, weights=weights)
    after = actions.reweight(before, {**weights, code: weights[code] + more})
    standing = before.site_order.index.tolist()
    one, other = (data.draw(st.sampled_from(standing)) for _ in range(2))
    values = row(before, code)
    if values[one] >= values[other] and standing.index(one) < standing.index(other):
        places = after.site_order.index.tolist()
        scores = after.site_order.scores
        assert places.index(one) < places.index(other) or scores[one] == pytest.approx(
            scores[other]
        )


def test_the_ends_of_a_fit_hold_when_somebody_has_looked(ws, catalogue, script):
    def looked(exposure):
        return [
            replace(
                site,
                scene_types=tuple(
                    replace(had, exposure=exposure) if had.exposure is Exposure.UNKNOWN else had
                    for had in site.scene_types
                ),
            )
            for site in catalogue
        ]

    now = ranked(with_sites(ws, catalogue), script, cities=CITIES)
    settled = [
        ranked(with_sites(ws, looked(exposure)), script, cities=CITIES)
        for exposure in (Exposure.INSIDE, Exposure.OUTSIDE)
    ]
    opened = 0
    for column, offer in enumerate(now.sites):
        could = [answer.sites[column].fit for answer in settled]
        assert offer.fit_low <= min(offer.fit, *could) + 1e-6
        assert offer.fit_high >= max(offer.fit, *could) - 1e-6
        opened += offer.fit_high > offer.fit_low
    assert opened > 5


def test_of_a_great_many_only_the_best_of_each_city_are_priced(ws, catalogue, script):
    few = replace(ws.rules, priced_per_city=4)
    mine = replace(catalogue[-1], by_hand=True, scene_types=())
    sites = (*catalogue[:-1], mine)
    whole = ranked(with_sites(ws, sites), script, EXTRA, cities=CITIES)
    part = ranked(with_sites(ws, sites, rules=few), script, EXTRA, cities=CITIES)
    assert part.unpriced == len(sites) - len(part.sites) == len(sites) - 9
    assert mine.id in columns(part)
    at = columns(whole)
    kept = [at[offer.site.id] for offer in part.sites]
    assert kept == sorted(kept)
    assert np.array_equal(part.site_board.values, whole.site_board.values[:, kept])
    out = {one.site_id for one in whole.excluded}
    for city in CITIES:
        fits = {
            offer.site.id: offer.fit
            for offer in whole.sites
            if offer.site.city_zh == city and offer.site.id not in out
        }
        priced = [fits[one] for one in columns(part) if one in fits and one != mine.id]
        left = [fit for one, fit in fits.items() if one not in columns(part)]
        assert min(priced) >= max(left)


def test_a_must_have_leaves_room_for_the_places_that_keep_it(ws, catalogue, script):
    few = replace(ws.rules, priced_per_city=2)
    only = Wishes(musts=(Must(MustCode.CITY, names=("绍兴",)),))
    part = ranked(with_sites(ws, catalogue, rules=few), script, only, cities=CITIES)
    assert len(part.site_order.index) == 2
    assert len(part.sites) == 4


def test_a_very_long_catalogue_tells_where_it_is(ws, catalogue, script):
    many = [replace(site, id=f"{site.id}-{n}") for n in range(100) for site in catalogue]
    few = replace(ws.rules, priced_per_city=10)
    shelf = with_sites(ws, many, rules=few)
    steps = list(actions.rank(shelf, script, HOME, ws.default_weights, CITIES))
    matched = [step.done for step in steps if step.code == "rank_match"]
    assert matched == sorted(matched)
    assert len(set(matched)) >= 3
    assert {step.code for step in steps} == {"rank_match", "rank_price", "rank_cities"}

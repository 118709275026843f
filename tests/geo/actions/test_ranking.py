"""The rows of a ranking: what each criterion counts, and nothing twice."""

from dataclasses import replace

import pytest

from geo import actions
from geo.errors import FactsError
from geo.match import great_circle_km
from geo.model import (
    CRITERIA,
    Criterion,
    Effect,
    Must,
    MustCode,
    OwnCriterion,
    OwnValue,
    PermitBook,
    ProjectFacts,
    Wishes,
)
from tests.geo.actions.shelf import (
    CITIES,
    EXTRA,
    columns,
    ranked,
    row,
    rule,
    with_sites,
)

NEAR = Must(MustCode.NEAR, 200.0)
QUIET = OwnCriterion(
    "own.1",
    "吵不吵",
    "分贝",
    80,
    30,
    {"a": OwnValue(40, 60), "b": OwnValue(90, 90), "c": OwnValue(20, 20)},
)


def test_without_wishes_the_board_has_the_four(some, script):
    plain = ranked(some, script, cities=CITIES)
    assert plain.site_board.criteria == plain.city_board.criteria == CRITERIA
    assert (plain.wishes, plain.unpriced) == (Wishes(), 0)


def test_the_way_is_measured_on_a_straight_line(some, script):
    ranking = ranked(some, script, EXTRA, cities=CITIES)
    assert ranking.site_board.criteria == (*CRITERIA, "travel", "risk")
    home = actions.locate("上海")
    for column, offer in enumerate(ranking.sites):
        km = great_circle_km((offer.site.lat, offer.site.lon), (home.lat, home.lon))
        assert offer.travel_km == pytest.approx(km, rel=1e-6)
        assert row(ranking, "travel")[column] == pytest.approx(1 - km / 1500, abs=1e-6)
    for column, town in enumerate(ranking.cities):
        there = actions.locate(town.city)
        km = great_circle_km((there.lat, there.lon), (home.lat, home.lon))
        assert row(ranking, "travel", "city_board")[column] == pytest.approx(1 - km / 1500)


def test_without_a_home_city_the_way_is_not_known_and_moves_nothing(some, script):
    ranking = ranked(some, script, EXTRA, facts=ProjectFacts(), cities=CITIES)
    assert {offer.travel_km for offer in (*ranking.sites, *ranking.cities)} == {None}
    assert not row(ranking, "travel").any()
    assert "travel" in ranking.idle
    near = ranked(some, script, Wishes(musts=(NEAR,)), facts=ProjectFacts(), cities=CITIES)
    assert {reason.code for offer in near.sites for reason in offer.asks} == {"ask_must_base"}
    with pytest.raises(FactsError, match="home_city_unknown"):
        ranked(some, script, facts=ProjectFacts({"crew.home_city": "无此城"}), cities=CITIES)


def test_risk_is_the_share_of_scenes_that_somebody_must_agree_to(ws, catalogue, script):
    ruled = with_sites(ws, catalogue, permits=PermitBook((rule(Effect.ASK, inside=True),)))
    ranking = ranked(ruled, script, EXTRA, cities=CITIES)
    shares = set()
    for column, offer in enumerate(ranking.sites):
        asked = [match for match in offer.matches if match.findings]
        share = len(asked) / len(offer.matches) if offer.matches else 0.0
        assert offer.risk == pytest.approx(share)
        # who serves nothing gains nothing by needing nobody's leave
        worth = 1 - share if offer.matches else 0.0
        assert row(ranking, "risk")[column] == pytest.approx(worth)
        shares.add(share)
    assert len(shares) > 2
    for town in ranking.cities:
        offers = {offer.site.id: offer for offer in ranking.sites}
        plan = zip(town.sites, town.takes, strict=True)
        taken = [
            match
            for site, ids in plan
            for match in offers[site].matches
            if match.scene_id in set(ids)
        ]
        assert len(taken) == len(town.covered)
        assert town.risk == pytest.approx(sum(bool(m.findings) for m in taken) / len(taken))


def test_trouble_that_risk_counts_is_told_in_the_fit_and_not_counted_again(some, script):
    plain, weighed = (ranked(some, script, wishes, cities=CITIES) for wishes in (None, EXTRA))

    def flags(ranking):
        return {
            (match.site_id, match.scene_id): part
            for offer in ranking.sites
            for match in offer.matches
            for part in match.parts
            if part.code == "flags"
        }

    before, after = flags(plain), flags(weighed)
    assert before
    assert set(before) <= set(after)
    assert all(part.factor < 1 for part in before.values())
    assert {part.factor for part in after.values()} == {1.0}
    told = [m.reasons for offer in weighed.sites for m in offer.matches]
    assert any(reason.code == "fit_flags" for reasons in told for reason in reasons)
    # the rest of a fit is the same
    fits = {(m.site_id, m.scene_id): m.fit for offer in plain.sites for m in offer.matches}
    again = {(m.site_id, m.scene_id): m.fit for offer in weighed.sites for m in offer.matches}
    untouched = set(fits) - set(before)
    assert {key: again[key] for key in untouched} == {key: fits[key] for key in untouched}
    assert all(again[key] == pytest.approx(fits[key] / before[key].factor, abs=1e-3)
               for key in before)  # fmt: skip


def own_sites(catalogue):
    """Three places of one city that serve the script, called a, b and c."""
    return [
        replace(site, id=name, parent=None)
        for site, name in zip(
            [one for one in catalogue if one.city_zh == "苏州"], "abc", strict=False
        )
    ]


def test_a_criterion_of_ones_own_by_hand(ws, catalogue, script):
    told = ranked(
        with_sites(ws, own_sites(catalogue)),
        script,
        Wishes(extra=("own.1",), own=(QUIET,)),
        cities=("苏州",),
    )
    # 80 decibels score 0, 30 score 1: 40 to 60 is 50, so 0.6; beyond an end is the end
    by_id = columns(told)
    values = row(told, "own.1")
    assert [round(float(values[by_id[name]]), 4) for name in "abc"] == [0.6, 0.0, 1.0]
    (town,) = told.cities
    worth = {"a": 0.6, "b": 0.0, "c": 1.0}
    scenes = [len(ids) for ids in town.takes]
    mean = sum(worth[s] * n for s, n in zip(town.sites, scenes, strict=True)) / sum(scenes)
    assert row(told, "own.1", "city_board")[0] == pytest.approx(mean)
    nobody = replace(QUIET, values={})
    silent = ranked(
        with_sites(ws, own_sites(catalogue)),
        script,
        Wishes(extra=("own.1",), own=(nobody,)),
        cities=("苏州",),
    )
    assert not row(silent, "own.1").any()
    assert "own.1" in silent.idle


def test_criteria_and_weights_need_not_agree(some, script):
    gone = Wishes(extra=("own.9", "risk"))
    weights = {Criterion.COST: 0.5, "own.7": 3.0, "risk": 0.5}
    ranking = ranked(some, script, gone, cities=CITIES, weights=weights)
    assert ranking.site_board.criteria == (*CRITERIA, "own.9", "risk")
    assert not row(ranking, "own.9").any()
    column = int(ranking.site_order.index[0])
    expected = 0.5 * row(ranking, "cost")[column] + 0.5 * row(ranking, "risk")[column]
    assert ranking.site_order.scores[column] == pytest.approx(expected)
    same = replace(QUIET, worst=5.0, best=5.0)
    flat = ranked(some, script, Wishes(extra=("own.1",), own=(same,)), cities=CITIES)
    assert not row(flat, "own.1").any()

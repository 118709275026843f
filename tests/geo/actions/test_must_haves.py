"""Must-haves and rules: who is left out, why, and that no score hears of it."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo import actions
from geo.model import (
    Basis,
    Criterion,
    Effect,
    Hire,
    Must,
    MustCode,
    PermitBook,
    Wishes,
)
from geo.present import console
from geo.progress import finish
from tests.geo.actions.shelf import (
    CITIES,
    HOME,
    columns,
    in_order,
    ranked,
    rule,
    with_sites,
)

CALM = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
STAGE = Must(MustCode.STAGE)

MUSTS = st.lists(
    st.one_of(
        st.just(STAGE),
        st.builds(lambda km: Must(MustCode.NEAR, km), st.floats(0, 400)),
        st.builds(lambda cap: Must(MustCode.PRICE, cap), st.floats(0, 2e4)),
        st.builds(lambda name: Must(MustCode.CITY, names=(name,)), st.sampled_from(CITIES)),
    ),
    max_size=3,
)


@CALM
@given(MUSTS)
def test_a_must_have_never_touches_a_score(some, script, musts):
    free = ranked(some, script, cities=CITIES)
    strict = ranked(some, script, Wishes(musts=tuple(musts)), cities=CITIES)
    assert strict.site_board.ids == free.site_board.ids
    assert np.array_equal(strict.site_board.values, free.site_board.values)
    out = {one.site_id for one in strict.excluded}
    assert in_order(strict) == [one for one in in_order(free) if one not in out]
    assert {one.site_id for one in free.excluded} <= out
    for town in strict.cities:
        assert not out & set(town.sites)
    for one in strict.excluded:
        codes = {reason.code for reason in one.because}
        assert codes
        assert one.by_rule is not any(code.startswith("must_") for code in codes)
        offer = strict.sites[columns(strict)[one.site_id]]
        assert offer.reasons[: len(one.because)] == one.because


def test_a_city_without_a_place_left_covers_nothing(some, script):
    only = Wishes(musts=(Must(MustCode.CITY, names=("苏州",)),))
    towns = {town.city: town for town in ranked(some, script, only, cities=CITIES).cities}
    assert (towns["绍兴"].covered, towns["绍兴"].sites, towns["绍兴"].fit) == ((), (), 0)
    assert towns["绍兴"].cost.total.mid is None
    assert [reason.code for reason in towns["绍兴"].reasons[:1]] == ["city_serves"]
    assert "city_sites" not in {reason.code for reason in towns["绍兴"].reasons}
    assert towns["苏州"].covered


def test_a_city_without_a_place_left_is_never_first(some, script):
    only = Wishes(musts=(Must(MustCode.CITY, names=("苏州",)),))
    weights = {Criterion.SUBSIDY: 1.0, Criterion.COST: 1.0}
    ranking = ranked(some, script, only, cities=CITIES, weights=weights)
    column = ranking.city_board.ids.index("绍兴")
    assert not ranking.city_board.values[:, column].any()
    assert ranking.city_order.index.tolist()[-1] == column
    shares = finish(actions.defend(ranking)).cities
    assert shares.first[column] == shares.top3[column] == 0
    assert shares.first.sum() == pytest.approx(1)


def test_with_no_place_left_anywhere_no_city_has_a_share(some, script):
    nowhere = Wishes(musts=(Must(MustCode.CITY, names=("成都",)),))
    ranking = ranked(some, script, nowhere, cities=CITIES)
    assert not finish(actions.defend(ranking)).cities.first.any()
    told = console.ranking_lines(ranking, some.phrases, "zh", 5)
    assert not [line for line in told if line.startswith("为什么是")]


def test_a_criterion_that_only_places_left_out_differ_in_is_idle(ws, catalogue, script):
    here = [site for site in catalogue if site.city_zh == "苏州"][:2]
    twins = [replace(here[0], id=f"twin{n}") for n in range(2)]
    only = Wishes(musts=(Must(MustCode.CITY, names=("苏州",)),))
    others = [site for site in catalogue if site.city_zh == "绍兴"]
    ranking = ranked(with_sites(ws, [*twins, *others]), script, only, cities=CITIES)
    assert set(ranking.idle) == set(ranking.site_board.criteria)


def test_a_city_named_twice_is_one_city(some, script):
    ranking = ranked(some, script, cities=("苏州", "绍兴", "苏州"))
    assert [town.city for town in ranking.cities] == ["苏州", "绍兴"]


def test_cities_side_by_side_are_priced_by_the_places_of_the_ranking(some, script):
    strict = Wishes(musts=(Must(MustCode.STAGE), Must(MustCode.NO_RISK)))
    towns = {town.city: town for town in ranked(some, script, strict, cities=CITIES).cities}
    for one in finish(actions.compare(some, script, HOME, CITIES, wishes=strict)):
        assert one.cost.ranked == towns[one.city].cost.ranked


def test_told_prices_are_held_against_the_cap(ws, catalogue, script):
    def asking(site, amount, per):
        return replace(site, hires=(Hire(amount, per, Basis.QUOTED, "办公室", "2026-11-22"),))

    first, second, third, *rest = catalogue
    sites = [asking(first, 9_000, "day"), asking(second, 3_000, "half_day"), third, *rest]
    capped = Wishes(musts=(Must(MustCode.PRICE, 6_000.0),))
    ranking = ranked(with_sites(ws, sites), script, capped, cities=CITIES)
    out = {one.site_id: one for one in ranking.excluded}
    (reason,) = [r for r in out[first.id].because if r.code == "must_price"]
    assert (reason.values["low"], reason.values["cap"]) == (9_000, 6_000)
    assert second.id not in out
    asked = {offer.site.id: offer.asks for offer in ranking.sites}
    assert asked[second.id] == ()
    assert [one.code for one in asked[third.id]] == ["ask_must_price"]


def test_a_rule_bars_until_the_day_it_ends(ws, catalogue, script):
    yesterday, today = date(2026, 5, 1), date(2026, 5, 2)
    book = PermitBook((rule(Effect.EXCLUDED, valid_to=yesterday),))
    ruled = with_sites(ws, catalogue, permits=book)
    barred = ranked(ruled, script, cities=CITIES, today=yesterday)
    free = ranked(ruled, script, cities=CITIES, today=today)
    assert len(barred.site_order.index) < len(barred.sites)
    assert all(one.by_rule for one in barred.excluded)
    assert all(offer.lost for offer in barred.sites if offer.reasons[0].code == "permit_excluded")
    assert free.excluded == ()
    assert len(free.site_order.index) == len(free.sites)
    agreed = Wishes(agreed=frozenset({barred.excluded[0].site_id}))
    let_in = ranked(ruled, script, agreed, cities=CITIES, today=yesterday)
    assert barred.excluded[0].site_id in in_order(let_in)
    assert len(let_in.excluded) == len(barred.excluded) - 1


def test_no_risk_leaves_out_what_needs_a_permit_scene_by_scene(ws, catalogue, script):
    book = PermitBook((rule(Effect.PERMIT, inside=True),))
    ruled = with_sites(ws, catalogue, permits=book)
    free = ranked(ruled, script, cities=CITIES)
    safe = ranked(ruled, script, Wishes(musts=(Must(MustCode.NO_RISK),)), cities=CITIES)

    def papers(ranking):
        return {
            (match.site_id, match.scene_id)
            for offer in ranking.sites
            for match in offer.matches
            if any(finding.effect is Effect.PERMIT for finding in match.findings)
        }

    assert papers(free)
    assert papers(safe) == set()
    fits = {(m.site_id, m.scene_id): m for offer in free.sites for m in offer.matches}
    for offer in safe.sites:
        for match in offer.matches:
            before = fits[match.site_id, match.scene_id]
            assert match.fit <= before.fit
            assert match.fit == before.fit or match.served != before.served
    partly = [offer for offer in safe.sites if offer.lost and offer.matches]
    assert partly
    assert {offer.site.id for offer in partly} <= set(in_order(safe))
    out = {one.site_id: one for one in safe.excluded}
    assert all(one.by_rule and one.because[0].code == "permit_permit" for one in out.values())


def test_places_left_out_are_counted_and_three_of_them_named(some, script):
    strict = ranked(some, script, Wishes(musts=(STAGE,)), cities=CITIES)
    (hint,) = [one for one in strict.hints if one.code == "sites_excluded"]
    assert hint.values["n"] == len(strict.excluded) > 3
    assert hint.values["sites"] == "、".join(one.name for one in strict.excluded[:3]) + "…"

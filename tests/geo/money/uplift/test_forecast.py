"""Forecasts: the published table, closed forms by quadrature, caps, and numbers kept apart."""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Basis, Range
from geo.money import Spot, forecast, forecasts
from geo.money.uplift.exposure import Case, case_of, gross_visits
from geo.money.uplift.model import percentiles, quarter_shares, shared_draws
from geo.phrases import load_phrases
from tests.geo.money.made import CALM, facts, site

COUNTY = 9_000_000
NORMAL = NormalDist()
# printed with the model: county of 9 million visitors, normal access, 930 yuan a visit. Each end
# with half a unit of its last printed figure.
UNRELEASED, HIT, GREAT = None, 230_000_000, 2_000_000_000
# more plays than there are: every draw meets its cap
ALL = 1e14
TABLE = [
    ("named", UNRELEASED, ((0, 0.5), (7, 0.5), (470, 5)),
     ((100, 50), (7e3, 500), (0.44e6, 5e3)), 0.23),
    ("story", UNRELEASED, ((0, 0.5), (18, 0.5), (1200, 50)),
     ((300, 50), (17e3, 500), (1.1e6, 5e4)), 0.32),
    ("story", HIT, ((180, 5), (2600, 50), (37e3, 500)),
     ((0.17e6, 5e3), (2.4e6, 5e4), (35e6, 5e5)), 0.94),
    ("story", GREAT, ((1600, 50), (22e3, 500), (322e3, 500)),
     ((1.5e6, 5e4), (21e6, 5e5), (303e6, 5e5)), 0.99),
]  # fmt: skip


def spot(**changes):
    return Spot("county", "city", ("某县",), "B", COUNTY)._replace(**changes)


def uplift(model, place=None, **values):
    return forecast(place or spot(), facts(**values), model)


def told(prominence, plays, **values):
    plays = {} if plays is None else {"work__plays": plays}
    return {"place__prominence": prominence, "place__access": "normal", **plays, **values}


def ends(found):
    return found.low, found.mid, found.high


def error(model, value, share, sd):
    """Standard error of a quantile of something lognormal, of two runs together."""
    density = NORMAL.pdf(NORMAL.inv_cdf(share)) / sd
    return value * math.sqrt(2 * share * (1 - share) / model.draws) / density


@pytest.mark.parametrize(("prominence", "plays", "visits", "money", "share"), TABLE)
def test_the_published_table(model, prominence, plays, visits, money, share):
    values = told(prominence, plays, crew__size=75, shoot__days=7.5)
    found = uplift(model, **values)
    sd = math.hypot(2.0, 2.53 if plays is None else 0.35)
    for printed, got in ((visits, found.visits), (money, found.city_revenue)):
        for (value, half), one, where in zip(printed, ends(got), (0.1, 0.5, 0.9), strict=True):
            assert abs(one - value) <= half + 3 * error(model, value, where, sd), (value, one)
    # both runs count draws: the error of a share, and half a printed percent
    noise = 3 * math.sqrt(2 * share * (1 - share) / model.draws)
    assert found.exceeds_crew == pytest.approx(share, abs=0.005 + noise)


def test_a_studio_set_brings_nothing_in_the_table_either(model):
    found = uplift(model, **told("studio", UNRELEASED))
    assert ends(found.visits) == ends(found.city_revenue) == (0, 0, 0)
    assert found.exceeds_crew == 0


def net_quantile(share, median, sd):
    """Quantile of lognormal x (1 - Beta(2, 3)) by quadrature: no draws, no product code."""
    kept = np.linspace(0, 1, 4001)[1:]
    weight = 12 * kept**2 * (1 - kept)
    low, high = math.log(median) - 30, math.log(median) + 30
    for _ in range(60):
        middle = (low + high) / 2
        z = (middle - np.log(kept) - math.log(median)) / sd
        below = float(np.mean(weight * 0.5 * np.array([math.erfc(-x / math.sqrt(2)) for x in z])))
        low, high = (middle, high) if below < share else (low, middle)
    return math.exp((low + high) / 2)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_visits_against_quadrature(model, share):
    found = uplift(model, spot(visitors=None), **told("story", HIT))
    sd = math.hypot(2.0, 0.35)
    wanted = net_quantile(share, HIT * 2e-5, sd)
    got = dict(zip((0.1, 0.5, 0.9), ends(found.visits), strict=True))[share]
    assert got == pytest.approx(wanted, abs=3 * error(model, wanted, share, sd))


def test_an_unreleased_title_against_quadrature(model):
    """The clip at the record hardly moves the middle."""
    found = uplift(model, spot(visitors=None), **told("named", UNRELEASED))
    sd = math.hypot(2.53, 2.0)
    wanted = net_quantile(0.5, math.exp(14.30) * 2e-5 * 0.4, sd)
    assert found.visits.mid == pytest.approx(wanted, abs=3 * error(model, wanted, 0.5, sd))


def test_the_share_kept_is_that_of_the_prior(model):
    kept = shared_draws(model).kept
    assert float(kept.mean()) == pytest.approx(0.6, abs=0.005)
    assert np.percentile(1 - kept, [10, 90]) == pytest.approx([0.14, 0.68], abs=0.01)


def test_the_market_is_the_one_of_the_shares(model):
    """45% of titles under 1 million plays, 63% under 5 million, 4.3% over 100 million."""
    prior = model.of("plays")
    plays = np.exp(prior["log_mean"] + prior["log_sd"] * shared_draws(model).plays)
    for limit, share in ((1e6, 0.45), (5e6, 0.63), (1e8, 0.957)):
        assert float((plays < limit).mean()) == pytest.approx(share, abs=0.06)
    # the check that is printed with the model
    assert float((plays > 1e9).mean()) == pytest.approx(0.0056, abs=0.002)


def test_no_title_beats_the_record(model):
    visits = gross_visits(model, Case(None, "story", "normal"))
    assert float((visits / shared_draws(model).visits_per_play).max()) == pytest.approx(4.44e9)


@pytest.mark.parametrize("place", [spot(shows=False), Spot.of_site(site(), shows=False)])
def test_a_place_nobody_can_tell_is_credited_with_nobody_and_says_so(model, place):
    hidden = uplift(model, place)
    studio = uplift(model, place._replace(shows=True), place__prominence="studio")
    for each in (hidden, studio):
        assert ends(each.visits) == ends(each.takings.site) == (0, 0, 0)
        assert {each.visits.method, each.city_revenue.method} == {"method.place_not_shown"}
        assert each.reasons[0].code == "uplift_place_not_shown"
        assert each.crew_spending.mid > 0
        assert each.takings.jobs.mid > 0
        assert [ends(quarter) for quarter in each.quarters] == [(0, 0, 0)] * 4


def test_unset_prominence_mixes_three_levels(model):
    mixed = uplift(model)
    unnamed, story = (uplift(model, place__prominence=each) for each in ("unnamed", "story"))
    assert unnamed.visits.mid < mixed.visits.mid < story.visits.mid
    assert "uplift_prominence_unset" in [reason.code for reason in mixed.reasons]
    assert uplift(model, place__prominence="famous") == mixed


def test_access_scales_every_draw(model):
    free = spot(visitors=None)
    normal, poor, easy = (
        uplift(model, free, place__prominence="named", place__access=each)
        for each in ("normal", "poor", "easy")
    )
    assert poor.visits.mid == pytest.approx(normal.visits.mid * 0.5)
    assert easy.visits.high == pytest.approx(normal.visits.high * 1.3)
    assert "uplift_access_normal" not in [reason.code for reason in normal.reasons]
    assert "uplift_access_normal" in [reason.code for reason in uplift(model, free).reasons]


def test_plays_replace_the_prior(model):
    hit = uplift(model, **told("story", HIT))
    assert hit.visits.mid > 100 * uplift(model, place__prominence="story").visits.mid
    assert (hit.reasons[0].code, hit.visits.method) == (
        "uplift_observed",
        "method.exposure_observed",
    )
    assert uplift(model, work__plays=0) == uplift(model)
    assert case_of(facts(work__plays=5), model).plays == 5


@pytest.mark.parametrize(("scale", "times"), [("A", 2.40), ("B", 0.90), ("C", 0.66)])
def test_the_plausibility_cap_of_each_size(model, scale, times):
    """When every draw meets the cap, what is left is the cap times the share kept."""
    found = uplift(model, spot(scale=scale, visitors=1_000.0), **told("story", ALL))
    # Beta(3, 2): 10% at 0.32, 90% at 0.86
    assert found.capped == "plausible"
    shares = [end / (1_000 * times) for end in ends(found.visits)]
    assert shares == pytest.approx([0.3205, 0.6143, 0.8573], abs=0.01)
    reason = next(each for each in found.reasons if each.code == "uplift_cap_binds")
    assert reason.values == {"visitors": 1_000, "times": times}


def test_the_cap_does_not_bind_where_hardly_a_draw_meets_it(model):
    found = uplift(model, spot(visitors=1e9), **told("named", UNRELEASED))
    assert found.capped == ""
    assert {"uplift_capped", "uplift_no_capacity"} <= {each.code for each in found.reasons}


def test_no_visitor_count_no_cap(model):
    found = uplift(model, spot(visitors=None), **told("story", GREAT))
    assert found.capped == ""
    assert "uplift_no_visitor_count" in [each.code for each in found.reasons]
    assert found.visits.high > uplift(model, spot(visitors=1e5), **told("story", GREAT)).visits.high


def test_capacity_leaves_what_room_there_is(model):
    place = Spot.of_site(site(annual_visitors=300_000, closed_weekdays=(0,)))
    values = told("story", ALL)
    full = forecast(place, facts(**{**values, "site__one.daily_limit": 1_000.0}), model)
    # 1,000 a day on 6 of 7 days leave 12,857 visits
    room = 1_000 * 365 * 6 / 7 - 300_000
    assert full.capped == "capacity"
    assert full.visits.high == pytest.approx(room * 0.86, rel=0.02)
    reason = next(each for each in full.reasons if each.code == "uplift_capacity_binds")
    assert reason.values["room"] == pytest.approx(room)
    # full already: nobody fits in
    none = forecast(place, facts(**{**values, "site__one.daily_limit": 500.0}), model)
    assert ends(none.visits) == (0, 0, 0)
    assert none.capped == "capacity"
    # a wide limit leaves the other cap to bind, and says nothing of unknown capacity
    wide = forecast(place, facts(**{**values, "site__one.daily_limit": 1e9}), model)
    assert wide.capped == "plausible"
    assert "uplift_no_capacity" not in [each.code for each in wide.reasons]


def test_capacity_without_a_visitor_count_says_nothing(model):
    values = {**told("story", GREAT), "city__county.daily_limit": 1.0}
    assert uplift(model, spot(visitors=None), **values).capped == ""


def test_open_every_day_unless_told(model):
    assert Spot.of_site(site()).open_share is None
    assert Spot.of_site(site(closed_weekdays=())).open_share == 1
    assert Spot.of_site(site(closed_weekdays=(0, 1))).open_share == pytest.approx(5 / 7)
    place = Spot.of_site(site(annual_visitors=100_000))
    found = forecast(place, facts(**{**told("story", ALL), "site__one.daily_limit": 300.0}), model)
    assert found.visits.high == pytest.approx((300 * 365 - 100_000) * 0.86, rel=0.02)


def test_visitors_you_know_replace_the_published_ones(model):
    place = Spot.of_site(site(annual_visitors=10_000_000))
    values = {**told("story", GREAT), "site__one.visitors": 1_000.0}
    assert forecast(place, facts(**values), model).visits.high < 2_400


def test_visits_you_counted_replace_the_exposure(model):
    site_place = Spot.of_site(site(annual_visitors=100_000))
    counted = {"site__one.extra_visits": 50_000.0}
    at_site = forecast(site_place, facts(**counted, place__prominence="studio"), model)
    # 50,000 give or take 10,000, of which six in ten are new to the city
    assert at_site.takings.site.mid == pytest.approx(50_000 * math.sqrt(50 * 85), rel=0.02)
    assert at_site.mean_visits == pytest.approx(30_000, rel=0.02)
    assert at_site.visits.method == "method.exposure_measured"
    assert at_site.visits.sources == ()
    assert at_site.reasons[0].values["count"] == 50_000
    assert at_site.capped == ""
    for_city = forecast(spot(), facts(**{"city__county.extra_visits": 5e6}), model)
    # a count of the whole city is net already
    assert for_city.visits.mid == pytest.approx(5e6, rel=0.01)
    assert for_city.visits.high - for_city.visits.mid == pytest.approx(1.2816 * 0.9e6, rel=0.03)
    plain = forecast(spot(visitors=None), facts(**{"city__county.extra_visits": 5e6}), model)
    assert ends(plain.visits) == (5e6, 5e6, 5e6)


def test_spending_is_the_place_s_own_where_it_was_published(model):
    values = told("story", HIT)
    nation = uplift(model, **values)
    jiangmen = uplift(model, spot(names=("江门",)), **values)
    for end, other in zip(ends(jiangmen.city_revenue), ends(nation.city_revenue), strict=True):
        assert end == pytest.approx(other * 1096 / 930)
    assert jiangmen.city_revenue.sources[0].supports == ("spend_jiangmen",)
    assert "uplift_spend_own" in [each.code for each in jiangmen.reasons]
    assert "uplift_spend_own" not in [each.code for each in nation.reasons]
    # a site takes the figure of its district before that of its city
    qujiang = Spot.of_site(site(district_zh="衢江区", city_zh="衢州"))
    told_there = forecast(qujiang, facts(**values), model)
    assert told_there.city_revenue.sources[0].supports == ("spend_qujiang",)
    mine = uplift(model, spot(names=("江门",)), **values, **{"city__county.spend": 500.0})
    assert mine.city_revenue.mid == pytest.approx(nation.city_revenue.mid * 500 / 930)
    assert mine.city_revenue.sources[0].publisher == "project"


def test_every_published_spending_is_used(model, costs):
    published = {
        key for key in costs.facts
        if key.startswith("spend_") and not key.startswith(("spend_national", "spend_site"))
    }  # fmt: skip
    assert {own.source.supports[0] for own in model.own_spend.values()} == published


def test_the_site_takes_its_own_small_money(model):
    """50 to 85 a visit on gross visits: never the spending of the city."""
    found = uplift(model, spot(visitors=None), **told("story", HIT))
    sd = math.hypot(2.0, 0.35)
    wanted = HIT * 2e-5 * math.sqrt(50 * 85)
    assert found.takings.site.mid == pytest.approx(wanted, abs=3 * error(model, wanted, 0.5, sd))
    takings = shared_draws(model).takings
    assert np.percentile(takings, [10, 90]) == pytest.approx([50, 85], rel=0.001)


def test_quarters_add_up_and_halve_every_four_months(model):
    shares = quarter_shares(model)
    assert [round(share * 100) for share in shares] == [46, 28, 16, 10]
    assert sum(shares) == pytest.approx(1)
    assert shares[0] / shares[1] == pytest.approx(2 ** (3 / 4))
    found = uplift(model, **told("story", HIT))
    for end in ("low", "mid", "high"):
        whole = sum(getattr(quarter, end) for quarter in found.quarters)
        assert whole == pytest.approx(getattr(found.visits, end))


def test_crew_spending_is_the_chongqing_figure(model):
    """75 people for 7.5 days leave 80,000: 16 million over 200 crews; log sd 0.6."""
    spent = uplift(model, crew__size=75, shoot__days=7.5).crew_spending
    assert spent.mid == pytest.approx(80_000, rel=0.003)
    spread = math.exp(0.6 * NORMAL.inv_cdf(0.9))
    assert ends(spent) == pytest.approx(
        (spent.mid / spread, spent.mid, spent.mid * spread), rel=0.002
    )
    # Qujiang's 92,000 per title is the independent check
    assert spent.low < 92_000 < spent.high
    days = Range(2, 2, 2, "days", Basis.ESTIMATED)
    here = uplift(model, spot(days=days), crew__size=75).crew_spending
    assert here.mid == pytest.approx(75 * 2 * 142, rel=0.01)


def test_unknown_days_are_those_of_the_project_or_the_published_ones(model):
    blank = Range(0.0, None, None, "days", Basis.UNKNOWN)
    assert uplift(model, spot(days=blank), shoot__days=4) == uplift(model, shoot__days=4)
    jobs = uplift(model, crew__size=50).takings.jobs
    assert ends(jobs) == pytest.approx([1.7 * 50 * days / 250 for days in (5, 7, 10)], rel=0.001)


def test_jobs_of_one_ordinary_shoot(model):
    """About 3.8 full-time years; 1.95 times that in the country; local only where told."""
    takings = uplift(model, crew__size=75, shoot__days=7.5).takings
    assert ends(takings.jobs) == pytest.approx((3.825,) * 3)
    assert takings.jobs_nation.mid == pytest.approx(1.95 * 3.825)
    assert takings.jobs_nation.method == "method.jobs_nation"
    assert not takings.jobs_local.known
    local = uplift(model, crew__size=75, shoot__days=7.5, jobs__local_share=0.4).takings.jobs_local
    assert local.mid == pytest.approx(0.4 * 3.825)
    for wrong in (1.5, -0.1, "half"):
        assert not uplift(model, jobs__local_share=wrong).takings.jobs_local.known


def test_three_numbers_are_never_summed(model):
    one = uplift(model, crew__size=40, shoot__days=5, place__prominence="named")
    more = uplift(model, crew__size=400, shoot__days=5, place__prominence="named")
    assert more.crew_spending.mid == pytest.approx(10 * one.crew_spending.mid)
    assert (more.city_revenue, more.visits) == (one.city_revenue, one.visits)
    assert more.takings.site == one.takings.site
    assert more.exceeds_crew < one.exceeds_crew
    assert one.reasons[-1].code == "uplift_three_numbers"
    assert (one.visits.unit, one.city_revenue.unit) == ("visits/12mo", "CNY")


def test_every_reason_and_method_is_told_in_both_languages(model, assets):
    phrases = load_phrases(assets / "phrases")
    hit = told("story", GREAT)
    small = spot(visitors=1_000.0)
    found = [
        uplift(model),
        uplift(model, spot(visitors=None, shows=False)),
        uplift(model, spot(visitors=None, names=("江门",)), **hit),
        uplift(model, small, **hit, **{"city__county.daily_limit": 3.0}),
        uplift(model, small, **{"city__county.extra_visits": 3.0}, jobs__local_share=0.5),
        uplift(model, spot(visitors=1e9)),
        uplift(model, small, **hit),
    ]
    methods = set()
    for each in found:
        takings = (each.takings.site, each.takings.jobs, each.takings.jobs_nation)
        figures = (each.visits, each.city_revenue, each.crew_spending, *takings)
        methods |= {figure.method for figure in (*figures, *each.quarters)}
        for one in each.reasons:
            assert all(phrases.tell(one, lang) != one.code for lang in ("zh", "en"))
    methods.add(found[4].takings.jobs_local.method)
    assert len(methods) >= 10
    assert all(phrases.say(method, lang) != method for method in methods for lang in ("zh", "en"))
    assert phrases.say("unit.jobs", "zh") != "unit.jobs"


def test_money_is_in_whole_fen(model):
    found = uplift(model, **told("named", UNRELEASED))
    for each in (found.city_revenue, found.takings.site, found.crew_spending):
        for end in ends(each):
            assert end == round(end, 2)


def test_weak_inputs_are_called_weak(model):
    weak = {key for key, each in model.parameters.items() if each.strength == "weak"}
    assert {"visits_per_play", "prominence", "access", "displacement"} <= weak
    assert model.parameters["half_life"].strength == "assumption"
    assert "uplift_weak" in [each.code for each in uplift(model).reasons]


def test_many_places_at_once_are_what_each_is_alone(model):
    """More places than a block takes, all different, in their order."""
    values = facts(**told("story", HIT))
    places = [spot(key=str(n), visitors=1_000.0 * n or None) for n in range(150)]
    together = forecasts(places, values, model)
    for n in (0, 1, 63, 64, 65, 127, 128, 149):
        assert together[n] == forecast(places[n], values, model)
    caps = [each.visits.high for each in together[1:]]
    assert caps == sorted(caps)
    assert forecasts((), values, model) == ()


@CALM
@given(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=50))
def test_percentiles_are_those_of_the_library(values):
    wanted = np.percentile(values, [10, 50, 90])
    assert percentiles(np.array(values)) == pytest.approx(wanted, abs=1e-3)


def test_places_that_are_alike_share_the_answer(model):
    one, other = forecasts([Spot.of_site(site()), Spot.of_site(site(id="two"))], facts(), model)
    assert one is other


def test_a_city_is_a_prefecture_and_a_county_is_none():
    assert Spot.of_city("苏州", "320500").scale == "C"
    assert Spot.of_city("上海", "310000").scale == "C"
    assert Spot.of_city("泗洪县", "321324").scale == "B"
    assert Spot.of_site(site()).scale == "A"


def test_the_same_question_has_the_same_answer(model):
    again = replace(model)
    assert again != model
    assert uplift(again, **told("story", HIT)) == uplift(model, **told("story", HIT))


@CALM
@given(
    visitors=st.floats(1, 1e8),
    more=st.floats(1, 100),
    plays=st.floats(1, 4e9),
    limit=st.floats(1, 1e5),
)
def test_more_visitors_never_lower_the_gain_and_a_limit_never_raises_it(
    model, visitors, more, plays, limit
):
    values = told("story", plays)
    small, large = (spot(visitors=each) for each in (visitors, visitors * more))
    first, second = forecasts([small, large], facts(**values), model)
    tight = forecast(small, facts(**values, **{"city__county.daily_limit": limit}), model)
    for a, b, c in zip(ends(first.visits), ends(second.visits), ends(tight.visits), strict=True):
        assert 0 <= c <= a <= b
    assert first.visits.high <= visitors * 0.9

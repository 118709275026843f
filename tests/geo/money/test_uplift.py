"""Uplift: the printed forecasts of the model, its caps, and three numbers kept apart."""

from __future__ import annotations

import math

import numpy as np
import pytest

from geo.model import Basis, Range
from geo.money import forecast, load_uplift
from geo.money.uplift.forecast import Case, gross_visits, net_visits, outcome_of
from geo.money.uplift.model import shared_draws
from tests.geo.money.made import facts, site

COUNTY = 9_000_000
# county of 9 million visitors, normal access: net visits 10, 50, 90% as printed with the model
TABLE = [
    (None, "named", (0.11, 7, 470), 0.23),
    (None, "story", (0.28, 18, 1_200), 0.32),
    (2.3e8, "story", (180, 2_600, 37_000), 0.94),
    (2e9, "story", (1_600, 22_000, 322_000), 0.99),
]


def uplift(model, place=None, **values):
    return forecast(place, facts(**values), model)


@pytest.mark.parametrize(("plays", "prominence", "printed", "_share"), TABLE)
def test_the_printed_forecasts(model, plays, prominence, printed, _share):
    case = Case(plays, prominence, "normal")
    outcome = outcome_of(model, case, COUNTY * model.u_max["B"])
    # a tenth is the Monte Carlo error of both runs and the rounding of the table
    assert outcome.visits == pytest.approx(printed, rel=0.1)


@pytest.mark.parametrize(("plays", "prominence", "_printed", "share"), TABLE)
def test_how_often_visits_bring_more_than_the_crew_spends(
    model, plays, prominence, _printed, share
):
    visits = net_visits(model, Case(plays, prominence, "normal"), None)
    revenue = visits * shared_draws(model).spend
    rng = np.random.default_rng(5)
    crew = 80_000 * np.exp(model.crew_spend.log_sd * rng.standard_normal(model.draws))
    assert float((revenue > crew).mean()) == pytest.approx(share, abs=0.015)


def test_the_median_has_a_closed_form(model):
    """Without caps the log of gross visits is normal, so its median is the product of medians."""
    shared = shared_draws(model)
    gross = net_visits(model, Case(2.3e8, "story", "normal"), None) / shared.kept
    assert float(np.median(gross)) == pytest.approx(2.3e8 * 2e-5, rel=0.03)
    spread = float(np.log(gross).std())
    assert spread == pytest.approx(math.hypot(2.0, 0.35), rel=0.01)


def test_the_share_kept_is_that_of_the_prior(model):
    kept = shared_draws(model).kept
    assert float(kept.mean()) == pytest.approx(0.6, abs=0.005)
    assert np.percentile(1 - kept, [10, 90]) == pytest.approx([0.14, 0.68], abs=0.01)


def test_the_market_is_the_one_of_the_shares(model):
    """45% of titles under 1 million plays, 63% under 5 million, 4.3% over 100 million."""
    plays = model.plays.median * np.exp(model.plays.log_sd * shared_draws(model).plays_normal)
    for limit, share in ((1e6, 0.45), (5e6, 0.63), (1e8, 0.957)):
        assert float((plays < limit).mean()) == pytest.approx(share, abs=0.06)


def test_no_title_beats_the_record(model):
    visits = gross_visits(model, Case(None, "story", "normal"))
    assert float((visits / shared_draws(model).visits_per_play).max()) == pytest.approx(4.44e9)


@pytest.mark.parametrize("place", [None, site()])
def test_a_place_nobody_can_tell_brings_nobody(model, place):
    hidden = forecast(place, facts(), model, shows_place=False)
    studio = uplift(model, place, place__prominence="studio")
    for each in (hidden, studio):
        assert (each.visits.low, each.visits.mid, each.visits.high) == (0, 0, 0)
        assert each.mean_visits == 0
        assert each.reasons[0].code == "uplift_place_not_shown"
        assert each.crew_spending.mid > 0


def test_unset_prominence_mixes_three_levels(model):
    mixed = uplift(model)
    unnamed, story = (uplift(model, place__prominence=each) for each in ("unnamed", "story"))
    assert unnamed.visits.mid < mixed.visits.mid < story.visits.mid
    assert unnamed.mean_visits < mixed.mean_visits < story.mean_visits
    assert "uplift_prominence_unset" in [reason.code for reason in mixed.reasons]
    assert uplift(model, place__prominence="famous") == mixed


def test_access_scales_every_draw(model):
    normal, poor, easy = (
        uplift(model, place__prominence="named", place__access=each)
        for each in ("normal", "poor", "easy")
    )
    assert poor.visits.mid == pytest.approx(normal.visits.mid * 0.5)
    assert easy.visits.high == pytest.approx(normal.visits.high * 1.3)
    assert "uplift_access_normal" not in [reason.code for reason in normal.reasons]


def test_plays_replace_the_prior(model):
    hit = uplift(model, place__prominence="story", work__plays=230_000_000)
    assert hit.visits.mid > 100 * uplift(model, place__prominence="story").visits.mid
    assert hit.reasons[0].code == "uplift_observed"
    assert uplift(model, work__plays=0) == uplift(model)


def test_the_cap_is_the_upper_end_of_the_reference_class(model):
    tiny = site(annual_visitors=1000, annual_visitors_year=2024)
    values = {"place__prominence": "story", "work__plays": 4_000_000_000}
    capped = uplift(model, tiny, **values)
    assert capped.visits.high <= 1000 * model.u_max["A"]
    assert "uplift_capped" in [reason.code for reason in capped.reasons]
    free = uplift(model, site(), **values)
    assert free.visits.high > 100_000
    assert "uplift_no_visitor_count" in [reason.code for reason in free.reasons]
    assert uplift(model, None, **values).visits == free.visits


def test_the_median_is_shown_not_the_mean(model):
    forecasted = uplift(model, place__prominence="named")
    assert forecasted.mean_visits > 50 * forecasted.visits.mid
    assert forecasted.visits.low < forecasted.visits.mid < forecasted.visits.high


def test_crew_spending_is_the_chongqing_figure(model):
    """75 people for 7.5 days leave 80,000: 16 million over 200 crews."""
    spent = uplift(model, crew__size=75, shoot__days=7.5).crew_spending
    assert spent.mid == pytest.approx(80_000, rel=0.002)
    # Qujiang's 92,000 per title is the independent check
    assert spent.low < 92_000 < spent.high
    days = Range(2, 2, 3, "days", Basis.ESTIMATED)
    here = forecast(None, facts(crew__size=75), model, days=days).crew_spending
    assert here.mid == pytest.approx(75 * 2 * 142)


def test_three_numbers_are_never_summed(model):
    one = uplift(model, site(), crew__size=40, shoot__days=5, place__prominence="named")
    more = uplift(model, site(), crew__size=400, shoot__days=5, place__prominence="named")
    assert more.crew_spending.mid == pytest.approx(10 * one.crew_spending.mid)
    assert more.city_revenue == one.city_revenue
    assert more.visits == one.visits
    assert (one.visits.unit, one.city_revenue.unit) == ("visits/12mo", "CNY")


def test_the_same_question_has_the_same_answer(model, assets, money):
    again = load_uplift(assets / "money" / "uplift.yaml", money.costs)
    assert forecast(None, facts(), again).visits == forecast(None, facts(), model).visits

"""How firm the order is: shares over every weighting, and the calls that could change the top."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from geo import actions
from geo.model import CRITERIA, Basis, Criterion, Hire, ProjectFacts
from geo.progress import finish

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def garden(ws):
    script = finish(actions.read_script(ws, ROOT / "assets/samples/yiqu_gusu.fdx"))
    return script, finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights))


@pytest.fixture(scope="module")
def defence(garden):
    return finish(actions.defend(garden[1]))


def test_somebody_is_first_under_every_weighting(defence):
    shares = defence.robustness
    assert float(shares.first.sum()) == pytest.approx(1, abs=1e-3)
    assert float(shares.top3.sum()) == pytest.approx(3, abs=1e-2)
    assert np.all(shares.first <= shares.top3 + 1e-6)
    assert np.all(shares.top3 <= shares.top10 + 1e-6)


def test_the_change_told_costs_the_lead_and_a_little_less_does_not(garden, defence):
    ranking, loss = garden[1], defence.loss
    assert loss is not None
    total = sum(ranking.weights.values())
    now = {one: ranking.weights[one] / total for one in CRITERIA}

    def leader(change):
        moved = now[Criterion(loss.criterion)] + change
        rest = (1 - moved) / (1 - now[Criterion(loss.criterion)])
        weights = {one: share * rest for one, share in now.items()}
        weights[Criterion(loss.criterion)] = moved
        return actions.reweight(ranking, weights).site_order.index[0]

    first = ranking.site_order.index[0]
    assert leader(loss.change * 0.98) == first
    assert leader(loss.change * 1.02) != first


def test_calls_worth_making_come_greatest_first_and_are_open(garden, defence):
    ranking = garden[1]
    gains = [one.gain for one in defence.find_out]
    assert gains
    assert gains == sorted(gains, reverse=True)
    assert all(0 < gain <= 1 for gain in gains)
    offers = {offer.site.id: offer for offer in ranking.sites}
    for one in defence.find_out:
        if one.fact == "venue":
            assert offers[one.site_id].cost.per_day.mid is None
        if one.fact == "subsidy":
            assert offers[one.site_id].subsidy.ceiling > offers[one.site_id].subsidy.counted


def test_a_price_that_was_told_is_not_asked_for_again(ws, garden, defence):
    script, ranking = garden
    asked = next(one for one in defence.find_out if one.fact == "venue")
    site = next(offer.site for offer in ranking.sites if offer.site.id == asked.site_id)
    told = replace(site, hires=(Hire(4000.0, "day", Basis.QUOTED, "办公室", "2026-11-22"),))
    actions.save_site(ws, told)
    try:
        again = finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights))
        facts = finish(actions.defend(again)).find_out
        assert (asked.site_id, "venue") not in {(one.site_id, one.fact) for one in facts}
    finally:
        actions.save_site(ws, site)


def test_places_that_rules_bar_tell_the_rule_and_never_lead(garden, defence):
    ranking = garden[1]
    offers = {offer.site.id: (column, offer) for column, offer in enumerate(ranking.sites)}
    assert ranking.excluded
    for one in ranking.excluded:
        column, offer = offers[one.site_id]
        assert offer.fit == 0
        assert offer.reasons[: len(one.because)] == one.because
        assert defence.robustness.top10[column] == 0
    hint = next(hint for hint in ranking.hints if hint.code == "sites_excluded")
    assert hint.values["n"] == len(ranking.excluded)
    assert all(one.name in str(hint.values["sites"]) for one in ranking.excluded)

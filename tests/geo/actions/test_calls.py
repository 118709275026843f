"""The calls worth making: what is open, what is asked, and that what is promised comes true."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from geo import actions
from geo.actions.open_figures import city_figures, joined, site_cells
from geo.model import (
    Basis,
    Criterion,
    Exposure,
    Hire,
    OwnCriterion,
    OwnValue,
    ProjectFacts,
    Wishes,
)
from geo.progress import finish

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 4, 1)
SIGNAL = OwnCriterion("own.1", "信号", "格", 0.0, 5.0)


@pytest.fixture(scope="module")
def script(ws):
    return finish(actions.read_script(ws, ROOT / "assets/samples/yiqu_gusu.fdx"))


def ranked(ws, script, wishes=Wishes(), weights=None):  # noqa: B008 (frozen)
    weights = ws.default_weights if weights is None else weights
    return finish(actions.rank(ws, script, ProjectFacts(), weights, (), TODAY, wishes=wishes))


@pytest.fixture(scope="module")
def garden(ws, script):
    return ranked(ws, script)


@pytest.fixture(scope="module")
def calls(garden):
    return finish(actions.defend(garden)).find_out


def cells_of(ranking, kind):
    """Column and ends of every open cell of a kind."""
    figures = joined(list(site_cells(ranking)))
    spread = figures.spread
    return {
        int(column): (low, mid, high, int(fact))
        for column, low, mid, high, fact in zip(
            spread.columns, spread.low, spread.mid, spread.high, spread.facts, strict=True
        )
        if figures.kinds[fact] == kind
    }


def test_an_unpriced_venue_is_anything_from_free_to_the_stated_charge(garden):
    found = cells_of(garden, "venue")
    for column, (low, mid, high, _) in found.items():
        cost = garden.sites[column].cost
        if cost.per_day.mid is None:
            assert low == pytest.approx(mid, abs=1e-6)
            assert mid == pytest.approx((80_000 - cost.ranked) / 75_000, abs=1e-6)
            assert high == pytest.approx((80_000 - cost.priced.mid) / 75_000, abs=1e-6)
    assert not set(found) & set(np.flatnonzero(~garden.columns.standing))


def test_a_class_of_prices_is_open_over_the_venue_alone(garden):
    found = cells_of(garden, "venue")
    by_class = [column for column in found if garden.sites[column].cost.per_day.mid is not None]
    assert by_class
    for column in by_class:
        cost = garden.sites[column].cost
        venue = next(line.amount for line in cost.lines if line.code == "venue")
        low, mid, high, _ = found[column]
        # what the crew eats is as unsure everywhere, and so tells no places apart
        assert high - mid == pytest.approx((venue.mid - venue.low) / 75_000, abs=1e-6)
        assert mid - low == pytest.approx((venue.high - venue.mid) / 75_000, abs=1e-6)


def test_a_city_is_one_question_for_all_its_places(garden):
    found = cells_of(garden, "subsidy")
    facts = {}
    for column, (*_, fact) in found.items():
        facts.setdefault(garden.sites[column].site.city_zh, set()).add(fact)
    assert all(len(numbers) == 1 for numbers in facts.values())
    assert len(set().union(*facts.values())) == len(facts) > 1


def test_what_can_be_shot_inside_is_open_between_the_ends_of_the_fit(garden):
    seen = cells_of(garden, "inside")
    for column, offer in enumerate(garden.sites):
        low = offer.fit if offer.fit_low is None else offer.fit_low
        high = offer.fit if offer.fit_high is None else offer.fit_high
        if column in seen:
            assert seen[column][0] == pytest.approx(min(low / 0.5, 1), abs=1e-6)
            assert seen[column][2] == pytest.approx(min(high / 0.5, 1), abs=1e-6)
        elif garden.columns.standing[column]:
            assert min(high / 0.5, 1) - min(low / 0.5, 1) < 1e-6


def test_an_own_value_is_open_over_what_was_said_or_over_everything(ws, script, garden):
    first, second, third = (garden.sites[c].site.id for c in garden.site_order.index[:3])
    said = {first: OwnValue(4.0, 4.0), second: OwnValue(1.0, 3.0)}
    own = replace(SIGNAL, values=said)
    ranking = ranked(ws, script, Wishes(extra=("own.1",), own=(own,)))
    found = cells_of(ranking, "own.1")
    place = ranking.columns.of_site
    assert place[first] not in found
    assert found[place[second]][:3] == pytest.approx((0.2, 0.4, 0.6))
    low, mid, high, _ = found[place[third]]
    assert (low, high) == (0, 1)
    assert np.isnan(mid)


def test_less_may_be_better_on_an_own_scale(ws, script, garden):
    first = garden.sites[garden.site_order.index[0]].site.id
    own = replace(SIGNAL, worst=30.0, best=0.0, values={first: OwnValue(6.0, 12.0)})
    ranking = ranked(ws, script, Wishes(extra=("own.1",), own=(own,)))
    found = cells_of(ranking, "own.1")[ranking.columns.of_site[first]]
    assert found[:3] == pytest.approx((0.6, 0.7, 0.8))


def test_a_city_is_as_open_by_an_own_criterion_as_its_chosen_places(ws, script, garden):
    town = garden.cities[0]
    chosen = dict(zip(town.sites, map(len, town.takes), strict=True))
    known = next(iter(chosen))
    own = replace(SIGNAL, values={known: OwnValue(5.0, 5.0)})
    ranking = ranked(ws, script, Wishes(extra=("own.1",), own=(own,)))
    figures = city_figures(ranking)
    at = [
        number
        for number, fact in enumerate(figures.spread.facts)
        if figures.kinds[fact] == "own.1" and figures.spread.columns[number] == 0
    ]
    if len(chosen) == 1:
        assert at == []
    else:
        assert figures.spread.low[at] == pytest.approx([chosen[known] / sum(chosen.values())])
        assert figures.spread.high[at] == pytest.approx([1])


def test_calls_come_most_telling_first_and_name_what_and_whom(ws, garden, calls):
    gains = [one.gain for one in calls]
    assert 0 < len(gains) <= 12
    assert gains == sorted(gains, reverse=True)
    offers = {offer.site.id: offer for offer in garden.sites}
    for one in calls:
        assert 0 <= one.first <= one.gain <= 1 + 1e-9
        assert one.way in {"call", "visit", "write"}
        assert one.city == offers[one.site_id].site.city_zh
        for reason in (one.about, one.whom, one.lifts):
            for lang in ("zh", "en"):
                if reason is not None:
                    told = ws.phrases.tell(reason, lang)
                    assert told != reason.code
                    assert "None" not in told
    assert {one.fact for one in calls} >= {"venue", "subsidy", "inside"}


def test_a_subsidy_question_names_an_award_whose_sum_is_open(garden, calls):
    offers = {offer.site.id: offer for offer in garden.sites}
    asked = [one for one in calls if one.fact == "subsidy"]
    assert len({one.city for one in asked}) == len(asked)
    for one in asked:
        subsidy = offers[one.site_id].subsidy
        named = next(each for each in subsidy.policies if each.policy_id == one.policy_id)
        assert not named.failed
        assert named.counts
        assert subsidy.ceiling is not None or named.ceiling is None
        assert one.about.values["policy"] == named.title
        if named.issuer == named.region:
            assert one.whom.code == "find_out_whom_bureau"
        else:
            assert one.whom.values["issuer"] == named.issuer
    assert {one.whom.code for one in asked} == {"find_out_whom_bureau", "find_out_whom_issuer"}


def test_a_question_about_the_inside_names_what_nobody_has_seen(garden, calls):
    offers = {offer.site.id: offer for offer in garden.sites}
    asked = next(one for one in calls if one.about.code == "find_out_inside")
    site = offers[asked.site_id].site
    unknown = {had.scene_type for had in site.scene_types if had.exposure is Exposure.UNKNOWN}
    assert set(asked.about.values["types"].split(",")) <= unknown
    assert asked.way == "visit"


def test_a_price_that_low_does_lead_and_a_little_more_does_not(ws, script, garden, calls):
    asked = next(one for one in calls if one.lifts and one.lifts.code == "find_out_cheap")
    lead = garden.sites[garden.site_order.index[0]].site.id
    assert asked.site_id != lead
    site = next(offer.site for offer in garden.sites if offer.site.id == asked.site_id)

    def first_at(price):
        told = replace(site, hires=(Hire(price, "day", Basis.QUOTED, "办公室", "2026-04-01"),))
        actions.save_site(ws, told)
        try:
            return finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights, (), TODAY))
        finally:
            actions.save_site(ws, site)

    most = float(asked.lifts.values["amount"])
    told = first_at(most)
    assert told.sites[told.site_order.index[0]].site.id == asked.site_id
    dearer = first_at(most + 300)
    assert dearer.sites[dearer.site_order.index[0]].site.id == lead
    # and what is told is not asked for again
    again = finish(actions.defend(told)).find_out
    assert (asked.site_id, "venue") not in {(one.site_id, one.fact) for one in again}


def test_a_subsidy_that_high_does_lead(garden, calls):
    asked = next(one for one in calls if one.lifts and one.lifts.code == "find_out_paid")
    board = garden.site_board
    row = board.criteria.index(Criterion.SUBSIDY)
    names = {offer.site.name_zh: column for column, offer in enumerate(garden.sites)}

    def leader(amount):
        values = board.values.copy()
        values[row, garden.columns.in_city(asked.city)] = amount / 300_000
        scores = sum(garden.weights[one] * values[i] for i, one in enumerate(board.criteria))
        scores[~garden.columns.standing] = -1
        return int(np.argmax(scores))

    least = asked.lifts.values["amount"]
    assert leader(least) == names[asked.lifts.values["site"]]
    assert leader(least - 1_500) == garden.site_order.index[0]


def test_an_own_value_that_good_does_lead(ws, script, garden):
    ids = [garden.sites[c].site.id for c in garden.site_order.index[:4]]
    own = replace(SIGNAL, values=dict.fromkeys(ids[:3], OwnValue(0.0, 0.0)))
    weights = {**ws.default_weights, "own.1": 0.2}
    wishes = Wishes(extra=("own.1",), own=(own,))
    ranking = ranked(ws, script, wishes, weights)
    found = finish(actions.defend(ranking)).find_out
    asked = next(one for one in found if one.site_id == ids[3] and one.fact == "own.1")
    assert asked.lifts.code == "find_out_at_least"
    assert asked.about.values["name"] == "信号"
    assert asked.way == "visit"

    def leader(amount):
        values = {**own.values, ids[3]: OwnValue(amount, amount)}
        known = Wishes(extra=("own.1",), own=(replace(own, values=values),))
        again = ranked(ws, script, known, weights)
        return again.sites[again.site_order.index[0]].site.id

    least = asked.lifts.values["amount"]
    assert leader(least) == ids[3]
    assert leader(least - 0.1) != ids[3]


def test_ranks_told_are_those_of_the_ends(garden, calls):
    board, weights = garden.site_board, garden.weights
    told = [one for one in calls if one.lifts and one.lifts.code == "find_out_worst"]
    for one in told:
        column = garden.columns.of_site[one.site_id]
        low, *_ = cells_of(garden, one.fact)[column]
        values = board.values.copy()
        criterion = {"inside": Criterion.FIT, "venue": Criterion.COST}[one.fact]
        values[board.criteria.index(criterion), column] = low
        scores = sum(weights[each] * values[i] for i, each in enumerate(board.criteria))
        scores[~garden.columns.standing] = -1
        assert one.lifts.values["n"] == (scores > scores[column] + 1e-9).sum() + 1


def test_a_call_and_a_hint_about_one_subsidy_tell_the_same_sum(garden, calls):
    told = {
        one.lifts.values["site"]: one.lifts.values["amount"]
        for one in calls
        if one.lifts is not None and one.lifts.code == "find_out_paid"
    }
    hints = {
        hint.values["site"]: hint.values["amount"]
        for hint in garden.hints
        if hint.code.endswith("would_lead")
    }
    both = set(told) & set(hints)
    assert both
    assert {site: told[site] for site in both} == {site: hints[site] for site in both}


def test_a_sum_told_in_a_hint_is_enough_and_no_more_than_anybody_pays(garden):
    board = garden.site_board
    for hint in garden.hints:
        if not hint.code.endswith("would_lead"):
            continue
        column = board.ids.index(hint.values["site_id"])
        amount = hint.values["amount"]
        assert amount % (1_000 if amount >= 10_000 else 100) == 0
        values = board.values.copy()
        values[board.criteria.index(Criterion.SUBSIDY), column] = amount / 300_000
        again = actions.reweight(
            replace(garden, site_board=replace(board, values=values)), garden.weights
        )
        assert int(again.site_order.index[0]) == column


def test_a_ceiling_too_low_to_lead_is_no_hint(garden):
    def with_ceiling(ceiling):
        sites = tuple(
            replace(one, subsidy=replace(one.subsidy, ceiling=ceiling)) for one in garden.sites
        )
        again = actions.reweight(replace(garden, sites=sites), garden.weights)
        return {
            hint.values["city"]: hint.values["amount"]
            for hint in again.hints
            if hint.code.endswith("would_lead")
        }

    free = with_ceiling(None)
    dearest = max(free.values())
    assert set(with_ceiling(dearest - 5_000)) == {
        city for city, amount in free.items() if amount < dearest
    }
    assert max(with_ceiling(dearest - 1).values()) == dearest - 1

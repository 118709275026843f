"""A change tried in memory is what the whole contest says once it is really made."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from geo import actions
from geo.actions.hosting import budgets
from geo.actions.hosting.after import after
from geo.actions.hosting.budgets import over_weightings, takings_to_pay
from geo.actions.hosting.candidates import candidates
from geo.actions.hosting.changed import NIGHT_NOTE, changed_site, nearer, rebate
from geo.actions.hosting.contest import spread
from geo.actions.hosting.towns import Counter
from geo.errors import FactsError
from geo.match import great_circle_km
from geo.model import Basis, Condition, Exposure, Hire, Kind, ProjectFacts, Range, SiteScene
from geo.model.hosting import Improvement, ImprovementKind, Ours
from geo.money import plan_subsidies
from geo.money.cost.price import stop_at
from geo.money.subsidy.plan_facts import IN_A_ROW
from geo.phrases import LANGUAGES
from geo.progress import finish
from tests.geo.actions.demand_desk import OURS, corpus, played, same_as_ranked, same_contest
from tests.geo.actions.shelf import with_sites

FIND = ImprovementKind


@pytest.fixture(scope="module")
def demand(ws, script):
    return corpus(ws, script)


@pytest.fixture(scope="module")
def game(some, demand):
    return played(some, demand)


def ours(ws):
    return [site for site in ws.store.sites() if site.city_zh == OURS.city]


def used(game):
    """Ids of our places that titles are shot at."""
    return list(dict.fromkeys(one for towns in game.towns for one in towns[0].sites))


def by_hand(site, kind):
    """The change as somebody would type it into the record of the place."""
    if kind is FIND.ADD_SET:
        kept = tuple(one for one in site.scene_types if one.scene_type != "hospital")
        return replace(site, scene_types=(*kept, SiteScene("hospital", Exposure.INSIDE)))
    if kind is FIND.OPEN_INSIDE:
        types = tuple(
            SiteScene(
                one.scene_type,
                Exposure.INSIDE if one.exposure is Exposure.UNKNOWN else one.exposure,
                one.sourced,
            )
            for one in site.scene_types
        )
        return replace(site, scene_types=types)
    if kind is FIND.OPEN_NIGHT:
        return replace(site, opening_note_zh="全天开放")
    per = "base_day" if site.kind is Kind.BASE else "day"
    return replace(site, hires=(Hire(2500.0, per, Basis.PUBLISHED),))


def change(site, kind):
    more = {
        FIND.ADD_SET: {"scene_type": "hospital"},
        FIND.PUBLISH_RATE: {"rate": 2500.0},
    }
    return Improvement(kind, site.id, **more.get(kind, {}))


@pytest.mark.parametrize("kind", [FIND.ADD_SET, FIND.OPEN_INSIDE, FIND.PUBLISH_RATE])
def test_a_change_is_the_same_as_made_by_hand(game, some, demand, kind):
    sites = {site.id: site for site in ours(some)}
    site = sites[used(game)[0]]
    if kind is FIND.OPEN_INSIDE:
        site = next(
            s for s in sites.values() if any(t.exposure is Exposure.UNKNOWN for t in s.scene_types)
        )
    new = by_hand(site, kind)
    assert new != site
    rest = tuple(new if one.id == site.id else one for one in some.store.sites())
    truth = played(with_sites(some, rest), demand)
    then = finish(after(game, change(site, kind)))
    same_contest(then, truth)
    assert then.towns != game.towns
    assert then.touched


def test_opening_at_night_is_the_same_as_made_by_hand(some, demand):
    """A place that is known to shut at five, and titles that are outside by night."""
    shut = tuple(
        replace(site, opening_note_zh="8:30–17:00") if site.kind is not Kind.BASE else site
        for site in some.store.sites()
    )
    dark = with_sites(some, shut)
    game = played(dark, demand)
    site = next(s for s in ours(dark) if s.id in used(game) and s.kind is not Kind.BASE)
    then = finish(after(game, Improvement(FIND.OPEN_NIGHT, site.id)))
    rest = tuple(
        replace(one, opening_note_zh=NIGHT_NOTE) if one.id == site.id else one for one in shut
    )
    same_contest(then, played(with_sites(some, rest), demand))
    assert then.touched
    assert (then.ground.fit >= game.ground.fit).all()
    assert (then.ground.fit > game.ground.fit).any()


def test_a_change_is_also_what_the_ranking_says(game, some, demand):
    site = next(s for s in ours(some) if s.id == used(game)[0])
    new = by_hand(site, FIND.ADD_SET)
    then = finish(after(game, change(site, FIND.ADD_SET)))
    as_if = replace(some, as_if={site.id: new})
    same_as_ranked(replace(game, towns=then.towns, counter=then.counter), as_if)


def test_a_rebate_is_paid_as_its_text_says(game):
    """A tenth of what is spent, at most 4,000, from three days in a row on: worked by hand."""
    change = Improvement(FIND.REBATE, share=0.1, cap=4000.0, days=3)
    then = finish(after(game, change))
    money = budgets.paid(then, "proposed")
    stays = [row[0].stay for row in game.towns]
    assert any(stay is not None and stay.days < 3 for stay in stays) or money.short == 0
    for number, stay in enumerate(stays):
        due = 0.0 if stay is None or stay.in_a_row < 3 else min(4000.0, stay.mid * 0.1)
        assert money.mid[number] == pytest.approx(due, abs=0.01)
        sure = 0.0 if stay is None or stay.in_a_row < 3 else min(4000.0, stay.low * 0.1)
        assert money.low[number] == pytest.approx(sure, abs=0.01)
    for row, old in zip(then.towns, game.towns, strict=True):
        assert row[1:] == old[1:]
        assert replace(row[0], counted=old[0].counted) == old[0]
    assert (then.values >= game.values - 1e-7).all()


def test_a_policy_is_simulated_as_if_it_stood_in_the_book(game, some, demand):
    text = rebate(some, OURS, Improvement(FIND.REBATE, share=0.5, cap=500_000.0, days=1))
    typed = replace(text, id="ours-1", issuer="", status="draft")
    effect = finish(actions.simulate_policy(some, OURS, demand, typed))
    book = replace(
        game.counter.book,
        policies=(*game.counter.book.policies, replace(text, id="ours-1", issuer="苏州")),
    )
    paid = []
    for towns in game.towns:
        stay = towns[0].stay
        had = plan_subsidies(book, {OURS.city: stay}, ProjectFacts(), game.counter.day)
        paid.append(had[OURS.city].counted)
    values = game.values.copy()
    bound = some.rules.city_bounds["subsidy"]
    values[2, :, 0] = np.clip(np.array(paid) / bound.best, 0, 1)
    first, before = game.first(values), game.first()
    more = (first.astype(float) - before) @ game.weights
    assert effect.crews == spread(more, "crews")
    assert effect.already == pytest.approx(float(game.weights[before[-1]].sum()))
    mine = [stay.mid * 0.5 if (stay := t[0].stay) else 0 for t in game.towns]
    assert effect.budget.mid == pytest.approx(float(first[-1] @ (game.weights * mine)), rel=1e-4)
    won = first[-1] & ~before[-1]
    assert effect.titles == tuple(t.id for t, one in zip(demand.titles, won, strict=True) if one)
    spent = [t[0].uplift.crew_spending.mid for t in game.towns]
    assert effect.spending.mid == pytest.approx(float(won @ (game.weights * spent)), abs=0.1)
    assert effect.reasons[0].code == "effect_fair_review"
    assert "effect_as_in_force" in {one.code for one in effect.reasons}
    assert effect.policy is typed


def test_what_hangs_on_facts_nobody_tells_is_not_counted(game, some, demand):
    text = rebate(some, OURS, Improvement(FIND.REBATE, share=0.5, cap=500_000.0))
    asks = replace(text, conditions=(Condition("work.shows_landmark", "==", True),))
    effect = finish(actions.simulate_policy(some, OURS, demand, asks))
    assert effect.crews.mid == 0
    assert not effect.titles
    assert effect.budget.low == 0
    assert effect.budget.mid in (0, None)
    assert not effect.pays.known
    found = next(one for one in effect.reasons if one.code == "effect_open")
    assert "work.shows_landmark" in found.values["facts"]


def test_a_shorter_road_saves_its_kilometres(game, some):
    sites = ours(some)
    site = next(s for s in sites if s.id in used(game))
    costs = game.counter.costs
    detour = costs.assumed["rail_detour"].span.mid
    shorter = nearer(costs, site, 3.0, sites)
    for other in sites:
        if other.id == site.id:
            continue
        way = great_circle_km((site.lat, site.lon), (other.lat, other.lon)) * detour
        road = shorter.roads.find(stop_at(site), stop_at(other))
        assert road.km == pytest.approx(min(way, max(0.5, way - 3.0)))
    nowhere = Improvement(FIND.ROAD, site.id, km=1.0)
    then = finish(after(game, nowhere))
    assert set(then.touched) == {
        n for n, towns in enumerate(game.towns) if site.id in towns[0].sites
    }
    # the same from the beginning, with the roads in the prices
    roads = nearer(costs, site, 1.0, sites)
    had = game.counter
    fresh = Counter(had.ws, had.ours, had.day, had.asked, roads, had.book)
    rows = game.ground.rows(OURS.city)
    for number, towns in enumerate(then.towns):
        town = fresh.town(number, OURS.city, game.ground, rows)
        if number in then.touched:
            assert towns[0] == town


def test_changes_come_best_first_with_their_reasons(some, demand, ws, monkeypatch):
    monkeypatch.setattr("geo.actions.hosting.improving.PLANNED", 1)
    monkeypatch.setattr("geo.actions.hosting.planned.SECONDS", 0.2)
    match = finish(actions.reverse_match(some, OURS, demand))
    steps, job = [], actions.improvements(some, OURS, demand, match)
    while True:
        try:
            steps.append(next(job))
        except StopIteration as end:
            found = end.value
            break
    assert any(step.so_far for step in steps)
    assert [one.crews.mid for one in found] == sorted(
        (one.crews.mid for one in found), reverse=True
    )
    assert any(one.titles for one in found)
    if found[0].titles and found[0].improvement.kind is not FIND.REBATE:
        assert {"gain_plan", "gain_plan_level"} & {reason.code for reason in found[0].because}
    kinds = {one.improvement.kind for one in found}
    assert {FIND.ADD_SET, FIND.PUBLISH_RATE, FIND.REBATE} <= kinds
    for one in found:
        assert one.crews.low <= one.crews.mid <= one.crews.high
        assert one.scenes.low <= one.scenes.mid <= one.scenes.high
        assert one.fair == (one.improvement.kind is FIND.REBATE)
        if one.improvement.kind is not FIND.REBATE:
            # nobody has said what it costs: nothing is made up
            assert not one.improvement.cost.known
            assert not one.per_crew.known
        assert one.because
        for reason in one.because:
            for lang in LANGUAGES:
                said = ws.phrases.tell(reason, lang)
                assert said != reason.code
                assert "{" not in said
        weights = {t.id: t.weight for t in demand.titles}
        assert sum(weights[one] for one in one.titles) >= one.crews.mid


def test_a_cost_as_stated_is_shared_by_the_crews(some, demand, game):
    cost = Range(100_000.0, 200_000.0, 400_000.0, "CNY", Basis.QUOTED)
    site = used(game)[0]
    free = Improvement(FIND.PUBLISH_RATE, site, rate=1.0, cost=cost)
    found = finish(actions.try_improvement(some, OURS, demand, free))
    assert found.improvement.cost is cost
    if found.crews.mid:
        assert found.per_crew.mid == pytest.approx(200_000 / found.crews.mid)
        assert found.per_crew.low == pytest.approx(100_000 / found.crews.high)
    else:
        assert not found.per_crew.known


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("site_unknown", {"kind": FIND.ROAD, "site_id": "nowhere", "km": 1.0}),
        ("improvement_incomplete.scene_type", {"kind": FIND.ADD_SET, "scene_type": "moon"}),
        ("improvement_incomplete.rate", {"kind": FIND.PUBLISH_RATE, "rate": float("nan")}),
        ("improvement_incomplete.km", {"kind": FIND.ROAD}),
        ("improvement_incomplete.share", {"kind": FIND.REBATE, "share": 1.5}),
    ],
)
def test_what_is_left_out_of_a_change_is_asked_for(some, demand, game, code, asked):
    site = asked.pop("site_id", used(game)[0])
    with pytest.raises(FactsError) as caught:
        finish(actions.try_improvement(some, OURS, demand, Improvement(site_id=site, **asked)))
    assert caught.value.code == code


def test_a_district_tries_its_own_places_alone(some, demand, game):
    district = next(s.district_zh for s in ours(some) if s.id in used(game) and s.district_zh)
    part = played(some, demand, Ours(OURS.city, district))
    homes = {site.id for site in ours(some) if site.district_zh == district}
    tried = candidates(part)
    assert tried
    assert {one.site_id for one in tried if one.site_id} <= homes


def test_a_set_is_built_as_its_kind_is(some):
    site = ours(some)[0]
    for code, had in (("office", Exposure.INSIDE), ("ancient_street", Exposure.OUTSIDE)):
        new = changed_site(site, Improvement(FIND.ADD_SET, site.id, code), some.vocabulary)
        assert [one.exposure for one in new.scene_types if one.scene_type == code] == [had]


def test_sums_over_weightings_by_hand():
    """Two titles of weight 1 and 2 worth 10 and 100; four weightings, the last the user's own."""
    led = np.array([[1, 0], [0, 1], [1, 1], [1, 0]], bool)
    mid = np.array([10.0, 100.0])
    found = over_weightings(led, np.array([1.0, 2.0]), (mid / 10, mid, mid * 10), "CNY", "m")
    # sums 10, 200, 210 by weighting; 10% and 90% of them on a straight line between
    assert found.low == pytest.approx(min(10.0, 1 + 0.2 * 19))
    assert found.mid == 10
    assert found.high == pytest.approx(2000 + 0.8 * 100)


def test_takings_that_cover_a_budget_by_hand():
    visits = Range(0.0, 50.0, 400.0, "visits", Basis.ESTIMATED)
    found = takings_to_pay(Range(1.0, 2000.0, None, "CNY", Basis.ESTIMATED), visits)
    assert (found.low, found.mid, found.high) == (5.0, 40.0, None)
    nothing = Range(0.0, 0.0, 0.0, "visits", Basis.ESTIMATED)
    assert not takings_to_pay(Range(1.0, 2.0, 3.0, "CNY", Basis.ESTIMATED), nothing).known


def test_what_pays_sets_the_same_crews_on_both_sides(game, some, demand):
    """The visits of the crews that the budget is paid to: not those of another weighting."""
    text = rebate(some, OURS, Improvement(FIND.REBATE, share=0.6, cap=500_000.0, days=1))
    for days in (1, 3):
        asked = replace(text, id="x", conditions=(Condition(IN_A_ROW, ">=", float(days)),))
        effect = finish(actions.simulate_policy(some, OURS, demand, asked))
        weight = {one.id: one.weight for one in demand.titles}
        number = {one.id: at for at, one in enumerate(demand.titles)}
        gains = [(weight[i], game.towns[number[i]][0].uplift.visits) for i in effect.titles]
        for end in ("low", "mid", "high"):
            by_hand = sum(times * getattr(gain, end) for times, gain in gains)
            assert getattr(effect.visits, end) == pytest.approx(by_hand, abs=0.02)
        codes = {one.code for one in effect.reasons}
        assert ("effect_none_turns" in codes) == (not effect.titles)
        if effect.titles:
            assert effect.pays.low == pytest.approx(effect.budget.mid / effect.visits.high)


def test_whom_it_may_pay_counts_also_where_nobody_knows_how_much(game):
    then = finish(after(game, Improvement(FIND.REBATE, share=0.1, days=1)))
    stays = [row[0].stay for row in then.towns]
    assert budgets.paid(then, "proposed").may.tolist() == [one is not None for one in stays]
    back = then.counter.back

    def unsaid(stay):
        had = back(stay)
        open_end = tuple(replace(one, ceiling=None, expected=None) for one in had.policies)
        return replace(had, policies=open_end)

    blind = SimpleNamespace(towns=then.towns, counter=SimpleNamespace(back=unsaid))
    found = budgets.paid(blind, "proposed")
    assert found.may.tolist() == [one is not None for one in stays]
    assert not found.most_known
    assert not budgets.paid(then, "no such").may.any()


def test_crews_are_whole_where_titles_are():
    totals = np.array([*range(1000), 5.0])
    found = spread(totals, "crews")
    assert (found.low, found.mid, found.high) == (5, 5, 900)
    assert spread(np.array([0.0] * 896 + [15.0, 16.0] * 52 + [0.0]), "crews").high in (15, 16)


def test_what_a_rebate_costs_is_not_said_to_be_a_year(game):
    """It is paid to the titles of the corpus; how many come in a year nobody knows."""
    assert not any(one.yearly for one in candidates(game) if one.kind is FIND.REBATE)

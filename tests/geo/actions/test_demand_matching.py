"""Who serves and wins what over a corpus: the same as one ranking after another."""

from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest

from geo import actions
from geo.actions.hosting.contest import counted
from geo.actions.hosting.ground import first_need
from geo.actions.hosting.matching import told
from geo.errors import FactsError
from geo.match import fit_table, order_by
from geo.match.fit import Terms
from geo.model import CRITERIA, Board, Criterion
from geo.model.hosting import Demand, Ours
from geo.phrases import LANGUAGES
from geo.progress import finish
from tests.geo.actions.demand_desk import OURS, corpus, played, same_as_ranked

LEVEL = 1e-6


@pytest.fixture(scope="module")
def demand(ws, script):
    return corpus(ws, script)


@pytest.fixture(scope="module")
def game(some, demand):
    return played(some, demand)


@pytest.fixture(scope="module")
def answer(game):
    return told(game)


def test_every_town_is_what_a_ranking_makes_of_it(game, some):
    same_as_ranked(game, some)


def test_shares_are_those_of_scene_by_scene(game, some, demand, answer):
    """By loops over matches of one title after another."""
    total = served = won = 0.0
    by_need = defaultdict(lambda: np.zeros(3))
    uses = defaultdict(float)
    sites = some.store.sites()
    terms = Terms(game.counter.day, some.permits, homes=game.terms.homes)
    for title in demand.titles:
        scenes = title.script.played
        table = fit_table(sites, scenes, some.vocabulary, some.rules, terms)
        ours, theirs = defaultdict(float), defaultdict(float)
        for row, site in enumerate(sites):
            here = ours if site.city_zh == OURS.city else theirs
            for match in table.matches(row):
                here[match.scene_id] = max(here[match.scene_id], float(match.fit))
                if here is ours and first_need(next(s for s in scenes if s.id == match.scene_id)):
                    uses[site.id] += title.weight
        for scene in scenes:
            need = first_need(scene)
            if not need:
                continue
            mine, other = ours[scene.id], theirs[scene.id]
            # fits of matches are told to four places
            line = np.array([1, mine > 0, mine > 0 and mine >= other]) * title.weight
            by_need[need] += line
            total, served, won = total + line[0], served + line[1], won + line[2]
    assert answer.scenes == pytest.approx(total)
    assert answer.served == pytest.approx(served / total)
    assert answer.won == pytest.approx(won / total)
    assert {one.scene_type for one in answer.needs} == set(by_need)
    for one in answer.needs:
        scenes, has, best = by_need[one.scene_type]
        assert (one.scenes, one.served, one.won) == pytest.approx(
            (scenes, has / scenes, best / scenes)
        )
        assert one.rival in ("", "绍兴")
        assert one.won <= one.served + LEVEL
    assert {one.site_id: one.scenes for one in answer.sites} == pytest.approx(dict(uses))


def test_who_comes_first_is_who_the_ranking_orders_first(game, some):
    """Every weighting of every title through the orders of the ranking itself."""
    first = game.first()
    listed = [game.cities.index(city) for city in ("绍兴", "苏州")]
    for sample in (0, 1, 7, 99, len(game.weightings) - 1):
        weights = dict(zip(CRITERIA, game.weightings[sample].tolist(), strict=True))
        for title in range(len(game.towns)):
            values = np.ascontiguousarray(game.values[:, title, listed])
            board = Board(("绍兴", "苏州"), values, some.rules.city_bounds)
            leader = int(order_by(board, weights).first(1)[0])
            assert first[sample, title] == (leader == 1 and game.towns[title][0].covered > 0)


def test_crews_are_counted_by_their_weight(game, answer):
    first = game.first()
    totals = [
        sum(t.weight for t, led in zip(game.demand.titles, row, strict=True) if led)
        for row in first
    ]
    found = counted(first, game.weights)
    assert found == answer.crews
    assert found.mid == totals[-1]
    among = sorted(totals[:-1])
    assert found.low <= found.mid <= found.high
    assert among[0] <= found.low <= among[len(among) // 5]
    assert among[-len(among) // 5] <= max(found.high, among[-1]) <= max(among[-1], found.mid)


def test_titles_tell_their_place_and_why(game, answer, some):
    assert {one.id for one in answer.titles} == {one.id for one in game.demand.titles}
    for one in answer.titles:
        number = next(n for n, t in enumerate(game.demand.titles) if t.id == one.id)
        assert (one.rank == 1) == bool(game.first()[-1, number])
        assert one.first == pytest.approx(game.first()[:-1, number].mean())
        told_by = {reason.code.split("_")[1] for reason in one.because}
        assert ("ahead" in told_by) == (one.rank == 1) or told_by <= {"lacks"}


def test_every_reason_is_told_in_both_languages(answer, ws):
    reasons = [
        *answer.reasons,
        *(r for one in answer.needs for r in one.because),
        *(r for one in answer.titles for r in one.because),
    ]
    assert reasons
    for reason in reasons:
        for lang in LANGUAGES:
            said = ws.phrases.tell(reason, lang)
            assert said != reason.code
            assert "{" not in said


def test_a_district_counts_its_own_places_and_the_city_its_crews(game, some, demand, answer):
    districts = {one.district_zh for one in some.store.sites() if one.city_zh == OURS.city}
    parts = []
    for district in sorted(filter(None, districts))[:3]:
        part = told(played(some, demand, Ours(OURS.city, district)))
        parts.append(part)
        ids = {s.id for s in some.store.sites() if s.district_zh == district}
        assert {one.site_id for one in part.sites} <= ids
        assert part.served <= answer.served + LEVEL
        assert part.won <= answer.won + LEVEL
    assert max(part.served for part in parts) > 0
    assert any(need.rival == OURS.city for part in parts for need in part.needs)


def test_what_is_asked_wrongly_is_said(some, demand):
    with pytest.raises(FactsError, match="city_unknown"):
        finish(actions.reverse_match(some, Ours("不知城"), demand))
    with pytest.raises(FactsError, match="district_unknown"):
        finish(actions.reverse_match(some, Ours("苏州", "不知区"), demand))
    with pytest.raises(FactsError, match="demand_none"):
        finish(actions.reverse_match(some, OURS, Demand(())))


def test_the_answer_is_kept_until_something_changes(some, demand, answer):
    first = finish(actions.reverse_match(some, OURS, demand))
    assert first == answer
    assert len(list(actions.reverse_match(some, OURS, demand))) == 0
    other = replace(demand)
    assert len(list(actions.reverse_match(some, OURS, other))) > 0


def test_a_scene_nobody_could_read_counts_nowhere(some, demand, answer):
    title = demand.titles[0]
    blank = replace(title.script.scenes[0], id="blank", needs=())
    more = replace(title, script=replace(title.script, scenes=(*title.script.scenes, blank)))
    found = told(played(some, replace(demand, titles=(more, *demand.titles[1:]))))
    assert found.scenes == pytest.approx(answer.scenes)
    assert "demand_unread" in {one.code for one in found.reasons}


def test_values_lie_on_the_bounds_of_the_ranking(game, some):
    cost = some.rules.city_bounds[Criterion.COST]
    at = CRITERIA.index(Criterion.COST)
    for number, towns in enumerate(game.towns):
        for city, town in enumerate(towns):
            if not town.covered:
                assert not game.values[:, number, city].any()
                continue
            share = (town.ranked - cost.worst) / (cost.best - cost.worst)
            assert game.values[at, number, city] == pytest.approx(min(max(share, 0), 1), abs=1e-6)

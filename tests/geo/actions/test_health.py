"""What to gather first: the chances are those of the engine that ranks, in the order told."""

import pytest

from geo import actions
from geo.actions.hosting.health import ORDER, TURNS, WRONG, ranked_titles
from geo.errors import FactsError
from geo.model import ProjectFacts
from geo.model.hosting import Demand, Health, HealthKind, Origin, Ours
from geo.model.pitch import SiteFile
from geo.phrases import LANGUAGES
from geo.progress import finish
from tests.geo.actions.demand_desk import corpus

OURS = Ours("苏州")


@pytest.fixture(scope="module")
def demand(ws, script):
    return Demand(corpus(ws, script, 1).titles[:2])


@pytest.fixture(scope="module")
def told(ws, demand):
    return list(_steps(actions.health(ws, OURS, demand)))


def _steps(job):
    """The answers so far, the last one whole."""
    while True:
        try:
            step = next(job)
        except StopIteration as stop:
            yield stop.value
            return
        if isinstance(step.so_far, Health):
            yield step.so_far


def test_chances_are_those_of_the_defence(ws, demand, told):
    total = sum(title.weight for title in demand.titles)
    cities = ("苏州", "南宁", "绍兴", "成都")
    by_hand = {}
    shown = set()
    for title in demand.titles:
        job = actions.rank(ws, title.script, ProjectFacts(), ws.default_weights, cities)
        calls = finish(actions.defend(finish(job))).find_out
        for call in calls:
            if call.fact == "venue" and call.city == "苏州":
                part = call.first * title.weight / total
                by_hand[call.site_id] = by_hand.get(call.site_id, 0.0) + part
        shown |= {call.site_id for call in calls}
    assert by_hand
    found = {i.site_id: i.value for i in told[-1].issues if i.kind is HealthKind.NO_PRICE}
    for site_id, chance in by_hand.items():
        # the defence tells the first calls of each title, so a place may miss one title there
        assert found[site_id] >= chance - 1e-6
    exact = [one for one in by_hand if abs(found[one] - by_hand[one]) < 1e-5]
    assert exact


def test_the_order_is_what_turns_then_what_is_wrong_then_gaps(ws, told):
    issues = told[-1].issues
    turning = [i for i in issues if (i.value or 0) >= TURNS]
    assert turning
    assert [i.value for i in turning] == sorted((i.value for i in turning), reverse=True)
    last = max(issues.index(one) for one in turning)
    rest = issues[last + 1 :]
    assert not any((one.value or 0) >= TURNS for one in rest)
    groups = [one.kind not in WRONG for one in rest]
    assert groups == sorted(groups)
    assert {one.kind for one in issues} <= set(ORDER)


def test_answers_so_far_hold_the_same_issues(told):
    assert len(told) >= 3
    keys = [{(i.site_id, i.kind, i.what.code) for i in one.issues} for one in told]
    assert all(one == keys[0] for one in keys)
    assert all(i.value is None for i in told[0].issues)


def test_without_a_corpus_no_chance_is_made_up(ws):
    found = finish(actions.health(ws, Ours("南宁")))
    assert all(i.value is None and i.scenes == 0 for i in found.issues)
    assert found.issues[0].kind is HealthKind.CONTRADICTION
    assert found.reasons == ()


def test_a_district_is_only_its_own(ws):
    city, part = (finish(actions.health(ws, one)) for one in (OURS, Ours("苏州", "姑苏区")))
    assert 0 < part.sites < city.sites
    assert {i.site_id for i in part.issues} < {i.site_id for i in city.issues}
    with pytest.raises(FactsError, match="district_unknown"):
        finish(actions.health(ws, Ours("苏州", "柯桥区")))
    with pytest.raises(FactsError, match="city_unknown"):
        finish(actions.health(ws, Ours("横店")))


def test_a_kept_number_is_a_contact(tmp_path, ws):
    own = finish(actions.open_workspace(ws.assets, tmp_path / "own"))
    site = own.store.sites(city="南宁")[0]
    actions.save_site_file(own, SiteFile(site.id, contact="园方", phone="0771-1"))
    found = finish(actions.health(own, Ours("南宁")))
    lacking = {i.site_id for i in found.issues if i.kind is HealthKind.NO_CONTACT}
    assert site.id not in lacking
    assert len(lacking) == found.sites - 1
    own.store.close()


def test_the_titles_ranked_stand_for_all(ws, script):
    whole = corpus(ws, script, 30)
    some = ranked_titles(whole)
    assert len(some) < len(whole.titles)
    assert sum(one.weight for one in some) == pytest.approx(sum(one.weight for one in whole.titles))
    assert {one.genre for one in some} == {one.genre for one in whole.titles}
    assert all(one in some for one in whole.titles if one.origin is Origin.SAMPLE)


def test_every_sentence_is_told_in_both_languages(ws, told):
    for city in ("苏州", "南宁"):
        for issue in finish(actions.health(ws, Ours(city))).issues:
            for lang in LANGUAGES:
                text = ws.phrases.tell(issue.what, lang)
                assert text != issue.what.code
                assert "{" not in text

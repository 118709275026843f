"""What is typed moves the ranking at once: rates, roads and other facts, through the actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo import actions
from geo.actions import rates
from geo.actions.pricing import repricer
from geo.actions.workspace import renew_money
from geo.errors import FactsError
from geo.model import ProjectFacts, VenueClass
from geo.progress import finish

TODAY = date(2026, 4, 1)
FACTS = ProjectFacts({"crew.size": 40, "shoot.days": 6, "crew.home_city": "上海"})


@pytest.fixture(scope="module")
def opened(assets, tmp_path_factory):
    ws = finish(actions.open_workspace(assets, tmp_path_factory.mktemp("data")))
    first = actions.samples(ws)[0]
    return ws, finish(actions.read_script(ws, first.path))


@pytest.fixture
def ws(opened):
    ws, _ = opened
    yield ws
    for name in ("rates.yaml", "roads.csv", "rates.yaml.old"):
        (ws.data / "own" / name).unlink(missing_ok=True)
    renew_money(ws)


def ranked(ws, script, facts=FACTS, cities=("苏州",)):
    return finish(actions.rank(ws, script, facts, ws.default_weights, cities, TODAY))


def line(cost, code):
    return next(each for each in cost.lines if each.code == code)


def test_a_rate_is_kept_with_who_and_when_and_can_be_forgotten(ws):
    assert rates.own_rates(ws) == ()
    rates.set_rate(ws, "parking", 25, " 王\n经理 ", TODAY)
    rates.set_rate(ws, "insurance", 900, today=TODAY)
    told = rates.own_rates(ws)
    # in the order of the lines, not of typing
    assert [each.code for each in told] == ["parking", "insurance"]
    assert (told[0].value, told[0].who, told[0].date) == (25, "王 经理", "2026-04-01")
    rates.set_rate(ws, "parking", None)
    rates.set_rate(ws, "parking", None)
    assert [each.code for each in rates.own_rates(ws)] == ["insurance"]
    rates.set_rate(ws, "parking", 1)
    assert rates.own_rates(ws)[0].date == date.today().isoformat()


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), 1e12])
def test_a_number_that_is_no_price_is_refused(ws, value):
    with pytest.raises(FactsError, match="rate_out_of_range"):
        rates.set_rate(ws, "parking", value)
    with pytest.raises(FactsError, match="rate_unknown"):
        rates.set_rate(ws, "venue", 3)
    assert not (ws.data / "own" / "rates.yaml").exists()


def test_a_broken_file_is_kept_beside_the_new_one(ws):
    path = ws.data / "own" / "rates.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("rates: [", encoding="utf-8")
    renew_money(ws)
    assert [each.reason.code for each in rates.refused_own(ws)] == ["rates_file_broken"]
    rates.set_rate(ws, "parking", 25)
    assert path.with_suffix(".yaml.old").read_text(encoding="utf-8") == "rates: ["
    assert rates.refused_own(ws) == ()


def test_a_folder_that_cannot_be_written_is_told(ws, monkeypatch):
    def refuse(*_):
        raise OSError

    monkeypatch.setattr(rates, "write_rates", refuse)
    monkeypatch.setattr(rates, "write_whole", refuse)
    with pytest.raises(FactsError, match="own_not_kept"):
        rates.set_rate(ws, "parking", 25)
    good = ws.data / "good.csv"
    good.write_text("from,to,km\n苏州,上海,95\n", encoding="utf-8")
    with pytest.raises(FactsError, match="own_not_kept"):
        rates.take_roads(ws, good)


def test_a_typed_rate_moves_every_place_at_once(opened, ws):
    _, script = opened
    before = ranked(ws, script)
    rates.set_rate(ws, "generator", 1500, "王", TODAY)
    after = ranked(ws, script)
    for old, new in zip(before.sites, after.sites, strict=True):
        assert new.cost.ranked == pytest.approx(old.cost.ranked + 1500)
        told = line(new.cost, "generator")
        assert (told.own, told.amount.sources[0].publisher) == (True, "王")
    old, new = before.cities[0].cost, after.cities[0].cost
    if before.cities[0].sites == after.cities[0].sites:
        assert new.priced_total.mid == pytest.approx(old.priced_total.mid + 6 * 1500)


def test_a_road_file_moves_the_fare_and_can_be_taken_away(opened, ws, tmp_path):
    _, script = opened
    table = tmp_path / "mine.csv"
    table.write_text("from,to,km\n上海,苏州,50\n坏,行\n", encoding="utf-8")
    before = line(ranked(ws, script).cities[0].cost, "travel").total.mid
    assert rates.take_roads(ws, table) == rates.road_count(ws) == 1
    refused = rates.refused_own(ws)[0]
    assert (refused.line, refused.reason.code) == (3, "road_length")
    after = line(ranked(ws, script).cities[0].cost, "travel").total.mid
    assert after == pytest.approx(50 * 2 * 0.42 * 40, rel=0.01)
    assert rates.take_roads(ws, None) == rates.road_count(ws) == 0
    assert line(ranked(ws, script).cities[0].cost, "travel").total.mid == before


def test_a_road_file_without_a_drive_leaves_what_was_there(ws, tmp_path):
    good, empty = tmp_path / "good.csv", tmp_path / "empty.csv"
    good.write_text("from,to,km\n上海,苏州,50\n", encoding="utf-8")
    rates.take_roads(ws, good)
    for text, at in (("from,to,km\n", 1), ("from,to,km\n\n坏,行,0\n", 3)):
        empty.write_text(text, encoding="utf-8")
        with pytest.raises(FactsError, match="roads_empty") as error:
            rates.take_roads(ws, empty)
        assert error.value.values["line"] == at
    assert rates.road_count(ws) == 1


def test_repricing_with_the_same_facts_gives_the_same_cost(opened, ws):
    _, script = opened
    ranking = ranked(ws, script, cities=("苏州", "成都"))
    for town in ranking.cities:
        assert repricer(ws, ranking, script, town.city)(FACTS) == town.cost
    for offer in ranking.sites[::40]:
        price = repricer(ws, ranking, script, offer.site.city_zh, offer.site.id)
        assert price(FACTS) == offer.cost


def test_two_more_days_cost_two_more_days(opened, ws):
    _, script = opened
    ranking = ranked(ws, script)
    price = repricer(ws, ranking, script, "苏州")
    longer = price(ProjectFacts({**FACTS.values, "shoot.days": 8}))
    before = ranking.cities[0].cost
    assert longer.days.mid == 8
    for code in ("lodging", "meals", "local_transport"):
        assert line(longer, code).total.mid == pytest.approx(
            line(before, code).total.mid * 8 / 6, abs=0.05
        )
    assert line(longer, "travel").total == line(before, "travel").total


def test_what_a_ranking_does_not_hold_cannot_be_repriced(opened, ws):
    _, script = opened
    ranking = ranked(ws, script)
    with pytest.raises(FactsError, match="city_unknown"):
        repricer(ws, ranking, script, "成都")
    with pytest.raises(FactsError, match="site_unknown"):
        repricer(ws, ranking, script, "苏州", "nowhere")


def test_a_city_that_serves_nothing_stays_as_it_was(opened, ws):
    _, script = opened
    ranking = ranked(ws, script)
    town = ranking.cities[0]
    bare = replace(ranking, cities=(replace(town, sites=(), takes=()),))
    assert repricer(ws, bare, script, "苏州")(FACTS) == town.cost


def test_sites_of_one_class_tie_in_the_ranking(opened, ws):
    _, script = opened
    groups = {}
    for offer in ranked(ws, script, cities=()).sites:
        if offer.site.venue_class is VenueClass.ROOM and not offer.site.hires:
            key = (offer.site.city_zh, offer.cost.days.mid)
            told = [line(offer.cost, code).amount for code in ("venue", "lodging", "travel")]
            groups.setdefault(key, []).append(told)
    assert max(map(len, groups.values())) > 1
    assert all(told == group[0] for group in groups.values() for told in group)

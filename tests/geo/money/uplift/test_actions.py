"""What a user asks of the uplift model: parameters, past cases, press claims."""

from __future__ import annotations

from datetime import date

import pytest

from geo import actions
from geo.errors import FactsError
from geo.model import PressClaim, ProjectFacts
from geo.progress import finish

DAY = date(2026, 4, 1)


@pytest.fixture(scope="module")
def ws(assets, tmp_path_factory):
    return finish(actions.open_workspace(assets, tmp_path_factory.mktemp("data")))


def parameter(ws, key):
    return next(each for each in actions.uplift_parameters(ws) if each.key == key)


def test_a_parameter_set_is_used_at_once_and_taken_away_again(ws):
    shipped = parameter(ws, "visits_per_play")
    actions.set_parameter(ws, "visits_per_play", {"median": 1e-4}, "王", DAY)
    mine = parameter(ws, "visits_per_play")
    # the value not named stays
    assert mine.values == {"median": 1e-4, "log_sd": 2.0}
    assert (mine.told_by, mine.told_on) == ("王", "2026-04-01")
    actions.set_parameter(ws, "visits_per_play", {"log_sd": 1.5}, "李")
    assert parameter(ws, "visits_per_play").values == {"median": 1e-4, "log_sd": 1.5}
    assert parameter(ws, "visits_per_play").told_on == date.today().isoformat()
    actions.set_parameter(ws, "visits_per_play", None)
    assert parameter(ws, "visits_per_play") == shipped


@pytest.mark.parametrize(
    ("code", "key", "values"),
    [
        ("parameter_unknown", "luck", {"x": 1}),
        ("parameter_unknown", "luck", None),
        ("parameter_out_of_range", "prominence", {"story": 1.2}),
        ("parameter_value_unknown", "spend", {"mean": 3}),
        ("parameter_order", "prominence", {"studio": 0.5}),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_changes(ws, code, key, values):
    before = actions.uplift_parameters(ws)
    with pytest.raises(FactsError) as caught:
        actions.set_parameter(ws, key, values)
    assert caught.value.code == code
    assert actions.uplift_parameters(ws) == before


def test_a_full_disk_is_told(ws, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("geo.money.uplift.parameters.write_whole", full)
    with pytest.raises(FactsError, match="parameters_not_kept"):
        actions.set_parameter(ws, "half_life", {"months": 6})
    assert parameter(ws, "half_life").values == {"months": 4}


def test_a_claim_finds_its_market_by_the_place_as_written(ws):
    pingtan = PressClaim("平潭综合实验区, 福建", "B", date(2024, 6, 1), date(2024, 6, 30), 0.134)
    assert actions.check_claim(ws, pingtan).market == 0.118
    dali = PressClaim("云南大理州", "C", date(2023, 1, 21), date(2023, 1, 27), 2.19)
    found = actions.check_claim(ws, dali)
    assert (found.market, found.code) == (2.447, "below_market")


@pytest.mark.parametrize(
    ("place", "province"),
    [
        ("平潭综合实验区，福建", "福建省"),
        ("大理州", "云南省"),
        ("布尔津县、新疆", "新疆维吾尔自治区"),
        ("Dubrovnik", None),
        ("", None),
    ],
)
def test_the_province_of_a_place(ws, place, province):
    from geo.actions.uplifts import province_of

    assert province_of(ws, place) == province


def test_past_cases_of_a_city_and_of_a_site(ws):
    facts = ProjectFacts()
    city = actions.place_comparables(ws, facts, "苏州")
    assert {each.scale for each in city} == {"C"}
    county = actions.place_comparables(ws, facts, "泗洪县")
    assert {each.scale for each in county} == {"B"}
    site = next(site for site in ws.store.sites() if site.city_zh == "苏州")
    here = actions.place_comparables(ws, facts, "苏州", site.id, 1)
    assert [each.scale for each in here] == ["A"]
    assert actions.place_comparables(ws, facts, "苏州", site.id, shows=False) == ()
    with pytest.raises(FactsError, match="city_unknown"):
        actions.place_comparables(ws, facts, "亚特兰蒂斯")
    with pytest.raises(FactsError, match="site_unknown"):
        actions.place_comparables(ws, facts, "苏州", "nowhere")


def test_facts_of_a_place_are_read_from_a_project_file(ws, tmp_path):
    site = ws.store.sites()[0].id
    path = tmp_path / "project.toml"
    path.write_text(
        f'[site."{site}"]\nvisitors = 1000\ndaily_limit = 5\n[city."苏州"]\nspend = 480.5\n'
        "[jobs]\nlocal_share = 0.3\n",
        encoding="utf-8",
    )
    assert actions.read_facts(ws, path).values == {
        f"site.{site}.visitors": 1000,
        f"site.{site}.daily_limit": 5,
        "city.苏州.spend": 480.5,
        "jobs.local_share": 0.3,
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[site."xyzzy"]\nvisitors = 1', "facts_unknown_key_near"),
        ('[city."亚特兰蒂斯"]\nvisitors = 1', "facts_unknown_key"),
        ('[city."苏州"]\nvisitor = 1', "facts_unknown_key_near"),
        ('[city."苏州"]\nvisitors = "many"', "facts_wanted.number"),
    ],
)
def test_facts_of_a_place_that_are_none(ws, tmp_path, text, code):
    path = tmp_path / "project.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        actions.read_facts(ws, path)
    assert caught.value.code == code

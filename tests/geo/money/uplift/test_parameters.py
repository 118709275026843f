"""Parameters: whole and within limits as shipped, the user's own laid over them, entry by entry."""

from __future__ import annotations

import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FactsError
from geo.money import Spot, checked, forecast, keep_own, load_uplift
from geo.money.uplift.parameters import LIMITS, RISING
from tests.geo.money.made import CALM, facts


@pytest.fixture
def shipped(assets):
    return yaml.safe_load((assets / "money" / "uplift.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def own(tmp_path):
    return tmp_path / "own" / "uplift.yaml"


@pytest.fixture
def load(assets, costs, own):
    return lambda: load_uplift(assets / "money" / "uplift.yaml", costs, own)


def test_every_parameter_has_a_ground_in_both_languages_and_a_source(model):
    assert list(model.parameters) == list(LIMITS)
    for key, each in model.parameters.items():
        assert each.why["zh"], key
        assert each.why["en"], key
        assert each.sources, key
        assert each.unit, key
        assert (each.told_by, each.told_on) == ("", "")
        assert list(each.values) == list(LIMITS[key])


def test_every_parameter_and_value_has_a_name(assets):
    told = yaml.safe_load((assets / "phrases" / "uplift.yaml").read_text(encoding="utf-8"))
    for key, values in LIMITS.items():
        assert f"parameter.{key}" in told
        for name in values:
            assert f"parameter.{key}.{name}" in told


def test_both_ends_of_every_limit_are_allowed_and_nothing_beyond(model):
    for key, limits in LIMITS.items():
        now = model.parameters[key].values
        for name, (low, high) in limits.items():
            for edge in (low, high):
                if key not in RISING:
                    assert checked(key, {**now, name: edge})[name] == edge
            for wrong in (
                low - 1e-6 - abs(low),
                high * 1.001 + 0.001,
                math.nan,
                math.inf,
                "1",
                True,
            ):
                with pytest.raises(FactsError) as caught:
                    checked(key, {**now, name: wrong})
                assert caught.value.code == "parameter_out_of_range"
                assert caught.value.values["name"] == name


@pytest.mark.parametrize("key", RISING)
def test_levels_never_fall(model, key):
    now = dict(model.parameters[key].values)
    names = list(now)
    level = dict.fromkeys(names, now[names[-1]])
    assert checked(key, level) == level
    with pytest.raises(FactsError) as caught:
        checked(key, {**now, names[0]: now[names[-1]], names[-1]: now[names[0]]})
    assert caught.value.code == "parameter_order"


@pytest.mark.parametrize(
    ("code", "key", "values"),
    [
        ("parameter_unknown", "luck", {"x": 1}),
        ("parameter_value_unknown", "half_life", {"months": 4, "years": 1}),
        ("parameter_value_missing", "displacement", {"alpha": 2}),
    ],
)
def test_names_that_are_none(code, key, values):
    with pytest.raises(FactsError) as caught:
        checked(key, values)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("luck", lambda r: r.update(luck=1)),
        ("draws", lambda r: r.update(draws=500)),
        ("prominence", lambda r: r["unset"].update(prominence=["famous"])),
        ("prominence", lambda r: r["unset"].update(prominence=[])),
        ("access", lambda r: r["unset"].update(access="by air")),
        ("spend_mars", lambda r: r["own_spend"].update(spend_mars=["火星"])),
        # a fact without a number
        ("meal_crew", lambda r: r["own_spend"].update(meal_crew=["某地"])),
        ("strength", lambda r: r["parameters"][0].update(strength="certain")),
        ("key", lambda r: r["parameters"][0].update(key="luck")),
        ("key", lambda r: r["parameters"].append(r["parameters"][0])),
        ("plays", lambda r: r["parameters"].pop(0)),
        ("log_sd", lambda r: r["parameters"][0]["values"].update(log_sd=-1)),
        ("log_sd", lambda r: r["parameters"][0]["values"].pop("log_sd")),
        ("values", lambda r: r["parameters"][3]["values"].update(studio=1.0)),
        ("luck", lambda r: r["parameters"][0].update(luck=1)),
        ("en", lambda r: r["parameters"][0]["why"].pop("en")),
    ],
)
def test_a_broken_shipped_file_is_refused_by_name(shipped, costs, tmp_path, field, change):
    change(shipped)
    path = tmp_path / "uplift.yaml"
    path.write_text(yaml.safe_dump(shipped, allow_unicode=True), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_uplift(path, costs)
    assert caught.value.values["field"] == field


def test_what_is_kept_is_used_and_says_who(load, own, model):
    assert load().parameters == model.parameters
    keep_own(own, "visits_per_play", {"median": 4e-5, "log_sd": 2.0}, "王", "2026-04-01")
    mine = load()
    changed = mine.parameters["visits_per_play"]
    assert (changed.told_by, changed.told_on) == ("王", "2026-04-01")
    assert changed.sources[0].publisher == "王"
    assert changed.strength == "weak"
    place = Spot("x", "city", ("某地",), "B")
    before, after = (forecast(place, facts(work__plays=1e6), each) for each in (model, mine))
    assert after.visits.mid == pytest.approx(2 * before.visits.mid)
    assert changed.sources[0] in after.visits.sources
    assert [key for key, each in mine.parameters.items() if each.told_by] == ["visits_per_play"]


def test_taken_away_what_ships_stands_again(load, own, model):
    keep_own(own, "half_life", {"months": 9}, "", "2026-04-01")
    keep_own(own, "spend", {"median": 500, "log_sd": 0.2}, "李", "2026-04-02")
    assert load().parameters["half_life"].told_on == "2026-04-01"
    keep_own(own, "half_life", None, "", "2026-04-03")
    assert load().parameters["half_life"] == model.parameters["half_life"]
    assert load().of("spend")["median"] == 500
    keep_own(own, "spend", {"median": 600, "log_sd": 0.2}, "李", "2026-04-04")
    assert len(yaml.safe_load(own.read_text(encoding="utf-8"))["parameters"]) == 1


def test_a_broken_entry_is_told_and_the_rest_loads(load, own):
    own.parent.mkdir()
    entries = [
        {"key": "half_life", "values": {"months": 30}},
        {"key": "luck", "values": {"x": 1}},
        "no mapping",
        {"values": {}},
        {"key": "spend", "values": {"median": 500, "log_sd": 0.2}},
    ]
    own.write_text(yaml.safe_dump({"schema": 1, "parameters": entries}), encoding="utf-8")
    mine = load()
    assert mine.of("spend")["median"] == 500
    # nobody said who or when: that it is the user's own is told all the same
    assert mine.parameters["spend"].told_by == "own/uplift.yaml"
    assert mine.of("half_life")["months"] == 4
    assert [note.code for note in mine.notes] == ["own_parameter_refused"] * 4
    assert [note.values["key"] for note in mine.notes] == ["half_life", "luck", "3", "4"]
    assert mine.notes[0].values["name"] == "months"
    # writing another value leaves even the refused entries where they are
    keep_own(own, "half_life", {"months": 6}, "", "2026-04-01")
    kept = yaml.safe_load(own.read_text(encoding="utf-8"))["parameters"]
    assert entries[1] in kept
    assert "no mapping" in kept
    assert load().of("half_life")["months"] == 6


@pytest.mark.parametrize(
    "content", ["{", "- list", "schema: 2\nparameters: []", "schema: 1\nparameters: 5", "\xff"]
)
def test_a_file_that_cannot_be_read_never_stops_the_program(load, own, model, content):
    own.parent.mkdir()
    own.write_bytes(content.encode("latin-1"))
    mine = load()
    assert mine.parameters == model.parameters
    assert [note.code for note in mine.notes] == ["own_parameters_unreadable"]
    keep_own(own, "half_life", {"months": 6}, "王", "2026-04-01")
    assert load().of("half_life")["months"] == 6
    # and it is not lost
    assert own.with_name("uplift.yaml.broken").read_bytes() == content.encode("latin-1")


def test_a_refused_value_leaves_the_file_as_it_was(own, load):
    keep_own(own, "half_life", {"months": 6}, "王", "2026-04-01")
    before = own.read_bytes()
    with pytest.raises(FactsError):
        keep_own(own, "half_life", {"months": 60}, "王", "2026-04-02")
    assert own.read_bytes() == before
    assert [each.name for each in own.parent.iterdir()] == ["uplift.yaml"]


@CALM
@given(st.floats(1, 18))
def test_what_is_written_is_what_is_read(assets, costs, tmp_path_factory, months):
    own = tmp_path_factory.mktemp("own") / "uplift.yaml"
    keep_own(own, "half_life", {"months": months}, "王", "2026-04-01")
    assert load_uplift(assets / "money" / "uplift.yaml", costs, own).of("half_life") == {
        "months": months
    }

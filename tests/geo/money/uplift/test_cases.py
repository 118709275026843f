"""The record: what is counted, what was refused and why, and a broken file named."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
import yaml

from geo.errors import FactsError
from geo.money import load_case_book


def test_29_cases_of_25_productions(case_book):
    main = case_book.of_role("main")
    assert (len(main), len({case.cluster for case in main})) == (29, 25)
    assert len(case_book.of_role("main", "short")) == 33
    sizes = [sum(case.scale == scale for case in main) for scale in "ABC"]
    assert sizes == [13, 6, 10]
    assert sum(not case.success for case in main) == 9
    assert sum(case.home for case in main) == 7


def test_growth_is_net_of_the_market(case_book):
    pingtan = next(case for case in case_book.cases if case.id == "cn_pingtan")
    assert pingtan.relative == pytest.approx(1.134 / 1.118 - 1)
    assert pingtan.growth == pytest.approx(np.log(1.134 / 1.118))
    assert (pingtan.plays, pingtan.visitors) == (230_000_000, 952_400)


def test_a_flat_market_is_told_where_none_was_found(case_book):
    without = {case.id for case in case_book.of_role("main") if not case.controlled}
    assert {"uk_lyme", "us_forks", "jp_kochi2010"} <= without
    # net of a synthetic control is a control
    assert not {"hr_dubrovnik", "cn_pingtan"} & without


def test_ratings_and_box_office_are_no_plays(case_book):
    with_plays = {case.id for case in case_book.of_role("main", "short") if case.plays}
    assert with_plays == {"cn_pingtan", "cn_dali", "cn_burqin", "cn_baihaba"}


def test_what_was_refused_says_why(case_book):
    assert {case.id: (case.claimed, case.why) for case in case_book.rejected} == {
        "cn_gala": (3.0, "no_counts"),
        "cn_qujiang_ad": (2.0, "advertisement"),
        "literature_table": (None, "no_denominators"),
    }


def test_placebo_places_show_the_noise(case_book, model):
    """Two places without a treatment: +6.9% and -7.7% against the market, sd about 0.10."""
    placebo = [case.growth for case in case_book.of_role("placebo")]
    assert sorted(np.expm1(placebo)) == pytest.approx([-0.077, 0.069], abs=0.001)
    assert np.std(placebo, ddof=1) == pytest.approx(model.of("noise")["placebo_sd"], abs=0.006)


def test_markets_stand_in_the_record(case_book, costs, assets):
    """Every market figure is a control of a case, or trips over trips of costs.yaml."""
    raw = yaml.safe_load((assets / "money" / "cases.yaml").read_text(encoding="utf-8"))
    controls = {case["control_pct"] for case in raw["cases"]}
    trips = {"nation_2024": 5.615 / 4.891 - 1, "nation_2025": 6.522 / 5.615 - 1}
    for market in case_book.markets:
        if market.id in trips:
            assert market.growth == pytest.approx(trips[market.id], abs=0.0006)
        else:
            assert round(market.growth * 100, 2) in controls, market.id
        assert market.start <= market.end
        assert market.source.publisher
    told = " ".join(fact.source.publisher for fact in costs.facts.values())
    assert "5.615 bn" in told
    assert "6.522 bn" in told
    assert case_book.markets[0].days == 365


@pytest.mark.parametrize(
    ("file", "field", "change"),
    [
        ("cases.yaml", "role", lambda r: r["cases"][0].update(role="famous")),
        ("cases.yaml", "scale", lambda r: r["cases"][0].update(scale="D")),
        ("cases.yaml", "control_pct", lambda r: r["cases"][0].update(control_pct=None)),
        ("cases.yaml", "selection", lambda r: r["cases"][0].update(selection="luck")),
        ("cases.yaml", "rejected_for", lambda r: _named(r, "cn_gala").pop("rejected_for")),
        ("markets.yaml", "end", lambda r: r["markets"][0].update(end=date(2020, 1, 1))),
        ("markets.yaml", "end", lambda r: r["markets"][0].update(start="spring")),
        ("markets.yaml", "growth", lambda r: r["markets"][0].pop("growth")),
        ("markets.yaml", "luck", lambda r: r["markets"][0].update(luck=1)),
    ],
)
def test_a_broken_record_is_refused_by_name(assets, tmp_path, file, field, change):
    for name in ("cases.yaml", "markets.yaml"):
        raw = yaml.safe_load((assets / "money" / name).read_text(encoding="utf-8"))
        if name == file:
            change(raw)
        (tmp_path / name).write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_case_book(tmp_path)
    assert caught.value.values["field"] == field


def _named(raw, case_id):
    return next(case for case in raw["cases"] if case["id"] == case_id)

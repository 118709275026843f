"""The back-test: against its printed table, a second implementation, and what the docs say."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from bench import backtest
from geo.money.uplift.route_a import fit, quantile

# printed with the model: inside, judged, interval score
TABLE = {
    "all": (24, 29, 1.30),
    "class A, one attraction or village": (10, 13, 1.43),
    "class B, county or city": (5, 6, 2.34),
    "class C, prefecture or larger": (9, 10, 0.51),
    "systematic cases only": (8, 9, 0.76),
    "China": (6, 7, 0.81),
    "**micro-drama**": (2, 3, 1.00),
}
FREEDOM = 3
DRAWS = 200_000


@pytest.fixture(scope="module")
def measured(case_book, model):
    return backtest.measure(case_book, model)


@pytest.mark.parametrize("row", sorted(TABLE))
def test_the_printed_table(measured, row):
    keep = backtest.SETS[row]
    inside, judged, score = TABLE[row]
    found = backtest.counted([one for one in measured.main if keep(one.case)])
    assert found[:2] == (inside, judged)
    assert found[2] == pytest.approx(score, abs=0.02)


def test_the_printed_naive_rules(measured):
    assert backtest.counted(measured.press)[:2] == (21, 29)
    assert backtest.counted(measured.pooled)[:2] == (26, 29)
    assert backtest.counted(measured.press)[2] == pytest.approx(1.37, abs=0.005)
    assert backtest.counted(measured.pooled)[2] == pytest.approx(1.51, abs=0.005)
    for judged, inside, score in ((measured.press, 6, 1.14), (measured.pooled, 9, 1.02)):
        found = backtest.counted([one for one in judged if not one.case.success])
        assert found[:2] == (inside, 9)
        assert found[2] == pytest.approx(score, abs=0.005)


def test_the_printed_variants(measured):
    assert backtest.counted(measured.abroad)[:2] == (9, 11)
    assert backtest.counted(measured.calmer) == (24, 28, pytest.approx(0.95, abs=0.01))
    assert backtest.counted(measured.flat) == (24, 29, pytest.approx(1.31, abs=0.01))


def test_with_the_short_windows(measured):
    inside, judged, score = backtest.counted(measured.short)
    # printed: 28; Kochi 2010 lies 0.002 beyond its interval, less than the noise of a simulation
    border = next(one for one in measured.short if one.case.id == "jp_kochi2010")
    assert 0 < border.case.growth - border.high < 0.005
    assert (inside + 1, judged) == (28, 33)
    assert score == pytest.approx(1.36, abs=0.01)


def test_the_cases_that_were_missed(measured):
    missed = {one.case.id: one.case.growth > one.high for one in measured.main if not one.inside}
    assert missed == {
        "cn_zhejiang15": False,
        "jp_kochi2010": True,
        "it_montalbano": True,
        "uk_lyme": True,
        "us_forks": True,
    }


def test_route_b_is_not_validated(measured):
    """Three of four inside, Dali not; three of four when its own production is left out."""
    inside = {case.id: (now, without) for case, *_, now, without in measured.exposure}
    assert inside == {
        "cn_pingtan": (True, True),
        "cn_burqin": (True, True),
        "cn_baihaba": (True, True),
        "cn_dali": (False, False),
    }
    # visits per play as printed
    printed = {"cn_pingtan": 5.8e-5, "cn_burqin": 6.5e-5, "cn_baihaba": 5.4e-5, "cn_dali": 1.4e-3}
    for case, extra, *_ in measured.exposure:
        assert extra / case.plays == pytest.approx(printed[case.id], rel=0.03)
    assert "Route B is not validated: 3 of 4" in backtest.report(measured)


# ---- a second implementation: another algorithm for the fit, draws for the interval


def second_fit(cases, priors):
    """Newton steps on the penalised likelihood of the terms; scales in turn."""
    names = ("b0", "attraction", "prefecture", "success")
    start = np.array([priors[name] for name in names])
    penalty = np.diag([priors[f"{name}_sd"] ** -2.0 for name in names])
    rows = np.array([[1, c.scale == "A", c.scale == "C", c.success] for c in cases], dtype=float)
    y = np.array([math.log(1 + c.raw) - math.log(1 + c.control) for c in cases])
    scales = {"A": 0.3, "B": 0.3, "C": 0.3}
    terms = start.copy()
    for _ in range(400):
        s2 = np.array([scales[c.scale] ** 2 for c in cases])
        r = y - rows @ terms
        weight = (FREEDOM + 1) / (FREEDOM * s2 + r**2)
        slope = rows.T @ (weight * r) - penalty @ (terms - start)
        # expected curvature of Student t: positive, so that every step climbs
        curve = rows.T @ (rows * ((FREEDOM + 1) / (FREEDOM + 3) / s2)[:, None]) + penalty
        terms = terms + np.linalg.solve(curve, slope)
        r = y - rows @ terms
        each = (FREEDOM + 1) * r**2 / (FREEDOM + r**2 / s2)
        pooled = float(np.mean(each))
        for scale in scales:
            own = [v for v, c in zip(each, cases, strict=True) if c.scale == scale]
            size = (sum(own) + priors["pooled_weight"] * pooled) / (
                len(own) + priors["pooled_weight"]
            )
            scales[scale] = max(priors["scale_floor"], math.sqrt(size))
    s2 = np.array([scales[c.scale] ** 2 for c in cases])
    weight = (FREEDOM + 1) / (FREEDOM * s2 + (y - rows @ terms) ** 2)
    return terms, np.linalg.inv(penalty + rows.T @ (rows * weight[:, None])), scales


def second_draws(fitted, scale, success, rng):
    terms, covariance, scales = fitted
    row = np.array([1, scale == "A", scale == "C", success], dtype=float)
    middle = row @ terms + math.sqrt(row @ covariance @ row) * rng.standard_normal(DRAWS)
    chi = np.sum(rng.standard_normal((FREEDOM, DRAWS)) ** 2, axis=0)
    return middle + scales[scale] * rng.standard_normal(DRAWS) / np.sqrt(chi / FREEDOM)


def test_an_independent_run_finds_the_same(case_book, model, measured):
    main = case_book.of_role("main")
    priors = model.of("class_priors")
    rng = np.random.default_rng(99)
    fits, sure, inside = {}, 0, 0
    for one in measured.main:
        case = one.case
        if case.cluster not in fits:
            rest = [other for other in main if other.cluster != case.cluster]
            fits[case.cluster] = second_fit(rest, priors)
        draws = second_draws(fits[case.cluster], case.scale, case.success, rng)
        low, high = np.quantile(draws, [0.1, 0.9])
        # error of a quantile from the density of the draws around it
        width = 0.02
        for got, wanted in ((low, one.low), (high, one.high)):
            density = float(np.mean(np.abs(draws - got) < width)) / (2 * width)
            noise = math.sqrt(0.1 * 0.9 / DRAWS) / density
            assert abs(got - wanted) < 4.5 * noise, case.id
            if abs(case.growth - got) < 4.5 * noise:
                sure -= 1
        sure += 1
        inside += bool(low <= case.growth <= high)
    printed, judged, _ = backtest.counted(measured.main)
    assert abs(inside - printed) <= judged - sure
    assert judged - sure <= 2


def test_an_independent_fit_of_all_cases(case_book, model):
    main = case_book.of_role("main")
    ours = fit(main, model.of("class_priors"))
    terms, covariance, scales = second_fit(main, model.of("class_priors"))
    assert ours.mean == pytest.approx(terms, abs=1e-5)
    assert ours.covariance == pytest.approx(covariance, abs=1e-5)
    assert ours.scales == pytest.approx(scales, abs=1e-5)


@pytest.mark.parametrize(
    ("term", "printed", "sd"),
    [(0, 0.055, 0.06), (1, 0.33, 0.09), (2, -0.03, 0.07), (3, 0.10, 0.07)],
)
def test_the_printed_coefficients(case_book, model, term, printed, sd):
    fitted = fit(case_book.of_role("main"), model.of("class_priors"))
    assert fitted.mean[term] == pytest.approx(printed, abs=0.006)
    assert fitted.covariance[term, term] ** 0.5 == pytest.approx(sd, abs=0.006)


@pytest.mark.parametrize(
    ("scale", "printed", "most"),
    [
        ("A", (-0.05, 0.47, 1.26), 2.40),
        ("B", (-0.22, 0.06, 0.43), 0.90),
        ("C", (-0.20, 0.03, 0.31), 0.66),
    ],
)
def test_the_printed_intervals(case_book, model, scale, printed, most):
    fitted = fit(case_book.of_role("main"), model.of("class_priors"))
    found = [math.expm1(quantile(fitted, scale, share)) for share in (0.1, 0.5, 0.9)]
    assert found == pytest.approx(printed, abs=0.015)
    # ours is up to 7% below the printed bound, which stays in the file: a wider cap
    assert math.expm1(quantile(fitted, scale, 0.975)) == pytest.approx(most, rel=0.07)
    assert model.of("u_max")[scale] == most


def test_the_selection_term_is_learned_and_left_out_for_a_new_title(case_book, model):
    main = case_book.of_role("main")
    fitted = fit(main, model.of("class_priors"))
    for scale in "ABC":
        new, winner = (quantile(fitted, scale, 0.5, success=each) for each in (False, True))
        assert winner - new == pytest.approx(fitted.mean[3])
    none = fit([case for case in main if not case.success], model.of("class_priors"))
    assert none.mean[3] == pytest.approx(model.of("class_priors")["success"])


def test_the_least_error_scale_holds(case_book, model):
    flat = [replace(case, raw=0.05, control=0.0) for case in case_book.of_role("main")]
    found = fit(flat, {**model.of("class_priors"), "success": 0.0, "attraction": 0.0})
    assert set(found.scales.values()) == {0.05}


def test_a_fit_that_never_settles_ends(case_book, model, monkeypatch):
    monkeypatch.setattr("geo.money.uplift.route_a._SETTLED", -1.0)
    again = fit(case_book.of_role("main"), model.of("class_priors"))
    monkeypatch.undo()
    settled = fit(case_book.of_role("main"), model.of("class_priors"))
    assert again.mean == pytest.approx(settled.mean, abs=1e-6)


@pytest.mark.parametrize(
    ("inside", "judged", "low", "high"),
    # printed with the model
    [(24, 29, 0.67, 0.93), (10, 13, 0.51, 0.93), (5, 6, 0.42, 0.99), (2, 3, 0.14, 0.98)],
)
def test_the_printed_intervals_of_coverage(inside, judged, low, high):
    assert backtest.share_interval(inside, judged) == pytest.approx((low, high), abs=0.006)


def test_intervals_of_coverage_at_the_ends_have_closed_forms():
    assert backtest.share_interval(9, 9) == pytest.approx((0.05 ** (1 / 9), 1.0))
    assert backtest.share_interval(0, 9) == pytest.approx((0.0, 1 - 0.05 ** (1 / 9)))


def test_the_report_in_the_docs_is_what_is_computed(measured):
    text = backtest.DOCS.read_text(encoding="utf-8")
    told = text.partition(backtest.START)[2].partition(backtest.END)[0].strip("\n")
    assert told == backtest.report(measured)
    assert backtest.document(backtest.report(measured), text) == text


def test_the_docs_check_can_fail(measured):
    worse = measured._replace(main=measured.main[:-1])
    assert backtest.report(worse) not in backtest.DOCS.read_text(encoding="utf-8")

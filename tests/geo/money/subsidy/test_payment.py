"""When the money comes: from a fact, from a lag that was seen, else in the words of the text."""

from __future__ import annotations

from datetime import date

import pytest

from geo.model import ClaimRules, PayLag, ProjectFacts
from geo.money.subsidy.payment import later, pay_date
from tests.geo.money.subsidy.made import codes, fixed, policy

FACT = "work.premiere_date"
RELEASED = {FACT: date(2025, 8, 31)}


def when(claim, values=None, lags=()):
    told = pay_date(policy("one", fixed(1), claim=claim), ProjectFacts(values or {}), lags)
    return told.earliest, told.latest, codes(told)


def test_months_after_a_fact():
    claim = ClaimRules(timing="yearly round", after=FACT, lag_months=(6.0, 13.5))
    days = (date(2026, 2, 28), date(2026, 10, 31))
    assert when(claim, RELEASED) == (*days, ["pay_after_fact", "pay_text"])
    assert when(claim)[:2] == (None, None)
    assert when(claim, {FACT: "soon"})[:2] == (None, None)


def test_a_lag_that_was_seen_tells_the_earliest_day_only():
    """Works of 2024 were announced in the thirteenth month after that year."""
    lags = (PayLag("other", 2.0), PayLag("one", 13.0))
    released = {FACT: date(2024, 5, 1)}
    assert when(ClaimRules(), released, lags) == (date(2026, 1, 31), None, ["pay_after_year"])
    assert when(ClaimRules(), {}, lags) == (None, None, ["pay_after_year"])
    assert when(ClaimRules(), released, lags[:1])[2] == ["pay_unknown"]


def test_without_a_lag_the_text_speaks():
    assert when(ClaimRules(timing="after airing")) == (None, None, ["pay_unknown", "pay_text"])
    assert when(ClaimRules(after=FACT), RELEASED)[2] == ["pay_unknown"]
    assert when(ClaimRules(lag_months=(1.0, 2.0)), RELEASED)[2] == ["pay_unknown"]


def test_the_lag_of_sichuan_is_on_record(book):
    assert PayLag("sc-2024-major", 13.0) in book.national.lags


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 12, 31), 0, date(2025, 12, 31)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 8, 31), 13, date(2026, 9, 30)),
        (date(9999, 12, 31), 3, date(9999, 3, 31)),
    ],
)
def test_months_later(day, months, then):
    assert later(day, months) == then

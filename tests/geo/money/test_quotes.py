"""Quotes run out: worked out by hand on one site."""

from __future__ import annotations

from datetime import date

import pytest

from geo.model import Basis, Hire
from geo.money import Pricer, Task, day_price
from geo.money.cost.quotes import ran_out, told
from tests.geo.match.made import site
from tests.geo.money.made import facts

QUOTE = Hire(6000.0, "day", Basis.QUOTED, "陆经理", "2026-11-21", "2026-12-05")
OLDER = Hire(8000.0, "day", Basis.PUBLISHED, "官网", "2025-01-01")
NEWER = Hire(9000.0, "day", Basis.PUBLISHED, "官网", "2026-11-30")
BARE = Hire(7000.0, "day", Basis.PUBLISHED)


@pytest.mark.parametrize(
    ("hires", "today", "expected", "codes"),
    [
        ((QUOTE, OLDER), "2026-12-05", (6000.0,), ()),
        ((QUOTE, NEWER), "2026-12-05", (6000.0,), ()),
        ((QUOTE, OLDER), "2026-12-06", (6000.0,), ("quote_ran_out",)),
        ((QUOTE, BARE), "2026-12-06", (6000.0,), ("quote_ran_out",)),
        ((QUOTE, NEWER), "2026-12-06", (9000.0,), ("quote_overtaken",)),
        ((QUOTE, NEWER, OLDER), "2026-12-06", (9000.0, 8000.0), ("quote_overtaken",)),
        ((QUOTE,), "", (6000.0,), ()),
        ((OLDER,), "2027-01-01", (8000.0,), ()),
        ((), "2027-01-01", (), ()),
    ],
)
def test_which_price_counts(hires, today, expected, codes):
    found = told(site("地", hires=hires), ("day",), today)
    assert tuple(hire.amount for hire in found.hires) == expected
    assert tuple(one.code for one in found.reasons) == codes


def test_a_quote_that_holds_wins_over_one_that_ran_out():
    held = Hire(6500.0, "day", Basis.QUOTED, "陆经理", "2026-12-01", "2026-12-31")
    found = told(site("地", hires=(QUOTE, held, NEWER)), ("day",), "2026-12-20")
    assert found.hires == (held,)
    assert not found.reasons


@pytest.mark.parametrize(
    ("until", "today", "over"),
    [
        ("2026-12-05", "2026-12-05", False),
        ("2026-12-05", "2026-12-06", True),
        ("2026-12", "2026-12-31", False),
        ("2026-12", "2027-01-01", True),
        ("2026", "2026-12-31", False),
        ("", "2999-01-01", False),
    ],
)
def test_a_month_or_a_year_holds_to_its_end(until, today, over):
    assert ran_out(Hire(1.0, "day", Basis.QUOTED, until=until), today) is over


def test_the_venue_line_follows_the_day_and_says_who(costs):
    place = site("地", hires=(QUOTE, NEWER))
    before, after = (
        Pricer(facts(), costs.on(day)).site(place, Task(3)).lines[0]
        for day in (date(2026, 12, 1), date(2026, 12, 10))
    )
    assert (before.amount.low, before.amount.high, before.own) == (6000.0, 6000.0, True)
    assert [(one.publisher, one.date) for one in before.amount.sources] == [
        ("陆经理", "2026-11-21")
    ]
    assert (after.amount.low, after.amount.high, after.own) == (9000.0, 9000.0, False)
    assert [one.code for one in after.reasons] == ["venue_told.day", "quote_overtaken"]
    assert day_price(place, costs.on(date(2026, 12, 10))) == (9000.0, 9000.0)

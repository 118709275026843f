"""Net cost: gross less certain, expected and ceiling money; unknown where either is."""

from geo.model import Basis, Range, Subsidy, unknown
from geo.money import nets
from tests.geo.money.answers.made import TEXT, cost_of, span

GROSS = span(90_000.0, 100_000.0, 130_000.0)


def back(certain=0.0, expected=None, ceiling=None):
    amount = Range(certain, expected, ceiling, "CNY", Basis.PUBLISHED, (TEXT,))
    return Subsidy(amount, expected or certain, ceiling, certain=certain, expected=expected)


def ends(given):
    return given.low, given.mid, given.high


def test_each_kind_of_money_is_taken_off_every_end():
    certain, expected, ceiling = nets(cost_of(GROSS), back(10_000.0, 25_000.0, 60_000.0))
    assert ends(certain) == (80_000.0, 90_000.0, 120_000.0)
    assert ends(expected) == (65_000.0, 75_000.0, 105_000.0)
    assert ends(ceiling) == (30_000.0, 40_000.0, 70_000.0)
    assert certain.sources == (TEXT,)


def test_nothing_certain_leaves_the_gross_and_names_no_policy():
    certain, _, _ = nets(cost_of(GROSS), back())
    assert ends(certain) == ends(GROSS)
    assert certain.sources == ()


def test_money_that_nobody_knows_leaves_an_unknown_net():
    _, expected, ceiling = nets(cost_of(GROSS), back())
    for net in (expected, ceiling):
        assert not net.known
        assert ends(net) == (None, None, None)


def test_an_unknown_cost_leaves_every_net_unknown():
    assert not any(net.known for net in nets(cost_of(unknown("CNY")), back(1.0, 1.0, 1.0)))


def test_a_venue_on_top_stays_on_top_and_an_open_end_open():
    gross = Range(5.0, None, None, "CNY", Basis.ESTIMATED, beyond=True)
    certain, _, _ = nets(cost_of(gross), back(2.0))
    assert certain.beyond
    assert ends(certain) == (3.0, None, None)


def test_more_back_than_spent_is_a_negative_net_not_zero():
    _, _, ceiling = nets(cost_of(GROSS), back(ceiling=1_000_000.0))
    assert ends(ceiling) == (-910_000.0, -900_000.0, -870_000.0)

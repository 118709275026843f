"""The offers of a ranking as columns: what a walk over all offers says, worked out once."""

from __future__ import annotations

import sys
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.match import order_by
from geo.model import Board, Excluded, Order, Ranking, SiteColumns
from tests.gui.offers import offer, ranking

SCENES = st.integers(0, 4)
OFFERS = st.lists(st.tuples(SCENES, SCENES, st.sampled_from(["苏州", "绍兴", "成都"])), max_size=12)


def made(parts):
    return tuple(
        offer(number, direct=direct, stand_in=stand_in, city=city)
        for number, (direct, stand_in, city) in enumerate(parts)
    )


@given(OFFERS, st.sets(st.sampled_from([f"s{n}" for n in range(9)])), st.data())
def test_columns_say_what_the_offers_say(parts, scenes, data):
    offers = made(parts)
    ids = [one.site.id for one in offers]
    some = data.draw(st.sets(st.sampled_from([*ids, "nobody"])))
    columns = SiteColumns(offers, tuple(Excluded(one, ()) for one in sorted(some)))
    assert [columns.offer(one) for one in ids] == list(offers)
    assert (columns.offer("nobody"), columns.offer(None)) == (None, None)
    assert columns.serves.tolist() == [bool(one.matches) for one in offers]
    assert columns.among(some).tolist() == [one in some for one in ids]
    expected = None if not some else [one not in some for one in ids]
    assert (None if columns.standing is None else columns.standing.tolist()) == expected
    assert columns.serving(scenes).tolist() == [
        any(match.scene_id in scenes for match in one.matches) for one in offers
    ]
    for city in ("苏州", "成都", "南宁"):
        inside = [one.site.city_zh == city for one in offers]
        assert columns.in_city(city).tolist() == inside
        assert list(columns.by_city.get(city, ())) == [n for n, here in enumerate(inside) if here]
    every = [match for one in offers for match in one.matches if one.site.id not in some]
    assert columns.served_scenes == {match.scene_id for match in every}
    assert columns.direct_scenes == {match.scene_id for match in every if match.direct}
    tops = [one.cost.priced.high for one in offers]
    assert columns.tops["cost"].tolist() == tops
    assert len(columns.tops["subsidy"]) == len(offers)
    assert np.isnan(columns.tops["subsidy"]).all()


def test_they_stay_with_the_offers_and_go_with_them():
    one = ranking([offer(1), offer(2)])
    other = replace(one, weights={"fit": 1.0}, site_order=Order(np.arange(2), np.zeros(2, "f4")))
    assert other.columns is one.columns
    assert replace(one, sites=(offer(1),)).columns is not one.columns
    left = replace(one, excluded=(Excluded("site1", ()),))
    assert left.columns.standing.tolist() == [False, True]


def test_nobody_can_write_to_them():
    columns = SiteColumns(made([(1, 1, "苏州"), (0, 0, "绍兴")])).prepare()
    for array in (columns.serves, columns.tops["cost"], columns.by_city["苏州"]):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_the_column_store_is_small_beside_the_offers():
    """200,000 sites on four criteria: bytes a column, and nothing a re-weighting leaves behind."""
    count = 200_000
    one = offer(1)
    offers = tuple(replace(one, site=replace(one.site, id=str(n))) for n in range(count))
    # the least that an offer and a site of its own take
    held = count * (sys.getsizeof(one) + sys.getsizeof(one.site))
    tracemalloc.start()
    values = np.random.default_rng(0).random((4, count), dtype=np.float32)
    board = Board(tuple(o.site.id for o in offers), values, {}, tuple("abcd"))
    long = Ranking(
        offers, (), board, board, {}, order_by(board, {"a": 1.0}), order_by(board, {"a": 1.0})
    )
    long.columns.prepare()
    store = tracemalloc.get_traced_memory()[0]
    before = tracemalloc.get_traced_memory()[0]
    for share in np.linspace(0.1, 0.9, 20):
        order = order_by(board, {"a": share, "b": 1 - share}, before=long.site_order)
        order.first(50)
        long = replace(long, site_order=order)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert store < held / 2
    assert grown < 20 * count

"""What the session keeps ready for any number of places, and what waits till sliders rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.model import Criterion
from gui.session import OFFERS
from tests.gui.stand_in import WEIGHTS


@pytest.fixture
def reading(desk):
    return desk


def test_places_are_found_without_walking_through_them(reading):
    sites = reading.state.sites
    assert [sites.by_id[one.id] for one in sites] == list(sites)
    assert [sites[sites.place[one.id]] for one in sites] == list(sites)
    assert {one.city_zh: sites.city_en(one.city_zh) for one in sites} == {
        one.city_zh: one.city_en for one in sites
    }
    assert sites.city_en("喀什") == ""
    child = replace(sites[0], id="set-1", parent=sites[1].id)
    reading.put(sites=(*sites, child))
    assert reading.state.sites.sets == {sites[1].id: (child,)}
    assert reading.state.site("set-1") is child
    columns = reading.state.sites.columns
    assert columns.ids == [one.id for one in reading.state.sites]
    assert list(columns.lats) == [one.lat for one in reading.state.sites]


def test_what_is_slow_to_draw_follows_when_the_sliders_rest(qtbot, reading):
    heard = []
    reading.changed.connect(heard.append)
    reading.rank()
    # other offers are drawn at once
    assert reading.state.rested is reading.state.ranking
    assert heard[-1].touch(OFFERS) or any(one.touch(OFFERS, "rested") for one in heard)
    first = reading.state.rested
    heard.clear()
    for share in (0.2, 0.3, 0.4):
        reading.set_weights({**WEIGHTS, Criterion.COST: share})
        assert reading.state.rested is first
        assert reading.state.ranking is not first
    assert not any(one.touch(OFFERS, "rested") for one in heard)
    qtbot.waitUntil(lambda: reading.state.rested is reading.state.ranking)
    assert not any(one.touch(OFFERS) for one in heard)

"""A pasted request becomes a ranking: its places ranked, its price cap told, omitted scenes out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo import actions
from geo.model import ProjectFacts
from geo.progress import finish
from geo.script import load_vocabulary, read_request, request_facts, request_script

ASSETS = Path(__file__).parents[2] / "assets"
TEXT = "水榭园林，3.8–3.12，45 人，3 千/天"


@pytest.fixture(scope="module")
def ws(tmp_path_factory):
    workspace = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("data")))
    yield workspace
    workspace.store.close()


@pytest.fixture(scope="module")
def request_read():
    return read_request(TEXT, load_vocabulary(ASSETS / "vocabulary"), date(2026, 11, 2))


def ranked(ws, script, facts):
    """Ranked in the cities where a place has its price by the day in the catalogue."""
    cities = {
        site.city_zh for site in ws.store.sites() if {hire.per for hire in site.hires} & {"day"}
    }
    return finish(actions.rank(ws, script, facts, ws.default_weights, sorted(cities)))


def too_dear(ranking):
    return {
        offer.site.id
        for offer in ranking.sites
        if any(reason.code == "price_over_cap" for reason in offer.reasons)
    }


def test_what_is_dearer_than_the_cap_says_so_and_ranks_as_before(ws, request_read):
    script = request_script(request_read)
    told = request_facts(request_read)
    assert {field.key for field in ws.fields} >= told.keys()
    assert told["place.price_cap_per_day"] == 3000
    least = {
        site.id: min(hire.amount for hire in site.hires) for site in ws.store.sites() if site.hires
    }
    assert len(set(least.values())) > 1
    bare = {key: value for key, value in told.items() if not key.startswith("place.")}
    without = ranked(ws, script, ProjectFacts(bare))
    assert not too_dear(without)
    for cap in (min(least.values()) - 1, min(least.values()), max(least.values())):
        capped = ranked(ws, script, ProjectFacts({**bare, "place.price_cap_per_day": cap}))
        assert too_dear(capped) == {site for site, price in least.items() if price > cap}
        assert list(capped.site_order.index) == list(without.site_order.index)


def test_an_omitted_scene_counts_nowhere(ws, request_read):
    script = request_script(request_read)
    gone = replace(script.scenes[0], id="gone", omitted=True)
    more = replace(script, scenes=(*script.scenes, gone))
    one, other = ranked(ws, script, ProjectFacts()), ranked(ws, more, ProjectFacts())
    assert one.sites == other.sites
    assert one.cities == other.cities

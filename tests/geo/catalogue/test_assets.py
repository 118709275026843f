"""All sites that ship: known codes, and every one lies where it says."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import pytest
import yaml

from geo.catalogue import (
    city_of,
    distance_to_division_m,
    division,
    find_division,
    open_seed,
    open_store,
    read_seed,
)
from geo.catalogue.records import record_of, site_of
from geo.model import Kind
from geo.progress import finish

ASSETS = Path(__file__).parents[3] / "assets"
FOUR = {"南宁": 85, "绍兴": 89, "成都": 115, "苏州": 104}
# development zones that are no county: (city, zone) -> codes of the counties they lie in
ZONES = {
    ("成都", "天府新区"): ("510116", "510112", "510118"),
    ("成都", "高新区"): ("510107", "510117", "510116"),
    ("成都", "东部新区"): ("510185",),
    ("苏州", "苏州工业园区"): ("320506", "320507", "320508"),
    ("西安", "西咸新区沣西新城"): ("610116", "610118", "610402"),
    ("西安", "西咸新区秦汉新城"): ("610404", "610402"),
    ("西安", "西咸新区沣东新城"): ("610116", "610112"),
    ("郑州", "航空港区"): ("410184", "410122"),
    ("新乡", "平原示范区"): ("410725",),
    ("重庆", "两江新区"): ("500109", "500112", "500105"),
    ("重庆", "渝北区（龙兴）"): ("500112",),
    ("青岛", "西海岸新区"): ("370211",),
    ("湖州", "南太湖新区"): ("330502", "330522"),
}


@pytest.fixture(scope="module")
def sites():
    return read_seed(ASSETS / "catalogue")


def test_closing_days_stand_only_where_the_opening_note_says_them(sites):
    told = [site for site in sites if site.closed_weekdays is not None]
    assert len(told) == 6
    for site in told:
        words = ("周一", "周二至周日") if site.closed_weekdays else ("每天",)
        assert any(word in site.opening_note_zh for word in words), site.id


def _codes(name):
    return {
        row["code"] for row in yaml.safe_load((ASSETS / "vocabulary" / name).read_text("utf-8"))
    }


def test_there_are_426_with_unlike_ids_and_every_kind(sites):
    assert len({site.id for site in sites}) == len(sites) == 426
    assert {site.kind for site in sites} == {Kind.BASE, Kind.ICH, Kind.SCENIC}
    cities = Counter(site.city_zh for site in sites)
    assert {city: cities[city] for city in FOUR} == FOUR


def test_every_scene_type_is_in_the_vocabulary(sites):
    known = _codes("scene_types.yaml")
    unknown = {
        (site.id, each.scene_type)
        for site in sites
        for each in site.scene_types
        if each.scene_type not in known
    }
    assert not unknown


def test_every_level_is_in_the_list_of_levels(sites):
    known = _codes("levels.yaml")
    assert {level.code for site in sites for level in site.levels} <= known


def test_every_site_lies_in_its_city(sites):
    for site in sites:
        found = division(site.adcode)
        assert found is not None, site.id
        city = city_of(found)
        assert city.name.removesuffix("市") == site.city_zh, site.id
        assert distance_to_division_m(city.adcode, site.lat, site.lon) <= site.coord_uncertainty_m


def test_every_site_lies_in_its_county_or_as_near_as_its_doubt(sites):
    astray = []
    for site in sites:
        counties = _counties(site)
        away = [distance_to_division_m(code, site.lat, site.lon) for code in counties]
        if site.district_zh and min(away, default=math.inf) > site.coord_uncertainty_m:
            astray.append((site.id, site.district_zh, away, site.coord_uncertainty_m))
    assert not astray


def _counties(site):
    """Codes of the counties that the site says it is in."""
    if (site.city_zh, site.district_zh) in ZONES:
        return ZONES[site.city_zh, site.district_zh]
    found = find_division(site.district_zh or "", site.adcode)
    return (found.adcode,) if found else ()


def test_only_zones_that_are_no_county_are_listed(sites):
    stated = {(site.city_zh, site.district_zh): site.adcode for site in sites}
    for (city, zone), codes in ZONES.items():
        assert find_division(zone, stated[city, zone]) is None, zone
        assert all(division(code) for code in codes), zone


def test_every_note_is_told_in_both_languages(sites):
    for site in sites:
        for name in ("notes", "opening_note", "crews_hosted"):
            zh, en = getattr(site, f"{name}_zh"), getattr(site, f"{name}_en")
            assert (zh is None) == (en is None), (site.id, name)
            if zh is not None and any(map(str.isalpha, en)):
                assert any("\u4e00" <= letter <= "\u9fff" for letter in zh), (site.id, name)
                assert zh != en, (site.id, name)


def test_a_record_read_and_written_is_the_same_record(sites):
    for number, site in enumerate(sites):
        assert site_of(record_of(site), "made.json", number) == site


def test_the_store_gives_back_exactly_what_ships(sites, tmp_path):
    store = finish(open_store(tmp_path / "catalogue.sqlite", ASSETS / "catalogue"))
    assert store.sites() == tuple(sorted(sites, key=lambda site: site.id))
    assert store.catalogue_date() == open_seed(ASSETS / "catalogue").date
    counts = store.counts()
    assert {city: sum(counts[city].values()) for city in FOUR} == FOUR
    store.close()


def test_credits_are_told_in_both_languages():
    lines = open_seed(ASSETS / "catalogue").credits
    assert lines
    assert all(set(line) == {"zh", "en"} for line in lines)

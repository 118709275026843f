"""Likeness of places: worked by hand, one by one, and on the catalogue that ships."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue import read_seed
from geo.match import Likeness
from geo.match.likeness import SHARES, STAND_IN
from geo.model import Exposure, Kind, Level, VenueClass
from geo.script import load_vocabulary
from tests.geo.match.made import TYPES, WORDS, site

ASSETS = Path(__file__).parents[3] / "assets"
OUT = Exposure.OUTSIDE

CODES = st.lists(st.sampled_from(sorted(TYPES)), max_size=4, unique=True)
GRADES = st.lists(
    st.sampled_from(["scenic_5a", "world_heritage", "other"]), max_size=2, unique=True
)
ERAS = st.lists(st.sampled_from(["ancient", "republican", "contemporary"]), max_size=2, unique=True)


@st.composite
def places(draw):
    kind = draw(st.sampled_from(Kind))
    made = site(
        f"s{draw(st.integers(0, 10**9))}",
        *((code, OUT) for code in draw(CODES)),
        levels=tuple(draw(GRADES)),
        kind=kind,
    )
    return replace(
        made,
        eras=tuple(draw(ERAS)),
        ich_category=draw(st.sampled_from([None, "传统戏剧", "民俗"])),
        venue_class=draw(st.sampled_from(VenueClass)),
    )


MANY = st.lists(places(), min_size=1, max_size=8, unique_by=lambda one: one.id)


def nearness(one, other):
    """1 the same scene type, else what the better of the two stand-ins comes to."""
    if one == other:
        return 1.0
    worth = [
        stand_in.quality
        for a, b in ((one, other), (other, one))
        for stand_in in TYPES[a].stand_ins
        if stand_in.scene_type == b
    ]
    return STAND_IN * max(worth, default=0.0)


def by_definition(one, other, every):
    """Likeness by the sums as they are written down."""
    count = len(every)

    def types(place):
        return {had.scene_type for had in place.scene_types}

    def rarity(code):
        return math.log1p(count / max(1, sum(code in types(place) for place in every)))

    def best(code, among):
        return max((nearness(code, each) for each in among), default=0.0)

    def jaccard(mine, theirs, weight):
        whole = sum(map(weight, mine | theirs))
        return (sum(map(weight, mine & theirs)) / whole) if whole else None

    def grade(code):
        had = sum(code in {level.code for level in place.levels} for place in every)
        return math.log1p(count / had) if had else 1.0

    mine, theirs = types(one), types(other)
    whole = sum(map(rarity, mine)) + sum(map(rarity, theirs))
    met = sum(rarity(code) * best(code, theirs) for code in mine) + sum(
        rarity(code) * best(code, mine) for code in theirs
    )
    levels = [{level.code for level in place.levels} for place in (one, other)]
    crafts = [{place.ich_category} - {None} for place in (one, other)]
    parts = {
        "types": met / whole if whole else None,
        "kind": float(one.kind is other.kind),
        "craft": jaccard(*crafts, lambda code: 1.0),
        "eras": jaccard(set(one.eras), set(other.eras), lambda code: 1.0),
        "grades": jaccard(*levels, grade),
        "venue": float(one.venue_class is other.venue_class),
    }
    told = {name: worth for name, worth in parts.items() if worth is not None}
    return sum(SHARES[name] * worth for name, worth in told.items()) / sum(map(SHARES.get, told))


@given(MANY)
def test_the_same_as_the_sums_one_by_one(sites):
    table = Likeness(sites, WORDS)
    for one in sites:
        expected = [by_definition(one, other, sites) for other in sites]
        assert table.likeness(one) == pytest.approx(expected)


@given(MANY)
def test_alike_both_ways_and_most_alike_to_itself(sites):
    table = Likeness(sites, WORDS)
    grid = [table.likeness(one) for one in sites]
    for at, row in enumerate(grid):
        assert row[at] == pytest.approx(1)
        for beside, worth in enumerate(row):
            assert -1e-9 <= worth <= 1 + 1e-9
            assert worth == pytest.approx(grid[beside][at])


@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_the_catalogue_changes_nothing(sites, dice):
    mixed = list(sites)
    dice.shuffle(mixed)
    assert Likeness(mixed, WORDS).like(sites[0], 5) == Likeness(sites, WORDS).like(sites[0], 5)


@given(MANY)
def test_price_and_distance_count_for_nothing(sites):
    moved = [replace(one, lat=one.lat + 5, ticket_cny=999.0, city_zh="南宁") for one in sites]
    one = sites[0]
    assert list(Likeness(moved, WORDS).likeness(one)) == list(Likeness(sites, WORDS).likeness(one))


def test_a_rare_type_shared_counts_more_than_a_common_one():
    asked = site("asked", ("palace", OUT), ("office", OUT))
    rare = site("rare", ("palace", OUT))
    common = site("common", ("office", OUT))
    others = [site(f"o{n}", ("office", OUT)) for n in range(6)]
    found = Likeness([asked, rare, common, *others], WORDS).like(asked, 2)
    assert found[0].site_id == "rare"


def test_a_stand_in_counts_in_part():
    asked = site("asked", ("ceo_office", OUT))
    near = site("near", ("office", OUT))
    far = site("far", ("garden", OUT))
    table = Likeness([asked, near, far], WORDS)
    same, half, none = table.likeness(asked)
    assert same > half > none


def test_sets_of_a_base_are_no_news_of_it():
    base = site("base", ("palace", OUT))
    own = replace(site("own", ("palace", OUT)), parent="base")
    other = site("other", ("palace", OUT))
    their = replace(site("their", ("palace", OUT)), parent="other")
    table = Likeness([base, own, other, their], WORDS)
    assert [one.site_id for one in table.like(base, 9)] == ["other"]
    assert [one.site_id for one in table.like(own, 9)] == ["their"]


def test_why_tells_what_both_have_and_what_is_missing():
    asked = replace(
        site("asked", ("palace", OUT), ("studio_stage", OUT), levels=("scenic_5a",)),
        ich_category="民俗",
    )
    other = replace(
        site("other", ("palace", OUT), kind=Kind.BASE),
        levels=(Level("scenic_5a", "sourced", ""), Level("other", "sourced", "")),
        ich_category="民俗",
    )
    (one,) = Likeness([asked, other], WORDS).like(asked, 3)
    told = {reason.code: dict(reason.values) for reason in one.why}
    assert told == {
        "alike_shared": {"types": "palace"},
        "alike_craft": {},
        "alike_grades": {"levels": "scenic_5a"},
        "alike_kind_filming_base": {},
        "alike_lacks": {"types": "studio_stage"},
    }


def test_a_place_that_is_not_listed_can_still_be_asked_for():
    known = site("known", ("palace", OUT))
    asked = site("asked", ("palace", OUT))
    assert [one.site_id for one in Likeness([known], WORDS).like(asked, 3)] == ["known"]
    assert Likeness([], WORDS).like(asked, 3) == ()


SITES = read_seed(ASSETS / "catalogue")
BY_ID = {one.id: one for one in SITES}
SHIPPED = Likeness(SITES, load_vocabulary(ASSETS / "vocabulary"))


def first(name, count=5):
    asked = next(one for one in SITES if one.name_zh.startswith(name))
    return [BY_ID[one.site_id] for one in SHIPPED.like(asked, count)]


def offers(place, code):
    return code in {had.scene_type for had in place.scene_types}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("拙政园", "classical_garden"),
        ("留园", "classical_garden"),
        ("大慈寺", "temple"),
        ("周庄古镇", "water_town"),
        ("苏州博物馆本馆", "museum"),
    ],
)
def test_like_a_garden_are_gardens(name, code):
    assert all(offers(one, code) for one in first(name))


def test_like_a_base_are_bases_and_like_opera_is_opera():
    assert {one.kind for one in first("横店玖点片场")} == {Kind.BASE}
    assert {one.kind for one in first("横店影视城")} == {Kind.BASE}
    assert {one.ich_category for one in first("昆曲", 4)} == {"传统戏剧"}

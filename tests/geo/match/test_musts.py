"""Must-haves: kept apart from the score, failed only on what is known, asked otherwise."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.match import Terms, fit_table
from geo.match.musts import judge_musts
from geo.model import Must, MustCode, VenueClass
from geo.phrases import LANGUAGES, load_phrases
from tests.geo.match.made import ASSETS, RULES, WORDS, scene, site

PHRASES = load_phrases(ASSETS / "phrases")
STAGE, NEAR, PRICE = (
    Must(MustCode.STAGE),
    Must(MustCode.NEAR, 100.0),
    Must(MustCode.PRICE, 10_000.0),
)
BASE = (30.0, 120.0)


def verdict(place, must, base=BASE, price=None):
    """(fails, asks) as codes of one site."""
    prices = {} if price is None else {place.id: price}
    told = judge_musts([place], [must], base, prices)
    return tuple(tuple(one.code for one in table.get(0, ())) for table in (told.failed, told.asks))


OK = ((), ())


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (site("棚", ("studio_stage", "inside")), OK),
        (site("也许", ("studio_stage", "unknown")), ((), ("ask_must_stage",))),
        (
            site("没列", ("office", "inside"), venue_class=VenueClass.INDOOR_BASE),
            ((), ("ask_must_stage",)),
        ),
        (site("什么都没记"), ((), ("ask_must_stage",))),
        (site("园", ("garden", "outside")), (("must_stage",), ())),
        (site("外观", ("studio_stage", "outside")), (("must_stage",), ())),
    ],
)
def test_an_indoor_stage(place, expected):
    assert verdict(place, STAGE) == expected


@pytest.mark.parametrize(
    ("lat", "doubt", "expected"),
    [
        (30.5, 1_000, OK),
        (31.5, 1_000, (("must_near",), ())),
        # 111.2 km away, but the position may be 20 km off
        (31.0, 20_000, ((), ("ask_must_near",))),
        (30.85, 20_000, ((), ("ask_must_near",))),
    ],
)
def test_nearness_allows_for_a_rough_position(lat, doubt, expected):
    assert verdict(site("地", lat=lat, doubt=float(doubt)), NEAR) == expected


def test_without_a_base_nearness_is_a_question():
    assert verdict(site("地"), NEAR, base=None) == ((), ("ask_must_base",))


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ((5_000.0, 9_000.0), OK),
        ((12_000.0, 15_000.0), (("must_price",), ())),
        ((5_000.0, 12_000.0), ((), ("ask_must_price",))),
        ((5_000.0, None), ((), ("ask_must_price",))),
        ((None, None), ((), ("ask_must_price",))),
        (None, ((), ("ask_must_price",))),
    ],
)
def test_a_cap_on_the_price(price, expected):
    assert verdict(site("地"), PRICE, price=price) == expected


def test_a_city_by_either_name():
    place = site("地")
    assert verdict(place, Must(MustCode.CITY, names=("绍兴", "苏州"))) == OK
    assert verdict(place, Must(MustCode.CITY, names=("Shaoxing",))) == OK
    assert verdict(place, Must(MustCode.CITY, names=("苏州",))) == (("must_city",), ())


def test_a_site_that_fails_is_listed_with_every_reason_and_keeps_its_fit():
    places = [site("棚", ("studio_stage", "inside")), site("远", ("office", "inside"), lat=40.0)]
    scenes = [scene("office"), scene("studio_stage", number=2)]
    terms = Terms(date(2026, 1, 1), musts=(STAGE, NEAR), base=BASE)
    table = fit_table(places, scenes, WORDS, RULES, terms)
    free = fit_table(places, scenes, WORDS, RULES)
    assert (table.fit == free.fit).all()
    assert table.out().tolist() == [1]
    (out,) = table.excluded()
    assert (out.site_id, out.by_rule) == ("远", False)
    assert [reason.code for reason in out.because] == ["must_stage", "must_near"]
    for reason in (*out.because, *table.asks.get(0, ())):
        assert all(PHRASES.tell(reason, lang) != reason.code for lang in LANGUAGES)


def test_a_site_that_merely_serves_nothing_is_not_excluded():
    table = fit_table([site("园", ("garden", "outside"))], [scene("office")], WORDS, RULES)
    assert not table.fit.any()
    assert table.excluded() == ()


musts = st.lists(
    st.one_of(
        st.just(STAGE),
        st.builds(lambda km: Must(MustCode.NEAR, km), st.floats(0, 2_000)),
        st.builds(lambda cap: Must(MustCode.PRICE, cap), st.floats(0, 1e6)),
        st.just(Must(MustCode.NO_RISK)),
    ),
    max_size=4,
)


@given(musts)
def test_what_nobody_knows_never_excludes(some):
    blank = site("不知道", lat=35.0)
    told = judge_musts([blank], some, None, {})
    assert told.failed == {}
    table = fit_table(
        [blank], [scene("office")], WORDS, RULES, Terms(date(2026, 1, 1), musts=tuple(some))
    )
    assert table.excluded() == ()


@given(musts, st.floats(25, 40), st.floats(0, 50_000))
def test_a_must_never_changes_a_fit(some, lat, doubt):
    place = replace(site("地", ("office", "inside"), lat=lat), coord_uncertainty_m=doubt)
    terms = Terms(date(2026, 1, 1), musts=tuple(some), base=BASE)
    strict = fit_table([place], [scene("office")], WORDS, RULES, terms)
    free = fit_table([place], [scene("office")], WORDS, RULES)
    assert strict.fit[0, 0] == free.fit[0, 0]


@given(st.floats(0, 3_000), st.floats(0, 3_000), st.floats(25, 40))
def test_a_wider_circle_never_excludes_more(one, other, lat):
    near, wide = sorted((one, other))
    place = site("地", lat=lat)
    if not judge_musts([place], [Must(MustCode.NEAR, near)], BASE).failed:
        assert not judge_musts([place], [Must(MustCode.NEAR, wide)], BASE).failed

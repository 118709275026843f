"""A pack put together: which place takes which scene, what exactly that costs, what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo import actions
from geo.actions.pitch.counter import assigned
from geo.actions.pitch.legs import bearing
from geo.actions.pitch.sums import _shared
from geo.errors import PitchError
from geo.model import Basis, DayPart, IntExt, Match, ProjectFacts
from geo.model.pitch import Audience, Disclosure, PitchWishes
from geo.plan.calendar import sun_times
from geo.progress import finish
from tests.geo.actions.shelf import ranked

TODAY = date(2026, 11, 22)
CITY = "苏州"


@pytest.fixture(scope="module")
def ranking(ws, script):
    return ranked(ws, script, facts=ProjectFacts(), today=TODAY)


@pytest.fixture
def pitched(ws, ranking, script):
    """Puts a pack together; facts and whatever else is wished."""

    def make(facts=None, of=script, by=ranking, **wishes):
        told = ProjectFacts(facts or {})
        wished = PitchWishes(**wishes)
        return finish(actions.make_pitch(ws, by, of, told, wished, today=TODAY))

    return make


def town(ranking, city=CITY):
    return next(one for one in ranking.cities if one.city == city)


def test_without_a_choice_it_pitches_what_the_ranking_takes_at_the_same_price(pitched, ranking):
    pitch, offer = pitched(city=CITY), town(ranking)
    assert tuple(one.site.id for one in pitch.sites) == offer.sites
    assert tuple(one.scenes for one in pitch.sites) == offer.takes
    (money,) = pitch.money
    assert (money.cost, money.subsidy) == (offer.cost, offer.subsidy)
    assert money.net_certain.mid == round(offer.cost.priced_total.mid - offer.subsidy.certain, 2)
    best = ranking.cities[int(ranking.city_order.first(1)[0])].city
    assert pitched().city == best


def test_each_scene_goes_to_the_place_that_fits_it_best_as_ranked(pitched, ranking, script):
    ids = town(ranking).sites[:3]
    pitch = pitched(sites=ids)
    fits = {
        (offer.site.id, match.scene_id): match.fit
        for offer in ranking.sites
        if offer.site.id in ids
        for match in offer.matches
    }
    assert [one.scene_id for one in pitch.scenes] == [scene.id for scene in script.played]
    for scene in pitch.scenes:
        best = max((fits.get((one, scene.scene_id), 0.0) for one in ids), default=0.0)
        assert scene.fit == pytest.approx(best, abs=1e-4)
        assert (scene.site_id is None) == (best == 0)
    taken = [scene for one in pitch.sites for scene in one.scenes]
    assert sorted(taken) == sorted(one.scene_id for one in pitch.served)
    assert len(taken) == len(set(taken))


def test_a_place_no_ranking_holds_is_judged_by_the_same_rules(pitched, ranking):
    ids = town(ranking).sites[:2]
    ours, alone = pitched(sites=ids), pitched(sites=ids, by=None)
    assert [(one.site_id, one.fit) for one in alone.scenes] == [
        (one.site_id, one.fit) for one in ours.scenes
    ]
    assert alone.money == ours.money


def a_match(site, scene, fit):
    return Match(site, scene, fit, "teahouse", "teahouse", True)


def test_of_equal_places_as_few_as_can_be_take_the_scenes():
    scenes = [SimpleNamespace(id=name) for name in "abcd"]
    matches = {
        "one": [a_match("one", "a", 0.9)],
        "two": [a_match("two", scene, 0.8) for scene in "abc"],
        "three": [a_match("three", scene, 0.8) for scene in "bcd"],
    }
    found = assigned(scenes, matches)
    # a fits best at one, d only at three, which takes b and c with it: nobody needs two
    assert {site: [one.scene_id for one in some] for site, some in found.items()} == {
        "one": ["a"],
        "two": [],
        "three": ["b", "c", "d"],
    }


@given(
    st.lists(
        st.lists(st.sampled_from([0.0, 0.5, 0.8, 0.9]), min_size=5, max_size=5),
        min_size=1,
        max_size=4,
    )
)
def test_no_scene_goes_where_it_fits_worse_than_elsewhere(table):
    scenes = [SimpleNamespace(id=str(column)) for column in range(5)]
    matches = {
        str(row): [a_match(str(row), str(column), fit) for column, fit in enumerate(some) if fit]
        for row, some in enumerate(table)
    }
    taken = {
        match.scene_id: match.fit for some in assigned(scenes, matches).values() for match in some
    }
    best = {str(column): max(row[column] for row in table) for column in range(5)}
    assert taken == {scene: fit for scene, fit in best.items() if fit}


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.integers(0, 200))
def test_days_told_are_shared_out_and_none_counts_twice(weights, more):
    days = len(weights) + more
    shares = _shared(days, weights)
    assert sum(shares) == days
    assert min(shares) >= 1


def test_two_cities_share_the_days_that_the_crew_told(pitched, ranking):
    ids = town(ranking).sites[:2], town(ranking, "绍兴").sites[:2]
    pitch = pitched({"shoot.days": 9}, sites=(*ids[0], *ids[1]), city=CITY)
    assert [one.city for one in pitch.money] == [CITY, "绍兴"]
    assert sum(one.cost.days.mid for one in pitch.money) == 9
    assert "pitch_cities_apart" in {one.code for one in pitch.notes}
    assert pitch.gain.bed_nights.known


def test_what_the_place_gains_is_counted_by_the_cost_engine(pitched):
    pitch = pitched({"crew.size": 40, "shoot.days": 5, "jobs.local_share": 0.25}, city=CITY)
    gain = pitch.gain
    assert (gain.bed_nights.low, gain.bed_nights.mid, gain.bed_nights.high) == (200, 200, 200)
    assert gain.work_days.mid == 50
    # what is paid there is all but the journey, of which nobody has said where it begins
    assert gain.crew_spending.mid == pitch.money[0].cost.priced_total.mid
    assert gain.uplift.crew_spending == gain.crew_spending


def test_people_who_live_there_are_not_counted_as_guests(pitched):
    gain = pitched({"crew.home_city": CITY}, city=CITY).gain
    assert not gain.bed_nights.known
    assert not gain.work_days.known
    assert [one.code for one in gain.reasons] == ["pitch_nights_at_home", "pitch_work_days_unknown"]


def test_the_journey_is_paid_but_not_in_the_place(pitched):
    pitch = pitched({"crew.home_city": "北京"}, city=CITY)
    fares = next(line for line in pitch.money[0].cost.lines if line.code == "travel")
    assert fares.total.mid > 0
    left = pitch.money[0].cost.priced_total.mid - pitch.gain.crew_spending.mid
    assert left == pytest.approx(fares.total.mid, rel=0.2)


def test_light_is_that_of_the_day_and_told_only_for_scenes_outside(pitched):
    day = date(2026, 12, 22)
    pitch = pitched({"shoot.start_date": day}, city=CITY)
    for one in pitch.sites:
        assert pitch.sun[one.site.id] == sun_times(one.site.lat, one.site.lon, day)
    for scene in pitch.served:
        assert (scene.sun is None) == (scene.int_ext is IntExt.INT)
        assert scene.sun is None or scene.sun.dated
    assert any(scene.time is DayPart.NIGHT for scene in pitch.scenes)


def test_few_places_have_all_ways_and_many_only_those_that_join_them(pitched, ranking):
    ids = town(ranking).sites
    assert len(pitched(sites=ids[:4]).legs) == 6
    tree = pitched(sites=ids[:7]).legs
    assert len(tree) == 6
    reached = {tree[0].one}
    for leg in tree:
        assert leg.one in reached
        assert leg.two not in reached
        assert leg.km > leg.straight_km > 0
        reached.add(leg.two)
    assert reached == set(ids[:7])


@given(
    st.tuples(st.floats(18, 50), st.floats(75, 130)),
    st.tuples(st.floats(18, 50), st.floats(75, 130)),
)
def test_bearings_agree_with_a_surveyors(one, two):
    _, _, metres = Geod(ellps="sphere").inv(one[1], one[0], two[1], two[0])
    if metres < 1:
        return
    towards = Geod(ellps="sphere").inv(one[1], one[0], two[1], two[0])[0] % 360
    off = abs(bearing(one, two) - towards) % 360
    assert min(off, 360 - off) < 0.01


def test_kinds_asked_for_are_no_scenes_of_a_script_whatever_the_pack_is_called(ws, pitched):
    asked = {"of": None, "by": None, "city": "绍兴", "needs": ("hospital", "no_such_type")}
    plain, named = pitched(**asked), pitched(**asked, title="请来绍兴")
    for pitch in (plain, named):
        told = actions.pitch_text(ws, pitch)
        assert "种" in told
        assert "场里" not in told
    assert "no_such_type" not in actions.pitch_text(ws, plain)
    # wishes of another day change nothing for a script
    told = actions.pitch_text(ws, pitched(city=CITY, needs=("hospital",)))
    assert "场都能拍" in told


def test_what_a_pack_is_called_is_no_film_to_be_greeted(ws, pitched, script):
    asked = {"of": None, "by": None, "city": "绍兴", "title": "请来绍兴"}
    profile = pitched(**asked)
    assert profile.title == ""
    told = actions.pitch_text(ws, profile)
    assert "《请来绍兴》" not in told
    assert "剧组" not in told.splitlines()[0]
    named = pitched(city=CITY, title="请来苏州")
    assert named.title == script.title
    assert "请来苏州" not in actions.pitch_text(ws, named).splitlines()[0]


def test_no_direction_is_told_between_places_that_may_lie_either_way(ws, pitched):
    # 370 m apart, each known to 200 m; and 12 km apart
    near, far = (pitched(sites=sites).legs[0] for sites in (
        ("suzhou-hongyin", "suzhou-mudu"), ("suzhou-hongyin", "suzhou-ich-suxiu-institute"),
    ))  # fmt: skip
    assert 0.3 < near.straight_km <= 0.4
    assert near.bearing is None
    assert far.bearing is not None
    # the same spot twice
    site = ws.store.site("suzhou-hongyin")
    for one in ("same-1", "same-2"):
        ws.store.save_site(replace(site, id=one, coord_uncertainty_m=0.0))
    same = pitched(sites=("same-1", "same-2")).legs[0]
    for one in ("same-1", "same-2"):
        ws.store.retire_site(one)
    assert (same.straight_km, same.bearing) == (0.0, None)


def test_needs_without_a_script_are_scenes_of_their_own(pitched):
    pitch = pitched(of=None, by=None, city="绍兴", needs=("hospital", "teahouse", "no_such_type"))
    assert [one.asked for one in pitch.scenes] == ["hospital", "teahouse"]
    assert {one.site.city_zh for one in pitch.sites} == {"绍兴"}
    assert pitch.money[0].cost.priced_total.known


def test_a_profile_says_what_there_is_and_leaves_the_sum_open(pitched):
    pitch = pitched(of=None, by=None, city="绍兴")
    assert pitch.scenes == ()
    assert len(pitch.sites) == 12
    assert not pitch.money[0].cost.total.known
    assert not pitch.money[0].net_certain.known
    assert pitch.money[0].subsidy.policies
    assert pitch.gain is None
    assert all(one.cost.per_day.unit == "CNY/day" for one in pitch.sites)


def test_what_cannot_be_pitched_is_told_kindly(pitched, ranking):
    with pytest.raises(PitchError, match="pitch_no_places"):
        pitched(sites=("gone",))
    with pytest.raises(PitchError, match="pitch_place_unknown"):
        pitched(of=None, by=None)
    with pytest.raises(PitchError, match="pitch_area_empty"):
        pitched(of=None, by=None, city="拉萨")
    pitch = pitched(sites=(*town(ranking).sites[:1], "gone"), compare=("gone too",))
    told = {one.code: one.values for one in pitch.notes}
    assert told == {"pitch_places_gone": {"n": 1}, "pitch_compare_gone": {"n": 1}}


def test_candidates_stand_side_by_side_with_the_figures_of_the_ranking(pitched, ranking):
    site = town(ranking).sites[0]
    pitch = pitched(city=CITY, compare=(CITY, "绍兴", site))
    assert [(one.key, one.ours) for one in pitch.compared] == [
        (CITY, True),
        ("绍兴", False),
        (site, True),
    ]
    for one in pitch.compared[:2]:
        offer = town(ranking, one.key)
        assert (one.cost, one.subsidy, one.uplift) == (offer.cost, offer.subsidy, offer.uplift)
        assert one.served == len(offer.covered)
    offer = next(one for one in ranking.sites if one.site.id == site)
    alone = pitch.compared[2]
    assert (alone.cost, alone.uplift) == (offer.cost, offer.uplift)
    assert alone.served == len(offer.matches)


@pytest.mark.parametrize(
    ("audience", "ticked", "shown"),
    [
        (Audience.PUBLIC, (), [CITY]),
        (Audience.PUBLIC, (Disclosure.RIVALS,), [CITY, "绍兴"]),
        (Audience.INTERNAL, (), [CITY, "绍兴"]),
        (None, (), [CITY, "绍兴"]),
    ],
)
def test_rivals_are_for_the_office_unless_ticked(pitched, audience, ticked, shown):
    wishes = {"audience": audience, "disclose": frozenset(ticked)}
    pitch = pitched(city=CITY, compare=(CITY, "绍兴"), **wishes)
    assert [one.key for one in pitch.compared] == shown
    rivals = next(one for one in pitch.disclosed if one.code == "rivals")
    assert (rivals.count, rivals.given) == (1, len(shown) == 2)


def test_what_is_open_names_who_could_say_it(pitched, ws):
    pitch = pitched(city=CITY)
    told = [ws.phrases.tell(one.what, "zh") for one in pitch.to_confirm]
    assert all(one.whom for one in pitch.to_confirm)
    codes = {one.what.code for one in pitch.to_confirm}
    assert {"confirm_venue_price", "confirm_contact", "confirm_hours", "confirm_fact"} <= codes
    assert len(set(told)) == len(told)
    for one, words in zip(pitch.to_confirm, told, strict=True):
        site = next((each.site for each in pitch.sites if each.site.id == one.site_id), None)
        assert site is None or site.name_zh in words
        assert site is None or site.id not in words
    # a venue with a price class of its own is not asked for one
    unpriced = {one.site_id for one in pitch.to_confirm if one.what.code == "confirm_venue_price"}
    for one in pitch.sites:
        venue = next(line for line in one.cost.lines if line.code == "venue")
        assert (venue.amount.basis is Basis.UNKNOWN) == (one.site.id in unpriced)


def test_every_source_of_a_figure_is_listed_once(pitched):
    pitch = pitched(city=CITY)
    assert len(pitch.sources) == len(set(pitch.sources))
    used = {source for one in pitch.money for source in one.cost.priced_total.sources}
    used |= {source for one in pitch.sites for source in one.site.sources}
    assert used <= set(pitch.sources)

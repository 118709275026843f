"""The ends of a fit: what it would be were all that nobody has looked at worse, or better."""

from dataclasses import replace
from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.match import Terms, fit_table
from geo.model import (
    DayPart,
    Effect,
    Exposure,
    IntExt,
    PermitBook,
    PermitRule,
    SitePick,
    SiteScene,
)
from tests.geo.match.made import RULES, WORDS, rules_with, scene, site

TEXT = ("", "")
MONUMENT = (SitePick(levels=("heritage_national",)),)
BOOK = PermitBook(
    (
        PermitRule("rooms", Effect.OUTDOORS, TEXT, TEXT, MONUMENT, inside=True),
        PermitRule("fire", Effect.EXCLUDED, TEXT, TEXT, MONUMENT, flags=("fire",)),
    )
)
TERMS = Terms(date(2026, 1, 1), BOOK)
KNOWN = {"eras": ("ancient",), "opening_note_zh": "8:30–17:00", "indoor_area_m2": 9_000.0}


def mean(place, scenes, rules=RULES):
    return float(fit_table([place], scenes, WORDS, rules, TERMS).mean()[0])


def ends(place, scenes, rules=RULES):
    low, high = fit_table([place], scenes, WORDS, rules, TERMS).ends()
    return float(low[0]), float(high[0])


def answers(place):
    """The place as it may turn out once somebody has looked."""
    open_at = [n for n, one in enumerate(place.scene_types) if one.exposure is Exposure.UNKNOWN]
    for told in product([Exposure.INSIDE, Exposure.OUTSIDE], repeat=len(open_at)):
        had = list(place.scene_types)
        for number, exposure in zip(open_at, told, strict=True):
            had[number] = SiteScene(had[number].scene_type, exposure)
        yield replace(place, scene_types=tuple(had))


places = st.builds(
    lambda had, levels: site("地点", *had, levels=levels, **KNOWN),
    st.lists(
        st.tuples(
            st.sampled_from(sorted(WORDS.scene_types)),
            st.sampled_from(["inside", "outside", "unknown", "unknown"]),
        ),
        max_size=4,
        unique_by=lambda one: one[0],
    ),
    st.lists(st.just("heritage_national"), max_size=1),
)
played = st.builds(
    scene,
    st.sampled_from(sorted(WORDS.scene_types)),
    st.sampled_from([*IntExt, None]),
    st.sampled_from(["fire", "fight", "drone"]),
    time=st.sampled_from([*DayPart, None]),
)
rules = st.builds(rules_with, combine=st.sampled_from([np.multiply, np.minimum]))


@given(places, st.lists(played, min_size=1, max_size=4), rules)
def test_no_answer_lies_beyond_the_ends(place, scenes, ways):
    low, high = ends(place, scenes, ways)
    now = mean(place, scenes, ways)
    could = [mean(one, scenes, ways) for one in answers(place)]
    assert low <= min([now, *could]) + 1e-6
    assert high >= max([now, *could]) - 1e-6
    useful = [one.scene_type for one in place.scene_types if one.exposure is Exposure.UNKNOWN]
    if len(useful) <= 1:
        assert (low, high) == pytest.approx((min([now, *could]), max([now, *could])), abs=1e-6)


def test_a_room_that_may_be_for_hire_worked_by_hand():
    # a palace serves inside scenes with 1 from inside, 0.5 from outside, 0.6 while nobody knows,
    # and outside scenes with 0.8, 1 and 0.8: means 0.9 inside, 0.75 outside, 0.7 now
    place = site("宫", ("palace", "unknown"), **KNOWN)
    scenes = [scene("palace"), scene("palace", IntExt.EXT, number=2)]
    assert mean(place, scenes) == pytest.approx(0.7)
    assert ends(place, scenes) == pytest.approx((0.7, 0.9))


def test_a_barred_room_may_still_be_a_view():
    # nobody may shoot inside; if it turns out to be a mere view, the rule about rooms lets it be
    place = site("国保", ("palace", "unknown"), levels=["heritage_national"], **KNOWN)
    assert mean(place, [scene("palace")]) == 0
    assert ends(place, [scene("palace")]) == pytest.approx((0, 0.5))
    # no fire there, inside or outside
    assert ends(place, [scene("palace", IntExt.INT, "fire")]) == (0, 0)


def test_a_scene_type_that_serves_nothing_asked_opens_nothing():
    place = site("园", ("garden", "unknown"), ("studio_stage", "inside"), **KNOWN)
    fit = mean(place, [scene("studio_stage")])
    assert ends(place, [scene("studio_stage")]) == (fit, fit)


@pytest.mark.parametrize(
    ("field", "played", "worst"),
    [
        ("eras", scene("office", era="ancient"), ("futuristic",)),
        (
            "opening_note_zh",
            scene("garden", IntExt.EXT, time=DayPart.NIGHT),
            "8:30–17:00",
        ),
        ("indoor_area_m2", scene("office", IntExt.INT, ("crowd", 100)), 1.0),
    ],
)
def test_what_nobody_noted_of_the_place_is_taken_for_the_worse(field, played, worst):
    loose = replace(RULES, least=0.0)
    known = {**KNOWN, "opening_note_zh": "全天开放"}
    place = site("地", ("office", "inside"), ("garden", "outside"), **known)
    blank = replace(place, **{field: () if field == "eras" else None})
    bad = mean(replace(place, **{field: worst}), [played], loose)
    assert ends(blank, [played], loose) == pytest.approx((bad, mean(blank, [played], loose)))
    assert bad < mean(blank, [played], loose)


@given(st.lists(places, min_size=1, max_size=5), st.lists(played, max_size=3))
def test_a_site_has_the_same_ends_in_any_company(some, scenes):
    low, high = fit_table(some, scenes, WORDS, RULES, TERMS).ends()
    assert len(low) == len(high) == len(some)
    for row, place in enumerate(some):
        assert (low[row], high[row]) == ends(place, scenes)

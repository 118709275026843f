"""The parts of a fit: each with its reason, together the fit, and never raised by trouble."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FactsError
from geo.match import Terms, fit_table, load_rules
from geo.match.opening import hours, open_at, told
from geo.match.parts import distance_km
from geo.model import CultureNeed, DayPart, Flag, IntExt, Kind, Need
from geo.phrases import LANGUAGES, load_phrases
from tests.geo.match.made import ASSETS, FLAGS, RULES, WORDS, rules_with, scene, site

PHRASES = load_phrases(ASSETS / "phrases")
BASE = (30.0, 120.0)


def parts(place, played, rules=RULES, **terms):
    table = fit_table([place], [played], WORDS, rules, Terms(date(2026, 1, 1), **terms))
    (match,) = table.matches(0)
    return {part.code: part for part in match.parts}


def factor(place, played, code):
    part = parts(place, played).get(code)
    return None if part is None else (round(part.factor, 4), part.reason.code)


GARDEN = site("园", ("garden", "outside"), levels=["world_heritage"])
NIGHT = scene("garden", IntExt.EXT, time=DayPart.NIGHT)


def test_the_way_there_is_told_and_not_counted_twice():
    far = site("远", ("garden", "outside"), lat=31.0)
    way = parts(far, NIGHT, base=BASE)["distance"]
    assert way.factor == 1
    assert way.reason.values["km"] == pytest.approx(111.2, abs=0.1)
    assert "distance" not in parts(far, NIGHT)
    counted = rules_with(near_km=11.2, far_km=211.2, far=0.5)
    assert parts(far, NIGHT, counted, base=BASE)["distance"].factor == pytest.approx(0.75, abs=1e-3)


def test_kilometres_agree_with_a_known_pair():
    # Beijing to Shanghai by the haversine formula on a sphere of 6371.0088 km
    place = site("上海", lat=31.2304, lon=121.4737)
    assert distance_km([place], (39.9042, 116.4074))[0] == pytest.approx(1067.3, abs=0.2)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("8:30–17:00；与鉴湖联票", ((8.5, 17.0),)),
        ("周二至周日8:30–11:00、13:00–16:00", ((8.5, 11.0), (13.0, 16.0))),
        ("全天开放街区", ((0.0, 24.0),)),
        ("街区免费", ()),
        ("22:00-6:00", ()),
        (None, ()),
    ],
)
def test_hours_are_read_from_the_note_or_not_known(note, expected):
    assert hours(site("s", opening_note_zh=note)) == expected


def test_hours_are_told_as_on_a_door():
    windows = ((8.5, 11.0), (13.0, 16.25))
    assert told(windows) == "8:30–11:00, 13:00–16:15"
    assert [open_at(windows, hour) for hour in (8.0, 8.5, 11.0, 16.0)] == [False, True, False, True]


def test_a_night_outside_is_bargained_for_where_the_gate_shuts():
    shut = replace(GARDEN, opening_note_zh="8:30–17:00")
    assert factor(shut, NIGHT, "time") == (RULES.parts.shut, "fit_time_shut")
    assert factor(replace(GARDEN, opening_note_zh="全天开放"), NIGHT, "time") == (
        1,
        "fit_time_open",
    )
    assert factor(GARDEN, NIGHT, "time") == (1, "ask_time")
    assert factor(replace(shut, kind=Kind.BASE), NIGHT, "time") == (1, "ask_time")
    assert factor(shut, replace(NIGHT, time=DayPart.DAY), "time") is None
    room = site("屋", ("office", "inside"), opening_note_zh="8:30–17:00")
    assert factor(room, scene("office", time=DayPart.NIGHT), "time") is None


def test_people_need_a_floor_that_is_known():
    played = scene("office", IntExt.INT, ("crowd", 38), cast=("甲", "乙"))
    small = site("小", ("office", "inside"), indoor_area_m2=45.0)
    assert factor(small, played, "size") == (0.75, "fit_size_tight")
    assert factor(replace(small, indoor_area_m2=9.0), played, "size") == (0.5, "fit_size_tight")
    # all floors are enough, but nobody knows how large one set is
    assert factor(replace(small, indoor_area_m2=900.0), played, "size") == (1, "ask_size")
    sets = replace(small, indoor_area_m2=900.0, sets_count=10)
    assert factor(sets, played, "size") == (1, "fit_size_room")
    assert factor(replace(small, indoor_area_m2=None), played, "size") == (1, "ask_size")
    assert factor(small, scene("office", IntExt.INT, "crowd"), "size") is None


def test_the_worst_flag_counts_at_a_protected_place_and_nowhere_else():
    trouble = scene("garden", IntExt.EXT, "fire", "fight")
    assert factor(GARDEN, trouble, "flags") == (0.7, "fit_flags")
    assert parts(GARDEN, trouble)["flags"].reason.values["flags"] == "fire,fight"
    assert factor(site("野", ("garden", "outside")), trouble, "flags") is None
    doubtful = site("疑", ("garden", "outside"), levels=["world_heritage"], certainty="unverified")
    assert factor(doubtful, trouble, "flags") is None


def test_an_era_nobody_noted_is_asked_about():
    old = replace(NIGHT, era="ancient")
    assert factor(GARDEN, old, "era") == (1, "ask_era")
    assert factor(replace(GARDEN, eras=("ancient",)), old, "era") == (1, "fit_era_right")
    assert factor(replace(GARDEN, eras=("contemporary",)), old, "era") == (0.3, "fit_era")


def test_a_room_nobody_opened_is_asked_about_and_a_mere_outside_is_told():
    room = scene("palace")
    assert factor(site("甲", ("palace", "unknown")), room, "place") == (0.6, "ask_inside")
    assert factor(site("乙", ("palace", "outside")), room, "place") == (0.5, "fit_place_outside")
    assert factor(site("丙", ("palace", "inside")), room, "place") == (1, "fit_place_right")
    outside = scene("palace", IntExt.EXT)
    assert factor(site("丁", ("palace", "inside")), outside, "place") == (0.8, "fit_place_inside")


def test_a_reading_that_was_a_guess_is_a_part_of_its_own():
    guess = replace(scene("office"), needs=(Need("office", 0.4, ("屋",)),))
    place = site("屋", ("office", "inside"))
    assert factor(place, guess, "reading") == (0.8, "fit_reading")
    assert factor(place, scene("office"), "reading") is None


def test_the_sentence_of_a_match_leaves_out_what_costs_nothing():
    played = replace(NIGHT, era="ancient", flags=(Flag("fire"),))
    place = replace(GARDEN, eras=("contemporary",), opening_note_zh="全天开放")
    loose = replace(RULES, least=0.1)
    (match,) = fit_table([place], [played], WORDS, loose).matches(0)
    assert [one.code for one in match.reasons] == ["fit_direct", "fit_era", "fit_flags"]


def test_words_nobody_knows_are_passed_over():
    strange = site("怪", ("spaceship", "inside"), ("office", "inside"))
    table = fit_table([strange], [scene("spaceship"), scene("office", number=2)], WORDS, RULES)
    assert table.fit[0].tolist() == [0, 1]
    assert table.parts(0, 0) == table.why(0, 0) == ()
    assert table.matches(0)[0].served == "office"


had = st.lists(
    st.tuples(
        st.sampled_from(sorted(WORDS.scene_types)),
        st.sampled_from(["inside", "outside", "unknown"]),
    ),
    min_size=1,
    max_size=4,
)
places = st.builds(
    lambda has, levels, eras, note, area, kind: site(
        "越剧院",
        *has,
        levels=levels,
        eras=eras,
        opening_note_zh=note,
        indoor_area_m2=area,
        kind=kind,
    ),
    had,
    st.lists(st.sampled_from(RULES.parts.protected), max_size=1),
    st.lists(st.sampled_from(sorted(RULES.era)), max_size=2, unique=True).map(tuple),
    st.sampled_from([None, "8:30–17:00", "全天开放"]),
    st.sampled_from([None, 30.0, 3000.0]),
    st.sampled_from(list(Kind)),
)
played = st.builds(
    lambda code, int_ext, time, era, craft, sure, flags: replace(
        scene(code, int_ext, *flags, time=time, era=era, culture=craft),
        needs=(Need(code, sure), Need("garden", 0.6)),
    ),
    st.sampled_from(sorted(WORDS.scene_types)),
    st.sampled_from([*IntExt, None]),
    st.sampled_from([*DayPart, None]),
    st.sampled_from([*sorted(RULES.era), None, "myth"]),
    st.sampled_from([(), (CultureNeed("yue"),), (CultureNeed("none"),)]),
    st.floats(0.2, 1),
    st.lists(st.sampled_from(["fire", "fight", ("crowd", 40)]), max_size=2, unique=True),
)


@given(
    st.lists(places, max_size=4),
    st.lists(played, max_size=4),
    st.sampled_from(["product", "least"]),
)
def test_the_parts_make_the_fit(some, scenes, how):
    ufunc = {"product": np.multiply, "least": np.minimum}[how]
    table = fit_table(some, scenes, WORDS, rules_with(combine=ufunc))
    assert ((table.fit >= 0) & (table.fit <= 1)).all()
    for row, column in np.argwhere(table.fit):
        told_parts = table.parts(row, column)
        assert ufunc.reduce([part.factor for part in told_parts]) == pytest.approx(
            float(table.fit[row, column]), abs=1e-6
        )
        assert all(0 <= part.factor <= 1 for part in told_parts)
        for part in told_parts:
            assert part.reason.code in PHRASES.templates
            assert f"fit_part_{part.code}" in PHRASES.templates
            for lang in LANGUAGES:
                assert PHRASES.tell(part.reason, lang)
            if part.code not in ("place", "type") and part.reason.code.startswith("ask_"):
                assert part.factor == 1


@given(places, played, st.sampled_from(sorted(FLAGS)), st.integers(1, 200))
def test_one_more_flag_never_raises_a_fit(place, one, code, count):
    more = replace(one, flags=(*one.flags, Flag(code, (), count)))
    before, after = fit_table([place], [one, more], WORDS, RULES).fit[0]
    assert after <= before


@given(places, played)
def test_not_knowing_the_hours_or_the_floor_never_lowers_a_fit(place, one):
    dark = replace(place, opening_note_zh=None, indoor_area_m2=None, eras=())
    known, unknown = fit_table([place, dark], [one], WORDS, RULES).fit[:, 0]
    assert unknown >= known


@given(st.lists(places, min_size=1, max_size=5), st.lists(played, min_size=1, max_size=4))
def test_a_fit_does_not_depend_on_the_neighbours(some, scenes):
    # but for the craft of the town, which is the same for all of them here
    table = fit_table(some, scenes, WORDS, RULES)
    for row, place in enumerate(some):
        assert np.array_equal(fit_table([place], scenes, WORDS, RULES).fit[0], table.fit[row])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("combine: product", "combine: mean"),
        ("shut: 0.85", "shut: 1.2"),
        ("far_km: 1000", "far_km: 50"),
        ("fire: 0.7", "fire: hot"),
        ("NIGHT: 20", "NOON: 20"),
        ("m2_per_person", "m2_per_dog"),
    ],
)
def test_part_rules_that_make_no_sense_are_refused(tmp_path, old, new):
    text = (ASSETS / "ranking.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "ranking.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(FactsError, match="rules_broken"):
        load_rules(path)

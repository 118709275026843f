"""Days worked out by hand, minute by minute; whatever a hand can lay is told, never refused."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import MoveKind, StripKind
from geo.phrases import load_phrases
from geo.plan.ground import Way
from geo.plan.heed import DARK
from geo.plan.timetable import timetable
from tests.geo.plan.grounds import RULES, SUN, ground, grounds_and_plans, order, plan, spot, strip

INSIDE = strip("tea", "int_day", 120, ("1", "2"))
OTHER = strip("hall", "int_day", 90)
X, Y = spot("x"), spot("y")
ROAD = {("x", "y"): Way(20.0, 25)}


def clocks(day):
    return [(one.come, one.start, one.end) for one in day.blocks]


def told(reasons):
    return [(one.code, dict(one.values)) for one in reasons]


def codes(reasons):
    return [one.code for one in reasons]


def only_day(land, *orders):
    (day,) = timetable(land, plan(*orders)).days
    return day


def test_two_sets_at_one_site():
    land = ground([INSIDE, OTHER], [X])
    found = timetable(land, plan(order(0, ("tea.int_day", "x", 120), ("hall.int_day", "x", 90))))
    (day,) = found.days
    # called at 6:00, half an hour of setting up, two hours, ten minutes, an hour and a half
    assert clocks(day) == [(360, 390, 510), (510, 520, 610)]
    assert (day.call, day.wrap, day.date) == (360, 610, date(2026, 9, 28))
    assert day.moves == day.notes == day.breaches == ()
    assert (found.hired, found.company_days, found.route) == ({"x": 1}, {"c0": 1}, ("c0",))
    assert found.move_km == found.commute_km == {}
    assert (found.left, found.breaches, found.road_days) == ((), (), 0)


def test_a_company_move_is_wrap_load_drive_unload_and_relight():
    land = ground([INSIDE, OTHER], [X, Y], ROAD)
    found = timetable(land, plan(order(0, ("tea.int_day", "x", 120), ("hall.int_day", "y", 90))))
    (day,) = found.days
    # from 8:30 on 15 + 15 + 25 + 15 + 15 = 85 minutes, then setting up
    assert clocks(day) == [(360, 390, 510), (595, 625, 715)]
    move = next(one for one in day.moves if one.kind is MoveKind.MOVE)
    assert (move.one, move.two, move.leave) == ("x", "y", 510)
    assert (move.minutes, move.drive, move.km) == (85, 25, 20.0)
    assert (found.hired, found.move_km) == ({"x": 1, "y": 1}, {"c0": 20.0})


@pytest.mark.parametrize("same", [{"parent": "base"}, {"hire": "base"}])
def test_sets_of_one_base_need_no_company_move(same):
    land = ground([INSIDE, OTHER], [spot("x", **same), spot("y", **same)], ROAD)
    found = timetable(land, plan(order(0, ("tea.int_day", "x", 120), ("hall.int_day", "y", 90))))
    assert clocks(found.days[0]) == [(360, 390, 510), (510, 520, 610)]
    assert all(one.kind is MoveKind.COMMUTE for one in found.days[0].moves)
    assert found.hired == ({"base": 1} if "hire" in same else {"x": 1, "y": 1})


def test_a_site_come_back_to_is_set_up_again_and_hired_once():
    land = ground([INSIDE, OTHER], [X, Y], ROAD)
    found = timetable(
        land,
        plan(
            order(0, ("tea.int_day", "x", 60), ("hall.int_day", "y", 90), ("tea.int_day", "x", 60))
        ),
    )
    assert clocks(found.days[0]) == [(360, 390, 450), (535, 565, 655), (740, 770, 830)]
    assert found.hired == {"x": 1, "y": 1}
    assert found.move_km == {"c0": 40.0}


def test_work_by_day_goes_up_to_the_work_that_waits_for_the_dark():
    late = strip("tea", "ext_night", 120)
    land = ground([INSIDE, late], [X])
    day = only_day(land, order(0, ("tea.int_day", "x", 120), ("tea.ext_night", "x", 120)))
    # dark at 18:24; setting up and two hours before: the last quarter is 15:45
    assert (day.call, clocks(day)) == (945, [(945, 975, 1_095), (1_095, 1_104, 1_224)])
    assert day.breaches == ()


def test_the_call_is_before_six_where_the_light_asks_for_it():
    land = ground([strip("lake", "ext_day", 720)], [X])
    day = only_day(land, order(0, ("lake.ext_day", "x", 720)))
    assert (day.call, clocks(day)) == (330, [(330, 360, 1_080)])
    assert told(day.notes) == [("plan_early_call", {"at": "05:30"})]
    assert day.breaches == ()


def test_dawn_lasts_from_first_light_to_an_hour_after_sunrise():
    land = ground([strip("lake", "dawn", 84)], [X])
    day = only_day(land, order(0, ("lake.dawn", "x", 84)))
    assert (day.call, clocks(day), day.breaches) == (300, [(300, 336, 420)], ())
    assert SUN.rise + 60 == 420
    late = only_day(land, order(0, ("lake.dawn", "x", 84), call=360))
    # 6:30 to 7:54, light until 7:00
    assert told(late.breaches) == [
        (
            "plan_light_dawn",
            {"set_id": "lake", "site_id": "x", "minutes": 54, "since": "05:36", "until": "07:00"},
        )
    ]


def test_dawn_after_a_night_is_the_dawn_that_follows():
    land = ground([strip("lake", "ext_night", 300), strip("lake", "dawn", 60)], [X])
    day = only_day(land, order(0, ("lake.ext_night", "x", 300), ("lake.dawn", "x", 60), call=1_200))
    # dark until 1440 + 336, called at 20:00
    assert clocks(day) == [(1_200, 1_230, 1_530), (1_530, 1_776, 1_836)]
    assert day.breaches == ()


def test_dusk_lasts_from_an_hour_before_sunset_to_the_dark():
    land = ground([strip("lake", "dusk", 84)], [X])
    day = only_day(land, order(0, ("lake.dusk", "x", 84)))
    assert (clocks(day), day.breaches) == ([(990, 1_020, 1_104)], ())


def test_day_work_after_dark_is_out_of_its_light():
    land = ground([strip("lake", "ext_night", 60), strip("wood", "ext_day", 90)], [X])
    day = only_day(
        land, order(0, ("lake.ext_night", "x", 60), ("wood.ext_day", "x", 90), call=1_080)
    )
    assert clocks(day) == [(1_080, 1_110, 1_170), (1_170, 1_180, 1_270)]
    assert told(day.breaches) == [
        (
            "plan_light_day",
            {"set_id": "wood", "site_id": "x", "minutes": 90, "since": "06:00", "until": "18:00"},
        )
    ]


def test_the_crew_rests_before_the_next_call():
    land = ground([strip("lake", "ext_night", 300), OTHER], [X])
    night, morning = ("lake.ext_night", "x", 300), ("hall.int_day", "x", 90)
    one, two = timetable(land, plan(order(0, night), order(1, morning))).days
    # from 18:24 to 23:24; ten hours later it is 9:24, the next quarter 9:30
    assert (one.call, one.wrap, two.call) == (1_065, 1_404, 570)
    assert two.breaches == ()
    one, two = timetable(land, plan(order(0, night), order(1, morning, call=360))).days
    assert told(two.breaches) == [("plan_rest_short", {"hours": 6.6, "least": 10.0})]


def test_a_shift_that_is_too_long():
    land = ground([strip("hall", "int_day", 900)], [X])
    day = only_day(land, order(0, ("hall.int_day", "x", 900)))
    assert (day.call, day.wrap) == (360, 1_290)
    assert told(day.breaches) == [("plan_shift_long", {"hours": 15.5, "most": 14.0})]


def test_closed_days_windows_and_crowds():
    spots = [
        spot("x", closed=frozenset({0})),
        spot("y", windows=((date(2026, 10, 1), date(2026, 10, 3)),), crowded=True),
        spot("z", shut=frozenset({date(2026, 10, 1)})),
    ]
    strips = [strip(f"s{n}", "int_day", 60) for n in range(3)]
    works = [("s0.int_day", "x", 60), ("s1.int_day", "y", 60), ("s2.int_day", "z", 60)]
    land = ground(strips, spots, dict.fromkeys([("x", "y"), ("y", "z"), ("x", "z")], Way(1.0, 5)))
    land = dataclasses.replace(land, holidays={date(2026, 10, 1): "国庆节"})
    monday, *_, thursday = timetable(land, plan(order(0, *works), order(3, *works))).days
    assert told(monday.breaches) == [
        ("plan_closed", {"site_id": "x", "date": "2026-09-28"}),
        ("plan_out_of_window", {"site_id": "y", "date": "2026-09-28"}),
    ]
    assert codes(thursday.breaches) == ["plan_closed", *["plan_minutes_over"] * 3]
    assert thursday.breaches[0].values["site_id"] == "z"
    assert told(thursday.notes) == [("plan_crowded", {"site_id": "y", "holiday": "国庆节"})]
    assert (monday.holiday, thursday.holiday) == ("", "国庆节")
    undated = timetable(dataclasses.replace(land, start=None), plan(order(0, *works)))
    assert (undated.days[0].breaches, undated.days[0].date) == ((), None)


def test_no_long_drive_after_a_late_wrap():
    land = ground([INSIDE, OTHER], [X, Y], {("x", "y"): Way(90.0, 60)})
    works = ("tea.int_day", "x", 120), ("hall.int_day", "y", 90)
    late = only_day(land, order(0, *works, call=1_110))
    assert [one.leave for one in late.moves if one.kind is MoveKind.MOVE] == [1_260]
    assert told(late.breaches) == [
        ("plan_late_drive", {"site_id": "y", "minutes": 60, "at": "21:00"})
    ]
    assert only_day(land, order(0, *works, call=1_109)).breaches == ()


def test_what_is_missing_doubled_split_or_unknown():
    land = ground([INSIDE, OTHER, strip("yard", "ext_day", 60, ("7", "8"))], [X, Y], ROAD)
    found = timetable(
        land,
        plan(
            order(0, ("tea.int_day", "x", 90), ("gone.int_day", "x", 60)),
            order(1, ("tea.int_day", "y", 90), ("hall.int_day", "y", 60), ("hall.int_day", "z", 9)),
            order(-1, ("hall.int_day", "x", 90)),
        ),
    )
    first, second = found.days
    assert first.breaches == ()
    assert told(second.breaches) == [
        ("plan_set_split", {"set_id": "tea", "site_id": "y"}),
        ("plan_minutes_over", {"set_id": "tea", "hours": 1.0, "minutes": 60}),
        ("plan_minutes_short", {"set_id": "hall", "hours": 0.5, "minutes": 30}),
    ]
    assert told(found.breaches) == [
        ("plan_day_off", {"day": 0, "most": 3_660}),
        ("plan_strip_unknown", {"day": 1}),
        ("plan_site_unknown", {"set_id": "hall", "day": 2}),
        ("plan_left_out", {"set_id": "yard", "scenes": 2}),
    ]
    assert found.left == ("yard.ext_day",)
    assert [block.part for day in found.days for block in day.blocks] == [True, True, False]


def test_each_part_of_a_strip_shows_its_own_scenes():
    long = strip("hall", "int_day", 300, ("1", "2", "3"))
    land = ground([long], [X])
    entry = ("hall.int_day", "x")
    found = timetable(land, plan(order(0, (*entry, 150)), order(1, (*entry, 150))))
    # the second scene lies from 100 to 200: on both days
    assert [day.blocks[0].scenes for day in found.days] == [("1", "2"), ("2", "3")]


CITIES = [spot("x", 0), spot("y", 1)]


def two_cities(first, second, minutes, **calls):
    land = ground([strip("a", "int_day", 600), OTHER], CITIES, {}, {(0, 1): minutes}, towns=2)
    return timetable(
        land,
        plan(
            order(first, ("a.int_day", "x", 600), call=calls.get("call")),
            order(second, ("hall.int_day", "y", 90)),
        ),
    )


def journeys(found):
    return [
        (day.day, one.one, one.two, one.leave, one.minutes)
        for day in found.days
        for one in day.moves
        if one.kind is MoveKind.CITY
    ]


def test_to_the_next_city_in_the_evening():
    found = two_cities(0, 1, 240)
    # wrapped at 16:30, there at 20:30, ten hours of rest until 6:30
    assert journeys(found) == [(0, "c0", "c1", 990, 240)]
    assert [day.call for day in found.days] == [360, 390]
    assert [day.hotel.near_site for day in found.days] == ["y", "y"]
    assert (found.route, found.company_days) == (("c0", "c1"), {"c0": 1, "c1": 1})


def test_to_the_next_city_in_the_morning_after_a_late_wrap():
    found = two_cities(0, 1, 240, call=690)
    # 11:30 to 22:00; ten hours and the four on the road: noon
    assert [day.call for day in found.days] == [690, 720]
    assert journeys(found) == [(1, "c0", "c1", 480, 240)]
    assert found.days[0].hotel.near_site == "x"
    assert found.days[1].breaches == ()


def test_to_the_next_city_on_a_free_day_and_the_days_before_are_waited():
    found = two_cities(0, 3, 240)
    assert journeys(found) == [(2, "c0", "c1", 360, 240)]
    assert found.company_days == {"c0": 2, "c1": 2}
    assert [day.city for day in found.days] == ["城0", "城0", "城1", "城1"]
    assert [day.hotel.near_site for day in found.days] == ["x", "x", "y", "y"]
    assert codes(found.days[1].notes) == ["plan_day_without_work"]
    assert found.days[1].blocks == found.days[2].blocks == ()


def test_whole_days_on_the_road_are_no_company_days():
    found = two_cities(0, 3, 900)
    assert journeys(found) == [(2, "c0", "c1", 360, 900)]
    assert (found.company_days, found.road_days) == ({"c0": 2, "c1": 1}, 1)


def test_a_journey_leaves_too_little_rest():
    found = two_cities(0, 1, 1_000)
    # wrap 16:30, at 23:45 called again at the latest: 31 hours and a quarter less 16 h 40
    assert found.days[1].breaches == ()
    land = ground([strip("a", "int_day", 600), OTHER], CITIES, {}, {(0, 1): 600}, towns=2)
    orders = order(0, ("a.int_day", "x", 600)), order(1, ("hall.int_day", "y", 90), call=360)
    second = timetable(land, plan(*orders)).days[1]
    # 13.5 hours between wrap and call, ten of them on the road
    assert told(second.breaches) == [
        (
            "plan_rest_journey",
            {"hours": 3.5, "least": 10.0, "city": "城1", "city_en": "City 1", "trip": 10.0},
        )
    ]


def test_from_home_and_back():
    land = ground([INSIDE], [X], {}, {(-1, 0): 300})
    early = only_day(land, order(0, ("tea.int_day", "x", 120)))
    # no company leaves at 1:00: there by 21:00 the evening before
    assert [(one.kind, one.one, one.two, one.leave) for one in early.moves] == [
        (MoveKind.ARRIVAL, "", "c0", 1_260 - 300 - 1_440),
        (MoveKind.DEPARTURE, "c0", "", 510),
    ]
    assert early.hotel is None
    late = only_day(land, order(0, ("tea.int_day", "x", 120), call=1_140))
    # at noon there is time in the morning; wrapped at 21:30 all sleep first, until 7:30
    assert [(one.kind, one.leave) for one in late.moves] == [
        (MoveKind.ARRIVAL, 840),
        (MoveKind.DEPARTURE, 1_290 + 600),
    ]
    assert late.hotel.near_site == "x"
    far = timetable(
        ground([INSIDE], [X], {}, {(-1, 0): 900}), plan(order(5, ("tea.int_day", "x", 120)))
    )
    assert (far.road_days, far.company_days, len(far.days)) == (2, {"c0": 1}, 1)


def test_one_hotel_for_a_stay_where_driving_is_least():
    spots = [spot(name, district=f"{name}区") for name in "abc"]
    ways = {("a", "b"): Way(15.0, 20), ("b", "c"): Way(25.0, 30), ("a", "c"): Way(45.0, 70)}
    strips = [strip(f"s{name}", "int_day", 120) for name in "abc"]
    land = ground(strips, spots, ways, rooms=14)
    found = timetable(
        land, plan(*(order(n, (f"s{name}.int_day", name, 120)) for n, name in enumerate("abc")))
    )
    # a: 2 x (20 + 70), b: 2 x (20 + 30), c: 2 x (70 + 30)
    assert {day.hotel.near_site for day in found.days} == {"b"}
    assert (found.days[0].hotel.district, found.days[0].hotel.rooms) == ("b区", 14)
    ways_of = [
        [(one.one, one.two, one.leave, one.minutes) for one in day.moves] for day in found.days
    ]
    assert ways_of == [
        [("", "a", 340, 20), ("a", "", 510, 20)],
        [],
        [("", "c", 330, 30), ("c", "", 510, 30)],
    ]
    assert found.commute_km == {"c0": 80.0}
    assert all(one.notes == () for one in found.days)


def test_long_and_late_commutes_are_told():
    land = ground(
        [strip("a", "int_day", 120), strip("b", "int_day", 120)],
        [X, Y],
        {("x", "y"): Way(50.0, 60)},
    )
    works = [order(n, ("a.int_day", "x", 60)) for n in range(2)]
    day = timetable(land, plan(*works, order(2, ("b.int_day", "y", 120)))).days[2]
    assert told(day.notes) == [("plan_commute_long", {"site_id": "y", "minutes": 60})]
    day = timetable(land, plan(*works, order(2, ("b.int_day", "y", 120), call=1_110))).days[2]
    assert told(day.notes) == [
        ("plan_commute_late", {"site_id": "y", "minutes": 60, "at": "21:00"})
    ]


def test_windows_to_black_out_and_neighbours():
    land = ground([strip("a", "int_night", 120)], [spot("x", homes=True)])
    by_day = only_day(land, order(0, ("a.int_night", "x", 120)))
    assert told(by_day.notes) == [("plan_black_out", {"set_id": "a", "site_id": "x"})]
    # 18:24 is dark
    dark = only_day(land, order(0, ("a.int_night", "x", 120), call=1_104 - 30))
    assert dark.notes == ()
    late = only_day(land, order(0, ("a.int_night", "x", 120), call=1_171))
    assert told(late.notes) == [("plan_night_homes", {"site_id": "x", "until": "22:01"})]
    assert only_day(land, order(0, ("a.int_night", "x", 120), call=1_170)).notes == ()
    assert codes(only_day(land, order(0, ("a.int_night", "x", 120), call=1_073)).notes) == [
        "plan_black_out"
    ]


def test_roads_and_journeys_nobody_knows_are_told_and_not_counted():
    land = ground([INSIDE, OTHER], [X, Y])
    day = only_day(land, order(0, ("tea.int_day", "x", 120), ("hall.int_day", "y", 90)))
    move = next(one for one in day.moves if one.kind is MoveKind.MOVE)
    assert (move.km, move.drive, move.minutes) == (None, 0, 60)
    assert "plan_road_unknown" in codes(day.notes)
    land = ground([INSIDE, OTHER], CITIES, towns=2)
    orders = order(0, ("tea.int_day", "x", 120)), order(1, ("hall.int_day", "y", 90))
    found = timetable(land, plan(*orders))
    assert told(found.days[1].notes) == [("plan_leg_unknown", {"city": "城1", "city_en": "City 1"})]


def test_two_cities_on_one_day():
    land = ground([INSIDE, OTHER], CITIES, {("x", "y"): Way(100.0, 75)}, {(0, 1): 90}, towns=2)
    found = timetable(land, plan(order(0, ("tea.int_day", "x", 120), ("hall.int_day", "y", 90))))
    (move,) = (one for one in found.days[0].moves if one.kind is MoveKind.CITY)
    assert (move.one, move.two, move.leave, move.minutes) == ("c0", "c1", 510, 135)
    assert (found.company_days, found.move_km) == ({"c1": 1}, {})
    assert found.days[0].hotel.near_site == "y"


def test_nothing_to_lay():
    assert timetable(ground([], []), plan()).days == ()
    found = timetable(ground([INSIDE], [X]), plan(order(0), order(7)))
    assert (found.days, found.left) == ((), ("tea.int_day",))


def broken(day, free):
    """Minutes against light, shift and rest."""
    dark = sum(int(one.values["minutes"]) for one in day.breaches if one.code in set(DARK.values()))
    return dark + max(0, day.wrap - day.call - RULES.day) + max(0, free - day.call)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(list(StripKind)), st.integers(1, 40).map(lambda n: n * 15)),
        min_size=1,
        max_size=4,
        unique_by=lambda one: one[0],
    ),
    st.integers(0, 1_400),
)
def test_no_other_call_breaks_less(works, before):
    strips = [strip(f"s{n}", kind, minutes) for n, (kind, minutes) in enumerate(works)]
    strips.append(strip("z", "int_day", before))
    land = ground(strips, [X])
    entries = [(one.id, "x", one.minutes) for one in strips[:-1]]
    eve = order(0, ("z.int_day", "x", before), call=900)
    # ten hours after the wrap, told on the clock of the second day
    free = 900 + 30 + before + 600 - 1_440
    day = timetable(land, plan(eve, order(1, *entries))).days[1]
    others = [
        timetable(land, plan(eve, order(1, *entries, call=call))).days[1]
        for call in range(0, 1_440, 15)
    ]
    best = min(
        (broken(one, free), max(0, free - one.call), max(0, 360 - one.call), one.wrap, -one.call)
        for one in others
    )
    assert best == (
        broken(day, free),
        max(0, free - day.call),
        max(0, 360 - day.call),
        day.wrap,
        -day.call,
    )


@settings(max_examples=150, deadline=None)
@given(grounds_and_plans())
def test_whatever_is_laid_is_told(made):
    land, arrangement = made
    found = timetable(land, arrangement)
    assert found == timetable(land, arrangement)
    laid = [entry for one in arrangement.days if 0 <= one.day < 3_660 for entry in one.entries]
    known = [one for one in laid if one.strip_id in land.strips and one.site_id in land.spots]
    assert sum(len(day.blocks) for day in found.days) == len(known)
    assert set(found.left) == set(land.strips) - {one.strip_id for one in known}
    numbers = [day.day for day in found.days]
    assert numbers == list(range(numbers[0], numbers[-1] + 1)) if numbers else True
    inside = found.road_days + sum(found.company_days.values())
    assert len(numbers) <= inside


@settings(max_examples=60, deadline=None)
@given(grounds_and_plans())
def test_the_order_of_days_in_the_list_is_nothing(made):
    land, arrangement = made
    numbers = [one.day for one in arrangement.days]
    if len(set(numbers)) == len(numbers):
        turned = dataclasses.replace(arrangement, days=arrangement.days[::-1])
        assert timetable(land, turned) == timetable(land, arrangement)


def test_every_code_of_light_has_a_sentence():
    phrases = load_phrases(Path(__file__).parents[3] / "assets" / "phrases")
    assert set(DARK.values()) <= phrases.templates.keys()

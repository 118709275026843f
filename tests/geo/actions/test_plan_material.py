"""What a plan is made from: strips and their minutes, fits of sets, places to hire, rules."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from geo.actions.planning.fits import LOCKED_ANYWAY, make_fits
from geo.actions.planning.hires import owner_of
from geo.actions.planning.moves import nearness
from geo.actions.planning.rules import listed, load_plan_rules
from geo.actions.planning.strips import all_sets, kind_of, make_work, scene_minutes
from geo.errors import FactsError, PlanError
from geo.model import (
    Basis,
    Booking,
    BookingStatus,
    DayPart,
    Hire,
    IntExt,
    Planned,
    PlanWishes,
    ProjectFacts,
    Scene,
    Script,
    ScriptSet,
    StripKind,
)
from tests.geo.actions.planning_desks import desk_of, facts
from tests.geo.actions.shelf import CITIES, ranked

PACE = (25.0, 27.5, 30.0)


def scene(number, int_ext=IntExt.INT, time=DayPart.DAY, **more):
    return Scene(f"s{number}", None, number, int_ext, time, "茶馆", **more)


@pytest.fixture(scope="module")
def rules(ws):
    return load_plan_rules(ws.assets / "rules")


@pytest.fixture(scope="module")
def ranking(some, script):
    return ranked(some, script, cities=CITIES)


@pytest.mark.parametrize(
    ("int_ext", "time", "kind"),
    [
        (IntExt.INT, DayPart.DAY, StripKind.INT_DAY),
        (IntExt.INT, DayPart.NIGHT, StripKind.INT_NIGHT),
        (IntExt.INT, DayPart.DAWN, StripKind.INT_DAY),
        (IntExt.EXT, DayPart.DAY, StripKind.EXT_DAY),
        (IntExt.EXT, DayPart.NIGHT, StripKind.EXT_NIGHT),
        (IntExt.EXT, DayPart.DAWN, StripKind.DAWN),
        (IntExt.EXT, DayPart.DUSK, StripKind.DUSK),
        (IntExt.BOTH, DayPart.NIGHT, StripKind.EXT_NIGHT),
        (IntExt.BOTH, DayPart.DAY, StripKind.EXT_DAY),
        (None, None, StripKind.INT_DAY),
        (IntExt.EXT, None, StripKind.EXT_DAY),
    ],
)
def test_each_scene_is_shot_in_its_light(int_ext, time, kind):
    assert kind_of(scene(1, int_ext, time)) is kind


def test_a_set_has_a_strip_for_each_light(rules):
    scenes = (scene(1), scene(2, time=DayPart.NIGHT), scene(3), scene(4, omitted=True))
    sets = (ScriptSet("a", "茶馆", ("s1", "s2", "s3", "s4")),)
    work = make_work(Script("片", scenes, sets), ProjectFacts(), rules, PACE)
    assert [(one.id, one.scenes) for one in work.strips] == [
        ("a.int_day", ("s1", "s3")),
        ("a.int_night", ("s2",)),
    ]


def test_a_scene_in_no_set_is_one_of_its_own():
    script = Script("片", (scene(1), scene(2)), (ScriptSet("a", "茶馆", ("s1",)),))
    assert [one.scenes for one in all_sets(script)] == [("s1",), ("s2",)]


def test_the_pace_gives_the_minutes(rules):
    # a day of 840 less half an hour of setting up, 27.5 scenes in it: 29.45 minutes each
    assert set(scene_minutes([scene(n) for n in range(9)], None, rules, 27.5).values()) == {29}


def test_told_days_give_the_minutes(rules):
    # 2 days of 840 minutes, four fifths of them shooting, shared by 12 scenes: 112 each
    told = scene_minutes([scene(n) for n in range(12)], 2, rules, 27.5)
    assert set(told.values()) == {112}


def test_pages_share_the_time_where_all_are_stated(rules):
    pages = (("pages", "1/8"),)
    scenes = [scene(1, length_eighths=3, details=pages), scene(2, details=pages)]
    told = scene_minutes(scenes, 1, rules, 27.5)
    # 672 minutes of shooting: 3 parts and 1 part
    assert told == {"s1": 504, "s2": 168}
    scenes[1] = scene(2)
    assert scene_minutes(scenes, 1, rules, 27.5) == {"s1": 336, "s2": 336}


def test_the_fit_of_a_set_is_the_mean_of_its_scenes_or_none(ranking, script, rules):
    ids = [one.id for one in script.played]
    sets = [ScriptSet(f"{one}+{two}", "", (one, two)) for one in ids[:9] for two in ids[9:]]
    fits = make_fits(sets, ranking, Planned(), rules)
    seen = 0
    for row, one in enumerate(fits.sets):
        for column, offer in enumerate(ranking.sites):
            found = [match.fit for match in offer.matches if match.scene_id in one.scenes]
            whole = len(found) == len(one.scenes)
            expected = sum(found) / len(found) if whole else 0.0
            assert fits.fit[row, column] == pytest.approx(expected)
            seen += whole
    assert 0 < seen < fits.fit.size


def test_only_pairs_near_the_best_are_open(ranking, script, rules):
    for least in (0.5, 0.9, 1.0):
        wished = Planned(PlanWishes(least_fit=least))
        fits = make_fits(all_sets(script), ranking, wished, rules)
        standing = ranking.columns.standing
        usable = np.ones(len(fits.sites), bool) if standing is None else standing
        for row in range(len(fits.sets)):
            best = fits.fit[row][usable].max(initial=0.0)
            expected = usable & (fits.fit[row] > 0) & (fits.fit[row] >= least * best)
            assert (fits.open[row] == expected).all()


def test_what_refused_or_is_ruled_out_is_shut(ranking, script, rules):
    sets = all_sets(script)
    plain = make_fits(sets, ranking, Planned(), rules)
    row, column = np.argwhere(plain.open)[0].tolist()
    set_id, site = sets[row].id, plain.sites[column]
    no = Booking(set_id, site.id, BookingStatus.REFUSED)
    refused = make_fits(sets, ranking, Planned(bookings=(no,)), rules)
    assert not refused.open[row, column]
    assert (refused.open[:, column].sum()) == plain.open[:, column].sum() - 1
    banned = make_fits(sets, ranking, Planned(PlanWishes(must_not_use=frozenset({site.id}))), rules)
    assert not banned.open[:, column].any()
    one_city = make_fits(sets, ranking, Planned(PlanWishes(cities=("绍兴",))), rules)
    assert {one_city.sites[c].city_zh for _, c in np.argwhere(one_city.open)} == {"绍兴"}


def test_a_lock_opens_its_pair_alone_even_where_nothing_matches(ranking, script, rules):
    sets = all_sets(script)
    plain = make_fits(sets, ranking, Planned(), rules)
    row, column = np.argwhere(plain.fit == 0)[0].tolist()
    locks = {sets[row].id: plain.sites[column].id, "gone": "x", sets[row - 1].id: "nowhere"}
    fits = make_fits(sets, ranking, Planned(PlanWishes(locks=locks)), rules)
    assert np.flatnonzero(fits.open[row]).tolist() == [column]
    assert fits.fit[row, column] == pytest.approx(LOCKED_ANYWAY)
    assert fits.locks == {sets[row].id: plain.sites[column].id}
    assert {one.code for one in fits.notes} == {"plan_lock_unfit", "plan_lock_gone"}


def test_child_sets_share_the_hire_of_their_base(catalogue):
    base, child, other, alone = catalogue[:4]
    paid = (Hire(900, "day", Basis.QUOTED),)
    sites = [
        base,
        replace(child, parent=base.id, hires=()),
        replace(other, parent=base.id, hires=paid),
        replace(alone, parent="not-there", hires=()),
    ]
    assert owner_of(sites) == {
        base.id: base.id, child.id: base.id, other.id: other.id, alone.id: alone.id,
    }  # fmt: skip


def test_a_base_and_its_children_are_one_place_to_hire(some, script, catalogue):
    family = [replace(one, parent=None, hires=()) for one in catalogue]
    towns = [one for one in family if one.city_zh == "苏州"]
    family = [replace(one, parent=towns[0].id) if one in towns[1:] else one for one in family]
    store = type(some.store)(family)
    desk = desk_of(replace(some, store=store), script)
    here = [place.id for place in desk.problem.places if place.city == 0 or place.city == 1]
    names = {site.id: site.city_zh for site in family}
    assert [one for one in here if names[one] == "苏州"] == [towns[0].id]
    # whatever serves a set is a site of the base, and the best of them
    place = here.index(towns[0].id)
    for row, one in enumerate(desk.fits.sets):
        column = int(desk.hires.site_of[row, place])
        if column >= 0:
            mine = [desk.fits.columns[site.id] for site in towns]
            assert column in mine
            assert desk.fits.fit[row, column] == desk.fits.fit[row][mine].max()
            assert desk.hires.site(desk.fits, one.id, towns[0].id) == desk.fits.sites[column].id


def test_giving_up_what_is_agreed_counts_once(some, script):
    plain = desk_of(some, script)
    row, place = np.argwhere(plain.problem.quality > 0)[0].tolist()
    set_id, site_id = plain.problem.units[row].id, plain.problem.places[place].id
    other = plain.problem.places[np.flatnonzero(plain.problem.quality[row] > 0)[-1]].id
    assert other != site_id
    told = [
        (BookingStatus.CONFIRMED, None, 20_000),
        (BookingStatus.CONFIRMED, 66_000.0, 66_000),
        (BookingStatus.FIRST_HOLD, 66_000.0, 5_000),
        (BookingStatus.ASKED, None, 0),
    ]
    for status, deposit, counts in told:
        booking = Booking(set_id, site_id, status, deposit=deposit)
        costs = desk_of(some, script, bookings=[booking]).problem.pair_cost
        if not counts:
            assert costs is None
            continue
        assert costs[row, place] == 0
        assert set(np.delete(costs[row], place).tolist()) == {counts * 100}
        assert not np.delete(costs, row, axis=0).any()
    both = [
        Booking(set_id, site_id, BookingStatus.CONFIRMED),
        Booking(set_id, other, BookingStatus.FIRST_HOLD),
    ]
    costs = desk_of(some, script, bookings=both).problem.pair_cost
    index = {one.id: at for at, one in enumerate(plain.problem.places)}
    assert costs[row, index[other]] == (20_000 - 5_000) * 100
    assert desk_of(some, script, bookings=both, keep=False).problem.pair_cost is None


def test_windows_and_weekdays_reach_the_solver(some, script):
    plain = desk_of(some, script)
    site_id = plain.problem.places[0].id
    days = ((date(2026, 12, 1), date(2026, 12, 3)),)
    desk = desk_of(
        some, script, facts=facts(shoot__start_date=date(2026, 12, 1)), windows={site_id: days}
    )
    place = next(one for one in desk.problem.places if one.id == site_id)
    assert place.windows == days
    assert desk.problem.start == date(2026, 12, 1)
    # new year of 2027 lies within the year looked at, and scenic areas are full then
    crowded = [one for one in desk.problem.places if desk.ground.spots[one.id].crowded]
    assert crowded
    assert all(date(2027, 1, 1) in one.shut for one in crowded)


def test_nearness_only_decides_between_equals(some, script):
    desk = desk_of(some, script)
    near = nearness(desk.problem, desk.ground)
    assert near.shape == desk.problem.quality.shape
    assert (near[desk.problem.quality == 0] == 0).all()
    # one fen for each kilometre: all of it is less than a yuan for every set
    assert near.max(axis=1).sum() <= 100 * len(desk.problem.units) * 3


def test_rules_are_listed_with_reasons(rules):
    told = {one.name: one for one in listed(rules)}
    assert told["day_minutes"].value == 840
    assert all(one.why["zh"] and one.why["en"] for one in told.values())
    assert all(one.low <= one.value <= one.high for one in told.values())


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ({"nap": 3}, "plan_rule_unknown"),
        ({"day_minutes": 0}, "plan_rule_bad"),
        ({"call": float("nan")}, "plan_rule_bad"),
        ({"left_out": -1}, "plan_rule_bad"),
        ({"least_fit": 1.2}, "plan_rule_bad"),
    ],
)
def test_rules_of_the_users_own_are_checked(rules, own, code):
    with pytest.raises(PlanError, match=code):
        rules.with_own(own)


def test_own_rules_stand_over_ours(rules):
    mine = rules.with_own({"day_minutes": 1_000, "change": 40})
    work = mine.of_work()
    assert (work.day, work.change) == (1_000, 40)
    # a change takes no longer than setting up, and a day and its rest fill a day at most
    assert work.setup == 40
    assert work.rest == 440


def test_a_broken_file_of_rules_is_told(tmp_path):
    (tmp_path / "plan.yaml").write_text("rules: {day_minutes: {value: x}}", encoding="utf-8")
    with pytest.raises(FactsError, match="rules_broken"):
        load_plan_rules(tmp_path)


@pytest.mark.parametrize(
    "wishes",
    [
        {"most_days": 0},
        {"most_days": -3},
        {"most_sites": 0},
        {"least_fit": float("nan")},
        {"weights": {"set-1": float("nan")}},
        {"weights": {"set-1": -1.0}},
    ],
)
def test_wishes_without_sense_are_refused(some, script, wishes):
    with pytest.raises(PlanError, match="plan_wish_bad"):
        desk_of(some, script, **wishes)


def test_a_deposit_that_is_no_number_is_refused(some, script):
    bad = Booking("set-1", "x", BookingStatus.CONFIRMED, deposit=float("nan"))
    with pytest.raises(PlanError, match="plan_wish_bad"):
        desk_of(some, script, bookings=[bad])


def test_a_site_without_position_is_named(some, script, ranking):
    lost = replace(ranking.sites[3], site=replace(ranking.sites[3].site, lat=float("nan")))
    broken = replace(ranking, sites=(*ranking.sites[:3], lost, *ranking.sites[4:]))
    with pytest.raises(FactsError, match="plan_no_point") as error:
        desk_of(some, script, ranking=broken)
    assert error.value.values["site"] == lost.site.name_zh


def test_without_scenes_or_places_there_is_no_plan(some, script, ranking):
    empty = replace(script, scenes=(), sets=())
    with pytest.raises(PlanError, match="plan_no_scenes"):
        desk_of(some, empty, ranking=ranking)
    bare = replace(ranking, sites=(), excluded=())
    with pytest.raises(PlanError, match="plan_no_sites"):
        desk_of(some, script, ranking=bare)

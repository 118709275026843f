"""Fit: what serves what, inside and outside, and which craft lives where."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from geo.match import cheapest_cover, fit_table, load_rules
from geo.model import (
    CultureNeed,
    CultureTerm,
    DayPart,
    Exposure,
    IntExt,
    Kind,
    Need,
    Scene,
    SceneType,
    Site,
    SiteScene,
    StandIn,
    Vocabulary,
)

RULES = load_rules(Path(__file__).parents[3] / "assets" / "ranking.yaml")
NOW = ("contemporary",)
TYPES = {
    "office": SceneType("office", "办公室", "Office", "modern", IntExt.INT, NOW, ()),
    "ceo_office": SceneType(
        "ceo_office", "总裁办公室", "CEO", "modern", IntExt.INT, NOW, (), (StandIn("office", 0.7),)
    ),
    "garden": SceneType("garden", "园林", "Garden", "period", IntExt.BOTH, ("ancient",), ()),
    "stage": SceneType("stage", "戏台", "Stage", "period", IntExt.BOTH, ("ancient",), ()),
}
OPERA = CultureTerm("yue", "越剧", "Yue opera", ("越剧",), ("越剧",), ("stage",))
WORDS = Vocabulary(TYPES, {"yue": OPERA})


def site(name, *had, city="330600", kind=Kind.SCENIC, **more):
    scenes = tuple(SiteScene(code, exposure) for code, exposure in had)
    return Site(
        name, name, name, kind, city, "绍兴", "Shaoxing", None, 30, 120, "source", 100,
        scene_types=scenes, **more,
    )  # fmt: skip


def scene(code, int_ext=IntExt.INT, number=1, **more):
    needs = (Need(code, 0.9, ("词",)),)
    return Scene(f"1-{number}", 1, number, int_ext, DayPart.DAY, "某处", needs=needs, **more)


def fits(sites, scenes):
    return fit_table(sites, scenes, WORDS, RULES)


def test_a_skyline_never_serves_a_room():
    skyline = site("skyline", ("ceo_office", Exposure.OUTSIDE))
    table = fits([skyline], [scene("ceo_office"), scene("ceo_office", IntExt.EXT)])
    assert table.fit[0, 0] == 0
    assert table.fit[0, 1] > 0


def test_an_office_stands_in_for_the_boss_and_says_so():
    base = site("base", ("office", Exposure.INSIDE))
    table = fits([base], [scene("ceo_office")])
    (match,) = table.matches(0)
    assert (match.served, match.direct, match.fit) == ("office", False, pytest.approx(0.7))
    assert table.why(0, 0)[0].code == "fit_stand_in"


def test_a_room_nobody_opened_yet_counts_less_than_one_for_hire():
    known = site("known", ("office", Exposure.INSIDE))
    maybe = site("maybe", ("office", Exposure.UNKNOWN))
    table = fits([known, maybe], [scene("office")])
    assert table.fit[0, 0] > table.fit[1, 0] > 0


def test_the_city_of_a_craft_comes_before_a_city_without_it():
    stage = ("stage", Exposure.OUTSIDE)
    sites = [
        site("越剧艺术馆戏台", stage),
        site("镇上戏台", stage),
        site("外地戏台", stage, city="450100"),
    ]
    opera = scene("stage", IntExt.EXT, culture=(CultureNeed("yue", ("越剧",)),))
    own, near, far = fits(sites, [opera]).fit[:, 0]
    assert own > near > far > 0


def test_notes_of_a_scenic_area_do_not_make_it_carry_a_craft():
    stage = ("stage", Exposure.OUTSIDE)
    opera = scene("stage", IntExt.EXT, culture=(CultureNeed("yue", ("越剧",)),))
    mention = site("公园", stage, notes_zh="节日里有越剧演出")
    living = site("传习所", stage, kind=Kind.ICH, notes_zh="越剧传习")
    assert fits([mention], [opera]).fit[0, 0] < fits([living], [opera]).fit[0, 0]


def test_era_lowers_but_does_not_forbid():
    modern = site("modern", ("garden", Exposure.OUTSIDE), eras=NOW)
    old = site("old", ("garden", Exposure.OUTSIDE), eras=("ancient",))
    ancient = scene("garden", IntExt.EXT, era="ancient")
    table = fits([modern, old], [ancient])
    assert table.fit[1, 0] == pytest.approx(1.0)
    assert table.fit[0, 0] < table.fit[1, 0]


def test_a_scene_without_a_need_is_served_by_nobody():
    table = fits([site("s", ("office", Exposure.INSIDE))], [replace(scene("office"), needs=())])
    assert not table.fit.any()


def test_cover_takes_each_coverable_scene_once_and_prefers_the_cheap():
    both = [("office", Exposure.INSIDE), ("garden", Exposure.OUTSIDE)]
    sites = [site("dear", *both), site("cheap", *both), site("gardens", both[1])]
    scenes = [
        scene("office", number=1),
        scene("garden", IntExt.EXT, number=2),
        scene("stage", number=3),
    ]
    chosen = cheapest_cover(fits(sites, scenes), [0, 1, 2], [20_000, 9_000, 9_000])
    assert chosen == {1: (0, 1)}


def test_cover_of_nothing_is_nothing():
    assert cheapest_cover(fits([], [scene("office")]), [], []) == {}


def test_sizes_hold_for_no_scene_and_no_site():
    assert fits([], []).fit.shape == (0, 0)
    assert np.array_equal(fits([site("s")], []).fit, np.zeros((1, 0)))


def test_a_garden_that_the_action_mentions_does_not_serve_an_office():
    needs = (Need("office", 0.95), Need("garden", 0.45))
    mixed = replace(scene("office"), needs=needs)
    table = fits([site("garden", ("garden", Exposure.INSIDE))], [mixed])
    assert table.fit[0, 0] == 0


def test_a_guess_counts_less_than_a_reading():
    base = site("base", ("office", Exposure.INSIDE))
    guessed = replace(scene("office"), needs=(Need("office", 0.38),))
    table = fits([base], [scene("office"), guessed])
    assert table.fit[0, 0] > table.fit[0, 1] > 0

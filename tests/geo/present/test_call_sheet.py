"""Call sheets: rows by the clock, marks, who plays when, what nobody knows left open."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from geo.model import Booking, BookingStatus, Flag, MoveKind, PlanMove, Planned
from geo.present.call_sheet import day_sheets
from geo.present.plan_words import PlanWords
from tests.geo.present.plans import ONE, PHRASES, PLAN, SCENES, SCRIPT, SITES, paper_of, undated


def sheets(paper=None, lang="zh"):
    return day_sheets(PlanWords(paper or paper_of(), PHRASES, lang))


def test_every_day_has_a_sheet_and_shooting_days_are_counted():
    one, road, two = sheets()
    assert one.heading == "第 1 天 · 2026-11-20 周五 · 苏州"
    assert road.heading == "第 2 天 · 不拍戏 · 2026-11-21 周六 · 绍兴"
    assert two.heading == "第 3 天 · 2026-11-22 周日 · 元旦 · 绍兴"
    assert one.of == "第 1 个拍摄日，一共 2 个"
    assert two.of == "第 2 个拍摄日，一共 2 个"
    assert (one.shooting, road.shooting) == (True, False)


def test_rows_stand_by_the_clock_with_ways_between():
    one = sheets()[0]
    assert [(row.type, row.time) for row in one.rows] == [
        ("move", "03:00–05:30"),
        ("move", "06:00–06:25"),
        ("block", "07:00–10:00"),
        ("block", "10:10–11:40"),
        ("move", "20:30–22:00"),
        ("block", "22:30–次日 01:00"),
    ]
    assert one.rows[0].text == "进组：出发地 → 苏州 · 路上 2 小时 10 分，共 2 小时 30 分"
    assert one.rows[1].text == "出车：住处 → 平江影视基地·民国厅 · 9 公里，路上 25 分钟"
    assert one.rows[4].text == (
        "转场：平江影视基地·民国厅 → 平江影视基地 · 12 公里，路上 35 分钟，"
        "连收拾、装车、卸车、布光共 1 小时 30 分"
    )


def test_sites_have_marks_that_the_rows_use():
    one = sheets()[0]
    assert [(site.mark, site.name) for site in one.sites] == [
        ("A", "平江影视基地·民国厅"),
        ("B", "平江影视基地"),
    ]
    assert [row.mark for row in one.rows if row.type == "block"] == ["A", "B", "B"]


def test_what_nobody_knows_stays_open_for_the_pen():
    known, open_ = sheets()[0].sites
    assert known.contact == "王主任 0512-5550 0000"
    assert known.hospital == "姑苏区人民医院 急诊 0512-5550 0120"
    assert (open_.contact, open_.hospital) == ("", "")


def test_whom_to_ring_comes_from_a_booking_unless_the_place_refused():
    asked = Booking("gate", "stage", BookingStatus.ASKED, who="赵姐", phone="139")
    refused = replace(asked, site_id="hall", status=BookingStatus.REFUSED)
    paper = paper_of(planned=Planned(bookings=(refused, asked)))
    hall, stage = sheets(paper)[0].sites
    assert (hall.contact, stage.contact) == ("", "赵姐 139")


def test_rain_cover_is_told_for_work_outside_and_its_lack_is_marked():
    blocks = [row for row in sheets()[0].rows if row.type == "block"]
    inside, covered, bare = blocks
    assert (inside.rain, inside.no_rain) == ("", False)
    assert covered.rain == "雨备：改拍 沈家正厅（内日，1-1、1-2），在平江影视基地·民国厅"
    assert not covered.no_rain
    assert bare.no_rain
    assert "没有雨备" in bare.rain


def test_who_plays_in_the_order_needed_with_the_first_clock():
    cast = sheets()[0].cast
    assert [(one.name, one.scenes, one.first) for one in cast] == [
        ("沈知秋", "1-1、1-2、1-4", "07:00"),
        ("顾三", "1-1、1-3、1-4", "07:00"),
        ("车夫", "1-3", "10:10"),
    ]


def test_departments_read_what_to_bring():
    needs = dict(sheets()[0].needs)
    assert needs == {"群演": "1-2 场 40 人", "服装": "长衫（1-3）", "道具": "怀表、家书（1-1）"}


def test_a_flag_stands_once_with_all_its_scenes():
    boats = (Flag("boat"), Flag("night"))
    scenes = tuple(replace(one, flags=boats) if one.number in (1, 4) else one for one in SCENES)
    needs = dict(sheets(paper_of(script=replace(SCRIPT, scenes=scenes)))[0].needs)
    assert needs["提示"] == "船（1-1、1-4）"


def test_pages_add_up_in_eighths():
    one = sheets()[0]
    # 4 + 5 + 6 + 7 eighths of scenes 1 to 4
    assert one.pages == "2 6/8 页"
    assert [row.pages for row in one.rows if row.type == "block"] == [
        "1 1/8 页",
        "6/8 页",
        "7/8 页",
    ]


def test_the_sun_of_no_date_is_told_as_about():
    dated, open_ = sheets()[0], sheets(paper_of(undated()))[0]
    assert ("日出", "06:39") in dated.clocks
    assert ("日出", "约 06:39") in open_.clocks
    assert open_.date == "日期还没定"


def test_a_clock_before_midnight_of_the_day_says_so():
    late = PlanMove(MoveKind.ARRIVAL, "", "苏州", -100, 90, 90, None)
    day = replace(ONE, moves=(late,))
    first = sheets(paper_of(replace(PLAN, days=(day,))))[0].rows[0]
    assert first.time == "前一天 22:20–23:50"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_money_stands_on_a_call_sheet_that_goes_to_everybody(lang):
    text = repr([asdict(one) for one in sheets(lang=lang)])
    for sum_ in ("52,000", "52000", "100,000", "100000", "3,000", "9,000", "元 ", "RMB"):
        assert sum_ not in text


def test_english_names_where_there_are_any():
    one = sheets(lang="en")[0]
    assert one.heading == "Day 1 · 2026-11-20 Fri · Suzhou"
    assert one.sites[1].name == "Pingjiang Film Base"
    assert one.rows[0].text.startswith("Arrival: home → Suzhou")
    assert one.rows[-1].kind_text == "EXT NIGHT"


def test_a_site_the_catalogue_does_not_have_breaks_nothing():
    some = {key: one for key, one in SITES.items() if key != "garden"}
    last = sheets(paper_of(sites=some))[2]
    assert [site.name for site in last.sites] == ["平江影视基地·民国厅", "garden"]
    assert last.sites[1].position == ""


def test_what_comes_next_is_told_to_the_end():
    one, road, two = sheets()
    assert one.next == "第 2 天 · 不拍戏 · 2026-11-21 周六 · 绍兴"
    assert (
        road.next
        == "第 3 天 · 2026-11-22 周日 · 元旦 · 绍兴 · 12:00 开工 · 沈家正厅、绣楼、园中小亭"
    )
    assert two.next == ""

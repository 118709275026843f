"""A pitch in words: every figure is the one it was given, unknown stays unknown, nothing leaks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.actions.pitch.confirming import open_things
from geo.model import Combination, Range, Reason, Subsidy, unknown
from geo.model.pitch import BureauCard, PitchLang, PitchPart, SiteFile, ToConfirm
from geo.present.pitch.blocks import (
    Cell,
    Chart,
    Drawing,
    Facts,
    Look,
    Picture,
    Pictures,
    Said,
    photo_paths,
)
from tests.geo.present.pitch.reading import fact, page, paper_of, tables, texts, whole
from tests.geo.present.pitch.sample_pitch import (
    GUIDE,
    MEASURES,
    RULES,
    SCENES,
    cost,
    pitch,
    span,
)
from tests.geo.present.pitch.sample_tables import drawing

CHINESE = re.compile(r"[\u4e00-\u9fff]")
CITED = re.compile(r"\[(\d+)\]")


# ---- whole packs


@pytest.mark.parametrize("lang", list(PitchLang))
def test_every_part_is_there_and_every_code_is_told(lang, tmp_path):
    given = pitch(tmp_path, lang=lang)
    paper = paper_of(given, drawing(lambda zh, en: Said(zh, en)))
    assert [one.part for one in paper.pages] == list(PitchPart)
    told = whole(paper)
    assert not re.search(r"\b(pitch|line|basis|tier|kind|era|gated|method)[_.][a-z_]+", told)
    assert "{" not in told


def test_both_languages_are_the_two_packs_of_one_language():
    zh, en, both = (list(texts(paper_of(pitch(lang=one)))) for one in PitchLang)
    assert [one.main for one in both] == [one.main for one in zh]
    for mixed, english in zip(both, en, strict=True):
        if mixed.main == "万元":
            # figures drawn once for both are of one size in both
            assert mixed.second == "RMB 10,000"
            continue
        # what is the same in both languages stands once
        assert (mixed.second or mixed.main) == english.main


def test_english_pages_hold_no_chinese_but_names_from_the_script_and_sources():
    given = pitch(lang=PitchLang.EN)
    given = replace(given, title="A Song of Gusu", card=BureauCard("", "Wujiang film office"))
    sites = tuple(replace(one, file=SiteFile(one.site.id)) for one in given.sites)
    confirm = tuple(replace(one, whom_en="the base") for one in given.to_confirm)
    scenes = tuple(replace(one, set_name="Hall", reasons=()) for one in given.scenes)
    given = replace(given, sites=sites, to_confirm=confirm, scenes=scenes)
    paper = replace(paper_of(given), sources=())
    assert [one.main for one in texts(paper) if CHINESE.search(one.main)] == []


def test_parts_come_in_the_order_wished_and_empty_ones_are_left_out():
    parts = (PitchPart.CONTACTS, PitchPart.COMPARE, PitchPart.MAP, PitchPart.ANSWER)
    given = replace(pitch(parts=parts), compared=(), legs=())
    assert [one.part for one in paper_of(given).pages] == [PitchPart.CONTACTS, PitchPart.ANSWER]


def test_the_cover_begins_the_pack_wherever_it_was_put():
    parts = (PitchPart.CONTACTS, PitchPart.COVER, PitchPart.ANSWER)
    shown = [one.part for one in paper_of(pitch(parts=parts)).pages]
    assert shown == [PitchPart.COVER, PitchPart.CONTACTS, PitchPart.ANSWER]


def test_a_drawing_stands_on_the_map_page():
    sketch = drawing(lambda zh, _en: Said(zh))
    blocks = page(paper_of(pitch(), sketch), PitchPart.MAP).blocks
    assert isinstance(blocks[0], Drawing)
    assert blocks[0] is sketch


# ---- the answer


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["tongli", "lili", "garden", None]), min_size=1, max_size=12))
def test_the_hero_counts_what_the_scenes_say(places):
    scenes = tuple(replace(one, site_id=site) for one, site in zip(SCENES, places, strict=False))
    lead = page(paper_of(replace(pitch(), scenes=scenes)), PitchPart.ANSWER).blocks[0].text.main
    taken = sum(site is not None for site in places)
    total = len(places)
    if taken == total:
        assert lead == f"三处地方，{total} 场都能拍。"
    elif taken:
        assert lead == f"三处地方，能拍 {total} 场里的 {taken} 场。"
    else:
        assert "没有合适的地方" in lead


def test_the_title_promises_no_more_than_half_of_it_holds():
    few = tuple(replace(one, site_id=None) for one in SCENES[:-4]) + SCENES[:1]
    assert paper_of(pitch()).title.main == "《一曲姑苏》可以在吴江拍"
    assert paper_of(replace(pitch(), scenes=few)).title.main == "《一曲姑苏》里吴江能拍的"
    nothing = tuple(replace(one, site_id=None) for one in SCENES)
    assert paper_of(replace(pitch(), scenes=nothing)).title.main == "《一曲姑苏》：吴江取景推介"


def test_money_on_the_answer_is_what_the_engines_gave():
    paper = paper_of(pitch())
    net = fact(paper, PitchPart.ANSWER, "净费用")
    assert net.value.main == "≈ 4.6–8.4 万元，场地价另加"
    assert net.look is Look.ESTIMATE
    support = fact(paper, PitchPart.ANSWER, "奖补")
    assert support.value.main == "确定 0 元；有望 2 万元；最多 10 万元"
    assert [paper.sources[one - 1].main[:5] for one in support.sources] == ["吴江区政府"]


def test_what_nobody_published_is_to_be_confirmed_and_never_nought():
    given = pitch()
    money = replace(
        given.money[0],
        subsidy=Subsidy(unknown("CNY"), 0.0, None),
        net_certain=unknown("CNY"),
        net_expected=unknown("CNY"),
        net_ceiling=unknown("CNY"),
    )
    paper = paper_of(replace(given, money=(money,)))
    support = fact(paper, PitchPart.ANSWER, "奖补")
    assert support.value.main == "待吴江区文体广电和旅游局确认"
    assert support.look is Look.UNKNOWN
    assert "净费用" not in [row.label.main for row in page(paper, PitchPart.ANSWER).blocks[-2].rows]
    lines = {row[0].text.main: row for row in tables(paper)["cost"].rows}
    assert lines["场地"][1] == Cell(Said("待确认"), None, look=Look.UNKNOWN)
    assert lines["场地"][2].number is None


def test_a_venue_with_a_price_is_no_open_question():
    given = pitch()
    priced = tuple(
        replace(one, cost=cost(Range(9e3, 9e3, 9e3, "CNY/day", span(0, 0, 0).basis)))
        for one in given.sites
    )
    open_venue = fact(paper_of(given), PitchPart.ANSWER, "场地")
    assert open_venue.value.main == (
        "待同里影视基地（同里影视取景点）、黎里古镇场地方、退思园景区管理处确认"
    )
    assert open_venue.look is Look.UNKNOWN
    settled = fact(paper_of(replace(given, sites=priced)), PitchPart.ANSWER, "场地")
    assert "确认" not in settled.value.main


# ---- scenes


def test_the_scene_table_tells_each_scene_once_with_its_place_and_fit():
    rows = tables(paper_of(pitch()))["scenes"].rows
    assert [row[0].text.main for row in rows] == [one.label for one in SCENES]
    fits = {row[0].text.main: (row[3].text.main, row[4].text.main) for row in rows}
    assert fits["1-1"] == ("同里影视取景点", "正好")
    assert fits["1-9"] == ("黎里古镇", "代用")
    assert fits["1-10"] == ("这里没有", "没有")
    assert [row[4].share for row in rows] == [one.fit if one.site_id else None for one in SCENES]
    why = {row[0].text.main: row[5].text.main for row in rows}
    assert why["1-1"] == "有古宅府邸，剧本写着“正厅”。"
    assert why["1-8"].endswith("要先办手续。")
    assert why["1-10"] == "推介的几处里没有医院。"


def test_nights_are_told_their_dark_and_days_their_sun():
    light = {row[0].text.main: row[6].text.main for row in tables(paper_of(pitch()))["scenes"].rows}
    assert light["1-6"] == "06:39–17:00"
    assert light["1-7"] == "17:26–06:13"
    assert light["1-1"] == ""
    undated = tuple(
        one if one.sun is None else replace(one, sun=replace(one.sun, dated=False))
        for one in SCENES
    )
    told = whole(paper_of(replace(pitch(), scenes=undated)))
    assert "≈ 06:39–17:00" in told
    assert "按春分、秋分推算" in told


@pytest.mark.parametrize("needs", [False, True])
def test_the_first_scene_of_a_place_has_its_photo_and_no_other(needs, tmp_path):
    given = pitch(tmp_path)
    if needs:
        kinds = tuple(replace(one, label="", set_id="", set_name="") for one in SCENES)
        given = replace(given, scenes=kinds, wishes=replace(given.wishes, needs=("teahouse",)))
    paper = paper_of(given)
    rows = tables(paper)["scenes"].rows
    assert len(rows[0]) == (4 if needs else 7)
    firsts = {}
    for number, scene in enumerate(SCENES):
        if scene.site_id is not None:
            firsts.setdefault(scene.site_id, number)
    photos = {one.site.id: one.photos[0] for one in given.sites}
    shown = {number: cell.photo for number, row in enumerate(rows) for cell in row if cell.photo}
    assert shown == {number: photos[place] for place, number in firsts.items()}
    assert len(shown) == 3
    assert all(cell.mark for row in rows for cell in row if cell.photo)
    assert set(shown.values()) <= set(photo_paths(paper))
    # what a row shows does not stand above the table once more
    assert not [one for one in page(paper, PitchPart.SCENES).blocks if isinstance(one, Pictures)]


def test_a_second_photo_stands_above_the_table_with_the_scenes_of_its_place(tmp_path):
    given = pitch(tmp_path)
    more = str(tmp_path / "more.jpg")
    sites = tuple(
        replace(one, photos=(*one.photos, more)) if one.site.id == "lili" else one
        for one in given.sites
    )

    def above(scenes):
        blocks = page(paper_of(replace(given, sites=sites, scenes=scenes)), PitchPart.SCENES).blocks
        return [photo for one in blocks if isinstance(one, Pictures) for photo in one.photos]

    assert above(SCENES) == [Picture(more, Said("黎里古镇：1-6、1-7、1-9"), "lili")]
    # a place that takes nothing says nothing here
    assert above(tuple(one for one in SCENES if one.site_id != "lili")) == []


def test_places_without_scenes_keep_their_photos(tmp_path):
    blocks = page(paper_of(replace(pitch(tmp_path), scenes=())), PitchPart.SCENES).blocks
    shown = next(one for one in blocks if isinstance(one, Pictures))
    assert shown.photos[1] == Picture(str(tmp_path / "1.jpg"), Said("黎里古镇"), "lili")


# ---- money, permits, what is open


def test_lines_without_a_price_are_named_and_not_counted():
    paper = paper_of(pitch())
    assert [row[0].text.main for row in tables(paper)["cost"].rows] == ["住宿", "伙食", "场地"]
    assert "还没有价、没算进来的：看场、保洁费。" in whole(paper)


def test_the_chart_has_the_figures_of_the_account_in_its_unit():
    for lang, unit in ((PitchLang.ZH, 10_000), (PitchLang.EN, 1)):
        blocks = page(paper_of(pitch(lang=lang)), PitchPart.MONEY).blocks
        bars = next(one for one in blocks if isinstance(one, Chart)).bars
        given = pitch().money[0]
        assert (bars[0].low, bars[0].mid, bars[0].high) == tuple(
            end / unit for end in (46_000, 60_000, 84_000)
        )
        assert [bar.mid for bar in bars[1:4]] == [
            given.subsidy.certain / unit,
            given.subsidy.expected / unit,
            given.subsidy.ceiling / unit,
        ]


def test_a_ceiling_that_hangs_on_stacking_says_what_one_award_gives():
    given = pitch()
    two = replace(
        given.money[0].subsidy, ceiling=140_000.0, highest=Combination((), 0.0, 0.0, 100_000.0)
    )
    paper = paper_of(replace(given, money=(replace(given.money[0], subsidy=two),)))
    told = fact(paper, PitchPart.ANSWER, "奖补").value.main
    assert told.endswith("最多 14 万元（不能叠加时 10 万元）")


def test_papers_stand_gravest_first_with_their_scenes_and_time():
    rows = tables(paper_of(pitch()))["permits"].rows
    assert [row[1].text.main[:5] for row in rows] == ["只能拍外景", "先办手续："]
    assert rows[1][3].text.main == "20 个工作日"
    assert rows[1][3].number == 20
    assert rows[1][4].text.main == "1-8"
    assert fact(paper_of(pitch()), PitchPart.ANSWER, "许可").value.main == "2 项要先办手续"


def test_no_rule_found_is_not_called_free():
    sites = tuple(replace(one, findings=()) for one in pitch().sites)
    scenes = tuple(replace(one, findings=()) for one in SCENES)
    told = whole(paper_of(replace(pitch(), sites=sites, scenes=scenes)))
    assert "没查到不等于没有" in told


def test_open_things_stand_once_and_a_policy_gathers_its_facts():
    ask = ToConfirm(Reason("confirm_contact", {"site": "同里"}), "局里", "tongli")
    one = ToConfirm(Reason("confirm_policy", {"policy": "甲", "facts": "theme,region"}), "省局")
    two = ToConfirm(Reason("confirm_policy", {"policy": "甲", "facts": "region,level"}), "省局")
    kept = open_things((ask, ask, one, two))
    assert [each.what.code for each in kept] == ["confirm_contact", "confirm_policy"]
    assert kept[1].what.values["facts"] == "theme,region,level"


def test_every_number_points_at_a_source_and_every_source_is_pointed_at():
    paper = paper_of(pitch())
    cited = {int(one) for one in CITED.findall(whole(paper))}
    for one in paper.pages:
        for block in one.blocks:
            if isinstance(block, Facts):
                cited |= {number for row in block.rows for number in row.sources}
    assert cited == set(range(1, len(paper.sources) + 1))
    assert {one.main for one in paper.sources} == {
        f"{one.publisher}《{one.title}》，{one.date}" for one in (GUIDE, RULES, MEASURES)
    }
    # an address that nobody vouches for is not printed
    assert "http" not in whole(paper)


def test_another_city_is_asked_at_its_own_office():
    given = pitch()
    bare = replace(given.money[0], subsidy=Subsidy(unknown("CNY"), 0.0, None))
    there = replace(bare, city="绍兴", city_en="Shaoxing")
    paper = paper_of(replace(given, money=(bare, there)))
    here = fact(paper, PitchPart.ANSWER, "奖补（苏州）").value.main
    assert here == "待吴江区文体广电和旅游局确认"
    assert fact(paper, PitchPart.ANSWER, "奖补（绍兴）").value.main == "待绍兴广电或文旅局确认"


def test_ways_are_told_as_people_drive_them():
    legs = pitch().legs
    far = replace(legs[0], km=141.0, minutes=138.0)
    near, unknown_road = replace(legs[1], km=0.4), replace(legs[1], km=None, minutes=None)
    paper = paper_of(replace(pitch(), legs=(far, near, unknown_road)))
    ways = [row[3].text.main for row in tables(paper)["ways"].rows]
    assert ways == ["≈ 141 km · 138 分", "不到 1 km", "直线 1 km"]
    paper = paper_of(replace(pitch(), legs=(far,), sites=pitch().sites[:2]))
    assert "开车最远约 2.3 小时" in whole(paper)
    # where not every pair is told the longest of them is not the longest drive
    assert "最远约" not in whole(paper_of(replace(pitch(), legs=(far,))))


# ---- which place takes what


def test_each_place_tells_its_scenes_fit_and_way_on_the_answer():
    given = pitch()
    far = replace(given.legs[0], km=141.0, minutes=138.0)
    sites = (given.sites[0], replace(given.sites[1], way=far), given.sites[2])
    table = tables(paper_of(replace(given, sites=sites)))["takers"]
    assert len(table.rows) == len(sites)
    for place, row in zip(sites, table.rows, strict=True):
        taken = [one for one in given.scenes if one.site_id == place.site.id]
        told = sum(int(n) for n in re.findall(r"\d+", row[3].text.main))
        assert told == len(taken)
    ways = [row[4].text.main for row in table.rows]
    assert ways == ["从这里算", "≈ 141 km · 138 分", ""], ways
    assert "takers" not in tables(paper_of(replace(given, sites=given.sites[:1])))


def test_the_cover_counts_what_the_scenes_say():
    given = pitch()
    counts = [row.value.main for row in page(paper_of(given), PitchPart.COVER).blocks[1].rows]
    assert counts[0] == f"{len(given.served)} 场"
    assert counts[-1] == f"{len(given.sites)} 处"

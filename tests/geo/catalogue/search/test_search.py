"""The catalogue that ships, asked in the words that scouts type."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalogue import all_divisions, load_english_names, read_seed
from geo.catalogue.near import great_circle_km
from geo.catalogue.search import Place, ToldDrive, answer, build_index, load_search_rules
from geo.catalogue.search.answering import AT_ONCE, LONGEST_QUERY
from geo.model import Hits, Kind, Term
from geo.progress import finish
from geo.script import fold, load_vocabulary

ASSETS = Path(__file__).parents[4] / "assets"
SITES = read_seed(ASSETS / "catalogue")
BY_ID = {site.id: site for site in SITES}
WORDS = load_vocabulary(ASSETS / "vocabulary")
SUZHOU = Place("苏州", "Suzhou", (31.3, 120.6), names=("苏州", "苏州市"))
NOWHERE = Place("", "", None)


def index_of(sites):
    return finish(
        build_index(
            sites,
            load_search_rules(ASSETS / "search.yaml"),
            WORDS,
            all_divisions(),
            load_english_names(ASSETS / "basemap"),
            fold,
        )
    )


INDEX = index_of(SITES)


def ask(query, home=SUZHOU, drives=(), index=INDEX):
    return answer(index, query, home, lambda place: drives)


def sites(query, **more):
    return [BY_ID[hit.site_id] for hit in ask(query, **more).hits]


def names(query, **more):
    return [site.name_zh for site in sites(query, **more)]


def terms(query, **more):
    return [(one.term, one.written) for one in ask(query, **more).terms]


@pytest.mark.parametrize(
    "query",
    ["苏州古典园林", "苏州 园林", "suzhou garden", "Suzhou gardens", "suzhouyuanlin", "szyl",
     "蘇州園林", "ＳＵＺＨＯＵ　园林", "su zhou gu dian yuan lin", "sūzhōu 园林"],
)  # fmt: skip
def test_gardens_of_suzhou_however_they_are_asked_for(query):
    found = sites(query)
    assert {term for term, _ in terms(query)} == {Term.CITY, Term.SCENE_TYPE}
    assert {site.city_zh for site in found} == {"苏州"}
    assert {"拙政园", "留园", "狮子林"} <= {site.name_zh for site in found[:12]}


@pytest.mark.parametrize(
    "query",
    ["拙政园", "拙政", "zhuozhengyuan", "zhuo zheng yuan", "zhuo'zheng'yuan", "zzy", "zhuozhengyu",
     "zhuozhengyaun", "humble", "humbel", "humble administrator's garden", "拙zheng园", "拙政园的"],
)  # fmt: skip
def test_one_garden_by_its_name_however_it_is_typed(query):
    assert names(query)[0] == "拙政园"


@pytest.mark.parametrize("query", ["tongli", "tong'li", "tong li", "tóng lǐ", "tl", "同里", "同li"])
def test_a_town_by_sound_and_initials(query):
    assert names(query)[0] == "同里影视摄制基地"


@pytest.mark.parametrize(
    ("query", "known"),
    [
        ("pjl", "平江路历史街区"),
        ("luzhi", "甪直古镇·保圣寺"),
        ("lv fu", "吕府"),
        ("lu fu", "吕府"),
        ("kqgz", "柯桥古镇"),
        ("lion grove garden", "狮子林"),
        ("horse racing", None),
        ("宽窄巷子", "宽窄巷子"),
        ("红楼梦", "同里影视摄制基地"),
        ("拍过红楼梦", "同里影视摄制基地"),
    ],
)
def test_names_of_all_kinds(query, known):
    found = names(query)
    assert (found[0] if found else None) == known


def test_every_part_must_be_met():
    for site in sites("绍兴 国保 老宅"):
        assert site.city_zh == "绍兴"
        assert "heritage_national" in {level.code for level in site.levels}
    assert names("绍兴 国保 老宅")
    assert terms("绍兴 国保 老宅") == [
        (Term.CITY, "绍兴"),
        (Term.LEVEL, "国保"),
        (Term.SCENE_TYPE, "老宅"),
    ]


def test_a_craft_among_what_is_listed():
    assert names("非遗 国家级 昆曲") == ["昆曲·中国昆曲博物馆（全晋会馆）"]


def test_bases_of_a_city_and_those_that_are_called_so_first():
    found = sites("成都影视城")
    assert {site.kind for site in found} == {Kind.BASE}
    assert {site.city_zh for site in found} == {"成都"}
    assert all("成都影视城" in site.name_zh for site in found[:2])
    assert len(found) > 10


def test_a_city_is_taken_as_such_and_names_that_hold_it_come_first():
    found = sites("成都")
    held = ["成都" in site.name_zh for site in found]
    assert held == sorted(held, reverse=True)
    assert sum(site.city_zh == "成都" for site in found) == len(
        [site for site in SITES if site.city_zh == "成都"]
    )


def test_the_real_thing_comes_before_what_stands_in_for_it():
    found = ask("茶馆").hits
    stands_in = [
        "teahouse" not in {had.scene_type for had in BY_ID[hit.site_id].scene_types}
        for hit in found
    ]
    named = [any(one.code != "found_stand_in" for one in hit.why) for hit in found]
    rest = [away for away, by_name in zip(stands_in, named, strict=True) if not by_name]
    assert rest == sorted(rest)
    last = next(one for one in found[-1].why if one.code == "found_stand_in")
    served = WORDS.scene_types["teahouse"].stand_ins
    assert last.values["served"] in {one.scene_type for one in served if one.quality >= 0.5}


def test_a_province_a_district_and_a_part_of_the_country():
    assert {site.adcode[:2] for site in sites("江苏 影视城")} == {"32"}
    assert {site.district_zh for site in sites("姑苏区 茶馆")} == {"姑苏区"}
    assert {site.district_zh for site in sites("kunshan")} == {"昆山市"}
    assert {site.adcode[:2] for site in sites("江南水乡")} <= {"31", "32", "33"}
    assert terms("西湖区") == [(Term.CITY, "西湖区")]


def test_a_name_in_the_vocabulary_is_a_name():
    # 横店 stands for a stage in scripts, and is a town
    assert terms("横店") == [(Term.NAME, "横店")]
    assert all("横店" in name for name in names("横店"))
    assert terms("沈园") == [(Term.NAME, "沈园")]


def test_within_kilometres_measured_one_by_one():
    found = ask("同里30公里内")
    centre = BY_ID["suzhou-tongli-film-base"]
    assert (found.terms[0].site_id, found.terms[0].km) == (centre.id, 30.0)
    lat = [site.lat for site in SITES]
    lon = [site.lon for site in SITES]
    far = great_circle_km(centre.lat, centre.lon, *map(_array, (lat, lon)))
    near = {site.id: km for site, km in zip(SITES, far.tolist(), strict=True) if km <= 30}
    assert {hit.site_id for hit in found.hits} == set(near)
    for hit in found.hits:
        assert hit.km == pytest.approx(near[hit.site_id], abs=1e-6)
    assert [hit.km for hit in found.hits] == pytest.approx(sorted(near.values()), abs=1e-6)


def _array(values):
    import numpy as np

    return np.array(values)


def test_water_towns_near_a_place_are_both():
    found = ask("同里30公里内的水乡")
    assert terms("同里30公里内的水乡") == [
        (Term.NEAR, "同里30公里内"),
        (Term.SCENE_TYPE, "水乡"),
    ]
    assert found.hits
    assert max(hit.km for hit in found.hits) <= 30


def test_minutes_are_an_estimate_and_say_so():
    found = ask("30分钟内 同里")
    assert found.terms[0].told.code == "search_near_minutes"
    assert all(hit.minutes <= 30 + 1e-6 for hit in found.hits)
    assert {hit.why[-1].code for hit in found.hits} == {"found_minutes"}
    # 15 road km at 30 km/h are half an hour: no farther than 15 / 1.32 km straight
    assert max(hit.km for hit in found.hits) <= 15 / 1.32 + 1e-6


def test_the_users_own_roads_win_over_the_estimate():
    by_estimate = ask("30分钟内 同里")
    away = next(hit for hit in by_estimate.hits if hit.km and hit.km > 1).site_id
    far = BY_ID["suzhou-zhouzhuang"] if "suzhou-zhouzhuang" in BY_ID else sites("周庄古镇")[0]
    drives = (
        ToldDrive(BY_ID[away].name_zh.lower(), None, 45.0),
        ToldDrive((far.lat, far.lon), 10.0, None),
    )
    found = {hit.site_id: hit for hit in ask("30分钟内 同里", drives=drives).hits}
    assert away not in found
    assert far.id not in {hit.site_id for hit in by_estimate.hits}
    # 10 road km at 30 km/h
    assert found[far.id].minutes == pytest.approx(20)
    assert found[far.id].why[-1].code == "found_minutes_told"


def test_home_is_where_the_crew_is_and_unset_it_bars_nothing():
    there = ask("离驻地50公里 民国")
    assert there.terms[0].told.values["place"] == "苏州"
    unset = ask("离驻地50公里 民国", home=NOWHERE)
    assert unset.terms[0].told.code == "search_home_unset"
    assert {hit.site_id for hit in unset.hits} == {hit.site_id for hit in ask("民国").hits}
    assert all(hit.km is None for hit in unset.hits)
    assert names("30km") == names("离苏州30km", home=NOWHERE) or names("30km")


def test_a_place_nobody_knows_finds_nothing_and_says_so():
    found = ask("离何处30公里 茶馆")
    assert found.hits == ()
    assert found.terms[0].told.code == "search_near_unknown"


@pytest.mark.parametrize("query", ["t", "to", "ton", "tong", "tongl", "tongli"])
def test_half_typed_words_find_what_they_may_become(query):
    assert "同里影视摄制基地" in names(query)


@pytest.mark.parametrize("query", ["", " ", "的", "，。", "'", "0", "\x00", "\ud800"])
def test_what_says_nothing_finds_nothing(query):
    assert ask(query).query == query
    assert len(ask(query).hits) == 0 or query == "0"


@settings(max_examples=60)
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="苏州同里园林茶馆公里内分钟小时的tongli 30kmof'近", max_size=60),
        st.lists(
            st.sampled_from(
                ["苏州", "30公里内", "tongli", "园林", "5A", "驻地", "near", "半小时", "x"]
            ),
            max_size=12,
        ).map(" ".join),
    )
)
def test_nothing_typed_fails_and_what_is_told_was_typed(query):
    found = ask(query)
    assert found.query == query
    for term in found.terms:
        assert term.written
        assert term.written in query
    ids = [hit.site_id for hit in found.hits]
    assert len(ids) == len(set(ids))
    assert found.site_ids == frozenset(ids)
    scores = [hit.score for hit in found.hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    "query", ["苏" * 600, "苏州" * 300, "a" * 600, "a " * 300, "1km" * 200, "同里 " * 200]
)
def test_very_long_queries_are_cut(query):
    found = ask(query)
    assert sum(len(term.written) for term in found.terms) <= LONGEST_QUERY


def test_many_hits_are_made_when_they_are_read():
    many = [replace(site, id=f"{site.id}-{turn}") for turn in range(3) for site in SITES]
    index = index_of(many)
    found = ask("s", index=index)
    assert isinstance(found.hits, Hits)
    assert len(found.hits) > AT_ONCE
    assert [hit.site_id for hit in found.hits[:5]] == list(found.hits.ids[:5])
    assert found.hits[-1].site_id == found.hits.ids[-1]
    assert found.site_ids == frozenset(hit.site_id for hit in found.hits)
    assert {one.rsplit("-", 1)[0] for one in found.site_ids} == set(ask("s").site_ids)


def test_an_empty_catalogue_has_nothing_to_find():
    index = index_of(())
    for query in ("同里", "tongli", "苏州 茶馆", "30km", "30min", "xyzabc", "szyl"):
        assert ask(query, index=index).hits == ()


def test_a_place_of_ones_own_is_found_by_its_sound():
    own = replace(SITES[0], id="own-1", name_zh="蓟园甪里", name_en="蓟园甪里", notes_zh=None)
    index = index_of((*SITES, own))
    for query in ("蓟园", "jiyuan", "jiyuanluli", "jyll"):
        assert "own-1" in {hit.site_id for hit in ask(query, index=index).hits}, query

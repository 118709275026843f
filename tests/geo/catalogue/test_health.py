"""What is wrong with a record: each rule trips where it should, and nowhere else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.catalogue import completeness, open_store, record_issues
from geo.catalogue.agreeing import contradictions
from geo.catalogue.doubles import alike, doubles
from geo.catalogue.health import newest
from geo.model import Basis, Exposure, Hire, Kind, Level, SiteScene, Source
from geo.model.hosting import HealthKind
from geo.progress import finish
from tests.geo.catalogue.made import BASE, GARDEN

ASSETS = Path(__file__).parents[3] / "assets"
TODAY = date(2026, 11, 22)
# made on purpose: all a record can have
WHOLE = replace(
    GARDEN,
    levels=(Level("scenic_5a", "sourced", "5A"),),
    scene_types=(SiteScene("classical_garden", Exposure.OUTSIDE, True),),
    hires=(Hire(3000.0, "day", Basis.PUBLISHED, "园方", "2026-05-01"),),
    opening_note_zh="7:30–17:00；门票70元；周一闭园",
    photos=("a.jpg",),
)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    store = finish(open_store(tmp_path_factory.mktemp("c") / "c.sqlite", ASSETS / "catalogue"))
    yield store.sites()
    store.close()


def said(site):
    return [one.code for one in contradictions(site)]


def found(site, contacts=(), around=None):
    every = record_issues((site,), around or (site,), contacts, TODAY)
    return [one for some in every for one in some]


def kinds(site, contacts=()):
    return {one.kind for one in found(site, contacts)}


def test_a_whole_record_has_nothing_to_mend():
    assert found(WHOLE, {WHOLE.id}) == []
    assert set(completeness((WHOLE,), {WHOLE.id}).values()) == {1.0}


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"hires": ()}, HealthKind.NO_PRICE),
        ({"hires": (Hire(500.0, "deposit", Basis.QUOTED),)}, HealthKind.NO_PRICE),
        ({"photos": ()}, HealthKind.NO_PHOTO),
        ({"coord_uncertainty_m": 1001.0}, HealthKind.POSITION),
        ({"coord_basis": "district_centroid"}, HealthKind.POSITION),
        ({"opening_note_zh": None, "closed_weekdays": None}, HealthKind.NO_HOURS),
        ({"sources": ()}, HealthKind.NO_SOURCE),
        (
            {"scene_types": (SiteScene("teahouse", Exposure.UNKNOWN, True),)},
            HealthKind.INSIDE_UNKNOWN,
        ),
    ],
)
def test_each_gap_is_found_alone(change, kind):
    assert kinds(replace(WHOLE, **change), {WHOLE.id}) == {kind}


def test_a_contact_counts_only_where_it_is_kept():
    assert kinds(WHOLE) == {HealthKind.NO_CONTACT}


def test_shares_are_counted_by_hand():
    bare = replace(WHOLE, id="bare", hires=(), photos=(), sources=(), ticket_cny=None)
    shares = completeness((WHOLE, bare, WHOLE, WHOLE), ())
    assert shares["price"] == shares["photo"] == shares["source"] == shares["ticket"] == 0.75
    assert shares["position"] == 1.0
    assert shares["contact"] == 0.0


def test_what_a_user_typed_needs_no_other_source():
    assert HealthKind.NO_SOURCE not in kinds(replace(WHOLE, sources=(), by_hand=True))


def test_nobody_visits_a_base_so_it_lacks_no_hours():
    base = replace(BASE, opening_note_zh=None, closed_weekdays=None, ticket_cny=None)
    assert HealthKind.NO_HOURS not in kinds(base)
    assert completeness((base,), ())["ticket"] == 1.0


@pytest.mark.parametrize(
    ("told", "old"),
    [
        ("2023-11-23", False),
        ("2023-11-21", True),
        ("2023", False),
        ("2022", True),
        ("2023-10", True),
    ],
)
def test_a_source_is_old_after_three_years_never_sooner(told, old):
    site = replace(WHOLE, hires=(), sources=(Source("表", "局", told, None, False, ()),))
    assert (HealthKind.STALE in kinds(site)) is old


def test_a_date_without_a_year_is_no_date():
    site = replace(WHOLE, hires=(), sources=(Source("表", "局", "4月3日", None, False, ()),))
    assert newest(site) == ""
    stale = [one.what.code for one in found(site) if one.kind is HealthKind.STALE]
    assert stale == ["health_undated"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"opening_note_zh": "2025年起封闭施工，重开日期未核实"}, "health_maybe_shut"),
        ({"notes_zh": "一座园子。现状待核实"}, "health_maybe_shut"),
        ({"opening_note_zh": "大门票约100元"}, "health_ticket"),
        ({"opening_note_zh": "凭身份证免费参观"}, "health_ticket_free"),
        ({"opening_note_zh": "9:00–17:00，周二闭馆"}, "health_closed_days"),
        ({"sets_count": 0}, "health_few_sets"),
        ({"sets_count": 100, "indoor_area_m2": 900.0}, "health_small_sets"),
        ({"lat": 31.8, "lon": 121.0}, "health_other_district"),
        (
            {"hires": (Hire(900.0, "hour", Basis.QUOTED), Hire(800.0, "day", Basis.QUOTED))},
            "health_rents.hour.day",
        ),
        (
            {"levels": tuple(Level(f"scenic_{n}a", "sourced", "") for n in (4, 5))},
            "health_two_grades",
        ),
    ],
)
def test_what_cannot_be_true_together_is_told(change, code):
    assert said(WHOLE) == []
    assert said(replace(WHOLE, **change)) == [code]


@pytest.mark.parametrize(
    "note",
    [
        "重建后于 2023年9月29日重新开放",
        "周一闭园",
        "日场票70元；夜场另购",
        "实名预约；旺季门票约80元、淡季门票约70元",
        "春季花期；其他时候要问是否开放",
        "乌篷船票另购85元",
    ],
)
def test_notes_that_agree_trip_nothing(note):
    assert said(replace(WHOLE, opening_note_zh=note)) == []


def test_an_indoor_base_without_a_room_is_told():
    assert said(BASE) == []
    outside = replace(BASE, scene_types=(SiteScene("ceo_office", Exposure.OUTSIDE),))
    assert said(outside) == ["health_base_no_inside"]


def test_doubles_are_alike_and_near_and_told_once():
    twin = replace(WHOLE, id="twin", name_zh="试园（北门）", lat=WHOLE.lat + 0.003)
    far = replace(twin, id="far", lat=WHOLE.lat + 0.2)
    craft = replace(twin, id="craft", kind=Kind.ICH)
    part = replace(twin, id="part", parent=WHOLE.id)
    everyone = (WHOLE, twin, far, craft, part)
    pairs = [(one.id, other.id) for one, other, _ in doubles((WHOLE, twin), everyone)]
    assert pairs == [(WHOLE.id, "twin"), ("twin", "part")]
    issue = next(one for one in found(WHOLE, (), everyone) if one.kind is HealthKind.DUPLICATE)
    assert issue.other == "twin"
    assert issue.what.values["km"] == 0.3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("拙政园", "拙政园风景名胜区", True),
        ("平江路历史街区", "平江路", True),
        ("苏州博物馆本馆", "苏州博物馆西馆", False),
        ("同里古镇", "千灯古镇", False),
        ("沈园", "艺圃", False),
        ("虎丘", "虎丘湿地公园", False),
    ],
)
def test_names_alike(one, other, same):
    assert alike(one, other) is alike(other, one) is same


def test_the_shipped_catalogue_is_only_doubted_where_its_notes_doubt(shipped):
    told = {site.name_zh: said(site) for site in shipped if said(site)}
    assert {code for codes in told.values() for code in codes} == {"health_maybe_shut"}
    assert "金沙遗址博物馆" in told
    assert "拙政园" not in told
    assert list(doubles(shipped, shipped)) == []

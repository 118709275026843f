"""People's own lists of places: what is understood, what is told, and the way back out."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import geopandas
import openpyxl
import pyogrio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon

from geo.catalogue import read_layer, read_seed, site_template_csv, write_layer
from geo.catalogue.columns import closed_of, field_of, is_sensitive, kind_of, price_of
from geo.errors import ImportLayerError
from geo.model import Basis, Exposure, Kind, VenueClass
from geo.progress import finish
from tests.geo.catalogue.made import BASE, GARDEN

ASSETS = Path(__file__).parents[3] / "assets"
WORDS = {"别墅客厅": "villa_living_room", "茶馆": "teahouse", "Teahouse": "teahouse"}
CHINESE = """名称,纬度,经度,类型,城市,区县,场景,时代,日租价,备注
平江路小院,31.3153,120.6312,民宿,苏州,姑苏区,茶馆、别墅客厅,民国；现代,"8,000 元/天",临河
"""


def _read(path, datum="wgs84", words=WORDS):
    return finish(read_layer(path, datum, words))


def _csv(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "places.csv"
    path.write_bytes(text.encode(encoding))
    return path


def _refused(path, datum="wgs84"):
    with pytest.raises(ImportLayerError) as told:
        _read(path, datum)
    return told.value.code


def _notes(layer):
    return {note.code: note.values["count"] for note in layer.notes}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_chinese_table_is_read_in_any_usual_encoding(tmp_path, encoding):
    layer = _read(_csv(tmp_path, CHINESE, encoding))
    (site,) = layer.sites
    assert layer.notes == ()
    assert (site.name_zh, site.kind, site.venue_class) == (
        "平江路小院",
        Kind.COMMUNITY,
        VenueClass.ROOM,
    )
    assert (site.lat, site.lon, site.coord_basis) == (31.3153, 120.6312, "source")
    assert (site.adcode, site.city_zh, site.district_zh) == ("320500", "苏州", "姑苏区")
    assert [each.scene_type for each in site.scene_types] == ["teahouse", "villa_living_room"]
    assert {each.exposure for each in site.scene_types} == {Exposure.INSIDE}
    assert site.eras == ("republican", "contemporary")
    assert (site.hires[0].amount, site.hires[0].per, site.hires[0].basis) == (
        8000,
        "day",
        Basis.QUOTED,
    )
    assert site.notes_zh == "临河"
    assert site.by_hand


def test_an_english_table_is_read(tmp_path):
    text = (
        "Name;Latitude;Longitude;Kind;Scenes;Day rate\n"
        "Lane House;31.3153;120.6312;Studio;Teahouse;1200\n"
    )
    (site,) = _read(_csv(tmp_path, text)).sites
    assert (site.name_zh, site.city_zh, site.kind) == ("Lane House", "苏州", Kind.BASE)
    assert site.hires[0].amount == 1200


def test_a_workbook_with_a_title_above_its_headings_is_read(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["本周踩点表"])
    sheet = book.create_sheet("点位")
    sheet.append(["2026 年 11 月"])
    sheet.append(["场地名称", "坐标（经度,纬度）", "坐标", "价格"])
    sheet.append(["老茶楼", None, "120.6312, 31.3153", 5000])
    sheet.append([])
    path = tmp_path / "places.xlsx"
    book.save(path)
    (site,) = _read(path).sites
    assert (site.lat, site.lon, site.hires[0].amount) == (31.3153, 120.6312, 5000)


def test_degrees_of_public_maps_are_shifted_once(tmp_path):
    text = "名称,纬度,经度\n甲,31.31321,120.62422\n"
    (plain,) = _read(_csv(tmp_path, text), "wgs84").sites
    (amap,) = _read(_csv(tmp_path, text), "gcj02").sites
    (baidu,) = _read(_csv(tmp_path, text), "bd09").sites
    assert plain.lat == 31.31321
    assert 100 < abs(amap.lon - plain.lon) * 95_000 < 700
    assert abs(baidu.lon - plain.lon) > abs(amap.lon - plain.lon)


def test_a_row_without_a_point_lies_at_the_middle_of_its_county_with_a_wide_doubt(tmp_path):
    text = "名称,城市,区县\n甲,苏州,吴江区\n乙,绍兴,\n丙,,哪里\n"
    layer = _read(_csv(tmp_path, text))
    county, city = layer.sites
    assert county.coord_basis == city.coord_basis == "district_centroid"
    assert (county.district_zh, city.city_zh) == ("吴江区", "绍兴")
    assert 10_000 < county.coord_uncertainty_m < 60_000
    assert _notes(layer) == {"layer_rows_no_point": 1}


def test_what_cannot_be_taken_is_told_by_row(tmp_path):
    rows = [
        "名称,纬度,经度,类型,城市,场景,价格",
        ",31.3,120.6,,,,",
        "没坐标,,,,,,",
        "填反,120.6,31.3,,,,",
        "不是数,北纬,东经,,,,",
        "巴黎,48.85,2.35,,,,",
        "某监狱,31.3,120.6,监狱,,,",
        "某水库大坝,31.3,120.61,水利,,,",
        "写错城市,31.3,120.6,,绍兴,,",
        "面议的,31.31,120.6,,,,面议",
        "没这词,31.32,120.6,,,飞船、茶馆,",
        "没这词,31.32,120.6,,,飞船,",
    ]
    layer = _read(_csv(tmp_path, "\n".join(rows)))
    assert [site.name_zh for site in layer.sites] == ["写错城市", "面议的", "没这词"]
    assert _notes(layer) == {
        "layer_rows_no_name": 1,
        "layer_rows_no_point": 1,
        "layer_rows_swapped": 1,
        "layer_rows_bad_point": 1,
        "layer_rows_outside": 1,
        "layer_rows_sensitive": 2,
        "layer_rows_other_city": 1,
        "layer_rows_price": 1,
        "layer_rows_twice": 1,
        "layer_scenes_unknown": 1,
    }
    rows_of = {note.code: note.values.get("rows") for note in layer.notes}
    assert rows_of["layer_rows_sensitive"] == "7、8"
    assert layer.sites[1].hires == ()


def test_the_same_place_read_again_keeps_its_id(tmp_path):
    path = _csv(tmp_path, CHINESE)
    assert _read(path).sites == _read(path).sites


def test_few_decimals_mean_a_wide_doubt(tmp_path):
    text = "名称,纬度,经度\n甲,31.3,120.6\n乙,31.31321,120.62422\n"
    coarse, fine = _read(_csv(tmp_path, text)).sites
    assert coarse.coord_uncertainty_m > 5000
    assert fine.coord_uncertainty_m == 20


def test_the_template_can_be_filled_in_and_read(tmp_path):
    for lang in ("zh", "en"):
        path = tmp_path / f"{lang}.csv"
        site_template_csv(path, lang)
        assert _refused(path) == "layer_empty"
        with path.open(encoding="utf-8-sig", newline="") as lines:
            (headings,) = csv.reader(lines)
        assert None not in map(field_of, headings)
        row = dict.fromkeys(headings, "")
        row[headings[0]], row[headings[1]], row[headings[2]] = "甲", "31.3", "120.6"
        with path.open("a", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerow(row.values())
        assert len(_read(path).sites) == 1


# ---- layers of a GIS


def _frame(crs="EPSG:4326"):
    return geopandas.GeoDataFrame(
        {"name": ["老街", "湖"], "备注": ["有桥", None]},
        geometry=[
            Point(120.6312, 31.3153),
            Polygon([(120.1, 31.1), (120.3, 31.1), (120.3, 31.3), (120.1, 31.3)]),
        ],
        crs=crs,
    )


@pytest.mark.parametrize("ending", ["gpkg", "geojson"])
def test_a_drawn_layer_is_read(tmp_path, ending):
    path = tmp_path / f"places.{ending}"
    _frame().to_file(path)
    street, lake = _read(path).sites
    assert (street.name_zh, street.notes_zh, street.district_zh) == ("老街", "有桥", "姑苏区")
    assert (street.lat, street.lon) == (31.3153, 120.6312)
    assert lake.coord_uncertainty_m > 10_000


def test_a_projected_layer_lands_where_it_was_drawn(tmp_path):
    path = tmp_path / "places.gpkg"
    _frame().to_crs("EPSG:4528").to_file(path)
    street, _ = _read(path).sites
    assert street.lat == pytest.approx(31.3153, abs=1e-6)
    assert street.lon == pytest.approx(120.6312, abs=1e-6)
    assert _refused(path, "gcj02") == "layer_projected_datum"


def test_a_layer_that_does_not_say_what_its_numbers_mean_is_refused(tmp_path):
    path = tmp_path / "places.gpkg"
    frame = _frame(crs=None)
    with pytest.warns(UserWarning, match="crs"):
        frame.to_file(path)
    assert _refused(path) == "layer_no_crs"


def test_all_drawn_layers_of_a_package_are_read(tmp_path):
    path = tmp_path / "places.gpkg"
    for name in ("one", "two"):
        frame = _frame()
        frame["name"] = [f"{name} 甲", f"{name} 乙"]
        frame.to_file(path, layer=name)
    assert len(_read(path).sites) == 4


# ---- out and back


def test_what_is_written_is_read_back_whole(tmp_path):
    path = tmp_path / "out.geojson"
    sites = read_seed(ASSETS / "catalogue")
    write_layer(sites, path)
    layer = _read(path)
    assert layer.notes == ()
    assert layer.sites == tuple(replace(site, by_hand=True) for site in sites)
    assert _read(path, "gcj02").sites == layer.sites  # ours says what it is: never shifted


def test_another_program_reads_what_is_written(tmp_path):
    path = tmp_path / "out.geojson"
    write_layer([GARDEN, BASE], path)
    assert pyogrio.read_info(path)["features"] == 2
    frame = pyogrio.read_dataframe(path)
    assert frame.crs.to_epsg() == 4326
    assert list(frame["name_zh"]) == [GARDEN.name_zh, BASE.name_zh]
    assert (frame.geometry[0].x, frame.geometry[0].y) == (GARDEN.lon, GARDEN.lat)


def test_a_failed_write_is_told_and_leaves_no_half_file(tmp_path):
    target = tmp_path / "out.geojson"
    target.mkdir()
    with pytest.raises(ImportLayerError) as told:
        write_layer([GARDEN], target)
    assert told.value.code == "layer_unwritable"
    assert list(tmp_path.iterdir()) == [target]


# ---- files that are none


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docx", b"PK", "layer_format"),
        ("a.csv", b"", "layer_empty"),
        ("a.csv", b"\n\n,,\n", "layer_empty"),
        ("a.csv", b"x,y\n1,2\n", "layer_no_name"),
        ("a.csv", b"\x00\xff\xfe\x01" * 50, "layer_unreadable"),
        ("a.csv", "名称,纬度\n".encode(), "layer_empty"),
        ("a.xlsx", b"PK\x03\x04 not a workbook", "layer_unreadable"),
        ("a.xlsx", b"", "layer_unreadable"),
        ("a.geojson", b"", "layer_unreadable"),
        ("a.geojson", b'{"type": "FeatureCollection"', "layer_unreadable"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}', "layer_empty"),
        ("a.geojson", b'{"hello": 1}', "layer_unreadable"),
        ("a.geojson", b'{"kanjing_sites": 1}', "layer_unreadable"),
        ("a.gpkg", b"not a database", "layer_unreadable"),
        ("a.gpkg", b"", "layer_unreadable"),
    ],
)
def test_a_file_that_holds_no_places_is_told(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    assert _refused(path) == code


@pytest.mark.parametrize("ending", ["csv", "xlsx", "geojson", "gpkg"])
def test_a_file_that_is_gone_is_told(tmp_path, ending):
    assert _refused(tmp_path / f"gone.{ending}") == "layer_missing"


def test_an_unknown_datum_is_told(tmp_path):
    assert _refused(_csv(tmp_path, CHINESE), "beijing54") == "layer_datum"


def test_a_layer_without_names_is_told(tmp_path):
    path = tmp_path / "a.geojson"
    feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [120.6, 31.3]}}
    feature["properties"] = {"colour": "red"}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert _refused(path) == "layer_no_name"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(content=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes_give_places_or_a_kind_word(tmp_path, content):
    path = tmp_path / "any.csv"
    path.write_bytes("名称,纬度,经度\n".encode() + content)
    try:
        layer = _read(path)
    except ImportLayerError:
        return
    assert all(site.city_zh for site in layer.sites)


# ---- words


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("周一", (0,)),
        ("每周一、周二", (0, 1)),
        ("星期日", (6,)),
        ("礼拜天", (6,)),
        ("Mondays and Sundays", (0, 6)),
        ("Tue", (1,)),
        ("天天开", ()),
        ("无", ()),
        ("周二至周日", None),
        ("旺季周一", None),
        ("看情况", None),
        ("", None),
    ],
)
def test_closing_days(text, days):
    assert closed_of(text) == days


def test_closing_days_come_in_with_a_table(tmp_path):
    text = "名称,纬度,经度,闭馆日\n甲,31.3,120.6,周一\n乙,31.31,120.6,不定\n丙,31.32,120.6,\n"
    layer = _read(_csv(tmp_path, text))
    assert [site.closed_weekdays for site in layer.sites] == [(0,), None, None]
    assert _notes(layer) == {"layer_rows_closed": 1}


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("8000", (8000, "day")),
        ("8,000 元/天", (8000, "day")),
        ("0.8万/天", (8000, "day")),
        ("300元/小时", (300, "hour")),
        ("1200 per hour", (1200, "hour")),
        ("面议", None),
        ("5000-8000", None),
        ("", None),
    ],
)
def test_prices(text, price):
    assert price_of(text) == price


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("影视基地", Kind.BASE),
        ("filming_base", Kind.BASE),
        ("竖屏影棚", Kind.BASE),
        ("非遗", Kind.ICH),
        ("4A 景区", Kind.SCENIC),
        ("KTV", Kind.COMMUNITY),
        ("", Kind.COMMUNITY),
        ("Community venue", Kind.COMMUNITY),
    ],
)
def test_kinds(text, kind):
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("name", "kind", "dropped"),
    [
        ("某部队营房", "军事", True),
        ("城北看守所", "", True),
        ("North Prison", "facility", True),
        ("影视城监狱内景", "影视基地", False),
        ("监狱旧址博物馆", "景区", False),
        ("Damascus Road", "street", False),
        ("三峡大坝旅游区", "景区", False),
        ("老茶馆", "", False),
    ],
)
def test_sensitive_places(name, kind, dropped):
    assert is_sensitive(name, kind) is dropped


def test_no_shipped_site_is_of_a_sensitive_type():
    sites = read_seed(ASSETS / "catalogue")
    assert not [site.name_zh for site in sites if is_sensitive(site.name_zh, "")]

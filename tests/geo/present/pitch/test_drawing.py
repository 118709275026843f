"""The map of a pack and its guard: no border for the public without a reviewed base."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ExportError
from geo.model.pitch import Audience, BasePack, PitchLang
from geo.phrases import load_phrases
from geo.present.pitch.base_packs import (
    broken_base_packs,
    load_base_shapes,
    read_base_packs,
    reviewed,
)
from geo.present.pitch.drawing import map_drawing, ways_told
from geo.present.pitch.mark_places import apart
from tests.geo.present.pitch.made import BASE, LILI, TODAY, TONGLI, pitch, square

PHRASES = load_phrases(Path(__file__).parents[4] / "assets" / "phrases")
MANIFEST = """\
name: 江苏省标准地图
source: 江苏省自然资源厅
licence: 标准地图服务
review: 苏S(2026)001号
datum: CGCS2000
"""


def put_pack(folder, manifest=MANIFEST, shapes=None):
    folder.mkdir(parents=True)
    (folder / "manifest.yaml").write_text(manifest, encoding="utf-8")
    given_shapes = shapes or {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {},
                "geometry": {"type": "Polygon", "coordinates": [square(120, 30.5, 121.2, 31.6)]},
            },
            {
                "type": "Feature",
                "properties": {"kind": "lake"},
                "geometry": {"type": "Polygon", "coordinates": [square(120.5, 31, 120.6, 31.1)]},
            },
            {
                "type": "Feature",
                "properties": None,
                "geometry": {"type": "LineString", "coordinates": [[120, 31, 5], [121, 31, 5]]},
            },
        ],
    }
    text = given_shapes if isinstance(given_shapes, str) else json.dumps(given_shapes)
    (folder / "base.geojson").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def pack(tmp_path):
    put_pack(tmp_path / "js")
    (found,) = read_base_packs(tmp_path)
    return found


def drawn(given_pitch, base=BASE, pack=None):
    return map_drawing(given_pitch, PHRASES, base=base, pack=pack)


def bare(drawing):
    return not (drawing.areas or drawing.lines or drawing.water or drawing.streams)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, None])
def test_the_public_sees_no_border_without_a_reviewed_base(audience, pack):
    shown = pitch(audience=audience)
    assert bare(drawn(shown))
    assert bare(drawn(shown, pack=replace(pack, review="")))
    assert bare(drawn(shown, pack=replace(pack, expires=TODAY)))
    assert "不画边界" in drawn(shown).credit.main


def test_a_reviewed_base_is_drawn_with_its_number_until_it_expires(pack):
    held = replace(pack, expires=TODAY + timedelta(days=1))
    drawing = drawn(pitch(), pack=held)
    assert drawing.review == "苏S(2026)001号"
    assert "江苏省自然资源厅" in drawing.credit.main
    assert drawing.areas
    assert drawing.lines
    assert drawing.water
    # ours must not mix in
    assert drawn(pitch(), base=None, pack=held) == drawing


def test_the_office_sees_our_boundaries_around_the_places():
    drawing = drawn(pitch(audience=Audience.INTERNAL))
    assert "内部使用" in drawing.credit.main
    assert not drawing.review
    assert len(drawing.areas) == 1  # 吴江; the far county is off the sheet
    assert drawing.streams
    assert not drawing.lines
    frame_points = [point for line in drawing.water for point in line]
    assert all(-0.001 <= x <= 1.001 and -0.001 <= y <= 1.001 for x, y in frame_points)


def _signed(line):
    return abs(
        sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(line, [*line[1:], line[0]], strict=True)) / 2
    )


def test_an_island_is_cut_out_of_its_lake():
    drawing = drawn(pitch(audience=Audience.INTERNAL))
    (lake,) = drawing.water
    shown = drawn(pitch(audience=Audience.INTERNAL), base=replace(BASE, lakes=_no_island()))
    (whole,) = shown.water
    # island 0.05 x 0.05 of a lake 0.23 x 0.25
    assert _signed(lake) / _signed(whole) == pytest.approx(1 - 0.0025 / 0.0575, abs=0.002)


def _no_island():
    (lake,) = BASE.lakes
    return (replace(lake, points=lake.points[:5], offsets=lake.offsets[:2]),)


def test_much_of_the_country_is_shown_whole_with_its_southern_sea():
    far = (TONGLI, ("喀什", "Kashgar", 76.0, 39.5), ("三亚", "Sanya", 109.5, 18.2))
    drawing = drawn(pitch(far, Audience.INTERNAL))
    assert len(drawing.lines) == 1  # the dash of the made base
    assert all(0.0 <= y <= 1.0 for _, y in drawing.lines[0])


def test_places_stand_where_they_are():
    drawing = drawn(pitch())
    tongli, lili, zhenze = drawing.marks
    assert tongli.y < lili.y < zhenze.y  # north is up
    assert zhenze.x < lili.x < tongli.x  # east is right
    # by hand: 同里 to 黎里 is 0.155 degrees of latitude, 17.3 km
    across = math.hypot((tongli.x - lili.x) * drawing.ratio, tongli.y - lili.y)
    assert across / drawing.ratio * drawing.km_per_width == pytest.approx(17.3, rel=0.01)


def test_the_fewest_shortest_ways_join_all_places():
    drawing = drawn(pitch())
    assert [(way.one, way.two) for way in drawing.ways] == [(0, 1), (1, 2)]
    # 17.28 km straight, times 1.3 by road and twice the minutes, as the table of ways tells it
    assert drawing.ways[0].text.main == "≈ 22 km · 35 分"
    legs = tuple(replace(leg, km=None, minutes=None) for leg in pitch().legs)
    assert drawn(replace(pitch(), legs=legs)).ways[0].text.main == "直线 17 km"


@given(st.integers(1, 12), st.randoms())
def test_ways_are_a_tree(count, dice):
    places = [(f"{n}", "", 120 + dice.random(), 31 + dice.random()) for n in range(count)]
    told = ways_told(pitch(places))
    assert len(told) == count - 1
    reached = {"s0"}
    for _ in told:
        for leg in told:
            if {leg.one, leg.two} & reached:
                reached |= {leg.one, leg.two}
    assert len(reached) == count


@given(
    st.lists(st.tuples(st.floats(0.17, 0.83), st.floats(0.17, 0.83)), min_size=1, max_size=15),
    st.floats(1.05, 1.7),
)
def test_marks_of_a_sketch_never_cover_each_other_nor_leave_it(places, ratio):
    shown, _ = apart(places, ratio)
    spots = [(x * ratio, y) for x, y in shown]
    assert all(0.1 <= y <= 0.9 and 0.1 <= x <= ratio - 0.1 for x, y in spots)
    for number, one in enumerate(spots):
        assert all(math.dist(one, two) > 0.05 for two in spots[:number])


def test_far_places_are_not_moved_and_close_ones_are_told():
    assert drawn(pitch()).km_per_width is not None
    close = (TONGLI, ("隔壁", "Next door", 120.7201, 31.1551), LILI)
    drawing = drawn(pitch(close))
    assert drawing.km_per_width is None
    assert "不按比例" in drawing.credit.main


def test_one_place_or_none_can_be_drawn():
    assert len(drawn(pitch((LILI,))).marks) == 1
    assert drawn(pitch(())).marks == ()
    assert drawn(pitch((LILI,), Audience.INTERNAL)).areas


def test_languages_stand_beneath_each_other():
    both = drawn(pitch(lang=PitchLang.BOTH))
    assert both.marks[0].label == ("同里", "Tongli")
    assert both.credit.second.startswith("Sketch")
    assert drawn(pitch(lang=PitchLang.EN)).marks[0].label == ("Tongli", "")


@pytest.mark.parametrize(("across", "km"), [(60.0, 10.0), (3.0, 0.5), (900.0, 200.0), (8.0, 2.0)])
def test_a_scale_is_round(across, km):
    drawing = replace(drawn(pitch()), km_per_width=across)
    assert drawing.scale_bar == (km, km / across)
    assert replace(drawing, km_per_width=None).scale_bar is None


# ---- packs


def test_a_pack_is_read_with_all_it_must_tell(pack):
    assert (pack.name, pack.review, pack.datum) == ("江苏省标准地图", "苏S(2026)001号", "cgcs2000")
    shapes = load_base_shapes(pack)
    assert [len(shapes.areas), len(shapes.lines), len(shapes.water)] == [1, 1, 1]
    assert reviewed(pack, TODAY)


@pytest.mark.parametrize(
    "review",
    [
        "GS(2024)0650号",
        "苏S（2023）12号",
        "GS京（2022）1061号",
        "审图号：GS (2019) 1822 号",
        "国审字〔2012〕第12号",
    ],
)
def test_a_review_number_is_known_by_its_shape(tmp_path, review):
    put_pack(tmp_path / "a", MANIFEST.replace("苏S(2026)001号", review))
    (pack,) = read_base_packs(tmp_path)
    assert pack.review == review
    assert reviewed(pack, TODAY)


@pytest.mark.parametrize(
    "review",
    ["无", "pending", "没有", "待审", "2024", "GS", "(2024)12号", "GS(2024)", "12号"],
)
def test_what_is_no_number_is_a_pack_without_one(tmp_path, review):
    put_pack(tmp_path / "a", MANIFEST.replace("苏S(2026)001号", review))
    (pack,) = read_base_packs(tmp_path)
    assert pack.review == ""
    told = replace(pack, review=review)
    assert not reviewed(told, TODAY)
    assert bare(drawn(pitch(audience=Audience.PUBLIC), pack=told))


@pytest.mark.parametrize(
    ("manifest", "code"),
    [
        (MANIFEST.replace("CGCS2000", "GCJ-02"), "pack_datum"),
        (MANIFEST.replace("source: 江苏省自然资源厅", ""), "pack_text"),
        (MANIFEST.replace("江苏省标准地图", "{a: 1}"), "pack_text"),
        (MANIFEST + "expires: soon\n", "pack_text"),
        ("name: [", "pack_unreadable"),
        ("- list", "pack_unreadable"),
        ("!!python/object/apply:os.system ['true']", "pack_unreadable"),
    ],
)
def test_a_broken_pack_is_told_and_passed_over(tmp_path, manifest, code):
    put_pack(tmp_path / "bad", manifest)
    put_pack(tmp_path / "good")
    assert [one.path for one in read_base_packs(tmp_path)] == [str(tmp_path / "good")]
    (reason,) = broken_base_packs(tmp_path)
    assert (reason.code, reason.values["folder"]) == (code, "bad")
    assert "bad" in PHRASES.tell(reason, "zh")


def test_no_folder_means_no_pack(tmp_path):
    assert read_base_packs(tmp_path / "none") == ()
    assert broken_base_packs(tmp_path / "none") == ()


@pytest.mark.parametrize(
    "shapes",
    [
        "not json",
        "[" * 100_000,
        '{"type": "FeatureCollection"}',
        '{"type": "Polygon", "coordinates": [[[120, "x"]]]}',
        '{"type": "Polygon", "coordinates": [[[1e9, 3], [1, 2], [3, 4], [5, 6]]]}',
        '{"type": "LineString", "coordinates": [[NaN, 31], [120, 31]]}',
        '{"type": "Circle", "coordinates": []}',
        "7",
    ],
)
def test_a_broken_base_is_refused_kindly(tmp_path, shapes):
    put_pack(tmp_path / "bad", shapes=shapes)
    (pack,) = read_base_packs(tmp_path)
    with pytest.raises(ExportError) as refused:
        drawn(pitch(), pack=pack)
    assert refused.value.code == "pitch_base_unreadable"
    assert isinstance(pack, BasePack)

"""Parts of a query that say how far, with the place they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.search.distances import distances

PLACES = {"同里", "苏州", "驻地", "横店", "tongli", "ping jiang lu", "tongli garden"}


def resolve(text, begun):
    return text if text in PLACES else None


def told(text):
    return [
        (text[one.start : one.end], one.km, one.minutes, one.place, one.unread)
        for one in distances(text, resolve)
    ]


@pytest.mark.parametrize(
    ("text", "written", "km", "minutes", "place"),
    [
        ("同里30公里内的水乡", "同里30公里内", 30, None, "同里"),
        ("离驻地50公里 民国", "离驻地50公里", 50, None, "驻地"),
        ("距离同里 2.5千米以内", "距离同里 2.5千米以内", 2.5, None, "同里"),
        ("within 30 km of tongli", "within 30 km of tongli", 30, None, "tongli"),
        ("30分钟内 同里", "30分钟内 同里", None, 30, "同里"),
        ("横店 1小时", "横店 1小时", None, 60, "横店"),
        ("横店 一个半小时 园林", "横店 一个半小时", None, 90, "横店"),
        ("半小时内 横店", "半小时内 横店", None, 30, "横店"),
        ("园林同里30公里", "同里30公里", 30, None, "同里"),
        ("苏州同里30km内", "同里30km内", 30, None, "同里"),
        ("同里500米", "同里500米", 0.5, None, "同里"),
        ("同里30里内", "同里30里内", 15, None, "同里"),
        ("三十公里内 同里", "三十公里内 同里", 30, None, "同里"),
        ("一百二十公里 同里", "一百二十公里 同里", 120, None, "同里"),
        ("ping jiang lu 3 km", "ping jiang lu 3 km", 3, None, "ping jiang lu"),
        ("30 min drive from tongli garden", "30 min drive from tongli garden", None, 30,
         "tongli garden"),
        ("half an hour from tongli", "half an hour from tongli", None, 30, "tongli"),
        ("同里方圆10公里", "同里方圆10公里", 10, None, "同里"),
        ("30公里内", "30公里内", 30, None, None),
        ("水乡 30公里内 园林", "30公里内", 30, None, None),
        ("同里附近的茶馆", "同里附近", None, None, "同里"),
        ("near tongli", "near tongli", None, None, "tongli"),
        ("附近 茶馆", "附近", None, None, None),
    ],
)  # fmt: skip
def test_a_distance_and_its_place(text, written, km, minutes, place):
    assert told(text) == [(written, km, minutes, place, "")]


@pytest.mark.parametrize("text", ["三里屯", "七里山塘", "1978电影小镇", "m50", "同里", "5a", "798"])
def test_what_is_no_distance(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "unread"), [("离何处30公里", "何处"), ("30 km from nowhere", "nowhere")]
)
def test_a_place_nobody_knows_is_told(text, unread):
    assert [one[3:] for one in told(text)] == [(None, unread)]


def test_several_distances_belong_to_their_own_places():
    assert [(one[1], one[3]) for one in told("同里30公里内 横店100公里内")] == [
        (30, "同里"),
        (100, "横店"),
    ]


@given(st.text(alphabet="同里横店30公内分钟小时半的离附近 kmofwithi", max_size=60))
def test_spans_never_overlap_and_stay_in_the_text(text):
    found = distances(text, resolve)
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        end = one.end

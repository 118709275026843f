"""Requests pasted out of chats: the labelled table, the rules one by one, and any text at all."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.script import read_request, request_facts, request_script
from geo.script.requests.amounts import amount
from geo.script.requests.dates import find_days

TODAY = date(2026, 11, 2)
TABLE = yaml.safe_load(
    (Path(__file__).parents[2] / "data" / "requests.yaml").read_text(encoding="utf-8")
)
LISTS = ("place", "city")
# the least share of the table that is read exactly; what a place is called has no sharp edge
LEAST = {
    "place": 0.8, "city": 1, "start_date": 1, "end_date": 1, "days": 1, "crew_size": 1,
    "price_cap": 0.96, "scene_count": 1, "not": 0.9,
}  # fmt: skip


@pytest.fixture(scope="session")
def ask(vocabulary):
    return lambda text, today=TODAY: read_request(text, vocabulary, today)


def one(request, key):
    """The part of a key as the table writes it."""
    parts = [part for part in request.parts if part.key == key]
    if key in LISTS:
        return sorted(str(part.value) for part in parts)
    if not parts:
        return None
    if key == "price_cap":
        return [parts[0].value, parts[0].unit]
    about = parts[0].unit if key in ("days", "crew_size") else ""
    return f"{parts[0].value}{about}"


def wanted(row, key):
    value = row.get(key)
    if key in LISTS:
        return sorted(value or ())
    return value if value is None or key == "price_cap" else str(value)


@pytest.fixture(scope="session")
def answers(ask):
    return [ask(row["text"]) for row in TABLE]


def shares(answers):
    right, told = dict.fromkeys(LEAST, 0), dict.fromkeys(LEAST, 0)
    for row, request in zip(TABLE, answers, strict=True):
        for key in LEAST:
            if key == "not":
                words = row.get("not", ())
                told[key] += len(words)
                right[key] += sum(any(word in own for own in request.unread) for word in words)
                continue
            mine, its = one(request, key), wanted(row, key)
            if mine or its:
                told[key] += 1
                right[key] += mine == its
    return {key: right[key] / told[key] for key in LEAST}


def test_the_table_is_read(answers):
    assert len(TABLE) >= 60
    found = shares(answers)
    assert {key for key in LEAST if found[key] < LEAST[key]} == set(), found


def test_every_part_says_what_it_was_read_from(answers):
    for row, request in zip(TABLE, answers, strict=True):
        for part in request.parts:
            assert part.because
            assert part.because in row["text"]
            assert part.because not in request.unread


@pytest.mark.parametrize(
    "number", ["13812345678", "138 1234 5678", "138-1234-5678", "0571-85551234"]
)
def test_a_telephone_number_is_no_price_and_no_day(ask, number):
    request = ask(f"别墅一天，电话{number}，预算")
    assert {part.key for part in request.parts} == {"place", "days"}
    assert any(number in words for words in request.unread)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3千", 3_000), ("1.5w", 15_000), ("3k", 3_000), ("两万", 20_000), ("一万二", 12_000),
        ("1万5", 15_000), ("两万五", 25_000), ("八百", 800), ("三千五", 3_500), ("12,000", 12_000),
        ("一千零五十", 1_050), ("两万三千", 23_000), ("十万", 100_000), ("500", 500),
        ("一万零五百", 10_500), ("万万", None), ("三万半", 35_000),
    ],
)  # fmt: skip
def test_money_as_people_write_it(text, value):
    assert amount(text) == value


@pytest.mark.parametrize(
    ("words", "price"),
    [
        ("3千/天", [3_000, "day"]), ("1.5w/天", [15_000, "day"]), ("3k一天", [3_000, "day"]),
        ("8小时2000", [2_000, "day"]), ("4小时1500", [375, "hour"]), ("两万以内", [20_000, ""]),
        ("场地费不超过5000", [5_000, ""]), ("一天8000到1万", [10_000, "day"]),
        ("总预算3万", [30_000, "total"]), ("300一小时", [300, "hour"]),
        ("¥2800/天", [2_800, "day"]),
        ("每天1500块", [1_500, "day"]), ("押金5000", None), ("面积500平", None), ("群演200", None),
    ],
)  # fmt: skip
def test_what_a_price_is_for(ask, words, price):
    assert one(ask(f"茶馆，{words}，三天"), "price_cap") == price


@pytest.mark.parametrize(
    ("words", "crew"),
    [
        ("45人", "45"), ("剧组40人左右", "40~"), ("五十来人", "50~"), ("30+人", "30~"),
        ("全组四五十号人", "50~"), ("十几个人", "19~"), ("45-50人", "50~"), ("人数：55", "55"),
        ("演员4人工作人员26人", "30"), ("群演100人", None), ("一百二十人", "120"),
    ],
)  # fmt: skip
def test_how_many_come(ask, words, crew):
    assert one(ask(f"茶馆，{words}，三天"), "crew_size") == crew


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("3.8–3.12", "2027-03-08", "2027-03-12"), ("11月28-30号", "2026-11-28", "2026-11-30"),
        ("12/3到12/9", "2026-12-03", "2026-12-09"), ("12.28-1.3", "2026-12-28", "2027-01-03"),
        ("2027年1月5日至1月12日", "2027-01-05", "2027-01-12"), ("11.2", "2026-11-02", None),
        ("11.1", "2027-11-01", None), ("下周三", "2026-11-11", None),
        ("周一", "2026-11-02", None), ("周六周日", "2026-11-07", "2026-11-08"),
        ("10号-14号", "2026-11-10", "2026-11-14"), ("1号", "2026-12-01", None),
        ("下个月6号到10号", "2026-12-06", "2026-12-10"), ("十一月二十号", "2026-11-20", None),
        ("明后天", "2026-11-03", "2026-11-04"), ("三天后", "2026-11-05", None),
        ("3月1日开机，4月5日杀青", "2027-03-01", "2027-04-05"), ("2月30日", None, None),
        ("2.29", "2028-02-29", None), ("年前", None, None), ("腊月", None, None),
        ("3月中旬", None, None), ("13.5", None, None),
    ],
)  # fmt: skip
def test_days_are_the_next_such_days(ask, words, first, last):
    request = ask(f"茶馆，{words}，上海")
    assert (one(request, "start_date"), one(request, "end_date")) == (first, last)


def test_words_that_are_no_date_are_told_as_not_understood(ask):
    assert "年前" in ask("茶馆，年前，上海").unread
    assert any("腊月" in words for words in ask("腊月里要茶馆").unread)


@settings(max_examples=200, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(0, 300), st.integers(0, 20))
def test_a_day_without_a_year_is_never_past_and_within_a_year(today, ahead, long):
    first = today + timedelta(days=ahead)
    last = first + timedelta(days=long)
    text = f"{first.month}月{first.day}日到{last.month}月{last.day}日"
    days = find_days(text, today)
    assert [(own.first, own.last) for own in days] == [(first, last)]


def test_chat_stamps_are_no_dates(ask):
    text = "小王 11/9 10:23\n求茶馆\n—————  2026-11-20  —————\n张三 昨天 18:05\n两天"
    request = ask(text)
    assert {part.key for part in request.parts} == {"place", "days"}


def test_places_become_scenes_with_their_needs(ask):
    request = ask("求民国街景+水榭园林，4月1日，3天，共1.8万，40人")
    script = request_script(request)
    assert script.title == "民国街景、水榭园林"
    assert [scene.place for scene in script.scenes] == ["民国街景", "水榭园林"]
    assert all(scene.by_hand and scene.needs for scene in script.scenes)
    assert script.scenes[0].era == "republican"
    assert script.scenes[1].needs[0].scene_type == "classical_garden"
    assert len(script.sets) == 2
    assert request_facts(request) == {
        "crew.size": 40,
        "shoot.start_date": date(2027, 4, 1),
        "shoot.days": 3,
        "place.price_cap_per_day": 6_000,
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("茶馆，3.8-3.12", {"shoot.start_date": date(2027, 3, 8), "shoot.days": 5}),
        ("茶馆 半天", {"shoot.days": 1}),
        ("茶馆，预算5000以内", {}),
        ("茶馆，300一小时", {}),
        ("茶馆，总预算2万", {}),
        ("谢谢各位", {}),
    ],
)
def test_facts_hold_only_what_was_said(ask, text, facts):
    assert request_facts(ask(text)) == facts


def test_a_request_without_a_place_is_an_empty_script(ask):
    assert request_script(ask("谢谢各位老师")).scenes == ()
    assert ask("").parts == ()


PIECES = (
    *("求", "别墅", "3.8", "-", "3.12", "11月", "28号", "，", "\n", " ", "预算", "3千", "/天"),
    *("1.5w", "一天", "五十来", "人", "剧组", "13812345678", "下周", "三", "二", "苏州", "(", ")"),
    *("《", "》", "📍", "10:23", "每天", "共", "要求", "一个", "零", "万", "千", "半", "2.30"),
    *("99", "号", "月", "周", "的", "场戏", "~", "\0", "ａ", "場地", "十", "天"),
)


@pytest.fixture(scope="session")
def few(vocabulary):
    """A vocabulary that is quick to read with."""
    types = {
        code: replace(kind, synonyms=kind.synonyms[:2])
        for code, kind in vocabulary.scene_types.items()
    }
    return replace(vocabulary, scene_types=types, culture={}, flags={})


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.text(max_size=80)))
def test_any_text_is_read_and_every_part_stands_in_it(few, text):
    request = read_request(text, few, TODAY)
    assert request.text == text
    for part in request.parts:
        assert part.because in text
        if part.key.endswith("_date"):
            assert date.fromisoformat(part.value)
        elif part.key not in LISTS:
            assert part.value > 0
    days = {part.key: part.value for part in request.parts}
    if {"start_date", "end_date"} <= days.keys():
        assert days["start_date"] <= days["end_date"]
    request_script(request)
    request_facts(request)


@pytest.mark.parametrize(
    "piece", ["要求", "一天", " ", "的话", "三", "3-", "3、", "共一共", "1.", "剧组约"]
)
def test_long_runs_of_one_word_end(ask, piece):
    request = ask(piece * 3_000)
    assert len(request.text) <= 4_000

"""The calendar, read by a small reader of the format: folding, escapes, zones, days, dues."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ExportError
from geo.present.plan_ics import _folded, _text, write_calendar
from tests.geo.present.plans import DUES, PHRASES, PLAN, SCRIPT, paper_of, undated

SHANGHAI = ZoneInfo("Asia/Shanghai")
UNESCAPED = {"n": "\n", "N": "\n", "\\": "\\", ";": ";", ",": ","}


def unfolded(data):
    """Logical lines: a break followed by a space is none."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    return data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]


def unescaped(value):
    chars = iter(value)
    return "".join(UNESCAPED[next(chars)] if char == "\\" else char for char in chars)


def components(lines):
    """(kind, {name: (parameters, value)}) of every component, those inside included."""
    open_, found = [], []
    for line in lines:
        name, _, value = line.partition(":")
        name, *parameters = name.split(";")
        if name == "BEGIN":
            open_.append((value, {}))
        elif name == "END":
            kind, values = open_.pop()
            assert kind == value
            found.append((kind, values))
        else:
            assert name not in open_[-1][1]
            open_[-1][1][name] = (dict(one.split("=") for one in parameters), value)
    assert open_ == []
    return found


def written(path, paper=None, lang="zh"):
    return write_calendar(paper or paper_of(), PHRASES, path, lang).read_bytes()


def events(data):
    return [values for kind, values in components(unfolded(data)) if kind == "VEVENT"]


def told(event, name):
    return unescaped(event[name][1])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_is_a_calendar_with_one_zone(tmp_path, lang):
    found = components(unfolded(written(tmp_path / "a.ics", lang=lang)))
    (calendar,) = [values for kind, values in found if kind == "VCALENDAR"]
    assert calendar["VERSION"][1] == "2.0"
    assert "PRODID" in calendar
    (zone,) = [values for kind, values in found if kind == "VTIMEZONE"]
    (standard,) = [values for kind, values in found if kind == "STANDARD"]
    assert zone["TZID"][1] == "Asia/Shanghai"
    # what the file says of the zone is what the world's table says
    offset = datetime(2026, 7, 1, tzinfo=SHANGHAI).utcoffset()
    assert offset == timedelta(hours=8)
    assert standard["TZOFFSETTO"][1] == "+0800"


def test_lines_are_no_longer_than_the_standard_wants(tmp_path):
    data = written(tmp_path / "a.ics")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    for line in data.split(b"\r\n"):
        line.decode("utf-8")


def test_days_begin_at_the_call_and_end_at_the_wrap(tmp_path):
    first, road, third, *dues = events(written(tmp_path / "a.ics"))
    assert first["DTSTART"] == ({"TZID": "Asia/Shanghai"}, "20261120T060000")
    assert first["DTEND"][1] == "20261121T013000"
    assert told(first, "SUMMARY") == "一曲姑苏 第 1 天：平江影视基地·民国厅、平江影视基地"
    assert "22:30–次日 01:00 外夜 码头 (1-4) · 平江影视基地" in told(first, "DESCRIPTION")
    assert first["GEO"][1] == "31.312500;120.625100"
    assert road["DTSTART"][1] == "20261121T090000"
    assert third["DTSTART"][1] == "20261122T120000"
    assert len(dues) == len(DUES)


def test_dues_are_whole_days_with_a_reminder_and_no_sum_nobody_named(tmp_path):
    data = written(tmp_path / "a.ics")
    late, hold, deposit, *_ = events(data)[3:]
    assert late["DTSTART"] == ({"VALUE": "DATE"}, "20261030")
    assert late["DTEND"][1] == "20261031"
    assert told(late, "SUMMARY") == "交定金：园中小亭 · 沈园"
    assert told(hold, "SUMMARY") == "留的档期到期：沈家正厅 · 平江影视基地·民国厅"
    assert told(deposit, "SUMMARY") == "交定金 3,000 元：沈家正厅 · 平江影视基地·民国厅"
    alarms = [values for kind, values in components(unfolded(data)) if kind == "VALARM"]
    assert len(alarms) == len(DUES)
    assert {one["TRIGGER"][1] for one in alarms} == {"-PT15H"}


def test_ids_are_one_each_and_stay_when_a_day_moves(tmp_path):
    before = [one["UID"][1] for one in events(written(tmp_path / "a.ics"))]
    assert len(set(before)) == len(before)
    days = tuple(replace(day, date=day.date + timedelta(7)) for day in PLAN.days)
    moved = events(written(tmp_path / "b.ics", paper_of(replace(PLAN, days=days))))
    assert [one["UID"][1] for one in moved] == before


def test_without_dates_only_what_falls_due_is_written(tmp_path):
    assert len(events(written(tmp_path / "a.ics", paper_of(undated())))) == len(DUES)


def test_an_empty_calendar_is_no_file(tmp_path):
    with pytest.raises(ExportError, match="plan_ics_no_dates"):
        written(tmp_path / "a.ics", paper_of(undated(), dues=()))
    assert list(tmp_path.iterdir()) == []


def test_a_title_with_marks_of_the_format_stays_whole(tmp_path):
    title = 'a;b,c\\d:e"f\r\nBEGIN:VEVENT'
    paper = paper_of(script=replace(SCRIPT, title=title))
    found = events(written(tmp_path / "a.ics", paper))
    assert len(found) == 3 + len(DUES)
    assert told(found[1], "SUMMARY").startswith('a;b,c\\d:e"f\nBEGIN:VEVENT 第 2 天')


@given(st.text(max_size=200))
def test_any_text_comes_back_from_a_folded_line(text):
    (line,) = unfolded(_folded(f"X:{_text(text)}"))
    kept = "".join(
        one
        for one in text.encode("utf-8", "replace").decode().replace("\r\n", "\n")
        if one == "\n" or one == "\u3000" or one.isprintable()
    )
    assert unescaped(line.removeprefix("X:")) == kept

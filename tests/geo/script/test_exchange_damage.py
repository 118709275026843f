"""Exports that came to harm, or were made to do harm: told kindly, or read as any other table."""

from __future__ import annotations

import base64
import contextlib
import json
import math
import zipfile
import zlib
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.errors import ScriptError
from geo.progress import finish
from geo.script import read_script
from geo.script.exchange import read_uss
from geo.script.exchange.parcel import (
    CHUNK,
    LARGEST,
    MARK,
    Parcel,
    bounded_json,
    chunks,
    is_chunk,
    joined,
    pack,
    unpack,
)
from geo.script.exchange.plain import plain
from tests.geo.script.exchange_scripts import CREW, FORMATS, exported, taken_back

PARCEL = Parcel(CREW)
ANY = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _packed(content):
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return MARK + base64.b64encode(zlib.compress(text)).decode()


def _script(**more):
    return {"script": {"title": "a", "scenes": [], **more}}


def test_a_parcel_comes_back():
    assert unpack(pack(PARCEL)) == PARCEL


def test_parts_may_come_in_any_order_and_twice_but_not_lack():
    long = MARK + "x" * 3 * CHUNK
    parts = list(chunks(long))
    assert len(parts) == 4
    assert all(is_chunk(part) and len(part) < 32_767 for part in parts)
    assert joined(iter([*reversed(parts), parts[0]])) == long
    assert joined(iter(parts[1:])) == ""
    assert joined(iter(parts[:-1])) == ""
    assert joined(iter(["kanjing 1/99999999999 x", "kanjing x", "kanjing", "kanjing 9/1 y"])) == ""


def test_a_newer_version_is_told():
    with pytest.raises(ScriptError, match="script_newer"):
        unpack("kanjing2:abc")


@pytest.mark.parametrize(
    "packed",
    [
        "",
        "kanjing",
        "kanjing0:abc",
        "kanjing99999999999999999999:abc",
        MARK,
        MARK + "%%%",
        MARK + base64.b64encode(b"no zlib").decode(),
        pack(PARCEL)[:-8],
        _packed(b"\xff\xfe"),
        _packed([]),
        _packed({"script": {}}),
        _packed({"script": {"title": 1, "scenes": []}}),
        _packed({"script": {"title": "a", "scenes": [], "strange": 1}}),
        _packed({"script": {"title": "a", "scenes": [], "draft": True}}),
        _packed({"script": {"title": "a", "scenes": [], "draft": 10**10}}),
        _packed({"script": {"title": "a", "scenes": [{"id": "1"}]}}),
        _packed(_script(sets=[{"id": "s", "name": "", "scenes": ["no"]}])),
        _packed(_script(lines=[{"number": 1, "text": "", "tag": "evil"}])),
        _packed(_script(warnings=[{"line": 1, "code": "x", "values": {"y": math.nan}}])),
        _packed(b"[" * 100_000),
        _packed(b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
        _packed(b"9" * 10_000),
    ],
)  # fmt: skip
def test_what_is_no_script_of_ours_is_refused(packed):
    assert unpack(packed) is None


def test_two_scenes_of_one_id_are_refused():
    assert unpack(pack(Parcel(replace(CREW, scenes=CREW.scenes * 2)))) is None


def test_a_bomb_does_not_go_off():
    bomb = MARK + base64.b64encode(zlib.compress(bytes(40 * LARGEST // 10), 9)).decode()
    assert len(bomb) < LARGEST // 100
    assert unpack(bomb) is None
    for data in (
        b"[" + b"{}," * 2_000_000 + b"{}]",
        b"[" * 1000 + b"]" * 1000,
        b"[" * 90 + b"]" * 90,
    ):
        with pytest.raises(ValueError, match=r".*"):
            bounded_json(data)


@ANY
@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["script", "title", "scenes", "sets", "lines", "id", "values"]), inner
    ),
))  # fmt: skip
def test_any_json_is_a_parcel_or_none(content):
    assert unpack(_packed(content)) is None


@ANY
@given(st.data())
def test_a_parcel_with_one_wrong_value_is_refused_or_sound(data):
    content = plain(PARCEL)
    holder = content["script"]
    path = data.draw(st.sampled_from(["title", "scenes", "sets", "lines", "draft", "settled"]))
    holder[path] = data.draw(
        st.none() | st.integers() | st.text(max_size=3) | st.lists(st.none(), min_size=1)
    )
    found = unpack(_packed(content))
    assert found is None or type(getattr(found.script, path)) is type(getattr(CREW, path))


# ---- whole files


def test_a_workbook_whose_data_is_gone_is_read_as_a_table(vocabulary, tmp_path):
    path = exported(CREW, tmp_path / "a.xlsx", vocabulary)
    book = openpyxl.load_workbook(path)
    del book["kanjing"]
    book.save(path)
    assert taken_back(path, vocabulary) is None


def test_a_workbook_with_half_its_data_is_read_as_a_table(vocabulary, tmp_path):
    path = exported(CREW, tmp_path / "a.xlsx", vocabulary)
    book = openpyxl.load_workbook(path)
    cell = book["kanjing"]["A1"]
    cell.value = cell.value[:-20]
    book.save(path)
    assert taken_back(path, vocabulary) is None


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_half_a_file_is_none_of_ours(vocabulary, tmp_path, ending, cut):
    path = exported(CREW, tmp_path / f"a.{ending}", vocabulary)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * cut)])
    assert taken_back(path, vocabulary) is None


@pytest.fixture(scope="module", params=FORMATS)
def sound(request, vocabulary, tmp_path_factory):
    """The bytes of one export."""
    path = tmp_path_factory.mktemp("sound") / f"a.{request.param}"
    exported(CREW, path, vocabulary)
    return path, path.read_bytes()


@ANY
@given(changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1))
def test_a_file_with_changed_bytes_gives_a_script_or_a_kind_word(vocabulary, sound, changes):
    path, data = sound
    content = bytearray(data)
    for place, byte in changes:
        content[int(place * len(content))] = byte
    path.write_bytes(content)
    with contextlib.suppress(ScriptError):
        taken_back(path, vocabulary)


def test_a_workbook_that_unpacks_without_end_is_not_unpacked(vocabulary, tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(80_000_000))
    assert taken_back(path, vocabulary) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"universalScheduleStandard": 1}',
        b"\xff\xfe{",
        b"[" * 100_000,
        b'{"universalScheduleStandard": {"breakdowns": [' + b"{}," * 500_000 + b"{}]}}",
    ],
)
def test_a_schedule_that_is_none_is_told(content):
    with pytest.raises(ScriptError, match="script_broken_uss"):
        finish(read_uss(content))


@ANY
@given(st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(
            ["breakdowns", "elements", "categories", "id", "category", "ucid", "name", "pages",
             "scene", "type", "comments", "description", "project"]
        ), inner, max_size=5,
    ),
    max_leaves=30,
))  # fmt: skip
def test_any_schedule_gives_lines_or_a_kind_word(content):
    data = json.dumps({"universalScheduleStandard": content}).encode()
    with contextlib.suppress(ScriptError):
        source = finish(read_uss(data))
        assert all("\n" not in line.text for line in source.lines)


def test_without_its_data_a_workbook_is_read_like_any_other(vocabulary, tmp_path):
    path = exported(CREW, tmp_path / "a.xlsx", vocabulary)
    book = openpyxl.load_workbook(path)
    del book["kanjing"]
    book.save(path)
    script = finish(read_script(path, vocabulary))
    assert [(one.episode, one.number, one.suffix) for one in script.scenes] == [
        (one.episode, one.number, one.suffix) for one in CREW.scenes
    ]
    assert [one.cast for one in script.scenes] == [one.cast for one in CREW.scenes]
    assert [one.time for one in script.scenes] == [one.time for one in CREW.scenes]

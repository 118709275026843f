"""YAML of strangers: plain values with lines, nothing expanded, nothing run."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from geo.money.marked import (
    DEEPEST,
    LONGEST_TEXT,
    MOST_FAULTS,
    MOST_ITEMS,
    Marked,
    hostile,
    read_marked,
)
from tests.geo.money.made import CALM


def codes(text):
    return [
        (fault.line, fault.code.removeprefix("policy_refused.")) for fault in read_marked(text)[1]
    ]


def test_lines_of_mappings_and_keys():
    root, faults = read_marked("a: 1\nb:\n- x: 2\n  y: [3,\n    4]\n- z: {u: 5}\n")
    assert faults == ()
    assert root == {"a": 1, "b": [{"x": 2, "y": [3, 4]}, {"z": {"u": 5}}]}
    assert root.lines == {"a": 1, "b": 2}
    first, second = root["b"]
    assert (first.line, first.lines) == (3, {"x": 3, "y": 4})
    assert (first.end, second.line, second.end) == (5, 6, 6)
    assert root["b"][1]["z"].end == 6
    assert read_marked("- {a: 1,\n   b:\n   2}\n")[0][0].end == 3


def test_plain_words_are_what_yaml_says():
    root, faults = read_marked(
        "[~, null, '', true, no, 12, 1_000, -3, 1.5, 1.0e+3, 0x1f, 010, '7', 2026-01-02, 1:30, .inf]"  # noqa: E501
    )
    assert faults == ()
    assert root == [
        None, None, "", True, False, 12, 1000, -3, 1.5, 1000.0, "0x1f", "010", "7", "2026-01-02",
        "1:30", ".inf",
    ]  # fmt: skip


def test_a_text_is_one_line():
    root, _ = read_marked('a: |\n  one\n  two\nb: "  x\\ty\\n"\n')
    assert root == {"a": "one two", "b": "x y"}


def test_aliases_and_tags_are_not_followed():
    root, _ = read_marked(
        "a: &x [1]\nb: *x\nc: !!python/object/apply:os.system [ls]\nd: !!int '3'\n"
    )
    assert root == {"a": [1], "b": None, "c": ["ls"], "d": "3"}
    assert codes("a: &x [1]\nb: *x\nc: !!python/name:os.system\nd: !x y\n") == [
        (1, "alias"),
        (2, "alias"),
        (3, "tag"),
        (4, "tag"),
    ]


def test_a_bomb_of_aliases_stays_small():
    lines = ["a0: &a0 [lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    root, faults = read_marked("\n".join(lines))
    assert len(root) == 30
    assert root["a29"] == [None] * 9
    # one fault told once a line
    assert [fault.line for fault in faults] == list(range(1, 31))


def test_deep_wide_and_long():
    deep = "a: " + "[" * (DEEPEST + 5) + "1, {b: 2}" + "]" * (DEEPEST + 5)
    assert codes(deep) == [(1, "too_deep")]
    assert codes("a: " + "[" * DEEPEST + "]" * DEEPEST) == [(1, "too_deep")]
    assert codes("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)) == []
    assert codes("[" * 900_000) == [(1, "too_deep")]
    assert codes("[" + "1," * 100_001 + "]") == [(1, "too_many")]
    assert codes("a: " + "x" * (LONGEST_TEXT + 1)) == [(1, "too_long")]
    assert codes(f"a: {'9' * 30}") == [(1, "number")]
    assert codes("a: 1.0e+999") == []


def test_keys_must_be_words_that_stand_once():
    assert codes("a: 1\nb: 2\na: 3\n") == [(3, "twice_key")]
    assert codes("? [1, 2]\n: 3\n") == [(1, "key")]
    assert codes("a: 1\n---\nb: 2\n") == [(2, "documents")]
    assert read_marked("a: 1\n---\nb: 2\n")[0] == {"a": 1}


def test_characters_that_deceive():
    text = 'a: good\nb: tur\u202ened\nc: nul\x00l\nd: "\\u200b"\ne: fine\n'
    root, _ = read_marked(text)
    assert codes(text) == [(2, "characters"), (3, "characters"), (4, "characters")]
    assert root["a"] == "good"
    assert root["e"] == "fine"
    assert not any(hostile(value) for value in root.values())


def test_a_broken_item_is_left_out_and_the_rest_is_read():
    text = (
        'schema: 1\npolicies:\n- id: a\n  x: [1,\n- id: b\n  y: "open\n- id: c\n  z: 1\n'
        "- id: d\n\tw: 1\n- id: e\n"
    )
    root, faults = read_marked(text)
    assert [item["id"] for item in root["policies"]] == ["c", "e"]
    assert [item.line for item in root["policies"]] == [7, 11]
    assert [(fault.values["item"], fault.code) for fault in faults] == [
        ("a", "policy_refused.syntax"),
        ("b", "policy_refused.syntax"),
        ("d", "policy_refused.syntax"),
    ]
    assert [4 <= faults[0].line <= 5, 6 <= faults[1].line <= 7, faults[2].line == 10] == [True] * 3


def test_too_many_faults_end_the_reading():
    most = codes("b:\n" + "- *x\n" * MOST_FAULTS)
    assert len(most) == MOST_FAULTS
    assert codes("a: &x 1\nb:\n" + "- *x\n" * MOST_FAULTS) == [(MOST_FAULTS + 2, "too_many_faults")]
    assert codes("\x00\n" * (MOST_FAULTS + 1)) == [(1, "characters")]
    one, other = ("- id: a\n  x:\n" + "  - *x\n" * (MOST_FAULTS + 1)), "- id: b\n"
    root, faults = read_marked("policies:\n" + one + other)
    assert root["policies"] == [{"id": "b"}]
    assert [fault.values["item"] for fault in faults] == ["a"]


def test_text_that_is_no_yaml_at_all():
    assert read_marked("a: [")[0] is None
    assert codes("a: [") == [(1, "syntax")] or codes("a: [") == [(2, "syntax")]
    assert read_marked("- id: [\n" * (MOST_ITEMS + 1))[0] is None
    assert read_marked("x: [\n- id: 1\n- title: 2\n  id: [\n")[0] is None
    assert read_marked("") == (None, ())


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text("abc 甲乙:,#-[]{}&*!|>'\"%@`=~0123456789.", max_size=12).map(
        lambda t: " ".join(t.split())
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcdefg", min_size=1, max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


@CALM
@given(PLAIN)
def test_what_the_writer_writes_is_read_back(value):
    text = yaml.safe_dump({"v": value}, allow_unicode=True, sort_keys=False)
    if "&id" in text:
        return
    root, faults = read_marked(text)
    assert faults == ()
    assert root == {"v": value}
    assert isinstance(root, Marked)


@CALM
@given(st.text(max_size=300))
def test_any_text_is_survived(text):
    root, faults = read_marked(text)
    assert all(fault.line >= 1 for fault in faults)
    assert root is None or not isinstance(root, type)

"""Ways of typing that come to the same; and where in the query each character came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.search.folding import fold, fold_all, fold_query
from geo.script import fold as simplified


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ＳＵＺＨＯＵ", "suzhou"),
        ("蘇州園林", "苏州园林"),
        ("tóng lǐ", "tong li"),
        ("Lü Mansion", "lu mansion"),
        ("xi'an", "xian"),
        ("Administrator’s", "administrators"),
        ("'同里'", "'同里'"),
        ("５Ａ", "5a"),
        ("㎡", "m2"),
    ],
)
def test_the_same_however_it_is_typed(typed, folded):
    assert fold(typed, simplified) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text):
    once = fold(text, simplified)
    # the second time an apostrophe may stand between letters that the first drop joined
    assert fold(fold(once, simplified), simplified) == fold(once, simplified)


@given(st.lists(st.text(max_size=20), max_size=5))
def test_many_are_folded_as_each_by_itself(texts):
    assert fold_all(texts, simplified) == [
        fold(text.replace("\n", " "), simplified) for text in texts
    ]


@given(st.text(max_size=40))
def test_every_character_of_a_query_knows_where_it_came_from(text):
    folded = fold_query(text, simplified)
    assert folded.text == fold(text, simplified)
    assert len(folded.at) == len(folded.text)
    assert list(folded.at) == sorted(folded.at)
    for place, char in zip(folded.at, folded.text, strict=True):
        assert char in fold(text[place], simplified)


def test_a_part_of_a_query_is_told_as_it_was_typed():
    folded = fold_query("去 ＳＵＺＨＯＵ 玩", simplified)
    start = folded.text.index("suzhou")
    first, last = folded.written(start, start + 6)
    assert "去 ＳＵＺＨＯＵ 玩"[first:last] == "ＳＵＺＨＯＵ"

"""Names found by characters, sound and initials: against a matcher that tries every way."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.search.names import How, Names
from geo.catalogue.search.sounds import readings, spelled

NAMES = ("同里古镇", "平江路", "吕府", "甪直古镇·保圣寺", "退思园（同里）", "e游小镇", "重庆")


def ways(char, query, how):
    """How much of ``query`` the character may take, at its beginning."""
    found = {1} if query[:1] == char else set()
    if how is How.LETTERS:
        return found
    known = readings(char)[:1] if how is How.INITIALS else readings(char)
    for sound in known:
        if query.startswith(sound):
            found.add(len(sound))
            if query[len(sound) : len(sound) + 1] in tuple("12345"):
                found.add(len(sound) + 1)
        if query and len(sound) > len(query) and sound.startswith(query):
            found.add(len(query))
        if how in (How.INITIALS, How.RARE_INITIALS) and query[:1] == sound[0]:
            found.add(1)
            if sound[:2] in ("zh", "ch", "sh") and query.startswith(sound[:2]):
                found.add(2)
    return found


def holds(name, query, how):
    """Whether ``query`` can be read off ``name`` from some place on."""

    @cache
    def reads(at, rest):
        if not rest:
            return True
        if at == len(name) or not name[at].isalnum():
            return False
        return any(reads(at + 1, rest[taken:]) for taken in ways(name[at], rest, how))

    if len(query) == 1 and query.isascii():
        starts = [at for at in range(len(name)) if not at or not name[at - 1].isalnum()]
    else:
        starts = range(len(name))
    return any(reads(at, query) for at in starts)


CHARS = "同里甪直重庆长乐吕绿路平江园林a3·（"
TEXT = st.text(CHARS, min_size=1, max_size=7)
TYPED = st.one_of(
    TEXT,
    st.text("tonglizhucqinv3", min_size=1, max_size=10),
    st.lists(st.sampled_from(CHARS), min_size=1, max_size=4).map(
        lambda some: "".join((readings(char) or (char,))[0] for char in some)
    ),
).map(lambda text: "".join(char for char in text if char.isalnum()))


@given(st.lists(TEXT, min_size=1, max_size=4), TYPED, st.sampled_from(sorted(How)[1:]))
def test_found_are_just_the_names_that_hold_it(names, query, how):
    if query:
        rows = set(Names(names).find(query, how).rows.tolist())
        assert rows == {row for row, name in enumerate(names) if holds(name, query, how)}


@pytest.mark.parametrize(
    ("query", "how", "rows"),
    [
        ("同里", How.LETTERS, {0, 4}),
        ("tongli", How.SOUND, {0, 4}),
        ("tongl", How.SOUND, {0, 4}),
        ("tong3li", How.SOUND, {0, 4}),
        ("同li", How.SOUND, {0, 4}),
        ("tl", How.INITIALS, {0, 4}),
        ("cq", How.INITIALS, set()),
        ("cq", How.RARE_INITIALS, {6}),
        ("pjl", How.INITIALS, {1}),
        ("pingjl", How.INITIALS, {1}),
        ("lvfu", How.SOUND, {2}),
        ("lufu", How.SOUND, {2}),
        ("luzhi", How.SOUND, {3}),
        ("lzh", How.INITIALS, {3}),
        ("eyou", How.SOUND, {5}),
        ("chongqing", How.SOUND, {6}),
        ("zhongqing", How.SOUND, {6}),
        ("tonglib", How.SOUND, set()),
        # the sign between two parts of a name is not read over
        ("zhenbao", How.SOUND, set()),
    ],
)
def test_what_people_type(query, how, rows):
    assert set(Names(NAMES).find(query, how).rows.tolist()) == rows


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pingjanglu", True),
        ("pinjianglu", True),
        ("pingjiangla", True),
        ("pnigjianglu", True),
        ("pinjanglu", False),
    ],
)
def test_one_slip_is_forgiven_and_no_more(typed, found):
    assert (Names(NAMES).find(typed, How.SLIP).rows.tolist() == [1]) is found


def test_where_in_the_name_it_stands_is_told():
    places = Names(["同里古镇", "退思园（同里）", "小同里"]).find("同里", How.LETTERS)
    told = list(zip(places.first, places.begins, places.ends, places.lengths, strict=True))
    assert told == [
        (True, True, False, 2),
        (False, True, True, 2),
        (False, False, True, 2),
    ]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("乐山", "leshan"), ("大足", "dazu"), ("六安", "luan"), ("厦门", "xiamen"),
        ("重庆", "chongqing"), ("长乐", "changle"), ("台州", "taizhou"), ("丽水", "lishui"),
        ("会稽", "kuaiji"), ("甪直", "luzhi"), ("鄞州", "yinzhou"), ("蓟州", "jizhou"),
        ("尉犁", "yuli"), ("浒墅关", "xushuguan"), ("郫都", "pidu"), ("沙家浜", "shajiabang"),
    ],
)  # fmt: skip
def test_places_are_found_as_they_are_called(name, typed):
    assert Names([name]).find(typed, How.SOUND).rows.tolist() == [0]
    assert typed in spelled(name)


@given(st.text(max_size=80), st.sampled_from(list(How)))
def test_nothing_typed_fails(text, how):
    Names(NAMES).find(text, how)


def test_no_names_hold_nothing():
    assert Names([]).find("同里", How.LETTERS).rows.tolist() == []

"""Words by their beginning and with one slip, against the plain definitions."""

from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.search.spelling import Spelling, Words, one_slip

WORD = st.text("abc", min_size=1, max_size=6)


def distance(one, other):
    """Insertions, deletions, changes and swaps of neighbours (optimal string alignment)."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if not i or not j:
                table[i][j] = i or j
                continue
            table[i][j] = min(
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@given(WORD, WORD)
def test_one_slip_is_a_distance_of_one(one, other):
    assert one_slip(one, other) is (distance(one, other) == 1)


@given(st.sets(WORD, max_size=12), WORD)
def test_the_words_meant_are_all_at_a_distance_of_one(words, typed):
    found = Spelling(words).near(typed)
    assert list(found) == sorted(word for word in words if distance(word, typed) == 1)


@given(st.lists(st.lists(WORD, max_size=4), max_size=8), WORD)
def test_words_are_found_by_their_beginning(texts, typed):
    found = Words(texts).begin(typed)
    told = sorted(
        (row, word == typed, not place)
        for row, text in enumerate(texts)
        for place, word in enumerate(text)
        if word.startswith(typed)
    )
    assert sorted(zip(*(part.tolist() for part in found), strict=True)) == told


@given(st.lists(st.lists(WORD, max_size=4), max_size=8), WORD)
def test_misspelt_words_are_found_where_the_right_ones_stand(texts, typed):
    found = set(Words(texts).misspelt(typed).rows.tolist())
    rows = (row for row, text in enumerate(texts) if any(distance(w, typed) == 1 for w in text))
    # a word of one letter is no word to mistype
    assert found <= set(rows)
    assert found == {
        row
        for row, text in enumerate(texts)
        if any(distance(word, typed) == 1 and len(word) > 1 for word in text)
    }

"""Every reader against damaged and senseless input: it reads, or it refuses with a code."""

import base64

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.geo.script.fuzzing import TARGETS, WORDS, read, seeds

PLACES = st.floats(0, 1, allow_nan=False)
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("cut", "put", "flip", "twice", "drop")),
        PLACES,
        st.integers(1, 60),
        st.sampled_from(WORDS) | st.binary(max_size=6),
    ),
    min_size=1,
    max_size=6,
)


def changed(data, changes):
    """``data`` after these accidents."""
    for kind, place, length, word in changes:
        at = int(place * len(data))
        if kind == "cut":
            data = data[:at]
        elif kind == "put":
            data = data[:at] + word + data[at:]
        elif kind == "flip" and at < len(data):
            data = data[:at] + bytes([data[at] ^ (1 << length % 8)]) + data[at + 1 :]
        elif kind == "twice":
            data = data[:at] + data[at : at + length] * 3 + data[at + length :]
        else:
            data = data[:at] + data[at + length :]
    return data


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(name, data):
    seed = data.draw(st.sampled_from(seeds(name)))
    read(name, changed(seed, data.draw(CHANGES)))


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=15, deadline=None)
@given(data=st.binary(max_size=400))
def test_senseless_bytes_are_read_or_refused(name, data):
    read(name, data)


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds_are_read(name):
    for seed in seeds(name):
        read(name, seed)


# what the longer runs have found, cut down
FOUND = (
    ("xlsx_strings", b"<?xml version='1.0' encoding='UTF-4'?><sst/>"),
    ("xlsx_sheet", b"<?xml version='1.0' encoding='UTF-4'?><worksheet/>"),
    (
        "csv",
        b'\xbc\xaf,\xb3\xa1,1,\xc2\xeb\xcd\xb7,\xd2\xb9,\xbc\xd7\t,2,"\xb2\xe8\xb9\xd9\n\xba\xf3\xd4\xba",\xc8\xd5,\xd2\xd2\n\xba\xcf\xbc\xc6-2\n',
    ),
    (
        "fountain",
        "#i你来笋\n\n.内潠来笑)\n你来了。[[\n\n日 \n#1#\n\n@来了。[[[\n\n"
        "日 \n#1#\n\n@来了。[\n".encode(),
    ),
    (
        "html",
        base64.b64decode(
            "PGh0bWw+PGhlYWQ+PHRpdGxlPjwvdGl0bGU+bGU+SU5ULiBBPGJyPjwvcD48dGFibGU+PHRyPjx0IGhj"
            "b2xzcGFuPTI+5Zy65qyhPHRoPuWcuuaZrzx0aD7ml2VuZG9ianI+PHRkIHJvd3NwYW49Mj4xPD48Ym9k"
            "eT48cCBjbGFzcz0ic2NlbmQ+YS8+PGJvZHk+PGVuZWhlYWRpbmciPklOVC4gQUFuZyI+SU5ULiBBPGJy"
            "PnQ9InMidGFibGU+PHRycHJlPjwvYm9keT48L2h0bWw+"
        ),
    ),
)


@pytest.mark.parametrize(("name", "data"), FOUND, ids=[name for name, _ in FOUND])
def test_what_was_found_is_read_or_refused(name, data):
    read(name, data)

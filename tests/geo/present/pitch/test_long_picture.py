"""The long picture: strips meet, figures keep their colours, and it is as heavy as it may be."""

from __future__ import annotations

import io
import unicodedata

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from geo.present.pitch.long_picture import MEANT, STRIP, in_one
from geo.present.pitch.plain import plain


def test_strips_meet_without_a_row_too_many_or_too_few():
    heights = (STRIP * 2 + 37, STRIP, 5)
    rng = np.random.default_rng(7)
    rows = [rng.integers(0, 2, height).astype(bool) for height in heights]
    pages = [Image.fromarray(np.repeat(one[:, None], 300, axis=1)) for one in rows]
    kept = io.BytesIO()
    pages[0].save(kept, "PDF", save_all=True, append_images=pages[1:], resolution=72.0)
    with Image.open(io.BytesIO(in_one(kept.getvalue(), 300, 10**7))) as picture:
        drawn = np.asarray(picture.convert("L"))
    assert drawn.shape == (sum(heights), 300)
    # of rows black or white at random, one lost or drawn twice would move all the others
    assert ((drawn > 127) == np.concatenate(rows)[:, None]).all()


def test_it_takes_as_many_colours_as_it_may_weigh():
    kept = io.BytesIO()
    noise = np.random.default_rng(7).normal(128, 120, (900, 300)).clip(0, 255).astype(np.uint8)
    Image.fromarray(noise).convert("RGB").save(kept, "PDF", resolution=72.0)
    made = kept.getvalue()
    plenty = 10**9
    full, least = (len(in_one(made, 300, most)) for most in (plenty, 1))
    assert least < full
    colours = []
    for most in (plenty, (full + least) // 2, least - 1):
        content = in_one(made, 300, most)
        assert len(content) <= max(most, least)
        with Image.open(io.BytesIO(content)) as picture:
            colours.append(len(picture.getpalette()) // 3)
    assert colours == sorted(colours, reverse=True)
    assert colours[0] > colours[2] > len(MEANT)


@given(st.text(st.characters()))
def test_plain_keeps_what_a_document_can_hold_and_nothing_else(text):
    turning = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    known = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    wanted = []
    for char in known:
        if unicodedata.category(char) == "Cs":
            wanted.append("?")
        elif char == "\n" or unicodedata.category(char) != "Cc":
            wanted.append("" if char in turning or ord(char) in (0xFFFE, 0xFFFF) else char)
    assert plain(text) == "".join(wanted)

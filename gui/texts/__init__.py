"""What the screen writes: figures in five styles, and the rows of the lists as values."""

from __future__ import annotations

from gui.texts.aloud import aloud
from gui.texts.numbers import (
    NumberLook,
    NumberStyle,
    basis_word,
    count,
    known_ends,
    money,
    present_number,
    style_of,
    unit_word,
)
from gui.texts.rows import (
    Coverage,
    ListFrame,
    RankedRow,
    Role,
    SetRow,
    city_row,
    site_row,
)
from gui.texts.scales import Scale, nice_top, shared_scales
from gui.texts.script_sizes import PlayingTime, pages_text, playing_time, seconds_text
from gui.texts.script_words import tag_word

__all__ = [
    "Coverage",
    "ListFrame",
    "NumberLook",
    "NumberStyle",
    "PlayingTime",
    "RankedRow",
    "Role",
    "Scale",
    "SetRow",
    "aloud",
    "basis_word",
    "city_row",
    "count",
    "known_ends",
    "money",
    "nice_top",
    "pages_text",
    "playing_time",
    "present_number",
    "seconds_text",
    "shared_scales",
    "site_row",
    "style_of",
    "tag_word",
    "unit_word",
]

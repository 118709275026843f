"""What the screen writes: figures in five styles, and the rows of the lists as values."""

from __future__ import annotations

from gui.texts.aloud import aloud
from gui.texts.criteria import criterion_name, criterion_names
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
from gui.texts.scales import Scale, city_scales, nice_top, site_scales
from gui.texts.script_sizes import PlayingTime, pages_text, playing_time, seconds_text
from gui.texts.script_words import tag_word
from gui.texts.shares import RowShares, Shares, city_shares, site_shares

__all__ = [
    "Coverage",
    "ListFrame",
    "NumberLook",
    "NumberStyle",
    "PlayingTime",
    "RankedRow",
    "Role",
    "RowShares",
    "Scale",
    "SetRow",
    "Shares",
    "aloud",
    "basis_word",
    "city_row",
    "city_scales",
    "city_shares",
    "count",
    "criterion_name",
    "criterion_names",
    "known_ends",
    "money",
    "nice_top",
    "pages_text",
    "playing_time",
    "present_number",
    "seconds_text",
    "site_row",
    "site_scales",
    "site_shares",
    "style_of",
    "tag_word",
    "unit_word",
]

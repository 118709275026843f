"""What the screen writes: figures in five styles, and the rows of the lists as values."""

from __future__ import annotations

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
    SceneRow,
    SetRow,
    city_row,
    site_row,
)
from gui.texts.scales import Scale, nice_top, shared_scales

__all__ = [
    "Coverage",
    "ListFrame",
    "NumberLook",
    "NumberStyle",
    "RankedRow",
    "Role",
    "Scale",
    "SceneRow",
    "SetRow",
    "basis_word",
    "city_row",
    "count",
    "known_ends",
    "money",
    "nice_top",
    "present_number",
    "shared_scales",
    "site_row",
    "style_of",
    "unit_word",
]

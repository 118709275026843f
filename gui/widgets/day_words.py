"""Inside and outside, day and night, as crews write them."""

from __future__ import annotations

from collections.abc import Mapping

from geo.model import DayPart, IntExt

_SIDES = {
    IntExt.INT: ("内", "INT"),
    IntExt.EXT: ("外", "EXT"),
    IntExt.BOTH: ("内外", "INT/EXT"),
}
_TIMES = {
    DayPart.DAY: ("日", "D"),
    DayPart.NIGHT: ("夜", "N"),
    DayPart.DAWN: ("晨", "dawn"),
    DayPart.DUSK: ("昏", "dusk"),
}


def side_word(side: IntExt | None, lang: str) -> str:
    """内, 外, 内外; nothing when nobody knows."""
    return "" if side is None else _SIDES[side][lang == "en"]


def time_word(time: DayPart | None, lang: str) -> str:
    """日, 夜, 晨, 昏; nothing when nobody knows."""
    return "" if time is None else _TIMES[time][lang == "en"]


def set_times(side: IntExt | None, times: Mapping[DayPart, int], lang: str) -> str:
    """“内外·日 6 夜 3”, in English “INT/EXT D6 N3”."""
    gap = "" if lang == "en" else " "
    counted = [
        f"{_TIMES[time][lang == 'en']}{gap}{times[time]}" for time in _TIMES if time in times
    ]
    parts = [part for part in (side_word(side, lang), " ".join(counted)) if part]
    return (" " if lang == "en" else "·").join(parts)

"""Opening hours, read from the catalogue's own note."""

from __future__ import annotations

import re

from geo.model import Site

WINDOW = re.compile(r"(\d{1,2})[:：](\d{2})\s*[–—~\-至到]+\s*(\d{1,2})[:：](\d{2})")
ALWAYS = re.compile(r"全天开放|24\s*小时")
DAY = 24.0


def hours(site: Site) -> tuple[tuple[float, float], ...]:
    """Opening windows in hours of the day, or none where the note does not say."""
    note = site.opening_note_zh or ""
    if ALWAYS.search(note):
        return ((0.0, DAY),)
    found = []
    for match in WINDOW.finditer(note):
        first, first_min, last, last_min = (int(part) for part in match.groups())
        opens, closes = first + first_min / 60, last + last_min / 60
        if opens < closes <= DAY:
            found.append((opens, closes))
    return tuple(found)


def open_at(windows: tuple[tuple[float, float], ...], hour: float) -> bool:
    """Whether one of ``windows`` holds ``hour``."""
    return any(opens <= hour < closes for opens, closes in windows)


def told(windows: tuple[tuple[float, float], ...]) -> str:
    """Windows as a clock shows them: 8:30-17:00."""
    return ", ".join(f"{_clock(opens)}–{_clock(closes)}" for opens, closes in windows)


def _clock(hour: float) -> str:
    minutes = round(hour * 60)
    return f"{minutes // 60}:{minutes % 60:02d}"

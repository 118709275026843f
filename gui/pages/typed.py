"""What people type into forms, read as values: degrees, money, counts, days."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date

MOST = 1e12
DEGREE_M, PIN_M = 111_195.0, 20.0
WAN = 10_000
_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)[,，\s]+(-?\d+(?:\.\d+)?)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SPAN = re.compile(
    r"([+-]?\d+(?:\.\d+)?)(?:\s*(?:[-\N{EN DASH}\N{EM DASH}~]|到|至|to)\s*([+-]?\d+(?:\.\d+)?))?"
)
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read_degrees(text: str) -> tuple[float, float] | None:
    """Latitude and longitude out of ``31.16, 120.72`` in either order; None when there is none.

    Two numbers that fit China one way round only are taken that way.
    """
    found = _PAIR.search(text)
    if found is None:
        return None
    first, second = float(found.group(1)), float(found.group(2))
    if abs(first) > 90 or (70 < first < 140 and second < 60):
        first, second = second, first
    if abs(first) > 90 or abs(second) > 180:
        return None
    return first, second


def doubt_of_degrees(text: str) -> float | None:
    """Metres that the shorter of two typed degrees leaves open; None when there are none.

    One in the last place: a degree of latitude is 111 km, and a pin on a map misses by some metres.
    """
    found = _PAIR.search(text)
    if found is None:
        return None
    places = min(len(one.partition(".")[2]) for one in found.groups())
    return max(DEGREE_M / float(10**places), PIN_M)


def read_number(text: str) -> float | None:
    """A number from 0 up, with thousands commas or 万 if need be; None for an empty field.

    Raises ValueError for anything else.
    """
    text = text.replace(",", "").replace("，", "").replace(" ", "")
    if not text:
        return None
    bare = text.removesuffix("万")
    number = float(bare) * (1 if bare == text else WAN)
    if not (math.isfinite(number) and 0 <= number < MOST):
        raise ValueError(text)
    return number


def read_span(text: str) -> tuple[float, float] | None:
    """One number or two (6, 6-8, 6–8, 6 到 8), the lower first; None for an empty field.

    Either may lie below 0. Raises ValueError for anything else.
    """
    text = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").strip()
    text = _THOUSANDS.sub("", text)
    if not text:
        return None
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first = float(found.group(1))
    second = float(found.group(2)) if found.group(2) else first
    if not max(abs(first), abs(second)) < MOST:
        raise ValueError(text)
    return min(first, second), max(first, second)


def write_span(low: float, high: float) -> str:
    """``low`` and ``high`` as they are typed: 6, 6–8, -2 ~ 3."""
    if low == high:
        return f"{low:,.10g}"
    between = " ~ " if low < 0 else "\N{EN DASH}"
    return f"{low:,.10g}{between}{high:,.10g}"


def read_day(text: str) -> str:
    """A day, a month or a year as ISO text; empty when nobody says. Raises ValueError."""
    text = text.strip().replace("/", "-").replace(".", "-")
    if text and not _DAY.fullmatch(text):
        raise ValueError(text)
    return text


def read_date(text: str) -> date | None:
    """A whole day (2026-11-20, 2026/11/20, 2026年11月20日); None for an empty field.

    Raises ValueError for anything else, a day that no calendar has among it.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        return None
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) for part in found.groups())
    return date(year, month, day)


def can_read(text: str) -> bool:
    """Whether ``text`` is a number or nothing at all."""
    try:
        read_number(text)
    except ValueError:
        return False
    return True


def write_number(value: float | None) -> str:
    """``value`` as it is typed: 6,000; empty when nobody knows."""
    return "" if value is None else f"{value:,.10g}"

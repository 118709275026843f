"""Light of a day at a point, and the days on which the country is off work.

Sources: ``astral`` (NOAA's equations of the sun); ``holidays`` (the State Council's notices of
each year, with the working days it moves to weekends).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from geo.model import SunTimes

CHINA = ZoneInfo("Asia/Shanghai")
# the whole country keeps one clock
CHINA_LONGITUDES = (73.0, 136.0)
EQUINOX = date(2026, 3, 20)
# where the sun neither rises nor sets, days are taken as light as these
ALWAYS_LIGHT = (0, 1, 1_438, 1_439)
ALWAYS_DARK = (718, 719, 720, 721)

_SUNDAY = 6
# what the package adds to a holiday's name when the day was moved, in Chinese and English
_MOVED = re.compile(r"[（(].*$")
_DAYS_OFF = ("休息日", "Day off")


@lru_cache(maxsize=4_096)
def sun_times(lat: float, lon: float, when: date | None) -> SunTimes:
    """First light, sunrise, sunset and full dark at a point (degrees WGS-84), by the local clock.

    First light and full dark are those of civil twilight, the sun 6 degrees below the horizon.
    ``when`` None: the equinox, not dated.
    """
    day = when or EQUINOX
    in_china = CHINA_LONGITUDES[0] <= lon <= CHINA_LONGITUDES[1]
    zone = CHINA if in_china else timezone(timedelta(hours=round(lon / 15)))
    clocks = _clocks(lat, lon, day, zone)
    if clocks is None:
        # the clock of an event that falls on midnight of Greenwich is not found for that one day
        around = [_clocks(lat, lon, day + timedelta(days=n), zone) for n in (-1, 1)]
        clocks = next((one for one in around if one is not None), None)
    if clocks is None:
        # near the poles: the sun stays up or down all day
        summer = (lat > 0) == (EQUINOX <= day.replace(year=EQUINOX.year) <= date(2026, 9, 23))
        clocks = ALWAYS_LIGHT if summer else ALWAYS_DARK
    return SunTimes(*clocks, dated=when is not None)


def _clocks(lat: float, lon: float, day: date, zone: tzinfo) -> tuple[int, int, int, int] | None:
    # slow to import, and not needed at start
    from astral import Observer
    from astral.sun import sun

    try:
        found = sun(Observer(lat, lon), day, tzinfo=zone)
    except ValueError:
        return None
    light, rise, sets, dark = (_minute(found[one]) for one in ("dawn", "sunrise", "sunset", "dusk"))
    return light, rise, sets, dark


def _minute(moment: datetime) -> int:
    return round(moment.hour * 60 + moment.minute + moment.second / 60)


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days off by date with their names, weekends that are ``worked``.

    ``unsettled`` are the years whose notice of moved days is not known: their holidays are those
    of the law alone.
    """

    names: Mapping[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()
    unsettled: tuple[int, ...] = ()


def holidays_within(start: date, days: int, language: str = "zh") -> Holidays:
    """The holidays of ``days`` days from ``start``; a weekend next to one belongs to it."""
    last = start + timedelta(days=max(0, days - 1))
    names: dict[date, str] = {}
    worked: set[date] = set()
    unsettled = []
    for year in range(start.year, last.year + 1):
        found, moved = _of_year(year, language)
        names |= {day: name for day, name in found.items() if start <= day <= last}
        worked |= {day for day in moved if start <= day <= last}
        if not moved:
            unsettled.append(year)
    return Holidays(names, frozenset(worked), tuple(unsettled))


@lru_cache(maxsize=64)
def _of_year(year: int, language: str) -> tuple[Mapping[date, str], frozenset[date]]:
    """Names by day off, and the weekends worked in their place."""
    # slow to import, and not needed at start
    import holidays

    told = holidays.country_holidays(
        "CN",
        years=(year - 1, year, year + 1),
        language="en_US" if language == "en" else "zh_CN",
    )
    moved, off = frozenset(told.weekend_workdays), set(told)
    for step in (timedelta(days=1), timedelta(days=-1)):
        for day in sorted(off, reverse=step.days < 0):
            beside = day + step
            while beside.weekday() >= _SUNDAY - 1 and beside not in moved | off:
                off.add(beside)
                beside += step
    names: dict[date, str] = {}
    for run in _runs(sorted(off)):
        plain = {day: _MOVED.sub("", told[day]).strip() for day in run if day in told}
        plain = {day: name for day, name in plain.items() if name not in _DAYS_OFF}
        usual = Counter(plain.values()).most_common(1)[0][0] if plain else ""
        names |= {day: plain.get(day, usual) for day in run}
    return (
        {day: name for day, name in names.items() if day.year == year},
        frozenset(day for day in moved if day.year == year),
    )


def _runs(days: list[date]) -> list[list[date]]:
    """Days in a row."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs

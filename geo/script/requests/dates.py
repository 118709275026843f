"""Days of a request: dates, ranges and words like 下周三, reckoned from a given today."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from geo.script.text.fold import read_number

CN = r"[一二三四五六七八九十]{1,3}"
TO = r"\s*+(?:-+|到|至)\s*+"
MONTH_DAY = (
    r"(?:(?P<@y>20\d\d|明|今)\s*+[年./-]\s*+)?"
    r"(?:(?P<@m>\d{1,2})\s*+[./]\s*+(?P<@d>\d{1,2})(?!\d)\s*+[日号]?"
    rf"|(?P<@M>\d{{1,2}}|{CN})\s*+月\s*+(?P<@D>\d{{1,2}}(?!\d)\s*+[日号]?|{CN}\s*+[日号])(?!天))"
)
ONE = MONTH_DAY.replace("@", "a")
OTHER = MONTH_DAY.replace("@", "b")
LATER_DAY = rf"(?P<c>\d{{1,2}}|{CN})(?!\d)\s*+(?:[日号]|(?![.:/\d人天个万千k月w元块场点]))"
MORE_DAYS = r"(?:\s*+[、,，和]\s*+\d{1,2}(?![\d.:/月万千kw元块人])\s*+[日号]?)"
RELATIVE_MONTH = r"(?<!\s)(?P<next>下个?月|本月|这个月)?\s*+"
NUMBERED = r"(?P<d1>\d{1,2})\s*+[日号](?!线|楼|院|人|厅|棚|店|仓|馆|桥)"
DAY_NAMES = "一二三四五六日天末"
WEEKDAY = re.compile(
    r"(?P<which>下下个?|下个?|这个?|本|上个?)?(?:周|星期|礼拜)(?P<a>[一二三四五六日天])(?:(?:周|星期|礼拜|"
    + TO
    + r"(?:周|星期|礼拜)?|、)?(?P<b>[一二三四五六日天])(?!天|个|场|套|间|人|百|千|万))?"
)
NEAR = re.compile(
    r"(?P<w>大后天|明后两?天|后天|明天|明晚|明早|今天|今晚|今日)|(?P<n>\d{1,2}|[一二两三四五六七八九十])天后"
)
NEAR_DAYS = {"大": 3, "后": 2, "明": 1, "今": 0}
RANGE = re.compile(f"{ONE}{TO}{OTHER}")
SHORT_RANGE = re.compile(f"{ONE}{TO}{LATER_DAY}")
LISTED = re.compile(f"{ONE}(?P<more>{MORE_DAYS}+)")
SINGLE = re.compile(f"{ONE}(?!\\s*+[万千kw%米元块])")
DAYS_RANGE = re.compile(
    RELATIVE_MONTH + r"(?P<d1>\d{1,2})\s*+[日号]?" + TO + r"(?P<d2>\d{1,2})\s*+[日号]"
)
DAY = re.compile(RELATIVE_MONTH + NUMBERED)
ENDING = re.compile(r"^\s*+(?:杀青|结束|之前|以前|前|关机|截止|收工)")
ABOUT = re.compile(r"^\s*+(?:左右|前后|上下)")
LONGEST = 120
"""Days: two dates farther apart are not first and last day of one shoot."""


@dataclass(frozen=True, slots=True)
class Days:
    """First and, where given, last day, read from ``start`` to ``end`` of the text."""

    start: int
    end: int
    first: date
    last: date | None = None
    about: bool = False


def find_days(folded: str, today: date) -> list[Days]:
    """The days named in ``folded`` text, from left to right; what is no day of the calendar not."""
    found: list[Days] = []
    taken = [False] * len(folded)
    for pattern, reading in PATTERNS:
        for match in pattern.finditer(folded):
            if any(taken[match.start() : match.end()]) or not _stands_free(folded, match):
                continue
            days = reading(match, today)
            if days is None:
                continue
            about = ABOUT.match(folded[match.end() :])
            end = match.end() + (about.end() if about else 0)
            found.append(Days(match.start(), end, *days, about=bool(about)))
            taken[match.start() : end] = [True] * (end - match.start())
    return sorted(found, key=lambda days: days.start)


def first_and_last(found: list[Days], folded: str) -> Iterator[tuple[str, Days, date]]:
    """``start_date`` and ``end_date`` among the days found, each with where it was read."""
    ends = [days for days in found if days.last is None and ENDING.match(folded[days.end :])]
    starts = [days for days in found if days not in ends]
    if starts:
        start = next((days for days in starts if days.last), starts[0])
        yield "start_date", start, start.first
        if start.last:
            yield "end_date", start, start.last
            return
        later = [
            days
            for days in [*ends, *starts[:0:-1]]
            if 0 < (days.first - start.first).days <= LONGEST
        ]
        if later:
            yield "end_date", later[0], later[0].first
    elif ends:
        yield "end_date", ends[0], ends[0].first


def _stands_free(folded: str, match: re.Match[str]) -> bool:
    before = folded[match.start() - 1 : match.start()]
    after = folded[match.end() : match.end() + 1]
    return not (before.isdigit() or before in tuple("./月") or after.isdigit())


def _number(text: str | None) -> int | None:
    return read_number(text) if text else None


def _date(match: re.Match[str], stem: str, after: date) -> date | None:
    """The next such day not before ``after``, or that of the year that is written."""
    named = match.groupdict()
    month = _number(named.get(f"{stem}m") or named.get(f"{stem}M"))
    written = named.get(f"{stem}d") or named.get(f"{stem}D") or ""
    day = _number(written.rstrip(" 日号"))
    year = named.get(f"{stem}y")
    if month is None or day is None:
        return None
    if year:
        own = {"明": after.year + 1, "今": after.year}.get(year) or int(year)
        return _valid(own, month, day)
    return _next(month, day, after)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next(month: int, day: int, after: date) -> date | None:
    found = (_valid(year, month, day) for year in range(after.year, after.year + 9))
    return next((own for own in found if own and own >= after), None)


def _next_day(day: int, after: date) -> date | None:
    """The next day of that number, in this month or a later one."""
    months = ((after.year * 12 + after.month - 1 + more) for more in range(13))
    found = (_valid(month // 12, month % 12 + 1, day) for month in months)
    return next((own for own in found if own and own >= after), None)


Span = tuple[date, date | None] | None


def _range(match: re.Match[str], today: date) -> Span:
    first = _date(match, "a", today)
    last = _date(match, "b", first) if first else None
    return (first, last) if first and last and (last - first).days <= 366 else None


def _short_range(match: re.Match[str], today: date) -> Span:
    first, day = _date(match, "a", today), _number(match["c"])
    last = _valid(first.year, first.month, day) if first and day else None
    return (first, last) if first and last and last > first else None


def _listed(match: re.Match[str], today: date) -> Span:
    first = _date(match, "a", today)
    days = [int(day) for day in re.findall(r"\d{1,2}", match["more"])]
    last = _valid(first.year, first.month, days[-1]) if first else None
    return (first, last) if first and last and last > first else None


def _single(match: re.Match[str], today: date) -> Span:
    first = _date(match, "a", today)
    return (first, None) if first else None


def _month_start(match: re.Match[str], today: date) -> date:
    if not match["next"] or not match["next"].startswith("下"):
        return today
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def _days_range(match: re.Match[str], today: date) -> Span:
    first = _next_day(int(match["d1"]), _month_start(match, today))
    last = _next_day(int(match["d2"]), first) if first else None
    return (first, last) if first and last else None


def _day(match: re.Match[str], today: date) -> Span:
    first = _next_day(int(match["d1"]), _month_start(match, today))
    return (first, None) if first else None


def _weekday(match: re.Match[str], today: date) -> Span:
    monday = today - timedelta(days=today.weekday())
    which = (match["which"] or "").removesuffix("个")
    own = min(DAY_NAMES.index(match["a"]), 6)
    first = monday + timedelta(days=own, weeks={"下下": 2, "下": 1, "上": -1}.get(which, 0))
    if not which and first < today:
        first += timedelta(weeks=1)
    if not match["b"]:
        return first, None
    more = (min(DAY_NAMES.index(match["b"]), 6) - own) % 7
    return first, first + timedelta(days=more)


def _near(match: re.Match[str], today: date) -> Span:
    word = match["w"]
    if word and word.startswith("明后"):
        return today + timedelta(days=1), today + timedelta(days=2)
    away = NEAR_DAYS[word[0]] if word else read_number(match["n"])
    return (today + timedelta(days=away), None) if away is not None else None


PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Span]], ...] = (
    (RANGE, _range),
    (SHORT_RANGE, _short_range),
    (LISTED, _listed),
    (SINGLE, _single),
    (DAYS_RANGE, _days_range),
    (DAY, _day),
    (WEEKDAY, _weekday),
    (NEAR, _near),
)

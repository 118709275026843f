"""A request for places as pasted out of a chat: parts to confirm, a script and facts from them.

Nothing is taken for said that is not written: a price without day or hour has no unit, 年前 and
三月中旬 are no dates, telephone numbers are only ever told as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from geo.model import Request, RequestPart, Script, Vocabulary
from geo.script.breakdown.era import stated_era
from geo.script.breakdown.needs import reader_of
from geo.script.edits import add_scene, rename
from geo.script.requests.amounts import (
    Amount,
    find_days_count,
    find_money,
    find_people,
    find_scenes,
)
from geo.script.requests.dates import find_days, first_and_last
from geo.script.requests.places import FREE, find_cities, find_places
from geo.script.requests.words import EMPTY
from geo.script.text.fold import fold

MOST = 4_000
BLANKS = r"[^\S\n]*+"
DATED = r"(?:(?:\d{2,4}[/.-])?\d{1,2}[/.-]\d{1,2}|\d{1,2}月\d{1,2}日|昨天|今天|星期.|周.)?"
STAMP = re.compile(
    rf"^{BLANKS}(?:[^\s:,，]{{1,16}}[^\S\n]++)?{DATED}{BLANKS}(?:上午|下午|晚上|凌晨)?"
    rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?{BLANKS}$"
    rf"|^{BLANKS}-{{2,}}[^\n]*-{{2,}}{BLANKS}$|\[(?:图片|视频|表情|文件|链接|[^\]\n]{{1,4}})\]",
    re.MULTILINE,
)
CONTACT = re.compile(
    r"(?:(?:微信|v信|vx|wx|wechat|qq|手机|电话|tel|联系方式|联系人?|加我)[号]?[\s:]*+)?"
    r"(?:(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|\d{7,})"
    r"|(?:微信|v信|vx|wx|wechat|qq)号?[\s:]*+[a-z0-9_-]{5,}"
)
HOUR = r"(?:早上?|上午|中午|下午|晚上?|凌晨)?\d{1,2}(?::\d{2}|点半?)"
CLOCK = re.compile(rf"{HOUR}(?:\s*+(?:-|到|至)\s*+{HOUR})?|早\d{{1,2}}晚\d{{1,2}}")
NUMBERING = re.compile(r"(?:(?<=[\s:,;，；。])|^)\d{1,2}[、.)](?!\d)\s*+", re.MULTILINE)
TITLE = re.compile(r"《[^》\n]{1,40}》")
WORTH_TELLING = re.compile(r"[a-z0-9]{3,}|[\u4e00-\u9fff]{2,}|\d+[^\d\s]")


class _Page:
    """The text with what is already read blanked out, character for character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = fold(text)
        self.parts: list[tuple[int, RequestPart]] = []

    def blank(self, start: int, end: int) -> str:
        self.left = self.left[:start] + FREE * (end - start) + self.left[end:]
        return self.text[start:end].strip()

    def part(self, key: str, found: Amount) -> None:
        words = self.blank(found.start, found.end)
        self.parts.append((found.start, RequestPart(key, found.value, words, found.unit)))


def read_request(text: str, vocabulary: Vocabulary, today: date) -> Request:
    """What a pasted request asks for, in parts to confirm; ``today`` is what 下周三 is from.

    ``start_date`` and ``end_date`` are ISO dates, the next such day where no year is written.
    ``unit`` is day, hour, total or empty of a price, ``~`` of other numbers that are about.
    """
    text = text[:MOST]
    page = _Page(text)
    unread = _set_aside(page)
    for money in find_money(page.left):
        page.part("price_cap", money)
    _dates(page, today)
    people = find_people(page.left)
    if people:
        page.part("crew_size", people)
    days = find_days_count(page.left)
    if days:
        page.part("days", days)
    for scenes in find_scenes(page.left):
        page.part("scene_count", scenes)
    for city in find_cities(page.left):
        words = page.blank(city.start, city.end)
        page.parts.append((city.start, RequestPart("city", city.word, words)))
    _places(page, vocabulary)
    unread += [(start, words) for start, words in _left_over(page)]
    parts = [part for _, part in sorted(page.parts, key=lambda one: one[0])]
    told = [words for _, words in sorted(unread)]
    return Request(text, tuple(parts), tuple(dict.fromkeys(told)))


def _set_aside(page: _Page) -> list[tuple[int, str]]:
    """Blank what is no request: stamps, list numbers, titles; contacts and hours are told."""
    for pattern in (STAMP, NUMBERING):
        for match in pattern.finditer(page.left):
            page.blank(*match.span())
    return [
        (match.start(), page.blank(*match.span()))
        for pattern in (CONTACT, CLOCK, TITLE)
        for match in pattern.finditer(page.left)
    ]


def _dates(page: _Page, today: date) -> None:
    found = find_days(page.left, today)
    spans = {}
    for key, days, day in first_and_last(found, page.left):
        words = page.text[days.start : days.end].strip()
        part = RequestPart(key, day.isoformat(), words, "~" if days.about else "")
        page.parts.append((days.start, part))
        spans[days.start] = days.end
    for start, end in spans.items():
        page.blank(start, end)


def _places(page: _Page, vocabulary: Vocabulary) -> None:
    reader = reader_of(vocabulary)
    seen: set[str] = set()
    for place in find_places(page.left, page.text, reader.places):
        words = page.blank(place.start, place.end)
        if words in seen:
            continue
        seen.add(words)
        needs = reader.needs(words, "", stated_era(words))
        page.parts.append((place.start, RequestPart("place", words, words, needs=needs)))


def _left_over(page: _Page) -> Iterator[tuple[int, str]]:
    for match in re.finditer(rf"[^{FREE}\s,，、。.;；:：!！?？()（）【】\[\]|+/]+", page.left):
        words = page.text[match.start() : match.end()].strip()
        if WORTH_TELLING.search(match.group()) and not EMPTY.fullmatch(match.group()):
            yield match.start(), words


def request_script(request: Request) -> Script:
    """One scene made by hand for each place part, with its needs; the places are the title."""
    script = Script("", ())
    places = [part for part in request.parts if part.key == "place"]
    for part in places:
        place = str(part.value)
        script = add_scene(script, place=place, needs=part.needs, era=stated_era(place))
    return rename(script, "、".join(str(part.value) for part in places))


def request_facts(request: Request) -> dict[str, str | int | float | date]:
    """Facts of the project that the parts give: crew, first day, days, the most a day may cost.

    Days are those said, else from the first to the last. A price for the whole is told by the day
    where the days are known; one without a unit, or by the hour, gives none.
    """
    said = {part.key: part for part in reversed(request.parts)}
    facts: dict[str, str | int | float | date] = {}
    if "crew_size" in said:
        facts["crew.size"] = int(said["crew_size"].value)
    start, end = (_day(said.get(key)) for key in ("start_date", "end_date"))
    if start:
        facts["shoot.start_date"] = start
    days = _days(said.get("days"), start, end)
    if days:
        facts["shoot.days"] = days
    cap = _cap_per_day(_prices(request.parts), days)
    if cap is not None:
        facts["place.price_cap_per_day"] = cap
    return facts


def _prices(parts: Iterable[RequestPart]) -> list[tuple[float, str]]:
    return [(float(part.value), part.unit) for part in parts if part.key == "price_cap"]


def _day(part: RequestPart | None) -> date | None:
    return date.fromisoformat(str(part.value)) if part else None


def _days(part: RequestPart | None, start: date | None, end: date | None) -> int | None:
    if part is not None:
        return max(1, -int(-float(part.value) // 1))
    return (end - start).days + 1 if start and end and end >= start else None


def _cap_per_day(prices: Iterable[tuple[float, str]], days: int | None) -> float | None:
    by_unit = {unit: value for value, unit in prices}
    if "day" in by_unit:
        return by_unit["day"]
    if "total" in by_unit and days:
        return round(by_unit["total"] / days, 2)
    return None

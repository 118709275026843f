"""The plan as a calendar (iCalendar, RFC 5545): its days, and what falls due with a reminder.

Entries keep their ids from export to export, so that taking the file in again moves them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from geo.errors import ExportError
from geo.files import exported_file
from geo.model import Due, PlanDay
from geo.phrases import Phrases
from geo.present.plan_words import PlanPaper, PlanWords

PRODUCT = "-//Kanjing//Shooting plan//ZH"
ZONE = "Asia/Shanghai"
# China Standard Time, one zone and no summer time
ZONE_LINES = (
    "BEGIN:VTIMEZONE", f"TZID:{ZONE}", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
LONGEST = 75
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
Lines = Iterator[str]


def write_calendar(paper: PlanPaper, phrases: Phrases, path: Path, lang: str) -> Path:
    """Write dated days and dues as one calendar.

    Raises ExportError: ``plan_ics_no_dates`` where there is neither, ``export_refused``,
    ``export_disk_full``.
    """
    words = PlanWords(paper, phrases, lang)
    stamp = datetime.now(UTC)
    events = [*_days(words, stamp), *_dues(words, stamp)]
    if not events:
        raise ExportError("plan_ics_no_dates", file=path.name)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(words.say('plan_ics_name', title=words.title))}",
        *ZONE_LINES,
        *(line for event in events for line in event),
        "END:VCALENDAR",
    ]
    with exported_file(path) as part:
        part.write_bytes(b"".join(_folded(line) for line in lines))
    return path


def _days(words: PlanWords, stamp: datetime) -> Iterator[list[str]]:
    for day in words.paper.plan.days:
        if day.date is None:
            continue
        sites = words.listed(words.site(block.site_id) for block in day.blocks)
        city = words.city(day.city, day.city_en)
        summary = words.say(
            "plan_ics_day" if day.blocks else "plan_ics_road",
            title=words.title,
            number=words.number(day),
            sites=sites,
            city=city,
        )
        yield [
            "BEGIN:VEVENT",
            f"UID:{_uid(words, 'day', str(day.day))}",
            f"DTSTAMP:{_moment(stamp)}",
            f"DTSTART;TZID={ZONE}:{_clock(day.date, day.call)}",
            f"DTEND;TZID={ZONE}:{_clock(day.date, max(day.wrap, day.call))}",
            f"SUMMARY:{_text(summary)}",
            f"LOCATION:{_text(' · '.join(part for part in (city, sites) if part))}",
            f"DESCRIPTION:{_text(_told(words, day))}",
            *_point(words, day),
            "TRANSP:OPAQUE",
            "END:VEVENT",
        ]


def _told(words: PlanWords, day: PlanDay) -> str:
    """What is shot, ways, bed, and what to heed, a line each."""
    timed = [(move.leave, words.clocks(move.leave, move.leave + move.minutes), words.move(move))
             for move in day.moves]  # fmt: skip
    timed += [
        (
            block.come,
            words.clocks(block.start, block.end),
            f"{words.kind(block.kind)} {block.set_name or words.set(block.set_id)}"
            f" ({words.labels(block.scenes)}) · {words.site(block.site_id)}",
        )
        for block in day.blocks
    ]
    lines = [f"{clock} {text}" for _, clock, text in sorted(timed)]
    night = words.night(day)
    if night:
        lines.append(f"{words.say('plan_book_sleep')} {night}")
    lines += words.told((*day.notes, *day.breaches))
    return "\n".join((*lines, words.say("plan_book_estimate")))


def _point(words: PlanWords, day: PlanDay) -> Iterable[str]:
    first = words.paper.sites.get(day.blocks[0].site_id) if day.blocks else None
    return [] if first is None else [f"GEO:{first.lat:.6f};{first.lon:.6f}"]


def _dues(words: PlanWords, stamp: datetime) -> Iterator[list[str]]:
    for due in words.paper.dues:
        told = _due(words, due)
        yield [
            "BEGIN:VEVENT",
            f"UID:{_uid(words, due.kind.value, due.set_id, due.site_id)}",
            f"DTSTAMP:{_moment(stamp)}",
            f"DTSTART;VALUE=DATE:{due.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{due.on + timedelta(1):%Y%m%d}",
            f"SUMMARY:{_text(told)}",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-PT15H",
            f"DESCRIPTION:{_text(words.say('plan_ics_soon') + ' · ' + told)}",
            "END:VALARM",
            "END:VEVENT",
        ]


def _due(words: PlanWords, due: Due) -> str:
    what = words.say(f"plan_book_due_{due.kind.value}")
    named = {"what": what, "set": words.set(due.set_id), "site": words.site(due.site_id)}
    if due.amount is None:
        return words.say("plan_ics_due", **named)
    return words.say("plan_ics_due_amount", amount=due.amount, **named)


def _uid(words: PlanWords, *parts: str) -> str:
    text = "\x1f".join((words.title, *parts)).encode("utf-8", "replace")
    return f"{hashlib.sha256(text).hexdigest()[:32]}@kanjing"


def _moment(when: datetime) -> str:
    return when.strftime("%Y%m%dT%H%M%SZ")


def _clock(day: date, minutes: int) -> str:
    """A clock of the shift that began on ``day``; after midnight it lies on the next."""
    return (datetime.combine(day, time()) + timedelta(minutes=minutes)).strftime("%Y%m%dT%H%M%S")


def _text(text: str) -> str:
    """A value that may hold anything: marks of the format escaped, no control codes."""
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")
    kept = "".join(one for one in whole if one == "\n" or one.isprintable() or one == "\u3000")
    return kept.translate(ESCAPES)


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, never within a character."""
    pieces: list[bytes] = []
    piece = b""
    for char in line:
        octets = char.encode()
        if len(piece) + len(octets) > LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join((*pieces, piece)) + b"\r\n"

"""The call sheet (通告单) of every day, told in one language: what PDF and workbook lay out.

What nobody knows is an empty text: the papers print a line there, to be filled in by hand. No
money stands here: a call sheet goes to everybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.model import BookingStatus, PlanBlock, PlanDay, PlanMove, Scene
from geo.present.plan_words import PlanWords

MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Pair = tuple[str, str]
# details of a scene that a department brings, and their headings
BROUGHT = (("wardrobe", "column_wardrobe"), ("props", "column_props"))
CROWD = "crowd"
FEW = 6
# the day or night of the scene says it
SAID_ELSEWHERE = ("night",)


@dataclass(frozen=True, slots=True)
class SheetSite:
    """A site of the day: ``mark`` is its letter in the rows."""

    mark: str
    name: str
    area: str
    position: str
    contact: str
    hospital: str


@dataclass(frozen=True, slots=True)
class SheetScene:
    """One scene in a block; ``place`` where the script calls it otherwise than the set."""

    label: str
    light: str
    place: str
    content: str
    cast: str
    pages: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A block (``type`` block) with its scenes, or a way (``type`` move), by the clock."""

    type: str
    time: str
    text: str
    kind: str = ""
    kind_text: str = ""
    mark: str = ""
    rain: str = ""
    no_rain: bool = False
    part: str = ""
    pages: str = ""
    scenes: tuple[SheetScene, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Somebody who plays: scenes, and the clock of the first of them."""

    name: str
    scenes: str
    first: str


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The call sheet of one day; ``clocks`` and ``needs`` are pairs of a heading and a text."""

    day: int
    heading: str
    number: str
    of: str
    date: str
    short_date: str
    city: str
    brief: str
    shooting: bool
    clocks: tuple[Pair, ...]
    night: str
    sites: tuple[SheetSite, ...]
    rows: tuple[SheetRow, ...]
    cast: tuple[SheetPart, ...]
    needs: tuple[Pair, ...]
    notes: tuple[str, ...]
    breaches: tuple[str, ...]
    next: str
    pages: str


def day_sheets(words: PlanWords) -> tuple[DaySheet, ...]:
    """A call sheet for every day of the plan, days on the road too."""
    days = words.paper.plan.days
    later = (*days[1:], None)
    return tuple(_sheet(words, day, after) for day, after in zip(days, later, strict=True))


def _sheet(words: PlanWords, day: PlanDay, after: PlanDay | None) -> DaySheet:
    city = words.city(day.city, day.city_en)
    sites = tuple(dict.fromkeys(block.site_id for block in day.blocks))
    marks = {site: _mark(at) for at, site in enumerate(sites)}
    scenes = [one for block in day.blocks for one in block.scenes]
    return DaySheet(
        day=day.day,
        heading=f"{words.number(day)} · {words.date(day)} · {city}",
        number=words.number(day),
        of=words.shooting_day(day),
        date=words.date(day),
        short_date="" if day.date is None else f"{day.date:%m-%d}",
        city=city,
        brief=_brief(words, day),
        shooting=bool(day.blocks),
        clocks=tuple(_clocks(words, day)),
        night=words.night(day),
        sites=tuple(_site(words, site, marks[site]) for site in sites),
        rows=tuple(_rows(words, day, marks)),
        cast=tuple(_cast(words, day)),
        needs=tuple(_needs(words, scenes)),
        notes=tuple(words.told(day.notes)),
        breaches=tuple(words.told(day.breaches)),
        next="" if after is None else _next(words, after),
        pages=words.in_pages(dict.fromkeys(scenes)),
    )


def _mark(at: int) -> str:
    """A, B ... Z, A1, B1 ..."""
    turn, letter = divmod(at, len(MARKS))
    return MARKS[letter] + (str(turn) if turn else "")


def _clocks(words: PlanWords, day: PlanDay) -> Iterable[Pair]:
    yield words.say("plan_book_call"), words.clock(day.call)
    if day.blocks:
        yield words.say("plan_book_first"), words.clock(min(b.start for b in day.blocks))
    yield words.say("plan_book_wrap" if day.blocks else "plan_book_there"), words.clock(day.wrap)
    sun = day.sun
    for code, minutes in (
        ("plan_book_light", sun.light),
        ("plan_book_rise", sun.rise),
        ("plan_book_sets", sun.sets),
        ("plan_book_dark", sun.dark),
    ):
        yield words.say(code), words.light(day, minutes)


def _site(words: PlanWords, site_id: str, mark: str) -> SheetSite:
    planned = words.paper.planned
    contact = planned.contacts.get(site_id, "")
    if not contact:
        held = (one for one in planned.bookings if one.status is not BookingStatus.REFUSED)
        known = (one for one in held if one.site_id == site_id)
        told = (" ".join(part for part in (one.who, one.phone) if part) for one in known)
        contact = next((one for one in told if one), "")
    return SheetSite(
        mark,
        words.site(site_id),
        words.area(site_id),
        words.position(site_id),
        contact,
        planned.hospitals.get(site_id, ""),
    )


def _rows(words: PlanWords, day: PlanDay, marks: dict[str, str]) -> list[SheetRow]:
    """Blocks and ways by the clock."""
    timed: list[tuple[int, int, SheetRow]] = [
        (move.leave, 0, _move(words, move)) for move in day.moves
    ]
    timed += [(block.come, 1, _block(words, block, marks[block.site_id])) for block in day.blocks]
    return [row for _, _, row in sorted(timed, key=lambda one: one[:2])]


def _move(words: PlanWords, move: PlanMove) -> SheetRow:
    time = words.clocks(move.leave, move.leave + move.minutes)
    return SheetRow("move", time, words.move(move))


def _block(words: PlanWords, block: PlanBlock, mark: str) -> SheetRow:
    return SheetRow(
        "block",
        words.clocks(block.start, block.end),
        block.set_name or words.set(block.set_id),
        block.kind.value,
        words.kind(block.kind),
        mark,
        words.rain(block),
        bool(words.rain(block)) and block.rain is None,
        words.say("plan_book_part") if block.part else "",
        words.in_pages(block.scenes),
        tuple(_scene(words, scene_id, block.set_name) for scene_id in block.scenes),
    )


def _brief(words: PlanWords, day: PlanDay) -> str:
    """The sets of the day, the first few where there are many."""
    sets = list(dict.fromkeys(block.set_name or words.set(block.set_id) for block in day.blocks))
    told = words.listed(sets[:FEW])
    if len(sets) <= FEW:
        return told
    return words.say("plan_book_and_more", sets=told, count=len(sets))


def _scene(words: PlanWords, scene_id: str, set_name: str) -> SheetScene:
    scene = words.scenes.get(scene_id)
    if scene is None:
        return SheetScene(scene_id, "", "", "", "", "")
    said = next((text for kind, text in scene.details if kind == "synopsis" and text), "")
    return SheetScene(
        scene.label,
        _light(words, scene),
        "" if scene.place == set_name else scene.place,
        said or words.paper.contents.get(scene_id, ""),
        words.listed(scene.cast),
        words.pages([scene_id]),
    )


def _light(words: PlanWords, scene: Scene) -> str:
    """内日 or INT DAY, of what the script says."""
    side = words.say(f"side_{scene.int_ext}") if scene.int_ext else ""
    time = words.say(f"time_{scene.time}") if scene.time else ""
    return (" " if words.lang == "en" else "").join(part for part in (side, time) if part)


def _cast(words: PlanWords, day: PlanDay) -> list[SheetPart]:
    """Who plays on the day, in the order in which they are needed."""
    first: dict[str, int] = {}
    scenes: dict[str, list[str]] = {}
    for block in sorted(day.blocks, key=lambda one: one.start):
        for name in words.cast(block):
            first.setdefault(name, block.start)
            playing = [n for n in block.scenes if n in words.scenes and _plays(words, n, name)]
            scenes.setdefault(name, []).extend(playing)
    return [
        SheetPart(name, words.labels(scenes[name]), words.clock(clock))
        for name, clock in first.items()
    ]


def _plays(words: PlanWords, scene_id: str, name: str) -> bool:
    return name in words.scenes[scene_id].cast


def _needs(words: PlanWords, scene_ids: Iterable[str]) -> list[Pair]:
    """What departments bring, each thing with the scenes that want it."""
    scenes = [words.scenes[one] for one in dict.fromkeys(scene_ids) if one in words.scenes]
    pairs: list[Pair] = []
    extras = [(flag.count, scene) for scene in scenes for flag in scene.flags if flag.code == CROWD]
    told = [
        words.say("plan_book_extras", scene=scene.label, count=count)
        if count is not None
        else words.say("plan_book_extras_open", scene=scene.label)
        for count, scene in extras
    ]
    if told:
        pairs.append((words.say("column_extras"), words.listed(told)))
    for kind, head in BROUGHT:
        brought = (
            (" ".join(text.split()), scene)
            for scene in scenes
            for one, text in scene.details
            if one == kind and text.strip()
        )
        if listed := _with_scenes(words, brought):
            pairs.append((words.say(head), listed))
    flags = (
        (words.say("names", codes=flag.code), scene)
        for scene in scenes
        for flag in scene.flags
        if flag.code != CROWD and flag.code not in SAID_ELSEWHERE
    )
    if listed := _with_scenes(words, flags):
        pairs.append((words.say("column_flags"), listed))
    return pairs


def _with_scenes(words: PlanWords, things: Iterable[tuple[str, Scene]]) -> str:
    """Things, each once with all the scenes that want it."""
    found: dict[str, list[str]] = {}
    for thing, scene in things:
        found.setdefault(thing, []).append(scene.label)
    return words.listed(
        words.say("plan_book_flag", flag=thing, scene=words.listed(labels))
        for thing, labels in found.items()
    )


def _next(words: PlanWords, day: PlanDay) -> str:
    """What comes tomorrow, in a line."""
    sets = _brief(words, day)
    city = words.city(day.city, day.city_en)
    call = words.clock(day.call)
    code = "plan_book_next" if day.blocks else "plan_book_next_road"
    return words.say(
        code, number=words.number(day), date=words.date(day), city=city, call=call, sets=sets
    )

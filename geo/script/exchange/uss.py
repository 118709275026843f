"""The breakdown as Universal Schedule Standard JSON (.uss, version 1.0.0).

Scenes stand on a board in script order, left-out ones in the boneyard. Set, INT/EXT, day or night
and chosen site are elements, as the standard asks. What it has no place for travels in the comments
of a banner in the boneyard: keys of our own are allowed by its text and refused by its validator.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from geo.files import exported_file
from geo.model import DayPart, Flag, IntExt, Scene, Script, ShootPlan, Site, Vocabulary
from geo.progress import Job, Step
from geo.script.exchange.answers import split_names
from geo.script.exchange.columns import (
    CROWD,
    Row,
    Say,
    Value,
    Wording,
    as_text,
    clean,
    detail,
    first_words,
    marks,
    scene_label,
    set_names,
)
from geo.script.exchange.parcel import Parcel, pack
from geo.script.exchange.uss_plan import Banner, board_days, calendar_events, durations, noon

Json: TypeAlias = dict[str, Any]

USS = "universalScheduleStandard"
VERSION = "1.0.0"
SOURCE = "Kanjing 勘景"
STEP_SCENES = 200
# numbers of the Universal Category Identification; 50 to 99 are free, the first of them taken by
# other programs
CATEGORIES: Mapping[str, tuple[int, str]] = {
    "set": (0, "Set"),
    "int_ext": (1, "INT/EXT"),
    "time": (2, "Day/Night"),
    "site": (6, "Location"),
    "needs": (60, "Scene Type"),
    "era": (61, "Era"),
    "cast": (100, "Cast Members"),
    "extras": (101, "Background Actors"),
    "stunts": (102, "Stunts"),
    "vehicles": (103, "Vehicles"),
    "props": (104, "Props"),
    "effects": (105, "Special Effects"),
    "wardrobe": (106, "Wardrobe"),
    "animals": (108, "Animals"),
    "camera": (110, "Camera"),
    "labor": (120, "Additional Labor"),
    "notes": (123, "Notes"),
}
SIDES = {IntExt.INT: "INT", IntExt.EXT: "EXT", IntExt.BOTH: "INT/EXT"}
FLAGS: Mapping[str, str] = {
    **dict.fromkeys(("water", "fire", "rain", "snow", "smoke", "gun"), "effects"),
    **dict.fromkeys(("fight", "wirework"), "stunts"),
    **dict.fromkeys(("vehicle", "boat"), "vehicles"),
    "animal": "animals",
    "drone": "camera",
    "child": "labor",
    CROWD: "extras",
}
SAID_ELSEWHERE = ("night",)  # the day or night of the scene says it
SHOWN = ("number", "time", "int_ext", "set", "pages", "cast", "remarks", "content")
DROP_DAYS = 10
DAYS = 7


def write_breakdown_uss(
    script: Script,
    vocabulary: Vocabulary,
    path: Path,
    lang: str,
    say: Say,
    places: Sequence[tuple[str, Site]] = (),
    plan: ShootPlan | None = None,
) -> Job[Path]:
    """Write ``script`` as a schedule file that reads back whole.

    ``places`` (set id, site) become Location elements of all scenes of the set, whose closed
    weekdays are their days off. With a ``plan`` its days stand on a board of their own before the
    one in script order. Raises ExportError when the file cannot be written.
    """
    wording = Wording(vocabulary, lang, say)
    book = _Book(script, wording, datetime.now(UTC))
    for one, site in places:
        book.add_site(one, site)
    if plan is not None:
        book.add_plan(plan, places)
    sets, first = set_names(script), first_words(script)
    for at, scene in enumerate(script.scenes):
        if at % STEP_SCENES == 0:
            yield Step("breakdown_scenes", at, len(script.scenes))
        book.add_scene(scene, sets.get(scene.id, ""), first.get(scene.id, ""))
    yield Step("breakdown_save")
    document = json.dumps({USS: book.document()}, ensure_ascii=False, indent=1)
    with exported_file(path) as part:
        part.write_bytes(document.encode())
    return path


def scene_row(scene: Scene, set_name: str, first: str) -> Row:
    """What other programs may change of a scene, by column."""
    return {
        "number": clean(scene_label(scene)),
        "time": scene.time.value if scene.time else "",
        "int_ext": SIDES[scene.int_ext] if scene.int_ext else "",
        "set": clean(set_name).strip(),
        "pages": scene.length_eighths / 8,
        "cast": "、".join(sorted({as_text(name) for name in scene.cast} - {""})),
        "remarks": clean(detail(scene, "remarks")),
        "content": clean(detail(scene, "synopsis") or first),
    }


def moment(when: datetime) -> str:
    """A date as the standard writes it."""
    return when.strftime("%Y-%m-%dT%H:%M:%S.000Z")


@dataclass(slots=True)
class _Book:
    """Elements and breakdowns as they are first needed."""

    script: Script
    wording: Wording
    when: datetime
    elements: dict[tuple[str, str], Json] = field(default_factory=dict)
    breakdowns: list[Json] = field(default_factory=list)
    boneyard: list[str] = field(default_factory=list)
    sites: dict[str, list[str]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    board_ids: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    durations: dict[str, int] = field(default_factory=dict)
    banners: list[Json] = field(default_factory=list)
    plan_days: list[list[str]] = field(default_factory=list)
    plan_calendar: list[Json] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.homes |= {scene: one.id for one in self.script.sets for scene in one.scenes}
        for side in SIDES.values():
            self.element("int_ext", side)
        for part in DayPart:
            self.element("time", part.value)
        scenes = Counter(name for scene in self.script.scenes for name in scene.cast)
        for number, (name, _) in enumerate(scenes.most_common(), 1):
            self.board_ids.setdefault(as_text(name), str(number))

    def id(self, kind: str, key: str) -> str:
        """The same thing keeps its id from export to export: 12 bytes in hexadecimal."""
        text = "\x1f".join((self.script.title, kind, key))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]

    def element(self, kind: str, name: str, days_off: Sequence[int] = (), key: str = "") -> str:
        """The id of an element of a category, made when it is new."""
        name = as_text(name)
        found = self.elements.get((kind, key or name))
        if found is None:
            found = {
                "id": self.id(kind, key or name),
                "category": self.id("category", kind),
                "created": moment(self.when),
                "daysOff": list(days_off),
                "dropDayCount": DROP_DAYS,
                "elementId": self.board_ids.get(name) if kind == "cast" else None,
                "events": [],
                "isDood": True,
                "isDrop": True,
                "isHold": True,
                "isIdLock": False,
                "linkedElements": [],
                "name": name,
            }
            self.elements[kind, key or name] = found
        return str(found["id"])

    def add_site(self, set_id: str, site: Site) -> None:
        """A chosen site; our week begins on Monday, theirs on Sunday."""
        off = sorted((day + 1) % DAYS for day in site.closed_weekdays or ())
        name = site.name_en if self.wording.lang == "en" else site.name_zh
        made = self.element("site", name, off, site.id)
        self.sites.setdefault(set_id, []).append(made)

    def add_plan(self, plan: ShootPlan, places: Sequence[tuple[str, Site]]) -> None:
        """The days of a plan as lists of strips, and when the shooting begins."""
        names = {
            site.id: site.name_en if self.wording.lang == "en" else site.name_zh
            for _, site in places
        }
        self.durations = durations(plan, self.script)
        for day in board_days(plan, self.script, names, self.wording.say):
            self.plan_days.append([self._strip(one) for one in day.strips])
        self.plan_calendar = [
            {
                "id": self.id("event", f"{kind} {name} {day}"),
                "date": moment(noon(day)),
                "type": kind,
                "name": name,
            }
            for day, kind, name in calendar_events(plan)
        ]

    def _strip(self, one: str | Banner) -> str:
        if isinstance(one, str):
            return self.id("breakdown", f"scene {one}")
        text = clean(one.text)
        made = self.breakdown(f"banner {one.key}") | {"bannerText": text, "type": "banner"}
        self.banners.append(made)
        return str(made["id"])

    def add_scene(self, scene: Scene, set_name: str, first: str) -> None:
        row = scene_row(scene, set_name, first)
        made = self.breakdown(f"scene {scene.id}") | {
            "comments": _text(row["remarks"]),
            "description": _text(row["content"]),
            "elements": list(dict.fromkeys(self._elements(scene, set_name))),
            "pages": row["pages"],
            "scene": _text(row["number"]),
            "duration": self.durations.get(scene.id),
        }
        self.breakdowns.append(made)
        self.shown[scene.id] = marks(row, SHOWN)
        if scene.omitted:
            self.boneyard.append(made["id"])

    def breakdown(self, key: str) -> Json:
        """A breakdown with every key and nothing in it."""
        return {
            "id": self.id("breakdown", key),
            "bannerText": None,
            "comments": None,
            "created": moment(self.when),
            "description": None,
            "elements": [],
            "pages": None,
            "scene": None,
            "scriptPage": None,
            "duration": None,  # how long the shooting takes; nobody knows before there is a plan
            "type": "scene",
        }

    def _elements(self, scene: Scene, set_name: str) -> Iterable[str]:
        if scene.int_ext:
            yield self.element("int_ext", SIDES[scene.int_ext])
        if as_text(set_name):
            yield self.element("set", set_name)
        if scene.time:
            yield self.element("time", scene.time.value)
        yield from self.sites.get(self.homes.get(scene.id, ""), ())
        if scene.era:
            yield self.element("era", self.wording.word("era", scene.era, f"era_{scene.era}"))
        for need in scene.needs:
            yield self.element("needs", self.wording.name(need.scene_type))
        for name in filter(as_text, scene.cast):
            yield self.element("cast", name)
        for kind in ("props", "wardrobe"):
            yield from (self.element(kind, name) for name in split_names(detail(scene, kind)))
        for flag in scene.flags:
            if flag.code not in SAID_ELSEWHERE:
                yield self.element(FLAGS.get(flag.code, "notes"), self._flag(flag))

    def _flag(self, flag: Flag) -> str:
        name = self.wording.name(flag.code)
        return name if flag.count is None else f"{flag.count} {name}"

    def document(self) -> Json:
        script, made = self.script, moment(self.when)
        keep = self.breakdown("data") | {
            "bannerText": self.wording.phrase("uss_keep"),
            "comments": pack(Parcel(script, self.shown, self._ids(), self.wording.told)),
            "type": "banner",
        }
        out = {*self.boneyard}
        order = [one["id"] for one in self.breakdowns if one["id"] not in out]
        asides = [keep["id"], *(one["id"] for one in self.banners)]
        boards = [self._stripboard("", order, [*self.boneyard, *asides])]
        if self.plan_days:
            shot = {one for day in self.plan_days for one in day}
            left = [one for one in order if one not in shot]
            boards.insert(
                0, self._stripboard("plan", self.plan_days, [*left, *self.boneyard, keep["id"]])
            )
        used = {kind for kind, _ in self.elements}
        return {
            "id": self.id("schedule", ""),
            "author": None,
            "company": None,
            "created": made,
            "description": None,
            "episode": None,
            "episodeName": None,
            "name": clean(script.title or script.origin) or SOURCE,
            "project": clean(script.title) or None,
            "schedColor": None,
            "schedDate": made,
            "scriptColor": None,
            "scriptDate": None,
            "season": None,
            "source": SOURCE,
            "ussVersion": VERSION,
            "breakdowns": [*self.breakdowns, *self.banners, keep],
            "categories": [
                {"id": self.id("category", kind), "created": made, "name": name, "ucid": number}
                for kind, (number, name) in CATEGORIES.items()
                if kind in used
            ],
            "elements": list(self.elements.values()),
            "stripboards": boards,
            "calendars": [
                {
                    "id": self.id("calendar", ""),
                    "daysOff": [],
                    "events": self.plan_calendar,
                    "name": self.wording.phrase("breakdown_breakdown"),
                }
            ],
        }

    def _ids(self) -> dict[str, str]:
        return {self.id("breakdown", f"scene {one.id}"): one.id for one in self.script.scenes}

    def _stripboard(self, key: str, order: Sequence[str | list[str]], aside: list[str]) -> Json:
        return {
            "id": self.id("stripboard", key),
            "boards": [
                {"id": self.id("board", f"{key}{name}"), "name": name, "breakdownIds": ids}
                for name, ids in (("stripboard", list(order)), ("boneyard", aside))
            ],
            "calendar": self.id("calendar", ""),
            "name": self.wording.phrase("uss_plan" if key else "breakdown_breakdown"),
        }


def _text(value: Value) -> str | None:
    return str(value) if value else None

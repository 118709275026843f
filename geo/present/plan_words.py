"""A shooting plan in words: names of sets, places and days, clocks, ways and kinds of work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from geo.model import (
    Due,
    MoveKind,
    PlanBlock,
    PlanDay,
    PlanMove,
    Planned,
    Reason,
    Scalar,
    Scene,
    Script,
    ShootPlan,
    Site,
    Strip,
    StripKind,
)
from geo.phrases import Phrases
from geo.present.figures import site_name

LISTS = {"zh": "、", "en": ", "}
COMMAS = {"zh": "，", "en": ", "}
HOUR, DAY = 60, 1_440
EIGHTHS = 8
MOVES = frozenset({MoveKind.MOVE, MoveKind.CITY})
OUTSIDE = frozenset({StripKind.EXT_DAY, StripKind.EXT_NIGHT, StripKind.DAWN, StripKind.DUSK})


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """What the papers of a plan are written from.

    ``sites`` by id; ``contents``: what happens in a scene in a few words, by scene id; ``dues``
    what falls due; ``today`` the day the papers are made.
    """

    plan: ShootPlan
    planned: Planned
    script: Script
    sites: Mapping[str, Site]
    today: date
    contents: Mapping[str, str] = field(default_factory=dict)
    dues: Sequence[Due] = ()


class PlanWords:
    """Tells the parts of a plan in one language."""

    def __init__(self, paper: PlanPaper, phrases: Phrases, lang: str) -> None:
        self.paper = paper
        self.phrases = phrases
        self.lang = lang
        self.scenes: Mapping[str, Scene] = {one.id: one for one in paper.script.scenes}
        self.sets = {one.id: one.name for one in paper.script.sets}
        self.strips: Mapping[str, Strip] = {one.id: one for one in paper.plan.strips}
        self.places = paper.plan.arrangement.sites
        self.shooting = [day.day for day in paper.plan.days if day.blocks]
        self.cities = {day.city: day.city_en for day in paper.plan.days if day.city_en}

    def say(self, code: str, **values: Scalar) -> str:
        """A code in words."""
        return self.phrases.say(code, self.lang, values)

    def told(self, reasons: Iterable[Reason]) -> list[str]:
        """Reasons, each once."""
        return list(dict.fromkeys(self.phrases.tell(reason, self.lang) for reason in reasons))

    def listed(self, names: Iterable[str]) -> str:
        """Names one after another, each once."""
        return LISTS[self.lang].join(dict.fromkeys(name for name in names if name))

    # ---- names

    @property
    def title(self) -> str:
        """The film, by its file where it has no title."""
        return self.paper.script.title or self.paper.script.origin

    @property
    def facts(self) -> str:
        """The plan in a line: days, cities, sites, moves, scenes laid out."""
        plan = self.paper.plan
        cities = dict.fromkeys((day.city, day.city_en) for day in plan.days if day.blocks)
        laid = {one for day in plan.days for block in day.blocks for one in block.scenes}
        return self.say(
            "plan_book_facts",
            days=plan.shooting_days,
            cities=self.listed(self.city(*city) for city in cities),
            sites=len(plan.sites),
            moves=plan.moves,
            scenes=len(laid),
            of=len(self.paper.script.played),
        )

    def uncovered(self) -> list[str]:
        """Sets that nobody shoots in the plan, and why."""
        return [
            self.say(
                "plan_book_left_out",
                set=self.set(one.set_id),
                scenes=self.labels(one.scenes),
                because=self.phrases.tell(one.because, self.lang),
            )
            for one in self.paper.plan.uncovered
        ]

    def site(self, site_id: str) -> str:
        """A site by name; of a site that is not in the catalogue its id is all there is."""
        found = self.paper.sites.get(site_id)
        return site_name(found, self.lang) if found is not None else site_id

    def set(self, set_id: str) -> str:
        """A set by name."""
        return self.sets.get(set_id) or set_id

    def city(self, zh: str, en: str = "") -> str:
        """A city by name."""
        return (en or self.cities.get(zh) or zh) if self.lang == "en" else zh

    def area(self, site_id: str) -> str:
        """City and district of a site."""
        found = self.paper.sites.get(site_id)
        if found is None:
            return ""
        english = self.lang == "en"
        parts = (found.city_en if english else found.city_zh, found.district_zh or "")
        return (", " if english else " ").join(part for part in parts if part)

    def position(self, site_id: str) -> str:
        """Where a site lies, with the doubt of its point."""
        found = self.paper.sites.get(site_id)
        if found is None:
            return ""
        doubt = self.say(f"coord_{found.coord_basis}", metres=found.coord_uncertainty_m)
        return self.say("plan_book_position", lat=found.lat, lon=found.lon, doubt=doubt)

    def kind(self, kind: StripKind) -> str:
        """内日, 外夜 ..."""
        return self.say(f"plan_book_kind_{kind.value}")

    def labels(self, scenes: Iterable[str]) -> str:
        """Scenes as they stand on the slate."""
        return self.listed(self.label(one) for one in scenes)

    def label(self, scene_id: str) -> str:
        """One scene as it stands on the slate."""
        scene = self.scenes.get(scene_id)
        return scene.label if scene is not None else scene_id

    def cast(self, block: PlanBlock) -> tuple[str, ...]:
        """Who plays in a block."""
        known = [one for n in block.scenes if n in self.scenes for one in self.scenes[n].cast]
        return tuple(dict.fromkeys(known)) or block.cast

    # ---- days and clocks

    def clock(self, minutes: int) -> str:
        """A time of day; after midnight it says that it is the next day."""
        return self._on_day(minutes // DAY, _digits(minutes))

    def clocks(self, start: int, end: int) -> str:
        """From when to when; the day is said once where it is the same."""
        if start // DAY == end // DAY:
            return self._on_day(start // DAY, f"{_digits(start)}–{_digits(end)}")
        return f"{self.clock(start)}–{self.clock(end)}"

    def _on_day(self, day: int, told: str) -> str:
        if day == 0:
            return told
        return self.say("plan_book_clock_before" if day < 0 else "plan_book_clock_next", clock=told)

    def light(self, day: PlanDay, minutes: int) -> str:
        """A clock of the sun; about, where no date is known."""
        told = self.clock(minutes)
        return told if day.sun.dated else self.say("plan_book_equinox", clock=told)

    def lasting(self, minutes: int) -> str:
        """How long something takes."""
        hours, left = divmod(minutes, HOUR)
        if not hours:
            return self.say("plan_book_minutes", minutes=left)
        if not left:
            return self.say("plan_book_whole_hours", hours=hours)
        return self.say("plan_book_hours_minutes", hours=hours, minutes=left)

    def date(self, day: PlanDay) -> str:
        """Date and weekday with the holiday on it; that no date is known, where it is not."""
        if day.date is None:
            return self.say("plan_book_no_date")
        told = f"{day.date.isoformat()} {self.say(f'weekday_{day.date.weekday()}')}"
        return f"{told} · {day.holiday}" if day.holiday else told

    def number(self, day: PlanDay) -> str:
        """Which day of the plan it is, counted as everywhere: days on the road count too."""
        told = self.say("plan_book_day", number=day.day + 1)
        return told if day.blocks else f"{told} · {self.say('plan_book_road')}"

    def shooting_day(self, day: PlanDay) -> str:
        """Which of the shooting days it is."""
        if not day.blocks:
            return self.say("plan_book_road")
        at = self.shooting.index(day.day) + 1
        return self.say("plan_book_of", number=at, count=len(self.shooting))

    def pages(self, scenes: Iterable[str]) -> str:
        """Pages and eighths of some scenes."""
        eighths = sum(self.scenes[one].length_eighths for one in scenes if one in self.scenes)
        whole, left = divmod(eighths, EIGHTHS)
        if not left:
            return str(whole)
        return f"{whole} {left}/8" if whole else f"{left}/8"

    def in_pages(self, scenes: Iterable[str]) -> str:
        """As ``pages``, with the word."""
        return self.say("plan_book_pages", pages=self.pages(scenes))

    # ---- ways and rain

    def move(self, move: PlanMove) -> str:
        """A way: from where to where, how far, how long, and of what the time is made up."""
        one, two = self.end(move, move.one), self.end(move, move.two)
        far = "" if move.km is None else self.say("plan_book_km", km=move.km)
        parts = [far, self.say("plan_book_drive", time=self.lasting(move.drive))]
        if move.kind is MoveKind.MOVE:
            parts.append(self.say("plan_book_loading", time=self.lasting(move.minutes)))
        elif move.minutes != move.drive:
            parts.append(self.say("plan_book_in_all", time=self.lasting(move.minutes)))
        way = self.say(f"plan_book_move_{move.kind.value}", one=one, two=two)
        return f"{way} · {COMMAS[self.lang].join(part for part in parts if part)}"

    def end(self, move: PlanMove, end: str) -> str:
        """One end of a way: a site, a city, or where the company sleeps or lives."""
        if end in self.paper.sites:
            return self.site(end)
        if end:
            return self.city(end)
        return self.say("plan_book_hotel" if move.kind is MoveKind.COMMUTE else "plan_book_home")

    def rain(self, block: PlanBlock) -> str:
        """What is shot when it rains; empty where work inside needs no cover."""
        if block.kind not in OUTSIDE:
            return ""
        strip = self.strips.get(block.rain or "")
        if strip is None:
            return self.say("plan_book_no_rain")
        site = self.places.get(strip.id, "")
        return self.say(
            "plan_book_rain",
            set=self.set(strip.set_id),
            kind=self.kind(strip.kind),
            scenes=self.labels(strip.scenes),
            site=self.site(site) if site else self.say("plan_book_no_site"),
        )

    def night(self, day: PlanDay) -> str:
        """Where the company sleeps after the day."""
        hotel = day.hotel
        if hotel is None:
            return ""
        city = self.city(hotel.city, hotel.city_en)
        where = " ".join(part for part in (city, hotel.district) if part)
        return self.say("plan_book_night", where=where, rooms=hotel.rooms)


def _digits(minutes: int) -> str:
    left = minutes % DAY
    return f"{left // HOUR:02d}:{left % HOUR:02d}"

"""A pitch in words: names, sums, counts and doubts in the reader's language, or in both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from geo.model import Basis, IntExt, Range, Reason, Scalar, Site, Source, Vocabulary
from geo.model.pitch import Pitch, PitchLang, PitchScene, PitchSite, ToConfirm
from geo.model.script import DayPart
from geo.model.shoot_plans import SunTimes
from geo.phrases import Phrases
from geo.present.figures import figure, site_name
from geo.present.money_words import Words as MoneyWords
from geo.present.pitch.blocks import NOTHING, Said
from geo.present.pitch.names import one_line

LISTS = {"zh": "、", "en": ", "}
STOPS = {"zh": "", "en": " "}
DIGITS = {
    "zh": "零一两三四五六七八九",
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}
HOUR, DAY = 60, 1_440
LONG_DRIVE = 100
EIGHTHS_OF_CIRCLE = 8
BRACKETS = re.compile(r"\s*[（(][^（()）]*[)）]$")
MOST_NAMES = 4
PRICES = frozenset({"confirm_venue_price", "confirm_quote"})
AREA_ENDS = ("区", "县", "市")
UNDATED = "pitch_source_undated"


class Tell:
    """Tells the parts of a pitch in one language."""

    def __init__(self, pitch: Pitch, phrases: Phrases, lang: str) -> None:
        self.pitch = pitch
        self.phrases = phrases
        self.lang = lang
        self.sums = MoneyWords(phrases, (), lang)
        self.sites = {one.site.id: one for one in pitch.sites}

    def say(self, code: str, **values: Scalar) -> str:
        """A code in words."""
        return self.phrases.say(code, self.lang, values)

    def reason(self, reason: Reason) -> str:
        """A reason with its values, said to a crew where the engines speak to their own user."""
        quoted = reason.values.get("words", True)
        own = f"pitch_how.{reason.code}" if quoted else f"pitch_bare.{reason.code}"
        code = own if own in self.phrases.templates else reason.code
        return self.phrases.say(code, self.lang, reason.values)

    def listed(self, names: Iterable[str]) -> str:
        """Names one after another, each once."""
        return LISTS[self.lang].join(dict.fromkeys(name for name in names if name))

    def joined(self, sentences: Iterable[str]) -> str:
        """Sentences one after another."""
        return STOPS[self.lang].join(one for one in sentences if one)

    def either(self, zh: str, en: str) -> str:
        """A text that stands in two languages; the other where there is only one."""
        return clean_lines((en or zh) if self.lang == "en" else (zh or en))

    def number(self, count: int) -> str:
        """A small count as people write it in a sentence: 三, three, 12."""
        return DIGITS[self.lang][count] if 0 <= count <= 9 else f"{count:,}"

    # ---- names

    @property
    def title(self) -> str:
        """The film, without its brackets."""
        return one_line(self.pitch.title).strip("《》")

    @property
    def area(self) -> str:
        """The place that pitches: a district where all of its sites are in it, else the city."""
        card, sites = self.pitch.card, self.pitch.sites
        name = short_area(card.district) if self.lang == "zh" else one_line(card.district_en)
        inside = all(one.site.district_zh == card.district for one in sites)
        return name if name and card.district and sites and inside else self.cities

    @property
    def cities(self) -> str:
        """The cities of the pitch, its own first."""
        first = self.either(self.pitch.city, self.pitch.city_en) if self._named else ""
        others = (self.city_of(one.site) for one in self.pitch.sites)
        return self.listed((first, *others))

    @property
    def region(self) -> str:
        """City and area in one, for the head of a page: 苏州吴江; Wujiang, Suzhou."""
        city, area = self.cities, self.area
        if area == city:
            return area
        return f"{city}{area}" if self.lang == "zh" else f"{area}, {city}"

    @property
    def _named(self) -> bool:
        """Whether the name of the main city is at hand in this language, or nowhere."""
        known = any(one.site.city_zh == self.pitch.city for one in self.pitch.sites)
        return self.lang == "zh" or bool(self.pitch.city_en) or not known

    def city_of(self, site: Site) -> str:
        """The city of a site."""
        return self.either(site.city_zh, site.city_en)

    @property
    def bureau(self) -> str:
        """Who hands the pack out; empty where nobody has said."""
        return self.either(self.pitch.card.name, self.pitch.card.name_en)

    def site(self, site: Site | str | None) -> str:
        """A site by its record or id; of one that is not pitched its id is all there is."""
        if isinstance(site, Site):
            return one_line(site_name(site, self.lang))
        found = self.sites.get(site or "")
        return one_line(site_name(found.site, self.lang)) if found is not None else (site or "")

    def short(self, site: Site) -> str:
        """A site by name without what stands in brackets at its end."""
        return BRACKETS.sub("", self.site(site)) or self.site(site)

    def places(self) -> str:
        """The places pitched by name; of many the first, and how many there are."""
        return self.some([self.short(one.site) for one in self.pitch.sites], "pitch_and_places")

    def some(self, names: Sequence[str], code: str) -> str:
        """The first of some names, and how many there are in all."""
        told = list(dict.fromkeys(names))
        if len(told) <= MOST_NAMES:
            return self.listed(told)
        return self.say(code, names=self.listed(told[: MOST_NAMES - 1]), n=len(told))

    def types(self, codes: Iterable[str]) -> str:
        """Scene types by name."""
        return self.say("names", codes=",".join(dict.fromkeys(codes)))

    def kind(self, scene: PitchScene) -> str:
        """内日, 外夜 ...; empty where the script says neither."""
        side = self.say(f"side_{scene.int_ext.value}") if scene.int_ext is not None else ""
        time = self.say(f"time_{scene.time.value}") if scene.time is not None else ""
        gap = "" if self.lang == "zh" and scene.int_ext is not IntExt.BOTH else " · "
        return gap.join(part for part in (side, time) if part)

    def labels(self, scenes: Iterable[str], most: int = 12) -> str:
        """Scenes as they stand on the slate; of many the first and how many there are."""
        known = {one.scene_id: one.label for one in self.pitch.scenes}
        told = [one_line(known.get(one, one)) for one in dict.fromkeys(scenes)]
        if len(told) <= most:
            return LISTS[self.lang].join(told)
        first = LISTS[self.lang].join(told[:most])
        return self.say("pitch_and_more", scenes=first, n=len(told))

    # ---- what is not known

    def confirm(self, whom: str, whom_en: str = "") -> str:
        """To be confirmed by somebody."""
        name = self.either(whom, whom_en)
        return self.say("pitch_confirm", whom=name) if name else self.say("pitch_confirm_nobody")

    def open(self, one: ToConfirm) -> str:
        """What is open, and who can say."""
        return self.confirm(one.whom, one.whom_en)

    def keeper(self, place: PitchSite) -> str:
        """Who could name the price of a place: who is named for it, else what runs it."""
        name = self.short(place.site)
        for one in self.pitch.to_confirm:
            whom = one_line(one.whom if self.lang == "zh" else one.whom_en)
            if one.site_id == place.site.id and whom and one.what.code in PRICES:
                return whom if name in whom else self.say("pitch_person", site=name, whom=whom)
        if place.file.contact and self.lang == "zh":
            return self.say("pitch_person", site=name, whom=one_line(place.file.contact))
        office = self.say(f"find_out_whom_{place.site.kind.value}")
        return self.say("pitch_keeper", site=name, office=office)

    def authority(self, city: str, city_en: str) -> str:
        """Who could say what a city pays: the bureau itself in its own, else the office there."""
        if self.bureau and self.pitch.card.city in ("", city):
            return self.bureau
        return self.say("pitch_authority", city=self.either(city, city_en))

    # ---- figures

    def money(self, given: Range) -> str:
        """A sum with its unit."""
        return self._marked(self.sums.money(given))

    def net(self, given: Range) -> str:
        """What is left to pay."""
        return self._marked(self.sums.net(given))

    def _marked(self, told: str) -> str:
        """The mark of an estimate before the currency."""
        return told.replace("RMB ≈ ", "≈ RMB ")

    def sum(self, amount: float | None) -> str:
        """A sum; unknown is a word."""
        return self.sums.sum(amount)

    def range(self, given: Range) -> str:
        """A figure without its unit."""
        return figure(given, self.lang)

    @property
    def what_is_asked(self) -> str:
        """The end of the codes that count scenes of a script, or kinds of scene asked for."""
        return "_kinds" if self.kinds else ""

    @property
    def kinds(self) -> bool:
        """Whether kinds of scene are asked for, and no script."""
        # scenes of a script are played in its sets
        sets = any(one.set_id for one in self.pitch.scenes)
        return bool(self.pitch.wishes.needs and self.pitch.scenes) and not sets

    def days(self, given: Range) -> str:
        """How many shooting days."""
        if not given.known:
            return self.say("pitch_days_unknown")
        if given.ends == (1, 1):
            return self.say("pitch_day_one")
        return self.say("pitch_days", days=self.range(given).removeprefix("≈ "))

    def basis(self, given: Range) -> str:
        """How a figure is known."""
        return self.say(f"basis_{given.basis.value}")

    def lead(self, days: int | None, *, working: bool) -> str:
        """How long ahead to ask."""
        if days is None:
            return self.say("pitch_lead_unknown")
        return self.say("pitch_lead_working" if working else "pitch_lead", days=days)

    # ---- days, clocks, ways

    def day(self, day: date) -> str:
        """A date in a sentence."""
        month = self.say(f"pitch_month_{day.month}")
        return self.say("pitch_day", year=day.year, month=month, day=day.day)

    def sun(self, sun: SunTimes, time: DayPart | None) -> str:
        """From when to when a scene outside has its light, or its dark; about, without a date."""
        start, end = {
            DayPart.NIGHT: (sun.dark, sun.light),
            DayPart.DAWN: (sun.light, sun.rise),
            DayPart.DUSK: (sun.sets, sun.dark),
        }.get(time or DayPart.DAY, (sun.rise, sun.sets))
        about = "" if sun.dated else "≈ "
        return f"{about}{clock(start)}–{clock(end)}"

    def way(self, km: float | None, minutes: float | None, straight: float) -> str:
        """How far and how long; the straight distance where no road is known."""
        if km is None:
            return self.say("pitch_straight", km=straight)
        if km < 1:
            return self.say("pitch_near")
        if minutes is None:
            return self.say("pitch_km", km=km)
        return self.say("pitch_way", km=km, minutes=minutes)

    def driving(self, minutes: float) -> str:
        """How long a drive takes, in hours where it is long."""
        if minutes < LONG_DRIVE:
            return self.say("pitch_minutes", minutes=minutes)
        return self.say("pitch_hours", hours=minutes / HOUR)

    def bearing(self, degrees: float | None) -> str:
        """One of eight directions; a word where none can be told."""
        if degrees is None:
            return self.say("pitch_dir_unsure")
        step = 360 / EIGHTHS_OF_CIRCLE
        return self.say(f"pitch_dir_{round(degrees / step) % EIGHTHS_OF_CIRCLE}")

    def source(self, source: Source) -> str:
        """A source: who, what, when; a link only where it is safe."""
        publisher = one_line(source.publisher_in(self.lang))
        title = one_line(source.title_in(self.lang)).strip("《》“”")
        dated = source.date or self.say(UNDATED)
        told = self.say("pitch_source", publisher=publisher, title=title, date=dated)
        link = source.url if source.link_safe and source.url else ""
        return f"{told} {link}".strip()


class PitchWords:
    """Tells a pitch in one language or two, and numbers its sources."""

    def __init__(self, pitch: Pitch, vocabulary: Vocabulary, phrases: Phrases) -> None:
        named = phrases.naming(vocabulary, phrases.names)
        lang = pitch.wishes.lang
        langs = ("zh", "en") if lang is PitchLang.BOTH else (lang.value,)
        self.pitch = pitch
        self.tells = tuple(Tell(pitch, named, one) for one in langs)
        self._sources: list[Source] = []

    @property
    def first(self) -> Tell:
        """The language that stands first."""
        return self.tells[0]

    def said(self, tell: Callable[[Tell], str]) -> Said:
        """A text in each language; one that is the same in both stands once."""
        main, *more = (capital(tell(one), one.lang) for one in self.tells)
        second = more[0] if more else ""
        return Said(main, "" if second == main else second)

    def say(self, code: str, **values: Scalar) -> Said:
        """A code in each language."""
        return self.said(lambda tell: tell.say(code, **values))

    def site(self, site: Site | str) -> Said:
        """A site by name."""
        return self.said(lambda tell: tell.site(site))

    def short(self, site: Site) -> Said:
        """A site by its short name."""
        return self.said(lambda tell: tell.short(site))

    def reason(self, reason: Reason) -> Said:
        """A reason in each language."""
        return self.said(lambda tell: tell.reason(reason))

    def net(self, given: Range) -> Said:
        """What is left to pay, in each language."""
        return self.said(lambda tell: tell.net(given))

    def source(self, source: Source) -> Said:
        """A source in each language."""
        return self.said(lambda tell: tell.source(source))

    def either(self, zh: str, en: str) -> Said:
        """A text that somebody wrote in one language or two."""
        return self.said(lambda tell: tell.either(zh, en))

    def name(self, text: str) -> Said:
        """A text that is the same in every language."""
        return Said(one_line(text)) if text else NOTHING

    def cited(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of some sources in the list at the end, which takes them in."""
        found = []
        for source in dict.fromkeys(sources):
            if source not in self._sources:
                self._sources.append(source)
            found.append(self._sources.index(source) + 1)
        return tuple(sorted(found))

    def sources_of(self, given: Range) -> tuple[int, ...]:
        """The numbers of the sources of a figure."""
        return () if given.basis is Basis.UNKNOWN else self.cited(given.sources)

    @property
    def sources(self) -> tuple[Said, ...]:
        """All sources in the order of their numbers."""
        return tuple(map(self.source, self._sources))


def clean_lines(text: str) -> str:
    """``text`` line by line without marks that cannot be seen; empty lines are dropped."""
    return "\n".join(line for line in map(one_line, text.splitlines()) if line)


def capital(text: str, lang: str) -> str:
    """English begins with a capital wherever a text begins."""
    return text[:1].upper() + text[1:] if lang == "en" else text


def short_area(name: str) -> str:
    """吴江 for 吴江区; names of two characters stay whole."""
    return name[:-1] if len(name) > 2 and name.endswith(AREA_ENDS) else name


def clock(minutes: int) -> str:
    """A time of day, 06:31; after midnight it starts again."""
    left = minutes % DAY
    return f"{left // HOUR:02d}:{left % HOUR:02d}"

"""The visitors' route in words: blocks for PDF and page, and the pitch that its map is drawn from.

Whoever reads it is the public, so the map is a sketch of marks and ways without any boundary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from geo.model import Range, Scalar, Site, in_language
from geo.model.hosting import VisitDay, VisitRoute, VisitStop
from geo.model.pitch import (
    Audience,
    BureauCard,
    Pitch,
    PitchLang,
    PitchLeg,
    PitchPart,
    PitchSite,
    PitchWishes,
    SiteFile,
)
from geo.phrases import Phrases
from geo.present.figures import UNKNOWN
from geo.present.pitch.blocks import (
    NOTHING,
    Block,
    Cell,
    Drawing,
    Fact,
    Facts,
    Look,
    Page,
    PitchPaper,
    Said,
    Table,
    Words,
)
from geo.present.pitch.drawing import map_drawing

CODE = "visit"
WIDTHS = (0.13, 0.47, 0.22, 0.18)
MOST_SHOT = 6
# width by height of the sketch of a day, and of the whole way
FLAT, WIDE = 2.4, 1.6


@dataclass(frozen=True, slots=True)
class VisitTold:
    """A route, the places it names, and whom it comes from."""

    route: VisitRoute
    sites: Mapping[str, Site]
    phrases: Phrases
    lang: str
    card: BureauCard
    today: date

    def say(self, code: str, **values: Scalar) -> str:
        """A phrase in the language of the route."""
        return self.phrases.say(code, self.lang, values)

    @property
    def title(self) -> str:
        """What the route is called."""
        if not self.route.title:
            return self.say("visit_title_plain")
        return self.say("visit_title", title=self.route.title)

    @property
    def office(self) -> str:
        """Whom it comes from; empty where nobody has said."""
        return in_language(self.card.name_en or None, self.card.name or None, self.lang)

    def name(self, stop: VisitStop) -> str:
        """The name of the place of a stop; its title where the record is gone."""
        site = self.sites.get(stop.site_id)
        if site is None:
            return self.say("visit_place_gone")
        return in_language(site.name_en, site.name_zh, self.lang)

    def day(self, day: VisitDay) -> str:
        """The heading of a day."""
        city = in_language(day.city_en, day.city, self.lang)
        return self.say("visit_day", n=day.day, city=city)

    def ticket(self, given: Range) -> str:
        """A ticket as told; free only where that is published."""
        if given.mid is None:
            return UNKNOWN[self.lang]
        if given.mid == 0 and not given.beyond:
            return self.say("visit_free")
        return self.say("visit_money_more" if given.beyond else "visit_money", n=given.mid)

    def shot(self, stop: VisitStop) -> str:
        """What was shot there; empty where that is not told."""
        if not stop.scenes:
            return ""
        what = ("、" if self.lang == "zh" else ", ").join(stop.scenes[:MOST_SHOT])
        code = "visit_shot_more" if len(stop.scenes) > MOST_SHOT else "visit_shot"
        return self.say(code, what=what)

    def way(self, stop: VisitStop) -> str:
        """How one comes from the stop before; empty for the first of a day."""
        if stop.km is None or stop.minutes is None:
            return ""
        km = f"{stop.km:.1f}" if stop.km < 10 else f"{stop.km:.0f}"
        return self.say("visit_way", km=km, minutes=round(stop.minutes))

    def notes(self, stop: VisitStop) -> Iterator[str]:
        """What to know before going, a sentence each."""
        return (self.phrases.tell(one, self.lang) for one in stop.notes)


def clock(minutes: int) -> str:
    """Minutes from midnight as people read a clock."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def visit_paper(told: VisitTold) -> PitchPaper:
    """The route as pages of blocks."""
    route = told.route
    pages = [
        Page(PitchPart.COVER, Said(told.title), (_figures(told),)),
        Page(PitchPart.SCENES, Said(told.say("visit_days")), tuple(_days(told))),
    ]
    whole = _drawing(told, [stop for day in route.days for stop in day.stops])
    pages.append(Page(PitchPart.MAP, Said(told.say("visit_map")), (whole,)))
    pages.append(Page(PitchPart.CONTACTS, Said(told.say("visit_before")), tuple(_rules(told))))
    return PitchPaper(
        title=Said(told.title),
        subtitle=Said(told.office),
        running=Said(told.title),
        foot=Said(told.say("visit_foot", day=told.today.isoformat())),
        lang=PitchLang(told.lang),
        audience=Audience.PUBLIC,
        today=told.today,
        pages=tuple(pages),
        sources=(),
        text="",
    )


def _figures(told: VisitTold) -> Facts:
    route = told.route
    stops = [stop for day in route.days for stop in day.stops]
    cities = dict.fromkeys(in_language(d.city_en, d.city, told.lang) for d in route.days)
    comma = "、" if told.lang == "zh" else ", "
    km = UNKNOWN[told.lang]
    if route.km is not None:
        km = told.say("visit_km", km=round(route.km))
    known = route.tickets.known
    return Facts(
        (
            Fact(
                Said(told.say("visit_fact_days")), Said(told.say("visit_n_days", n=len(route.days)))
            ),
            Fact(
                Said(told.say("visit_fact_places")),
                Said(told.say("visit_n_places", n=len(stops))),
                Said(comma.join(cities)),
            ),
            Fact(
                Said(told.say("visit_fact_way")),
                Said(km),
                Said(told.say("visit_way_note")),
                Look.ESTIMATE if route.km is not None else Look.UNKNOWN,
            ),
            Fact(
                Said(told.say("visit_fact_tickets")),
                Said(told.ticket(route.tickets)),
                Said(told.say("visit_tickets_note")),
                Look.PLAIN if known else Look.UNKNOWN,
            ),
        )
    )


def _days(told: VisitTold) -> Iterator[Block]:
    for day in told.route.days:
        rows = tuple(_row(told, number, stop) for number, stop in enumerate(day.stops, 1))
        head = tuple(
            Said(told.say(code))
            for code in (
                "visit_head_time",
                "visit_head_place",
                "visit_head_way",
                "visit_head_ticket",
            )
        )
        yield Words(Said(told.day(day)), "lead")
        if day.notes:
            sentences = (told.phrases.tell(one, told.lang) for one in day.notes)
            yield Words(Said("\n".join(sentences)), "note")
        yield Table(CODE, head, rows, WIDTHS)
        # one day is all there is to the whole way
        if len(day.stops) > 1 and len(told.route.days) > 1:
            yield _drawing(told, day.stops)


def _row(told: VisitTold, number: int, stop: VisitStop) -> tuple[Cell, ...]:
    site = told.sites.get(stop.site_id)
    lines = [f"{number}. {told.name(stop)}", told.shot(stop), *told.notes(stop)]
    return (
        Cell(Said(f"{clock(stop.arrive)}–{clock(stop.leave)}")),
        Cell(
            Said("\n".join(line for line in lines if line)),
            mark=None if site is None else site.kind,
        ),
        Cell(Said(told.way(stop)), look=Look.ESTIMATE if stop.km is not None else Look.PLAIN),
        Cell(
            Said(told.ticket(stop.ticket)),
            look=Look.UNKNOWN if stop.ticket.mid is None else Look.PLAIN,
        ),
    )


def _rules(told: VisitTold) -> Iterator[Block]:
    for code in ("visit_doubt", "visit_manners"):
        yield Words(Said(told.say(code)))
    if told.route.left_out:
        out = "\n".join(told.phrases.tell(one, told.lang) for one in told.route.left_out)
        yield Words(Said(told.say("visit_left_out", out=out)))
    for one in told.route.reasons:
        yield Words(Said(told.phrases.tell(one, told.lang)), "note")


# ---- the map


def visit_pitch(told: VisitTold, sites: Sequence[Site]) -> Pitch:
    """The places as a pack for the public, so that their map keeps the publication guard."""
    stops = [stop for day in told.route.days for stop in day.stops]
    return _pitch(told, sites, stops)


def _pitch(told: VisitTold, sites: Sequence[Site], stops: Sequence[VisitStop]) -> Pitch:
    known = {one.id for one in sites}
    pairs = pairwise(stop for stop in stops if stop.site_id in known)
    legs = tuple(
        PitchLeg(one.site_id, two.site_id, 0.0, 0.0, two.km, two.minutes)
        for one, two in pairs
        # the first stop of a day is reached from where one slept
        if two.km is not None
    )
    wishes = PitchWishes(lang=PitchLang(told.lang), audience=Audience.PUBLIC)
    return Pitch(
        title=told.route.title,
        city="",
        city_en="",
        sites=tuple(PitchSite(one, SiteFile(one.id)) for one in sites),
        scenes=(),
        money=(),
        gain=None,
        legs=legs,
        to_confirm=(),
        disclosed=(),
        card=told.card,
        wishes=wishes,
        today=told.today,
    )


def _drawing(told: VisitTold, stops: Sequence[VisitStop]) -> Drawing:
    """The stops and the ways between them; of several days each says of which."""
    sites = [told.sites[one.site_id] for one in stops if one.site_id in told.sites]
    drawn = map_drawing(_pitch(told, sites, stops), told.phrases, base=None, pack=None)
    days = {stop.site_id: day.day for day in told.route.days for stop in day.stops}
    one_day = len({days[one.id] for one in sites}) <= 1
    if one_day:
        return widened(drawn, FLAT)
    marks = []
    for mark in drawn.marks:
        day = told.say("visit_short_day", n=days[mark.site_id])
        marks.append(replace(mark, label=Said(f"{day} {mark.label.main}")))
    # how far it is stands with each day
    ways = tuple(replace(one, text=NOTHING) for one in drawn.ways)
    credit = Said(told.say("visit_map_credit"))
    return widened(replace(drawn, marks=tuple(marks), ways=ways, credit=credit), WIDE)


def widened(drawing: Drawing, ratio: float) -> Drawing:
    """A sketch with more paper at its sides, so that it is at least ``ratio`` as wide as high."""
    if drawing.ratio >= ratio:
        return drawing
    share = drawing.ratio / ratio
    marks = tuple(replace(one, x=0.5 + (one.x - 0.5) * share) for one in drawing.marks)
    km = drawing.km_per_width
    return replace(
        drawing, marks=marks, ratio=ratio, km_per_width=None if km is None else km / share
    )

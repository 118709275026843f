"""What is published about the cost of a shoot: ``assets/money/costs.yaml``."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from geo.model import OwnLine, OwnRate, Refused, Source
from geo.money.cost.own_rates import OWN_LINES_FILE, RATES_FILE, load_own_lines, load_rates
from geo.money.cost.roads import FILE as ROADS_FILE
from geo.money.cost.roads import Roads, load_own_roads
from geo.money.records import Record, read_asset
from geo.money.spans import Span

_FACT_KEYS = [
    "id",
    "category",
    "item",
    "item_zh",
    "value",
    "low",
    "high",
    "unit",
    "city",
    "covers_zh",
    "year",
    "source",
    "source_zh",
    "url",
    "link_safe",
    "confidence",
    "note",
    "included_hours",
    "overtime_cny_per_hour",
    "included_km",
]
CONFIDENCES = ("high", "medium", "low")
_CLASSES = ("indoor_base", "room")
_ASSUMED = (
    "persons_per_room",
    "seats_per_bus",
    "crew_unset",
    "shoot_days_unset",
    "hours_per_day",
    "rail_detour",
    "crew_usual",
    "days_usual",
    "day_sharing",
    "move_km_charged",
)
# shares of a whole: only these may begin at nothing
_SHARES = ("day_sharing", "move_km_charged")
# what the pricing cannot do without; a file that lost one is refused at the door
_NEEDED = (
    "hotel_crew",
    "local_spend_person_day",
    "meal_official",
    "bus_basic",
    "bus_mid",
    "bus_driver",
    "bus_extra_km",
    "rail_km",
    "scenes_per_day",
    "deposit",
)


@dataclass(frozen=True, slots=True)
class CostFact:
    """One published fact: ``value`` alone, a range, or a lower or upper bound alone.

    ``included_hours`` are the hours that a day's price holds, ``overtime`` CNY per hour beyond.
    """

    id: str
    category: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    covers_zh: tuple[str, ...]
    source: Source
    item: Mapping[str, str] = field(default_factory=dict)
    included_hours: float | None = None
    overtime: float | None = None

    @property
    def span(self) -> Span:
        """Low, mid, high; a lone bound stands for all three. ValueError when it has no number."""
        known = [each for each in (self.low, self.value, self.high) if each is not None]
        if not known:
            raise ValueError(self.id)
        low = self.low if self.low is not None else min(known)
        high = self.high if self.high is not None else max(known)
        mid = self.value if self.value is not None else (low + high) / 2
        return Span(low, mid, high)


@dataclass(frozen=True, slots=True)
class Assumption:
    """A stated assumption and the facts it rests on."""

    span: Span
    sources: tuple[Source, ...]
    why: Mapping[str, str]


class BusTerms(NamedTuple):
    """What a minibus' day hire holds (hours, kilometres), and CNY per hour beyond."""

    hours: float
    overtime: float
    km: float


@dataclass(frozen=True, slots=True)
class ExtraRates:
    """What an extra costs a day: the national fact, and those of places that have their own."""

    national: CostFact
    local: Mapping[str, CostFact]

    def at(self, place: str) -> CostFact:
        """The fact that holds at ``place``."""
        return self.local.get(place, self.national)


@dataclass(frozen=True, slots=True)
class CostFacts:
    """All facts by id, the reference classes of venues, the assumptions and the ranking rule.

    ``own_rates`` by code and ``roads`` are the user's own; ``refused`` is what could not be taken
    of the user's files. ``today`` (ISO date) is the day prices are asked on: quotes run out by it.
    """

    facts: Mapping[str, CostFact]
    classes: Mapping[str, tuple[CostFact, ...]]
    assumed: Mapping[str, Assumption]
    unpriced_venue_charge: float
    lodging_caps: Mapping[str, CostFact]
    lodging_reference: float
    extras: ExtraRates
    bus_terms: BusTerms
    own_lines: tuple[OwnLine, ...] = ()
    own_rates: Mapping[str, OwnRate] = field(default_factory=dict)
    roads: Roads = field(default_factory=Roads)
    refused: tuple[Refused, ...] = ()
    today: str = ""

    def on(self, day: date) -> CostFacts:
        """The same on another day."""
        return replace(self, today=day.isoformat())

    def span(self, fact_id: str) -> Span:
        """Low, mid, high of a fact."""
        return self.facts[fact_id].span

    def source(self, fact_id: str) -> Source:
        """Where a fact comes from."""
        return self.facts[fact_id].source


def load_costs(path: Path, own: Path | None = None) -> CostFacts:
    """Read and check the file, and what the user keeps in the folder ``own``.

    Raises FactsError with file, item and field for what ships; of the user's files what cannot be
    taken is told in ``refused``.
    """
    record = read_asset(path)
    facts = _facts(record)
    caps = _lodging_caps(record, facts)
    classes = _classes(record.child("venue_classes"), facts)
    charge = record.child("ranking").number("unpriced_venue_cny_per_day")
    assumed = {name: _assumption(record.child("assumptions"), name, facts) for name in _ASSUMED}
    own_lines = load_own_lines(path.with_name(OWN_LINES_FILE), facts)
    rates, not_taken = load_rates(own / RATES_FILE, own_lines) if own else ({}, ())
    roads = load_own_roads(own / ROADS_FILE) if own else Roads()
    return CostFacts(
        facts=facts,
        classes=classes,
        assumed=assumed,
        unpriced_venue_charge=charge,
        lodging_caps=caps,
        lodging_reference=statistics.median(
            {fact.id: fact.value or 0.0 for fact in caps.values()}.values()
        ),
        extras=_extras(record.child("extras"), facts),
        bus_terms=_bus_terms(record),
        own_lines=own_lines,
        own_rates=rates,
        roads=roads,
        refused=(*not_taken, *roads.refused),
    )


def _facts(record: Record) -> dict[str, CostFact]:
    facts: dict[str, CostFact] = {}
    for each in record.children("facts"):
        fact = _fact(each)
        if fact.id in facts:
            raise each.broken("id")
        facts[fact.id] = fact
    for needed in _NEEDED:
        if needed not in facts:
            raise record.broken(needed)
    return facts


def _lodging_caps(record: Record, facts: Mapping[str, CostFact]) -> dict[str, CostFact]:
    caps = {
        city: fact
        for fact in facts.values()
        if fact.id.startswith("perdiem_") and fact.value is not None
        for city in fact.covers_zh
    }
    if not caps:
        raise record.broken("covers_zh")
    return caps


def _fact(record: Record) -> CostFact:
    record.only(_FACT_KEYS)
    low, value, high = (record.maybe_number(field) for field in ("low", "value", "high"))
    known = [each for each in (low, value, high) if each is not None]
    if known != sorted(known):
        raise record.broken("low")
    return CostFact(
        id=record.text("id"),
        category=record.text("category"),
        value=value,
        low=low,
        high=high,
        unit=record.text("unit"),
        covers_zh=record.texts("covers_zh"),
        source=Source(
            title=record.maybe_text("item_zh") or record.text("item"),
            publisher=record.maybe_text("source_zh") or record.text("source"),
            date=record.maybe_text("year"),
            url=record.maybe_text("url"),
            link_safe=record.flag("link_safe"),
            supports=(record.text("id"),),
            confidence=record.choice("confidence", CONFIDENCES),
            title_en=record.text("item") if record.maybe_text("item_zh") else None,
            publisher_en=record.text("source") if record.maybe_text("source_zh") else None,
        ),
        item={
            "zh": record.maybe_text("item_zh") or record.text("item"),
            "en": record.text("item"),
        },
        included_hours=record.maybe_number("included_hours"),
        overtime=record.maybe_number("overtime_cny_per_hour"),
    )


def _classes(record: Record, facts: Mapping[str, CostFact]) -> dict[str, tuple[CostFact, ...]]:
    record.only(_CLASSES)
    classes = {}
    for name in _CLASSES:
        ids = record.texts(name)
        if not ids or any(each not in facts for each in ids):
            raise record.broken(name)
        classes[name] = tuple(facts[each] for each in ids)
    return classes


def _extras(record: Record, facts: Mapping[str, CostFact]) -> ExtraRates:
    record.only(("national", "local"))
    ids = (record.text("national"), *record.texts("local"))
    if any(each not in facts for each in ids):
        raise record.broken("national")
    national, *local = (facts[each] for each in ids)
    return ExtraRates(national, {place: fact for fact in local for place in fact.covers_zh})


def _bus_terms(record: Record) -> BusTerms:
    bus = next(each for each in record.children("facts") if each.raw["id"] == "bus_basic")
    return BusTerms(
        bus.number("included_hours"), bus.number("overtime_cny_per_hour"), bus.number("included_km")
    )


def _assumption(record: Record, name: str, facts: Mapping[str, CostFact]) -> Assumption:
    item = record.child(name)
    value = item.maybe_number("value", low=1)
    if value is not None:
        span = Span.exact(value)
    else:
        span = Span(item.number("low"), item.number("mid"), item.number("high"))
        least = 0.0 if name in _SHARES else math.nextafter(0.0, 1.0)
        if not least <= span.low <= span.mid <= span.high or span.high == 0:
            raise item.broken("low")
    ids = item.texts("facts")
    if any(each not in facts for each in ids):
        raise item.broken("facts")
    return Assumption(
        span,
        tuple(facts[each].source for each in ids),
        {"zh": item.text("why_zh"), "en": item.text("why_en")},
    )

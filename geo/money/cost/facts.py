"""What is published about the cost of a shoot: ``assets/money/costs.yaml``."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.model import Source
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
)
# what the pricing cannot do without; a file that lost one is refused at the door
_NEEDED = (
    "hotel_crew",
    "local_spend_person_day",
    "meal_official",
    "bus_basic",
    "bus_mid",
    "bus_driver",
    "rail_km",
    "scenes_per_day",
)


@dataclass(frozen=True, slots=True)
class CostFact:
    """One published fact: ``value`` alone, a range, or a lower or upper bound alone."""

    id: str
    category: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    covers_zh: tuple[str, ...]
    source: Source

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


@dataclass(frozen=True, slots=True)
class CostFacts:
    """All facts by id, the reference classes of venues, the assumptions and the ranking rule."""

    facts: Mapping[str, CostFact]
    classes: Mapping[str, tuple[CostFact, ...]]
    assumed: Mapping[str, Assumption]
    unpriced_venue_charge: float
    lodging_caps: Mapping[str, CostFact]
    lodging_reference: float

    def span(self, fact_id: str) -> Span:
        """Low, mid, high of a fact."""
        return self.facts[fact_id].span

    def source(self, fact_id: str) -> Source:
        """Where a fact comes from."""
        return self.facts[fact_id].source


def load_costs(path: Path) -> CostFacts:
    """Read and check the file. Raises FactsError with file, item and field."""
    record = read_asset(path)
    facts: dict[str, CostFact] = {}
    for each in record.children("facts"):
        fact = _fact(each)
        if fact.id in facts:
            raise each.broken("id")
        facts[fact.id] = fact
    for needed in _NEEDED:
        if needed not in facts:
            raise record.broken(needed)
    caps = {
        city: fact
        for fact in facts.values()
        if fact.id.startswith("perdiem_") and fact.value is not None
        for city in fact.covers_zh
    }
    if not caps:
        raise record.broken("covers_zh")
    return CostFacts(
        facts=facts,
        classes=_classes(record.child("venue_classes"), facts),
        assumed={name: _assumption(record.child("assumptions"), name, facts) for name in _ASSUMED},
        unpriced_venue_charge=record.child("ranking").number("unpriced_venue_cny_per_day"),
        lodging_caps=caps,
        lodging_reference=statistics.median(
            {fact.id: fact.value or 0.0 for fact in caps.values()}.values()
        ),
    )


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
        ),
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


def _assumption(record: Record, name: str, facts: Mapping[str, CostFact]) -> Assumption:
    item = record.child(name)
    value = item.maybe_number("value", low=1)
    if value is not None:
        span = Span.exact(value)
    else:
        span = Span(item.number("low"), item.number("mid"), item.number("high"))
        if not 0 < span.low <= span.mid <= span.high:
            raise item.broken("low")
    ids = item.texts("facts")
    if any(each not in facts for each in ids):
        raise item.broken("facts")
    return Assumption(
        span,
        tuple(facts[each].source for each in ids),
        {"zh": item.text("why_zh"), "en": item.text("why_en")},
    )

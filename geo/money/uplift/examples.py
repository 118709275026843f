"""Press claims to try the check with: ``assets/money/press_examples.yaml``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from geo.model import PressClaim, PressExample
from geo.money.records import Record, read_asset
from geo.money.uplift.spots import SCALES

FILE = "press_examples.yaml"
_KEYS = ("id", "work", "place", "scale", "start", "end", "growth", "release")


def load_examples(folder: Path) -> tuple[PressExample, ...]:
    """The examples in the order of showing. FactsError with file, item and field."""
    return tuple(_example(each) for each in read_asset(folder / FILE).children("examples"))


def _example(record: Record) -> PressExample:
    record.only(_KEYS)
    start, end, release = (_day(record, field) for field in ("start", "end", "release"))
    if start is None or end is None or end < start:
        raise record.broken("end")
    claim = PressClaim(
        record.text("place"),
        record.choice("scale", SCALES),
        start,
        end,
        record.number("growth", low=-0.99),
        release=release,
    )
    return PressExample(record.text("work"), claim)


def _day(record: Record, field: str) -> date | None:
    value = record.raw.get(field)
    if value is not None and not isinstance(value, date):
        raise record.broken(field)
    return value

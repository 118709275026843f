"""Reading ``_national.yaml``: review tiers, lead times that were seen, payment lags."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from geo.model import Condition, LeadTime, National, PayLag, Region, ReviewRegime, ReviewTier
from geo.money.records import Record, read_asset

CODES = ("key", "ordinary", "other")
LEVELS = ("platform", "provincial", "national")
_OPERATORS = ("==", ">=", "<")


def load_national(path: Path) -> National:
    """What holds in the whole country. FactsError names file, item and field."""
    record = read_asset(path)
    review = record.child("review_regime")
    return National(
        tuple(_regime(review.child(each)) for each in ("current", "previous")),
        tuple(_lead(each) for each in review.children("lead_times") if "days" in each.raw),
        tuple(
            PayLag(each.text("policy"), each.number("months_after_year_end"))
            for each in record.children("payment_lag_evidence", "policy")
            if "months_after_year_end" in each.raw
        ),
        review.texts("special_themes"),
    )


def _regime(record: Record) -> ReviewRegime:
    valid_from = _day(record, "valid_from")
    if valid_from is None:
        raise record.broken("valid_from")
    tiers = tuple(_tier(each) for each in record.children("tiers", "code"))
    return ReviewRegime(
        record.text("id"), valid_from, _day(record, "valid_to"), tiers, record.sources()
    )


def _tier(record: Record) -> ReviewTier:
    return ReviewTier(
        record.choice("code", CODES),
        record.choice("filing_level", LEVELS),
        record.text("filing_by"),
        record.text("finished_review_by"),
        tuple(_condition(each) for each in record.children("any_of", "fact")),
        tuple(_condition(each) for each in record.children("all_of", "fact")),
    )


def _condition(record: Record) -> Condition:
    record.only(("fact", "op", "value"))
    value = record.raw.get("value")
    told = record.flag("value") if isinstance(value, bool) else record.number("value")
    return Condition(record.text("fact"), record.choice("op", _OPERATORS), told)


def _lead(record: Record) -> LeadTime:
    region = record.child("region")
    days = record.raw["days"]
    if not isinstance(days, list) or len(days) != 3:
        raise record.broken("days")
    ends = Record(dict(zip(("best", "typical", "worst"), days, strict=True)), record.file, "days")
    return LeadTime(
        record.text("id"),
        Region(*(region.maybe_text(each) for each in ("province", "city", "district"))),
        record.text("stage"),
        (ends.maybe_number("best"), ends.maybe_number("typical"), ends.maybe_number("worst")),
        record.texts("tiers"),
        record.flag("rough", default=False),
        record.sources(),
    )


def _day(record: Record, field: str) -> date | None:
    value = record.maybe_text(field)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise record.broken(field) from error

"""What a project keeps of its plan, as a JSON document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from geo.model import (
    Arrangement,
    Booking,
    BookingStatus,
    DayOrder,
    Entry,
    Planned,
    PlanWishes,
)

_DATES = ("expires", "deposit_due", "balance_due", "deposit_back")
_SETS = ("must_use", "must_not_use")


def planned_document(planned: Planned) -> dict[str, Any]:
    """Everything of ``planned``, ready for JSON."""
    laid = planned.arrangement
    return {
        "wishes": _wishes_document(planned.wishes),
        "days": None if laid is None else [_day_document(day) for day in laid.days],
        "bookings": [_booking_document(one) for one in planned.bookings],
        "hospitals": dict(planned.hospitals),
        "contacts": dict(planned.contacts),
        "by_hand": planned.by_hand,
    }


def restore_planned(document: Mapping[str, Any]) -> Planned:
    """Turn a kept document back; a project kept before there were plans has none."""
    if not document:
        return Planned()
    days = document["days"]
    return Planned(
        _wishes(document["wishes"]),
        None if days is None else Arrangement(tuple(_day(day) for day in days)),
        tuple(_booking(one) for one in document["bookings"]),
        dict(document["hospitals"]),
        dict(document["contacts"]),
        bool(document["by_hand"]),
    )


def _wishes_document(wishes: PlanWishes) -> dict[str, Any]:
    plain = {each.name: getattr(wishes, each.name) for each in fields(PlanWishes)}
    return plain | {
        "locks": dict(wishes.locks),
        "weights": dict(wishes.weights),
        "rules": dict(wishes.rules),
        "cities": list(wishes.cities),
        "windows": {
            site: [[first.isoformat(), last.isoformat()] for first, last in spans]
            for site, spans in wishes.windows.items()
        },
        **{name: sorted(getattr(wishes, name)) for name in _SETS},
    }


def _wishes(document: Mapping[str, Any]) -> PlanWishes:
    windows = {
        site: tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans)
        for site, spans in document["windows"].items()
    }
    sets = {name: frozenset(document[name]) for name in _SETS}
    return PlanWishes(
        **{**document, **sets, "windows": windows, "cities": tuple(document["cities"])}
    )


def _day_document(day: DayOrder) -> dict[str, Any]:
    entries = [[one.strip_id, one.site_id, one.minutes] for one in day.entries]
    return {"day": day.day, "call": day.call, "entries": entries}


def _day(document: Mapping[str, Any]) -> DayOrder:
    entries = tuple(Entry(*one) for one in document["entries"])
    return DayOrder(document["day"], entries, document["call"])


def _booking_document(one: Booking) -> dict[str, Any]:
    dates = {name: getattr(one, name) for name in _DATES}
    told = {name: day.isoformat() if day else None for name, day in dates.items()}
    return asdict(one) | {"status": one.status.value} | told


def _booking(document: Mapping[str, Any]) -> Booking:
    dates = {name: document[name] for name in _DATES}
    told = {name: date.fromisoformat(day) if day else None for name, day in dates.items()}
    return Booking(**{**document, **told, "status": BookingStatus(document["status"])})

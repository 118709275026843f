"""What an arrangement asks for, sorted by days, and what of it cannot be as it is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from geo.model import Arrangement, DayOrder, Reason
from geo.plan.ground import Ground
from geo.plan.heed import hours
from geo.plan.problem import LONGEST
from geo.plan.shift import Work


@dataclass(slots=True)
class Orders:
    """What is asked for, by day: known work, calls, and what cannot be placed at all.

    ``minutes``: those laid by strip; ``on``: the days on which each is worked at; ``wrong``:
    breaches by day; ``off`` those of no day.
    """

    works: dict[int, list[Work]] = field(default_factory=dict)
    calls: dict[int, int] = field(default_factory=dict)
    minutes: Counter[str] = field(default_factory=Counter)
    on: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    wrong: dict[int, list[Reason]] = field(default_factory=lambda: defaultdict(list))
    off: list[Reason] = field(default_factory=list)


def read_orders(ground: Ground, arrangement: Arrangement) -> Orders:
    """Sort the arrangement by days; the same day told twice is one day."""
    book = Orders()
    sites: dict[str, set[str]] = defaultdict(set)
    for order in sorted(arrangement.days, key=lambda one: one.day):
        if not 0 <= order.day < LONGEST:
            book.off.append(Reason("plan_day_off", {"day": order.day + 1, "most": LONGEST}))
            continue
        if order.call is not None:
            book.calls.setdefault(order.day, order.call)
        _take(ground, book, order, sites)
    for strip_id, days in book.on.items():
        strip, laid = ground.strips[strip_id], book.minutes[strip_id]
        if laid != strip.minutes:
            code = "plan_minutes_short" if laid < strip.minutes else "plan_minutes_over"
            missing = abs(strip.minutes - laid)
            book.wrong[max(days)].append(
                Reason(code, {"set_id": strip.set_id, "hours": hours(missing), "minutes": missing})
            )
    return book


def _take(ground: Ground, book: Orders, order: DayOrder, sites: dict[str, set[str]]) -> None:
    """The entries of one order; each set's second site is told once."""
    for entry in order.entries:
        strip = ground.strips.get(entry.strip_id)
        spot = ground.spots.get(entry.site_id)
        if strip is None:
            book.off.append(Reason("plan_strip_unknown", {"day": order.day + 1}))
            continue
        if spot is None:
            book.off.append(
                Reason("plan_site_unknown", {"set_id": strip.set_id, "day": order.day + 1})
            )
            continue
        minutes = max(0, entry.minutes)
        works = book.works.setdefault(order.day, [])
        works.append(Work(strip, spot, minutes, book.minutes[strip.id]))
        book.minutes[strip.id] += minutes
        book.on[strip.id].add(order.day)
        known = sites[strip.set_id]
        if known and spot.id not in known:
            values = {"set_id": strip.set_id, "site_id": spot.id}
            book.wrong[order.day].append(Reason("plan_set_split", values))
        known.add(spot.id)

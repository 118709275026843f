"""An arrangement with one strip laid elsewhere: a drag, without any sum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.model import Arrangement, DayOrder, Entry


def moved(
    arrangement: Arrangement, entry: Entry, from_day: int, to_day: int, at: int, site_id: str
) -> Arrangement:
    """``entry`` of ``from_day`` as the ``at``-th of ``to_day``, at ``site_id``.

    Other strips of the same set go to the site with it, each on its own day: a set is one place.
    Days left empty go; ``to_day`` may be a day without work so far.
    """
    set_id = entry.strip_id.rpartition(".")[0]
    orders = {day.day: list(day.entries) for day in arrangement.days}
    calls = {day.day: day.call for day in arrangement.days}
    there = orders.get(from_day, [])
    if entry not in there:
        return arrangement
    index = there.index(entry)
    there.pop(index)
    if from_day == to_day and index < at:
        at -= 1
    target = orders.setdefault(to_day, [])
    target.insert(max(0, min(at, len(target))), entry)
    days = tuple(
        DayOrder(
            day,
            tuple(
                replace(one, site_id=site_id) if one.strip_id.rpartition(".")[0] == set_id else one
                for one in entries
            ),
            calls.get(day),
        )
        for day, entries in sorted(orders.items())
        if entries
    )
    return Arrangement(days)


def laid_in(arrangement: Arrangement, entry: Entry, day: int, at: int) -> Arrangement:
    """``entry``, which lies on no day, as the ``at``-th of ``day``; its set is one place."""
    set_id = entry.strip_id.rpartition(".")[0]
    if entry.strip_id in arrangement.sites:
        return arrangement
    orders = {one.day: list(one.entries) for one in arrangement.days}
    calls = {one.day: one.call for one in arrangement.days}
    there = orders.setdefault(day, [])
    there.insert(max(0, min(at, len(there))), entry)
    return Arrangement(
        tuple(
            DayOrder(
                number,
                tuple(
                    replace(one, site_id=entry.site_id)
                    if one.strip_id.rpartition(".")[0] == set_id
                    else one
                    for one in entries
                ),
                calls.get(number),
            )
            for number, entries in sorted(orders.items())
        )
    )


def lock_after(locks: Mapping[str, str], entry: Entry, site_id: str) -> Mapping[str, str]:
    """The locks once ``entry`` was laid at ``site_id`` by hand: its set stays there."""
    if site_id == entry.site_id:
        return locks
    return {**locks, entry.strip_id.rpartition(".")[0]: site_id}

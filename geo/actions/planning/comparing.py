"""Two plans side by side, and what falls due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from geo.model import (
    Arrangement,
    Booking,
    BookingStatus,
    Due,
    DueKind,
    PlanChanges,
    Shifted,
    ShootPlan,
)

AGREED = (BookingStatus.FIRST_HOLD, BookingStatus.SECOND_HOLD, BookingStatus.CONFIRMED)
"""How far a place must be agreed so that giving it up disturbs somebody."""


def compare_plans(old: ShootPlan, new: ShootPlan, bookings: Sequence[Booking] = ()) -> PlanChanges:
    """Tell which sets moved to another site or day, those first that were agreed."""
    before, after = _places(old.arrangement), _places(new.arrangement)
    agreed = {(one.set_id, one.site_id) for one in bookings if one.status in AGREED}
    moved = []
    for set_id in dict.fromkeys((*before, *after)):
        one, two = before.get(set_id, (None, ())), after.get(set_id, (None, ()))
        if one == two:
            continue
        disturbed = one[0] is not None and one[0] != two[0] and (set_id, one[0]) in agreed
        moved.append(Shifted(set_id, one[0], two[0], one[1], two[1], disturbed))
    moved.sort(key=lambda each: (not each.agreed, each.old_site == each.new_site))
    return PlanChanges(tuple(moved), _adds(old, new))


def _places(arrangement: Arrangement) -> dict[str, tuple[str | None, tuple[int, ...]]]:
    """Site and days by set."""
    found: dict[str, tuple[str | None, tuple[int, ...]]] = {}
    for day in arrangement.days:
        for entry in day.entries:
            set_id = entry.strip_id.rpartition(".")[0]
            days = found[set_id][1] if set_id in found else ()
            found[set_id] = entry.site_id, tuple(dict.fromkeys((*days, day.day)))
    return found


def _adds(old: ShootPlan, new: ShootPlan) -> float | None:
    if old.money is None or new.money is None:
        return None
    return new.money.counted - old.money.counted


def due_list(bookings: Sequence[Booking], today: date) -> tuple[Due, ...]:
    """What falls due, soonest first, with what is late.

    Of a refused place only the money that comes back is left. A hold expires only while it is one.
    """
    return tuple(
        sorted(
            (due for booking in bookings for due in _dues(booking, today)),
            key=lambda due: (due.on, list(DueKind).index(due.kind), due.set_id, due.site_id),
        )
    )


def _dues(booking: Booking, today: date) -> Iterator[Due]:
    held = booking.status in (BookingStatus.FIRST_HOLD, BookingStatus.SECOND_HOLD)
    going = booking.status is not BookingStatus.REFUSED
    dates = (
        (held, booking.expires, DueKind.HOLD_EXPIRES, None),
        (going, booking.deposit_due, DueKind.DEPOSIT, booking.deposit),
        (going, booking.balance_due, DueKind.BALANCE, booking.balance),
        (True, booking.deposit_back, DueKind.DEPOSIT_BACK, booking.deposit),
    )
    for wanted, on, kind, amount in dates:
        if wanted and on is not None:
            yield Due(on, kind, booking.set_id, booking.site_id, amount, on < today)

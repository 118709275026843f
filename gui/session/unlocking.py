"""Contacts and agreed sums of the plan, when they are locked or unlocked."""

from __future__ import annotations

from dataclasses import replace

from geo.model import Booking, Planned


def unlocked_plan(mine: Planned, kept: Planned, *, opened: bool) -> Planned:
    """The plan with the contacts and sums that can be read now.

    ``opened``: what was told meanwhile stays, for it could not be kept; else nothing stays that
    cannot be read from the file.
    """
    agreed = {(one.set_id, one.site_id): one for one in kept.bookings}
    bookings = tuple(
        _filled(one, agreed.get((one.set_id, one.site_id)), opened=opened) for one in mine.bookings
    )
    told = {key: value for key, value in mine.contacts.items() if value} if opened else {}
    return replace(mine, contacts={**kept.contacts, **told}, bookings=bookings)


def _filled(mine: Booking, kept: Booking | None, *, opened: bool) -> Booking:
    if kept is None:
        return mine
    return replace(
        mine,
        who=mine.who if opened and mine.who else kept.who,
        phone=mine.phone if opened and mine.phone else kept.phone,
        deposit=mine.deposit if opened and mine.deposit is not None else kept.deposit,
        balance=mine.balance if opened and mine.balance is not None else kept.balance,
        note=mine.note if opened and mine.note else kept.note,
    )

"""The plan's contacts when they are locked or unlocked: nothing typed is lost, nothing stays."""

from __future__ import annotations

from geo.model import Booking, BookingStatus, Planned
from gui.session.unlocking import unlocked_plan

KEPT = Booking("s1", "p1", BookingStatus.ASKED, phone="138", deposit=2000.0)


def test_locking_leaves_nothing_that_cannot_be_read():
    mine = Planned(bookings=(KEPT,), contacts={"p1": "老周"}, hospitals={"p1": "一院"})
    bare = Planned(bookings=(Booking("s1", "p1", BookingStatus.OPEN),))
    told = unlocked_plan(mine, bare, opened=False)
    assert told.contacts == {}
    assert told.hospitals == {"p1": "一院"}
    assert told.bookings == (Booking("s1", "p1", BookingStatus.ASKED),)


def test_unlocking_brings_back_and_keeps_what_was_typed_meanwhile():
    typed = Booking("s1", "p1", BookingStatus.CONFIRMED, phone="139")
    new = Booking("s2", "p1", phone="137")
    mine = Planned(bookings=(typed, new), contacts={"p2": "新的", "p3": ""})
    kept = Planned(bookings=(KEPT,), contacts={"p1": "老周", "p2": "旧的", "p3": "三号"})
    told = unlocked_plan(mine, kept, opened=True)
    assert told.contacts == {"p1": "老周", "p2": "新的", "p3": "三号"}
    confirmed = Booking("s1", "p1", BookingStatus.CONFIRMED, phone="139", deposit=2000.0)
    assert told.bookings == (confirmed, new)

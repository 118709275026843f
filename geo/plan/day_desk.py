"""The days of a timetable put together: blocks, moves and commutes, nights, notes, breaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from geo.model import MoveKind, PlanBlock, PlanDay, PlanMove, Reason
from geo.plan.ground import Ground, Spot
from geo.plan.heed import breaches_of, commute_notes, notes_of
from geo.plan.hotel import as_hotel
from geo.plan.journeys import Travels
from geo.plan.orders import Orders
from geo.plan.shift import Placed, Shift, Work, date_of, light_on, road


@dataclass(slots=True)
class DayDesk:
    """Puts the days together; ``hotels`` by working day, kilometres by city code."""

    ground: Ground
    orders: Orders
    shifts: Sequence[Shift]
    travels: Travels
    hotels: Mapping[int, Spot]
    move_km: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    commute_km: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def days(self) -> tuple[PlanDay, ...]:
        """Every calendar day."""
        by_day = {shift.day: shift for shift in self.shifts}
        before = {two.day: one for one, two in pairwise(self.shifts)}
        return tuple(
            self._worked(by_day[day], before.get(day)) if day in by_day else self._free(day)
            for day in sorted(self.travels.where)
        )

    def _free(self, day: int) -> PlanDay:
        """A day without work."""
        travels, call = self.travels, self.ground.rules.call
        notes = tuple(travels.notes.get(day, ()))
        return self._day(day, call, call, moves=tuple(travels.after.get(day, ())), notes=notes)

    def _worked(self, shift: Shift, before: Shift | None) -> PlanDay:
        day, travels = shift.day, self.travels
        commutes, unknown = self._commutes(shift, before)
        moves = (
            *travels.before.get(day, ()),
            *(one for one in commutes if not one.one),
            *self._moves(shift),
            *(one for one in commutes if one.one),
            *travels.after.get(day, ()),
        )
        return self._day(
            day,
            shift.call,
            shift.wrap,
            blocks=tuple(self._block(one) for one in shift.placed),
            moves=moves,
            notes=(
                *travels.notes.get(day, ()),
                *notes_of(self.ground, shift),
                *commute_notes(self.ground, commutes),
                *unknown,
            ),
            breaches=(
                *breaches_of(self.ground, shift, before),
                *self.orders.wrong.get(day, ()),
            ),
        )

    def _day(
        self,
        day: int,
        call: int,
        wrap: int,
        *,
        blocks: tuple[PlanBlock, ...] = (),
        moves: tuple[PlanMove, ...] = (),
        notes: tuple[Reason, ...] = (),
        breaches: tuple[Reason, ...] = (),
    ) -> PlanDay:
        city = self.travels.where[day]
        town, when = self.ground.towns[city], date_of(self.ground, day)
        night = self.travels.nights[day]
        hotel = None if night is None else as_hotel(self.ground, self.hotels[night])
        return PlanDay(
            day,
            when,
            town.zh,
            light_on(self.ground, city, day),
            call,
            wrap,
            blocks,
            moves,
            hotel,
            notes=notes,
            breaches=breaches,
            city_en=town.en,
            holiday="" if when is None else self.ground.holidays.get(when, ""),
        )

    def _block(self, one: Placed) -> PlanBlock:
        strip = one.work.strip
        return PlanBlock(
            strip.id,
            strip.set_id,
            "",
            strip.kind,
            one.work.spot.id,
            _scenes(one.work),
            one.come,
            one.start,
            one.end,
            part=len(self.orders.on[strip.id]) > 1,
            cast=strip.cast,
        )

    def _moves(self, shift: Shift) -> list[PlanMove]:
        """Company moves within the shift; to another city they are journeys."""
        moves: list[PlanMove] = []
        for (one, two), gap in zip(pairwise(shift.placed), shift.gaps[1:], strict=True):
            if not gap.moves:
                continue
            here, there = one.work.spot, two.work.spot
            if here.city == there.city:
                kind, ends = MoveKind.MOVE, (here.id, there.id)
                self.move_km[self.ground.towns[here.city].code] += gap.km or 0.0
            else:
                towns = self.ground.towns
                kind, ends = MoveKind.CITY, (towns[here.city].code, towns[there.city].code)
            moves.append(PlanMove(kind, *ends, one.end, gap.away, gap.drive, gap.km))
        return moves

    def _commutes(self, shift: Shift, before: Shift | None) -> tuple[list[PlanMove], list[Reason]]:
        """From the hotel in the morning and to it at night; roads nobody knows are told."""
        morning = self.hotels[shift.day]
        if before is not None and morning.city != shift.first.city:
            morning = self.hotels[before.day]
        came = any(one.leave >= 0 for one in self.travels.before.get(shift.day, ()))
        night = self.travels.nights[shift.day]
        told = []
        if not came:
            told.append(self._commute(shift.first, morning, shift.call, leaving=False))
        if night is not None:
            told.append(self._commute(shift.last, self.hotels[night], shift.wrap, leaving=True))
        moves = [one for one in told if isinstance(one, PlanMove)]
        return moves, [one for one in told if isinstance(one, Reason)]

    def _commute(
        self, site: Spot, hotel: Spot, clock: int, *, leaving: bool
    ) -> PlanMove | Reason | None:
        """From a site to the hotel at ``clock``, or from the hotel to be there by ``clock``."""
        if site.city != hotel.city or site.id == hotel.id:
            return None
        way = road(self.ground, site, hotel)
        if way is None:
            return Reason("plan_road_unknown", {"site_id": site.id})
        self.commute_km[self.ground.towns[site.city].code] += way.km
        ends = (site.id, "") if leaving else ("", site.id)
        leave = clock if leaving else clock - way.minutes
        return PlanMove(MoveKind.COMMUTE, *ends, leave, way.minutes, way.minutes, way.km)


def _scenes(work: Work) -> tuple[str, ...]:
    """The scenes in the part of a strip that is shot, each taken to be as long as the others."""
    strip = work.strip
    count, first, last = len(strip.scenes), work.done, work.done + work.minutes
    part = tuple(
        scene
        for at, scene in enumerate(strip.scenes)
        if (at + 1) * strip.minutes > first * count and at * strip.minutes < last * count
    )
    return part or strip.scenes

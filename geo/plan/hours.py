"""Whole days: how many a place is hired and the company lives in a city for the work there.

Every day at a place begins with setting up. A city with more days of hire than company days has at
least the difference in moves within a shift, each of them as long as the shortest there. That is
counted, and nothing more: no day laid out on the clock needs fewer days than these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from geo.plan.problem import City, Problem, Unit


class Kind(StrEnum):
    """What minutes a span counts."""

    WORK = "work"
    CHANGES = "changes"
    LIGHT = "light"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes that one day holds at ``most``; ``opening`` of them are spent at every place.

    ``change`` minutes are counted with every set; what of the shift a move takes is not here.
    """

    kind: Kind
    most: int
    opening: int = 0
    change: int = 0

    def taken(self, unit: Unit) -> int:
        """Minutes that ``unit`` takes of it."""
        if self.kind is Kind.LIGHT:
            return unit.daylight
        return unit.night_minutes if self.kind is Kind.NIGHT else unit.minutes + self.change

    def place_days(self, taken: int) -> int:
        """Whole days a place is hired for so many minutes."""
        return max(1, -(-taken // (self.most - self.opening)))

    def in_city(self, city: City) -> tuple[int, int]:
        """Minutes of each day of hire, and of each company day with the move it saves."""
        if self.kind in (Kind.LIGHT, Kind.NIGHT):
            return 0, self.most
        return self.opening + city.move_minutes, self.most + city.move_minutes


def spans(problem: Problem) -> tuple[Span, ...]:
    """Everything that bounds the work of a day."""
    change, setup, day = problem.set_change_minutes, problem.setup_minutes, problem.day_minutes
    found = [Span(Kind.WORK, day, setup)]
    if change:
        # the first set of a day needs no change: its minutes are taken back from the set-up
        found.append(Span(Kind.CHANGES, day, setup - change, change))
    if problem.daylight_minutes is not None:
        found.append(Span(Kind.LIGHT, problem.daylight_minutes))
    if problem.night_minutes is not None:
        found.append(Span(Kind.NIGHT, problem.night_minutes))
    return tuple(found)


def days_alone(problem: Problem, unit: Unit) -> int:
    """Whole days a place is hired for ``unit`` alone."""
    return max(span.place_days(span.taken(unit)) for span in spans(problem))


def hired_days(problem: Problem, chosen: Sequence[int | None]) -> dict[int, int]:
    """Whole days each place is hired (index) when unit n is shot at ``chosen[n]``."""
    days: dict[int, int] = {}
    for span in spans(problem):
        taken: dict[int, int] = {}
        for unit, place in zip(problem.units, chosen, strict=True):
            if place is not None:
                taken[place] = taken.get(place, 0) + span.taken(unit)
        for place, minutes in taken.items():
            days[place] = max(days.get(place, 1), span.place_days(minutes))
    return days


def company_days(
    problem: Problem, chosen: Sequence[int | None], hired: Mapping[int, int]
) -> dict[int, int]:
    """Fewest whole days in each city used (index) that hold its work, set-ups and moves."""
    days: dict[int, int] = {}
    for span in spans(problem):
        taken: dict[int, int] = {}
        for unit, place in zip(problem.units, chosen, strict=True):
            if place is not None:
                city = problem.places[place].city
                taken[city] = taken.get(city, 0) + span.taken(unit)
        for place, rented in hired.items():
            city = problem.places[place].city
            taken[city] += rented * span.in_city(problem.cities[city])[0]
        for city, minutes in taken.items():
            whole = span.in_city(problem.cities[city])[1]
            days[city] = max(days.get(city, 1), -(-minutes // whole))
    return days

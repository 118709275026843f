"""Plans that lie better on days: sets shot elsewhere, one place in another's stead.

The model of hours does not know which light a place is wanted in, nor how far places lie apart; of
plans it holds alike one may take days more than the other. So neighbours of a plan are laid out,
those first that cost least in hours, and the search goes on from whatever counts less on days. Its
bound stays that of the hours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from geo.plan.costing import costed
from geo.plan.ground import Ground
from geo.plan.lay import Laid, floor, lay
from geo.plan.problem import Plan, Problem
from geo.plan.tour import Tours
from geo.progress import Job, Step

MOST_LOOKS = 60
"""Neighbours of one plan that are laid out."""

MOST_TRIED = 60_000
"""Visits tried in all: beyond these no further plan is laid out."""

PAIRED = 10
"""With more places in use, no two of them are given up at once."""

Chosen = tuple[int | None, ...]
"""The place (index) of every unit, None: left out."""

SitesOf = Callable[[Mapping[str, str | None]], Mapping[str, str]]
"""The site used by set, of the places that an assignment hires."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A plan of hours and how it lies on days; ``tried``: plans laid out."""

    plan: Plan
    laid: Laid
    tried: int = 1


def mend(
    problem: Problem,
    plans: Sequence[Plan],
    ground: Ground,
    *,
    sites_of: SitesOf | None = None,
    bound: int | None = None,
    tried: int = MOST_TRIED,
) -> Job[Mended]:
    """Find a plan that counts less on days than any of ``plans``, the best of them where none is.

    ``bound``: no plan counts less; steps carry the best so far. Ends after ``tried`` visits.
    """
    desk = _Desk(problem, ground, sites_of, bound)
    starts: list[Mended] = []
    for plan in plans:
        found = yield from desk.look(plan)
        starts.append(found)
    for n, start in enumerate(sorted(starts, key=lambda one: desk.worth(one.laid)), 1):
        # every start has its share of the work, the best first
        yield from _climb(desk, start, tried * n // len(starts))
    assert desk.best is not None
    return desk.best


def _climb(desk: _Desk, start: Mended, tried: int) -> Job[None]:
    """Go from a plan to a neighbour that lies better as long as there is one."""
    going = True
    while going:
        going = False
        for plan in _near(desk.problem, _chosen(desk.problem, start.plan), desk)[:MOST_LOOKS]:
            best = desk.best
            assert best is not None
            if desk.settled or desk.visits >= tried:
                return
            if plan.net is None or plan.net >= best.laid.counted:
                break
            if not desk.promises(plan):
                continue
            found = yield from desk.look(plan)
            if desk.worth(found.laid) < desk.worth(start.laid):
                start, going = found, True
                break


class _Desk:
    """What has been laid out, and the best of it."""

    def __init__(
        self, problem: Problem, ground: Ground, sites_of: SitesOf | None, bound: int | None
    ) -> None:
        self.problem, self.ground, self.sites_of, self.bound = problem, ground, sites_of, bound
        self.tours = Tours(problem.legs)
        self.seen: set[Chosen] = set()
        self.best: Mended | None = None
        self.visits = 0

    @property
    def settled(self) -> bool:
        """Whether nothing can be better."""
        best = self.best
        return best is not None and self.bound is not None and best.laid.counted <= self.bound

    def promises(self, plan: Plan) -> bool:
        """Whether a plan could lie better than the best."""
        best = self.best
        if best is None or best.laid.left:
            return True
        self.visits += 1
        return floor(self.problem, plan, self.ground, self._sites(plan)) < best.laid.counted

    def _sites(self, plan: Plan) -> Mapping[str, str] | None:
        return None if self.sites_of is None else self.sites_of(plan.assignment)

    def look(self, plan: Plan) -> Job[Mended]:
        """Lay a plan out, and keep it where it is the best."""
        self.seen.add(_chosen(self.problem, plan))
        sites = self._sites(plan)
        laid = yield from lay(self.problem, plan, self.ground, sites=sites, quick=True)
        self.visits += laid.tried
        found = Mended(plan, laid, len(self.seen))
        if self.best is None or self.worth(laid) < self.worth(self.best.laid):
            self.best = found
        yield Step("plan_days", found.tried, 0, self.best)
        return found

    def worth(self, laid: Laid) -> tuple[int, int, int]:
        """What makes one laying worse than another: days too many, work left out, money."""
        most = self.problem.limits.days
        last = laid.arrangement.days[-1].day + 1 if laid.arrangement.days else 0
        return 0 if most is None else max(0, last - most), len(laid.left), laid.counted


def _chosen(problem: Problem, plan: Plan) -> Chosen:
    at: dict[str | None, int] = {place.id: n for n, place in enumerate(problem.places)}
    return tuple(at.get(plan.assignment.get(unit.id)) for unit in problem.units)


def _near(problem: Problem, chosen: Chosen, desk: _Desk) -> list[Plan]:
    """Plans one step away that were not laid out yet, the cheapest in hours first."""
    found: list[tuple[int, int, Plan]] = []
    for other in dict.fromkeys((*_moved(problem, chosen), *_replaced(problem, chosen))):
        if other in desk.seen:
            continue
        plan = costed(problem, desk.tours, other)
        if plan is not None and plan.net is not None:
            found.append((plan.net, len(found), plan))
    return [plan for _, _, plan in sorted(found, key=lambda one: one[:2])]


def _around(problem: Problem, chosen: Chosen) -> list[int]:
    """The places of the cities that are used."""
    cities = {problem.places[at].city for at in chosen if at is not None}
    return [n for n, place in enumerate(problem.places) if place.city in cities]


def _moved(problem: Problem, chosen: Chosen) -> Iterator[Chosen]:
    """One set shot at another place of the cities used, or left out where it may be."""
    places = _around(problem, chosen)
    for unit, now in enumerate(chosen):
        for at in places:
            if at != now and problem.quality[unit, at] > 0:
                yield (*chosen[:unit], at, *chosen[unit + 1 :])
        if now is not None and problem.units[unit].penalty is not None:
            yield (*chosen[:unit], None, *chosen[unit + 1 :])


def _replaced(problem: Problem, chosen: Chosen) -> Iterator[Chosen]:
    """One place or two given up for another, which takes what it can, the rest by places used."""
    used = sorted({at for at in chosen if at is not None})
    around = set(_around(problem, chosen))
    for gone in (*combinations(used, 1), *(combinations(used, 2) if len(used) <= PAIRED else ())):
        mine = [unit for unit, at in enumerate(chosen) if at in gone]
        rest = [at for at in used if at not in gone]
        able = np.flatnonzero((problem.quality[mine] > 0).any(axis=0))
        for at in sorted(around & set(able.tolist()) - set(gone)):
            new = list(chosen)
            for unit in mine:
                ways = (one for one in (at, *rest) if problem.quality[unit, one] > 0)
                new[unit] = next(ways, None)
            if all(new[unit] is not None for unit in mine):
                yield tuple(new)

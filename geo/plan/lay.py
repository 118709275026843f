"""From the solver's plan to an arrangement: what is shot where on which day, at which call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from geo.model import Arrangement, DayOrder, Entry
from geo.plan.claims import Money, best_claims
from geo.plan.days import COURSES, ENOUGH, PATIENCE, ROOT, Guide, Laying, lay_days
from geo.plan.ground import Ground
from geo.plan.holds import shorter, stretched
from geo.plan.hours import company_days, hired_days
from geo.plan.journeys import HOME, leg
from geo.plan.problem import Costs, Place, Plan, Problem
from geo.plan.shift import DAY
from geo.plan.stay import Stay, make_stay
from geo.plan.visit import DAWN, visit
from geo.progress import Job, Step

SPARE = 10
"""Days looked at beyond twice those of the hours."""

LONGEST = 400
"""Days looked at where those are not enough."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The plan on days. Maps by id, money in fen.

    ``costs`` with the days of hire and of the company as they lie on the calendar; ``proven``: they
    are no more than those of the hours, so that no laying costs less. ``left``: strips that no day
    has light or room for. ``tried``: visits to places that were tried, a measure of the work.
    """

    arrangement: Arrangement
    costs: Costs
    rent_days: Mapping[str, int] = field(default_factory=dict)
    company_days: Mapping[str, int] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    proven: bool = True
    tried: int = 0

    @property
    def counted(self) -> int:
        """Net fen of the plan as it lies."""
        return self.costs.net


@dataclass(slots=True)
class _Book:
    """What is written so far; ``entries`` and ``calls`` by calendar day, ``company`` days by city.

    ``last`` day with work, the clock of its ``wrap``, and the ``city``.
    """

    entries: dict[int, list[Entry]] = field(default_factory=dict)
    calls: dict[int, int] = field(default_factory=dict)
    hired: dict[str, set[int]] = field(default_factory=dict)
    company: dict[int, int] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    tried: int = 0
    last: int = -1
    wrap: int = 0
    city: int = HOME


@dataclass(frozen=True, slots=True)
class _Call:
    """What is to be laid, and how; ``bounds`` by city: days and fen that the hours ask for."""

    problem: Problem
    plan: Plan
    ground: Ground
    sites: Mapping[str, str]
    short_holds: bool
    bounds: Mapping[int, tuple[int, int]]
    courses: Sequence[tuple[int, float]]
    stretch: bool = False


def lay(
    problem: Problem,
    plan: Plan,
    ground: Ground,
    *,
    sites: Mapping[str, str] | None = None,
    short_holds: bool = False,
    quick: bool = False,
) -> Job[Laid]:
    """Lay the sets of ``plan`` on days.

    ``sites``: the site used by set, where the place hired has several. ``short_holds``: the days
    of a city are put in an order that holds actors for fewer days. ``quick``: a first look.
    """
    courses = COURSES[:1] if quick else COURSES
    call = _Call(problem, plan, ground, sites or {}, short_holds, _bounds(problem, plan), courses)
    laid = yield from _lay(call)
    if any(days > laid.company_days.get(city, days) for city, days in plan.company_days.items()):
        # a subsidy asks for days in the city that its work does not fill
        longer = yield from _lay(replace(call, stretch=True))
        laid = min(laid, longer, key=lambda one: (len(one.left), one.counted))
    return laid


def floor(problem: Problem, plan: Plan, ground: Ground, sites: Mapping[str, str] | None) -> int:
    """About what ``plan`` counts on days at least: the ways between its places, its twilights."""
    bounds = _bounds(problem, plan)
    more = 0
    for city, (days, hours) in bounds.items():
        used = _used(problem, plan, city, sites or {})
        stay = make_stay(problem, ground, city, used, 0, days + 1)
        more += max(0, Guide(stay).least(ROOT) - hours)
    return plan.costs.net + more


def _lay(call: _Call) -> Job[Laid]:
    book = _Book()
    index = {city.id: at for at, city in enumerate(call.problem.cities)}
    for name in call.plan.tour:
        yield Step("plan_days", len(book.company), len(call.plan.tour))
        yield from _lay_city(call, index[name], book)
    return _laid(call, book)


def _used(
    problem: Problem, plan: Plan, city: int, sites: Mapping[str, str]
) -> dict[str, tuple[Place, str]]:
    """The place hired and the site used, by set shot in a city."""
    places = {place.id: place for place in problem.places}
    return {
        unit: (places[at], sites.get(unit, at))
        for unit, at in plan.assignment.items()
        if at is not None and places[at].city == city
    }


def _bounds(problem: Problem, plan: Plan) -> dict[int, tuple[int, int]]:
    """Company days, and fen of rent and living, that the hours of each city ask for."""
    at = {place.id: n for n, place in enumerate(problem.places)}
    places = [plan.assignment.get(unit.id) for unit in problem.units]
    chosen = [None if one is None else at[one] for one in places]
    hired = hired_days(problem, chosen)
    found = {}
    for city, days in company_days(problem, chosen, hired).items():
        rent = sum(
            count * problem.places[n].rent
            for n, count in hired.items()
            if problem.places[n].city == city
        )
        living = problem.crew_day + problem.cities[city].lodging
        found[city] = days, rent + days * living
    return found


def _lay_city(call: _Call, city: int, book: _Book) -> Job[None]:
    """Lay the work of one city behind what is in the book."""
    ground, least = call.ground, call.bounds.get(city, (0, 0))
    trip = 0 if book.last < 0 else leg(ground, book.city, city) or 0
    first = 0 if book.last < 0 else book.last + 1 + trip // ground.rules.day
    laying = None
    used = _used(call.problem, call.plan, city, call.sites)
    lost: frozenset[str] = frozenset()
    for days in (2 * least[0] + SPARE, LONGEST, LONGEST):
        stay = make_stay(call.problem, ground, city, used, first, days, lost)
        if book.last >= 0:
            stay.since = 0
            stay.free = book.wrap + trip + ground.rules.rest - DAY * (first - book.last)
        laying = yield from lay_days(stay, least[1], call.courses, ENOUGH // len(call.plan.tour))
        book.tried += stay.tried
        if laying is not None:
            break
        if days == LONGEST:
            lost = _impossible(stay)
    book.left += lost if laying is not None else [task.strip.id for task in stay.tasks]
    if laying is None or not laying.pieces:
        return
    if call.short_holds:
        laying = yield from shorter(stay, laying)
    if call.stretch:
        name = call.problem.cities[city].id
        laying = stretched(stay, laying, call.plan.company_days.get(name, 0))
    _write(stay, laying, first, city, book)


def _impossible(stay: Stay) -> frozenset[str]:
    """The strips that cannot be shot even alone."""
    return frozenset(
        stay.tasks[at].strip.id for at, place in stay.owner.items() if not _alone(stay, place, at)
    )


def _alone(stay: Stay, place: int, task: int) -> bool:
    name, dawn, after = stay.hires[place].id, stay.tasks[task].rank == DAWN, -1
    for _ in range(PATIENCE):
        shift = stay.days.begin(name, after, stay.free, dawn=dawn)
        if shift is None:
            return False
        if visit(stay.days, stay.tasks, (task,), name, shift, stay.rules.setup, ""):
            return True
        after = shift.day
    return False


def _write(stay: Stay, laying: Laying, first: int, city: int, book: _Book) -> None:
    """Put the days of a city into the book."""
    owner = {task: stay.hires[place].id for task, place in stay.owner.items()}
    for piece in laying.pieces:
        day, task = first + piece.day, stay.tasks[piece.task]
        entries = book.entries.setdefault(day, [])
        minutes = piece.minutes
        if entries and (entries[-1].strip_id, entries[-1].site_id) == (task.strip.id, task.site):
            minutes += entries.pop().minutes
        entries.append(Entry(task.strip.id, task.site, minutes))
        book.hired.setdefault(owner[piece.task], set()).add(day)
    book.calls |= {first + day: call for day, call in laying.calls.items()}
    before = book.last
    waited = min(piece.day for piece in laying.pieces) if before >= 0 else 0
    # the company waits where it is, the last day where it goes to, unless it is on the road
    here = waited - int(waited > 0 and first == before + 1)
    if here:
        book.company[book.city] += here
    book.company[city] = laying.days - here
    book.last, book.wrap, book.city = first + laying.last.day, laying.last.clock, city


def _laid(call: _Call, book: _Book) -> Laid:
    """The plan with the money of its days."""
    problem = call.problem
    at = {place.id: place for place in problem.places}
    rent_days = {one: len(days) for one, days in sorted(book.hired.items())}
    rents: dict[int, int] = dict.fromkeys(book.company, 0)
    for one, days in rent_days.items():
        rents[at[one].city] += days * at[one].rent
    money = best_claims(problem, book.company, rents, sum(book.company.values()))
    costs = _costs(problem, call.plan, rents, book.company, money)
    asked = sum(fen for _, fen in call.bounds.values())
    orders = tuple(
        DayOrder(day, tuple(book.entries[day]), book.calls[day]) for day in sorted(book.entries)
    )
    return Laid(
        Arrangement(orders),
        costs,
        rent_days,
        {problem.cities[city].id: days for city, days in book.company.items()},
        tuple(book.left),
        not book.left and costs.rent + costs.crew + costs.lodging <= asked,
        book.tried,
    )


def _costs(
    problem: Problem,
    plan: Plan,
    rents: Mapping[int, int],
    days: Mapping[int, int],
    money: Money | None,
) -> Costs:
    claimed = tuple(money.values()) if money is not None else ()
    return replace(
        plan.costs,
        rent=sum(rents.values()),
        crew=problem.crew_day * sum(days.values()),
        lodging=sum(problem.cities[city].lodging * count for city, count in days.items()),
        extra=sum(one.extra for one in claimed),
        subsidy=sum(one.back for one in claimed),
    )

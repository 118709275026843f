"""What would unlock more: the smallest real changes that reach the next money, with their cost.

Only changes of the world are proposed, never another declaration of it: the changeable facts, what
moves along with them and what is warned of stand in ``assets/policies/_changes.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from geo.model import (
    AnyOf,
    Condition,
    ConditionResult,
    FactChange,
    Policy,
    ProjectFacts,
    Reason,
    Region,
    Unlock,
)
from geo.money.answers.case import Case, alive, result_of, with_facts
from geo.money.answers.changes import Changeable
from geo.money.answers.gains import ORDER, Gain, gain_alone, gain_of
from geo.money.answers.moves import Move, Moves, cost_of
from geo.money.answers.proposals import after, proposal
from geo.money.answers.targets import steps
from geo.money.subsidy.places import applies, bare

MOST_WAYS = 24
MOST_ELSEWHERE = 3
NEAR_HERE, NEAR_ELSEWHERE = 2, 1
_LOCATION = "shoot.main_location"
Way = tuple[tuple[Move, ...], Gain]


def unlocks(case: Case, allowed: Mapping[str, Changeable]) -> tuple[Unlock, ...]:
    """The changes that reach more money at the case's place, then at a few others, by worth."""
    found: dict[tuple[FactChange, ...], Unlock] = {}
    away: list[Unlock] = []
    spot = Region(*case.place)
    near = case.here()
    start = _start(near, allowed)
    for policy in case.book.policies:
        if not alive(policy, case.today):
            continue
        reach = applies(policy.region, spot)
        if reach:
            for one in _Search(near, allowed, policy, start).here():
                found.setdefault(one.changes, one)
        elif policy.region.city and _is_a_visit(policy):
            most = NEAR_HERE if reach is None else NEAR_ELSEWHERE
            away.extend(_elsewhere(case, allowed, policy, most))
    away.sort(key=_by_worth)
    return tuple(sorted((*found.values(), *away[:MOST_ELSEWHERE]), key=_by_worth))


def _by_worth(one: Unlock) -> tuple[int, float, float, int]:
    gain = one.gain.high if one.gain.high is not None else one.gain.mid
    cost = one.cost.mid if one.cost.mid is not None else one.cost.low
    more = gain or 0.0
    return (ORDER.index(one.verdict), (cost or 0.0) - more, -more, len(one.changes))


def _start(case: Case, allowed: Mapping[str, Changeable]) -> ProjectFacts:
    """The facts to count from: what could be changed and nobody has said is taken as not so.

    Else an award that hangs on three things would be counted for each of them.
    """
    unsaid = {
        one.fact
        for result in case.judged().policies
        for one in result.conditions
        if one.truth is None and case.facts.get(one.fact) is None and one.fact in allowed
    }
    return with_facts(case.facts, {fact: allowed[fact].otherwise for fact in unsaid})


def _is_a_visit(policy: Policy) -> bool:
    """Whether a crew from anywhere gets it for shooting there."""
    facts = [one.fact for one in _conditions(policy)]
    return policy.local_registration != "required" and any(
        fact.startswith("shoot.") for fact in facts
    )


def _conditions(policy: Policy) -> Iterator[Condition]:
    for rule in policy.conditions:
        yield from rule.options if isinstance(rule, AnyOf) else (rule,)


def _elsewhere(
    case: Case, allowed: Mapping[str, Changeable], policy: Policy, most: int
) -> Iterator[Unlock]:
    """The award of another place, if at most ``most`` changes besides going there open it."""
    region = policy.region
    have = case.facts.get(_LOCATION)
    trip: tuple[Move, ...] = ()
    if not isinstance(have, str) or bare(have) != bare(region.name):
        away = (FactChange(_LOCATION, have, region.name),)
        trip = (Move(_LOCATION, away, (Reason("unlock_alone"),)),)
    there = case.at((region.province or "", region.city or "", region.district)).here()
    there = replace(there, facts=after(case.facts, trip))
    search = _Search(there, allowed, policy, _start(there, allowed))
    options = search.options()
    way = search.alone(options) if options is not None and len(options) <= most else None
    # a shoot that is there already and meets everything has nothing to change
    if way is not None and (trip or way[0]):
        yield search.told((*trip, *way[0]), way[1])


class _Search:
    """The ways to one award; gains are counted from ``start``."""

    def __init__(
        self,
        case: Case,
        allowed: Mapping[str, Changeable],
        policy: Policy,
        start: ProjectFacts,
    ) -> None:
        self.case = case
        self.allowed = allowed
        self.policy = policy
        self.start = start
        self.unsaid = start.values.keys() - case.facts.values.keys()
        self.moves = Moves(case.book, allowed, case.facts, policy.region.name)

    def here(self) -> Iterator[Unlock]:
        """What would open this award, and what would raise it, at the case's own place."""
        result = result_of(self.case.judged(), self.policy.id)
        options = self.options()
        if options is None:
            return
        way = self._best(options) if options else None
        # a sum nobody has published is worth telling only where the award is barred today
        if way is not None and (way[1].amount is not None or result.failed):
            yield self.told(*way)
        if not result.failed:
            yield from self._raising()

    def _raising(self) -> Iterator[Unlock]:
        """The next tier, unit, bonus or part of an award that is open, each fact once."""
        reached: set[str] = set()
        for condition in steps(self.policy, self.case.facts):
            for move in self.moves.meeting(condition)[:1]:
                way = self._best([(move,)], self.case.facts)
                if way is not None and move.fact not in reached:
                    reached.add(move.fact)
                    yield self.told(*way)

    def options(self) -> list[tuple[Move, ...]] | None:
        """For every rule not met the moves that meet it.

        A rule that no real change meets stays open or, once failed, closes the way (None).
        """
        result = result_of(self.case.judged(), self.policy.id)
        found: list[tuple[Move, ...]] = []
        for group in _groups(result.conditions):
            if any(one.truth for one in group):
                continue
            failed = all(one.truth is False for one in group)
            usable = group if failed else [one for one in group if one.fact in self.unsaid]
            moves = tuple(
                move
                for one in usable
                for move in self.moves.meeting(Condition(one.fact, one.op, one.value))
            )
            if failed and not moves:
                return None
            if moves:
                found.append(moves)
        return found

    def _best(
        self, options: Sequence[tuple[Move, ...]], before: ProjectFacts | None = None
    ) -> Way | None:
        """Of all ways the one with fewest changes, then the least known cost."""
        start = self.start if before is None else before
        found = []
        for moves in islice(product(*options), MOST_WAYS):
            gain = self._gained(moves, start)
            if gain is not None:
                found.append(self._pruned(moves, gain, start))
        # what is left may pay for another award alone: that one tells it
        own = [way for way in found if self.policy.id in way[1].policy_ids]
        return min(own, key=self._size, default=None)

    def _size(self, way: Way) -> tuple[int, bool, float]:
        """Fewest changes, then a known cost before one that is not, then the least."""
        cost, _ = cost_of(self.case, self.allowed, self.case.facts, way[0])
        return (sum(len(move.changes) for move in way[0]), cost.mid is None, cost.low or 0.0)

    def _gained(self, moves: Sequence[Move], start: ProjectFacts) -> Gain | None:
        return gain_of(self.case, start, after(start, moves), self.policy.id) if moves else None

    def _pruned(self, moves: tuple[Move, ...], gain: Gain, start: ProjectFacts) -> Way:
        """Make every move smaller, or leave it out, as far as the gain does not hang on it."""
        for move in moves:
            others = tuple(each for each in moves if each is not move)
            for lesser in self._lesser(move):
                left = self._gained((*others, *lesser), start)
                if left is not None and left.reaches(gain):
                    return self._pruned((*others, *lesser), left, start)
        return moves, gain

    def _lesser(self, move: Move) -> Iterator[tuple[Move, ...]]:
        """Nothing, only what the move needs, or a lesser value that some award asks for."""
        yield ()
        if move.needed:
            yield move.needed
        for policy in self.case.book.policies:
            for one in (*_conditions(policy), *steps(policy, self.case.facts)):
                if one.fact == move.fact:
                    yield from ((each,) for each in self.moves.meeting(one) if _below(each, move))

    def alone(self, options: Sequence[tuple[Move, ...]]) -> Way | None:
        """The smallest way that the award itself pays for, where nothing else is counted."""
        found = []
        for moves in islice(product(*options), MOST_WAYS):
            judged = self.case.judged(after(self.start, moves))
            result = result_of(judged, self.policy.id)
            gain = gain_alone(result)
            if gain is not None:
                found.append((moves, gain))
        return min(found, key=self._size, default=None)

    def told(self, moves: Sequence[Move], gain: Gain) -> Unlock:
        """One proposal in full."""
        return proposal(self.case, self.allowed, self.policy, moves, gain, self.unsaid)


def _below(one: Move, other: Move) -> bool:
    """Whether a move goes to a lower number than another of the same fact."""
    new, old = one.changes[0].new, other.changes[0].new
    return isinstance(new, int | float) and isinstance(old, int | float) and new < old


def _groups(conditions: Sequence[ConditionResult]) -> list[list[ConditionResult]]:
    """Conditions alone, alternatives together."""
    found: dict[object, list[ConditionResult]] = {}
    for at, one in enumerate(conditions):
        found.setdefault(("any", one.group) if one.group is not None else at, []).append(one)
    return list(found.values())

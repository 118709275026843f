"""Which awards go together, by what their texts say, and the best set under either reading.

An award excludes payment of another, not applying for it: the certain money, the expected money
and the ceiling are therefore each the best that one lawful set can give. The set that is named is
the one worth most to the score (expected, then certain, then ceiling).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from geo.model import Combination, Reason
from geo.money.fen import to_cny
from geo.money.subsidy.combine import Cap, Choice, Umbrella, Vector, best, paid
from geo.money.subsidy.verdict import Verdict

ADDS = "adds"
ALTERNATIVE = "left_out.alternative"
HIGHEST = "left_out.highest_only"
SILENT = "left_out.silent"
CAP = "left_out.cap_reached"
Rivals = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A combination, in whole fen as well; ``known`` is its ceiling without unknown sums."""

    combination: Combination
    certain: int
    expected: int
    known: int
    ceiling: int | None


@dataclass(frozen=True, slots=True)
class _Roofs:
    """Policies whose cap holds others: ``home`` of every award, ``parent`` of every umbrella."""

    umbrellas: Mapping[str, Verdict]
    home: Mapping[str, str]
    parent: Mapping[str, str]

    def over(self, award: str) -> list[str]:
        """The umbrellas over an award, innermost first."""
        found = []
        name = self.home.get(award)
        while name is not None:
            found.append(name)
            name = self.parent.get(name)
        return found


def readings(verdicts: Sequence[Verdict]) -> tuple[Reading, Reading]:
    """The best set where awards add up unless a text forbids it, and where only one is paid."""
    here = [each for each in verdicts if each.counts]
    paying = {each.policy.id: each for each in here if not each.failed}
    roofs = _roofs(verdicts, paying)
    said = _said(here, paying)
    return _reading(paying, said, roofs), _reading(paying, _silent(paying, said, roofs), roofs)


def _reading(paying: Mapping[str, Verdict], rivals: Rivals, roofs: _Roofs) -> Reading:
    def choice(vector: Callable[[Verdict], Vector], cap: Callable[[Verdict], Cap]) -> Choice:
        return Choice(
            {one: vector(each) for one, each in paying.items()},
            {one: frozenset(others) for one, others in rivals.items()},
            roofs.home,
            {one: Umbrella(cap(v), roofs.parent.get(one)) for one, v in roofs.umbrellas.items()},
        )

    limits = {one: _limit(one, roofs) for one in paying}

    def ceiling(each: Verdict) -> int:
        limit = limits[each.policy.id]
        if each.ceiling is not None:
            return each.ceiling
        return _hoped(each) if limit is None else limit

    def whole(each: Verdict) -> Vector:
        # of two that are worth the same, one that nobody knows beats a known nothing
        return (_hoped(each), each.certain, ceiling(each) or int(each.ceiling is None))

    full = choice(whole, lambda each: (each.room[1], each.room[0], each.room[1]))
    worth, taken = best(full)
    expected = worth[0] if worth else 0
    certain = _most(choice(lambda each: (each.certain,), lambda each: (each.room[0],)))
    known = _most(choice(lambda each: (ceiling(each),), lambda each: (each.room[1],)))
    endless = any(v.ceiling is None and limits[one] is None for one, v in paying.items())
    top = None if endless else known
    kept, left_out = _explain(full, paying, rivals, roofs, taken)
    told = (to_cny(certain), to_cny(expected), None if top is None else to_cny(top))
    return Reading(Combination(kept, *told, left_out), certain, expected, known, top)


def _most(choice: Choice) -> int:
    worth, _ = best(choice)
    return worth[0] if worth else 0


def _hoped(each: Verdict) -> int:
    return each.certain if each.expected is None else each.expected


def _limit(award: str, roofs: _Roofs) -> int | None:
    """The smallest cap over an award, None where nothing holds it."""
    caps = [roofs.umbrellas[each].room[1] for each in roofs.over(award)]
    return min((each for each in caps if each is not None), default=None)


def _roofs(verdicts: Sequence[Verdict], paying: Mapping[str, Verdict]) -> _Roofs:
    """An umbrella in force holds its own award and those that name it; never in a circle."""
    alive = {each.policy.id: each for each in verdicts if not each.dead}
    said: dict[str, str] = {}
    for one in sorted(alive):
        home = alive[one].policy.stacking.umbrella
        if home in alive and not _circle(one, home, said):
            said[one] = home
    umbrellas = {one: alive[one] for one in sorted(set(said.values()))}
    home_of = {one: one if one in umbrellas else said.get(one) for one in paying}
    return _Roofs(
        umbrellas,
        {one: home for one, home in home_of.items() if home is not None},
        {one: home for one, home in said.items() if one in umbrellas},
    )


def _circle(one: str, home: str, said: Mapping[str, str]) -> bool:
    """Whether ``one`` already stands over ``home``."""
    name: str | None = home
    while name is not None and name != one:
        name = said.get(name)
    return name == one


def _said(here: Sequence[Verdict], paying: Mapping[str, Verdict]) -> dict[str, dict[str, str]]:
    """Who excludes whom by the letter of the texts, and by which rule.

    A text that names alternatives to its award holds between those also when it pays nothing.
    """
    rivals: dict[str, dict[str, str]] = {one: {} for one in paying}

    def exclude(one: str, other: str, code: str) -> None:
        if one != other and one in rivals and other in rivals:
            rivals[one].setdefault(other, code)
            rivals[other].setdefault(one, code)

    for each in here:
        group = (each.policy.id, *each.policy.stacking.alternatives)
        for first, second in combinations(group, 2):
            exclude(first, second, ALTERNATIVE)
    for one, each in paying.items():
        if each.policy.stacking.rule == "highest_only":
            for other in each.policy.stacking.within or _same_or_above(each, paying):
                exclude(one, other, HIGHEST)
    return rivals


def _same_or_above(verdict: Verdict, paying: Mapping[str, Verdict]) -> list[str]:
    depth = _depth(verdict)
    return [one for one, each in paying.items() if _depth(each) <= depth]


def _depth(verdict: Verdict) -> int:
    return sum(each is not None for each in verdict.policy.region.levels)


def _silent(
    paying: Mapping[str, Verdict], said: Rivals, roofs: _Roofs
) -> dict[str, dict[str, str]]:
    """The same, and of all whose texts do not say that they add up only one (or one umbrella)."""
    family = {one: (one, *roofs.over(one))[-1] for one in paying}
    rivals = {one: dict(others) for one, others in said.items()}
    silent = [one for one, each in paying.items() if each.policy.stacking.rule != ADDS]
    for one in silent:
        for other in silent:
            if family[one] != family[other]:
                rivals[one].setdefault(other, SILENT)
    return rivals


def _explain(
    choice: Choice,
    paying: Mapping[str, Verdict],
    rivals: Rivals,
    roofs: _Roofs,
    taken: frozenset[str],
) -> tuple[tuple[str, ...], tuple[tuple[str, Reason], ...]]:
    """The awards that are paid, and why each of the others is not."""
    left_out: dict[str, Reason] = {}
    for one in sorted(paying.keys() - taken):
        order = [ALTERNATIVE, HIGHEST, SILENT]
        code, other = min(
            ((code, other) for other, code in rivals[one].items() if other in taken),
            key=lambda found: (order.index(found[0]), found[1]),
        )
        left_out[one] = Reason(code, _named(paying[other]))
    kept = taken
    for one in sorted(taken & choice.under.keys(), key=lambda one: (choice.awards[one], one)):
        fewer = kept - {one}
        if any(choice.awards[one][:2]) and paid(choice, fewer)[:2] == paid(choice, kept)[:2]:
            kept = fewer
            home = choice.under[one]
            left_out[one] = Reason(CAP, _named(roofs.umbrellas[home]))
    return tuple(sorted(kept)), tuple(sorted(left_out.items()))


def _named(verdict: Verdict) -> dict[str, str]:
    policy = verdict.policy
    return {"other": policy.id, "title": policy.title_zh, "title_en": policy.title_en}

"""The best lawful set of awards, found exactly: branch and bound over whole fen.

An award is a vector of whole numbers; sets are compared by their vectors from left to right. Two
awards that exclude each other never stand together; an umbrella never pays more than its cap,
place by place of the vector. A lawful set never gets worse by a further award that fits, so every
award without a rival is simply taken, and only rivals are branched on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Vector: TypeAlias = tuple[int, ...]
Cap: TypeAlias = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Umbrella:
    """A cap over awards; ``parent`` is the umbrella that holds this one."""

    cap: Cap
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Awards to choose from: their vectors by id, who excludes whom, which umbrella holds whom.

    ``rivals`` is symmetric. Umbrellas never hold each other in a circle.
    """

    awards: Mapping[str, Vector]
    rivals: Mapping[str, frozenset[str]] = field(default_factory=dict)
    under: Mapping[str, str] = field(default_factory=dict)
    umbrellas: Mapping[str, Umbrella] = field(default_factory=dict)


def best(choice: Choice) -> tuple[Vector, frozenset[str]]:
    """The best lawful set and its vector; of equal ones always the same."""
    ids = sorted(choice.awards)
    taken: frozenset[str] = frozenset()
    for group in _groups(ids, choice):
        taken |= _Group(group, choice).best()
    return paid(choice, taken), taken


def paid(choice: Choice, taken: frozenset[str]) -> Vector:
    """What a set of awards comes to under all its umbrellas."""
    width = len(next(iter(choice.awards.values()), ()))
    sums: dict[str | None, Vector] = {}
    for one in taken:
        home = choice.under.get(one)
        sums[home] = plus(sums.get(home, (0,) * width), choice.awards[one])
    for name in _inner_first(choice):
        if name in sums:
            umbrella = choice.umbrellas[name]
            inside = _capped(sums.pop(name), umbrella.cap)
            sums[umbrella.parent] = plus(sums.get(umbrella.parent, (0,) * width), inside)
    return sums.get(None, (0,) * width)


def plus(one: Vector, other: Vector) -> Vector:
    """Place by place sum."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _capped(vector: Vector, cap: Cap) -> Vector:
    pairs = zip(vector, cap, strict=True)
    return tuple(each if most is None else min(each, most) for each, most in pairs)


def _inner_first(choice: Choice) -> list[str]:
    def depth(name: str) -> int:
        parent = choice.umbrellas[name].parent
        return 0 if parent is None else 1 + depth(parent)

    return sorted(choice.umbrellas, key=lambda name: (-depth(name), name))


def top_umbrella(choice: Choice, award: str) -> str | None:
    """The outermost umbrella over an award."""
    name = choice.under.get(award)
    while name is not None and choice.umbrellas[name].parent is not None:
        name = choice.umbrellas[name].parent
    return name


def _groups(ids: Sequence[str], choice: Choice) -> list[list[str]]:
    """Awards that have to do with each other: as rivals, or under one outermost umbrella."""
    families: dict[str, list[str]] = {}
    for one in ids:
        top = top_umbrella(choice, one)
        if top is not None:
            families.setdefault(top, []).append(one)
    seen: set[str] = set()
    found = []
    for start in ids:
        group, waiting = [], [start]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            group.append(one)
            waiting.extend(choice.rivals.get(one, ()))
            waiting.extend(families.get(top_umbrella(choice, one) or "", ()))
        if group:
            found.append(sorted(group))
    return found


class _Group:
    """Awards that hang together, as bits of one number, best first."""

    def __init__(self, ids: Sequence[str], choice: Choice) -> None:
        self.choice = choice
        self.ids = sorted(ids, key=lambda one: (*(-n for n in choice.awards[one]), one))
        bit = {one: at for at, one in enumerate(self.ids)}
        self.vectors = [choice.awards[one] for one in self.ids]
        self.rivals = [
            sum(1 << bit[each] for each in choice.rivals.get(one, ())) for one in self.ids
        ]
        self.capped = any(one in choice.under for one in ids)
        self.nothing: Vector = (0,) * len(self.vectors[0])
        self.memory: dict[int, tuple[Vector, int]] = {}
        self.found: tuple[Vector, int] = (self.nothing, 0)

    def best(self) -> frozenset[str]:
        """The ids of the best set of the group."""
        everything = (1 << len(self.ids)) - 1
        mask = self._additive(everything)[1]
        if self.capped:
            self.found = (self._paid(mask), mask)
            self._branch(everything, 0)
            mask = self._filled(self.found[1])
        return self._names(mask)

    def _filled(self, mask: int) -> int:
        """The same with every award that still fits: under a full cap it adds nothing, but fits."""
        for at, rivals in enumerate(self.rivals):
            if not rivals & mask:
                mask |= 1 << at
        return mask

    def _paid(self, mask: int) -> Vector:
        return paid(self.choice, self._names(mask))

    def _names(self, mask: int) -> frozenset[str]:
        return frozenset(self.ids[at] for at in _bits(mask))

    def _additive(self, mask: int) -> tuple[Vector, int]:
        """The best of ``mask`` where sums simply add: parts that have no rivalry stand alone."""
        if mask not in self.memory:
            free, parts = self._parts(mask)
            total, taken = self._sum(free), free
            for part in parts:
                worth, chosen = self._split(part)
                total, taken = plus(total, worth), taken | chosen
            self.memory[mask] = (total, taken)
        return self.memory[mask]

    def _split(self, part: int) -> tuple[Vector, int]:
        """With the award that has the most rivals, or without it."""
        fewer = self._undominated(part)
        if fewer != part:
            return self._additive(fewer)
        pivot = self._pivot(part)
        worth, chosen = self._additive(part & ~self.rivals[pivot] & ~(1 << pivot))
        with_it = (plus(worth, self.vectors[pivot]), chosen | 1 << pivot)
        rest = part & ~(1 << pivot)
        if self._bound(rest) <= with_it[0]:
            return with_it
        without = self._additive(rest)
        return without if without[0] > with_it[0] else with_it

    def _undominated(self, part: int) -> int:
        """Without every award that has a better rival which excludes no other than it does."""
        kept = part
        for at in _bits(part):
            closed = self.rivals[at] & kept | 1 << at
            better = self.rivals[at] & kept & ((1 << at) - 1)
            if any(not self.rivals[each] & kept & ~closed for each in _bits(better)):
                kept &= ~(1 << at)
        return kept

    def _branch(self, mask: int, taken: int) -> None:
        """The same under umbrellas, where sums do not simply add: kept as the best found so far.

        No way on is worth more than what is taken with the best of the rest uncapped, nor than
        what is taken with all of the rest, rivals or not.
        """
        free, parts = self._parts(mask)
        taken |= free
        value = self._paid(taken)
        if value > self.found[0]:
            self.found = (value, taken)
        rest = mask & ~free
        uncapped = plus(value, self._additive(rest)[0])
        if not parts or min(uncapped, self._paid(taken | rest)) <= self.found[0]:
            return
        pivot = self._pivot(rest)
        self._branch(rest & ~self.rivals[pivot] & ~(1 << pivot), taken | 1 << pivot)
        self._branch(rest & ~(1 << pivot), taken)

    def _pivot(self, mask: int) -> int:
        return max(_bits(mask), key=lambda at: ((self.rivals[at] & mask).bit_count(), -at))

    def _sum(self, mask: int) -> Vector:
        total = self.nothing
        for at in _bits(mask):
            total = plus(total, self.vectors[at])
        return total

    def _bound(self, mask: int) -> Vector:
        """No set of ``mask`` is worth more: of awards that all exclude each other, one at best."""
        total = self.nothing
        while mask:
            first = mask & -mask
            at = first.bit_length() - 1
            total = plus(total, self.vectors[at])
            mask &= ~first
            mates = mask & self.rivals[at]
            while mates:
                mate = (mates & -mates).bit_length() - 1
                mask &= ~(1 << mate)
                mates &= self.rivals[mate]
        return total

    def _parts(self, mask: int) -> tuple[int, list[int]]:
        """Awards of ``mask`` without a rival in it, and the connected parts of the others."""
        free, parts = 0, []
        while mask:
            part = border = mask & -mask
            while border:
                grown = 0
                for at in _bits(border):
                    grown |= self.rivals[at] & mask
                border = grown & ~part
                part |= grown
            mask &= ~part
            if part & (part - 1):
                parts.append(part)
            else:
                free |= part
        return free, parts


def _bits(mask: int) -> list[int]:
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found

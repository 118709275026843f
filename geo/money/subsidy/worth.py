"""What an award comes to for one project: every shape of an amount, in whole fen.

Nothing is guessed: what is not known leaves an interval from what surely comes to the most it can
be. A shape never looks at gates or at the conditions of the award; ``verdict`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import Protocol

from geo.model import Amount, Condition, Part, Rule, Tier
from geo.money.fen import exact, part_of, to_fen


@dataclass(frozen=True, slots=True)
class Worth:
    """An amount in fen: ``value`` by the rule, ``least`` that is promised, ``most`` it can be.

    ``value`` and ``most`` are None when nobody can say. ``least`` is 0 for "up to" wording.
    ``needs`` are the facts that would settle it, ``estimated`` tells that a declared sum stood in,
    ``chance`` (None: not known) comes along from another award; without one it is 1.
    """

    value: int | None
    least: int
    most: int | None
    firm: bool = False
    estimated: bool = False
    needs: tuple[str, ...] = ()
    chance: Fraction | None = Fraction(1)


EPISODES = "work.episodes"
NOTHING_KNOWN = Worth(None, 0, None)


class Project(Protocol):
    """What an amount needs to know of a project."""

    def number(self, fact: str) -> float | None:
        """The fact as a number, None while unknown."""

    def words(self, fact: str) -> frozenset[str] | None:
        """The fact as words (with what they imply), None while unknown."""

    def holds(self, condition: Condition) -> bool | None:
        """Whether the condition is met, None while open."""

    def judge(self, rule: Rule) -> bool | None:
        """Whether the condition, or one of several, is met; None while open."""

    def award(self, policy_id: str) -> Worth:
        """What another award comes to, gates and conditions included."""


def work_out(amount: Amount, project: Project) -> Worth:
    """The amount by its shape, with bonus and floor, held by its own cap and the quantity's."""
    worth = _SHAPES[amount.mode](amount, project)
    if amount.bonus_if is not None:
        worth = _with_bonus(worth, amount.bonus_if, amount.bonus_rate, project)
    if amount.floor is not None:
        worth = _with_floor(worth, to_fen(amount.floor))
    if amount.cap_fact is not None:
        worth = _held_by_quantity(worth, amount.cap_fact, amount.cap_rate, project)
    if amount.cap is None:
        return worth
    cap = cap_of(amount.cap, amount.cap_scope, project)
    if cap is None:
        return replace(worth, value=None, least=0, most=None, needs=(*worth.needs, EPISODES))
    return held(worth, cap)


def held(worth: Worth, cap: int) -> Worth:
    """The same, never above ``cap``."""
    return replace(
        worth,
        value=None if worth.value is None else min(worth.value, cap),
        least=min(worth.least, cap),
        most=cap if worth.most is None else min(worth.most, cap),
    )


def cap_of(cap: float, scope: str | None, project: Project) -> int | None:
    """A cap (CNY) in fen; one per episode counts every episode, None while nobody counted them."""
    if scope != "per_episode":
        return to_fen(cap)
    episodes = project.number(EPISODES)
    return None if episodes is None else to_fen(cap) * max(0, floor(episodes))


def _held_by_quantity(worth: Worth, fact: str, rate: float, project: Project) -> Worth:
    limit = project.number(fact)
    if limit is None:
        return replace(worth, value=None, least=0, needs=(*worth.needs, fact))
    return held(worth, part_of(_money(limit), rate))


def _with_bonus(worth: Worth, condition: Condition, rate: float, project: Project) -> Worth:
    """The same with its bonus: granted, refused, or still open."""
    more = project.holds(condition)
    if more is False:
        return worth
    raised = 1 + exact(rate)

    def up(fen: int | None) -> int | None:
        return None if fen is None else floor(fen * raised)

    if more is None:
        needs = (*worth.needs, condition.fact)
        return replace(worth, value=None, most=up(worth.most), needs=needs)
    return replace(
        worth, value=up(worth.value), least=floor(worth.least * raised), most=up(worth.most)
    )


def _with_floor(worth: Worth, least: int) -> Worth:
    """The same, but once anything is paid it is ``least`` or more."""

    def up(fen: int | None) -> int | None:
        return max(fen, least) if fen else fen

    return replace(
        worth,
        value=up(worth.value),
        least=max(worth.least, least) if worth.least else 0,
        most=up(worth.most),
    )


def _money(cny: float) -> int:
    """A sum of the project; money below 0 is none."""
    return max(0, to_fen(cny))


def _point(amount: Amount, fen: int) -> Worth:
    firm = not amount.is_upper_bound
    return Worth(fen, fen if firm else 0, fen, firm)


def _fixed(amount: Amount, _project: Project) -> Worth:
    return NOTHING_KNOWN if amount.sum is None else _point(amount, to_fen(amount.sum))


def _per_unit(amount: Amount, project: Project) -> Worth:
    fact = amount.unit_fact or ""
    units = project.number(fact)
    if units is None:
        return replace(NOTHING_KNOWN, needs=(fact,))
    whole = max(0, floor(exact(units) / exact(amount.unit_size)))
    return _point(amount, whole * to_fen(amount.per_unit))


def _rate(amount: Amount, project: Project) -> Worth:
    fact = amount.base or ""
    base = project.number(fact)
    if base is not None:
        return _point(amount, part_of(_money(base), amount.rate))
    if amount.base_else is not None:
        declared = project.number(amount.base_else)
        if declared is not None:
            fen = part_of(_money(declared), amount.rate)
            return Worth(fen, 0, fen, estimated=True, needs=(fact,))
    return replace(NOTHING_KNOWN, needs=(fact,))


def _on_top(amount: Amount, project: Project) -> Worth:
    """``rate`` of another award, or of the fact that tells what was received."""
    if amount.of is None:
        return _rate(amount, project)
    other = project.award(amount.of)
    firm = other.firm and not amount.is_upper_bound

    def share(fen: int | None) -> int | None:
        return None if fen is None else part_of(fen, amount.rate)

    return replace(
        other,
        value=share(other.value),
        least=part_of(other.least, amount.rate) if firm else 0,
        most=share(other.most),
        firm=firm,
    )


def _match(amount: Amount, project: Project) -> Worth:
    """An upper level's award once more; a rate below 1 matches only that share."""
    return _on_top(replace(amount, rate=amount.rate or 1.0), project)


def _tiered(amount: Amount, project: Project) -> Worth:
    key = amount.tier_key or ""
    reached = [(tier, _reaches(tier, key, project)) for tier in amount.tiers]
    open_ones = [tier for tier, truth in reached if truth is None]
    best = max((tier for tier, truth in reached if truth), key=_fen, default=None)
    top = max(tier.cny for tier in amount.tiers)
    sure = Worth(0, 0, 0, firm=True) if best is None else _tier_worth(amount, best)
    most: int | None = max((_fen(tier) for tier, truth in reached if truth is not False), default=0)
    # "up to" without a cap: a higher tier may exist that was not seen
    if amount.cap is None and amount.is_upper_bound and most == to_fen(top):
        most = None
    if open_ones:
        return Worth(None, sure.least, most, needs=(key,))
    return replace(sure, most=most)


def _tier_worth(amount: Amount, tier: Tier) -> Worth:
    bound = amount.is_upper_bound if tier.is_upper_bound is None else tier.is_upper_bound
    return _point(replace(amount, is_upper_bound=bound), _fen(tier))


def _fen(tier: Tier) -> int:
    return to_fen(tier.cny)


def _reaches(tier: Tier, key: str, project: Project) -> bool | None:
    if tier.equals is not None:
        words = project.words(key)
        return None if words is None else tier.equals in words
    number = project.number(key)
    if number is None:
        return None
    return number >= (tier.at_least or 0.0) if tier.above is None else number > tier.above


def _parts(amount: Amount, project: Project) -> Worth:
    total = Worth(0, 0, 0, firm=True)
    for part in amount.parts:
        total = _plus(total, _part(part, project))
    if amount.is_upper_bound:
        total = replace(total, least=0, firm=False)
    return total


def _part(part: Part, project: Project) -> Worth:
    truths = [(project.judge(rule), rule) for rule in part.conditions]
    if any(truth is False for truth, _ in truths):
        return Worth(0, 0, 0, firm=True)
    worth = work_out(part.amount, project)
    missing = [rule for truth, rule in truths if truth is None]
    if not missing:
        return worth
    facts = [fact for rule in missing for fact in facts_of(rule)]
    value = 0 if worth.most == 0 else None
    return replace(worth, value=value, least=0, firm=False, needs=(*worth.needs, *facts))


def facts_of(rule: Rule) -> tuple[str, ...]:
    """The facts a rule speaks of, each once."""
    if isinstance(rule, Condition):
        return (rule.fact,)
    return tuple(dict.fromkeys(each.fact for each in rule.options))


def _plus(one: Worth, other: Worth) -> Worth:
    return Worth(
        None if one.value is None or other.value is None else one.value + other.value,
        one.least + other.least,
        None if one.most is None or other.most is None else one.most + other.most,
        one.firm and other.firm,
        one.estimated or other.estimated,
        (*one.needs, *other.needs),
    )


def _ceiling(_amount: Amount, _project: Project) -> Worth:
    return NOTHING_KNOWN


def _in_kind(_amount: Amount, _project: Project) -> Worth:
    return Worth(0, 0, 0, firm=True)


_SHAPES: Mapping[str, Callable[[Amount, Project], Worth]] = {
    "fixed": _fixed,
    "per_unit": _per_unit,
    "rate_of_base": _rate,
    "uplift": _on_top,
    "match": _match,
    "tiered": _tiered,
    "sum_of_parts": _parts,
    "ceiling": _ceiling,
    "in_kind": _in_kind,
}

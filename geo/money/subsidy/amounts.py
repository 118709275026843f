"""Amounts: reading their shapes, and working them out for a project."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from geo.model import Amount, Condition, FactType, Part, Tier
from geo.money.records import Record

MODES = [
    "fixed",
    "per_unit",
    "rate_of_base",
    "tiered",
    "sum_of_parts",
    "uplift",
    "in_kind",
    "ceiling",
]
_KEYS = [
    "mode",
    "is_upper_bound",
    "cap_cny",
    "cap_scope",
    "cap_fact",
    "cny",
    "unit",
    "unit_fact",
    "unit_size",
    "per_unit_cny",
    "base",
    "base_else",
    "base_heads",
    "rate",
    "tier_key",
    "tiers",
    "parts",
    "bonus",
    "note",
    "formula",
    "years",
    "area_cap_m2",
]


def read_amount(
    record: Record,
    facts: Mapping[str, FactType],
    scopes: Collection[str],
    bonus_if: Condition | None,
) -> Amount:
    """One amount. FactsError for an unknown fact, a rate above 1 or a cap below what it caps."""
    record.only(_KEYS)
    mode, cap = record.choice("mode", MODES), record.maybe_number("cap_cny")
    amount = Amount(
        mode=mode,
        is_upper_bound=record.flag("is_upper_bound"),
        cap=cap,
        cap_scope=record.choice("cap_scope", scopes),
        cap_fact=_fact(record, "cap_fact", facts),
        sum=record.maybe_number("cny"),
        unit_fact=_fact(record, "unit_fact", facts, needed=mode == "per_unit"),
        unit_size=record.maybe_number("unit_size", low=1) or 1.0,
        per_unit=record.number("per_unit_cny") if mode == "per_unit" else 0.0,
        base=_fact(record, "base", facts, needed=mode in ("rate_of_base", "uplift")),
        base_else=_fact(record, "base_else", facts),
        rate=record.number("rate", 0, 1) if mode in ("rate_of_base", "uplift") else 0.0,
        tier_key=_fact(record, "tier_key", facts, needed=mode == "tiered"),
        tiers=tuple(_tier(each) for each in record.children("tiers", "equals")),
        parts=tuple(_part(each) for each in record.children("parts", "name")),
        bonus_if=bonus_if,
        bonus_rate=record.child("bonus").number("rate", 0, 1) if bonus_if else 0.0,
    )
    if (mode == "tiered" and not amount.tiers) or (mode == "sum_of_parts" and not amount.parts):
        raise record.broken("tiers" if mode == "tiered" else "parts")
    if mode == "ceiling" and cap is None:
        raise record.broken("cap_cny")
    most = max((amount.sum or 0.0, *(tier.cny for tier in amount.tiers)))
    if cap is not None and cap < max(most, amount.per_unit):
        raise record.broken("cap_cny")
    return amount


def _fact(
    record: Record, field: str, facts: Mapping[str, FactType], *, needed: bool = False
) -> str | None:
    if field not in record.raw and not needed:
        return None
    return record.choice(field, facts)


def _part(record: Record) -> Part:
    amount = Amount("ceiling", is_upper_bound=True, cap=record.maybe_number("cap_cny"))
    return Part(record.text("name"), amount)


def _tier(record: Record) -> Tier:
    record.only(("equals", "above", "at_least", "cny", "is_upper_bound", "note"))
    if sum(key in record.raw for key in ("equals", "above", "at_least")) != 1:
        raise record.broken("equals")
    bound = record.flag("is_upper_bound") if "is_upper_bound" in record.raw else None
    return Tier(
        cny=record.number("cny"),
        is_upper_bound=bound,
        equals=record.maybe_text("equals"),
        above=record.maybe_number("above"),
        at_least=record.maybe_number("at_least"),
    )


class Worked(NamedTuple):
    """An amount for one project: what the formula gives, the most it can be, and how sure.

    ``value`` and ``most`` are None when nobody can say; ``sure`` is False for "up to" wording.
    """

    value: float | None
    most: float | None
    sure: bool
    estimated: bool = False


class Reader:
    """What an amount needs to know of a project: numbers, tags and the bonus condition."""

    def number(self, fact: str) -> float | None:
        """The fact as a number, None while unknown."""
        raise NotImplementedError

    def words(self, fact: str) -> frozenset[str] | None:
        """The fact as words (with what they imply), None while unknown."""
        raise NotImplementedError

    def holds(self, condition: Condition) -> bool | None:
        """Whether the condition is met, None while open."""
        raise NotImplementedError


def work_out(amount: Amount, project: Reader) -> Worked:
    """The amount in CNY for ``project``; a cap is never passed."""
    cap = amount.cap
    if amount.cap_fact is not None:
        limit = project.number(amount.cap_fact)
        cap = limit if cap is None else cap if limit is None else min(cap, limit)
    raw = _SHAPES[amount.mode](amount, project)
    value, most = raw.value, raw.most
    if amount.bonus_if is not None:
        value, most = _with_bonus(amount, project.holds(amount.bonus_if), value, most)
    if cap is not None:
        value = None if value is None else min(value, cap)
        most = cap if most is None else min(most, cap)
    return Worked(value, most, raw.sure, raw.estimated)


def _with_bonus(
    amount: Amount, more: bool | None, value: float | None, most: float | None
) -> tuple[float | None, float | None]:
    """Value and ceiling with the bonus: granted, refused, or still open."""
    if more is False:
        return value, most
    raised = 1 + amount.bonus_rate
    most = None if most is None else most * raised
    return (value * raised if more and value is not None else None), most


def _fixed(amount: Amount, _project: Reader) -> Worked:
    return Worked(amount.sum, amount.sum, not amount.is_upper_bound)


def _per_unit(amount: Amount, project: Reader) -> Worked:
    units = project.number(amount.unit_fact or "")
    value = None if units is None else units // amount.unit_size * amount.per_unit
    return Worked(value, value, not amount.is_upper_bound)


def _rate(amount: Amount, project: Reader) -> Worked:
    base = project.number(amount.base or "")
    estimated = base is None and amount.base_else is not None
    if estimated and amount.base_else is not None:
        base = project.number(amount.base_else)
    value = None if base is None else base * amount.rate
    return Worked(value, value, not amount.is_upper_bound, estimated and value is not None)


def _tiered(amount: Amount, project: Reader) -> Worked:
    key = amount.tier_key or ""
    if all(tier.equals is not None for tier in amount.tiers):
        words = project.words(key)
        reached = [tier for tier in amount.tiers if words is not None and tier.equals in words]
        known = words is not None
    else:
        number = project.number(key)
        reached = [tier for tier in amount.tiers if number is not None and _reached(tier, number)]
        known = number is not None
    top = max(tier.cny for tier in amount.tiers)
    if not known:
        # without a cap a higher tier may exist that was not seen
        return Worked(None, None if amount.cap is None else top, False)
    if not reached:
        return Worked(0.0, 0.0, True)
    best = max(reached, key=lambda tier: tier.cny)
    bound = amount.is_upper_bound if best.is_upper_bound is None else best.is_upper_bound
    unseen = amount.cap is None and best.cny == top
    return Worked(best.cny, None if unseen else best.cny, not bound)


def _reached(tier: Tier, number: float) -> bool:
    if tier.above is not None:
        return number > tier.above
    return tier.at_least is not None and number >= tier.at_least


def _parts(amount: Amount, _project: Reader) -> Worked:
    if any(part.amount.cap is None for part in amount.parts):
        return Worked(None, None, False)
    return Worked(None, sum(part.amount.cap or 0.0 for part in amount.parts), False)


def _nothing(_amount: Amount, _project: Reader) -> Worked:
    return Worked(None, None, False)


def _in_kind(_amount: Amount, _project: Reader) -> Worked:
    return Worked(0.0, 0.0, True)


_SHAPES = {
    "fixed": _fixed,
    "per_unit": _per_unit,
    "rate_of_base": _rate,
    "uplift": _rate,
    "tiered": _tiered,
    "sum_of_parts": _parts,
    "ceiling": _nothing,
    "in_kind": _in_kind,
}

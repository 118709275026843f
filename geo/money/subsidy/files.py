"""Reading and checking ``assets/policies``: a policy that breaks its schema is refused by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from geo.model import (
    AnyOf,
    Budget,
    ClaimRules,
    Condition,
    FactType,
    FactValue,
    Policy,
    PolicyBook,
    PolicyWords,
    Region,
    Rule,
    Stacking,
)
from geo.money.records import Record, read_asset
from geo.money.subsidy.amounts import MODES, read_amount
from geo.money.subsidy.places import bare

VOCABULARY = "_vocabulary.yaml"
KINDS = [
    "bool",
    "number",
    "money",
    "share",
    "date",
    "place",
    "places",
    "text",
    "tags",
    "choice",
    "level",
]
_NUMERIC = ("number", "money", "share")
_COMPARED = ("==", ">", ">=", "<", "<=")
# which comparisons make sense for which type of fact
OPERATORS: Mapping[str, tuple[str, ...]] = {
    "bool": ("==",),
    "number": (*_COMPARED, "between"),
    "money": (*_COMPARED, "between"),
    "share": (*_COMPARED, "between"),
    "date": (*_COMPARED,),
    "place": ("==", "in"),
    "places": ("in",),
    "text": ("==", "in"),
    "tags": ("in",),
    "choice": ("==", "in"),
    "level": _COMPARED,
}
_KEYS = [
    "id",
    "title_zh",
    "title_en",
    "region",
    "issuer",
    "issued",
    "valid_from",
    "valid_to",
    "status",
    "micro_drama_specific",
    "type",
    "payee",
    "applies_to",
    "conditions",
    "gate",
    "observed_selection",
    "amount",
    "computable",
    "budget",
    "stack",
    "alternative_to",
    "inside",
    "listed_only",
    "stacking",
    "claim",
    "clawback",
    "observed_payment",
    "confidence",
    "notes",
    "sources",
]


class _Words:
    """The closed vocabularies of the policy files."""

    def __init__(self, record: Record) -> None:
        self.statuses = record.texts("statuses")
        self.types = record.texts("types")
        self.gates = record.texts("gates")
        self.scopes = record.texts("cap_scopes")
        self.stacks = tuple(record.child("stacks").raw)
        self.confidences = tuple(record.child("confidences").raw)
        self.computable = tuple(record.child("computable").raw)
        payees = record.child("payees")
        self.payees = {name: payees.child(name).flag("reaches_crew") for name in payees.raw}
        facts = record.child("facts")
        self.facts = {name: _fact_type(facts.child(name)) for name in facts.raw}
        implied = record.child("implies")
        self.implies = {name: implied.texts(name) for name in implied.raw}


def load_policies(folder: Path) -> PolicyBook:
    """Every policy file of the folder. Raises FactsError with file, item and field."""
    words = _Words(read_asset(folder / VOCABULARY))
    policies: list[Policy] = []
    seen: dict[str, Record] = {}
    for path in sorted(folder.glob("[!_]*.yaml")):
        for record in read_asset(path).children("policies"):
            policy = _policy(record, words)
            if policy.id in seen:
                raise record.broken("id")
            seen[policy.id] = record
            policies.append(policy)
    for policy in policies:
        for field, others in (
            ("alternative_to", policy.stacking.alternatives),
            ("inside", _one(policy)),
        ):
            if any(other not in seen or other == policy.id for other in others):
                raise seen[policy.id].broken(field)
    cities = {
        bare(policy.region.city): bare(policy.region.province)
        for policy in policies
        if policy.region.city and policy.region.province
    }
    told = PolicyWords(
        words.facts,
        words.implies,
        words.statuses,
        words.types,
        words.gates,
        words.scopes,
        words.stacks,
        words.confidences,
        words.payees,
        tuple(MODES),
    )
    return PolicyBook(tuple(policies), told, cities)


def _one(policy: Policy) -> tuple[str, ...]:
    return (policy.stacking.umbrella,) if policy.stacking.umbrella else ()


def _fact_type(record: Record) -> FactType:
    record.only(("type", "scope", "levels"))
    scope = record.maybe_text("scope")
    if scope not in (None, "registered", "shoot"):
        raise record.broken("scope")
    kind, levels = record.choice("type", KINDS), record.texts("levels")
    if (kind in ("level", "choice")) != bool(levels):
        raise record.broken("levels")
    return FactType(kind, scope, levels)


def _policy(record: Record, words: _Words) -> Policy:
    record.only(_KEYS)
    who, claim = record.child("applies_to"), record.maybe_child("claim")
    payee = record.choice("payee", words.payees)
    valid_from, valid_to = _day(record, "valid_from"), _day(record, "valid_to")
    if valid_from and valid_to and valid_to < valid_from:
        raise record.broken("valid_to")
    gate = record.maybe_text("gate")
    if gate is not None and gate not in words.gates:
        raise record.broken("gate")
    observed = record.maybe_child("observed_selection")
    return Policy(
        id=record.text("id"),
        title_zh=record.text("title_zh"),
        title_en=record.text("title_en"),
        region=_region(record.child("region")),
        issuer=record.text("issuer"),
        issued=record.maybe_text("issued"),
        valid_from=valid_from,
        valid_to=valid_to,
        status=record.choice("status", words.statuses),
        micro_drama_specific=record.flag("micro_drama_specific"),
        type=record.choice("type", words.types),
        payee=payee,
        reaches_crew=words.payees[payee],
        who=who.text("who"),
        who_zh=who.text("who_zh"),
        local_registration=who.choice(
            "local_registration", ("required", "not_required", "unknown")
        ),
        conditions=tuple(_rules(record, words.facts)),
        gate=gate,
        selection_rate=observed.number("rate", 0, 1) if observed else None,
        amount=_amount(record, words),
        computable=record.choice("computable", words.computable),
        stacking=_stacking(record, words),
        listed_only=record.flag("listed_only", default=False),
        claim=ClaimRules(
            claim.maybe_text("docs") if claim else None,
            claim.maybe_text("timing") if claim else None,
        ),
        clawback=record.maybe_text("clawback"),
        confidence=record.choice("confidence", words.confidences),
        notes=record.maybe_text("notes"),
        sources=record.sources(),
        budget=_budget(record),
    )


def _stacking(record: Record, words: _Words) -> Stacking:
    return Stacking(
        rule=record.choice("stack", words.stacks) if "stack" in record.raw else "silent",
        alternatives=record.texts("alternative_to"),
        umbrella=record.maybe_text("inside"),
        note=record.maybe_text("stacking"),
    )


def _budget(record: Record) -> Budget:
    raw = record.maybe_child("budget")
    if raw is None:
        return Budget()
    works = raw.maybe_number("quota_works")
    return Budget(
        pool=raw.maybe_number("pool_cny_per_year") or raw.maybe_number("pool_cny_per_year_min"),
        works=None if works is None else int(works),
        note=raw.maybe_text("rationing") or raw.maybe_text("pool_period"),
    )


def _region(record: Record) -> Region:
    record.only(("province", "city", "district"))
    region = Region(*(record.maybe_text(each) for each in ("province", "city", "district")))
    if (region.district and not region.city) or (region.city and not region.province):
        raise record.broken("province")
    return region


def _amount(record: Record, words: _Words) -> Any:  # noqa: ANN401
    raw = record.maybe_child("amount")
    if raw is None:
        return None
    bonus = raw.maybe_child("bonus")
    condition = _condition(bonus, words.facts, ("rate",)) if bonus else None
    return read_amount(raw, words.facts, words.scopes, condition)


def _rules(record: Record, facts: Mapping[str, FactType]) -> Iterable[Rule]:
    for each in record.children("conditions", "fact"):
        if "any" in each.raw:
            each.only(("any",))
            options = tuple(_condition(one, facts) for one in each.children("any", "fact"))
            if not options:
                raise each.broken("any")
            yield AnyOf(options)
        else:
            yield _condition(each, facts)


def _condition(
    record: Record, facts: Mapping[str, FactType], also: tuple[str, ...] = ()
) -> Condition:
    record.only(("fact", "op", "value", "note", *also))
    fact = record.choice("fact", facts)
    kind = facts[fact]
    op = record.choice("op", OPERATORS[kind.kind])
    return Condition(fact, op, _value(record, kind, op), record.maybe_text("note"))


def _value(record: Record, kind: FactType, op: str) -> FactValue | tuple[float, float]:
    """The right-hand side in the type of its fact."""
    if op == "in":
        many = record.texts("value")
        if not many or (kind.levels and not set(many) <= set(kind.levels)):
            raise record.broken("value")
        return many
    if op == "between":
        ends = record.raw.get("value")
        if not isinstance(ends, list) or len(ends) != 2 or not ends[0] < ends[1]:
            raise record.broken("value")
        return (float(ends[0]), float(ends[1]))
    if kind.kind == "bool":
        return record.flag("value")
    if kind.kind in _NUMERIC:
        return record.number("value", 0, 1 if kind.kind == "share" else float("inf"))
    if kind.kind == "date":
        day = _day(record, "value")
        if day is None:
            raise record.broken("value")
        return day
    return record.choice("value", kind.levels) if kind.levels else record.text("value")


def _day(record: Record, field: str) -> date | None:
    """A date as year, year-month or full; the first day of what is named."""
    value = record.maybe_text(field)
    if value is None:
        return None
    parts = value.split("-")
    try:
        return date(*(int(each) for each in (*parts, *("1",) * (3 - len(parts)))))
    except (TypeError, ValueError) as error:
        raise record.broken(field) from error

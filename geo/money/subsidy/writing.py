"""Policies as a YAML text that people can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import yaml

from geo.model import (
    Amount,
    AnyOf,
    Budget,
    ClaimRules,
    Condition,
    FactValue,
    Part,
    Policy,
    Rule,
    SeenPayment,
    Source,
    Stacking,
    Tier,
    WorkedExample,
)
from geo.money.subsidy.files import SCHEMA
from geo.money.subsidy.terms import SHAPES

Plain: TypeAlias = dict[str, Any]
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_WIDTH = 110


def policies_text(
    policies: Iterable[Policy], *, made_by: str = "", made_on: date | None = None
) -> str:
    """The policies as one YAML text, with who made it and when."""
    head: Plain = {"schema": SCHEMA}
    if made_on is not None:
        head["made_on"] = made_on.isoformat()
    if made_by:
        head["made_by"] = made_by
    items = [_dump([policy_record(policy)]) for policy in policies]
    lines = [_dump({key: value}, flow=False) for key, value in head.items()]
    return "".join(lines) + ("policies:\n" + "\n".join(items) if items else "policies: []\n")


def _dump(plain: object, *, flow: bool | None = None) -> str:
    # None: leaves stand in one line, everything above them in lines of its own
    text = yaml.dump(
        plain,
        Dumper=_DUMPER,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        default_flow_style=flow,
    )
    return str(text)


def policy_record(policy: Policy) -> Plain:
    """One policy in plain values, in the order of the schema; what is not known is left out."""
    return _filled(
        {
            **_named(policy),
            "conditions": _rules(policy.conditions),
            "gate": policy.gate,
            "observed_selection": _selection(policy),
            "amount": _amount(policy.amount) if policy.amount else None,
            "computable": policy.computable,
            "listed_only": policy.listed_only or None,
            "budget": _budget(policy.budget),
            "stacking": _stacking(policy.stacking),
            "claim": _claim(policy.claim),
            "clawback": policy.clawback,
            "clawback_zh": policy.clawback_zh,
            "observed_payments": [_payment(each) for each in policy.payments],
            "confidence": policy.confidence,
            "notes": policy.notes,
            "notes_zh": policy.notes_zh,
            "examples": [_example(each) for each in policy.examples],
            "sources": [_source(each) for each in policy.sources],
            "told_by": policy.told_by,
            "told_on": policy.told_on,
        }
    )


def _named(policy: Policy) -> Plain:
    """What it is called, where and when it holds, whom it is for."""
    region = dict(zip(("province", "city", "district"), policy.region.levels, strict=True))
    who = {
        "who": policy.who,
        "who_zh": policy.who_zh,
        "local_registration": policy.local_registration,
    }
    return {
        "id": policy.id,
        "title_zh": policy.title_zh,
        "title_en": policy.title_en,
        # the nation has no level
        "region": _filled(region) or {"province": None},
        "issuer": policy.issuer,
        "issued": policy.issued,
        "issued_zh": policy.issued_zh,
        "valid_from": _day(policy.valid_from),
        "valid_to": _day(policy.valid_to),
        "status": policy.status,
        "micro_drama_specific": policy.micro_drama_specific,
        "type": policy.type,
        "payee": policy.payee,
        "applies_to": _filled(who),
    }


def _selection(policy: Policy) -> Plain:
    applied, chosen = policy.selection or (None, None)
    rate = _number(policy.selection_rate)
    return _filled({"applied": applied, "chosen": chosen, "rate": rate})


def _budget(budget: Budget) -> Plain:
    return _filled(
        {
            "pool_cny_per_year": _number(budget.pool),
            "pool_cny": _number(budget.total),
            "at_least": budget.at_least or None,
            "works": budget.works,
            "period": budget.period,
            "period_zh": budget.period_zh,
            "share": budget.share,
            "note": budget.note,
            "note_zh": budget.note_zh,
        }
    )


def _stacking(stacking: Stacking) -> Plain:
    return _filled(
        {
            "rule": stacking.rule if stacking.rule != "silent" else None,
            "alternative_to": list(stacking.alternatives),
            "within": list(stacking.within),
            "inside": stacking.umbrella,
            "upgrade": stacking.upgrade or None,
            "note": stacking.note,
            "note_zh": stacking.note_zh,
        }
    )


def _claim(claim: ClaimRules) -> Plain:
    return _filled(
        {
            "docs": claim.docs,
            "docs_zh": claim.docs_zh,
            "timing": claim.timing,
            "timing_zh": claim.timing_zh,
            "after": claim.after,
            "lag_months": [_number(each) for each in claim.lag_months or ()],
            "lag_note": claim.lag_note,
            "lag_note_zh": claim.lag_note_zh,
        }
    )


def _payment(payment: SeenPayment) -> Plain:
    plain = {"payee": payment.payee, "cny": _number(payment.cny), "paid": _day(payment.paid)}
    return _filled({**plain, "note": payment.note, "note_zh": payment.note_zh})


def _example(example: WorkedExample) -> Plain:
    """An example; an unknown ceiling is said, not left out."""
    return {
        "name": example.name,
        "facts": {key: _value(value) for key, value in example.facts.values.items()},
        "certain": _number(example.certain),
        "ceiling": _number(example.ceiling),
        **({"note": example.note} if example.note else {}),
    }


def _source(source: Source) -> Plain:
    return _filled(
        {
            "title": source.title,
            "title_en": source.title_en,
            "publisher": source.publisher,
            "publisher_en": source.publisher_en,
            "date": source.date,
            "url": source.url,
            "link_safe": source.link_safe,
        }
    )


def _filled(plain: Mapping[str, Any]) -> Plain:
    """Without what is not said."""
    return {key: value for key, value in plain.items() if value not in (None, "", [], {}, ())}


def _number(value: float | None) -> float | int | None:
    """A whole number without its point."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == int(value) else value


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _value(value: FactValue | tuple[float, float]) -> Any:  # noqa: ANN401 (what YAML takes)
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool | str) else _number(value)


def _rules(rules: Sequence[Rule]) -> list[Plain]:
    return [
        {"any": [condition_record(each) for each in rule.options]}
        if isinstance(rule, AnyOf)
        else condition_record(rule)
        for rule in rules
    ]


def condition_record(condition: Condition) -> Plain:
    """One condition in plain values."""
    plain = {"fact": condition.fact, "op": condition.op, "value": _value(condition.value)}
    return plain | _filled({"note": condition.note, "note_zh": condition.note_zh})


def _amount(amount: Amount) -> Plain:
    """The fields that the shape reads, and the common ones."""
    bonus = amount.bonus_if
    more = {**condition_record(bonus), "rate": _number(amount.bonus_rate)} if bonus else None
    shape = _shape(amount)
    return _filled(
        {
            "mode": amount.mode,
            **{key: shape[key] for key in SHAPES.get(amount.mode, ())},
            "bonus": more,
            "cap_cny": _number(amount.cap),
            "cap_scope": amount.cap_scope,
            "cap_fact": amount.cap_fact,
            "cap_rate": _number(amount.cap_rate) if amount.cap_rate != 1 else None,
            "floor_cny": _number(amount.floor),
            "is_upper_bound": amount.is_upper_bound,
            "note": amount.note,
            "note_zh": amount.note_zh,
        }
    )


def _shape(amount: Amount) -> Plain:
    """Every field that some shape reads."""
    return {
        "cny": _number(amount.sum),
        "unit": amount.unit,
        "unit_fact": amount.unit_fact,
        "unit_size": _number(amount.unit_size) if amount.unit_size != 1 else None,
        "per_unit_cny": _number(amount.per_unit),
        "base": amount.base,
        "base_else": amount.base_else,
        "base_heads": list(amount.base_heads),
        "rate": _number(amount.rate),
        "of": amount.of,
        "tier_key": amount.tier_key,
        "tiers": [_tier(tier) for tier in amount.tiers],
        "parts": [_part(part) for part in amount.parts],
        "in_kind": amount.in_kind,
        "in_kind_zh": amount.in_kind_zh,
    }


def _tier(tier: Tier) -> Plain:
    return _filled(
        {
            "equals": tier.equals,
            "above": _number(tier.above),
            "at_least": _number(tier.at_least),
            "cny": _number(tier.cny),
            "is_upper_bound": tier.is_upper_bound,
            "note": tier.note,
            "note_zh": tier.note_zh,
        }
    )


def _part(part: Part) -> Plain:
    plain = {"name": part.name, "name_zh": part.name_zh, "amount": _amount(part.amount)}
    return _filled({**plain, "conditions": _rules(part.conditions)})

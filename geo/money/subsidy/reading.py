"""One policy of a policy file, read and checked field by field."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from geo.model import (
    Amount,
    Budget,
    ClaimRules,
    FactType,
    FactValue,
    Policy,
    PolicyWords,
    ProjectFacts,
    Region,
    SeenPayment,
    Source,
    Stacking,
    WorkedExample,
)
from geo.money.subsidy.items import Item
from geo.money.subsidy.terms import MOST_WORDS, read_amount, read_rules, read_value

MOST_EXAMPLES = 60
MOST_SOURCES = 60
MOST_PAYMENTS = 60
MOST_MONTHS = 240
KEYS = (
    "id", "title_zh", "title_en", "region", "issuer", "issued", "issued_zh", "valid_from",
    "valid_to", "status", "micro_drama_specific", "type", "payee", "applies_to", "conditions",
    "gate", "observed_selection", "amount", "computable", "listed_only", "budget", "stacking",
    "claim", "clawback", "clawback_zh", "observed_payments", "confidence", "notes", "notes_zh",
    "examples", "sources", "told_by", "told_on",
)  # fmt: skip
"""Every field of a policy, in the order in which it is written."""
TOLD_OF_POLICY = ("amount", "probability", "received", "used_this_year", "claims")
"""What a project may say of a policy itself, as the fact policy.<id>.<this>."""
_ID = re.compile(r"[\w-]{1,64}")
_LINK = re.compile(r"https?://[^\s\"'<>]+")
_SEVERAL = ("tags", "places")
_BUDGET = (
    "pool_cny_per_year", "pool_cny", "at_least", "works", "period", "period_zh", "share", "note",
    "note_zh",
)  # fmt: skip
_CLAIM = (
    "docs", "docs_zh", "timing", "timing_zh", "after", "lag_months", "lag_note", "lag_note_zh",
)  # fmt: skip
_SOURCE = ("title", "title_en", "publisher", "publisher_en", "site", "date", "url", "link_safe")


def read_policy(item: Item, words: PolicyWords, *, own: bool = False) -> Policy:
    """One policy. Raises FactsError with file, item, line, field and what is wrong."""
    item.only(KEYS)
    amount, seen = _amount(item, words), item.maybe_child("observed_selection")
    policy = Policy(
        **_named(item, words),
        conditions=read_rules(item, words),
        gate=item.maybe_choice("gate", words.gates),
        selection_rate=seen.rate("rate") if seen else None,
        amount=amount,
        computable=_computable(item, words, amount),
        stacking=_stacking(item, words),
        listed_only=item.flag("listed_only", default=False),
        claim=_claim(item, words),
        clawback=item.maybe_text("clawback"),
        confidence=item.choice("confidence", words.confidences),
        notes=item.maybe_text("notes"),
        sources=_sources(item),
        budget=_budget(item, words),
        examples=_examples(item, words),
        own=own,
        told_by=item.maybe_text("told_by") or "",
        told_on=_told_on(item),
        selection=_selection(seen) if seen else None,
        payments=_payments(item),
        issued_zh=item.maybe_text("issued_zh"),
        clawback_zh=item.maybe_text("clawback_zh"),
        notes_zh=item.maybe_text("notes_zh"),
    )
    if policy.sources:
        return policy
    if not own:
        raise item.broken("sources", "missing")
    # what somebody told us here has that person as its source
    teller = Source(policy.title_zh, policy.told_by or policy.issuer, policy.told_on or None)
    return replace(policy, sources=(replace(teller, confidence=policy.confidence),))


def _named(item: Item, words: PolicyWords) -> dict[str, Any]:
    """What it is called, where and when it holds, whom it is for."""
    start, end = item.day("valid_from"), item.day("valid_to")
    if start and end and end < start:
        raise item.broken("valid_to", "dates", start=start.isoformat(), end=end.isoformat())
    payee = item.choice("payee", words.payees)
    return {
        "id": _id(item),
        "title_zh": item.text("title_zh"),
        "title_en": item.maybe_text("title_en") or "",
        "region": _region(item),
        "issuer": item.text("issuer"),
        "issued": item.maybe_text("issued"),
        "valid_from": start,
        "valid_to": end,
        "status": item.choice("status", words.statuses),
        "micro_drama_specific": item.flag("micro_drama_specific", default=False),
        "type": item.choice("type", words.types),
        "payee": payee,
        "reaches_crew": words.payees[payee],
        **_whom(item, words),
    }


def _whom(item: Item, words: PolicyWords) -> dict[str, str]:
    who = item.maybe_child("applies_to")
    if who is None:
        return {"who": "", "who_zh": "", "local_registration": "unknown"}
    who.only(("who", "who_zh", "local_registration"))
    return {
        "who": who.maybe_text("who") or "",
        "who_zh": who.maybe_text("who_zh") or "",
        "local_registration": who.maybe_choice("local_registration", words.registrations)
        or "unknown",
    }


def _id(item: Item) -> str:
    value = item.text("id")
    if not _ID.fullmatch(value):
        raise item.broken("id", "id", value=value[:64])
    return value


def _region(item: Item) -> Region:
    child = item.child("region")
    child.only(("province", "city", "district"))
    region = Region(*(child.maybe_text(each) for each in ("province", "city", "district")))
    if (region.district and not region.city) or (region.city and not region.province):
        raise child.broken("province", "region")
    return region


def _amount(item: Item, words: PolicyWords) -> Amount | None:
    child = item.maybe_child("amount")
    return read_amount(child, words) if child else None


def _computable(item: Item, words: PolicyWords, amount: Amount | None) -> str:
    told = item.maybe_choice("computable", words.computables)
    if told is None:
        return "none" if amount is None else "ceiling" if amount.mode == "ceiling" else "formula"
    if told != "none" and amount is None:
        raise item.broken("computable", "no_amount")
    return told


def _stacking(item: Item, words: PolicyWords) -> Stacking:
    child = item.maybe_child("stacking")
    if child is None:
        return Stacking()
    child.only(("rule", "alternative_to", "within", "inside", "upgrade", "note", "note_zh"))
    return Stacking(
        rule=child.maybe_choice("rule", words.stacks) or "silent",
        alternatives=child.words("alternative_to", MOST_WORDS),
        within=child.words("within", MOST_WORDS),
        umbrella=child.maybe_text("inside"),
        upgrade=child.flag("upgrade", default=False),
        note=child.maybe_text("note"),
        note_zh=child.maybe_text("note_zh"),
    )


def _budget(item: Item, words: PolicyWords) -> Budget:
    child = item.maybe_child("budget")
    if child is None:
        return Budget()
    child.only(_BUDGET)
    works = child.maybe_number("works", 1)
    if works is not None and works != int(works):
        raise child.broken("works", "number")
    return Budget(
        pool=child.money("pool_cny_per_year"),
        works=None if works is None else int(works),
        share=child.maybe_choice("share", words.shares),
        note=child.maybe_text("note"),
        total=child.money("pool_cny"),
        at_least=child.flag("at_least", default=False),
        period=child.maybe_text("period"),
        note_zh=child.maybe_text("note_zh"),
        period_zh=child.maybe_text("period_zh"),
    )


def _claim(item: Item, words: PolicyWords) -> ClaimRules:
    child = item.maybe_child("claim")
    if child is None:
        return ClaimRules()
    child.only(_CLAIM)
    after = child.maybe_text("after")
    if after is not None and (after not in words.facts or words.facts[after].kind != "date"):
        raise child.broken("after", "fact_type", fact=after[:60])
    return ClaimRules(
        docs=child.maybe_text("docs"),
        timing=child.maybe_text("timing"),
        after=after,
        lag_months=child.ends("lag_months", MOST_MONTHS) if "lag_months" in child.raw else None,
        lag_note=child.maybe_text("lag_note"),
        docs_zh=child.maybe_text("docs_zh"),
        timing_zh=child.maybe_text("timing_zh"),
        lag_note_zh=child.maybe_text("lag_note_zh"),
    )


def _selection(item: Item) -> tuple[int, int] | None:
    """Works that applied and works chosen, where both were told."""
    item.only(("applied", "chosen", "rate"))
    applied, chosen = item.maybe_number("applied", 1), item.maybe_number("chosen")
    if applied is None or chosen is None:
        return None
    if chosen > applied:
        raise item.broken("chosen", "range", value=chosen, low=0.0, high=applied)
    return (int(applied), int(chosen))


def _payments(item: Item) -> tuple[SeenPayment, ...]:
    found = []
    for each in item.many("observed_payments", MOST_PAYMENTS):
        each.only(("payee", "cny", "paid", "note", "note_zh"))
        cny, paid = each.money("cny"), each.day("paid")
        if cny is None or paid is None:
            raise each.broken("cny" if cny is None else "paid", "missing")
        notes = each.maybe_text("note"), each.maybe_text("note_zh")
        found.append(SeenPayment(each.text("payee"), cny, paid, *notes))
    return tuple(found)


def _sources(item: Item) -> tuple[Source, ...]:
    confidence = item.maybe_text("confidence")
    found = []
    for each in item.many("sources", MOST_SOURCES):
        each.only(_SOURCE)
        url = each.maybe_text("url")
        if url is not None and not _LINK.fullmatch(url):
            raise each.broken("url", "link")
        found.append(
            Source(
                title=each.text("title"),
                publisher=each.text("publisher"),
                date=each.maybe_text("date"),
                url=url,
                link_safe=each.flag("link_safe", default=False),
                confidence=confidence,
                title_en=each.maybe_text("title_en"),
                publisher_en=each.maybe_text("publisher_en"),
            )
        )
    return tuple(found)


def _examples(item: Item, words: PolicyWords) -> tuple[WorkedExample, ...]:
    found = []
    for each in item.many("examples", MOST_EXAMPLES):
        each.only(("name", "facts", "certain", "ceiling", "note"))
        told = each.child("facts")
        certain = each.money("certain")
        if certain is None:
            raise each.broken("certain", "missing")
        ceiling = each.money("ceiling")
        if ceiling is not None and ceiling < certain:
            raise each.broken("ceiling", "cap", cap=ceiling, most=certain)
        values = {key: _example_value(told, key, words) for key in told.raw}
        note = each.maybe_text("note") or ""
        found.append(WorkedExample(each.text("name"), ProjectFacts(values), certain, ceiling, note))
    return tuple(found)


def _example_value(item: Item, key: str, words: PolicyWords) -> FactValue:
    """A fact of an example in its type; ``policy.<id>.amount`` and its like are numbers."""
    of_policy = key.startswith("policy.") and key.rpartition(".")[2] in TOLD_OF_POLICY
    kind = FactType("number") if of_policy else words.facts.get(key)
    if kind is None:
        raise item.broken(key, "unknown_fact", fact=key[:60])
    if kind.kind in _SEVERAL and isinstance(item.raw[key], list):
        return item.words(key, MOST_WORDS)
    return read_value(item, key, kind)


def _told_on(item: Item) -> str:
    told: date | None = item.day("told_on")
    return told.isoformat() if told else ""

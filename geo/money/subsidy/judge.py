"""What a project may get back at a place: certain, expected and ceiling kept apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from geo.model import (
    Basis,
    PayDate,
    Policy,
    PolicyBook,
    PolicyResult,
    ProjectFacts,
    Range,
    Reason,
    Region,
    Subsidy,
    unknown,
)
from geo.money.fen import to_cny
from geo.money.subsidy.payment import together
from geo.money.subsidy.places import bare, reaching
from geo.money.subsidy.stacking import HIGHEST, Reading, readings
from geo.money.subsidy.verdict import Bench, Verdict

CNY = "CNY"


def judge(
    book: PolicyBook,
    place: tuple[str, str, str | None],
    facts: ProjectFacts,
    today: date,
    *,
    parents: Mapping[str, tuple[str, ...]] | None = None,
) -> Subsidy:
    """Judge every policy that reaches ``place`` (province, city, district or None), in CNY.

    With no district, items of single districts are listed and never added. ``parents`` is a
    gazetteer: name -> names of the regions that hold it.
    """
    here = Region(*place)
    bench = Bench(book, here, facts, today, parents)
    verdicts = [bench.verdict(policy) for policy in reaching(book, here)]
    summed, highest = readings(verdicts)
    results = tuple(_marked(each, summed, highest) for each in verdicts)
    counted = [each for each in verdicts if each.counts]
    if not counted:
        reason = Reason("subsidy_none_found", {"place": bare(here.name)})
        return Subsidy(unknown(CNY), 0.0, None, results, (reason,))
    # nothing can be said only while no sum is known and some award hangs
    hoped = highest.expected or all(each.expected is not None for each in counted)
    return Subsidy(
        amount=_range(summed, highest, counted),
        counted=to_cny(highest.expected),
        ceiling=summed.combination.ceiling,
        policies=results,
        reasons=_reasons(summed, highest, counted),
        certain=to_cny(highest.certain),
        expected=to_cny(highest.expected) if hoped else None,
        summed=summed.combination,
        highest=highest.combination,
        paid=_paid(counted, summed),
    )


def judge_policy(
    book: PolicyBook,
    policy: Policy,
    facts: ProjectFacts,
    today: date,
    place: tuple[str | None, str | None, str | None] | None = None,
    *,
    parents: Mapping[str, tuple[str, ...]] | None = None,
) -> PolicyResult:
    """Judge one policy (in the book or not) by itself, at ``place`` or where it holds."""
    here = policy.region if place is None else Region(*place)
    return Bench(book, here, facts, today, parents).verdict(policy).result


def _marked(verdict: Verdict, summed: Reading, highest: Reading) -> PolicyResult:
    """The result, chosen when both readings take it, open when only one of them does."""
    taken = [verdict.policy.id in reading.combination.chosen for reading in (summed, highest)]
    chosen = None if any(taken) and not all(taken) else all(taken)
    return replace(verdict.result, chosen=chosen)


def _range(summed: Reading, highest: Reading, counted: Sequence[Verdict]) -> Range:
    certain, expected, ceiling = highest.certain, highest.expected, summed.ceiling
    if not expected and ceiling is None:
        return unknown(CNY)
    mid = to_cny(expected) if expected or not ceiling else None
    sources = dict.fromkeys(
        source for each in counted if _pays(each) for source in each.policy.sources
    )
    return Range(
        to_cny(certain),
        mid,
        None if ceiling is None else to_cny(ceiling),
        CNY,
        Basis.ESTIMATED if expected > certain else Basis.PUBLISHED,
        tuple(sources),
        "method.subsidy_counted" if expected else "method.subsidy_ceiling",
    )


def _pays(verdict: Verdict) -> bool:
    return bool(verdict.expected or verdict.ceiling)


def _paid(counted: Sequence[Verdict], summed: Reading) -> PayDate | None:
    """When the money of the chosen awards comes; None where none of them pays."""
    chosen = set(summed.combination.chosen)
    dates = [
        each.result.paid
        for each in counted
        if each.policy.id in chosen and _pays(each) and each.result.paid is not None
    ]
    return together(dates) if dates else None


def _reasons(summed: Reading, highest: Reading, counted: Sequence[Verdict]) -> tuple[Reason, ...]:
    live = [each for each in counted if not each.failed]
    paying = [each for each in counted if _pays(each)]
    nameless = sum(each.ceiling is None for each in live)
    missing = sorted({name for each in live for name in each.result.open})
    hanging = sum(each.expected is None for each in live)
    reasons = []
    if nameless:
        of_all = {"n": nameless, "total": len(counted)}
        reasons.append(Reason("subsidy_amount_unknown", of_all))
    if summed.known:
        most = {"amount": to_cny(summed.known), "n": len(paying)}
        reasons.append(Reason("subsidy_up_to", most))
    if highest.expected:
        rest = to_cny(highest.expected - highest.certain)
        values = {"certain": to_cny(highest.certain), "expected": rest}
        reasons.append(Reason("subsidy_counts", values))
    else:
        reasons.append(Reason("subsidy_adds_nothing"))
    if hanging:
        reasons.append(Reason("subsidy_no_chance", {"n": hanging}))
    if missing:
        facts = ",".join(missing)
        reasons.append(Reason("subsidy_conditions_open", {"n": len(missing), "facts": facts}))
    reasons.extend(_stacking(summed, highest))
    if paying:
        reasons.append(Reason("paid_after_delivery"))
    return tuple(reasons)


def _stacking(summed: Reading, highest: Reading) -> tuple[Reason, ...]:
    codes = {reason.code for _, reason in summed.combination.left_out}
    if HIGHEST in codes:
        return (Reason("stacking_highest_only", {"highest": to_cny(summed.known)}),)
    if (summed.known, summed.expected) != (highest.known, highest.expected):
        values = {"sum": to_cny(summed.known), "highest": to_cny(highest.known)}
        return (Reason("stacking_silent", values),)
    return ()

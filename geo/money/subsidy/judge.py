"""What a project may get back at a place: certain, expected and ceiling kept apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from geo.model import (
    Basis,
    PolicyBook,
    PolicyResult,
    ProjectFacts,
    Range,
    Reason,
    Region,
    Scalar,
    Subsidy,
    unknown,
)
from geo.money.subsidy.places import applies, bare, reaching
from geo.money.subsidy.rules import ProjectReader
from geo.money.subsidy.verdict import Verdict, judge_policy

CNY = "CNY"


def judge(
    policies: PolicyBook,
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
    verdicts = []
    for policy in reaching(policies, here):
        project = ProjectReader(facts, policies, policy.region, here, parents or {})
        reach = applies(policy.region, here)
        verdicts.append(judge_policy(policy, project, facts, today, reach))
    results = tuple(each.result for each in verdicts)
    counted = [each for each in verdicts if each.counts]
    if not counted:
        reason = Reason("subsidy_none_found", {"place": bare(here.name)})
        return Subsidy(unknown(CNY), 0.0, None, results, (reason,))
    total = _total(counted)
    return Subsidy(
        _range(total, counted),
        total.certain + total.expected,
        total.ceiling,
        results,
        _reasons(total, counted),
    )


class _Total(NamedTuple):
    """Sums over the policies that count; ``ceiling`` is None while one of them is unknown."""

    certain: float
    expected: float
    ceiling: float | None
    known_ceiling: float
    highest: float
    highest_only: bool


def _total(counted: Sequence[Verdict]) -> _Total:
    groups = _groups(counted)
    paid = [_paid(group) for group in groups]
    tops = [_top(group) for group in groups]
    known = [each for each in tops if each is not None]
    highest_only = any(each.policy.stacking.rule == "highest_only" for each in counted)
    total = max if highest_only else sum
    if highest_only:
        paid = [max(paid, key=sum)]
    known_ceiling = float(total(known)) if known else 0.0
    return _Total(
        certain=sum(certain for certain, _ in paid),
        expected=sum(expected for _, expected in paid),
        ceiling=None if None in tops else known_ceiling,
        known_ceiling=known_ceiling,
        highest=max(known, default=0.0),
        highest_only=highest_only,
    )


def _paid(group: Sequence[Verdict]) -> tuple[float, float]:
    """Certain and expected money of a group: the best alternative, or the parts up to a cap."""
    each = [(one.result.certain, one.result.expected or 0.0) for one in group]
    umbrella = _umbrella(group)
    if umbrella is None:
        return max(each, key=sum)
    cap = umbrella.result.ceiling
    certain, expected = sum(one for one, _ in each), sum(one for _, one in each)
    if cap is None:
        return certain, expected
    return min(certain, cap), max(0.0, min(expected, cap - certain))


def _umbrella(group: Sequence[Verdict]) -> Verdict | None:
    """The policy whose cap holds the others of the group."""
    ids = {each.policy.stacking.umbrella for each in group}
    return next((each for each in group if each.policy.id in ids), None)


def _groups(counted: Sequence[Verdict]) -> list[list[Verdict]]:
    """Alternatives, and parts under one cap, stand together; every other policy alone."""
    ids = {each.policy.id for each in counted}
    groups: list[list[Verdict]] = []
    for verdict in counted:
        mates = _mates(verdict) & ids
        linked = [group for group in groups if any(mates & (_mates(each) & ids) for each in group)]
        rest = [group for group in groups if group not in linked]
        groups = [*rest, [*(each for group in linked for each in group), verdict]]
    return groups


def _mates(verdict: Verdict) -> set[str]:
    policy = verdict.policy
    return {
        policy.id,
        *policy.stacking.alternatives,
        *((policy.stacking.umbrella,) if policy.stacking.umbrella else ()),
    }


def _top(group: Sequence[Verdict]) -> float | None:
    """The most a group can pay: its umbrella's cap, else its best alternative, else unknown."""
    umbrella = _umbrella(group)
    if umbrella is not None and umbrella.result.ceiling is not None:
        return umbrella.result.ceiling
    tops = [each.result.ceiling for each in group]
    return None if None in tops else max(each for each in tops if each is not None)


def _range(total: _Total, counted: Sequence[Verdict]) -> Range:
    sum_known = total.certain + total.expected
    if not sum_known and total.ceiling is None:
        return unknown(CNY)
    mid = sum_known if sum_known or not total.ceiling else None
    paying = [each.result for each in counted if _pays(each.result)]
    sources = tuple(dict.fromkeys(source for each in paying for source in each.sources))
    basis = Basis.ESTIMATED if total.expected else Basis.PUBLISHED
    method = "method.subsidy_counted" if sum_known else "method.subsidy_ceiling"
    return Range(total.certain, mid, total.ceiling, CNY, basis, sources, method)


def _pays(result: PolicyResult) -> bool:
    return bool(result.certain or result.expected or result.ceiling)


def _reasons(total: _Total, counted: Sequence[Verdict]) -> tuple[Reason, ...]:
    results = [each.result for each in counted]
    nameless = [each for each in results if each.ceiling is None and not each.failed]
    paying = [each for each in results if _pays(each)]
    missing = {name for each in results if not each.failed for name in each.open}
    reasons = []
    if nameless:
        reasons.append(
            Reason("subsidy_amount_unknown", {"n": len(nameless), "total": len(results)})
        )
    if total.known_ceiling:
        reasons.append(Reason("subsidy_up_to", {"amount": total.known_ceiling, "n": len(paying)}))
    if total.certain or total.expected:
        values = {"certain": total.certain, "expected": total.expected}
        reasons.append(Reason("subsidy_counts", values))
    else:
        reasons.append(Reason("subsidy_adds_nothing"))
    if missing:
        values_open: dict[str, Scalar] = {"n": len(missing), "facts": ",".join(sorted(missing))}
        reasons.append(Reason("subsidy_conditions_open", values_open))
    if total.highest_only and len(paying) > 1:
        reasons.append(Reason("stacking_highest_only", {"highest": total.highest}))
    elif len(paying) > 1 and any(each.policy.stacking.rule == "silent" for each in counted):
        values = {"sum": total.known_ceiling, "highest": total.highest}
        reasons.append(Reason("stacking_silent", values))
    if paying:
        reasons.append(Reason("paid_after_delivery"))
    return tuple(reasons)

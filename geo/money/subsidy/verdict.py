"""One policy judged against a project: certain, expected and ceiling money, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from geo.model import Condition, Policy, PolicyResult, ProjectFacts, Reason, Rule
from geo.money.project import number
from geo.money.subsidy.amounts import Worked, work_out
from geo.money.subsidy.rules import ProjectReader, names

_COMPANY_FACTS = (
    "producer.registered_in",
    "producer.registered_local",
    "producer.first_producer_local",
)
_LOCAL = Condition("producer.registered_local", "==", True)


class Verdict(NamedTuple):
    """A result and how it enters the sum: ``counts`` only when it can reach this crew here."""

    policy: Policy
    result: PolicyResult
    counts: bool
    estimated: bool = False


def judge_policy(
    policy: Policy,
    project: ProjectReader,
    facts: ProjectFacts,
    today: date,
    here: bool | None,
) -> Verdict:
    """Judge one policy; ``here`` is None when it holds only in a part of the place."""
    told = number(facts, f"policy.{policy.id}.amount")
    barred = _barred(policy, today, here)
    met, failed, missing = _sorted_rules(policy, project)
    worked = _amount(policy, project, told)
    counts = not barred
    certain, expected = 0.0, None
    chance = _chance(policy, facts, worked, missing=bool(missing)) or 0.0
    if counts and not failed and worked.value is not None:
        if _is_certain(policy, worked, told, missing=bool(missing)):
            certain = worked.value
        elif chance:
            expected = chance * worked.value
    ceiling = 0.0 if failed else worked.most
    reasons = (
        *barred,
        *_amount_reasons(policy, worked, told, failed=bool(failed)),
        *((Reason("policy_expected", {"chance": chance}),) if expected is not None else ()),
    )
    result = PolicyResult(
        policy_id=policy.id,
        title=policy.title_zh,
        type=policy.type,
        region=policy.region.name,
        status=policy.status,
        certain=certain,
        expected=0.0 if failed else expected,
        ceiling=ceiling,
        met=met,
        failed=failed,
        open=missing,
        reasons=reasons,
        sources=policy.sources,
    )
    return Verdict(policy, result, counts, estimated=bool(expected))


def _barred(policy: Policy, today: date, here: bool | None) -> tuple[Reason, ...]:
    """Why the money cannot reach this crew at this place; empty when it can."""
    reasons = []
    if policy.status == "draft":
        reasons.append(Reason("policy_draft"))
    if policy.status == "expired" or (policy.valid_to is not None and policy.valid_to < today):
        reasons.append(Reason("policy_expired"))
    if policy.valid_from is not None and policy.valid_from > today:
        reasons.append(Reason("policy_not_yet", {"day": policy.valid_from.isoformat()}))
    if not policy.reaches_crew:
        reasons.append(Reason(f"paid_to.{policy.payee}"))
    if here is None:
        reasons.append(Reason("only_in_district", {"district": policy.region.name}))
    return tuple(reasons)


def _sorted_rules(
    policy: Policy, project: ProjectReader
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Conditions met, failed and open, by fact name."""
    rules: tuple[Rule, ...] = policy.conditions
    said = {name for rule in rules for name in names(rule).split("|")}
    if policy.local_registration == "required" and not said & set(_COMPANY_FACTS):
        rules = (*rules, _LOCAL)
    judged = [(names(rule), project.judge(rule)) for rule in rules]

    def those(truth: bool | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name, each in judged if each is truth))

    return those(True), those(False), those(None)


def _amount(policy: Policy, project: ProjectReader, told: float | None) -> Worked:
    if told is not None and told >= 0:
        return Worked(told, told, sure=True)
    if policy.amount is None or policy.listed_only:
        return Worked(None, None, sure=False)
    return work_out(policy.amount, project)


def _chance(policy: Policy, facts: ProjectFacts, worked: Worked, *, missing: bool) -> float | None:
    """The user's probability; else the published selection rate of a firm sum, nothing open."""
    own = number(facts, f"policy.{policy.id}.probability")
    if own is not None and 0 <= own <= 1:
        return own
    return policy.selection_rate if worked.sure and not missing else None


def _is_certain(policy: Policy, worked: Worked, told: float | None, *, missing: bool) -> bool:
    in_force = policy.status == "in_force" or told is not None
    return policy.gate is None and in_force and worked.sure and not missing


def _amount_reasons(
    policy: Policy, worked: Worked, told: float | None, *, failed: bool
) -> tuple[Reason, ...]:
    reasons = []
    if policy.status == "unknown":
        reasons.append(Reason("policy_status_unknown"))
    if failed:
        reasons.append(Reason("policy_conditions_failed"))
    elif told is not None:
        reasons.append(Reason("policy_amount_told", {"amount": told}))
    elif policy.listed_only:
        reasons.append(Reason("policy_listed_only"))
    elif policy.amount is not None and policy.amount.mode == "in_kind":
        reasons.append(Reason("policy_in_kind"))
    elif worked.most is None:
        reasons.append(Reason("policy_amount_unknown"))
    else:
        reasons.append(Reason("policy_up_to", {"amount": worked.most}))
    if worked.estimated:
        reasons.append(Reason("policy_base_declared"))
    if policy.gate:
        reasons.append(Reason(f"gated.{policy.gate}"))
    return tuple(reasons)

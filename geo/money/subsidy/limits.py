"""What limits an award beside its own rule: the company's year, the pool, the number of works."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from geo.model import Amount, Policy, ProjectFacts, Reason
from geo.money.fen import exact, to_cny, to_fen
from geo.money.project import number
from geo.money.subsidy.worth import Project, Worth, cap_of, held

COMPANY_YEAR = "per_company_per_year"
COMPANY_ONCE = "per_company_once"
POOL_YEAR = "pool_per_year"


@dataclass(frozen=True, slots=True)
class Limited:
    """The worth after its limits, why, and the chance that a quota of works leaves."""

    worth: Worth
    reasons: tuple[Reason, ...] = ()
    chance: Fraction | None = None


def limited(policy: Policy, amount: Amount, worth: Worth, facts: ProjectFacts) -> Limited:
    """Take off what the company has used, what the pool cannot pay and what was received."""
    found = Limited(worth)
    for step in (_company, _pool, _works, _received):
        after = step(policy, amount, found.worth, facts)
        found = Limited(
            after.worth,
            (*found.reasons, *after.reasons),
            found.chance if after.chance is None else after.chance,
        )
    return found


def room(policy: Policy, project: Project, facts: ProjectFacts) -> tuple[int | None, int | None]:
    """What surely and at most fits under the cap of a policy that holds others, in fen.

    None: no cap. Until the company has said what it used this year, nothing surely fits.
    """
    amount = policy.amount
    if amount is None or amount.cap is None:
        return None, None
    cap = cap_of(amount.cap, amount.cap_scope, project)
    if cap is None:
        return 0, None
    if amount.cap_scope != COMPANY_YEAR:
        return cap, cap
    used = told(facts, policy, "used_this_year")
    left = cap if used is None else max(0, cap - to_fen(used))
    return (0 if used is None else left), left


def told(facts: ProjectFacts, policy: Policy, what: str) -> float | None:
    """A number that the user told of this policy, None while unset or below 0."""
    value = number(facts, f"policy.{policy.id}.{what}")
    return value if value is not None and value >= 0 else None


def _unsure(worth: Worth, code: str, **values: float) -> Limited:
    """Nothing of it is certain until somebody tells more; a sum that is none stays none."""
    if worth.most == 0:
        return Limited(worth)
    return Limited(replace(worth, least=0, firm=False), (Reason(code, values),))


def _company(policy: Policy, amount: Amount, worth: Worth, facts: ProjectFacts) -> Limited:
    if amount.cap_scope != COMPANY_YEAR or amount.cap is None:
        return Limited(worth)
    used = told(facts, policy, "used_this_year")
    if used is None:
        return _unsure(worth, "policy_company_year", cap=amount.cap)
    left = max(0, to_fen(amount.cap) - to_fen(used))
    values = {"used": used, "left": to_cny(left)}
    return Limited(held(worth, left), (Reason("policy_company_left", values),))


def _pool(policy: Policy, amount: Amount, worth: Worth, facts: ProjectFacts) -> Limited:
    pool = _pool_of(policy, amount)
    if pool is None:
        return Limited(worth)
    if not policy.budget.at_least and worth.most is not None:
        worth = held(worth, to_fen(pool))
    claims = told(facts, policy, "claims")
    if claims is None or claims < 1:
        share = policy.budget.share
        return _unsure(worth, f"policy_pool_shared.{share}" if share else "policy_pool", pool=pool)
    return _shared(policy, amount, worth, to_fen(pool), floor(claims))


def _pool_of(policy: Policy, amount: Amount) -> float | None:
    """The money of all applicants together: of a year, else of the whole scheme."""
    budget = policy.budget
    seen = budget.total if budget.pool is None else budget.pool
    return amount.cap if seen is None and amount.cap_scope == POOL_YEAR else seen


def _shared(policy: Policy, amount: Amount, worth: Worth, pool: int, claims: int) -> Limited:
    """Our part of the pool among ``claims`` claimants: the others may each claim up to the cap."""
    cap = None if amount.cap is None else to_fen(amount.cap)
    values = {"pool": to_cny(pool), "claims": claims}
    if cap is not None and cap * claims <= pool:
        return Limited(worth, (Reason("policy_pool_enough", values),))
    if policy.budget.share != "pro_rata":
        return _unsure(worth, "policy_pool_short", **values)
    least = 0
    if cap is not None and worth.least:
        everybody = worth.least + (claims - 1) * cap
        least = min(worth.least, worth.least * pool // everybody)
    value = None if worth.value is None else min(worth.value, pool // claims)
    shared = replace(worth, value=value, least=least, firm=False, estimated=True)
    return Limited(shared, (Reason("policy_pool_cut", values),))


def _works(policy: Policy, _amount: Amount, worth: Worth, facts: ProjectFacts) -> Limited:
    works, claims = policy.budget.works, told(facts, policy, "claims")
    if works is None:
        return Limited(worth)
    if claims is None or claims < 1:
        return _unsure(worth, "policy_quota", works=works)
    if claims <= works:
        return Limited(worth)
    chance = Fraction(works) / exact(claims)
    found = _unsure(worth, "policy_quota_short", works=works, claims=claims)
    return replace(found, worth=replace(found.worth, firm=worth.firm), chance=chance)


def _received(policy: Policy, _amount: Amount, worth: Worth, facts: ProjectFacts) -> Limited:
    return less_received(policy, worth, facts)


def less_received(policy: Policy, worth: Worth, facts: ProjectFacts) -> Limited:
    """A later, higher award pays the difference; one paid once to a company is not paid again."""
    received = told(facts, policy, "received")
    once = policy.amount is not None and policy.amount.cap_scope == COMPANY_ONCE
    if not policy.stacking.upgrade and not once:
        return Limited(worth)
    gone = to_fen(received or 0.0)
    if not gone:
        return Limited(worth)
    if not policy.stacking.upgrade:
        return Limited(Worth(0, 0, 0, firm=True), (Reason("policy_once"),))

    def less(fen: int) -> int:
        return max(0, fen - gone)

    rest = replace(
        worth,
        value=None if worth.value is None else less(worth.value),
        least=less(worth.least),
        most=None if worth.most is None else less(worth.most),
    )
    return Limited(rest, (Reason("policy_difference", {"received": to_cny(gone)}),))

"""One policy judged against a project: certain, expected and ceiling money, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import floor

from geo.model import (
    Condition,
    Policy,
    PolicyBook,
    PolicyResult,
    ProjectFacts,
    Reason,
    Region,
    Rule,
)
from geo.money.fen import exact, to_cny, to_fen
from geo.money.subsidy.limits import Limited, less_received, limited, room, told
from geo.money.subsidy.payment import pay_date
from geo.money.subsidy.places import applies
from geo.money.subsidy.review import open_levels, tier_reasons
from geo.money.subsidy.rules import ProjectReader, condition_results, names
from geo.money.subsidy.worth import NOTHING_KNOWN, Worth, held, work_out

_COMPANY_FACTS = (
    "producer.registered_in",
    "producer.registered_local",
    "producer.first_producer_local",
)
_LOCAL = Condition("producer.registered_local", "==", True)
_NO_MONEY = Worth(0, 0, 0, firm=True)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A result, its money in whole fen, and how it enters the sum.

    ``expected`` holds the certain money and the rest times its chance. ``sure`` is paid for certain
    to whoever it is paid to. ``dead``: draft, expired or not yet in force. ``room``: what surely
    and at most fits under the policy's own cap.
    """

    policy: Policy
    result: PolicyResult
    worth: Worth
    sure: int
    certain: int
    expected: int | None
    chance: Fraction | None
    dead: bool
    room: tuple[int | None, int | None]

    @property
    def ceiling(self) -> int | None:
        """The most it can be, None when nobody knows."""
        return self.worth.most

    @property
    def counts(self) -> bool:
        """Whether it can reach this crew here and now."""
        return self.result.counts

    @property
    def failed(self) -> bool:
        """Whether a condition is not met."""
        return bool(self.result.failed)


class Bench:
    """Judges the policies of one book for one project at one place; each is judged once."""

    def __init__(
        self,
        book: PolicyBook,
        place: Region,
        facts: ProjectFacts,
        today: date,
        parents: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._book = book
        self._place = place
        self._facts = facts
        self._today = today
        self._parents = parents or {}
        self._levels = open_levels(book.national, facts, today)
        self._done: dict[str, Verdict] = {}
        self._open: set[str] = set()

    def award(self, policy_id: str) -> Worth:
        """What another award comes to; nothing is known of one that hangs on itself."""
        policy = self._book.get(policy_id)
        if policy is None or policy_id in self._open:
            return NOTHING_KNOWN
        other = self.verdict(policy)
        if other.dead or other.failed:
            return _NO_MONEY
        return replace(other.worth, least=other.sure, chance=other.chance)

    def verdict(self, policy: Policy) -> Verdict:
        """Judge one policy."""
        if policy.id not in self._done:
            self._open.add(policy.id)
            self._done[policy.id] = self._judge(policy)
            self._open.remove(policy.id)
        return self._done[policy.id]

    def _judge(self, policy: Policy) -> Verdict:
        project = self._project(policy)
        rules = _rules(policy)
        truths = [(names(rule), project.judge(rule)) for rule in rules]
        failed, missing = _those(truths, False), _those(truths, None)
        dead = _dead(policy, self._today)
        barred = (*dead, *self._elsewhere(policy))
        amount = told(self._facts, policy, "amount")
        found = _limited(policy, project, self._facts, amount)
        if failed:
            found = Limited(_NO_MONEY)
        sure = found.worth.least if not missing and _is_sure(policy, amount) else 0
        chance = self._chance(policy, found, missing=bool(missing))
        certain = 0 if barred else sure
        expected = 0 if barred else _expected(found.worth, certain, chance)
        reasons = (
            *barred,
            *_amount_reasons(policy, found, amount, failed=bool(failed)),
            *tier_reasons(self._book.national, self._facts, self._today, missing),
            *_chance_reasons(policy, certain, expected, chance),
        )
        bare = _bare_result(policy, certain, expected, found.worth.most)
        result = replace(
            bare,
            met=_those(truths, True),
            failed=failed,
            open=missing,
            reasons=reasons,
            chance=None if chance is None or (chance == 1 and not policy.gate) else float(chance),
            counts=not barred,
            conditions=condition_results(rules, project),
            paid=pay_date(policy, self._facts, self._book.national.lags),
        )
        space = room(policy, project, self._facts)
        return Verdict(
            policy, result, found.worth, sure, certain, expected, chance, bool(dead), space
        )

    def _project(self, policy: Policy) -> ProjectReader:
        return ProjectReader(
            self._facts,
            self._book,
            policy.region,
            self._place,
            self._parents,
            self._levels,
            self.award,
        )

    def _elsewhere(self, policy: Policy) -> tuple[Reason, ...]:
        reasons = []
        if not policy.reaches_crew:
            reasons.append(Reason(f"paid_to.{policy.payee}"))
        if applies(policy.region, self._place) is None:
            reasons.append(Reason("only_in_district", {"district": policy.region.name}))
        return tuple(reasons)

    def _chance(self, policy: Policy, found: Limited, *, missing: bool) -> Fraction | None:
        """The user's chance; else that of the quota or the published one, of a firm sum.

        None: a gate whose rate nobody published, a condition that is open, or "up to" wording.
        """
        own = told(self._facts, policy, "probability")
        if own is not None and own <= 1:
            return exact(own)
        known = told(self._facts, policy, "amount") is not None
        if policy.status != "in_force" and not known:
            return None
        if missing or not found.worth.firm or found.worth.chance is None:
            return None
        if found.chance is not None:
            return found.chance * found.worth.chance
        if policy.gate is None:
            return found.worth.chance
        if policy.selection_rate is None:
            return None
        return exact(policy.selection_rate) * found.worth.chance


def _bare_result(
    policy: Policy, certain: int, expected: int | None, ceiling: int | None
) -> PolicyResult:
    """What the policy says of itself, and its money."""
    in_kind, in_kind_zh = _in_kind(policy)
    return PolicyResult(
        policy_id=policy.id,
        title=policy.title_zh,
        type=policy.type,
        region=policy.region.name,
        status=policy.status,
        certain=to_cny(certain),
        expected=None if expected is None else to_cny(expected),
        ceiling=None if ceiling is None else to_cny(ceiling),
        sources=policy.sources,
        title_en=policy.title_en,
        issuer=policy.issuer,
        payee=policy.payee,
        gate=policy.gate,
        in_kind=in_kind,
        in_kind_zh=in_kind_zh,
        own=policy.own,
    )


def _expected(worth: Worth, certain: int, chance: Fraction | None) -> int | None:
    """Certain money and the rest times its chance; None when no chance or sum is known."""
    if worth.most == certain:
        return certain
    if worth.value is None or chance is None:
        return None
    return certain + floor(max(0, worth.value - certain) * chance)


def _dead(policy: Policy, today: date) -> tuple[Reason, ...]:
    """Why the policy is not in force on the day."""
    reasons = []
    if policy.status == "draft":
        reasons.append(Reason("policy_draft"))
    if policy.status == "expired" or (policy.valid_to is not None and policy.valid_to < today):
        reasons.append(Reason("policy_expired"))
    if policy.valid_from is not None and policy.valid_from > today:
        reasons.append(Reason("policy_not_yet", {"day": policy.valid_from.isoformat()}))
    return tuple(reasons)


def _rules(policy: Policy) -> tuple[Rule, ...]:
    """The conditions, with the registration that the policy asks for without a clause."""
    said = {name for rule in policy.conditions for name in names(rule).split("|")}
    if policy.local_registration == "required" and not said & set(_COMPANY_FACTS):
        return (*policy.conditions, _LOCAL)
    return policy.conditions


def _those(judged: list[tuple[str, bool | None]], truth: bool | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, each in judged if each is truth))


def _limited(
    policy: Policy, project: ProjectReader, facts: ProjectFacts, amount: float | None
) -> Limited:
    """What the award comes to; a sum that the user told never passes the published cap.

    It is the whole sum of the award: what was received of it before comes off that too.
    """
    shape = policy.amount
    if amount is not None:
        fen = to_fen(amount)
        worth = Worth(fen, fen, fen, firm=True)
        cap = None if policy.listed_only else room(policy, project, facts)[1]
        reasons: tuple[Reason, ...] = ()
        if cap is not None and cap < fen:
            worth, reasons = held(worth, cap), (Reason("policy_told_capped", {"cap": to_cny(cap)}),)
        rest = less_received(policy, worth, facts)
        return Limited(rest.worth, (*reasons, *rest.reasons))
    if shape is None or policy.listed_only:
        return Limited(NOTHING_KNOWN)
    return limited(policy, shape, work_out(shape, project), facts)


def _is_sure(policy: Policy, told_amount: float | None) -> bool:
    return policy.gate is None and (policy.status == "in_force" or told_amount is not None)


def _in_kind(policy: Policy) -> tuple[str | None, str | None]:
    """What is given in place of money, in English and in Chinese."""
    amount = policy.amount
    if amount is None or amount.mode != "in_kind":
        return None, None
    if amount.in_kind or amount.in_kind_zh:
        return amount.in_kind, amount.in_kind_zh
    return amount.note, amount.note_zh


def _amount_reasons(
    policy: Policy, found: Limited, told_amount: float | None, *, failed: bool
) -> tuple[Reason, ...]:
    worth = found.worth
    reasons = []
    if policy.status == "unknown":
        reasons.append(Reason("policy_status_unknown"))
    if failed:
        reasons.append(Reason("policy_conditions_failed"))
    elif told_amount is not None:
        reasons.append(Reason("policy_amount_told", {"amount": told_amount}))
    elif policy.listed_only:
        reasons.append(Reason("policy_listed_only"))
    elif policy.amount is not None and policy.amount.mode == "in_kind":
        reasons.append(Reason("policy_in_kind"))
    elif worth.most is None:
        reasons.append(Reason("policy_amount_unknown"))
    else:
        reasons.append(Reason("policy_up_to", {"amount": to_cny(worth.most)}))
    reasons.extend(found.reasons)
    if worth.estimated:
        reasons.append(Reason("policy_base_declared"))
    if worth.needs:
        facts = ",".join(dict.fromkeys(worth.needs))
        reasons.append(Reason("policy_amount_needs", {"facts": facts}))
    if policy.gate:
        reasons.append(Reason(f"gated.{policy.gate}"))
    return tuple(reasons)


def _chance_reasons(
    policy: Policy, certain: int, hoped: int | None, chance: Fraction | None
) -> tuple[Reason, ...]:
    if hoped is None and chance is None and policy.gate is not None:
        return (Reason("policy_no_chance"),)
    if hoped in (None, certain) or chance is None:
        return ()
    return (Reason("policy_expected", {"chance": float(chance)}),)

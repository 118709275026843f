"""The claim file: papers, who gets them, by when; and what spending is evidenced so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from geo.model import (
    AnyOf,
    ClaimFile,
    ClaimStep,
    Evidence,
    Policy,
    PolicyResult,
    ProjectFacts,
    Reason,
    Voucher,
)
from geo.money.answers.papers import Paper, Papers
from geo.money.project import positive
from geo.money.subsidy.places import bare

LOCAL_SPEND = "spend.local_eligible"
# amounts that are a share of what was spent
_BASES = ("spend.", "work.investment", "project.investment")
_SOON = timedelta(days=30)


def evidenced_spend(
    vouchers: Iterable[Voucher], city: str, heads: Iterable[str] = (), papers: Papers | None = None
) -> float:
    """Spending in ``city`` (CNY) with an invoice title and a proof of payment.

    ``heads``: only lines of these heads of spending count (none: all).
    """
    wanted = set(heads)
    total = 0.0
    for one in vouchers:
        head = papers.heads.get(one.line) if papers is not None else None
        if _local(one, city) and _proved(one) and (not wanted or head in wanted):
            total += one.amount
    return round(total, 2)


def _local(voucher: Voucher, city: str) -> bool:
    return bare(voucher.city) == bare(city)


def _proved(voucher: Voucher) -> bool:
    return bool(voucher.invoice_title.strip() and voucher.proof.strip())


def with_evidence(
    facts: ProjectFacts, evidence: Evidence, city: str
) -> tuple[ProjectFacts, tuple[Reason, ...]]:
    """The facts with local spending as the bills prove it, where the user has not said it."""
    proved = evidenced_spend(evidence.vouchers, city)
    if facts.get(LOCAL_SPEND) is not None or not proved:
        return facts, ()
    told = Reason("spend_from_vouchers", {"amount": proved, "city": city})
    return ProjectFacts({**facts.values, LOCAL_SPEND: proved}), (told,)


def claim_file(
    policy: Policy,
    result: PolicyResult,
    city: str,
    facts: ProjectFacts,
    evidence: Evidence,
    papers: Papers,
    today: date,
) -> ClaimFile:
    """What the award ``policy`` needs: what its text asks for, then what is usual practice."""
    amount = policy.amount
    heads = amount.base_heads if amount is not None else ()
    spent = round(sum(one.amount for one in evidence.vouchers), 2)
    proved = evidenced_spend(evidence.vouchers, city, heads, papers)
    steps = tuple(
        replace(step, done=(policy.id, step.key) in evidence.done)
        for step in _steps(policy, facts, papers)
    )
    return ClaimFile(
        policy.id,
        result.title,
        city,
        policy.issuer,
        steps,
        proved,
        spent,
        result.ceiling,
        tuple(_reminders(policy, city, facts, evidence, steps, today)),
        policy.sources,
    )


def _steps(policy: Policy, facts: ProjectFacts, papers: Papers) -> Iterator[ClaimStep]:
    if policy.claim.docs:
        text = {"zh": policy.claim.docs, "en": policy.claim.docs}
        yield ClaimStep("text", text, "producer", None, reasons=(Reason("claim_from_text"),))
    wanted = [*papers.always]
    if policy.amount is not None and (policy.amount.base or "").startswith(_BASES):
        wanted.extend(papers.spending)
    for fact in _facts(policy):
        wanted.extend(papers.facts.get(fact, ()))
    for paper in dict.fromkeys(each.key for each in wanted):
        yield _step(next(each for each in wanted if each.key == paper), facts)


def _facts(policy: Policy) -> list[str]:
    """Facts that the award hangs on, each once."""
    found = [
        one.fact
        for rule in policy.conditions
        for one in (rule.options if isinstance(rule, AnyOf) else (rule,))
    ]
    if policy.local_registration == "required":
        found.append("producer.registered_local")
    amount = policy.amount
    if amount is not None:
        found.extend(each for each in (amount.unit_fact, amount.tier_key) if each)
    return list(dict.fromkeys(found))


def _step(paper: Paper, facts: ProjectFacts) -> ClaimStep:
    due = due_of(paper.due, facts)
    why = Reason(f"claim_due.{paper.due}")
    return ClaimStep(paper.key, paper.what, paper.who, due, usual=True, reasons=(why,))


def due_of(anchor: str, facts: ProjectFacts) -> date | None:
    """The day of an anchor, None while its date is not said or nobody can say it."""
    start, premiere = facts.get("shoot.start_date"), facts.get("work.premiere_date")
    if anchor == "premiere":
        return premiere if isinstance(premiere, date) else None
    if not isinstance(start, date) or anchor == "later":
        return None
    if anchor == "signing":
        return start - timedelta(days=1)
    if anchor == "shoot":
        return start
    days = positive(facts, "shoot.days")
    return start + timedelta(days=int(days) - 1) if days else None


def _reminders(
    policy: Policy,
    city: str,
    facts: ProjectFacts,
    evidence: Evidence,
    steps: Iterable[ClaimStep],
    today: date,
) -> Iterator[Reason]:
    open_steps = [step for step in steps if not step.done]
    late = [step for step in open_steps if step.due is not None and step.due < today]
    soon = [step for step in open_steps if step.due and today <= step.due <= today + _SOON]
    if late:
        yield Reason("remind_late", {"n": len(late)})
    if soon:
        first = min(step.due for step in soon if step.due)
        yield Reason("remind_soon", {"n": len(soon), "day": first.isoformat()})
    if facts.get("shoot.start_date") is None:
        yield Reason("remind_start_unset")
    if policy.claim.timing:
        yield Reason("remind_timing", {"text": policy.claim.timing})
    if policy.valid_to is not None:
        yield Reason("remind_valid_to", {"day": policy.valid_to.isoformat()})
    bare_bills = [one for one in evidence.vouchers if _local(one, city) and not _proved(one)]
    if bare_bills:
        amount = round(sum(one.amount for one in bare_bills), 2)
        yield Reason("remind_unproved", {"n": len(bare_bills), "amount": amount})
    heads = policy.amount.base_heads if policy.amount is not None else ()
    if heads:
        yield Reason("remind_heads", {"heads": "、".join(heads)})

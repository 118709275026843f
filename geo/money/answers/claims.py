"""The claim file: papers, who gets them, by when; and what spending is evidenced so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from geo.model import (
    AnyOf,
    ClaimFile,
    ClaimStep,
    Evidence,
    Policy,
    PolicyResult,
    ProjectFacts,
    Reason,
    Region,
    Voucher,
    in_language,
)
from geo.money.answers.papers import Paper, Papers
from geo.money.project import positive
from geo.money.subsidy.places import inside

Parents: TypeAlias = Mapping[str, tuple[str, ...]]
NO_PARENTS: Parents = {}
LOCAL_SPEND = "spend.local_eligible"
# amounts that are a share of what was spent
_BASES = ("spend.", "work.investment", "project.investment")
_SOON = timedelta(days=30)


def evidenced_spend(
    vouchers: Iterable[Voucher],
    city: str,
    heads: Iterable[str] = (),
    papers: Papers | None = None,
    parents: Parents = NO_PARENTS,
) -> float:
    """Spending in ``city`` and its districts (CNY) with an invoice title and a proof of payment.

    ``heads``: only lines of these heads of spending count (none: all). ``parents`` is a gazetteer,
    name -> names of the regions that hold it.
    """
    wanted = set(heads)
    total = 0.0
    for one in vouchers:
        head = papers.heads.get(one.line) if papers is not None else None
        if _local(one, city, parents) and _proved(one) and (not wanted or head in wanted):
            total += one.amount
    return round(total, 2)


def _local(voucher: Voucher, city: str, parents: Parents) -> bool:
    """Whether the money was surely spent in ``city``: told by its name or that of a part of it."""
    here = Region(None, city)
    return inside(voucher.city, here, here, {}, parents) is True


def _proved(voucher: Voucher) -> bool:
    return bool(voucher.invoice_title.strip() and voucher.proof.strip())


def with_evidence(
    facts: ProjectFacts, evidence: Evidence, city: str, parents: Parents = NO_PARENTS
) -> tuple[ProjectFacts, tuple[Reason, ...]]:
    """The facts with local spending as the bills prove it, where the user has not said it."""
    proved = evidenced_spend(evidence.vouchers, city, parents=parents)
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
    parents: Parents = NO_PARENTS,
) -> ClaimFile:
    """What the award ``policy`` needs: what its text asks for, then what is usual practice.

    ``spent`` counts the bills of ``city``; of a district's award only bills that name the district
    are evidence.
    """
    amount = policy.amount
    heads = amount.base_heads if amount is not None else ()
    here = [one for one in evidence.vouchers if _local(one, city, parents)]
    spent = round(sum(one.amount for one in here), 2)
    proved = evidenced_spend(here, policy.region.district or city, heads, papers, parents)
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
        (*_reminders(policy, facts, steps, today), *_of_bills(policy, here, parents)),
        policy.sources,
    )


def _steps(policy: Policy, facts: ProjectFacts, papers: Papers) -> Iterator[ClaimStep]:
    docs, docs_zh = policy.claim.docs, policy.claim.docs_zh
    if docs or docs_zh:
        text = {lang: in_language(docs, docs_zh, lang) for lang in ("zh", "en")}
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
    policy: Policy, facts: ProjectFacts, steps: Iterable[ClaimStep], today: date
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
    when = policy.claim.timing, policy.claim.timing_zh
    if any(when):
        text, text_en = (in_language(*when, lang) for lang in ("zh", "en"))
        yield Reason("remind_timing", {"text": text, "text_en": text_en})
    if policy.valid_to is not None:
        yield Reason("remind_valid_to", {"day": policy.valid_to.isoformat()})


def _of_bills(policy: Policy, here: Sequence[Voucher], parents: Parents) -> Iterator[Reason]:
    """What keeps bills of the city from counting for the award."""
    for code, left in (
        ("remind_unproved", [one for one in here if not _proved(one)]),
        ("remind_district", _elsewhere(policy.region.district, here, parents)),
    ):
        if left:
            values = {"n": len(left), "amount": round(sum(one.amount for one in left), 2)}
            more = {"district": policy.region.district or ""} if code == "remind_district" else {}
            yield Reason(code, {**values, **more})
    heads = policy.amount.base_heads if policy.amount is not None else ()
    if heads:
        yield Reason("remind_heads", {"heads": "、".join(heads)})


def _elsewhere(district: str | None, here: Sequence[Voucher], parents: Parents) -> list[Voucher]:
    """Bills of the city that do not say that they are of the district of the award."""
    if district is None:
        return []
    return [one for one in here if not _local(one, district, parents)]

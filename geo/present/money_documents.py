"""Accounts as JSON documents for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from geo.model import (
    Account,
    Comparable,
    Cost,
    FactChange,
    FactValue,
    PayDate,
    PolicyResult,
    Question,
    Review,
    Subsidy,
    Takings,
    Unlock,
    Uplift,
)
from geo.present.documents import (
    Document,
    line_document,
    policy_document,
    range_document,
    reason_documents,
    source_document,
)


def accounts_document(accounts: Sequence[Account]) -> Document:
    """The ``money --json`` document: an account for each place, in the order asked."""
    return {"accounts": [account_document(each) for each in accounts]}


def account_document(account: Account) -> Document:
    """One account in full; certain, expected and ceiling money stand apart."""
    return {
        "city": account.city,
        "city_en": account.city_en,
        "site_id": account.site_id,
        "cost": _cost(account.cost),
        "subsidy": _subsidy(account.subsidy),
        "net": {
            "certain": range_document(account.net_certain),
            "expected": range_document(account.net_expected),
            "ceiling": range_document(account.net_ceiling),
        },
        "review": _review(account.review),
        "unlocks": [_unlock(each) for each in account.unlocks],
        "questions": [_question(each) for each in account.questions],
        "uplift": _uplift(account.uplift),
        "comparables": [_comparable(each) for each in account.comparables],
        "reasons": reason_documents(account.reasons),
    }


def _cost(cost: Cost) -> Document:
    return {
        "per_day": range_document(cost.per_day),
        "total": range_document(cost.total),
        "priced_total": range_document(cost.priced_total),
        "days": range_document(cost.days),
        "lines": [line_document(line) for line in cost.lines],
        "held": [line_document(line) for line in cost.held],
        "reasons": reason_documents(cost.reasons),
    }


def _subsidy(subsidy: Subsidy) -> Document:
    return {
        "certain": subsidy.certain,
        "expected": subsidy.expected,
        "ceiling": subsidy.ceiling,
        "counted": subsidy.counted,
        "amount": range_document(subsidy.amount),
        "paid": paid_document(subsidy.paid),
        "policies": [_award(each) for each in subsidy.policies],
        "reasons": reason_documents(subsidy.reasons),
    }


def paid_document(paid: PayDate | None) -> Document | None:
    """Between which days; null where nobody can say."""
    if paid is None:
        return None
    return {
        "earliest": _plain(paid.earliest),
        "latest": _plain(paid.latest),
        "reasons": reason_documents(paid.reasons),
    }


def _award(result: PolicyResult) -> Document:
    return {
        **policy_document(result),
        "issuer": result.issuer,
        "payee": result.payee,
        "counts": result.counts,
        "chosen": result.chosen,
        "chance": result.chance,
        "paid": paid_document(result.paid),
        "own": result.own,
    }


def _review(review: Review) -> Document:
    return {
        "tier": review.tier,
        "possible": list(review.possible),
        "filing_by": review.filing_by,
        "lead_days": range_document(review.lead_days),
        "reasons": reason_documents(review.reasons),
        "sources": [source_document(each) for each in review.sources],
    }


def _unlock(unlock: Unlock) -> Document:
    return {
        "id": unlock.id,
        "city": unlock.city,
        "policy_ids": list(unlock.policy_ids),
        "changes": [_change(each) for each in unlock.changes],
        "kind": unlock.kind,
        "gain": range_document(unlock.gain),
        "cost": range_document(unlock.cost),
        "verdict": unlock.verdict,
        "lead_days": range_document(unlock.lead_days) if unlock.lead_days else None,
        "reasons": reason_documents(unlock.reasons),
        "warnings": reason_documents(unlock.warnings),
    }


def _change(change: FactChange) -> Document:
    return {"fact": change.fact, "old": _plain(change.old), "new": _plain(change.new)}


def _plain(value: FactValue | None) -> FactValue | list[str] | None:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _question(question: Question) -> Document:
    return {
        "kind": question.kind,
        "key": question.key,
        "effect": range_document(question.effect),
        "whom": question.whom,
        "policy_ids": list(question.policy_ids),
        "reasons": reason_documents(question.reasons),
    }


def _uplift(uplift: Uplift) -> Document:
    """Three numbers that are never summed."""
    return {
        "visits": range_document(uplift.visits),
        "city_revenue": range_document(uplift.city_revenue),
        "crew_spending": range_document(uplift.crew_spending),
        "quarters": [range_document(each) for each in uplift.quarters],
        "takings": _takings(uplift.takings) if uplift.takings else None,
        "reasons": reason_documents(uplift.reasons),
    }


def _takings(takings: Takings) -> Document:
    return {
        "site": range_document(takings.site),
        "jobs": range_document(takings.jobs),
        "jobs_nation": range_document(takings.jobs_nation),
        "jobs_local": range_document(takings.jobs_local),
    }


def _comparable(case: Comparable) -> Document:
    return {
        "id": case.id,
        "title": case.title,
        "title_en": case.title_en,
        "place": case.place,
        "place_en": case.place_en,
        "year": case.year,
        "kind": case.kind,
        "growth": case.growth,
        "market": case.market,
        "relative": case.relative,
        "success": case.success,
        "reasons": reason_documents(case.reasons),
        "sources": [source_document(each) for each in case.sources],
    }

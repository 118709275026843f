"""When money comes: counted from a fact, from a lag seen before, else as the text words it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, date
from math import ceil, floor

from geo.model import PayDate, PayLag, Policy, ProjectFacts, Reason, in_language

RELEASED = "work.premiere_date"


def pay_date(policy: Policy, facts: ProjectFacts, lags: Sequence[PayLag]) -> PayDate:
    """Between which days the money of ``policy`` may come, and from what that was told."""
    lag = next((each for each in lags if each.policy_id == policy.id), None)
    claim = policy.claim
    if claim.after is not None and claim.lag_months is not None:
        found = _after(facts, claim.after, claim.lag_months)
    elif lag is not None:
        found = _after_year(facts, lag.months)
    else:
        found = PayDate(None, None, (Reason("pay_unknown"),))
    text, text_en = (in_language(claim.timing, claim.timing_zh, lang) for lang in ("zh", "en"))
    if not text:
        return found
    words = Reason("pay_text", {"text": text, "text_en": text_en})
    return PayDate(found.earliest, found.latest, (*found.reasons, words))


def _after(facts: ProjectFacts, fact: str, months: tuple[float, float]) -> PayDate:
    day, (low, high) = facts.get(fact), months
    reason = Reason("pay_after_fact", {"fact": fact, "low": low, "high": high})
    if not isinstance(day, date):
        return PayDate(None, None, (reason,))
    return PayDate(later(day, floor(low)), later(day, ceil(high)), (reason,))


def _after_year(facts: ProjectFacts, months: float) -> PayDate:
    """One round was seen: it tells how early to hope, never how late it may be."""
    day = facts.get(RELEASED)
    reason = Reason("pay_after_year", {"months": months})
    if not isinstance(day, date):
        return PayDate(None, None, (reason,))
    return PayDate(later(date(day.year, 12, 31), floor(months)), None, (reason,))


def later(day: date, months: int) -> date:
    """The day ``months`` later; the last of the month where that day does not exist."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    year = min(year, MAXYEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def together(dates: Iterable[PayDate]) -> PayDate:
    """The first and the last day of several; an end that one leaves open stays open."""
    dates = tuple(dates)
    first = [each.earliest for each in dates if each.earliest is not None]
    last = [each.latest for each in dates if each.latest is not None]
    return PayDate(
        min(first, default=None),
        max(last) if last and len(last) == len(dates) else None,
        (Reason("paid_after_delivery"),),
    )

"""What is wrong with a policy as typed, and what is still missing, each by its row of the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from geo.model import Amount, Policy, PolicyBook, Tier

BUILDING = ("uplift", "match")
# the only cap that stands beside a sum for the whole work
PER_EPISODE = "per_episode"


@dataclass(frozen=True, slots=True)
class Problem:
    """``row`` of the form; ``missing``: nothing is wrong, but it cannot be kept without."""

    row: str
    code: str
    missing: bool = False


def check(policy: Policy, book: PolicyBook | None) -> tuple[Problem, ...]:
    """Everything that keeps ``policy`` from being kept, top of the form first."""
    return (
        *_head(policy),
        *_amount(policy.amount, policy, book),
        *_terms(policy),
        *_proof(policy, book),
    )


def _head(policy: Policy) -> Iterator[Problem]:
    if not policy.title_zh:
        yield Problem("title", "no_title", missing=True)
    if not policy.issuer:
        yield Problem("issuer", "no_issuer", missing=True)
    if policy.valid_from and policy.valid_to and policy.valid_to < policy.valid_from:
        yield Problem("valid", "dates_reversed")


def _amount(amount: Amount | None, policy: Policy, book: PolicyBook | None) -> Iterator[Problem]:
    if amount is None:
        return
    yield from _shape(amount)
    if amount.mode in BUILDING:
        yield from _built_on(amount, policy, book)
    cap, paid = amount.cap, _largest(amount)
    if cap is not None and amount.floor is not None and cap < amount.floor:
        yield Problem("cap", "cap_below_floor")
    elif cap is not None and paid is not None and cap < paid and amount.cap_scope != PER_EPISODE:
        yield Problem("cap", "cap_below_sum")
    if (amount.bonus_if is None) != (amount.bonus_rate == 0):
        yield Problem("bonus", "bonus_half")


def _shape(amount: Amount) -> Iterator[Problem]:
    """What each shape cannot do without."""
    mode = amount.mode
    if mode == "fixed" and amount.sum is None and amount.cap is None:
        yield Problem("sum", "no_sum", missing=True)
    if mode in ("rate_of_base", "uplift"):
        if amount.rate > 1:
            yield Problem("rate", "rate_over_one")
        elif not amount.rate:
            yield Problem("rate", "no_rate", missing=True)
    if mode == "rate_of_base" and amount.base is None:
        yield Problem("base", "no_base", missing=True)
    if mode == "per_unit" and (amount.unit_fact is None or not amount.per_unit):
        yield Problem("unit", "no_unit", missing=True)
    if mode == "ceiling" and amount.cap is None:
        yield Problem("cap", "no_cap", missing=True)
    if mode == "in_kind" and not any(
        (amount.in_kind, amount.in_kind_zh, amount.note, amount.note_zh)
    ):
        yield Problem("kind", "no_kind", missing=True)
    if mode == "tiered" and _twice(amount.tiers):
        yield Problem("tiers", "tier_twice")
    if mode == "sum_of_parts" and any(part.amount.rate > 1 for part in amount.parts):
        yield Problem("parts", "rate_over_one")


def _twice(tiers: tuple[Tier, ...]) -> bool:
    starts = Counter((tier.equals, tier.above, tier.at_least) for tier in tiers)
    return any(times > 1 for times in starts.values())


def _largest(amount: Amount) -> float | None:
    """The most that a single figure of the amount says."""
    sums = [tier.cny for tier in amount.tiers]
    if amount.mode == "fixed" and amount.sum is not None:
        sums.append(amount.sum)
    if amount.mode == "per_unit":
        sums.append(amount.per_unit)
    return max(sums, default=None)


def _built_on(amount: Amount, policy: Policy, book: PolicyBook | None) -> Iterator[Problem]:
    """An award on another award; never, by however many steps, on itself."""
    if amount.of is None:
        if amount.base is None:
            yield Problem("of", "no_award", missing=True)
        return
    seen, at = {policy.id}, amount.of
    while at not in seen:
        seen.add(at)
        other = book.get(at) if book is not None else None
        on = other.amount.of if other is not None and other.amount is not None else None
        if on is None:
            return
        at = on
    yield Problem("of", "circular")


def _terms(policy: Policy) -> Iterator[Problem]:
    if policy.selection_rate is not None and policy.selection_rate > 1:
        yield Problem("chance", "rate_over_one")
    stacking = policy.stacking
    if policy.id in stacking.alternatives:
        yield Problem("alternatives", "itself")
    if stacking.umbrella == policy.id:
        yield Problem("umbrella", "itself")


def _proof(policy: Policy, book: PolicyBook | None) -> Iterator[Problem]:
    lag = policy.claim.lag_months
    if lag is not None and lag[1] < lag[0]:
        yield Problem("lag", "lag_reversed")
    if not policy.sources:
        yield Problem("sources", "no_source", missing=True)
        return
    before = book.get(policy.id) if book is not None else None
    # what shipped without a day is left as it was found
    kept = before.sources if before is not None else ()
    new = (one for one in policy.sources if one not in kept)
    if any(not (one.title and one.publisher and one.date) for one in new):
        yield Problem("sources", "half_source", missing=True)


def sentence(code: str) -> str:
    """One kind sentence for a problem."""
    return {
        "no_title": QCoreApplication.translate("PolicyChecks", "给它一个名称。"),
        "no_issuer": QCoreApplication.translate("PolicyChecks", "写上是谁发的。"),
        "dates_reversed": QCoreApplication.translate(
            "PolicyChecks", "截止日比起始日还早，看看是不是填反了。"
        ),
        "cap_below_floor": QCoreApplication.translate(
            "PolicyChecks", "上限比“给就不少于”还低，两个数对一下。"
        ),
        "cap_below_sum": QCoreApplication.translate(
            "PolicyChecks", "上限比给的数还低，两个数对一下。"
        ),
        "bonus_half": QCoreApplication.translate(
            "PolicyChecks", "加成要有条件，也要有比例；没有加成就都空着。"
        ),
        "no_sum": QCoreApplication.translate("PolicyChecks", "填给多少，或者至少填上限。"),
        "rate_over_one": QCoreApplication.translate("PolicyChecks", "超过 100% 了。10% 就填 10。"),
        "no_rate": QCoreApplication.translate("PolicyChecks", "填百分之几。"),
        "no_base": QCoreApplication.translate("PolicyChecks", "说清是什么的比例。"),
        "no_unit": QCoreApplication.translate("PolicyChecks", "说清按什么数，每个给多少。"),
        "no_cap": QCoreApplication.translate(
            "PolicyChecks", "填上限；连上限也没有，就选“没有数字”。"
        ),
        "no_kind": QCoreApplication.translate("PolicyChecks", "写一句给什么。"),
        "tier_twice": QCoreApplication.translate("PolicyChecks", "有两档从同一处起，去掉一档。"),
        "no_award": QCoreApplication.translate("PolicyChecks", "说清在哪条奖上。"),
        "circular": QCoreApplication.translate(
            "PolicyChecks", "转了一圈又加到自己头上，算不出来。换一条。"
        ),
        "itself": QCoreApplication.translate("PolicyChecks", "这里选到它自己了，换一条。"),
        "lag_reversed": QCoreApplication.translate(
            "PolicyChecks", "最慢比最快还快，两个数对一下。"
        ),
        "no_source": QCoreApplication.translate(
            "PolicyChecks", "写上出处：谁、哪天、什么标题。电话里问到的也行。"
        ),
        "half_source": QCoreApplication.translate(
            "PolicyChecks", "出处要有标题、发布者和日期，电话要有人和日期。"
        ),
    }[code]

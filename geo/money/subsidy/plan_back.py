"""What comes back to a plan, city by city, and what its subsidies ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.model import (
    Policy,
    PolicyBook,
    PolicyResult,
    ProjectFacts,
    Reason,
    Region,
    Scalar,
    Subsidy,
)
from geo.money.subsidy.judge import judge, judge_policy
from geo.money.subsidy.places import reaching
from geo.money.subsidy.plan_facts import (
    DAYS,
    IN_A_ROW,
    MAIN,
    SHARE,
    SPEND,
    CityStay,
    Parents,
    StayFacts,
    conditions,
    decided,
)

_MISSED = {
    IN_A_ROW: "plan_missed.in_a_row",
    DAYS: "plan_missed.days",
    SHARE: "plan_missed.share",
    SPEND: "plan_missed.spend",
}
# what grows from day to day, so that it is reached on one of them
_GROWING = (IN_A_ROW, SPEND)


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """What the subsidies of a city did to a plan: what is reached on which day there, what not.

    ``reached``: the count of the day in the city (1 the first) and what is reached on it.
    """

    reached: tuple[tuple[int, Reason], ...] = ()
    told: tuple[Reason, ...] = ()


def plan_subsidies(
    book: PolicyBook,
    stays: Mapping[str, CityStay],
    facts: ProjectFacts,
    today: date,
    *,
    parents: Parents | None = None,
) -> dict[str, Subsidy]:
    """What comes back in each city of a plan (CNY), in the order of ``stays``.

    An award of a province or the nation is paid once, where it pays most (among equals where the
    plan is longest). Certain money counts the low end of what is spent, expected money the middle.
    """
    above = parents or {}
    found = {city: _of_stay(book, stay, facts, today, above) for city, stay in stays.items()}
    homes = _homes(book, stays, found)
    for city, stay in stays.items():
        gone = {each for each, home in homes.items() if home != city}
        if gone & {each.policy_id for each in found[city].policies}:
            left = tuple(each for each in book.policies if each.id not in gone)
            found[city] = _of_stay(replace(book, policies=left), stay, facts, today, above)
    return found


def _homes(
    book: PolicyBook, stays: Mapping[str, CityStay], found: Mapping[str, Subsidy]
) -> dict[str, str]:
    """In which city each award that reaches beyond one city is paid."""
    wide = {each.id for each in book.policies if each.region.city is None}
    best: dict[str, tuple[tuple[float, ...], str]] = {}
    for city, subsidy in found.items():
        for each in subsidy.policies:
            money = (each.certain, each.expected or 0.0, each.ceiling or 0.0)
            rank = (float(each.counts and not each.failed), *money, float(stays[city].days))
            if each.policy_id in wide and (
                each.policy_id not in best or rank > best[each.policy_id][0]
            ):
                best[each.policy_id] = (rank, city)
    return {policy_id: city for policy_id, (_, city) in best.items()}


def _of_stay(
    book: PolicyBook, stay: CityStay, facts: ProjectFacts, today: date, parents: Parents
) -> Subsidy:
    here = StayFacts(book, stay.place, facts, parents)

    def judged(spend: float) -> Subsidy:
        told = here.at(stay.days, stay.in_a_row, stay.of, spend)
        return judge(book, stay.place, told, today, parents=parents)

    whole = judged(stay.mid)
    hangs = any(SPEND in decided(each) for each in reaching(book, Region(*stay.place)))
    if stay.low == stay.mid or not hangs:
        return whole
    sure = judged(stay.low)
    certain = min(sure.certain, whole.certain)
    least = {each.policy_id: each.certain for each in sure.policies}
    return replace(
        whole,
        certain=certain,
        amount=replace(whole.amount, low=certain) if whole.amount.known else whole.amount,
        policies=tuple(
            replace(each, certain=min(each.certain, least[each.policy_id]))
            for each in whole.policies
        ),
    )


def plan_effect(
    book: PolicyBook,
    stay: CityStay,
    spent: Sequence[float],
    subsidy: Subsidy,
    facts: ProjectFacts,
    today: date,
    *,
    parents: Parents | None = None,
) -> PlanEffect:
    """What the awards in ``subsidy`` got from a plan, and what they miss of it.

    ``spent``: CNY known to be spent in the city by the end of each of its days.
    """
    here = StayFacts(book, stay.place, facts, parents or {})
    by_day = [
        here.at(stay.days, min(day, stay.in_a_row), stay.of, spend)
        for day, spend in enumerate(spent, 1)
    ]
    reached: list[tuple[int, Reason]] = []
    told: list[Reason] = []
    for result in subsidy.policies:
        policy = book.get(result.policy_id)
        if policy is None or not result.counts:
            continue
        told.extend(_missed(result, stay))
        if not result.failed and result.ceiling != 0 and _asked(policy) & set(_GROWING):
            judged = (
                judge_policy(book, policy, each, today, stay.place, parents=parents)
                for each in by_day
            )
            first = next((n for n, one in enumerate(judged, 1) if _is_there(one)), None)
            if first is not None:
                reached.append((first, _reached(result, first)))
    reached.sort(key=lambda one: one[0])
    return PlanEffect(tuple(reached), (_summary(subsidy), *told))


def _asked(policy: Policy) -> set[str]:
    return {each.fact for each in conditions(policy)}


def _is_there(result: PolicyResult) -> bool:
    """Whether nothing that grows from day to day is still in the way."""
    waiting = {name for each in (*result.failed, *result.open) for name in each.split("|")}
    return not waiting & set(_GROWING)


def _named(result: PolicyResult) -> dict[str, Scalar]:
    return {"policy": result.title, "policy_en": result.title_en or result.title}


def _reached(result: PolicyResult, day: int) -> Reason:
    values: dict[str, Scalar] = {**_named(result), "day": day}
    if result.certain:
        return Reason("plan_reached.certain", {**values, "amount": result.certain})
    if result.ceiling is not None:
        return Reason("plan_reached.up_to", {**values, "amount": result.ceiling})
    return Reason("plan_reached.open", values)


def _missed(result: PolicyResult, stay: CityStay) -> Iterator[Reason]:
    """What of a plan alone keeps an award away, and by how much."""
    if any(name not in _MISSED for name in result.failed):
        return
    if not result.failed and MAIN in result.open and 2 * stay.days <= stay.of:
        values: dict[str, Scalar] = {"days": stay.days, "of": stay.of}
        yield Reason("plan_missed.main", {**_named(result), **values})
    for each in result.conditions:
        need, have = each.value, each.have
        if each.truth is not False or each.group is not None or each.fact not in _MISSED:
            continue
        if not isinstance(need, int | float) or not isinstance(have, int | float):
            continue
        if each.op in (">", ">="):
            asked: dict[str, Scalar] = {"need": need, "have": have, "short": need - have}
            yield Reason(_MISSED[each.fact], {**_named(result), **asked})


def _summary(subsidy: Subsidy) -> Reason:
    if subsidy.certain:
        return Reason("plan_back.certain", {"amount": subsidy.certain})
    if subsidy.expected:
        return Reason("plan_back.expected", {"amount": subsidy.expected})
    if subsidy.ceiling:
        return Reason("plan_back.ceiling", {"amount": subsidy.ceiling})
    return Reason("plan_back.none" if subsidy.ceiling == 0 else "plan_back.unknown")

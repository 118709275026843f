"""The best subsidies to claim in the cities of a plan, and the days and spend bought for them.

Cities hang together by the days of all of them alone: a claim may ask for a share of these. So for
every number of days there could be in all, each city takes the claim that leaves least to pay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from geo.plan.problem import City, Problem

_MILLION = 10**6

Claim = tuple[int, ...]
"""Tier indices taken in one city."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What one city claims: company days, tiers, extra spend, what comes back, what is left."""

    days: int
    claim: Claim
    extra: int
    back: int
    net: int


Money = Mapping[int, Claimed]
"""By city (index)."""


def claims(city: City) -> list[Claim]:
    """List every way to take at most one tier of each group, nothing first."""
    ways = product(*((None, *group) for group in city.exclusive()))
    return [tuple(k for k in way if k is not None) for way in ways]


def millionths(share: float) -> int:
    """Read a share as it was written: 0.1 is a tenth."""
    return round(share * _MILLION)


def counted_day(problem: Problem, city: int) -> int:
    """Fen of one company day that count as local spend."""
    return (
        problem.cities[city].lodging
        + millionths(problem.local_share) * problem.crew_day // _MILLION
    )


def best_claims(
    problem: Problem, least: Mapping[int, int], rents: Mapping[int, int], most: int
) -> Money | None:
    """Claim what leaves least to pay, given the ``least`` days and the rents of each city.

    None: the work takes more than ``most`` days in all.
    """
    total = sum(least.values())
    if total > most:
        return None
    ways = {c: claims(problem.cities[c]) for c in sorted(least)}
    if not _shared(problem, ways):
        return _cheapest(_choices(problem, ways, least, rents, most), most)
    best: Money | None = None
    paid = min(problem.crew_day + problem.cities[c].lodging for c in ways)
    floor = sum(_floor(problem, c, ways[c], least[c], rents[c]) for c in ways)
    for days in range(total, most + 1):
        # a day more is paid for; no claim can bring back more than its caps
        if best is not None and floor + (days - total) * paid >= _net(best):
            break
        found = _cheapest(_choices(problem, ways, least, rents, days), days)
        if found is not None and (best is None or _net(found) < _net(best)):
            best = found
    return best


def _net(money: Money) -> int:
    return sum(one.net for one in money.values())


def _shared(problem: Problem, ways: Mapping[int, list[Claim]]) -> bool:
    return any(problem.cities[c].tiers[k].local_days for c in ways for one in ways[c] for k in one)


def _floor(problem: Problem, city: int, ways: list[Claim], least: int, rent: int) -> int:
    """What is left to pay in ``city`` at the least, were its caps all filled."""
    tiers = problem.cities[city].tiers
    most = max(sum(tiers[k].cap + tiers[k].amount for k in claim) for claim in ways)
    day = problem.crew_day + problem.cities[city].lodging
    return least * day - most


def _choices(
    problem: Problem,
    ways: Mapping[int, list[Claim]],
    least: Mapping[int, int],
    rents: Mapping[int, int],
    total: int,
) -> list[tuple[int, list[Claimed]]]:
    """Per city the claims worth a thought where all days together are ``total`` at most.

    More days first cost more; of them only those are kept that leave less to pay.
    """
    found = []
    for c, claimable in ways.items():
        able = (_claimed(problem, c, claim, least[c], rents[c], total) for claim in claimable)
        kept: list[Claimed] = []
        for one in sorted((one for one in able if one.days <= total), key=_order):
            if not kept or one.net < kept[-1].net:
                kept.append(one)
        found.append((c, kept))
    return found


def _order(one: Claimed) -> tuple[int, int, Claim]:
    return one.days, one.net, one.claim


def _cheapest(choices: list[tuple[int, list[Claimed]]], most: int) -> Money | None:
    """Choose for each city so that all days together are ``most`` at most."""
    best = {c: kept[-1] for c, kept in choices if kept}
    if len(best) == len(choices) and sum(one.days for one in best.values()) <= most:
        return best
    table: dict[int, tuple[int, dict[int, Claimed]]] = {0: (0, {})}
    for c, kept in choices:
        grown: dict[int, tuple[int, dict[int, Claimed]]] = {}
        for days, (net, taken) in table.items():
            for one in kept:
                reached = days + one.days
                better = reached not in grown or net + one.net < grown[reached][0]
                if reached <= most and better:
                    grown[reached] = (net + one.net, {**taken, c: one})
        table = grown
    return min(table.values(), key=lambda way: way[0])[1] if table else None


def _claimed(
    problem: Problem, city: int, claim: Claim, least: int, rent: int, total: int
) -> Claimed:
    """Take ``claim`` where all days together are ``total``: fewest days, least extra spend."""
    tiers = [problem.cities[city].tiers[k] for k in claim]
    share = millionths(max((tier.local_days for tier in tiers), default=0.0))
    days = max([least, -(-share * total // _MILLION), *(tier.days for tier in tiers)])
    spend = rent + days * counted_day(problem, city)
    extra = max([0, *(tier.threshold - spend for tier in tiers)])
    back = sum(
        tier.amount + min(tier.cap, millionths(tier.rate) * (spend + extra) // _MILLION)
        for tier in tiers
    )
    paid = days * (problem.crew_day + problem.cities[city].lodging)
    return Claimed(days, claim, extra, back, paid + extra - back)

"""The calls worth making, told: what to ask, whom, how, and what could come of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from geo.actions.open_figures import INSIDE, SUBSIDY, VENUE, OpenFigures
from geo.actions.told_sums import at_least, at_most
from geo.match import Reach, reach
from geo.model import (
    Bound,
    Criterion,
    Exposure,
    FactGain,
    FindOut,
    PolicyResult,
    Ranking,
    Reason,
    Scalar,
    Site,
    SiteOffer,
)

TOLD = 12
"""Calls that are told; a list that nobody gets to the end of helps nobody."""

FEW = 3
"""Who stands among the first so many is told how far it may fall, others how far it may rise."""

PARTS = 100
"""An own scale is told to so many parts of its length."""

UMBRELLA = "umbrella"
"""A type of policy that only caps or announces others: the last to ask for."""

WAYS = {VENUE: "call", SUBSIDY: "write"}
VISIT = "visit"


def told_calls(
    ranking: Ranking, figures: OpenFigures, gains: Sequence[FactGain]
) -> tuple[FindOut, ...]:
    """The first few of ``gains``, in their order, under the present weights of ``ranking``."""
    keep = ranking.columns.standing
    return tuple(
        _told(
            ranking,
            figures.kinds[gain.fact],
            gain,
            reach(ranking.site_board, ranking.weights, figures.spread, gain.fact, keep),
        )
        for gain in gains[:TOLD]
    )


def _told(ranking: Ranking, kind: str, gain: FactGain, moves: Reach) -> FindOut:
    # a question about a city is asked for its best place
    offer = ranking.sites[int(moves.columns[np.argmin(moves.now)])]
    policy = _open_policy(offer) if kind == SUBSIDY else None
    return FindOut(
        site_id=offer.site.id,
        fact=kind,
        about=_about(ranking, kind, offer, policy),
        whom=_whom(kind, offer.site, policy),
        gain=gain.gain,
        first=gain.first,
        city=offer.site.city_zh,
        way=WAYS.get(kind, VISIT),
        lifts=_lifts(ranking, kind, moves),
        policy_id=policy.policy_id if policy is not None else None,
    )


def _about(ranking: Ranking, kind: str, offer: SiteOffer, policy: PolicyResult | None) -> Reason:
    """What to ask."""
    site = offer.site
    place = _named(site)
    if kind == VENUE:
        return Reason("find_out_venue", place)
    if kind == SUBSIDY:
        city: dict[str, Scalar] = {"city": site.city_zh, "city_en": site.city_en}
        if policy is None:
            return Reason("find_out_subsidy", city)
        titles = {"policy": policy.title, "policy_en": policy.title_en or policy.title}
        return Reason("find_out_policy", {**city, **titles})
    if kind == INSIDE:
        types = _unseen(offer)
        if types:
            return Reason("find_out_inside", {**place, "types": ",".join(types)})
        return Reason("find_out_look", place)
    name = next(one.name for one in ranking.wishes.own if one.code == kind)
    return Reason("find_out_own", {**place, "name": name})


def _named(site: Site) -> dict[str, Scalar]:
    return {"site": site.name_zh, "site_en": site.name_en or site.name_zh}


def _unseen(offer: SiteOffer) -> list[str]:
    """Scene types that scenes would use there and of which nobody knows how they can be had."""
    served = dict.fromkeys(match.served for match in offer.matches)
    unknown = {had.scene_type for had in offer.site.scene_types if had.exposure is Exposure.UNKNOWN}
    return [one for one in served if one in unknown]


def _whom(kind: str, site: Site, policy: PolicyResult | None) -> Reason:
    """Whom to ask: the keeper of the place, or the office behind the policy."""
    if kind != SUBSIDY:
        return Reason(f"find_out_whom_{site.kind}")
    # the name of the place alone names no office
    if policy is None or policy.issuer in ("", policy.region):
        return Reason("find_out_whom_bureau")
    return Reason("find_out_whom_issuer", {"issuer": policy.issuer})


def _open_policy(offer: SiteOffer) -> PolicyResult | None:
    """The award that leaves most open: one without a published sum, else the largest ceiling.

    Where the ceiling of all is known, one that no lawful set of awards holds leaves nothing open.
    """
    able = [one for one in offer.subsidy.policies if one.counts and not one.failed]
    if offer.subsidy.ceiling is None:
        silent = [one for one in able if one.ceiling is None]
        return min(silent, key=lambda one: one.type == UMBRELLA, default=None)
    paying = [one for one in able if one.chosen is not False]
    return max(paying, key=lambda one: (one.ceiling or 0.0) - one.certain, default=None)


def _lifts(ranking: Ranking, kind: str, moves: Reach) -> Reason | None:
    """What could come of it, shortest and surest first: the lead, a fall, a rise."""
    if moves.leads is not None:
        leads = _leads(ranking, kind, *moves.leads)
        if leads is not None:
            return leads
    if len(moves.columns) == 1 and moves.now[0] <= FEW and moves.worst[0] > moves.now[0]:
        return Reason("find_out_worst", {"n": int(moves.worst[0])})
    rising = np.flatnonzero(moves.best < moves.now)
    if not len(rising):
        return None
    top = rising[np.argmin(moves.best[rising])]
    site = ranking.sites[int(moves.columns[top])].site
    code = "find_out_best" if len(moves.columns) == 1 else "find_out_best_of"
    return Reason(code, {**_named(site), "n": int(moves.best[top])})


def _leads(ranking: Ranking, kind: str, column: int, value: float) -> Reason | None:
    """From which figure on ``column`` comes first; ``value`` is its place on the scale."""
    offer, bounds = ranking.sites[column], ranking.site_board.bounds
    if kind == INSIDE:
        return Reason("find_out_best", {**_named(offer.site), "n": 1})
    if kind == VENUE:
        dearest = at_most(_raw(bounds[Criterion.COST], value) - _beside(offer))
        return Reason("find_out_cheap", {"amount": dearest}) if dearest > 0 else None
    if kind == SUBSIDY:
        least = at_least(_raw(bounds[Criterion.SUBSIDY], value), offer.subsidy.ceiling)
        return Reason("find_out_paid", {**_named(offer.site), "amount": least})
    bound = bounds[kind]
    own = next(one for one in ranking.wishes.own if one.code == kind)
    step = (bound.best - bound.worst) / PARTS
    amount = bound.worst + math.ceil(value * PARTS) * step
    code = "find_out_at_least" if step > 0 else "find_out_at_most"
    return Reason(code, {"name": own.name, "amount": round(amount, 6), "unit": own.unit})


def _raw(bound: Bound, value: float) -> float:
    return bound.worst + value * (bound.best - bound.worst)


def _beside(offer: SiteOffer) -> float:
    """What a day costs beside the charge of the place (CNY), as the ranking counts it."""
    cost = offer.cost
    if cost.per_day.mid is None:
        return cost.priced.mid or 0.0
    venue = next(line.amount.mid for line in cost.lines if line.code == VENUE)
    return cost.ranked - (venue or 0.0)

"""What a decision would change: the place ranked as it would be, beside how it is ranked now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.actions.ranking import rank
from geo.catalogue.site_fields import site_of
from geo.model import (
    ProjectFacts,
    Range,
    Ranking,
    Reason,
    Scalar,
    Script,
    Site,
    SiteOffer,
)
from geo.model.field import SITE, Contested, Settling
from geo.money.answers.account import nets
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace


def what_if(
    ws: Workspace,
    question: Contested,
    side: int,
    ranking: Ranking,
    script: Script,
    facts: ProjectFacts,
) -> Job[Settling]:
    """What deciding for one side would change in the ranking; nothing of it is kept."""
    key = question.key
    before = next((one for one in ranking.sites if one.site.id == key.record), None)
    if key.kind != SITE:
        return Settling(key, side, (Reason("settling_form"),))
    if before is None:
        return Settling(key, side, (Reason("settling_unranked", _names(question)),))
    site = _as_settled(ws, question, side, before.site)
    if site is None:
        return Settling(key, side, (Reason("settling_form"),))
    trial = replace(ws, as_if={**ws.as_if, site.id: site})
    cities = [offer.city for offer in ranking.cities]
    after = yield from rank(trial, script, facts, ranking.weights, cities, wishes=ranking.wishes)
    return Settling(key, side, _told(question, ranking, after))


def _as_settled(ws: Workspace, question: Contested, side: int, had: Site) -> Site | None:
    """The place as it would be after the decision, told in nobody's catalogue."""
    key = question.key
    values = {one.field: value for one, value in ws.store.values(SITE, [key.record]).items()}
    values[key.field] = question.sides[side].value
    site = site_of(key.record, values, by_hand=had.by_hand)
    return None if site is None else replace(site, photos=had.photos)


def _told(question: Contested, before: Ranking, after: Ranking) -> tuple[Reason, ...]:
    one, other = (_offer(ranking, question.key.record) for ranking in (before, after))
    if one is None or other is None:
        return (Reason("settling_unranked", _names(question)),)
    reasons = [_venue(question, one, other), _net(question, one, other)]
    reasons.append(_place(question, _rank(before, one), _rank(after, other)))
    return tuple(reason for reason in reasons if reason is not None)


def _offer(ranking: Ranking, site_id: str) -> SiteOffer | None:
    return next((one for one in ranking.sites if one.site.id == site_id), None)


def _venue(question: Contested, one: SiteOffer, other: SiteOffer) -> Reason | None:
    """The venue a day, before and after."""
    was, now = one.cost.lines[0].amount.mid, other.cost.lines[0].amount.mid
    if was == now:
        return None
    if now is None:
        return Reason("settling_venue_open", _names(question))
    if was is None:
        return Reason("settling_venue_known", {**_names(question), "after": now})
    return Reason("settling_venue", {**_names(question), "before": was, "after": now})


def _net(question: Contested, one: SiteOffer, other: SiteOffer) -> Reason | None:
    """What is left to pay for the stay after certain money back, ends before and after."""
    was, now = (nets(offer.cost, offer.subsidy)[0] for offer in (one, other))
    if (was.low, was.high, was.beyond) == (now.low, now.high, now.beyond):
        return None
    if not (was.known and now.known):
        return None
    values = {**_names(question), **_ends("before", was), **_ends("after", now)}
    code = "settling_net_open" if was.beyond else "settling_net"
    return Reason(code, values)


def _ends(name: str, given: Range) -> dict[str, Scalar]:
    low, high = given.ends
    return {f"{name}_low": low or 0.0, f"{name}_high": high or 0.0}


def _rank(ranking: Ranking, offer: SiteOffer) -> int | None:
    """Its place in the list, the first being 1; None where it is left out."""
    column = ranking.sites.index(offer)
    place = ranking.site_order.place(column)
    return None if place is None else place + 1


def _place(question: Contested, was: int | None, now: int | None) -> Reason:
    names = _names(question)
    if was == now:
        if now is None:
            return Reason("settling_still_out", names)
        return Reason("settling_rank_same", {**names, "rank": now})
    if now is None:
        return Reason("settling_goes_out", names)
    if was is None:
        return Reason("settling_comes_in", {**names, "rank": now})
    return Reason("settling_rank", {**names, "before": was, "after": now})


def _names(question: Contested) -> dict[str, Scalar]:
    return {"site": question.name, "site_en": question.name_en or question.name}

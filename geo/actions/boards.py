"""What stands on the boards of a ranking: a row of figures for each criterion that is weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.match import board
from geo.model import (
    Board,
    Bound,
    CityOffer,
    Criterion,
    OwnCriterion,
    SiteOffer,
    Wishes,
)

Figures = dict[str, Sequence[float | None]]


def site_board(offers: Sequence[SiteOffer], wishes: Wishes, bounds: Mapping[str, Bound]) -> Board:
    """The board of sites: a column for each of ``offers``, a row for each of the criteria."""
    figures = _figures(offers)
    # who serves nothing needs nobody's leave, and gains nothing by it
    figures[Criterion.RISK] = [offer.risk if offer.matches else None for offer in offers]
    for own in wishes.own:
        figures[own.code] = [middle(own, offer.site.id) for offer in offers]
    return _board([offer.site.id for offer in offers], figures, wishes, bounds)


def city_board(offers: Sequence[CityOffer], wishes: Wishes, bounds: Mapping[str, Bound]) -> Board:
    """The board of cities; a criterion of the user's own is that of the sites chosen there.

    It is their mean value, each by the scenes it takes; what nobody has said counts as the worst.
    A city in which nothing can be shot gains nothing, and costs what the dearest does.
    """
    figures = _figures(offers)
    figures[Criterion.RISK] = [offer.risk for offer in offers]
    for own in wishes.own:
        figures[own.code] = [_city_value(own, offer) for offer in offers]
    figures = {
        code: [one if offer.covered else None for one, offer in zip(row, offers, strict=True)]
        for code, row in figures.items()
    }
    return _board([offer.city for offer in offers], figures, wishes, bounds)


def middle(own: OwnCriterion, site_id: str) -> float | None:
    """What the user says of a site, in the unit of the criterion; None while nobody has."""
    said = own.values.get(site_id)
    return None if said is None else (said.low + said.high) / 2


def own_bound(own: OwnCriterion) -> Bound:
    """The ends of a criterion of the user's own."""
    return Bound(own.worst, own.best)


def _city_value(own: OwnCriterion, offer: CityOffer) -> float | None:
    ends = sorted((own.worst, own.best))
    total = scenes = 0.0
    for site_id, taken in zip(offer.sites, offer.takes, strict=True):
        said = middle(own, site_id)
        # beyond the ends nothing is worse or better, also in a mean
        total += len(taken) * (own.worst if said is None else min(max(said, ends[0]), ends[1]))
        scenes += len(taken)
    return total / scenes if scenes else None


def _figures(offers: Sequence[SiteOffer] | Sequence[CityOffer]) -> Figures:
    return {
        Criterion.FIT: [offer.fit for offer in offers],
        Criterion.COST: [offer.cost.ranked for offer in offers],
        Criterion.SUBSIDY: [offer.subsidy.counted for offer in offers],
        Criterion.UPLIFT: [offer.uplift.visits.mid for offer in offers],
        Criterion.TRAVEL: [offer.travel_km for offer in offers],
    }


def _board(
    ids: Sequence[str], figures: Figures, wishes: Wishes, bounds: Mapping[str, Bound]
) -> Board:
    ends = {**bounds, **{own.code: own_bound(own) for own in wishes.own}}
    criteria = wishes.criteria
    for code in criteria:
        # weighed, but nobody says any more what it is: it adds nothing
        figures.setdefault(code, [None] * len(ids))
        ends.setdefault(code, Bound(0.0, 1.0))
    made = board(ids, figures, ends, criteria)
    return replace(made, bounds={code: ends[code] for code in criteria})

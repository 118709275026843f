"""What places gain: induced visits in twelve months and what they spend; crew and jobs apart.

Three numbers that are never summed: what the visitors bring to the city, what the site itself
takes, what the crew spends while it is there.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.model import ProjectFacts, Source, Uplift
from geo.money.project import positive
from geo.money.uplift.answers import Answers, Query
from geo.money.uplift.exposure import DAYS_A_YEAR, Case, Limits, case_of, outcomes
from geo.money.uplift.model import OwnSpend, UpliftModel
from geo.money.uplift.spots import CITY, Spot


def forecast(place: Spot, facts: ProjectFacts, model: UpliftModel) -> Uplift:
    """What one place gains; see ``forecasts``."""
    return forecasts((place,), facts, model)[0]


def forecasts(
    places: Sequence[Spot], facts: ProjectFacts, model: UpliftModel
) -> tuple[Uplift, ...]:
    """What each of ``places`` gains, in their order, drawn for all of them at once.

    A place that nobody can tell on screen is credited with no visits: the model's rule, not a
    count. Facts that replace priors: ``work.plays``; of a place (``site.<id>`` or ``city.<name>``)
    ``visitors`` a year, ``daily_limit``, ``spend`` (CNY a visit) and ``extra_visits`` counted
    against a control.
    """
    case = case_of(facts, model)
    queries = [_query(place, facts, model, case) for place in places]
    limits = list(dict.fromkeys(query.limits for query in queries if query.seen))
    drawn = dict(zip(limits, outcomes(model, case, limits), strict=True))
    answers = Answers(facts, model, case)
    told: dict[Query, Uplift] = {}
    for query in dict.fromkeys(queries):
        told[query] = answers.to(query, drawn[query.limits] if query.seen else None)
    return tuple(told[query] for query in queries)


def _query(place: Spot, facts: ProjectFacts, model: UpliftModel, case: Case) -> Query:
    own = f"{place.group}.{place.key}"
    visitors = positive(facts, f"{own}.visitors") or place.visitors
    daily, measured = (positive(facts, f"{own}.{name}") for name in ("daily_limit", "extra_visits"))
    plausible = room = None
    if visitors is not None:
        plausible = visitors * model.of("u_max")[place.scale]
        if daily is not None:
            share = 1.0 if place.open_share is None else place.open_share
            room = max(0.0, daily * DAYS_A_YEAR * share - visitors)
    limits = Limits(plausible, room)
    if measured is not None:
        limits = Limits(None, None, measured, visitors or 0.0, place.group == CITY)
    told = model.of("prominence").get(case.prominence or "", 1.0) > 0
    spend, where = _spend(place, facts, model)
    return Query(
        limits=limits,
        seen=measured is not None or (place.shows and told),
        scale=place.scale,
        visitors=visitors,
        spend=spend,
        spend_of=where,
        days=place.days,
    )


def _spend(place: Spot, facts: ProjectFacts, model: UpliftModel) -> tuple[OwnSpend, str]:
    """What a visitor spends there, and for which place that was told ("" = the nation)."""
    key = f"{place.group}.{place.key}.spend"
    told = positive(facts, key)
    if told is not None:
        return OwnSpend(told, Source(key, "project")), place.names[0]
    for name in place.names:
        if name in model.own_spend:
            return model.own_spend[name], name
    return OwnSpend(model.of("spend")["median"], None), ""

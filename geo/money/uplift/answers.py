"""The draws told as model values: ranges with sources, and the reasons beside them."""

from __future__ import annotations

from typing import NamedTuple

from geo.model import Basis, ProjectFacts, Range, Reason, Takings, Uplift
from geo.money.uplift.crew import Shoot, jobs_ranges, shoot_of, spending_range
from geo.money.uplift.exposure import CAPACITY, Case, Limits, Outcome
from geo.money.uplift.model import OwnSpend, UpliftModel, quarter_shares

VISITS = "visits/12mo"
NOT_SHOWN = "method.place_not_shown"
EXPOSURE = ("plays", "visits_per_play", "prominence", "access", "displacement")
Crew = tuple[Shoot, Range, tuple[Range, Range, Range]]


class Query(NamedTuple):
    """All that the answer for a place depends on: places that share it share the answer.

    ``seen`` False: nobody can tell the place. ``spend_of``: the place whose own spending is used,
    "" = the nation's.
    """

    limits: Limits
    seen: bool
    scale: str
    visitors: float | None
    spend: OwnSpend
    spend_of: str
    days: Range | None


class Answers:
    """Answers for one project; the crew is worked out once per number of days."""

    def __init__(self, facts: ProjectFacts, model: UpliftModel, case: Case) -> None:
        self.facts = facts
        self.model = model
        self.case = case
        self.quarters = quarter_shares(model)
        self.crews: dict[Range | None, Crew] = {}

    def to(self, query: Query, found: Outcome | None) -> Uplift:
        """The answer to ``query``; ``found`` is None where the place cannot be told."""
        shoot, spent, jobs = self._crew(query.days)
        if found is None:
            return _nothing(spent, jobs)
        model, measured = self.model, query.limits.measured is not None
        revenue = _money(found.revenue, query.spend.amount)
        takings = Range(
            *_money(found.takings, 1.0),
            "CNY",
            Basis.ESTIMATED,
            model.sources(["site_takings"]),
            "method.site_takings",
        )
        own = query.spend.source
        spend_sources = model.sources(["spend"]) if own is None else (own,)
        return Uplift(
            visits=Range(
                *found.visits,
                VISITS,
                Basis.ESTIMATED,
                () if measured else model.sources(EXPOSURE),
                self._method(query),
            ),
            city_revenue=Range(
                *revenue, "CNY", Basis.ESTIMATED, spend_sources, "method.visits_spend"
            ),
            crew_spending=spent,
            mean_visits=found.mean,
            reasons=self._reasons(query, found),
            takings=Takings(takings, *jobs),
            quarters=self._by_quarter(found),
            exceeds_crew=float((found.earned * query.spend.amount > shoot.spending).mean()),
            capped=found.capped,
        )

    def _crew(self, days: Range | None) -> Crew:
        if days not in self.crews:
            shoot = shoot_of(self.facts, self.model, days)
            spent = spending_range(shoot, self.model)
            self.crews[days] = shoot, spent, jobs_ranges(shoot, self.facts, self.model)
        return self.crews[days]

    def _method(self, query: Query) -> str:
        if query.limits.measured is not None:
            return "method.exposure_measured"
        return "method.exposure_observed" if self.case.plays else "method.exposure"

    def _by_quarter(self, found: Outcome) -> tuple[Range, ...]:
        low, mid, high = found.visits
        sources = self.model.sources(["half_life"])
        return tuple(
            Range(
                low * share,
                mid * share,
                high * share,
                "visits",
                Basis.ESTIMATED,
                sources,
                "method.half_life",
            )
            for share in self.quarters
        )

    def _reasons(self, query: Query, found: Outcome) -> tuple[Reason, ...]:
        low, mid, high = found.visits
        values = {"low": low, "mid": mid, "high": high}
        if query.limits.measured is not None:
            noted = Reason("uplift_measured", values | {"count": query.limits.measured})
            return (noted, *self._spending(query), Reason("uplift_three_numbers"))
        code = "uplift_observed" if self.case.plays else "uplift_unreleased"
        reasons = [Reason(code, values), Reason("uplift_weak")]
        if self.case.prominence is None:
            reasons.append(Reason("uplift_prominence_unset"))
        if self.facts.get("place.access") is None:
            reasons.append(Reason("uplift_access_normal"))
        reasons.extend(self._caps(query, found))
        reasons.extend(self._spending(query))
        return (*reasons, Reason("uplift_three_numbers"))

    def _caps(self, query: Query, found: Outcome) -> tuple[Reason, ...]:
        if query.visitors is None:
            return (Reason("uplift_no_visitor_count"),)
        times = self.model.of("u_max")[query.scale]
        if found.capped == CAPACITY:
            return (Reason("uplift_capacity_binds", {"room": query.limits.room or 0.0}),)
        values = {"visitors": query.visitors, "times": times}
        code = "uplift_cap_binds" if found.capped else "uplift_capped"
        unlimited = query.limits.room is None
        return (Reason(code, values), *((Reason("uplift_no_capacity"),) if unlimited else ()))

    def _spending(self, query: Query) -> tuple[Reason, ...]:
        if not query.spend_of:
            return ()
        return (
            Reason("uplift_spend_own", {"place": query.spend_of, "amount": query.spend.amount}),
        )


def _nothing(crew: Range, jobs: tuple[Range, Range, Range]) -> Uplift:
    """No visits can be credited to a place nobody can tell: said in words, it was not counted."""
    visits, money, quarter = (
        Range(0.0, 0.0, 0.0, unit, Basis.ESTIMATED, method=NOT_SHOWN)
        for unit in (VISITS, "CNY", "visits")
    )
    return Uplift(
        visits=visits,
        city_revenue=money,
        crew_spending=crew,
        mean_visits=0.0,
        reasons=(Reason("uplift_place_not_shown"), Reason("uplift_three_numbers")),
        takings=Takings(money, *jobs),
        quarters=(quarter,) * 4,
        exceeds_crew=0.0,
    )


def _money(ends: tuple[float, float, float], factor: float) -> tuple[float, float, float]:
    """Money in whole fen."""
    low, mid, high = (round(end * factor, 2) for end in ends)
    return low, mid, high

"""What would win more: changes tried one by one against the whole corpus, with ranges."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from geo.actions.hosting.after import After, after
from geo.actions.hosting.budgets import Paid, paid, paid_range
from geo.actions.hosting.candidates import candidates
from geo.actions.hosting.changed import PROPOSED, checked
from geo.actions.hosting.contest import Contest, Firsts, spread
from geo.actions.hosting.matching import contest_of, shares_of
from geo.actions.hosting.planned import with_plan
from geo.actions.hosting.why import city_names, decides
from geo.actions.workspace import Workspace
from geo.model import Basis, Criterion, Range, Reason, ShootPlan, unknown
from geo.model.hosting import Demand, Gained, Improvement, ImprovementKind, Ours, ReverseMatch
from geo.progress import Job, Step

T = TypeVar("T")
MOST_TITLES = 4
PLANNED = 2
"""So many of the leading changes go through the plan as well."""

PER_CREW = "CNY/crew"


def improvements(
    ws: Workspace, ours: Ours, demand: Demand, match: ReverseMatch
) -> Job[tuple[Gained, ...]]:
    """Changes that would win more, best first; steps carry those worked out so far.

    Each stands alone: two changes together are not the sum of both. ``match``, the answer it is
    asked after, names whose places they are. Raises FactsError as ``reverse_match``.
    """
    game = yield from contest_of(ws, match.ours or ours, demand)
    tried = candidates(game)
    found: tuple[Gained, ...] = ()
    for number, one in enumerate(tried):
        step = Step("improve", number, len(tried), found or None)
        yield step
        gained = yield from _quietly(_gained(game, one), step)
        found = _ranked((*found, gained))
    plans: dict[str, ShootPlan] = {}
    for gained in found[:PLANNED]:
        step = Step("improve", len(tried), len(tried), found)
        yield step
        more = yield from _quietly(with_plan(game, gained, plans), step)
        told = replace(gained, because=(*gained.because, *more))
        found = tuple(told if one is gained else one for one in found)
    return found


def try_improvement(
    ws: Workspace, ours: Ours, demand: Demand, improvement: Improvement
) -> Job[Gained]:
    """What one change, as the user put it, would win.

    Raises FactsError site_unknown, improvement_incomplete.<field>, and as ``reverse_match``.
    """
    game = yield from contest_of(ws, ours, demand)
    homes = [game.ground.sites[row] for row in game.our_rows()]
    checked(improvement, homes, ws.vocabulary)
    return (yield from _gained(game, improvement))


def _quietly(job: Job[T], step: Step) -> Job[T]:
    """Work through ``job`` under a step of our own."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            value: T = end.value
            return value
        yield step


def _ranked(found: Sequence[Gained]) -> tuple[Gained, ...]:
    """Most crews first, then most scenes; equal ones as they were tried."""

    def worth(one: Gained) -> tuple[float, ...]:
        ends = one.crews.mid, one.scenes.mid, one.crews.high, one.crews.low
        return tuple(-(end or 0.0) for end in ends)

    return tuple(sorted(found, key=worth))


def _gained(game: Contest, improvement: Improvement) -> Job[Gained]:
    then = yield from after(game, improvement)
    before = game.first()
    more = (then.first.astype(float) - before) @ game.weights
    crews = spread(more, "crews")
    turned = np.flatnonzero(then.first[-1] & ~before[-1]).tolist()
    titles = tuple(game.demand.titles[at].id for at in turned)
    rebate = improvement.kind is ImprovementKind.REBATE
    cost = improvement.cost
    if cost is None and rebate:
        # what a rebate costs is what it pays, also to those who would come anyhow
        cost = paid_range(game, then, paid(then, PROPOSED))
    cost = cost or unknown("CNY")
    known = replace(improvement, cost=cost)
    because = _because(game, then, improvement, turned, before, crews)
    return Gained(
        known, _scenes(game, then), crews, _per_crew(cost, crews), because, rebate, titles
    )


def _scenes(game: Contest, then: After) -> Range:
    """Scenes won more: surely (nobody fits better or as well), at all, or at least served anew."""
    old, new = shares_of(game), shares_of(game, then.ground.fit)
    alone = float(old.weights[new.alone & ~old.alone & ~old.won].sum())
    won = float(old.weights[new.won & ~old.won].sum())
    served = float(old.weights[(new.won & ~old.won) | ((new.ours > 0) & (old.ours == 0))].sum())
    return Range(alone, won, served, "scenes", Basis.ESTIMATED, (), "method.scenes_won")


def _per_crew(cost: Range, crews: Range) -> Range:
    """CNY for each crew more; unknown where the cost is, or where none is won."""
    if cost.mid is None or not crews.mid or crews.mid <= 0:
        return unknown(PER_CREW, low=None)
    low = None if cost.low is None or not crews.high else cost.low / crews.high
    high = None if cost.high is None or not crews.low or crews.low < 0 else cost.high / crews.low
    mid = cost.mid / crews.mid
    return Range(low, mid, high, PER_CREW, Basis.ESTIMATED, (), "method.cost_per_crew")


def _because(
    game: Contest,
    then: After,
    improvement: Improvement,
    turned: list[int],
    before: Firsts,
    crews: Range,
) -> tuple[Reason, ...]:
    """Which titles turn, why the others do not, and what was assumed."""
    found = []
    if turned:
        names = [game.demand.titles[at] for at in turned]
        shown = names[:MOST_TITLES]
        found.append(
            Reason(
                "gain_turns",
                {
                    "n": len(turned),
                    "titles": "、".join(one.title for one in shown),
                    "titles_en": ", ".join(one.title_en or one.title for one in shown),
                },
            )
        )
    left = [at for at in then.touched if not then.first[-1, at]]
    ours = sum(bool(before[-1, at]) for at in then.touched)
    if ours:
        found.append(Reason("gain_already", {"n": ours}))
    if left:
        found.append(_still_behind(game, then, left))
    elif not then.touched:
        found.append(Reason("gain_nothing_moves"))
    if crews.low is not None and crews.low < 0:
        found.append(Reason("gain_may_lose"))
    return (*found, *_assumed(game, then, improvement))


def _still_behind(game: Contest, then: After, left: list[int]) -> Reason:
    """Behind which city most titles that the change touches stay, and by what."""
    scores = game.scores(then.values)[-1]
    rivals = [1 + int(np.argmax(scores[at, 1:])) for at in left]
    rival, count = Tally(rivals).most_common(1)[0]
    by = Tally(
        decides(game, then.values[:, at, 0] - then.values[:, at, rival], ahead=False)
        for at, one in zip(left, rivals, strict=True)
        if one == rival
    )
    code = by.most_common(1)[0][0]
    values = {"n": count, "all": len(left), **city_names(game, game.cities[rival])}
    return Reason(f"gain_behind_{code.value}", values)


def _assumed(game: Contest, then: After, improvement: Improvement) -> tuple[Reason, ...]:
    match improvement.kind:
        case ImprovementKind.ADD_SET:
            return (Reason("gain_set_as_built"),)
        case ImprovementKind.OPEN_INSIDE:
            return (Reason("gain_rooms_as_good"),)
        case ImprovementKind.PUBLISH_RATE:
            charge = game.counter.costs.unpriced_venue_charge
            rate = improvement.rate or 0.0
            code = "gain_rate_below" if rate < charge else "gain_rate_above"
            return (Reason(code, {"rate": rate, "charge": charge}),)
        case ImprovementKind.ROAD:
            return (Reason("gain_road_saves", {"km": improvement.km or 0.0}),)
        case ImprovementKind.REBATE:
            return _of_rebate(game, improvement, paid(then, PROPOSED))
        case _:
            return ()


def _of_rebate(game: Contest, improvement: Improvement, money: Paid) -> tuple[Reason, ...]:
    """Who stays too short for it, and what it pays beside what the ranking gives full marks for."""
    found = []
    if money.short:
        values = {"n": money.short, "all": len(money.mid), "days": improvement.days or 0}
        found.append(Reason("gain_rebate_short", values))
    paying = money.mid[money.mid > 0]
    if len(paying):
        full = game.ws.rules.city_bounds[Criterion.SUBSIDY].best
        found.append(
            Reason(
                "gain_rebate_weighs", {"amount": round(float(np.median(paying)), 2), "full": full}
            )
        )
    return tuple(found)

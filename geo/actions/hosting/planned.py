"""The leading changes once more through the plan: a title that turns, planned before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from geo.actions.hosting.changed import OF_SITE, changed_site
from geo.actions.hosting.contest import Contest
from geo.actions.planning.desk import plan_desk
from geo.actions.planning.making import make_plan
from geo.actions.ranking import rank
from geo.errors import FactsError, PlanError
from geo.model import ProjectFacts, Reason, Scalar, Script, ShootPlan, Site
from geo.model.hosting import Gained
from geo.progress import Job

SECONDS = 2.0
"""Of search for one plan; a difference within what was not proven by then is told as none."""


def with_plan(
    game: Contest, gained: Gained, known: dict[str, ShootPlan]
) -> Job[tuple[Reason, ...]]:
    """What a title that turns is planned at before and after; nothing where no plan is proven.

    The shortest title that turns is planned, in our city alone. ``known``: plans as things are, by
    title (id), so that every change is set against the same one.
    """
    change = gained.improvement
    turned = [one for one in game.demand.titles if one.id in gained.titles]
    if change.kind not in OF_SITE or not turned:
        return ()
    title = min(turned, key=lambda one: len(one.script.played))
    site = next(one for one in game.ground.sites if one.id == change.site_id)
    new = changed_site(site, change, game.ws.vocabulary)
    try:
        if title.id not in known:
            known[title.id] = yield from _plan(game, title.script, ())
        before = known[title.id]
        now = yield from _plan(game, title.script, (new,))
    except (FactsError, PlanError):
        return ()
    if before.money is None or now.money is None or None in (before.gap, now.gap):
        return ()
    slack = _slack(before) + _slack(now)
    same = _missed(before) == _missed(now)
    level = same and abs(before.money.counted - now.money.counted) <= slack
    values: dict[str, Scalar] = {
        "title": title.title,
        "title_en": title.title_en or title.title,
        "days_before": len(before.days),
        "before": round(before.money.counted, 2),
        "missed_before": _missed(before),
        "days": len(now.days),
        "cost": round(now.money.counted, 2),
        "missed": _missed(now),
        "slack": round(slack, 2),
    }
    return (Reason("gain_plan_level" if level else "gain_plan", values),)


def _slack(plan: ShootPlan) -> float:
    """CNY by which a plan may still be dearer than the best there is: what was not proven."""
    if plan.money is None or plan.gap is None:
        return inf
    return plan.gap * max(abs(plan.money.counted), 1.0)


def _missed(plan: ShootPlan) -> int:
    """Scenes that nobody shoots."""
    return sum(len(one.scenes) for one in plan.uncovered)


def _plan(game: Contest, script: Script, changed: Sequence[Site]) -> Job[ShootPlan]:
    ws = replace(game.ws, as_if={site.id: site for site in changed})
    facts, day, cities = ProjectFacts(), game.counter.day, (game.ours.city,)
    ranking = yield from rank(ws, script, facts, ws.default_weights, cities, day)
    desk = yield from plan_desk(ws, ranking, script, facts, today=day)
    return (yield from make_plan(desk, time_limit=SECONDS))

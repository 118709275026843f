"""A plan as asked for on the command line, from the script to the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from math import isfinite
from pathlib import Path

from geo.actions.accounts import find_site
from geo.actions.planning.desk import plan_desk
from geo.actions.planning.making import adopted, make_plan
from geo.actions.planning.others import alternatives
from geo.actions.planning.strips import all_sets
from geo.actions.ranking import rank
from geo.actions.wishes import read_wishes
from geo.actions.workspace import Workspace
from geo.errors import PlanError
from geo.model import (
    Alternative,
    Planned,
    PlanWishes,
    ProjectFacts,
    Ranking,
    Script,
    ShootPlan,
    Site,
    Wishes,
)
from geo.progress import Job

CHEAPEST = "cheapest"
_NEAREST, _LIKE = 3, 0.3
_MOST_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a plan: cities, locks as typed, seconds of search."""

    cities: tuple[str, ...] = ()
    locks: tuple[str, ...] = ()
    time_limit: float | None = None
    wishes: Wishes = field(default_factory=Wishes)


@dataclass(frozen=True, slots=True)
class Found:
    """A plan, the sites it names by id, and other plans beside it."""

    plan: ShootPlan
    sites: Mapping[str, Site]
    alternatives: tuple[Alternative, ...] = ()


def read_asked(
    ws: Workspace,
    facts: Path | None,
    cities: Sequence[str],
    locks: Iterable[str],
    time_limit: float | None,
) -> Asked:
    """Read the words of a command. Raises PlanError("plan_time_bad") and as ``read_wishes``."""
    if time_limit is not None and not (isfinite(time_limit) and 0 < time_limit <= _MOST_SECONDS):
        raise PlanError("plan_time_bad", seconds=_MOST_SECONDS)
    return Asked(tuple(cities), tuple(locks), time_limit, read_wishes(ws, path=facts))


def plan_script(ws: Workspace, script: Script, facts: ProjectFacts, asked: Asked) -> Job[Found]:
    """Rank the places for ``script``, then make the plan. Raises as ``rank`` and ``make_plan``."""
    weights = ws.default_weights
    ranking = yield from rank(ws, script, facts, weights, asked.cities, wishes=asked.wishes)
    planned = Planned(PlanWishes(read_locks(script, ranking, asked.locks)))
    desk = yield from plan_desk(ws, ranking, script, facts, planned)
    plan = yield from make_plan(desk, time_limit=asked.time_limit)
    others: tuple[Alternative, ...] = ()
    if plan.days:
        others = (yield from alternatives(desk, plan))[1:]
    cheaper = next((one for one in others if one.code == CHEAPEST), None)
    if cheaper is not None:
        # the time was over before the days had been looked at long enough
        plan = yield from adopted(desk, plan, cheaper.arrangement)
        others = (yield from alternatives(desk, plan))[1:]
    return Found(plan, {offer.site.id: offer.site for offer in ranking.sites}, others)


def read_locks(script: Script, ranking: Ranking, texts: Iterable[str]) -> dict[str, str]:
    """Read ``SET=SITE``, each by its name or id: site id by set id.

    Raises PlanError plan_lock_unread, plan_lock_no_set, plan_lock_many, plan_lock_twice, and
    FactsError account_site_unknown, account_site_many.
    """
    locks: dict[str, str] = {}
    for text in texts:
        named, _, place = text.partition("=")
        if not (named.strip() and place.strip()):
            raise PlanError("plan_lock_unread", text=text)
        set_id = _set_of(script, named.strip())
        site_id = find_site(ranking, place.strip()).id
        if locks.get(set_id, site_id) != site_id:
            raise PlanError("plan_lock_twice", set=named.strip())
        locks[set_id] = site_id
    return locks


def _set_of(script: Script, named: str) -> str:
    sets = all_sets(script)
    same = [one.id for one in sets if named in (one.id, one.name)]
    found = same or [one.id for one in sets if named in one.name]
    if len(found) == 1:
        return found[0]
    if found:
        names = "、".join(one.name for one in sets if one.id in found)
        raise PlanError("plan_lock_many", set=named, names=names)
    every = [one.name for one in sets]
    near = "、".join(get_close_matches(named, every, _NEAREST, _LIKE) or every[:_NEAREST])
    raise PlanError("plan_lock_no_set", set=named, near=near)

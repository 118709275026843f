"""The sample scripts on the real catalogue: the plan against plans made without a solver.

Everything is laid out on days and counted in full; venues nobody has priced count the stated
charge, scenes left out what the rules say. "At equal fit" the solver is held to the mean fit of the
plan it is compared with and may leave out no more. Printed as it is, whatever it is.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import monotonic

from geo import actions
from geo.actions import PlanDesk
from geo.actions.planning.on_days import best_laid, lay_out
from geo.model import Planned, PlanWishes, ProjectFacts, ShootPlan
from geo.plan.choices import cheapest
from geo.plan.greedy import plans
from geo.plan.problem import Plan, Problem
from geo.progress import finish

ASSETS = Path(__file__).resolve().parents[1] / "assets"
FACTS = ProjectFacts({"crew.home_city": "上海", "crew.size": 60})
NAMES = {
    "each": "best place for every scene",
    "city": "best city, then cover",
    "greedy": "cover in every city, cheapest",
}
FITS = (None, 0.75)
LIMIT = 30.0


def run(assets: Path, data: Path) -> None:
    """Print the plan of every sample beside the quick ones."""
    ws = finish(actions.open_workspace(assets, data))
    for sample in actions.samples(ws):
        script = finish(actions.read_script(ws, sample.path))
        ranking = finish(actions.rank(ws, script, FACTS, ws.default_weights))
        for least in FITS:
            wishes = PlanWishes(least_fit=least)
            desk = finish(actions.plan_desk(ws, ranking, script, FACTS, Planned(wishes)))
            told = desk.rules["least_fit"] if least is None else least
            print(f"plan {sample.id}, pairs from {told:.0%} of the best fit:")
            _compare(desk)
    ws.store.close()


def _compare(desk: PlanDesk) -> None:
    started = monotonic()
    plan = finish(actions.make_plan(desk, time_limit=LIMIT))
    took = monotonic() - started
    print(f"  {'the plan':32}{_told(plan)}; proven to {plan.gap or 0:.1%}, {took:.1f} s")
    for name, quick in plans(desk.problem):
        laid = finish(lay_out(desk, quick))
        equal = _at_equal_fit(desk, quick)
        saved = 1 - _counted(plan) / _counted(laid)
        line = f"  {NAMES[name]:32}{_told(laid)}; the plan is {saved:.1%} less"
        if equal is not None:
            line += f", at equal fit {1 - _counted(equal) / _counted(laid):.1%} less"
        print(line)


def _at_equal_fit(desk: PlanDesk, quick: Plan) -> ShootPlan | None:
    """The cheapest plan that fits no worse than ``quick`` and shoots all that it shoots."""
    held = _held(desk.problem, quick)
    found = finish(cheapest(held, LIMIT))
    if found.net is None:
        return None
    laid = finish(best_laid(desk, found))
    other = finish(lay_out(desk, quick))
    return min(laid, other, key=_counted)


def _held(problem: Problem, quick: Plan) -> Problem:
    """The problem held to the fit and the scenes of a plan."""
    index = {place.id: n for n, place in enumerate(problem.places)}
    weight = fit = 0.0
    units = []
    for row, unit in enumerate(problem.units):
        at = quick.assignment.get(unit.id)
        units.append(unit if at is None else replace(unit, penalty=None))
        if at is not None:
            weight += unit.weight
            fit += unit.weight * float(problem.quality[row, index[at]])
    least = fit / weight if weight else 0.0
    return replace(problem, units=tuple(units), limits=replace(problem.limits, fit=least))


def _counted(plan: ShootPlan) -> float:
    return 0.0 if plan.money is None else plan.money.counted + plan.money.missed


def _told(plan: ShootPlan) -> str:
    left = sum(len(one.scenes) for one in plan.uncovered)
    return (
        f"{_counted(plan):>9,.0f} yuan, {plan.shooting_days} days, {len(plan.sites)} places, "
        f"{plan.moves} moves, fit {plan.fit:.2f}, {left} scenes left out"
    )


def main() -> None:
    """Run it in a fresh folder, or in the one named."""
    if len(sys.argv) > 1:
        run(ASSETS, Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        run(ASSETS, Path(folder))


if __name__ == "__main__":
    main()

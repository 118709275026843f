"""Desks for tests of plans: real places of two cities, and hand-made ones that can be counted."""

from dataclasses import replace

from geo import actions
from geo.model import (
    Planned,
    PlanWishes,
    ProjectFacts,
)
from geo.progress import finish
from tests.geo.actions.shelf import CITIES, HOME, ranked


def desk_of(ws, script, *, facts=HOME, bookings=(), ranking=None, **wishes):
    """The desk for these wishes, over the places of ``ws``."""
    made = ranking or ranked(ws, script, cities=CITIES, facts=facts)
    planned = Planned(PlanWishes(**wishes), bookings=tuple(bookings))
    return finish(actions.plan_desk(ws, made, script, facts, planned))


def planned(desk, **more):
    """The plan of a desk, through every step."""
    return finish(actions.make_plan(desk, **more))


def facts(**values):
    """Facts with the home city and these (dots as two underscores)."""
    told = {key.replace("__", "."): value for key, value in values.items()}
    return ProjectFacts({**HOME.values, **told})


def counted(plan):
    """What a plan was chosen by, scenes left out included."""
    return plan.money.counted + plan.money.missed


def few(script, count):
    """The script with its first sets alone."""
    sets = script.sets[:count]
    kept = {scene for one in sets for scene in one.scenes}
    scenes = tuple(one for one in script.scenes if one.id in kept)
    return replace(script, sets=sets, scenes=scenes)

"""Pricing made easy for tests: one site, one city, facts without doubt, the lines of a cost."""

from __future__ import annotations

from dataclasses import replace

from geo.model import OwnRate
from geo.money import CityPart, Pricer, Stop, Task
from geo.money.spans import Span

SHANGHAI = Stop(("上海",), (31.2304, 121.4737))
SUZHOU = Stop(("苏州", "苏州市"), (31.3, 120.62))


def price(place, project, scenes, costs, *, stand_ins=0, crowds=(), home=None, of=0, arrival=None):
    """Cost of ``scenes`` scenes at one site of a script of ``of`` scenes."""
    task = Task(scenes, stand_ins, tuple(crowds))
    return Pricer(project, costs, of, home).site(place, task, arrival)


def price_city(parts, project, costs, *, home=None, of=0, arrival=None):
    """Cost of (site, scenes) pairs of one city; they are the whole script unless ``of`` is told."""
    made = [CityPart(place, Task(scenes)) for place, scenes in parts]
    whole = of or sum(scenes for _, scenes in parts)
    return Pricer(project, costs, whole, home).city(made, arrival)


def line(cost, code):
    return next((each for each in cost.lines if each.code == code), None)


def ends(figure):
    return (figure.low, figure.mid, figure.high)


def with_rates(costs, **rates):
    """The same facts with own rates typed by Wang."""
    told = {code: OwnRate(code, float(value), "王", "2026-04-01") for code, value in rates.items()}
    return replace(costs, own_rates=told)


def without_doubt(costs):
    """The same facts at their middles: what is left can be worked out on paper."""

    def exact(fact):
        known = [each for each in (fact.low, fact.value, fact.high) if each is not None]
        return replace(fact, low=None, high=None, value=fact.span.mid) if known else fact

    facts = {name: exact(fact) for name, fact in costs.facts.items()}
    classes = {
        name: tuple(facts[fact.id] for fact in members[:1])
        for name, members in costs.classes.items()
    }
    assumed = {
        name: replace(each, span=Span.exact(each.span.mid)) for name, each in costs.assumed.items()
    }
    extras = replace(
        costs.extras,
        national=facts[costs.extras.national.id],
        local={place: facts[fact.id] for place, fact in costs.extras.local.items()},
    )
    # two levels of buses remain two: both at the middle between them
    hire = (costs.span("bus_basic").high + costs.span("bus_mid").low) / 2
    for name in ("bus_basic", "bus_mid"):
        facts[name] = replace(facts[name], value=hire)
    # meals: what a crew spends less half a room, without the ceiling
    spent = costs.span("local_spend_person_day").mid - costs.span("hotel_crew").mid / 2
    facts["meal_official"] = replace(facts["meal_official"], value=spent)
    return replace(costs, facts=facts, classes=classes, assumed=assumed, extras=extras)

"""A small corpus over a catalogue of two cities, and rankings of its titles by hand."""

from dataclasses import replace

import numpy as np

from geo import actions
from geo.actions.hosting.contest import contest
from geo.actions.hosting.mix import demand_rules, made_titles
from geo.model import ProjectFacts
from geo.model.hosting import Demand, DemandTitle, Origin, Ours
from geo.money import plan_subsidies
from geo.progress import finish
from tests.geo.actions.shelf import CITIES

OURS = Ours("苏州")


def corpus(ws, script, made=5):
    """The sample, and some titles made up, of different weights."""
    rules = demand_rules(ws.assets)
    titles = made_titles(rules.genres, rules, ws.vocabulary, made)
    shorter = [
        replace(one, script=replace(one.script, scenes=one.script.scenes[:30]), weight=1.0 + at)
        for at, one in enumerate(titles)
    ]
    first = DemandTitle("sample.x", script.title, Origin.SAMPLE, script, 2.0)
    return Demand((first, *shorter), rules.genres)


def played(ws, demand, ours=OURS):
    """The contest, through every step."""
    return finish(contest(ws, ours, demand))


def ranked_by_hand(ws, title):
    """Its cities as the ranking has them, by name."""
    job = actions.rank(ws, title.script, ProjectFacts(), ws.default_weights, CITIES)
    return {offer.city: offer for offer in finish(job).cities}


def same_as_ranked(game, ws):
    """Assert that every town of every title is what a ranking of the title makes of the city."""
    for title, towns in zip(game.demand.titles, game.towns, strict=True):
        offers = ranked_by_hand(ws, title)
        for city, town in zip(game.cities, towns, strict=True):
            offer = offers[city]
            assert np.float32(town.fit) == np.float32(offer.fit)
            assert town.covered == len(offer.covered)
            assert town.sites == offer.sites
            if town.covered:
                assert town.ranked == offer.cost.ranked
                assert town.days == offer.cost.days
                assert town.uplift == offer.uplift
                asked = game.counter
                back = plan_subsidies(asked.book, {city: town.stay}, ProjectFacts(), asked.day)[
                    city
                ]
                assert town.counted == back.counted


def same_contest(one, other):
    """Assert that two answers are the same to the last bit."""
    assert one.towns == other.towns
    np.testing.assert_array_equal(one.values, other.values)
    np.testing.assert_array_equal(
        one.first if isinstance(one.first, np.ndarray) else one.first(),
        other.first if isinstance(other.first, np.ndarray) else other.first(),
    )

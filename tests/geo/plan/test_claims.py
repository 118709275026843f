"""The subsidies claimed against every way to claim them; cuts against every set of sets."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from geo.plan.claims import best_claims
from geo.plan.cuts import Cuts
from geo.plan.hours import hired_days
from geo.plan.model import Model
from geo.plan.problem import City, Tier
from tests.geo.plan import brute
from tests.geo.plan.made import drawn


def tier(draw, name, shared):
    return Tier(
        name,
        int(draw.integers(10, 90)) * 100_000,
        round(float(draw.uniform(0.02, 0.3)), 2),
        int(draw.integers(2, 30)) * 100_000,
        float(draw.choice([0, 0.3, 0.5, 0.6])) if shared else 0.0,
        int(draw.choice([0, 5])) * 100_000,
        int(draw.choice([0, 3, 5])) if name.startswith("t0") else 0,
    )


def cities(draw, count, groups, shared):
    return tuple(
        City(
            f"c{c}",
            int(draw.integers(5, 12)) * 100_000,
            tuple(tier(draw, f"t{c}{k}", shared) for k in range(2 * groups)),
            tuple((2 * g, 2 * g + 1) for g in range(groups)),
        )
        for c in range(count)
    )


@pytest.mark.parametrize("seed", range(12))
def test_no_way_to_claim_leaves_less_to_pay(seed):
    draw = np.random.default_rng(seed)
    shared = seed % 2 == 0
    # nine ways in each of three cities, or shares of all days in two
    towns = cities(draw, 2 if shared else 3, 2, shared)
    most = int(draw.integers(6, 14))
    problem = replace(drawn(seed, rules=False), cities=towns)
    problem = replace(problem, limits=replace(problem.limits, days=most))
    least = {c: int(draw.integers(1, 4)) for c in range(len(towns))}
    rents = {c: int(draw.integers(0, 60)) * 100_000 for c in least}
    found, best = best_claims(problem, least, rents, most), brute._stay(problem, least, rents, 0)
    assert (found is None) == (best is None)
    if found is not None:
        assert sum(one.net for one in found.values()) == best
        assert sum(one.days for one in found.values()) <= most


@pytest.mark.parametrize("seed", range(30))
def test_a_cut_takes_away_no_whole_choice(seed):
    problem = drawn(seed, units=6, places=4, cities=1)
    model = Model(problem)
    draw, found = np.random.default_rng(seed), []
    for _ in range(20):
        x = np.zeros(len(model.cost))
        for n, opened in model.opened.items():
            x[opened] = draw.uniform(0.2, 1)
            for _, column in model.at_place[n]:
                x[column] = x[opened] * draw.choice([0.0, 0.3, 0.7, 1.0])
            x[model.hired[n]] = draw.uniform(0.5, 1.5) * x[opened]
        cuts = Cuts(model).look(x)
        assert all(cut.broken(x) > 0 for cut in cuts)
        found += cuts
    for cut in found:
        n = next(n for n, column in model.hired.items() if column == cut.columns[-1])
        pairs = model.at_place[n]
        for shot in product((False, True), repeat=len(pairs)):
            if not any(shot):
                continue
            chosen = [None] * len(problem.units)
            x = np.zeros(len(model.cost))
            for (unit, column), here in zip(pairs, shot, strict=True):
                if here:
                    chosen[unit], x[column] = n, 1.0
            x[model.opened[n]], x[model.hired[n]] = 1.0, hired_days(problem, chosen)[n]
            assert cut.broken(x) <= 1e-7

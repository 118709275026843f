"""A subsidy tried over the corpus: crews it wins, whom it pays anyhow, and when it pays itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from geo.actions.hosting.after import After, after_policies
from geo.actions.hosting.budgets import (
    Paid,
    paid,
    paid_range,
    spending_range,
    takings_to_pay,
    visits_range,
)
from geo.actions.hosting.changed import with_policy
from geo.actions.hosting.contest import Contest, spread
from geo.actions.hosting.matching import contest_of
from geo.actions.workspace import Workspace
from geo.model import Policy, Reason, Scalar
from geo.model.hosting import Demand, Ours, PolicyEffect
from geo.money import checked_policy
from geo.progress import Job

IN_FORCE = "in_force"


def simulate_policy(ws: Workspace, ours: Ours, demand: Demand, policy: Policy) -> Job[PolicyEffect]:
    """What a subsidy as typed would win over the corpus, cost, and when it pays.

    It is taken as in force from today, in the place of the one of its id; other cities keep what
    they have, but for what it pays there too. Raises FactsError that names the field that is
    wrong, and as ``reverse_match``.
    """
    game = yield from contest_of(ws, ours, demand)
    named = policy.issuer or ours.district or ours.city
    asked = replace(policy, issuer=named, status=IN_FORCE, valid_from=None, valid_to=None, own=True)
    mine = checked_policy(asked, game.counter.book)
    book = with_policy(game.counter.book, mine)
    then = yield from after_policies(game, book, range(len(game.cities)))
    money = paid(then, mine.id)
    before = game.first()
    more = (then.first.astype(float) - before) @ game.weights
    turned = np.flatnonzero(then.first[-1] & ~before[-1]).tolist()
    budget = paid_range(game, then, money, mine.budget.pool)
    visits = visits_range(game, then)
    titles = tuple(game.demand.titles[at].id for at in turned)
    return PolicyEffect(
        policy,
        spread(more, "crews"),
        float(game.weights[before[-1] & money.may].sum()),
        budget,
        spending_range(game, then),
        visits,
        takings_to_pay(budget, visits),
        _reasons(game, then, policy, mine, money, turned),
        titles,
    )


def _reasons(
    game: Contest, then: After, typed: Policy, mine: Policy, money: Paid, turned: Sequence[int]
) -> tuple[Reason, ...]:
    """What to know before believing it; fair-competition review comes first, always."""
    found = [Reason("effect_fair_review")]
    if (typed.status, typed.valid_from, typed.valid_to) != (IN_FORCE, None, None):
        found.append(Reason("effect_as_in_force"))
    if not mine.reaches_crew:
        found.append(Reason("effect_not_to_crew"))
    if money.open:
        values: dict[str, Scalar] = {"n": len(money.open), "facts": ",".join(money.open)}
        found.append(Reason("effect_open", values))
    if money.short:
        found.append(Reason("effect_short", {"n": money.short, "all": len(then.towns)}))
    if mine.gate and mine.selection_rate is None:
        found.append(Reason("effect_gate"))
    if mine.amount is not None and mine.amount.is_upper_bound:
        found.append(Reason("effect_up_to"))
    if mine.budget.pool is not None:
        found.append(Reason("effect_pool", {"pool": mine.budget.pool}))
    paying = money.mid[money.mid > 0]
    if len(paying):
        each = {"amount": round(float(np.median(paying)), 2), "most": round(float(paying.max()), 2)}
        found.append(Reason("effect_each", each))
    if not turned and (money.mid @ (then.first[-1] * game.weights)) > 0:
        found.append(Reason("effect_none_turns"))
    found.append(Reason("effect_over", {"n": round(float(game.weights.sum()), 1)}))
    return (*found, Reason("effect_not_summed"))

"""Which facts the policies of a city hang on."""

from __future__ import annotations

from geo.model import Account, FactField, PolicyResult
from gui.session import State

MOST = 8
_DEAD = {"expired", "draft"}


def could_pay(result: PolicyResult) -> bool:
    """Whether an award is alive and can reach this crew, now or once something is known."""
    return result.status not in _DEAD and (result.counts or result.chosen is not None)


def hinge_fields(account: Account, state: State) -> tuple[FactField, ...]:
    """The yes-or-no facts in conditions of living awards, in the order of the awards."""
    known = {field.key: field for field in state.fields if field.type == "bool"}
    living = [one for one in account.subsidy.policies if could_pay(one)]
    named = (condition.fact for result in living for condition in result.conditions)
    fields = dict.fromkeys(fact for fact in named if fact in known)
    return tuple(known[fact] for fact in list(fields)[:MOST])

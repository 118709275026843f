"""Policies that name each other: alternatives, umbrellas, awards on awards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from geo.model import Policy, Reason
from geo.money.subsidy.items import PREFIX

_INSIDE, _OF = "stacking.inside", "amount.of"


def links(policy: Policy) -> list[tuple[str, str]]:
    """Every other policy that this one names, with the field that names it."""
    stacking = policy.stacking
    found = [("stacking.alternative_to", each) for each in stacking.alternatives]
    found += [("stacking.within", each) for each in stacking.within]
    return [*found, *leaning(policy)]


def leaning(policy: Policy) -> list[tuple[str, str]]:
    """The policies without which this one cannot be worked out, with the field that names them."""
    umbrella, amount = policy.stacking.umbrella, policy.amount
    found = [(_INSIDE, umbrella)] if umbrella else []
    if amount is not None:
        named = (amount.of, *(part.amount.of for part in amount.parts))
        found += [(_OF, each) for each in named if each]
    return found


def bad_links(policies: Mapping[str, Policy], refused: Collection[str]) -> dict[str, Reason]:
    """By id: policies that name one which is not there, or that come back to themselves.

    An alternative may be among the ``refused``: then it is simply not there to choose.
    """
    bad: dict[str, Reason] = {}
    for policy in policies.values():
        for path, other in links(policy):
            lost = other not in policies and (path in (_INSIDE, _OF) or other not in refused)
            if lost:
                bad[policy.id] = _reason("other", path, other=other)
            elif other == policy.id:
                bad[policy.id] = _reason("circle", path, others=other)
    ahead = {each: _ahead(each, policies) for each in policies if leaning(policies[each])}
    for start, reached in ahead.items():
        if start in reached and start not in bad:
            ring = [start, *(each for each in reached if start in ahead.get(each, ()))]
            others = ", ".join(dict.fromkeys(ring))
            bad[start] = _reason("circle", leaning(policies[start])[0][0], others=others)
    return bad


def _reason(why: str, path: str, **values: str) -> Reason:
    field = path.rpartition(".")[2]
    return Reason(PREFIX + why, {"field": field, "path": path, **values})


def _ahead(start: str, policies: Mapping[str, Policy]) -> tuple[str, ...]:
    """All that ``start`` leans on, near and far, in the order of the links."""
    seen: dict[str, None] = {}
    front: Iterable[str] = (start,)
    while front:
        after = (
            other for each in front if each in policies for _, other in leaning(policies[each])
        )
        front = [each for each in dict.fromkeys(after) if each not in seen]
        seen |= dict.fromkeys(front)
    return tuple(seen)

"""How firm a ranking is, as JSON documents for other programs."""

from __future__ import annotations

from typing import Any

from geo.model import Defence, FindOut, Hold, Method, Ranking, Reason, Robustness

Document = dict[str, Any]


def reason_document(reason: Reason) -> Document:
    """A reason as ``{code, values…}``."""
    return {"code": reason.code, **reason.values}


def sum_leader(defence: Defence) -> int | None:
    """The column that leads by the weighted sum, which is what a defence speaks of."""
    firsts = [one.first for one in defence.methods if one.method is Method.WEIGHTED_SUM]
    return firsts[0][0] if firsts and firsts[0] else None


def site_firmness(defence: Defence | None, column: int) -> Document:
    """Shares of one site with open figures and as counted, and the ranks that these leave.

    ``loses_at`` is the smallest change of one weight that costs the leader the lead; null for
    the others, and where no change does.
    """
    if defence is None:
        return {"robustness": None}
    leads = column == sum_leader(defence)
    change = abs(defence.loss.change) if leads and defence.loss is not None else None
    ranks = None if defence.ranks is None else [int(rank) for rank in defence.ranks[:, column]]
    return {
        "robustness": {
            **_shares(defence.robustness, column),
            "loses_at": None if change is None else round(change, 4),
        },
        "as_known": _shares(defence.as_known, column),
        "ranks": ranks,
    }


def city_firmness(defence: Defence | None, column: int) -> Document:
    """Shares of one city, with open figures."""
    shares = defence.cities if defence is not None else None
    return {"robustness": None if shares is None else _shares(shares, column)}


def firm_document(ranking: Ranking, defence: Defence | None) -> Document:
    """What to find out next, between which weights the leader stays, what other methods say."""
    if defence is None:
        return {"find_out": [], "holds": [], "methods": []}
    names = ranking.site_board.ids
    return {
        "find_out": [_call(one) for one in defence.find_out],
        "holds": [_hold(one, names) for one in defence.holds],
        "methods": [
            {
                "method": one.method.value,
                "first": [names[column] for column in one.first],
                "weakness": reason_document(one.weakness),
            }
            for one in defence.methods
        ],
    }


def _shares(shares: Robustness, column: int) -> Document:
    return {
        "first": round(float(shares.first[column]), 4),
        "top3": round(float(shares.top3[column]), 4),
        "top10": round(float(shares.top10[column]), 4),
    }


def _hold(hold: Hold, names: tuple[str, ...]) -> Document:
    return {
        "criterion": str(hold.criterion),
        "now": round(hold.now, 4),
        "low": round(hold.low, 4),
        "high": round(hold.high, 4),
        "below": None if hold.below is None else names[hold.below],
        "above": None if hold.above is None else names[hold.above],
    }


def _call(one: FindOut) -> Document:
    return {
        "site_id": one.site_id,
        "fact": one.fact,
        "gain": round(one.gain, 4),
        "first": round(one.first, 4),
        "city": one.city,
        "way": one.way,
        "about": reason_document(one.about),
        "whom": reason_document(one.whom),
        "lifts": None if one.lifts is None else reason_document(one.lifts),
        "policy_id": one.policy_id,
    }

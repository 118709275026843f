"""Stand-in answers about robustness, search and likeness, plain enough to check by eye."""

from __future__ import annotations

import numpy as np

from geo.model import (
    Alike,
    Defence,
    FindOut,
    Found,
    Hit,
    Hold,
    Interview,
    Loss,
    Method,
    Reason,
    Robustness,
    Second,
    Term,
    Understood,
)
from geo.progress import Step


def shares(count, samples=10_000):
    """The leader is first under 60% of weightings; the others share the rest."""
    first = np.zeros(count, np.float32)
    first[:1] = 0.6
    first[1:2] = 0.4
    top3, top10 = np.clip(first + 0.3, 0, 1), np.ones(count, np.float32)
    leaders = np.arange(min(2, count))
    return Robustness(samples, first, top3, top10, leaders, np.full((len(leaders), 4), 0.25))


def defence(ranking, near=False, samples=10_000, done=True):
    """A defence of ``ranking`` whose leader is its first column in order."""
    count, order = len(ranking.sites), ranking.site_order.index
    known = shares(count, samples)
    names = [one.site.id for one in ranking.sites]
    ask = FindOut(
        names[int(order[0])],
        "venue",
        0.4,
        Reason("find_out_venue", {"site": "甲", "site_en": "A"}),
        Reason("find_out_whom_filming_base"),
        0.2,
        ranking.sites[int(order[0])].site.city_zh,
        lifts=Reason("find_out_worst", {"n": 4}),
    )
    second = int(order[1]) if count > 1 else None
    return Defence(
        known,
        known,
        Loss("cost", 0.2, 0.6, second) if second is not None else None,
        (ask,),
        shares(len(ranking.cities)),
        near,
        (Hold("cost", 0.4, 0.1, 0.6, None, second),),
        np.stack([np.arange(1, count + 1), np.full(count, count)]),
        {"uplift": tuple(int(one) for one in order[:2])},
        tuple(
            Second(
                method,
                tuple(int(one) for one in order[:3]),
                Reason(f"method_weakness_{method.value}"),
            )
            for method in Method
        ),
        done,
    )


class RankingStandIn:
    """The part of ``geo.actions`` about how firm a ranking is, and about finding places."""

    def defend(self, ranking, near=False):
        self.asked.append(("defend", near))
        yield Step("rank_defend", 256, 10_000, defence(ranking, near, 256, False))
        return defence(ranking, near)

    def interview(self, criteria, answers):
        self.asked.append(("interview", tuple(answers)))
        return Interview({one: 1 / len(criteria) for one in criteria}, None, None)

    def next_question(self, criteria, answers):
        return None if answers else (criteria[0], criteria[1])

    def search(self, ws, query, facts):
        self.asked.append(("search", query))
        yield Step("search")
        found = [one for one in self.sites_kept.values() if query in one.name_zh]
        told = Understood(Term.NAME, query, Reason("search_name", {"text": query}))
        return Found(query, (told,), tuple(Hit(one.id, 1.0) for one in found))

    def alike(self, ws, site_id):
        self.asked.append(("alike", site_id))
        yield Step("alike")
        others = [one for one in self.sites_kept if one != site_id]
        return tuple(Alike(one, 0.8, (Reason("alike_kind"),)) for one in others)

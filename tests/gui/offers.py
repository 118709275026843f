"""Offers made by hand for tests of the screen; the figures are invented."""

from __future__ import annotations

import numpy as np

from geo.model import (
    CRITERIA,
    Basis,
    Board,
    CityOffer,
    Cost,
    Criterion,
    DayPart,
    IntExt,
    Kind,
    Line,
    Match,
    Need,
    Order,
    PolicyResult,
    Range,
    Ranking,
    Reason,
    Scene,
    Script,
    ScriptSet,
    Site,
    SiteOffer,
    Source,
    Subsidy,
    Uplift,
    unknown,
)

PAPER = Source("一天要多少钱", "某报", "2025-10", "https://example.org/a", True)
HEARSAY = Source("转载的一页", "某站", "2024-12", "https://example.org/b", False)
WEIGHTS = dict(zip(CRITERIA, (0.3, 0.4, 0.2, 0.1), strict=True))


def site(number, kind=Kind.BASE, city="苏州市", photos=()):
    return Site(
        id=f"site{number}",
        name_zh=f"第{number}处园林",
        name_en=f"Garden number {number}",
        kind=kind,
        adcode="320500",
        city_zh=city,
        city_en="Suzhou",
        district_zh="吴江区",
        lat=31.1,
        lon=120.7,
        coord_basis="source",
        coord_uncertainty_m=100,
        photos=photos,
    )


def offer(number, *, direct=3, stand_in=1, subsidy=None, open_top=False, **site_values):
    scenes = [f"s{i}" for i in range(direct + stand_in)]
    one = site(number, **site_values)
    matches = tuple(
        Match(one.id, scene, 0.9, "garden", "garden", i < direct) for i, scene in enumerate(scenes)
    )
    low = 10_000 + 137 * number
    high = None if open_top else low * 1.8
    per_day = Range(low, low * 1.3, high, "CNY/day", Basis.ESTIMATED, (PAPER,))
    lines = (
        Line("venue", Range(3000, 5000, 10_000, "CNY/day", Basis.ESTIMATED, (PAPER, HEARSAY))),
        Line("permit", unknown("CNY/day")),
    )
    visits = Range(0, 120, 1050, "visits/12mo", Basis.ESTIMATED, (HEARSAY,))
    spent = Range(15_000, 30_000, 68_000, "CNY", Basis.ESTIMATED)
    return SiteOffer(
        one,
        0.5,
        matches,
        Cost(
            per_day,
            per_day,
            Range(4, 5, 6, "days", Basis.ESTIMATED),
            lines,
            low,
            per_day,
            per_day,
        ),
        subsidy or Subsidy(unknown("CNY"), 0.0, None),
        Uplift(visits, spent, spent, 200.0),
        (Reason("serves", {"n": direct}),),
    )


def paid(certain, expected, ceiling):
    amounts = (certain, expected, ceiling)
    policy = PolicyResult("p", "奖", "location_subsidy", "苏州", "open", *amounts, sources=(PAPER,))
    amount = Range(certain, expected, ceiling, "CNY", Basis.PUBLISHED, (PAPER,))
    return Subsidy(amount, certain, ceiling, (policy,))


def order(scores):
    scores = np.asarray(scores, np.float32)
    return Order(np.argsort(-scores, kind="stable"), scores)


def ranking(offers, scores=None):
    ids = tuple(one.site.id for one in offers)
    first = offers[0]
    city = CityOffer(
        "苏州", "320500", 0.5, ("s0",), ("s9",), ids[:1], first.cost, first.subsidy, first.uplift
    )
    values = np.zeros((len(CRITERIA), len(ids)), np.float32)
    bounds: dict[Criterion, object] = {}
    return Ranking(
        tuple(offers),
        (city,),
        Board(ids, values, bounds),
        Board(("苏州",), values[:, :1], bounds),
        WEIGHTS,
        order(range(len(ids), 0, -1) if scores is None else scores),
        order([1]),
    )


def script(count=6):
    times = (DayPart.DAY, DayPart.NIGHT)
    scenes = tuple(
        Scene(
            f"s{i}",
            1,
            i + 1,
            IntExt.INT if i % 2 else IntExt.EXT,
            times[i % 2],
            "沈家花园",
            needs=(Need("garden", 0.9, ("花园",)),) if i else (),
        )
        for i in range(count)
    )
    sets = (
        ScriptSet("a", "沈家花园", tuple(f"s{i}" for i in range(count - 2))),
        ScriptSet("b", "码头", tuple(f"s{i}" for i in range(count - 2, count))),
    )
    return Script("一曲", scenes, sets)

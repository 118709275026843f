"""Pitches made by hand for maps and pages."""

from __future__ import annotations

import math
from datetime import date
from itertools import combinations

import numpy as np

from geo.model import BaseMap, Kind, Rings, Site
from geo.model.pitch import (
    Audience,
    BureauCard,
    Pitch,
    PitchLang,
    PitchLeg,
    PitchSite,
    PitchWishes,
    SiteFile,
)

TODAY = date(2026, 11, 22)
TONGLI = ("同里", "Tongli", 120.72, 31.155)
LILI = ("黎里", "Lili", 120.71, 31.0)
ZHENZE = ("震泽", "Zhenze", 120.49, 30.91)
THREE = (TONGLI, LILI, ZHENZE)


def site(number, name_zh, name_en, lon, lat):
    """A site with the least that a map asks of it."""
    return Site(
        f"s{number}", name_zh, name_en, list(Kind)[number % 4], "320500", "苏州", "Suzhou",
        "吴江区", lat, lon, "source", 50.0,
    )  # fmt: skip


def pitch(places=THREE, audience=Audience.PUBLIC, lang=PitchLang.ZH, today=TODAY):
    """A pitch of ``places`` (name, English, lon, lat) with a leg between every two."""
    sites = [site(number, *place) for number, place in enumerate(places)]
    legs = []
    for one, two in combinations(sites, 2):
        east = (two.lon - one.lon) * 111.32 * math.cos(math.radians(one.lat))
        km = math.hypot(east, (two.lat - one.lat) * 111.32)
        legs.append(PitchLeg(one.id, two.id, km, 0.0, km * 1.3, km * 2))
    return Pitch(
        "一曲姑苏", "苏州", "Suzhou", tuple(PitchSite(one, SiteFile(one.id)) for one in sites),
        (), (), None, tuple(legs), (), (), BureauCard(),
        PitchWishes(audience=audience, lang=lang), today,
    )  # fmt: skip


def ring(name, adcode, *parts):
    """Rings of parts given as lists of lon/lat."""
    offsets = np.cumsum([0, *(len(part) for part in parts)])
    return Rings(name, adcode, np.array([p for part in parts for p in part], float), offsets)


def square(west, south, east, north):
    """A closed box."""
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


# 太湖 with an island, Wujiang around it, all of the country as a box, and a dash far south
BASE = BaseMap(
    provinces=(ring("江苏省", "320000", square(110, 25, 122, 35)),),
    cities=(ring("苏州市", "320500", square(119.9, 30.7, 121.4, 32.1)),),
    counties=(
        ring("吴江区", "320509", square(120.3, 30.7, 120.95, 31.3)),
        ring("远县", "110101", square(116, 39, 117, 40)),
    ),
    nine_dash=ring("九段线", "", [(110.0, 12.0), (110.0, 14.0)]),
    land=(ring("亚洲", "", square(70, 0, 140, 60)),),
    rivers=(ring("运河", "", [(120.6, 30.5), (120.6, 31.5)]),),
    lakes=(
        ring("太湖", "", square(120.45, 30.95, 120.68, 31.2), square(120.5, 31.0, 120.55, 31.05)),
    ),
    credit="天地图",
)

"""Records that may be of one and the same place: much the same name, close by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.catalogue.near import Spots
from geo.model import Kind, Reason, Site

FAR_KM = 5.0
LEAST_KM = 0.5
ALIKE = 0.7
"""Share of letter pairs two names have in common (Dice) from which on they are alike (our rule)."""

SHORTEST = 3
BRACKETS = re.compile(r"[(（][^)）]*[)）]")
GENERIC = re.compile(
    "风景名胜区|风景旅游区|旅游度假区|旅游景区|旅游区|风景区|景区|历史文化街区|历史街区|影视基地|拍摄基地"
)
NOT_NAME = re.compile(r"[\s·•—\-“”\"'《》、,，]")


def doubles(sites: Sequence[Site], around: Sequence[Site]) -> Iterator[tuple[Site, Site, Reason]]:
    """Pairs (one of ``sites``, another of ``around``), each once, with how far apart they lie.

    A craft is no double of the place it is shown at, nor a set of its base.
    """
    everyone = [*around]
    spots = Spots([one.lat for one in everyone], [one.lon for one in everyone])
    told: set[frozenset[str]] = set()
    for site in sites:
        rows, far = spots.within(site.lat, site.lon, FAR_KM)
        for row, km in zip(rows.tolist(), far.tolist(), strict=True):
            other = everyone[row]
            pair = frozenset((site.id, other.id))
            if len(pair) == 1 or pair in told or not _same(site, other, km):
                continue
            told.add(pair)
            names = {"site": site.name_zh, "site_en": site.name_en or site.name_zh}
            others = {"other": other.name_zh, "other_en": other.name_en or other.name_zh}
            apart = {"km": round(km, 1), "city": site.city_zh, "city_en": site.city_en}
            yield site, other, Reason("health_double", {**names, **others, **apart})


def _same(one: Site, other: Site, km: float) -> bool:
    """Whether both may be one place: pins may be off by what they say they are."""
    if (one.kind is Kind.ICH) != (other.kind is Kind.ICH):
        return False
    if one.parent == other.id or other.parent == one.id:
        return False
    if one.parent is not None and one.parent == other.parent:
        return False
    doubt = (one.coord_uncertainty_m + other.coord_uncertainty_m) / 1000
    return km <= min(FAR_KM, LEAST_KM + doubt) and alike(one.name_zh, other.name_zh)


def alike(one: str, other: str) -> bool:
    """Whether two names are much the same: brackets and generic words aside."""
    first, second = _bare(one), _bare(other)
    if first == second:
        return True
    if min(len(first), len(second)) < SHORTEST:
        return False
    pairs = [{name[at : at + 2] for at in range(len(name) - 1)} for name in (first, second)]
    shared = len(pairs[0] & pairs[1])
    return 2 * shared / (len(pairs[0]) + len(pairs[1])) >= ALIKE


def _bare(name: str) -> str:
    plain = NOT_NAME.sub("", BRACKETS.sub("", name)).casefold()
    short = GENERIC.sub("", plain)
    return short or plain

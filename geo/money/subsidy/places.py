"""Names of regions: with or without their suffix, and whether one lies in another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from geo.model import Policy, PolicyBook, Region

_SUFFIXES = (
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "特别行政区",
    "省",
    "市",
    "区",
    "县",
)


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """The name without 省, 市, 区 ...; two characters at least are kept."""
    name = name.strip()
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name.removesuffix(suffix)
    return name


def applies(region: Region, place: Region) -> bool | None:
    """Whether a policy of ``region`` can reach ``place``: True, False, or None = only in a part.

    A zone inside a county (东阳市横店) counts as that county: nobody can tell the rest.
    """
    for named, here in zip(region.levels, place.levels, strict=True):
        if named is None:
            return True
        if here is None:
            return None
        if bare(named) != bare(here) and not bare(named).startswith(bare(here)):
            return False
    return True


def inside(
    value: str,
    region: Region,
    place: Region,
    cities: Mapping[str, str],
    parents: Mapping[str, tuple[str, ...]],
) -> bool | None:
    """Whether the place called ``value`` lies in ``region``; None when that cannot be told.

    ``place`` lies in the region by assumption; ``cities`` is bare city -> bare province;
    ``parents`` is a gazetteer, name -> names of the regions that hold it (none: a province).
    """
    target, given = bare(region.name), bare(value)
    if not target or target in value or target == given:
        return True
    levels = [bare(each) if each else None for each in region.levels]
    depth = max(at for at, each in enumerate(levels) if each)
    below = [bare(each) for each in place.levels[depth + 1 :] if each]
    # a name that a condition tells may be no region of the place at all
    if given in below and applies(region, place) is not False:
        return True
    if given in levels[:depth]:
        return None
    chain = parents.get(value, parents.get(given))
    if chain:
        return target in [bare(each) for each in chain]
    if given in cities:
        return cities[given] == target if depth == 0 else False
    if levels[0] and (chain is not None or given in cities.values()):
        # another province than the one that holds the region
        return False
    return None


def reaching(book: PolicyBook, place: Region) -> tuple[Policy, ...]:
    """Policies that reach ``place`` or a part of it."""
    return tuple(each for each in book.policies if applies(each.region, place) is not False)

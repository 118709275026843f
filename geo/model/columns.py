"""The offers of a ranking as columns: worked out once, and kept through every re-weighting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from geo.model.ranking import CityOffer, Excluded, SiteOffer

Mask: TypeAlias = NDArray[np.bool_]
T = TypeVar("T", bound=np.generic)

SHOWN = ("cost", "subsidy", "uplift")
"""Criteria whose figures a list shows."""


class SiteColumns:
    """What is asked of all offers at once, as arrays (N,) that nobody may write to.

    Each is made when first asked for; ``prepare`` makes all of them, for those who may not wait
    later.
    """

    def __init__(
        self, offers: tuple[SiteOffer, ...] = (), excluded: tuple[Excluded, ...] = ()
    ) -> None:
        self.offers, self.excluded = offers, excluded

    def belong_to(self, offers: tuple[SiteOffer, ...], excluded: tuple[Excluded, ...]) -> bool:
        """Whether these are the columns of just these offers, none other like them."""
        return self.offers is offers and self.excluded is excluded

    @cached_property
    def of_site(self) -> Mapping[str, int]:
        """Column by id of the site."""
        return {offer.site.id: column for column, offer in enumerate(self.offers)}

    def offer(self, site_id: str | None) -> SiteOffer | None:
        """The offer of a site; None where it is not on the board."""
        column = None if site_id is None else self.of_site.get(site_id)
        return None if column is None else self.offers[column]

    @cached_property
    def standing(self) -> Mask | None:
        """False for what is excluded; None where nothing is."""
        if not self.excluded:
            return None
        return _kept(~self.among(one.site_id for one in self.excluded))

    @cached_property
    def serves(self) -> Mask:
        """Whether the site serves any scene."""
        some = (bool(offer.matches) for offer in self.offers)
        return _kept(np.fromiter(some, np.bool_, len(self.offers)))

    @cached_property
    def by_city(self) -> Mapping[str, NDArray[np.intp]]:
        """Columns of the sites of each city, ascending, by its Chinese name."""
        names: dict[str, int] = {}
        numbers = (names.setdefault(one.site.city_zh, len(names)) for one in self.offers)
        city = np.fromiter(numbers, np.intp, len(self.offers))
        ranked = np.argsort(city, kind="stable")
        ends = np.searchsorted(city[ranked], np.arange(1, len(names)))
        parts = np.split(ranked, ends) if names else ()
        return {name: _kept(part) for name, part in zip(names, parts, strict=True)}

    def in_city(self, city: str) -> Mask:
        """Whether the site lies in ``city``, by its Chinese name."""
        mask = np.zeros(len(self.offers), np.bool_)
        mask[self.by_city.get(city, [])] = True
        return mask

    @cached_property
    def tops(self) -> Mapping[str, NDArray[np.float64]]:
        """The highest known end of each figure that a list shows."""
        return {criterion: _kept(line) for criterion, line in highest(self.offers).items()}

    def among(self, site_ids: Iterable[str]) -> Mask:
        """Whether the site is one of these; ids that are not on the board are passed over."""
        mask = np.zeros(len(self.offers), np.bool_)
        places = [self.of_site[one] for one in site_ids if one in self.of_site]
        mask[np.array(places, np.intp)] = True
        return mask

    def serving(self, scene_ids: Iterable[str]) -> Mask:
        """Whether the site serves any of these scenes."""
        scenes, columns, numbers, _ = self._matches
        wanted = np.zeros(len(scenes), np.bool_)
        wanted[[scenes[one] for one in scene_ids if one in scenes]] = True
        mask = np.zeros(len(self.offers), np.bool_)
        mask[columns[wanted[numbers]]] = True
        return mask

    @cached_property
    def direct_scenes(self) -> frozenset[str]:
        """Ids of the scenes that some site serves as written; what is excluded serves none."""
        return self._scenes(direct=True)

    @cached_property
    def served_scenes(self) -> frozenset[str]:
        """Ids of the scenes that some site serves, as written or standing in."""
        return self._scenes(direct=False)

    def _scenes(self, *, direct: bool) -> frozenset[str]:
        scenes, columns, numbers, as_written = self._matches
        kept = as_written if direct else np.ones(len(numbers), np.bool_)
        if self.standing is not None:
            kept = kept & self.standing[columns]
        had = np.zeros(len(scenes), np.bool_)
        had[numbers[kept]] = True
        return frozenset(one for one, number in scenes.items() if had[number])

    @cached_property
    def _matches(
        self,
    ) -> tuple[dict[str, int], NDArray[np.int32], NDArray[np.int32], Mask]:
        """Number by scene id; and per match its column, its scene's number, whether direct."""
        scenes: dict[str, int] = {}
        counts = np.fromiter((len(one.matches) for one in self.offers), np.intp, len(self.offers))
        total = int(counts.sum())
        every = (match for offer in self.offers for match in offer.matches)
        numbers = np.empty(total, np.int32)
        direct = np.empty(total, np.bool_)
        for at, match in enumerate(every):
            numbers[at] = scenes.setdefault(match.scene_id, len(scenes))
            direct[at] = match.direct
        columns = np.repeat(np.arange(len(self.offers), dtype=np.int32), counts)
        return scenes, _kept(columns), _kept(numbers), _kept(direct)

    def prepare(self) -> SiteColumns:
        """Work everything out now, beside the window."""
        for name in _PARTS:
            getattr(self, name)
        return self


_PARTS = ("of_site", "standing", "serves", "by_city", "tops", "direct_scenes", "served_scenes")


def highest(
    offers: Iterable[SiteOffer] | Iterable[CityOffer],
) -> Mapping[str, NDArray[np.float64]]:
    """Highest known end of cost a day, subsidy and visits; not-a-number where nobody knows."""
    tops = [
        [one.cost.priced.ends[1], one.subsidy.amount.ends[1], one.uplift.visits.ends[1]]
        for one in offers
    ]
    # a float array holds None as not-a-number
    lines = np.array(tops, np.float64).reshape(-1, len(SHOWN)).T
    return {name: np.ascontiguousarray(line) for name, line in zip(SHOWN, lines, strict=True)}


def _kept(array: NDArray[T]) -> NDArray[T]:
    """``array``, which nobody may write to from now on."""
    array.flags.writeable = False
    return array

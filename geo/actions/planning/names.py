"""Reasons with the names of what they speak of: rooms know ids, people know names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.actions.planning.strips import Work
from geo.model import Reason, Scalar, Site
from geo.plan.ground import Town

_SITES = {"site_id": "site", "place": "site", "one": "one", "two": "two", "near_id": "near"}


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id: sites and cities in both languages, sets as the script has them."""

    sites: Mapping[str, tuple[str, str]]
    sets: Mapping[str, str]
    towns: Mapping[str, tuple[str, str]]

    def told(self, reason: Reason) -> Reason:
        """The reason with names beside the ids of its site and set, in place of all others."""
        values: dict[str, Scalar] = {}
        for key, value in reason.values.items():
            if key in ("set_id", "site_id"):
                values[key] = value
            if key == "set_id":
                values["set"] = self.sets.get(str(value), str(value))
            elif key in _SITES and str(value) in self.sites:
                name = _SITES[key]
                values[name], values[f"{name}_en"] = self.sites[str(value)]
            elif key in ("city", "city_id") and str(value) in self.towns:
                values["city"], values["city_en"] = self.towns[str(value)]
            else:
                values[key] = value
        return Reason(reason.code, values)

    def all_told(self, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        """Each reason once, with names."""
        found: list[Reason] = []
        for reason in map(self.told, reasons):
            if reason not in found:
                found.append(reason)
        return tuple(found)

    def of_site(self, site_id: str) -> dict[str, Scalar]:
        """The values by which a sentence names a site."""
        name, name_en = self.sites.get(site_id, (site_id, site_id))
        return {"site": name, "site_en": name_en}


def make_names(sites: Iterable[Site], work: Work, towns: Iterable[Town]) -> Names:
    """Names of all that a plan can speak of."""
    return Names(
        {site.id: (site.name_zh, site.name_en) for site in sites},
        {one.id: one.name for one in work.sets},
        {one.code: (one.zh, one.en) for one in towns} | {one.zh: (one.zh, one.en) for one in towns},
    )

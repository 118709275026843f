"""The counter at which a pack is put together: places, scenes, prices, all of them once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from geo.actions.pitch.guard import public_costs, public_site, public_subsidy, public_uplift
from geo.actions.pricing import Pricing
from geo.actions.ranking import COUNTED_BY, rank
from geo.actions.workspace import Workspace
from geo.match import Terms, carriers, fit_table
from geo.model import (
    Match,
    Need,
    ProjectFacts,
    Ranking,
    Scene,
    Script,
    Site,
    Subsidy,
    Uplift,
    Wishes,
)
from geo.model.pitch import PitchWishes
from geo.money import Spot, forecast
from geo.progress import Job

ASKED = "need."
SAME_FIT = 1e-4
"""Fits closer than this are the same: they are kept with four figures."""


@dataclass(frozen=True)
class Counter:
    """What everything in a pack is worked out from. ``script`` holds the played scenes alone."""

    ws: Workspace
    facts: ProjectFacts
    wishes: PitchWishes
    script: Script
    ranking: Ranking | None
    today: date

    @cached_property
    def pricing(self) -> Pricing:
        """Prices without what was told in confidence."""
        costs = public_costs(self.ws.money.costs, self.wishes.disclose)
        return Pricing(self.ws, self.facts, self.today, self.script.scenes, costs)

    @cached_property
    def catalogue(self) -> Mapping[str, Site]:
        """Every place by id."""
        return {site.id: site for site in self.ws.store.sites()}

    @cached_property
    def _ranked(self) -> Mapping[str, tuple[Match, ...]]:
        offers = () if self.ranking is None else self.ranking.sites
        return {offer.site.id: offer.matches for offer in offers}

    def public(self, site: Site) -> Site:
        """``site`` as it may be shown."""
        return public_site(site, self.wishes.disclose)

    def support(self, subsidy: Subsidy) -> Subsidy:
        """Money back, without the names of whoever told the office of a policy."""
        return public_subsidy(subsidy, self.ws.money.policies.policies)

    def gain(self, spot: Spot) -> Uplift:
        """What a place gains, without the names of whoever told the office its assumptions."""
        model = self.ws.money.uplift
        return public_uplift(forecast(spot, self.facts, model), model)

    def ranked(self, cities: Sequence[str]) -> Job[Counter]:
        """The same counter with a ranking of ``cities``, under the wishes there were."""
        wishes = Wishes() if self.ranking is None else self.ranking.wishes
        weights = self.ws.default_weights
        made = yield from rank(
            self.ws, self.script, self.facts, weights, cities, self.today, wishes=wishes
        )
        return replace(self, ranking=made)

    def matches(self, sites: Sequence[Site]) -> Mapping[str, tuple[Match, ...]]:
        """What each of ``sites`` serves: as ranked, or by the same rules where it is not."""
        missing = [site for site in sites if site.id not in self._ranked]
        found = {site.id: self._ranked[site.id] for site in sites if site.id in self._ranked}
        if missing and self.script.scenes:
            table = fit_table(
                missing, self.script.scenes, self.ws.vocabulary, self.ws.rules, self._terms(missing)
            )
            found |= {site.id: table.matches(row) for row, site in enumerate(missing)}
        return {site.id: found.get(site.id, ()) for site in sites}

    def _terms(self, sites: Iterable[Site]) -> Terms:
        wishes = Wishes() if self.ranking is None else self.ranking.wishes
        home, cities = self.pricing.home, {site.city_zh for site in sites}
        around = [site for site in self.catalogue.values() if site.city_zh in cities]
        named = {need.term for scene in self.script.scenes for need in scene.culture}
        crafts = self.ws.vocabulary.culture
        words = [crafts[code] for code in sorted(named) if code in crafts]
        homes = {code: codes for code, (_, codes) in carriers(around, words).items()}
        return Terms(
            self.today,
            self.ws.permits,
            base=None if home is None else (home.lat, home.lon),
            agreed=wishes.agreed,
            homes=homes,
            uncounted=frozenset(COUNTED_BY[one] for one in COUNTED_BY if one in wishes.extra),
        )


def script_of(script: Script | None, needs: Sequence[str], known: Collection[str]) -> Script:
    """The scenes to be served: those played, else one for each known need, else none."""
    if script is not None:
        return replace(script, scenes=script.played)
    wanted = [code for code in dict.fromkeys(needs) if code in known]
    scenes = tuple(
        Scene(f"{ASKED}{code}", None, number, None, None, "", needs=(Need(code, 1.0),))
        for number, code in enumerate(wanted, 1)
    )
    return Script("", scenes)


def assigned(
    scenes: Sequence[Scene], matches: Mapping[str, Sequence[Match]]
) -> dict[str, tuple[Match, ...]]:
    """Give each scene to the place that fits it best, in the order of the script.

    Where several fit it alike, as few places as can be found take such scenes: those that must
    come anyway first, then whichever takes the most of what is left.
    """
    ids = list(matches)
    fit = np.zeros((len(ids), len(scenes)))
    found: dict[tuple[int, int], Match] = {}
    columns = {scene.id: column for column, scene in enumerate(scenes)}
    for row, site_id in enumerate(ids):
        for match in matches[site_id]:
            if match.scene_id in columns:
                column = columns[match.scene_id]
                fit[row, column] = match.fit
                found[row, column] = match
    if not fit.size:
        return dict.fromkeys(ids, ())
    best = fit.max(axis=0)
    able = (fit >= best - SAME_FIT) & (fit > 0)
    taker = np.full(len(scenes), -1)
    alone = able.sum(axis=0) == 1
    chosen = list(dict.fromkeys(able[:, alone].argmax(axis=0).tolist())) if alone.any() else []
    left = best > 0
    for row in sorted(chosen):
        taker[left & able[row]] = row
        left &= ~able[row]
    while left.any():
        row = int((able & left).sum(axis=1).argmax())
        taker[left & able[row]] = row
        left &= ~able[row]
    return {
        site_id: tuple(found[row, int(column)] for column in np.flatnonzero(taker == row))
        for row, site_id in enumerate(ids)
    }

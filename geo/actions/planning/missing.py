"""Sets that nobody shoots: why, and what would cover them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np

from geo.actions.planning.fits import Fits
from geo.actions.planning.rules import PlanRules
from geo.actions.planning.strips import Work
from geo.model import (
    Arrangement,
    BookingStatus,
    Planned,
    Ranking,
    Reason,
    Scalar,
    ScriptSet,
    Site,
    Uncovered,
)

STAGES = frozenset({"studio_stage", "greenscreen_stage", "led_virtual_stage"})
MOST = 3
"""Remedies of one kind told of a set."""

Elsewhere = Callable[[Sequence[str]], tuple[Site, float] | None]
"""Of a set's scenes the best site of cities that are not compared, with its fit."""


class Missing:
    """What is known of sets that are left out; worked out when first asked for."""

    def __init__(
        self,
        fits: Fits,
        work: Work,
        ranking: Ranking,
        planned: Planned,
        rules: PlanRules,
        elsewhere: Elsewhere,
        start: date | None = None,
    ) -> None:
        self._start = start
        self._fits, self._work, self._planned, self._rules = fits, work, planned, rules
        self._ranking, self._elsewhere = ranking, elsewhere
        self._out = {one.site_id: one.by_rule for one in ranking.excluded}
        self._known: dict[str, tuple[Reason, tuple[Reason, ...]]] = {}

    def left_out(self, arrangement: Arrangement) -> tuple[Uncovered, ...]:
        """The sets of which scenes lie on no day."""
        laid, used = set(arrangement.sites), set(arrangement.sites.values())
        found = []
        for one in self._fits.sets:
            missing = [strip for strip in self._work.of_set(one.id) if strip.id not in laid]
            if missing:
                scenes = tuple(scene for strip in missing for scene in strip.scenes)
                because, remedies = self._told(one.id)
                if self._fits.open[self._fits.rows[one.id]].any():
                    remedies = (self._lay(one.id, used),)
                found.append(Uncovered(one.id, scenes, because, remedies))
        return tuple(found)

    def counted(self, uncovered: Sequence[Uncovered]) -> float:
        """CNY counted for scenes left out: no money, but what the plan is chosen by."""
        return sum(self._count(one.set_id, len(one.scenes)) for one in uncovered)

    def worth(self, sets: Sequence[ScriptSet]) -> float:
        """CNY counted for whole sets left out."""
        return sum(self._count(one.id, len(one.scenes)) for one in sets)

    def _count(self, set_id: str, scenes: int) -> float:
        return scenes * self._planned.wishes.weights.get(set_id, 1.0) * self._rules["left_out"]

    def _told(self, set_id: str) -> tuple[Reason, tuple[Reason, ...]]:
        if set_id not in self._known:
            self._known[set_id] = self._because(set_id), self._remedies(set_id)
        return self._known[set_id]

    def _because(self, set_id: str) -> Reason:
        fits, row = self._fits, self._fits.rows[set_id]
        values: dict[str, Scalar] = {"set": fits.sets[row].name}
        if fits.open[row].any():
            if all(map(self._is_over, self._able(row))):
                return Reason("plan_left_by_windows", values)
            return Reason("plan_left_dear", {**values, "amount": self.worth([fits.sets[row]])})
        if set_id in fits.locks:
            return Reason("plan_left_locked", values)
        if (fits.fit[row] > 0).any():
            return Reason("plan_left_by_wishes", values)
        if self._barred(row):
            return Reason("plan_left_by_rules", values)
        return Reason("plan_left_none", values)

    def _remedies(self, set_id: str) -> tuple[Reason, ...]:
        fits, row = self._fits, self._fits.rows[set_id]
        found: list[Reason] = []
        best = np.argsort(-fits.fit[row], kind="stable")
        shut = [
            fits.sites[c] for c in best.tolist() if fits.fit[row, c] > 0 and not fits.open[row, c]
        ]
        if fits.open[row].any():
            return ()
        found += [self.door(set_id, site) for site in shut[:MOST]]
        found += [Reason("plan_remedy_agree", _named(one)) for one in self._barred(row)[:MOST]]
        partly = self._partly(row)
        if partly is not None:
            site, some = partly
            values = {**_named(site), "some": some, "all": len(fits.sets[row].scenes)}
            found.append(Reason("plan_remedy_split", values))
        if not found:
            other = self._elsewhere(fits.sets[row].scenes)
            if other is not None:
                site = other[0]
                city = {"city": site.city_zh, "city_en": site.city_en}
                found.append(Reason("plan_remedy_city", {**_named(site), **city}))
        stage = self._stage()
        if stage is not None:
            found.append(Reason("plan_remedy_build", _named(stage)))
        return tuple(found)

    def _lay(self, set_id: str, used: set[str]) -> Reason:
        """Where to lay a set by hand: on a day of a site of the plan, else at one more site."""
        fits, row = self._fits, self._fits.rows[set_id]
        there = fits.open[row] & np.array([site.id in used for site in fits.sites])
        able = there if there.any() else fits.open[row]
        site = fits.sites[int(np.where(able, fits.fit[row], -1).argmax())]
        if all(map(self._is_over, self._able(row))):
            return Reason("plan_remedy_window", _named(site))
        return Reason("plan_remedy_lay" if there.any() else "plan_remedy_add", _named(site))

    def _able(self, row: int) -> list[Site]:
        """Sites that may serve the set."""
        return [self._fits.sites[c] for c in np.flatnonzero(self._fits.open[row]).tolist()]

    def _is_over(self, site: Site) -> bool:
        """Whether all days on which a site can be used lie before the first."""
        windows, start = self._planned.wishes.windows.get(site.id, ()), self._start
        return bool(windows) and start is not None and all(max(one) < start for one in windows)

    def door(self, set_id: str, site: Site) -> Reason:
        """Which wish keeps a site away that would serve, as what to do about it."""
        return Reason(self._door(set_id, site), _named(site))

    def _door(self, set_id: str, site: Site) -> str:
        """Which wish keeps a site away that would serve."""
        refused = any(
            (one.set_id, one.site_id, one.status) == (set_id, site.id, BookingStatus.REFUSED)
            for one in self._planned.bookings
        )
        if refused:
            return "plan_remedy_ask_again"
        if site.id in self._planned.wishes.must_not_use:
            return "plan_remedy_allow"
        if site.id in self._out:
            return "plan_remedy_agree" if self._out[site.id] else "plan_remedy_must"
        if self._planned.wishes.cities and site.city_zh not in self._planned.wishes.cities:
            return "plan_remedy_wish_city"
        return "plan_remedy_unlock" if set_id in self._fits.locks else "plan_remedy_fit"

    def _barred(self, row: int) -> list[Site]:
        """Sites that would serve a scene of the set if no rule kept it away."""
        scenes = set(self._fits.sets[row].scenes)
        return [
            offer.site
            for offer in self._ranking.sites
            if scenes & {one.scene_id for one in offer.lost}
        ]

    def _partly(self, row: int) -> tuple[Site, int] | None:
        """The site that serves most scenes of the set, though not all."""
        scenes = set(self._fits.sets[row].scenes)
        counts = [
            (sum(match.scene_id in scenes for match in offer.matches), -at)
            for at, offer in enumerate(self._ranking.sites)
        ]
        some, at = max(counts, default=(0, 0))
        return (self._ranking.sites[-at].site, some) if 0 < some < len(scenes) else None

    def _stage(self) -> Site | None:
        """A stage to build a set on, where the ranking has one."""
        out = self._out
        for offer in self._ranking.sites:
            if offer.site.id not in out and any(
                had.scene_type in STAGES for had in offer.site.scene_types
            ):
                return offer.site
        return None


def _named(site: Site) -> Mapping[str, Scalar]:
    return {"site": site.name_zh, "site_en": site.name_en}

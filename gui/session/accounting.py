"""Accounts: all about money for the place looked at, and for some cities side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from geo.errors import KnownError
from geo.model import Account, CityOffer, Evidence, Ranking, SiteOffer
from gui.session.api import Actions
from gui.session.editing import Editing
from gui.session.state import Changes
from gui.task import Pool

MOST_COMPARED = 6


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an account was asked for; other weights leave the offers what they are."""

    offers: tuple[CityOffer, ...]
    about: tuple[str | None, ...]
    evidence: Evidence

    def holds(self, ranking: Ranking, about: tuple[str | None, ...], evidence: Evidence) -> bool:
        """Whether it would be the same question again."""
        same = self.offers is ranking.cities and self.evidence is evidence
        return same and self.about == about


class Accounting(Editing):
    """Reckons after each ranking, while somebody watches; an older answer is thrown away.

    Which place: the site selected, or with ``State.whole_city`` its city; ``State.money_city``
    where no site is selected, else the city ranked first.
    """

    def __init__(
        self,
        actions: Actions | None,
        assets: Path,
        data: Path,
        *,
        language: str = "zh",
        pool: Pool | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(actions, assets, data, language=language, pool=pool, parent=parent)
        self._watched = False
        # a city that was told gives way to the next site that is selected
        self._city_stands = False
        self._site_seen: str | None = None
        self._account_asked: _Asked | None = None
        self._cities_asked: _Asked | None = None
        self.changed.connect(self._follow_money)

    @property
    def money_place(self) -> tuple[str, str | None] | None:
        """City and site (None: the whole city) that the account is about; None before ranking."""
        ranking = self.state.ranking
        if ranking is None or not ranking.cities:
            return None
        site = self._ranked_site(self.state.selection.site)
        if site is not None and not self.state.whole_city:
            return site.site.city_zh, site.site.id
        cities = [one.city for one in ranking.cities]
        wanted = self.state.money_city
        if site is not None and not self._city_stands:
            wanted = site.site.city_zh
        return (wanted if wanted in cities else cities[int(ranking.city_order.first(1)[0])]), None

    @property
    def compared_cities(self) -> tuple[str, ...]:
        """The cities side by side: those asked for, else the first six that are ranked."""
        ranking = self.state.ranking
        ranked = tuple(one.city for one in ranking.cities) if ranking is not None else ()
        return self.state.compared or ranked[:MOST_COMPARED]

    def watch_money(self, *, on: bool) -> None:
        """Reckon from now on (and what was missed), or no more until asked again."""
        self._watched = on
        if on:
            self.reckon()

    def show_city_money(self, city: str) -> None:
        """Look at the whole of ``city``."""
        self._city_stands = True
        self.put(money_city=city, whole_city=True)

    def show_site_money(self, site_id: str) -> None:
        """Look at one site."""
        self.put(whole_city=False)
        self.select(site=site_id)

    def show_whole_city(self, *, on: bool) -> None:
        """Look at the whole city of the site, or at the site (the best of the city if need be)."""
        place = self.money_place
        if place is None:
            return
        if on:
            self.show_city_money(place[0])
            return
        site = self._ranked_site(self.state.selection.site)
        if site is None or site.site.city_zh != place[0]:
            site = self._best_site(place[0])
        if site is not None:
            self.show_site_money(site.site.id)

    def compare(self, cities: Sequence[str]) -> None:
        """Put these cities side by side, six at most; none named means those that are ranked."""
        self.put(compared=tuple(dict.fromkeys(cities))[:MOST_COMPARED])

    def reckon(self) -> None:
        """Ask for the account of the present ranking and place, unless it is there or on its way.

        The cities side by side come after it.
        """
        state, place = self.state, self.money_place
        if self._ws is None or not self._watched:
            return
        if place is None or state.ranking is None or state.script is None:
            self._forget_accounts()
            return
        asked = self._account_asked
        if asked is not None and asked.holds(state.ranking, place, state.evidence):
            self._reckon_cities()
            return
        self.forget_notes("account")
        self._account_asked = _Asked(state.ranking.cities, place, state.evidence)
        job = self._actions.account(
            self._ws, state.ranking, state.script, state.facts, *place, evidence=state.evidence
        )
        self.ask("account", job, self._take_account, failed=self._no_account)

    def _take_account(self, account: Account | None) -> None:
        self.put(account=account)
        self._reckon_cities()

    def _no_account(self, _error: KnownError) -> None:
        self._take_account(None)

    def _reckon_cities(self) -> None:
        state, cities = self.state, self.compared_cities
        # what stands in the way of the account is told once
        if state.account is None or state.ranking is None or state.script is None:
            return
        asked = self._cities_asked
        if self._ws is None or (
            asked is not None and asked.holds(state.ranking, cities, state.evidence)
        ):
            return
        self.forget_notes("compare_cities")
        self._cities_asked = _Asked(state.ranking.cities, cities, state.evidence)
        job = self._actions.compare(
            self._ws,
            state.script,
            state.facts,
            cities,
            evidence=state.evidence,
            wishes=state.ranking.wishes,
        )
        self.ask("compare_cities", job, lambda accounts: self.put(accounts=accounts))

    def _forget_accounts(self) -> None:
        self._account_asked = self._cities_asked = None
        if self.state.account is not None or self.state.accounts:
            self.put(account=None, accounts=())

    def rank(self) -> None:
        """Price and rank; what is being reckoned on the old ranking is given up."""
        for kind in ("account", "compare_cities"):
            self.stop(kind)
        self._account_asked = self._cities_asked = None
        super().rank()

    def export_accounts(self, path: Path) -> None:
        """Write the place looked at, and the cities beside it, as a workbook."""
        mine = self.state.account
        if self._ws is None or mine is None:
            return
        others = (one for one in self.state.accounts if mine.site_id or one.city != mine.city)
        write = self._actions.export_accounts
        self.write_file(write(self._ws, (mine, *others), path, self.state.language))

    def _follow_money(self, changes: Changes) -> None:
        """Go where the site is that is selected now; reckon what is not reckoned yet."""
        if changes.touch("selection") and self.state.selection.site != self._site_seen:
            self._site_seen = self.state.selection.site
            self._city_stands = False
        wanted = ("ranking", "evidence", "selection", "money_city", "whole_city", "compared")
        if changes.touch(*wanted):
            self.reckon()

    def _ranked_site(self, site_id: str | None) -> SiteOffer | None:
        ranking = self.state.ranking
        return None if ranking is None else ranking.columns.offer(site_id)

    def _best_site(self, city: str) -> SiteOffer | None:
        ranking = self.state.ranking
        if ranking is None:
            return None
        best = ranking.site_order.first(1, ranking.columns.in_city(city))
        return next((ranking.sites[column] for column in best), None)

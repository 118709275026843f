"""The ranked places or cities, what is left out of them, and what could change their order."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from geo.model import Mask, Ranking, Reason
from gui.models.city_model import CityModel
from gui.models.ranking_model import RankingModel
from gui.pages.page import Page
from gui.pages.sites.cities_dialog import CitiesDialog
from gui.pages.sites.hint_strip import HintStrip
from gui.pages.sites.list_notes import ALL, LEFT_OUT, REASONS, ListNotes
from gui.pages.sites.list_notes import CITIES as CITIES_ASKED
from gui.pages.sites.nothing_listed import ALL_CITIES, ALL_SETS, DROP_MUST, SCRIPT, NothingListed
from gui.pages.sites.ranked_list import RankedList
from gui.session import OFFERS, Changes, Session
from gui.texts import Role, city_shares, site_shares
from gui.widgets.photo_shelf import PhotoShelf

SITES, CITIES = "sites", "cities"


class ListPane(Page):
    """``counted`` tells in words how many are shown; ``mode_changed`` that the other list is on.

    ``page_asked``: another page tells why some places are left out.
    """

    script_asked = Signal()
    page_asked = Signal(str)
    counted = Signal(str)
    mode_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.mode = SITES
        self.site_model = RankingModel(parent=self)
        self.city_model = CityModel(self)
        self.shelf = PhotoShelf(self)
        self.sites = RankedList(self.site_model, self.shelf)
        self.cities = RankedList(self.city_model, self.shelf)
        self.empty = NothingListed()
        self.empty.chosen.connect(self._way_out)
        self._stack = QStackedWidget()
        self.notes = ListNotes()
        self.notes.asked.connect(self._way_out)
        self.hints = HintStrip()
        self.hints.site_asked.connect(self._follow_hint)
        self._lent_city: str | None = None
        self._asked: object = None
        self._mask: Mask | None = None
        self._lay_out()
        # the current row moves by itself when a list gets the focus, the selection does not
        self.sites.view.selectionModel().selectionChanged.connect(self._site_moved)
        self.cities.view.selectionModel().selectionChanged.connect(self._city_moved)
        self.retranslate()

    def _lay_out(self) -> None:
        holder = QWidget()
        above = QVBoxLayout(holder)
        above.setContentsMargins(8, 24, 8, 8)
        above.addWidget(self.empty)
        above.addStretch(1)
        for part in (self.sites, self.cities, holder):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notes)
        column.addWidget(self._stack, 1)
        column.addWidget(self.hints)

    @property
    def shown(self) -> RankedList:
        """The list of the mode that is on."""
        return self.sites if self.mode == SITES else self.cities

    def show_mode(self, mode: str) -> None:
        """Rank places, or cities; of these the first is pointed at until another is chosen."""
        self.mode = mode
        first, city = self.city_model.index(0, 0), self.state.selection.city
        if mode == CITIES and city is None and first.isValid():
            self._lent_city = str(first.data(Role.ID))
            self.session.select(city=self._lent_city)
        elif mode == SITES and city is not None and city == self._lent_city:
            # nobody chose it: the list of places is not narrowed to it
            self.session.unselect("city")
        if mode == SITES:
            self._lent_city = None
        self._show_list()
        self.mode_changed.emit(mode)

    def show_state(self, changes: Changes) -> None:
        """Draw lists and hint."""
        state = self.state
        # a choice that another made of a new ranking may be heard before the ranking itself
        if changes.touch("ranking", "script", "language", "selection", "only"):
            self._take_ranking(state.ranking)
        if changes.touch("rested", "language"):
            hints = state.rested.hints if state.rested is not None else ()
            # what is left out is told over the list, with its way on
            changing = [one for one in hints if not one.code.startswith(LEFT_OUT)]
            self.hints.tell(changing, self._say)
        if changes.touch(OFFERS, "defence"):
            self.site_model.set_shares(site_shares(state.defence))
            self.city_model.set_shares(city_shares(state.defence))
        if changes.touch("sites"):
            self.site_model.set_photos({one.id: one.photos for one in state.sites if one.photos})
        if changes.touch(OFFERS, "script", "selection", "only", "language"):
            self._filter()
            self.notes.tell(state.ranking, state.only, self._say)
            self._show_list()
            self.sites.point_at(state.selection.site)
            self.cities.point_at(state.selection.city)

    def _take_ranking(self, ranking: Ranking | None) -> None:
        script = self.state.script
        self.site_model.set_ranking(ranking, len(script.played) if script else 0)
        self.city_model.set_ranking(ranking)

    def _say(self, reason: Reason) -> str:
        phrases = self.state.phrases
        return reason.code if phrases is None else phrases.tell(reason, self.state.language)

    def _filter(self) -> None:
        """Leave out places that serve nothing, or nothing of the chosen set or city."""
        state = self.state
        ranking = state.ranking
        if ranking is None:
            return
        shown = self._narrowed(ranking)
        self.site_model.set_filter(shown)
        self.counted.emit(self._count(ranking, shown))

    def _count(self, ranking: Ranking, shown: Mask) -> str:
        """How many can be used, or how many of them are listed."""
        state, columns = self.state, ranking.columns
        serves = columns.serves if columns.standing is None else columns.serves & columns.standing
        useful = int(np.count_nonzero(serves))
        if (state.selection.script_set, state.selection.city, state.only) == (None, None, None):
            useless = len(ranking.sites) - len(ranking.excluded) - useful
            return self.tr("{n} 处可用 · {m} 处用不上").format(n=useful, m=useless)
        listed = int(np.count_nonzero(serves & shown))
        return self.tr("{n} 处，共 {m} 处").format(n=listed, m=useful)

    def _narrowed(self, ranking: Ranking) -> Mask:
        """Which columns to show; the same object until something else is asked for."""
        state, columns = self.state, ranking.columns
        sets = state.script.sets if state.script is not None else ()
        chosen = state.selection
        wanted = next((one.scenes for one in sets if one.id == chosen.script_set), None)
        asked = columns, wanted, chosen.city, state.only
        if self._mask is None or asked != self._asked:
            mask = columns.serves if wanted is None else columns.serving(wanted)
            if chosen.city is not None:
                mask = mask & columns.in_city(chosen.city)
            if state.only is not None:
                mask = mask & columns.among(hit.site_id for hit in state.only.hits)
            self._asked, self._mask = asked, mask
        return self._mask

    def _show_list(self) -> None:
        if self.state.ranking is None:
            self.counted.emit("")
            self.empty.explain(self.state)
        elif self.mode == SITES and not self.site_model.rowCount():
            self.empty.explain(self.state, self.notes.counts.elsewhere)
        else:
            self._stack.setCurrentIndex(0 if self.mode == SITES else 1)
            return
        self._stack.setCurrentIndex(2)

    def _way_out(self, key: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            SCRIPT: self.script_asked.emit,
            ALL_SETS: lambda: self.session.unselect("script_set"),
            ALL_CITIES: lambda: self.session.unselect("city"),
            ALL: lambda: self.session.show_only(None),
            CITIES_ASKED: lambda: CitiesDialog(self.session, self).exec(),
            REASONS: lambda: self.page_asked.emit("defend"),
            DROP_MUST: lambda: self.session.set_musts(self.state.wishes.musts[:-1]),
        }
        ways[key]()

    def _site_moved(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            self.session.select(site=str(index.data(Role.ID)))

    def _city_moved(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            city = str(index.data(Role.ID))
            if city != self._lent_city:
                self._lent_city = None
            self.session.select(city=city)

    def _follow_hint(self, site_id: str) -> None:
        self.show_mode(SITES)
        self.session.unselect("script_set", "city")
        self.session.show_only(None)
        self.session.select(site=site_id)

    def retranslate(self) -> None:
        """Set every text again."""
        self.sites.view.setAccessibleName(self.tr("取景地，按先后"))
        self.cities.view.setAccessibleName(self.tr("城市，按先后"))

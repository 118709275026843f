"""The ranked places or cities, what is left out of them, and what could change their order."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from geo.model import Ranking, Reason
from gui.models.city_model import CityModel
from gui.models.ranking_model import RankingModel
from gui.pages.page import Page
from gui.pages.sites.ranked_list import RankedList
from gui.session import Changes, Session
from gui.texts import Role
from gui.widgets import icons
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane, label

SITES, CITIES = "sites", "cities"


class ListPane(Page):
    """``counted`` tells in words how many are shown; ``mode_changed`` that the other list is on."""

    script_asked = Signal()
    counted = Signal(str)
    mode_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.mode = SITES
        self.site_model = RankingModel(parent=self)
        self.city_model = CityModel(self)
        self.sites = RankedList(self.site_model)
        self.cities = RankedList(self.city_model)
        self.empty = EmptyCard()
        self.empty.chosen.connect(self._way_out)
        self._stack = QStackedWidget()
        self.hint = Pane()
        self._hint_sign = label()
        self._hint_text = label(role="second", wrap=True)
        self.hint_button = QPushButton()
        self._hint_site = ""
        self._lent_city: str | None = None
        self._lay_out()
        # the current row moves by itself when a list gets the focus, the selection does not
        self.sites.view.selectionModel().selectionChanged.connect(self._site_moved)
        self.cities.view.selectionModel().selectionChanged.connect(self._city_moved)
        self.hint_button.clicked.connect(self._follow_hint)
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        holder = QWidget()
        above = QVBoxLayout(holder)
        above.setContentsMargins(8, 24, 8, 8)
        above.addWidget(self.empty)
        above.addStretch(1)
        for part in (self.sites, self.cities, holder):
            self._stack.addWidget(part)
        self.hint.setProperty("ground", "win")
        self.hint_button.setProperty("quiet", "true")
        row = QHBoxLayout(self.hint)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._hint_sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._hint_text, 1)
        row.addWidget(self.hint_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.hint)

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
        if changes.touch("ranking", "script", "language"):
            self._take_ranking(state.ranking)
        if changes.touch("ranking", "script", "selection", "language"):
            self._filter()
            self._show_list()
            self.sites.point_at(state.selection.site)
            self.cities.point_at(state.selection.city)

    def _take_ranking(self, ranking: Ranking | None) -> None:
        script = self.state.script
        self.site_model.set_ranking(ranking, len(script.played) if script else 0)
        self.city_model.set_ranking(ranking)
        self._tell_hint(ranking)

    def _tell_hint(self, ranking: Ranking | None) -> None:
        hint = ranking.hints[0] if ranking is not None and ranking.hints else None
        self.hint.setVisible(hint is not None)
        if hint is not None:
            self._hint_text.setText(self._say(hint))
            self._hint_site = str(hint.values.get("site_id", ""))
            self.hint_button.setVisible(bool(self._hint_site))

    def _say(self, reason: Reason) -> str:
        phrases = self.state.phrases
        return reason.code if phrases is None else phrases.tell(reason, self.state.language)

    def _filter(self) -> None:
        """Leave out places that serve nothing, or nothing of the chosen set or city."""
        state = self.state
        ranking = state.ranking
        if ranking is None:
            return
        chosen = state.selection
        sets = state.script.sets if state.script is not None else ()
        wanted = next((set(one.scenes) for one in sets if one.id == chosen.script_set), None)
        shown = {
            offer.site.id
            for offer in ranking.sites
            if any(wanted is None or match.scene_id in wanted for match in offer.matches)
            and (chosen.city is None or offer.site.city_zh == chosen.city)
        }
        self.site_model.set_filter(shown)
        useful = sum(bool(offer.matches) for offer in ranking.sites)
        if wanted is None and chosen.city is None:
            text = self.tr("{n} 处可用 · {m} 处用不上")
            self.counted.emit(text.format(n=useful, m=len(ranking.sites) - useful))
        else:
            self.counted.emit(self.tr("{n} 处，共 {m} 处").format(n=len(shown), m=useful))

    def _show_list(self) -> None:
        if self.state.ranking is None:
            self.counted.emit("")
            self._tell_empty()
        elif self.mode == SITES and not self.site_model.rowCount():
            self._tell_none_left()
        else:
            self._stack.setCurrentIndex(0 if self.mode == SITES else 1)
            return
        self._stack.setCurrentIndex(2)

    def _tell_empty(self) -> None:
        if self.state.script is None:
            self.empty.tell(
                self.tr("还没有剧本"),
                self.tr("地图上是景库里的所有取景地。打开剧本，才知道哪里合适。"),
                [("script", self.tr("去打开剧本"))],
            )
        elif not self.state.script.scenes:
            self.empty.tell(
                self.tr("还没有场景"),
                self.tr("列一场，说要什么景，就能排出取景地。"),
                [("script", self.tr("去列场景"))],
            )
        else:
            self.empty.tell(self.tr("正在排"), self.tr("马上就好，排好的会一起出来。"))

    def _tell_none_left(self) -> None:
        chosen = self.state.selection
        ways = []
        if chosen.script_set is not None:
            ways.append(("all_sets", self.tr("看全部场景")))
        if chosen.city is not None:
            ways.append(("all_cities", self.tr("看全部城市")))
        self.empty.tell(
            self.tr("这里没有能拍的地方"),
            self.tr("放宽一下，或者给这个场景换一种景、添一处你知道的地方。"),
            ways,
        )

    def _way_out(self, key: str) -> None:
        if key == "script":
            self.script_asked.emit()
        elif key == "all_sets":
            self.session.unselect("script_set")
        elif key == "all_cities":
            self.session.unselect("city")

    def _site_moved(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            self.session.select(site=str(index.data(Role.ID)))

    def _city_moved(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            city = str(index.data(Role.ID))
            if city != self._lent_city:
                self._lent_city = None
            self.session.select(city=city)

    def _follow_hint(self) -> None:
        self.show_mode(SITES)
        self.session.unselect("script_set", "city")
        self.session.select(site=self._hint_site)

    def restyle(self) -> None:
        """Fetch icons again."""
        self._hint_sign.setPixmap(icons.pixmap("help-circle", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self.hint_button.setText(self.tr("看看它"))
        self.sites.view.setAccessibleName(self.tr("取景地，按先后"))
        self.cities.view.setAccessibleName(self.tr("城市，按先后"))

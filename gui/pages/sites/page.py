"""The sites page (选景): what we need at the left, where in the middle, which and why at right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.pages.page import Page
from gui.pages.sites.cities_dialog import CitiesDialog
from gui.pages.sites.facts_panel import FactsPanel
from gui.pages.sites.list_pane import SITES
from gui.pages.sites.map_pane import MapPane
from gui.pages.sites.rank_pane import RankPane
from gui.pages.sites.sets_pane import SetsPane
from gui.pages.sites.site_dialog import SiteDialog
from gui.session import OFFERS, Changes, Session
from gui.texts import Role
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane
from gui.widgets.segments import Segments

LEFT, RIGHT = 296, 460
SETS, FACTS = "sets", "facts"
ALL, OTHERS = "", "…"


class SitesPage(Page):
    """``script_asked``: the reader wants to open a script or list scenes.

    ``page_asked``: another page tells why some places are left out.
    """

    script_asked = Signal()
    page_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.sets = SetsPane(session)
        self.facts = FactsPanel(session)
        self.map = MapPane(session)
        self.rank = RankPane(session)
        self.left_tabs = Segments()
        self.left_tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.left_tabs.chosen.connect(self.show_left)
        self._count = ElidedLabel(role="caption")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._left = QStackedWidget()
        self.city = QComboBox()
        self.city.activated.connect(self._city_chosen)
        self.add_button = QPushButton()
        self.add_button.setProperty("small", "true")
        self.add_button.clicked.connect(self.add_site)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.rank.script_asked.connect(self.script_asked)
        self.rank.page_asked.connect(self.page_asked)
        self.rank.lists.page_asked.connect(self.page_asked)
        self.rank.lists.sites.view.entered.connect(
            lambda index: self.map.map.set_hover(str(index.data(Role.ID)))
        )
        detail = self.rank.detail
        detail.edit_asked.connect(self.edit_site)
        detail.set_wanted.connect(self.add_set)
        detail.site_asked.connect(lambda one: self.session.select(site=one))
        self.map.site_opened.connect(lambda _one: self.rank.lists.show_mode(SITES))
        self.map.photo_opened.connect(self.rank.explanation.view_photos)
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        head = Pane()
        head.setProperty("hair", "bottom")
        head.setMinimumHeight(38)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.left_tabs)
        row.addWidget(self._count, 1)
        self._left.addWidget(self.sets)
        self._left.addWidget(self.facts)
        left = self._left_pane = Pane()
        left.setProperty("pane", "true")
        left.setMinimumWidth(220)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._left, 1)
        column.addWidget(self._left_foot())
        right = Pane()
        right.setProperty("pane", "true")
        right.setMinimumWidth(400)
        under = QVBoxLayout(right)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.rank)
        for part in (left, self.map, right):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT, 684, RIGHT])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _left_foot(self) -> QWidget:
        foot = Pane()
        foot.setProperty("hair", "top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(8)
        row.addWidget(self.city, 1)
        row.addWidget(self.add_button)
        return foot

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        left = self.sets.view if self._left.currentIndex() == 0 else self.facts
        return (left, self.map.map, self.rank.lists.shown.view)

    def fold_left(self) -> None:
        """Give the map the room of the left pane, or take it back."""
        self._left_pane.setVisible(not self._left_pane.isVisible())

    def show_left(self, which: str) -> None:
        """Show the sets, or the project."""
        self.left_tabs.choose(which)
        self._left.setCurrentIndex(0 if which == SETS else 1)

    def show_state(self, changes: Changes) -> None:
        """Draw the parts that are the page's own."""
        state = self.state
        if changes.touch("script", "language"):
            script = state.script
            text = self.tr("{n} 景").format(n=len(script.sets)) if script is not None else ""
            self._count.setText(text)
        if changes.touch("sites", "cities", "home_cities", "language"):
            self._offer_cities()
        if changes.touch("selection", "cities", "home_cities", "language"):
            at = self.city.findData(state.selection.city or ALL)
            self.city.setCurrentIndex(max(0, at))
        if changes.touch(OFFERS) and state.ranking is not None:
            self._choose_first()

    def _choose_first(self) -> None:
        """A fresh ranking explains its first place, unless another is being looked at."""
        ranking = self.state.ranking
        if ranking is None or not ranking.sites or self.state.site(self.state.selection.site):
            return
        for column in ranking.site_order.first(1):
            self.session.select(site=ranking.sites[column].site.id)

    def _offer_cities(self) -> None:
        state = self.state
        self.city.clear()
        self.city.addItem(self.tr("全部城市"), ALL)
        for city in state.cities or state.home_cities:
            name = state.sites.city_en(city) or city if state.language == "en" else city
            self.city.addItem(name, city)
        self.city.insertSeparator(self.city.count())
        self.city.addItem(self.tr("比别的城市…"), OTHERS)

    def _city_chosen(self) -> None:
        city = self.city.currentData()
        if city == OTHERS:
            at = self.city.findData(self.state.selection.city or ALL)
            self.city.setCurrentIndex(max(0, at))
            CitiesDialog(self.session, self).exec()
        elif city:
            self.session.select(city=city)
            self.map.look_at_city(city)
        else:
            self.session.unselect("city")

    def add_site(self) -> None:
        """Open the form for a place told by hand; the map stays within reach."""
        self._show_form(SiteDialog(self.session, self))

    def add_set(self, base_id: str) -> None:
        """Open the form for a set of a base."""
        self._show_form(SiteDialog(self.session, self, base=self.state.site(base_id)))

    def edit_site(self, site_id: str) -> None:
        """Open the form with all that is known of a place, to put it right."""
        site = self.state.site(site_id)
        if site is not None:
            dialog = SiteDialog(self.session, self, site=site)
            # what is written here must not grow stale behind other changes
            dialog.setWindowModality(Qt.WindowModality.WindowModal)
            self._show_form(dialog)

    def _show_form(self, dialog: SiteDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.point_asked.connect(lambda: self._point_for(dialog))
        dialog.show()

    def _point_for(self, dialog: SiteDialog) -> None:
        def take(lat: float, lon: float) -> None:
            dialog.take_point(lat, lon)
            dialog.show()
            dialog.raise_()

        dialog.hide()
        self.map.pick_point(take)

    def restyle(self) -> None:
        """Fetch icons again."""
        self.add_button.setIcon(icons.icon("plus", 14))

    def retranslate(self) -> None:
        """Set every text again."""
        self.left_tabs.set_options([(SETS, self.tr("场景")), (FACTS, self.tr("这个项目"))])
        self.left_tabs.choose(SETS if self._left.currentIndex() == 0 else FACTS)
        self.city.setAccessibleName(self.tr("看哪个城市"))
        self.add_button.setText(self.tr("添一处"))

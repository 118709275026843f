"""Up to six cities side by side, at the foot of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from geo.model import Account
from gui.pages.money.city_cell import CityCell, told
from gui.pages.money.place_chooser import PlaceChooser
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.session.accounting import MOST_COMPARED
from gui.widgets import icons
from gui.widgets.pane import Pane, label


class CompareStrip(Page):
    """The same project in other cities; a click shows that city."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self.cells: list[CityCell] = []
        self._title = label(role="strong")
        self._about = label(role="caption", wrap=True)
        self.add_button = QPushButton()
        self.add_button.setProperty("small", "true")
        self.add_button.clicked.connect(self._ask_city)
        self.chooser = PlaceChooser(session, cities_only=True, parent=self)
        self.chooser.city_chosen.connect(self.add)
        side = QVBoxLayout()
        side.setContentsMargins(14, 8, 12, 8)
        side.setSpacing(2)
        for part in (self._title, self._about):
            side.addWidget(part)
        side.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(124)
        inner = Pane()
        inner.setProperty("pane", "true")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(holder)
        whole.addWidget(self._area, 1)
        self.restyle()
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Draw the cities."""
        if changes.touch("accounts", "account", "language", "phrases"):
            self._fill(again=changes.touch("language", "phrases"))
        if changes.touch("busy", "language"):
            self._about.setText(self.tr("在算…") if self._behind() else self.tr("换个城市"))
        if changes.touch("accounts", "account", "language", "phrases"):
            here = self.state.account.city if self.state.account is not None else ""
            for cell in self.cells:
                cell.mark(on=cell.city == here)

    def _behind(self) -> bool:
        """Whether the other cities stand as they were before the last change."""
        return any(map(self.state.is_busy, ("rank", "account", "compare_cities")))

    def _accounts(self) -> tuple[Account, ...]:
        """Those side by side; of the city that the page is about, what the page itself shows."""
        mine, all_of_them = self.state.account, self.state.accounts
        if mine is None or mine.site_id is not None:
            return all_of_them
        return tuple(mine if one.city == mine.city else one for one in all_of_them)

    def _fill(self, *, again: bool) -> None:
        """A cell for each city; those that say the same still are kept, with the keyboard."""
        accounts = self._accounts()
        many = len(accounts) > 1
        self.add_button.setEnabled(len(accounts) < MOST_COMPARED)
        if again or [cell.told for cell in self.cells] != [
            told(one, removable=many) for one in accounts
        ]:
            self._deal(accounts)
            self._area.setFixedHeight(self._height())

    def _deal(self, accounts: tuple[Account, ...]) -> None:
        """Other cells in place of those there are."""
        held = next((cell.city for cell in self.cells if cell.hasFocus()), None)
        for cell in self.cells:
            self._row.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        many = len(accounts) > 1
        self.cells = [CityCell(one, self.state, removable=many) for one in accounts]
        for cell in self.cells:
            cell.chosen.connect(self.session.show_city_money)
            cell.dropped.connect(self.drop)
            self._row.addWidget(cell, 1)
            # at once: left to the layout it comes a turn later, and the strip blinks
            cell.show()
            if cell.city == held:
                cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _height(self) -> int:
        tallest = max((cell.sizeHint().height() for cell in self.cells), default=74)
        wanted = sum(cell.minimumWidth() for cell in self.cells)
        bar = 10 if wanted > self._area.width() > 100 else 0
        return tallest + bar

    def add(self, city: str) -> None:
        """Compare with ``city`` too."""
        self.session.compare((*self.session.compared_cities, city))

    def drop(self, city: str) -> None:
        """Compare without ``city``."""
        self.session.compare([one for one in self.session.compared_cities if one != city])

    def _ask_city(self) -> None:
        self.chooser.open_for(self.add_button)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.add_button.setIcon(icons.icon("plus", 12))

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("同一个项目"))
        self._about.setText(self.tr("在算…") if self._behind() else self.tr("换个城市"))
        self.add_button.setText(self.tr("加城市"))
        self.add_button.setToolTip(self.tr("最多比六个城市"))

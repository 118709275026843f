"""What to find out next (还需打听): the call or visit worth most comes first."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import OWN_CRITERION, FindOut, Site
from gui.pages.defend.find_card import FindCard
from gui.pages.quote_dialog import QuoteDialog
from gui.pages.wishes.modal import ask
from gui.pages.wishes.own_value import ask_own_value
from gui.session import Session, State
from gui.widgets import icons
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import Pane, label

SHOWN = 10
SUBSIDY, INSIDE = "subsidy", "inside"


class FindPane(Pane):
    """``export_asked``: the ranking as a workbook is wanted."""

    export_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._facts: tuple[FindOut, ...] = ()
        self._most = SHOWN
        self._kept: list[FindCard] = []
        self._title = label(role="heading")
        self._about = label(role="caption")
        self._none = label(role="second", wrap=True)
        self._none.setContentsMargins(14, 14, 14, 14)
        self.more = QPushButton()
        self.more.setProperty("quiet", "true")
        self.more.clicked.connect(self._show_more)
        self.export = QPushButton()
        self.export.clicked.connect(self.export_asked)
        self.area = self._scroll()
        self._lay_out()
        self.restyle()
        self.retranslate()

    @property
    def cards(self) -> list[FindCard]:
        """The cards that are shown."""
        return self._kept[: len(self._facts[: self._most])]

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """What Tab goes through, downwards."""
        return (*(card.button for card in self._kept), self.more, self.export)

    def _scroll(self) -> ColumnArea:
        inner = QWidget()
        inner.setProperty("ground", "panel")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self.more)
        column.addStretch(1)
        return ColumnArea(inner)

    def _lay_out(self) -> None:
        head = Pane()
        head.setProperty("hair", "bottom")
        head.setMinimumHeight(38)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._about, 1)
        foot = Pane()
        foot.setProperty("hair", "top")
        under = QHBoxLayout(foot)
        under.setContentsMargins(12, 8, 12, 8)
        under.addWidget(self.export, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.area, 1)
        column.addWidget(foot)

    def show_state(self, state: State) -> None:
        """List what is worth finding out; while that is being reckoned the last list stays."""
        defence = state.defence
        facts = defence.find_out if defence is not None else ()
        reckoning = defence is None or not defence.done
        if reckoning and not facts and self._facts:
            return
        self._facts = facts
        self._none.setVisible(not facts)
        if not facts:
            known = self.tr("都问清了：剩下没问的，问到了也换不了前三。")
            self._none.setText(self.tr("在算问哪一处最值…") if reckoning else known)
        self._list_cards(state)

    def _list_cards(self, state: State) -> None:
        shown = self._facts[: self._most]
        while len(self._kept) < len(shown):
            card = FindCard()
            card.answer_asked.connect(lambda card=card: self._answer(card.fact))
            self._list.addWidget(card)
            self._kept.append(card)
            # at once: left to the layout it comes a turn later, and the list blinks
            card.show()
            for one, after in pairwise(self.buttons[-4:]):
                QWidget.setTabOrder(one, after)
        for at, card in enumerate(self._kept):
            card.setVisible(at < len(shown))
        for number, (card, fact) in enumerate(zip(self.cards, shown, strict=True), 1):
            card.show_fact(fact, number, state)
        left = len(self._facts) - len(shown)
        self.more.setVisible(left > 0)
        self.more.setText(self.tr("还有 {n} 件").format(n=left))

    def _show_more(self) -> None:
        self._most += SHOWN
        self._list_cards(self._session.state)

    def _answer(self, fact: FindOut | None) -> None:
        """A price has its dialog, a policy its book, the place its form."""
        session, window = self._session, self.window()
        if fact is None:
            return
        if fact.fact == SUBSIDY:
            _open_book(session, window, fact.policy_id)
            return
        site = session.state.site(fact.site_id)
        if site is None:
            return
        session.select(site=site.id)
        if fact.fact.startswith(OWN_CRITERION):
            ask_own_value(session, fact.fact, site.id, window)
        elif fact.fact == INSIDE:
            _put_right(session, site, window)
        else:
            ask(QuoteDialog(session, site, window))

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.export.setIcon(icons.icon("table-export", 16))

    def retranslate(self) -> None:
        """Set every text again; the page tells the cards again."""
        self._title.setText(self.tr("还需打听"))
        self._about.setText(self.tr("问到可能改名次，按值得排"))
        self.export.setText(self.tr("导出排名和理由…"))
        self.export.setToolTip(self.tr("Excel：排名、稳不稳、没有列进来、还需打听（Ctrl+Shift+E）"))


def _open_book(session: Session, window: QWidget, policy_id: str | None) -> None:
    """Open the policy book at an item; its many forms are loaded when they are wanted."""
    from gui.pages.bureau import open_policy_book

    open_policy_book(session, window, policy_id)


def _put_right(session: Session, site: Site, window: QWidget) -> None:
    """Open the form of a place; the map to click on is on another page."""
    from gui.pages.sites.site_dialog import SiteDialog

    dialog = SiteDialog(session, window, site=site)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.map_button.hide()
    dialog.show()

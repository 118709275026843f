"""The pages, each made when it is first wanted: the window comes up sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.pages.start_page import StartPage
from gui.session import Session
from gui.settings import Settings
from gui.window.pane_memory import PaneMemory

if TYPE_CHECKING:
    from gui.pages.defend import DefendPage
    from gui.pages.field import FieldPage
    from gui.pages.money import MoneyPage
    from gui.pages.pitch import PitchPage
    from gui.pages.plan import PlanPage
    from gui.pages.script import ScriptPage
    from gui.pages.sites import SitesPage

SCRIPT, SITES, MONEY, DEFEND, PLAN = "script", "sites", "money", "defend", "plan"
PITCH, FIELD = "pitch", "field"


class Stage(QStackedWidget):
    """Shows one page at a time, and tells what a page asks of the window."""

    page_asked = Signal(str)
    export_asked = Signal(str)
    accounts_asked = Signal()
    ranking_asked = Signal()
    plan_asked = Signal(str)
    pack_asked = Signal()
    site_asked = Signal(str)
    theme_asked = Signal(str)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._panes_kept = PaneMemory(settings)
        self.page = SCRIPT
        self.start_page = StartPage(session)
        self.addWidget(self.start_page)
        self._script: ScriptPage | None = None
        self._sites: SitesPage | None = None
        self._money: MoneyPage | None = None
        self._defend: DefendPage | None = None
        self._plan: PlanPage | None = None
        self._pitch: PitchPage | None = None
        self._field: FieldPage | None = None

    @property
    def script_page(self) -> ScriptPage:
        """What was read."""
        if self._script is None:
            from gui.pages.script import ScriptPage

            page = self._script = ScriptPage(self._session)
            page.go_on_asked.connect(lambda: self.page_asked.emit(SITES))
            page.export_asked.connect(self.export_asked)
            self.addWidget(page)
            self._panes_kept.add(SCRIPT, page.splitter, self.window().width())
        return self._script

    @property
    def sites_page(self) -> SitesPage:
        """Where it can be shot."""
        if self._sites is None:
            from gui.pages.sites import SitesPage

            page = self._sites = SitesPage(self._session)
            page.script_asked.connect(lambda: self.page_asked.emit(SCRIPT))
            page.page_asked.connect(self.page_asked)
            self.addWidget(page)
            self._panes_kept.add(SITES, page.splitter, self.window().width())
        return self._sites

    @property
    def money_page(self) -> MoneyPage:
        """What it costs, what comes back, what the place gains."""
        if self._money is None:
            from gui.pages.money import MoneyPage

            page = self._money = MoneyPage(self._session)
            page.page_asked.connect(self.page_asked)
            page.export_asked.connect(self.accounts_asked)
            self.addWidget(page)
            page.fit(self.window().width())
            self._panes_kept.add(MONEY, page.splitter, self.window().width())
        return self._money

    @property
    def defend_page(self) -> DefendPage:
        """How firm the ranking is, and what to find out next."""
        if self._defend is None:
            from gui.pages.defend import DefendPage

            page = self._defend = DefendPage(self._session)
            page.page_asked.connect(self.page_asked)
            page.export_asked.connect(self.ranking_asked)
            self.addWidget(page)
            self._panes_kept.add(DEFEND, page.splitter, self.window().width())
        return self._defend

    @property
    def plan_page(self) -> PlanPage:
        """What is shot where on which day."""
        if self._plan is None:
            from gui.pages.plan import PlanPage

            page = self._plan = PlanPage(self._session)
            page.page_asked.connect(self.page_asked)
            page.export_asked.connect(self.plan_asked)
            self.addWidget(page)
            self._panes_kept.add(PLAN, page.splitter, self.window().width())
        return self._plan

    @property
    def pitch_page(self) -> PitchPage:
        """What is handed to a crew, and what a bureau asks of its own places."""
        if self._pitch is None:
            from gui.pages.pitch import PitchPage

            page = self._pitch = PitchPage(self._session)
            page.page_asked.connect(self.page_asked)
            page.pack_asked.connect(self.pack_asked)
            page.site_asked.connect(self.site_asked)
            self.addWidget(page)
            self._panes_kept.add(PITCH, page.splitter, self.window().width())
        return self._pitch

    @property
    def field_page(self) -> FieldPage:
        """What was seen on the spot, and how it comes together at home."""
        if self._field is None:
            from gui.pages.field import FieldPage

            page = self._field = FieldPage(self._session, self._settings)
            page.page_asked.connect(self.page_asked)
            page.site_asked.connect(self.site_asked)
            page.theme_asked.connect(self.theme_asked)
            self.addWidget(page)
            self._panes_kept.add(FIELD, page.splitter, self.window().width())
        return self._field

    def place(self, page: str) -> None:
        """Show ``page``; the script page without a script or preview is the start page."""
        self.page = page
        if page == SITES:
            self.setCurrentWidget(self.sites_page)
        elif page == MONEY:
            self.setCurrentWidget(self.money_page)
        elif page == DEFEND:
            self.setCurrentWidget(self.defend_page)
        elif page == PLAN:
            self.setCurrentWidget(self.plan_page)
        elif page == PITCH:
            self.setCurrentWidget(self.pitch_page)
        elif page == FIELD:
            self.setCurrentWidget(self.field_page)
        elif self._session.state.shown is None:
            self.setCurrentWidget(self.start_page)
        else:
            self.setCurrentWidget(self.script_page)

    def panes(self) -> tuple[QWidget, ...]:
        """The panes of the page that is shown."""
        if self.page == SITES:
            return self.sites_page.panes()
        if self.page == MONEY:
            return self.money_page.panes()
        if self.page == DEFEND:
            return self.defend_page.panes()
        if self.page == PLAN:
            return self.plan_page.panes()
        if self.page == PITCH:
            return self.pitch_page.panes()
        if self.page == FIELD:
            return self.field_page.panes()
        if self._session.state.shown is not None:
            return self.script_page.panes()
        return (self.start_page.open_button,)

    def fold(self) -> None:
        """Fold the left pane away where there is one, or bring it back."""
        if self.page == SITES:
            self.sites_page.fold_left()
        elif self.page == MONEY:
            self.money_page.fold_left()
        elif self.page == DEFEND:
            self.defend_page.fold_left()
        elif self.page == PLAN:
            self.plan_page.fold_left()
        elif self.page == PITCH:
            self.pitch_page.fold_left()
        elif self.page == FIELD:
            self.field_page.fold_left()

    def fit(self, width: int) -> None:
        """The window is ``width`` px wide: another size class has its own splitter positions."""
        self._panes_kept.resized(width, self._refit)

    def _refit(self, width: int) -> None:
        if self._money is not None:
            self._money.fit(width)

    def keep_panes(self) -> None:
        """Remember how wide the panes are."""
        self._panes_kept.keep()

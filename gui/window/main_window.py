"""The window itself: bars, pages, menus, keys; what it looked like last time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from gui import settings as remembered
from gui.messages import BugHook, Report, ReportDialog
from gui.pictures import is_photo
from gui.session import OFFERS, SHOWN, Changes, Session
from gui.settings import Settings
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.pane import Pane
from gui.window.exports import Exports
from gui.window.file_questions import ask_script
from gui.window.language import Language
from gui.window.looks import Looks
from gui.window.menu_items import fill_menus
from gui.window.menus import Menus
from gui.window.notes import Notes
from gui.window.stage import FIELD, PITCH, PLAN, SCRIPT, SITES, Stage
from gui.window.status import Status
from gui.window.top_bar import TopBar

if TYPE_CHECKING:
    from gui.pages.defend import DefendPage
    from gui.pages.field import FieldPage
    from gui.pages.money import MoneyPage
    from gui.pages.pitch import PitchPage
    from gui.pages.plan import PlanPage
    from gui.pages.script import ScriptPage
    from gui.pages.sites import SitesPage

PLACE_ENDINGS = {".tsv", ".geojson", ".json", ".gpkg"}
# a table may list places or scenes: the page it is dropped on says which
TABLE_ENDINGS = {".csv", ".xlsx"}
LEAST = (1024, 640)
TITLE_BAR = 40
"""px that the system puts above a window, about."""


class MainWindow(QMainWindow):
    """Places the pages and answers the menus; decides nothing about films."""

    def __init__(self, session: Session, settings: Settings, assets: Path, data: Path) -> None:
        super().__init__()
        self.session = session
        session.set_who(settings.get(remembered.WHO))
        self.settings = settings
        self._data = data
        self._hook: BugHook | None = None
        # widgets made before the first dressing keep the system's font for good
        self.looks = Looks(settings, self)
        self.language = Language(assets, self)
        self.top = TopBar(session)
        self.notes = Notes(session)
        self.stage = Stage(session, settings)
        self.start_page = self.stage.start_page
        self.status = Status(session)
        self.menus = Menus(self)
        self.exports = Exports(session, settings, self)
        DialogMemory(settings, self)
        self._lay_out()
        fill_menus(self)
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self.speak(settings.get(remembered.LANGUAGE))
        self._restore()

    @property
    def script_page(self) -> ScriptPage:
        """The script page."""
        return self.stage.script_page

    @property
    def sites_page(self) -> SitesPage:
        """The sites page."""
        return self.stage.sites_page

    @property
    def money_page(self) -> MoneyPage:
        """The money page."""
        return self.stage.money_page

    @property
    def defend_page(self) -> DefendPage:
        """The page on how firm the ranking is."""
        return self.stage.defend_page

    @property
    def plan_page(self) -> PlanPage:
        """The page of the shooting plan."""
        return self.stage.plan_page

    @property
    def pitch_page(self) -> PitchPage:
        """The page of the pack for a crew."""
        return self.stage.pitch_page

    @property
    def field_page(self) -> FieldPage:
        """The page of work in the field."""
        return self.stage.field_page

    @property
    def page(self) -> str:
        """The page that is wanted: script, sites, money, defend, plan, pitch or field."""
        return self.stage.page

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(_rule())
        column.addWidget(self.notes)
        column.addWidget(self.stage, 1)
        column.addWidget(_rule())
        column.addWidget(self.status)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        self.session.changed.connect(self._show_state)
        self.top.page_asked.connect(self.show_page)
        search = self.top.search
        search.site_asked.connect(self.show_site)
        search.set_asked.connect(self._show_set)
        search.only_asked.connect(self._show_found)
        search.add_asked.connect(self.add_site)
        self.top.language_asked.connect(self.speak)
        self.notes.open_asked.connect(self.choose_script)
        self.notes.page_asked.connect(self.show_page)
        self.start_page.open_asked.connect(self.choose_script)
        self.start_page.request_asked.connect(self.paste_request)
        self.start_page.import_asked.connect(self.import_places)
        self.start_page.add_asked.connect(self.add_site)
        self.stage.page_asked.connect(self.show_page)
        self.stage.export_asked.connect(self.exports.breakdown)
        self.stage.accounts_asked.connect(self.exports.accounts)
        self.stage.ranking_asked.connect(self.exports.ranking)
        self.stage.plan_asked.connect(self.exports.plan)
        self.stage.pack_asked.connect(self.exports.pack)
        self.stage.site_asked.connect(self.show_site)
        self.stage.theme_asked.connect(self.wear)

    def begin(self, script: Path | None = None, *, restore: bool = True) -> None:
        """Open the catalogue; then ``script``, or the last project."""
        if script is not None:
            self.session.idle.connect(
                lambda: self.read(script), Qt.ConnectionType.SingleShotConnection
            )
        self.session.open(restore=restore and script is None)

    def report_bugs(self) -> None:
        """From now on what breaks in our code is logged and shown, not lost."""
        self._hook = BugHook(self._data, self._show_report)
        self._hook.install()

    def _show_report(self, report: Report) -> None:
        ReportDialog(report, self._data, self).exec()

    def _show_state(self, changes: Changes) -> None:
        state = self.session.state
        if changes.touch("name", *SHOWN, "language"):
            name = state.name
            if state.script is None and state.preview is not None:
                name = state.preview.script.title
            self.top.show_project(name)
            self.setWindowTitle(f"《{name}》 · 勘景" if name else "勘景 Kanjing")
        if changes.touch(*SHOWN, "ready"):
            self._place_page(self.page)
        if changes.touch(OFFERS, "account", "plan", *SHOWN, "ready", "can_undo", "can_redo"):
            self.menus.enable(state)
        if changes.touch("outdoors", "can_undo"):
            self._offer_undo()

    def show_page(self, page: str) -> None:
        """Go to a page; the script page without a script or preview is the start page."""
        self.settings.put(remembered.PAGE, page)
        self._place_page(page)

    def _place_page(self, page: str) -> None:
        self.top.show_page(page)
        self.status.show_page(script=page == SCRIPT, field=page == FIELD)
        self.stage.place(page)
        self._offer_undo()
        if self.isVisible() and self.focusWidget() in (None, self.top.project):
            self.stage.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_site(self, site_id: str) -> None:
        """Show a place on the map and in the list."""
        self.show_page(SITES)
        self.session.unselect("city", "script_set")
        self.session.let_in(site_id)
        self.session.select(site=site_id)

    def _show_found(self) -> None:
        """Go to the list that now holds what was found alone; the keys go there too."""
        self.show_page(SITES)
        self.sites_page.rank.lists.shown.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_set(self, set_id: str) -> None:
        self.show_page(SITES)
        self.sites_page.show_left("sets")
        self.session.select(script_set=set_id)

    def next_pane(self, step: int) -> None:
        """Carry the focus to the next pane of the page."""
        every = (self.top.tabs, *self.stage.panes())
        focus = QApplication.focusWidget()
        inside = (focus is not None and (one is focus or one.isAncestorOf(focus)) for one in every)
        here = next((at for at, is_here in enumerate(inside) if is_here), -1)
        every[(here + step) % len(every)].setFocus(Qt.FocusReason.TabFocusReason)

    def read(self, path: Path) -> None:
        """Read a script file, show what was understood of it, and remember the file."""
        self.settings.remember_file(path)
        self._show_recent()
        self.show_page(SCRIPT)
        self.session.read(path)

    def choose_script(self) -> None:
        """Ask for a script file."""
        if path := ask_script(self, self.settings.get(remembered.LAST_FOLDER)):
            self.read(path)

    def paste_request(self) -> None:
        """Begin with a request pasted out of a chat; then on to the places."""
        from gui.pages.script.request_dialog import RequestDialog

        dialog = RequestDialog(self.session, self)
        if dialog.exec():
            self.show_page(SITES)
        dialog.deleteLater()

    def show_sets(self) -> None:
        """Show the table of sets."""
        self.show_page(SCRIPT)
        self.script_page.understood.show_sets()

    def lock_numbers(self) -> None:
        """Scene numbers stay from now on, or may move again."""
        shown = self.session.state.shown
        if shown is not None and shown.locked:
            self.session.unlock_numbers()
        elif shown is not None:
            self.session.lock_numbers()
            self.session.tell("lock", "numbers_locked", level="info")

    def make_plan(self) -> None:
        """Go to the plan and work it out."""
        self.show_page(PLAN)
        self.session.make_plan()

    def make_pack(self) -> None:
        """Go to the pack for a crew and write its files."""
        self.show_page(PITCH)
        self.pitch_page.show_side("crew")
        self.pitch_page.crew.make_files()

    def add_site(self) -> None:
        """Add a place by hand."""
        self.show_page(SITES)
        self.sites_page.add_site()

    def import_places(self, path: Path | None = None) -> None:
        """Bring in a list of places."""
        from gui.pages.sites.import_dialog import ImportDialog

        ImportDialog(self.session, path or None, self).exec()

    def choose_cities(self) -> None:
        """Ask which cities to rank."""
        from gui.pages.sites.cities_dialog import CitiesDialog

        CitiesDialog(self.session, self).exec()

    def speak(self, lang: str) -> None:
        """Switch the interface to ``lang`` now."""
        self.settings.put(remembered.LANGUAGE, lang)
        self.top.language.choose(lang)
        self.looks.dress()
        # first the words, then whoever hears of it: some write only what changed
        self.language.speak(lang)
        self.session.set_language(lang)
        self.menus.retranslate()

    def wear(self, theme: str) -> None:
        """Put on a theme, and mark it in the menu."""
        self.looks.wear(theme)
        self.menus.actions_by_name[f"theme_{theme}"].setChecked(True)

    def undo(self) -> None:
        """Take back the last change: on the form in the field, else in the project."""
        field = self.session.state.outdoors
        if self.page == FIELD and field.desk is not None:
            self.session.undo_answer()
        else:
            self.session.undo()

    def _offer_undo(self) -> None:
        state = self.session.state
        outside = self.page == FIELD and state.outdoors.desk is not None
        can = state.outdoors.can_undo if outside else state.can_undo
        self.menus.actions_by_name["undo"].setEnabled(can)

    def open_bureau(self, which: str) -> None:
        """Open one of the dialogs on money: policies, rates, press or parameters."""
        from gui.pages import bureau

        opened: dict[str, Callable[[Session, QWidget], object]] = {
            "policies": bureau.open_policy_book,
            "rates": bureau.open_rates,
            "press": bureau.open_press_check,
            "parameters": bureau.open_parameters,
        }
        opened[which](self.session, self)

    def open_data(self) -> None:
        """Show the folder with the log."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data)))

    def _show_recent(self) -> None:
        self.menus.show_recent(self.settings.get(remembered.RECENT), self.read)

    def _restore(self) -> None:
        self._show_recent()
        self.stage.page = self.settings.get(remembered.PAGE)
        geometry = self.settings.get(remembered.GEOMETRY)
        if not geometry or not self.restoreGeometry(QByteArray(geometry)):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1440, room.width()), min(900, room.height() - TITLE_BAR))
        self._show_state(Changes(frozenset({"name", "script", "ready"})))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size class has its own splitter positions."""
        super().resizeEvent(event)
        self.stage.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A script is read, a table of places is brought in."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths or not self.session.state.ready:
            return
        event.acceptProposedAction()
        if any(map(is_photo, paths)):
            # what takes photos has had its turn: nobody knows which place these are of
            self.session.tell("photos_refused", "photos_where", level="info")
            return
        ending = paths[0].suffix.lower()
        if ending in PLACE_ENDINGS or (ending in TABLE_ENDINGS and self.page == SITES):
            self.import_places(paths[0])
        else:
            self.read(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the looks, keep the project, wait for the threads."""
        self.stage.keep_panes()
        self.settings.put(remembered.GEOMETRY, bytes(self.saveGeometry().data()))
        self.settings.flush()
        self.session.close()
        self.language.remove()
        if self._hook is not None:
            self._hook.remove()
            self._hook = None
        super().closeEvent(event)


def _rule() -> Pane:
    rule = Pane()
    rule.setProperty("rule", "h")
    return rule

"""The window itself: bars, pages, menus, keys; what it looked like last time."""

from __future__ import annotations

from functools import partial
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
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import settings as remembered
from gui import theme
from gui.messages import BugHook, Report, ReportDialog
from gui.pages.start_page import StartPage
from gui.session import SHOWN, Changes, Session
from gui.settings import Settings
from gui.widgets.pane import Pane
from gui.window.about import AboutDialog
from gui.window.exports import Exports
from gui.window.file_questions import ask_script
from gui.window.language import Language
from gui.window.menus import BREAKDOWNS, Menus
from gui.window.notes import Notes
from gui.window.pane_memory import PaneMemory
from gui.window.status import Status
from gui.window.top_bar import TopBar

if TYPE_CHECKING:
    from gui.pages.script import ScriptPage
    from gui.pages.sites import SitesPage

PLACE_ENDINGS = {".tsv", ".geojson", ".json", ".gpkg"}
# a table may list places or scenes: the page it is dropped on says which
TABLE_ENDINGS = {".csv", ".xlsx"}
SCRIPT, SITES = "script", "sites"
LEAST = (1024, 640)
SCALES = (1.0, 1.15, 1.3, 1.5)


class MainWindow(QMainWindow):
    """Places the pages and answers the menus; decides nothing about films."""

    def __init__(self, session: Session, settings: Settings, assets: Path, data: Path) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self._data = data
        self._hook: BugHook | None = None
        self._panes_kept = PaneMemory(settings)
        # widgets made before the first dressing keep the system's font for good
        self._dress(settings.get(remembered.LANGUAGE))
        self.language = Language(assets, self)
        self.top = TopBar()
        self.notes = Notes(session)
        self.start_page = StartPage(session)
        self._script_page: ScriptPage | None = None
        self._sites_page: SitesPage | None = None
        self.status = Status(session)
        self.menus = Menus(self)
        self.exports = Exports(session, settings, self)
        self.pages = QStackedWidget()
        self.page = SCRIPT
        self._lay_out()
        self._fill_menus()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self.speak(settings.get(remembered.LANGUAGE))
        self._restore()

    @property
    def script_page(self) -> ScriptPage:
        """The script page, made when it is first wanted: the window comes up sooner."""
        if self._script_page is None:
            from gui.pages.script import ScriptPage

            self._script_page = ScriptPage(self.session)
            self._script_page.go_on_asked.connect(lambda: self.show_page(SITES))
            self._script_page.export_asked.connect(self.exports.breakdown)
            self.pages.addWidget(self._script_page)
            self._panes_kept.add(SCRIPT, self._script_page.splitter, self.width())
        return self._script_page

    @property
    def sites_page(self) -> SitesPage:
        """The sites page, made when it is first wanted."""
        if self._sites_page is None:
            from gui.pages.sites import SitesPage

            self._sites_page = SitesPage(self.session)
            self._sites_page.script_asked.connect(lambda: self.show_page(SCRIPT))
            self.pages.addWidget(self._sites_page)
            self._panes_kept.add(SITES, self._sites_page.splitter, self.width())
        return self._sites_page

    def _lay_out(self) -> None:
        self.pages.addWidget(self.start_page)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(_rule())
        column.addWidget(self.notes)
        column.addWidget(self.pages, 1)
        column.addWidget(_rule())
        column.addWidget(self.status)
        self.setCentralWidget(body)

    def _fill_menus(self) -> None:
        menus, session = self.menus, self.session
        project = menus.project
        menus.add("open", self.choose_script, menu=project, keys="Ctrl+O")
        project.addMenu(menus.recent)
        menus.add("by_hand", self.start_page.list_button.click, menu=project)
        menus.add("request", self.paste_request, menu=project, keys="Ctrl+Shift+V")
        menus.add("close_script", session.close_script, menu=project)
        project.addSeparator()
        menus.add("sets", self.show_sets, menu=project, keys="Ctrl+M")
        menus.add("lock", self._lock, menu=project).setCheckable(True)
        project.addSeparator()
        menus.add("add_site", self.add_site, menu=project, keys="Ctrl+Shift+N")
        menus.add("import", self.import_places, menu=project)
        menus.add("cities", self.choose_cities, menu=project)
        project.addSeparator()
        project.addMenu(menus.export)
        menus.add("export_map", self.exports.map, menu=menus.export, keys="Ctrl+E")
        menus.add("export_ranking", self.exports.ranking, menu=menus.export, keys="Ctrl+Shift+E")
        menus.export.addSeparator()
        for ending in BREAKDOWNS:
            menus.add(f"export{ending}", partial(self.exports.breakdown, ending), menu=menus.export)
        project.addSeparator()
        menus.add("undo", session.undo, menu=project, keys="Ctrl+Z")
        menus.add("redo", session.redo, menu=project, keys=["Ctrl+Shift+Z", "Ctrl+Y"])
        project.addSeparator()
        menus.add("quit", self.close, menu=project, keys="Ctrl+Q")
        menus.settings.addMenu(menus.themes)
        menus.offer_themes(self.settings.get(remembered.THEME), self.wear)
        menus.add("larger", lambda: self.grow(1), menu=menus.settings, keys="Ctrl++")
        menus.add("smaller", lambda: self.grow(-1), menu=menus.settings, keys="Ctrl+-")
        menus.settings.addSeparator()
        menus.add("log", self._open_data, menu=menus.settings)
        menus.add("about", lambda: AboutDialog(self).exec(), menu=menus.settings)
        menus.add("page_script", lambda: self.show_page(SCRIPT), keys="Ctrl+1")
        menus.add("page_sites", lambda: self.show_page(SITES), keys="Ctrl+2")
        menus.add("fold", self._fold, keys="Ctrl+B")
        menus.add("next_pane", lambda: self.next_pane(1), keys="F6")
        menus.add("last_pane", lambda: self.next_pane(-1), keys="Shift+F6")
        self.top.set_menus(project, menus.settings)

    def _connect(self) -> None:
        self.session.changed.connect(self._show_state)
        self.top.page_asked.connect(self.show_page)
        self.top.site_asked.connect(self.show_site)
        self.top.set_asked.connect(self._show_set)
        self.top.language_asked.connect(self.speak)
        self.notes.open_asked.connect(self.choose_script)
        self.start_page.open_asked.connect(self.choose_script)
        self.start_page.request_asked.connect(self.paste_request)
        self.start_page.import_asked.connect(self.import_places)
        self.start_page.add_asked.connect(self.add_site)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

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
        if changes.touch("script", "sites", "language"):
            self.top.index_state(state)
        if changes.touch(*SHOWN, "ready"):
            self._place_page()
        if changes.touch("ranking", *SHOWN, "ready", "can_undo", "can_redo"):
            self.menus.enable(state)

    def show_page(self, page: str) -> None:
        """Go to a page; the script page without a script or preview is the start page."""
        self.page = page
        self.settings.put(remembered.PAGE, page)
        self._place_page()

    def _place_page(self) -> None:
        self.top.show_page(self.page)
        self.status.show_page(script=self.page == SCRIPT)
        if self.page == SITES:
            self.pages.setCurrentWidget(self.sites_page)
        elif self.session.state.shown is None:
            self.pages.setCurrentWidget(self.start_page)
        else:
            self.pages.setCurrentWidget(self.script_page)
        if self.isVisible() and self.focusWidget() in (None, self.top.project):
            self._panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_site(self, site_id: str) -> None:
        """Show a place on the map and in the list."""
        self.show_page(SITES)
        self.session.unselect("city", "script_set")
        self.session.select(site=site_id)

    def _show_set(self, set_id: str) -> None:
        self.show_page(SITES)
        self.sites_page.show_left("sets")
        self.session.select(script_set=set_id)

    def _fold(self) -> None:
        if self.page == SITES:
            self.sites_page.fold_left()

    def _panes(self) -> tuple[QWidget, ...]:
        """The panes of the page that is shown."""
        if self.page == SITES:
            return self.sites_page.panes()
        if self.session.state.shown is not None:
            return self.script_page.panes()
        return (self.start_page.open_button,)

    def next_pane(self, step: int) -> None:
        """Carry the focus to the next pane of the page."""
        every = (self.top.tabs, *self._panes())
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

    def _lock(self) -> None:
        shown = self.session.state.shown
        if shown is not None and shown.locked:
            self.session.unlock_numbers()
        elif shown is not None:
            self.session.lock_numbers()
            self.session.tell("lock", "numbers_locked", level="info")

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
        self._dress(lang)
        self.session.set_language(lang)
        self.language.speak(lang)
        self.menus.retranslate()

    def wear(self, name: str) -> None:
        """Put on a theme."""
        self.settings.put(remembered.THEME, name)
        self._dress(self.session.state.language)

    def grow(self, step: int) -> None:
        """Larger or smaller text."""
        now = min(SCALES, key=lambda one: abs(one - self.settings.get(remembered.TEXT_SCALE)))
        at = min(max(SCALES.index(now) + step, 0), len(SCALES) - 1)
        self.settings.put(remembered.TEXT_SCALE, SCALES[at])
        self._dress(self.session.state.language)

    def _dress(self, lang: str) -> None:
        name = self.settings.get(remembered.THEME)
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, theme.PALETTES[name], lang, self.settings.get(remembered.TEXT_SCALE))

    def _follow_system(self) -> None:
        if self.settings.get(remembered.THEME) == "system":
            self._dress(self.session.state.language)

    def _open_data(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data)))

    def _show_recent(self) -> None:
        self.menus.show_recent(self.settings.get(remembered.RECENT), self.read)

    def _restore(self) -> None:
        self._show_recent()
        self.page = self.settings.get(remembered.PAGE)
        geometry = self.settings.get(remembered.GEOMETRY)
        if not geometry or not self.restoreGeometry(QByteArray(geometry)):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1440, room.width()), min(900, room.height()))
        self._show_state(Changes(frozenset({"name", "script", "ready"})))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size class has its own splitter positions."""
        super().resizeEvent(event)
        self._panes_kept.resized(event.size().width())

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
        ending = paths[0].suffix.lower()
        if ending in PLACE_ENDINGS or (ending in TABLE_ENDINGS and self.page == SITES):
            self.import_places(paths[0])
        else:
            self.read(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the looks, keep the project, wait for the threads."""
        self._panes_kept.keep()
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

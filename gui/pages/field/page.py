"""外勘: places and small map, the form of one place, and beside it what comes home."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui import settings as remembered
from gui import theme
from gui.pages.field import empty
from gui.pages.field.form import FormPane
from gui.pages.field.form_menu import fill_menu
from gui.pages.field.home_pane import HomePane
from gui.pages.field.left import LeftPane
from gui.pages.field.openers import open_pack_dialog
from gui.pages.field.own_lines import OwnLinesDialog
from gui.pages.field.places_dialog import RecceDialog
from gui.pages.field.who_strip import WhoStrip
from gui.pages.page import Page
from gui.pages.plan.empty import EmptyView
from gui.session import Changes, Session
from gui.settings import Setting, Settings

PACKS = (".gpkg", ".zip")
MOST_RANKED = 5
HEARD = ("outdoors", "ready", "busy", "language")


class FieldPage(Page):
    """``page_asked``: another page is wanted; ``site_asked``: a place on the map.

    ``theme_asked``: another theme, because somebody pressed for it.
    """

    page_asked = Signal(str)
    site_asked = Signal(str)
    theme_asked = Signal(str)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.settings = settings
        self._folded = False
        self._again, self._worked = "", False
        self.who = WhoStrip(session, settings)
        self.left, self.form = LeftPane(session, settings), FormPane(session, settings)
        self.home = HomePane(session)
        self.empty = EmptyView()
        self.empty.chosen.connect(self.follow)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.form)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.left, self._middle, self.home):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.who)
        whole.addWidget(self.splitter, 1)
        self.setAcceptDrops(True)
        self.left.adding.added.connect(self.form.expect_place)
        self.form.head.sunlit_asked.connect(self._wear_sunlit)
        self.form.head.menu.aboutToShow.connect(lambda: fill_menu(self.form.head.menu, self))
        self._keys()

    def _keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, do in (
            ("Ctrl+Return", self.form.finish),
            ("Ctrl+Enter", self.form.finish),
            ("Ctrl+V", self.form.photos.paste),
            ("Alt+Up", lambda: self.form.step(-1)),
            ("Alt+Down", lambda: self.form.step(1)),
        ):
            QShortcut(QKeySequence(keys), self, do, context=inside)

    def show_state(self, changes: Changes) -> None:
        """Show the form, or why there is none."""
        if changes.touch("ready") and self.state.ready:
            self._begin()
        if changes.touch("outdoors"):
            self._remember()
        if not changes.touch(*HEARD):
            return
        what = empty.emptiness(self.state)
        held = self.empty.isAncestorOf(self.focusWidget() or self)
        if what is not None:
            self.empty.tell(what)
        desk = self.state.outdoors.desk
        self.left.setVisible(desk is not None and not self._folded)
        self._middle.setCurrentWidget(self.form if what is None else self.empty)
        if held and what is None:
            self.form.focus_first()

    def _begin(self) -> None:
        """Bring the form; and the pack that was open when the program ended, however it ended."""
        field = self.state.outdoors
        if not field.fields:
            self.session.load_form()
        path = self.settings.get(remembered.PACK)
        if path and field.desk is None and Path(path).is_file():
            self._again = self.settings.get(remembered.PLACE)
            self.session.open_pack(Path(path))

    def _remember(self) -> None:
        """Keep which pack is open, and at which place."""
        field = self.state.outdoors
        desk = field.desk
        if desk is None:
            # put away by hand; while nothing has been opened yet, it may still come back
            if self._worked:
                self._keep(remembered.PACK, "")
            return
        self._worked = True
        again, self._again = self._again, ""
        if again and self.isVisible() and self.window().isActiveWindow():
            # the form hears of it a moment later than the page
            QTimer.singleShot(0, self.form, self.form.focus_first)
        if again and again != field.site and desk.sheet(again) is not None:
            self.session.show_sheet(again)
            return
        self._keep(remembered.PACK, "" if desk.pack is None else desk.pack.path)
        self._keep(remembered.PLACE, field.site or "")

    def _keep(self, setting: Setting[str], value: str) -> None:
        # told at every letter: only what is new goes to disk
        if self.settings.get(setting) != value:
            self.settings.put(setting, value)
            self.settings.flush()

    # ---- ways in

    def follow(self, way: str) -> None:
        """Do what a button of the empty desk offers."""
        ways = {
            empty.MAKE: self.make_pack,
            empty.OPEN: self.choose_pack,
            empty.HOME: self.work_at_home,
            empty.SHUT: self.session.close_desk,
        }
        ways[way]()

    def make_pack(self) -> None:
        """Make a pack to take along."""
        open_pack_dialog(self.session, self.window(), self._likely())

    def choose_pack(self) -> None:
        """Ask for a pack to work in."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("打开外勘包"),
            self.settings.get(remembered.LAST_FOLDER),
            self.tr("外勘包") + " (*.gpkg *.zip)",
        )
        if name:
            self.open_pack(Path(name))

    def open_pack(self, path: Path) -> None:
        """Work in a pack."""
        self.settings.put(remembered.LAST_FOLDER, str(path.parent))
        self.session.open_pack(path)

    def work_at_home(self) -> None:
        """Fill the form in without a pack."""
        dialog = RecceDialog(self.session, self._likely(), self.window())
        dialog.exec()
        dialog.deleteLater()

    def _likely(self) -> tuple[str, ...]:
        """The places one will want: of the plan, else of the ranking, else the one pointed at."""
        state = self.state
        if state.plan is not None and state.plan.sites:
            return tuple(state.plan.sites)
        if state.ranking is not None and state.ranking.sites:
            order = state.ranking.site_order.index[:MOST_RANKED]
            return tuple(state.ranking.sites[int(at)].site.id for at in order)
        return (state.selection.site,) if state.selection.site else ()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A pack may be dropped on the desk, photos on the form."""
        paths = _dropped(event)
        if any(one.suffix.lower() in PACKS for one in paths) or (paths and self._open):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Work in the pack that was dropped (on the right pane it comes home instead).

        Anything else goes to the photos of the place that is shown.
        """
        paths = _dropped(event)
        packs = [one for one in paths if one.suffix.lower() in PACKS]
        if packs:
            event.acceptProposedAction()
            self.open_pack(packs[0])
        elif paths and self._open:
            event.acceptProposedAction()
            self.form.photos.take(paths)

    @property
    def _open(self) -> bool:
        """Whether there is a form to fill in."""
        return self._middle.currentWidget() is self.form

    # ---- the menu of the form

    def own_lines(self) -> None:
        """Add lines of one's own to the form, or take them away."""
        dialog = OwnLinesDialog(self.session, self.window())
        dialog.exec()
        dialog.deleteLater()

    def print_form(self) -> None:
        """Write the blank form of every place of the desk as PDF."""
        desk = self.state.outdoors.desk
        folder = Path(self.settings.get(remembered.LAST_FOLDER) or Path.home())
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("空白勘景表存到哪里"),
            str(folder / (self.tr("勘景表") + ".pdf")),
            "PDF (*.pdf)",
        )
        if name:
            path = Path(name)
            path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
            sites = () if desk is None else tuple(one.site for one in desk.sheets)
            self.session.print_form(sites, path)

    def show_on_map(self) -> None:
        """Show the place on the large map."""
        if self.state.outdoors.site is not None:
            self.site_asked.emit(self.state.outdoors.site)

    def _wear_sunlit(self, on: bool) -> None:
        now = theme.current()
        if on:
            before = self.settings.get(remembered.THEME)
            self.settings.put(
                remembered.BEFORE_SUNLIT, before if before != theme.SUNLIT.name else "system"
            )
            self.theme_asked.emit(theme.SUNLIT.name)
        elif now is theme.SUNLIT:
            self.theme_asked.emit(self.settings.get(remembered.BEFORE_SUNLIT))

    # ---- the window asks

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        middle = self.form.keys() if self._open else self.empty.keys()
        left = (self.left.list,) if self.left.isVisible() else ()
        return (middle, self.home, *left)

    def fold_left(self) -> None:
        """Fold the left pane, or bring it back."""
        self._folded = not self._folded
        self.left.setVisible(self.state.outdoors.desk is not None and not self._folded)


def _dropped(event: QDropEvent) -> list[Path]:
    """The files that are dragged."""
    return [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]

"""The bar at the top: seal, project, tabs, search, where the data is, language, settings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QListView,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)

from geo.model import Site
from gui import theme
from gui.session import State
from gui.widgets import icons
from gui.widgets.pane import Pane, label
from gui.widgets.search_field import SearchField
from gui.widgets.segments import Segments

HEIGHT = 46
PAGES = ("script", "sites", "money")
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
WORDS_ROLE = Qt.ItemDataRole.UserRole + 2
SEAL = 24
FOUND_WIDTH = 360


def paint_seal(painter: QPainter, rect: QRectF) -> None:
    """A square of cinnabar with a white 勘."""
    palette = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.seal))
    painter.drawRoundedRect(rect, rect.width() / 8, rect.width() / 8)
    painter.setPen(QColor(palette.on_seal))
    font = theme.song(15, bold=True)
    font.setPixelSize(round(rect.width() * 0.64))
    painter.setFont(font)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), "勘")


def seal_icon() -> QIcon:
    """The mark of the app for the task bar."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_seal(painter, QRectF(picture.rect()))
        painter.end()
        icon.addPixmap(picture)
    return icon


class Seal(QWidget):
    """The app's mark: a square seal with 勘."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(SEAL, SEAL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the seal."""
        paint_seal(QPainter(self), QRectF(self.rect()))


class TopBar(Pane):
    """Tells what was asked; the window answers."""

    page_asked = Signal(str)
    site_asked = Signal(str)
    set_asked = Signal(str)
    language_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "true")
        self.setMinimumHeight(HEIGHT)
        self.project = QToolButton()
        self.project.setProperty("quiet", "true")
        self.project.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # the arrow stands behind the name; a menu of the button's own would mirror too
        self.project.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.project.clicked.connect(self._open_project_menu)
        self._project_menu: QMenu | None = None
        self.tabs = QTabBar()
        self.tabs.setDocumentMode(True)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in PAGES:
            self.tabs.addTab("")
        self.tabs.tabBarClicked.connect(self._tab)
        self.tabs.currentChanged.connect(self._tab)
        self.search = SearchField()
        self.search.setFixedWidth(250)
        self._found = QStandardItemModel(self)
        self._completer = QCompleter(self._found, self)
        self._fill_in_search()
        self.offline = label(chip="flag")
        self.language = Segments([("zh", "中"), ("en", "EN")])
        self.language.chosen.connect(self.language_asked)
        self.settings = QToolButton()
        self.settings.setProperty("quiet", "true")
        self.settings.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(Seal())
        row.addWidget(self.project)
        row.addSpacing(8)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        for part in (self.search, self.offline, self.language, self.settings):
            row.addWidget(part)

    def _fill_in_search(self) -> None:
        found = self._completer
        view = self._matches = QListView(self)
        view.setProperty("popover", "true")
        found.setPopup(view)
        found.setCompletionRole(WORDS_ROLE)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setMaxVisibleItems(12)
        found.setWidget(self.search.edit)
        view.clicked.connect(self._take)
        view.activated.connect(self._take)
        self.search.changed.connect(self._search)
        self.search.entered.connect(self._enter)

    def set_menus(self, project: QMenu, settings: QMenu) -> None:
        """Hang the menus on their buttons."""
        self._project_menu = project
        self.settings.setMenu(settings)

    def _open_project_menu(self) -> None:
        if self._project_menu is not None:
            corner = self.project.rect().bottomLeft()
            self._project_menu.popup(self.project.mapToGlobal(corner))

    def show_page(self, page: str) -> None:
        """Mark the tab of ``page``."""
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(PAGES.index(page))
        self.tabs.blockSignals(False)

    def show_project(self, name: str) -> None:
        """Write the name of the project, or that there is none."""
        self.project.setText(f"《{name}》" if name else self.tr("《未命名》"))

    def index_state(self, state: State) -> None:
        """Make places and sets findable by any part of their names."""
        self._found.clear()
        english = state.language == "en"
        for one in state.script.sets if state.script is not None else ():
            self._add(self.tr("{name} · 场景").format(name=one.name), f"set:{one.id}", one.name)
        for site in state.sites:
            self._add(_site_text(site, english=english), f"site:{site.id}", _site_words(site))

    def _add(self, text: str, key: str, words: str) -> None:
        item = QStandardItem(text)
        item.setEditable(False)
        item.setData(key, KEY_ROLE)
        item.setData(words, WORDS_ROLE)
        self._found.appendRow(item)

    def _search(self, text: str) -> None:
        self._completer.setCompletionPrefix(text)
        if text and self.search.edit.hasFocus():
            edit = self.search.edit.rect()
            self._completer.complete(QRect(-28, 6, max(FOUND_WIDTH, edit.width()), edit.height()))
        else:
            self._matches.hide()

    def _enter(self, text: str) -> None:
        chosen = self._matches.currentIndex()
        if self._matches.isVisible() and chosen.isValid():
            self._take(chosen)
            return
        self._completer.setCompletionPrefix(text)
        if text and self._completer.completionCount():
            self._take(self._completer.completionModel().index(0, 0))

    def _take(self, index: QModelIndex) -> None:
        kind, _, key = str(index.data(KEY_ROLE)).partition(":")
        self._matches.hide()
        self.search.edit.clear()
        (self.site_asked if kind == "site" else self.set_asked).emit(key)

    def _tab(self, at: int) -> None:
        if at >= 0:
            self.page_asked.emit(PAGES[at])

    def restyle(self) -> None:
        """Fetch icons again."""
        self.project.setIcon(icons.icon("chevron-down", 14))
        self.settings.setIcon(icons.icon("settings", 18))

    def retranslate(self) -> None:
        """Set every text again."""
        for at, text in enumerate((self.tr("剧本"), self.tr("选景"), self.tr("费用"))):
            self.tabs.setTabText(at, text)
            self.tabs.setTabToolTip(at, f"Ctrl+{at + 1}")
        self.tabs.setAccessibleName(self.tr("页面"))
        self.offline.setText(self.tr("离线 · 全在本机"))
        self.offline.setToolTip(self.tr("不用网络。剧本、景库和算出来的都只在这台电脑上。"))
        self.project.setToolTip(self.tr("打开、导出、添取景地"))
        self.settings.setToolTip(self.tr("外观和语言"))
        self.settings.setAccessibleName(self.tr("外观和语言"))
        self.language.setAccessibleName(self.tr("界面语言"))


def _site_text(site: Site, *, english: bool) -> str:
    if english:
        return f"{site.name_en or site.name_zh} · {site.city_en or site.city_zh}"
    return f"{site.name_zh} · {site.city_zh} {site.district_zh or ''}".rstrip()


def _site_words(site: Site) -> str:
    parts = (site.name_zh, site.name_en, site.city_zh, site.city_en, site.district_zh or "")
    return " ".join(parts)

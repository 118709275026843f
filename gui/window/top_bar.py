"""The bar at the top: seal, project, tabs, search, where the data is, language, settings."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from gui import theme
from gui.session import Session
from gui.widgets import icons
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments
from gui.window.search_box import SearchBox

HEIGHT = 46
PAGES = ("script", "sites", "money", "defend", "plan", "pitch", "field")
SEAL = 24
SEARCH_WIDTHS = (176, 330)
ROOMY = 1200
"""px: from there on there is room to say where the data is."""


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
    language_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
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
        self.search = SearchBox(session)
        least, most = SEARCH_WIDTHS
        self.search.setMinimumWidth(least)
        self.search.setMaximumWidth(most)
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
        row.addWidget(self.search, 100)
        for part in (self.offline, self.language, self.settings):
            row.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the pages come first."""
        super().resizeEvent(event)
        self.offline.setVisible(event.size().width() >= round(ROOMY * theme.text_scale()))

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
        self.search.close_popup()
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(PAGES.index(page))
        self.tabs.blockSignals(False)
        # the chosen one is bold and so wider, of which the layout does not hear by itself
        self.tabs.updateGeometry()

    def show_project(self, name: str) -> None:
        """Write the name of the project, or that there is none."""
        self.project.setText(f"《{name}》" if name else self.tr("《未命名》"))

    def _tab(self, at: int) -> None:
        if at >= 0:
            self.page_asked.emit(PAGES[at])

    def restyle(self) -> None:
        """Fetch icons again."""
        self.project.setIcon(icons.icon("chevron-down", 14))
        self.settings.setIcon(icons.icon("settings", 18))

    def retranslate(self) -> None:
        """Set every text again."""
        words = (
            self.tr("剧本"),
            self.tr("选景"),
            self.tr("费用"),
            self.tr("比选"),
            self.tr("排期"),
            self.tr("推介"),
            self.tr("外勘"),
        )
        for at, text in enumerate(words):
            self.tabs.setTabText(at, text)
            self.tabs.setTabToolTip(at, f"Ctrl+{at + 1}")
        self.tabs.setAccessibleName(self.tr("页面"))
        self.offline.setText(self.tr("离线 · 全在本机"))
        self.offline.setToolTip(self.tr("不用网络。剧本、景库和算出来的都只在这台电脑上。"))
        self.project.setToolTip(self.tr("打开、导出、添取景地"))
        self.settings.setToolTip(self.tr("外观和语言"))
        self.settings.setAccessibleName(self.tr("外观和语言"))
        self.language.setAccessibleName(self.tr("界面语言"))

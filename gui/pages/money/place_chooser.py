"""Which city or site to look at: type a part of the name, walk with the arrows, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.session import Session
from gui.widgets.pane import label
from gui.widgets.popover import Popover

WIDTH, HEIGHT = 320, 360
MOST = 60
_KEY = Qt.ItemDataRole.UserRole + 1


class PlaceChooser(Popover):
    """``city_chosen`` tells a city, ``site_chosen`` the id of a site."""

    city_chosen = Signal(str)
    site_chosen = Signal(str)

    def __init__(
        self, session: Session, *, cities_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._cities_only = cities_only
        self.setFixedSize(WIDTH, HEIGHT)
        self.edit = QLineEdit()
        self.edit.setClearButtonEnabled(True)
        self.edit.textChanged.connect(self._fill)
        self.edit.installEventFilter(self)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self._none = label(role="caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.retranslate()

    def open_for(self, widget: QWidget) -> None:
        """Open under ``widget`` with everything on offer."""
        self.edit.clear()
        self._fill()
        self.open_under(widget)

    def first(self) -> QWidget:
        """Typing comes first."""
        return self.edit

    def fit(self) -> None:
        """Its size is fixed."""

    def _fill(self) -> None:
        wanted = self.edit.text().strip().lower()
        self.list.clear()
        for text, words, key in (*self._cities(), *self._sites()):
            if wanted in f"{text} {words}".lower() and self.list.count() < MOST:
                item = QListWidgetItem(text)
                item.setData(_KEY, key)
                self.list.addItem(item)
        self._none.setVisible(not self.list.count())
        if self.list.count():
            self.list.setCurrentRow(0)

    def _cities(self) -> list[tuple[str, str, tuple[str, str]]]:
        """Cities that can be looked at; to compare, every city that has a site."""
        state = self._session.state
        english = {city: site.city_en for city, site in state.sites.cities.items()}
        ranked = state.ranking.cities if state.ranking is not None else ()
        names = tuple(english) if self._cities_only else tuple(one.city for one in ranked)
        taken = self._session.compared_cities if self._cities_only else ()
        whole = "" if self._cities_only else self.tr("整个")
        found = []
        for city in names:
            if city not in taken:
                name = english.get(city) or city if state.language == "en" else f"{whole}{city}"
                found.append((name, f"{city} {english.get(city, '')}", ("city", city)))
        return found

    def _sites(self) -> list[tuple[str, str, tuple[str, str]]]:
        """Ranked sites, best first."""
        state = self._session.state
        if self._cities_only or state.ranking is None:
            return []
        ranking = state.ranking
        found = []
        for at in ranking.site_order.index:
            site = ranking.sites[int(at)].site
            english = state.language == "en"
            name = site.name_en or site.name_zh if english else site.name_zh
            city = site.city_en if english else site.city_zh
            words = f"{site.name_zh} {site.name_en} {site.city_zh} {site.district_zh}"
            found.append((f"{name} · {city}", words, ("site", site.id)))
        return found

    def _take(self, item: QListWidgetItem) -> None:
        kind, key = item.data(_KEY)
        self.hide()
        (self.city_chosen if kind == "city" else self.site_chosen).emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter in the field belong to the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key is Qt.Key.Key_Down else -1
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self.list.currentItem()) is not None:
                    self._take(item)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Set every text again."""
        words = self.tr("打一部分名字")
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleName(words)
        self.list.setAccessibleName(self.tr("城市和取景地"))
        self._none.setText(self.tr("景库里没有这个名字。"))

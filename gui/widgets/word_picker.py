"""A field that finds one thing among many: scene types, cities and counties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

KEY_ROLE = Qt.ItemDataRole.UserRole + 1
WORDS_ROLE = Qt.ItemDataRole.UserRole + 2
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """``key`` is told when picked, ``text`` is shown, ``words`` are searched too."""

    key: str
    text: str
    words: str = ""


class WordPicker(QLineEdit):
    """Type a part of the name, pick with arrows and Enter; ``picked`` tells the key."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, keep: bool = False) -> None:
        super().__init__(parent)
        self._keep = keep
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self)
        self._completer.setModel(self._model)
        self._completer.setCompletionRole(WORDS_ROLE)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(SHOWN)
        self._completer.setWidget(self)
        self._list = QListView(self)
        self._list.setProperty("popover", "true")
        self._completer.setPopup(self._list)
        self._list.clicked.connect(self._take)
        self._list.activated.connect(self._take)
        self.textEdited.connect(self._search)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer ``choices``, best known first."""
        self._model.clear()
        for choice in choices:
            item = QStandardItem(choice.text)
            item.setEditable(False)
            item.setData(choice.key, KEY_ROLE)
            item.setData(f"{choice.text} {choice.words}", WORDS_ROLE)
            self._model.appendRow(item)

    @property
    def found(self) -> int:
        """How many choices match what was typed."""
        return self._completer.completionCount()

    def text_of(self, key: str) -> str:
        """What is shown for ``key``, empty when it is not offered."""
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            if item.data(KEY_ROLE) == key:
                return item.text()
        return ""

    def show_key(self, key: str | None) -> None:
        """Write the name of ``key`` without telling anybody."""
        self.setText(self.text_of(key) if key else "")

    def _search(self, text: str) -> None:
        self._completer.setCompletionPrefix(text.strip())
        if text.strip():
            self._completer.complete()
        else:
            self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the best match; Down opens the whole list."""
        key = event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (self.text().strip() or self._list.isVisible()):
            chosen = self._list.currentIndex()
            if self._list.isVisible() and chosen.isValid():
                self._take(chosen)
                return
            self._completer.setCompletionPrefix(self.text().strip())
            if self._completer.completionCount():
                self._take(self._completer.completionModel().index(0, 0))
            return
        if key == Qt.Key.Key_Down:
            self._completer.setCompletionPrefix("")
            self._completer.complete()
            return
        super().keyPressEvent(event)

    def _take(self, index: QModelIndex) -> None:
        key, text = index.data(KEY_ROLE), index.data(Qt.ItemDataRole.DisplayRole)
        self._list.hide()
        self.setText(text if self._keep else "")
        self.picked.emit(key)

"""The search field with its magnifier and the hint Ctrl K."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from gui import theme
from gui.widgets import icons
from gui.widgets.pane import Pane, mark


class SearchField(Pane):
    """``changed`` tells the text while it is typed, ``entered`` on Enter; Ctrl+K comes here."""

    changed = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("field", "true")
        self.setMinimumWidth(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sign = QLabel()
        self._hint = QLabel("Ctrl K")
        self._hint.setProperty("key", "true")
        self.edit = QLineEdit()
        self.edit.textChanged.connect(self._typed)
        self.edit.returnPressed.connect(lambda: self.entered.emit(self.edit.text().strip()))
        self.edit.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 6, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self.edit, 1)
        row.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._keys = QShortcut(QKeySequence("Ctrl+K"), self)
        self._keys.activated.connect(self._come)
        self.setFocusProxy(self.edit)
        self.restyle()
        self.retranslate()

    def _come(self) -> None:
        self.edit.setFocus()
        self.edit.selectAll()

    def _typed(self, text: str) -> None:
        self._hint.setVisible(not text)
        self.changed.emit(text.strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus on the whole field."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            mark(self, on="true" if event.type() is QEvent.Type.FocusIn else "false")
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._sign.setPixmap(icons.pixmap("search", 16, theme.current().ink3))

    def retranslate(self) -> None:
        """Set every text again."""
        self.edit.setPlaceholderText(self.tr("找地点、场景…"))
        self.edit.setAccessibleName(self.tr("搜索"))

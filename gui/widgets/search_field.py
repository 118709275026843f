"""The search field with its magnifier and the hint Ctrl K."""

from __future__ import annotations

from collections.abc import Sequence

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
        self._invitations: tuple[str, ...] = ()
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
        """Show the focus on the whole field; another width has room for other words."""
        if watched is self.edit and event.type() is QEvent.Type.Resize:
            self._fit_invitation()
        moved = event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut)
        if watched is self.edit and moved:
            mark(self, on="true" if event.type() is QEvent.Type.FocusIn else "false")
        return super().eventFilter(watched, event)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._sign.setPixmap(icons.pixmap("search", 16, theme.current().ink3))

    def invite(self, texts: Sequence[str]) -> None:
        """Say what can be typed: the first of ``texts``, longest first, that fits the field."""
        self._invitations = tuple(texts)
        self._fit_invitation()

    def _fit_invitation(self) -> None:
        room = self.edit.contentsRect().width() - 8
        metrics = self.edit.fontMetrics()
        fits = (one for one in self._invitations if metrics.horizontalAdvance(one) <= room)
        self.edit.setPlaceholderText(next(fits, self._invitations[-1]))

    def retranslate(self) -> None:
        """Set every text again."""
        many = self.tr("地名、拼音、景、国保、同里 30 公里内…")
        self.invite((many, self.tr("地名、拼音、景、同里 30 公里内…"), self.tr("找地点、场景…")))
        self.setToolTip(
            self.tr(
                "地名或它的一部分，拼音或首字母（tl），英文名；景（园林、茶馆），城市，国保，"
                "影视基地，民国；同里 30 公里内，离同里 60 分钟。几样可以连着写。"
            )
        )
        self.edit.setAccessibleName(self.tr("搜索"))

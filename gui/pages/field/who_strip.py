"""Asks once, kindly, who works at this machine."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from gui import settings as remembered
from gui.session import Session
from gui.settings import Settings
from gui.widgets.pane import Pane, label


class WhoStrip(Pane):
    """Stands over the page until it is answered; ``said``: now it is known."""

    said = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self.setProperty("strip", "info")
        self._why = label(wrap=True)
        self.name, self.keep = QLineEdit(), QPushButton()
        self.name.setMaximumWidth(180)
        self.name.setMaxLength(40)
        self.name.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._keep)
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self._keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._why, 1)
        row.addWidget(self.name)
        row.addWidget(self.keep)
        self.retranslate()
        self.setVisible(not session.who)

    def ask(self) -> None:
        """Ask again: another hand, or a slip of the pen."""
        self.name.setText(self._session.who)
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def _keep(self) -> None:
        name = self.name.text().strip()
        if name:
            self._session.set_who(name)
            self._settings.put(remembered.WHO, name)
            self.hide()
            self.said.emit()

    def retranslate(self) -> None:
        """Set every text again."""
        self._why.setText(
            self.tr("你叫什么？每条改动都会写着是谁填的，回家合到一起时分得清。只问这一次。")
        )
        self.name.setPlaceholderText(self.tr("名字，例如 沈砚"))
        self.name.setAccessibleName(self.tr("你的名字"))
        self.keep.setText(self.tr("记下"))

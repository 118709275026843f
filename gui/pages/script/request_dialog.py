"""粘贴一段要求: a request out of WeChat at the left, what was read of it at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from geo.model import Need, Request
from gui.pages.script.dialogs import dialog_foot
from gui.pages.script.request_parts import PartRow
from gui.session import Session
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label

SIZE = (940, 640)
PAUSE_MS = 250


class RequestDialog(QDialog):
    """Accepted when the confirmed parts have become the script."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._request: Request | None = None
        self.rows: list[PartRow] = []
        self.setWindowTitle(self.tr("粘贴一段要求"))
        self.resize(*SIZE)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("要求"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            self.tr("把群里的一段话贴在这里，例如\n水榭园林，3.8–3.12，45 人，3 千/天")
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self.text.textChanged.connect(self._pause.start)
        self.empty = label(role="second", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._unread_head = label(self.tr("没看懂"), role="strong")
        self.unread = FlowLayout(gap=4)
        self.told = label(role="caption", wrap=True)
        self.start_button = QPushButton(self.tr("就按这个找"))
        self.start_button.clicked.connect(self._start)
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.start_button.click)
        self.read()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(label(self.tr("他们怎么说的"), role="heading"))
        left.addWidget(self.text, 1)
        left.addWidget(label(self.tr("只在这台电脑上读，不会发出去。"), role="caption"))
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addWidget(self._unread_head)
        column.addLayout(self.unread)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(label(self.tr("读成了什么，一样样确认"), role="heading"))
        right.addWidget(area, 1)
        right.addWidget(self.told)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 5)
        both.addLayout(right, 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addLayout(both, 1)
        outer.addLayout(dialog_foot(self, self.start_button, self.tr("先不找")))

    def read(self) -> None:
        """Read the text as it stands; what was not confirmed before stays so."""
        self._pause.stop()
        text = self.text.toPlainText().strip()
        refused = {row.key for row in self.rows if not row.box.isChecked()}
        self._request = self._session.read_request(text) if text else None
        for row in self.rows:
            row.hide()
            row.deleteLater()
        state = self._session.state
        parts = self._request.parts if self._request is not None else ()
        self.rows = [
            PartRow(part, state.vocabulary, state.language, self._needs_of) for part in parts
        ]
        for row in self.rows:
            row.box.setChecked(row.key not in refused)
            row.changed.connect(self._offer)
            self._list.addWidget(row)
        self._show_unread()
        self._offer()

    def _needs_of(self, place: str) -> tuple[Need, ...]:
        """What is read for a place that was typed over."""
        request = self._session.read_request(place)
        parts = request.parts if request is not None else ()
        return next((part.needs for part in parts if part.key == "place"), ())

    def _show_unread(self) -> None:
        self.unread.clear()
        words = self._request.unread if self._request is not None else ()
        for word in words:
            self.unread.addWidget(label(word, chip="flag"))
        self._unread_head.setVisible(bool(words))

    def confirmed(self) -> Request | None:
        """The request with its confirmed parts."""
        if self._request is None:
            return None
        parts = tuple(part for row in self.rows if (part := row.part()) is not None)
        return replace(self._request, parts=parts)

    def _offer(self) -> None:
        request = self.confirmed()
        places = [part for part in request.parts if part.key == "place"] if request else []
        ready = any(part.needs for part in places)
        self.start_button.setEnabled(ready)
        self.empty.setVisible(not self.rows)
        if self.text.toPlainText().strip():
            self.empty.setText(
                self.tr("没读出要什么景。写上地方，例如“水榭园林”，或“老茶馆 内景”。")
            )
        else:
            self.empty.setText(
                self.tr("贴上以后，这里会列出：要什么景、哪天、多少人、最多多少钱。每样都能改。")
            )
        self.told.setText(self._promise(ready=ready))

    def _promise(self, *, ready: bool) -> str:
        name = self._session.state.name
        if not ready:
            return self.tr("至少要有一处知道是什么景，才能找。") if self.rows else ""
        if name and self._session.state.script is not None:
            return self.tr("手上的《{name}》会收起来，撤销就能拿回来。").format(name=name)
        return ""

    def _start(self) -> None:
        request = self.confirmed()
        if request is not None:
            self._session.start_request(request)
            self.accept()

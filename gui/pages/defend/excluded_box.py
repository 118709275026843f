"""没有列进来: the places left out, why, and the way to let one in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.pages.defend.excluded import SHOWN, UNDO, OutRow, agreed_rows, some_rows
from gui.session import State
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label
from gui.widgets.row_paint import factor

NAME = 100


class OutLine(Pane):
    """One place in a line. ``agreed`` tells its id and whether its manager agrees now."""

    agreed = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: OutRow | None = None
        self._sign = QLabel()
        self.name = ElidedLabel()
        self.why = ElidedLabel(role="caption", tail=True)
        self.button = QPushButton()
        self.button.setProperty("quiet", "true")
        self.button.setProperty("caption", "true")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._press)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._sign)
        line.addWidget(self.name)
        line.addWidget(self.why, 1)
        line.addWidget(self.button)

    def show_row(self, row: OutRow, lang: str) -> None:
        """Tell ``row``."""
        self.row = row
        self.name.setText(row.name)
        self.why.setText(row.why)
        self.setAccessibleName(row.spoken(lang))
        self.button.setVisible(bool(row.way))
        self.restyle()
        self.retranslate()

    def _press(self) -> None:
        if self.row is not None:
            self.agreed.emit(self.row.id, self.row.way != UNDO)

    def restyle(self) -> None:
        """Fetch the icon again."""
        undo = self.row is not None and self.row.way == UNDO
        # the reasons of all lines begin at one edge
        self.name.setFixedWidth(round(NAME * factor()))
        self._sign.setPixmap(icons.pixmap("check" if undo else "ban", 14, theme.current().ink3))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        row = self.row
        undo = row is not None and row.way == UNDO
        self.button.setText(self.tr("收回") if undo else self.tr("管理处同意了"))
        name = row.name if row is not None else ""
        what = self.tr("{name}：收回“同意了”") if undo else self.tr("{name}：管理处同意了")
        self.button.setAccessibleName(what.format(name=name))
        tip = self.tr("管理处点了头才按，它就照常排进来；能撤销")
        self.button.setToolTip("" if undo else tip)


class ExcludedBox(Pane):
    """A few lines under a head; ``all_asked``: the whole list is wanted."""

    agreed = Signal(str, bool)
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.lines: list[OutLine] = []
        self._title = label(role="strong")
        self.all_button = QPushButton()
        self.all_button.setProperty("quiet", "true")
        self.all_button.clicked.connect(self.all_asked)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.all_button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._rows)
        self.retranslate()

    def show_state(self, state: State) -> None:
        """List the first few that are left out, and those let in by the user's word."""
        excluded = state.ranking.excluded if state.ranking is not None else ()
        rows = (*agreed_rows(state)[:SHOWN], *some_rows(state))
        self._count = len(excluded)
        self._list(rows, state.language)
        self.all_button.setVisible(bool(rows))
        self.setVisible(bool(rows))
        self.retranslate()

    def _list(self, rows: Sequence[OutRow], lang: str) -> None:
        while len(self.lines) > len(rows):
            line = self.lines.pop()
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self.lines) < len(rows):
            line = OutLine()
            line.agreed.connect(self.agreed)
            self._rows.addWidget(line)
            last = self.lines[-1].button if self.lines else self.all_button
            QWidget.setTabOrder(last, line.button)
            self.lines.append(line)
            line.show()
        for line, row in zip(self.lines, rows, strict=True):
            line.show_row(row, lang)

    def retranslate(self) -> None:
        """Set every text again."""
        if self._count:
            self._title.setText(self.tr("没有列进来的 {n} 处").format(n=f"{self._count:,}"))
        else:
            self._title.setText(self.tr("都列进来了"))
        self.all_button.setText(self.tr("全部"))
        self.all_button.setAccessibleName(self.tr("全部没有列进来的"))

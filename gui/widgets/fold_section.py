"""A part of an explanation under a head that folds it; folded, the head tells the gist."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, mark

Make = Callable[[], Iterable[QWidget]]


class FoldSection(Pane):
    """``toggled`` tells that the reader opened or folded it. What is inside is made when opened."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened = False
        self._make: Make | None = None
        self.head = QPushButton()
        self.head.setProperty("row", "true")
        self.head.setProperty("strong", "true")
        self.head.clicked.connect(self._turn)
        self.gist = ElidedLabel(role="second")
        self.gist.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.head)
        row.addWidget(self.gist, 1)
        self._body = QWidget()
        self.inner = QVBoxLayout(self._body)
        self.inner.setContentsMargins(20, 2, 0, 4)
        self.inner.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._body)
        self.restyle()
        self.open(opened=False)

    def tell(self, title: str, gist: str, *, warn: bool = False) -> None:
        """Set the head: ``title``, and at its right what there is to know at a glance."""
        # a lone & would underline the letter after it
        self.head.setText(title.replace("&", "&&"))
        self.gist.setText(gist)
        mark(self.gist, tone="warn" if warn else "")
        self._name()

    def hold(self, make: Make) -> None:
        """From now on ``make`` gives what is inside; asked once, when somebody looks."""
        self.clear()
        self._make = make
        if self.opened:
            self.fill()

    def fill(self) -> None:
        """Make what is inside now."""
        make, self._make = self._make, None
        for widget in make() if make is not None else ():
            self.inner.addWidget(widget)

    def open(self, *, opened: bool) -> None:
        """Show what is inside, or fold it."""
        self.opened = opened
        if opened:
            self.fill()
        self._body.setVisible(opened)
        self.restyle()
        self._name()

    def _turn(self) -> None:
        self.open(opened=not self.opened)
        self.toggled.emit(self.opened)

    def _name(self) -> None:
        state = self.tr("展开着") if self.opened else self.tr("收着")
        told = (self.head.text().replace("&&", "&"), self.gist.text(), state)
        self.head.setAccessibleName(" ".join(part for part in told if part))

    def clear(self) -> None:
        """Take away what is inside."""
        while (item := self.inner.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def restyle(self) -> None:
        """Fetch the arrow again."""
        self.head.setIcon(icons.icon("chevron-down" if self.opened else "chevron-right", 14))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self._name()

"""What a search found, under its field: how it was understood, the places, ways to narrow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label
from gui.widgets.part_chip import PartChip
from gui.widgets.search_list import SearchList, Suggestion

WIDTH = 440
EDGE, GAP = 8, 4


@dataclass(frozen=True, slots=True)
class Answers:
    """All words of the popup. ``parts`` and ``wider`` are (words, what the press does).

    ``none`` is said when nothing was found; ``only`` stands on the button that shows only these.
    """

    rows: tuple[Suggestion, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    more: str = ""
    only: str = ""
    none: str = ""
    wider: tuple[str, ...] = ()
    add: str = ""


class SearchPopup(Pane):
    """A child of the window that floats over its page; it takes no focus by being shown or clicked.

    ``taken``: the key of a row; ``dropped`` and ``widened``: the number of a part or of a wider
    search; ``left``: Esc was pressed in it.
    """

    taken = Signal(str)
    dropped = Signal(int)
    widened = Signal(int)
    only_asked = Signal()
    add_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.hide()
        self.setProperty("popover", "true")
        self.answers = Answers()
        self.chips: list[PartChip] = []
        self.ways: list[QPushButton] = []
        self._parts, self._part_flow = _flowing(12, 8, 12, 8)
        self._none = label(role="second", wrap=True)
        self._ways, self._way_flow = _flowing(10, 0, 12, 10)
        self.list = SearchList()
        self._more = QLabel()
        self._more.setProperty("role", "caption")
        self.only = _button()
        self.only.clicked.connect(self.only_asked)
        self.list.taken.connect(self.taken)
        self._foot = Pane()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._none.setContentsMargins(12, 10, 12, 6)
        self._foot.setProperty("hair", "top")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(12, 6, 8, 6)
        foot.addWidget(self._more, 1)
        foot.addWidget(self.only)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self._parts, self.list, self._none, self._ways, self._foot):
            column.addWidget(part)

    def tell(self, answers: Answers) -> None:
        """Show ``answers``; what stays the same is left alone, so that nothing flickers."""
        before, self.answers = self.answers, answers
        if answers.parts != before.parts:
            self._tell_parts()
        if (answers.wider, answers.add) != (before.wider, before.add):
            self._tell_ways()
        self.list.tell(answers.rows)
        self._none.setText(answers.none)
        self._more.setText(answers.more)
        self.only.setText(answers.only)
        shown = {
            self._parts: bool(answers.parts),
            self.list: bool(answers.rows),
            self._none: bool(answers.none),
            self._ways: bool(self.ways),
            self._foot: bool(answers.only),
        }
        for part, on in shown.items():
            part.setVisible(on)

    def _tell_parts(self) -> None:
        self._part_flow.clear()
        self.chips = []
        for number, (words, tip) in enumerate(self.answers.parts):
            chip = PartChip(words, tip)
            chip.dropped.connect(lambda number=number: self.dropped.emit(number))
            self._part_flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)

    def _tell_ways(self) -> None:
        self._way_flow.clear()
        self.ways = []
        for number, words in enumerate(self.answers.wider):
            button = _button()
            button.setText(words)
            button.clicked.connect(lambda _checked=False, number=number: self.widened.emit(number))
            self._add_way(button)
        if self.answers.add:
            button = _button()
            button.setText(self.answers.add)
            button.clicked.connect(self.add_asked)
            self._add_way(button)

    def _add_way(self, button: QPushButton) -> None:
        self._way_flow.addWidget(button)
        button.show()
        self.ways.append(button)

    def controls(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        parts: list[QWidget] = [chip.cross for chip in self.chips]
        foot = [self.only] if self.answers.only else []
        return [*parts, *self.ways, *foot]

    def open_under(self, field: QWidget) -> None:
        """Stand under ``field``, inside the window; what does not fit in height scrolls."""
        # what is not shown yet has not its size yet
        self.show()
        self.raise_()
        window = self._window
        corner = field.mapTo(window, QPoint(0, field.height() + GAP))
        width = min(max(WIDTH, field.width()), window.width() - 2 * EDGE)
        left = max(EDGE, min(corner.x(), window.width() - EDGE - width))
        self.list.setFixedHeight(self.list.height_of(len(self.answers.rows)))
        wanted = self._height(width)
        room = max(160, window.height() - corner.y() - EDGE)
        if wanted > room:
            self.list.setFixedHeight(max(0, self.list.height() - (wanted - room)))
        self.setGeometry(QRect(left, corner.y(), width, min(wanted, room)))
        self.list.point_at(self.list.currentIndex().row())

    def _height(self, width: int) -> int:
        """What all parts ask for at this width."""
        column = self._column
        column.invalidate()
        wraps = column.hasHeightForWidth()
        return column.totalHeightForWidth(width) if wraps else column.totalSizeHint().height()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("搜索结果"))
        self.list.setAccessibleName(self.tr("找到的"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press between the rows is not one on the page behind."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _flowing(*margins: int) -> tuple[QWidget, FlowLayout]:
    """A part whose contents flow, with room round them."""
    part, flow = QWidget(), FlowLayout()
    column = QVBoxLayout(part)
    column.setContentsMargins(*margins)
    column.addLayout(flow)
    return part, flow


def _button() -> QPushButton:
    """A small button that is reached by Tab, and leaves the focus alone when it is clicked."""
    button = QPushButton()
    button.setProperty("small", "true")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button

"""Cards, key figures and bars that the parts of the bureau's desk share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.widgets.flow import FlowLayout
from gui.widgets.painters import paint_bar
from gui.widgets.pane import Pane, label

TILE, THICK, INDENT = 130, 8, 6


class Card(Pane):
    """A white card: its heading, a note at the right of it, rows below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.heading = label(role="heading", wrap=True)
        self.note = label(role="caption")
        self.under = label(role="caption", wrap=True)
        self.under.hide()
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.note)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(6)
        self._column.addLayout(self.head)
        self._column.addWidget(self.under)
        self._column.addLayout(self.rows)

    def put_under_head(self, what: QWidget | QLayout) -> None:
        """Keep something between the heading and the rows; it stays as rows come and go."""
        if isinstance(what, QLayout):
            self._column.insertLayout(2, what)
        else:
            self._column.insertWidget(2, what, 0, Qt.AlignmentFlag.AlignLeft)

    def name(self, heading: str, note: str = "", under: str = "") -> None:
        """Write the heading, the note beside it and a line under it."""
        self.heading.setText(heading)
        self.note.setText(note)
        self.under.setText(under)
        self.under.setVisible(bool(under))

    def clear(self) -> None:
        """Take every row away."""
        clear(self.rows)


def clear(layout: QLayout) -> None:
    """Take every widget of a layout away."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


class Tile(Pane):
    """A figure with its name above and what it means below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setMinimumWidth(TILE)
        self.name = label(role="caption")
        self.value = label(role="key")
        self.told = label(role="caption", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(2)
        for part in (self.name, self.value):
            column.addWidget(part)
        column.addWidget(self.told, 1)

    def tell(self, name: str, value: str, told: str = "") -> None:
        """Write all three; ears hear them together."""
        self.name.setText(name)
        self.value.setText(value)
        self.told.setText(told)
        self.setAccessibleName(f"{name} {value}")
        self.setAccessibleDescription(told)


class ToneBar(QWidget):
    """A share of a whole, in one or two tones; what they mean stands in the legend."""

    def __init__(
        self, parts: Sequence[tuple[float, str]], spoken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.parts = tuple(parts)
        self.thick: float = THICK
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(160, THICK)

    def minimumSizeHint(self) -> QSize:
        """Wide enough to compare."""
        return QSize(60, THICK)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tones on their track."""
        palette = theme.current()
        tones = [(share, str(getattr(palette, token))) for share, token in self.parts]
        room = QRectF(self.rect())
        thick = min(room.height(), self.thick)
        room = QRectF(0, (room.height() - thick) / 2, room.width(), thick)
        paint_bar(QPainter(self), room, tones)


class Key(QWidget):
    """One tone of a legend: a small square before its word."""

    def __init__(self, text: str, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(5)
        square = ToneBar([(1.0, token)], text)
        square.setFixedSize(10, 10)
        square.thick = 10
        row.addWidget(square)
        row.addWidget(label(text, role="caption"))


def button(
    text: str, do: Callable[[], object], *, main: bool = False, quiet: bool = False
) -> QPushButton:
    """A button that does one thing; Enter elsewhere does not press it."""
    answer = QPushButton(text)
    if main:
        answer.setProperty("main", "true")
    if quiet:
        answer.setProperty("quiet", "true")
    answer.setAutoDefault(False)
    answer.clicked.connect(lambda _checked=False: do())
    return answer


def tools(flow: FlowLayout, buttons: Sequence[QWidget]) -> None:
    """Put these buttons into a row, in place of those that were there."""
    flow.clear()
    for one in buttons:
        flow.addWidget(one)
        one.show()


def beside(*widgets: QWidget, gap: int = 14, grow: int = -1) -> QWidget:
    """Widgets side by side, all from the top; the one at ``grow`` takes what is left."""
    holder = QWidget()
    holder.setProperty("ground", "none")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for at, one in enumerate(widgets):
        row.addWidget(one, 1 if at == grow or grow < 0 else 0)
    return holder


def indent(*fields: QAbstractSpinBox) -> None:
    """Keep figures off the frame; the padding of a style sheet does not reach them."""
    for field in fields:
        field.lineEdit().setTextMargins(INDENT, 0, 0, 0)

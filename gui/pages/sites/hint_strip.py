"""What could change the order, in sentences: the first is shown, the others fold out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from geo.model import Reason
from gui.widgets import icons
from gui.widgets.pane import Pane, label

MOST = 4


class HintStrip(Pane):
    """``site_asked``: the place a hint is about."""

    site_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "win")
        self._sign = label()
        self._about: tuple[str, ...] = ()
        self._open = False
        self._lines: list[QWidget] = []
        self.texts: list[QLabel] = []
        self.buttons: list[QPushButton] = []
        self.more = QPushButton()
        self.more.setProperty("quiet", "true")
        self.more.clicked.connect(self._fold)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.restyle()
        self.retranslate()

    def tell(self, hints: Sequence[Reason], say: Callable[[Reason], str]) -> None:
        """Show ``hints`` as ``say`` tells them; none hides the strip.

        While a slider moves only the words change, so the lines stay.
        """
        shown = hints[:MOST]
        about = tuple(_about(one) for one in shown)
        if about != self._about:
            self._about, self._open = about, False
            self._make_lines()
        for text, hint in zip(self.texts, shown, strict=True):
            text.setText(say(hint))
        self.setVisible(bool(shown))

    def _make_lines(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.texts, self.buttons = [], [], []
        for about in self._about:
            line = self._line(about)
            self._lines.append(line)
            self._column.addWidget(line)
        self._show_lines()
        self.retranslate()

    def _line(self, about: str) -> QWidget:
        line = Pane()
        text, button = label(role="second", wrap=True), QPushButton()
        button.setProperty("quiet", "true")
        button.clicked.connect(lambda: self.site_asked.emit(about))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(text, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        # only once it has a parent: on its own it would come up as a window
        button.setVisible(bool(about))
        self.texts.append(text)
        self.buttons.append(button)
        return line

    def _fold(self) -> None:
        self._open = not self._open
        self._show_lines()

    def _show_lines(self) -> None:
        for at, line in enumerate(self._lines):
            line.setVisible(self._open or at == 0)
        self.more.setVisible(len(self._lines) > 1)
        self._write_more()

    def _write_more(self) -> None:
        rest = self.tr("还有 {n} 条").format(n=len(self._lines) - 1)
        self.more.setText(self.tr("收起") if self._open else rest)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._sign.setPixmap(icons.pixmap("help-circle", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self._write_more()
        for button in self.buttons:
            button.setText(self.tr("看看它"))


def _about(hint: Reason) -> str:
    """The id of the place that a hint is about, empty when it is about none."""
    return str(hint.values.get("site_id", ""))

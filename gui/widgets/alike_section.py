"""Places like the one explained: looked for when the section is opened, a click goes there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.phrases import pct
from gui.widgets.fold_section import FoldSection
from gui.widgets.pane import label

MOST = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """A place, how like it is (0 to 1), and what the two share or differ in."""

    id: str
    name: str
    share: float
    why: str = ""


class AlikeSection(FoldSection):
    """``wanted``: somebody opened it; ``site_asked`` tells the place that was clicked."""

    wanted = Signal()
    site_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, QPushButton] = {}
        self._found: tuple[Likeness, ...] = ()
        self._looking = False
        self.toggled.connect(self._opened)
        self.retranslate()

    def begin(self) -> None:
        """Another place is explained: nothing is known, nothing is asked yet."""
        self._found, self._looking = (), False
        self.open(opened=False)
        self._list()

    def _opened(self, opened: bool) -> None:
        if opened:
            self._looking = True
            self._list()
            self.wanted.emit()

    def show_alike(self, found: tuple[Likeness, ...], *, looking: bool) -> None:
        """Show what was found; ``looking``: the answer is still on its way."""
        if (found, looking) != (self._found, self._looking):
            self._found, self._looking = found, looking
            self._list()

    def _list(self) -> None:
        self.rows = {}
        self.hold(self._contents)
        self.retranslate()

    def _contents(self) -> Iterable[QWidget]:
        if self._found:
            return [self._row(one) for one in self._found[:MOST]]
        if self._looking:
            return [label(self.tr("正在找…"), role="second")]
        text = self.tr("景库里没有像它的。多记几处能拍的景，再来看。")
        return [label(text, role="second", wrap=True)]

    def _row(self, one: Likeness) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        # a lone & would underline the letter after it
        button = self.rows[one.id] = QPushButton(one.name.replace("&", "&&"))
        button.setProperty("quiet", "true")
        button.clicked.connect(lambda _checked=False: self.site_asked.emit(one.id))
        head.addWidget(button)
        head.addStretch(1)
        head.addWidget(label(self._words(one.share), role="caption"))
        column.addLayout(head)
        if one.why:
            why = label(one.why, role="second", wrap=True)
            why.setContentsMargins(5, 0, 0, 0)
            column.addWidget(why)
        return holder

    def _words(self, share: float) -> str:
        if share >= 0.8:
            text = self.tr("很像，{share}")
        elif share >= 0.6:
            text = self.tr("像，{share}")
        else:
            text = self.tr("有点像，{share}")
        return text.format(share=pct(share))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        super().retranslate()
        found = self.tr("{n} 处").format(n=len(self._found)) if self._found else ""
        self.tell(self.tr("跟它像的"), found)

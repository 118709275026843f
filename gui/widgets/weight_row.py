"""One criterion of the weight board: name, slider, number, and why it may move nothing."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui import theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import label
from gui.widgets.weight_slider import WeightSlider

# px of a name, where room is short and where it is not
NAME_MOST = {True: 82, False: 100}


class WeightRow(QObject):
    """The widgets of one criterion; the board places them in its grid."""

    way_chosen = Signal()

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = WeightSlider(code, parent)
        self.name = ElidedLabel(parent=parent)
        self.name.setBuddy(self.slider)
        self.number: QLabel = label()
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.caption = label(role="caption", wrap=True)
        self.caption.setTextFormat(Qt.TextFormat.RichText)
        self.caption.setParent(parent)
        self.caption.linkActivated.connect(lambda _: self.way_chosen.emit())
        self.caption.hide()
        self._idle = ""
        self._way = self._terse = self._narrow = False
        self._at = (0, 0)

    @property
    def idle(self) -> str:
        """Why the slider moves nothing, empty when it may."""
        return self._idle

    def place(self, grid: QGridLayout, row: int, column: int) -> None:
        """Stand in two rows and three columns of ``grid``; the caption comes in its own time."""
        self._at = row, column
        grid.addWidget(self.name, row, column)
        grid.addWidget(self.slider, row, column + 1)
        grid.addWidget(self.number, row, column + 2)

    def place_caption(self, grid: QGridLayout, *, column: int | None = None, span: int) -> None:
        """Say what there is to say in ``span`` columns below, from ``column`` where one is told."""
        row, own = self._at
        grid.removeWidget(self.caption)
        if self.says:
            grid.addWidget(self.caption, row + 1, own if column is None else column, 1, span)
        self.caption.setVisible(self.says)

    def take_out(self, grid: QGridLayout) -> None:
        """Leave ``grid``; the widgets stay."""
        for widget in (self.name, self.slider, self.number, self.caption):
            grid.removeWidget(widget)

    def go(self) -> None:
        """Leave for good."""
        for widget in (self.name, self.slider, self.number, self.caption):
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def call(self, name: str) -> None:
        """Name the criterion."""
        self.name.setText(name)
        self.slider.setAccessibleName(name)
        self.measure()

    def measure(self) -> None:
        """Keep the room of three digits, so that nothing shifts while one drags."""
        metrics = self.name.fontMetrics()
        most = round(NAME_MOST[self._narrow] * theme.text_scale())
        self.name.setFixedWidth(min(most, metrics.horizontalAdvance(self.name.text()) + 2))
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance("100"))

    def set_idle(self, told: str, way: str = "") -> None:
        """Why the slider can move nothing, with a way to change that; empty where it can."""
        self._idle = told
        link = f' <a href="way">{escape(way)}</a>' if way else ""
        self.caption.setText(escape(told) + link)
        flags = Qt.TextInteractionFlag
        reach = flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        self.caption.setTextInteractionFlags(reach if way else flags.NoTextInteraction)
        self._way = bool(way)

    def set_narrow(self, narrow: bool) -> None:
        """Cut a long name sooner."""
        self._narrow = narrow
        self.measure()

    def set_terse(self, terse: bool) -> None:
        """Say only what something can be done about."""
        self._terse = terse

    @property
    def says(self) -> bool:
        """Whether there is a caption."""
        return self._way if self._terse else bool(self._idle)

    def show_share(self, share: int) -> None:
        """Show a share of 100 without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(share)
        self.slider.blockSignals(False)
        self.number.setText(str(share))

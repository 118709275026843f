"""A figure that answers a click, and the small picture that goes with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from geo.model import Range
from gui import theme
from gui.texts import NumberLook, Scale, present_number
from gui.widgets.number_paint import number_font, number_size, paint_number
from gui.widgets.painters import paint_range, paint_subsidy


class NumberLabel(QWidget):
    """Shows one ``Range``. Click, Enter or Space emit ``asked`` (where is it from)."""

    asked = Signal()

    def __init__(
        self,
        figure: Range | None = None,
        *,
        name: str = "",
        size: float = 13,
        full: bool = False,
        compact: bool = False,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._figure = figure
        self._name = name
        self._size = size
        self._full = full
        self._compact = compact
        self._right = right
        self._look: NumberLook | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._write()

    @property
    def figure(self) -> Range | None:
        """What is shown."""
        return self._figure

    @property
    def look(self) -> NumberLook | None:
        """How it is shown."""
        return self._look

    def set_figure(
        self, figure: Range | None, *, name: str | None = None, full: bool | None = None
    ) -> None:
        """Show ``figure`` (None shows nothing); ``name`` says aloud what it measures.

        ``full`` writes the unit too; None leaves that as it was.
        """
        self._figure = figure
        self._full = self._full if full is None else full
        self._name = self._name if name is None else name
        self._write()

    def _write(self) -> None:
        look = None
        if self._figure is not None:
            look = present_number(self._figure, theme.language(), compact=self._compact)
        if look is not None and self._full:
            look = NumberLook(look.style, look.full, look.full, look.spoken)
        self._look = look
        spoken = "" if look is None else look.spoken
        self.setAccessibleName(f"{self._name} {spoken}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the figure, the line under it and the focus ring."""
        if self._look is None:
            return QSize(0, 0)
        size = number_size(self._look, number_font(self._look, self._size))
        return QSize(round(size.width() + 0.5) + 6, max(24, round(size.height()) + 4))

    def minimumSizeHint(self) -> QSize:
        """Figures are never cut short."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw figure and focus ring."""
        if self._look is None:
            return
        painter = QPainter(self)
        font = number_font(self._look, self._size)
        room = QRectF(self.rect()).adjusted(3, 0, -3, 0)
        paint_number(painter, room, self._look, font, right=self._right)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.current().link), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask where the figure comes from."""
        inside = QRectF(self.rect()).contains(event.position())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write again in the new language, theme or size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._write()


class RangeBar(QWidget):
    """Dot and whisker of one figure on a scale that its neighbours share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Range | None = None
        self._scale = Scale(0, 1)
        self._colour = ""
        self.setFixedHeight(14)
        self.setMinimumWidth(48)

    def show_range(self, figure: Range | None, scale: Scale, colour: str) -> None:
        """Draw ``figure`` on ``scale`` in ``colour``: the name of a palette token such as cost."""
        self._figure, self._scale, self._colour = figure, scale, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture."""
        if self._figure is None:
            return
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(1, 0, -1, 0)
        colour = str(getattr(theme.current(), self._colour))
        paint_range(painter, room, self._figure, self._scale, colour)


class SubsidyBar(QWidget):
    """Certain money solid, expected slanted, ceiling dashed."""

    def __init__(
        self,
        triple: tuple[float, float | None, float | None],
        scale: Scale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._triple = triple
        self._scale = scale
        self.setFixedHeight(14)
        self.setMinimumWidth(48)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture."""
        room = QRectF(self.rect()).adjusted(1, 2, -1, -2)
        paint_subsidy(QPainter(self), room, *self._triple, self._scale)

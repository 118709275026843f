"""The legend, which is also the filter by kind, as a sheet of buttons and as a picture."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from geo.model import Kind
from gui import theme
from gui.theme import Palette
from gui.widgets.map_furniture import FlatButton, Sheet, paint_sheet
from gui.widgets.map_sites import KINDS
from gui.widgets.painters import kind_path


def legend_width(text: str) -> float:
    """Pixels of a legend entry."""
    return 30 + QFontMetricsF(theme.font(12)).horizontalAdvance(text)


def paint_legend_entry(
    painter: QPainter, rect: QRectF, kind: Kind, text: str, palette: Palette, *, on: bool
) -> None:
    """A mark and its word; switched off, a hollow mark and a pale word with a line through."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(palette.kind(kind)) if on else QColor(palette.off)
    painter.save()
    painter.translate(rect.left() + 13, rect.center().y())
    shape = kind_path(kind, 5.2)
    if on:
        painter.fillPath(shape, colour)
    else:
        painter.strokePath(shape, QPen(colour, 1.3))
    painter.restore()
    font = theme.font(12)
    font.setStrikeOut(not on)
    painter.setFont(font)
    painter.setPen(QColor(palette.ink if on else palette.ink3))
    painter.drawText(
        rect.adjusted(24, 0, 0, 0),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip,
        text,
    )


class LegendEntry(FlatButton):
    """One kind of the legend: shows the mark, and switches the kind on and off."""

    def __init__(self, kind: Kind, palette: Palette, parent: QWidget) -> None:
        super().__init__(palette, parent)
        self.kind = kind
        self.setCheckable(True)
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        """Room for mark and word."""
        return QSize(math.ceil(legend_width(self.text())), max(26, self.colours.target - 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark and word."""
        painter = QPainter(self)
        self.ground(painter)
        room = QRectF(self.rect())
        paint_legend_entry(painter, room, self.kind, self.text(), self.colours, on=self.isChecked())
        painter.end()


def note_width(text: str) -> float:
    """Pixels of the note on hollow marks."""
    return 36 + QFontMetricsF(theme.font(12)).horizontalAdvance(text)


def paint_note(painter: QPainter, rect: QRectF, text: str, palette: Palette) -> None:
    """A hairline, a hollow mark and what it means."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.hair), 1))
    painter.drawLine(rect.topLeft() + QPointF(5, 6), rect.bottomLeft() + QPointF(5, -6))
    painter.setPen(QPen(QColor(palette.ink3), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(rect.left() + 19, rect.center().y()), 4.2, 4.2)
    painter.setFont(theme.font(12))
    painter.setPen(QColor(palette.ink3))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
    painter.drawText(rect.adjusted(29, 0, 0, 0), flags, text)


class HollowNote(QWidget):
    """What a hollow mark means; nothing to press."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = palette
        self.text = ""

    def sizeHint(self) -> QSize:
        """Room for sign and words."""
        return QSize(math.ceil(note_width(self.text)), 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sign and words."""
        painter = QPainter(self)
        paint_note(painter, QRectF(self.rect()), self.text, self.colours)
        painter.end()


class Legend(Sheet):
    """Names the marks and filters by kind; ``changed`` tells the kinds that are on."""

    changed = Signal(frozenset)

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(palette, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(self.MARGIN + 3,) * 4)
        row.setSpacing(2)
        self._entries = {kind: LegendEntry(kind, palette, self) for kind in KINDS}
        for entry in self._entries.values():
            row.addWidget(entry)
            entry.clicked.connect(self._tell)
        self._entries[Kind.COMMUNITY].hide()
        self._note = HollowNote(palette, self)
        self._note.hide()
        row.addWidget(self._note)
        self.retranslate()

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds that are on."""
        return frozenset(kind for kind, entry in self._entries.items() if entry.isChecked())

    def set_kinds(self, kinds: Iterable[Kind]) -> None:
        """Switch without telling anybody."""
        on = frozenset(kinds)
        for kind, entry in self._entries.items():
            entry.setChecked(kind in on)

    def entry(self, kind: Kind) -> LegendEntry:
        """The button of a kind."""
        return self._entries[kind]

    def offer(self, *, community: bool, hollow: bool) -> None:
        """Show the fourth kind, and the note on hollow marks, only where there is such a place."""
        self._entries[Kind.COMMUNITY].setVisible(community)
        self._note.setVisible(hollow)
        self.adjustSize()

    def shown(self) -> list[tuple[Kind, str, bool]]:
        """Kind, word and whether it is on, of each entry that is offered."""
        entries = (one for one in self._entries.values() if not one.isHidden())
        return [(one.kind, one.text(), one.isChecked()) for one in entries]

    @property
    def note(self) -> str:
        """The note on hollow marks; empty when there are none."""
        return "" if self._note.isHidden() else self._note.text

    def dress(self, palette: Palette) -> None:
        """Wear another palette."""
        self.colours = palette
        self._note.colours = palette
        self._note.updateGeometry()
        for entry in self._entries.values():
            entry.colours = palette
            entry.updateGeometry()
        self.adjustSize()
        self.update()

    def retranslate(self) -> None:
        """Words in the language that is on."""
        words = {
            Kind.BASE: self.tr("影视基地"),
            Kind.ICH: self.tr("非遗"),
            Kind.SCENIC: self.tr("景区"),
            Kind.COMMUNITY: self.tr("社会场地"),
        }
        for kind, entry in self._entries.items():
            entry.setText(words[kind])
            entry.setAccessibleName(self.tr("显示{}").format(words[kind]))
            entry.updateGeometry()
        self._note.text = self.tr("位置凭常识")
        self._note.setToolTip(self.tr("空心的标记：位置凭常识，没有来源写明"))
        self._note.updateGeometry()
        self.adjustSize()

    def _tell(self) -> None:
        self.changed.emit(self.kinds)


def legend_box(
    left: float, bottom: float, entries: list[tuple[Kind, str, bool]], note: str
) -> QRectF:
    """The box that the legend takes as a picture."""
    width = sum(legend_width(text) + 2 for _, text, _ in entries) + 6
    width += note_width(note) if note else 0.0
    return QRectF(left, bottom - 32, width, 32)


def paint_legend(
    painter: QPainter,
    box: QRectF,
    entries: list[tuple[Kind, str, bool]],
    note: str,
    palette: Palette,
) -> None:
    """The legend as a picture, for exports."""
    paint_sheet(painter, box, palette)
    x = box.left() + 3
    for kind, text, on in entries:
        room = QRectF(x, box.top(), legend_width(text), box.height())
        paint_legend_entry(painter, room, kind, text, palette, on=on)
        x += room.width() + 2
    if note:
        paint_note(painter, QRectF(x, box.top(), note_width(note), 32), note, palette)

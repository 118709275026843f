"""Between which weights the leader stays first, a track for each criterion."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from geo.model import Hold
from geo.phrases import pct
from gui import theme
from gui.pages.defend.words import column_name
from gui.session import State
from gui.texts import aloud
from gui.texts.criteria import criterion_name
from gui.texts.numbers import DASH
from gui.widgets.pane import Pane, label
from gui.widgets.row_paint import factor, paint_text

ROW = 24
_NAME, _FIGURE = 64.0, 74.0
_TRACK, _DOT = 5.0, 5.5


@dataclass(frozen=True, slots=True)
class HoldRow:
    """One criterion: shares 0 to 1 of ``low``, ``now`` and ``high``, and all of it as words."""

    code: str
    name: str
    low: float
    now: float
    high: float
    spoken: str


def hold_row(state: State, hold: Hold) -> HoldRow:
    """The row of a criterion of the ranking in ``state``."""
    ranking = state.ranking
    wishes = ranking.wishes if ranking is not None else state.wishes
    name = criterion_name(hold.criterion, wishes.own)
    span = QCoreApplication.translate("DefendPage", "{what}占 {low} 到 {high} 都守得住，现在 {now}")
    parts = [span.format(what=name, low=pct(hold.low), high=pct(hold.high), now=pct(hold.now))]
    if hold.below is not None:
        less = QCoreApplication.translate("DefendPage", "再低让给 {other}")
        parts.append(less.format(other=column_name(state, hold.below)))
    if hold.above is not None:
        more = QCoreApplication.translate("DefendPage", "再高让给 {other}")
        parts.append(more.format(other=column_name(state, hold.above)))
    spoken = aloud(parts, state.language)
    return HoldRow(hold.criterion, name, hold.low, hold.now, hold.high, spoken)


class HoldTrack(QWidget):
    """One row: name, track with the safe stretch and the present weight, the two ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: HoldRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: HoldRow) -> None:
        """Draw ``row``."""
        if row != self.row:
            self.row = row
            self.setToolTip(row.spoken)
            self.setAccessibleName(row.spoken)
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, round(ROW * factor()))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        row = self.row
        if row is None:
            return
        painter, palette, f = QPainter(self), theme.current(), factor()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, width = float(self.height()), float(self.width())
        paint_text(
            painter, QRectF(0, 0, _NAME * f - 8, height), row.name, theme.font(12), palette.ink
        )
        figure = QRectF(width - _FIGURE * f, 0, _FIGURE * f, height)
        ends = f"{row.low * 100:.0f}{DASH}{row.high * 100:.0f}%"
        paint_text(painter, figure, ends, theme.font(12), palette.ink2, right=True, elide=False)
        track = QRectF(_NAME * f, height / 2 - _TRACK / 2, figure.left() - _NAME * f, _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.sunk))
        painter.drawRoundedRect(track, 2, 2)
        colour = QColor(palette.criterion(row.code))
        left, right = (track.left() + track.width() * one for one in (row.low, row.high))
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, track.top(), max(2.0, right - left), _TRACK), 2, 2)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(palette.card))
        painter.drawEllipse(QPointF(track.left() + track.width() * row.now, height / 2), _DOT, _DOT)


class HoldsBox(Pane):
    """守得住第一的范围."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tracks: list[HoldTrack] = []
        self._title = label(role="strong")
        self._note = label(role="caption", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._rows)
        self.retranslate()

    def show_holds(self, rows: list[HoldRow]) -> None:
        """Show a track for each of ``rows``; none hides the box."""
        self.setVisible(bool(rows))
        while len(self.tracks) > len(rows):
            track = self.tracks.pop()
            self._rows.removeWidget(track)
            track.hide()
            track.deleteLater()
        while len(self.tracks) < len(rows):
            track = HoldTrack()
            self._rows.addWidget(track)
            self.tracks.append(track)
            track.show()
        for track, row in zip(self.tracks, rows, strict=True):
            track.show_row(row)

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("守得住第一的范围"))
        self._note.setText(self.tr("有色的一段：占这么多都不丢第一"))

"""A claimed growth on a line with the market, its noise and the record: seen before it is read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.texts import aloud
from gui.theme import fonts

MINUS = "\N{MINUS SIGN}"
# a record further out than this many times the rest is an arrow at the edge
FAR = 2.2
EDGE, BAND, DOT, TICK = 14.0, 16.0, 5.5, 22.0
GAP = 6.0


@dataclass(frozen=True, slots=True)
class GrowthPicture:
    """Growths less the market, as fractions: what is left of the claim, and its yardsticks.

    ``low`` to ``high`` hold 80% of places without a drama; from ``visible`` on growth shows;
    ``record`` is the highest seen. ``claim`` and ``market`` are told in words, as published.
    """

    left: float
    claim: float
    market: float
    low: float | None = None
    high: float | None = None
    visible: float | None = None
    record: float | None = None


def percent(growth: float) -> str:
    """``growth`` with its sign: +13.4%, −2%."""
    figure = round(growth * 100, 1)
    sign = MINUS if figure < 0 else "+" if figure > 0 else ""
    return f"{sign}{abs(figure):g}%"


class GrowthLine(QWidget):
    """Draws a ``GrowthPicture``; every mark has its word, so no meaning hangs on colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: GrowthPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: GrowthPicture | None) -> None:
        """Draw ``picture``; None draws nothing."""
        self._picture = picture
        self.setAccessibleName(
            "" if picture is None else aloud(self.words().values(), theme.language())
        )
        self.update()

    def words(self) -> dict[str, str]:
        """What the marks say, by name of the mark."""
        picture = self._picture
        if picture is None:
            return {}
        low, high = picture.low, picture.high
        said = {
            "claim": self.tr("报道 {growth}，扣掉大盘 {left}").format(
                growth=percent(picture.claim), left=percent(picture.left)
            ),
            "market": self.tr("大盘 {growth} 在这里").format(growth=percent(picture.market)),
            "visible": self._told(self.tr("{growth} 起才看得出"), picture.visible),
            "record": self._told(self.tr("见过最高 {growth}"), picture.record),
        }
        if low is not None and high is not None:
            text = self.tr("没拍剧的地方，八成在 {low} 到 {high} 之间")
            said["band"] = text.format(low=percent(low), high=percent(high))
        return {name: text for name, text in said.items() if text}

    @staticmethod
    def _told(text: str, growth: float | None) -> str:
        return "" if growth is None else text.format(growth=percent(growth))

    def sizeHint(self) -> QSize:
        """Two lines of words above the line, three below."""
        line = QFontMetricsF(theme.font(fonts.CAPTION)).height()
        return QSize(420, round(_head() + 4 * line + TICK + 3 * GAP))

    def minimumSizeHint(self) -> QSize:
        """Words keep their room."""
        return QSize(280, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw band, market, record, claim, each with its word."""
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(fonts.CAPTION))
        _Drawing(self, painter, self._picture).draw()


def _head() -> float:
    """Room for the claim's word, above all others."""
    return QFontMetricsF(theme.font(fonts.BODY, bold=True)).height() + 2


class _Drawing:
    """One painting: where things lie, and their words."""

    def __init__(self, line: GrowthLine, painter: QPainter, picture: GrowthPicture) -> None:
        self._line = line
        self._painter = painter
        self._picture = picture
        self._palette = theme.current()
        self._metrics = QFontMetricsF(painter.font())
        self._row = self._metrics.height()
        known = [0.0, picture.left]
        marks = (picture.low, picture.high, picture.visible)
        known += [one for one in marks if one is not None]
        low, high = min(known), max(known)
        record = picture.record
        self._far = record is not None and record > max(high, 0.1) * FAR
        if record is not None and not self._far:
            high = max(high, record)
        margin = max(high - low, 0.1) * 0.06
        self._low, self._high = low - margin, high + margin
        self._left, self._right = EDGE, line.width() - EDGE
        self._y = _head() + self._row + GAP + TICK / 2
        self._words = line.words()
        self._taken: list[QRectF] = []

    def _x(self, growth: float) -> float:
        share = (growth - self._low) / (self._high - self._low)
        return self._left + (self._right - self._left) * min(1.0, max(0.0, share))

    def draw(self) -> None:
        """Everything, the claim last: it lies on top."""
        palette, picture = self._palette, self._picture
        self._axis()
        self._band()
        self._tick(self._x(0.0), QPen(QColor(palette.ink2), 2))
        self._word("market", self._x(0.0), _head(), palette.ink2)
        below = self._y + TICK / 2 + GAP
        if picture.visible is not None:
            x = self._x(picture.visible)
            self._tick(x, QPen(QColor(palette.uplift), 1.6, Qt.PenStyle.DotLine))
            self._word("visible", x, below, palette.ink2)
        self._record(below)
        if "band" in self._words and picture.low is not None and picture.high is not None:
            middle = (self._x(picture.low) + self._x(picture.high)) / 2
            self._word("band", middle, below + self._row, palette.ink2)
        self._claim()

    def _axis(self) -> None:
        self._painter.setPen(QPen(QColor(self._palette.line), 1))
        self._painter.drawLine(QPointF(self._left, self._y), QPointF(self._right, self._y))

    def _band(self) -> None:
        low, high = self._picture.low, self._picture.high
        if low is None or high is None:
            return
        box = QRectF(self._x(low), self._y - BAND / 2, self._x(high) - self._x(low), BAND)
        soft = QColor(self._palette.uplift)
        soft.setAlphaF(0.22)
        self._painter.setPen(QPen(QColor(self._palette.uplift), 1, Qt.PenStyle.DashLine))
        self._painter.setBrush(soft)
        self._painter.drawRoundedRect(box, 3, 3)

    def _tick(self, x: float, pen: QPen) -> None:
        self._painter.setPen(pen)
        half = TICK / 2
        self._painter.drawLine(QPointF(x, self._y - half), QPointF(x, self._y + half))

    def _record(self, below: float) -> None:
        record = self._picture.record
        if record is None:
            return
        pen = QPen(QColor(self._palette.ink3), 1.4)
        x = self._right if self._far else self._x(record)
        if self._far:
            tip = QPointF(self._right + 6, self._y)
            self._painter.setPen(pen)
            self._painter.drawPolyline(
                QPolygonF([tip + QPointF(-6, -5), tip, tip + QPointF(-6, 5)])
            )
        else:
            self._tick(x, pen)
        self._word("record", x, below, self._palette.ink3)

    def _claim(self) -> None:
        at = QPointF(self._x(self._picture.left), self._y)
        self._painter.setPen(QPen(QColor(self._palette.card), 2))
        self._painter.setBrush(QColor(self._palette.ink))
        self._painter.drawEllipse(at, DOT, DOT)
        self._painter.setFont(theme.font(fonts.BODY, bold=True))
        self._metrics = QFontMetricsF(self._painter.font())
        self._word("claim", at.x(), 0.0, self._palette.ink)

    def _word(self, name: str, x: float, top: float, colour: str) -> None:
        """Write under or over ``x``; a line further down where that place is taken."""
        text = self._words[name]
        wide = self._metrics.horizontalAdvance(text)
        left = min(max(2.0, x - wide / 2), max(2.0, self._line.width() - wide - 2))
        box = QRectF(left, top, wide + 1, self._metrics.height())
        while any(box.adjusted(-8, 1, 8, -1).intersects(one) for one in self._taken):
            box.translate(0, self._row)
        self._taken.append(box)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft, text)

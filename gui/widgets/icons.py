"""Tabler outline icons, coloured by the palette, drawn once per size, colour and screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from gui import theme

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "icons"


def pixmap(name: str, size: int = 16, colour: str | None = None, dpr: float = 2.0) -> QPixmap:
    """Icon ``name`` at ``size`` px; ``colour`` is a palette value, ink2 when left out."""
    palette = theme.current()
    colour = colour or palette.ink2
    stroke = "2" if palette.target >= 40 else "1.6"
    key = f"icon/{name}/{size}/{colour}/{stroke}/{dpr}"
    answer = QPixmap()
    if QPixmapCache.find(key, answer):
        return answer
    svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    svg = svg.replace("currentColor", colour)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    answer = QPixmap(round(size * dpr), round(size * dpr))
    answer.setDevicePixelRatio(dpr)
    answer.fill(Qt.GlobalColor.transparent)
    painter = QPainter(answer)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, answer)
    return answer


def known(name: str) -> bool:
    """Whether there is an icon of that name: a form made elsewhere may ask for others."""
    return name.replace("-", "").isalnum() and (FOLDER / f"{name}.svg").is_file()


def icon(name: str, size: int = 16, colour: str | None = None) -> QIcon:
    """Icon ``name`` for a button; grey when the button is disabled."""
    answer = QIcon(pixmap(name, size, colour))
    answer.addPixmap(pixmap(name, size, theme.current().off), QIcon.Mode.Disabled)
    return answer

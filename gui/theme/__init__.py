"""How the program looks: palettes, fonts, the style sheet, and which theme is on now."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from gui.theme import fonts
from gui.theme.fonts import document_font, font_families, ui_font
from gui.theme.palette import DARK, LIGHT, PALETTES, SUNLIT, Palette
from gui.theme.style import app_style

__all__ = [
    "DARK",
    "LIGHT",
    "PALETTES",
    "SUNLIT",
    "Palette",
    "app_style",
    "apply",
    "current",
    "document_font",
    "font",
    "font_families",
    "language",
    "px",
    "qt_palette",
    "song",
    "text_scale",
    "ui_font",
]


class _Now:
    """The theme that is on; one per process, as there is one QApplication."""

    palette: Palette = LIGHT
    lang: str = "zh"
    scale: float = 1.0


def current() -> Palette:
    """The palette that painters use now."""
    return _Now.palette


def language() -> str:
    """The interface language that painters use now: zh or en."""
    return _Now.lang


def text_scale() -> float:
    """How much larger than drawn the reader wants text, 1.0 to 1.5."""
    return _Now.scale


def px(size: float) -> int:
    """``size`` px of text in the theme and at the scale that are on."""
    return round((size + _Now.palette.grow) * _Now.scale)


def font(size: float = fonts.BODY, *, bold: bool = False) -> QFont:
    """The sans font in the language, theme and scale that are on."""
    return QFont(_ui_font(_Now.lang, px(size), bold))


@cache
def _ui_font(lang: str, size: int, bold: bool) -> QFont:
    """Kept, as lists ask for the same three fonts at every stroke."""
    return ui_font(lang, size, bold=bold)


def song(size: float = fonts.TAB, *, bold: bool = False) -> QFont:
    """The document font in the theme and at the scale that are on."""
    return document_font(px(size), bold=bold)


def qt_palette(palette: Palette) -> QPalette:
    """The roles that Qt itself paints with, for what the style sheet does not reach."""
    role = QPalette.ColorRole
    answer = QPalette()
    for key, value in (
        (role.Window, palette.win),
        (role.WindowText, palette.ink),
        (role.Base, palette.card),
        (role.AlternateBase, palette.panel),
        (role.Text, palette.ink),
        (role.Button, palette.card),
        (role.ButtonText, palette.ink),
        (role.Highlight, palette.sel),
        (role.HighlightedText, palette.ink),
        (role.Link, palette.link),
        (role.ToolTipBase, palette.panel),
        (role.ToolTipText, palette.ink),
        (role.PlaceholderText, palette.ink3),
        (role.Mid, palette.line),
    ):
        answer.setColor(key, QColor(value))
    for key in (role.Text, role.ButtonText, role.WindowText):
        answer.setColor(QPalette.ColorGroup.Disabled, key, QColor(palette.off))
    return answer


def apply(app: QApplication, palette: Palette, lang: str, scale: float = 1.0) -> None:
    """Dress ``app``; every widget gets a StyleChange event and repaints."""
    spoken, _Now.palette, _Now.lang, _Now.scale = _Now.lang, palette, lang, scale
    sheet = app_style(palette, scale)
    # a style or sheet set anew is worked out for every widget again, half a second in all
    dressed = app.styleSheet() != sheet
    if dressed:
        app.setStyle("Fusion")
    app.setPalette(qt_palette(palette))
    app.setFont(font())
    QToolTip.setFont(font(fonts.CAPTION))
    # a dressed widget takes families from a new font, but keeps the features of the old one
    if dressed or spoken != lang:
        app.setStyleSheet(sheet)

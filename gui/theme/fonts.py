"""Families and sizes: sans for the tool, Song for documents."""

from __future__ import annotations

from PySide6.QtGui import QFont

_HAN = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
# a CJK font draws ’ and “ full width, so English asks a Latin one first
_LATIN = ("Segoe UI", "Helvetica Neue", "Noto Sans")
_SONG = ("Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "SimSun")

BODY, CAPTION, TAB, KEY, TITLE, HERO = 13, 12, 14, 22, 20, 40


def font_families(lang: str) -> list[str]:
    """Sans families, best first, for ``lang`` (zh or en)."""
    return [*_LATIN, *_HAN] if lang == "en" else [*_HAN, *_LATIN]


def ui_font(lang: str, px: float = BODY, *, bold: bool = False) -> QFont:
    """The tool's voice at ``px`` pixels, with digits of one width."""
    font = _plain()
    font.setFamilies(font_families(lang))
    if lang == "en":
        # where only a CJK font is there, this keeps its quotation marks narrow
        font.setFeature(QFont.Tag("pwid"), 1)
    return _sized(font, px, bold=bold)


def document_font(px: float = TAB, *, bold: bool = False) -> QFont:
    """The voice of documents (script, pitch pages): Song."""
    font = _plain()
    font.setFamilies([*_SONG, *_HAN])
    return _sized(font, px, bold=bold)


def _plain() -> QFont:
    """A font without the features of the one that the program wears: a new one begins as that."""
    font = QFont()
    font.clearFeatures()
    return font


def _sized(font: QFont, px: float, *, bold: bool) -> QFont:
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font

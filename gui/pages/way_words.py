"""Words of ways and moments: which way, how far, when."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

NEAR_M, FAR_M = 1_000.0, 10_000.0


def bearing_word(degrees: float) -> str:
    """One of eight directions for degrees from north."""
    words = (
        QCoreApplication.translate("FieldWords", "北"),
        QCoreApplication.translate("FieldWords", "东北"),
        QCoreApplication.translate("FieldWords", "东"),
        QCoreApplication.translate("FieldWords", "东南"),
        QCoreApplication.translate("FieldWords", "南"),
        QCoreApplication.translate("FieldWords", "西南"),
        QCoreApplication.translate("FieldWords", "西"),
        QCoreApplication.translate("FieldWords", "西北"),
    )
    return words[round(degrees / 45.0) % 8]


def distance_word(metres: float) -> str:
    """As one says it on foot or by car: 320 m, 1.4 km, 19 km."""
    if metres < NEAR_M:
        return f"{round(metres, -1):.0f} m" if metres >= 100 else f"{metres:.0f} m"
    return f"{metres / 1000:.1f} km" if metres < FAR_M else f"{metres / 1000:,.0f} km"


def moment_word(when: str, lang: str) -> str:
    """``2026-11-21T14:32+08:00`` as 11月21日 14:32, with the year where it is another."""
    try:
        told = datetime.fromisoformat(when)
    except ValueError:
        return when
    if told.tzinfo is not None:
        # kept as it was said where it was said; read on the clock of this machine
        told = told.astimezone()
    clock = f"{told:%H:%M}"
    year = "" if told.year == date.today().year else f"{told.year}"
    if lang == "en":
        return f"{told.day} {told:%b} {year + ' ' if year else ''}{clock}"
    return f"{year + '年' if year else ''}{told.month}月{told.day}日 {clock}"


def clock_word(when: str) -> str:
    """The time of day alone, as the camera says it; empty where it says none."""
    try:
        return f"{datetime.fromisoformat(when):%H:%M}"
    except ValueError:
        return ""

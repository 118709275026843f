"""Words of the field: which way, how far, when, by whom."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from geo.model import Reason, Site
from geo.model.field import Fix, RecceField, RecceSheet
from gui.session import State

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


def accuracy_word(fix: Fix) -> str:
    """How good a position is: ±6 m, or that nobody said."""
    if fix.accuracy_m is None:
        return QCoreApplication.translate("FieldWords", "没说多准")
    told = f"±{fix.accuracy_m:,.0f} m"
    return f"≈ {told}" if fix.estimated else told


def source_word(fix: Fix) -> str:
    """Where a position comes from."""
    return {
        "serial": QCoreApplication.translate("FieldWords", "接收机"),
        "gpx": QCoreApplication.translate("FieldWords", "手机 GPX"),
        "typed": QCoreApplication.translate("FieldWords", "手填"),
    }.get(fix.source, fix.source)


def site_word(site: Site, lang: str) -> str:
    """The name of a place."""
    return site.name_en or site.name_zh if lang == "en" else site.name_zh


def line_word(line: RecceField, lang: str) -> str:
    """The name of a line of the form."""
    return line.en or line.zh if lang == "en" else line.zh


def hint_word(line: RecceField, lang: str) -> str:
    """What helps to answer it."""
    return line.hint_en or line.hint_zh if lang == "en" else line.hint_zh


def told_here(sheet: RecceSheet) -> int:
    """How many answers somebody gave; what the catalogue shipped with has neither who nor when."""
    return sum(bool(one.who or one.when) for one in sheet.answers.values() if one.value is not None)


def group_word(line: RecceField, state: State) -> str:
    """The heading a line stands under."""
    if line.own:
        return QCoreApplication.translate("FieldWords", "自己加的")
    code = f"recce_group.{line.group}"
    told = code if state.phrases is None else state.phrases.say(code, state.language)
    return "" if told == code else told


def say(state: State, reason: Reason) -> str:
    """A reason as a sentence."""
    return reason.code if state.phrases is None else state.phrases.tell(reason, state.language)

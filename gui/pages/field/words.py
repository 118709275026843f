"""Words of the field: which place, which line, how good a position is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import Reason, Site
from geo.model.field import Fix, RecceField, RecceSheet
from gui.pages.way_words import bearing_word as bearing_word
from gui.pages.way_words import clock_word as clock_word
from gui.pages.way_words import distance_word as distance_word
from gui.pages.way_words import moment_word as moment_word
from gui.session import State


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

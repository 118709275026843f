"""Words about a criterion of one's own: its scale, and what a value comes to on it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import OwnCriterion, OwnValue, Site
from gui.pages.typed import read_day, read_span, write_number


def scale_words(worst: float, best: float, unit: str = "") -> str:
    """Which end is better: 10 分最好，0 分最差."""
    text = QCoreApplication.translate("OwnCriterion", "{best}{gap}最好，{worst}{gap}最差")
    if best < worst:
        text = QCoreApplication.translate(
            "OwnCriterion", "越小越好：{best}{gap}最好，{worst}{gap}最差"
        )
    # a space stands between Chinese and Latin, none between Chinese and Chinese
    gap = "" if unit and not unit[-1].isascii() else " "
    return text.format(best=with_unit(best, unit), worst=with_unit(worst, unit), gap=gap)


def with_unit(value: float, unit: str) -> str:
    """``value`` and its unit."""
    number = write_number(value)
    return f"{number} {unit}" if unit else number


def beyond_words(one: OwnCriterion, low: float, high: float) -> str:
    """What is said of a value outside the scale; empty inside."""
    least, most = sorted((one.worst, one.best))
    if least <= low and high <= most:
        return ""
    text = QCoreApplication.translate("OwnCriterion", "超出 {least} 到 {most}，超出的不多算")
    return text.format(least=write_number(least), most=write_number(most))


def wrong_value() -> str:
    """What is said of a value that nobody can read."""
    return QCoreApplication.translate("OwnCriterion", "写一个数，或者一段，例如 7 或 6–8")


def wrong_day() -> str:
    """What is said of a day that nobody can read."""
    return QCoreApplication.translate("OwnCriterion", "日子写成 2026-11-20 这样")


def place_name(site: Site, lang: str) -> str:
    """The name of a place in the language of the interface."""
    return site.name_en or site.name_zh if lang == "en" else site.name_zh


def read_said(value: str, who: str, day: str) -> OwnValue | None:
    """What stands in the three fields; None where no value does. Raises ValueError."""
    span = read_span(value)
    if span is None:
        return None
    return OwnValue(*span, who.strip(), read_day(day))

"""What one insists on, as words on a chip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import Must, MustCode
from gui.pages.typed import write_number


def must_menu_words(code: MustCode) -> str:
    """What the menu offers."""
    return {
        MustCode.STAGE: QCoreApplication.translate("Musts", "要有现成的棚"),
        MustCode.NO_RISK: QCoreApplication.translate("Musts", "不碰要先批的"),
        MustCode.NEAR: QCoreApplication.translate("Musts", "离驻地多少公里以内…"),
        MustCode.PRICE: QCoreApplication.translate("Musts", "场地一天最多多少钱…"),
        MustCode.CITY: QCoreApplication.translate("Musts", "只要这几个城市…"),
    }[code]


def must_words(must: Must, names: dict[str, str] | None = None) -> str:
    """What a chip says; ``names`` are the names of cities in the reader's language."""
    if must.code is MustCode.NEAR:
        text = QCoreApplication.translate("Musts", "离驻地 {km} 公里以内")
        return text.format(km=write_number(must.amount))
    if must.code is MustCode.PRICE:
        text = QCoreApplication.translate("Musts", "场地一天不超过 {cap} 元")
        return text.format(cap=write_number(must.amount))
    if must.code is MustCode.CITY:
        apart = QCoreApplication.translate("Musts", "、")
        cities = apart.join((names or {}).get(one, one) for one in must.names)
        return QCoreApplication.translate("Musts", "只要 {cities}").format(cities=cities)
    return must_menu_words(must.code)

"""What the criteria of a ranking are called on screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from geo.model import Criterion, OwnCriterion, Wishes


def criterion_name(code: str, own: Iterable[OwnCriterion] = ()) -> str:
    """The name of a criterion, one of the user's ``own`` by its own name; else the code."""
    known = {
        Criterion.FIT: QCoreApplication.translate("Criteria", "匹配"),
        Criterion.COST: QCoreApplication.translate("Criteria", "费用"),
        Criterion.SUBSIDY: QCoreApplication.translate("Criteria", "补贴"),
        Criterion.UPLIFT: QCoreApplication.translate("Criteria", "拉动"),
        Criterion.TRAVEL: QCoreApplication.translate("Criteria", "离驻地近"),
        Criterion.RISK: QCoreApplication.translate("Criteria", "手续少"),
    }
    names = {str(one): name for one, name in known.items()}
    names |= {one.code: one.name for one in own}
    return names.get(code, code)


def criterion_names(wishes: Wishes) -> list[tuple[str, str]]:
    """Code and name of every criterion that is weighed, in the order of the board."""
    return [(str(code), criterion_name(code, wishes.own)) for code in wishes.criteria]

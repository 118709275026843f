"""Why there is nothing to compare, and the nearest way on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import Ranking
from gui.session import State

SCRIPT, SITES = "script", "sites"
Words = tuple[str, str, list[tuple[str, str]]]


def empty_words(state: State) -> Words | None:
    """Title, what to do, and buttons (page, text); None where there is something to show."""
    ranking = state.ranking
    if ranking is not None and ranking.site_order.count():
        return None
    opening = state.is_busy("open") or not state.ready
    if opening and state.script is None:
        return (
            QCoreApplication.translate("DefendPage", "在打开…"),
            QCoreApplication.translate("DefendPage", "上次的项目一会儿就回来。"),
            [],
        )
    if state.script is None or not state.script.scenes:
        return (
            QCoreApplication.translate("DefendPage", "先要有剧本"),
            QCoreApplication.translate(
                "DefendPage", "有了场景，才排得出地方，才谈得上排得稳不稳。"
            ),
            [(SCRIPT, QCoreApplication.translate("DefendPage", "去打开剧本"))],
        )
    if ranking is not None and ranking.excluded:
        return _all_out(ranking)
    if state.is_busy("rank") or opening:
        return (
            QCoreApplication.translate("DefendPage", "在排…"),
            QCoreApplication.translate("DefendPage", "先排地方，再看排得稳不稳，一两秒。"),
            [],
        )
    return (
        QCoreApplication.translate("DefendPage", "还没有排出地方"),
        QCoreApplication.translate(
            "DefendPage", "选的城市里没有能拍的地方，或者排名没有做完。去选景看看。"
        ),
        [(SITES, QCoreApplication.translate("DefendPage", "去选景"))],
    )


def _all_out(ranking: Ranking) -> Words:
    """Everything is left out: what to loosen."""
    n = len(ranking.excluded)
    rules = sum(one.by_rule for one in ranking.excluded)
    if ranking.wishes.musts and rules < n:
        text = QCoreApplication.translate(
            "DefendPage", "“必须”的条件把 {n} 处都挡在外面了。放宽一条，或者多选几个城市。"
        )
    else:
        text = QCoreApplication.translate(
            "DefendPage", "{n} 处都被规定挡住了。多选几个城市，或者去问管理处。"
        )
    return (
        QCoreApplication.translate("DefendPage", "一处都没有列进来"),
        text.format(n=f"{n:,}"),
        [(SITES, QCoreApplication.translate("DefendPage", "去选景放宽"))],
    )

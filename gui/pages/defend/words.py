"""What the page on how firm the ranking is writes: names, shares, when the order would change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from geo.model import Defence, Hold, Method, Ranking, Reason, Site
from geo.phrases import pct
from gui.session import State
from gui.texts import money
from gui.texts.criteria import criterion_name
from gui.texts.numbers import DASH

_LEADS = ("subsidy_unknown_would_lead", "subsidy_ceiling_would_lead")


def told(state: State, reason: Reason | None) -> str:
    """A reason as a sentence; none is empty."""
    if reason is None:
        return ""
    return reason.code if state.phrases is None else state.phrases.tell(reason, state.language)


def said(state: State, code: str) -> str:
    """A phrase without numbers."""
    return told(state, Reason(code))


def site_name(site: Site, lang: str) -> str:
    """The name of a place in the reader's language."""
    return site.name_en or site.name_zh if lang == "en" else site.name_zh


def column_name(state: State, column: int) -> str:
    """The name of the place in a column of the board."""
    ranking = state.ranking
    if ranking is None or not 0 <= column < len(ranking.sites):
        return ""
    return site_name(ranking.sites[column].site, state.language)


def method_word(state: State, method: Method) -> str:
    """What a way of ordering is called."""
    return said(state, f"method_{method.value}")


def holder(ranking: Ranking, defence: Defence | None) -> int | None:
    """The column that the weighted sum puts first: of it is told what costs the lead."""
    sums = defence.methods if defence is not None else ()
    first = next((one.first for one in sums if one.method is Method.WEIGHTED_SUM), ())
    if first:
        return first[0]
    leader = ranking.site_order.first(1)
    return int(leader[0]) if len(leader) else None


def change_text(state: State, defence: Defence, column: int) -> str:
    """When the place in ``column`` would lose the lead, or get it; empty when nothing short."""
    ranking = state.ranking
    if ranking is None:
        return ""
    if column == holder(ranking, defence):
        return _loss_text(state, defence)
    gained = _nearest(defence.holds, column)
    if gained is not None:
        code, edge, above = gained
        text = (
            QCoreApplication.translate("DefendPage", "{what}占 {share} 以上时升到第 1")
            if above
            else QCoreApplication.translate("DefendPage", "{what}占不到 {share} 时升到第 1")
        )
        return text.format(what=criterion_name(code, ranking.wishes.own), share=_edge(edge))
    return _subsidy_text(state, ranking, column)


def _edge(share: float) -> str:
    """A weight at which things change: neither “below <1%” nor “above >99%”."""
    return pct(min(max(share, 0.01), 0.99))


def _loss_text(state: State, defence: Defence) -> str:
    loss, ranking = defence.loss, state.ranking
    if ranking is None:
        return ""
    if loss is None:
        if len(ranking.site_order.first(2)) < 2:
            return ""
        return QCoreApplication.translate("DefendPage", "单改哪一项，都还是第一")
    weights = ranking.weights
    whole = sum(weights.values()) or 1.0
    more = loss.weight > weights.get(loss.criterion, 0.0) / whole
    text = (
        QCoreApplication.translate("DefendPage", "{what}占 {share} 以上时让给 {other}")
        if more
        else QCoreApplication.translate("DefendPage", "{what}占不到 {share} 时让给 {other}")
    )
    return text.format(
        what=criterion_name(loss.criterion, ranking.wishes.own),
        share=_edge(loss.weight),
        other=column_name(state, loss.column),
    )


def _nearest(holds: Sequence[Hold], column: int) -> tuple[str, float, bool] | None:
    """The smallest move of one weight that puts ``column`` first: which, to where, upwards."""
    edges = [
        (abs(edge - hold.now), hold.criterion, edge, above)
        for hold in holds
        for edge, taker, above in ((hold.low, hold.below, False), (hold.high, hold.above, True))
        if taker == column
    ]
    if not edges:
        return None
    _, code, edge, above = min(edges)
    return code, edge, above


def _subsidy_text(state: State, ranking: Ranking, column: int) -> str:
    """From what subsidy it would lead, where that is open."""
    site_id = ranking.sites[column].site.id
    for hint in ranking.hints:
        if hint.code in _LEADS and hint.values.get("site_id") == site_id:
            text = QCoreApplication.translate("DefendPage", "补贴若超过 {amount} 升到第 1")
            return text.format(amount=money(float(hint.values["amount"]), state.language))
    return ""


def rank_text(best: int, worst: int) -> str:
    """Between which ranks a place may stand; empty where it has none."""
    if best < 1:
        return ""
    if best == worst:
        return QCoreApplication.translate("DefendPage", "第 {n} 名").format(n=best)
    text = QCoreApplication.translate("DefendPage", "名次 {best}{dash}{worst}")
    return text.format(best=best, worst=worst, dash=DASH)

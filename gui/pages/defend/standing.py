"""The first places of the ranking and how firmly each stands, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from geo.model import Defence, Kind, Ranking, Robustness
from geo.phrases import pct
from gui.pages.defend.words import change_text, rank_text, site_name
from gui.session import State
from gui.texts import aloud

FEW, MOST = 7, 12


@dataclass(frozen=True, slots=True)
class Standing:
    """One place: shares 0 to 1 of the weightings, None while nobody has reckoned them.

    ``ranks`` says between which ranks it may stand, ``change`` what would change that.
    """

    id: str
    kind: Kind
    name: str
    place: int
    first: float | None = None
    top3: float = 0.0
    top10: float = 0.0
    ranks: str = ""
    change: str = ""

    @property
    def shares(self) -> str:
        """The two shares that count, as written under the bar."""
        return "" if self.first is None else f"{pct(self.first)} · {pct(self.top3)}"

    def spoken(self, lang: str) -> str:
        """The row as a sentence."""
        place = QCoreApplication.translate("DefendPage", "第 {n} 名").format(n=self.place)
        firm = ""
        if self.first is not None:
            firm = QCoreApplication.translate("DefendPage", "居首 {first}，前三 {top3}").format(
                first=pct(self.first), top3=pct(self.top3)
            )
        return aloud((place, self.name, firm, self.ranks, self.change), lang)


def shares_shown(defence: Defence | None, *, opened: bool) -> Robustness | None:
    """The shares to show: over weightings alone, or over what is open as well."""
    if defence is None:
        return None
    return defence.robustness if opened else defence.as_known


def standings(state: State, *, opened: bool, most: int) -> tuple[Standing, ...]:
    """The first ``most`` places in the order of the ranking."""
    ranking = state.ranking
    if ranking is None:
        return ()
    firm = shares_shown(state.defence, opened=opened)
    defence = state.defence if opened else _settled(state.defence)
    return tuple(
        _standing(state, ranking, defence, firm, int(column), place)
        for place, column in enumerate(ranking.site_order.first(most), 1)
    )


def _settled(defence: Defence | None) -> Defence | None:
    """With every figure as counted no rank is open."""
    return None if defence is None else replace(defence, ranks=None)


def _standing(
    state: State,
    ranking: Ranking,
    defence: Defence | None,
    firm: Robustness | None,
    column: int,
    place: int,
) -> Standing:
    site = ranking.sites[column].site
    name = site_name(site, state.language)
    if defence is None or firm is None:
        return Standing(site.id, site.kind, name, place)
    ranks = ""
    if defence.ranks is not None:
        ranks = rank_text(int(defence.ranks[0, column]), int(defence.ranks[1, column]))
    return Standing(
        site.id,
        site.kind,
        name,
        place,
        float(firm.first[column]),
        float(firm.top3[column]),
        float(firm.top10[column]),
        ranks,
        change_text(state, defence, column),
    )


def bar_shares(row: Standing, colours: Mapping[str, str]) -> list[tuple[float, str]]:
    """What the bar of ``row`` is made of: first, the rest of the first 3, of the first 10."""
    if row.first is None:
        return []
    return [
        (row.first, colours["first"]),
        (max(0.0, row.top3 - row.first), colours["top3"]),
        (max(0.0, row.top10 - row.top3), colours["top10"]),
    ]

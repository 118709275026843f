"""The places left out of the ranking, as plain values: which, why, and whether a yes lets it in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QCoreApplication

from geo.model import Excluded
from gui.pages.defend.words import site_name, told
from gui.session import State
from gui.texts import aloud

SHOWN = 3


@dataclass(frozen=True, slots=True)
class OutRow:
    """One place: ``way`` is agree where its manager's yes would let it in, undo where it did."""

    id: str
    name: str
    why: str
    way: str = ""

    def spoken(self, lang: str) -> str:
        """The row as a sentence."""
        return aloud((self.name, self.why), lang)


AGREE, UNDO = "agree", "undo"


def out_row(state: State, one: Excluded) -> OutRow:
    """The row of a place that is left out."""
    name = one.name_en or one.name if state.language == "en" else one.name
    space = " " if state.language == "en" else ""
    why = space.join(told(state, reason) for reason in one.because)
    agreed = one.site_id in state.wishes.agreed
    return OutRow(one.site_id, name, why, AGREE if one.by_rule and not agreed else "")


def agreed_rows(state: State) -> tuple[OutRow, ...]:
    """The places whose manager has agreed, by the user's word."""
    why = QCoreApplication.translate("DefendPage", "你说管理处同意了")
    found = (state.site(site_id) for site_id in sorted(state.wishes.agreed))
    return tuple(
        OutRow(site.id, site_name(site, state.language), why, UNDO)
        for site in found
        if site is not None
    )


def some_rows(state: State, most: int = SHOWN) -> tuple[OutRow, ...]:
    """The first few left out: those that a yes would let in before the others."""
    excluded = state.ranking.excluded if state.ranking is not None else ()
    some = list(islice((one for one in excluded if one.by_rule), most))
    if len(some) < most:
        some += islice((one for one in excluded if not one.by_rule), most - len(some))
    return tuple(out_row(state, one) for one in some)

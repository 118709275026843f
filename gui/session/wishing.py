"""How places are compared: must-haves, criteria, method; and how firm the order then is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from geo.model import (
    OWN_CRITERION,
    Answer,
    Defence,
    Interview,
    Method,
    Must,
    OwnCriterion,
    OwnValue,
    Wishes,
)
from gui.session.api import Actions
from gui.session.claims import Claims
from gui.session.state import Changes
from gui.task import Pool

# so long after the last move of a slider the weightings are drawn anew, and a while later
# whatever else tells of the order, so that nothing stops the finger
DRAW_MS, REST_MS = 40, 150
FIRST_WEIGHT = 0.1


class Wishing(Claims):
    """Wishes are part of the project and can be undone; the defence follows every ranking."""

    def __init__(
        self,
        actions: Actions | None,
        assets: Path,
        data: Path,
        *,
        language: str = "zh",
        pool: Pool | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(actions, assets, data, language=language, pool=pool, parent=parent)
        # the offers whose columns the defence speaks of
        self._defended: object = None
        self._draw = self._timer(DRAW_MS, self._defend)
        self._rest = self._timer(REST_MS, self._come_to_rest)
        self.changed.connect(self._follow_ranking)

    def _timer(self, after: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(act)
        return timer

    def wish(self, merge: str = "", **changes: Any) -> None:  # noqa: ANN401 (any part of the wishes)
        """Replace parts of the wishes, note it for undo, and rank again."""
        wishes = replace(self.state.wishes, **changes)
        if wishes == self.state.wishes:
            return
        self._history.note(self._snapshot(), merge)
        self.put(wishes=wishes, can_undo=True, can_redo=False)
        self.rank()

    def set_musts(self, musts: Sequence[Must]) -> None:
        """Insist on these things; none means on nothing."""
        self.wish(musts=tuple(musts))

    def set_agreed(self, site_id: str, *, agreed: bool = True) -> None:
        """The manager of a place has agreed to this shoot, or has not."""
        known = self.state.wishes.agreed
        self.wish(agreed=known | {site_id} if agreed else known - {site_id})

    def set_extra(self, codes: Sequence[str]) -> None:
        """Weigh these criteria beside the four; a new one begins with a small weight."""
        extra = tuple(dict.fromkeys(codes))
        before = self.state.wishes
        if extra == before.extra:
            return
        new = [code for code in extra if code not in before.extra]
        self._history.note(self._snapshot())
        known = Wishes(extra=extra).criteria
        kept = {one: share for one, share in self.state.weights.items() if one in known}
        room = 1.0 - FIRST_WEIGHT * len(new)
        total = sum(kept.values()) or 1.0
        weights = {one: share / total * room for one, share in kept.items()}
        weights |= dict.fromkeys(new, FIRST_WEIGHT)
        wishes = replace(before, extra=extra)
        self.put(wishes=wishes, weights=weights, can_undo=True, can_redo=False)
        self.rank()

    def keep_criterion(self, criterion: OwnCriterion) -> None:
        """Keep a criterion of the user's own, new or changed; a new one is weighed at once."""
        own = self.state.wishes.own
        if any(one.code == criterion.code for one in own):
            kept = tuple(criterion if one.code == criterion.code else one for one in own)
            self.wish(own=kept)
            return
        self._history.note(self._snapshot())
        before = self.state.wishes
        weights = {one: share * (1 - FIRST_WEIGHT) for one, share in self.state.weights.items()}
        weights[criterion.code] = FIRST_WEIGHT
        wishes = replace(before, own=(*own, criterion), extra=(*before.extra, criterion.code))
        self.put(wishes=wishes, weights=weights, can_undo=True, can_redo=False)
        self.rank()

    def drop_criterion(self, code: str) -> None:
        """Weigh ``code`` no more; one of the user's own goes with its values, till undone."""
        before = self.state.wishes
        self._history.note(self._snapshot())
        left = {one: share for one, share in self.state.weights.items() if one != code}
        total = sum(left.values())
        even = 1 / max(1, len(left))
        weights = {one: share / total if total else even for one, share in left.items()}
        wishes = replace(
            before,
            extra=tuple(one for one in before.extra if one != code),
            own=tuple(one for one in before.own if one.code != code),
        )
        self.put(wishes=wishes, weights=weights, can_undo=True, can_redo=False)
        self.rank()

    def set_own_value(self, code: str, site_id: str, value: OwnValue | None) -> None:
        """Say what a place is worth by a criterion of the user's own; None: not known."""
        for one in self.state.wishes.own:
            if one.code == code:
                values = {site: said for site, said in one.values.items() if site != site_id}
                if value is not None:
                    values[site_id] = value
                self.keep_criterion(replace(one, values=values))

    def new_code(self) -> str:
        """A code no criterion of the user's own has yet."""
        taken = {one.code for one in self.state.wishes.own}
        return next(code for n in range(1, 1000) if (code := f"{OWN_CRITERION}{n}") not in taken)

    def set_method(self, method: Method) -> None:
        """Order by another method; nothing is priced again."""
        before = self.state.wishes
        if method is before.method:
            return
        self._history.note(self._snapshot())
        wishes, ranking = replace(before, method=method), self.state.ranking
        if ranking is not None:
            ranking = self._actions.reweight(replace(ranking, wishes=wishes), self.state.weights)
        self.put(wishes=wishes, ranking=ranking, can_undo=True, can_redo=False)

    def set_near(self, *, near: bool) -> None:
        """Draw only weightings like the present one, or all there are."""
        if near != self.state.near:
            self.put(near=near)
            self._defend()

    def weigh_answers(self, answers: Sequence[Answer]) -> Interview:
        """What the answers of the interview come to, for the criteria that are weighed."""
        return self._actions.interview(self.state.wishes.criteria, answers)

    def next_pair(self, answers: Sequence[Answer]) -> tuple[str, str] | None:
        """The pair to ask about next; None when the answers suffice."""
        return self._actions.next_question(self.state.wishes.criteria, answers)

    def _follow_ranking(self, changes: Changes) -> None:
        if not changes.touch("ranking"):
            return
        self.stop("defend")
        ranking, defence = self.state.ranking, self.state.defence
        if ranking is None or (defence is not None and self._defended is not ranking.sites):
            # the columns are others now
            self.put(defence=None)
        if ranking is not None:
            self._draw.start()
        if ranking is self.state.rested:
            self._rest.stop()
        else:
            self._rest.start()

    def _come_to_rest(self) -> None:
        self.put(rested=self.state.ranking)

    def _defend(self) -> None:
        """Ask how firm the ranking is; what is known sooner is shown sooner."""
        self._draw.stop()
        ranking = self.state.ranking
        if ranking is None or not ranking.sites:
            return

        def take(defence: Defence) -> None:
            self._defended = ranking.sites
            self.put(defence=defence)

        job = self._actions.defend(ranking, self.state.near)
        self.ask("defend", job, take, partly=take)

    def close(self) -> None:
        """Keep the project, stop everything, wait for the threads."""
        self._draw.stop()
        self._rest.stop()
        super().close()

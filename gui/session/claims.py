"""Claims, own rates, press figures and the parameters of the uplift model."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from geo.model import (
    ClaimFile,
    Evidence,
    OwnRate,
    Parameter,
    PolicyResult,
    PressClaim,
    PressExample,
    Voucher,
)
from gui.session.api import Actions
from gui.session.bureau import Bureau
from gui.session.core import as_job
from gui.session.state import Checked

if TYPE_CHECKING:
    from geo.actions import Workspace

T = TypeVar("T")


def _own_parts(actions: Actions, ws: Workspace) -> Mapping[str, Any]:
    """Parts of the state that are kept on this computer."""
    return {
        "own_lines": actions.own_lines(ws),
        "own_rates": actions.own_rates(ws),
        "own_refused": actions.refused_own(ws),
        "roads": actions.road_count(ws),
    }


class Claims(Bureau):
    """Papers and bills belong to the project; rates and parameters to this computer."""

    _last_rate: tuple[str, OwnRate | None] | None = None

    # ---- papers and bills: each change can be undone

    def tick_paper(self, policy_id: str, key: str, *, done: bool) -> None:
        """A paper of a claim is there, or is not yet."""
        kept = self.state.evidence
        one = frozenset({(policy_id, key)})
        self._take_evidence(replace(kept, done=kept.done | one if done else kept.done - one))

    def keep_voucher(self, voucher: Voucher) -> str:
        """Add a bill (no id yet) or put one right; its id."""
        if not voucher.id:
            return self.add_vouchers((voucher,))[0]
        kept = self.state.evidence
        every = tuple(voucher if one.id == voucher.id else one for one in kept.vouchers)
        self._take_evidence(replace(kept, vouchers=every))
        return voucher.id

    def add_vouchers(self, vouchers: Iterable[Voucher]) -> tuple[str, ...]:
        """Add bills as one step; the ids they are given."""
        kept = self.state.evidence
        first = 1 + max((int(one.id) for one in kept.vouchers if one.id.isdecimal()), default=0)
        new = tuple(replace(one, id=str(first + at)) for at, one in enumerate(vouchers))
        self._take_evidence(replace(kept, vouchers=(*kept.vouchers, *new)))
        return tuple(one.id for one in new)

    def drop_vouchers(self, ids: Collection[str]) -> None:
        """Take bills out."""
        kept = self.state.evidence
        left = tuple(one for one in kept.vouchers if one.id not in ids)
        self._take_evidence(replace(kept, vouchers=left))

    def _take_evidence(self, evidence: Evidence) -> None:
        if evidence == self.state.evidence:
            return
        self._history.note(self._snapshot())
        self.put(evidence=evidence, can_undo=True, can_redo=False)

    def awards_of(self, city: str) -> tuple[PolicyResult, ...]:
        """How every policy judges this project in ``city``; none before it is ranked."""
        account = self.state.account
        if account is not None and account.city == city:
            return account.subsidy.policies
        ranking = self.state.ranking
        offers = ranking.cities if ranking is not None else ()
        return next((one.subsidy.policies for one in offers if one.city == city), ())

    def claim_file(self, result: PolicyResult, city: str) -> ClaimFile | None:
        """What an award needs; at once. None before the catalogue is open."""
        if self._ws is None:
            return None
        state = self.state
        return self._actions.claim_file(self._ws, result, city, state.facts, state.evidence)

    def evidenced_spend(self, city: str) -> float:
        """Spending in ``city`` (CNY) that has an invoice title and a proof of payment; at once."""
        return self._actions.evidenced_spend(self.state.evidence, city)

    def lies_in(self, place: str, city: str) -> bool:
        """Whether ``place`` is surely ``city`` or a part of it, as bills are judged; at once."""
        bill = Voucher("-", "-", "-", place, 1.0, invoice_title="-", proof="-")
        return self._actions.evidenced_spend(Evidence((bill,)), city) > 0

    def export_claims(self, files: tuple[ClaimFile, ...], path: Path) -> None:
        """Write papers and bills as a workbook."""
        if self._ws is not None and files:
            state = self.state
            self.write_file(
                self._actions.export_claims(self._ws, files, state.evidence, path, state.language)
            )

    # ---- own rates: kept on this computer, for the next project too

    def load_rates(self) -> None:
        """Bring what is kept on this computer: lines, rates, roads, and what was refused."""
        if self._ws is not None:
            self._look_up("rates", partial(_own_parts, self._actions, self._ws), self._put_own)

    def _put_own(self, parts: Mapping[str, Any]) -> None:
        self.put(**parts)

    def own_rate(self, code: str) -> OwnRate | None:
        """What the user pays for an own line, if it was told."""
        return next((one for one in self.state.own_rates if one.code == code), None)

    def set_rate(self, code: str, value: float | None, who: str = "", told_on: str = "") -> None:
        """Say what one pays for an own line, None: nobody knows. Everything is priced again.

        ``told_on``: an ISO day; empty means today.
        """
        if self._ws is None:
            return
        ws, actions = self._ws, self._actions
        self._last_rate = (code, self.own_rate(code))
        day = date.fromisoformat(told_on) if told_on else None

        def work() -> Mapping[str, Any]:
            actions.set_rate(ws, code, value, who, day)
            return _own_parts(actions, ws)

        self._keep_own("own_rate", work, self._put_own)

    def revert_rate(self) -> OwnRate | None:
        """Put the rate that was told last back as it was; what it is then.

        Asked again, the change comes back.
        """
        if self._last_rate is None:
            return None
        code, before = self._last_rate
        if before is None:
            self.set_rate(code, None)
        else:
            self.set_rate(code, before.value, before.who, before.date)
        return before

    def take_roads(self, path: Path | None) -> None:
        """Measure the way by the user's own table of roads; None: by the straight line again."""
        if self._ws is None:
            return
        ws, actions = self._ws, self._actions

        def work() -> Mapping[str, Any]:
            actions.take_roads(ws, path)
            return _own_parts(actions, ws)

        self._keep_own("roads", work, self._put_own)

    # ---- the uplift model

    def load_parameters(self) -> None:
        """Bring ``State.parameters``."""
        if self._ws is None:
            return
        self._look_up(
            "parameters",
            partial(self._actions.uplift_parameters, self._ws),
            lambda got: self.put(parameters=got),
        )

    def set_parameter(self, key: str, values: Mapping[str, float] | None, who: str = "") -> None:
        """Change a parameter, None: back to what ships. Everything is forecast again."""
        if self._ws is None:
            return
        ws, actions = self._ws, self._actions

        def work() -> tuple[Parameter, ...]:
            actions.set_parameter(ws, key, values, who)
            return actions.uplift_parameters(ws)

        self._keep_own("parameter", work, lambda got: self.put(parameters=got))

    def press_examples(self) -> tuple[PressExample, ...]:
        """Published claims to try the check with; at once. None before the catalogue is open."""
        return () if self._ws is None else self._actions.press_examples(self._ws)

    def check_claim(self, claim: PressClaim) -> None:
        """Judge a press claim: answered by ``State.checked``."""
        if self._ws is None:
            return
        self._look_up(
            "press",
            partial(self._actions.check_claim, self._ws, claim),
            lambda verdict: self.put(checked=Checked(claim, verdict)),
        )

    def _look_up(self, kind: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self.forget_notes(kind)
        self.ask(kind, as_job(kind, work), done)

    def _keep_own(self, kind: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Write to this computer's own facts, then price everything again."""

        def take(answer: T) -> None:
            done(answer)
            self.rank()

        self.forget_notes(kind)
        self.ask(kind, as_job(kind, work), take, write=True)

"""The policy book: what a bureau adds or corrects, tries out, sends and takes in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from geo.errors import KnownError
from geo.model import Policy, PolicyBook, PolicyParcel, Scalar
from geo.progress import Job, Step
from gui.session.accounting import Accounting
from gui.session.api import Actions
from gui.session.core import as_job
from gui.session.state import PolicyTrial

if TYPE_CHECKING:
    from geo.actions import Workspace

Failed: TypeAlias = Callable[[KnownError], None]


@dataclass(frozen=True, slots=True)
class _Former:
    """Policies as they stood before a change: id, and the user's own version (None: none)."""

    versions: tuple[tuple[str, Policy | None], ...]
    title: str


def _write(actions: Actions, ws: Workspace, write: Callable[[], object]) -> Job[PolicyBook]:
    """Change the user's own policies, then read the book again."""
    yield Step("policy.save")
    write()
    yield Step("policy.read")
    return actions.policy_book(ws)


def _take_parcel(
    actions: Actions, ws: Workspace, parcel: PolicyParcel, ids: Collection[str], who: str
) -> Job[PolicyBook]:
    yield Step("policy.save")
    actions.take_parcel(ws, parcel, ids, who)
    yield Step("policy.read")
    return actions.policy_book(ws)


class Bureau(Accounting):
    """Policies: read, keep, restore, try out, send, take in."""

    _formers: tuple[_Former, ...] = ()

    def load_book(self) -> None:
        """Read all policies into ``State.book``."""
        if self._ws is None:
            return
        ws = self._ws
        job = as_job("policy.read", lambda: self._actions.policy_book(ws))
        self.ask("book", job, lambda book: self.put(book=book))

    def save_policy(
        self,
        policy: Policy,
        who: str,
        *,
        done: Callable[[], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Keep ``policy`` as told by ``who`` in place of what stands, and rank again."""
        if self._ws is None:
            return
        ws = self._ws
        former = self._former((policy.id,), policy.title_zh)
        job = _write(self._actions, ws, lambda: self._actions.save_policy(ws, policy, who))
        self._change("policy_saved", policy.id, former, job, done, failed)

    def restore_policy(self, policy_id: str) -> None:
        """Take the user's own version of a policy away; what ships stands again."""
        policy = self._policy(policy_id)
        if self._ws is None or policy is None or not policy.own:
            return
        ws = self._ws
        former = self._former((policy_id,), policy.title_zh)
        job = _write(self._actions, ws, lambda: self._actions.drop_policy(ws, policy_id))
        self._change("policy_restored", policy_id, former, job)

    def undo_policy(self) -> None:
        """Bring back the policies as they stood before the last change."""
        if self._ws is None or not self._formers:
            return
        ws, former = self._ws, self._formers[-1]

        def write() -> None:
            for policy_id, version in former.versions:
                if version is not None:
                    told = date.fromisoformat(version.told_on) if version.told_on else None
                    self._actions.save_policy(ws, version, version.told_by, told)
                elif (now := self._policy(policy_id)) is not None and now.own:
                    self._actions.drop_policy(ws, policy_id)

        def done(book: PolicyBook) -> None:
            self._formers = tuple(one for one in self._formers if one is not former)
            self._take_book(book)
            self.tell("policy", "policy_undone", {"title": former.title})

        self.ask("policy", _write(self._actions, ws, write), done, write=True)

    def try_policy(self, policy: Policy) -> None:
        """Work ``policy`` out as typed, for this project and its examples: ``State.trial_policy``.

        Nothing is kept. A newer trial takes the place of an older one.
        """
        if self._ws is None:
            return
        ws, facts = self._ws, self.state.facts

        def work() -> PolicyTrial:
            try:
                result = self._actions.try_policy(ws, policy, facts)
                return PolicyTrial(policy, result, self._actions.rework(ws, policy))
            except KnownError as error:
                return PolicyTrial(policy, None, refused=error)

        job = as_job("policy.try", work)
        self.ask("policy_trial", job, lambda trial: self.put(policy_trial=trial))

    def forget_policy_trial(self) -> None:
        """The form was closed."""
        self.stop("policy_trial")
        if self.state.policy_trial is not None:
            self.put(policy_trial=None)

    def read_parcel(self, path: Path) -> None:
        """Read a policy file into ``State.parcel``; nothing is taken yet."""
        if self._ws is None:
            return
        self.forget_notes("parcel")
        job = self._actions.read_parcel(self._ws, path)
        self.ask("parcel", job, lambda parcel: self.put(parcel=parcel))

    def drop_parcel(self) -> None:
        """Not now: the file that was read is put aside."""
        self.stop("parcel")
        if self.state.parcel is not None:
            self.put(parcel=None)

    def take_parcel(self, ids: Collection[str], who: str) -> None:
        """Take these policies of ``State.parcel`` as told by ``who``, and rank again."""
        parcel = self.state.parcel
        if self._ws is None or parcel is None or not ids:
            return
        former = self._former(tuple(ids), parcel.file)
        job = _take_parcel(self._actions, self._ws, parcel, frozenset(ids), who)
        first = next(iter(ids))
        self._change("parcel_taken", first, former, job, lambda: self.put(parcel=None))

    def export_policies(self, ids: Sequence[str], path: Path) -> None:
        """Write these policies as one file to send."""
        if self._ws is not None:
            self.write_file(self._actions.export_policies(self._ws, ids, path))

    def _policy(self, policy_id: str) -> Policy | None:
        return None if self.state.book is None else self.state.book.get(policy_id)

    def _former(self, ids: Sequence[str], title: str) -> _Former:
        versions = []
        for policy_id in ids:
            now = self._policy(policy_id)
            versions.append((policy_id, now if now is not None and now.own else None))
        return _Former(tuple(versions), title)

    def _change(
        self,
        code: str,
        policy_id: str,
        former: _Former,
        job: Job[PolicyBook],
        then: Callable[[], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        def done(book: PolicyBook) -> None:
            self._formers = (*self._formers, former)
            self._take_book(book)
            values: dict[str, Scalar] = {
                "title": former.title,
                "policy": policy_id,
                "count": len(former.versions),
            }
            self.tell("policy", code, values)
            if then is not None:
                then()

        self.forget_notes("policy")
        self.ask("policy", job, done, write=True, failed=failed)

    def _take_book(self, book: PolicyBook) -> None:
        self.put(book=book, can_undo_policy=bool(self._formers))
        self.rank()

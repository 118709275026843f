"""Home from the field: edits come together, are told and undone; copies of the data, and locks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from geo.errors import KnownError
from geo.model import Reason
from geo.model.field import (
    Backup,
    Contested,
    FieldKey,
    HistoryLine,
    Json,
    Lock,
    MergeReport,
    Settling,
    Stage,
)
from geo.progress import Job, Step
from gui.session.core import as_job
from gui.session.listed import Listed
from gui.session.outdoors import Outdoors

LOOK_MS = 2_000
"""How often the window looks whether another one has written to the catalogue."""


class Homecoming(Outdoors):
    """Whatever comes home is in the catalogue, so the ranking follows."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 (as Planning has them)
        super().__init__(*given, **named)
        self._looker = QTimer(self)
        self._looker.setInterval(LOOK_MS)
        self._looker.timeout.connect(self._look_elsewhere)
        self.catalogue_written.connect(self._home_changed)

    # ---- coming home

    def merge_pack(self, path: Path) -> None:
        """Bring the edits of a pack home."""
        if self._ws is None:
            return
        self.forget_notes("merge")

        def done(report: MergeReport) -> None:
            self.put_field(reports=(*self.state.outdoors.reports, report), question=0)
            self._home_changed()

        self.ask("merge", self._actions.merge_pack(self._ws, path, self._who), done, write=True)

    def load_contested(self) -> None:
        """Bring what wants a decision."""
        if self._ws is None:
            return
        ws = self._ws
        work = as_job("contested", lambda: self._actions.contested(ws))
        self.ask("contested", work, self._take_contested)

    def _take_contested(self, found: tuple[Contested, ...]) -> None:
        at = min(self.state.outdoors.question, max(len(found) - 1, 0))
        self.put_field(contested=found, question=at, settling={})
        self._ask_what_if()

    def show_question(self, number: int) -> None:
        """Show another contested field."""
        self.put_field(question=number, settling={})
        self._ask_what_if()

    def _ask_what_if(self) -> None:
        """What each answer would change; worked out beside the window, one after the other."""
        state, asked = self.state, self.state.outdoors.asked
        if self._ws is None or asked is None or state.ranking is None or state.script is None:
            self.stop("what_if")
            return
        ws, ranking, script, facts = self._ws, state.ranking, state.script, state.facts
        actions = self._actions

        def job() -> Job[dict[int, Settling]]:
            found: dict[int, Settling] = {}
            for side in range(len(asked.sides)):
                found[side] = yield from actions.what_if(ws, asked, side, ranking, script, facts)
                yield Step("what_if", side + 1, len(asked.sides))
            return found

        self.ask("what_if", job(), lambda found: self.put_field(settling=found))

    def decide(self, side: int | None) -> None:
        """Decide the question that is shown; None keeps both."""
        asked = self.state.outdoors.asked
        if self._ws is not None and asked is not None:
            key = asked.key
            self._change_home(
                lambda ws: self._actions.settle_field(ws, key, side, self._who), "settled"
            )

    def decide_as(self, value: Json) -> None:
        """Decide the question that is shown with a value of one's own."""
        asked = self.state.outdoors.asked
        if self._ws is not None and asked is not None:
            key = asked.key
            self._change_home(
                lambda ws: self._actions.settle_field(ws, key, None, self._who, value), "settled"
            )

    def undo_batch(self, batch: str) -> None:
        """Take back a merge, a decision or a restored value; or bring it back."""
        self._change_home(lambda ws: self._actions.undo_batch(ws, batch, self._who), "batch_undone")

    def _change_home(self, work: Callable[[Any], str], code: str) -> None:
        if self._ws is None:
            return
        ws = self._ws
        self.forget_notes("home")

        def done(batch: str) -> None:
            self.tell("home", code, {"batch": batch})
            self._home_changed()

        self.ask("home", as_job("home", lambda: work(ws)), done, write=True)

    def _home_changed(self) -> None:
        """The catalogue says something else now: list, rank and ask again."""
        if self._ws is None:
            return
        ws, actions = self._ws, self._actions

        def work() -> tuple[Any, ...]:
            return Listed(actions.list_sites(ws)).prepare(), actions.contested(ws)

        def done(found: tuple[Any, ...]) -> None:
            sites, contested = found
            self._take_contested(contested)
            if sites != self.state.sites:
                self.put(sites=sites)
                self.rank()

        self.ask("site_list", as_job("site_list", work), done)

    def look_at_history(self, kind: str, record: str, field: str = "") -> None:
        """Bring the history of a record or of one of its fields."""
        if self._ws is None:
            return
        ws, key = self._ws, FieldKey(kind, record, field)
        work = as_job("history", lambda: self._actions.history(ws, kind, record, field))
        self.ask("history", work, lambda found: self.put_field(history=found, history_of=key))

    def restore_value(self, line: HistoryLine) -> None:
        """Let a field say again what it said after a change."""
        self._change_home(
            lambda ws: self._actions.restore_value(ws, line, self._who), "value_restored"
        )

    def load_approvals(self) -> None:
        """Bring the stage of every record."""
        if self._ws is None:
            return
        ws = self._ws
        work = as_job("approvals", lambda: self._actions.approvals(ws))
        self.ask("approvals", work, lambda found: self.put_field(approvals=found))

    def approve(self, records: Sequence[str], stage: Stage) -> None:
        """Move records of the register on, or back."""
        if self._ws is None:
            return
        ws = self._ws
        self.forget_notes("approve")

        def work() -> Any:  # noqa: ANN401 (what approvals gives)
            self._actions.approve(ws, "site", records, stage, self._who)
            return self._actions.approvals(ws)

        self.ask(
            "approve",
            as_job("approvals", work),
            lambda found: self.put_field(approvals=found),
            write=True,
        )

    # ---- safety

    def load_safety(self) -> None:
        """Bring the copies of the catalogue, and whether contacts and quotes are sealed."""
        if self._ws is None:
            return
        ws, actions = self._ws, self._actions

        def work() -> dict[str, Any]:
            return {"backups": actions.backups(ws), "lock": actions.lock_state(ws)}

        self.ask("safety", as_job("safety", work), lambda found: self.put_field(**found))

    def back_up(self) -> None:
        """Copy the catalogue now."""
        if self._ws is None:
            return
        self.forget_notes("safety")

        def done(made: Backup) -> None:
            self.tell("safety", "backup_made", {"when": made.when}, path=Path(made.path))
            self.load_safety()

        self.ask("backup", self._actions.back_up(self._ws), done, write=True)

    def restore_backup(self, backup: Backup) -> None:
        """Put a copy in place of what stands; that is copied first."""
        if self._ws is None:
            return
        self.forget_notes("safety")

        def done(_: None) -> None:
            self.tell("safety", "backup_restored", {"when": backup.when})
            self._home_changed()
            self.load_safety()

        self.ask("backup", self._actions.restore_backup(self._ws, backup), done, write=True)

    def check_catalogue(self) -> None:
        """Look whether the file is sound, and say so."""
        if self._ws is None:
            return
        self.forget_notes("safety")

        def done(found: tuple[Reason, ...]) -> None:
            level = "warn" if found else "ok"
            code = "catalogue_unsound" if found else "catalogue_sound"
            self.tell("safety", code, {}, level=level, reasons=found)

        self.ask("check", self._actions.check_catalogue(self._ws), done)

    def set_passphrase(self, old: str | None, new: str | None) -> None:
        """Seal contacts and quotes, seal them anew, or unseal them."""
        if self._ws is not None:
            self._change_lock(
                self._actions.set_passphrase(self._ws, old, new),
                "passphrase_gone" if new is None else "passphrase_set",
            )

    def unlock(self, passphrase: str) -> None:
        """Open what is sealed, in this window."""
        if self._ws is not None:
            self._change_lock(self._actions.unlock(self._ws, passphrase), "unlocked")

    def lock_now(self) -> None:
        """Close what is sealed."""
        if self._ws is not None:
            ws = self._ws
            self._change_lock(as_job("lock", lambda: self._actions.lock(ws)), "locked")

    def _change_lock(self, job: Job[None], code: str) -> None:
        self.forget_notes("lock")

        def done(_: None) -> None:
            self.tell("lock", code, {})
            self.load_safety()
            self._home_changed()
            self.load_desk()

        self.ask("lock", job, done, write=True)

    # ---- two windows on one catalogue

    def open(self, *, restore: bool = True) -> None:
        """Open the catalogue, and look now and then whether another window writes to it."""
        super().open(restore=restore)
        self._looker.start()

    def close(self) -> None:
        """Look no more."""
        self._looker.stop()
        super().close()

    def _look_elsewhere(self) -> None:
        state = self.state
        if self._ws is None or any(one.kind in ("site", "home", "merge") for one in state.busy):
            return
        try:
            changed = self._actions.changed_elsewhere(self._ws)
        except KnownError:
            # whoever asks next for something is told what is wrong with the file
            return
        if changed:
            self.tell("elsewhere", "changed_elsewhere", {}, level="info")
            self._home_changed()
            if state.outdoors.lock is not Lock.NONE:
                self.load_safety()

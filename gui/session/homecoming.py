"""Home from the field: edits come together, are told and undone; copies of the data, and locks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from geo.errors import KnownError
from geo.model import Project, Reason
from geo.model.field import (
    APPROVAL,
    RECCE,
    SITE,
    Backup,
    Contested,
    FieldKey,
    HistoryLine,
    Json,
    Lock,
    MergeReport,
    Recovered,
    Settling,
    Stage,
)
from geo.progress import Job, Step
from gui.session.core import as_job
from gui.session.listed import Listed
from gui.session.outdoors import Outdoors
from gui.session.state import Changes
from gui.session.unlocking import unlocked_plan

SETTLE_MS = 400
"""So long a ranking rests before answers are tried on it: weights are dragged."""
OURS = frozenset({"site", "home", "merge", "backup"})
"""Work that writes to the catalogue, while nobody looks who wrote."""
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
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._ask_what_if)
        self.changed.connect(self._ranking_moved)

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

    def _ranking_moved(self, changes: Changes) -> None:
        """What answers would change is told of the ranking that is shown."""
        if changes.touch("ranking") and self.state.outdoors.asked is not None:
            if self.state.outdoors.settling:
                self.put_field(settling={})
            self._settled.start()

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
            self._change_home(
                lambda ws: self._actions.settle_field(ws, asked, side, self._who), "settled"
            )

    def decide_as(self, value: Json) -> None:
        """Decide the question that is shown with a value of one's own."""
        asked = self.state.outdoors.asked
        if self._ws is not None and asked is not None:
            self._change_home(
                lambda ws: self._actions.settle_field(ws, asked, None, self._who, value), "settled"
            )

    def undo_batch(self, batch: str) -> None:
        """Take back a merge, a decision or a restored value; or bring it back."""
        back = any(one.batch == batch and one.undone for one in self.state.outdoors.reports)

        def note_undone(undoing: str) -> None:
            # undoing what undid it brings the pack back
            reports = tuple(
                replace(one, batch=undoing, undone=not one.undone) if one.batch == batch else one
                for one in self.state.outdoors.reports
            )
            self.put_field(reports=reports)

        self._change_home(
            lambda ws: self._actions.undo_batch(ws, batch, self._who),
            "batch_back" if back else "batch_undone",
            note_undone,
        )

    def _change_home(
        self,
        work: Callable[[Any], str],
        code: str,
        then: Callable[[str], None] | None = None,
    ) -> None:
        if self._ws is None:
            return
        ws = self._ws
        self.forget_notes("home")

        def done(batch: str) -> None:
            if then is not None:
                then(batch)
            self.tell("home", code, {"batch": batch})
            self._home_changed()
            self.read_desk_again()
            of = self.state.outdoors.history_of
            if of is not None:
                self.look_at_history(of.kind, of.record, of.field)

        def failed(_: KnownError) -> None:
            # what is asked may be another question by now
            self._home_changed()

        self.ask("home", as_job("home", lambda: work(ws)), done, write=True, failed=failed)

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
        ws, key, actions = self._ws, FieldKey(kind, record, field), self._actions
        # of a place also what the form says of it, and how far it is in the register
        more = ((RECCE, record), (APPROVAL, f"{SITE}/{record}")) if kind == SITE else ()
        of = ((kind, record), *(() if field else more))

        def work() -> tuple[HistoryLine, ...]:
            found = [actions.history(ws, one, name, field) for one, name in of]
            if len(found) == 1:
                return found[0]
            # several records in one list can only go by the clocks
            return tuple(sorted(chain(*found), key=lambda one: one.when[:16], reverse=True))

        self.ask(
            "history",
            as_job("history", work),
            lambda found: self.put_field(history=found, history_of=key),
        )

    def close_history(self) -> None:
        """Nobody looks at a history any more."""
        self.put_field(history=(), history_of=None)

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
            self.read_desk_again()
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

    def recover_file(self, damaged: Path) -> None:
        """Save what can be saved of a damaged file, and join it with what stands."""
        if self._ws is None:
            return
        self.forget_notes("safety")

        def done(found: Recovered) -> None:
            self.tell("safety", "file_recovered", {"sites": found.sites, "edits": found.edits})
            self._home_changed()
            self.load_safety()

        self.ask("backup", self._actions.recover(self._ws, damaged), done, write=True)

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

    def _change_lock(self, job: Job[int | None], code: str) -> None:
        self.forget_notes("lock")
        self.save()
        ws, opened = self._ws, code == "unlocked"

        def work() -> Job[tuple[int, Project | None]]:
            hidden = yield from job
            return hidden or 0, None if ws is None else self._actions.load_project(ws)

        def done(found: tuple[int, Project | None]) -> None:
            hidden, kept = found
            if kept is not None and kept.name == self.state.name:
                told = kept.planned
                self.put(planned=unlocked_plan(self.state.planned, told, opened=opened))
            self._tell_lock(code, hidden)
            self.load_safety()
            self._home_changed()
            self.load_desk()

        self.ask("lock", work(), done, write=True)

    def _tell_lock(self, code: str, hidden: int) -> None:
        """Say how it stands; what is left out of the ranking stays in sight until it is read."""
        for note in self.state.notes:
            if note.code == "vault_sealed":
                self.dismiss(note.key)
        if hidden:
            self.tell("lock", "locked_away", {"count": hidden}, level="warn")
        else:
            self.tell("lock", code, {})

    # ---- two windows on one catalogue

    def open(self, *, restore: bool = True) -> None:
        """Open the catalogue, and look now and then whether another window writes to it."""
        super().open(restore=restore)
        self._looker.start()

    def close(self) -> None:
        """Look no more."""
        self._looker.stop()
        self._settled.stop()
        super().close()

    def _look_elsewhere(self) -> None:
        state = self.state
        if self._ws is None or any(one.kind in OURS for one in state.busy):
            return
        try:
            changed = self._actions.changed_elsewhere(self._ws)
        except KnownError:
            # whoever asks next for something is told what is wrong with the file
            return
        if changed:
            self.tell("elsewhere", "changed_elsewhere", {}, level="info")
            self._home_changed()
            self.read_desk_again()
            if state.outdoors.lock is not Lock.NONE:
                self.load_safety()

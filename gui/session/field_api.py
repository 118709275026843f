"""What the session asks of ``geo.actions`` in the field: packs, forms, merging, safety."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from geo.model import ProjectFacts, Ranking, Reason, Script, ShootPlan, Site
from geo.model.field import (
    Approval,
    Backup,
    Contested,
    Fix,
    HistoryLine,
    Json,
    Lock,
    MergeReport,
    Near,
    PackInfo,
    PackWishes,
    RecceDesk,
    RecceField,
    RecceSheet,
    Recovered,
    Settling,
    Stage,
    Track,
)
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions import Workspace


class FieldActions(Protocol):
    """Errors are SyncError or CatalogueError (``geo.errors``); ``who``: the name of the user."""

    # ---- packs

    def pack_wishes(
        self,
        ws: Workspace,
        sites: Sequence[str],
        ranking: Ranking | None = None,
        plan: ShootPlan | None = None,
        lang: str = "zh",
    ) -> PackWishes:
        """Wishes for a pack of these places, or of the plan's, with what to find out next.

        ``lang``: the language of the checklist, which the user may change.
        """

    def sites_around(self, ws: Workspace, lat: float, lon: float, km: float) -> tuple[str, ...]:
        """Ids of the places of an area, nearest first."""

    def make_pack(self, ws: Workspace, wishes: PackWishes, path: Path) -> Job[PackInfo]:
        """Write a pack (.gpkg): all of it or nothing."""

    def open_pack(self, ws: Workspace, path: Path) -> Job[RecceDesk]:
        """Open a pack to work in; a .zip that holds one is unpacked beside it first."""

    def home_desk(self, ws: Workspace, sites: Sequence[str]) -> Job[RecceDesk]:
        """The form straight on the catalogue, without a pack."""

    # ---- the form

    def answer(
        self, ws: Workspace, desk: RecceDesk, site_id: str, key: str, value: Json, who: str
    ) -> RecceSheet:
        """Keep one answer at once (None: take it back); the sheet after."""

    def undo_answer(self, ws: Workspace, desk: RecceDesk, who: str) -> RecceSheet | None:
        """Take back the last change made to the desk on this machine; None: nothing to take."""

    def finish_sheet(
        self, ws: Workspace, desk: RecceDesk, site_id: str, who: str, *, done: bool = True
    ) -> RecceSheet:
        """Say that a place has been seen to the end, or not yet."""

    def hang_field_photos(
        self, ws: Workspace, desk: RecceDesk, site_id: str, paths: Sequence[Path], who: str
    ) -> Job[tuple[RecceSheet, tuple[Reason, ...]]]:
        """Copy photos and clips in unaltered; the sheet after, and why some were refused."""

    def watched_files(self, folder: Path, known: Sequence[str]) -> tuple[Path, ...]:
        """Photos and clips in a folder that are whole and not among ``known`` (full paths)."""

    def add_place(
        self, ws: Workspace, desk: RecceDesk, name: str, kind: str, fix: Fix, who: str
    ) -> RecceDesk:
        """A new place where we are, its accuracy kept; the desk after."""

    def recce_fields(self, ws: Workspace) -> tuple[RecceField, ...]:
        """The lines of the form, the user's own last."""

    def save_own_fields(self, ws: Workspace, fields: Sequence[RecceField]) -> None:
        """Keep the user's own lines of the form."""

    def print_form(self, ws: Workspace, sites: Sequence[Site], path: Path, lang: str) -> Job[Path]:
        """The blank form on A4 (PDF), a copy for each place; without places one for any place."""

    # ---- where we are

    def ports(self) -> tuple[str, ...]:
        """Serial and Bluetooth ports that might be a receiver."""

    def listen(self, port: str, baud: int = 9600) -> Job[None]:
        """Read positions until cancelled; each step carries the newest ``Fix`` as ``so_far``."""

    def read_track(self, path: Path) -> Job[Track]:
        """Read a GPX track."""

    def near(self, sites: Sequence[Site], fix: Fix, count: int = 50) -> tuple[Near, ...]:
        """The places nearest to where we are."""

    # ---- coming home

    def merge_pack(self, ws: Workspace, path: Path, who: str) -> Job[MergeReport]:
        """Bring the edits of a pack home, after a backup; all of them or none."""

    def contested(self, ws: Workspace) -> tuple[Contested, ...]:
        """What wants a decision."""

    def what_if(
        self,
        ws: Workspace,
        question: Contested,
        side: int,
        ranking: Ranking,
        script: Script,
        facts: ProjectFacts,
    ) -> Job[Settling]:
        """What deciding for one side would change in the ranking."""

    def settle_field(
        self, ws: Workspace, question: Contested, side: int | None, who: str, value: Json = None
    ) -> str:
        """Decide for a side; None: keep both where the field can, else take ``value``. The batch.

        Raises SyncError settled_elsewhere when other answers stand there than were shown.
        """

    def undo_batch(self, ws: Workspace, batch: str, who: str) -> str:
        """Take back what was done in one go, or bring it back; the batch of the undoing.

        What was changed again since stays as it is now.
        """

    def history(
        self, ws: Workspace, kind: str, record: str, field: str = ""
    ) -> tuple[HistoryLine, ...]:
        """Every change of a record or of one of its fields, newest first."""

    def restore_value(self, ws: Workspace, line: HistoryLine, who: str) -> str:
        """Let a field say again what it said after that change; the batch."""

    def approvals(self, ws: Workspace, kind: str = "site") -> Mapping[str, Approval]:
        """The stage of every record that has one, by id."""

    def approve(
        self, ws: Workspace, kind: str, records: Sequence[str], stage: Stage, who: str
    ) -> str:
        """Move records on (proposed, reviewed, published) or back; the batch.

        Raises SyncError approve_order when a stage would be skipped.
        """

    # ---- safety

    def changed_elsewhere(self, ws: Workspace) -> bool:
        """Whether another window has written to the catalogue since this was asked last; quick."""

    def backups(self, ws: Workspace) -> tuple[Backup, ...]:
        """Copies of the catalogue, newest first."""

    def back_up(self, ws: Workspace, why: str = "hand") -> Job[Backup]:
        """Copy the catalogue; old copies go by the rotation."""

    def restore_backup(self, ws: Workspace, backup: Backup) -> Job[None]:
        """Put a copy in place, after a copy of what stands now."""

    def check_catalogue(self, ws: Workspace) -> Job[tuple[Reason, ...]]:
        """Whether the file is sound; why not."""

    def recover(self, ws: Workspace, damaged: Path) -> Job[Recovered]:
        """Save what can be saved of a damaged file that was set aside, and merge it in."""

    def lock_state(self, ws: Workspace) -> Lock:
        """Whether contacts and quotes are sealed."""

    def set_passphrase(self, ws: Workspace, old: str | None, new: str | None) -> Job[None]:
        """Seal, seal anew, or (``new`` None) unseal. Raises SyncError passphrase_wrong."""

    def unlock(self, ws: Workspace, passphrase: str) -> Job[None]:
        """Open what is sealed in this window. Raises SyncError passphrase_wrong."""

    def lock(self, ws: Workspace) -> int:
        """Close it again; how many quotes and contacts cannot be read now."""

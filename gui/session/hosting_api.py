"""What the session asks of ``geo.actions`` about a bureau's own places and its crews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from geo.model import Policy, Script
from geo.model.hosting import (
    Demand,
    Enquiry,
    Gained,
    Genre,
    Health,
    Improvement,
    LetterTo,
    Ours,
    PolicyEffect,
    ReverseMatch,
    VisitRoute,
    Watch,
    WatchVerdict,
)
from geo.model.pitch import Pitch
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions import Workspace


class HostingActions(Protocol):
    """Demand, what would win more, records, the ledger, effects, visitors."""

    # ---- who could use our places

    def demand(self, ws: Workspace) -> Job[Demand]:
        """The corpus: samples, scripts opened here, titles made up from the genre mix."""

    def note_script(self, ws: Workspace, script: Script) -> None:
        """Keep an opened script in the corpus; another draft of it takes its place.

        Does nothing where the catalogue can only be read.
        """

    def drop_title(self, ws: Workspace, title_id: str, *, dropped: bool = True) -> None:
        """Leave a title out of the corpus, or take it back."""

    def save_genres(self, ws: Workspace, genres: Sequence[Genre] | None) -> None:
        """Keep the user's own genre mix; None: what ships stands again."""

    def reverse_match(self, ws: Workspace, ours: Ours, demand: Demand) -> Job[ReverseMatch]:
        """Which of our sites serve which needs; steps carry the answer so far."""

    def improvements(
        self, ws: Workspace, ours: Ours, demand: Demand, match: ReverseMatch
    ) -> Job[tuple[Gained, ...]]:
        """Changes that would win more, best first; steps carry those worked out so far."""

    def try_improvement(
        self, ws: Workspace, ours: Ours, demand: Demand, improvement: Improvement
    ) -> Job[Gained]:
        """What one change, as the user put it, would win."""

    def simulate_policy(
        self, ws: Workspace, ours: Ours, demand: Demand, policy: Policy
    ) -> Job[PolicyEffect]:
        """What a subsidy as typed would win over the corpus, cost, and when it pays."""

    # ---- the state of our records

    def health(self, ws: Workspace, ours: Ours, demand: Demand | None = None) -> Job[Health]:
        """What is missing, old, contradicts or stands twice, and what to gather first."""

    def write_import_sheet(
        self, ws: Workspace, path: Path, lang: str, ours: Ours | None = None
    ) -> Job[Path]:
        """A workbook to fill in with sites, with lists to choose from and checks."""

    # ---- crews

    def enquiries(self, ws: Workspace) -> tuple[Enquiry, ...]:
        """The ledger, newest first, without retired lines."""

    def save_enquiry(self, ws: Workspace, enquiry: Enquiry) -> Enquiry:
        """Keep a line; a new one (empty id) gets its id. ``retired`` takes it out of the list."""

    def enquiry_of(self, ws: Workspace, pitch: Pitch) -> Enquiry:
        """A new line begun from a pitch: title, places, what was answered, today."""

    def export_ledger(
        self, ws: Workspace, first: date, last: date, path: Path, lang: str
    ) -> Job[Path]:
        """The ledger of a month or a year as XLSX."""

    def export_report(
        self, ws: Workspace, first: date, last: date, path: Path, lang: str
    ) -> Job[Path]:
        """The A4 report (专报) as DOCX, or the one-slide summary as PPTX, as ``path`` ends."""

    def export_letter(
        self, ws: Workspace, enquiry: Enquiry, to: LetterTo, path: Path, lang: str
    ) -> Job[Path]:
        """The letter (协拍函) to an office as DOCX."""

    # ---- after release

    def watches(self, ws: Workspace) -> tuple[Watch, ...]:
        """What is watched, without retired ones."""

    def save_watch(self, ws: Workspace, watch: Watch) -> Watch:
        """Keep a series; a new one (empty id) gets its id."""

    def judge_watch(self, ws: Workspace, watch: Watch) -> WatchVerdict:
        """What the months say, and whether that is noise."""

    def write_watch_sheet(self, ws: Workspace, watch: Watch, path: Path, lang: str) -> Job[Path]:
        """The months as XLSX, to be filled in."""

    def read_watch_sheet(self, ws: Workspace, watch: Watch, path: Path) -> Watch:
        """The months as filled in. Raises ImportLayerError."""

    # ---- visitors

    def visit_route(
        self,
        ws: Workspace,
        title: str,
        sites: Sequence[str],
        scenes: Sequence[tuple[str, str]] = (),
        day_minutes: int = 480,
    ) -> Job[VisitRoute]:
        """An itinerary over sites (ids); ``scenes`` are (site id, words about what was shot)."""

    def export_visit(self, ws: Workspace, route: VisitRoute, path: Path, lang: str) -> Job[Path]:
        """The itinerary as .html, .kml or .pdf."""

"""What the session asks of ``geo.actions`` about the pitch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from geo.model import Planned, ProjectFacts, Ranking, Script
from geo.model.pitch import BasePack, BureauCard, Pitch, PitchWishes, SiteFile, Template
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions import Workspace


class PitchActions(Protocol):
    """Packs for crews: put together, shown, written; what a bureau keeps of its sites."""

    def site_files(self, ws: Workspace) -> Mapping[str, SiteFile]:
        """What the bureau keeps of its sites, by id."""

    def save_site_file(
        self, ws: Workspace, file: SiteFile, who: str = "", today: date | None = None
    ) -> SiteFile:
        """Keep what was told of a site; it comes back with who and when."""

    def bureau_card(self, ws: Workspace) -> BureauCard:
        """Who hands the pack out; an empty card where nobody has said."""

    def save_bureau_card(self, ws: Workspace, card: BureauCard) -> BureauCard:
        """Keep the card; a logo from elsewhere is copied in."""

    def base_packs(self, ws: Workspace) -> tuple[BasePack, ...]:
        """The base maps the user has put in."""

    def pitch_templates(self, ws: Workspace) -> tuple[Template, ...]:
        """The templates of the pack."""

    def own_template(self, ws: Workspace, name: str) -> Path:
        """A copy of a template in the user's folder, made where there is none, to be changed."""

    def make_pitch(
        self,
        ws: Workspace,
        ranking: Ranking | None,
        script: Script | None,
        facts: ProjectFacts,
        wishes: PitchWishes,
        planned: Planned = ...,
        today: date | None = None,
    ) -> Job[Pitch]:
        """Everything the pack says. Without a script a profile of the places."""

    def preview_pitch(
        self, ws: Workspace, pitch: Pitch, shape: str = "paper", pixels: int = 800
    ) -> Job[tuple[bytes, ...]]:
        """Pictures (PNG, ``pixels`` wide) of its pages: ``paper`` or ``phone``."""

    def pitch_text(self, ws: Workspace, pitch: Pitch) -> str:
        """Text to paste into a chat."""

    def export_pitch(self, ws: Workspace, pitch: Pitch, folder: Path) -> Job[tuple[Path, ...]]:
        """Write the formats that the wishes name into a folder: all of them or none.

        Raises ExportError pitch_audience_unknown while nobody has said who will see it.
        """

"""What the session asks of ``geo.actions``; tests hand in a stand-in of the same shape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypedDict, Unpack

from geo.model import (
    BaseMap,
    CultureNeed,
    DayPart,
    Division,
    IntExt,
    Need,
    Project,
    ProjectFacts,
    Ranking,
    Reason,
    Sample,
    Script,
    Site,
    Weights,
)
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions import Workspace


class Layer(Protocol):
    """Places read from a file, and what could not be taken as it stood."""

    @property
    def sites(self) -> tuple[Site, ...]:
        """The places."""

    @property
    def notes(self) -> tuple[Reason, ...]:
        """What was left out, by reason."""


class SceneFields(TypedDict, total=False):
    """What can be told or corrected of a scene."""

    episode: int | None
    number: int | None
    int_ext: IntExt | None
    time: DayPart | None
    place: str
    era: str | None
    cast: tuple[str, ...]
    length_eighths: int
    needs: tuple[Need, ...]
    culture: tuple[CultureNeed, ...]


class Actions(Protocol):
    """One function for each thing that can be asked; ``geo.actions`` is the real one."""

    @property
    def FOUR_CITIES(self) -> tuple[str, ...]:
        """The cities ranked when nobody names others."""

    def open_workspace(self, assets: Path, data: Path) -> Job[Workspace]:
        """Open or create the catalogue."""

    def read_script(self, ws: Workspace, path: Path) -> Job[Script]:
        """Read a script."""

    def samples(self, ws: Workspace) -> tuple[Sample, ...]:
        """The sample scripts."""

    def rank(
        self,
        ws: Workspace,
        script: Script,
        facts: ProjectFacts,
        weights: Weights,
        cities: Sequence[str] = (),
    ) -> Job[Ranking]:
        """Price and rank sites and cities."""

    def reweight(self, ranking: Ranking, weights: Weights) -> Ranking:
        """Order again under other weights."""

    def list_sites(self, ws: Workspace) -> tuple[Site, ...]:
        """All sites."""

    def settle_site(self, ws: Workspace, site: Site, datum: str) -> Site:
        """Give a place told by hand its id, its WGS-84 point, its city and county."""

    def save_site(self, ws: Workspace, site: Site) -> Site:
        """Keep a site."""

    def add_photos(self, ws: Workspace, site_id: str, paths: Sequence[Path]) -> Site:
        """Copy photos to a site."""

    def retire_site(self, ws: Workspace, site_id: str, *, retired: bool = True) -> None:
        """Take a site out of every list, or bring it back."""

    def change_scene(self, script: Script, scene_id: str, **changes: Unpack[SceneFields]) -> Script:
        """Correct a scene."""

    def add_scene(self, script: Script, **values: Unpack[SceneFields]) -> Script:
        """Add a scene by hand."""

    def remove_scene(self, script: Script, scene_id: str) -> Script:
        """Take a scene out."""

    def merge_sets(self, script: Script, keep: str, merge: str) -> Script:
        """Make one set of two."""

    def load_basemap(self, ws: Workspace) -> Job[BaseMap]:
        """Boundaries and water."""

    def divisions(self, ws: Workspace) -> tuple[Division, ...]:
        """Provinces, cities, counties."""

    def import_sites(self, ws: Workspace, path: Path, datum: str) -> Job[Layer]:
        """Take in a table or layer of places."""

    def save_project(self, ws: Workspace, project: Project) -> None:
        """Keep the project."""

    def load_project(self, ws: Workspace) -> Project | None:
        """The last project kept."""

    def export_map(
        self, ws: Workspace, ranking: Ranking, script: Script, path: Path, lang: str
    ) -> Job[Path]:
        """Write the map as one HTML file."""

    def export_ranking(
        self, ws: Workspace, ranking: Ranking, script: Script, path: Path, lang: str
    ) -> Job[Path]:
        """Write the ranking as XLSX."""

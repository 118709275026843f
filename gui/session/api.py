"""What the session asks of ``geo.actions``; tests hand in a stand-in of the same shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from geo.model import (
    BaseMap,
    Division,
    FactField,
    Project,
    ProjectFacts,
    Ranking,
    Sample,
    Scene,
    Script,
    Site,
    Vocabulary,
    Weights,
)
from geo.phrases import Phrases
from geo.progress import Job


class Workspace(Protocol):
    """The open catalogue and the data that came with it."""

    @property
    def data(self) -> Path:
        """The user's data folder."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Scene types and culture terms."""

    @property
    def phrases(self) -> Phrases:
        """Sentences for codes."""

    @property
    def fields(self) -> tuple[FactField, ...]:
        """The project facts that can be asked for."""

    @property
    def default_weights(self) -> Weights:
        """Weights of a new project."""

    @property
    def presets(self) -> Mapping[str, Weights]:
        """Named weights."""


class Actions(Protocol):
    """One function for each thing that can be asked; ``geo.actions`` is the real one."""

    @property
    def FOUR_CITIES(self) -> tuple[str, ...]:  # noqa: N802
        """The cities ranked when nobody names others."""

    def open_workspace(self, assets: Path, data: Path) -> Job[Any]:
        """Open or create the catalogue."""

    def read_script(self, ws: Any, path: Path) -> Job[Script]:
        """Read a script."""

    def samples(self, ws: Any) -> tuple[Sample, ...]:
        """The sample scripts."""

    def rank(
        self,
        ws: Any,
        script: Script,
        facts: ProjectFacts,
        weights: Weights,
        cities: Sequence[str] = (),
    ) -> Job[Ranking]:
        """Price and rank sites and cities."""

    def reweight(self, ranking: Ranking, weights: Weights) -> Ranking:
        """Order again under other weights."""

    def list_sites(self, ws: Any) -> tuple[Site, ...]:
        """All sites."""

    def save_site(self, ws: Any, site: Site) -> None:
        """Keep a site."""

    def add_photos(self, ws: Any, site_id: str, paths: Sequence[Path]) -> Site:
        """Copy photos to a site."""

    def retire_site(self, ws: Any, site_id: str) -> None:
        """Take a site out of use."""

    def change_scene(self, script: Script, scene_id: str, **changes: Any) -> Script:
        """Correct a scene."""

    def add_scene(self, script: Script, **values: Any) -> Script:
        """Add a scene by hand."""

    def remove_scene(self, script: Script, scene_id: str) -> Script:
        """Take a scene out."""

    def merge_sets(self, script: Script, keep: str, merge: str) -> Script:
        """Make one set of two."""

    def load_basemap(self, ws: Any) -> Job[BaseMap]:
        """Boundaries and water."""

    def list_divisions(self, ws: Any) -> tuple[Division, ...]:
        """Provinces, cities, counties."""

    def import_sites(self, ws: Any, path: Path, datum: str) -> Job[tuple[Site, ...]]:
        """Take in a table or layer of places."""

    def save_project(self, ws: Any, project: Project) -> None:
        """Keep the project."""

    def load_project(self, ws: Any) -> Project | None:
        """The last project kept."""

    def export_map(self, ws: Any, ranking: Ranking, path: Path, lang: str) -> Job[Path]:
        """Write the map as one HTML file."""

    def export_ranking(
        self, ws: Any, ranking: Ranking, script: Script, path: Path, lang: str
    ) -> Job[Path]:
        """Write the ranking as XLSX."""

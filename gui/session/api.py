"""What the session asks of ``geo.actions``; tests hand in a stand-in of the same shape."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypedDict, Unpack

from geo.model import (
    Account,
    BaseMap,
    CultureNeed,
    DayPart,
    Defence,
    Division,
    DraftChanges,
    Evidence,
    ExampleResult,
    FactValue,
    Flag,
    IntExt,
    Need,
    Policy,
    PolicyBook,
    PolicyParcel,
    PolicyResult,
    Project,
    ProjectFacts,
    Ranking,
    Reason,
    Request,
    Sample,
    Script,
    ScriptWarning,
    Site,
    Tag,
    Vocabulary,
    Wishes,
)
from geo.progress import Job
from gui.session.claims_api import ClaimActions
from gui.session.field_api import FieldActions
from gui.session.hosting_api import HostingActions
from gui.session.pitch_api import PitchActions
from gui.session.plan_api import PlanActions
from gui.session.ranking_api import RankingActions

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
    flags: tuple[Flag, ...]


class Actions(
    ClaimActions,
    FieldActions,
    HostingActions,
    PitchActions,
    PlanActions,
    RankingActions,
    Protocol,
):
    """One function for each thing that can be asked; ``geo.actions`` is the real one."""

    @property
    def FOUR_CITIES(self) -> tuple[str, ...]:
        """The cities ranked when nobody names others."""

    def open_workspace(self, assets: Path, data: Path) -> Job[Workspace]:
        """Open or create the catalogue."""

    def prepare_reading(self, ws: Workspace) -> Job[None]:
        """Load what reading takes."""

    def read_script(self, ws: Workspace, path: Path, over: Script | None = None) -> Job[Script]:
        """Read a script; what was said of lines of ``over``, an earlier draft, still holds."""

    def samples(self, ws: Workspace) -> tuple[Sample, ...]:
        """The sample scripts."""

    def list_sites(self, ws: Workspace) -> tuple[Site, ...]:
        """All sites."""

    def settle_site(self, ws: Workspace, site: Site, datum: str) -> Site:
        """Give a place told by hand its id, its WGS-84 point, its city and county."""

    def save_site(self, ws: Workspace, site: Site, seen: Site | None = None, who: str = "") -> Site:
        """Keep a site."""

    def add_photos(self, ws: Workspace, site_id: str, paths: Sequence[Path], who: str = "") -> Site:
        """Copy photos to a site."""

    def set_photos(self, ws: Workspace, site_id: str, photos: Sequence[str], who: str = "") -> Site:
        """Hang just these photos on a site, in this order."""

    def retire_site(
        self, ws: Workspace, site_id: str, *, retired: bool = True, who: str = ""
    ) -> None:
        """Take a site out of every list, or bring it back."""

    def retag(
        self, ws: Workspace, script: Script, tags: Mapping[int, Tag], *, remember: bool = False
    ) -> Job[Script]:
        """Read the lines again with these tags said by hand; ``remember`` for the next file."""

    def lines_like(self, script: Script, number: int) -> tuple[int, ...]:
        """Other lines of the same shape and tag."""

    def compare_drafts(self, old: Script, new: Script) -> DraftChanges:
        """What became of each scene."""

    def take_draft(self, old: Script, new: Script, changes: DraftChanges) -> Script:
        """The next draft, with what was decided on the last."""

    def lock_numbers(self, script: Script) -> Script:
        """Scene numbers stay from now on."""

    def unlock_numbers(self, script: Script) -> Script:
        """Scene numbers may move again."""

    def learn_place(self, ws: Workspace, word: str, code: str) -> Workspace:
        """Keep a place word in the user's own vocabulary."""

    def read_request(self, ws: Workspace, text: str) -> Request:
        """Read a pasted request."""

    def request_script(self, request: Request) -> Script:
        """One scene for each place of a request."""

    def request_facts(self, request: Request) -> Mapping[str, FactValue]:
        """Project facts by key out of a request."""

    def export_breakdown(
        self, ws: Workspace, script: Script, path: Path, lang: str, ranking: Ranking | None = None
    ) -> Job[Path]:
        """Write the breakdown as .xlsx, .csv or .uss."""

    def question_key(self, warning: ScriptWarning, script: Script) -> str:
        """The key under which the answer to ``warning`` is kept; empty when it asks nothing."""

    def settle(self, script: Script, key: str) -> Script:
        """A question is answered and not asked again."""

    def rename_set(self, script: Script, set_id: str, name: str) -> Script:
        """Call a set otherwise."""

    def split_set(self, script: Script, set_id: str, scenes: Sequence[str]) -> Script:
        """Take scenes out of a set into one of their own."""

    def change_scene(
        self,
        script: Script,
        scene_id: str,
        vocabulary: Vocabulary | None = None,
        **changes: Unpack[SceneFields],
    ) -> Script:
        """Correct a scene; with a ``vocabulary`` a new place is read again."""

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

    def save_project(self, ws: Workspace, project: Project) -> str:
        """Keep the project; the name it is kept under, another beside a second window."""

    def load_project(self, ws: Workspace) -> Project | None:
        """The last project kept."""

    def export_map(
        self, ws: Workspace, ranking: Ranking, script: Script, path: Path, lang: str
    ) -> Job[Path]:
        """Write the map as one HTML file."""

    def export_ranking(
        self,
        ws: Workspace,
        ranking: Ranking,
        script: Script,
        path: Path,
        lang: str,
        defence: Defence | None = None,
    ) -> Job[Path]:
        """Write the ranking as XLSX; with a ``defence`` also how firm it is."""

    def account(
        self,
        ws: Workspace,
        ranking: Ranking,
        script: Script,
        facts: ProjectFacts,
        city: str,
        site_id: str | None = None,
        *,
        evidence: Evidence = ...,
    ) -> Job[Account]:
        """All about money for a city as ranked, or for one site of it."""

    def compare(
        self,
        ws: Workspace,
        script: Script,
        facts: ProjectFacts,
        cities: Sequence[str],
        *,
        evidence: Evidence = ...,
        wishes: Wishes = ...,
    ) -> Job[tuple[Account, ...]]:
        """Up to six cities side by side."""

    def export_accounts(
        self, ws: Workspace, accounts: Sequence[Account], path: Path, lang: str
    ) -> Job[Path]:
        """Write accounts as XLSX."""

    def policy_book(self, ws: Workspace) -> PolicyBook:
        """All policies, the user's own in place of those that ship."""

    def save_policy(
        self, ws: Workspace, policy: Policy, who: str, today: date | None = None
    ) -> Policy:
        """Keep the user's own version of a policy."""

    def drop_policy(self, ws: Workspace, policy_id: str) -> None:
        """The user's version goes; what ships stands again."""

    def try_policy(self, ws: Workspace, policy: Policy, facts: ProjectFacts) -> PolicyResult:
        """Judge a policy that is not kept, where it holds."""

    def rework(self, ws: Workspace, policy: Policy) -> tuple[ExampleResult, ...]:
        """Work the examples of a policy out again."""

    def read_parcel(self, ws: Workspace, path: Path) -> Job[PolicyParcel]:
        """Read a policy file and compare it with what stands."""

    def take_parcel(
        self,
        ws: Workspace,
        parcel: PolicyParcel,
        ids: Collection[str],
        who: str,
        today: date | None = None,
    ) -> None:
        """Take policies of a parcel."""

    def export_policies(self, ws: Workspace, ids: Sequence[str], path: Path) -> Job[Path]:
        """Write policies as one file."""

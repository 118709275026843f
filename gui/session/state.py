"""What the window knows, as one frozen value, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path

from geo.errors import KnownError
from geo.model import (
    Account,
    Alike,
    Alternative,
    BaseMap,
    ClaimVerdict,
    Defence,
    Division,
    DraftChanges,
    Evidence,
    ExampleResult,
    FactField,
    Found,
    Insisted,
    OwnLine,
    OwnRate,
    Parameter,
    PlanChanges,
    Planned,
    PlanProgress,
    Policy,
    PolicyBook,
    PolicyParcel,
    PolicyResult,
    PressClaim,
    ProjectFacts,
    Ranking,
    Reason,
    Refused,
    Sample,
    Scalar,
    Script,
    SetChoice,
    ShootPlan,
    Site,
    Tag,
    Understood,
    Vocabulary,
    Weights,
    Wishes,
)
from geo.model.hosting import (
    Demand,
    Enquiry,
    Gained,
    Health,
    PolicyEffect,
    ReverseMatch,
    VisitRoute,
    Watch,
    WatchVerdict,
)
from geo.model.pitch import BasePack, BureauCard, Compared, Pitch, PitchWishes, SiteFile
from geo.phrases import Phrases
from geo.progress import Step
from gui.session.field_state import FieldState
from gui.session.listed import Listed


@dataclass(frozen=True, slots=True)
class Selection:
    """What is pointed at: ids of a site, a city (by name), a scene, a set; a line by number."""

    site: str | None = None
    city: str | None = None
    scene: str | None = None
    script_set: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A script read from ``path`` and not yet imported.

    ``changes`` against the present script, None where there is none to compare with; ``as_draft``:
    importing makes it the next draft of the present script (else a new project); ``seconds`` that
    the reading took.
    """

    script: Script
    path: Path
    changes: DraftChanges | None = None
    as_draft: bool = False
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What a re-tag not yet made would do: ``more`` scenes than now, fewer when negative."""

    numbers: tuple[int, ...]
    tag: Tag
    more: int


@dataclass(frozen=True, slots=True)
class PolicyTrial:
    """What a policy as typed comes to for the project and for its worked examples.

    ``refused`` says why it cannot be worked out at all.
    """

    policy: Policy
    result: PolicyResult | None
    examples: tuple[ExampleResult, ...] = ()
    refused: KnownError | None = None


@dataclass(frozen=True, slots=True)
class Busy:
    """A request under way: its kind, its latest step, and when it began (monotonic seconds)."""

    kind: str
    step: Step
    since: float


@dataclass(frozen=True, slots=True)
class Note:
    """One piece of news for a message strip: an error with its code, or news by code.

    ``about`` is the kind of request it belongs to; ``level`` is err, warn, info or ok.
    """

    key: int
    level: str
    about: str
    code: str
    values: Mapping[str, Scalar] = field(default_factory=dict)
    path: Path | None = None
    error: KnownError | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Wider:
    """What a search that found nothing finds without one ``part``: how many for which query."""

    part: Understood
    query: str
    count: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A press claim, and what its check said."""

    claim: PressClaim
    verdict: ClaimVerdict


@dataclass(frozen=True, slots=True)
class State:
    """Everything the pages draw. Replaced as a whole, never changed in place.

    ``rested`` is the ranking as it was when the sliders last came to rest: what is slow to draw
    follows it, so that ``ranking`` can follow the finger. ``plan`` is laid from
    ``planned.arrangement``; ``plan_trial`` what a drag not yet let go would make of it;
    ``plan_stale``: wishes have changed since it was worked out. ``pitch_pages`` are pictures (PNG)
    of the pages of ``pitch`` as they will be written, in ``pitch_shape``: paper or phone;
    ``pitch_beside``: what is compared on screen, the places of others among it.
    """

    ready: bool = False
    language: str = "zh"
    phrases: Phrases | None = None
    vocabulary: Vocabulary | None = None
    fields: tuple[FactField, ...] = ()
    divisions: tuple[Division, ...] = ()
    samples: tuple[Sample, ...] = ()
    basemap: BaseMap | None = None
    sites: Listed = field(default_factory=Listed)
    catalogue_date: str | None = None
    name: str = ""
    script: Script | None = None
    preview: Preview | None = None
    trial: Trial | None = None
    facts: ProjectFacts = field(default_factory=ProjectFacts)
    weights: Weights = field(default_factory=dict)
    presets: Mapping[str, Weights] = field(default_factory=dict)
    home_cities: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    workplace: str | None = None
    wishes: Wishes = field(default_factory=Wishes)
    near: bool = False
    ranking: Ranking | None = None
    rested: Ranking | None = None
    defence: Defence | None = None
    found: Found | None = None
    wider: tuple[Wider, ...] = ()
    only: Found | None = None
    alike: tuple[Alike, ...] = ()
    alike_of: str | None = None
    rank_seconds: float | None = None
    account: Account | None = None
    accounts: tuple[Account, ...] = ()
    compared: tuple[str, ...] = ()
    money_city: str | None = None
    whole_city: bool = False
    selection: Selection = field(default_factory=Selection)
    busy: tuple[Busy, ...] = ()
    notes: tuple[Note, ...] = ()
    evidence: Evidence = field(default_factory=Evidence)
    own_lines: tuple[OwnLine, ...] = ()
    own_rates: tuple[OwnRate, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    own_refused: tuple[Refused, ...] = ()
    roads: int = 0
    checked: Checked | None = None
    planned: Planned = field(default_factory=Planned)
    plan: ShootPlan | None = None
    plan_progress: PlanProgress | None = None
    plan_trial: ShootPlan | None = None
    plan_stale: bool = False
    plan_changes: PlanChanges | None = None
    alternatives: tuple[Alternative, ...] = ()
    choice: SetChoice | None = None
    insisted: Insisted | None = None
    pitch_wishes: PitchWishes = field(default_factory=PitchWishes)
    pitch: Pitch | None = None
    pitch_pages: tuple[bytes, ...] = ()
    pitch_shape: str = "paper"
    pitch_beside: tuple[Compared, ...] = ()
    site_files: Mapping[str, SiteFile] = field(default_factory=dict)
    card: BureauCard = field(default_factory=BureauCard)
    base_packs: tuple[BasePack, ...] = ()
    demand: Demand | None = None
    reverse: ReverseMatch | None = None
    gained: tuple[Gained, ...] = ()
    policy_effect: PolicyEffect | None = None
    health: Health | None = None
    enquiries: tuple[Enquiry, ...] = ()
    watches: tuple[Watch, ...] = ()
    watch_verdicts: Mapping[str, WatchVerdict] = field(default_factory=dict)
    visit: VisitRoute | None = None
    outdoors: FieldState = field(default_factory=FieldState)
    saved_at: datetime | None = None
    can_undo: bool = False
    can_redo: bool = False
    book: PolicyBook | None = None
    policy_trial: PolicyTrial | None = None
    parcel: PolicyParcel | None = None
    can_undo_policy: bool = False

    @property
    def shown(self) -> Script | None:
        """The script that the script page shows: the one being previewed, else the project's."""
        return self.script if self.preview is None else self.preview.script

    def is_busy(self, kind: str) -> bool:
        """Whether a request of ``kind`` is under way."""
        return any(one.kind == kind for one in self.busy)

    def site(self, site_id: str | None) -> Site | None:
        """The site with that id, if the catalogue holds it."""
        return None if site_id is None else self.sites.by_id.get(site_id)


# touch these for anything drawn from State.shown
SHOWN = ("script", "preview")
_FIELDS = frozenset(part.name for part in fields(State))
OFFERS = "offers"
PARTS = _FIELDS | {OFFERS}


@dataclass(frozen=True, slots=True)
class Changes:
    """The names of the parts of the state that were replaced.

    ``OFFERS``: the ranking is of other sites or figures, not just in another order.
    """

    parts: frozenset[str]

    def touch(self, *names: str) -> bool:
        """Whether any of ``names`` changed; a name that is no part is a bug and raises."""
        wrong = set(names) - PARTS
        if wrong:
            raise KeyError(*wrong)
        return not self.parts.isdisjoint(names)


EVERYTHING = Changes(PARTS)


def difference(old: State, new: State) -> Changes:
    """Which parts of ``new`` are other objects, or other values, than in ``old``."""
    parts = {name for name in _FIELDS if getattr(old, name) is not getattr(new, name)}
    if not same_offers(old.ranking, new.ranking):
        parts.add(OFFERS)
    return Changes(frozenset(parts))


def same_offers(one: Ranking | None, other: Ranking | None) -> bool:
    """Whether two rankings differ in their order alone, if at all."""
    if one is None or other is None:
        return one is other
    return one.columns is other.columns

"""What a bureau asks of its own places: who could use them, what would win more, what came of it.

Money is in CNY; scenes and crews are counts over a demand corpus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from geo.model.figures import Range, Reason
from geo.model.policies import Policy
from geo.model.script import Script


@dataclass(frozen=True, slots=True)
class Ours:
    """The area a bureau answers for: a city, or one of its districts."""

    city: str
    district: str = ""


class Origin(StrEnum):
    """Where a title of the corpus is from; ``MIX`` is made up from the genre mix."""

    SAMPLE = "sample"
    OPENED = "opened"
    MIX = "mix"


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of title the corpus assumes: its share, its scenes, and why we assume that.

    ``share`` 0 to 1 of all titles; ``scenes`` how many a title has; ``needs`` share of scenes by
    scene type; ``night`` share of scenes by night; ``era`` when they play (empty: as is typical of
    the scene type); ``why`` by language.
    """

    code: str
    zh: str
    en: str
    share: float
    scenes: int
    needs: Mapping[str, float]
    night: float = 0.3
    why: Mapping[str, str] = field(default_factory=dict)
    era: str = ""


@dataclass(frozen=True, slots=True)
class DemandTitle:
    """A title that wants places. ``weight``: how many titles it stands for.

    ``title_en``: what a made-up title is called in English; empty where it has no other name.
    """

    id: str
    title: str
    origin: Origin
    script: Script
    weight: float = 1.0
    genre: str = ""
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """The corpus: titles, and the genres the made-up ones come from (``own``: edited).

    ``dropped``: ids of those left out, ``left_out`` the same as titles.
    """

    titles: tuple[DemandTitle, ...]
    genres: tuple[Genre, ...] = ()
    own: bool = False
    dropped: tuple[str, ...] = ()
    left_out: tuple[DemandTitle, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedServed:
    """A scene type over the corpus: scenes that ask for it, what our places serve, where we win.

    ``scenes`` weighted count; ``served`` and ``won`` shares of it (0 to 1), won <= served. A scene
    is won where the best of our places fits it at least as well as any rival's. ``rival``: the
    city that wins most of what we do not; ``because`` says why.
    """

    scene_type: str
    scenes: float
    served: float
    won: float
    rival: str = ""
    rival_share: float = 0.0
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteUse:
    """How much one of our places is wanted: weighted scenes, titles, and for what it is best."""

    site_id: str
    scenes: float
    titles: int
    best_for: tuple[str, ...] = ()
    only_here: float = 0.0


@dataclass(frozen=True, slots=True)
class TitleWon:
    """One title, and whether our city comes first for it.

    ``first`` is the share of weightings under which it does (0 to 1), ``rank`` its place under
    the weights as they are, 1 the first.
    """

    id: str
    title: str
    origin: Origin
    genre: str
    scenes: int
    served: float
    first: float
    rank: int | None
    rival: str = ""
    because: tuple[Reason, ...] = ()
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class ReverseMatch:
    """Which of our sites serve which needs, over a corpus.

    ``served`` and ``won`` shares of all scenes (0 to 1); ``crews``: titles (weighted) for which
    we come first: low and high over weightings.
    """

    ours: Ours
    scenes: float
    served: float
    won: float
    crews: Range
    needs: tuple[NeedServed, ...]
    sites: tuple[SiteUse, ...]
    titles: tuple[TitleWon, ...]
    reasons: tuple[Reason, ...] = ()


class ImprovementKind(StrEnum):
    """A change a bureau could make."""

    ADD_SET = "add_set"
    REBATE = "rebate"
    OPEN_NIGHT = "open_night"
    PUBLISH_RATE = "publish_rate"
    OPEN_INSIDE = "open_inside"
    ROAD = "road"


@dataclass(frozen=True, slots=True)
class Improvement:
    """A change, and what it costs (unknown where nobody can say; ``yearly``: each year).

    ``scene_type`` of a set or of rooms opened; ``rate`` CNY a day; ``share`` (0 to 1), ``cap``
    (CNY) and ``days`` (least local days) of a rebate; ``km`` by which a road shortens the way.
    """

    kind: ImprovementKind
    site_id: str = ""
    scene_type: str = ""
    rate: float | None = None
    share: float | None = None
    cap: float | None = None
    days: int | None = None
    km: float | None = None
    cost: Range | None = None
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Gained:
    """What an improvement would win over the corpus, from the same engines run again.

    ``scenes`` more won (weighted), ``crews`` more titles led, each low, mid, high over
    weightings; ``per_crew`` CNY for each crew more (unknown where cost is, or none is won).
    ``fair``: the text must go through fair-competition review first. ``because`` tells the titles
    that turn, and why the others do not.
    """

    improvement: Improvement
    scenes: Range
    crews: Range
    per_crew: Range
    because: tuple[Reason, ...] = ()
    fair: bool = False
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyEffect:
    """A subsidy as typed, over the corpus: crews it wins, what it costs, when it pays.

    ``crews`` more than now; ``already``: titles that would come anyhow and be paid too; ``budget``
    CNY over the corpus; ``visits`` of the crews won under the weights as they are, at the 10th,
    50th, 90th percentile; ``pays``: local takings per visit (CNY) at which they cover the budget
    (low is the luckiest); unknown where nothing is won. ``spending``: what the crews won leave in
    the city, over weightings.
    """

    policy: Policy
    crews: Range
    already: float
    budget: Range
    spending: Range
    visits: Range
    pays: Range
    reasons: tuple[Reason, ...] = ()
    titles: tuple[str, ...] = ()


class HealthKind(StrEnum):
    """What is wrong with a record."""

    NO_PRICE = "no_price"
    NO_PHOTO = "no_photo"
    NO_CONTACT = "no_contact"
    INSIDE_UNKNOWN = "inside_unknown"
    POSITION = "position"
    STALE = "stale"
    CONTRADICTION = "contradiction"
    DUPLICATE = "duplicate"
    NO_SOURCE = "no_source"
    NO_HOURS = "no_hours"


@dataclass(frozen=True, slots=True)
class HealthIssue:
    """One thing to mend. ``scenes``: weighted scenes of the corpus that hang on the record.

    ``value``: chance (0 to 1) that knowing it changes which place comes first, mean over the
    corpus; None where it was not worked out. ``other``: the record it contradicts or doubles.
    """

    kind: HealthKind
    site_id: str
    what: Reason
    scenes: float = 0.0
    value: float | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """The state of an area's records: how complete by field (share of sites, 0 to 1), issues.

    ``issues`` are in the order in which to gather; ``oldest`` is the date of the newest source of
    the record that was looked after least lately. ``reasons`` say what values were worked out over.
    """

    ours: Ours
    sites: int
    complete: Mapping[str, float]
    issues: tuple[HealthIssue, ...]
    oldest: str = ""
    reasons: tuple[Reason, ...] = ()


class EnquiryStatus(StrEnum):
    """How far a crew has come."""

    ASKED = "asked"
    ANSWERED = "answered"
    VISITED = "visited"
    LANDED = "landed"
    LOST = "lost"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One line of the crew ledger (协拍台账). Empty or None: not known, never 0.

    ``why``: why it landed or was lost; ``rival``: where it went instead. ``spend`` local spending
    as evidenced or told (``spend_basis``: quoted, measured ...).
    """

    id: str
    title: str
    received: date | None = None
    company: str = ""
    contact: str = ""
    phone: str = ""
    accompanied: str = ""
    answered: date | None = None
    answer: str = ""
    status: EnquiryStatus = EnquiryStatus.ASKED
    why: str = ""
    rival: str = ""
    sites: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    people: int | None = None
    bed_nights: float | None = None
    work_days: float | None = None
    spend: float | None = None
    spend_basis: str = ""
    release: date | None = None
    platform: str = ""
    note: str = ""
    retired: bool = False


class LetterTo(StrEnum):
    """The office a 协拍函 goes to."""

    POLICE = "police"
    TRAFFIC = "traffic"
    HERITAGE = "heritage"


@dataclass(frozen=True, slots=True)
class Month:
    """Visitors of the place and of a control in one month ("2026-03"); None: nobody counted."""

    month: str
    place: float | None
    control: float | None


@dataclass(frozen=True, slots=True)
class Watch:
    """The months before and after a release; ``released`` as "2026-03"."""

    id: str
    title: str
    site_id: str
    control: str
    released: str
    months: tuple[Month, ...] = ()
    source: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class WatchVerdict:
    """What the months say: growth of the place beside the control, with what chance may do.

    ``effect`` relative to the control (0.1 is a tenth more), 10/50/90%; ``noise``: True where a
    difference as large is nothing unusual before the release; None: too few months to say.
    ``usual``: how large differences were before the release (90% of them lie within).
    """

    effect: Range
    noise: bool | None
    usual: Range
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitStop:
    """A stop of a visitors' route; minutes from midnight; ``ticket`` unknown is not free."""

    site_id: str
    arrive: int
    leave: int
    ticket: Range
    scenes: tuple[str, ...] = ()
    notes: tuple[Reason, ...] = ()
    km: float | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class VisitDay:
    """A day of the route in one city: its stops in order."""

    day: int
    city: str
    city_en: str
    stops: tuple[VisitStop, ...]
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitRoute:
    """跟着剧去旅行: the shooting places of a title as an itinerary."""

    title: str
    days: tuple[VisitDay, ...]
    tickets: Range
    km: float | None
    reasons: tuple[Reason, ...] = ()
    left_out: tuple[Reason, ...] = ()

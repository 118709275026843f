"""What a place costs, what comes back, what it gains, and what would change that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from geo.model.facts import FactValue
from geo.model.figures import Line, Range, Reason, Source


@dataclass(frozen=True, slots=True)
class Cost:
    """Gross cost of one shooting day, and of the days that ``scenes`` scenes take.

    Ends of a sum are the 10%, 50% and 90% points of a simulation, not the ends added. ``ranked`` is
    the figure the score uses: the priced lines at mid plus the stated charge for each unpriced
    venue (a rule of the ranking, not a price). ``per_day`` and ``total`` have no mid and high while
    the venue is unpriced; ``priced`` and ``priced_total`` are then what is known without it, for
    showing. ``held``: money tied up and given back (deposits), never part of a sum.
    """

    per_day: Range
    total: Range
    days: Range
    lines: tuple[Line, ...]
    ranked: float
    priced: Range
    priced_total: Range
    reasons: tuple[Reason, ...] = ()
    held: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line that crews pay and no table holds: how it is charged, and its words.

    ``per``: project, day, person_day, vehicle_day, site, venue_day (days of rent without
    shooting) or percent (``of`` names the lines it is a share of; 6 means 6%). ``facts`` are ids of
    published facts that show the order of size and are no price of this line.
    """

    code: str
    per: str
    zh: str
    en: str
    of: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnRate:
    """What the user is used to pay (我的行价) for an own line: value in its unit, who, when."""

    code: str
    value: float
    who: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """One condition judged: ``truth`` None = not known. ``group`` is shared by alternatives."""

    fact: str
    op: str
    value: FactValue | tuple[float, float]
    have: FactValue | None
    truth: bool | None
    group: int | None = None
    note: str | None = None
    note_zh: str | None = None


@dataclass(frozen=True, slots=True)
class PayDate:
    """Between which days money may come; None where nobody can say. ``reasons`` say from what."""

    earliest: date | None
    latest: date | None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyResult:
    """One policy judged against the project: money it may give, conditions met, failed, open.

    ``expected`` holds ``certain`` and the rest times its chance, so certain <= expected <= ceiling;
    None: the award hangs on a chance nobody has published, or on open conditions. ``counts``:
    it can reach this crew here and now. ``chosen``: it is in the best lawful combination; None:
    only if awards whose texts are silent add up.
    """

    policy_id: str
    title: str
    type: str
    region: str
    status: str
    certain: float
    expected: float | None
    ceiling: float | None
    met: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = ()
    title_en: str = ""
    issuer: str = ""
    payee: str = ""
    gate: str | None = None
    chance: float | None = None
    counts: bool = False
    chosen: bool | None = None
    conditions: tuple[ConditionResult, ...] = ()
    paid: PayDate | None = None
    in_kind: str | None = None
    own: bool = False
    in_kind_zh: str | None = None


@dataclass(frozen=True, slots=True)
class Combination:
    """The best lawful set of awards under one reading of the stacking rules (CNY).

    ``certain``, ``expected`` (certain money and the rest times its known chance) and ``ceiling``
    are each the most that one lawful set gives: awards exclude payment, not applying. ``chosen``
    is the set with the most expected, then certain money, then ceiling. ``left_out``: id of an
    award not taken, and why. ``ceiling`` None while one is unknown.
    """

    chosen: tuple[str, ...]
    certain: float
    expected: float
    ceiling: float | None
    left_out: tuple[tuple[str, Reason], ...] = ()


@dataclass(frozen=True, slots=True)
class Subsidy:
    """Money back for the whole project; ``counted`` (certain + gated x probability) is scored.

    ``expected`` is ``counted`` where any chance is known, else None: certain <= expected <=
    ceiling. Where texts are silent on stacking, ``summed`` and ``highest`` are both given; certain
    and expected follow the lower, the ceiling the higher of the two.
    """

    amount: Range
    counted: float
    ceiling: float | None
    policies: tuple[PolicyResult, ...] = ()
    reasons: tuple[Reason, ...] = ()
    certain: float = 0.0
    expected: float | None = None
    summed: Combination | None = None
    highest: Combination | None = None
    paid: PayDate | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Which review tier the work falls in (key, ordinary, other), who reviews, how long it takes.

    ``tier`` None while the investment or the theme is not known; ``possible`` are then the tiers
    left open. ``lead_days`` is calendar days, unknown where no figure was published for the place.
    """

    tier: str | None
    possible: tuple[str, ...]
    filing_by: str
    lead_days: Range
    reasons: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class FactChange:
    """A project fact that would have to be otherwise."""

    fact: str
    old: FactValue | None
    new: FactValue


@dataclass(frozen=True, slots=True)
class Unlock:
    """The smallest real change that reaches the next money, with its own cost beside the gain.

    ``gain``: certain, expected or ceiling money more (CNY; ``kind`` says which); ``cost`` what the
    change costs (unknown where nobody can price it). ``verdict``: worth, ask, depends, not_worth.
    ``warnings``: fraud risk of a first producer in name only, a longer review ...
    """

    id: str
    policy_ids: tuple[str, ...]
    city: str
    changes: tuple[FactChange, ...]
    kind: str
    gain: Range
    cost: Range
    verdict: str
    lead_days: Range | None = None
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask by phone: about a fact, a cost line or a policy; what hangs on it; whom.

    ``kind``: fact, line or policy; ``key`` names it. ``effect``: CNY between the best and the worst
    answer, unknown where that cannot be told.
    """

    kind: str
    key: str
    effect: Range
    whom: str
    reasons: tuple[Reason, ...] = ()
    policy_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Takings:
    """What the site itself takes, and jobs: never added to visits or revenue of the city.

    ``jobs`` full-time equivalents direct, of the shoot itself; ``jobs_nation`` with the national
    indirect factor, never local; ``jobs_local`` where the user said the local share.
    """

    site: Range
    jobs: Range
    jobs_nation: Range
    jobs_local: Range


@dataclass(frozen=True, slots=True)
class Comparable:
    """A past case like this place and title: growth of the place, of its market, how chosen.

    Growths are fractions; ``relative`` is (1 + growth) / (1 + market) - 1. ``title`` and ``place``
    are Chinese or as the work has them; ``title_en`` and ``place_en`` where there are such names.
    """

    id: str
    title: str
    place: str
    year: str
    scale: str
    kind: str
    growth: float
    market: float
    relative: float
    success: bool
    reasons: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = ()
    title_en: str | None = None
    place_en: str | None = None


@dataclass(frozen=True, slots=True)
class Uplift:
    """What the place gains, three numbers never summed. ``visits`` is 10/50/90% in 12 months.

    ``quarters``: the same visits by quarter after release (10/50/90% each). ``capped``: which cap
    bound more than one draw in a hundred: plausible, capacity or "".
    """

    visits: Range
    city_revenue: Range
    crew_spending: Range
    mean_visits: float | None
    reasons: tuple[Reason, ...] = ()
    takings: Takings | None = None
    quarters: tuple[Range, ...] = ()
    exceeds_crew: float | None = None
    capped: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of the uplift model: value or values by name, where from, how strong.

    ``strength``: good, fair, weak or assumption. ``told_by``: set where the user changed it.
    """

    key: str
    values: Mapping[str, float]
    unit: str
    strength: str
    sources: tuple[Source, ...] = ()
    why: Mapping[str, str] = field(default_factory=dict)
    told_by: str = ""
    told_on: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Everything about money for one city, or one site of it, and one project.

    ``net_*``: gross cost less certain, expected and ceiling money (CNY); unknown where either is.
    """

    city: str
    site_id: str | None
    cost: Cost
    subsidy: Subsidy
    uplift: Uplift
    net_certain: Range
    net_expected: Range
    net_ceiling: Range
    review: Review
    unlocks: tuple[Unlock, ...] = ()
    questions: tuple[Question, ...] = ()
    comparables: tuple[Comparable, ...] = ()
    reasons: tuple[Reason, ...] = ()
    city_en: str = ""
    site_zh: str = ""
    site_en: str = ""


@dataclass(frozen=True, slots=True)
class Voucher:
    """One bill: cost line, vendor, whose name stands on the invoice, how it was paid (CNY).

    ``city``: where the money was spent. It counts as evidenced local spend only with an invoice
    title and a proof of payment.
    """

    id: str
    line: str
    vendor: str
    city: str
    amount: float
    date: date | None = None
    invoice_title: str = ""
    proof: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimStep:
    """One paper of a claim: who gets it, by when; ``usual``: not from the text but good practice.

    ``key`` names the step within its policy; ``due`` None where no date can be told.
    """

    key: str
    what: Mapping[str, str]
    who: str
    due: date | None = None
    usual: bool = False
    done: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """What one award needs: its steps, and the spend that is evidenced so far (CNY)."""

    policy_id: str
    title: str
    city: str
    issuer: str
    steps: tuple[ClaimStep, ...]
    evidenced: float
    spent: float
    ceiling: float | None
    reasons: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the project keeps for its claims: bills, steps done (policy id, step key)."""

    vouchers: tuple[Voucher, ...] = ()
    done: frozenset[tuple[str, str]] = frozenset()

"""Policies as data: where one holds, whom it pays, on which conditions, how much.

Free text stands in English and, under the same name with ``_zh``, in Chinese; None = not written in
that language. ``in_language`` picks what to show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from geo.model.facts import FactValue, ProjectFacts
from geo.model.figures import Source


@dataclass(frozen=True, slots=True)
class Region:
    """Where a policy holds; None at the lower levels means the whole of the upper one."""

    province: str | None = None
    city: str | None = None
    district: str | None = None

    @property
    def levels(self) -> tuple[str | None, str | None, str | None]:
        """Province, city, district."""
        return (self.province, self.city, self.district)

    @property
    def name(self) -> str:
        """The lowest named level, empty for the nation."""
        return next((each for each in reversed(self.levels) if each), "")


@dataclass(frozen=True, slots=True)
class FactType:
    """Type of a project fact: ``kind``, unit code, and the operators a condition may use on it.

    ``scope`` says where it holds (registered, shoot or anywhere); ``levels`` are its words, in
    order for a ``level``; ``group`` is where a form asks for it.
    """

    kind: str
    scope: str | None = None
    levels: tuple[str, ...] = ()
    unit: str = ""
    operators: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """``fact op value``; op is ==, >, >=, <, <=, between or in."""

    fact: str
    op: str
    value: FactValue | tuple[float, float]
    note: str | None = None
    note_zh: str | None = None


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the conditions."""

    options: tuple[Condition, ...]


Rule: TypeAlias = Condition | AnyOf


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier: reached when the key equals, exceeds or is at least the given value (CNY)."""

    cny: float
    is_upper_bound: bool | None = None
    equals: str | None = None
    above: float | None = None
    at_least: float | None = None
    note: str | None = None
    note_zh: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sum of parts: its own amount and its own conditions (none: always).

    ``name`` may be empty where ``name_zh`` is not.
    """

    name: str
    amount: Amount
    conditions: tuple[Rule, ...] = ()
    name_zh: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: ``mode`` names the shape, the other fields are read as that shape needs them.

    Modes: fixed, per_unit, rate_of_base, tiered, sum_of_parts, uplift (``rate`` of the award
    ``of``), match (the award ``of`` again, or the fact ``base``), in_kind, ceiling. ``cap_fact``
    caps by another quantity times ``cap_rate``; ``floor`` is the least that is paid once anything
    is. ``bonus_rate`` comes on top while ``bonus_if`` holds. Money in CNY, rates as fractions.
    """

    mode: str
    is_upper_bound: bool
    cap: float | None = None
    cap_scope: str | None = None
    cap_fact: str | None = None
    cap_rate: float = 1.0
    floor: float | None = None
    sum: float | None = None
    unit: str | None = None
    unit_fact: str | None = None
    unit_size: float = 1.0
    per_unit: float = 0.0
    base: str | None = None
    base_else: str | None = None
    base_heads: tuple[str, ...] = ()
    rate: float = 0.0
    of: str | None = None
    tier_key: str | None = None
    tiers: tuple[Tier, ...] = ()
    parts: tuple[Part, ...] = ()
    bonus_if: Condition | None = None
    bonus_rate: float = 0.0
    in_kind: str | None = None
    note: str | None = None
    in_kind_zh: str | None = None
    note_zh: str | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """What limits all applicants together: money a year, number of works, how it is shared out.

    ``share``: pro_rata (cut evenly when over-subscribed), first_come, ranked or None (not said).
    ``total``: money of the whole scheme, over no stated year. ``at_least``: the money may be more.
    ``period``: for what time pool and works are told, as the text says.
    """

    pool: float | None = None
    works: int | None = None
    share: str | None = None
    note: str | None = None
    total: float | None = None
    at_least: bool = False
    period: str | None = None
    note_zh: str | None = None
    period_zh: str | None = None


@dataclass(frozen=True, slots=True)
class Stacking:
    """Whether the award goes together with others.

    ``rule``: silent (the text does not say), alternative, highest_only, adds, adds_to_cap.
    ``alternatives``: ids of which only one is paid. ``within``: ids a highest_only looks at (empty:
    every award of the same place and the levels above). ``umbrella``: id whose cap holds this one.
    ``upgrade``: a later, higher award pays only the difference to one received before.
    """

    rule: str = "silent"
    alternatives: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    umbrella: str | None = None
    upgrade: bool = False
    note: str | None = None
    note_zh: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """How to claim: papers, when (as the text says), months between claim and money, if seen."""

    docs: str | None = None
    timing: str | None = None
    after: str | None = None
    lag_months: tuple[float, float] | None = None
    lag_note: str | None = None
    docs_zh: str | None = None
    timing_zh: str | None = None
    lag_note_zh: str | None = None


@dataclass(frozen=True, slots=True)
class SeenPayment:
    """A payment that was reported: who got how much (CNY), on which day."""

    payee: str
    cny: float
    paid: date
    note: str | None = None
    note_zh: str | None = None


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A project and what the award must come to, worked by hand; recomputed whenever it is shown.

    ``certain``, ``ceiling`` in CNY; None = nobody can say.
    """

    name: str
    facts: ProjectFacts
    certain: float
    ceiling: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """A worked example recomputed: what the award comes to now (CNY), and whether that agrees."""

    example: WorkedExample
    certain: float
    ceiling: float | None
    agrees: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """One item of one policy text, with all that was seen of it.

    ``after`` of its claim rules names the fact (a date) from which the lag counts. ``own``: told by
    the user of this computer (``told_by``, ``told_on``), in place of or beside what ships.
    ``selection``: works that applied and works chosen, in a round that was seen.
    """

    id: str
    title_zh: str
    title_en: str
    region: Region
    issuer: str
    issued: str | None
    valid_from: date | None
    valid_to: date | None
    status: str
    micro_drama_specific: bool
    type: str
    payee: str
    reaches_crew: bool
    who: str
    who_zh: str
    local_registration: str
    conditions: tuple[Rule, ...]
    gate: str | None
    selection_rate: float | None
    amount: Amount | None
    computable: str
    stacking: Stacking
    listed_only: bool
    claim: ClaimRules
    clawback: str | None
    confidence: str
    notes: str | None
    sources: tuple[Source, ...]
    budget: Budget = field(default_factory=Budget)
    examples: tuple[WorkedExample, ...] = ()
    own: bool = False
    told_by: str = ""
    told_on: str = ""
    selection: tuple[int, int] | None = None
    payments: tuple[SeenPayment, ...] = ()
    issued_zh: str | None = None
    clawback_zh: str | None = None
    notes_zh: str | None = None


def bare_policy(policy_id: str, region: Region, *, conditions: tuple[Rule, ...] = ()) -> Policy:
    """A reward to producers in a region: no sum, no source, no date is told of it."""
    return Policy(
        id=policy_id,
        title_zh="",
        title_en="",
        region=region,
        issuer="",
        issued=None,
        valid_from=None,
        valid_to=None,
        status="in_force",
        micro_drama_specific=True,
        type="production_rebate",
        payee="producer",
        reaches_crew=True,
        who="",
        who_zh="",
        local_registration="unknown",
        conditions=conditions,
        gate=None,
        selection_rate=None,
        amount=None,
        computable="none",
        stacking=Stacking(),
        listed_only=False,
        claim=ClaimRules(),
        clawback=None,
        confidence="medium",
        notes=None,
        sources=(),
    )

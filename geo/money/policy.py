"""What a policy is: where it holds, whom it pays, on which conditions, how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from geo.model import FactValue, Source
from geo.money.places import Region, applies


@dataclass(frozen=True, slots=True)
class FactType:
    """Type of a project fact; ``scope`` says where it holds (registered, shoot or anywhere)."""

    kind: str
    scope: str | None = None
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """``fact op value``; op is ==, >, >=, <, <=, between or in."""

    fact: str
    op: str
    value: FactValue | tuple[float, float]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the conditions."""

    options: tuple[Condition, ...]


Rule: TypeAlias = Condition | AnyOf


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier: reached when the key equals, exceeds or is at least the given value."""

    cny: float
    is_upper_bound: bool | None = None
    equals: str | None = None
    above: float | None = None
    at_least: float | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: ``mode`` names the shape, the other fields are read as that shape needs them."""

    mode: str
    is_upper_bound: bool
    cap: float | None = None
    cap_scope: str | None = None
    cap_fact: str | None = None
    sum: float | None = None
    unit_fact: str | None = None
    unit_size: float = 1.0
    per_unit: float = 0.0
    base: str | None = None
    base_else: str | None = None
    rate: float = 0.0
    tier_key: str | None = None
    tiers: tuple[Tier, ...] = ()
    parts: tuple[float | None, ...] = ()
    bonus_if: Condition | None = None
    bonus_rate: float = 0.0


@dataclass(frozen=True, slots=True)
class Policy:
    """One item of one policy text, with all that was seen of it."""

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
    stack: str
    alternative_to: tuple[str, ...]
    inside: str | None
    listed_only: bool
    stacking: str | None
    claim_docs: str | None
    claim_timing: str | None
    clawback: str | None
    confidence: str
    notes: str | None
    sources: tuple[Source, ...]
    budget: Mapping[str, str | float | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PolicyBook:
    """All policies in the order of the files, and the typed facts their conditions speak of.

    ``cities``: every city named by a policy, bare city -> bare province.
    """

    policies: tuple[Policy, ...]
    facts: Mapping[str, FactType]
    implies: Mapping[str, tuple[str, ...]]
    cities: Mapping[str, str]

    def of(self, place: Region) -> tuple[Policy, ...]:
        """Policies that reach ``place`` or a part of it."""
        return tuple(each for each in self.policies if applies(each.region, place) is not False)

"""All policies together: their words, the national rules, what was refused, what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from geo.model.figures import Reason, Source
from geo.model.policies import Condition, FactType, Policy, Region


@dataclass(frozen=True, slots=True)
class Refused:
    """One item of a policy file that was not taken: file, line (from 1), item, and why."""

    file: str
    line: int | None
    item: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class PolicyWords:
    """The closed vocabularies of the policy files, for a form.

    ``payees`` says which reach the crew's budget; ``implies``: a value also counts as others.
    """

    facts: Mapping[str, FactType]
    implies: Mapping[str, tuple[str, ...]]
    statuses: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    cap_scopes: tuple[str, ...] = ()
    stacks: tuple[str, ...] = ()
    confidences: tuple[str, ...] = ()
    payees: Mapping[str, bool] = field(default_factory=dict)
    modes: tuple[str, ...] = ()
    computables: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    registrations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewTier:
    """One tier of the national review: key, ordinary or other (``code``).

    A work falls in it when one of ``any_of`` and all of ``all_of`` hold. ``filing_level`` is the
    level that files it (platform, provincial, national); ``filing_by``, ``review_by`` as written.
    """

    code: str
    filing_level: str
    filing_by: str
    review_by: str
    any_of: tuple[Condition, ...] = ()
    all_of: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewRegime:
    """The tiers in force from one day to another, first match first."""

    id: str
    valid_from: date
    valid_to: date | None
    tiers: tuple[ReviewTier, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Calendar days a review was seen to take in a region (no province: anywhere).

    ``days`` best, typical and worst, None where not said; ``tiers`` it was said of. ``rough``: a
    rule of thumb or an old practice, never a published figure of a place.
    """

    id: str
    region: Region
    stage: str
    days: tuple[float | None, float | None, float | None]
    tiers: tuple[str, ...]
    rough: bool = False
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class PayLag:
    """Money of one policy came ``months`` after the end of the year that it was given for."""

    policy_id: str
    months: float


@dataclass(frozen=True, slots=True)
class National:
    """What holds in the whole country: review tiers, seen lead times, seen payment lags.

    ``themes``: those that bring a work into the key tier whatever it costs.
    """

    regimes: tuple[ReviewRegime, ...] = ()
    leads: tuple[LeadTime, ...] = ()
    lags: tuple[PayLag, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyBook:
    """All policies in the order of the files, their words, and what was refused.

    ``cities``: every city named by a policy, bare city -> bare province.
    """

    policies: tuple[Policy, ...]
    words: PolicyWords
    cities: Mapping[str, str]
    refused: tuple[Refused, ...] = ()
    national: National = field(default_factory=National)

    def get(self, policy_id: str) -> Policy | None:
        """The policy with that id."""
        return next((each for each in self.policies if each.id == policy_id), None)


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """One difference between two books: ``old`` None = new, ``new`` None = gone.

    ``fields``: field name, old words, new words, for showing.
    """

    policy_id: str
    old: Policy | None
    new: Policy | None
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyParcel:
    """A policy file read and not yet taken: what it would change, and what was refused."""

    file: str
    policies: tuple[Policy, ...]
    changes: tuple[PolicyChange, ...]
    refused: tuple[Refused, ...] = ()

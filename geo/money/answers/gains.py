"""What a change brings in money, and whether that is worth what it costs."""

from __future__ import annotations

from dataclasses import dataclass

from geo.model import Basis, PolicyResult, ProjectFacts, Range, Source, Subsidy, unknown
from geo.money.answers.case import Case, result_of

CNY = "CNY"
CERTAIN, EXPECTED, CEILING = "certain", "expected", "ceiling"
ORDER = ("worth", "depends", "ask", "not_worth")
LEAST = 0.01
# money that hangs on somebody else's judgement is never called worth a sure cost
HANGING = frozenset({"others_decide", "judged", "name_only"})


@dataclass(frozen=True, slots=True)
class Gain:
    """More money of one ``kind``; ``amount`` None: it opens a sum that nobody has published."""

    kind: str
    amount: float | None
    policy_ids: tuple[str, ...]

    def reaches(self, other: Gain) -> bool:
        """Whether this is as good as ``other``."""
        enough = (self.amount or 0.0) >= (other.amount or 0.0) - LEAST
        return self.kind == other.kind and enough

    def as_range(self, sources: tuple[Source, ...]) -> Range:
        """Certain money is exact; expected money may not come; a ceiling is only the most."""
        if self.amount is None:
            return unknown(CNY)
        method = f"method.gain_{self.kind}"
        low = self.amount if self.kind == CERTAIN else 0.0
        mid = None if self.kind == CEILING else self.amount
        high = None if self.kind == EXPECTED else self.amount
        basis = Basis.ESTIMATED if self.kind == EXPECTED else Basis.PUBLISHED
        return Range(low, mid, high, CNY, basis, sources, method)


def gain_of(case: Case, before: ProjectFacts, after: ProjectFacts, policy_id: str) -> Gain | None:
    """The difference of two judgements at one place: certain, else expected, else ceiling."""
    old, new = case.judged(before), case.judged(after)
    was, now = result_of(old, policy_id), result_of(new, policy_id)
    found = _between(old, new, was, now)
    if found is None:
        return None
    kind, amount = found
    if amount is None:
        return Gain(kind, None, (policy_id,))
    pairs = zip(new.policies, old.policies, strict=True)
    better = [one.policy_id for one, each in pairs if _better(one, each, kind)]
    return Gain(kind, amount, tuple(sorted(better, key=lambda each: each != policy_id)))


def _between(
    old: Subsidy, new: Subsidy, was: PolicyResult, now: PolicyResult
) -> tuple[str, float | None] | None:
    certain = round(new.certain - old.certain, 2)
    if certain >= LEAST:
        return CERTAIN, certain
    expected = round(new.counted - old.counted, 2)
    if expected >= LEAST:
        return EXPECTED, expected
    if now.ceiling is None:
        # it was barred and is open now, for a sum nobody knows
        return (CEILING, None) if was.ceiling == 0 else None
    if new.ceiling is not None and old.ceiling is not None:
        ceiling = round(new.ceiling - old.ceiling, 2)
    else:
        # the sum of all is unknown: this award alone
        ceiling = round(now.ceiling - (now.ceiling if was.ceiling is None else was.ceiling), 2)
    return (CEILING, ceiling) if ceiling >= LEAST else None


def _better(now: PolicyResult, was: PolicyResult, kind: str) -> bool:
    new, old = getattr(now, kind), getattr(was, kind)
    return (new or 0.0) > (old or 0.0) + LEAST / 2


def gain_alone(result: PolicyResult) -> Gain | None:
    """What one award brings where nothing else is counted: at a place one would have to go to."""
    own = (result.policy_id,)
    if result.certain >= LEAST:
        return Gain(CERTAIN, result.certain, own)
    if (result.expected or 0.0) >= LEAST:
        return Gain(EXPECTED, result.expected, own)
    if (result.ceiling or 0.0) >= LEAST:
        return Gain(CEILING, result.ceiling, own)
    return None


def verdict(gain: Range, cost: Range, warnings: frozenset[str] = frozenset()) -> str:
    """not_worth: costs at least what it can bring; ask: one of the two is unknown.

    worth: it surely brings more than it can cost, and nobody else has to agree; else depends.
    """
    if gain.high is not None and cost.low is not None and cost.low >= gain.high:
        return "not_worth"
    if cost.mid is None or cost.high is None or cost.beyond or not gain.known:
        return "ask"
    sure = gain.low is not None and gain.low > cost.high
    return "worth" if sure and not warnings & HANGING else "depends"

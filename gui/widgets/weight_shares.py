"""Four whole numbers that always sum to 100: moving one shares the rest in proportion."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from geo.model import CRITERIA, Criterion, Weights

WHOLE = 100
Shares = dict[Criterion, int]


def from_weights(weights: Weights) -> Shares:
    """Whole shares of ``weights`` (any positive scale); equal shares when all are 0."""
    raw = {one: max(0.0, float(weights.get(one, 0.0))) for one in CRITERIA}
    return _spread(WHOLE, raw)


def to_weights(shares: Mapping[Criterion, int]) -> dict[Criterion, float]:
    """Shares as fractions of 1."""
    return {one: shares[one] / WHOLE for one in CRITERIA}


def move(
    shares: Mapping[Criterion, int], locked: Collection[Criterion], one: Criterion, value: int
) -> Shares:
    """Set ``one`` to ``value`` as far as locks allow; the unlocked others share what is left.

    A locked criterion is not moved, nor is one whose companions are all locked.
    """
    others = [other for other in CRITERIA if other is not one and other not in locked]
    if one in locked or not others:
        return dict(shares)
    held = sum(shares[other] for other in CRITERIA if other in locked)
    value = min(max(value, 0), WHOLE - held)
    rest = _spread(WHOLE - held - value, {other: float(shares[other]) for other in others})
    return {**shares, **rest, one: value}


def _spread(total: int, raw: Mapping[Criterion, float]) -> Shares:
    """``total`` in whole parts in proportion to ``raw``: largest remainders get the odd ones."""
    whole = sum(raw.values())
    exact = {
        one: total * (share / whole) if whole > 0 else total / len(raw)
        for one, share in raw.items()
    }
    parts = {one: int(share) for one, share in exact.items()}
    by_remainder = sorted(raw, key=lambda one: parts[one] - exact[one])
    for one in by_remainder[: total - sum(parts.values())]:
        parts[one] += 1
    return parts

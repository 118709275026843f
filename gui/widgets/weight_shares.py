"""Whole numbers that always sum to 100: moving one shares the rest in proportion."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from geo.model import Weights

WHOLE = 100
Shares = dict[str, int]


def from_weights(weights: Weights, criteria: Sequence[str]) -> Shares:
    """Whole shares of ``weights`` (any positive scale); equal shares when all are 0.

    A criterion that is not named weighs nothing. ``criteria`` must not be empty.
    """
    raw = {str(one): max(0.0, float(weights.get(one, 0.0))) for one in criteria}
    return _spread(WHOLE, raw)


def to_weights(shares: Mapping[str, int]) -> dict[str, float]:
    """Shares as fractions of 1."""
    return {one: share / WHOLE for one, share in shares.items()}


def move(shares: Mapping[str, int], locked: Collection[str], one: str, value: int) -> Shares:
    """Set ``one`` to ``value`` as far as locks allow; the unlocked others share what is left.

    A locked criterion is not moved, nor is one whose companions are all locked.
    """
    others = [other for other in shares if other != one and other not in locked]
    if one in locked or not others:
        return dict(shares)
    held = sum(shares[other] for other in shares if other in locked)
    value = min(max(value, 0), WHOLE - held)
    rest = _spread(WHOLE - held - value, {other: float(shares[other]) for other in others})
    return {**shares, **rest, one: value}


def _spread(total: int, raw: Mapping[str, float]) -> Shares:
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

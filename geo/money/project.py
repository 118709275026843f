"""Facts of the project read as what they are: numbers and texts, None for anything else."""

from __future__ import annotations

from geo.model import ProjectFacts


def number(facts: ProjectFacts, key: str) -> float | None:
    """The fact as a number, None where it is unset or something else."""
    value = facts.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def positive(facts: ProjectFacts, key: str) -> float | None:
    """The fact as a number above 0, else None."""
    value = number(facts, key)
    return value if value is not None and value > 0 else None


def text(facts: ProjectFacts, key: str) -> str | None:
    """The fact as a text, None where it is unset, empty or something else."""
    value = facts.get(key)
    return value.strip() or None if isinstance(value, str) else None

"""Facts of the project: what is known of the production, and what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

FactValue: TypeAlias = str | int | float | bool | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What is known of the production; a missing key is unknown, never False or 0."""

    values: Mapping[str, FactValue] = field(default_factory=dict)

    def get(self, key: str) -> FactValue | None:
        """The value of ``key`` or None when nobody has said."""
        return self.values.get(key)


@dataclass(frozen=True, slots=True)
class FactOption:
    """One answer to a choice field."""

    value: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class FactField:
    """A project fact that can be asked for: its key, type, group, label, unit and choices.

    ``type`` is int, float, bool, text, date, choice, tags (several), share (0 to 1) or city.
    Options of a text or of tags are those that are known; others may be typed.
    """

    key: str
    type: str
    group: str
    zh: str
    en: str
    unit: str = ""
    options: tuple[FactOption, ...] = ()

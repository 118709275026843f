"""What was worked out is kept: the same question of the same project has the same answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

Kept = TypeVar("Kept")


class Once:
    """Answers by key; a key belongs to one kind of answer."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, object] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def __call__(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What ``make`` gave when ``key`` was first asked for."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[return-value]

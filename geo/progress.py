"""Long work is a generator of steps: whoever runs it decides how to show and when to stop."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, cast


@dataclass(frozen=True, slots=True)
class Step:
    """One finished step: ``done`` of ``total`` (0 when unknown) of the work named by ``code``.

    ``so_far`` is an answer that can be shown already and will get better, where there is one.
    """

    code: str
    done: int = 0
    total: int = 0
    so_far: object = None


T = TypeVar("T")
Job: TypeAlias = Generator[Step, None, T]


def finish(job: Job[T]) -> T:
    """Run ``job`` to its end without showing its steps; its answer."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            return cast("T", end.value)

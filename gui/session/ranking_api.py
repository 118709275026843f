"""What the session asks of ``geo.actions`` about ranking: how firm it is, what is near, alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from geo.model import (
    Alike,
    Answer,
    Defence,
    Found,
    Interview,
    ProjectFacts,
    Ranking,
    Script,
    Weights,
    Wishes,
)
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions import Workspace


class RankingActions(Protocol):
    """Order, robustness, interview, search, likeness."""

    def rank(
        self,
        ws: Workspace,
        script: Script,
        facts: ProjectFacts,
        weights: Weights,
        cities: Sequence[str] = (),
        *,
        wishes: Wishes = ...,
    ) -> Job[Ranking]:
        """Price and rank sites and cities."""

    def reweight(self, ranking: Ranking, weights: Weights) -> Ranking:
        """Order again under other weights, by the method of ``ranking.wishes``."""

    def defend(self, ranking: Ranking, near: bool = False) -> Job[Defence]:
        """How firm the order is; steps carry a ``Defence`` of the weightings drawn so far."""

    def interview(self, criteria: Sequence[str], answers: Sequence[Answer]) -> Interview:
        """Weights that fit the answers best."""

    def next_question(
        self, criteria: Sequence[str], answers: Sequence[Answer]
    ) -> tuple[str, str] | None:
        """The pair of criteria to ask about next; None when the answers suffice."""

    def search(self, ws: Workspace, query: str, facts: ProjectFacts) -> Job[Found]:
        """Find places by name, sound, kind, scene type, city, level, era or distance."""

    def alike(self, ws: Workspace, site_id: str) -> Job[tuple[Alike, ...]]:
        """Places like a known good one, most alike first."""

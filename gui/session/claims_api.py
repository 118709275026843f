"""What the session asks of ``geo.actions`` about claims, own rates and the uplift model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from geo.model import (
    ClaimFile,
    ClaimVerdict,
    Evidence,
    OwnLine,
    OwnRate,
    Parameter,
    PolicyResult,
    PressClaim,
    PressExample,
    ProjectFacts,
    Refused,
)
from geo.progress import Job

if TYPE_CHECKING:
    from geo.actions import Workspace


class ClaimActions(Protocol):
    """Papers and bills, what the user pays, press figures, parameters."""

    def claim_file(
        self,
        ws: Workspace,
        result: PolicyResult,
        city: str,
        facts: ProjectFacts,
        evidence: Evidence,
    ) -> ClaimFile:
        """What one award needs, and the spend that is evidenced."""

    def evidenced_spend(self, evidence: Evidence, city: str) -> float:
        """Spending in the city (CNY) with invoice title and proof of payment."""

    def export_claims(
        self, ws: Workspace, files: Sequence[ClaimFile], evidence: Evidence, path: Path, lang: str
    ) -> Job[Path]:
        """Write the papers and bills as XLSX."""

    def own_lines(self, ws: Workspace) -> tuple[OwnLine, ...]:
        """The lines crews pay and no table holds."""

    def own_rates(self, ws: Workspace) -> tuple[OwnRate, ...]:
        """What the user is used to pay for them."""

    def set_rate(
        self,
        ws: Workspace,
        code: str,
        value: float | None,
        who: str = "",
        today: date | None = None,
    ) -> None:
        """Keep an own rate; None takes it back."""

    def refused_own(self, ws: Workspace) -> tuple[Refused, ...]:
        """What could not be taken of the user's own rates and roads."""

    def road_count(self, ws: Workspace) -> int:
        """How many pairs the user's road file holds."""

    def take_roads(self, ws: Workspace, path: Path | None) -> int:
        """Take a road file, or remove it; how many pairs it holds."""

    def uplift_parameters(self, ws: Workspace) -> tuple[Parameter, ...]:
        """The parameters of the uplift model."""

    def set_parameter(
        self, ws: Workspace, key: str, values: Mapping[str, float] | None, who: str = ""
    ) -> None:
        """Change a parameter; None brings back what ships."""

    def press_examples(self, ws: Workspace) -> tuple[PressExample, ...]:
        """Published claims to try the check with."""

    def check_claim(self, ws: Workspace, claim: PressClaim) -> ClaimVerdict:
        """Judge a press claim."""

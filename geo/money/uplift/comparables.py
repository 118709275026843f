"""Past cases like a place and a title, and by which rule each was chosen.

The same size of place always. Micro-dramas first, then other Chinese titles; foreign ones only
while fewer than three are found at home. Within each, places that were not picked for success come
before success stories, whole seasons before holidays, recent before old. One case a production.
Where the audience cannot tell the place there is nothing to compare, and no number is given.
"""

from __future__ import annotations

from collections.abc import Iterable

from geo.model import Comparable, ProjectFacts, Reason
from geo.money.project import text
from geo.money.uplift.cases import MICRO_DRAMA, CaseBook, PastCase
from geo.money.uplift.spots import Spot

ENOUGH_AT_HOME = 3
MOST = 5
_STUDIO = "studio"


def comparables(
    place: Spot, facts: ProjectFacts, book: CaseBook, n: int = MOST
) -> tuple[Comparable, ...]:
    """Up to ``n`` cases like ``place``, the nearest first; () where there is none."""
    if not place.shows or text(facts, "place.prominence") == _STUDIO:
        return ()
    alike = [case for case in book.of_role("main", "short") if case.scale == place.scale]
    ordered = _one_each(sorted(alike, key=_distance))
    home = [case for case in ordered if case.home]
    abroad = [case for case in ordered if not case.home] if len(home) < ENOUGH_AT_HOME else []
    # foreign titles fill up to three, never more: a film abroad is a distant likeness
    chosen = [*home, *abroad[: ENOUGH_AT_HOME - len(home)]]
    return tuple(_told(case) for case in chosen[:n])


def _distance(case: PastCase) -> tuple[bool, bool, bool, bool, int]:
    """Nearest first; a case without a year counts as old."""
    year = int(case.year[:4]) if case.year[:4].isdigit() else 0
    return case.kind != MICRO_DRAMA, not case.home, case.success, case.role == "short", -year


def _one_each(cases: Iterable[PastCase]) -> list[PastCase]:
    """The first case of every production."""
    first: dict[str, PastCase] = {}
    for case in cases:
        first.setdefault(case.cluster, case)
    return list(first.values())


def _told(case: PastCase) -> Comparable:
    if case.kind == MICRO_DRAMA:
        chosen = "comparable_micro_drama"
    else:
        chosen = "comparable_home" if case.home else "comparable_abroad"
    reasons = [Reason(chosen), Reason(f"comparable_size.{case.scale}")]
    reasons.append(Reason("comparable_success" if case.success else "comparable_systematic"))
    if case.role == "short":
        reasons.append(Reason("comparable_short"))
    if not case.controlled:
        reasons.append(Reason("comparable_no_control"))
    return Comparable(
        id=case.id,
        title=case.work,
        place=case.place,
        year=case.year,
        scale=case.scale,
        kind=case.kind,
        growth=case.raw,
        market=case.control,
        relative=case.relative,
        success=case.success,
        reasons=tuple(reasons),
        sources=(case.source,),
        title_en=case.work_en,
        place_en=case.place_en,
    )

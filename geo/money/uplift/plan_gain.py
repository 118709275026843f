"""What a plan gains: the mean of the places it shows, by scenes."""

from __future__ import annotations

from collections.abc import Sequence

from geo.model import Basis, Range, unknown

VISITS = "visits/12mo"


def plan_uplift(shown: Sequence[tuple[int, Range]]) -> Range:
    """Visits in 12 months, the mean over scenes: (scenes, visits of their site) each.

    The draws behind the visits are shared by all places, so the ends are means of ends. An end that
    one place leaves open stays open; without any scene the figure is unknown.
    """
    scenes = sum(count for count, _ in shown)
    if not scenes:
        return unknown(VISITS)

    def mean(ends: Sequence[float | None]) -> float | None:
        known = [end for end in ends if end is not None]
        if len(known) < len(ends):
            return None
        counts = (count for count, _ in shown)
        return sum(count * end for count, end in zip(counts, known, strict=True)) / scenes

    low, mid, high = (
        mean([getattr(visits, end) for _, visits in shown]) for end in ("low", "mid", "high")
    )
    sources = dict.fromkeys(source for _, visits in shown for source in visits.sources)
    basis = Basis.ESTIMATED if any(visits.known for _, visits in shown) else Basis.UNKNOWN
    return Range(low, mid, high, VISITS, basis, tuple(sources), "method.mean_of_places")

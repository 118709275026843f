"""The places of a pack as bare points, for a cover that has no photo."""

from __future__ import annotations

from dataclasses import replace

from geo.present.pitch.blocks import NOTHING, Drawing, PitchPaper

SMALLEST = 0.02
FLATTEST, TALLEST = 4.0, 0.6


def cover_points(paper: PitchPaper) -> Drawing | None:
    """Marks and ways of the first drawing of several places, filling their frame.

    Nothing of a base is in it, so it needs no review number, and no names; None where no page
    draws two places.
    """
    blocks = (block for page in paper.pages for block in page.blocks)
    drawings = (one for one in blocks if isinstance(one, Drawing) and len(one.marks) > 1)
    found = next(drawings, None)
    if found is None:
        return None
    left, right = _ends([mark.x for mark in found.marks])
    top, bottom = _ends([mark.y for mark in found.marks])
    wide, high = right - left, bottom - top
    marks = tuple(
        replace(one, x=(one.x - left) / wide, y=(one.y - top) / high, label=NOTHING)
        for one in found.marks
    )
    ways = tuple(replace(one, text=NOTHING) for one in found.ways)
    ratio = min(max(found.ratio * wide / high, TALLEST), FLATTEST)
    return Drawing(marks, ways, NOTHING, ratio)


def _ends(found: list[float]) -> tuple[float, float]:
    """From the least to the most, never on one another."""
    least, most = min(found), max(found)
    short = max(0.0, SMALLEST - (most - least)) / 2
    return least - short, most + short

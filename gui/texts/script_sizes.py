"""How long scenes and scripts are, in the words of a crew: eighths of a page, seconds, minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Scene, Seconds
from gui.texts.numbers import DASH

EIGHTHS = 8
MINUTE = 60


def pages_text(eighths: int) -> str:
    """1 3/8, 5/8, 2: pages and eighths as a breakdown sheet has them."""
    whole, rest = divmod(eighths, EIGHTHS)
    parts = [str(whole)] if whole else []
    if rest or not whole:
        parts.append(f"{rest}/{EIGHTHS}")
    return " ".join(parts)


def seconds_text(screen: Seconds) -> str:
    """≈ 35–62, or a bare figure where the script states it."""
    if screen.low == screen.high:
        return str(screen.mid)
    return f"≈ {screen.low}{DASH}{screen.high}"


@dataclass(frozen=True, slots=True)
class PlayingTime:
    """Seconds on screen of a script: a sum, over how many scenes, and how many have none."""

    low: int
    mid: int
    high: int
    known: int
    unknown: int

    @property
    def text(self) -> str:
        """≈ 62–84 (minutes); + ? where scenes without an estimate come on top; – for none."""
        if not self.known:
            return DASH
        low, high = round(self.low / MINUTE), round(self.high / MINUTE)
        if high == 0:
            figure = "< 1"
        elif self.low == self.high:
            # every scene states its length
            figure = f"{low:,}"
        else:
            figure = f"≈ {low:,}" if low == high else f"≈ {low:,}{DASH}{high:,}"
        return f"{figure} + ?" if self.unknown else figure


def playing_time(scenes: Sequence[Scene]) -> PlayingTime:
    """The time on screen of the scenes that are played."""
    played = [scene for scene in scenes if not scene.omitted]
    known = [scene.screen for scene in played if scene.screen is not None]
    return PlayingTime(
        sum(one.low for one in known),
        sum(one.mid for one in known),
        sum(one.high for one in known),
        len(known),
        len(played) - len(known),
    )

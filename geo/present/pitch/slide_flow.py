"""Blocks one under another on slides; what does not fit goes on to the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from geo.present.pitch.blocks import Page
from geo.present.pitch.slide_deck import Box, Deck

GAP, COLUMN_GAP = 10.0, 24.0
NOWHERE = Box(0, 0, 0, 0)


@dataclass(slots=True)
class Flow:
    """Where the next block of a page goes. ``numbers``: the sources cited, by slide.

    ``scale``: how much larger or smaller than usual its texts are. ``heights``: what has been
    measured already, by block, width and scale.
    """

    deck: Deck
    page: Page
    slides: list[Any] = field(default_factory=list)
    numbers: list[list[int]] = field(default_factory=list)
    frame: Box = NOWHERE
    top: float = 0.0
    scale: float = 1.0
    heights: dict[tuple[int, float, float], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.turn()

    @property
    def slide(self) -> Any:  # noqa: ANN401 (the library's own class)
        """The slide being filled."""
        return self.slides[-1]

    @property
    def room(self) -> float:
        """Points left on this slide."""
        return self.frame.top + self.frame.height - self.top

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on this slide yet."""
        return self.top <= self.frame.top

    def turn(self) -> None:
        """Go on on a new slide."""
        self.slides.append(self.deck.open_page(self.page))
        self.numbers.append([])
        self.frame = self.deck.body
        self.top = self.frame.top

    def take(self, height: float) -> Box:
        """A box as wide as the frame, on a new slide where this one has no room for it."""
        if height > self.room and not self.fresh:
            self.turn()
        taken = Box(self.frame.left, self.top, self.frame.width, min(height, self.room))
        self.top += height + GAP
        return taken

    def narrow(self, share: float) -> Box:
        """Keep to the left ``share`` of the slide; return the box on the right of it."""
        whole = self.frame
        left = (whole.width - COLUMN_GAP) * share
        self.frame = whole._replace(width=left)
        start = whole.left + left + COLUMN_GAP
        return Box(start, whole.top, whole.width - left - COLUMN_GAP, whole.height)

    def cite(self, numbers: tuple[int, ...]) -> None:
        """Remember which sources this slide leans on."""
        self.numbers[-1].extend(numbers)

    def finish(self) -> None:
        """Number the slides of a page that took several, and write the sources into the notes."""
        count = len(self.slides)
        for number, slide in enumerate(self.slides, 1):
            if count > 1:
                self.deck.entitle(slide, self.page.title, f"  {number}/{count}")
            self.deck.note(slide, self.numbers[number - 1])

"""What a file holds before it is understood: lines, some with the role their format gives them."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.model import Tag


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line with its number from 1; ``tag`` where the format or the user says it, else None.

    ``by_hand``: the user said it, which outweighs every rule.
    """

    number: int
    text: str
    tag: Tag | None = None
    scene_number: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of one file; ``marked`` when its format names its scene headings."""

    lines: tuple[SourceLine, ...]
    title: str = ""
    encoding: str = ""
    broken: int = 0
    marked: bool = field(default=False)

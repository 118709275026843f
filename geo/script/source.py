"""What a file holds before it is understood: lines, some with the role their format gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Tag(StrEnum):
    """What a line is taken for."""

    BLANK = "blank"
    FRONT = "front"
    EPISODE = "episode"
    HEADING = "heading"
    DETAIL = "detail"
    CAST = "cast"
    ACTION = "action"
    SPEAKER = "speaker"
    DIALOGUE = "dialogue"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line with its number from 1; ``tag`` where the format says it, else None."""

    number: int
    text: str
    tag: Tag | None = None
    scene_number: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of one file; ``marked`` when its format names its scene headings."""

    lines: tuple[SourceLine, ...]
    title: str = ""
    encoding: str = ""
    broken: int = 0
    marked: bool = field(default=False)

"""What a page of a pitch is made of; every writer draws the same blocks.

Texts come in one language, or in two with the second beneath the first. Nothing in a text is
markup: writers escape it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from geo.model import Kind
from geo.model.pitch import Audience, PitchLang, PitchPart


class Said(NamedTuple):
    """A text, and the same in the second language (empty where one language is asked for)."""

    main: str
    second: str = ""


NOTHING = Said("")


class Look(StrEnum):
    """How sure a figure or a sentence is; writers show it by form, never by colour alone."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    ESTIMATE = "estimate"
    UNKNOWN = "unknown"
    ZERO = "zero"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. ``style``: lead (large), body, note (small), warn."""

    text: Said
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list of figures: what, how much, and what to know of it.

    ``sources`` are numbers of the list of sources at the end.
    """

    label: Said
    value: Said
    note: Said = NOTHING
    look: Look = Look.PLAIN
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Figures under one another."""

    rows: tuple[Fact, ...]
    title: Said = NOTHING


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text; ``number`` where it is a figure; ``share`` (0 to 1) drawn as a bar.

    ``mark``: the kind mark of a site stands before the text. ``photo``: the path of a small photo
    beneath or beside the text; slides show it over the table, workbooks and letters do not.
    """

    text: Said = NOTHING
    number: float | None = None
    share: float | None = None
    mark: Kind | None = None
    look: Look = Look.PLAIN
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``widths`` are shares of the page width, as many as columns.

    ``right`` names the columns set to the right. ``code`` names it for workbooks and charts.
    ``wide``: best on a page of its own, lying, where a format has such.
    """

    code: str
    head: tuple[Said, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    right: frozenset[int] = frozenset()
    title: Said = NOTHING
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo by its path on disk; ``site_id`` whose."""

    path: str
    caption: Said
    site_id: str = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Photos side by side, at most as many in a row as fit."""

    photos: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart with its doubt; ``low`` and ``high`` None: no whisker on that side."""

    label: Said
    mid: float | None
    low: float | None = None
    high: float | None = None
    text: Said = NOTHING


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one unit. A bar without ``mid`` is not known and says so in its text."""

    title: Said
    unit: Said
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a drawing, ``x`` and ``y`` 0 to 1 from the left and the top."""

    x: float
    y: float
    label: Said
    kind: Kind
    site_id: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A line between two marks (by index) with what is written on it."""

    one: int
    two: int
    text: Said


LEAST_KM = 0.1


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map or, without ``areas``, a sketch of distances and directions that shows no boundary.

    Points are 0 to 1; ``ratio`` is width by height. ``review`` is the 审图号 of the base, which
    writers must print beside ``credit``. ``areas`` (divisions), ``lines`` (borders), ``water``
    (lakes, filled) and ``streams`` (rivers, lines) are of the base.
    """

    marks: tuple[Mark, ...]
    ways: tuple[Way, ...]
    credit: Said
    ratio: float = 1.5
    review: str = ""
    areas: tuple[tuple[tuple[float, float], ...], ...] = ()
    lines: tuple[tuple[tuple[float, float], ...], ...] = ()
    # where north is not up it would mislead; sketches keep north up, this says how long 1 km is
    km_per_width: float | None = None
    water: tuple[tuple[tuple[float, float], ...], ...] = ()
    streams: tuple[tuple[tuple[float, float], ...], ...] = ()

    @property
    def scale_bar(self) -> tuple[float, float] | None:
        """A round number of kilometres, at most a quarter of the width, and its share of it.

        None where there is no scale, or 100 metres would be too long.
        """
        across = self.km_per_width
        if across is None or not math.isfinite(across) or across < 4 * LEAST_KM:
            return None
        step = 10.0 ** math.floor(math.log10(across / 4))
        km = max(one * step for one in (1, 2, 5) if one * step <= across / 4)
        return km, km / across


Block: TypeAlias = Words | Facts | Table | Pictures | Chart | Drawing


@dataclass(frozen=True, slots=True)
class Page:
    """One part of the pack; a writer may break it over several sheets."""

    part: PitchPart
    title: Said
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PitchPaper:
    """The pack in words. ``running`` stands at the head of every sheet, ``foot`` at its foot.

    ``sources`` are numbered from 1 in this order. ``text`` is what to paste into a chat.
    """

    title: Said
    subtitle: Said
    running: Said
    foot: Said
    lang: PitchLang
    audience: Audience
    today: date
    pages: tuple[Page, ...]
    sources: tuple[Said, ...]
    text: str
    logo: str = ""
    file_stem: str = ""
    # what stands over the list of sources
    sources_title: Said = NOTHING
    # the pages of the long picture, where it is asked for
    brief: tuple[Page, ...] = ()


def photo_paths(paper: PitchPaper) -> tuple[str, ...]:
    """The photos that its pages show, and its logo, each once."""
    blocks = [block for page in (*paper.pages, *paper.brief) for block in page.blocks]
    shown: list[str] = []
    for block in blocks:
        if isinstance(block, Pictures):
            shown += (photo.path for photo in block.photos)
        elif isinstance(block, Table):
            shown += (cell.photo for row in block.rows for cell in row)
    return tuple(dict.fromkeys(path for path in (*shown, paper.logo) if path))

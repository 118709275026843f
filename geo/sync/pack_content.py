"""What goes into a field pack, and the numbers that hold for every pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.model.basemap import BaseMap
from geo.model.field import (
    Edit,
    FieldKey,
    Json,
    PackPhoto,
    PackWishes,
    RecceField,
    RecceOption,
    Track,
)

FORMAT = 1
"""Version of the layout of a pack; a pack with a higher one is left alone."""
APPLICATION_ID, USER_VERSION = 0x47504B47, 10300
"""What marks an SQLite file as GeoPackage 1.3."""
TILE_MEGABYTES = 300.0
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class PackContent:
    """All that a pack is made of.

    ``documents``: record of each place as ``geo.catalogue.records`` gives it, by id. ``edits`` and
    ``shipped``: of these places, their forms too; what is private goes only where the wishes say
    so (``is_private``). ``scenes``: the scene types of the vocabulary; ``groups``: Chinese headings
    of the form by group. ``photos``: each with the original file and, where there is one, a small
    JPEG of it. ``tiles``: the user's own MBTiles. ``told``: the open questions as sentences
    (Chinese, English), for programs that do not know our codes.
    """

    wishes: PackWishes
    documents: Mapping[str, Mapping[str, Json]]
    form: tuple[RecceField, ...]
    is_private: Callable[[FieldKey, Json], bool]
    edits: tuple[Edit, ...] = ()
    shipped: Mapping[FieldKey, Json] = field(default_factory=dict)
    photos: tuple[tuple[PackPhoto, Path, Path | None], ...] = ()
    basemap: BaseMap | None = None
    tiles: tuple[Path, ...] = ()
    track: Track | None = None
    told: tuple[tuple[str, str], ...] = ()
    scenes: tuple[RecceOption, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    made_on: str = ""
    catalogue_date: str = ""
    tile_megabytes: float = TILE_MEGABYTES

"""A pack made ready to be written: the photos its pages show, its map, its words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.actions.pitch.desk import base_packs, template_path
from geo.actions.workspace import Workspace, load_basemap
from geo.model import BaseMap, Reason
from geo.model.pitch import BasePack, Disclosure, Pitch
from geo.progress import Job, Step

if TYPE_CHECKING:
    from geo.present.pitch.blocks import PitchPaper

CACHE = Path("cache") / "pitch"
PIECES = "pieces.typ"


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack ready to be written: its paper, and the base its map stands on.

    ``left_out``: photos that could not be read after all, and why.
    """

    ws: Workspace
    pitch: Pitch
    paper: PitchPaper
    base: BaseMap | None = None
    pack: BasePack | None = None
    left_out: tuple[Reason, ...] = ()

    @property
    def pieces(self) -> Path:
        """What the page templates share."""
        return template_path(self.ws, PIECES)


def made_ready(ws: Workspace, pitch: Pitch, *, seen: bool = True) -> Job[Ready]:
    """The pack in words, with photos that carry nothing they should not, and its map.

    Without ``seen`` neither photos nor map are made: nothing that is to be written shows them.
    """
    from geo.present.pitch.pages import pitch_paper

    if not seen:
        bare = _with_photos(pitch, {})
        return Ready(ws, bare, pitch_paper(bare, ws.vocabulary, ws.phrases, None))
    # drawing takes a package that is slow to import
    from geo.present.pitch.drawing import map_drawing, public_sketch

    made, left_out = yield from _shown_photos(ws, pitch)
    shown = _with_photos(pitch, made)
    pack = next((one for one in base_packs(ws) if one.name == pitch.wishes.base), None)
    base = None
    if not public_sketch(shown, pack):
        base = yield from load_basemap(ws)
    yield Step("pitch_draw")
    drawing = map_drawing(shown, ws.phrases, base=base, pack=pack)
    paper = pitch_paper(shown, ws.vocabulary, ws.phrases, drawing)
    return Ready(ws, shown, paper, base, pack, left_out)


def _shown_photos(ws: Workspace, pitch: Pitch) -> Job[tuple[Mapping[str, str], tuple[Reason, ...]]]:
    """The photos that pages show, prepared, by their paths; another where one cannot be read."""
    from geo.present.pitch.blocks import photo_paths
    from geo.present.pitch.pages import pitch_paper
    from geo.present.pitch.photos import prepared

    keep = Disclosure.PHOTO_PLACE in pitch.wishes.disclose
    made: dict[str, str] = {}
    left_out: list[Reason] = []
    while True:
        paper = pitch_paper(pitch, ws.vocabulary, ws.phrases, None)
        asked = [one for one in photo_paths(paper) if one not in made]
        photos = yield from prepared(asked, ws.data / CACHE, keep_place=keep)
        made |= photos.paths
        left_out += photos.left_out
        broken = {one for one in asked if one not in made}
        if not broken:
            return made, tuple(left_out)
        pitch = _without(pitch, broken)


def _without(pitch: Pitch, broken: Collection[str]) -> Pitch:
    paths = [*(photo for one in pitch.sites for photo in one.photos), pitch.card.logo]
    return _with_photos(pitch, {path: path for path in paths if path not in broken})


def _with_photos(pitch: Pitch, made: Mapping[str, str]) -> Pitch:
    """``pitch`` with those of its photos that are in ``made``, and no other path."""
    sites = tuple(
        replace(one, photos=tuple(made[photo] for photo in one.photos if photo in made))
        for one in pitch.sites
    )
    return replace(pitch, sites=sites, card=replace(pitch.card, logo=made.get(pitch.card.logo, "")))

"""A pack shown and written: photos made ready, the map drawn, then every format or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.actions.pitch.desk import base_packs, template_path
from geo.actions.workspace import Workspace, load_basemap
from geo.errors import ExportError
from geo.files import disk_told
from geo.model import BaseMap
from geo.model.pitch import BasePack, Disclosure, Pitch, PitchFormat
from geo.progress import Job, Step

if TYPE_CHECKING:
    from geo.present.pitch.blocks import PitchPaper

CACHE = Path("cache") / "pitch"
PIECES = "pieces.typ"
PHONE, PAPER = "phone", "paper"
ENDINGS: Mapping[PitchFormat, str] = {
    PitchFormat.PDF: ".pdf",
    PitchFormat.PPTX: ".pptx",
    PitchFormat.HTML: ".html",
    PitchFormat.XLSX: ".xlsx",
    PitchFormat.DOCX: ".docx",
    PitchFormat.LONG: ".png",
    PitchFormat.PHONE: ".pdf",
    PitchFormat.TEXT: ".txt",
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack ready to be written: its paper, and the base its map stands on."""

    ws: Workspace
    pitch: Pitch
    paper: PitchPaper
    base: BaseMap | None
    pack: BasePack | None

    @property
    def pieces(self) -> Path:
        """What the page templates share."""
        return template_path(self.ws, PIECES)


def preview_pitch(
    ws: Workspace, pitch: Pitch, shape: str = PAPER, pixels: int = 800
) -> Job[tuple[bytes, ...]]:
    """Pictures (PNG, ``pixels`` wide) of its pages: ``paper`` or ``phone``.

    Raises ExportError where a template of the user's cannot be set.
    """
    from geo.present.pitch.pdf import page_pictures

    ready = yield from made_ready(ws, pitch)
    yield Step("pitch_pages")
    template = template_path(ws, "phone.typ" if shape == PHONE else "pitch.typ")
    return page_pictures(ready.paper, template, ready.pieces, pixels)


def pitch_text(ws: Workspace, pitch: Pitch) -> str:
    """Text to paste into a chat."""
    from geo.present.pitch.pages import pitch_paper

    return pitch_paper(pitch, ws.vocabulary, ws.phrases, None).text


def export_pitch(ws: Workspace, pitch: Pitch, folder: Path) -> Job[tuple[Path, ...]]:
    """Write the formats that the wishes name into a folder: all of them or none.

    What stood there under the same names stays until all are written. Raises ExportError
    ``pitch_audience_unknown`` while nobody has said who will see it, ``pitch_no_formats``,
    ``export_refused``, ``export_disk_full`` and what the templates of the user raise.
    """
    wishes = pitch.wishes
    if wishes.audience is None:
        raise ExportError("pitch_audience_unknown")
    if not wishes.formats:
        raise ExportError("pitch_no_formats")
    with disk_told(folder):
        ready = yield from made_ready(ws, pitch)
        wanted = [one for one in PitchFormat if one in wishes.formats]
        with _beside(folder) as part:
            made = []
            for done, form in enumerate(wanted):
                yield Step("pitch_write", done, len(wanted))
                target = part / file_name(ready, form)
                WRITERS[form](ready, target)
                made.append(target)
            yield Step("pitch_write", len(wanted), len(wanted))
            return _moved(made, part, folder)


def made_ready(ws: Workspace, pitch: Pitch) -> Job[Ready]:
    """The pack in words, with photos that carry nothing they should not, and its map."""
    from geo.present.pitch.drawing import map_drawing, public_sketch
    from geo.present.pitch.pages import pitch_paper
    from geo.present.pitch.photos import prepared

    paths = [photo for one in pitch.sites for photo in one.photos]
    logo = [pitch.card.logo] if pitch.card.logo else []
    keep = Disclosure.PHOTO_PLACE in pitch.wishes.disclose
    photos = yield from prepared([*paths, *logo], ws.data / CACHE, keep_place=keep)
    shown = replace(
        pitch,
        sites=tuple(replace(one, photos=_those(one.photos, photos.paths)) for one in pitch.sites),
        card=replace(pitch.card, logo=photos.paths.get(pitch.card.logo, "")),
    )
    pack = next((one for one in base_packs(ws) if one.name == pitch.wishes.base), None)
    base = None
    if not public_sketch(shown, pack):
        base = yield from load_basemap(ws)
    yield Step("pitch_draw")
    drawing = map_drawing(shown, ws.phrases, base=base, pack=pack)
    paper = pitch_paper(shown, ws.vocabulary, ws.phrases, drawing)
    return Ready(ws, shown, paper, base, pack)


def _those(photos: Sequence[str], made: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(made[one] for one in photos if one in made)


def file_name(ready: Ready, form: PitchFormat) -> str:
    """The name of one file of the pack; what two formats share an ending is told apart."""
    lang = "en" if ready.pitch.wishes.lang == "en" else "zh"
    code = f"pitch_file_{form.value}"
    told = ready.ws.phrases.say(code, lang)
    kind = "" if told == code else f" {told}"
    return f"{ready.paper.file_stem}{kind}{ENDINGS[form]}"


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder within ``folder`` to write to, gone afterwards whatever happens.

    A ``folder`` that there was not before goes too while nothing stands in it.
    """
    new = not folder.exists()
    part = folder / f".pitch.{os.getpid()}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)
        if new and not any(folder.iterdir()):
            folder.rmdir()


def _moved(made: Sequence[Path], part: Path, folder: Path) -> tuple[Path, ...]:
    """Move the files into ``folder``; where one cannot be moved, all that stood there is back."""
    before = part / "before"
    before.mkdir()
    targets: list[Path] = []
    try:
        for one in made:
            target = folder / one.name
            targets.append(target)
            if target.is_dir():
                raise IsADirectoryError(target)
            if target.exists():
                target.replace(before / one.name)
            one.replace(target)
    except OSError:
        for target in targets:
            old = before / target.name
            if old.exists():
                old.replace(target)
            elif not (part / target.name).exists():
                target.unlink(missing_ok=True)
        raise
    return tuple(targets)


# ---- one writer for each format; each is imported only where it is asked for


def _pdf(ready: Ready, path: Path) -> None:
    from geo.present.pitch.pdf import write_pdf

    write_pdf(ready.paper, template_path(ready.ws, "pitch.typ"), ready.pieces, path)


def _phone(ready: Ready, path: Path) -> None:
    from geo.present.pitch.pdf import write_phone_pdf

    write_phone_pdf(ready.paper, template_path(ready.ws, "phone.typ"), ready.pieces, path)


def _long(ready: Ready, path: Path) -> None:
    from geo.present.pitch.pdf import write_long

    write_long(ready.paper, template_path(ready.ws, "phone.typ"), ready.pieces, path)


def _slides(ready: Ready, path: Path) -> None:
    from geo.present.pitch.slides import write_pptx

    write_pptx(ready.paper, path, template_path(ready.ws, "pitch.pptx"))


def _letter(ready: Ready, path: Path) -> None:
    from geo.present.pitch.letter import write_letter

    template = template_path(ready.ws, "letter.docx")
    write_letter(ready.paper, ready.pitch, ready.ws.phrases, path, template)


def _book(ready: Ready, path: Path) -> None:
    from geo.present.pitch.book import write_book

    write_book(ready.paper, ready.pitch, ready.ws.phrases, path)


def _page(ready: Ready, path: Path) -> None:
    from geo.present.pitch.html_page import write_page

    leaflet = ready.ws.assets / "leaflet"
    template = template_path(ready.ws, "page.html")
    write_page(
        ready.paper, ready.pitch, ready.base, ready.ws.phrases, leaflet, path, ready.pack, template
    )


def _text(ready: Ready, path: Path) -> None:
    path.write_text(ready.paper.text, encoding="utf-8")


WRITERS: Mapping[PitchFormat, Callable[[Ready, Path], None]] = {
    PitchFormat.PDF: _pdf,
    PitchFormat.PPTX: _slides,
    PitchFormat.HTML: _page,
    PitchFormat.XLSX: _book,
    PitchFormat.DOCX: _letter,
    PitchFormat.LONG: _long,
    PitchFormat.PHONE: _phone,
    PitchFormat.TEXT: _text,
}

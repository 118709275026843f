"""A pack shown and written: made ready, then every format or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from geo.actions.pitch.desk import template_path
from geo.actions.pitch.ready import Ready, made_ready
from geo.actions.workspace import Workspace
from geo.errors import ExportError
from geo.files import disk_told
from geo.model.pitch import Pitch, PitchFormat
from geo.progress import Job, Step

# what shows neither photos nor the map
IN_WORDS = frozenset({PitchFormat.XLSX, PitchFormat.DOCX, PitchFormat.TEXT})
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


def preview_pitch(
    ws: Workspace, pitch: Pitch, shape: str = PAPER, pixels: int = 800
) -> Job[tuple[bytes, ...]]:
    """Pictures (PNG, ``pixels`` wide) of its pages: ``paper`` or ``phone``.

    Raises ExportError where a template of the user's cannot be set.
    """
    from geo.present.pitch.pdf import page_pictures

    ready = yield from made_ready(ws, pitch)
    # a photo may look whole until its points are read
    yield Step("pitch_pages", so_far=ready.left_out or None)
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
        ready = yield from made_ready(ws, pitch, seen=bool(wishes.formats - IN_WORDS))
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

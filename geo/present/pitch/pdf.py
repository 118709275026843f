"""The pack as PDF for paper and for a phone, as one long picture, and as pictures of its pages.

``pieces`` is what the shipped templates share (assets/templates/pieces.typ).
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from geo.errors import ExportError
from geo.files import PDFIUM, exported_file
from geo.present.pitch.blocks import PitchPaper
from geo.present.pitch.long_picture import in_one
from geo.present.pitch.sheets import Shape, Shot, paper_document
from geo.present.typst_pages import Setting, set_pdf, set_pictures

# the template of tall pages; whatever else it is called, a template is of A4
PHONE_TEMPLATE = "phone.typ"
NAME = "paper"
# widths of the templates' pages in points
PAGE_WIDTHS = {Shape.PAPER: 595.28, Shape.PHONE: 360.0, Shape.LONG: 360.0}
POINTS_PER_INCH = 72.0
LONG_PIXELS = 1080
# WeChat sends files of 10 MB and pictures of 5 MB without harm
LONG_BYTES = 4_800_000
# what photos may weigh together in a phone's file; how much smaller than they are drawn they may
# be made for it, and the quality they are kept in
PHONE_PHOTO_BYTES = 7_500_000
SHRINKS = ((1.0, 76), (0.7, 70), (0.45, 60))
PRINTED, SEEN = 84, 78


def write_pdf(paper: PitchPaper, template: Path, pieces: Path, path: Path) -> Path:
    """Write sheets of A4: tagged, with bookmarks, fonts and photos inside.

    Raises ExportError: ``paper_template`` (file, line, fault), ``paper_template_whole``,
    ``paper_template_empty`` (file), ``paper_package``, ``paper_unreadable``, ``paper_no_font``,
    ``export_refused``, ``export_disk_full``.
    """
    document, photos = paper_document(paper, Shape.PAPER)
    with _scaled(photos, 1.0, PRINTED) as scaled:
        setting = Setting(template, NAME, document, paper.today, pieces, scaled)
        return _written(_drawn(setting), path)


def write_phone_pdf(paper: PitchPaper, template: Path, pieces: Path, path: Path) -> Path:
    """Write tall pages that a phone shows whole, under 10 MB. Raises as ``write_pdf``."""
    document, photos = paper_document(paper, Shape.PHONE)
    with _lighter(photos) as light:
        setting = Setting(template, NAME, document, paper.today, pieces, light)
        return _written(_drawn(setting), path)


def write_long(paper: PitchPaper, template: Path, pieces: Path, path: Path) -> Path:
    """Write its brief as one PNG 1,080 pixels wide, under 5 MB; ``phone.typ`` sets it.

    Raises ExportError as ``write_pdf``.
    """
    document, photos = paper_document(paper, Shape.LONG)
    with _scaled(photos, 1.0, SEEN) as scaled:
        setting = Setting(template, NAME, document, paper.today, pieces, scaled)
        made = _drawn(setting, accessible=False)
    return _written(in_one(made, LONG_PIXELS, LONG_BYTES), path)


def page_pictures(
    paper: PitchPaper, template: Path, pieces: Path, pixels: int
) -> tuple[bytes, ...]:
    """Every page as PNG, ``pixels`` wide; tall pages where the template is ``phone.typ``.

    Raises ExportError as ``write_pdf``, but for what a file could do.
    """
    shape = Shape.PHONE if template.name == PHONE_TEMPLATE else Shape.PAPER
    document, photos = paper_document(paper, shape)
    ppi = pixels * POINTS_PER_INCH / PAGE_WIDTHS[shape]
    with _scaled(photos, min(1.0, pixels / LONG_PIXELS), SEEN) as scaled:
        setting = Setting(template, NAME, document, paper.today, pieces, scaled)
        pages = set_pictures(setting, ppi)
    if document["pages"] and all(map(_blank, pages)):
        raise ExportError("paper_template_empty", file=template.name)
    return pages


def _drawn(setting: Setting, *, accessible: bool = True) -> bytes:
    """The PDF. Raises ExportError as ``set_pdf``, and where the template leaves it blank."""
    import pypdfium2

    made = set_pdf(setting, accessible=accessible)
    with PDFIUM:
        document = pypdfium2.PdfDocument(made)
        try:
            blank = not any(any(True for _ in page.get_objects(max_depth=1)) for page in document)
        finally:
            document.close()
    if blank and setting.document["pages"]:
        raise ExportError("paper_template_empty", file=setting.template.name)
    return made


def _blank(content: bytes) -> bool:
    """Whether a picture is of one colour."""
    with Image.open(io.BytesIO(content)) as picture:
        return picture.convert("RGB").getcolors(1) is not None


def _written(content: bytes, path: Path) -> Path:
    with exported_file(path) as part:
        part.write_bytes(content)
    return path


@contextmanager
def _lighter(photos: Mapping[str, Shot]) -> Iterator[Mapping[str, Path]]:
    """The photos, made smaller until they weigh little enough together."""
    for factor, quality in SHRINKS:
        with _scaled(photos, factor, quality) as light:
            weight = sum(path.stat().st_size for path in light.values())
            if weight <= PHONE_PHOTO_BYTES or (factor, quality) == SHRINKS[-1]:
                yield light
                return


@contextmanager
def _scaled(
    photos: Mapping[str, Shot], factor: float, quality: int
) -> Iterator[Mapping[str, Path]]:
    """The photos no larger than they are drawn: what is decoded takes time and room."""
    with tempfile.TemporaryDirectory(prefix="kanjing") as folder:

        def smaller(name: str) -> Path:
            longest = max(1, round(photos[name].longest * factor))
            return _smaller(photos[name].path, Path(folder) / name, longest, quality)

        # a thread more would not be quicker, and holds a photo more
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            made = dict(zip(photos, pool.map(smaller, photos), strict=True))
        yield made


def _smaller(path: Path, small: Path, longest: int, quality: int) -> Path:
    """The photo in the same format (a template knows it by its name), scaled to ``longest``."""
    with Image.open(path) as picture:
        if max(picture.size) <= longest:
            return path
        form = picture.format
        picture.draft(picture.mode, (longest, longest))
        picture.thumbnail((longest, longest), Image.Resampling.BILINEAR)
        picture.save(small, form, quality=quality)
        return small

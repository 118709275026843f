"""What another office program makes of our files: the text of the PDF that it prints."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

SOFFICE = shutil.which("soffice")
PROGRAM = Path(SOFFICE).resolve().parent if SOFFICE else Path()
# an installation may have the letters and the tables without the slides
SLIDES = SOFFICE is not None and (PROGRAM / "libsdlo.so").exists()

needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
needs_slides = pytest.mark.skipif(not SLIDES, reason="LibreOffice Impress is not installed")


def printed(folder, *paths):
    """Print files to PDF in one run; the documents, in the same order."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=240)
    return [pypdfium2.PdfDocument(folder / f"{path.stem}.pdf") for path in paths]


def words_of(document):
    """All text of a PDF without its line breaks and spaces, which are the printer's own."""
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return "".join("".join(text.split()) for text in pages).replace("\ufffe", "")


def fonts_of(path):
    """The names of the faces a PDF carries, as they stand in it."""
    return {part.split(b"/")[0] for part in path.read_bytes().split(b"/FontName/")[1:]}

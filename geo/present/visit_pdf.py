"""The visitors' route as PDF, set by a template that may be the user's own."""

from __future__ import annotations

from pathlib import Path

from geo.files import exported_file
from geo.present.pitch.blocks import PitchPaper
from geo.present.pitch.sheets import Shape, paper_document
from geo.present.typst_pages import Setting, set_pdf

NAME = "paper"


def write_visit_pdf(paper: PitchPaper, template: Path, pieces: Path, path: Path) -> Path:
    """Write a tagged PDF with bookmarks, fonts inside.

    Raises ExportError: ``paper_template`` (file, line, fault), ``paper_template_whole``,
    ``paper_package``, ``paper_unreadable``, ``paper_no_font``, ``export_refused``,
    ``export_disk_full``.
    """
    document, _ = paper_document(paper, Shape.PAPER)
    made = set_pdf(Setting(template, NAME, document, paper.today, pieces), accessible=True)
    with exported_file(path) as part:
        part.write_bytes(made)
    return path

"""A DOCX template opened, or told kindly why it cannot be."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from geo.errors import ExportError

BROKEN = (PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError)


def opened(template: Path | None) -> Any:  # noqa: ANN401 (the library's own class)
    """The document of a template; empty without. Raises ExportError pitch_template_broken."""
    try:
        return Document(None if template is None else str(template))
    except (*BROKEN, OSError, KeyError, ValueError, AttributeError) as error:
        name = "" if template is None else template.name
        raise ExportError("pitch_template_broken", file=name) from error

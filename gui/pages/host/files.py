"""Where to write a file of the bureau, and which one to read."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

# what one of the systems does not take in the name of a file
_STRANGE = re.compile(r'[<>:"/\\|?*\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
LONGEST = 80


def ask_where(parent: QWidget, name: str, what: str, ending: str) -> Path | None:
    """Where to write ``what``: a file called ``name`` with ``ending`` is proposed."""
    title = QCoreApplication.translate("Files", "存到哪里")
    stem = _STRANGE.sub(" ", name).strip(" .")[:LONGEST] or what
    proposal = str(Path.home() / f"{stem}{ending}")
    told, _ = QFileDialog.getSaveFileName(parent, title, proposal, f"{what} (*{ending})")
    if not told:
        return None
    path = Path(told)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def ask_which(parent: QWidget, what: str, ending: str) -> Path | None:
    """A file to read; None when nobody chose."""
    title = QCoreApplication.translate("HostWords", "挑文件")
    told, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), f"{what} (*{ending})")
    return Path(told) if told else None

"""Asking which file: a script to open, a place to write to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

SCRIPT_FILES = "*.docx *.docm *.txt *.md *.pdf *.xlsx *.csv *.fdx *.fountain *.html *.htm *.uss"


def ask_script(parent: QWidget, folder: str) -> Path | None:
    """The script file chosen, None when nobody chose."""
    title = QCoreApplication.translate("Files", "打开剧本")
    scripts = QCoreApplication.translate("Files", "剧本")
    every = QCoreApplication.translate("Files", "所有文件")
    kinds = f"{scripts} ({SCRIPT_FILES});;{every} (*)"
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def ask_folder(parent: QWidget, folder: str) -> Path | None:
    """The folder to write several files into, None when nobody chose."""
    title = QCoreApplication.translate("Files", "放在哪个文件夹里")
    name = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(name) if name else None


def ask_where(parent: QWidget, proposal: Path, what: str) -> Path | None:
    """Where to write ``what``, with the ending of ``proposal``; None when nobody chose."""
    ending = proposal.suffix
    title = QCoreApplication.translate("Files", "存到哪里")
    kinds = f"{what} (*{ending})"
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)

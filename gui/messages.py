"""How the reader is told: one kind sentence for the world's faults, a report for our own."""

from __future__ import annotations

import logging
import platform
import re
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.errors import KnownError
from geo.phrases import Phrases

LOG_NAME = "kanjing.log"
LOG_BYTES = 1_000_000
_FIRST = re.compile(r"^(.+?(?:[。！？]|[.!?](?=\s|$)))\s*(.*)$", re.DOTALL)

log = logging.getLogger("kanjing")


def split_sentence(text: str) -> tuple[str, str]:
    """What happened, and the rest: the way out and what is safe."""
    found = _FIRST.match(text.strip())
    if found is None:
        return text.strip(), ""
    return found.group(1).rstrip("。."), found.group(2)


def tell_error(error: KnownError, phrases: Phrases | None, lang: str) -> tuple[str, str]:
    """Two lines for ``error``: what happened, what to do. Without phrases, its code."""
    if phrases is None:
        return error.code, ""
    return split_sentence(phrases.say(error.code, lang, error.values))


@dataclass(frozen=True, slots=True)
class Report:
    """A bug as told to whoever can mend it: versions, then the traceback."""

    versions: str
    trace: str

    @property
    def text(self) -> str:
        """The whole report, to copy."""
        return f"{self.versions}\n\n{self.trace}"


def make_report(error: BaseException) -> Report:
    """The report for ``error``; holds no names of folders beyond those in the traceback."""
    versions = "\n".join(
        (
            f"Kanjing {QCoreApplication.applicationVersion() or '-'}",
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}, PySide6 {pyside_version}",
            f"{platform.system()} {platform.release()} {platform.machine()}",
        )
    )
    return Report(versions, "".join(traceback.format_exception(error)))


def open_log(data: Path) -> Path:
    """Write the log to the data folder from now on; the file."""
    path = data / LOG_NAME
    data.mkdir(parents=True, exist_ok=True)
    for old in tuple(log.handlers):
        log.removeHandler(old)
        old.close()
    handler = RotatingFileHandler(
        path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    return path


class ReportDialog(QDialog):
    """Says that something of ours broke, what is safe, and offers the report to copy."""

    def __init__(self, report: Report, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setWindowTitle(self.tr("程序出错了"))
        self.resize(680, 440)
        head = QLabel(self.tr("程序出错了，是我们的问题"))
        head.setProperty("role", "empty")
        line = QLabel(self.tr("已经存下的都在，可以接着用。愿意的话，把下面这段发给我们。"))
        line.setWordWrap(True)
        self.text = QPlainTextEdit(report.text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("错误报告"))
        mono = QFont("monospace")
        mono.setStyleHint(QFont.StyleHint.Monospace)
        self.text.setFont(mono)
        self.copy_button = QPushButton(self.tr("复制这段"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.text))
        folder_button = QPushButton(self.tr("打开日志所在的文件夹"))
        folder_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        self.go_on_button = QPushButton(self.tr("接着用"))
        self.go_on_button.setProperty("main", "true")
        self.go_on_button.setDefault(True)
        self.go_on_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(folder_button)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (head, line):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class BugHook:
    """Stands in for ``sys.excepthook``: writes the log, shows one report at a time."""

    def __init__(self, data: Path, show: Callable[[Report], None]) -> None:
        self._show = show
        self._showing = False
        self._before: Hook = sys.excepthook
        self.log_file = open_log(data)

    def install(self) -> None:
        """Take over ``sys.excepthook``."""
        self._before = sys.excepthook
        sys.excepthook = self

    def remove(self) -> None:
        """Give ``sys.excepthook`` back and close the log."""
        sys.excepthook = self._before
        for handler in tuple(log.handlers):
            log.removeHandler(handler)
            handler.close()

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and show ``error``; a bug in showing one must not call us again."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        report = make_report(error)
        log.error("%s", report.text)
        if self._showing:
            return
        self._showing = True
        try:
            self._show(report)
        except Exception:
            log.exception("the report could not be shown")
        finally:
            self._showing = False

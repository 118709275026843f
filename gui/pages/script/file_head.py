"""Over the paper: which file, how long, how quickly read, and how its headings are written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from geo.model import Script
from gui.pages.page import Page
from gui.pages.script.panes import HEAD
from gui.session import SHOWN, Changes, Session
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import label

QUICK_S = 0.1


class FileHead(Page):
    """One line about the file that is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "bottom")
        self.setMinimumHeight(HEAD)
        self._icon = QLabel()
        self.file = ElidedLabel(role="heading")
        self.told = label(role="caption")
        self.style_chip = label(chip="ok")
        self.preview_chip = label(chip="warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(8)
        for part in (self._icon, self.file, self.told):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.preview_chip, self.style_chip):
            row.addWidget(part)
        self.restyle()

    def show_state(self, changes: Changes) -> None:
        """Tell of the script."""
        shown = self.state.shown
        if changes.touch(*SHOWN, "language") and shown is not None:
            preview = self.state.preview
            name = shown.origin if preview is None else preview.path.name
            self.file.setText(name or f"《{shown.title}》")
            parts = [_kind(name), self._length(shown)]
            if preview is not None and preview.seconds is not None:
                parts.append(self._quickly(preview.seconds))
            self.told.setText(" · ".join(part for part in parts if part))
            style = self._style_word(shown.style)
            self.style_chip.setText(style)
            self.style_chip.setVisible(bool(style))
            self.preview_chip.setText(self.tr("还没导入"))
            self.preview_chip.setVisible(preview is not None)

    def _quickly(self, seconds: float) -> str:
        if seconds < QUICK_S:
            return self.tr("不到 {s} 秒读完").format(s=QUICK_S)
        return self.tr("{s} 秒读完").format(s=f"{seconds:.1f}")

    def _length(self, script: Script) -> str:
        signs = sum(len(line.text.strip()) for line in script.lines)
        return self.tr("{n} 字").format(n=f"{signs:,}") if signs else self.tr("手工列的场景")

    def _style_word(self, style: str) -> str:
        """How the headings are written; nothing for a style without a name."""
        return {
            "dash": self.tr("写法：集-场"),
            "ordinal": self.tr("写法：第几场"),
            "list": self.tr("写法：编号"),
            "slug": self.tr("写法：INT. / EXT."),
            "plain": self.tr("写法：只有地点"),
            "labels": self.tr("写法：分项"),
            "marked": self.tr("写法：软件标好的"),
        }.get(style, "")

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._icon.setPixmap(icons.pixmap("file-text", 16))


def _kind(name: str) -> str:
    """The kind of file, as people call it; nothing where the ending says as much."""
    return {
        ".docx": "Word",
        ".xlsx": "Excel",
        ".csv": "CSV",
        ".pdf": "PDF",
        ".fdx": "Final Draft",
        ".fountain": "Fountain",
        ".html": "Celtx",
        ".htm": "Celtx",
    }.get(Path(name).suffix.lower(), "")

"""与第 1 稿相比: what became of each scene, and whether the file is the next draft."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import DraftChanges, Fate
from gui.pages.page import Page
from gui.pages.script.draft_words import fate_word
from gui.session import SHOWN, Changes, Session
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label
from gui.widgets.segments import Segments

NEXT, OTHER = "next", "other"
ALWAYS = (Fate.SAME, Fate.CHANGED, Fate.NEW, Fate.OMITTED)


class DraftBlock(Page):
    """Shown while a preview can be compared with the present script. ``compare_asked``."""

    compare_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = label(role="strong")
        self.compare_button = QPushButton()
        self.compare_button.setProperty("quiet", "true")
        self.compare_button.clicked.connect(self.compare_asked)
        self.counts = FlowLayout(gap=14)
        self.told = label(role="second", wrap=True)
        self.choice = Segments()
        self.choice.chosen.connect(self._choose)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.compare_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self.counts)
        column.addWidget(self.told)
        column.addWidget(self.choice)

    def show_state(self, changes: Changes) -> None:
        """Count again."""
        if changes.touch(*SHOWN, "name", "language"):
            self._show()

    def _show(self) -> None:
        preview, present = self.state.preview, self.state.script
        if preview is None or present is None or preview.changes is None:
            return
        draft = present.draft
        self._title.setText(self.tr("与第 {n} 稿相比").format(n=draft))
        self.compare_button.setText(self.tr("逐场看"))
        self.choice.set_options(
            [
                (NEXT, self.tr("作为第 {n} 稿").format(n=draft + 1)),
                (OTHER, self.tr("另开一个项目")),
            ]
        )
        self.choice.choose(NEXT if preview.as_draft else OTHER)
        self.choice.setAccessibleName(self.tr("导入成什么"))
        self._count(preview.changes)
        if preview.as_draft:
            self.told.setText(self._promise(preview.changes))
        else:
            text = self.tr("手上的《{name}》会收起来，撤销就能拿回来。")
            self.told.setText(text.format(name=self.state.name))

    def _count(self, found: DraftChanges) -> None:
        self.counts.clear()
        for fate in Fate:
            count = found.count(fate)
            if count or fate in ALWAYS:
                self.counts.addWidget(label(f"{fate_word(fate)} {count}"))

    def _promise(self, found: DraftChanges) -> str:
        """What importing it as the next draft keeps; only what is true."""
        same = sum(one.fate is Fate.SAME and one.new is not None for one in found.changes)
        asked = sum(bool(one.asked) for one in found.changes)
        by_hand = sum(one.fate is Fate.SAME and one.new is None for one in found.changes)
        parts = [self.tr("没变的 {n} 场，改过、定过的都留着。").format(n=same)] if same else []
        if by_hand:
            parts.append(self.tr("手工加的 {n} 场也留着。").format(n=by_hand))
        if asked:
            parts.append(self.tr("有 {n} 场定过的依据变了，导入后请你看一眼。").format(n=asked))
        return "".join(parts) or self.tr("没有一场和上一稿相同，可能是另一个本子。")

    def _choose(self, key: str) -> None:
        self.session.choose_draft(as_draft=key == NEXT)

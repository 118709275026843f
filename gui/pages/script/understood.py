"""读懂了什么: figures, flags, questions, the comparison of drafts and the scene pointed at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gui.pages.page import Page
from gui.pages.script.draft_dialog import DraftDialog
from gui.pages.script.drafts import DraftBlock
from gui.pages.script.findings import Figures
from gui.pages.script.flags import Flags
from gui.pages.script.panes import rule
from gui.pages.script.questions import Questions
from gui.pages.script.scene_editor import SceneEditor
from gui.pages.script.sets_dialog import SetsDialog
from gui.session import SHOWN, Changes, Session
from gui.widgets.pane import Pane


class Understood(Page):
    """The body of the right pane. ``card_asked``: a line whose tag is in question."""

    card_asked = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.figures = Figures(session)
        self.flags = Flags(session)
        self.questions = Questions(session)
        self.drafts = DraftBlock(session)
        self.editor = SceneEditor(session)
        self.figures.sets_asked.connect(self.show_sets)
        self.editor.sets_asked.connect(self.show_sets)
        self.flags.line_asked.connect(self._go_to)
        self.questions.line_asked.connect(self.card_asked)
        self.questions.look_asked.connect(self._pick_need)
        self.drafts.compare_asked.connect(self.show_drafts)
        self._blocks: dict[QWidget, Pane] = {}
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.figures, self.flags, self.questions, self.drafts, self.editor):
            self._blocks[part] = _block(part)
        self._column.addStretch(1)
        self._order(preview=False)
        inner = QWidget()
        inner.setProperty("ground", "none")
        inner.setLayout(self._column)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _order(self, *, preview: bool) -> None:
        """In a preview what it becomes and its questions come first, else the scene pointed at."""
        ahead: tuple[QWidget, ...] = (self.drafts, self.questions, self.editor)
        if not preview:
            ahead = (self.editor, self.questions, self.drafts)
        for at, part in enumerate((self.figures, self.flags, *ahead)):
            block = self._blocks[part]
            # an item taken out by hand would live on and keep the heights of the new one stale
            self._column.removeWidget(block)
            self._column.insertWidget(at, block)

    def show_state(self, changes: Changes) -> None:
        """Show the blocks that have something to say."""
        if changes.touch("preview"):
            self._order(preview=self.state.preview is not None)
        if changes.touch(*SHOWN, "selection"):
            preview, shown = self.state.preview, self.state.shown
            scenes = shown is not None and bool(shown.scenes)
            compared = preview is not None and preview.changes is not None
            self._blocks[self.flags].setVisible(scenes)
            asked = shown is not None and bool(shown.warnings)
            self._blocks[self.questions].setVisible(scenes or asked)
            self._blocks[self.drafts].setVisible(compared and self.state.script is not None)
            self._blocks[self.editor].setVisible(self.editor.scene is not None)

    def _go_to(self, scene: str, line: int) -> None:
        self.session.select(scene=scene, line=line or None)

    def _pick_need(self, scene: str) -> None:
        """Point at a scene and wait for what it needs."""
        self.session.select(scene=scene)
        self._area.ensureWidgetVisible(self.editor.picker, 0, 80)
        self.editor.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sets(self) -> None:
        """The table of sets, at the set of the scene pointed at."""
        shown, scene = self.state.shown, self.state.selection.scene
        sets = shown.sets if shown is not None else ()
        first = next((one.id for one in sets if scene in one.scenes), None)
        dialog = SetsDialog(self.session, first, self)
        dialog.exec()
        dialog.deleteLater()

    def show_drafts(self) -> None:
        """Both drafts, scene by scene."""
        preview, old = self.state.preview, self.state.script
        if preview is not None and old is not None:
            dialog = DraftDialog(self.session, preview, old, self)
            dialog.exec()
            dialog.deleteLater()


def _block(part: QWidget) -> Pane:
    """A part with a hair line below it, shown and hidden together."""
    block = Pane()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(part)
    column.addWidget(rule())
    return block

"""The script page (剧本): contents at the left, the script in the middle, what we read at right."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from geo.model import Script
from gui.models.outline_model import OutlineModel, OutlineRole
from gui.models.paper_model import PaperModel, PaperRole
from gui.pages.page import Page
from gui.pages.script.dialogs import SceneDialog
from gui.pages.script.export_button import ExportButton
from gui.pages.script.file_head import FileHead
from gui.pages.script.foot import Foot
from gui.pages.script.outline_view import OutlineView
from gui.pages.script.panes import pane_head, pane_of
from gui.pages.script.paper_view import PaperView
from gui.pages.script.retagging import Retagger
from gui.pages.script.understood import Understood
from gui.session import SHOWN, Changes, Session
from gui.widgets import icons
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane, label

LEFT, RIGHT = 236, 400


class ScriptPage(Page):
    """Read what was read, and put it right. ``go_on_asked``: on to the places.

    ``export_asked``: write the breakdown, with the ending of the file.
    """

    go_on_asked = Signal()
    export_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.outline_model = OutlineModel(self)
        self.outline = OutlineView()
        self.outline.setModel(self.outline_model)
        self.outline.selectionModel().selectionChanged.connect(self._outline_moved)
        self.paper_model = PaperModel(self)
        self.paper = PaperView()
        self.paper.setModel(self.paper_model)
        self.paper.selectionModel().currentChanged.connect(self._paper_moved)
        self.outline.clicked.connect(self._outline_clicked)
        self.retagger = Retagger(session, self.paper, self.paper_model)
        self.understood = Understood(session)
        self.understood.card_asked.connect(self.open_card)
        self.editor = self.understood.editor
        self.empty = EmptyCard("file-text")
        self.empty.chosen.connect(lambda _key: self.add_scene())
        self.head = FileHead(session)
        self.foot = Foot(session)
        self.foot.go_on_asked.connect(self.go_on_asked)
        self._import_key = QShortcut(QKeySequence("Ctrl+Return"), self)
        self._import_key.activated.connect(self.foot.import_button.click)
        self._moving = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        for part in (self._left(), self._middle(), self._right()):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT, 800, RIGHT])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _left(self) -> QWidget:
        self._contents = label(role="heading")
        self._contents_count = label(role="caption")
        self.add_button = QPushButton()
        self.add_button.setProperty("small", "true")
        self.add_button.clicked.connect(self.add_scene)
        self.export_button = ExportButton(self.session)
        self.export_button.chosen.connect(self.export_asked)
        foot = Pane()
        foot.setProperty("hair", "top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(self.export_button)
        return pane_of(
            pane_head(self._contents, self._contents_count), self.outline, foot, least=180
        )

    def _middle(self) -> QWidget:
        sheet = Pane()
        sheet.setProperty("card", "true")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.paper)
        around = QWidget()
        around.setProperty("ground", "win")
        room = QVBoxLayout(around)
        room.setContentsMargins(20, 14, 20, 14)
        room.addWidget(sheet)
        holder = QWidget()
        centred = QVBoxLayout(holder)
        centred.setContentsMargins(40, 60, 40, 0)
        centred.addWidget(self.empty)
        centred.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(around)
        self._stack.addWidget(holder)
        return pane_of(self.head, self._stack, None, least=360)

    def _right(self) -> QWidget:
        self._read = label(role="heading")
        self._hint = label(role="caption")
        return pane_of(pane_head(self._read, self._hint), self.understood, self.foot, least=320)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        return (self.outline, self.paper, self.editor.picker)

    def show_state(self, changes: Changes) -> None:
        """Draw the script."""
        state = self.state
        if changes.touch(*SHOWN, "language"):
            self._show_script(state.shown)
        if changes.touch(*SHOWN, "selection", "language"):
            self._point_at(state.selection.scene, state.selection.line)
        self.retagger.show_state(changes)

    def _show_script(self, script: Script | None) -> None:
        scenes = script.played if script is not None else ()
        self._moving = True
        unfolded = self.outline.unfolded()
        self.outline_model.set_script(script)
        if self.paper_model.set_script(script):
            self.outline.unfold_if_short()
        else:
            self.outline.unfold(unfolded)
        self._moving = False
        episodes = len({scene.episode for scene in scenes} - {None})
        if episodes:
            text = self.tr("{m} 集 · {n} 场").format(m=episodes, n=len(scenes))
        else:
            text = self.tr("{n} 场").format(n=len(scenes))
        self._contents_count.setText(text)
        self._stack.setCurrentIndex(0 if self.paper_model.rowCount() else 1)
        self._hint.setText(self._how_to())

    def _how_to(self) -> str:
        if self.state.preview is not None:
            return self.tr("点一行左边的字，就能改")
        return self.tr("点左边任何一场，都能改")

    def _point_at(self, scene: str | None, line: int | None) -> None:
        self.paper.point_at(scene)
        self._moving = True
        self.outline.setCurrentIndex(self.outline_model.index_of(scene, line))
        wanted = self.paper_model.index_of(line)
        here = self.paper.currentIndex()
        if wanted.isValid():
            if here != wanted:
                self.paper.setCurrentIndex(wanted)
                self.paper.scrollTo(wanted, PaperView.ScrollHint.PositionAtCenter)
        elif not here.isValid() or here.data(PaperRole.SCENE) != scene:
            self._show_heading(scene)
        self._moving = False

    def _show_heading(self, scene: str | None) -> None:
        heading = self.paper_model.heading_of(scene)
        if heading.isValid():
            self.paper.setCurrentIndex(heading)
            # what can be read already does not jump
            seen = self.paper.visualRect(heading)
            if seen.top() < 0 or seen.bottom() > self.paper.viewport().height() // 2:
                self.paper.scrollTo(heading, PaperView.ScrollHint.PositionAtTop)

    def _outline_moved(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            scene = index.data(OutlineRole.SCENE)
            if scene and not self._moving:
                self.session.select(scene=scene, line=index.data(OutlineRole.LINE))

    def _outline_clicked(self, index: QModelIndex) -> None:
        """The scene is chosen already but its heading is out of sight."""
        scene, line = index.data(OutlineRole.SCENE), index.data(OutlineRole.LINE)
        if line:
            self.retagger.open(line)
        elif scene and scene == self.state.selection.scene:
            self._show_heading(scene)

    def _paper_moved(self, index: QModelIndex) -> None:
        if self._moving or not index.isValid():
            return
        line = index.data(PaperRole.NUMBER) or None
        scene = index.data(PaperRole.SCENE) or None
        self.session.select(scene=scene, line=line)

    def open_card(self, number: int) -> None:
        """Ask what line ``number`` is."""
        self.retagger.open(number)

    def add_scene(self) -> None:
        """List a scene by hand."""
        SceneDialog(self.session, self).exec()

    def restyle(self) -> None:
        """Fetch icons again."""
        self.add_button.setIcon(icons.icon("plus", 14))

    def retranslate(self) -> None:
        """Set every text again."""
        self._contents.setText(self.tr("目录"))
        self._read.setText(self.tr("读懂了什么"))
        self._hint.setText(self._how_to())
        self.add_button.setText(self.tr("加一场"))
        self.outline.setAccessibleName(self.tr("目录"))
        self.paper.setAccessibleName(self.tr("剧本正文"))
        self.empty.tell(
            self.tr("还没有场景"),
            self.tr("列一场，说要什么景，就能排出取景地。也可以把剧本文件拖进来。"),
            [("add", self.tr("加一场…"))],
        )

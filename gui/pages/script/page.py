"""The script page (剧本): contents at the left, the script in the middle, what we read at right."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from geo.model import Script
from gui.models.outline_model import OutlineModel, OutlineRole
from gui.models.paper_model import PaperModel, PaperRole
from gui.pages.page import Page
from gui.pages.script.dialogs import MergeDialog, SceneDialog
from gui.pages.script.findings import Doubts, Figures
from gui.pages.script.outline_view import OutlineView
from gui.pages.script.paper_view import PaperView
from gui.pages.script.scene_editor import SceneEditor
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane, label

LEFT, RIGHT = 236, 400


class ScriptPage(Page):
    """Read what was read, and put it right. ``go_on_asked``: on to the places."""

    go_on_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.outline_model = OutlineModel(self)
        self.outline = OutlineView()
        self.outline.setModel(self.outline_model)
        self.outline.selectionModel().selectionChanged.connect(self._outline_moved)
        self.paper_model = PaperModel(self)
        self.paper = PaperView()
        self.paper.setModel(self.paper_model)
        self.paper.clicked.connect(self._paper_moved)
        self.paper.activated.connect(self._paper_moved)
        self.figures = Figures(session)
        self.editor = SceneEditor(session)
        self.editor.merge_asked.connect(self.merge)
        self.doubts = Doubts(session)
        self.doubts.look_asked.connect(self._look_at)
        self.empty = EmptyCard("file-text")
        self.empty.chosen.connect(lambda _key: self.add_scene())
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
        foot = Pane()
        foot.setProperty("hair", "top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.add_button)
        row.addStretch(1)
        return _pane(_head(self._contents, self._contents_count), self.outline, foot, least=180)

    def _middle(self) -> QWidget:
        self._file = ElidedLabel(role="heading")
        self._style = label(chip="ok")
        self._told = label(role="caption")
        sheet = Pane()
        sheet.setProperty("card", "true")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(4, 10, 2, 10)
        inside.addWidget(self.paper)
        around = QWidget()
        around.setProperty("ground", "win")
        room = QVBoxLayout(around)
        room.setContentsMargins(20, 16, 20, 0)
        room.addWidget(sheet)
        holder = QWidget()
        centred = QVBoxLayout(holder)
        centred.setContentsMargins(40, 60, 40, 0)
        centred.addWidget(self.empty)
        centred.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(around)
        self._stack.addWidget(holder)
        return _pane(_head(self._file, self._told, self._style), self._stack, None, least=360)

    def _right(self) -> QWidget:
        self._read = label(role="heading")
        self._hint = label(role="caption")
        self.go_on_button = QPushButton()
        self.go_on_button.setProperty("main", "true")
        self.go_on_button.clicked.connect(self.go_on_asked)
        self.undo_button = QPushButton()
        self.undo_button.clicked.connect(self.session.undo)
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for at, part in enumerate((self.figures, self.editor, self.doubts)):
            if at:
                rule = Pane()
                rule.setProperty("rule", "h")
                column.addWidget(rule)
            column.addWidget(part, 1 if part is self.doubts else 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = Pane()
        foot.setProperty("hair", "top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(self.go_on_button)
        return _pane(_head(self._read, self._hint), area, foot, least=320)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        return (self.outline, self.paper, self.editor.picker)

    def show_state(self, changes: Changes) -> None:
        """Draw the script."""
        state = self.state
        script = state.script
        if changes.touch("script", "language"):
            self._show_script(script)
        if changes.touch("script", "selection", "language"):
            self._point_at(state.selection.scene)
        if changes.touch("can_undo"):
            self.undo_button.setEnabled(state.can_undo)
        if changes.touch("script"):
            self.go_on_button.setEnabled(bool(script and script.scenes))

    def _show_script(self, script: Script | None) -> None:
        scenes = script.scenes if script is not None else ()
        self._moving = True
        self.outline_model.set_script(script)
        self.outline.expandAll()
        self.paper_model.set_script(script)
        self._moving = False
        episodes = len({scene.episode for scene in scenes} - {None})
        if episodes:
            text = self.tr("{m} 集 · {n} 场").format(m=episodes, n=len(scenes))
        else:
            text = self.tr("{n} 场").format(n=len(scenes))
        self._contents_count.setText(text)
        self._stack.setCurrentIndex(0 if scenes else 1)
        if script is not None:
            self._file.setText(script.origin or f"《{script.title}》")
            self._tell_reading(script)

    def _tell_reading(self, script: Script) -> None:
        signs = sum(len(scene.body) for scene in script.scenes)
        text = self.tr("{n} 字").format(n=f"{signs:,}") if signs else self.tr("手工列的场景")
        self._told.setText(text)
        style = self._style_word(script.style)
        self._style.setText(style)
        self._style.setVisible(bool(style))

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

    def _point_at(self, scene: str | None) -> None:
        self.paper.point_at(scene)
        self._moving = True
        index = self.outline_model.index_of(scene)
        self.outline.setCurrentIndex(index)
        heading = self.paper_model.heading_of(scene)
        here = self.paper.currentIndex()
        if heading.isValid() and here.data(PaperRole.SCENE) != scene:
            self.paper.setCurrentIndex(heading)
            self.paper.scrollTo(heading, PaperView.ScrollHint.PositionAtTop)
        self._moving = False
        self.editor.setVisible(self.editor.scene is not None)

    def _outline_moved(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            scene = index.data(OutlineRole.SCENE)
            if scene and not self._moving:
                self.session.select(scene=scene)

    def _paper_moved(self, index: QModelIndex) -> None:
        self.session.select(scene=index.data(PaperRole.SCENE))

    def _look_at(self, scene: str) -> None:
        self.session.select(scene=scene)
        self.editor.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_scene(self) -> None:
        """List a scene by hand."""
        SceneDialog(self.session, self).exec()

    def merge(self) -> None:
        """Make one set of two, beginning with the one pointed at."""
        scene = self.state.selection.scene
        script = self.state.script
        sets = script.sets if script is not None else ()
        first = next((one.id for one in sets if scene in one.scenes), None)
        MergeDialog(self.session, first, self).exec()

    def restyle(self) -> None:
        """Fetch icons again."""
        self.add_button.setIcon(icons.icon("plus", 14))
        self.undo_button.setIcon(icons.icon("arrow-back-up", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self._contents.setText(self.tr("目录"))
        self._read.setText(self.tr("读懂了什么"))
        self._hint.setText(self.tr("点左边任何一场，都能改"))
        self.add_button.setText(self.tr("加一场"))
        self.undo_button.setText(self.tr("撤销"))
        self.go_on_button.setText(self.tr("去选景"))
        self.outline.setAccessibleName(self.tr("目录"))
        self.paper.setAccessibleName(self.tr("剧本正文"))
        self.empty.tell(
            self.tr("还没有场景"),
            self.tr("列一场，说要什么景，就能排出取景地。也可以把剧本文件拖进来。"),
            [("add", self.tr("加一场…"))],
        )


def _head(title: QWidget, *rest: QWidget) -> QWidget:
    """The head of a pane, 38 px: its question, then what there is to say."""
    head = Pane()
    head.setProperty("hair", "bottom")
    head.setMinimumHeight(38)
    row = QHBoxLayout(head)
    row.setContentsMargins(16, 0, 14, 0)
    row.setSpacing(8)
    row.addWidget(title)
    for at, part in enumerate(rest):
        row.addWidget(part)
        if at == 0:
            row.addStretch(1)
    if not rest:
        row.addStretch(1)
    return head


def _pane(head: QWidget, body: QWidget, foot: QWidget | None, *, least: int) -> QWidget:
    pane = Pane()
    pane.setProperty("pane", "true")
    pane.setMinimumWidth(least)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    if foot is not None:
        column.addWidget(foot)
    return pane

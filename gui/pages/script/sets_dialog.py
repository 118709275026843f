"""场景表: every set with its scenes; sets are joined, parted and called otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from geo.model import DayPart, IntExt, Scene, Script, ScriptSet
from gui import theme
from gui.pages.words import side_word, time_word
from gui.session import SHOWN, Changes, Session
from gui.texts import pages_text
from gui.widgets import icons
from gui.widgets.pane import label

SIZE = (760, 560)
ID_ROLE = Qt.ItemDataRole.UserRole + 1
SCENE_ROLE = Qt.ItemDataRole.UserRole + 2
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
FIGURES, WIDTHS = (1, 4), {1: 72, 2: 140, 3: 160, 4: 84}
NOTHING = Script("", ())
TWO = 2


class SetsDialog(QDialog):
    """Sets as a table, their scenes below each. Every change can be undone from here."""

    _named = Signal(str, str)

    def __init__(
        self, session: Session, first: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._filling = False
        self.setWindowTitle(self.tr("场景表"))
        self.resize(*SIZE)
        self.model = QStandardItemModel(self)
        self.model.itemChanged.connect(self._renamed)
        self.table = QTreeView()
        self.table.setProperty("table", "true")
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setUniformRowHeights(True)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.table.setExpandsOnDoubleClick(False)
        self.table.setAccessibleName(self.tr("场景表"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._told = label(role="second", wrap=True)
        self.merge_button = QPushButton()
        self.split_button = QPushButton()
        self.rename_button = QPushButton()
        self.undo_button = QPushButton(self.tr("撤销"))
        self.undo_button.setProperty("plain", "true")
        self.undo_button.setIcon(icons.icon("arrow-back-up", 16))
        self._connect()
        self._lay_out()
        self._fill()
        self._choose([first] if first else [])
        session.changed.connect(self._hear)

    def _connect(self) -> None:
        self.merge_button.clicked.connect(self.merge)
        self.split_button.clicked.connect(self.split)
        self.rename_button.clicked.connect(self.rename)
        self.undo_button.clicked.connect(self._session.undo)
        # the table is filled again, which it does not bear while it writes the name down
        self._named.connect(self._session.rename_set, Qt.ConnectionType.QueuedConnection)
        for keys, do in (
            ("Ctrl+M", self.merge),
            ("Ctrl+Z", self._session.undo),
            ("Ctrl+Shift+Z", self._session.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _lay_out(self) -> None:
        close = QPushButton(self.tr("看好了"))
        close.setProperty("main", "true")
        close.clicked.connect(self.accept)
        self.merge_button.setText(self.tr("合并"))
        self.merge_button.setToolTip("Ctrl+M")
        self.split_button.setText(self.tr("拆出去"))
        self.rename_button.setText(self.tr("改名"))
        self.rename_button.setToolTip("F2")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        buttons = (self.merge_button, self.split_button, self.rename_button, self.undo_button)
        for button in buttons:
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._told)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def done(self, answer: int) -> None:
        """Hear no more."""
        self._session.changed.disconnect(self._hear)
        super().done(answer)

    def _hear(self, changes: Changes) -> None:
        if changes.touch(*SHOWN):
            kept = [one.id for one in self._chosen_sets()]
            self._fill()
            self._choose(kept)
        if changes.touch("can_undo"):
            self._offer()

    @property
    def _script(self) -> Script:
        return self._session.state.shown or NOTHING

    def _fill(self) -> None:
        open_ones = {
            index.data(ID_ROLE) for index in self._top_rows() if self.table.isExpanded(index)
        }
        self._filling = True
        self.model.clear()
        self.model.setHorizontalHeaderLabels(
            [
                self.tr("场景"),
                self.tr("场"),
                self.tr("内 / 外"),
                self.tr("日 / 夜"),
                self.tr("页"),
            ]
        )
        for at in FIGURES:
            self.model.horizontalHeaderItem(at).setTextAlignment(RIGHT)
        scenes = {scene.id: scene for scene in self._script.scenes}
        for one in self._script.sets:
            self.model.appendRow(
                self._set_row(one, [scenes[key] for key in one.scenes if key in scenes])
            )
        head = self.table.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at, wide in WIDTHS.items():
            head.resizeSection(at, wide)
        for index in self._top_rows():
            if index.data(ID_ROLE) in open_ones:
                self.table.expand(index)
        self._filling = False
        self._offer()

    def _top_rows(self) -> list[QModelIndex]:
        return [self.model.index(row, 0) for row in range(self.model.rowCount())]

    def _set_row(self, one: ScriptSet, scenes: Sequence[Scene]) -> list[QStandardItem]:
        sides = Counter(scene.int_ext for scene in scenes if scene.int_ext)
        times = Counter(scene.time for scene in scenes if scene.time)
        eighths = sum(scene.length_eighths for scene in scenes)
        name = QStandardItem(one.name)
        name.setData(one.id, ID_ROLE)
        row = [
            name,
            _figure(str(len(scenes))),
            _plain("  ".join(f"{side_word(key)} {sides[key]}" for key in IntExt if sides[key])),
            _plain("  ".join(f"{time_word(key)} {times[key]}" for key in DayPart if times[key])),
            _figure(pages_text(eighths)),
        ]
        for scene in scenes:
            name.appendRow(self._scene_row(one, scene))
        return row

    @staticmethod
    def _scene_row(one: ScriptSet, scene: Scene) -> list[QStandardItem]:
        first = _plain(f"{scene.label}  {scene.place}")
        first.setData(one.id, ID_ROLE)
        first.setData(scene.id, SCENE_ROLE)
        return [
            first,
            _plain(""),
            _plain(side_word(scene.int_ext) if scene.int_ext else ""),
            _plain(time_word(scene.time) if scene.time else ""),
            _figure(pages_text(scene.length_eighths)),
        ]

    def _rows(self) -> list[QModelIndex]:
        return self.table.selectionModel().selectedRows(0)

    def _chosen_sets(self) -> list[ScriptSet]:
        """The sets whose own rows are selected, in the order of the script."""
        ids = {index.data(ID_ROLE) for index in self._rows() if not index.data(SCENE_ROLE)}
        return [one for one in self._script.sets if one.id in ids]

    def _chosen_scenes(self) -> tuple[ScriptSet, list[str]] | None:
        """Scenes selected in one set, unless they are all it has."""
        rows = [index for index in self._rows() if index.data(SCENE_ROLE)]
        homes = {index.data(ID_ROLE) for index in self._rows()}
        if not rows or len(homes) != 1:
            return None
        home = next((one for one in self._script.sets if one.id in homes), None)
        ids = [index.data(SCENE_ROLE) for index in rows]
        return None if home is None or len(ids) >= len(home.scenes) else (home, ids)

    def _choose(self, ids: Sequence[str]) -> None:
        """Select the rows of these sets; the first set when none of them is there."""
        found = [index for index in self._top_rows() if index.data(ID_ROLE) in ids]
        selection = self.table.selectionModel()
        flag = QItemSelectionModel.SelectionFlag
        for index in found or self._top_rows()[:1]:
            selection.select(index, flag.Select | flag.Rows)
        if found:
            selection.setCurrentIndex(found[0], flag.NoUpdate)
            self.table.scrollTo(found[0])

    def _keeper(self, sets: Sequence[ScriptSet]) -> ScriptSet:
        """The set whose name stays: the one with most scenes, the first of equals."""
        return max(sets, key=lambda one: len(one.scenes))

    def _offer(self) -> None:
        if self._filling:
            return
        sets, apart = self._chosen_sets(), self._chosen_scenes()
        self.merge_button.setEnabled(len(sets) >= TWO)
        self.split_button.setEnabled(apart is not None)
        self.rename_button.setEnabled(len(sets) == 1)
        self.undo_button.setEnabled(self._session.state.can_undo)
        if len(sets) >= TWO:
            count = sum(len(one.scenes) for one in sets)
            text = self.tr("合并后叫“{name}”，共 {n} 场。随时能撤销。")
            text = text.format(name=self._keeper(sets).name, n=count)
        elif apart is not None:
            text = self.tr("把选中的 {n} 场从“{name}”里拆出来，另成一个景。")
            text = text.format(n=len(apart[1]), name=apart[0].name)
        else:
            text = self.tr("按住 Ctrl 选几个景，能合并；展开一个景选几场，能拆出去。")
        self._told.setText(text)

    def merge(self) -> None:
        """Make one set of those selected."""
        sets = self._chosen_sets()
        if len(sets) >= TWO:
            keep = self._keeper(sets)
            self._session.merge_sets(keep.id, *(one.id for one in sets if one is not keep))

    def split(self) -> None:
        """Take the selected scenes out of their set."""
        found = self._chosen_scenes()
        if found is not None:
            home, scenes = found
            self._session.split_set(home.id, scenes)

    def rename(self) -> None:
        """Type another name over the present one."""
        rows = [index for index in self._rows() if not index.data(SCENE_ROLE)]
        if len(rows) == 1:
            self.table.setCurrentIndex(rows[0])
            self.table.edit(rows[0])

    def _renamed(self, item: QStandardItem) -> None:
        if self._filling or item.data(SCENE_ROLE):
            return
        one = next((one for one in self._script.sets if one.id == item.data(ID_ROLE)), None)
        name = item.text().strip()
        if one is None or name == one.name:
            return
        if name:
            self._named.emit(one.id, name)
        else:
            item.setText(one.name)


def _plain(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setSizeHint(QSize(0, theme.current().target))
    item.setEditable(False)
    return item


def _figure(text: str) -> QStandardItem:
    item = _plain(text)
    item.setTextAlignment(RIGHT)
    return item

"""逐场看: every scene of two drafts in a list, and the two texts of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from geo.model import Fate, Script
from gui.pages.script.draft_words import ChangeRow, page_of, rows_of, side_by_side, text_of
from gui.session import Preview, Session
from gui.widgets.pane import label
from gui.widgets.segments import Segments

CHANGED, EVERY = "changed", "all"
SIZE = (1080, 640)
WIDTHS = (86, 112, 160)


class DraftDialog(QDialog):
    """Looks only; the choice of what the file becomes stands in the pane."""

    def __init__(
        self, session: Session, preview: Preview, old: Script, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._old, self._new = old, preview.script
        changes = preview.changes.changes if preview.changes is not None else ()
        self._rows = rows_of(changes, old, preview.script)
        self.setWindowTitle(self.tr("逐场比两稿"))
        self.resize(*SIZE)
        self.filter = Segments([(CHANGED, self.tr("有变动的")), (EVERY, self.tr("全部"))])
        self.filter.chosen.connect(self._list)
        self._count = label(role="caption")
        self.model = QStandardItemModel(self)
        self.table = QTreeView()
        self.table.setProperty("table", "true")
        self.table.setModel(self.model)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.tr("每一场的变动"))
        self.table.selectionModel().currentChanged.connect(self._show)
        self._heads = (label(role="strong"), label(role="strong"))
        self.text = QTextBrowser()
        self.text.setProperty("paper", "true")
        self.text.setAccessibleName(self.tr("两稿的正文"))
        self._lay_out()
        self.filter.choose(CHANGED if self._changed() else EVERY)
        self._list()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.filter)
        head.addWidget(self._count, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        right = QWidget()
        heads = QHBoxLayout()
        for one in self._heads:
            heads.addWidget(one, 1)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(8, 4, 0, 0)
        beside.setSpacing(8)
        beside.addLayout(heads)
        beside.addWidget(self.text, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(right)
        both.setChildrenCollapsible(False)
        both.setStretchFactor(1, 1)
        both.setSizes([480, 600])
        close = QPushButton(self.tr("看好了"))
        close.setProperty("main", "true")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(label(self.tr("− 上一稿的，+ 这一稿的，划线的字是改动"), role="caption"), 1)
        foot.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(both, 1)
        outer.addLayout(foot)

    def _changed(self) -> list[ChangeRow]:
        return [row for row in self._rows if row.change.fate is not Fate.SAME or row.change.asked]

    def _list(self, _key: str = "") -> None:
        rows = self._changed() if self.filter.choice == CHANGED else self._rows
        self._shown = rows
        self.model.clear()
        self.model.setHorizontalHeaderLabels(
            [self.tr("结果"), self.tr("场号"), self.tr("地点"), self.tr("有什么不同")]
        )
        for row in rows:
            texts = (row.fate, row.number, row.place, row.what)
            items = [QStandardItem(text) for text in texts]
            for item in items:
                item.setToolTip(item.text())
            self.model.appendRow(items)
        head = self.table.header()
        for at, wide in enumerate(WIDTHS):
            head.resizeSection(at, wide)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self._count.setText(self.tr("{n} 场").format(n=len(rows)))
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self._tell(None)

    def _show(self, index: QModelIndex) -> None:
        fits = index.isValid() and index.row() < len(self._shown)
        self._tell(self._shown[index.row()] if fits else None)

    def _tell(self, row: ChangeRow | None) -> None:
        drafts = (self._old.draft, self._old.draft + 1)
        for head, draft in zip(self._heads, drafts, strict=True):
            head.setText(self.tr("第 {n} 稿").format(n=draft))
        if row is None:
            self.text.setPlainText("")
            return
        old = text_of(self._old, row.change.old)
        new = text_of(self._new, row.change.new)
        if (row.change.old and not old) or (row.change.new and not new):
            self.text.setPlainText(self.tr("这一场没有留下正文，只能比场头。"))
            return
        self.text.setHtml(page_of(side_by_side(old, new)))

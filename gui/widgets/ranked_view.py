"""A list of rows of one height, in which a new order costs no new layout."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget


class RowsView(QListView):
    """Rows of one height. Qt would lay out ten thousand of them anew at each move of a slider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._laid: tuple[int, QSize, int] | None = None
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_rows(self, model: QAbstractItemModel, delegate: QStyledItemDelegate) -> None:
        """Show ``model`` drawn by ``delegate``, which the view keeps."""
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(model)

    def reset(self) -> None:
        """Other rows: lay out again."""
        self._laid = None
        super().reset()

    def doItemsLayout(self) -> None:
        """Lay out only when the number, height or width of rows changed."""
        model = self.model()
        if model is None:
            super().doItemsLayout()
            return
        count = model.rowCount()
        height = self.sizeHintForIndex(model.index(0, 0)).height() if count else 0
        now = count, self.viewport().size(), height
        if now == self._laid:
            self.viewport().update()
            return
        super().doItemsLayout()
        self._laid = count, self.viewport().size(), height

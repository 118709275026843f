"""A ranked list under its head: places or cities, with figures that answer clicks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.models.ranked import RankedModel
from gui.texts import Role
from gui.widgets.photo_drop import PhotoDrop, Target
from gui.widgets.photo_shelf import PhotoShelf
from gui.widgets.ranked_view import RowsView
from gui.widgets.ranking_delegate import RankingDelegate
from gui.widgets.ranking_header import RankingHeader


class RankedList(QWidget):
    """One ranked list under its head; ``drop`` takes photos where its rows show some."""

    def __init__(self, model: RankedModel, shelf: PhotoShelf) -> None:
        super().__init__()
        self.model = model
        self.view = RowsView()
        self.drawer = RankingDelegate(self.view, shelf)
        shelf.arrived.connect(self.view.viewport().update)
        self.drop = PhotoDrop(self.view.viewport(), self._target)
        self.view.show_rows(model, self.drawer)
        self.head = RankingHeader(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)

    def point_at(self, one: str | None) -> None:
        """Select a row and bring it into sight."""
        index = self.model.index_of(one)
        if not index.isValid():
            self.view.selectionModel().clear()
        elif not self.view.selectionModel().isSelected(index):
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _target(self, at: QPoint) -> Target | None:
        """The row under a point that photos may go to."""
        index = self.view.indexAt(at)
        if not index.isValid() or index.data(Role.PHOTO) is None:
            return None
        return str(index.data(Role.ID)), str(index.data()), self.view.visualRect(index)

    def cell_rect(self, one: str, criterion: str) -> QRect:
        """Where a figure stands on the screen."""
        index = self.model.index_of(one)
        rect = self.drawer.figure_rect(self.view, index, criterion).toRect()
        return QRect(self.view.viewport().mapToGlobal(rect.topLeft()), rect.size())

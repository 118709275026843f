"""A ranked list under its head: places or cities, with figures that answer clicks."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model import Criterion
from gui.models.ranked import RankedModel
from gui.widgets.ranked_view import RowsView
from gui.widgets.ranking_delegate import RankingDelegate
from gui.widgets.ranking_header import RankingHeader


class RankedList(QWidget):
    """One ranked list under its head."""

    def __init__(self, model: RankedModel) -> None:
        super().__init__()
        self.model = model
        self.view = RowsView()
        self.drawer = RankingDelegate(self.view)
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

    def cell_rect(self, one: str, criterion: Criterion) -> QRect:
        """Where a figure stands on the screen."""
        index = self.model.index_of(one)
        rect = self.drawer.figure_rect(self.view, index, criterion).toRect()
        return QRect(self.view.viewport().mapToGlobal(rect.topLeft()), rect.size())

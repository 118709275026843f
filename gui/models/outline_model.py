"""The contents of a script: episodes, and the scenes in each."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from geo.model import Scene, Script


class OutlineRole(IntEnum):
    """What can be asked of a row besides its text."""

    SCENE = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    DOUBTS = Qt.ItemDataRole.UserRole + 3
    LABEL = Qt.ItemDataRole.UserRole + 4


class OutlineModel(QStandardItemModel):
    """A tree of two levels. A script without episodes is one flat list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QStandardItem] = {}

    def set_script(self, script: Script | None) -> None:
        """Show the scenes of ``script`` by episode."""
        self.clear()
        self._items = {}
        if script is None:
            return
        episodes: dict[int | None, list[Scene]] = {}
        for scene in script.scenes:
            episodes.setdefault(scene.episode, []).append(scene)
        flat = set(episodes) == {None}
        for episode, scenes in episodes.items():
            above = self.invisibleRootItem() if flat else self._episode(episode, scenes)
            for scene in scenes:
                above.appendRow(self._scene(scene))

    def _episode(self, episode: int | None, scenes: list[Scene]) -> QStandardItem:
        name = self.tr("没有集号") if episode is None else self.tr("第 {n} 集").format(n=episode)
        item = QStandardItem(name)
        item.setEditable(False)
        item.setData(self.tr("{n} 场").format(n=len(scenes)), OutlineRole.COUNT)
        doubts = sum(not scene.needs and not scene.culture for scene in scenes)
        item.setData(doubts, OutlineRole.DOUBTS)
        self.appendRow(item)
        return item

    def _scene(self, scene: Scene) -> QStandardItem:
        number = "?" if scene.number is None else str(scene.number)
        label = number if scene.episode is None else f"{scene.episode}-{number}"
        item = QStandardItem(scene.place or scene.heading)
        item.setEditable(False)
        item.setData(scene.id, OutlineRole.SCENE)
        item.setData(label, OutlineRole.LABEL)
        item.setData(int(not scene.needs and not scene.culture), OutlineRole.DOUBTS)
        item.setData(f"{label} {item.text()}", Qt.ItemDataRole.AccessibleTextRole)
        self._items[scene.id] = item
        return item

    def index_of(self, scene_id: str | None) -> QModelIndex:
        """Where a scene stands; invalid when it is not here."""
        item = self._items.get(scene_id or "")
        return QModelIndex() if item is None else item.index()

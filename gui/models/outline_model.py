"""The contents of a script: episodes, the scenes in each, and lines that may be scenes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from geo.model import Scene, Script, ScriptLine
from gui.models.script_doubts import might_be_headings, scene_doubts

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class OutlineRole(IntEnum):
    """What can be asked of a row besides its text."""

    SCENE = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    DOUBTS = Qt.ItemDataRole.UserRole + 3
    LABEL = Qt.ItemDataRole.UserRole + 4
    LINE = Qt.ItemDataRole.UserRole + 5


@dataclass(frozen=True, slots=True)
class _Row:
    """A scene (``line`` 0), or a line that looks like a heading and is none so far."""

    scene: str
    label: str
    text: str
    doubts: int
    line: int = 0


@dataclass(frozen=True, slots=True)
class _Episode:
    """An episode, or the scenes without one; ``number`` None is for those."""

    number: int | None
    rows: tuple[_Row, ...]
    scenes: int

    @property
    def doubts(self) -> int:
        """How many things to look at there are in it."""
        return sum(row.doubts for row in self.rows if not row.line)


class OutlineModel(QAbstractItemModel):
    """A tree of two levels. A script without episodes is one flat list.

    An index of the second level holds the row of its episode plus 1, one of the first 0.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._episodes: tuple[_Episode, ...] = ()
        self._flat = False
        self._places: dict[str | int, tuple[int, int]] = {}

    def set_script(self, script: Script | None) -> None:
        """Show the scenes of ``script`` by episode."""
        self.beginResetModel()
        self._episodes = self._read(script) if script is not None else ()
        self._flat = [one.number for one in self._episodes] == [None]
        self._places = {
            row.line or row.scene: (above, at)
            for above, episode in enumerate(self._episodes)
            for at, row in enumerate(episode.rows)
        }
        self.endResetModel()

    def _read(self, script: Script) -> tuple[_Episode, ...]:
        doubts, perhaps = scene_doubts(script), might_be_headings(script)
        rows: dict[int | None, list[_Row]] = {}
        counts: dict[int | None, int] = {}
        for scene in script.scenes:
            counts[scene.episode] = counts.get(scene.episode, 0) + 1
            here = rows.setdefault(scene.episode, [])
            here.append(self._scene(scene, doubts[scene.id]))
            here += [_line(line) for line in perhaps.get(scene.id, ())]
        return tuple(_Episode(one, tuple(found), counts[one]) for one, found in rows.items())

    def _scene(self, scene: Scene, doubts: int) -> _Row:
        text = self.tr("省略") if scene.omitted else scene.place or scene.heading
        return _Row(scene.id, scene.label, text, doubts)

    def index_of(self, scene_id: str | None, line: int | None = None) -> QModelIndex:
        """Where a scene stands, or ``line`` when it has a row of its own; invalid when not here."""
        place = self._places.get(line or 0) or self._places.get(scene_id or "")
        if place is None:
            return QModelIndex()
        above, at = place
        return self.index(at, 0, NOWHERE if self._flat else self.index(above, 0))

    def index(self, row: int, column: int, parent: AnyIndex = NOWHERE) -> QModelIndex:
        """The index of a row under ``parent``."""
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: AnyIndex = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The episode of a scene."""
        above = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Episodes, or the scenes of one."""
        if not parent.isValid():
            return len(self._episodes[0].rows) if self._flat else len(self._episodes)
        if self._flat or parent.internalId():
            return 0
        return len(self._episodes[parent.row()].rows)

    def columnCount(self, _parent: AnyIndex = NOWHERE) -> int:
        """One."""
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, number, scene, line, count and doubts."""
        if not index.isValid():
            return None
        above = int(index.internalId())
        if self._flat or above:
            episode = self._episodes[max(0, above - 1)]
            return self._of_row(episode.rows[index.row()], role)
        return self._of_episode(self._episodes[index.row()], role)

    def _of_row(self, row: _Row, role: int) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.line:
                told = self.tr("第 {n} 行像场景标题：{text}")
                return told.format(n=row.line, text=row.text)
            return f"{row.label} {row.text}"
        return {
            int(Qt.ItemDataRole.DisplayRole): row.text,
            int(OutlineRole.SCENE): row.scene,
            int(OutlineRole.LABEL): row.label,
            int(OutlineRole.DOUBTS): row.doubts,
            int(OutlineRole.LINE): row.line or None,
        }.get(int(role))

    def _of_episode(self, episode: _Episode, role: int) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole:
            number = episode.number
            return self.tr("没有集号") if number is None else self.tr("第 {n} 集").format(n=number)
        if role == OutlineRole.COUNT:
            return self.tr("{n} 场").format(n=episode.scenes)
        if role == OutlineRole.DOUBTS:
            return episode.doubts
        if role == OutlineRole.LABEL:
            return self.tr("{n} 处").format(n=episode.doubts) if episode.doubts else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (Qt.ItemDataRole.DisplayRole, OutlineRole.COUNT, OutlineRole.LABEL)
            told = (str(self._of_episode(episode, part)) for part in parts)
            return " ".join(part for part in told if part)
        return None


def _line(line: ScriptLine) -> _Row:
    return _Row(line.scene, "?", line.text.strip(), 1, line.number)

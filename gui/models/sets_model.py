"""The sets of a script (场景): needs, day and night, and whether there is a place for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from geo.model import DayPart, IntExt, Scene, Script, ScriptSet, Vocabulary
from gui import theme
from gui.models.coverage import worst
from gui.models.needs import needs_of
from gui.texts import Coverage, Role, SetRow

AnyIndex = QModelIndex | QPersistentModelIndex


class SetsModel(QAbstractListModel):
    """Sets in the order of the script. New contents with the same ids keep what is selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SetRow, ...] = ()

    def take(self, rows: Sequence[SetRow]) -> None:
        """Show ``rows``."""
        taken = tuple(rows)
        if [row.id for row in taken] == [row.id for row in self._rows]:
            self._rows = taken
            self.refresh()
            return
        self.beginResetModel()
        self._rows = taken
        self.endResetModel()

    def refresh(self) -> None:
        """Have all rows drawn and read again."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    @property
    def rows(self) -> tuple[SetRow, ...]:
        """All rows in order."""
        return self._rows

    def index_of(self, one: str | None) -> QModelIndex:
        """Where ``one`` stands; an invalid index when it is not here."""
        places = (place for place, row in enumerate(self._rows) if row.id == one)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Name, sentence for a screen reader, id and row."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(row)
        if role == Role.ROW:
            return row
        return row.id if role == Role.ID else None

    def set_script(
        self,
        script: Script | None,
        vocabulary: Vocabulary | None,
        coverage: Mapping[str, Coverage] | None = None,
    ) -> None:
        """Show the sets of ``script``; ``coverage`` is by scene id, None when nothing is ranked."""
        scenes = {scene.id: scene for scene in script.scenes} if script else {}
        self.take(
            [
                _row(
                    one, [scenes[key] for key in one.scenes if key in scenes], vocabulary, coverage
                )
                for one in (script.sets if script else ())
            ]
        )

    def sentence(self, row: SetRow) -> str:
        """The whole row in words."""
        parts = [
            row.name,
            self.tr("{n} 场").format(n=row.scenes),
            *row.needs(theme.language()),
            self._had(row.coverage),
        ]
        return ("; " if theme.language() == "en" else "；").join(part for part in parts if part)

    def _had(self, coverage: Coverage | None) -> str:
        if coverage is None:
            return ""
        return {
            Coverage.DIRECT: self.tr("有地方直接可拍"),
            Coverage.STAND_IN: self.tr("有地方可代用"),
            Coverage.NONE: self.tr("没找到地方"),
        }[coverage]


def _row(
    one: ScriptSet,
    scenes: list[Scene],
    vocabulary: Vocabulary | None,
    coverage: Mapping[str, Coverage] | None,
) -> SetRow:
    needs_zh, needs_en = needs_of(scenes, vocabulary)
    sides = {scene.int_ext for scene in scenes if scene.int_ext}
    side = next(iter(sides)) if len(sides) == 1 else IntExt.BOTH if sides else None
    times: Counter[DayPart] = Counter(scene.time for scene in scenes if scene.time)
    had = worst((coverage or {}).get(scene.id) for scene in scenes)
    return SetRow(one.id, one.name, len(scenes), needs_zh, needs_en, side, dict(times), had)

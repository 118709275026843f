"""The script as lines to read: each knows what it was taken for, its scene and its number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from geo.model import Scene, Script, ScriptLine, Tag
from gui.models.script_doubts import line_doubts, needs_nothing
from gui.texts import tag_word

AnyIndex = QModelIndex | QPersistentModelIndex


class PaperRole(IntEnum):
    """What can be asked of a line besides its text."""

    TAG = Qt.ItemDataRole.UserRole + 1
    SCENE = Qt.ItemDataRole.UserRole + 2
    NUMBER = Qt.ItemDataRole.UserRole + 3
    DOUBT = Qt.ItemDataRole.UserRole + 4


class PaperModel(QAbstractListModel):
    """The lines of a script, top to bottom, blank ones left out.

    A scene that stands in no line (told by hand, or omitted from this draft) shows its heading.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ScriptLine] = []
        self._first: dict[str, int] = {}
        self._row_of: dict[int, int] = {}
        self._doubts: dict[int, str] = {}
        self._silent: frozenset[str] = frozenset()
        self._expected: dict[int, Tag] = {}

    def set_script(self, script: Script | None) -> bool:
        """Show ``script``; the same lines read otherwise keep the place on the page.

        Whether the lines are other ones.
        """
        old, rows = self._rows, _rows(script)
        same = len(old) == len(rows) and all(
            one is two or (one.number == two.number and one.text == two.text)
            for one, two in zip(old, rows, strict=True)
        )
        if not same:
            self.beginResetModel()
        self._rows = rows
        self._expected = {}
        self._first = {}
        for row, line in enumerate(rows):
            if line.tag is Tag.HEADING or line.scene not in self._first:
                self._first.setdefault(line.scene, row)
        self._row_of = {line.number: row for row, line in enumerate(rows) if line.number}
        self._doubts = line_doubts(script)
        scenes = script.scenes if script is not None else ()
        self._silent = frozenset(scene.id for scene in scenes if needs_nothing(scene))
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        return not same

    def expect(self, numbers: Iterable[int], tag: Tag) -> None:
        """Show these lines as ``tag`` at once, while they are read again."""
        self._expected.update(dict.fromkeys(numbers, tag))
        self._tell_expected()

    def forget_expected(self) -> None:
        """The reading was given up: show what stands."""
        if self._expected:
            self._expected = {}
            self._tell_expected()

    def _tell_expected(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    @property
    def rows(self) -> Sequence[ScriptLine]:
        """All lines shown."""
        return self._rows

    def heading_of(self, scene_id: str | None) -> QModelIndex:
        """Where a scene begins; invalid when it is not here."""
        row = self._first.get(scene_id or "")
        return QModelIndex() if row is None else self.index(row)

    def index_of(self, number: int | None) -> QModelIndex:
        """Where line ``number`` stands; invalid when it is not here."""
        row = self._row_of.get(number or 0)
        return QModelIndex() if row is None else self.index(row)

    def line(self, row: int) -> ScriptLine:
        """The line in ``row``."""
        return self._rows[row]

    def tag(self, row: int) -> Tag:
        """What the line in ``row`` is taken for, or will be when the reading is over."""
        line = self._rows[row]
        return self._expected.get(line.number, line.tag) if self._expected else line.tag

    def doubt(self, row: int) -> str:
        """Why one should look at the line in ``row``: a code of a warning, ``silent``, or empty."""
        line = self._rows[row]
        if line.number in self._doubts:
            return self._doubts[line.number]
        heading = line.tag is Tag.HEADING and line.scene in self._silent
        return "silent" if heading else ""

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Lines in all."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, tag, scene, number, and why to look."""
        row = index.row()
        if not index.isValid() or not 0 <= row < len(self._rows):
            return None
        line = self._rows[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text.strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tag_word(self.tag(row))} {line.text.strip()}".strip()
        if role == PaperRole.TAG:
            return self.tag(row)
        if role == PaperRole.DOUBT:
            return self.doubt(row)
        if role == PaperRole.SCENE:
            return line.scene
        return line.number if role == PaperRole.NUMBER else None


def _rows(script: Script | None) -> list[ScriptLine]:
    if script is None:
        return []
    rows = [line for line in script.lines if line.tag is not Tag.BLANK and line.text.strip()]
    standing = {line.scene for line in rows}
    before = ""
    added: dict[str, list[ScriptLine]] = {}
    for scene in script.scenes:
        if scene.id in standing:
            before = scene.id
        else:
            added.setdefault(before, []).append(_heading(scene))
    return _with_added(rows, added) if added else rows


def _heading(scene: Scene) -> ScriptLine:
    """The line of a scene that stands in none."""
    return ScriptLine(0, scene.heading or scene.place, Tag.HEADING, scene.id)


def _with_added(rows: Sequence[ScriptLine], added: dict[str, list[ScriptLine]]) -> list[ScriptLine]:
    """``rows`` with lines put in after the last one of a scene; before all scenes for none."""
    last = {line.scene: row for row, line in enumerate(rows)}
    first = next((row for row, line in enumerate(rows) if line.scene), len(rows))
    places = [(last[scene] + 1 if scene else first, lines) for scene, lines in added.items()]
    found = list(rows)
    for at, lines in sorted(places, key=lambda place: place[0], reverse=True):
        found[at:at] = lines
    return found

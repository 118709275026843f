"""The script as lines to read: each knows its scene, what kind of line it is, and its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from geo.model import Scene, Script

AnyIndex = QModelIndex | QPersistentModelIndex
_CAST = re.compile(r"^(人物|出场人物|出场|角色|演员)\s*[:：]")
_DIRECTION = re.compile(r"[（(][^）)]*[）)]$")
_SPEECH = re.compile(r"^[^\s:：，。！？“”]{1,8}(?:[（(][^）)]{1,12}[）)])?\s*[:：]\s*\S")


class LineKind(StrEnum):
    """What a line of a script is."""

    SCENE = "scene"
    CAST = "cast"
    SPEAKER = "speaker"
    ACTION = "action"
    SPEECH = "speech"
    CAPTION = "caption"
    REST = "rest"


class PaperRole(IntEnum):
    """What can be asked of a line besides its text."""

    KIND = Qt.ItemDataRole.UserRole + 1
    SCENE = Qt.ItemDataRole.UserRole + 2
    NUMBER = Qt.ItemDataRole.UserRole + 3
    SILENT = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line: ``number`` is the line in the file or 0, ``silent`` a scene without needs."""

    text: str
    kind: LineKind
    scene: str
    number: int = 0
    silent: bool = False


def kind_of(text: str) -> LineKind:
    """What a line below a heading is, by how it begins."""
    if _CAST.match(text):
        return LineKind.CAST
    if text.startswith(("△", "▲", "Δ")):
        return LineKind.ACTION
    if text.startswith(("【", "[", "（字幕")):
        return LineKind.CAPTION
    if _SPEECH.match(text):
        return LineKind.SPEECH
    return LineKind.REST


def lines_of(scene: Scene, rest: LineKind = LineKind.REST) -> list[PaperLine]:
    """The heading of ``scene`` and the lines under it; what looks like nothing else is ``rest``."""
    silent = not scene.needs and not scene.culture
    heading = scene.heading or scene.place
    found = [PaperLine(heading, LineKind.SCENE, scene.id, scene.line, silent)]
    texts = [text for line in scene.body.splitlines() if (text := line.strip())]
    speaking = False
    for text in texts:
        kind = _kind_after(text, scene, speaking=speaking)
        kind = rest if kind is LineKind.REST else kind
        speaking = kind is LineKind.SPEAKER or (speaking and text.startswith(("（", "(")))
        found.append(PaperLine(text, kind, scene.id))
    return found


def _kind_after(text: str, scene: Scene, *, speaking: bool) -> LineKind:
    """What a line is; a name alone speaks in the next line, after directions in brackets."""
    if _DIRECTION.sub("", text).strip() in scene.cast:
        return LineKind.SPEAKER
    return LineKind.SPEECH if speaking else kind_of(text)


class PaperModel(QAbstractListModel):
    """The lines of a script, top to bottom."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PaperLine] = []
        self._first: dict[str, int] = {}

    def set_script(self, script: Script | None) -> None:
        """Show ``script``; the same lines under other needs keep the place on the page."""
        # a program that marks its lines has no triangle before the action
        marked = script is not None and script.style == "marked"
        rest = LineKind.ACTION if marked else LineKind.REST
        scenes = script.scenes if script is not None else ()
        lines = [line for scene in scenes for line in lines_of(scene, rest)]
        if [(one.text, one.scene) for one in lines] == [
            (one.text, one.scene) for one in self._lines
        ]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self._first = {}
        for row, line in enumerate(lines):
            self._first.setdefault(line.scene, row)
        self.endResetModel()

    def heading_of(self, scene_id: str | None) -> QModelIndex:
        """Where a scene begins; invalid when it is not here."""
        row = self._first.get(scene_id or "")
        return QModelIndex() if row is None else self.index(row)

    def line(self, index: AnyIndex) -> PaperLine:
        """The line at ``index``."""
        return self._lines[index.row()]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Lines in all."""
        return 0 if parent.isValid() else len(self._lines)

    def tag(self, kind: LineKind) -> str:
        """The word in the margin."""
        return {
            LineKind.SCENE: self.tr("场景"),
            LineKind.CAST: self.tr("人物"),
            LineKind.SPEAKER: self.tr("说话人"),
            LineKind.ACTION: self.tr("动作"),
            LineKind.SPEECH: self.tr("对白"),
            LineKind.CAPTION: self.tr("字幕"),
            LineKind.REST: "",
        }[kind]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, kind, scene, number and whether the scene asks for nothing."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.tag(line.kind)} {line.text}".strip()
        return {
            int(Qt.ItemDataRole.DisplayRole): line.text,
            int(PaperRole.KIND): line.kind,
            int(PaperRole.SCENE): line.scene,
            int(PaperRole.NUMBER): line.number,
            int(PaperRole.SILENT): line.silent,
        }.get(int(role))

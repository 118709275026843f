"""What can be shot at a place: scene types, and for each whether the inside can be used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from geo.model import Exposure, SiteScene
from gui.widgets import icons
from gui.widgets.pane import label
from gui.widgets.segments import Segments


class SceneList(QWidget):
    """Scene types in the order told. What nobody touched is kept as it was known."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: dict[str, SiteScene] = {}
        self.rows: dict[str, Segments] = {}
        self._parts: dict[str, tuple[QWidget, ...]] = {}
        self._next = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def add_known(self, scene: SiteScene, name: str) -> None:
        """A scene type that the catalogue already has for the place."""
        self._before[scene.scene_type] = scene
        self.add(scene.scene_type, name, scene.exposure)

    def add(self, code: str, name: str, exposure: Exposure) -> None:
        """One more scene type; one that is there already stays as it is."""
        if code in self.rows:
            return
        options = [
            (Exposure.INSIDE.value, self.tr("里面能拍")),
            (Exposure.OUTSIDE.value, self.tr("只拍外面")),
            (Exposure.UNKNOWN.value, self.tr("还没问")),
        ]
        segments = Segments(options)
        segments.choose(exposure.value)
        segments.setAccessibleName(name)
        segments.chosen.connect(lambda _key: self.changed.emit())
        remove = QToolButton()
        remove.setProperty("quiet", "true")
        remove.setIcon(icons.icon("x", 14))
        remove.setToolTip(self.tr("去掉“{name}”").format(name=name))
        remove.setAccessibleName(remove.toolTip())
        remove.clicked.connect(lambda: self.remove(code))
        told = label(name)
        self._grid.addWidget(told, self._next, 0)
        self._grid.addWidget(segments, self._next, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(remove, self._next, 2)
        self._next += 1
        self.rows[code] = segments
        self._parts[code] = (told, segments, remove)
        self.changed.emit()

    def remove(self, code: str) -> None:
        """Take a scene type out."""
        del self.rows[code]
        for part in self._parts.pop(code):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.changed.emit()

    def scenes(self) -> tuple[SiteScene, ...]:
        """The scene types as told."""
        found = []
        for code, segments in self.rows.items():
            exposure = Exposure(segments.choice or Exposure.UNKNOWN.value)
            before = self._before.get(code)
            same = before is not None and before.exposure is exposure
            found.append(before if before and same else SiteScene(code, exposure, sourced=True))
        return tuple(found)

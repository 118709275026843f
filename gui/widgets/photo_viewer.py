"""The photos of one place, one at a time: leaf through, choose the cover, take one off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.widgets import icons
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import label
from gui.widgets.photo_shelf import PhotoShelf
from gui.widgets.photo_stage import PhotoStage

SIZE = 900, 680


class PhotoViewer(QDialog):
    """``cover_asked`` and ``removal_asked`` tell a path; ``undo_asked`` wants it as it was."""

    cover_asked = Signal(str)
    removal_asked = Signal(str)
    undo_asked = Signal()

    def __init__(self, shelf: PhotoShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._paths: tuple[str, ...] = ()
        self._at = 0
        self.stage = PhotoStage(shelf)
        self.back_button, self.on_button = QPushButton(), QPushButton()
        self.lines = QCheckBox()
        self.lines.setChecked(True)
        self.cover_button, self.remove_button = QPushButton(), QPushButton()
        self.undo_button = QPushButton()
        self.undo_button.setProperty("quiet", "true")
        self._where = ElidedLabel(role="second")
        self._told = label(role="second")
        self._lay_out()
        self._connect()
        self._dress()
        self._say_undo(told="")
        self.resize(*SIZE)
        memory = DialogMemory.of(parent)
        if memory is not None:
            memory.restore(self, "photos")
            self.finished.connect(lambda: memory.keep(self, "photos"))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 12)
        foot.setSpacing(8)
        for part in (self.back_button, self.on_button):
            foot.addWidget(part)
        foot.addWidget(self._where, 1)
        foot.addWidget(self._told)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.lines)
        foot.addWidget(self.cover_button)
        foot.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stage, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.on_button.clicked.connect(lambda: self._step(1))
        self.lines.toggled.connect(self.stage.set_lines)
        self.cover_button.clicked.connect(self._cover)
        self.remove_button.clicked.connect(self._remove)
        self.undo_button.clicked.connect(self._undo)
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self._step(step))
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self, self._remove)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    @property
    def shown(self) -> str:
        """The path of the photo that is shown, empty when none is left."""
        return self._paths[self._at] if self._paths else ""

    def show_photos(self, name: str, paths: tuple[str, ...], at: int | None = None) -> None:
        """Show the photos of the place called ``name``, from number ``at`` or where it was."""
        kept = self.shown
        self._name, self._paths = name, paths
        if at is None:
            at = paths.index(kept) if kept in paths else self._at
        self._at = max(0, min(at, len(paths) - 1))
        self._show()

    def _step(self, by: int) -> None:
        if self._paths:
            self._at = (self._at + by) % len(self._paths)
            self._show()

    def _show(self) -> None:
        count, at = len(self._paths), self._at
        beside = {self._paths[(at + by) % count] for by in (1, -1)} if count > 1 else set()
        self.stage.show_photo(self.shown, tuple(beside - {self.shown}))
        if count:
            place = self.tr("{name} · 第 {n} 张，共 {count} 张")
            self._where.setText(place.format(name=self._name, n=at + 1, count=count))
        else:
            self._where.setText(self.tr("{name} · 没有照片了").format(name=self._name))
        self.setWindowTitle(self.tr("{name}的照片").format(name=self._name))
        for button in (self.back_button, self.on_button):
            button.setEnabled(count > 1)
        self.remove_button.setEnabled(count > 0)
        self.cover_button.setEnabled(count > 0 and at > 0)
        self.cover_button.setText(self.tr("是封面") if count and not at else self.tr("设为封面"))

    def _cover(self) -> None:
        if self.shown:
            self._say_undo(told=self.tr("换了封面"))
            self.cover_asked.emit(self.shown)

    def _remove(self) -> None:
        if self.shown:
            self._say_undo(told=self.tr("拿下了一张，文件还在"))
            self.removal_asked.emit(self.shown)

    def _undo(self) -> None:
        if self.undo_button.isHidden():
            return
        self._say_undo(told="")
        self.undo_asked.emit()

    def _say_undo(self, *, told: str) -> None:
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.undo_button.setVisible(bool(told))

    def _dress(self) -> None:
        self.back_button.setIcon(icons.icon("chevron-left"))
        self.on_button.setIcon(icons.icon("chevron-right"))
        self.back_button.setAccessibleName(self.tr("上一张"))
        self.back_button.setToolTip(self.tr("上一张（←）"))
        self.on_button.setAccessibleName(self.tr("下一张"))
        self.on_button.setToolTip(self.tr("下一张（→）"))
        self.lines.setText(self.tr("9:16 裁切线"))
        self.remove_button.setText(self.tr("拿下来"))
        self.remove_button.setToolTip(self.tr("不再挂在这里；照片文件不会删（Delete）"))
        self.undo_button.setText(self.tr("改回去"))

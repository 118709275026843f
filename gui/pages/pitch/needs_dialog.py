"""What a crew without a script wants to shoot: scene types."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.pages.script.dialogs import dialog_foot
from gui.pages.words import type_name
from gui.session import Session
from gui.widgets.column_area import ColumnArea
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label

SIZE = (560, 480)


class NeedsDialog(QDialog):
    """Ticks; none ticked: the pack is a profile of the place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        state = session.state
        self.setWindowTitle(self.tr("他们要拍什么"))
        self.resize(*SIZE)
        self.boxes: dict[str, QCheckBox] = {}
        self._words: dict[str, str] = {}
        inner = QWidget()
        inner.setProperty("ground", "none")
        flow = FlowLayout(inner, gap=8)
        known = state.vocabulary.scene_types if state.vocabulary is not None else {}
        for code, kind in known.items():
            box = QCheckBox(type_name(kind, code, state.language))
            box.setChecked(code in state.pitch_wishes.needs)
            self.boxes[code] = box
            self._words[code] = f"{kind.zh} {kind.en}".lower()
            flow.addWidget(box)
        self.edit = QLineEdit()
        self.edit.setClearButtonEnabled(True)
        self.edit.setPlaceholderText(self.tr("打几个字，例如“茶馆”"))
        self.edit.setAccessibleName(self.tr("找一样景"))
        self.edit.textChanged.connect(self._find)
        self.keep_button = QPushButton(self.tr("就这些"))
        self.keep_button.clicked.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        note = self.tr("勾上剧组要的景，推介包逐样答复。都不勾，就介绍这个地方。")
        column.addWidget(label(note, role="second", wrap=True))
        column.addWidget(self.edit)
        column.addWidget(ColumnArea(inner), 1)
        column.addLayout(dialog_foot(self, self.keep_button, self.tr("不改")))

    def _find(self, text: str) -> None:
        wanted = text.strip().lower()
        for code, box in self.boxes.items():
            box.setVisible(wanted in self._words[code] or box.isChecked())

    def _keep(self) -> None:
        ticked = tuple(code for code, box in self.boxes.items() if box.isChecked())
        self._session.wish_pitch(needs=ticked)
        self.accept()

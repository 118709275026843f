"""What one title asks for: scene types, and the share of its scenes that each takes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.pages.host.parts import indent
from gui.pages.host.words import type_word
from gui.pages.words import type_name
from gui.session import State
from gui.widgets import icons
from gui.widgets.pane import Pane, label
from gui.widgets.word_picker import Choice, WordPicker

HIGH = 30


class NeedsEditor(Pane):
    """``changed``: a share was typed, a scene type came or went."""

    changed = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._exact: dict[str, float] = {}
        self.fields: dict[str, QSpinBox] = {}
        self.list = QListWidget()
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(150)
        self.picker = WordPicker()
        self.picker.setPlaceholderText(self.tr("再加一种景，打几个字挑"))
        if state.vocabulary is not None:
            self.picker.set_choices(
                Choice(
                    one.code,
                    type_name(one, one.code, state.language),
                    " ".join((one.zh, one.en, *one.synonyms)),
                )
                for one in state.vocabulary.scene_types.values()
            )
        self.picker.picked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list, 1)
        column.addWidget(self.picker)

    def show_needs(self, needs: Mapping[str, float]) -> None:
        """Show these shares (0 to 1), largest first."""
        self.list.clear()
        self.fields = {}
        self._exact = dict(needs)
        for code, share in sorted(needs.items(), key=lambda one: -one[1]):
            self._put(code, share)

    def needs(self) -> dict[str, float]:
        """The shares as typed; those left alone are as exact as they came."""
        told = {}
        for code, field in self.fields.items():
            exact = self._exact.get(code)
            same = exact is not None and round(exact * 100) == field.value()
            told[code] = exact if same and exact is not None else field.value() / 100
        return {code: share for code, share in told.items() if share > 0}

    def add(self, code: str) -> None:
        """Ask for one scene type more."""
        if code not in self.fields:
            self._put(code, 0.05)
            self.changed.emit()
        self.fields[code].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, code: str, share: float) -> None:
        field = QSpinBox()
        field.setRange(0, 100)
        field.setSuffix(" %")
        field.setFixedWidth(84)
        indent(field)
        field.setValue(round(share * 100))
        field.setAccessibleName(type_word(self._state, code))
        field.valueChanged.connect(self.changed)
        drop = QToolButton()
        drop.setProperty("quiet", "true")
        drop.setProperty("cross", "true")
        drop.setIcon(icons.icon("x", 12))
        told = self.tr("不要{name}").format(name=type_word(self._state, code))
        drop.setToolTip(told)
        drop.setAccessibleName(told)
        drop.clicked.connect(lambda: self._drop(code))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 1, 4, 1)
        line.addWidget(label(type_word(self._state, code)), 1)
        line.addWidget(field)
        line.addWidget(drop)
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.UserRole, code)
        item.setSizeHint(QSize(0, max(HIGH, row.sizeHint().height())))
        self.list.addItem(item)
        self.list.setItemWidget(item, row)
        self.fields[code] = field

    def _drop(self, code: str) -> None:
        for place in range(self.list.count()):
            if self.list.item(place).data(Qt.ItemDataRole.UserRole) == code:
                self.list.takeItem(place)
                break
        self.fields.pop(code, None)
        self.changed.emit()

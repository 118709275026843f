"""Places picked by name, shown as chips that can be taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from geo.model import Site
from gui.pages.host.words import site_word
from gui.session import State
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane
from gui.widgets.word_picker import Choice, WordPicker


class PlacesField(Pane):
    """``changed``: a place came or went."""

    changed = Signal()

    def __init__(
        self,
        state: State,
        offered: Sequence[Site],
        chosen: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._sites = list(dict.fromkeys(chosen))
        self.picker = WordPicker()
        self.picker.setPlaceholderText(self.tr("打几个字挑，能挑几处"))
        self.picker.setMinimumHeight(32)
        self.picker.set_choices(
            Choice(one.id, site_word(state, one.id), f"{one.name_zh} {one.name_en or ''}")
            for one in offered
        )
        self.picker.picked.connect(self.add)
        self._chips = FlowLayout(gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.picker)
        column.addLayout(self._chips)
        self._show()

    def sites(self) -> tuple[str, ...]:
        """The ids that were picked, in order."""
        return tuple(self._sites)

    def add(self, site_id: str) -> None:
        """Pick a place."""
        if site_id not in self._sites:
            self._sites.append(site_id)
            self._show()
            self.changed.emit()

    def _drop(self, site_id: str) -> None:
        self._sites.remove(site_id)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._chips.clear()
        for site_id in self._sites:
            name = site_word(self._state, site_id)
            chip = QPushButton(f"{name}  ×")
            chip.setProperty("flag", "true")
            chip.setAutoDefault(False)
            chip.setAccessibleName(self.tr("拿掉{name}").format(name=name))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(lambda _=False, one=site_id: self._drop(one))
            self._chips.addWidget(chip)
            chip.show()

    def setAccessibleName(self, name: str) -> None:
        """Ears hear it at the field they type in."""
        super().setAccessibleName(name)
        self.picker.setAccessibleName(name)

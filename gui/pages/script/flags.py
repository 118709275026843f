"""要多花钱、要报批的: what the scenes have that costs money or needs permission."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from geo.model import Flag, Scene, Script
from gui.pages.page import Page
from gui.pages.script.flag_popover import FlagPopover
from gui.pages.script.flag_words import ICONS, OTHER_ICON, flag_name, flagged, line_of
from gui.session import SHOWN, Changes, Session
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label

NOTHING = Script("", ())


class Flags(Page):
    """A chip for each kind of flag; it opens the list of its scenes.

    ``line_asked``: scene and line to look at.
    """

    line_asked = Signal(str, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = label(role="strong")
        self._none = label(role="caption", wrap=True)
        self.chips: dict[str, QPushButton] = {}
        self._flow = FlowLayout(gap=6)
        self._found: dict[str, list[tuple[Scene, Flag]]] = {}
        self._open = ""
        self.popover = FlagPopover(self)
        self.popover.scene_asked.connect(self._look)
        self.popover.drop_asked.connect(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._none)
        column.addLayout(self._flow)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Count the flags again."""
        if changes.touch(*SHOWN, "vocabulary", "language"):
            self._found = flagged(self.state.shown or NOTHING)
            self._show()
            if self.popover.isVisible():
                self._fill()

    def _show(self) -> None:
        vocabulary = self.state.vocabulary
        order = list(vocabulary.flags) if vocabulary is not None else []
        codes = [code for code in order if code in self._found]
        codes += [code for code in self._found if code not in order]
        if list(self.chips) != codes:
            self._flow.clear()
            self.chips = {code: self._chip(code) for code in codes}
        for code, chip in self.chips.items():
            chip.setText(self._text(code))
            chip.setToolTip(
                self.tr("{n} 场，点开看是哪些、因为什么").format(n=len(self._found[code]))
            )
        self._none.setText(self.tr("没读到水火雨雪、枪、动物、群演这些。"))
        self._none.setVisible(not codes)
        self._dress()

    def _chip(self, code: str) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("flag", "true")
        chip.clicked.connect(partial(self.open, code))
        self._flow.addWidget(chip)
        return chip

    def _text(self, code: str) -> str:
        name = flag_name(self.state.vocabulary, code, self.state.language)
        found = self._found[code]
        most = max((flag.count or 0 for _, flag in found), default=0)
        if most:
            told = self.tr("{name} {n} 场，写明的最多 {m} 人")
            return told.format(name=name, n=len(found), m=most)
        return f"{name} {len(found)}"

    def open(self, code: str, _on: bool = False) -> None:
        """List the scenes of a flag."""
        self._open = code
        self._fill()
        self.popover.open_under(self.chips[code])

    def _fill(self) -> None:
        found = self._found.get(self._open, [])
        if not found:
            self.popover.hide()
            return
        self.popover.fill(flag_name(self.state.vocabulary, self._open, self.state.language), found)

    def _look(self, scene_id: str) -> None:
        script = self.state.shown
        for scene, flag in self._found.get(self._open, []):
            if scene.id == scene_id and script is not None:
                self.line_asked.emit(scene.id, line_of(script, scene, flag.because))
                return

    def _drop(self, scene_id: str) -> None:
        for scene, _ in self._found.get(self._open, []):
            if scene.id == scene_id:
                kept = tuple(flag for flag in scene.flags if flag.code != self._open)
                self.session.change_scene(scene.id, flags=kept)
                return

    def _dress(self) -> None:
        for code, chip in self.chips.items():
            chip.setIcon(icons.icon(ICONS.get(code, OTHER_ICON), 15))

    def restyle(self) -> None:
        """Fetch the icons again."""
        self._dress()

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("要多花钱、要报批的"))

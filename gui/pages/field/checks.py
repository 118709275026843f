"""The checklist of the place shown: boxes to tick, and a line to add what else not to forget."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from geo.model.field import Check, Json, RecceDesk, RecceSheet
from gui.pages.field.editors import WordField
from gui.pages.way_words import moment_word
from gui.texts.tips import plain_tip
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane

LONGEST = 60


def shown_checks(desk: RecceDesk, sheet: RecceSheet) -> tuple[Check, ...]:
    """The checklist of a place; what was added at one place is to be done at all of them."""
    found = {one.key: one for one in sheet.checks}
    for other in desk.sheets:
        for one in other.checks:
            if one.own and one.key not in found:
                found[one.key] = Check(one.key, one.zh, one.en, own=True)
    return tuple(found.values())


class CheckBoard(Pane):
    """``told`` gives key and value of a line; ``dropped`` the key of one to take away."""

    told = Signal(str, object)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QCheckBox] = []
        self._checks: tuple[Check, ...] = ()
        self.fold = QPushButton()
        self.fold.setProperty("plain", "true")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self.words = WordField()
        self.words.setMaxLength(LONGEST)
        self.words.setFixedWidth(260)
        self.words.returnPressed.connect(self._add)
        self._room = QWidget()
        self._flow = FlowLayout(self._room, gap=16)
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch(1)
        head.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._room)
        self._unfold(on=False)
        self.restyle()
        self.retranslate()

    def tell(self, desk: RecceDesk, sheet: RecceSheet, lang: str) -> None:
        """Show the ticks of a place."""
        checks = shown_checks(desk, sheet)
        if [one.key for one in checks] != [one.key for one in self._checks]:
            self._build(checks)
        self._checks = checks
        for box, check in zip(self.boxes, checks, strict=True):
            box.setText(check.en if lang == "en" else check.zh)
            box.blockSignals(True)
            box.setChecked(check.done)
            box.blockSignals(False)
            by = (check.who, moment_word(check.when, lang)) if check.done else ()
            box.setToolTip(plain_tip(" · ".join(part for part in by if part)))
        self._count()

    def _build(self, checks: Sequence[Check]) -> None:
        for old in self.boxes:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.boxes = []
        for check in checks:
            box = QCheckBox()
            box.setProperty("big", "true")
            box.toggled.connect(lambda on, one=check: self._tick(one, on=on))
            if check.own:
                box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                box.customContextMenuRequested.connect(
                    lambda at, one=check, box=box: self._ask(one, box.mapToGlobal(at))
                )
            self._flow.addWidget(box)
            box.show()
            self.boxes.append(box)
        self._room.updateGeometry()

    def _tick(self, check: Check, *, on: bool) -> None:
        value: Json = {"line": check.zh, "done": on}
        # a line that was there before nobody ticked it says nothing once it is unticked
        self.told.emit(check.key, value if on or check.own else None)

    def _ask(self, check: Check, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("去掉这一行"), lambda: self.dropped.emit(check.key))
        menu.popup(at)

    def _add(self) -> None:
        words = " ".join(self.words.text().split())
        if words and self._checks and words not in {one.zh for one in self._checks}:
            desk = self._checks[0].key.rpartition(".")[0]
            told = sha256(words.encode()).hexdigest()[:12]
            self.told.emit(f"{desk}.{told}", {"line": words, "done": False})
        self.words.clear()

    def _unfold(self, on: bool) -> None:
        self._room.setVisible(on)
        self.words.setVisible(on)
        self.restyle()

    def restyle(self) -> None:
        """Fetch the icon again."""
        folded = not self.fold.isChecked()
        self.fold.setIcon(icons.icon("chevron-right" if folded else "chevron-down", 16))

    def _count(self) -> None:
        left = sum(not one.done for one in self._checks)
        if left:
            self.fold.setText(self.tr("别忘了：还有 {n} 样").format(n=left))
        else:
            self.fold.setText(self.tr("别忘了的都办了"))

    def retranslate(self) -> None:
        """Set every text again."""
        self.fold.setToolTip(self.tr("收起，或者展开"))
        self.words.setPlaceholderText(self.tr("再加一样，回车记下"))
        self.words.setAccessibleName(self.tr("再加一样"))
        self._count()

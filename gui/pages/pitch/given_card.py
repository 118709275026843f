"""What goes out with the pack: what always does, and what only does when it is ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from geo.model.pitch import Disclosed, Disclosure
from gui.pages.page import Page
from gui.pages.pitch.words import given_word, private_kinds, private_word, rivals_go_out, say
from gui.session import Changes, Session, State
from gui.texts import count
from gui.widgets import icons
from gui.widgets.pane import label


class GivenCard(Page):
    """Also the list shown once more before files are written (``heading`` False)."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, heading: bool = True
    ) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "bottom" if heading else "")
        self.title = label(role="strong")
        self.title.setVisible(heading)
        self.open = label(role="second", wrap=True)
        self.boxes: dict[Disclosure, QCheckBox] = {}
        self.notes: dict[Disclosure, QLabel] = {}
        self._locks: list[QLabel] = []
        rows = QGridLayout()
        rows.setHorizontalSpacing(6)
        rows.setVerticalSpacing(2)
        rows.setColumnStretch(0, 1)
        for at, kind in enumerate(Disclosure):
            self._add(rows, at, kind)
        self.told = label(role="caption", wrap=True)
        column = QVBoxLayout(self)
        edge = 14 if heading else 0
        column.setContentsMargins(edge, 10, edge, 10)
        column.setSpacing(6)
        for part in (self.title, self.open):
            column.addWidget(part)
        column.addLayout(rows)
        column.addWidget(self.told)
        self.restyle()
        self.retranslate()

    def _add(self, rows: QGridLayout, at: int, kind: Disclosure) -> None:
        box = self.boxes[kind] = QCheckBox()
        box.clicked.connect(lambda on, kind=kind: self.session.disclose(kind, on=on))
        lock, note = QLabel(), label(role="caption")
        self._locks.append(lock)
        self.notes[kind] = note
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        rows.addWidget(box, at, 0)
        rows.addWidget(lock, at, 1)
        rows.addWidget(note, at, 2, right)

    def show_state(self, changes: Changes) -> None:
        """Tick what is let out, and say how much of it there is."""
        if not changes.touch("pitch_wishes", "pitch", "language", "phrases"):
            return
        state = self.state
        known = private_kinds(state.pitch)
        for at, (kind, box) in enumerate(self.boxes.items()):
            ticked, one = kind in state.pitch_wishes.disclose, known.get(kind)
            on = ticked or (kind is Disclosure.RIVALS and rivals_go_out(state))
            box.setChecked(on)
            # a pack for the office alone compares without being asked
            box.setEnabled(ticked or not on)
            self.notes[kind].setText(self._note(one, on=on))
            box.setToolTip(_items(state, one) if ticked or not on else self._unasked())
            self._locks[at].setVisible(not on)
        public = () if state.pitch is None else state.pitch.disclosed
        going = [one for one in public if not one.private and one.given and one.count]
        broken = [one for one in public if not one.private and not one.given and one.count]
        lines = [self._public("·", one) for one in going]
        lines += [self._public("×", one) for one in broken]
        self.open.setText("\n".join(lines))
        self.open.setVisible(bool(lines))
        self.open.setToolTip("\n".join(_items(state, one) for one in (*going, *broken)))
        out = [private_word(kind) for kind, box in self.boxes.items() if box.isChecked()]
        comma = ", " if state.language == "en" else "、"
        self.told.setText(
            self.tr("这几样会写进去：{what}。").format(what=comma.join(out))
            if out
            else self.tr("没勾的，一个字也不会进文件。")
        )

    def _unasked(self) -> str:
        return self.tr("内部的文件里本来就有；选“公开”就不写，除非勾上。")

    def _note(self, one: Disclosed | None, *, on: bool) -> str:
        if one is None:
            return self.tr("写进去") if on else self.tr("不给")
        if not one.count:
            return self.tr("没有记")
        number = count(one.count, self.state.language)
        text = self.tr("{n} 条，写进去") if on else self.tr("{n} 条，不给")
        return text.format(n=number)

    def _public(self, sign: str, one: Disclosed) -> str:
        number = count(one.count, self.state.language)
        return f"{sign}  {given_word(self.state, one)}　{number}"

    def restyle(self) -> None:
        """Fetch the locks again."""
        for lock in self._locks:
            lock.setPixmap(icons.pixmap("lock", 13))

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(self.tr("会给出去什么"))
        for kind, box in self.boxes.items():
            box.setText(private_word(kind))


def _items(state: State, one: Disclosed | None) -> str:
    return "" if one is None else "\n".join(say(state, item) for item in one.items)

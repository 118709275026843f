"""What stands in the pack: parts with ticks, in an order that hands can change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model.pitch import PitchPart
from gui.pages.page import Page
from gui.pages.pitch.words import part_note, part_word
from gui.session import Changes, Session
from gui.widgets.pane import label
from gui.widgets.tick_list import TickList, TickRow


def in_order(taken: tuple[PitchPart, ...]) -> list[PitchPart]:
    """Every part: those taken as they stand, the others after the part they usually follow."""
    order = list(taken)
    usual = list(PitchPart)
    for at, part in enumerate(usual):
        if part in order:
            continue
        before = [order.index(one) for one in usual[:at] if one in order]
        order.insert(before[-1] + 1 if before else 0, part)
    return order


def cover_first(parts: Iterable[PitchPart]) -> tuple[PitchPart, ...]:
    """The parts as ordered, but for the cover: it begins the pack."""
    return tuple(sorted(parts, key=lambda one: one is not PitchPart.COVER))


class PartsCard(Page):
    """Ticks take parts in; dragging, or Alt with the arrows, moves them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = label(role="caption")
        self.list = TickList(movable=True)
        self.list.turned.connect(self._turn)
        self.list.ordered.connect(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self.list)
        self.retranslate()

    def _turn(self, key: str, on: bool) -> None:
        self.session.turn_part(PitchPart(key), on=on)

    def _order(self, keys: list[str]) -> None:
        taken = set(self.state.pitch_wishes.parts)
        parts = cover_first(PitchPart(key) for key in keys if PitchPart(key) in taken)
        if parts == self.state.pitch_wishes.parts:
            # only what is left out, or the cover, has moved: it goes back to where it stands
            self._show()
        self.session.wish_pitch(parts=parts)

    def show_state(self, changes: Changes) -> None:
        """Tick what is taken."""
        if changes.touch("pitch_wishes", "pitch", "language", "phrases"):
            self._show()

    def _show(self) -> None:
        wishes = self.state.pitch_wishes
        self.list.tell(
            [
                TickRow(
                    part.value,
                    part_word(part),
                    part_note(part, self.state) if part in wishes.parts else "",
                    on=part in wishes.parts,
                )
                for part in in_order(wishes.parts)
            ]
        )
        self.list.setFixedHeight(self.list.height_of(len(PitchPart)) + 2)

    def restyle(self) -> None:
        """Rows grow with the text."""
        self.list.setFixedHeight(self.list.height_of(len(PitchPart)) + 2)

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.title.setText(self.tr("有哪几部分"))
        self.list.setAccessibleName(self.tr("有哪几部分"))
        self.list.setToolTip(self.tr("勾上就有；拖动换先后，或者按 Alt 加上下键"))

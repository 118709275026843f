"""What is not known yet, place by place, and how the pack will write it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model.pitch import ToConfirm
from gui import theme
from gui.pages.page import Page
from gui.pages.pitch.words import place_name, say, whom_word
from gui.session import Changes, Session
from gui.texts import count
from gui.widgets.fold_section import FoldSection
from gui.widgets.pane import label

LEAST, BESIDE = 240, 104
"""px in the row of a place that its name does not get: margins, arrow, how many."""


class OpenCard(Page):
    """``site_asked``: what was learnt of a place (id) is to be written down."""

    site_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "bottom")
        self.title = label(role="strong")
        self.told = label(role="caption", wrap=True)
        self.sections: dict[str, FoldSection] = {}
        # which places were opened, and whether anybody said so
        self._opened: dict[str, bool] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addLayout(self._rows)

    def show_state(self, changes: Changes) -> None:
        """List it."""
        if changes.touch("pitch", "language", "phrases"):
            self._show()

    def _show(self) -> None:
        pitch = self.state.pitch
        by_place: dict[str, list[ToConfirm]] = {}
        for one in () if pitch is None else pitch.to_confirm:
            by_place.setdefault(one.site_id, []).append(one)
        number = sum(map(len, by_place.values()))
        told = self.tr("还没定的 {n} 件").format(n=number) if number else self.tr("还没定的")
        self.title.setText(told)
        if pitch is None:
            self.told.setText(self.tr("有了推介包才知道。"))
        elif number:
            self.told.setText(self.tr("不知道的会写成“待谁确认”，不当 0。"))
        else:
            self.told.setText(self.tr("都问清楚了。"))
        for old in self.sections.values():
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.sections = {place: self._section(place, some) for place, some in by_place.items()}

    def _section(self, place: str, waiting: list[ToConfirm]) -> FoldSection:
        section = FoldSection()
        self._rows.addWidget(section)
        name = place_name(self.state, place) if place else self.tr("整个推介包")
        section.head.setToolTip(name)
        section.tell(self._short(name), count(len(waiting), self.state.language))
        section.hold(lambda: self._inside(place, waiting))
        section.open(opened=self._opened.get(place, False))
        section.toggled.connect(lambda opened: self._opened.update({place: opened}))
        return section

    def _short(self, name: str) -> str:
        """``name`` as far as there is room for it."""
        metrics = QFontMetrics(theme.font(bold=True))
        room = max(self.width(), LEAST) - round(BESIDE * theme.text_scale())
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more of a name, or for less."""
        super().resizeEvent(event)
        for section in self.sections.values():
            section.tell(self._short(section.head.toolTip()), section.gist.text())

    def _inside(self, place: str, waiting: list[ToConfirm]) -> Iterable[QWidget]:
        by_whom: dict[str, list[str]] = {}
        for one in waiting:
            by_whom.setdefault(whom_word(self.state, one), []).append(say(self.state, one.what))
        for whom, some in by_whom.items():
            for what in dict.fromkeys(some):
                yield label(what, role="second", wrap=True)
            text = self.tr("会写成“待{whom}确认”").format(whom=whom)
            yield label(text if whom else self.tr("会写成“待确认”"), role="caption", wrap=True)
        if place:
            yield self._door(place)

    def _door(self, place: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(self.tr("问到了，记下来…"))
        button.setProperty("quiet", "true")
        button.clicked.connect(lambda: self.site_asked.emit(place))
        row.addWidget(button)
        row.addStretch(1)
        return holder

"""One stop of a visitors' route."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from geo.model import Basis, Range
from geo.model.hosting import VisitStop
from gui.pages.host.words import says, site_word
from gui.session import State
from gui.texts import present_number
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import Pane, label

TIME, WAY = 108, 150


def clock(minutes: int) -> str:
    """Minutes from midnight as people read a clock."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


class StopRow(Pane):
    """From when to when, where, what was shot there, how one comes, what a ticket costs."""

    def __init__(self, state: State, stop: VisitStop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        when = label(f"{clock(stop.arrive)}\N{EN DASH}{clock(stop.leave)}")
        when.setFixedWidth(TIME)
        name = label(site_word(state, stop.site_id), role="strong", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        told = []
        if stop.scenes:
            between = self.tr("、")
            told.append(self.tr("拍过：{what}").format(what=between.join(stop.scenes[:6])))
        notes = says(state, stop.notes)
        if notes:
            told.append(notes)
        if told:
            words.addWidget(label("\n".join(told), role="caption", wrap=True))
        way = label(self._way(stop, state.language), role="caption")
        way.setFixedWidth(WAY)
        way.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(when, 0, top)
        row.addLayout(words, 1)
        row.addWidget(way, 0, top)
        row.addWidget(self._ticket(stop), 0, top)
        self.setAccessibleName(f"{when.text()} {name.text()}")
        self.setAccessibleDescription("\n".join(told))

    def _way(self, stop: VisitStop, lang: str) -> str:
        """How far it is from the stop before; nothing for the first."""
        parts = []
        if stop.km:
            far = Range(stop.km, stop.km, stop.km, "", Basis.ESTIMATED)
            parts.append(self.tr("{km} 公里").format(km=present_number(far, lang).text))
        if stop.minutes and stop.km:
            parts.append(self.tr("{n} 分钟").format(n=round(stop.minutes)))
        return self.tr("，").join(parts)

    def _ticket(self, stop: VisitStop) -> QWidget:
        holder = QWidget()
        holder.setFixedWidth(120)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(label(self.tr("门票"), role="caption"))
        if not stop.ticket.known:
            row.addWidget(label(self.tr("问一下"), chip="flag"))
            return holder
        row.addWidget(NumberLabel(stop.ticket, name=self.tr("门票"), full=True, right=True))
        return holder

"""Over the list: what it is narrowed to, and what it leaves out, each with its way on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from geo.model import Found, Ranking, Reason
from gui import theme
from gui.pages.words import only_word
from gui.texts import count
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label
from gui.widgets.part_chip import PartChip

LEFT_OUT = "sites_excluded"
"""What the code of a hint begins with that names the places left out."""
ALL, CITIES, REASONS = "all", "cities", "reasons"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Of the places that were found (of all, when nothing was looked for), how many are not listed.

    ``elsewhere``: not ranked; ``excluded``: kept out by a must-have or a rule; ``useless``: serve
    nothing of the script.
    """

    elsewhere: int = 0
    excluded: int = 0
    useless: int = 0


def left_out(ranking: Ranking | None, only: Found | None) -> LeftOut:
    """Count what the list of ``ranking``, narrowed to ``only``, leaves out."""
    if ranking is None:
        return LeftOut()
    if only is None:
        return LeftOut(excluded=len(ranking.excluded))
    columns = ranking.columns
    found = columns.among(hit.site_id for hit in only.hits)
    elsewhere = len(only.hits) - int(np.count_nonzero(found))
    standing = found if columns.standing is None else found & columns.standing
    excluded = int(np.count_nonzero(found)) - int(np.count_nonzero(standing))
    useless = int(np.count_nonzero(standing & ~columns.serves))
    return LeftOut(elsewhere, excluded, useless)


class ListNotes(Pane):
    """``asked``: all places are wanted, other cities, or the reasons why some are left out."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.chip = PartChip(look="sel")
        self.chip.dropped.connect(lambda: self.asked.emit(ALL))
        self.ways: dict[str, QPushButton] = {}
        self._of: tuple[object, ...] | None = None
        self._counts = LeftOut()
        self._rest = QWidget()
        self._flow = FlowLayout(self._rest, gap=4)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(self.chip)
        row.addWidget(self._rest, 1)
        row.addStretch(0)

    @property
    def counts(self) -> LeftOut:
        """What is left out now."""
        return self._counts

    def tell(
        self, ranking: Ranking | None, only: Found | None, say: Callable[[Reason], str]
    ) -> None:
        """Show what the list of ``ranking`` is narrowed to; a mere re-weighting changes nothing."""
        unpriced = 0 if ranking is None or only is not None else ranking.unpriced
        now = (None if ranking is None else ranking.columns, only, unpriced, theme.language())
        if now == self._of:
            return
        self._of, self._counts = now, left_out(ranking, only)
        if only is not None:
            self.chip.tell(only_word(only, theme.language()), self.tr("看全部取景地"))
        self.chip.setVisible(only is not None)
        hints = ranking.hints if ranking is not None else ()
        named = next((say(hint) for hint in hints if hint.code.startswith(LEFT_OUT)), "")
        self._fill(list(self._notes(unpriced, named)))
        self.setVisible(only is not None or not self._rest.isHidden())

    def _notes(self, unpriced: int, named: str) -> Iterable[tuple[str, str, str, str]]:
        """Words, their tool tip, the key of the way on, its words."""
        out, lang = self._counts, theme.language()
        if out.elsewhere:
            words = self.tr("{n} 处不在排名的城市里").format(n=count(out.elsewhere, lang))
            tip = self.tr("地图上有，点一下看得到；排名只比选定的城市。")
            yield words, tip, CITIES, self.tr("比别的城市…")
        if out.useless:
            words = self.tr("{n} 处用不上").format(n=count(out.useless, lang))
            yield words, self.tr("剧本里没有一场在那里拍得了。"), "", ""
        if out.excluded:
            words = self.tr("{n} 处没列进来").format(n=count(out.excluded, lang))
            tip = named or self.tr("不合“必须”的，或者按规定拍不了的。")
            yield words, tip, REASONS, self.tr("看为什么")
        if unpriced:
            words = self.tr("另有 {n} 处匹配太低，没算价").format(n=count(unpriced, lang))
            yield words, self.tr("景库很大时，每个城市只给最合适的算价排名。"), "", ""

    def _fill(self, notes: list[tuple[str, str, str, str]]) -> None:
        self._flow.clear()
        self.ways = {}
        for words, tip, key, way in notes:
            self._flow.addWidget(self._note(words, tip, key, way))
        self._rest.setVisible(bool(notes))

    def _note(self, words: str, tip: str, key: str, way: str) -> QWidget:
        note = Pane()
        note.setToolTip(tip)
        # on one line with the chip
        note.setMinimumHeight(self.chip.sizeHint().height())
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(label(words, role="caption"))
        if key:
            button = self.ways[key] = QPushButton(way)
            button.setProperty("quiet", "true")
            button.setProperty("caption", "true")
            button.clicked.connect(lambda: self.asked.emit(key))
            row.addWidget(button)
        return note

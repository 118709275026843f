"""What each place is worth by a criterion of one's own: the first fifty, or those looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from geo.model import OwnCriterion, OwnValue, Ranking, Site
from gui.pages.wishes.own_row import NOTHING, OwnRow, Typed, as_typed, wrong_in
from gui.pages.wishes.own_words import beyond_words, read_said
from gui.session import State
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import Pane, label

SHOWN = 50
# what is in sight is drawn at once, the rest a few at a time
AT_ONCE, A_FEW, LOOKED_AT = 9, 4, 4000
PAUSE_MS = 120


def places_in_order(state: State) -> Iterator[Site]:
    """The places of the ranking as they stand, then those left out; all where none is ranked."""
    ranking = state.ranking
    if ranking is None:
        yield from state.sites
        return
    yield from (ranking.sites[int(column)].site for column in ranking.site_order.first(SHOWN))
    yield from _beyond(ranking)


def _beyond(ranking: Ranking) -> Iterator[Site]:
    index = ranking.site_order.index
    yield from (ranking.sites[int(column)].site for column in index[SHOWN:])
    ordered = set(index.tolist())
    for column, offer in enumerate(ranking.sites):
        if column not in ordered:
            yield offer.site


class OwnTable(Pane):
    """``changed`` tells that something was typed. What is typed stays while one searches."""

    changed = Signal()

    def __init__(
        self, state: State, values: Mapping[str, OwnValue], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._typed: dict[str, Typed] = {one: as_typed(said) for one, said in values.items()}
        self._first = tuple(self._typed)
        self._scale: OwnCriterion | None = None
        self.rows: list[OwnRow] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("找一处"))
        self.search.setAccessibleName(self.tr("找一处"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.show_found)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._source: Iterator[Site] = iter(())
        self._words = ""
        self._drawn = 0
        self._rest = QTimer(self)
        self._rest.timeout.connect(lambda: self._draw(A_FEW))
        self._count = label(role="caption")
        inner = QWidget()
        inner.setProperty("ground", "none")
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._area = ColumnArea(inner)
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.show_found()

    def _all(self) -> Iterator[Site]:
        """What was told of first, then in the order of the list."""
        told = frozenset(self._first)
        known = {one.id: one for one in self._state.sites if one.id in told}
        yield from (known[one] for one in self._first if one in known)
        yield from (one for one in places_in_order(self._state) if one.id not in told)

    def show_found(self) -> None:
        """List what is looked for."""
        self._pause.stop()
        self._words = self.search.text().strip().casefold()
        self._source, self._drawn = self._all(), 0
        for row in self.rows:
            row.hide()
        self._draw(AT_ONCE)
        self._area.verticalScrollBar().setValue(0)

    def _draw(self, most: int) -> None:
        """Look through some more places; draw those looked for, ``most`` of them."""
        stop, looked, more = min(self._drawn + most, SHOWN), 0, True
        while more and self._drawn < stop and looked < LOOKED_AT:
            site = next(self._source, None)
            looked += 1
            more = site is not None
            if site is not None and _called(site, self._words):
                self._show_site(site)
        more = more and self._drawn < SHOWN
        if more != self._rest.isActive():
            self._rest.start(0) if more else self._rest.stop()
        self._tell_count(more=more)

    def _show_site(self, site: Site) -> None:
        if self._drawn == len(self.rows):
            self.rows.append(self._new_row())
        row = self.rows[self._drawn]
        row.show_site(site, self._typed.get(site.id, NOTHING), self._state.language)
        row.show()
        self._tell_beyond(row)
        self._drawn += 1

    def _new_row(self) -> OwnRow:
        row = OwnRow(self)
        row.typed.connect(lambda _: self._take(row))
        self._list.insertWidget(self._list.count() - 1, row)
        return row

    def _tell_count(self, *, more: bool) -> None:
        shown = self._drawn
        if shown == SHOWN:
            text = self.tr("列着 {n} 处，别的打字找").format(n=shown)
        elif more:
            text = self.tr("在找…")
        elif shown:
            text = self.tr("{n} 处").format(n=shown)
        else:
            text = self.tr("没找到，换个写法")
        self._count.setText(text)

    def _take(self, row: OwnRow) -> None:
        if row.value.text().strip():
            self._typed[row.site_id] = row.fields
        else:
            self._typed.pop(row.site_id, None)
        self._tell_beyond(row)
        self.changed.emit()

    def set_scale(self, one: OwnCriterion | None) -> None:
        """Values outside the scale of ``one`` are told; None while it cannot be read."""
        self._scale = one
        for row in self.rows:
            self._tell_beyond(row)

    def _tell_beyond(self, row: OwnRow) -> None:
        if row.isHidden() or self._scale is None or wrong_in(row.fields):
            return
        said = read_said(*row.fields)
        row.tell(beyond_words(self._scale, said.low, said.high) if said else "")

    @property
    def right(self) -> bool:
        """Whether everything typed can be read."""
        return not any(wrong_in(typed) for typed in self._typed.values())

    def values(self) -> dict[str, OwnValue]:
        """What was told, by id of the place. Raises ValueError where something cannot be read."""
        said = {one: read_said(*typed) for one, typed in self._typed.items()}
        return {one: value for one, value in said.items() if value is not None}


def _called(site: Site, words: str) -> bool:
    return words in site.name_zh.casefold() or words in site.name_en.casefold()

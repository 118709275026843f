"""Which places: found by typing, ticked; those of the ranking first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from geo.model import Site
from geo.model.pitch import MOST_COMPARED
from gui.pages.pitch.words import place_name
from gui.pages.script.dialogs import dialog_foot
from gui.session import Session, State
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.fields import StillBox
from gui.widgets.pane import label
from gui.widgets.segments import Segments
from gui.widgets.tick_list import TickList, TickRow

RANKED, PLANNED, CHOSEN, ALL = "ranked", "planned", "chosen", "all"
MOST_SHOWN = 2000


class PlacesDialog(QDialog):
    """Kept at the button; ``chosen_keys`` are ticked to begin with and stand first.

    ``most``: no more can be ticked.
    """

    memory_key = "pitch_places"
    usual = (560, 620)

    def __init__(
        self,
        session: Session,
        chosen_keys: Sequence[str],
        parent: QWidget | None = None,
        *,
        most: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._most = most
        self._memory = DialogMemory.of(parent)
        # in the order in which they were ticked
        self.chosen = list(chosen_keys)
        self.resize(*self.usual)
        if self._memory is not None:
            self._memory.restore(self, self.memory_key)
        self.edit = QLineEdit()
        self.edit.setClearButtonEnabled(True)
        self.edit.setPlaceholderText(self.tr("打一部分名字、城市或者区县"))
        self.edit.setAccessibleName(self.tr("找地方"))
        self.edit.textChanged.connect(lambda _: self._fill())
        self.views = Segments(self._views())
        self.views.chosen.connect(lambda _: self._fill())
        self.views.setAccessibleName(self.tr("从哪里挑"))
        self.list = TickList()
        self.list.setAccessibleName(self.tr("地方"))
        self.list.turned.connect(self._turn)
        self.told, self.none = label(role="second", wrap=True), label(role="caption", wrap=True)
        self.take_button = QPushButton(self.tr("就这几处"))
        self.take_button.clicked.connect(self._take)
        # what a name is looked up in costs little, but is the same at every letter
        self._every = self._offered()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (self._lead(), self.edit, self.views, self.none):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addLayout(dialog_foot(self, self.take_button, self._leave()))
        self.views.choose(next(iter(key for key, _ in self._views())))
        self._fill()
        self._tell()

    def _lead(self) -> QWidget:
        return label(self.tr("勾上的写进推介包，先勾的排在前面。"), role="second", wrap=True)

    def _leave(self) -> str:
        return self.tr("不改")

    @property
    def state(self) -> State:
        """The present state."""
        return self._session.state

    def _views(self) -> list[tuple[str, str]]:
        views = [(ALL, self.tr("整个景库")), (CHOSEN, self.tr("勾上的"))]
        plan = self.state.plan
        if plan is not None and plan.sites:
            views.insert(0, (PLANNED, self.tr("排期里的")))
        if self.state.ranking is not None:
            views.insert(0, (RANKED, self.tr("名次里的")))
        return views

    def _offered(self) -> list[TickRow]:
        """Every place: ranked ones first, best first, then ours, then the rest as listed."""
        ranking = self.state.ranking
        ranked: dict[str, str] = {}
        if ranking is not None:
            for place, at in enumerate(ranking.site_order.index, 1):
                site = ranking.sites[int(at)].site
                ranked[site.id] = self.tr("第 {n} 名").format(n=place)
        rest = [one for one in self.state.sites if one.id not in ranked]
        rest.sort(key=self._how_far)
        known = self.state.sites.by_id
        first = [known[key] for key in ranked if key in known]
        return [self._row(one, ranked.get(one.id, "")) for one in (*first, *rest)]

    def _how_far(self, site: Site) -> int:
        """0 in the district of the card, 1 in its city, 2 elsewhere."""
        card = self.state.card
        if not card.city or site.city_zh != card.city:
            return 2
        return 0 if card.district in ("", site.district_zh) else 1

    def _row(self, site: Site, rank: str) -> TickRow:
        english = self.state.language == "en"
        where = site.city_en if english else "".join((site.city_zh, site.district_zh or ""))
        note = " · ".join(part for part in (where, rank) if part)
        words = " ".join(
            (site.name_zh, site.name_en, site.city_zh, site.city_en, site.district_zh or "")
        )
        name = place_name(self.state, site.id)
        return TickRow(site.id, name, note, site.kind, words=words.lower())

    def _fill(self) -> None:
        wanted = self.edit.text().strip().lower().split()
        within = self._within()
        rows = [
            replace(row, on=row.key in self.chosen)
            for row in self._every
            if (within is None or row.key in within) and all(one in row.words for one in wanted)
        ]
        self.list.tell(rows[:MOST_SHOWN])
        self.none.setVisible(not rows)
        self.none.setText(
            self.tr("没有这个名字。换几个字，或者到“整个景库”里找。")
            if wanted
            else self.tr("这里还没有。到“整个景库”里挑。")
        )

    def _within(self) -> set[str] | None:
        """The keys that the view is about; None: all."""
        state, view = self.state, self.views.choice
        if view == RANKED and state.ranking is not None:
            return {one.site.id for one in state.ranking.sites}
        if view == PLANNED and state.plan is not None:
            return set(state.plan.sites)
        return set(self.chosen) if view == CHOSEN else None

    def _turn(self, key: str, on: bool) -> None:
        full = self._most is not None and len(self.chosen) >= self._most
        if on and full:
            self.list.tick(self.chosen)
            self._tell(full=True)
            return
        self.chosen = [one for one in self.chosen if one != key] + ([key] if on else [])
        self._tell()

    def _tell(self, *, full: bool = False) -> None:
        names = [place_name(self.state, one) for one in self.chosen]
        comma = ", " if self.state.language == "en" else "、"
        if full:
            text = self.tr("最多 {n} 个。去掉一个再勾。").format(n=self._most)
        elif names:
            text = self.tr("勾了 {n} 个：{names}").format(n=len(names), names=comma.join(names))
        else:
            text = self._nothing()
        self.told.setText(text)

    def _nothing(self) -> str:
        if self.state.ranking is None:
            return self.tr("一个都不勾，就先拿照片和资料多的几处。")
        return self.tr("一个都不勾，就照名次拿。")

    def _take(self) -> None:
        self._keep(self.chosen)
        self.accept()

    def _keep(self, chosen: list[str]) -> None:
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Typing comes first."""
        super().showEvent(event)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, answer: int) -> None:
        """Remember the size."""
        if self._memory is not None:
            self._memory.keep(self, self.memory_key)
        super().done(answer)


class PitchedDialog(PlacesDialog):
    """The places that the pack is about."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.city = StillBox()
        super().__init__(session, session.state.pitch_wishes.sites, parent)
        self.setWindowTitle(self.tr("推介哪些地方"))

    def _lead(self) -> QWidget:
        """Which city's places are taken where none is ticked stands beside what ticks do."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(super()._lead(), 1)
        name = label(self.tr("不勾就拿"), role="second")
        row.addWidget(name)
        row.addWidget(self.city)
        self.city.setAccessibleName(name.text())
        state = self.state
        ranked = state.ranking.cities if state.ranking is not None else ()
        ours = self._session.ours
        unsaid = self.tr("最合适的那座城")
        if state.ranking is None and ours is not None:
            unsaid = self.tr("{place}的").format(
                place=ours.district or place_name(state, ours.city)
            )
        self.city.addItem(unsaid, "")
        every = dict.fromkeys((*(one.city for one in ranked), *state.sites.cities))
        for city in every:
            self.city.addItem(place_name(state, city), city)
        self.city.setCurrentIndex(max(0, self.city.findData(state.pitch_wishes.city)))
        return holder

    def _keep(self, chosen: list[str]) -> None:
        self._session.wish_pitch(sites=tuple(chosen), city=self.city.currentData() or "")


class ComparedDialog(PlacesDialog):
    """Places and whole cities that stand beside ours; cities first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, session.state.pitch_wishes.compare, parent, most=MOST_COMPARED)
        self.setWindowTitle(self.tr("和谁并排看"))

    def _lead(self) -> QWidget:
        return label(
            self.tr("可以是整座城，也可以是一处地方，最多 {n} 个。").format(n=MOST_COMPARED),
            role="second",
            wrap=True,
        )

    def _views(self) -> list[tuple[str, str]]:
        return [(ALL, self.tr("城市和地方")), (CHOSEN, self.tr("勾上的"))]

    def _offered(self) -> list[TickRow]:
        ranking, sites = self.state.ranking, self.state.sites
        first: list[str] = []
        if ranking is not None:
            first = [ranking.cities[int(at)].city for at in ranking.city_order.index]
        order = dict.fromkeys((*first, *sites.cities))
        cities = [
            TickRow(
                city,
                self.tr("整个{city}").format(city=place_name(self.state, city)),
                self.tr("名次里有") if city in first else "",
                words=f"{city} {sites.city_en(city)}".lower(),
            )
            for city in order
        ]
        return [*cities, *super()._offered()]

    def _nothing(self) -> str:
        return self.tr("一个都没勾，就不比。")

    def _keep(self, chosen: list[str]) -> None:
        self._session.wish_pitch(compare=tuple(chosen))

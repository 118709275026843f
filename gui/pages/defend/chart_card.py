"""Cheap, or much of something else: the places between two figures, and which no other beats."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from geo.model import Criterion, Kind, Ranking
from gui.pages.defend.kind_key import KindKey
from gui.session import State
from gui.texts import aloud, present_number
from gui.texts.criteria import criterion_name
from gui.texts.fronts import (
    FEW,
    FrontChart,
    Spot,
    drawn_columns,
    draws_all,
    front_chart,
    offer_gain,
)
from gui.widgets.front_chart import FrontChartView
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments

GAINS = (Criterion.FIT, Criterion.UPLIFT, Criterion.SUBSIDY)


class ChartCard(Pane):
    """``chosen`` tells the id of the place picked; ``gain_chosen`` that another axis is wanted."""

    chosen = Signal(str)
    gain_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._state: State | None = None
        self._made: tuple[object, ...] = ()
        self._sites: object = None
        self._scenes = 0
        self._title = label(role="heading")
        self._about = label(role="caption", wrap=True)
        self._x_name = label(role="caption")
        self._foot = label(role="caption", wrap=True)
        self.gains = Segments()
        self.key = KindKey()
        self.view = FrontChartView(self._tip)
        self.view.chosen.connect(self.chosen)
        self.gains.chosen.connect(lambda _key: self._choose())
        self._lay_out()
        self.retranslate()
        self.gains.choose(GAINS[0].value)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.gains)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.key, 1)
        foot.addWidget(self._x_name, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        column.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def gain(self) -> Criterion:
        """What stands against the cost."""
        return Criterion(self.gains.choice or GAINS[0].value)

    @property
    def empty(self) -> bool:
        """Whether nothing was drawn yet."""
        return not self.view.chart.spots

    def _choose(self) -> None:
        self._tell()
        self.gain_chosen.emit()

    def show_state(self, state: State) -> None:
        """Draw the ranking of ``state``; an order alone that changed draws the marks told anew."""
        self._state = state
        ranking = state.ranking
        if ranking is None:
            return
        fronts = state.defence.fronts if state.defence is not None else {}
        front = tuple(fronts.get(self.gain.value, ()))
        made = self._made_for(ranking, front, state.language)
        chart, leader = self.view.chart, next(iter(ranking.site_order.first(1).tolist()), None)
        fresh = ranking.sites is not self._sites or made != self._made
        if fresh:
            self._sites, self._made = ranking.sites, made
            self._scenes = len(state.script.played) if state.script is not None else 0
            chart = front_chart(ranking, front, self.gain, self._scenes, state.language)
            self.key.show_kinds([kind for kind in Kind if kind in {s.kind for s in chart.spots}])
        fresh = fresh or leader != self.view.leader or state.selection.site != self.view.site
        self.view.show_chart(chart, leader)
        self.view.choose(state.selection.site)
        if fresh:
            self._tell()

    def _made_for(self, ranking: Ranking, front: tuple[int, ...], lang: str) -> tuple[object, ...]:
        """What the chart hangs on: of some sites all are drawn in any order, of many the first."""
        first = b"" if draws_all(ranking) else drawn_columns(ranking).tobytes()
        return (first, front, self.gain, lang)

    def choose(self, site_id: str | None) -> None:
        """Mark a place."""
        self.view.choose(site_id)
        self._speak()

    def _tell(self) -> None:
        state = self._state
        titles = {
            Criterion.FIT: self.tr("省钱，还是多拍几场"),
            Criterion.UPLIFT: self.tr("省钱，还是多带人来"),
            Criterion.SUBSIDY: self.tr("省钱，还是多拿补贴"),
        }
        self._title.setText(titles[self.gain])
        self._x_name.setText(self.tr("费用 / 天（万元）　← 越左越省"))
        if state is None or state.ranking is None:
            return
        self._about.setText(self._about_text(self.view.chart))
        self._foot.setText(self._foot_text(self.view.chart))
        self._foot.setVisible(bool(self._foot.text()))
        self._speak()

    def _about_text(self, chart: FrontChart) -> str:
        axis = {
            Criterion.FIT: self.tr("竖轴：能拍的场，代用的按打折算。"),
            Criterion.UPLIFT: self.tr("竖轴：首年多来的游客，中位数，对数。"),
            Criterion.SUBSIDY: self.tr("竖轴：算进排名的补贴，万元。"),
        }[self.gain]
        n = len(chart.front)
        if not n:
            return axis
        return axis + self.tr("最优线上 {n} 处，别处都比不过它们。").format(n=n)

    def _foot_text(self, chart: FrontChart) -> str:
        parts = []
        unasked = sum(not spot.asked for spot in chart.spots)
        if unasked:
            parts.append(
                self.tr("空心的 {n} 处没问到场地价，先按同一条规矩记一笔，分不出高低。").format(
                    n=unasked
                )
            )
        if len({spot.y for spot in chart.spots}) == 1 < len(chart.spots):
            same = self.tr("各处{what}一样，竖着分不出高低。")
            counted = self.tr("算进排名的补贴")
            subsidy = self.gain is Criterion.SUBSIDY
            parts.append(same.format(what=counted if subsidy else criterion_name(self.gain)))
        ranking = self._state.ranking if self._state is not None else None
        if ranking is not None and not draws_all(ranking):
            parts.append(self.tr("只画了排在前面的 {n} 处和最优线上的。").format(n=FEW))
        return "".join(parts)

    def _tip(self, spot: Spot) -> str:
        """What is known of a place, a line each."""
        state = self._state
        ranking = state.ranking if state is not None else None
        if state is None or ranking is None or spot.column >= len(ranking.sites):
            return spot.name_zh
        lang, offer = state.language, ranking.sites[spot.column]
        cost = present_number(offer.cost.priced, lang).full
        gain = present_number(offer_gain(offer, self.gain, self._scenes), lang).full
        lines = [
            spot.name(lang),
            self.tr("费用 {figure}").format(figure=cost),
            f"{criterion_name(self.gain)} {gain}",
        ]
        if spot.column in self.view.chart.front:
            lines.append(self.tr("在最优线上"))
        return "\n".join(lines)

    def _speak(self) -> None:
        """The chart for the ear: the places it tells, from the cheapest up."""
        lang = self._state.language if self._state is not None else "zh"
        told = [aloud(self._tip(spot).splitlines(), lang) for spot in self.view.walk()]
        here = next((one for one in self.view.chart.spots if one.id == self.view.site), None)
        now = "" if here is None else aloud(self._tip(here).splitlines(), lang)
        self.view.setAccessibleName(aloud((self._title.text(), now), lang))
        self.view.setAccessibleDescription("\n".join(told))

    def retranslate(self) -> None:
        """Set every text again."""
        choice = self.gains.choice or GAINS[0].value
        self.gains.set_options([(one.value, criterion_name(one)) for one in GAINS])
        self.gains.choose(choice)
        self.gains.setAccessibleName(self.tr("拿什么和费用比"))
        self._made = ()
        self._tell()

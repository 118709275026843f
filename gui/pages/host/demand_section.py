"""谁用得上: which needs our places serve, where we win, where another city does and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.pages.host.corpus import CorpusCard
from gui.pages.host.demand_rows import NeedRow, SiteRow, TitleRow, by_genre
from gui.pages.host.parts import Card, Key, Tile, beside, button, tools
from gui.pages.host.section import Section
from gui.pages.host.words import city_word, more, percent, plain, says
from gui.pages.plan.empty import Emptiness
from gui.session import Changes, Session
from gui.texts import count
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label

LOOK, CARD = "look", "card"
FEW, RIGHT = 18, 400


class DemandSection(Section):
    """Bars of needs at the left; titles and the places most wanted at the right."""

    jobs = ("demand", "reverse", "demand_save", "demand_note")
    heard = ("demand", "reverse", "card", "sites", "pitch_wishes", "home_cities")
    section_asked = Signal(str)
    card_asked = Signal()
    site_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.every = False
        self.served, self.won, self.crews = Tile(), Tile(), Tile()
        self.needs, self.titles, self.sites = Card(), Card(), Card()
        self.corpus = CorpusCard(session)
        self.keys = FlowLayout(gap=4)
        self.needs.put_under_head(self.keys)
        self.reasons = label(role="caption", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.addWidget(beside(self.served, self.won, self.crews))
        right = QWidget()
        right.setProperty("ground", "none")
        right.setFixedWidth(RIGHT)
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(14)
        side.addWidget(self.titles)
        side.addWidget(self.sites)
        side.addStretch(1)
        both = beside(self.needs, right, grow=0)
        row = both.layout()
        if row is not None:
            row.setAlignment(self.needs, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(both)
        self.column.addWidget(self.corpus)
        self.column.addWidget(self.reasons)
        self.column.addStretch(1)

    def say_head(self) -> None:
        """Write the question and what it goes by."""
        self.title.setText(self.tr("{place}的地方，谁用得上？").format(place=self.place))
        found, demand = self.state.reverse, self.state.demand
        told = self.tr("拿一批剧本要的景，跟我们和别的城市的地方一场一场比。")
        if found is not None and demand is not None:
            told = self.tr("照 {n} 部戏的 {scenes} 场比过。假设都写在最下面，能改。").format(
                n=count(len(demand.titles), self.state.language),
                scenes=plain(round(found.scenes)),
            )
        self.told.setText(told if self.place else "")
        again = button(self.tr("再算一遍"), self.session.look_at_demand)
        on = button(self.tr("做什么能多来…"), lambda: self.section_asked.emit("gains"))
        tools(self.tools, (again, on) if found is not None else ())

    def nothing(self) -> Emptiness | None:
        """Why there are no bars."""
        if self.session.ours is None:
            return no_place(self.tr("先说是哪里的局"), self.tr("填局的名片"))
        if self.state.reverse is not None and self.state.demand is not None:
            return None
        if self.waiting():
            return Emptiness(
                self.tr("在一场一场比…"), self.tr("先出来的先摆上，随时能停。"), icon="users"
            )
        return Emptiness(
            self.tr("哪些戏用得上我们的地方？"),
            self.tr(
                "样本剧本、这里打开过的每个剧本，再加照题材比例假设的一批，"
                "看它们要的景我们能拍多少，哪些我们最合适，哪些别处赢、为什么。十来秒。"
            ),
            (),
            ((LOOK, self.tr("比一比")),),
            "users",
        )

    def follow(self, way: str) -> None:
        """Do what a button of the empty view offers."""
        if way == LOOK:
            self.session.look_at_demand()
        else:
            self.card_asked.emit()

    def job_title(self, kind: str) -> str:
        """What is said of slow work while it lasts."""
        return {
            "demand": self.tr("凑齐要比的戏"),
            "reverse": self.tr("一场一场比"),
        }.get(kind, self.tr("记下来"))

    def draw(self, changes: Changes) -> None:
        """Draw figures, bars, titles, places, and what all of it assumes."""
        found, demand = self.state.reverse, self.state.demand
        if found is None or demand is None:
            return
        self._say_figures()
        self._draw_needs()
        self._draw_titles()
        self.sites.clear()
        self.sites.name(self.tr("最用得上的几处"), self.tr("能拍几场"))
        for use in found.sites[:8]:
            row = SiteRow(self.state, use)
            row.asked.connect(lambda one=use.site_id: self.site_asked.emit(one))
            self.sites.rows.addWidget(row)
        self.sites.setVisible(bool(found.sites))
        self.corpus.show_demand(demand)
        self.reasons.setText(says(self.state, found.reasons))
        self.reasons.setVisible(bool(found.reasons))

    def _say_figures(self) -> None:
        found, demand = self.state.reverse, self.state.demand
        if found is None or demand is None:
            return
        self.served.tell(
            self.tr("能拍"), percent(found.served), self.tr("所有场次里，我们有地方拍的")
        )
        self.won.tell(
            self.tr("我们最合适"),
            percent(found.won),
            self.tr("不比别的区、别的城差的场次")
            if found.ours.district
            else self.tr("不比另外几座城差的场次"),
        )
        whole = sum(one.weight for one in demand.titles)
        self.crews.tell(
            self._first(),
            self.tr("{n} 部").format(n=more(found.crews).removeprefix("+")),
            self._of(whole, len(demand.titles)),
        )

    def _first(self) -> str:
        """Who comes first for titles: crews choose a city, also where a district asks."""
        found = self.state.reverse
        if found is None or not found.ours.district:
            return self.tr("我们排第一的戏")
        city = city_word(self.state, found.ours.city)
        return self.tr("全{city}排第一的戏").format(city=city)

    def _ranks(self) -> str:
        found = self.state.reverse
        if found is None or not found.ours.district:
            return self.tr("每部戏，我们排第几")
        city = city_word(self.state, found.ours.city)
        return self.tr("每部戏，全{city}排第几").format(city=city)

    def _of(self, whole: float, titles: int) -> str:
        """Of how many; some titles stand for more than one."""
        if plain(whole) == str(titles):
            return self.tr("共 {n} 部；随侧重什么而变").format(n=titles)
        return self.tr("按权重折成 {n} 部；随侧重什么而变").format(n=plain(whole))

    def _draw_needs(self) -> None:
        found = self.state.reverse
        if found is None:
            return
        needs = found.needs
        self.needs.clear()
        self.needs.name(self.tr("要什么景，谁赢"), self.tr("按要的场次多少排"))
        tools(
            self.keys,
            (
                Key(self.tr("我们赢"), "fit"),
                Key(self.tr("能拍，但别处赢"), "off"),
                Key(self.tr("我们没有"), "sunk"),
            ),
        )
        shown = needs if self.every else needs[:FEW]
        for need in shown:
            self.needs.rows.addWidget(NeedRow(self.state, need, found.ours))
        if len(needs) > FEW:
            text = self.tr("只看前 {n} 种") if self.every else self.tr("全部 {n} 种")
            number = FEW if self.every else len(needs)
            fold = button(text.format(n=number), self._turn, quiet=True)
            self.needs.rows.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)

    def _turn(self) -> None:
        self.every = not self.every
        self._draw_needs()

    def _draw_titles(self) -> None:
        found = self.state.reverse
        self.titles.clear()
        self.titles.name(self._ranks(), self.tr("换着侧重，居首占几成"))
        single, groups = by_genre(found.titles if found is not None else (), self.state)
        for title in (*single, *groups):
            self.titles.rows.addWidget(TitleRow(self.state, title))


def no_place(title: str, words: str) -> Emptiness:
    """Nobody has said for which place the bureau stands."""
    return Emptiness(title, "", (), ((CARD, words),), "map-pin-question")

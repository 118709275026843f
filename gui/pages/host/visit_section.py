"""跟着剧去旅行: the shooting places of the title as days and stops."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSpinBox, QWidget

from geo.model import Basis, Range
from geo.model.hosting import VisitRoute
from gui.pages.host.files import ask_where
from gui.pages.host.parts import Card, Tile, beside, button, indent, tools
from gui.pages.host.section import Section
from gui.pages.host.visit_rows import StopRow
from gui.pages.host.words import says
from gui.pages.plan.aside_words import in_lang
from gui.pages.plan.empty import Emptiness
from gui.session import Changes, Session
from gui.texts import present_number
from gui.widgets.pane import label

LOOK, PLAN, CREW = "look", "plan", "pitch"
HOURS = 8


class VisitSection(Section):
    """A card for each day. ``page_asked``: the plan or the pack for a crew is wanted."""

    jobs = ("visit", "export")
    heard = ("visit", "plan", "pitch", "sites", "planned")
    page_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.cards: list[Card] = []
        self.days, self.stops, self.way, self.tickets = Tile(), Tile(), Tile(), Tile()
        self.hours = QSpinBox()
        self.hours.setRange(4, 12)
        self.hours.setValue(HOURS)
        self.hours.setFixedWidth(150)
        indent(self.hours)
        self.again = button("", self.look)
        self.files = QMenu(self)
        self.export_button = button("", lambda: None, main=True)
        self.export_button.setMenu(self.files)
        self.left_out, self.reasons = (
            label(role="second", wrap=True),
            label(role="caption", wrap=True),
        )
        self.column.addWidget(beside(self.days, self.stops, self.way, self.tickets, gap=10))
        self._at = self.column.count()
        for part in (self.left_out, self.reasons):
            self.column.addWidget(part)
        self.column.addStretch(1)
        tools(self.tools, (self.export_button, self.hours, self.again))

    def say_head(self) -> None:
        """Write the question and what can be done."""
        name = f"《{self.state.name}》" if self.state.name else ""
        self.title.setText(self.tr("跟着{title}去旅行").format(title=name or self.tr("剧")))
        self.told.setText(
            self.tr("把拍摄地排成游客走得通的路线，先后、路程、门票、开放时间都写上，给文旅号用。")
        )
        self.hours.setPrefix(self.tr("一天走 "))
        self.hours.setSuffix(self.tr(" 小时"))
        self.hours.setAccessibleName(self.tr("一天走几小时"))
        self.again.setText(self.tr("照这个再排"))
        self.export_button.setText(self.tr("导出"))
        self.files.clear()
        for ending, what in (
            (".html", self.tr("网页，手机能看（.html）…")),
            (".pdf", self.tr("能打印的 PDF…")),
            (".kml", self.tr("地图软件用的 KML…")),
        ):
            act = self.files.addAction(what)
            act.triggered.connect(lambda _=False, ending=ending: self.export(ending))
        some = self.state.visit is not None
        for one in (self.hours, self.again, self.export_button):
            one.setVisible(some)

    def nothing(self) -> Emptiness | None:
        """Why there is no route."""
        route = self.state.visit
        if route is not None and route.days:
            return None
        if self.waiting():
            return Emptiness(self.tr("在排路线…"), "", icon="car")
        planned = self.state.plan is not None and bool(self.state.plan.days)
        pitched = self.state.pitch is not None and bool(self.state.pitch.sites)
        if not planned and not pitched:
            return Emptiness(
                self.tr("还不知道在哪里拍"),
                self.tr("路线走的是拍摄地：先排期，或者先做一份推介，选好地方。"),
                (),
                ((PLAN, self.tr("去排期")), (CREW, self.tr("去做推介"))),
                "car",
            )
        if route is not None:
            return Emptiness(
                self.tr("这些地方排不成路线"),
                says(self.state, route.left_out) or self.tr("一处能走的都没有。"),
                (),
                ((LOOK, self.tr("再排一次")),),
                "alert-triangle",
            )
        what = self.tr("照排期的拍摄地") if planned else self.tr("照推介的地方")
        return Emptiness(
            self.tr("把拍摄地排成一条路线"),
            self.tr("一城一段，先后按路短的排，一天八小时。开放时间和门票不知道的就写“问一下”。"),
            (what,),
            ((LOOK, self.tr("排路线")),),
            "car",
        )

    def follow(self, way: str) -> None:
        """Do what a button of the empty view offers."""
        if way == LOOK:
            self.look()
        else:
            self.page_asked.emit(way)

    def look(self) -> None:
        """Lay the route out for days as long as asked."""
        self.session.look_at_route(self.hours.value() * 60)

    def job_title(self, kind: str) -> str:
        """What is said of slow work while it lasts."""
        return self.tr("写文件") if kind == "export" else self.tr("排路线")

    def draw(self, changes: Changes) -> None:
        """Draw days and stops."""
        route = self.state.visit
        if route is None or not changes.touch("visit", "sites", "language", "phrases"):
            return
        self._say_figures(route)
        for card in self.cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for at, day in enumerate(route.days):
            card = Card()
            city = in_lang(day.city, day.city_en, self.state.language)
            card.name(
                self.tr("第 {n} 天 · {city}").format(n=day.day, city=city),
                self.tr("{n} 处").format(n=len(day.stops)),
                says(self.state, day.notes),
            )
            for stop in day.stops:
                card.rows.addWidget(StopRow(self.state, stop))
            self.column.insertWidget(self._at + at, card)
            card.show()
            self.cards.append(card)
        out = says(self.state, route.left_out)
        self.left_out.setText(self.tr("没排进来：\n{names}").format(names=out) if out else "")
        self.left_out.setVisible(bool(out))
        self.reasons.setText(says(self.state, route.reasons))
        self.reasons.setVisible(bool(route.reasons))

    def _say_figures(self, route: VisitRoute) -> None:
        lang = self.state.language
        stops = sum(len(day.stops) for day in route.days)
        cities = {day.city for day in route.days}
        self.days.tell(
            self.tr("几天"),
            self.tr("{n} 天").format(n=len(route.days)),
            self.tr("一天走 {n} 小时").format(n=self.hours.value()),
        )
        self.stops.tell(
            self.tr("几处"),
            self.tr("共 {n} 处").format(n=stops),
            self.tr("{n} 座城").format(n=len(cities)),
        )
        km = self.tr("未知")
        if route.km is not None:
            far = Range(route.km, route.km, route.km, "", Basis.ESTIMATED)
            km = self.tr("{km} 公里").format(km=present_number(far, lang).text)
        self.way.tell(self.tr("路上"), km, self.tr("按路估的，不含住处来回"))
        # the tile says beneath that some are not counted
        sure = replace(route.tickets, beyond=False)
        told = present_number(sure, lang).full if sure.known else self.tr("未知")
        lacking = sum(not stop.ticket.known for day in route.days for stop in day.stops)
        self.tickets.tell(
            self.tr("门票"),
            self.tr("{money}起").format(money=told) if lacking and sure.known else told,
            self.tr("一个人的；{n} 处没公布，没算进来").format(n=lacking)
            if lacking
            else self.tr("一个人的"),
        )

    def export(self, ending: str) -> None:
        """Write the route as a file."""
        what = self.tr("跟着剧去旅行")
        title = f"《{self.state.name}》" if self.state.name else ""
        if path := ask_where(self, f"{what}{title}", what, ending):
            self.session.export_visit(path)

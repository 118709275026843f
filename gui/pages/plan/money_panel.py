"""花费与补贴: each line of the plan's cost, and what every city brings back and did to the plan."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model import Basis, CityMoney, Line, PlanMoney, Range, Scenario, unknown
from geo.phrases import rmb
from gui.pages.page import Page
from gui.pages.plan.aside_words import (
    CNY,
    in_lang,
    join,
    line_name,
    sentences,
    shown_net,
    site_name,
)
from gui.pages.plan.plan_answers import PlanAnswers
from gui.session import Changes, Session
from gui.texts import aloud, present_number
from gui.widgets.figure_table import FigureRow, FigureTable
from gui.widgets.pane import label

LINE, GROSS, BACK, NET, CITY = "line", "gross", "back", "net", "city"


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with its name and what is said of it on a click."""

    figure: Range
    name: str
    sentence: str


class MoneyPanel(Page):
    """Three kinds of money back stand side by side and are never summed."""

    def __init__(
        self, session: Session, answers: PlanAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._answers = answers
        self._told: dict[str, _Told] = {}
        self.costs, self.cities = FigureTable(), FigureTable()
        for table in (self.costs, self.cities):
            table.asked.connect(lambda key, table=table: self._explain(table, key))
        self._cities_title = label(role="heading")
        self._cities_title.setContentsMargins(14, 10, 14, 2)
        self.effects = label(role="second", wrap=True)
        self.scenarios = label(role="second", wrap=True)
        self.none = label(role="caption", wrap=True)
        for words in (self.effects, self.scenarios, self.none):
            words.setContentsMargins(14, 6, 14, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        for part in (
            self.none, self.costs, self.scenarios, self._cities_title, self.cities, self.effects,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Write the sums."""
        if changes.touch("plan", "planned", "language", "phrases", "own_lines", "sites"):
            plan = self.state.plan
            self._show(plan.money if plan is not None else None)

    def _show(self, money: PlanMoney | None) -> None:
        parts = (self.costs, self._cities_title, self.cities, self.effects, self.scenarios)
        for part in parts:
            part.setVisible(money is not None)
        self.none.setVisible(money is None)
        self._told = {}
        if money is None:
            return
        self._list_costs(money)
        self._list_cities(money)
        told = "\n".join(filter(None, (self._scenario(one) for one in money.scenarios)))
        self.scenarios.setText(told)
        self.scenarios.setVisible(bool(told))

    def _list_costs(self, money: PlanMoney) -> None:
        expected = self.state.planned.wishes.expected
        rows = [self._line_row(line) for line in money.lines]
        about = self.tr("各项按价的高低一起抽，不是把两头相加。")
        rows.append(self._row(GROSS, _Told(money.gross, self.tr("一共要花"), about), ""))
        certain = _sum(money.certain)
        rows.append(
            self._row(
                BACK,
                _Told(certain, self.tr("确定能拿回"), self.tr("条件都够、金额写明的补贴。")),
                self.tr("有望和上限按城市看，不加在一起"),
            )
        )
        net = self.tr("净费用，有望的也算") if expected else self.tr("净费用，只算确定")
        unpriced = [site_name(self.state, one) for one in money.unpriced]
        under = ""
        if unpriced:
            text = self.tr("{n} 处没人报过场地价，不在里面")
            under = text.format(n=len(unpriced))
        names = self.tr("没有场地价的：{names}。不是 0。")
        said = names.format(names=join(unpriced, self.state.language)) if unpriced else ""
        figure = shown_net(money, expected=expected)
        rows.append(self._row(NET, _Told(figure, net, said), under))
        self.costs.set_rows(rows, (self.tr("整部戏"),), self.tr("花在哪里"))

    def _line_row(self, line: Line) -> FigureRow:
        name = line_name(self.state, line.code)
        known = line.total is not None and line.total.known
        figure = line.total if line.total is not None and known else unknown(CNY, low=None)
        said = sentences(self.state, line.reasons)
        under = "" if known else self.tr("没有价，没算进去")
        if line.own:
            under = self.tr("自己填的价")
        return self._row(f"{LINE}:{line.code}", _Told(figure, name, said or under), under)

    def _row(self, key: str, told: _Told, under: str) -> FigureRow:
        lang = self.state.language
        self._told[key] = told
        look = present_number(told.figure, lang)
        spoken = aloud((told.name, look.spoken, under), lang)
        return FigureRow(key, told.name, under, (look,), spoken)

    def _list_cities(self, money: PlanMoney) -> None:
        rows = [self._city_row(at, one) for at, one in enumerate(money.cities)]
        heads = (self.tr("确定"), self.tr("有望"), self.tr("最多"))
        self.cities.set_rows(rows, heads if rows else (), self._cities_title.text())
        self.cities.setVisible(bool(rows))
        self._cities_title.setVisible(bool(rows))
        effects = "\n".join(filter(None, (self._effect(one) for one in money.cities)))
        self.effects.setText(effects)
        self.effects.setVisible(bool(effects))

    def _city_row(self, at: int, city: CityMoney) -> FigureRow:
        lang, subsidy = self.state.language, city.subsidy
        name = in_lang(city.city, city.city_en, lang)
        nobody = not subsidy.amount.known and subsidy.ceiling is None and not subsidy.certain
        figures = (
            unknown(CNY) if nobody else _sum(subsidy.certain),
            _sum(subsidy.expected) if subsidy.expected is not None else unknown(CNY, low=None),
            _most(subsidy.ceiling),
        )
        looks = tuple(present_number(one, lang, compact=True) for one in figures)
        spend = present_number(city.spend, lang).full
        days = self.tr("拍 {n} 天").format(n=city.days)
        key = f"{CITY}:{at}"
        said = "\n".join(
            filter(
                None,
                (
                    self.tr("在当地花　{sum}").format(sum=spend),
                    sentences(self.state, city.effect),
                    sentences(self.state, subsidy.reasons),
                ),
            )
        )
        most = Range(subsidy.certain, None, subsidy.ceiling, CNY, figures[2].basis)
        title = self.tr("{city}的补贴，从确定到最多").format(city=name)
        self._told[key] = _Told(most, title, said)
        spoken = aloud((name, days, *(look.spoken for look in looks)), lang)
        return FigureRow(key, name, days, looks, spoken)

    def _effect(self, city: CityMoney) -> str:
        """What the city's subsidy did to the plan."""
        told = sentences(self.state, city.effect).replace("\n", " ")
        name = in_lang(city.city, city.city_en, self.state.language)
        return self.tr("{city}：{what}").format(city=name, what=told) if told else ""

    def _scenario(self, one: Scenario) -> str:
        lang = self.state.language
        low = one.code == "low"
        when = self.tr("价都偏低时") if low else self.tr("价都偏高时")
        net = rmb(one.net, lang)
        if one.saves is None:
            text = self.tr("{when}净 {net}；有没有更省的排法，还没查。")
            return text.format(when=when, net=net)
        if one.saves < 1:
            text = self.tr("{when}净 {net}，还是这套最省。")
            return text.format(when=when, net=net)
        text = self.tr("{when}净 {net}；另有一套能再省 {sum}。")
        return text.format(when=when, net=net, sum=rmb(one.saves, lang))

    def _explain(self, table: FigureTable, key: str) -> None:
        told = self._told.get(key)
        if told is not None:
            self._answers.explain(told.figure, told.name, told.sentence, table.row_rect(key))

    def retranslate(self) -> None:
        """Set the texts that are ours; the tables are told again by the state."""
        self._cities_title.setText(self.tr("各城市能拿回的"))
        self.none.setText(self.tr("排好了才有。"))


def _sum(amount: float) -> Range:
    return Range(amount, None, amount, CNY, Basis.PUBLISHED)


def _most(ceiling: float | None) -> Range:
    return unknown(CNY) if ceiling is None else _sum(ceiling)

"""What the place gains as three intervals on a log axis, never summed."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from geo.model import Account, Basis, Range, unknown
from gui.pages.money.words import figure_text, spoken
from gui.session import State
from gui.texts import known_ends, present_number
from gui.texts.charts import Axis, ChartRow, Mark, decade_axis

CREW, SITE, CITY = "crew", "site", "city"
LOWEST_POWER, LEAST_TOP_POWER = 1, 7


def gain_figures(account: Account) -> dict[str, Range]:
    """The three figures by key: crew spending, the site's own takings, new visitors' spending."""
    uplift = account.uplift
    site = unknown("CNY") if uplift.takings is None else uplift.takings.site
    return {CREW: uplift.crew_spending, SITE: site, CITY: uplift.city_revenue}


def gains(account: Account, state: State) -> tuple[tuple[ChartRow, ...], Axis]:
    """Three rows and their axis, a decade for each step."""
    lang = state.language
    figures = gain_figures(account)
    tops = [end for one in figures.values() if (end := known_ends(one)[1])]
    power = max(LEAST_TOP_POWER, *(math.ceil(math.log10(max(top, 1.0))) for top in tops), 0)
    axis = decade_axis(LOWEST_POWER, power, lang)
    words = {
        CREW: (
            QCoreApplication.translate("MoneyPage", "剧组在当地花的"),
            QCoreApplication.translate("MoneyPage", "开拍就有"),
        ),
        SITE: (
            QCoreApplication.translate("MoneyPage", "取景地自己多收的"),
            QCoreApplication.translate("MoneyPage", "门票与消费"),
        ),
        CITY: (
            QCoreApplication.translate("MoneyPage", "新游客在城里花的"),
            QCoreApplication.translate("MoneyPage", "播出后一年，八成可能"),
        ),
    }
    rows = tuple(_row(key, *words[key], figures[key], lang, axis) for key in (CREW, SITE, CITY))
    return rows, axis


def _row(key: str, name: str, under: str, figure: Range, lang: str, axis: Axis) -> ChartRow:
    low, high = known_ends(figure)
    shown = figure.known and high is not None and high > 0
    below = low is None or low < axis.low
    return ChartRow(
        key,
        name,
        present_number(figure, lang, compact=True),
        f"{spoken(name, figure, lang)}（{under}）",
        Mark.SPAN if shown else Mark.NOTHING,
        "cost" if key == CREW else "uplift",
        low=axis.low if below else low,
        mid=figure.mid if figure.mid else None,
        high=high,
        under=under,
        open_end=shown and below,
        note="" if figure.known else QCoreApplication.translate("MoneyPage", "说不出，没有数"),
    )


def honest_sentence(account: Account, state: State) -> str:
    """One sentence of doubt about the visitors' money."""
    city = account.uplift.city_revenue
    if not city.known or city.mid is None:
        return QCoreApplication.translate(
            "MoneyPage", "没有可比的案例，游客带来多少说不出，就不印数字。"
        )
    if known_ends(city) == (0, 0):
        return QCoreApplication.translate(
            "MoneyPage", "观众认不出在哪儿拍的，不会为它来。剧组花的钱是实的。"
        )
    # two figures: nothing here is known better
    step = 10.0 ** max(0, math.floor(math.log10(max(city.mid, 1.0))) - 1)
    rounded = max(1.0, round(city.mid / step) * step)
    half = Range(rounded, None, rounded, "CNY", Basis.PUBLISHED)
    return QCoreApplication.translate(
        "MoneyPage", "播出以后才知道，很没准：一半可能不到 {sum}。请别把上端当成承诺。"
    ).format(sum=figure_text(half, state.language))

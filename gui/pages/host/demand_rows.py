"""One row each: a need of the corpus, a title, a place of ours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model.hosting import Genre, NeedServed, Origin, Ours, SiteUse, TitleWon
from gui.pages.host.parts import ToneBar
from gui.pages.host.words import (
    city_word,
    origin_word,
    percent,
    plain,
    says,
    site_word,
    title_word,
    type_word,
)
from gui.session import State
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label

NAME, FIGURE = 132, 96


class NeedRow(Pane):
    """A scene type: how much of it we win, could take, or have not; who wins the rest and why."""

    def __init__(
        self, state: State, need: NeedServed, ours: Ours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        name = ElidedLabel(type_word(state, need.scene_type))
        name.setFixedWidth(NAME)
        scenes = self.tr("{n} 场").format(n=plain(round(need.scenes, 1)))
        spoken = self.tr("{name}：{scenes}，我们赢 {won}，能拍 {served}").format(
            name=name.text(), scenes=scenes, won=percent(need.won), served=percent(need.served)
        )
        bar = ToneBar([(need.won, "fit"), (max(0.0, need.served - need.won), "off")], spoken)
        figure = label(percent(need.won), role="strong")
        figure.setFixedWidth(44)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        figure.setToolTip(spoken)
        much = label(scenes, role="caption")
        much.setFixedWidth(FIGURE - 20)
        much.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(spoken)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.addWidget(name, 0, 0)
        grid.addWidget(bar, 0, 1)
        grid.addWidget(figure, 0, 2)
        grid.addWidget(much, 0, 3)
        told = self._rival(state, need, ours)
        if told:
            why = label(told, role="caption", wrap=True)
            every = says(state, need.because)
            why.setToolTip(every if len(need.because) > 1 else "")
            grid.addWidget(why, 1, 0, 1, 4)
        grid.setColumnStretch(1, 1)

    def _rival(self, state: State, need: NeedServed, ours: Ours) -> str:
        if not need.rival:
            return self.tr("我们没有，比的几座城也没有") if need.served <= 0 else ""
        city = city_word(state, need.rival)
        if ours.district and need.rival == ours.city:
            city = self.tr("{city}别的区").format(city=city)
        share = percent(need.rival_share)
        who = self.tr("{city}赢 {share}").format(city=city, share=share)
        because = says(state, need.because, most=1)
        return self.tr("{who}。{why}").format(who=who, why=because) if because else who


@dataclass(frozen=True, slots=True)
class Told:
    """A title, or all made-up ones of a genre together."""

    name: str
    origin: Origin
    served: float
    first: float
    under: str
    count: int = 1


def by_genre(titles: Iterable[TitleWon], state: State) -> tuple[list[Told], list[Told]]:
    """Real titles one by one; made-up ones by genre, in means over as many as there are."""
    real: list[Told] = []
    made: dict[str, list[TitleWon]] = {}
    for one in titles:
        if one.origin is Origin.MIX:
            made.setdefault(one.genre, []).append(one)
        else:
            real.append(
                Told(
                    title_word(state, one.title, one.title_en),
                    one.origin,
                    one.served,
                    one.first,
                    _why(state, one),
                )
            )
    genres = {one.code: one for one in state.demand.genres} if state.demand is not None else {}
    groups = [_group(state, genres.get(code), code, some) for code, some in made.items()]
    return real, sorted(groups, key=lambda one: -one.first)


def _group(state: State, genre: Genre | None, code: str, some: list[TitleWon]) -> Told:
    name = code if genre is None else (genre.en if state.language == "en" else genre.zh)
    led = sum(one.rank == 1 for one in some)
    under = QCoreApplication.translate("HostWords", "假设的 {n} 部里，{led} 部我们排第一")
    return Told(
        name,
        Origin.MIX,
        sum(one.served for one in some) / len(some),
        sum(one.first for one in some) / len(some),
        under.format(n=len(some), led=led),
        len(some),
    )


def _why(state: State, one: TitleWon) -> str:
    """Which rank, who stands before us, and why."""
    if one.rank is None:
        where = QCoreApplication.translate("HostWords", "我们没有能拍的地方")
    elif one.rank == 1:
        where = QCoreApplication.translate("HostWords", "我们排第一")
    else:
        where = QCoreApplication.translate("HostWords", "我们排第 {n}").format(n=one.rank)
    if one.rival and one.rank != 1:
        ahead = QCoreApplication.translate("HostWords", "{where}，{city}在前")
        where = ahead.format(where=where, city=city_word(state, one.rival))
    because = says(state, one.because, most=2)
    return f"{where}\n{because}" if because else where


class TitleRow(Pane):
    """A title: how many of its scenes we serve, and under how many weightings we come first."""

    def __init__(self, state: State, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        name = ElidedLabel(told.name, role="strong")
        served = self.tr("能拍 {share}").format(share=percent(told.served))
        share = label(served, role="caption")
        first = label(percent(told.first), role="strong")
        first.setFixedWidth(46)
        first.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first.setToolTip(self.tr("换着侧重看，有这么多次我们排第一"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name, 1)
        head.addWidget(share)
        head.addWidget(first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(label(told.under, role="caption", wrap=True))
        self.setToolTip(origin_word(told.origin))
        self.setAccessibleName(f"{told.name} {served} {first.text()}")
        self.setAccessibleDescription(told.under)


class SiteRow(Pane):
    """A place of ours: how many scenes want it, for what it is best. ``asked``: show the place."""

    asked = Signal()

    def __init__(self, state: State, use: SiteUse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.name = QPushButton(site_word(state, use.site_id))
        self.name.setProperty("row", "true")
        self.name.setProperty("strong", "true")
        self.name.setAutoDefault(False)
        self.name.setToolTip(self.tr("在选景里看它"))
        self.name.clicked.connect(self.asked)
        scenes = label(self.tr("{n} 场").format(n=plain(round(use.scenes, 1))))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addStretch(1)
        head.addWidget(scenes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 5)
        column.setSpacing(0)
        column.addLayout(head)
        told = self._told(state, use)
        if told:
            words = label(told, role="caption", wrap=True)
            words.setContentsMargins(3, 0, 0, 0)
            column.addWidget(words)

    def _told(self, state: State, use: SiteUse) -> str:
        told = []
        if use.best_for:
            kinds = self.tr("、").join(type_word(state, one) for one in use.best_for[:4])
            told.append(self.tr("最合适：{kinds}").format(kinds=kinds))
        if use.only_here:
            only = plain(round(use.only_here, 1))
            told.append(self.tr("{n} 场只有这里能拍").format(n=only))
        return self.tr("；").join(told)

"""照什么比的: the titles of the corpus, and the mix of genres with its assumptions in print."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from geo.model.hosting import Demand, DemandTitle, Genre, Origin
from gui.pages.host.parts import Card, ToneBar, button
from gui.pages.host.words import origin_word, percent, title_word, type_word
from gui.session import Session, State
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label

NEEDS = 6


def genre_name(genre: Genre, lang: str) -> str:
    """What a genre is called."""
    return (genre.en or genre.zh) if lang == "en" else (genre.zh or genre.en)


def genre_words(genre: Genre, state: State) -> str:
    """What a title of the genre is assumed to be: scenes, nights, needs."""
    ranked = sorted(genre.needs.items(), key=lambda one: -one[1])
    needs = QCoreApplication.translate("HostWords", "、").join(
        f"{type_word(state, code)} {percent(share)}" for code, share in ranked[:NEEDS]
    )
    rest = QCoreApplication.translate("HostWords", " 等 {n} 种").format(n=len(ranked))
    size = QCoreApplication.translate("HostWords", "一部 {n} 场，夜戏 {night}")
    told = size.format(n=genre.scenes, night=percent(genre.night))
    return f"{told}\n{needs}{rest if len(ranked) > NEEDS else ''}"


class CorpusCard(Card):
    """Real titles can be left out and taken back; the mix can be edited."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def show_demand(self, demand: Demand) -> None:
        """Draw the corpus."""
        self.clear()
        made = sum(one.origin is Origin.MIX for one in demand.titles)
        real = [one for one in demand.titles if one.origin is not Origin.MIX]
        self.name(
            self.tr("照什么比的"),
            "",
            self.tr(
                "打开过的剧本分量最重，只记每场要什么景，不留一句台词；"
                "照比例假设的一批不是预测，是先有个数，改了再比。"
            ),
        )
        self.rows.addWidget(self._line(self.tr("有剧本的 {n} 部").format(n=len(real))))
        for title in real:
            self.rows.addWidget(self._title(title))
        for title in demand.left_out:
            self.rows.addWidget(self._dropped(title))
        head = self.tr("照题材比例假设的 {n} 部").format(n=made)
        self.rows.addWidget(self._line(head, *self._mix_buttons(demand)))
        whole = sum(one.share for one in demand.genres) or 1.0
        for genre in demand.genres:
            self.rows.addWidget(GenreRow(self._session.state, genre, genre.share / whole))

    def _line(self, text: str, *buttons: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 10, 0, 2)
        row.setSpacing(8)
        row.addWidget(label(text, role="strong"))
        row.addStretch(1)
        for one in buttons:
            row.addWidget(one)
        return holder

    def _mix_buttons(self, demand: Demand) -> Iterable[QWidget]:
        if demand.own:
            yield label(self.tr("改过"), chip="sel")
            back = self.tr("回到原来的比例")
            yield button(back, lambda: self._session.save_genres(None), quiet=True)
        yield button(self.tr("改比例…"), self.edit)

    def edit(self) -> None:
        """Open the mix of genres."""
        from gui.pages.host.genres_dialog import GenresDialog

        dialog = GenresDialog(self._session, self)
        dialog.exec()
        dialog.deleteLater()

    def _title(self, title: DemandTitle) -> QWidget:
        scenes = self.tr("{n} 场").format(n=len(title.script.scenes))
        drop = button(self.tr("不算它"), lambda: self._session.drop_title(title.id), quiet=True)
        drop.setAccessibleName(self.tr("不算《{title}》").format(title=title.title))
        told = f"{origin_word(title.origin)} · {scenes}"
        return _row(title_word(self._session.state, title.title, title.title_en), told, drop)

    def _dropped(self, title: DemandTitle) -> QWidget:
        back = button(
            self.tr("拿回来"),
            lambda: self._session.drop_title(title.id, dropped=False),
            quiet=True,
        )
        name = title_word(self._session.state, title.title, title.title_en)
        return _row(name, self.tr("没有算进来"), back)


def _row(name: str, told: str, do: QWidget) -> QWidget:
    row = Pane()
    row.setProperty("hair", "bottom")
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 3, 0, 3)
    line.setSpacing(10)
    line.addWidget(ElidedLabel(name), 1)
    line.addWidget(label(told, role="caption"))
    line.addWidget(do)
    return row


class GenreRow(Pane):
    """A genre: its share of titles, what one of them asks for, and why we assume that."""

    def __init__(
        self, state: State, genre: Genre, share: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        name = label(genre_name(genre, state.language), role="strong", wrap=True)
        name.setFixedWidth(120)
        spoken = f"{name.text()} {percent(share)}"
        bar = ToneBar([(share, "ink3")], spoken)
        bar.setFixedWidth(90)
        figure = label(percent(share))
        figure.setFixedWidth(40)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        told = label(genre_words(genre, state), role="caption", wrap=True)
        because = genre.why.get(state.language) or genre.why.get("zh", "")
        why = label(because or self.tr("没有写为什么"), role="caption", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        bar.setFixedHeight(18)
        for part in (name, bar, figure):
            row.addWidget(part, 0, top)
        row.addWidget(told, 3, top)
        row.addWidget(why, 3, top)
        self.setAccessibleName(spoken)

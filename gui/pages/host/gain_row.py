"""One change a bureau could make: what it would win, what it costs, and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from geo.model import Range, unknown
from geo.model.hosting import Gained, Improvement, ImprovementKind
from gui.pages.host.words import more, percent, plain, says, site_word, title_word, type_word
from gui.session import State
from gui.texts import NumberStyle, money, style_of
from gui.widgets import icons
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import Pane, label

CREWS, COST, PER = 84, 132, 128
PAID = "method.rebate_paid"
"""How a cost that was worked out from the titles that come is named."""


def change_words(state: State, one: Improvement) -> str:
    """A change as a short sentence."""
    lang = state.language
    site, kind = site_word(state, one.site_id), type_word(state, one.scene_type)
    if one.kind is ImprovementKind.ADD_SET:
        text = QCoreApplication.translate("HostWords", "在{site}搭{kind}").format(
            site=site, kind=kind
        )
    elif one.kind is ImprovementKind.OPEN_NIGHT:
        text = QCoreApplication.translate("HostWords", "{site}开放夜场").format(site=site)
    elif one.kind is ImprovementKind.OPEN_INSIDE:
        text = QCoreApplication.translate("HostWords", "{site}开放内景").format(site=site)
        text = (
            QCoreApplication.translate("HostWords", "{text}：{kind}").format(text=text, kind=kind)
            if kind
            else text
        )
    elif one.kind is ImprovementKind.PUBLISH_RATE:
        text = QCoreApplication.translate("HostWords", "公布{site}的场地价").format(site=site)
        if one.rate is not None:
            rate = QCoreApplication.translate("HostWords", "{text}，比如一天 {rate}")
            text = rate.format(text=text, rate=money(one.rate, lang))
    elif one.kind is ImprovementKind.ROAD:
        km = "?" if one.km is None else f"{one.km:g}"
        text = QCoreApplication.translate("HostWords", "到{site}的路修近 {km} 公里").format(
            site=site, km=km
        )
    else:
        text = _rebate(state, one)
    return text


def wins(gained: Gained) -> bool:
    """Whether under some weighting at least one crew more would come."""
    return any(end for end in gained.crews.ends if end)


def _rebate(state: State, one: Improvement) -> str:
    """A rebate, with what of it is known: share, cap, least days."""
    parts = []
    if one.days:
        parts.append(QCoreApplication.translate("HostWords", "连拍满 {n} 天").format(n=one.days))
    if one.share is not None:
        parts.append(
            QCoreApplication.translate("HostWords", "本地花费奖补 {share}").format(
                share=percent(one.share)
            )
        )
    if one.cap is not None:
        parts.append(
            QCoreApplication.translate("HostWords", "封顶 {sum}").format(
                sum=money(one.cap, state.language)
            )
        )
    return QCoreApplication.translate("HostWords", "，").join(parts) or QCoreApplication.translate(
        "HostWords", "给奖补"
    )


class GainHead(Pane):
    """What the columns are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(label(self.tr("改什么"), role="caption"), 1)
        for name, wide in (
            (self.tr("多来"), CREWS),
            (self.tr("要花多少（元）"), COST),
            (self.tr("每多一部"), PER),
        ):
            head = label(name, role="caption")
            head.setFixedWidth(wide)
            head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(head)


class GainRow(Pane):
    """A sentence and three figures; ``turned`` tells that the reasons were opened or closed.

    ``cost_asked``: the figure of the cost was clicked, to be told or put right.
    """

    cost_asked = Signal()
    turned = Signal(str, bool)

    def __init__(self, state: State, gained: Gained, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.gained = gained
        self.words = change_words(state, gained.improvement)
        self.key = self.words
        self.fold = QToolButton()
        self.fold.setProperty("quiet", "true")
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(self.tr("为什么"))
        self.fold.setToolTip(self.tr("为什么、哪几部会来"))
        self.fold.toggled.connect(self._toggle)
        self.name = label(self.words, role="strong", wrap=True)
        self.crews = label(self.tr("{n} 部").format(n=more(gained.crews)), role="strong")
        self.crews.setFixedWidth(CREWS)
        same = not any(gained.scenes.ends) and gained.scenes.known
        scenes = self.tr("场数不变") if same else self.tr("{n} 场").format(n=more(gained.scenes))
        self.scenes = label(scenes, role="caption")
        low, high = gained.crews.ends
        mid = gained.crews.mid
        now = self.tr("照现在 {n}").format(n=f"+{plain(mid)}" if (mid or 0.0) > 0 else plain(mid))
        self.now = label(now if low != high and mid is not None else "", role="caption")
        self.now.setToolTip(self.tr("照现在的侧重多来几部，排先后看它"))
        self.now.setVisible(bool(self.now.text()))
        for part in (self.crews, self.now, self.scenes):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        told = gained.improvement.cost
        cost = told if told is not None and told.known else unknown("CNY", low=None)
        self.cost = NumberLabel(cost, name=self.tr("要花多少"), compact=True, right=True)
        self.cost.asked.connect(self.cost_asked)
        self.cost.setToolTip(self.tr("点一下填要花多少"))
        self.per = label(self._per(state), role="second")
        self.per.setFixedWidth(PER)
        self.per.setWordWrap(True)
        self.per.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.why = label(self._why(state), role="caption", wrap=True)
        self.why.setContentsMargins(30, 0, 0, 4)
        self._lay_out(self._over(told))
        self.setAccessibleName(f"{self.words} {self.crews.text()}")
        self.setAccessibleDescription(self.why.text())
        self.turn(on=False)

    def _over(self, cost: Range | None) -> str:
        """What the cost is for: a year, or the titles counted; empty where it is once."""
        if cost is not None and cost.method == PAID:
            return self.tr("照这批戏付")
        return self.tr("每年") if self.gained.improvement.yearly else ""

    def _lay_out(self, over: str) -> None:
        sides = QVBoxLayout()
        sides.setSpacing(0)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.name, 1)
        if self.gained.fair:
            words.addWidget(label(self.tr("须过公平竞争审查"), chip="warn"))
        sides.addLayout(words)
        counts = QVBoxLayout()
        counts.setSpacing(0)
        counts.addWidget(self.crews)
        counts.addWidget(self.now)
        counts.addWidget(self.scenes)
        money_box = QWidget()
        money_box.setFixedWidth(COST)
        box = QVBoxLayout(money_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.cost, 0, Qt.AlignmentFlag.AlignRight)
        if over:
            box.addWidget(label(over, role="caption"), 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.fold)
        row.addLayout(sides, 1)
        row.addLayout(counts)
        row.addWidget(money_box)
        row.addWidget(self.per)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.why)

    def _per(self, state: State) -> str:
        """What each crew more costs, or why that cannot be said."""
        per, cost = self.gained.per_crew, self.gained.improvement.cost
        if not wins(self.gained):
            some = any(end for end in self.gained.scenes.ends if end)
            return self.tr("只多赢几场") if some else self.tr("眼下没有用")
        if cost is not None and style_of(cost) is NumberStyle.ZERO:
            return self.tr("几乎不花钱，先做")
        if per.mid is not None and per.high is None:
            return self.tr("每部约 {sum}，也许更多").format(sum=money(per.mid, state.language))
        if per.mid is not None:
            return self.tr("每部约 {sum}").format(sum=money(per.mid, state.language))
        if cost is not None and cost.known:
            return self.tr("说不准，也许一部不多")
        return self.tr("先问清要花多少")

    def _why(self, state: State) -> str:
        """The reasons; where there are none, at least the titles that turn."""
        told = says(state, self.gained.because)
        names = self._titles(state)
        if told or not names:
            return told
        return self.tr("会转过来的：{names}").format(names=names)

    def _titles(self, state: State) -> str:
        demand = state.demand
        titles = demand.titles if demand is not None else ()
        known = {one.id: title_word(state, one.title, one.title_en) for one in titles}
        names = [known.get(one, one) for one in self.gained.titles]
        told = "".join(names[:6]) if state.language == "zh" else ", ".join(names[:6])
        if len(names) > 6:
            told = self.tr("{names} 等 {n} 部").format(names=told, n=len(names))
        return told

    def turn(self, *, on: bool) -> None:
        """Open or close the reasons."""
        self.fold.setChecked(on and bool(self.why.text()))
        self._show_fold()

    def _toggle(self, on: bool) -> None:
        self._show_fold()
        self.turned.emit(self.key, on)

    def _show_fold(self) -> None:
        on = self.fold.isChecked()
        self.fold.setEnabled(bool(self.why.text()))
        self.why.setVisible(on)
        self.fold.setIcon(icons.icon("chevron-down" if on else "chevron-right", 14))

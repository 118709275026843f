"""Why there is nothing on the board, and the nearest way on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from geo.model import PlanStatus, Ranking
from gui import theme
from gui.pages.plan.aside_words import say
from gui.session import State
from gui.texts import count
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label

SCRIPT, SITES = "script", "sites"
PLAN, WISHES, STOP, UNDO = "plan", "wishes", "stop", "undo"
"""What a button asks for: a page, or to make the plan, open its wishes, give up, undo."""


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Title, text, what is known (lines), buttons (key, words): the first is the main one."""

    title: str
    text: str = ""
    lines: tuple[str, ...] = ()
    actions: tuple[tuple[str, str], ...] = ()
    icon: str = "calendar-event"


def emptiness(state: State) -> Emptiness | None:
    """Why nothing is laid out; None where there is a plan to show."""
    ranking = state.ranking
    if state.script is None or not state.script.scenes:
        return _no_script(state)
    if ranking is None or not ranking.site_order.count():
        return _no_places(state)
    if state.plan is not None and state.plan.days:
        return None
    if state.is_busy("plan"):
        progress = state.plan_progress
        return None if progress is not None and progress.plan is not None else _searching()
    if state.plan is not None:
        return _impossible(state)
    if state.planned.arrangement is not None:
        return Emptiness(
            QCoreApplication.translate("PlanPage", "在摆上次的排期…"),
            QCoreApplication.translate("PlanPage", "一两秒就好。"),
        )
    return _ready(state, ranking)


def _no_script(state: State) -> Emptiness:
    if not state.ready or state.is_busy("open"):
        return Emptiness(
            QCoreApplication.translate("PlanPage", "在打开…"),
            QCoreApplication.translate("PlanPage", "上次的项目一会儿就回来。"),
        )
    return Emptiness(
        QCoreApplication.translate("PlanPage", "先要有剧本"),
        QCoreApplication.translate("PlanPage", "有了场景，才知道要拍什么、排几天。"),
        (),
        ((SCRIPT, QCoreApplication.translate("PlanPage", "去打开剧本")),),
    )


def _no_places(state: State) -> Emptiness:
    if state.is_busy("rank") or not state.ready:
        return Emptiness(
            QCoreApplication.translate("PlanPage", "在排名…"),
            QCoreApplication.translate("PlanPage", "先看哪些地方能拍，一两秒。"),
        )
    return Emptiness(
        QCoreApplication.translate("PlanPage", "还没有能拍的地方"),
        QCoreApplication.translate(
            "PlanPage", "选的城市里一处都没有列进来。多选几个城市，或者放宽“必须”的条件。"
        ),
        (),
        ((SITES, QCoreApplication.translate("PlanPage", "去选景")),),
    )


def _searching() -> Emptiness:
    return Emptiness(
        QCoreApplication.translate("PlanPage", "在找第一个排法…"),
        QCoreApplication.translate("PlanPage", "找到就摆出来，再接着往省里找。"),
        (),
        ((STOP, QCoreApplication.translate("PlanPage", "停下")),),
    )


def _impossible(state: State) -> Emptiness:
    """No plan keeps to all that is asked: what contradicts itself, and how to loosen it."""
    plan = state.plan
    conflict = plan.conflict if plan is not None else ()
    loosen = (WISHES, QCoreApplication.translate("PlanPage", "改排期要求…"))
    again = (PLAN, QCoreApplication.translate("PlanPage", "再排一次"))
    back: tuple[tuple[str, str], ...] = ()
    if state.planned.arrangement is not None and state.can_undo:
        back = ((UNDO, QCoreApplication.translate("PlanPage", "撤销，回到原来的排期")),)
    if plan is not None and plan.status is PlanStatus.INFEASIBLE:
        return Emptiness(
            QCoreApplication.translate("PlanPage", "照这些要求排不出来"),
            QCoreApplication.translate("PlanPage", "下面几条合不到一起，放宽一条就行：")
            if conflict
            else QCoreApplication.translate("PlanPage", "放宽一条要求再排。别的都没动。"),
            tuple(say(state, one) for one in conflict),
            (loosen, *back),
            "alert-triangle",
        )
    return Emptiness(
        QCoreApplication.translate("PlanPage", "这次没找到排法"),
        QCoreApplication.translate(
            "PlanPage", "停得早了，或者要求太紧。再排一次多给点时间，也可以先放宽要求。"
        ),
        tuple(say(state, one) for one in plan.notes) if plan is not None else (),
        (again, loosen, *back),
        "alert-triangle",
    )


def _ready(state: State, ranking: Ranking) -> Emptiness:
    """Nothing yet: what the button will do, and what it will go by."""
    return Emptiness(
        QCoreApplication.translate("PlanPage", "还没有排期"),
        QCoreApplication.translate(
            "PlanPage",
            "排一排，就知道哪天在哪拍哪几场、怎么转场、住在哪，"
            "一共最少花多少，离最省还差多少。几秒钟的事，随时能停。",
        ),
        _known(state, ranking),
        (
            (PLAN, QCoreApplication.translate("PlanPage", "排一排")),
            (WISHES, QCoreApplication.translate("PlanPage", "先说要求…")),
        ),
    )


def _known(state: State, ranking: Ranking) -> tuple[str, ...]:
    """What the plan will go by, with what nobody has told."""
    script, lang = state.script, state.language
    sets = len(script.sets) if script is not None else 0
    scenes = len(script.scenes) if script is not None else 0
    cities = {one.site.city_zh for one in ranking.sites}
    size = QCoreApplication.translate("PlanPage", "{sets} 个场景，{scenes} 场戏").format(
        sets=count(sets, lang), scenes=count(scenes, lang)
    )
    places = QCoreApplication.translate("PlanPage", "{cities} 座城的 {n} 处地方").format(
        cities=len(cities), n=count(ranking.site_order.count(), lang)
    )
    start = state.facts.get("shoot.start_date")
    when = (
        QCoreApplication.translate("PlanPage", "开机那天还没定：天光按春分秋分，不看节假日")
        if start is None
        else QCoreApplication.translate("PlanPage", "{date} 开机").format(date=start)
    )
    home = state.facts.get("crew.home_city")
    came = (
        QCoreApplication.translate("PlanPage", "剧组从哪来还没说：先不算来回的路费")
        if home is None
        else QCoreApplication.translate("PlanPage", "剧组从{city}来").format(city=home)
    )
    return (size, places, when, came)


class EmptyView(Pane):
    """A quiet page with one main button. ``chosen`` tells the key of the button pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "win")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._shown = Emptiness("")
        self._sign = QLabel()
        self._title = label(role="empty", wrap=True)
        self._text = label(role="second", wrap=True)
        self._lines = label(wrap=True)
        self.buttons: list[QPushButton] = []
        # large words may want a second line of buttons
        ways = QWidget()
        self._row = FlowLayout(ways, gap=8)
        inner = QWidget()
        inner.setMaximumWidth(560)
        column = QVBoxLayout(inner)
        column.setSpacing(10)
        for part in (self._sign, self._title, self._text, self._lines):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(ways)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inner, 6)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)

    def tell(self, what: Emptiness) -> None:
        """Say what is missing."""
        if what == self._shown:
            return
        self._shown = what
        self._title.setText(what.title)
        self._text.setText(what.text)
        self._text.setVisible(bool(what.text))
        self._lines.setText("\n".join(f"·  {line}" for line in what.lines))
        self._lines.setVisible(bool(what.lines))
        self._set_buttons(what.actions)
        self.setAccessibleName(what.title)
        self.setAccessibleDescription("\n".join((what.text, *what.lines)))
        self.restyle()

    def _set_buttons(self, actions: Sequence[tuple[str, str]]) -> None:
        held = self.hasFocus() or any(one.hasFocus() for one in self.buttons)
        gone, self.buttons = self.buttons, []
        for old in gone:
            self._row.removeWidget(old)
        for place, (key, words) in enumerate(actions):
            button = QPushButton(words)
            button.setProperty("main", "true" if place == 0 else "false")
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._row.addWidget(button)
            # at once, not with the next layout: the keys may come here now
            button.show()
            button.setAutoDefault(True)
            self.buttons.append(button)
        if held:
            # left to Qt they would go to whatever comes next in the window
            self.keys().setFocus(Qt.FocusReason.OtherFocusReason)
        for old in gone:
            old.hide()
            old.deleteLater()

    def keys(self) -> QWidget:
        """Where the keys go: the main button, else the words."""
        return self.buttons[0] if self.buttons else self

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._sign.setPixmap(icons.pixmap(self._shown.icon, 40, theme.current().off))
        self._sign.setAlignment(Qt.AlignmentFlag.AlignLeft)

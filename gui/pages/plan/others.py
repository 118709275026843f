"""别的排法: other ways to lay the plan, each good for something; a click lays it that way."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from geo.model import Alternative, ShootPlan, unknown
from gui.pages.page import Page
from gui.pages.plan.aside_words import in_lang, sentences, size_text
from gui.pages.plan.plan_answers import PlanAnswers
from gui.session import Changes, Session
from gui.widgets.pane import Pane, label
from gui.widgets.pick_row import PickRow

MORE = "plan_more"
NOW = "now"


class OthersList(Page):
    """The plan on show comes first; what was found so far is shown while the rest is sought."""

    def __init__(
        self, session: Session, answers: PlanAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._answers = answers
        self.rows: list[PickRow] = []
        self._shown: tuple[Alternative, ...] = ()
        self._title = label(role="caption")
        self._heads = label(role="caption")
        self.waiting = label(role="caption", wrap=True)
        self.waiting.setContentsMargins(14, 8, 14, 8)
        self.binding = label(role="second", wrap=True)
        self.binding.setContentsMargins(14, 8, 14, 8)
        head = Pane()
        head.setProperty("hair", "bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 2, 14, 3)
        row.addWidget(self._title, 1)
        row.addWidget(self._heads)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(self._list)
        column.addWidget(self.waiting)
        column.addWidget(self.binding)
        column.addStretch(1)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """List them."""
        if changes.touch("alternatives", "plan", "language", "phrases", "planned"):
            self._list_ways()
        if changes.touch("alternatives", "plan", "busy", "language"):
            self._say_waiting()
        if changes.touch("plan", "language", "phrases"):
            self._say_binding()

    def _list_ways(self) -> None:
        ways = in_order(self.state.alternatives, self.state.plan)
        self._shown = ways
        while len(self.rows) < len(ways):
            row, at = PickRow(), len(self.rows)
            row.picked.connect(lambda at=at: self._take(at))
            row.asked.connect(lambda which, at=at: self._explain(at, which))
            self._list.addWidget(row)
            self.rows.append(row)
            # at once: left to the layout it comes a turn later, and the list blinks
            row.show()
        arrangement = self.state.planned.arrangement
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(ways))
            if at < len(ways):
                self._fill(row, ways[at], here=ways[at].arrangement == arrangement)

    def _fill(self, row: PickRow, way: Alternative, *, here: bool) -> None:
        name = self._name(way, here=here)
        parts = [size_text(way.days, way.sites, way.moves)]
        script = self.state.script
        left = (len(script.scenes) if script is not None else 0) - way.covered
        if left > 0:
            parts.insert(0, self.tr("少拍 {n} 场").format(n=left))
        if not way.proven:
            parts.append(self.tr("没查到底"))
        row.tell(name, " · ".join(parts), "" if here else self.tr("点一下，照这样排"))
        row.show_figures(way.net, self._heads_of(0), way.uplift, self.tr("拉动"))
        row.choose(on=here)

    def _name(self, way: Alternative, *, here: bool) -> str:
        """What it is good for."""
        plan = self.state.plan
        fewer = plan.moves - way.moves if plan is not None else 0
        city = in_lang(way.city, way.city_en, self.state.language)
        words = {
            "cheapest": self.tr("最省的"),
            "more_uplift": self.tr("多带人来"),
            "only_city": self.tr("只在{city}").format(city=city),
            NOW: self.tr("刚才那个"),
        }
        if here:
            told = words.get(way.code, "") if way.code != NOW else ""
            return self.tr("现在这个，{what}").format(what=told) if told else self.tr("现在这个")
        if way.code == "fewer_moves":
            text = self.tr("少转 {n} 次场") if fewer > 0 else self.tr("少转场")
            return text.format(n=fewer)
        return words.get(way.code, way.code)

    def _heads_of(self, which: int) -> str:
        return (self.tr("净费用"), self.tr("首年多来的人次"))[which]

    def _take(self, at: int) -> None:
        way = self._shown[at]
        if way.arrangement != self.state.planned.arrangement:
            self.session.take_alternative(way)

    def _explain(self, at: int, which: int) -> None:
        way, row = self._shown[at], self.rows[at]
        name = row.name.accessibleName()
        if which == 0:
            told = self.tr("照这样排，只扣确定的补贴。")
            if not way.proven:
                told += self.tr("这一种没有查到底，也许还能再省一点。")
            self._answers.answer(row.top, f"{name} · {self._heads_of(0)}", told)
        else:
            told = self.tr("用到的几处，按各拍几场平均。")
            self._answers.answer(row.bottom, f"{name} · {self._heads_of(1)}", told)

    def _say_waiting(self) -> None:
        state = self.state
        busy = state.is_busy(MORE)
        self.waiting.setVisible(busy or len(self._shown) < 2)
        if busy:
            self.waiting.setText(self.tr("在找别的排法…"))
        elif state.plan is not None and state.plan.days and not state.alternatives:
            self.waiting.setText(self.tr("别的排法还没找，重排一次就找。"))
        elif state.plan is not None and state.plan.days:
            self.waiting.setText(self.tr("没有别的更好的排法。重排一次会再找。"))
        else:
            self.waiting.setText(self.tr("排好了才有。"))

    def _say_binding(self) -> None:
        """What holds the plan back."""
        plan = self.state.plan
        told = sentences(self.state, plan.binding) if plan is not None else ""
        self.binding.setVisible(bool(told))
        self.binding.setText(self.tr("卡在哪里：\n{what}").format(what=told))

    def retranslate(self) -> None:
        """Set the texts that are ours; the rows are told again by the state."""
        self._title.setText(self.tr("点一下就照那样排，Ctrl+Z 退得回来"))
        self._heads.setText(self.tr("净费用 / 首年新游客"))


def in_order(ways: tuple[Alternative, ...], plan: ShootPlan | None) -> tuple[Alternative, ...]:
    """The ways, each arrangement once, the one on show first."""
    if plan is None or not plan.days:
        return ()
    shown = [one for one in ways if one.arrangement == plan.arrangement]
    # of two that are laid alike the one that says what it is good for
    shown.sort(key=lambda one: one.code == NOW)
    first = shown[0] if shown else as_way(plan)
    if first is None:
        return ()
    rest: dict[object, Alternative] = {}
    for one in ways:
        if one.arrangement != first.arrangement:
            rest.setdefault(one.arrangement, one)
    return (first, *rest.values())


def as_way(plan: ShootPlan, code: str = NOW) -> Alternative | None:
    """A plan as one of the ways; None for one without money."""
    if plan.money is None:
        return None
    covered = {scene for day in plan.days for one in day.blocks for scene in one.scenes}
    return Alternative(
        code,
        plan.arrangement,
        plan.money.net,
        plan.uplift if plan.uplift is not None else unknown("visits/12mo"),
        plan.moves,
        plan.shooting_days,
        len(plan.sites),
        len(covered),
    )

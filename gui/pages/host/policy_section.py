"""奖补试算: what a subsidy would win, whom it would pay anyhow, when it pays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model import Range
from geo.model.hosting import PolicyEffect
from gui.pages.host.demand_section import CARD, no_place
from gui.pages.host.effect_rows import EffectRow, SpanCard
from gui.pages.host.parts import Card, Tile, beside, button, tools
from gui.pages.host.policy_draft import PolicyDraft
from gui.pages.host.section import Section
from gui.pages.host.words import more, plain, says, title_word
from gui.pages.plan.empty import Emptiness
from gui.session import Changes, Session
from gui.texts import Scale, nice_top
from gui.widgets.empty_card import EmptyCard
from gui.widgets.message_strip import MessageStrip
from gui.widgets.pane import label

DEMAND = "demand"
LEFT = 340


class PolicySection(Section):
    """The draft at the left; at the right what it comes to over the corpus."""

    jobs = ("demand", "reverse", "simulate")
    heard = ("demand", "policy_effect", "card", "book", "pitch_wishes", "home_cities", "sites")
    card_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._wanted_book = False
        self.draft = PolicyDraft(session)
        self.draft.asked.connect(session.simulate_policy)
        self.draft.setFixedWidth(LEFT)
        self.fair = MessageStrip()
        self.blank = EmptyCard("clipboard-text")
        self.crews, self.already, self.net = Tile(), Tile(), Tile()
        self.money, self.pays = SpanCard(), Card()
        self.reasons = label(role="second", wrap=True)
        self._result = QWidget()
        self._result.setProperty("ground", "none")
        side = QVBoxLayout(self._result)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(14)
        side.addWidget(beside(self.crews, self.already, self.net, gap=10))
        below: tuple[QWidget, ...] = (self.money, self.pays, self.reasons)
        for widget in below:
            side.addWidget(widget)
        right = QWidget()
        right.setProperty("ground", "none")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        every: tuple[QWidget, ...] = (self.fair, self.blank, self._result)
        for widget in every:
            column.addWidget(widget)
        column.addStretch(1)
        both = beside(self.draft, right, gap=16, grow=1)
        row = both.layout()
        if row is not None:
            row.setAlignment(self.draft, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(both)
        self.column.addStretch(1)

    def say_head(self) -> None:
        """Write the question and what it goes by."""
        self.title.setText(self.tr("发一条奖补，能多来几部，要花多少？"))
        self.told.setText(self.tr("同一批戏，有它没它各排一遍。本来就会来的也要付，这笔钱单列。"))
        book = button(self.tr("政策库…"), self._open_book)
        tools(self.tools, (book,) if self.session.ours is not None else ())

    def _open_book(self) -> None:
        from gui.pages.bureau import open_policy_book

        open_policy_book(self.session, self)

    def nothing(self) -> Emptiness | None:
        """Why nothing can be tried."""
        if self.session.ours is None:
            return no_place(self.tr("先说是哪里的局"), self.tr("填局的名片"))
        if self.state.demand is not None:
            return None
        if self.waiting():
            return Emptiness(self.tr("在凑要比的戏…"), "", icon="users")
        return Emptiness(
            self.tr("先看谁用得上"),
            self.tr("有了一批要比的戏，才知道一条奖补能多赢几部。"),
            (),
            ((DEMAND, self.tr("先比一比")),),
            "users",
        )

    def follow(self, way: str) -> None:
        """Do what a button of the empty view offers."""
        if way == CARD:
            self.card_asked.emit()
        else:
            self.session.look_at_demand()

    def job_title(self, kind: str) -> str:
        """What is said of slow work while it lasts."""
        return {
            "demand": self.tr("凑齐要比的戏"),
            "reverse": self.tr("一场一场比"),
        }.get(kind, self.tr("有它没它各排一遍"))

    def draw(self, changes: Changes) -> None:
        """Draw the draft and what it comes to."""
        if self.state.book is None and not self._wanted_book:
            self._wanted_book = True
            self.session.load_book()
        self.draft.offer(self.state, self.session.ours)
        effect = self.state.policy_effect
        self.blank.setVisible(effect is None)
        self._result.setVisible(effect is not None)
        self.blank.tell(
            self.tr("左边写好，按“算一算”"),
            self.tr("先出四个数：多来几部、本来就会来几部、要花多少、剧组在本地花多少。"),
        )
        self.fair.tell(
            "warn",
            self.tr("奖补发文前须过公平竞争审查"),
            self.tr("不能只奖本地企业，也不能要求在本地注册。这里只是试算，政策库没有动。"),
        )
        if effect is not None:
            self._show(effect)

    def _show(self, effect: PolicyEffect) -> None:
        state = self.state
        parts = self.tr("{n} 部")
        self.crews.tell(
            self.tr("多来"), parts.format(n=more(effect.crews)), self.tr("有它才排到第一的戏")
        )
        self.already.tell(
            self.tr("本来就会来"),
            parts.format(n=plain(effect.already)),
            self.tr("没有它也排第一，照样要付"),
        )
        titles = state.demand.titles if state.demand is not None else ()
        known = {one.id: title_word(state, one.title, one.title_en) for one in titles}
        names = [known.get(one, one) for one in effect.titles]
        told = "".join(names[:3]) + (
            self.tr(" 等 {n} 部").format(n=len(names)) if names[3:] else ""
        )
        self.net.tell(
            self.tr("会转过来的"),
            self.tr("{n} 部戏").format(n=len(names)) if names else self._none(effect),
            told or self._hint(effect),
        )
        scale = Scale(0.0, nice_top((effect.budget, effect.spending), 10_000.0, 1.0))
        self.money.show_spans(
            self.tr("两笔钱，别加在一起"),
            (
                (self.tr("要付的奖补"), effect.budget, "subsidy"),
                (self.tr("多来的剧组在本地花"), effect.spending, "cost"),
            ),
            scale,
        )
        self._show_pays(effect)
        self.reasons.setText(says(state, effect.reasons))
        self.reasons.setVisible(bool(effect.reasons))

    def _none(self, effect: PolicyEffect) -> str:
        """No title turns under the weights as they are; some may under others."""
        return self.tr("要看侧重什么") if _some(effect) else self.tr("没有")

    def _hint(self, effect: PolicyEffect) -> str:
        if _some(effect):
            return self.tr("照现在的侧重不转，更看重补贴的才转")
        return self.tr("改改份额、封顶或天数再试")

    def _show_pays(self, effect: PolicyEffect) -> None:
        """Induced visits last, with their doubt: how much each must leave here."""
        self.pays.clear()
        self.pays.name(
            self.tr("什么时候回本"),
            "",
            self.tr("没播的戏带来多少游客，谁也说不准：十次里最差一次、中间、最好一次分开列。"),
        )
        if not effect.titles and not effect.visits.mid:
            # noughts and unknowns side by side would say less than why
            none = self.tr("照现在的侧重一部也不多来，谈不上回本。")
            self.pays.rows.addWidget(label(none, wrap=True))
            return
        self.pays.rows.addWidget(
            EffectRow(self.tr("因为戏多来的人次"), _three(effect.visits), "visits")
        )
        self.pays.rows.addWidget(
            EffectRow(
                self.tr("每人次要在本地留下多少，奖补才回本"),
                _three(effect.pays, turned=True),
                "CNY/visit",
            )
        )


def _some(effect: PolicyEffect) -> bool:
    """Whether under some weighting a crew more would come."""
    return any(end for end in effect.crews.ends if end)


def _three(
    figure: Range, *, turned: bool = False
) -> tuple[float | None, float | None, float | None]:
    """Worst, middle, best. What is the less the better is ``turned``."""
    if not figure.known:
        return None, None, None
    low, mid, high = figure.low, figure.mid, figure.high
    return (high, mid, low) if turned else (low, mid, high)

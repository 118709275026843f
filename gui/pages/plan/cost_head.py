"""What the plan costs, less certain money or less expected money too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from geo.model import PlanMoney, ShootPlan
from gui.pages.page import Page
from gui.pages.plan.aside_words import join, shown_net, site_name
from gui.pages.plan.plan_answers import PlanAnswers
from gui.session import Changes, Session
from gui.texts import money as money_text
from gui.texts import present_number
from gui.widgets.elided import ElidedLabel
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import label

FIGURE = 22
NAMED = 3


class CostHead(Page):
    """The switch says what a plan is chosen by, so the plan on show is then out of date."""

    def __init__(
        self, session: Session, answers: PlanAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._answers = answers
        self._money: PlanMoney | None = None
        self._title = ElidedLabel(role="second", tail=True)
        self.net = NumberLabel(size=FIGURE, right=True)
        self.net.asked.connect(self._explain)
        self.expected = QCheckBox()
        self.expected.clicked.connect(lambda on: session.wish_plan(expected=on))
        self.about = label(role="caption", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self.net, 0, Qt.AlignmentFlag.AlignRight)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.expected, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 11, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(below)
        self.retranslate()

    def show_plan(self, plan: ShootPlan | None, *, so_far: bool) -> None:
        """Tell the money of ``plan``; ``so_far``: the search goes on."""
        state = self.state
        self._money = money = plan.money if plan is not None else None
        expected = state.planned.wishes.expected
        self.expected.setChecked(expected)
        self._title.setText(self._name())
        self.net.setVisible(money is not None)
        if money is not None:
            self.net.set_figure(shown_net(money, expected=expected), name=self._name())
        self.about.setText(self._about(money, so_far=so_far))
        self.about.setVisible(bool(self.about.text()))

    def show_state(self, changes: Changes) -> None:
        """The column tells which plan is shown."""

    def _about(self, money: PlanMoney | None, *, so_far: bool) -> str:
        """What the figure leaves out."""
        told = [self.tr("这是到目前最好的")] if so_far and money is not None else []
        if money is not None and money.unpriced:
            names = [site_name(self.state, one) for one in money.unpriced]
            lang = self.state.language
            if len(names) <= NAMED:
                text = self.tr("{names}没人报过场地价，没算在里面")
                told.append(text.format(names=join(names, lang)))
            else:
                text = self.tr("{n} 处没人报过场地价，没算在里面")
                told.append(text.format(n=len(names)))
        return (self.tr("。") if self.state.language == "zh" else " · ").join(told)

    def _name(self) -> str:
        expected = self.state.planned.wishes.expected
        return self.tr("净费用，有望的补贴也算") if expected else self.tr("净费用，只算确定的补贴")

    def _explain(self) -> None:
        money, lang = self._money, self.state.language
        if money is None:
            return
        lines = [self.tr("一共要花　{sum}").format(sum=present_number(money.gross, lang).full)]
        back = money.expected if self.state.planned.wishes.expected else money.certain
        if back is None:
            lines.append(self.tr("有望拿回多少，说不准。"))
        elif back:
            lines.append(self.tr("能拿回　{sum}").format(sum=money_text(back, lang)))
        else:
            lines.append(self.tr("现在没有拿得准的补贴。"))
        lines.append(self.tr("天数和去处已经定了，这里只是价高价低；拍得快慢另说。"))
        if money.unpriced:
            names = join((site_name(self.state, one) for one in money.unpriced), lang)
            lines.append(self.tr("没有场地价的：{names}。不是 0。").format(names=names))
        self._answers.answer(self.net, self._name(), "\n".join(lines))

    def retranslate(self) -> None:
        """Set every text again; the column tells the plan again."""
        self._title.setText(self._name())
        self.expected.setText(self.tr("有望的也算"))
        self.expected.setToolTip(self.tr("有望：按公布过的几率折算。勾了要重排一次，排法可能不同"))

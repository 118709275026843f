"""做什么能多来: changes a bureau could make, by what they would win and what that costs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from geo.model.hosting import Gained
from gui.pages.host.demand_section import CARD, no_place
from gui.pages.host.gain_row import GainHead, GainRow, wins
from gui.pages.host.parts import Card, button, tools
from gui.pages.host.section import Section
from gui.pages.plan.empty import Emptiness
from gui.session import EVERYTHING, Changes, Session
from gui.widgets.pane import label

FIND, DEMAND, TRY = "find", "demand", "try"


class GainsSection(Section):
    """One row for each change, best first; a row unfolds to its reasons."""

    jobs = ("demand", "reverse", "improve", "improve_one")
    heard = ("demand", "reverse", "gained", "card", "sites", "pitch_wishes", "home_cities")
    section_asked = Signal(str)
    card_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.all = False
        self.opened: set[str] = set()
        self.rows: list[GainRow] = []
        self.list = Card()
        self.method = label(role="caption", wrap=True)
        self.column.addWidget(self.list)
        self.column.addWidget(self.method)
        self.column.addStretch(1)

    def say_head(self) -> None:
        """Write the question and what it goes by."""
        self.title.setText(self.tr("做什么，剧组能多来？"))
        self.told.setText(
            self.tr("每一条都改一处资料或政策，把同一批戏重新排一遍，看{place}多赢多少。").format(
                place=self.place
            )
            if self.place
            else ""
        )
        if self.state.reverse is None:
            tools(self.tools, ())
            return
        own = button(self.tr("试一个…"), self.try_one)
        again = button(self.tr("再找一遍"), self.session.look_for_improvements)
        tools(self.tools, (own, again) if self.state.gained else ())

    def nothing(self) -> Emptiness | None:
        """Why there is no list."""
        state = self.state
        if self.session.ours is None:
            return no_place(self.tr("先说是哪里的局"), self.tr("填局的名片"))
        if state.gained:
            return None
        if self.waiting():
            return Emptiness(
                self.tr("在一条一条试…"), self.tr("先试出来的先摆上，随时能停。"), icon="plus"
            )
        if state.reverse is None:
            return Emptiness(
                self.tr("先看谁用得上"),
                self.tr("知道哪些戏要什么、我们输在哪，才知道改什么有用。"),
                (),
                ((DEMAND, self.tr("先比一比")),),
                "users",
            )
        return Emptiness(
            self.tr("哪一条能多来最多？"),
            self.tr(
                "添一个景、连拍几天给奖补、开夜场、开内景、把场地价公布出来、把路修近："
                "一条一条试，多来几部的排前面。不知道花多少的，写“未知”，你填了再算。"
            ),
            (),
            ((FIND, self.tr("试一遍")), (TRY, self.tr("只试一个…"))),
            "plus",
        )

    def follow(self, way: str) -> None:
        """Do what a button of the empty view offers."""
        if way == FIND:
            self.session.look_for_improvements()
        elif way == TRY:
            self.try_one()
        elif way == CARD:
            self.card_asked.emit()
        else:
            self.section_asked.emit("demand")
            self.session.look_at_demand()

    def job_title(self, kind: str) -> str:
        """What is said of slow work while it lasts."""
        return {
            "demand": self.tr("凑齐要比的戏"),
            "reverse": self.tr("一场一场比"),
            "improve": self.tr("一条一条试"),
        }.get(kind, self.tr("试这一条"))

    def draw(self, changes: Changes) -> None:
        """Draw the list."""
        if not changes.touch("gained", "language", "phrases", "sites", "demand"):
            return
        self.list.clear()
        self.list.name(
            self.tr("多来得多的在前"),
            "",
            self.tr(
                "多来的数是同一批戏里的，多半是照比例假设的戏，不是明年一定来的；"
                "高低两头是换着侧重算的，先后看照现在侧重的数。"
            ),
        )
        self.list.rows.addWidget(GainHead())
        self.rows = []
        useless = [one for one in self.state.gained if not wins(one)]
        shown = [one for one in self.state.gained if wins(one)]
        if self.all or not shown:
            shown += useless
        for gained in shown:
            row = GainRow(self.state, gained)
            row.cost_asked.connect(lambda one=gained: self.ask_cost(one))
            row.turned.connect(lambda key, on: self._turn(key, on=on))
            row.turn(on=row.key in self.opened)
            self.rows.append(row)
            self.list.rows.addWidget(row)
        if useless and any(wins(one) for one in self.state.gained):
            text = self.tr("收起多不来的") if self.all else self.tr("还有 {n} 条，眼下多不来")
            fold = button(text.format(n=len(useless)), self._show_all, quiet=True)
            self.list.rows.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.method.setText(
            self.tr(
                "奖补要发文，先过公平竞争审查。花多少钱只有局里知道：填了，每多一部的钱才算得出来。"
            )
        )

    def _show_all(self) -> None:
        self.all = not self.all
        self.draw(EVERYTHING)

    def _turn(self, key: str, *, on: bool) -> None:
        if on:
            self.opened.add(key)
        else:
            self.opened.discard(key)

    def try_one(self) -> None:
        """Ask what is to be changed, and try it."""
        from gui.pages.host.try_dialog import TryDialog

        dialog = TryDialog(self.session, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.session.try_improvement(dialog.improvement())
        dialog.deleteLater()

    def ask_cost(self, gained: Gained) -> None:
        """Ask what a change costs, and work it out again with that."""
        from gui.pages.host.cost_dialog import CostDialog

        dialog = CostDialog(self.state, gained.improvement, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            cost, yearly = dialog.cost(), dialog.yearly.isChecked()
            told = replace(gained.improvement, cost=cost, yearly=yearly)
            self.session.try_improvement(told)
        dialog.deleteLater()

"""What is done with blocks by hand: tried, let go, locked, asked about; the session answers."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from geo.model import Arrangement, Entry, PlanMoney, ShootPlan, Strip
from gui.pages.plan.aside_words import day_word, say, set_name, shown_net, site_name
from gui.pages.plan.block_menu import BlockMenu
from gui.session import Changes, Session
from gui.texts import money
from gui.texts.strips import NOWHERE, BoardBlock, Drop
from gui.widgets.strip_board import StripBoard

SAME = 0.5
"""CNY below which two plans cost the same."""
TOLD = 2


class BoardHands(QObject):
    """``told``: what was done, for a hint; ``booking_asked`` with set and site, for a dialog."""

    told = Signal(str)
    why_asked = Signal()
    booking_asked = Signal(str, str)
    words_asked = Signal()

    def __init__(self, session: Session, board: StripBoard) -> None:
        super().__init__(board)
        self._session = session
        self._board = board
        self._drop: Drop | None = None
        self.menu: BlockMenu | None = None
        # what the last drop came to, until the session has laid it
        self.held: ShootPlan | None = None
        board.chosen.connect(self._choose)
        board.tried.connect(self._try)
        board.dropped.connect(self._let_go)
        board.lock_asked.connect(self.toggle_lock)
        board.why_asked.connect(self.ask_why)
        board.menu_asked.connect(self._open_menu)

    def show_state(self, changes: Changes) -> None:
        """Tell the price of what is held, and fill a menu that waits for candidates."""
        state = self._session.state
        if changes.touch("plan_trial") and self._drop is not None:
            trial = state.plan_trial
            if trial is not None:
                text, broken = self.price(trial)
                where = self._place(self._drop)
                self._board.show_price(f"{where}\n{text}" if where else text, broken)
        if self.menu is not None and changes.touch("choice", "busy"):
            self.menu.show_state(state)

    def _entry(self, block: BoardBlock) -> Entry | None:
        arrangement = self._session.state.planned.arrangement or Arrangement()
        order = next((one for one in arrangement.days if one.day == block.day), None)
        if order is None or block.at >= len(order.entries):
            return None
        entry = order.entries[block.at]
        return entry if entry.strip_id == block.strip_id else None

    def _choose(self, block: BoardBlock) -> None:
        self._session.select(script_set=block.set_id, site=block.site_id)

    # ---- carrying

    def _try(self, drop: Drop | None) -> None:
        self._drop = drop
        if drop is not None and drop.block.day == NOWHERE:
            self._try_in(drop)
            return
        entry = None if drop is None else self._entry(drop.block)
        if drop is None or entry is None:
            self._session.forget_plan_trial()
            return
        self._board.show_price(self.tr("在算…"))
        block = drop.block
        site_id = drop.site_id or block.site_id
        self._session.try_move(entry, block.day, drop.to_day, drop.at, site_id)

    def price(self, trial: ShootPlan) -> tuple[str, tuple[str, ...]]:
        """What a trial costs more than the plan, and the rules it breaks that the plan keeps."""
        state = self._session.state
        plan, lang = state.plan, state.language
        known = list(plan.breaches) if plan is not None else []
        fresh = [say(state, one) for one in trial.breaches if one not in known]
        broken = tuple(dict.fromkeys(fresh))
        if len(broken) > TOLD:
            more = self.tr("还有 {n} 条").format(n=len(broken) - TOLD)
            broken = (*broken[:TOLD], more)
        if plan is None or plan.money is None or trial.money is None:
            return self.tr("算不出多花多少"), broken
        adds = trial.money.counted - plan.money.counted
        if abs(adds) < SAME:
            return self.tr("花的钱一样"), broken
        text = self.tr("多花约 {sum}") if adds > 0 else self.tr("省下约 {sum}")
        text = text.format(sum=money(abs(adds), lang))
        return f"{text}{self._charged(plan.money, trial.money, adds)}", broken

    def _charged(self, before: PlanMoney, after: PlanMoney, adds: float) -> str:
        """Whether what is added is no price but the charge for a place nobody has priced."""
        expected = self._session.state.planned.wishes.expected
        nets = (shown_net(one, expected=expected).mid for one in (before, after))
        old, new = nets
        if old is None or new is None or abs(adds - (new - old)) < SAME:
            return ""
        if abs(new - old) < SAME:
            return self.tr("（没报价的场地先记的）")
        return self.tr("（含没报价的场地先记的）")

    def _place(self, drop: Drop) -> str:
        """The name of the place it would go to; empty where that stays."""
        site_id = drop.site_id
        if drop.block.day == NOWHERE:
            site_id = self._site_in(drop) or ""
        return site_name(self._session.state, site_id) if site_id else ""

    # ---- what is left out, laid by hand

    def _site_in(self, drop: Drop) -> str | None:
        places = self._session.places_for(drop.block.set_id, drop.to_day)
        if drop.site_id:
            return drop.site_id
        return next(iter(places), None)

    def _try_in(self, drop: Drop) -> None:
        site_id = self._site_in(drop)
        if site_id is None:
            self._board.show_price(self.tr("没有地方能拍它"), (self.tr("先放宽要求"),))
            return
        self._board.show_price(self.tr("在算…"))
        self._session.try_lay(drop.block.strip_id, site_id, drop.to_day, drop.at)

    def lay(self, strip: Strip, day: int, site_id: str) -> None:
        """Lay a strip that is left out on a day: after what is shot there, else at its end."""
        session = self._session
        arrangement = session.state.planned.arrangement or Arrangement()
        order = next((one for one in arrangement.days if one.day == day), None)
        entries = order.entries if order is not None else ()
        same = [at + 1 for at, one in enumerate(entries) if one.site_id == site_id]
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self._board.follow(strip.id, day)
        session.lay_strip(strip.id, site_id, day, max(same, default=len(entries)))
        text = self.tr("{set} 排进{day}了，在{site}。Ctrl+Z 退回去")
        state = session.state
        self.told.emit(
            text.format(
                set=set_name(state, strip.set_id),
                day=day_word(day),
                site=site_name(state, site_id),
            )
        )

    def _lay_in(self, drop: Drop) -> None:
        site_id, session = self._site_in(drop), self._session
        if site_id is None:
            return
        self.held = session.state.plan_trial
        session.lay_strip(drop.block.strip_id, site_id, drop.to_day, drop.at)
        text = self.tr("{set} 排进{day}了，在{site}。Ctrl+Z 退回去")
        where = site_name(session.state, site_id)
        self.told.emit(text.format(set=drop.block.name, day=day_word(drop.to_day), site=where))

    # ---- let go

    def _let_go(self, drop: Drop) -> None:
        if drop.block.day == NOWHERE:
            self._lay_in(drop)
            return
        entry, block = self._entry(drop.block), drop.block
        if entry is None:
            return
        session = self._session
        trial = session.state.plan_trial
        before = session.state.planned.arrangement
        self.held = trial
        site_id = drop.site_id or block.site_id
        session.move_strip(entry, block.day, drop.to_day, drop.at, site_id)
        after = session.state.planned.arrangement
        if trial is not None and trial.arrangement != after:
            self.held = None
        if after == before:
            return
        if drop.site_id:
            text = self.tr("{set} 换到{site}，锁在那里。Ctrl+Z 退回去")
            where = site_name(session.state, site_id)
            self.told.emit(text.format(set=block.name, site=where))
            return
        text = self.tr("{set} 挪到{day}了。Ctrl+Z 退回去")
        self.told.emit(text.format(set=block.name, day=day_word(drop.to_day)))

    # ---- the other ways

    def toggle_lock(self, block: BoardBlock) -> None:
        """Keep the set at its place, or let it go wherever is best."""
        self._session.lock_set(block.set_id, None if block.locked else block.site_id)
        text = (
            self.tr("{set} 不锁了，重排时哪处省就放哪处")
            if block.locked
            else self.tr("{set} 锁在{site}，重排时不动")
        )
        self.told.emit(text.format(set=block.name, site=block.place))

    def ask_why(self, block: BoardBlock) -> None:
        """Why is it here, and what would other places add."""
        self._choose(block)
        self._session.explain_set(block.set_id)
        self.why_asked.emit()

    def use_site(self, block: BoardBlock, site_id: str) -> None:
        """Shoot the set elsewhere: the whole is planned again, which is what was priced."""
        self._session.lock_set(block.set_id, site_id)
        self._session.make_plan()
        text = self.tr("{set} 换到{site}，锁在那里。Ctrl+Z 退回去")
        where = site_name(self._session.state, site_id)
        self.told.emit(text.format(set=block.name, site=where))

    def _open_menu(self, block: BoardBlock, where: QPoint) -> None:
        menu = self.menu = BlockMenu(self._session, block, self._board)
        menu.lock_asked.connect(lambda: self.toggle_lock(block))
        menu.why_asked.connect(lambda: self.ask_why(block))
        menu.site_chosen.connect(lambda site_id: self.use_site(block, site_id))
        menu.booking_asked.connect(lambda: self.booking_asked.emit(block.set_id, block.site_id))
        menu.words_asked.connect(self.words_asked)
        menu.ban_asked.connect(lambda: self._session.ban_site(block.site_id))
        menu.carry_asked.connect(self._board.carry)
        menu.aboutToHide.connect(self._forget_menu)
        menu.popup(where)

    def _forget_menu(self) -> None:
        if self.menu is not None:
            # its actions are still to be told what was chosen
            self.menu.deleteLater()
            self.menu = None

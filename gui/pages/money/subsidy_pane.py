"""补贴, at the right: every award of the city, the review tier, what would open more."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Account, Review, Unlock
from gui.pages.money.awards import award_row, heads, in_order, is_dead, may_pay, paid_text
from gui.pages.money.unlock_card import UnlockCard
from gui.pages.money.words import city_name, coded, figure_text, join, sentences
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.widgets.column_area import ColumnArea
from gui.widgets.figure_table import FigureTable
from gui.widgets.pane import Pane, label

UNLOCKS_SHOWN = 4
SHOWN = 5
WIDEST = 900
# the list at the left asks for what is open; the table shows what is counted
_TOLD_ELSEWHERE = ("subsidy_conditions_open", "subsidy_adds_nothing", "subsidy_counts")


class SubsidyPane(Page):
    """``asked`` tells the policy wanted, and where its row is on the screen."""

    asked = Signal(str, QRect)
    book_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self._all = self._all_unlocks = False
        self.cards: list[UnlockCard] = []
        self._title = label(role="heading")
        self._where = label(role="caption")
        self.book = _link()
        self.book.clicked.connect(self.book_asked)
        self.table = FigureTable()
        self.table.asked.connect(lambda key: self.asked.emit(key, self.table.row_rect(key)))
        self.more, self.more_unlocks = _link(), _link()
        self.more.clicked.connect(self._unfold)
        self.more_unlocks.clicked.connect(self._unfold_unlocks)
        self._paid = label(role="caption", wrap=True)
        self._review = label(role="second", wrap=True)
        self._near = label(role="heading")
        self._none = label(role="caption", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = Pane()
        head.setProperty("hair", "bottom")
        head.setMinimumHeight(38)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._where, 1)
        row.addWidget(self.book)
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(6)
        column.addWidget(self.table)
        below = QVBoxLayout()
        below.setContentsMargins(14, 0, 14, 0)
        below.setSpacing(8)
        below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self._paid)
        below.addWidget(self._review)
        below.addSpacing(6)
        below.addWidget(self._near)
        below.addWidget(self._none)
        below.addLayout(self._cards)
        below.addWidget(self.more_unlocks, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)
        column.addStretch(1)
        area = ColumnArea(inner, most=WIDEST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(area, 1)

    def show_state(self, changes: Changes) -> None:
        """List the awards of the account."""
        account = self.state.account
        if account is not None and changes.touch("account", "language", "phrases", "book"):
            self._where.setText(city_name(self.state, account))
            self._list(account)
            self._tell(account)
            self._offer(account, again=changes.touch("language", "phrases", "book"))

    def _list(self, account: Account) -> None:
        """The awards that can pay; the others follow when asked for."""
        results = in_order(account.subsidy.policies)
        able = [one for one in results if may_pay(one)]
        shown = results if self._all else able or results[:SHOWN]
        rows = [award_row(one, self.state) for one in shown]
        self.table.set_rows(rows, heads() if rows else (), self._title.text())
        self.table.setVisible(bool(rows))
        left = len(results) - len(able or shown)
        dead = sum(is_dead(one) for one in results)
        self.more.setVisible(left > 0)
        if self._all:
            self.more.setText(self.tr("收起拿不到的"))
        elif dead:
            text = self.tr("另有 {n} 条拿不到的（{d} 条过期或在征求意见，不计）")
            self.more.setText(text.format(n=left, d=dead))
        else:
            self.more.setText(self.tr("另有 {n} 条拿不到的").format(n=left))

    def _tell(self, account: Account) -> None:
        subsidy = account.subsidy
        reasons = [one for one in subsidy.reasons if one.code not in _TOLD_ELSEWHERE]
        told = [paid_text(subsidy.paid, self.state), sentences(self.state, reasons)]
        lines = dict.fromkeys(line for text in told for line in text.splitlines())
        self._paid.setText("\n".join(lines))
        self._paid.setVisible(bool(lines))
        self._review.setText(self._review_text(account.review))

    def _review_text(self, review: Review) -> str:
        """审核层级: which tier, by whom, how long."""
        state = self.state
        gap = " " if state.language == "en" else ""
        if review.tier is None:
            tiers = join((coded(state, "tier", one) for one in review.possible), state.language)
            head = self.tr("审核层级：还定不下来（{tiers}）。").format(tiers=tiers)
        else:
            tier = coded(state, "tier", review.tier)
            head = self.tr("审核层级：{tier}。").format(tier=tier)
        if review.lead_days.known and review.tier is not None:
            days = figure_text(review.lead_days, state.language)
            head += gap + self.tr("一般要 {days}。").format(days=days)
        return head + gap + sentences(state, review.reasons).replace("\n", gap)

    def _offer(self, account: Account, *, again: bool = False) -> None:
        unlocks: tuple[Unlock, ...] = account.unlocks
        shown = unlocks if self._all_unlocks else unlocks[:UNLOCKS_SHOWN]
        if again or tuple(card.unlock for card in self.cards) != shown:
            self._deal(shown)
        self._none.setVisible(not unlocks)
        left = len(unlocks) - UNLOCKS_SHOWN
        self.more_unlocks.setVisible(left > 0)
        more = self.tr("还有 {n} 个办法").format(n=left)
        self.more_unlocks.setText(self.tr("收起") if self._all_unlocks else more)

    def _deal(self, unlocks: tuple[Unlock, ...]) -> None:
        """Other cards in place of those there are."""
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [UnlockCard(one, self.state) for one in unlocks]
        for card in self.cards:
            self._cards.addWidget(card)
            # at once: left to the layout it comes a turn later, and the pane blinks
            card.show()

    def _unfold(self) -> None:
        self._all = not self._all
        if self.state.account is not None:
            self._list(self.state.account)

    def _unfold_unlocks(self) -> None:
        self._all_unlocks = not self._all_unlocks
        if self.state.account is not None:
            self._offer(self.state.account)

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("补贴"))
        self.book.setText(self.tr("政策库"))
        self._near.setText(self.tr("差一点就能多拿"))
        self._none.setText(self.tr("眼下没有改一改就能多拿的办法。"))


def _link() -> QPushButton:
    button = QPushButton()
    button.setProperty("quiet", "true")
    button.setProperty("caption", "true")
    return button

"""What a click on the money page is answered with: lines, reasons, method, sources, doors."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtWidgets import QWidget

from geo.model import Account, Line, unknown
from gui.pages.bureau import open_claim_file, open_policy_book, open_rates
from gui.pages.money.answer_texts import (
    award_ceiling,
    case_text,
    gain_text,
    jobs_text,
    method_text,
    policy_text,
    sum_text,
)
from gui.pages.money.awards import award_title, may_pay
from gui.pages.money.gains import CITY, CREW, SITE, gain_figures
from gui.pages.money.sums import (
    BACK,
    LINE,
    OTHERS,
    VENUE,
    split_unpriced,
    sum_figure,
    sum_name,
)
from gui.pages.money.words import join, line_name, sentences
from gui.pages.quote_dialog import QuoteDialog
from gui.session import Session, State
from gui.widgets.source_popover import SourcePopover
from gui.widgets.text_popover import TextPopover

RATES, BOOK, CLAIM = "rates", "book", "claim"


class Answers(QObject):
    """Opens a pop-over for what was clicked, over ``window``."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.popover = SourcePopover(window)
        self.popover.quote_asked.connect(self._quote)
        self.popover.chosen.connect(self._go_on)
        self.text = TextPopover(window)
        self._about = ""

    @property
    def _state(self) -> State:
        return self._session.state

    def explain_row(self, key: str, at: QRect) -> None:
        """A row of the waterfall."""
        account = self._state.account
        if account is None:
            return
        kind, _, code = key.partition(":")
        if kind == LINE:
            line = next(one for one in account.cost.lines if one.code == code)
            self._explain_line(account, line, at)
        elif kind == OTHERS:
            self._explain_others(account, at)
        else:
            self._explain_sum(account, kind, at)

    def _explain_line(self, account: Account, line: Line, at: QRect) -> None:
        state, name = self._state, line_name(self._state, line.code)
        known = line.total is not None and line.total.known
        figure = line.total if known and line.total else unknown("CNY", low=None)
        told = [sentences(state, line.reasons), method_text(figure, state)]
        if not known:
            nobody = QCoreApplication.translate("MoneyPage", "没有价，没有算进总数。不是 0。")
            told.insert(0, nobody)
        own = any(one.code == line.code for one in state.own_lines)
        self._about = line.code
        self.popover.explain(
            figure,
            title=name,
            sentence="\n".join(filter(None, told)),
            quotable=line.code == VENUE and account.site_id is not None,
            actions=[(RATES, self._rate_words())] if own else [],
        )
        self.popover.open_at(at)

    def _explain_others(self, account: Account, at: QRect) -> None:
        """The lines that crews pay and nobody has priced."""
        state = self._state
        names = [line_name(state, line.code) for line in split_unpriced(account)[1]]
        told = QCoreApplication.translate(
            "MoneyPage", "没有价，没有算进总数：{lines}。填了行价就算进去，下个项目接着用。"
        ).format(lines=join(names, state.language))
        self._about = ""
        self.popover.explain(
            unknown("CNY", low=None),
            title=QCoreApplication.translate("MoneyPage", "没有价的"),
            sentence=told,
            actions=[(RATES, self._rate_words())],
        )
        self.popover.open_at(at)

    def _explain_sum(self, account: Account, kind: str, at: QRect) -> None:
        """Totals, money back, what is left."""
        self._about = ""
        actions = [(BOOK, self._book_words())] if kind in BACK else []
        self.popover.explain(
            sum_figure(account, kind),
            title=sum_name(kind),
            sentence=sum_text(account, kind, self._state),
            actions=actions,
        )
        self.popover.open_at(at)

    def explain_gain(self, key: str, at: QRect) -> None:
        """A row of what the place gains."""
        account = self._state.account
        if account is None:
            return
        figure = gain_figures(account)[key]
        titles = {
            CREW: QCoreApplication.translate("MoneyPage", "剧组在当地花的"),
            SITE: QCoreApplication.translate("MoneyPage", "取景地自己多收的"),
            CITY: QCoreApplication.translate("MoneyPage", "新游客在城里花的"),
        }
        self._about = ""
        self.popover.explain(
            figure, title=titles[key], sentence=gain_text(account, key, self._state)
        )
        self.popover.open_at(at)

    def explain_policy(self, policy_id: str, at: QRect) -> None:
        """One award: conditions, when paid, sources; its papers and its text."""
        account, state = self._state.account, self._state
        results = account.subsidy.policies if account is not None else ()
        result = next((one for one in results if one.policy_id == policy_id), None)
        if result is None:
            return
        self._about = policy_id
        actions = [(BOOK, QCoreApplication.translate("MoneyPage", "改政策"))]
        if may_pay(result):
            actions.insert(0, (CLAIM, QCoreApplication.translate("MoneyPage", "材料清单")))
        self.popover.explain(
            award_ceiling(result),
            title=award_title(result, state),
            sentence=policy_text(result, state),
            actions=actions,
        )
        self.popover.open_at(at)

    def show_cases(self, widget: QWidget) -> None:
        """The comparable cases, and how they were chosen."""
        account = self._state.account
        if account is not None:
            told = "\n\n".join(case_text(one, self._state) for one in account.comparables)
            title = QCoreApplication.translate("MoneyPage", "可比案例，和当时的大盘比")
            self.text.tell("", title, told)
            self.text.open_under(widget)

    def show_jobs(self, widget: QWidget) -> None:
        """Jobs and visits by quarter."""
        account = self._state.account
        if account is not None:
            title = QCoreApplication.translate("MoneyPage", "工作和按季度")
            self.text.tell("", title, jobs_text(account, self._state))
            self.text.open_under(widget)

    def _rate_words(self) -> str:
        return QCoreApplication.translate("MoneyPage", "填我的行价")

    def _book_words(self) -> str:
        return QCoreApplication.translate("MoneyPage", "政策库")

    def _go_on(self, key: str) -> None:
        """A button of the pop-over."""
        account = self._state.account
        if key == RATES:
            open_rates(self._session, self._window, self._about or None)
        elif key == BOOK:
            open_policy_book(self._session, self._window, self._about or None)
        elif key == CLAIM and account is not None:
            open_claim_file(self._session, self._window, self._about, account.city)

    def _quote(self) -> None:
        account = self._state.account
        site = self._state.site(account.site_id) if account is not None else None
        if site is not None:
            dialog = QuoteDialog(self._session, site, self._window)
            dialog.exec()
            dialog.deleteLater()

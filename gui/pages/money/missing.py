"""What is still missing (还缺什么): each question with what hangs on it, and whom to ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Question
from gui.pages.bureau import open_policy_book, open_rates
from gui.pages.fact_editor import FactEditor
from gui.pages.fact_fields import city_choices, make_editor
from gui.pages.money.question_words import (
    effect_text,
    field_of,
    question_text,
    venue_of,
    whom_text,
)
from gui.pages.money.words import join, policy_title, sentences
from gui.pages.page import Page
from gui.pages.quote_dialog import QuoteDialog
from gui.session import Changes, Session, State
from gui.widgets import icons
from gui.widgets.pane import Pane, label
from gui.widgets.text_popover import TextPopover

SHOWN = 5
FACT, LINE, POLICY = "fact", "line", "policy"
VENUE = "venue"


class MissingList(Page):
    """``fact_asked``: the answer is a fact that has an editor further up."""

    fact_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows: list[QuestionRow] = []
        self.above: frozenset[str] = frozenset()
        self._open = ""
        self._all = False
        self._title = label(role="strong")
        self._count = label(chip="warn")
        self._none = label(role="caption", wrap=True)
        self._more = QPushButton()
        self._more.setProperty("quiet", "true")
        self._more.setProperty("caption", "true")
        self._more.clicked.connect(self._unfold)
        self._who = TextPopover(self)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self._more)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """List the questions of the account."""
        if changes.touch("account", "fields", "language"):
            self._fill(again=changes.touch("fields", "language"))
        if changes.touch("account", "facts", "fields", "language"):
            for row in self.rows:
                row.show_fact(self.state)

    def _fill(self, *, again: bool = False) -> None:
        """Rows whose question stands as it stood are kept: an answer is being typed in one."""
        account = self.state.account
        questions = account.questions if account is not None else ()
        shown = questions if self._all else questions[:SHOWN]
        if again or tuple(row.question for row in self.rows) != shown:
            for row in self.rows:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [self._row(question) for question in shown]
        self._count.setText(self.tr("{n} 项").format(n=len(questions)))
        self._count.setVisible(bool(questions))
        self._none.setVisible(not questions and account is not None)
        left = len(questions) - SHOWN
        self._more.setVisible(left > 0)
        fewer, more = self.tr("收起"), self.tr("还有 {n} 项").format(n=left)
        self._more.setText(fewer if self._all else more)

    def _row(self, question: Question) -> QuestionRow:
        row = QuestionRow(question, self.state)
        row.who_asked.connect(lambda: self._tell_whom(row))
        row.answer_asked.connect(lambda: self._answer(row))
        row.said.connect(lambda value: self.session.set_fact(question.key, value))
        if question.key == self._open:
            row.open_editor(self.state)
        self._list.addWidget(row)
        # at once: left to the layout it comes a turn later, and the list blinks
        row.show()
        return row

    def _unfold(self) -> None:
        self._all = not self._all
        self._fill()

    def _tell_whom(self, row: QuestionRow) -> None:
        state, question = self.state, row.question
        whom = whom_text(state, question)
        account = state.account
        results = account.subsidy.policies if account is not None else ()
        titles = [
            policy_title(one, state.language)
            for one in results
            if one.policy_id in question.policy_ids
        ]
        parts = [sentences(state, question.reasons)]
        if titles:
            parts.append(self.tr("关系到：{titles}").format(titles=join(titles, state.language)))
        title = self.tr("问：{whom}").format(whom=whom)
        self._who.tell(row.title, title, "\n\n".join(filter(None, parts)))
        self._who.open_under(row.who)

    def _answer(self, row: QuestionRow) -> None:
        """A fact is typed in; a price has its dialog; a policy its book."""
        question, state = row.question, self.state
        if question.kind == POLICY:
            open_policy_book(self.session, self.window(), question.key)
        elif question.kind == LINE and question.key == VENUE:
            self._ask_quote(
                venue_of(question) or (state.account.site_id if state.account else None)
            )
        elif question.kind == LINE:
            open_rates(self.session, self.window(), question.key)
        elif question.key in self.above:
            self.fact_asked.emit(question.key)
        else:
            self._open = "" if row.has_editor else question.key
            row.open_editor(state)

    def _ask_quote(self, site_id: str | None) -> None:
        site = self.state.site(site_id)
        if site is not None:
            dialog = QuoteDialog(self.session, site, self.window())
            dialog.exec()
            dialog.deleteLater()

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("还缺什么"))
        self._none.setText(self.tr("眼下不缺什么，能算的都算了。"))


class QuestionRow(Pane):
    """One question. The answer to a fact can be typed below it."""

    who_asked = Signal()
    answer_asked = Signal()
    said = Signal(object)

    def __init__(self, question: Question, state: State) -> None:
        super().__init__()
        self.setProperty("hair", "bottom")
        self.question = question
        self.title = question_text(state, question)
        self.editor: FactEditor | None = None
        told = label(self.title, wrap=True)
        self._effect = label(effect_text(state, question), role="caption", wrap=True)
        self.answer, self.who = QPushButton(), QPushButton()
        for button, signal in ((self.answer, self.answer_asked), (self.who, self.who_asked)):
            button.setProperty("quiet", "true")
            button.setProperty("caption", "true")
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._effect, 1)
        foot.addWidget(self.answer)
        foot.addWidget(self.who)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 4)
        self._column.setSpacing(1)
        self._column.addWidget(told)
        self._column.addLayout(foot)
        self.restyle()
        self.retranslate()

    @property
    def has_editor(self) -> bool:
        """Whether the answer can be typed here now."""
        return self.editor is not None

    def open_editor(self, state: State) -> None:
        """Offer an editor for the fact, or take it away."""
        if self.editor is not None:
            self._column.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            return
        field = field_of(state, self.question.key)
        if field is None:
            return
        self.editor = make_editor(field, state.language, city_choices(state.divisions))
        self.editor.said.connect(self.said)
        self._column.addWidget(self.editor)
        self.show_fact(state)

    def show_fact(self, state: State) -> None:
        """Show what is known by now."""
        if self.editor is not None:
            self.editor.show_value(state.facts.get(self.question.key))

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.who.setIcon(icons.icon("phone-call", 12))

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        kind = self.question.kind
        texts = {FACT: self.tr("填"), LINE: self.tr("填价"), POLICY: self.tr("看政策")}
        self.answer.setText(texts[kind])
        self.answer.setAccessibleName(f"{texts[kind]}：{self.title}")
        self.who.setText(self.tr("问谁"))
        self.who.setAccessibleName(f"{self.who.text()}：{self.title}")

"""The form of one policy: what it says at the left, what that comes to at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from geo.errors import KnownError
from geo.model import Amount, Policy, WorkedExample
from gui import theme
from gui.pages.bureau.aside import Aside, calm
from gui.pages.bureau.policy_amount import AmountForm
from gui.pages.bureau.policy_checks import Problem, check, sentence
from gui.pages.bureau.policy_conditions import ConditionList
from gui.pages.bureau.policy_example import ExampleDialog
from gui.pages.bureau.policy_fields import Row
from gui.pages.bureau.policy_head import HeadForm
from gui.pages.bureau.policy_new import last_teller
from gui.pages.bureau.policy_proof import ProofForm
from gui.pages.bureau.policy_terms import TermsForm
from gui.pages.bureau.policy_trial import TrialPane
from gui.pages.script.dialogs import dialog_foot
from gui.session import Changes, Session
from gui.widgets.pane import label
from gui.widgets.reading_order import step_on

TRIAL_WIDTH = 344
LEFT_WIDTH = 720
UNNAMED = "…"


class PolicyForm(Aside):
    """Corrects ``policy``, or adds it where the book does not hold it yet.

    Every keystroke is worked out. Esc asks only when something would be lost; what could not be
    kept stays in the form.
    """

    key = "policy"
    about = ("policy",)
    size_px = (1120, 700)

    def __init__(self, session: Session, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        state = session.state
        self._before = policy
        self._examples: tuple[WorkedExample, ...] = ()
        self._new = state.book is None or state.book.get(policy.id) is None
        self._warned = self._filling = False
        self._asked_to_keep = False
        self.head, self.conditions = HeadForm(state), ConditionList(state)
        self.amount, self.terms, self.proof = AmountForm(state), TermsForm(state), ProofForm(state)
        self.trial = TrialPane(state)
        self.who = QLineEdit(last_teller(state.book))
        self.told = label(role="second", wrap=True)
        self.save_button = QPushButton(self.tr("存下来"))
        self.setWindowTitle(
            self.tr("新增一条政策")
            if self._new
            else self.tr("改这条：{name}").format(name=policy.title_zh)
        )
        self._lay_out()
        # Enter in a field is an answer; it does not close the form
        self.save_button.setDefault(False)
        calm(*self.findChildren(QPushButton))
        self.show_policy(policy)
        self._begun = self.policy()
        self._connect()
        self._work_out()
        self.head.title.setFocus()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        inner.setMinimumWidth(round(LEFT_WIDTH * theme.text_scale()))
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 14, 18, 16)
        column.setSpacing(8)
        for name, hint, section in (
            (self.tr("是什么"), "", self.head),
            (self.tr("什么条件"), self.tr("下面每一条都要符合"), self.conditions),
            (self.tr("给多少"), "", self.amount),
            (self.tr("评审、叠加、名额"), "", self.terms),
            (self.tr("怎么领、谁说的"), "", self.proof),
        ):
            column.addWidget(label(name, role="heading"))
            if hint:
                column.addWidget(label(hint, role="caption"))
            column.addWidget(section)
            column.addSpacing(10)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        self.trial.setFixedWidth(round(TRIAL_WIDTH * theme.text_scale()))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.area, 1)
        middle.addWidget(self.trial)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.strip)
        outer.addLayout(middle, 1)
        outer.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        self.who.setPlaceholderText(self.tr("谁填的，例如“吴中文旅局 小周”"))
        self.who.setAccessibleName(self.tr("谁填的"))
        self.who.setFixedWidth(round(220 * theme.text_scale()))
        buttons = dialog_foot(self, self.save_button, self.tr("不改了"))
        buttons.insertWidget(0, label(self.tr("谁填的"), role="second"))
        buttons.insertWidget(1, self.who)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 16, 14)
        foot.setSpacing(6)
        foot.addWidget(self.told)
        foot.addLayout(buttons)
        return foot

    def show_policy(self, policy: Policy) -> None:
        """Fill in what is known of ``policy``."""
        self._before, self._examples = policy, policy.examples
        self._filling = True
        self.head.show_policy(policy)
        self.conditions.show_rules(policy.conditions)
        self.amount.show_amount(policy.amount)
        self.terms.show_policy(policy)
        self.proof.show_policy(policy)
        self.trial.show_examples(policy.examples)
        self._filling = False

    def _connect(self) -> None:
        for section in (self.head, self.conditions, self.amount, self.terms, self.proof):
            section.changed.connect(self._edited)
        self.who.textChanged.connect(self._say)
        self.trial.example_asked.connect(self._edit_example)
        self.save_button.clicked.connect(self.save)
        self.save_button.setToolTip("Ctrl+S")
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)

    @property
    def rows(self) -> dict[str, Row]:
        """Every row of the form by name."""
        return {**self.head.rows, **self.amount.rows, **self.terms.rows, **self.proof.rows}

    def policy(self) -> Policy:
        """The policy as typed; what cannot be read counts as not said."""
        words = None if self.state.book is None else self.state.book.words
        reaches = words is not None and words.payees.get(self.head.payee.code, False)
        told = self.head.apply(self._before, reaches)
        amount = self.amount.amount()
        told = replace(
            told,
            conditions=self.conditions.rules(),
            amount=amount,
            computable=_computable(self._before, amount),
            examples=self._examples,
        )
        return self.proof.apply(self.terms.apply(told))

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong or missing with what could be read."""
        return check(self.policy(), self.state.book)

    def unread(self) -> dict[str, str]:
        """What could not be read, by row; ``conditions`` for those."""
        found = {**self.head.unread(), **self.amount.unread()}
        found |= {**self.terms.unread(), **self.proof.unread()}
        conditions = self.conditions.problem
        return found | ({"conditions": conditions} if conditions else {})

    def _edited(self) -> None:
        self._warned = False
        if not self._filling:
            self._work_out()

    def _work_out(self) -> None:
        """Check and work out what stands in the form now."""
        self._say()
        self.session.try_policy(self._named())

    def _named(self) -> Policy:
        """The policy as typed; it can be worked out before it has a name."""
        told = self.policy()
        return replace(told, title_zh=told.title_zh or UNNAMED, issuer=told.issuer or UNNAMED)

    def _say(self) -> None:
        """Each complaint beside its field: what is wrong at once, what is missing when asked."""
        unread = self.unread()
        problems = self.problems()
        told = dict(unread)
        for problem in problems:
            if not problem.missing or self._asked_to_keep:
                told.setdefault(problem.row, sentence(problem.code))
        for name, row in self.rows.items():
            row.complain(told.get(name, ""))
        missing = [sentence(one.code) for one in problems if one.missing]
        if not self.who.text().strip():
            missing.append(self.tr("写上是谁填的。"))
        wrong = bool(unread) or any(not one.missing for one in problems)
        if wrong:
            text = self.tr("有几处标红的要先看一眼。")
        elif missing:
            text = self.tr("存之前还差：{what}").format(what="".join(missing))
        else:
            text = self.tr("存下后马上按新的排名。原来的随时能恢复。")
        self.told.setText(text)

    def _edit_example(self, at: int) -> None:
        known = self._examples[at] if at >= 0 else None
        dialog = ExampleDialog(self.state, self.policy(), known, self)
        dialog.accepted.connect(lambda: self._take_example(at, dialog.example))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_example(self, at: int, example: WorkedExample | None) -> None:
        examples = list(self._examples)
        if at >= 0:
            examples[at : at + 1] = [] if example is None else [example]
        elif example is not None:
            examples.append(example)
        self._examples = tuple(examples)
        self.trial.show_examples(self._examples)
        self._edited()

    def save(self) -> None:
        """Keep it; where something is wanted, go there instead."""
        self._asked_to_keep = True
        self._say()
        unread = self.unread()
        if "conditions" in unread:
            self.area.ensureWidgetVisible(self.conditions)
            return
        wanted = [*unread, *(one.row for one in self.problems())]
        if wanted:
            self._go_to(self.rows[wanted[0]])
            return
        if not self.who.text().strip():
            self.who.setFocus()
            return
        self.save_button.setEnabled(False)
        self.session.save_policy(
            self.policy(), self.who.text().strip(), done=self._kept, failed=self._refused
        )

    def _go_to(self, row: Row) -> None:
        row.editor.setFocus()
        self.area.ensureWidgetVisible(row)

    def _kept(self) -> None:
        self._begun = self.policy()
        self.accept()

    def _refused(self, _error: KnownError) -> None:
        """Nothing is lost: the form stays as it is; why is told above it."""
        self.save_button.setEnabled(True)

    def reject(self) -> None:
        """Leave; where something would be lost, only when asked twice."""
        if not self._warned and (self.policy() != self._begun or self.unread()):
            self._warned = True
            self.told.setText(self.tr("有改动还没存。真不要了，再按一次 Esc 或“不改了”。"))
            return
        super().reject()

    def undo(self) -> None:
        """The fields take back what was typed by themselves."""

    def redo(self) -> None:
        """The fields bring back what was typed by themselves."""

    def done(self, answer: int) -> None:
        """Forget what was tried out."""
        self.session.forget_policy_trial()
        super().done(answer)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on as one reads."""
        return step_on(self, forward=forward)

    def show_state(self, changes: Changes) -> None:
        """Show what the policy comes to; another project is worked out anew."""
        if changes.touch("facts"):
            self.session.try_policy(self._named())
        if changes.touch("policy_trial", "phrases"):
            self.trial.show_trial(self.state, self.state.policy_trial)


def _computable(before: Policy, amount: Amount | None) -> str:
    """How much can be reckoned; as it was found while the amount is as it was."""
    if amount == before.amount:
        return before.computable
    if amount is None:
        return "none"
    return "ceiling" if amount.mode == "ceiling" else "formula"

"""What a policy as typed comes to: for the present project, and for its worked examples."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from geo.model import ExampleResult, PolicyResult, WorkedExample
from gui import theme
from gui.messages import tell_error
from gui.pages.bureau.policy_fields import beside
from gui.pages.bureau.policy_says import fact_kind, value_word
from gui.pages.bureau.policy_words import colon, comma, fact_word
from gui.session import State
from gui.session.state import PolicyTrial
from gui.texts import money
from gui.widgets import icons
from gui.widgets.pane import Pane, label, mark

_MOST_REASONS = 6
UNFINISHED = "policy_refused.missing"


class TrialPane(Pane):
    """Draws ``State.policy_trial``. ``example_asked``: edit one by its place, -1 for a new one."""

    example_asked = Signal(int)

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.sentence = label(role="strong", wrap=True)
        self.open = label(role="second", wrap=True)
        self.why = label(role="caption", wrap=True)
        self.rows: list[tuple[QPushButton, QLabel, QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._none = label(
            self.tr("还没有例子。写一个手工算好的，以后谁改了什么，一眼看得出来。"),
            role="caption",
            wrap=True,
        )
        self.add_button = QPushButton(self.tr("加一个例子"))
        self.add_button.setProperty("small", "true")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda: self.example_asked.emit(-1))
        self._lay_out()

    def _lay_out(self) -> None:
        self.setProperty("pane", "true")
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 14, 14)
        column.setSpacing(6)
        column.addWidget(label(self.tr("按现在的项目"), role="heading"))
        for widget in (self.sentence, self.open, self.why):
            column.addWidget(widget)
        column.addSpacing(10)
        column.addWidget(label(self.tr("例子"), role="heading"))
        column.addWidget(self._none)
        column.addLayout(self._grid)
        column.addWidget(beside(self.add_button))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_trial(self, state: State, trial: PolicyTrial | None) -> None:
        """Say what ``trial`` came to; None: not reckoned yet."""
        self._state = state
        if trial is None:
            self.sentence.setText(self.tr("正在算…"))
            return
        if trial.result is None:
            what, todo = "", ""
            if trial.refused is not None and trial.refused.code == UNFINISHED:
                # the foot of the form names what is missing, in its own words
                what = self.tr("还没填全，差什么写在下面。")
            elif trial.refused is not None:
                what, todo = tell_error(trial.refused, state.phrases, state.language)
            self.sentence.setText(self.tr("这样还算不出来"))
            self.open.setText(f"{what} {todo}".strip())
            self.open.show()
            self.why.hide()
            return
        self.sentence.setText(self._told(trial.result))
        self._tell_open(trial.result)
        self._tell_why(trial.result)
        self._show_results(trial.examples)

    def _told(self, result: PolicyResult) -> str:
        lang = self._state.language
        expected = self.tr("说不准")
        if result.expected is not None:
            expected = money(result.expected, lang)
        ceiling = self.tr("不知道") if result.ceiling is None else money(result.ceiling, lang)
        return self.tr("确定 {certain}，有望 {expected}，最多 {ceiling}").format(
            certain=self._sure(result.certain, result.ceiling), expected=expected, ceiling=ceiling
        )

    def _sure(self, certain: float, ceiling: float | None) -> str:
        """The certain sum; of an amount that nobody knows it is a floor, not a nought."""
        if not certain and ceiling is None:
            return self.tr("说不准")
        return money(certain, self._state.language)

    def _tell_open(self, result: PolicyResult) -> None:
        lines = []
        for text, facts in (
            (self.tr("还缺：{facts}"), result.open),
            (self.tr("不符合：{facts}"), result.failed),
        ):
            names = dict.fromkeys(fact_word(self._state, one) for one in facts)
            if names:
                lines.append(text.format(facts=comma(names)))
        self.open.setText("\n".join(lines) or self.tr("条件都说清楚了。"))
        self.open.show()

    def _tell_why(self, result: PolicyResult) -> None:
        phrases = self._state.phrases
        if phrases is None:
            return
        told = (phrases.tell(one, self._state.language) for one in result.reasons[:_MOST_REASONS])
        self.why.setText("\n".join(told))
        self.why.setVisible(bool(self.why.text()))

    def show_examples(self, examples: tuple[WorkedExample, ...]) -> None:
        """List the examples; what they come to follows when it is reckoned."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        self._none.setVisible(not examples)
        for at, example in enumerate(examples):
            name = QPushButton(example.name.replace("&", "&&"))
            name.setProperty("quiet", "true")
            name.setAutoDefault(False)
            name.setToolTip(self._facts(example))
            name.clicked.connect(lambda _on=False, at=at: self.example_asked.emit(at))
            should = self.tr("该是 {sum}").format(sum=self._pair(example.certain, example.ceiling))
            row = (name, label(should, role="caption", wrap=True), *(label(), label()))
            row[2].setWordWrap(True)
            for told in row[1:3]:
                told.setContentsMargins(5, 0, 0, 4)
            row[2].hide()
            self._grid.addWidget(name, 3 * at, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(row[3], 3 * at, 1)
            self._grid.addWidget(row[1], 3 * at + 1, 0, 1, 2)
            self._grid.addWidget(row[2], 3 * at + 2, 0, 1, 2)
            self.rows.append(row)

    def _facts(self, example: WorkedExample) -> str:
        """What the project of an example is, one fact a line, then how it was worked."""
        told = [
            colon(fact_word(self._state, fact), value_word(value, fact, kind, self._state))
            for fact, value in example.facts.values.items()
            for kind in (fact_kind(self._state, fact),)
        ]
        return "\n".join((*told, example.note)).strip()

    def _show_results(self, results: tuple[ExampleResult, ...]) -> None:
        if len(results) != len(self.rows):
            return
        for (_name, _should, comes, tick), result in zip(self.rows, results, strict=True):
            now = self._pair(result.certain, result.ceiling)
            comes.setText(self.tr("现在算得 {sum}").format(sum=now))
            comes.setVisible(not result.agrees)
            mark(comes, tone="" if result.agrees else "err")
            palette = theme.current()
            tint = palette.ok if result.agrees else palette.err
            tick.setPixmap(icons.pixmap("check" if result.agrees else "x", 16, tint))
            word = self.tr("对得上") if result.agrees else self.tr("对不上")
            tick.setToolTip(word)
            tick.setAccessibleName(word)

    def _pair(self, certain: float, ceiling: float | None) -> str:
        """确定 and 最多, in one cell."""
        lang = self._state.language
        top = "?" if ceiling is None else money(ceiling, lang)
        if ceiling == certain:
            return top
        if not certain and ceiling is None:
            return self.tr("说不准")
        return self.tr("{certain}，最多 {ceiling}").format(
            certain=money(certain, lang), ceiling=top
        )

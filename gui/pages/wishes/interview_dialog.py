"""两两比一比: weights found by comparing two things at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from geo.model import Interview
from gui.pages.wishes.interview_round import Round
from gui.pages.wishes.interview_words import (
    SAME,
    STEPS,
    ratio_tip,
    step_tip,
    step_word,
    step_words,
)
from gui.pages.wishes.weight_told import WeightsTold
from gui.session import Session
from gui.texts import criterion_names
from gui.widgets.pane import Pane, label, mark
from gui.widgets.segments import Segments

WIDTH = 640
CONSISTENT = 0.1
MANY = 6
# key of a step -> how many times as much the first counts
TIMES: dict[str, float] = {
    **{f"one{times}": float(times) for times in STEPS},
    "same": float(SAME),
    **{f"other{times}": 1 / times for times in reversed(STEPS)},
}


class InterviewDialog(QDialog):
    """One question after another; what they come to is shown all the while."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        named = criterion_names(session.state.wishes)
        self._names = dict(named)
        self.round = Round(session, list(self._names))
        self.setWindowTitle(self.tr("两两比一比"))
        self.setMinimumWidth(WIDTH)
        self._progress = label(role="caption")
        self.question = label(role="heading", wrap=True)
        self._ends = label(role="second"), label(role="second")
        self.steps = Segments([(key, self._word(key)) for key in TIMES])
        self.steps.chosen.connect(self._answer)
        self.told = WeightsTold(named)
        self.agreement = label(role="second", wrap=True)
        self.mend_button = QPushButton(self.tr("改一改这一条"))
        self.mend_button.setProperty("small", "true")
        self.mend_button.clicked.connect(self._mend)
        self.back_button = QPushButton(self.tr("上一题"))
        self.skip_button = QPushButton(self.tr("说不准，跳过"))
        self.next_button = QPushButton(self.tr("下一题"))
        self.take_button = QPushButton(self.tr("用这些侧重"))
        self._connect()
        self._lay_out()
        self.round.look_ahead()
        self._show()

    @staticmethod
    def _word(key: str) -> str:
        times = TIMES[key]
        return step_word(round(max(times, 1 / times)))

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda: self._go(self.round.at - 1))
        self.next_button.clicked.connect(lambda: self._go(self.round.at + 1))
        self.skip_button.clicked.connect(self._skip)
        self.take_button.clicked.connect(self._take)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._progress)
        column.addWidget(self.question)
        column.addWidget(self._steps_with_ends())
        move = QHBoxLayout()
        move.setSpacing(8)
        for button in (self.back_button, self.skip_button):
            move.addWidget(button)
        move.addStretch(1)
        move.addWidget(self.next_button)
        column.addLayout(move)
        column.addWidget(self._card())
        foot = QHBoxLayout()
        foot.addStretch(1)
        leave = QPushButton(self.tr("不用了"))
        leave.clicked.connect(self.reject)
        self.take_button.setProperty("main", "true")
        self.take_button.setToolTip(self.tr("滑块照着动，Ctrl+Z 退得回来"))
        foot.addWidget(leave)
        foot.addWidget(self.take_button)
        column.addLayout(foot)

    def _steps_with_ends(self) -> QWidget:
        """The steps, and above each end what counts more there."""
        holder = self._asking = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        ends = QHBoxLayout()
        left, right = self._ends
        right.setAlignment(Qt.AlignmentFlag.AlignRight)
        ends.addWidget(left)
        ends.addStretch(1)
        ends.addWidget(right)
        column.addLayout(ends)
        self.steps.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for key in TIMES:
            button = self.steps.button(key)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.steps)
        return holder

    def _card(self) -> QWidget:
        card = Pane()
        card.setProperty("card", "true")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(label(self.tr("照这些回答，侧重是"), role="strong"))
        column.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.agreement, 1)
        row.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return card

    def _show(self) -> None:
        """Draw the present question, or that there is none left, and what was told so far."""
        here = self.round
        pair = here.pair
        self._asking.setVisible(pair is not None)
        self.skip_button.setVisible(pair is not None)
        self.next_button.setVisible(pair is not None)
        self.back_button.setEnabled(here.at > 0)
        if pair is None:
            self._progress.setText(self.tr("问完了，一共 {n} 题").format(n=len(here.pairs)))
            self.question.setText(self.tr("够了。看看下面合不合你的意思，要改就点“上一题”。"))
        else:
            one, other = (self._names[code] for code in pair)
            text = self.tr("第 {n} 题，最多 {most} 题")
            if here.most > MANY:
                text = self.tr("第 {n} 题，够了就停，最多 {most} 题")
            self._progress.setText(text.format(n=here.at + 1, most=here.most))
            self.question.setText(
                self.tr("{one}和{other}，哪个更要紧？").format(one=one, other=other)
            )
            self._dress_steps(one, other)
            self.steps.choose(self._key_of(here.times.get(pair)))
            self.next_button.setEnabled(here.times.get(pair) is not None)
        self._tell()

    def _dress_steps(self, one: str, other: str) -> None:
        for end, name in zip(self._ends, (one, other), strict=True):
            end.setText(self.tr("{name}更要紧").format(name=name))
        for key, times in TIMES.items():
            tip = step_tip(one, other, times)
            self.steps.button(key).setToolTip(tip)
            self.steps.button(key).setAccessibleName(tip)

    @staticmethod
    def _key_of(times: float | None) -> str | None:
        return next((key for key, one in TIMES.items() if one == times), None)

    def _tell(self) -> None:
        """The weights so far, and whether the answers agree."""
        answers = self.round.answers
        told = self.round.told
        self.told.show_weights(told.weights)
        main = self.round.pair is None and bool(answers)
        self.take_button.setEnabled(bool(answers))
        self.take_button.setDefault(main)
        self.next_button.setDefault(not main)
        odd = told.ratio is not None and told.ratio > CONSISTENT
        self.mend_button.setVisible(odd and told.oddest is not None)
        mark(self.agreement, tone="warn" if odd else "")
        self.agreement.setText(self._agreement(told))
        self.agreement.setToolTip("" if told.ratio is None else ratio_tip(told.ratio))

    def _agreement(self, told: Interview) -> str:
        answers = self.round.answers
        if not answers:
            return self.tr("还没答，先当一样要紧。")
        missing = [self._names[code] for code in self.round.untouched]
        if self.round.pair is None and missing:
            names = self.tr("、").join(missing)
            return self.tr("{names}没比过，先按平均算。").format(names=names)
        if told.ratio is None:
            return self.tr("再答几题，才看得出前后一不一致。")
        if told.ratio <= CONSISTENT:
            return self.tr("前后一致。")
        if told.oddest is None and self.round.pair is None:
            return self.tr("前后有点对不上。点“上一题”再看看。")
        if told.oddest is None:
            return self.tr("前后有点对不上，再答几题就知道是哪一条。")
        odd = answers[told.oddest]
        said = step_words(self._names[odd.one], self._names[odd.other], odd.times)
        return self.tr("前后有点对不上。最不合群的一条：“{said}”。").format(said=said)

    def _answer(self, key: str) -> None:
        self.round.answer(TIMES[key])
        self.next_button.setEnabled(True)
        self._tell()

    def _skip(self) -> None:
        self.round.answer(None)
        self._go(self.round.at + 1)

    def _go(self, at: int) -> None:
        self.round.at = max(0, at)
        self.round.look_ahead()
        self._show()
        if self.round.pair is not None:
            chosen = self.steps.choice or "same"
            self.steps.button(chosen).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.take_button.isEnabled():
            # what was just hidden hands the focus to its neighbour, which throws the answers away
            self.take_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self) -> None:
        """Go to the answer that fits the others least."""
        oddest = self.round.told.oddest
        if oddest is not None:
            self._go(self.round.number_of(oddest))

    def _take(self) -> None:
        self._session.set_weights(self.round.told.weights)
        self.accept()

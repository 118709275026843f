"""Re-tagging: the card under a line, what it asks, and what is done with the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from geo.model import ScriptLine, Tag
from gui.messages import split_sentence
from gui.models.paper_model import PaperModel
from gui.models.script_doubts import warned_line
from gui.pages.script.paper_view import PaperView
from gui.pages.script.retag_card import Question, RetagCard
from gui.session import SHOWN, Changes, Session
from gui.texts import tag_word

# a tag passed over with the arrows is not worth a reading
PAUSE_MS = 180


class Retagger(QObject):
    """Stands between the paper, its card and the session."""

    def __init__(self, session: Session, paper: PaperView, model: PaperModel) -> None:
        super().__init__(paper)
        self._session = session
        self._paper = paper
        self._model = model
        self.card = RetagCard(paper)
        self._like: tuple[int, ...] = ()
        self._considered: tuple[tuple[int, ...], Tag] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._try)
        paper.card_asked.connect(self.open)
        paper.tag_chosen.connect(self._choose_line)
        paper.card_closed.connect(self._forget)
        self.card.chosen.connect(self._choose)
        self.card.considered.connect(self._consider)
        self.card.moved.connect(self._move)
        self.card.closed.connect(self._leave)

    def open(self, number: int) -> None:
        """Open the card under line ``number``; a second time closes it."""
        index = self._model.index_of(number)
        if not index.isValid():
            return
        if self._paper.card_row == index.row():
            self._leave()
            return
        self._paper.close_card()
        self._paper.setCurrentIndex(index)
        self._like = self._session.lines_like(number)
        self.card.ask(self._question(index.row()))
        self._paper.open_card(index.row(), self.card)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self, row: int) -> Question:
        line, doubt = self._model.line(row), self._model.doubt(row)
        word = tag_word(line.tag)
        if doubt == "heading_like":
            what = self.tr("这一行像是场景标题")
            why = self.tr("没有场号，暂时当作{tag}").format(tag=word)
            return Question(line.number, Tag.HEADING, what, why, len(self._like), all_ticked=True)
        if line.by_hand:
            what, why = self.tr("你说过这一行是{tag}").format(tag=word), self.tr("还能再改")
        else:
            what, why = self.tr("这一行读成了{tag}").format(tag=word), self._told(line, doubt)
        return Question(line.number, line.tag, what, why, len(self._like), all_ticked=False)

    def _told(self, line: ScriptLine, doubt: str) -> str:
        """What the reader was not sure of, in its own words."""
        state = self._session.state
        warnings = state.shown.warnings if state.shown is not None else ()
        about = [one for one in warnings if one.code == doubt and warned_line(one) == line.number]
        if not about or state.phrases is None:
            return self.tr("不对就改，能撤销")
        values = {"line": line.number, **about[0].values}
        what, why = split_sentence(state.phrases.say(doubt, state.language, values))
        return f"{what} {why}".strip()

    def _numbers(self, every: bool) -> tuple[int, ...]:
        question = self.card.question
        first = (question.number,) if question is not None else ()
        return (*first, *self._like) if every else first

    def _choose(self, tag: str, every: bool, remember: bool) -> None:
        numbers = self._numbers(every)
        self._leave()
        self._apply(numbers, Tag(tag), remember=remember)

    def _choose_line(self, number: int, tag: str) -> None:
        """A key on a line: this line only."""
        self._paper.close_card()
        self._apply((number,), Tag(tag), remember=False)

    def _apply(self, numbers: tuple[int, ...], tag: Tag, *, remember: bool) -> None:
        changed = [number for number in numbers if self._asks(number, tag)]
        if changed or remember:
            self._model.expect(numbers, tag)
            self._session.retag(numbers, tag, remember=remember)

    def _asks(self, number: int, tag: Tag) -> bool:
        """Whether saying that line ``number`` is ``tag`` says anything new."""
        index = self._model.index_of(number)
        if not index.isValid():
            return False
        # a doubtful line is confirmed by saying what it is taken for already
        doubted = self._model.doubt(index.row()) == "heading_like"
        return doubted or self._model.tag(index.row()) is not tag

    def _consider(self, tag: str, every: bool) -> None:
        """A tag stands on the card: find out how many scenes there would be."""
        self.card.tell_more(None)
        self._session.forget_trial()
        self._considered = None
        question = self.card.question
        if question is None:
            return
        now = self._model.tag(self._model.index_of(question.number).row())
        if Tag(tag) is not now and Tag.HEADING in (Tag(tag), now):
            self._considered = (self._numbers(every), Tag(tag))
            self._pause.start()

    def _try(self) -> None:
        if self._considered is not None and self._paper.card_row >= 0:
            self._session.try_retag(*self._considered)

    def _move(self, step: int) -> None:
        """On to the next line that has a number, with the card."""
        row = self._paper.card_row + step
        while 0 <= row < self._model.rowCount():
            if number := self._model.line(row).number:
                self.open(number)
                return
            row += step

    def _leave(self) -> None:
        self._paper.close_card()
        self._paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._considered = None
        self._pause.stop()
        self._session.forget_trial()

    def show_state(self, changes: Changes) -> None:
        """An answer has come, or another script."""
        state = self._session.state
        if changes.touch(*SHOWN):
            self._paper.close_card()
        if changes.touch("trial") and state.trial is not None and self._considered is not None:
            trial = state.trial
            if (trial.numbers, trial.tag) == self._considered:
                self.card.tell_more(trial.more)
        if changes.touch("busy") and not state.is_busy("retag"):
            self._model.forget_expected()

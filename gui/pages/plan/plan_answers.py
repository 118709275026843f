"""Where a figure of the plan comes from: one pop-over for the whole column."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from geo.model import Range
from gui.pages.plan.aside_words import method_text
from gui.session import Session
from gui.widgets.number_label import NumberLabel
from gui.widgets.source_popover import SourcePopover
from gui.widgets.text_popover import TextPopover


class PlanAnswers(QObject):
    """Opens over ``window``, beside what was asked."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.popover = SourcePopover(window)
        self.text = TextPopover(window)

    def explain(self, figure: Range, title: str, sentence: str, at: QRect | QWidget) -> None:
        """Say what ``figure`` is, how it was worked out, and what it rests on."""
        told = "\n".join(filter(None, (sentence, method_text(self._session.state, figure))))
        self.popover.explain(figure, title=title, sentence=told)
        self.popover.open_at(at if isinstance(at, QRect) else screen_rect(at))

    def answer(self, shown: NumberLabel, title: str, sentence: str = "") -> None:
        """The same of a figure that stands in a label."""
        if shown.figure is not None:
            self.explain(shown.figure, title, sentence, shown)

    def tell(self, title: str, text: str, at: QWidget) -> None:
        """Words without a figure."""
        self.text.tell("", title, text)
        self.text.open_under(at)


def screen_rect(widget: QWidget) -> QRect:
    """Where a widget is on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())

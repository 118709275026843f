"""加一项: what else may be weighed, and what must be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from geo.model import EXTRA_CRITERIA
from gui.pages.wishes.criterion_dialog import CriterionDialog
from gui.pages.wishes.interview_dialog import InterviewDialog
from gui.pages.wishes.modal import ask
from gui.pages.wishes.musts_bar import MustsBar
from gui.session import Session
from gui.texts import criterion_name


class AddMenu(QMenu):
    """Filled anew each time it opens; what is weighed has a tick."""

    def __init__(self, session: Session, musts: MustsBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._home = parent
        self._musts = musts
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what there is now."""
        self.clear()
        wishes = self._session.state.wishes
        for code in (*map(str, EXTRA_CRITERIA), *(one.code for one in wishes.own)):
            action = self.addAction(criterion_name(code, wishes.own))
            action.setCheckable(True)
            action.setChecked(code in wishes.extra)
            action.triggered.connect(lambda on, code=code: self._weigh(code, on=on))
        self.addSeparator()
        self._offer(self.tr("自己定一项…"), self.add_own)
        for one in wishes.own:
            text = self.tr("改“{name}”…").format(name=one.name)
            self._offer(text, partial(self.change_own, one.code))
        self._offer(self.tr("两两比一比…"), self.interview)
        self.addSeparator()
        musts = self._musts.menu
        musts.setTitle(self.tr("必须有"))
        self.addMenu(musts)

    def _offer(self, text: str, do: Callable[[], None]) -> None:
        self.addAction(text).triggered.connect(lambda _=False: do())

    def _weigh(self, code: str, *, on: bool) -> None:
        extra = [one for one in self._session.state.wishes.extra if one != code]
        self._session.set_extra([*extra, code] if on else extra)

    def add_own(self) -> None:
        """Define a criterion of one's own."""
        ask(CriterionDialog(self._session, None, self._home))

    def change_own(self, code: str) -> None:
        """Change one, or its values."""
        ask(CriterionDialog(self._session, code, self._home))

    def interview(self) -> None:
        """Find the weights by comparing two at a time."""
        ask(InterviewDialog(self._session, self._home))

"""Where the crew comes from, asked where something hangs on it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from gui.pages.fact_fields import city_choices
from gui.pages.script.dialogs import dialog_foot
from gui.pages.wishes.modal import ask
from gui.session import Session
from gui.widgets.pane import label, mark
from gui.widgets.word_picker import WordPicker

HOME = "crew.home_city"


class HomeCityDialog(QDialog):
    """One city, picked by typing a part of its name; it becomes a fact of the project."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._city = ""
        self.setWindowTitle(self.tr("剧组驻地"))
        self.setMinimumWidth(380)
        self.picker = WordPicker(keep=True)
        self.picker.set_choices(city_choices(session.state.divisions))
        self.picker.setPlaceholderText(self.tr("打几个字挑，例如“上海”"))
        self.picker.setAccessibleName(self.tr("剧组从哪座城市来"))
        self.picker.picked.connect(self._take)
        self.picker.textEdited.connect(lambda _: self._forget())
        self.told = label(role="caption", wrap=True)
        self.keep_button = QPushButton(self.tr("就是这里"))
        self.keep_button.clicked.connect(self._keep)
        self._lay_out()
        known = session.state.facts.get(HOME)
        if known is not None:
            self._take(str(known))
        self._check()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(self.tr("剧组从哪座城市来？"), role="heading"))
        column.addWidget(self.picker)
        column.addWidget(self.told)
        column.addLayout(dialog_foot(self, self.keep_button, self.tr("先不填")))

    def _take(self, name: str) -> None:
        self._city = name
        self.picker.setText(name)
        self._check()
        self.keep_button.setFocus()

    def _forget(self) -> None:
        self._city = ""
        self._check()

    def _check(self) -> None:
        missed = bool(self.picker.text().strip()) and not self._city and not self.picker.found
        mark(self.picker, wrong="true" if missed else "")
        mark(self.told, tone="err" if missed else "")
        self.told.setText(
            self.tr("没有这个城市，换个写法试试。")
            if missed
            else self.tr("路费和远近都从这里算，按直线距离。")
        )
        self.keep_button.setEnabled(bool(self._city))

    def _keep(self) -> None:
        self._session.set_fact(HOME, self._city)
        self.accept()


def ask_home_city(session: Session, parent: QWidget | None = None) -> bool:
    """Ask where the crew comes from; whether it is known afterwards."""
    ask(HomeCityDialog(session, parent))
    return session.state.facts.get(HOME) is not None

"""拉动模型的参数: every parameter with its strength and source, each of them editable."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.pages.bureau.aside import Aside, bring_up, calm
from gui.pages.bureau.parameters_row import ParameterRow
from gui.session import Changes, Session
from gui.widgets.column_area import ColumnArea
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import label


class ParametersDialog(Aside):
    """A change re-ranks; what is refused is told beside the field."""

    key = "parameters"
    about = ("parameters",)
    size_px = (820, 680)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows: dict[str, ParameterRow] = {}
        self._asked: str | None = None
        self._intro = label(role="second", wrap=True)
        self._who_name = label(role="caption")
        self.who = QLineEdit()
        self.who.setFixedWidth(160)
        self.empty = EmptyCard("settings")
        self._inner = QWidget()
        self._inner.setProperty("ground", "none")
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(8)
        self._area = ColumnArea(self._inner)
        self.close_button = QPushButton()
        self.close_button.setProperty("main", "true")
        self.close_button.clicked.connect(self.accept)
        calm(self.close_button)
        self._lay_out()
        session.load_parameters()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._who_name)
        head.addWidget(self.who)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._intro)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self._area, 1)
        column.addWidget(self.empty)
        column.addLayout(foot)

    def show_state(self, changes: Changes) -> None:
        """Draw the parameters; a refused change is told in its row."""
        if changes.touch("parameters", "language", "phrases"):
            self._fill()
        if changes.touch("notes"):
            self._tell_refused()

    def _fill(self) -> None:
        state = self.state
        if list(self.rows) != [one.key for one in state.parameters]:
            self._build()
        for one in state.parameters:
            row = self.rows[one.key]
            row.speak(state.language, state.phrases)
            row.show_parameter(one)
        self._area.setVisible(bool(self.rows))
        self.empty.setVisible(not self.rows)
        self.empty.tell(self.tr("还没有读到参数"), self.tr("景库打开以后就有。"))

    def _build(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = {one.key: ParameterRow(one.key) for one in self.state.parameters}
        for row in self.rows.values():
            row.told.connect(self._tell)
            row.restored.connect(self._restore)
            self._list.addWidget(row)
        self._list.addStretch(1)

    def _tell(self, key: str, values: Mapping[str, float]) -> None:
        self._asked = key
        self.session.set_parameter(key, values, self.who.text().strip())

    def _restore(self, key: str) -> None:
        self._asked = key
        self.session.set_parameter(key, None)

    def _tell_refused(self) -> None:
        row = self.rows.get(self._asked or "")
        if row is None:
            return
        error = next((one.error for one in self.state.notes if one.about == "parameter"), None)
        if error is not None:
            row.complain(error)

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.setWindowTitle(self.tr("拉动模型的参数"))
        self._intro.setText(
            self.tr(
                "拉动是按这些数推算的，依据弱的写着“弱”。改一个，名次马上重算；"
                "改过的都能恢复原值。只存在这台电脑上。"
            )
        )
        self._who_name.setText(self.tr("谁改的"))
        self.who.setPlaceholderText(self.tr("写个名字，可空着"))
        self.who.setAccessibleName(self.tr("谁改的"))
        self.close_button.setText(self.tr("看好了"))


def open_parameters(session: Session, parent: QWidget | None = None) -> ParametersDialog:
    """Open the parameters of the uplift model."""
    return bring_up(ParametersDialog, session, parent)

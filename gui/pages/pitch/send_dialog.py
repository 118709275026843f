"""Before files are written: who will see them, and what goes out."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from gui.pages.pitch.audience_card import AudienceCard
from gui.pages.pitch.given_card import GivenCard
from gui.pages.pitch.words import format_word
from gui.pages.script.dialogs import dialog_foot
from gui.session import Changes, Session
from gui.widgets.pane import Pane, label

WIDTH = 480


class SendDialog(QDialog):
    """Ticks changed here are changed for good; the button waits until the audience is told."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("给出去之前看一眼"))
        self.setMinimumWidth(WIDTH)
        self.audience = AudienceCard(session, heading=False)
        self.given = GivenCard(session, heading=False)
        self.waiting = label(role="second", wrap=True)
        self.make_button = QPushButton()
        self.make_button.clicked.connect(self.accept)
        rule = Pane()
        rule.setProperty("rule", "h")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addWidget(self.audience)
        column.addWidget(rule)
        heading = label(self.tr("会给出去什么"), role="strong")
        for part in (heading, self.given, self.waiting):
            column.addWidget(part)
        column.addLayout(dialog_foot(self, self.make_button, self.tr("先不做")))
        session.changed.connect(self._hear)
        self.finished.connect(lambda _: session.changed.disconnect(self._hear))

    def _hear(self, changes: Changes) -> None:
        if changes.touch("pitch_wishes", "pitch", "busy"):
            self._tell()

    def _tell(self) -> None:
        state = self._session.state
        wishes = state.pitch_wishes
        comma = ", " if state.language == "en" else "、"
        files = comma.join(format_word(one) for one in sorted(wishes.formats))
        waiting = len(state.pitch.to_confirm) if state.pitch is not None else 0
        lines = [self.tr("文件：{files}").format(files=files)]
        if waiting:
            lines.append(self.tr("还有 {n} 处没定，会写成“待确认”。").format(n=waiting))
        self.waiting.setText("\n".join(lines))
        ready = wishes.audience is not None and state.pitch is not None
        self.make_button.setEnabled(ready)
        number = len(wishes.formats)
        self.make_button.setText(
            self.tr("选文件夹，做好 {n} 个文件…").format(n=number)
            if wishes.audience is not None
            else self.tr("先说给谁看")
        )
        self._grow()

    def _grow(self) -> None:
        """Longer words ask for more room, or the ticks would be pressed together."""
        column = self.layout()
        if column is None or not self.isVisible():
            return
        column.activate()
        need = column.totalHeightForWidth(self.width())
        if need > self.height():
            self.resize(self.width(), need)

    def showEvent(self, event: QShowEvent) -> None:
        """Say how things are."""
        super().showEvent(event)
        self._tell()

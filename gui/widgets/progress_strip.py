"""Slow work in its place: appears after 0.3 s, says which step, how long, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.widgets.pane import Pane, label

PATIENCE_MS = 300
_TICK_MS = 100


class ProgressStrip(Pane):
    """``start``, ``step``, ``finish``. ``stop_asked`` tells that the reader pressed 停."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._step = (0, 0, "")
        self._title = label(role="strong")
        self._where = label(role="second")
        self._seconds = label(role="caption")
        self._note = label(role="caption", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = QPushButton()
        self._stop.setProperty("small", "true")
        self._stop.clicked.connect(self._ask_stop)
        self._clock = QElapsedTimer()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._appear)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._tell_seconds)
        self._lay_out()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._where, 1)
        head.addWidget(self._seconds)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._bar, 1)
        # without the bar the button keeps its size
        middle.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignRight)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 10, 14, 10)
        body.setSpacing(6)
        body.addLayout(head)
        body.addLayout(middle)
        body.addWidget(self._note)

    def start(self, title: str, note: str = "") -> None:
        """Begin. Nothing shows for 0.3 s; ``note`` says what stopping keeps."""
        self.call(title, note)
        self._stop.setEnabled(True)
        self.step("")
        self._clock.start()
        self._patience.start(PATIENCE_MS)

    def call(self, title: str, note: str = "") -> None:
        """Title and note, again where the language has changed meanwhile."""
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def step(self, text: str, done: int = 0, total: int = 0) -> None:
        """Tell the step ``text`` and that ``done`` of ``total`` are finished (0: nobody knows)."""
        self._step = (done, total, text)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(min(done, total))
        self._bar.setVisible(total > 0)
        self._tell_step()

    def finish(self) -> None:
        """Done, stopped or failed: the strip goes."""
        self._patience.stop()
        self._tick.stop()
        self.hide()

    def _appear(self) -> None:
        self._tell_seconds()
        self._tick.start(_TICK_MS)
        self.show()

    def _ask_stop(self) -> None:
        self._stop.setEnabled(False)
        self.stop_asked.emit()

    def _tell_step(self) -> None:
        done, total, text = self._step
        where = text
        if total > 1:
            count = self.tr("第 {k} 步，共 {n} 步").format(k=min(done + 1, total), n=total)
            where = f"{count}：{text}" if text else count
        self._where.setText(where)
        self._bar.setAccessibleName(where)

    def _tell_seconds(self) -> None:
        spent = self._clock.elapsed() / 1000
        self._seconds.setText(self.tr("已 {s} 秒").format(s=f"{spent:.1f}"))

    def retranslate(self) -> None:
        """Set every text again."""
        self._stop.setText(self.tr("停"))
        self._stop.setAccessibleName(self.tr("停下"))
        self._tell_step()
        if self._clock.isValid():
            self._tell_seconds()

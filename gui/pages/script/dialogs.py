"""A small form of the script page: list a scene by hand."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from geo.model import DayPart, IntExt, Need
from gui.pages.words import side_word, time_word, type_name
from gui.session import Session
from gui.session.api import SceneFields
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label
from gui.widgets.segments import Segments
from gui.widgets.word_picker import Choice, WordPicker

NOBODY = "unknown"


def dialog_foot(dialog: QDialog, main: QPushButton, cancel: str) -> QHBoxLayout:
    """The row of buttons under a form: Esc or ``cancel`` leaves, ``main`` does it."""
    leave = QPushButton(cancel)
    leave.clicked.connect(dialog.reject)
    main.setProperty("main", "true")
    main.setDefault(True)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(leave)
    row.addWidget(main)
    return row


class SceneDialog(QDialog):
    """A scene told by hand: what it needs is enough."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._needs: list[str] = []
        self.setWindowTitle(self.tr("加一场"))
        self.setMinimumWidth(460)
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("剧本里叫什么，例如“沈家花园”"))
        self.place.textChanged.connect(self._check)
        self.picker = WordPicker()
        self.picker.setPlaceholderText(self.tr("要什么景？打几个字挑，例如“茶馆”"))
        self.picker.picked.connect(self._add)
        self._chips = FlowLayout(gap=4)
        self.episode = QSpinBox()
        self.episode.setRange(0, 200)
        self.episode.setSpecialValueText("–")
        self.side = Segments(
            [*((one.value, side_word(one)) for one in IntExt), (NOBODY, self.tr("没写"))]
        )
        self.time = Segments(
            [*((one.value, time_word(one)) for one in DayPart), (NOBODY, self.tr("没写"))]
        )
        for segments in (self.side, self.time):
            segments.choose(NOBODY)
        self.add_button = QPushButton(self.tr("加上"))
        self.add_button.clicked.connect(self._do)
        self._lay_out()
        self._offer()
        self._check()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("地点"), self.place),
            (self.tr("要什么景"), self.picker),
            (self.tr("内外"), self.side),
            (self.tr("时间"), self.time),
            (self.tr("第几集"), self.episode),
        )
        for name, field in rows:
            field.setAccessibleName(name)
            form.addRow(name, field)
            if field is self.picker:
                form.addRow("", self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addLayout(dialog_foot(self, self.add_button, self.tr("不加了")))

    def _offer(self) -> None:
        state = self._session.state
        if state.vocabulary is not None:
            self.picker.set_choices(
                Choice(
                    one.code,
                    type_name(one, one.code, state.language),
                    " ".join((one.zh, one.en, *one.synonyms)),
                )
                for one in state.vocabulary.scene_types.values()
            )

    def _add(self, code: str) -> None:
        if code not in self._needs:
            self._needs.append(code)
            self._chips.addWidget(label(self.picker.text_of(code), chip="need"))
        if not self.place.text().strip():
            self.place.setText(self.picker.text_of(code))
        self._check()

    def _check(self) -> None:
        self.add_button.setEnabled(bool(self.place.text().strip()))

    def _do(self) -> None:
        side, time = self.side.choice, self.time.choice
        values: SceneFields = {
            "place": self.place.text().strip(),
            "needs": tuple(Need(code, 1.0) for code in self._needs),
            "int_ext": IntExt(side) if side and side != NOBODY else None,
            "time": DayPart(time) if time and time != NOBODY else None,
            "episode": self.episode.value() or None,
        }
        self._session.add_scene(**values)
        self.accept()

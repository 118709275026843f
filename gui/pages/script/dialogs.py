"""Two small forms of the script page: make one set of two, list a scene by hand."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from geo.model import DayPart, IntExt, Need, ScriptSet
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


class MergeDialog(QDialog):
    """Two names of one place: which name stays."""

    def __init__(
        self, session: Session, first: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sets: tuple[ScriptSet, ...] = (
            session.state.script.sets if session.state.script else ()
        )
        self.setWindowTitle(self.tr("合并场景"))
        self.keep, self.merge = QComboBox(), QComboBox()
        for box in (self.keep, self.merge):
            for one in self._sets:
                box.addItem(self.tr("{name} · {n} 场").format(name=one.name, n=len(one.scenes)),
                            one.id)  # fmt: skip
            box.currentIndexChanged.connect(self._tell)
        self.keep.setAccessibleName(self.tr("留下的名字"))
        self.merge.setAccessibleName(self.tr("并进来的"))
        self._told = label(role="second", wrap=True)
        self.merge_button = QPushButton(self.tr("是同一个，合并"))
        self.merge_button.clicked.connect(self._do)
        form = QFormLayout()
        form.addRow(self.tr("留下的名字"), self.keep)
        form.addRow(self.tr("并进来的"), self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("剧本里两个名字，其实是一个景？"), role="heading"))
        column.addLayout(form)
        column.addWidget(self._told)
        column.addLayout(dialog_foot(self, self.merge_button, self.tr("先不合")))
        start = next((at for at, one in enumerate(self._sets) if one.id == first), 0)
        self.keep.setCurrentIndex(start)
        self.merge.setCurrentIndex(1 if start == 0 and len(self._sets) > 1 else 0)
        self.setMinimumWidth(420)
        self._tell()

    def _tell(self) -> None:
        by_id = {one.id: one for one in self._sets}
        keep, merge = by_id.get(self.keep.currentData()), by_id.get(self.merge.currentData())
        fine = keep is not None and merge is not None and keep is not merge
        self.merge_button.setEnabled(fine)
        if keep is None or merge is None or keep is merge:
            self._told.setText(self.tr("挑两个不同的场景。"))
            return
        count = len(keep.scenes) + len(merge.scenes)
        self._told.setText(
            self.tr("合并后“{name}”共 {n} 场。随时能撤销。").format(name=keep.name, n=count)
        )

    def _do(self) -> None:
        self._session.merge_sets(self.keep.currentData(), self.merge.currentData())
        self.accept()


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

"""Language and files of the pack."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from geo.model.pitch import PitchFormat, PitchLang
from gui.pages.page import Page
from gui.pages.pitch.words import format_note, format_word
from gui.session import Changes, Session
from gui.widgets.pane import label
from gui.widgets.segments import Segments

COLUMNS = 2


class FilesCard(Page):
    """Ticks say which files are written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._lang, self._files = label(role="caption"), label(role="caption")
        self.lang = Segments([(one.value, "") for one in PitchLang])
        self.lang.chosen.connect(lambda key: session.wish_pitch(lang=PitchLang(key)))
        self.boxes: dict[PitchFormat, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for at, form in enumerate(PitchFormat):
            box = self.boxes[form] = QCheckBox()
            box.clicked.connect(lambda on, form=form: session.turn_format(form, on=on))
            grid.addWidget(box, *divmod(at, COLUMNS))
        for at in range(COLUMNS):
            grid.setColumnStretch(at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(5)
        column.addWidget(self._lang)
        column.addWidget(self.lang)
        column.addSpacing(6)
        column.addWidget(self._files)
        column.addLayout(grid)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Tick what is wished for."""
        if changes.touch("pitch_wishes"):
            wishes = self.state.pitch_wishes
            self.lang.choose(wishes.lang.value)
            for form, box in self.boxes.items():
                box.setChecked(form in wishes.formats)

    def retranslate(self) -> None:
        """Set every text again."""
        self._lang.setText(self.tr("语言"))
        self.lang.setAccessibleName(self.tr("语言"))
        # a language is called by its own name in every language
        both = self.tr("中英对照")
        self.lang.set_options(
            [
                (PitchLang.ZH.value, self.tr("中文")),
                (PitchLang.EN.value, "English"),
                (PitchLang.BOTH.value, both),
            ]
        )
        self._files.setText(self.tr("做成什么文件"))
        for form, box in self.boxes.items():
            box.setText(format_word(form))
            box.setToolTip(format_note(form))
            box.setAccessibleDescription(format_note(form))

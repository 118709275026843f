"""One scene: what it needs, inside or outside, when, where, which era. Every change is undoable."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import DayPart, IntExt, Need, Scene, SceneType
from gui.pages.page import Page
from gui.pages.script.need_chip import NeedChip
from gui.pages.script.scene_facts import SceneFacts
from gui.pages.words import ERAS, era_word, side_word, time_word, type_name
from gui.session import SHOWN, Changes, Session
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label
from gui.widgets.segments import Segments
from gui.widgets.word_picker import Choice, WordPicker

SURE = 0.75
NOBODY = "unknown"
POINTED = frozenset({"selection"})


class SceneEditor(Page):
    """Shows and corrects the scene that is pointed at. ``sets_asked``: the table of sets."""

    sets_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._head = label(role="strong")
        self._because = label(role="caption", wrap=True)
        self.chips = FlowLayout(gap=4)
        self.picker = WordPicker()
        self.picker.picked.connect(self._add_need)
        self.place = QLineEdit()
        self.place.editingFinished.connect(self._set_place)
        self.side = Segments()
        self.side.chosen.connect(self._set_side)
        self.time = Segments()
        self.time.chosen.connect(self._set_time)
        self.era = QComboBox()
        self.era.activated.connect(self._set_era)
        self.remove_button = QPushButton()
        self.remove_button.setProperty("quiet", "true")
        self.remove_button.clicked.connect(self._remove)
        self.sets_button = QPushButton()
        self.sets_button.setProperty("quiet", "true")
        self.sets_button.clicked.connect(self.sets_asked)
        self.facts = SceneFacts(session)
        self._filled: Scene | None = None
        self._form = QFormLayout()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field in (self.place, self.side, self.time, self.era):
            self._form.addRow(label(role="second"), field)
        foot = QHBoxLayout()
        foot.addWidget(self.sets_button)
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addLayout(self.chips)
        column.addWidget(self.picker)
        column.addWidget(self._because)
        column.addLayout(self._form)
        column.addWidget(self.facts)
        column.addLayout(foot)

    @property
    def scene(self) -> Scene | None:
        """The scene that is pointed at."""
        script, wanted = self.state.shown, self.state.selection.scene
        scenes = script.scenes if script is not None else ()
        return next((scene for scene in scenes if scene.id == wanted), None)

    def show_state(self, changes: Changes) -> None:
        """Fill the form from the scene."""
        if changes.touch("vocabulary", "language"):
            self._offer_words()
        if changes.touch(*SHOWN, "selection", "vocabulary", "language"):
            scene = self.scene
            self.setEnabled(scene is not None)
            # from line to line within a scene nothing here changes
            if scene is not None and (scene is not self._filled or changes.parts != POINTED):
                self._fill(scene)

    def _offer_words(self) -> None:
        vocabulary, lang = self.state.vocabulary, self.state.language
        if vocabulary is not None:
            self.picker.set_choices(
                Choice(one.code, type_name(one, one.code, lang), _search_words(one))
                for one in vocabulary.scene_types.values()
            )
        with QSignalBlocker(self.era):
            self.era.clear()
            self.era.addItem(era_word(None), NOBODY)
            for era in ERAS:
                self.era.addItem(era_word(era), era)

    def _fill(self, scene: Scene) -> None:
        self._filled = scene
        words = [scene.label, scene.place or scene.heading]
        self._head.setText(" · ".join(word for word in words if word))
        if not self.place.hasFocus():
            self.place.setText(scene.place)
        self.side.choose(scene.int_ext.value if scene.int_ext else NOBODY)
        self.time.choose(scene.time.value if scene.time else NOBODY)
        at = self.era.findData(scene.era or NOBODY)
        if at < 0:
            self.era.addItem(era_word(scene.era), scene.era)
            at = self.era.count() - 1
        self.era.setCurrentIndex(at)
        self._show_needs(scene)
        self.facts.show_scene(scene)

    def _show_needs(self, scene: Scene) -> None:
        self.chips.clear()
        vocabulary, lang = self.state.vocabulary, self.state.language
        types = vocabulary.scene_types if vocabulary is not None else {}
        terms = vocabulary.culture if vocabulary is not None else {}
        drop = self.tr("去掉")
        for need in scene.needs:
            name = type_name(types.get(need.scene_type), need.scene_type, lang)
            tip = self._read(need.because)
            chip = NeedChip(need.scene_type, name, tip, drop, sure=need.confidence >= SURE)
            chip.dropped.connect(self._drop_need)
            self.chips.addWidget(chip)
        for culture in scene.culture:
            term = terms.get(culture.term)
            name = culture.term if term is None else (term.en if lang == "en" else term.zh)
            chip = NeedChip(culture.term, name, self._read(culture.because), drop, sure=True)
            chip.dropped.connect(self._drop_culture)
            self.chips.addWidget(chip)
        read = [word for need in scene.needs for word in need.because]
        read += [word for need in scene.culture for word in need.because]
        if not scene.needs:
            self._because.setText(self.tr("没读出要什么景。打几个字挑一个，例如“茶馆”。"))
        else:
            self._because.setText(self._read(tuple(dict.fromkeys(read))))

    def _read(self, words: tuple[str, ...]) -> str:
        if not words:
            return self.tr("你挑的")
        return self.tr("读到：{words}").format(words="、".join(words[:6]))

    def _add_need(self, code: str) -> None:
        scene = self.scene
        if scene is not None and all(need.scene_type != code for need in scene.needs):
            self.session.change_scene(scene.id, needs=(*scene.needs, Need(code, 1.0)))

    def _drop_need(self, code: str) -> None:
        if scene := self.scene:
            kept = tuple(need for need in scene.needs if need.scene_type != code)
            self.session.change_scene(scene.id, needs=kept)

    def _drop_culture(self, term: str) -> None:
        if scene := self.scene:
            kept = tuple(need for need in scene.culture if need.term != term)
            self.session.change_scene(scene.id, culture=kept)

    def _set_place(self) -> None:
        scene, place = self.scene, self.place.text().strip()
        if scene is not None and place and place != scene.place:
            self.session.change_scene(scene.id, place=place)

    def _set_side(self, key: str) -> None:
        if scene := self.scene:
            side = None if key == NOBODY else IntExt(key)
            self.session.change_scene(scene.id, int_ext=side)

    def _set_time(self, key: str) -> None:
        if scene := self.scene:
            self.session.change_scene(scene.id, time=None if key == NOBODY else DayPart(key))

    def _set_era(self) -> None:
        if scene := self.scene:
            era = self.era.currentData()
            self.session.change_scene(scene.id, era=None if era == NOBODY else era)

    def _remove(self) -> None:
        if scene := self.scene:
            self.session.remove_scene(scene.id)

    def retranslate(self) -> None:
        """Set every text again."""
        self.picker.setPlaceholderText(self.tr("还要什么景？打几个字挑"))
        self.picker.setAccessibleName(self.tr("加一种景"))
        self.side.set_options(
            [*((one.value, side_word(one)) for one in IntExt), (NOBODY, self.tr("没写"))]
        )
        self.time.set_options(
            [*((one.value, time_word(one)) for one in DayPart), (NOBODY, self.tr("没写"))]
        )
        names = (self.tr("地点"), self.tr("内外"), self.tr("时间"), self.tr("年代"))
        fields = (self.place, self.side, self.time, self.era)
        for field, name in zip(fields, names, strict=True):
            field.setAccessibleName(name)
            told = self._form.labelForField(field)
            told.setText(name)  # type: ignore[attr-defined]
        self.remove_button.setText(self.tr("删掉这场"))
        self.sets_button.setText(self.tr("场景表…"))


def _search_words(one: SceneType) -> str:
    """Everything a writer may call a scene type."""
    return " ".join((one.zh, one.en, *one.synonyms))
